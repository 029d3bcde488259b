"""What is wrong in an LGD's own template, told with its line and in Polish."""

import re
import traceback
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError
from jinja2.exceptions import SecurityError, TemplateNotFound, UndefinedError

from reading.problems import Problem
from templates.letterhead import Paper

_SYNTAX = {
    r"unexpected end of template": "wzór kończy się przed zamknięciem bloku",
    r"Encountered unknown tag '(\w+)'": "nieznany znacznik „{}”",
    r"Unexpected end of": "wzór kończy się przed zamknięciem bloku",
    r"[Ee]xpected token '([^']+)'": "brakuje „{}”",
    r"unexpected '([^']+)'": "niespodziewane „{}”",
    r"unexpected char": "niedozwolony znak",
    r"No filter named '([^']+)'": "nie ma filtru „{}”",
    r"No test named '([^']+)'": "nie ma testu „{}”",
    r"block '([^']+)' defined twice": "blok „{}” stoi dwa razy",
}
"""What Jinja says of a template that it cannot read."""

_UNDEFINED = {
    r"has no (?:attribute|element) '?([^']+?)'?$": "„{}”",
    r"^'([^']+)' is undefined": "„{}”",
    r"has no element (\d+)": "„{}”",
}
"""What Jinja says of a name that nothing stands under."""


def template_problem(error: TemplateError | TypeError | ArithmeticError, paper: Paper) -> Problem:
    """Tell what an LGD's template did wrong, where, and what to write instead."""
    file, line = _place(error, paper)
    what, write = _words(error)
    return Problem(file, what, write, line=line)


def _place(error: Exception, paper: Paper) -> tuple[str, int | None]:
    if isinstance(error, TemplateSyntaxError) and error.filename is not None:
        return error.filename, error.lineno
    ours = {str(paper.folder / name) for name in paper.files}
    frames = traceback.extract_tb(error.__traceback__)
    for frame in reversed(frames):
        if frame.filename in ours:
            return frame.filename, frame.lineno
    return str(Path(paper.folder) / "templates"), None


def _words(error: Exception) -> tuple[str, str]:
    said = str(error)
    if isinstance(error, UndefinedError):
        name = _told(said, _UNDEFINED) or "nazwa"
        write = "popraw nazwę; jakie są, pokazuje example.yaml i document.html naszego wzoru"
        return f"wzór używa nazwy, której nie ma: {name}", write
    if isinstance(error, SecurityError):
        return "wzór sięga tam, gdzie mu nie wolno", "pokazuj tylko to, co wzór dostaje"
    if isinstance(error, TemplateNotFound):
        what = f"wzór odwołuje się do pliku, którego nie ma: „{error.name}”"
        return what, "popraw nazwę, np. base/page.html albo base/macros.html"
    if isinstance(error, TemplateSyntaxError):
        told = _told(said, _SYNTAX) or f"Jinja: {said}"
        return f"błąd składni wzoru: {told}", "sprawdź klamry, {% … %} i zamknięcia bloków"
    return f"wzór liczy coś, czego policzyć się nie da ({said})", "pokazuj gotowe teksty"


def _told(said: str, known: dict[str, str]) -> str | None:
    for pattern, polish in known.items():
        found = re.search(pattern, said)
        if found is not None:
            return polish.format(*found.groups())
    return None
