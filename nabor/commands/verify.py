"""``nabor verify``: whether a printed document proves itself, from the file alone."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from nabor import screen
from nabor.words import AsJson
from reading.problems import Problem, Refused, why
from scoring import polish

if TYPE_CHECKING:
    from rounds.proof.verify import Proof


def run(
    files: Annotated[
        list[Path], typer.Argument(metavar="PLIK.pdf…", help="Dokumenty wydrukowane z Naboru.")
    ],
    beside: Annotated[
        Path | None,
        typer.Option(
            "--with",
            metavar="WEWNĘTRZNY.pdf",
            help="Egzemplarz wewnętrzny tej samej wersji: dowodzi wszystkiego, także pism i "
            "wersji do publikacji.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Sprawdza, czy dokument potwierdza się sam: bez bazy, sieci i folderu naboru.

    Rozstrzygnięcie powtarza z załączników PDF, drukuje dokument jeszcze raz i porównuje słowo w słowo.

    Kończy się kodem 0, gdy wszystko się zgadza, 1, gdy coś się różni, 2, gdy pliku nie da się użyć.
    Przykład: nabor verify wyniki/wersja-1/lista-rankingowa.pdf
    """
    from rounds.proof.pdf import read_pdf
    from rounds.proof.verify import verify

    internal = None if beside is None else read_pdf(_content(beside), str(beside))
    proofs = [verify(_content(file), str(file), internal) for file in files]
    if as_json:
        said = [_as_json(one) for one in proofs]
        sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=2) + "\n")
    else:
        for one in proofs:
            _show(one)
    return 0 if all(one.holds for one in proofs) else 1


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        what = f"nie można otworzyć pliku ({why(error)})"
        raise Refused([Problem(str(file), what, "sprawdź nazwę i folder")]) from None


def _as_json(proof: "Proof") -> dict[str, object]:
    return {
        "file": proof.file,
        "document": proof.document,
        "version": proof.version,
        "holds": proof.holds,
        "proved": list(proof.proved),
        "unproved": list(proof.unproved),
        "differences": [_difference(one) for one in proof.differences],
        "notes": [_difference(one) for one in proof.notes],
        "signatures": list(proof.signatures),
    }


def _difference(one: object) -> dict[str, str]:
    return {name: getattr(one, name) for name in ("where", "stands", "follows")}


MOST = 40
"""Of more differences than this the first are shown; --json tells all."""


def _show(proof: "Proof") -> None:
    version = "bez numeru wersji" if proof.version is None else f"wersja {proof.version}"
    screen.out.print(
        f"[bold]{escape(proof.file)}[/]: {escape(proof.document)}, {version}", soft_wrap=True
    )
    if proof.holds:
        screen.out.print(f"[green]{_answer(proof)}[/]", soft_wrap=True)
    else:
        count = polish.plural(len(proof.differences), "różnica", "różnice", "różnic")
        screen.out.print(f"[bold red]Dokument nie potwierdza się[/]: {count}.")
        for one in proof.differences[:MOST]:
            _show_difference(one)
        if len(proof.differences) > MOST:
            screen.out.print("  … pozostałe wypisze --json")
    for sentence in proof.proved:
        screen.out.print(f"  ✓ {escape(sentence)}", soft_wrap=True)
    for sentence in proof.unproved:
        screen.out.print(f"  – {escape(sentence)}", soft_wrap=True)
    for signature in proof.signatures:
        screen.out.print(f"  Podpis: {escape(signature)}", soft_wrap=True)
    if proof.notes:
        count = polish.plural(len(proof.notes), "miejscu", "miejscach", "miejscach")
        screen.out.print(
            f"  Inna wersja programu nazywa coś inaczej w {count}; liczby są te same.",
            soft_wrap=True,
        )


def _answer(proof: "Proof") -> str:
    """Say how far a document that holds proves itself."""
    if proof.beside is not None:
        return f"Dokument potwierdza się razem z {escape(proof.beside)}."
    if proof.unproved:
        return "Dokument potwierdza się w tym, czego sam dowodzi."
    return "Dokument potwierdza się sam."


def _show_difference(one: object) -> None:
    said = _difference(one)
    screen.out.print(f"  ✗ {escape(said['where'])}", soft_wrap=True)
    screen.out.print(f"      stoi:   {escape(said['stands'])}", soft_wrap=True)
    screen.out.print(f"      wynika: {escape(said['follows'])}", soft_wrap=True)
