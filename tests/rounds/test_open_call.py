"""Opening a call's folder: what does not fit between its files is told with its line."""

import hashlib
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from criteria.places import SETS
from reading.problems import Refused
from rounds.open_call import open_call, prepare_call

EXAMPLES = Path(__file__).parents[2] / "examples"

CARDS = re.compile(r"^  cards:\n(    .*\n)+", re.MULTILINE)


@pytest.fixture
def changed(tmp_path: Path) -> Callable[..., Path]:
    """Copy an example and replace one text of its call.yaml."""

    def change(example: str, old: str, new: str) -> Path:
        folder = tmp_path / "nabor"
        shutil.copytree(EXAMPLES / example, folder, ignore=shutil.ignore_patterns("wyniki"))
        file = folder / "call.yaml"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder

    return change


def told(folder: Path) -> list[tuple[str, str]]:
    """Refuse to open the folder; return what is wrong and what to write, with the place."""
    with pytest.raises(Refused) as refused:
        open_call(folder)
    return [(one.place.removeprefix(f"{folder}/"), one.what) for one in refused.value.problems]


def line_of(folder: Path, start: str) -> int:
    lines = (folder / "call.yaml").read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(start))


def test_criteria_are_those_in_force_on_the_day_of_the_announcement():
    prepared = prepare_call(EXAMPLES / "kraina-nocy-i-dni-2022")
    file = SETS / "kraina-nocy-i-dni" / "start-of-business" / "2022-01-01.yaml"
    assert prepared.criteria_file.resolve() == file.resolve()


def test_a_call_announced_before_any_criteria_is_refused(changed):
    folder = changed("wspolpraca-60-procent", "announced_on: 2016", "announced_on: 2014")
    (problem,) = told(folder)
    assert problem[0] == f"call.yaml:{line_of(folder, 'criteria:')}"


def test_a_scope_without_criteria_is_refused(changed):
    folder = changed("wspolpraca-60-procent", "scope: cooperation", "scope: wymyslony")
    (problem,) = told(folder)
    assert problem[0].startswith("call.yaml:")


def test_judged_criteria_without_a_rule_for_cards_are_refused(changed):
    rule = CARDS.search((EXAMPLES / "kraina-nocy-i-dni-2022/call.yaml").read_text("utf-8"))
    assert rule is not None
    folder = changed("kraina-nocy-i-dni-2022", rule.group(), "")
    ((place, what),) = told(folder)
    assert place == f"call.yaml:{line_of(folder, 'council:')}"
    assert what.endswith("ocenia Rada, a nabór nie mówi, jak łączyć karty")


def test_a_table_that_a_criterion_needs_must_be_in_the_call(changed):
    folder = changed("trygon-2013", "  density:", "  gestosc:")
    place, what = told(folder)[0]
    assert place == f"call.yaml:{line_of(folder, 'tables:')}"
    assert "korzysta z tabeli „density”, której tu nie ma" in what


def test_pinned_criteria_that_changed_are_refused(changed):
    source = SETS / "krajowe" / "cooperation" / "2015-01-01.yaml"
    right = hashlib.sha256(source.read_bytes()).hexdigest()
    pin = f"criteria: {{file: kryteria.yaml, sha256: {right}}}"
    folder = changed("wspolpraca-60-procent", "criteria: by_date", pin)
    shutil.copy(source, folder / "kryteria.yaml")
    open_call(folder)
    text = (folder / "kryteria.yaml").read_text(encoding="utf-8")
    (folder / "kryteria.yaml").write_text(text.replace("points: 21", "points: 20"), "utf-8")
    place, _ = told(folder)[0]
    assert place == f"call.yaml:{line_of(folder, 'criteria:')}"


def test_what_is_read_decides_as_its_parts_say():
    opened = open_call(EXAMPLES / "kraina-nocy-i-dni-2022")
    decision = opened.decide()
    decided = sorted(one.application.number for one in decision.assessments)
    assert decided == sorted(one.number for one in opened.register.applications)
    assert decision.cards == tuple(
        sorted(opened.cards.cards, key=lambda card: (card.application, card.member))
    )


UNDER = "programme: {edition: prow-2014-2020, operation: start_business}\ncriteria: by_date"


def test_what_stands_beside_the_register_is_part_of_what_is_decided(changed):
    folder = changed("kraina-nocy-i-dni-2022", "criteria: by_date", UNDER)
    number = open_call(folder).register.applications[0].number
    heads = "Znak sprawy;Reguła;Ustalenie;Uzasadnienie;Kto ustalił"
    (folder / "rulings.csv").write_text(f"{heads}\n{number};E1;tak;Dyplom;Rada\n", "utf-8")
    heads = "Beneficjent;NIP;Data przyznania;Kwota pomocy;Cel pomocy"
    (folder / "history.csv").write_text(f"{heads}\nEwa Lis;;5.06.2017;100;inna\n", "utf-8")
    opened = open_call(folder)
    decision = opened.decide()
    assert opened.earlier_aid is not None
    assert decision.earlier_aid == opened.earlier_aid
    assert [one.place for one in opened.earlier_aid] == ["history.csv, wiersz 2"]
    one = decision.find(number)
    assert one is not None
    assert one.application.rulings["E1"].justification == "Dyplom"
    assert any("ustaleń z uzasadnieniem" in warned.what for warned in opened.warnings)
    assert open_call(folder).decide().fingerprint == decision.fingerprint


def test_the_order_of_the_rows_of_a_history_never_matters(changed):
    folder = changed("kraina-nocy-i-dni-2022", "criteria: by_date", UNDER)
    heads = "Beneficjent;NIP;Data przyznania;Kwota pomocy;Cel pomocy"
    rows = ["Ewa Lis;;5.06.2017;100;inna", "Adam Wilk;;5.06.2016;200;grant"]
    prints = set()
    for order in (rows, rows[::-1]):
        (folder / "history.csv").write_text("\n".join([heads, *order]), "utf-8")
        prints.add(open_call(folder).decide().fingerprint)
    assert len(prints) == 1
