"""``confirmation.yaml``: what somebody said when a call that waited for its council was to go on.

``nabor resume`` and the form on Prefect's pages write it, so it outlives the run that asked for it.
"""

from io import StringIO
from pathlib import Path

from pydantic import Field
from ruamel.yaml import YAML

from intake.changes import write_whole
from reading.models import read_model
from reading.problems import Refused
from reading.yaml_file import read_yaml
from scoring.value import Value

CONFIRMATION = "confirmation.yaml"
"""Where it is kept in the folder of a call."""

_HEAD = """\
# Kto i dlaczego powiedział, że nabór może iść dalej. Zapisuje to „nabor resume”; to część akt naboru.
"""


class Confirmation(Value):
    """Who lets a call go on, and why; ``decided_elsewhere``: the council's records lie elsewhere.

    Files that arrived speak for themselves: their confirmation names nobody. The titles are what
    Prefect asks a person with.
    """

    author: str = Field("", title="Kto odpowiada")
    reason: str = Field("", title="Powód; trafi do akt")
    decided_elsewhere: bool = Field(
        False, title="Rada rozstrzygnęła, a jej zapis leży gdzie indziej"
    )

    @property
    def lacks(self) -> str:
        """What it must say still, in Polish; an empty text: nothing."""
        if self.decided_elsewhere and not (self.author.strip() and self.reason.strip()):
            return "kto odpowiada i dlaczego (gdzie jest zapis posiedzenia)"
        return ""


NOTHING_SAID = Confirmation()
"""Nobody has confirmed anything."""


def read_confirmation(folder: Path) -> Confirmation:
    """Read what was confirmed of the call in ``folder``; nothing where there is no file.

    Raises:
        Refused: with everything that is wrong in the file.
    """
    file = folder / CONFIRMATION
    if not file.is_file():
        return NOTHING_SAID
    yaml = read_yaml(file)
    said = read_model(yaml, Confirmation)
    if said.lacks:
        write = "author: i reason:, obie niepuste"
        raise Refused([yaml.problem(("decided_elsewhere",), f"nie wiadomo, {said.lacks}", write)])
    return said


def keep_confirmation(folder: Path, said: Confirmation) -> None:
    """Keep what somebody said, whole or not at all; what was confirmed once stays confirmed.

    Raises:
        Refused: the file that is there has mistakes.
        OSError: it cannot be written.
    """
    before = read_confirmation(folder)
    merged = Confirmation(
        author=said.author or before.author,
        reason=said.reason or before.reason,
        decided_elsewhere=said.decided_elsewhere or before.decided_elsewhere,
    )
    if merged == before:
        return
    yaml = YAML()
    yaml.width = 100
    text = StringIO()
    yaml.dump(merged.model_dump(), text)
    write_whole(folder / CONFIRMATION, _HEAD + text.getvalue())
