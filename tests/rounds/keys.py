"""Certificates made on the spot, for tests that sign."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509.oid import NameOID

NOON = datetime(2030, 4, 1, 12, 0, tzinfo=UTC)
"""When the tests sign, where the clock is theirs."""

PASSPHRASE = "zażółć gęślą jaźń"
NAME = "Zofia Przykładowa"


@dataclass(frozen=True)
class Issued:
    """A key with its certificate, and the issuer's certificate (DER)."""

    key: rsa.RSAPrivateKey
    certificate: x509.Certificate
    issuer: bytes

    def write(self, file: Path) -> Path:
        """Write the key and the certificate as an office gets them: one PKCS#12 file."""
        file.write_bytes(
            pkcs12.serialize_key_and_certificates(
                b"podpis",
                self.key,
                self.certificate,
                None,
                BestAvailableEncryption(PASSPHRASE.encode()),
            )
        )
        return file


def issued(
    name: str = NAME, since: datetime | None = None, days: int = 36500, signs: bool = True
) -> Issued:
    """Issue a certificate to a person by an issuer that is made for it; valid from 2020 on."""
    begins = since or datetime(2020, 1, 1, tzinfo=UTC)
    key, root = (rsa.generate_private_key(65537, 2048) for _ in range(2))
    issuer = _named("Urząd Certyfikacji Przykład")
    top = (
        _begun(issuer, issuer, root.public_key(), begins, days)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(_uses(certifies=True), critical=True)
        .sign(root, hashes.SHA256())
    )
    own = (
        _begun(_named(name), issuer, key.public_key(), begins, days)
        .add_extension(_uses(signs=signs, encrypts=not signs), critical=True)
        .sign(root, hashes.SHA256())
    )
    return Issued(key, own, top.public_bytes(Encoding.DER))


def _begun(
    subject: x509.Name, issuer: x509.Name, key: rsa.RSAPublicKey, since: datetime, days: int
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(since)
        .not_valid_after(since + timedelta(days=days))
    )


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _uses(signs: bool = False, encrypts: bool = False, certifies: bool = False) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=signs,
        content_commitment=signs,
        key_encipherment=encrypts,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=certifies,
        crl_sign=certifies,
        encipher_only=False,
        decipher_only=False,
    )
