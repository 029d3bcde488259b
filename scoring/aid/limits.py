"""The most aid that one operation may get, whoever applies (rules A1, A6 to A9)."""

from collections.abc import Iterator

from scoring.aid.cut import Ceiling
from scoring.points.missing import Missing
from scoring.programme.operation import Operation
from scoring.rule_ids import runs
from scoring.saying import Said


def missing_for_limits(operation: Operation) -> tuple[Missing, ...]:
    """Name what must be known before the limits of an operation can be told."""
    by_kind = {"A6", "A7", "A8"} & set(operation.around.programme.rules)
    if operation.around.procedure != "competition" or not by_kind:
        return ()
    missing = []
    if operation.kind is None:
        missing.append(Missing("fact", "operation_kind"))
    if operation.is_public is None:
        missing.append(Missing("fact", "applicant_kind"))
    return tuple(missing)


def ceilings_of_operation(operation: Operation) -> tuple[Ceiling, ...]:
    """Return every limit that binds the operation, in the order of the calculation."""
    own = (limit_of_start, limit_of_incubator, limit_of_own, limit_of_operation)
    # The limits on operations are of sub-measure 19.2; cooperation has its own (rule K9).
    limits = (limit_of_call, *(() if operation.around.procedure == "cooperation" else own))
    return tuple(ceiling for limit in limits for ceiling in limit(operation))


@runs("A1")
def limit_of_call(operation: Operation) -> Iterator[Ceiling]:
    """The maximum that the LGD set for this kind of operation (A1)."""
    stated = operation.around.of_call.maximum_aid
    if stated is not None:
        text = "LGD ustaliła najwyższą kwotę pomocy na operację: {most:zł}."
        said = Said(text, {"most": stated.grosze})
        yield Ceiling("A1", "maksymalna kwota pomocy w naborze", stated.grosze, said, stated.source)


@runs("A8")
def limit_of_start(operation: Operation) -> Iterator[Ceiling]:
    """At most 100 000 zł to start a business (A8)."""
    if operation.kind == "start_business":
        yield from _of_figure(operation, "A8", "limit na podjęcie działalności", "aid_per_start")


@runs("A7")
def limit_of_incubator(operation: Operation) -> Iterator[Ceiling]:
    """At most 500 000 zł for an incubator (A7)."""
    if operation.kind == "incubator":
        yield from _of_figure(operation, "A7", "limit na inkubator", "aid_per_incubator")


@runs("A9")
def limit_of_own(operation: Operation) -> Iterator[Ceiling]:
    """At most 50 000 zł for an own operation of the LGD (A9)."""
    if operation.around.procedure == "own_operation":
        yield from _of_figure(operation, "A9", "limit na operację własną", "aid_per_own_operation")


@runs("A6")
def limit_of_operation(operation: Operation) -> Iterator[Ceiling]:
    """At most 300 000 zł for any other operation, except of public units (A6)."""
    exempt = operation.kind in ("start_business", "incubator") or operation.is_public
    if not exempt:
        yield from _of_figure(operation, "A6", "limit na operację", "aid_per_operation")


@runs("A11")
def least_grant(operation: Operation) -> Ceiling | None:
    """Return the least that a grant may be, 5 000 zł: cut below it, it is none (A11)."""
    around = operation.around
    if around.procedure != "grants" or not around.has("least_grant"):
        return None
    least, source = around.grosze("least_grant"), around.figure("least_grant").source
    said = Said("Grant nie może być niższy niż {least:zł}.", {"least": least})
    return Ceiling("A11", "najniższa kwota grantu", least, said, source)


def _of_figure(operation: Operation, number: str, name: str, figure: str) -> Iterator[Ceiling]:
    around = operation.around
    if number not in around.programme.rules or not around.has(figure):
        return
    most = around.grosze(figure)
    said = Said("Najwyższa kwota pomocy wynosi {most:zł}.", {"most": most})
    yield Ceiling(number, name, most, said, around.figure(figure).source)
