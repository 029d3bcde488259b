"""The electronic signatures of a PDF: whose they are, and whether what they signed is unchanged."""

import logging
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus
from pyhanko_certvalidator import ValidationContext

from rounds.signed_pdf import SignedPdf
from scoring import polish

# What is not in order is told by what is returned.
logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)

Coverage = Literal["file", "revision", "part"]
"""What a signature covers: the whole file; all that there was when it was signed, to which something
was added since; or less than that, which no honest signature does."""

Later = Literal["nothing", "signatures", "other"]
"""What was added behind what a signature covers: nothing, further signatures, or anything else."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature of a document.

    ``signer`` is the name in the certificate, and ``certificate`` its SHA-256; None where none can be
    read. ``signed_at`` is the
    time of the time stamp, else the time that the signer's computer stated (``stamped`` tells
    which). ``intact``: what it covers is what was signed. ``trusted`` is None where nobody said
    which issuers are to be trusted; ``why`` says so in Polish.
    """

    field: str
    signer: str | None
    certificate: str | None
    signed_at: datetime | None
    stamped: bool
    intact: bool
    covers: Coverage
    later: Later
    trusted: bool | None
    why: str

    @property
    def holds(self) -> bool:
        """Say whether the document is what was signed, with further signatures at most."""
        return self.intact and self.covers != "part" and self.later != "other"

    @property
    def sentence(self) -> str:
        """Tell the signature in Polish, as a verdict on the document begins with it."""
        who = self.signer or "podpisujący nieznany"
        when = f", {polish.moment(self.signed_at)}" if self.signed_at else ""
        clock = " (znacznik czasu)" if self.stamped else " (czas podany przez podpisującego)"
        return f"{self.field}: {who}{when}{clock if when else ''} – {self._state}; {self.why}"

    @property
    def _state(self) -> str:
        if not self.intact:
            return "NARUSZONY: to, co podpisano, zmieniono"
        if self.covers == "part":
            return "NIEPEŁNY: nie obejmuje całości dokumentu"
        if self.later == "other":
            return "po podpisaniu zmieniono dokument"
        if self.later == "signatures":
            return "nienaruszony; później dodano tylko dalsze podpisy"
        return "nienaruszony, obejmuje cały plik"


UNREADABLE = Signature(
    "podpis",
    None,
    None,
    None,
    stamped=False,
    intact=False,
    covers="part",
    later="other",
    trusted=False,
    why="podpisu nie da się odczytać",
)
"""What is said of a signature that is there and cannot be read."""


_SPOILT = (PdfError, zlib.error, ValueError, KeyError, TypeError, AttributeError)
"""What comes of reading a file that was spoilt or tampered with."""


def signatures_in(content: bytes, anchors: Sequence[bytes] = ()) -> tuple[Signature, ...]:
    """Read and check all signatures of a PDF, in the order of signing; nothing is fetched.

    Args:
        content: the PDF.
        anchors: certificates (DER) of the issuers that are trusted; without any, nobody is asked
            who issued the signers' certificates.

    Raises:
        ValueError: the content is no PDF that can be read.
    """
    try:
        embedded = SignedPdf(content).embedded_regular_signatures
    except _SPOILT as error:
        raise ValueError("no PDF that can be read") from error
    roots = [Certificate.load(one) for one in anchors]
    return tuple(_read(one, roots) for one in embedded)


def _read(one: EmbeddedPdfSignature, roots: list[Certificate]) -> Signature:
    try:
        return _checked(one, roots)
    except (SignatureValidationError, *_SPOILT):
        return UNREADABLE


def _checked(one: EmbeddedPdfSignature, roots: list[Certificate]) -> Signature:
    stated = one.self_reported_timestamp
    context = ValidationContext(trust_roots=roots, allow_fetching=False, moment=stated)
    status = validate_pdf_signature(one, context)
    stamp = status.timestamp_validity
    stamped = stamp is not None and stamp.intact and stamp.valid
    signed_at = stamp.timestamp if stamp is not None and stamped else stated
    trusted, why = _trust(one.signer_cert, signed_at, status, roots)
    return Signature(
        field=one.field_name,
        signer=_name(one.signer_cert),
        certificate=one.signer_cert.sha256.hex(),
        signed_at=signed_at,
        stamped=stamped,
        intact=status.intact and status.valid,
        covers=_coverage(status),
        later=_later(status),
        trusted=trusted,
        why=why,
    )


def _coverage(status: PdfSignatureStatus) -> Coverage:
    if status.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return "file"
    return "revision" if status.coverage == SignatureCoverageLevel.ENTIRE_REVISION else "part"


def _later(status: PdfSignatureStatus) -> Later:
    """Tell what was added since; the library compares the two revisions object by object."""
    if status.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return "nothing"
    level = status.modification_level
    harmless = (ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING)
    return "signatures" if level in harmless else "other"


def _trust(
    certificate: Certificate,
    at: datetime | None,
    status: PdfSignatureStatus,
    roots: list[Certificate],
) -> tuple[bool | None, str]:
    """Tell whether the certificate comes from those who are trusted, and why."""
    valid = certificate["tbs_certificate"]["validity"]
    if at is not None and not valid["not_before"].native <= at <= valid["not_after"].native:
        return False, "certyfikat nie był ważny w chwili podpisania"
    if not roots:
        if certificate.self_issued:
            return None, "certyfikat wystawił sobie sam podpisujący"
        issuer = _name_in(certificate.issuer.native)
        return None, f"certyfikat wystawił {issuer}; nie sprawdzono, czy można mu ufać"
    if status.trusted:
        return True, "certyfikat pochodzi od zaufanego wystawcy"
    return False, "certyfikat nie pochodzi od zaufanego wystawcy"


def _name(certificate: Certificate) -> str:
    return _name_in(certificate.subject.native)


def _name_in(parts: dict[str, str | list[str]]) -> str:
    """Return how a certificate calls somebody: the common name, else whatever it has."""
    found = (
        parts.get("common_name")
        or parts.get("organization_name")
        or ", ".join(map(str, parts.values()))
    )
    return found if isinstance(found, str) else ", ".join(found)
