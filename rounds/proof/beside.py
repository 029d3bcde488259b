"""Whether an internal document can prove another at all: of the same call, version and decision."""

from reading.problems import Problem, Refused
from rounds.proof.pdf import Pdf
from rounds.proof.seals import broken_seals
from scoring.canonical import Json


def refuse_stranger(pdf: Pdf, beside: Pdf) -> None:
    """Refuse an internal document that tells of something else than the document to be proved.

    Where either was changed after its print, nothing is refused: what it says of itself may be
    what was changed, and the proof names it.

    Raises:
        Refused: it is of another LGD, call, version or decision; the first of these is told.
    """
    what = _other(pdf, beside)
    if what is not None and not any((*broken_seals(pdf), *broken_seals(beside))):
        write = "podaj w --with egzemplarz wewnętrzny tej samej wersji tego naboru"
        raise Refused([Problem(pdf.name, f"egzemplarz z --with jest {what}", write)])


def _other(pdf: Pdf, beside: Pdf) -> str | None:
    """Say of what else the document beside is; ``None`` where nothing differs that both state."""
    mine, theirs = (_call(one.carried) for one in (pdf, beside))
    asked = (
        ("z innej LGD", _name(mine.get("lgd")), _name(theirs.get("lgd"))),
        ("z innego naboru", mine.get("number"), theirs.get("number")),
        ("z innej wersji", pdf.said.get("version"), beside.said.get("version")),
    )
    for what, here, there in asked:
        if here is not None and there is not None and here != there:
            return f"{what} ({there}, a ten z {here})"
    here, there = (_fingerprint(one.carried) for one in (pdf, beside))
    if here is not None and there is not None and here != there:
        return f"z innego rozstrzygnięcia (odcisk {there[:16]}, a tu {here[:16]})"
    return None


def _call(carried: Json) -> Json:
    inputs = carried.get("inputs")
    found = inputs.get("call") if isinstance(inputs, dict) else None
    return found if isinstance(found, dict) else {}


def _name(lgd: object) -> object:
    return lgd.get("name") if isinstance(lgd, dict) else lgd


def _fingerprint(carried: Json) -> str | None:
    results = carried.get("results")
    found = results.get("fingerprint") if isinstance(results, dict) else None
    return found if isinstance(found, str) else None
