"""An electronic signature behind the bytes of a printed document (PAdES): nothing before it changes."""

import os
import shutil
import tempfile
import zlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from textwrap import shorten
from typing import Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.sign.timestamps import HTTPTimeStamper, TimestampRequestError

from reading.problems import Problem, Refused, Unavailable
from rounds.signature_look import LETTERS, Place, look, place_for
from rounds.signatures import Signature, signatures_in
from rounds.signed_pdf import SignedPdf
from rounds.signing_keys import refuse_unfit
from scoring import polish
from templates.glyphs import printable

FIELD = "Podpis"
"""How fields of signatures are called: Podpis1, Podpis2 and so on."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How a document is to be signed.

    ``page`` counts from 1, and from -1 backwards; without one a visible signature goes to the first
    signature line that is free. ``timestamp`` is the address of a time-stamping authority
    (RFC 3161); without one nothing is fetched from anywhere.
    """

    visible: bool = False
    page: int | None = None
    reason: str | None = None
    timestamp: str | None = None


@dataclass(frozen=True, slots=True)
class Signed:
    """What became of a document. ``is_new``: it was not signed with this certificate before."""

    signature: Signature
    is_new: bool


def sign_file(file: Path, target: Path, signer: Signer, wish: Wish, now: datetime) -> Signed:
    """Sign a document and write it, whole or not at all; its own place is the usual target.

    A document that bears a signature of the same certificate, unharmed, stays as it is.

    Raises:
        Refused: the certificate or the document is not fit to be signed.
        Unavailable: the time-stamping authority does not answer.
        OSError: the document cannot be read, or the target written.
    """
    content, place = file.read_bytes(), str(file)
    certificate = refuse_unfit(signer.signing_cert, now, place)
    _writer(content, place)
    for one in signatures_in(content):
        if one.certificate == certificate.sha256.hex() and one.holds:
            return Signed(one, is_new=False)
    result = signed(content, signer, wish, now, place)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as draft:
        new = Path(draft) / target.name
        with new.open("wb") as stream:
            stream.write(result)
            stream.flush()
            os.fsync(stream.fileno())
        shutil.copymode(file, new)
        new.replace(target)
    return Signed(signatures_in(result)[-1], is_new=True)


class _At(PdfSigner):
    """A signer that takes the time from its caller, and never from a clock of its own."""

    now: datetime

    def init_signing_session(self, *args: Any, **options: Any) -> PdfSigningSession:  # noqa: ANN401 - those of pyHanko
        """Begin to sign at the time that was given."""
        session = super().init_signing_session(*args, **options)
        session.system_time = self.now
        return session


def signed(content: bytes, signer: Signer, wish: Wish, now: datetime, place: str) -> bytes:
    """Return the document with one more signature: the bytes that were, and an addition.

    Args:
        content: the PDF.
        signer: the key and the certificate.
        wish: what is asked for.
        now: the time that the signature states.
        place: how the file is called in complaints.

    Raises:
        Refused: the content is no PDF, is encrypted, or has no such page.
        Unavailable: the time-stamping authority does not answer.
    """
    writer = _writer(content, place)
    names = {name for name, *_ in enumerate_sig_fields(writer.prev)}
    field = next(
        name for count in range(1, len(names) + 2) if (name := f"{FIELD}{count}") not in names
    )
    where = place_for(writer.prev, wish.page, place) if wish.visible else None
    signing = _At(
        PdfSignatureMetadata(
            field_name=field,
            reason=wish.reason,
            subfilter=SigSeedSubFilter.PADES,
            md_algorithm="sha256",
        ),
        signer,
        timestamper=HTTPTimeStamper(wish.timestamp) if wish.timestamp else None,
        stamp_style=look(_text(signer, now, wish.reason)) if where else None,
        new_field_spec=_field(field, where),
    )
    signing.now = now
    try:
        out = signing.sign_pdf(writer)
    except (TimestampRequestError, OSError) as error:
        what = f"serwer znacznika czasu {wish.timestamp} nie odpowiada"
        raise Unavailable(f"{what}; spróbuj później albo podpisz bez --timestamp") from error
    return bytes(out.getbuffer())


def _writer(content: bytes, place: str) -> IncrementalPdfFileWriter:
    try:
        reader = SignedPdf(content)
        if reader.encrypted:
            write = "zdejmij szyfrowanie albo podpisz plik, który wydrukował Nabór"
            raise Refused([Problem(place, "PDF jest zaszyfrowany", write)])
        return IncrementalPdfFileWriter.from_reader(reader)
    except (PdfError, zlib.error, ValueError, TypeError, KeyError):
        what = "to nie jest PDF albo jest uszkodzony"
        raise Refused([Problem(place, what, "podaj plik, który wydrukował Nabór")]) from None


def _field(name: str, where: Place | None) -> SigFieldSpec:
    readable = "Podpis elektroniczny"
    if where is None:
        return SigFieldSpec(name, readable_field_name=readable)
    return SigFieldSpec(name, where.page, where.box, readable_field_name=readable)


def _text(signer: Signer, now: datetime, reason: str | None) -> str:
    """Say who signed, when and what for, in as many lines as the place has.

    The whole of it is in the signature itself; on the page a long name or reason is cut.
    """
    said = ["Podpisano elektronicznie", signer.subject_name or "", polish.moment(now)]
    lines = [*said, *([reason] if reason else [])]
    return "\n".join(shorten(printable(one), LETTERS, placeholder=" …") for one in lines)
