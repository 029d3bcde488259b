"""What is missing of an application, as the sheets and the call for completion list it."""

from collections.abc import Iterable

from scoring import polish
from scoring.completion import Gap
from scoring.facts import Catalogue
from scoring.value import Value
from templates.base.entry import NONE


class Lacking(Value):
    """A thing that is missing: where it stands in the register, what proves it, what needs it."""

    name: str
    column: str
    write: str
    evidence: str
    needed_for: tuple[str, ...]


def lacking(some: Iterable[Gap], catalogue: Catalogue) -> tuple[Lacking, ...]:
    """Return what is missing, ready to print."""
    return tuple(_lacking(one, catalogue) for one in some)


def _lacking(gap: Gap, catalogue: Catalogue) -> Lacking:
    missing = gap.missing
    if missing.why == "identity":
        return Lacking(
            name=f"Numer identyfikacyjny (EP) albo NIP: {missing.detail}",
            column="Numer identyfikacyjny (EP), NIP",
            write="numer identyfikacyjny (EP) albo NIP",
            evidence=NONE,
            needed_for=gap.needed_for,
        )
    if missing.why != "fact":
        said = polish.capital(missing.sentence(catalogue))
        return Lacking(
            name=f"{said}.", column=NONE, write=NONE, evidence=NONE, needed_for=gap.needed_for
        )
    fact = catalogue.fact(missing.detail)
    options = fact.options.values()
    return Lacking(
        name=fact.name,
        column=fact.columns[0] if fact.columns else NONE,
        write=f"jedna z możliwości: {', '.join(options)}" if options else fact.what_to_write,
        evidence=fact.evidence or NONE,
        needed_for=gap.needed_for,
    )
