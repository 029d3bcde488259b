"""The examples of intake/council.md are read as they stand there."""

import re
from pathlib import Path

import pytest

import intake
from intake.council import CouncilText, read_council
from intake.sitting import read_sitting
from intake.sitting_text import SittingText
from reading.models import keys_of
from scoring.application import Application
from scoring.council.sitting import held
from tests.intake.office import CALL_1

README = Path(intake.__file__ or "").parent / "council.md"
COUNCIL, SITTING = re.findall(
    r"^```yaml\n(.*?)^```", README.read_text("utf-8"), re.DOTALL | re.MULTILINE
)
CALL = CALL_1.model_copy(
    update={"number": "1/2022", "council": CALL_1.council.model_copy(update={"members": ()})}
)
APPLICATIONS = [
    Application("PD/1/2022", {"applicant": "Jan Kowalski"}),
    Application("PD/2/2022", {"applicant": "Koło Gospodyń"}),
]


def test_the_council_and_the_sitting_fit_together(tmp_path):
    (tmp_path / "council.yaml").write_text(COUNCIL, "utf-8")
    (tmp_path / "sitting.yaml").write_text(SITTING, "utf-8")
    council = read_council(tmp_path / "council.yaml", CALL)
    assert [one.what for one in council.warnings] == [
        "brak podpisanej deklaracji bezstronności w naborze 1/2022: Piotr Wilk"
    ]
    sitting = read_sitting(tmp_path / "sitting.yaml", council.council, "2019", APPLICATIONS)
    assert (sitting.open, sitting.warnings) == ((), ())
    votes = held(council.council, sitting.sitting, "2019").votes
    assert [len(one.entitled) for one in votes] == [6, 6, 4, 4, 5, 4, 4, 5]
    assert [one.vote.in_favour.count for one in votes] == [5, 6, 4, 3, 5, 4, 4, 5]
    assert [one.passed for one in votes] == [True, True, None, None, True, None, None, True]


@pytest.mark.parametrize(("model", "text"), [(CouncilText, COUNCIL), (SittingText, SITTING)])
def test_every_key_is_described(model, text):
    written = set(re.findall(r"[\w]+(?=:)", text)) | set(
        re.findall(r"`\w*\[?\]?\.?(\w+)`", README.read_text("utf-8"))
    )
    assert keys_of(model) - written == set()
