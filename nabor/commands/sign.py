"""``nabor sign``: an electronic signature on a printed document."""

import os
import sys
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer
from rich.markup import escape

from nabor import screen
from nabor.new_file import new_file
from reading.problems import Problem, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyhanko.sign.signers import Signer

PASSPHRASE = "NABOR_SIGN_PASSPHRASE"  # noqa: S105 - the name of a variable, not what is in it
"""The variable that a passphrase or PIN is read from; a command line is seen by others."""


def run(
    file: Annotated[Path, typer.Argument(metavar="PLIK.pdf", help="Dokument do podpisania.")],
    *,
    key: Annotated[
        Path | None,
        typer.Option(metavar="PLIK.p12", help="Klucz z certyfikatem (PKCS#12: .p12, .pfx)."),
    ] = None,
    pkcs11: Annotated[
        Path | None,
        typer.Option(metavar="MODUŁ", help="Biblioteka karty albo tokenu (PKCS#11)."),
    ] = None,
    token: Annotated[
        str | None, typer.Option(metavar="ETYKIETA", help="Który token; zbędne, gdy jest jeden.")
    ] = None,
    certificate: Annotated[
        str | None,
        typer.Option(metavar="ETYKIETA", help="Który certyfikat tokenu; zbędne, gdy jest jeden."),
    ] = None,
    visible: Annotated[
        bool, typer.Option("--visible", help="Podpis widoczny: nad linią podpisu.")
    ] = False,
    page: Annotated[
        int | None,
        typer.Option(metavar="NR", help="Strona podpisu widocznego; -1 to ostatnia."),
    ] = None,
    reason: Annotated[
        str | None, typer.Option(metavar="TEKST", help="Powód podpisania, do wiadomości.")
    ] = None,
    timestamp: Annotated[
        str | None,
        typer.Option(
            metavar="URL", help="Serwer znacznika czasu; bez niego nic nie jest pobierane."
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="PLIK.pdf", help="Dokąd zapisać; zwykle w miejsce dokumentu."),
    ] = None,
) -> None:
    """Podpisuje wydrukowany dokument elektronicznie (PAdES); to, co wydrukowano, się nie zmienia.

    Hasło klucza albo PIN karty podaje się na ekranie lub w zmiennej NABOR_SIGN_PASSPHRASE.

    Przykład: nabor sign protokol.pdf --key podpis.p12 --visible
    """
    from rounds.signing import Wish, sign_file

    target = new_file(out, ".pdf") if out else file
    now = datetime.now(ZoneInfo("Europe/Warsaw"))  # noqa: TID251 - the door reads the clock
    wish = Wish(visible or page is not None, page, reason, timestamp)
    with _signer(key, pkcs11, token, certificate) as signer:
        done = sign_file(file, target, signer, wish, now.replace(microsecond=0))
    said = "Podpisano" if done.is_new else "Bez zmian, ten certyfikat już podpisał"
    screen.out.print(f"{said}: {escape(done.signature.sentence)}", soft_wrap=True)
    if done.is_new:
        screen.out.print(f"Zapisano: {escape(str(target))}", soft_wrap=True)


@contextmanager
def _signer(
    key: Path | None, pkcs11: Path | None, token: str | None, certificate: str | None
) -> "Iterator[Signer]":
    """Open the one key that was named."""
    from rounds.signing_keys import Token, from_file, from_token

    if (key is None) == (pkcs11 is None):
        what = "nie podano klucza" if key is None else "podano i plik, i token"
        write = "podaj jedno: --key PLIK.p12 albo --pkcs11 MODUŁ"
        raise Refused([Problem("--key", what, write)])
    if pkcs11 is not None:
        with from_token(Token(pkcs11, token, certificate), _secret("PIN")) as signer:
            yield signer
    elif key is not None:
        key.open("rb").close()  # nobody types a passphrase for a file that is not there
        yield from_file(key, _secret("Hasło klucza"))


def _secret(what: str) -> str:
    """Read a passphrase or PIN: from the environment, or from the terminal without showing it."""
    if (given := os.environ.get(PASSPHRASE)) is not None:
        return given
    if not sys.stdin.isatty():
        write = f"wpisz je w zmiennej {PASSPHRASE} albo uruchom polecenie w terminalu"
        raise Refused([Problem(PASSPHRASE, f"nie podano: {what}", write)])
    return str(typer.prompt(what, hide_input=True, err=True))
