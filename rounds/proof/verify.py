"""Whether a printed document proves itself: decided again from what it carries, printed again, compared.

Nothing is needed but the file: no database, no network, no folder of the call.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reading.problems import Problem, Refused
from rounds.proof.again import Again, decision_in, document_in, printed_alike, printed_as_stated
from rounds.proof.beside import refuse_stranger
from rounds.proof.compare import Difference, json_differs, pages_differ, texts_differ
from rounds.proof.pdf import Pdf, read_pdf
from rounds.proof.published import inconsistencies, printed_otherwise
from rounds.proof.seals import broken_seals
from rounds.rederive import TooNew
from rounds.signatures import UNREADABLE, Signature, signatures_in
from scoring.call import Call
from scoring.decision import Decision
from templates.attachments import NAME
from templates.seal import DOCUMENT, FORMAT, PAGE, WHOLE, printer


@dataclass(frozen=True, slots=True)
class Proof:
    """The answer on one document.

    ``proved`` and ``unproved`` are sentences: what was shown, and what this document cannot show
    by itself. ``notes`` are differences of wording that come of another version of the program.
    ``beside`` is the internal document that it was proved with.
    """

    file: str
    document: str
    version: int | None
    differences: tuple[Difference, ...]
    proved: tuple[str, ...] = ()
    unproved: tuple[str, ...] = ()
    notes: tuple[Difference, ...] = ()
    beside: str | None = None
    signatures: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether nothing was found that does not follow."""
        return not self.differences


def verify(content: bytes, file: str, beside: Pdf | None = None) -> Proof:
    """Prove a document, by itself or with an internal document of the same version beside it.

    Raises:
        Refused: the file cannot be used: no PDF, encrypted, without attachments; or the document
            beside it is of another call, version or decision.
        TooNew: a newer program printed it.
    """
    pdf = read_pdf(content, file)
    _refuse_newer(pdf)
    seals = list(broken_seals(pdf))
    carries = pdf.carried.get("carries")
    if carries == WHOLE:
        proof = _proved_whole(pdf, pdf)
    elif beside is not None and _is_of_a_version(pdf):
        if carries is not None:
            refuse_stranger(pdf, beside)
        proof = _proved_whole(pdf, beside)
    else:
        proof = _proved_in_part(pdf, str(carries))
    signatures = _signatures(content)
    broken = [_broken(one) for one in signatures if not one.holds]
    return replace(
        proof,
        differences=tuple(dict.fromkeys([*seals, *proof.differences, *broken])),
        signatures=tuple(one.sentence for one in signatures),
    )


def _is_of_a_version(pdf: Pdf) -> bool:
    """Say whether the document is one of a version, and does not stand by itself."""
    return _version(pdf) is not None


def _signatures(content: bytes) -> tuple[Signature, ...]:
    """Read the signatures; where one is spoilt so that none can be read, say so."""
    try:
        return signatures_in(content)
    except ValueError:
        return (UNREADABLE,)


def _broken(signature: Signature) -> Difference:
    """Tell of a signature that does not cover the document as it is."""
    return Difference(f"podpis {signature.field}", signature.sentence, "dokument, który podpisano")


def _refuse_newer(pdf: Pdf) -> None:
    for found in (pdf.said.get("format"), pdf.carried.get("format")):
        if isinstance(found, int) and found > FORMAT:
            what = f"wydrukował go nowszy program (format {found})"
            raise TooNew([Problem(pdf.name, what, "zaktualizuj Nabór")])


def _proved_whole(pdf: Pdf, source: Pdf) -> Proof:
    """Prove a document from the whole decision: its own, or that of the document beside it."""
    name, version = str(pdf.said.get("name")), _version(pdf)
    try:
        decision, salt = decision_in(source)
        again = document_in(decision, salt, pdf)
    except TooNew:
        raise
    except Refused as refused:
        found = tuple(Difference(one.file, one.what, one.write) for one in refused.problems)
        return Proof(pdf.name, name, version, found)
    differences, notes = _sorted_out(pdf, [*_attached(pdf, again), *_pages(pdf, again)])
    if source is not pdf:
        differences = [*_beside(source), *differences]
    proved = tuple(_said_of_whole(pdf, source, decision, again)) if not differences else ()
    beside = None if source is pdf else source.name
    return Proof(pdf.name, name, version, tuple(differences), proved, (), tuple(notes), beside)


def _beside(source: Pdf) -> Iterator[Difference]:
    """Ask the document beside whether it proves itself, before anything is proved by it."""
    for one in verify(source.content, source.name).differences:
        yield replace(one, where=f"{source.name}, {one.where}")


def _version(pdf: Pdf) -> int | None:
    found = pdf.said.get("version")
    return found if isinstance(found, int) else None


def _attached(pdf: Pdf, again: Again) -> Iterator[Difference]:
    """Compare every attachment with what it should be."""
    for one in again.attached:
        found = pdf.attached.get(one.name)
        if found is None:
            yield Difference(one.name, "brak załącznika", "załącznik wydrukowanego dokumentu")
        elif found == one.text:
            continue
        elif one.name.endswith(".json"):
            yield from _json(pdf, one.name, one.text)
        else:
            yield from texts_differ(one.name, found, one.text)


def _json(pdf: Pdf, name: str, expected: str) -> Iterator[Difference]:
    found, follows = pdf.json_of(name), replace(pdf, attached={name: expected}).json_of(name)
    if name == DOCUMENT and isinstance(found, dict):
        # The hashes in it were compared already; who laid the pages out may differ.
        found, follows = ({key: one.get(key) for key in _ITSELF} for one in (found, follows))
    differences = list(json_differs(name, found, follows))
    yield from differences
    if not differences and name != DOCUMENT:
        yield Difference(name, "inny zapis tej samej treści", "zapis programu")


def _sorted_out(pdf: Pdf, found: list[Difference]) -> tuple[list[Difference], list[Difference]]:
    """Tell differences of wording apart, where another version of the program printed the file."""
    if pdf.said.get("printer") == printer():
        return found, []
    return [one for one in found if not one.of_words], [one for one in found if one.of_words]


_ITSELF = ("format", "name", "template", "version")
"""What ``document.json`` says of the document itself."""


def _pages(pdf: Pdf, again: Again) -> list[Difference]:
    """Compare the pages with the pages printed again.

    The same printer gives the same bytes, and what is added later (a signature) stands behind them.
    """
    if pdf.content == again.pdf.content:
        return []
    found = list(pages_differ(pdf.pages, again.pdf.pages))
    if pdf.said.get("printer") != printer():
        return found
    if not found and not pdf.content.startswith(again.pdf.content):
        what = "inne bajty niż wydruk, choć słowa te same: obraz strony mógł zostać zmieniony"
        found.append(Difference("plik", what, "bajty wydruku"))
    elif not found:
        drawings = zip(pdf.pages, again.pdf.pages, strict=True)
        found += [
            Difference(f"strona {number}", "rysunek strony zmieniony po wydruku", "rysunek wydruku")
            for number, (mine, theirs) in enumerate(drawings, start=1)
            if mine.drawing != theirs.drawing
        ]
    return found


def _said_of_whole(pdf: Pdf, source: Pdf, decision: Decision, again: Again) -> Iterator[str]:
    whence = "z załączników" if source is pdf else f"z załączników dokumentu {source.name}"
    yield (
        f"Rozstrzygnięcie powtórzono {whence}: punkty, kolejność, minimum, limit i kwoty wynikają "
        "z danych, kart, głosów i kryteriów."
    )
    yield f"Odcisk {decision.fingerprint[:16]} zgadza się."
    if source is not pdf and "commitments" in pdf.carried:
        count = len(pdf.carried["commitments"])
        yield f"Otwarto wszystkie zobowiązania ({count}): dane pominięte w publikacji są te same."
    yield _said_of_pages(pdf, again)


def _said_of_pages(pdf: Pdf, again: Again) -> str:
    if pdf.content.startswith(again.pdf.content):
        more = len(pdf.content) - len(again.pdf.content)
        added = (
            f"; potem dodano {more} bajtów (np. podpis), które stron nie zmieniają" if more else ""
        )
        return f"Wydruk powtórzono: te same bajty{added}."
    return "Wydruk powtórzono inną wersją programu: każda liczba na stronach się zgadza."


def _proved_in_part(pdf: Pdf, carries: str) -> Proof:
    """Prove of a document that does not carry the whole decision what it can prove."""
    name, version = str(pdf.said.get("name")), _version(pdf)
    try:
        again = printed_as_stated(pdf)
    except Refused as refused:
        found = tuple(Difference(one.file, one.what, one.write) for one in refused.problems)
        return Proof(pdf.name, name, version, found)
    differences, notes = _sorted_out(pdf, _pages(pdf, again))
    proved = [_said_of_pages(pdf, again)]
    if carries == "public":
        differences += _published(pdf)
        proved.insert(0, PUBLISHED)
    by_itself = _UNPROVED.get(carries, _UNPROVED_ALONE)
    unproved = (by_itself, _WITH) if _is_of_a_version(pdf) else (by_itself,)
    kept = () if differences else tuple(proved)
    return Proof(pdf.name, name, version, tuple(differences), kept, unproved, tuple(notes))


PUBLISHED = (
    "Kolejność, minimum, limit, wyniki i kwoty wynikają z punktów i kwot podanych w dokumencie, a na "
    "stronach stoi to samo."
)

_UNPROVED = {
    "public": "Nie dowodzi, skąd są punkty ani czym rozstrzygnięto równe wyniki: dane osobowe i karty "
    "zastąpiono zobowiązaniami (skrótami z solą).",
    "one": "Nie dowodzi, skąd są punkty i kwota: zależą też od innych wniosków, których tu nie ma.",
    "told": "Nie dowodzi, skąd jest wynik: pismo nie zawiera kart ani danych innych wniosków.",
}
_UNPROVED_ALONE = "Nie zawiera rozstrzygnięcia, więc dowodzi tylko, że stron nikt nie zmienił."
_WITH = "Dowodzi tego egzemplarz wewnętrzny tej samej wersji: dodaj --with lista-rankingowa.pdf"


def _published(pdf: Pdf) -> list[Difference]:
    carried, page = pdf.carried, pdf.json_of(PAGE)
    try:
        results, written = carried["results"], carried["inputs"]["call"]
        call = Call.model_validate(written)
        found = [*inconsistencies(results, call), *printed_otherwise(page, results, call)]
        named = json_differs(
            f"{NAME}, odcisk", page["frame"]["fingerprint"], printed_alike(results)
        )
        return [*found, *named]
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError) as error:
        said = " ".join(str(error).split())[:200]
        return [Difference(NAME, f"treść nie do odczytania ({said})", "treść sprzed zmiany")]
