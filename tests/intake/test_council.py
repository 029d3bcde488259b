"""The council's file: what it says, and everything that is wrong in it at once."""

from pathlib import Path

import pytest

from intake.council import find_council, of_council, read_council
from reading.problems import Problem, Refused
from scoring.call import Call
from tests.intake.office import CALL_1

RULES = 'rules:\n  quorum: {percent: 50, source: "§ 5"}\n'
THREE = """members:
  - {name: Anna Nowak, sector: public}
  - {name: Jan Żak, sector: economic}
  - {name: Ewa Lis, sector: social}
"""
SIGNED = "statements: [{members: all}]\n"
CALL = CALL_1.model_copy(
    update={"council": CALL_1.council.model_copy(update={"members": ()}), "regime": "2019"}
)


def written(folder: Path, text: str) -> Path:
    file = folder / "council.yaml"
    file.write_text(text, "utf-8")
    return file


def refused(folder: Path, text: str, call: Call = CALL) -> list[Problem]:
    with pytest.raises(Refused) as refusal:
        read_council(written(folder, text), call)
    return list(refusal.value.problems)


def told(problems: list[Problem]) -> list[tuple[int | None, str]]:
    return [(one.line, one.what) for one in problems]


def member(text: str) -> str:
    return f"{RULES}{THREE}  - {{name: Ola Kos, sector: social, {text}}}\n{SIGNED}"


SITS = "art. 4 ust. 4–5 ustawy o rozwoju lokalnym z udziałem lokalnej społeczności"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "also_sits_in: board",
            f"Ola Kos nie może zasiadać w Radzie: należy do zarządu LGD ({SITS})",
        ),
        (
            "also_sits_in: control_body",
            f"Ola Kos nie może zasiadać w Radzie: należy do organu kontroli wewnętrznej LGD ({SITS})",
        ),
        (
            "also_sits_in: office",
            f"Ola Kos nie może zasiadać w Radzie: jest pracownikiem biura LGD ({SITS})",
        ),
        (
            "natural_person: true, represented: proxy, body: Gmina",
            (
                "Ola Kos nie może zasiadać w Radzie: jest osobą fizyczną, a osoba fizyczna działa "
                f"osobiście ({SITS})"
            ),
        ),
        (
            "represented: sub_proxy, body: Gmina",
            (
                "Ola Kos nie może zasiadać w Radzie: głosuje przez dalszego pełnomocnika, a pełnomocnik "
                f"nie może ustanowić dalszego ({SITS})"
            ),
        ),
        ("represented: organ", "Ola Kos działa za podmiot, a nie podano za jaki"),
        ("since: 2022-01-02, until: 2022-01-01", "kadencja: Ola Kos kończy się, zanim się zaczyna"),
        ('nip: "8567346214"', "NIP „8567346214” ma złą cyfrę kontrolną"),
        ('krs: "123456"', "numer KRS „123456” to nie dziesięć cyfr"),
        ('krs: "00001234AB"', "„00001234AB” to nie same cyfry"),
        ("sector: private", "klucz „sector” stoi dwa razy"),
    ],
)
def test_a_member_of_whom_something_is_wrong_is_refused_with_the_line(tmp_path, text, what):
    assert told(refused(tmp_path, member(text))) == [(7, what)]


def test_everything_wrong_is_told_at_once(tmp_path):
    text = (
        f"{RULES}{THREE}  - {{name: anna nowak, sector: social}}\n"
        "ties:\n  - {member: Jan Zak, kind: family, to: Ktoś, nip: '1'}\n"
        "  - {member: Nikt Znany, kind: family, to: Ktoś}\n"
        "statements:\n  - {members: [Ewa Lisia]}\n"
    )
    assert told(refused(tmp_path, text)) == [
        (7, "członek Rady „anna nowak” jest wpisany dwa razy"),
        (9, "NIP „1” ma 1\N{NO-BREAK SPACE}cyfrę zamiast 10"),
        (10, "nie ma w składzie Rady członka „Nikt Znany”"),
        (12, "nie ma w składzie Rady członka „Ewa Lisia”"),
    ]


def test_a_council_without_rules_or_with_an_unknown_key_is_refused(tmp_path):
    assert told(refused(tmp_path, THREE)) == [(1, "brakuje klucza „rules”")]
    text = f"{RULES}{THREE}  - {{name: Ola Kos, sektor: social}}\n"
    assert (7, "nieznany klucz „sektor”") in told(refused(tmp_path, text))
    assert told(refused(tmp_path, f"{RULES}members: []\n")) == [
        (3, "Rada nie ma ani jednego członka")
    ]


def test_before_2023_no_rule_of_the_lgd_allows_more_than_49_per_cent(tmp_path):
    rules = RULES + "  groups: {percent: 50, source: § 6}\n"
    what = (
        "limit grupy jest wyższy niż 49 % (art. 32 ust. 2 lit. b rozporządzenia (UE) nr 1303/2013)"
    )
    assert told(refused(tmp_path, rules + THREE)) == [(3, what)]
    call = CALL.model_copy(update={"regime": "2023"})
    assert read_council(written(tmp_path, rules + THREE + SIGNED), call).warnings == ()
    exactly = rules.replace("50, source: § 6", "49, source: § 6")
    assert read_council(written(tmp_path, exactly + THREE + SIGNED), CALL).warnings == ()


def test_who_has_not_signed_is_told_and_does_not_vote(tmp_path):
    text = RULES + THREE + "statements:\n  - {members: [jan żak], on: 2022-06-01}\n"
    found = read_council(written(tmp_path, text), CALL)
    assert found.council.signed == {"Jan Żak"}
    assert [one.what for one in found.warnings] == [
        f"brak podpisanej deklaracji bezstronności w naborze {CALL.number}: Anna Nowak, Ewa Lis"
    ]
    nobody = read_council(written(tmp_path, RULES + THREE), CALL)
    assert [one.what for one in nobody.warnings] == [
        f"brak podpisanej deklaracji bezstronności w naborze {CALL.number}: żaden członek Rady"
    ]


def test_the_statement_of_another_call_is_none_of_this(tmp_path):
    text = RULES + THREE + "statements: [{call: 9/1999, members: all}]\n"
    assert read_council(written(tmp_path, text), CALL).council.signed == frozenset()


def test_by_name_not_signed_holds_over_all(tmp_path):
    text = (
        RULES + THREE + "statements:\n  - {members: [Jan Żak], signed: false}\n  - {members: all}\n"
    )
    assert read_council(written(tmp_path, text), CALL).council.signed == {"Anna Nowak", "Ewa Lis"}


def test_a_statement_that_is_signed_and_is_not_is_refused(tmp_path):
    text = (
        RULES
        + THREE
        + ("statements:\n  - {members: [Jan Żak]}\n  - {members: [Jan Żak], signed: false}\n")
    )
    assert told(refused(tmp_path, text)) == [
        (9, "deklaracja: Jan Żak raz jest podpisana, a raz nie")
    ]


def test_a_rule_without_its_paragraph_is_a_warning(tmp_path):
    rules = RULES + "  exclusion: call\n  lot: true\n"
    found = read_council(written(tmp_path, rules + THREE + SIGNED), CALL)
    assert [(one.line, one.what) for one in found.warnings] == [
        (3, "wyłączenie sięga dalej niż jedna operacja, a nie podano, skąd ta zasada"),
        (4, "wolno wyłączać losowo, a nie podano, skąd ta zasada"),
    ]


def test_the_call_may_leave_the_members_out_and_may_not_name_others(tmp_path):
    file = written(tmp_path, RULES + THREE + SIGNED)
    found = read_council(file, CALL)
    assert of_council(CALL, found.council).council.members == ("Anna Nowak", "Jan Żak", "Ewa Lis")
    named = CALL.model_copy(
        update={"council": CALL.council.model_copy(update={"members": ("Anna Nowak", "Ola Kos")})}
    )
    what = "skład Rady jest inny niż w call.yaml (tylko tutaj: Jan Żak, Ewa Lis; tylko w call.yaml: Ola Kos)"
    assert told(refused(tmp_path, RULES + THREE + SIGNED, named)) == [(3, what)]
    same = CALL.model_copy(
        update={
            "council": CALL.council.model_copy(
                update={"members": ("Ewa Lis", "Anna Nowak", "Jan Żak")}
            )
        }
    )
    assert of_council(same, read_council(file, same).council) == same


def test_the_file_is_looked_for_in_the_folder_of_the_call_and_then_above(tmp_path):
    folder = tmp_path / "nabor"
    folder.mkdir()
    assert find_council(folder) is None
    above = written(tmp_path, RULES)
    assert find_council(folder) == above.resolve()
    mine = written(folder, RULES)
    assert find_council(folder) == mine
    (folder / "council.xlsx").touch()
    with pytest.raises(Refused, match="są tu dwa pliki tego samego"):
        find_council(folder)
