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

    Kończy się kodem 0, gdy wszystko się zgadza, 1, gdy coś się różni, 2, gdy któregoś pliku nie da się użyć; o pozostałych i tak odpowiada.
    Przykład: nabor verify wyniki/wersja-1/lista-rankingowa.pdf
    """
    answers, refused = _answers(files, beside)
    if as_json:
        said = [
            _refused_as_json(file, one) if isinstance(one, Refused) else _as_json(one)
            for file, one in answers
        ]
        sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=2) + "\n")
    else:
        for _, one in answers:
            if not isinstance(one, Refused):
                _show(one)
    screen.show_problems(refused)
    if refused:
        return UNUSABLE
    return 0 if all(not isinstance(one, Refused) and one.holds for _, one in answers) else 1


UNUSABLE = 2
"""The exit code where a file cannot be used; nothing could have been changed, so nothing says that."""

Answers = list[tuple[Path, "Proof | Refused"]]


def _answers(files: list[Path], beside: Path | None) -> tuple[Answers, list[Problem]]:
    """Answer on every file; one that cannot be used hides no answer on another."""
    from rounds.proof.pdf import read_pdf
    from rounds.proof.verify import verify

    internal = None
    problems: list[Problem] = []
    if beside is not None:
        try:
            internal = read_pdf(_content(beside), str(beside))
        except Refused as refused:
            problems += refused.problems
    answers: Answers = []
    for file in files:
        try:
            answers.append((file, verify(_content(file), str(file), internal)))
        except Refused as refused:
            answers.append((file, refused))
            problems += refused.problems
    return answers, problems


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        what = f"nie można otworzyć pliku ({why(error)})"
        raise Refused([Problem(str(file), what, "sprawdź nazwę i folder")]) from None


def _refused_as_json(file: Path, refused: Refused) -> dict[str, object]:
    return {"file": str(file), "holds": None, "problems": list(map(str, refused.problems))}


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
