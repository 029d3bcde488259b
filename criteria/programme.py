"""Reading an edition of the programme: ``criteria/programmes/<id>.yaml`` as a Programme."""

from functools import lru_cache
from pathlib import Path

from pydantic import Field

from criteria.places import PROGRAMMES
from reading.models import read_model
from reading.problems import Problem, Refused
from reading.yaml_file import YamlFile, parse_yaml, read_yaml
from scoring.programme.edition import Programme
from scoring.source_text import SourceText


class _ProgrammeFile(Programme):
    """What the file says: the edition, and the version of the format."""

    format: int = Field(ge=1, le=1)


def read_programme(edition: str, root: Path = PROGRAMMES) -> Programme:
    """Read the edition of this name.

    Raises:
        Refused: there is none, or with everything that is wrong in its file.
    """
    path = root / f"{edition}.yaml"
    if edition not in editions(root):
        what = f"nie ma edycji Programu „{edition}”"
        raise Refused([Problem(str(root), what, f"wpisz jedną z: {', '.join(editions(root))}")])
    file = read_yaml(path)
    found = _edition(file, f"programmes/{path.name}")
    if found.id != edition:
        what = f"„id” ({found.id}) różni się od nazwy pliku ({edition})"
        raise Refused([file.problem(("id",), what, f"wpisz id: {edition}")])
    return found


@lru_cache(maxsize=16)
def programme_again(text: SourceText) -> Programme:
    """Make an edition again from the text that it was read from.

    Raises:
        Refused: the text is not such a file.
    """
    return _edition(parse_yaml(text.text, text.name), text.name)


def _edition(file: YamlFile, name: str) -> Programme:
    written = read_model(file, _ProgrammeFile)
    values = {name: getattr(written, name) for name in Programme.model_fields}
    return Programme(**values | {"texts": (SourceText(name, file.text),)})


def editions(root: Path = PROGRAMMES) -> list[str]:
    """Name the editions that there are, by the alphabet."""
    return sorted(one.stem for one in root.glob("*.yaml"))
