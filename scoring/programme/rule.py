"""A rule of the programme: its number, what it asks, which facts it reads, on what it bears."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from scoring.answer import Answer, Finding, Lacks, lacking, not_applicable
from scoring.programme.of_call import CallProgramme, OperationKind
from scoring.programme.operation import Operation
from scoring.rule_ids import runs

Check = Callable[[Operation], Answer]

KIND_NAMES: dict[OperationKind, str] = {
    "start_business": "podejmowanie działalności gospodarczej",
    "develop_business": "rozwijanie działalności gospodarczej",
    "incubator": "inkubator przetwórstwa lokalnego",
    "network": "sieć",
    "training": "szkolenie",
    "promotion": "promocja obszaru",
    "infrastructure": "ogólnodostępna infrastruktura turystyczna, rekreacyjna, kulturalna lub drogowa",
    "heritage": "lokalne dziedzictwo",
    "other": "inna operacja",
}
"""How each kind of operation reads in documents."""


@dataclass(frozen=True, slots=True)
class ProgrammeRule:
    """One rule that an operation is asked about.

    ``kinds`` are the kinds of operation that it bears on (all, where there are none); ``only``
    names facts that it reads of some kinds alone, ``of_grants`` those that it reads of grants alone.
    ``judged``: a person finds, for no document
    decides alone. ``decides`` is false for a warning.
    """

    number: str
    name: str
    facts: tuple[str, ...]
    check: Check
    kinds: tuple[OperationKind, ...] = ()
    only: Mapping[str, tuple[OperationKind, ...]] = field(default_factory=dict)
    of_grants: tuple[str, ...] = ()
    judged: bool = False
    decides: bool = True

    def bears_on(self, programme: CallProgramme) -> bool:
        """Whether some operation of the call may be asked: only then are its facts needed."""
        return not self.kinds or programme.operation in (None, *self.kinds)

    def facts_of(self, programme: CallProgramme) -> tuple[str, ...]:
        """Name the facts that the rule reads of the operations of a call."""
        if not self.bears_on(programme):
            return ()
        kind, grants = programme.operation, programme.procedure == "grants"
        return tuple(
            one
            for one in self.facts
            if (grants or one not in self.of_grants)
            and (one not in self.only or kind in (None, *self.only[one]))
        )

    def ask(self, operation: Operation) -> Finding:
        """Ask the rule about one operation."""
        answer = self._answer(operation)
        if answer.said is None:
            catalogue = operation.around.catalogue
            answer = replace(answer, said=Lacks(answer.missing, catalogue))
        source = operation.around.programme.rules[self.number]
        return Finding(self.number, self.name, source, answer, self.facts, self.decides)

    def _answer(self, operation: Operation) -> Answer:
        if self.kinds:
            if operation.kind is None:
                return lacking("operation_kind")
            if operation.kind not in self.kinds:
                return not_applicable("operacja to {kind}.", kind=KIND_NAMES[operation.kind])
        return self.check(operation)


def rule(
    number: str,
    name: str,
    *facts: str,
    kinds: tuple[OperationKind, ...] = (),
    only: Mapping[str, tuple[OperationKind, ...]] | None = None,
    of_grants: tuple[str, ...] = (),
    judged: bool = False,
    decides: bool = True,
) -> Callable[[Check], ProgrammeRule]:
    """Make a rule of the function that checks it."""

    def made(check: Check) -> ProgrammeRule:
        """Keep the function under its number, for the table of rules."""
        return ProgrammeRule(
            number,
            name,
            facts,
            runs(number)(check),
            kinds,
            only=only or {},
            of_grants=of_grants,
            judged=judged,
            decides=decides,
        )

    return made
