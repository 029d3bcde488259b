"""What a public document withholds is committed to: not to be read, not to be changed."""

import hashlib
import json

from scoring.application import Application
from scoring.cards import Card
from scoring.commitments import commitment, commitments, withheld
from tests.scoring.test_decision import application, decided

SALT = "0f" * 32


def names(*applications: Application, shown: tuple[str, ...] = ("1", "2")) -> dict[str, object]:
    return dict(withheld(decided(*applications), shown))


def test_anybody_with_the_salt_can_open_one_by_hand():
    by_hand = hashlib.sha256(f'["{SALT}","cards/0","Ł"]'.encode()).hexdigest()
    assert commitment(SALT, "cards/0", "Ł") == by_hand


def test_another_salt_name_or_value_is_another_commitment():
    made = {
        commitment(salt, name, value)
        for salt in (SALT, "1f" * 32)
        for name in ("a", "b")
        for value in (1, "1", None, [1], True)
    }
    assert len(made) == 20


def test_a_published_fact_is_not_withheld_and_every_other_is():
    found = names(application("1", posts=3))
    assert "applications/1/facts/requested" not in found
    assert found["applications/1/facts/applicant"] == "Jan Kowalski"
    assert found["applications/1/facts/posts"] == 3


def test_whether_a_fact_is_known_is_not_told():
    found = names(application("1", jobs=2), application("2", jobs=None))
    assert found["applications/1/facts/jobs"] == 2
    assert found["applications/2/facts/jobs"] is None


def test_an_application_that_is_not_printed_does_not_tell_its_number():
    found = names(application("1"), application("2"), shown=("1",))
    assert [name for name in found if "applications/2" in name] == []
    assert found["others/0"]["number"] == "2"  # type: ignore[index]


def test_cards_and_members_are_withheld_whole():
    made = decided(application("1"), cards=[Card("Łucja", "1", {"idea": 5})])
    found = dict(withheld(made, ("1",)))
    assert found["cards/0"]["member"] == "Łucja"
    assert found["call/council/members"] == ["Anna", "Łucja", "Lech"]
    text = json.dumps(commitments(made, SALT, ("1",)), ensure_ascii=False)
    assert "Łucja" not in text
    assert SALT not in text
