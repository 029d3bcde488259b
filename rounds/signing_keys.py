"""The keys that sign documents: a PKCS#12 file, or a card or token read through PKCS#11."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pkcs11
from asn1crypto.pkcs12 import Pfx
from asn1crypto.x509 import Certificate
from pyhanko.config.pkcs11 import TokenCriteria
from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session
from pyhanko.sign.signers import Signer, SimpleSigner

from reading.problems import Problem, Refused
from scoring import polish

if TYPE_CHECKING:
    from pkcs11 import Session

SIGNING_USES = {"digital_signature", "non_repudiation"}
"""What a certificate must be issued for, where it says anything of its use (RFC 5280, 4.2.1.3)."""


@dataclass(frozen=True, slots=True)
class Token:
    """A card or token: the module that talks to it, its label, and which certificate of it signs.

    ``label`` may be None where only one is inserted, ``certificate`` where it holds only one.
    """

    module: Path
    label: str | None = None
    certificate: str | None = None


def from_file(file: Path, passphrase: str) -> Signer:
    """Take the key and the certificate out of a PKCS#12 file.

    Raises:
        Refused: the file is no PKCS#12, the passphrase is another, or there is no key inside.
        OSError: the file cannot be read.
    """
    content = file.read_bytes()
    try:
        Pfx.load(content, strict=True)["auth_safe"]["content_type"]
    except (ValueError, TypeError):
        what = "to nie jest plik PKCS#12"
        raise _refused(file, what, "podaj plik .p12 albo .pfx z kluczem i certyfikatem") from None
    try:
        signer: Signer = SimpleSigner.load_pkcs12_data(content, (), passphrase.encode())
    except ValueError:
        raise _refused(file, "hasło nie pasuje do tego pliku", "podaj właściwe hasło") from None
    except (AttributeError, TypeError, NotImplementedError):
        what = (
            "w pliku nie ma klucza z jego certyfikatem albo jest to klucz, którym się nie podpisuje"
        )
        raise _refused(file, what, "wyeksportuj go ponownie, razem z kluczem prywatnym") from None
    return signer


@contextmanager
def from_token(token: Token, pin: str) -> Iterator[Signer]:
    """Open a card or token for as long as it signs.

    Raises:
        Refused: there is no such module, token or certificate, or the PIN is another.
    """
    try:
        pkcs11.lib(str(token.module))
    except (RuntimeError, pkcs11.PKCS11Error):
        what = "to nie jest moduł PKCS#11"
        write = "podaj bibliotekę od dostawcy podpisu, np. /usr/lib/…/libsofthsm2.so"
        raise _refused(token.module, what, write) from None
    session = _opened(token, pin)
    with session:
        yield _signer_of(session, token)


def _opened(token: Token, pin: str) -> "Session":
    label = TokenCriteria(label=token.label) if token.label else None
    try:
        return open_pkcs11_session(str(token.module), token_criteria=label, user_pin=pin)
    except (pkcs11.PinIncorrect, pkcs11.PinInvalid, pkcs11.PinLenRange):
        raise _refused(token.module, "PIN jest błędny", "podaj właściwy PIN") from None
    except pkcs11.PinLocked:
        what = "token jest zablokowany po błędnych próbach"
        raise _refused(token.module, what, "odblokuj go kodem PUK") from None
    except pkcs11.PKCS11Error:
        said = f"tokenu {polish.quoted(token.label)}" if token.label else "żadnego tokenu"
        write = "włóż kartę albo token i podaj jego etykietę w --token"
        raise _refused(token.module, f"moduł nie widzi {said}", write) from None


def _signer_of(session: "Session", token: Token) -> Signer:
    """Choose the certificate that was asked for, or the only one."""
    found = [
        (str(one[pkcs11.Attribute.LABEL]), bytes(one[pkcs11.Attribute.ID]))
        for one in session.get_objects({pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE})
    ]
    chosen = [one for one in found if token.certificate in (None, one[0])]
    if len(chosen) != 1:
        names = ", ".join(polish.quoted(label) for label, _ in found) or "żadnego"
        what = f"nie wiadomo, którym certyfikatem podpisać; na tokenie są: {names}"
        raise _refused(token.module, what, "podaj jeden z nich w --certificate")
    identifier = chosen[0][1]
    signer = PKCS11Signer(session, cert_id=identifier, key_id=identifier)
    if signer.signing_cert is None:
        what = "certyfikatu nie da się odczytać z tokenu"
        raise _refused(token.module, what, "sprawdź token u dostawcy podpisu")
    return signer


def refuse_unfit(certificate: Certificate | None, now: datetime, place: str) -> Certificate:
    """Return a certificate that may sign at this moment.

    Raises:
        Refused: there is none, it is not valid now, or was not issued for signing.
    """
    if certificate is None:
        what = "nie ma certyfikatu"
        raise Refused([Problem(place, what, "podaj klucz razem z certyfikatem")])
    valid = certificate["tbs_certificate"]["validity"]
    since, until = valid["not_before"].native, valid["not_after"].native
    other = "podpisz ważnym certyfikatem"
    zone = now.tzinfo
    if until < now:
        what = f"certyfikat stracił ważność {polish.moment(until.astimezone(zone))}"
        raise Refused([Problem(place, what, other)])
    if since > now:
        what = f"certyfikat będzie ważny dopiero od {polish.moment(since.astimezone(zone))}"
        raise Refused([Problem(place, what, other)])
    uses = certificate.key_usage_value
    if uses is not None and not SIGNING_USES & set(uses.native):
        what = "certyfikat nie służy do podpisywania (np. tylko do szyfrowania)"
        raise Refused([Problem(place, what, "podaj certyfikat podpisu")])
    return certificate


def _refused(file: Path, what: str, write: str) -> Refused:
    return Refused([Problem(str(file), what, write)])
