"""The file of a sitting: what it says, and everything that is wrong in it at once."""

from datetime import datetime
from pathlib import Path

import pytest

from intake.sitting import SittingFile, find_sitting, read_sitting
from reading.problems import Problem, Refused
from scoring.application import Application
from scoring.council.member import Member
from scoring.council.recorded import recorded
from scoring.council.rules import Assessors, CouncilRules
from scoring.council.sitting import Council, held
from scoring.council.ties import Tie

RULES = CouncilRules.model_validate({"quorum": {"percent": 50, "source": "§ 5"}})
NAMES = ("Anna Nowak", "Jan Żak", "Ewa Lis")
MEMBERS = (
    Member(name="Anna Nowak", sector="public"),
    Member(name="Jan Żak", sector="economic", nip="8567346215"),
    Member(name="Ewa Lis", sector="social"),
)
TIES = (Tie(member="Ewa Lis", kind="helped", to="Koło", application="A/2"),)
COUNCIL = Council(MEMBERS, RULES, signed=frozenset(NAMES))
APPLICATIONS = [
    Application("A/1", {"applicant": "Stolarnia", "nip": "8567346215"}),
    Application("A/2", {"applicant": "Koło", "withdrawn": True}),
    Application("A/3", {"applicant": "Kuźnia"}),
]
HEAD = """number: 1/2022
parts: [{opened_at: 2022-06-01T10:00, closed_at: 2022-06-01T15:00, place: Sala}]
chair: anna nowak
attendance: [Anna Nowak, Jan Żak, Ewa Lis]
"""
TWO = """number: 1/2022
parts:
  - {opened_at: 2022-06-01T10:00, closed_at: 2022-06-01T15:00, place: Sala}
  - {opened_at: 2022-06-08T10:00, closed_at: 2022-06-08T12:00, place: Sala}
chair: Anna Nowak
"""


def read(folder: Path, text: str, council: Council = COUNCIL) -> SittingFile:
    file = folder / "sitting.yaml"
    file.write_text(text, "utf-8")
    return read_sitting(file, council, "2019", APPLICATIONS)


def refused(folder: Path, text: str) -> list[tuple[int | None, str]]:
    with pytest.raises(Refused) as refusal:
        read(folder, text)
    problems: tuple[Problem, ...] = refusal.value.problems
    return [(one.line, one.what) for one in problems if one.level == "error"]


def decided(text: str = "") -> str:
    return "exclusions:\n  - {member: Jan Żak, application: A/1, reason: ten sam NIP}\n" + text


def test_names_and_case_numbers_are_known_however_they_are_written(tmp_path):
    votes = "votes: [{about: selection, at: '11:00', application: a/3, for: [ewa LIS, JAN ZAK]}]\n"
    found = read(tmp_path, HEAD + decided(votes)).sitting
    assert found.chair == "Anna Nowak"
    assert found.votes[0].application == "A/3"
    assert found.votes[0].in_favour.names == ("Ewa Lis", "Jan Żak")


def test_all_are_the_entitled_and_rest_are_those_not_named(tmp_path):
    votes = """votes:
  - {about: selection, at: '11:00', application: A/1, for: all}
  - {about: selection, at: '11:10', application: A/3, for: rest, against: [Jan Żak]}
"""
    found = read(tmp_path, HEAD + decided(votes)).sitting.votes
    assert found[0].in_favour.names == ("Anna Nowak", "Ewa Lis")
    assert found[1].in_favour.names == ("Anna Nowak", "Ewa Lis")


@pytest.mark.parametrize(
    ("vote", "what"),
    [
        (
            "at: '9:59', application: A/3, for: all",
            "1.06.2022, 09:59 jest poza godzinami posiedzenia (1.06.2022, 10:00 – 15:00)",
        ),
        (
            "at: '15:01', application: A/3, for: all",
            "1.06.2022, 15:01 jest poza godzinami posiedzenia (1.06.2022, 10:00 – 15:00)",
        ),
        (
            "at: 2022-06-02T11:00:00, application: A/3, for: all",
            "2.06.2022, 11:00 jest poza godzinami posiedzenia (1.06.2022, 10:00 – 15:00)",
        ),
        ("at: rano, application: A/3, for: all", "nie można odczytać godziny „rano”"),
        ("at: '11:00', part: 2, application: A/3, for: all", "nie ma części 2"),
        ("at: '11:00', application: A/9, for: all", "nie ma w rejestrze wniosku „A/9”"),
        ("at: '11:00', for: all", "głosowanie „wybór” bez znaku sprawy"),
        (
            "at: '11:00', application: A/3, concerns: [A/1], for: all",
            "głosowanie ma i znak sprawy, i listę wniosków",
        ),
        (
            "at: '11:00', application: A/3, for: [Ola Kos]",
            "nie ma w składzie Rady członka „Ola Kos”",
        ),
        (
            "at: '11:00', application: A/3, for: all, against: 1",
            "„all” (wszyscy), a są też inne głosy",
        ),
        ("at: '11:00', application: A/3, for: rest, against: 1", "nie wiadomo, kim są pozostali"),
        (
            "at: '11:00', application: A/3, for: rest, against: rest",
            "nie wiadomo, kim są pozostali",
        ),
        ("at: '11:00', application: A/3, for: -1", "liczba głosów jest ujemna"),
        (
            "at: '11:00', application: A/3, for: all, led_by: Nikt",
            "nie ma w składzie Rady członka „Nikt”",
        ),
        (
            "at: '11:00', application: A/3, for: all, left_out: [Nikt]",
            "nie ma w składzie Rady członka „Nikt”",
        ),
        (
            "at: '11:00', application: A/3, for: all, order: [A/1, A/3]",
            "kolejność podano przy głosowaniu „wybór”",
        ),
        (
            "at: '11:00', application: A/3, for: 1.5",
            "to nie są głosy; wpisz liczbę, all, rest albo listę nazwisk",
        ),
        (
            "at: {h: 11}, application: A/3, for: all",
            "to nie jest godzina; wpisz ją w cudzysłowie, np. '10:15'",
        ),
        (
            "at: 2022-06-01, application: A/3, for: all",
            "dzień bez godziny; wpisz np. 2022-04-14T12:00",
        ),
        ("at: '11:00', application: A/3, fro: all", "nieznany klucz „fro”"),
    ],
)
def test_a_vote_in_which_something_is_wrong_is_refused_with_the_line(tmp_path, vote, what):
    text = HEAD + decided(f"votes:\n  - {{about: selection, {vote}}}\n")
    found = refused(tmp_path, text)
    assert (8, what) in found
    assert {line for line, _ in found} == {8}


@pytest.mark.parametrize("order", ["", ", order: [A/1]", ", order: [A/1, A/1]"])
def test_a_vote_on_equals_gives_an_order_of_two_at_least(tmp_path, order):
    text = HEAD + decided(f"votes:\n  - {{about: tie, at: '11:00', for: all{order}}}\n")
    assert (8, "głosowanie nad kolejnością, a nie podano kolejności") in refused(tmp_path, text)


def test_a_valid_vote_on_equals_settles_their_order(tmp_path):
    kept = "exclusions: [{member: Jan Żak, application: A/1, excluded: false, reason: inny}]\n"
    text = HEAD + kept + "votes: [{about: tie, at: '11:00', for: all, order: [A/3, A/1]}]\n"
    found = held(COUNCIL, read(tmp_path, text).sitting, "2019")
    assert found.settled == {"A/3": 0, "A/1": 1}


@pytest.mark.parametrize(
    ("attendance", "found"),
    [
        (
            "  - {member: Anna Nowak, came: '11:00', left: '10:30'}\n",
            [(5, "Anna Nowak: wyjście o 10:30 nie jest późniejsze niż przyjście o 11:00")],
        ),
        (
            "  - {member: Anna Nowak, came: '11:00', left: '11:00'}\n",
            [(5, "Anna Nowak: wyjście o 11:00 nie jest późniejsze niż przyjście o 11:00")],
        ),
        (
            "  - {member: Anna Nowak, left: '11:00'}\n  - {member: anna nowak, came: '10:59'}\n",
            [(6, "Anna Nowak: ta obecność zachodzi na wcześniejszą (od 10:00)")],
        ),
        (
            "  - Anna Nowak\n  - Anna Nowak\n",
            [(6, "Anna Nowak: ta obecność zachodzi na wcześniejszą (od 10:00)")],
        ),
        ("  - Ola Kos\n", [(5, "nie ma w składzie Rady członka „Ola Kos”")]),
        ("  - {member: Anna Nowak, part: 3}\n", [(5, "nie ma części 3")]),
        (
            "  - {member: Anna Nowak, came: '9:00'}\n",
            [(5, "1.06.2022, 09:00 jest poza godzinami posiedzenia (1.06.2022, 10:00 – 15:00)")],
        ),
    ],
)
def test_attendance_that_cannot_be_is_refused(tmp_path, attendance, found):
    head = HEAD.replace("attendance: [Anna Nowak, Jan Żak, Ewa Lis]\n", "attendance:\n")
    assert refused(tmp_path, head + attendance) == found


def test_who_went_out_and_came_back_at_the_same_minute_was_there_all_the_time(tmp_path):
    head = HEAD.replace("attendance: [Anna Nowak, Jan Żak, Ewa Lis]\n", "attendance:\n")
    rows = "  - {member: Anna Nowak, left: '11:00'}\n  - {member: Anna Nowak, came: '11:00'}\n"
    assert len(read(tmp_path, head + rows).sitting.presences) == 2


def test_a_name_alone_is_there_in_every_part_and_a_part_ends_with_it(tmp_path):
    rows = """attendance:
  - Anna Nowak
  - {member: Jan Żak, part: 1}
  - {member: Ewa Lis, part: 2, came: '10:30'}
"""
    found = {
        one.member: (one.came, one.left) for one in read(tmp_path, TWO + rows).sitting.presences
    }
    first, second = datetime(2022, 6, 1, 10), datetime(2022, 6, 8, 10)  # noqa: DTZ001
    assert found == {
        "Anna Nowak": (first, None),
        "Jan Żak": (first, second),
        "Ewa Lis": (second.replace(minute=30), None),
    }


def test_of_two_days_an_hour_alone_needs_its_part(tmp_path):
    text = (
        TWO
        + "votes:\n  - {about: list, at: '11:00', for: 1}\n  - {about: list, part: 2, at: '11:00', for: 1}\n"
    )
    assert refused(tmp_path, text) == [
        (7, "nie wiadomo, w której części posiedzenia była godzina 11:00")
    ]


def test_parts_that_overlap_or_end_before_they_begin_are_refused(tmp_path):
    text = TWO.replace("2022-06-08T10:00", "2022-06-01T14:00")
    assert refused(tmp_path, text) == [(4, "część 2 zaczyna się, zanim skończyła się część 1")]
    text = TWO.replace("2022-06-08T12:00", "2022-06-08T10:00")
    assert refused(tmp_path, text) == [(4, "posiedzenie zamknięto, zanim je otwarto")]
    text = "number: 1\nparts: []\nchair: Anna Nowak\nattendance: [Anna Nowak]\n"
    assert refused(tmp_path, text.replace("1\n", "'1'\n")) == [
        (2, "posiedzenie nie ma ani jednej części")
    ]


def test_decisions_on_exclusions_that_cannot_be_are_refused(tmp_path):
    text = HEAD + decided(
        "  - {member: jan żak, application: a/1, excluded: false, reason: nie}\n"
        "  - {member: Ola Kos, application: A/7, reason: ' '}\n"
        "discussion: {A/8: nic}\n"
    )
    assert refused(tmp_path, text) == [
        (7, "o wyłączeniu: jan żak od wniosku a/1 jest już decyzja"),
        (8, "nie ma w składzie Rady członka „Ola Kos”"),
        (8, "nie ma w rejestrze wniosku „A/7”"),
        (8, "decyzja o wyłączeniu bez powodu"),
        (9, "nie ma w rejestrze wniosku „A/8”"),
    ]


def test_a_proposal_without_a_decision_is_a_warning_that_names_both(tmp_path):
    found = read(tmp_path, HEAD)
    assert [one.what for one in found.warnings] == [
        "Jan Żak i wniosek A/1: ten sam NIP co wnioskodawca; nie ma decyzji o wyłączeniu"
    ]
    assert [(one.member, one.application) for one in found.open] == [("Jan Żak", "A/1")]
    refused_proposal = (
        "exclusions: [{member: Jan Żak, application: A/1, excluded: false, reason: inny}]\n"
    )
    assert read(tmp_path, HEAD + refused_proposal).open == ()


ON_JAN = "votes: [{about: selection, at: '11:00', application: A/1, for: all}]\n"


def test_a_certain_tie_without_a_decision_stops_a_sitting_that_voted_there(tmp_path):
    text = HEAD + ON_JAN + "discussion: {A/8: nic}\n"
    found = [what for _, what in refused(tmp_path, text)]
    assert found == [
        "nie ma w rejestrze wniosku „A/8”",
        (
            "Jan Żak i wniosek A/1: ten sam NIP co wnioskodawca; nie ma decyzji o wyłączeniu, "
            "a Rada już głosowała"
        ),
    ]
    assert read(tmp_path, HEAD + decided(ON_JAN)).open == ()


@pytest.mark.parametrize(
    "head",
    [
        HEAD.replace("[Anna Nowak, Jan Żak, Ewa Lis]", "[Anna Nowak, Ewa Lis]") + ON_JAN,
        HEAD + ON_JAN.replace("A/1", "A/3"),
        HEAD + ON_JAN.replace("selection", "exclusion"),
    ],
)
def test_a_certain_tie_of_somebody_who_did_not_vote_there_is_a_warning(tmp_path, head):
    (only,) = read(tmp_path, head).warnings
    assert only.what.startswith("Jan Żak i wniosek A/1: ten sam NIP co wnioskodawca")


def test_an_exclusion_that_reaches_the_whole_call_is_asked_before_any_vote(tmp_path):
    rules = RULES.model_copy(update={"exclusion": "call"})
    council = Council(MEMBERS, rules, signed=frozenset(NAMES))
    with pytest.raises(Refused, match="Jan Żak i wniosek A/1: ten sam NIP"):
        read(tmp_path, HEAD + ON_JAN.replace("A/1", "A/3"), council)


def test_a_doubt_without_a_decision_never_stops_a_sitting(tmp_path):
    namesake = Member(name="Kuźnia", sector="economic")
    council = Council((*MEMBERS, namesake), RULES, signed=frozenset((*NAMES, "Kuźnia")))
    head = HEAD.replace("Ewa Lis]", "Ewa Lis, Kuźnia]") + decided(ON_JAN.replace("A/1", "A/3"))
    assert [one.what for one in read(tmp_path, head, council).warnings] == [
        (
            "Kuźnia i wniosek A/3: wnioskodawca nazywa się tak samo (do wyjaśnienia); "
            "nie ma decyzji o wyłączeniu, a Rada już głosowała"
        )
    ]


def test_votes_on_a_withdrawn_application_and_an_excluded_chair_are_warnings(tmp_path):
    text = HEAD + decided(
        "  - {member: Anna Nowak, application: A/3, reason: siostra}\n"
        "votes:\n"
        "  - {about: selection, at: '11:00', application: A/2, for: all}\n"
        "  - {about: selection, at: '11:10', application: A/3, for: all}\n"
        "  - {about: selection, at: '11:20', application: A/3, for: all, led_by: Ewa Lis}\n"
    )
    assert [(one.line, one.what) for one in read(tmp_path, text).warnings] == [
        (9, "głosowano nad wnioskiem A/2, który wycofano"),
        (10, "przewodniczący (Anna Nowak) jest wyłączony z tego głosowania"),
    ]


def test_a_chair_of_nobody_and_nobody_present(tmp_path):
    text = HEAD.replace("anna nowak", "Ola Kos")
    assert refused(tmp_path, text) == [(3, "nie ma w składzie Rady członka „Ola Kos”")]
    text = HEAD.replace("attendance: [Anna Nowak, Jan Żak, Ewa Lis]\n", "") + decided()
    assert [one.what for one in read(tmp_path, text).warnings] == ["nie zapisano, kto był obecny"]


def test_there_is_one_file_of_a_sitting(tmp_path):
    assert find_sitting(tmp_path) is None
    (tmp_path / "sitting.yaml").touch()
    assert find_sitting(tmp_path) == tmp_path / "sitting.yaml"
    (tmp_path / "sitting.xlsx").touch()
    with pytest.raises(Refused, match="są tu dwa pliki tego samego"):
        find_sitting(tmp_path)


def test_whose_term_of_office_ended_between_the_parts_is_told(tmp_path):
    gone = MEMBERS[0].model_copy(update={"until": datetime(2022, 6, 7).date()})  # noqa: DTZ001
    council = Council((gone, *MEMBERS[1:]), RULES, signed=frozenset(NAMES))
    text = TWO + "attendance: [Anna Nowak, Ewa Lis]\n" + decided()
    assert [one.what for one in read(tmp_path, text, council).warnings] == [
        "Anna Nowak: kadencja nie obejmuje całego posiedzenia"
    ]


def test_drawing_assessors_without_a_seed_is_told(tmp_path):
    rules = RULES.model_copy(update={"assessors": Assessors(count=3, source="§ 9")})
    council = Council(MEMBERS, rules, signed=frozenset(NAMES))
    assert [one.what for one in read(tmp_path, HEAD + decided(), council).warnings] == [
        "oceniających losuje się, a nie zapisano ziarna losowania"
    ]
    seeded = read(tmp_path, HEAD + decided("seed: kule 1, 2\n"), council)
    assert seeded.warnings == ()


def test_the_chair_of_the_counting_committee_is_one_of_it(tmp_path):
    committee = "committee: [Gość Zewnętrzny, Ewa Lis]\ncommittee_chair: gosc zewnetrzny\n"
    remarks = "committee_remarks: |\n  Liczono raz.\n\n  Zgodnie.\n"
    found = read(tmp_path, HEAD + committee + remarks + decided()).sitting
    assert found.committee_chair == "Gość Zewnętrzny"
    assert found.committee_remarks == "Liczono raz.\n\nZgodnie."
    other = HEAD + "committee: [Ewa Lis]\ncommittee_chair: Jan Żak\n" + decided()
    assert refused(tmp_path, other) == [(6, "nie ma w komisji skrutacyjnej osoby „Jan Żak”")]


def test_of_a_committee_without_chair_and_remarks_nothing_more_is_written_down(tmp_path):
    bare = read(tmp_path, HEAD + "committee: [Ewa Lis]\n" + decided()).sitting
    assert {"committee_chair", "committee_remarks", "motions"}.isdisjoint(
        recorded(held(COUNCIL, bare, "2019"))["sitting"]
    )
