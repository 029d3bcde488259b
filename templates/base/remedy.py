"""What kept a vote from being valid, and what would have mended it."""

from collections.abc import Iterator

from scoring import polish
from scoring.council.mend import Remedy
from templates.base.person import by_alphabet, listed


def remedies(remedy: Remedy) -> Iterator[str]:
    """Say what kept a vote from being valid, and what would have mended it."""
    if remedy.missing:
        more = polish.plural(
            remedy.missing, "osoby uprawnionej", "osób uprawnionych", "osób uprawnionych"
        )
        absent = (
            f" Nieobecni, którzy mogliby głosować: {listed(remedy.absent)}."
            if remedy.absent
            else ""
        )
        yield f"Do kworum zabrakło {more}.{absent}"
    if remedy.out_of_reach:
        yield "Parytetu nie przywróciłoby wyłączenie z głosowania żadnej z obecnych osób."
    if remedy.out_of_reach is None:
        yield "Sposobów przywrócenia parytetu jest zbyt wiele, żeby sprawdzić wszystkie."
    if remedy.ways:
        count = polish.plural(remedy.ways[0].count, "osoby", "osób", "osób")
        names = listed(by_alphabet(remedy.candidates))
        yield f"Parytet przywraca nieuczestniczenie w głosowaniu {count} spośród: {names}."
    if remedy.lot is not None:
        yield f"Los pada na: {listed(remedy.lot.drawn)}. {remedy.lot.how}."
