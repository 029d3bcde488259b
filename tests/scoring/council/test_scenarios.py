"""Every sentence of tests/scenarios/council holds."""

import pytest

from tests.scoring.council import scenario as the
from tests.scoring.council.scenario import Expected, Scenario

SCENARIOS = list(the.every())
FINDINGS = ("quorum", "votes", "groups", "half", "control", "form", "lot", "chair", "by_name")


def test_there_are_scenarios_and_every_name_is_a_sentence_that_stands_once():
    names = [name for name, _ in SCENARIOS]
    assert len(names) > 60
    assert [name for name in names if not name.endswith(".")] == []
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("one", [pytest.param(one, id=name) for name, one in SCENARIOS])
def test_the_sentence_holds(one: Scenario):
    found = the.counted(one)
    remedy = found.remedy
    verdicts = {finding.id: finding.verdict for finding in found.findings}
    facts = {
        **{name: verdicts.get(name, "absent") for name in FINDINGS},
        "valid": found.valid,
        "passed": "nothing" if found.passed is None else found.passed,
        "entitled": len(found.entitled),
        "composition": found.composition,
        "voters_known": found.voters_known,
        "excluded": sorted(found.excluded),
        "says": [said.replace("\N{NO-BREAK SPACE}", " ") for said in found.why_not_valid],
        "missing": remedy.missing,
        "absent": list(remedy.absent),
        "ways": [
            {" + ".join(kind.groups): kind.count for kind in way.leaving} for way in remedy.ways
        ],
        "out_of_reach": remedy.out_of_reach,
    }
    wanted = {
        name: value
        for name in Expected.model_fields
        if (value := getattr(one.expect, name)) is not None
    }
    assert {name: facts[name] for name in wanted} == wanted
    assert (found.passed is None) == (not found.valid)
