"""What was written of each attachment when a document was printed, beside what it is now."""

from collections.abc import Iterator

from rounds.proof.compare import NOTHING, Difference
from rounds.proof.pdf import Pdf
from scoring.canonical import Json
from templates.attachments import NAME
from templates.seal import DOCUMENT, digest, is_intact, parts_of


def broken_seals(pdf: Pdf) -> Iterator[Difference]:
    """Compare every attachment with the hash that was written when the document was printed."""
    said = pdf.said
    if not is_intact(said):
        yield Difference(DOCUMENT, "treść zmieniona po wydruku", "treść sprzed zmiany")
    for several in pdf.twice:
        yield Difference(several, "kilka załączników o tej nazwie", "jeden")
    for one in _listed(pdf):
        name, sha256 = (str(one.get(key)) for key in ("name", "sha256"))
        if name not in pdf.attached:
            yield Difference(name, "brak załącznika", "załącznik wydrukowanego dokumentu")
        elif digest(pdf.attached[name]) != sha256:
            follows = f"treść o skrócie {sha256[:16]}…"
            yield Difference(name, "treść zmieniona po wydruku", follows)
    yield from _parts(pdf)


def _parts(pdf: Pdf) -> Iterator[Difference]:
    """Name the parts of the decision that were changed after the print."""
    wanted, carried = pdf.said.get("parts"), pdf.carried
    if not isinstance(wanted, dict) or not _was_changed(pdf):
        return
    try:
        found = parts_of(carried)
    except (AttributeError, TypeError):
        return
    for name in sorted({*wanted, *found}):
        if wanted.get(name) != found.get(name):
            stands = "zmienione po wydruku" if name in wanted else "dopisane po wydruku"
            where = f"{NAME}, {name}"
            yield Difference(where, stands if name in found else NOTHING, "treść sprzed zmiany")


def _was_changed(pdf: Pdf) -> bool:
    """Say whether the decision inside is other than when it was printed."""
    found = digest(pdf.attached.get(NAME, ""))
    return all(one.get("sha256") != found for one in _listed(pdf))


def _listed(pdf: Pdf) -> list[Json]:
    """Return what was written of each attachment."""
    listed = pdf.said.get("attachments")
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
