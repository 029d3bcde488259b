"""The record of a sitting stands in the office's own documents only."""

import json
from pathlib import Path

import pytest

from rounds.open_call import open_call
from templates.attachments import NAME, Carried

DECISION = open_call(Path(__file__).parents[2] / "examples" / "posiedzenie-19").decide()
CARRIED = Carried(DECISION)


def inputs(attached):
    return json.loads(next(one.text for one in attached if one.name == NAME))["inputs"]


def test_the_offices_own_documents_carry_the_sitting():
    assert inputs(CARRIED.whole)["sitting"]["sitting"]["number"] == "5/2022"


@pytest.mark.parametrize("one", DECISION.assessments, ids=lambda one: one.application.number)
def test_a_document_of_one_application_carries_nothing_of_the_council(one):
    assert "sitting" not in inputs(CARRIED.of_one(one))


def test_a_public_document_carries_nothing_of_the_council():
    text = json.dumps(inputs(CARRIED.public(DECISION.assessments)), ensure_ascii=False)
    assert DECISION.sitting is not None
    members = [one.name for one in DECISION.sitting.council.members]
    assert [name for name in members if name in text] == []
