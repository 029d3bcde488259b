"""A file that a command is told to write: it never takes the place of another."""

from pathlib import Path

from reading.problems import Problem, Refused


def new_file(file: Path, ending: str) -> Path:
    """Refuse to write over a file that an office may have filled in, or where none can be.

    Raises:
        OSError: the folder is not there or cannot be written to.
    """
    if file.suffix.lower() != ending or file.is_dir():
        what = f"to nie jest nazwa pliku {ending}"
        raise Refused([Problem(str(file), what, f"podaj nazwę zakończoną na {ending}")])
    if file.exists():
        what = "taki plik już jest i mógł zostać wypełniony"
        raise Refused([Problem(str(file), what, f"podaj inną nazwę, np. nowy-{file.name}")])
    file.touch()
    file.unlink()
    return file
