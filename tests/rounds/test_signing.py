"""A real document, printed, signed and read again: nothing printed changes, and tampering is found."""

import io
import os
import shutil
import subprocess
import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pkcs11
import pytest
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pkcs11.util.rsa import decode_rsa_private_key
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pypdf import PdfReader, PdfWriter

from reading.problems import Refused, Unavailable
from rounds.pack import make_pack
from rounds.signatures import UNREADABLE, Signature, signatures_in
from rounds.signing import Wish, sign_file
from rounds.signing_keys import Token, from_file, from_token
from templates.printing import render_example
from tests.rounds.keys import NAME, NOON, PASSPHRASE, Issued, issued
from tests.rounds.test_pack import call, last, printed  # noqa: F401 - fixtures

MODULES = (
    os.environ.get("SOFTHSM2_MODULE", ""),
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
)
"""Where SoftHSM, a token made of software, lies when it is installed."""


INVISIBLE = Wish()


@pytest.fixture(scope="module")
def person() -> Issued:
    return issued()


@pytest.fixture(scope="module")
def minutes() -> bytes:
    """Minutes as they are printed: PDF/A-3a, eight pages, two signature lines."""
    return render_example("minutes")


@pytest.fixture
def document(minutes: bytes, tmp_path: Path) -> Path:
    file = tmp_path / "protokol.pdf"
    file.write_bytes(minutes)
    return file


@pytest.fixture
def key(person: Issued, tmp_path: Path) -> Path:
    return person.write(tmp_path / "podpis.p12")


def sign(document: Path, key: Path, wish: Wish = INVISIBLE, now: datetime = NOON) -> bytes:
    sign_file(document, document, from_file(key, PASSPHRASE), wish, now)
    return document.read_bytes()


def rectangles(content: bytes) -> list[tuple[int, list[int]]]:
    """Page (from 1) and rectangle of every visible signature."""
    pages = PdfReader(io.BytesIO(content)).pages
    return [
        (number, [int(one) for one in note.get_object()["/Rect"]])
        for number, page in enumerate(pages, start=1)
        for note in page.get("/Annots", [])
        if note.get_object()["/Subtype"] == "/Widget"
    ]


def read(content: bytes) -> tuple[Signature, ...]:
    """The signatures of a file that may be spoilt past reading, which is found too."""
    try:
        return signatures_in(content)
    except ValueError:
        return (UNREADABLE,)


def catalog(content: bytes) -> Any:
    """The root of a document, from which all the rest is reached."""
    return PdfReader(io.BytesIO(content)).trailer["/Root"]


def widget(content: bytes) -> Any:
    """The one visible signature of a document."""
    [found] = [
        note.get_object()
        for page in catalog(content)["/Pages"]["/Kids"]
        for note in page.get_object().get("/Annots", [])
    ]
    return found


def font(content: bytes) -> Any:
    """The font of the one visible signature."""
    [found] = widget(content)["/AP"]["/N"]["/Resources"]["/Font"].values()
    return found.get_object()


def test_what_was_printed_stays_to_the_byte_and_the_library_accepts_the_signature(
    document: Path, key: Path, minutes: bytes, person: Issued
):
    content = sign(document, key, Wish(reason="protokół z posiedzenia"))
    assert content[: len(minutes)] == minutes
    trusted = ValidationContext(trust_roots=[Certificate.load(person.issuer)], moment=NOON)
    [embedded] = PdfFileReader(io.BytesIO(content)).embedded_signatures
    status = validate_pdf_signature(embedded, trusted)
    assert status.bottom_line
    assert embedded.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    assert embedded.sig_object["/Reason"] == "protokół z posiedzenia"


def test_a_signature_is_read_with_its_signer_its_time_and_what_it_covers(
    document: Path, key: Path, person: Issued
):
    content = sign(document, key)
    [found] = signatures_in(content, [person.issuer])
    der = person.certificate.public_bytes(Encoding.DER)
    assert (found.signer, found.certificate) == (NAME, sha256(der).hexdigest())
    assert (found.field, found.signed_at, found.stamped) == ("Podpis1", NOON, False)
    assert (found.intact, found.covers, found.later, found.holds) == (True, "file", "nothing", True)
    assert found.trusted is True


def test_without_issuers_to_trust_nobody_says_that_the_certificate_is_good(
    document: Path, key: Path
):
    [found] = signatures_in(sign(document, key))
    assert found.trusted is None
    assert found.sentence == (
        "Podpis1: Zofia Przykładowa, 1.04.2030, 12:00 (czas podany przez podpisującego) – "
        "nienaruszony, obejmuje cały plik; certyfikat wystawił Urząd Certyfikacji Przykład; "
        "nie sprawdzono, czy można mu ufać"
    )


def test_a_certificate_of_another_issuer_is_not_trusted(document: Path, key: Path):
    [found] = signatures_in(sign(document, key), [issued().issuer])
    assert (found.intact, found.trusted) == (True, False)


def test_a_document_that_nobody_signed_bears_no_signatures(minutes: bytes):
    assert signatures_in(minutes) == ()
    with pytest.raises(ValueError, match="no PDF"):
        signatures_in(b"to nie jest PDF")


def test_the_document_stays_pdf_a_with_its_title_tags_and_embedded_fonts(
    document: Path, key: Path, minutes: bytes
):
    content = sign(document, key, Wish(visible=True))
    before, after = catalog(minutes), catalog(content)
    metadata = after["/Metadata"].get_object()
    assert "/Filter" not in metadata
    assert b'pdfaid:part="3"' in metadata.get_data()
    assert b'pdfaid:conformance="A"' in metadata.get_data()
    assert after.raw_get("/StructTreeRoot").idnum == before.raw_get("/StructTreeRoot").idnum
    assert len(after["/OutputIntents"]) == 1
    assert (after["/Lang"], after["/MarkInfo"]) == (before["/Lang"], before["/MarkInfo"])
    assert widget(content)["/F"] & 0b100110 == 0b100  # printed, and never hidden
    [drawn] = font(content)["/DescendantFonts"]
    assert "/FontFile2" in drawn["/FontDescriptor"]
    assert "/ToUnicode" in font(content)


def test_the_letters_of_a_visible_signature_have_the_widths_of_a_pdf(document: Path, key: Path):
    content = sign(document, key, Wish(visible=True))
    [drawn] = font(content)["/DescendantFonts"]
    runs = [one for one in drawn["/W"] if isinstance(one, list)]
    # A figure of Lato is 1160 of 2000 units wide: 580 thousandths.
    assert 580 in [width for run in runs for width in run]


def test_visible_signatures_go_each_to_a_free_line_and_then_to_the_corner(
    document: Path, key: Path, tmp_path: Path
):
    second = issued("Adam Zmyślony").write(tmp_path / "drugi.p12")
    third = issued("Ewa Fikcyjna").write(tmp_path / "trzeci.p12")
    for one in (key, second, third):
        sign(document, one, Wish(visible=True))
    content = document.read_bytes()
    (page, chair), (same, clerk), (last_one, corner) = rectangles(content)
    assert (page, same, last_one) == (8, 8, 8)
    assert chair[1] == clerk[1]
    assert chair[2] < clerk[0]
    assert corner[1] == 57
    earlier = [(one.signer, one.covers, one.later) for one in signatures_in(content)]
    assert earlier == [
        (NAME, "revision", "signatures"),
        ("Adam Zmyślony", "revision", "signatures"),
        ("Ewa Fikcyjna", "file", "nothing"),
    ]
    assert all(one.holds for one in signatures_in(content))


def test_a_page_may_be_chosen_and_one_that_is_not_there_is_refused(document: Path, key: Path):
    with pytest.raises(
        Refused, match="dokument nie ma strony 9: ma ich 8 → podaj --page od 1 do 8"
    ):
        sign(document, key, Wish(visible=True, page=9))
    assert [page for page, _ in rectangles(sign(document, key, Wish(visible=True, page=2)))] == [2]


def test_signing_again_with_the_same_certificate_changes_nothing(document: Path, key: Path):
    once = sign(document, key)
    again = sign_file(document, document, from_file(key, PASSPHRASE), Wish(), NOON)
    assert not again.is_new
    assert document.read_bytes() == once


@pytest.mark.parametrize("share", [0.01, 0.2, 0.5, 0.8, 0.97])
def test_a_changed_byte_of_what_was_printed_is_found(
    document: Path, key: Path, minutes: bytes, share: float
):
    content = bytearray(sign(document, key))
    content[int(len(minutes) * share)] ^= 1
    assert [one.holds for one in read(bytes(content))] == [False]


def test_a_page_added_after_signing_is_found(document: Path, key: Path, tmp_path: Path):
    content = sign(document, key)
    writer = PdfWriter(io.BytesIO(content), incremental=True)
    writer.add_blank_page(100, 100)
    changed = tmp_path / "inny.pdf"
    writer.write(changed)
    [found] = signatures_in(changed.read_bytes())
    assert (found.intact, found.covers, found.later) == (True, "revision", "other")
    assert not found.holds


def test_a_set_is_made_of_really_signed_documents_and_says_so(
    call: Path,  # noqa: F811 - a fixture
    key: Path,
    tmp_path: Path,
):
    sign(call / "wyniki" / "wersja-1" / "lista-rankingowa.pdf", key, Wish(visible=True))
    pack = make_pack(last(call), "board", tmp_path / "pakiety")
    marked = [one.document.name for one in pack.listed if one.document.signed]
    assert marked == ["lista-rankingowa.pdf"]


def test_a_wrong_passphrase_and_a_file_that_is_no_key_are_told_apart(key: Path, document: Path):
    with pytest.raises(Refused, match="hasło nie pasuje do tego pliku"):
        from_file(key, "inne hasło")
    with pytest.raises(Refused, match="to nie jest plik PKCS#12"):
        from_file(document, PASSPHRASE)


def test_a_certificate_is_refused_before_and_after_its_days_and_for_another_use(
    document: Path, minutes: bytes, tmp_path: Path
):
    short = issued(since=NOON, days=1).write(tmp_path / "krotki.p12")
    with pytest.raises(Refused, match=r"stracił ważność 2\.04\.2030, 12:00"):
        sign(document, short, now=NOON + timedelta(days=1, minutes=1))
    with pytest.raises(Refused, match=r"będzie ważny dopiero od 1\.04\.2030, 12:00"):
        sign(document, short, now=NOON - timedelta(minutes=1))
    secret = issued(signs=False).write(tmp_path / "szyfr.p12")
    with pytest.raises(Refused, match="nie służy do podpisywania"):
        sign(document, secret)
    assert document.read_bytes() == minutes


def test_an_encrypted_and_a_spoilt_document_are_refused(document: Path, key: Path, minutes: bytes):
    writer = PdfWriter(io.BytesIO(minutes))
    writer.encrypt("hasło", algorithm="AES-256")
    writer.write(document)
    with pytest.raises(Refused, match="PDF jest zaszyfrowany"):
        sign(document, key)
    document.write_bytes(minutes[:5000])
    with pytest.raises(Refused, match="to nie jest PDF albo jest uszkodzony"):
        sign(document, key)


def test_a_time_stamp_that_cannot_be_had_leaves_the_document_as_it_was(
    document: Path, key: Path, minutes: bytes
):
    nobody = Wish(timestamp="http://127.0.0.1:9/tsa")
    with pytest.raises(Unavailable, match="nie odpowiada; spróbuj później"):
        sign(document, key, nobody)
    assert document.read_bytes() == minutes
    assert [one.name for one in document.parent.iterdir() if one.suffix == ".pdf"] == [
        document.name
    ]


@pytest.fixture
def token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, person: Issued) -> Token:
    """A token made of software that holds the key and the certificate of a person."""
    module = next((one for one in MODULES if one and Path(one).is_file()), None)
    tool = shutil.which("softhsm2-util")
    if module is None or tool is None:
        pytest.skip("SoftHSM is not installed (apt install softhsm2)")
    (tmp_path / "tokeny").mkdir()
    settings = tmp_path / "softhsm2.conf"
    settings.write_text(
        f"directories.tokendir = {tmp_path / 'tokeny'}\nobjectstore.backend = file\n"
    )
    monkeypatch.setenv("SOFTHSM2_CONF", str(settings))
    label = f"karta-{uuid.uuid4().hex[:8]}"
    words = ["--init-token", "--free", "--label", label, "--pin", "1234", "--so-pin", "5678"]
    subprocess.run([tool, "--module", module, *words], check=True, capture_output=True)
    library = pkcs11.lib(module)
    library.reinitialize()
    with library.get_token(token_label=label).open(user_pin="1234", rw=True) as session:
        held = {
            pkcs11.Attribute.TOKEN: True,
            pkcs11.Attribute.ID: b"\x01",
            pkcs11.Attribute.LABEL: "podpis",
        }
        der = person.key.private_bytes(
            Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption()
        )
        session.create_object(decode_rsa_private_key(der) | held | {pkcs11.Attribute.SIGN: True})
        session.create_object(
            {
                pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE,
                pkcs11.Attribute.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509,
                pkcs11.Attribute.VALUE: person.certificate.public_bytes(Encoding.DER),
                pkcs11.Attribute.SUBJECT: person.certificate.subject.public_bytes(),
                **held,
            }
        )
    return Token(Path(module), label)


def test_a_token_signs_as_a_file_does(token: Token, document: Path, person: Issued):
    with from_token(token, "1234") as signer:
        sign_file(document, document, signer, Wish(visible=True), NOON)
    [found] = signatures_in(document.read_bytes(), [person.issuer])
    assert (found.signer, found.holds, found.trusted) == (NAME, True, True)


def test_a_wrong_pin_token_or_certificate_is_told(token: Token):
    for wrong, pin, said in (
        (token, "9999", "PIN jest błędny"),
        (replace(token, label="inna"), "1234", "moduł nie widzi tokenu „inna”"),
        (replace(token, certificate="inny"), "1234", "na tokenie są: „podpis”"),
    ):
        with pytest.raises(Refused, match=said), from_token(wrong, pin):
            pytest.fail("the token was opened")


def test_a_module_that_is_no_module_is_told(document: Path):
    for place in (document, document.with_name("nie-ma.so")):
        with (
            pytest.raises(Refused, match="to nie jest moduł PKCS#11"),
            from_token(Token(place), "1234"),
        ):
            pytest.fail("the token was opened")


def test_a_time_is_told_as_the_clerk_reads_the_clock(document: Path, key: Path):
    summer = datetime(2030, 7, 1, 10, 0, tzinfo=UTC)
    [found] = signatures_in(sign(document, key, now=summer))
    assert found.signed_at == summer
