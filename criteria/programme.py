"""Reading an edition of the programme: ``criteria/programmes/<id>.yaml`` as a Programme."""

from pathlib import Path

from pydantic import Field

from criteria.places import PROGRAMMES
from reading.models import read_model
from reading.problems import Problem, Refused
from reading.yaml_file import read_yaml
from scoring.programme.edition import Programme
from scoring.ruleset import SourceText


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
    written = read_model(file, _ProgrammeFile)
    if written.id != edition:
        what = f"„id” ({written.id}) różni się od nazwy pliku ({edition})"
        raise Refused([file.problem(("id",), what, f"wpisz id: {edition}")])
    values = {name: getattr(written, name) for name in Programme.model_fields}
    text = SourceText(f"programmes/{path.name}", file.text)
    return Programme(**values | {"texts": (text,)})


def editions(root: Path = PROGRAMMES) -> list[str]:
    """Name the editions that there are, by the alphabet."""
    return sorted(one.stem for one in root.glob("*.yaml"))
