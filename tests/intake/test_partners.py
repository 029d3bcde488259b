"""Who carries an operation out together: the applicant among them, and shares that are the whole."""

from fractions import Fraction

import pytest

from intake.partners import PartnersList, read_partners
from reading.problems import Refused
from scoring.application import Application
from scoring.party import Partner, Party
from tests.intake.beside import APPLICATIONS, JAN
from tests.intake.office import problems_of, write_csv, write_xlsx

HEADS = ["Znak sprawy", "Nazwa partnera", "EP", "NIP", "Udział w pomocy (%)"]
OWN = ["PD/1/2022", "Jan Kowalski", "", "856-734-62-15", "60 %"]
EWA = ["PD/1/2022", "Ewa Lis", "55 555", "", "40 %"]
EWA_LIS = Party("Ewa Lis", "55555")


def read(tmp_path, *rows, heads=HEADS, applications=APPLICATIONS) -> PartnersList:
    file = write_xlsx(tmp_path / "partnerzy.xlsx", [list(heads), *rows])
    return read_partners(file, applications)


def refusal(tmp_path, *rows, **other):
    with pytest.raises(Refused) as refused:
        read(tmp_path, *rows, **other)
    found = problems_of(refused.value, tmp_path / "partnerzy.xlsx")
    return [one.removeprefix("plik, arkusz „Sheet1”, ") for one in found]


def shares(*given):
    """The rows of the applicant and others, with these shares."""
    names = ("Ewa Lis", "Adam Wilk", "Olga Sowa")
    others = [["PD/1/2022", name, f"{place}1", ""] for place, name in enumerate(names, 1)]
    return [[*row[:4], share] for row, share in zip([OWN, *others], given, strict=False)]


def test_partners_share_the_aid_and_the_applicant_stands_first(tmp_path):
    found = read(tmp_path, EWA, [], OWN)
    assert found == PartnersList(
        {
            "PD/1/2022": (
                Partner(JAN.party, Fraction(3, 5)),
                Partner(EWA_LIS, Fraction(2, 5)),
            )
        },
        (),
    )
    with_them, without = found.added_to(APPLICATIONS)
    assert with_them.parties == (JAN.party, EWA_LIS)
    assert without == APPLICATIONS[1]


def test_a_csv_of_an_old_office_reads_the_same(tmp_path):
    file = write_csv(tmp_path / "partners.csv", [HEADS, OWN, EWA], "cp1250")
    assert read_partners(file, APPLICATIONS) == read(tmp_path, OWN, EWA)


def test_the_applicant_has_the_numbers_of_both_papers(tmp_path):
    own = ["PD/1/2022", "Kowalski", "012345678", "8567346215", "60 %"]
    (first, _) = read(tmp_path, own, EWA).of["PD/1/2022"]
    assert first.party == Party("Jan Kowalski", "012345678", "8567346215")


def test_blank_shares_are_equal_as_in_a_civil_partnership(tmp_path):
    found = read(tmp_path, *shares("", "", "-")).of["PD/1/2022"]
    assert [one.share for one in found] == [Fraction(1, 3)] * 3


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (("1/3", "2/3"), [Fraction(1, 3), Fraction(2, 3)]),
        (("33,33", "66,67"), [Fraction(3333, 10000), Fraction(6667, 10000)]),
        ((60, 40), [Fraction(3, 5), Fraction(2, 5)]),
        (("0,01 %", "99,99 %"), [Fraction(1, 10000), Fraction(9999, 10000)]),
    ],
)
def test_shares_are_read_exactly(tmp_path, given, expected):
    assert [one.share for one in read(tmp_path, *shares(*given)).of["PD/1/2022"]] == expected


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("33,33 %", "33,33 %", "33,33 %"), "99,99 %"),
        (("60 %", "39,99 %"), "99,99 %"),
        (("60 %", "40,01 %"), "100,01 %"),
    ],
)
def test_shares_that_are_not_the_whole_are_refused(tmp_path, given, said):
    rows = ", ".join(str(2 + place) for place in range(len(given)))
    (found,) = refusal(tmp_path, *shares(*given))
    assert found.replace("\N{NO-BREAK SPACE}", " ") == (
        f"wiersz 2, kolumna „Udział w pomocy (%)”: udziały (wiersze: {rows}) dają razem {said}, "
        "a nie 100 % → popraw je; równe udziały: zostaw puste u wszystkich"
    )


WRONG = {
    "a share of some": (
        shares("60 %", ""),
        (
            "wiersz 3, kolumna „Udział w pomocy (%)”: u jednych partnerów jest udział, a u innych nie "
            "(wiersze: 2, 3) → wpisz udziały wszystkich albo żadnego (równe)"
        ),
    ),
    "no applicant": (
        [[*EWA[:4], ""], ["PD/1/2022", "Jan Kowalski", "", "", ""]],
        (
            "wiersz 2, kolumna „Nazwa partnera”: wśród partnerów wniosku PD/1/2022 nie ma wnioskodawcy "
            "(Jan Kowalski) → dopisz jego wiersz z numerem EP albo NIP takim, jak w rejestrze"
        ),
    ),
    "an unknown application": (
        [["PD/9/2022", *OWN[1:4], ""]],
        (
            "wiersz 2, kolumna „Znak sprawy”: nie ma w rejestrze wniosku „PD/9/2022” → "
            "wpisz jedno z: „PD/1/2022”, „PD/2/2022”"
        ),
    ),
    "no application": (
        [["", *OWN[1:4], ""]],
        "wiersz 2, kolumna „Znak sprawy”: brak znaku sprawy → wpisz znak sprawy",
    ),
    "no name": (
        [["PD/1/2022", "", "", "8567346215", ""], [*EWA[:4], ""]],
        (
            "wiersz 2, kolumna „Nazwa partnera”: brak nazwy partnera → "
            "wpisz imię i nazwisko albo nazwę partnera"
        ),
    ),
    "a bad checksum": (
        [[*OWN[:3], "8567346216", ""], [*EWA[:4], ""]],
        (
            "wiersz 2, kolumna „NIP”: NIP „8567346216” ma złą cyfrę kontrolną → "
            "sprawdź numer we wniosku i popraw"
        ),
    ),
    "nothing for one": (
        shares("100 %", "0"),
        (
            "wiersz 3, kolumna „Udział w pomocy (%)”: udział „0” nie jest większy od zera i najwyżej 100 % "
            "→ wpisz procent, np. 40 %, albo ułamek, np. 1/3; w spółce cywilnej zostaw puste u wszystkich"
        ),
    ),
    "more than all": (
        shares("60 %", "3/2"),
        (
            "wiersz 3, kolumna „Udział w pomocy (%)”: udział „3/2” nie jest większy od zera i najwyżej "
            "100 % → wpisz procent, np. 40 %, albo ułamek, np. 1/3; w spółce cywilnej zostaw puste u wszystkich"
        ),
    ),
    "half or half a per cent": (
        shares("60 %", 0.4),
        (
            "wiersz 3, kolumna „Udział w pomocy (%)”: nie wiadomo, czy to 0,4 %, czy 40,0 % → "
            "sformatuj komórkę jako Tekst i wpisz np. 40,0 %"
        ),
    ),
    "the applicant twice": (
        [OWN, [*OWN[:4], "40 %"]],
        (
            "wiersz 2, kolumna „Nazwa partnera”: wnioskodawca z wniosku PD/1/2022 stoi tu kilka razy "
            "(wiersze: 2, 3) → zostaw jeden wiersz"
        ),
    ),
    "one alone with a part": (
        [OWN],
        (
            "wiersz 2, kolumna „Udział w pomocy (%)”: udziały (wiersze: 2) dają razem 60 %, a nie 100 % → "
            "popraw je; równe udziały: zostaw puste u wszystkich"
        ),
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_mistake_is_told_with_its_place(tmp_path, name):
    rows, said = WRONG[name]
    found = [one.replace("\N{NO-BREAK SPACE}", " ") for one in refusal(tmp_path, *rows)]
    assert said in found


def test_a_partner_stands_once(tmp_path):
    ewa = [*EWA[:4], "20 %"]
    assert refusal(tmp_path, OWN, ewa, ewa) == [
        (
            "wiersz 4, kolumna „Nazwa partnera”: ten sam partner stoi już w wierszu 3 → "
            "zostaw jeden wiersz"
        )
    ]


def test_spouses_under_one_producer_number_are_two_partners(tmp_path):
    own = [*OWN[:2], "55555", *OWN[3:]]
    wife = ["PD/1/2022", "Maria Kowalska", "55555", "1234563218", "40 %"]
    assert len(read(tmp_path, own, wife).of["PD/1/2022"]) == 2


def test_an_applicant_without_numbers_is_asked_for_them_in_the_register(tmp_path):
    nameless = Application("PD/1/2022", {"applicant": "Jan Kowalski"})
    (said,) = refusal(tmp_path, OWN, EWA, applications=[nameless])
    assert said.endswith("uzupełnij jego numer EP albo NIP w rejestrze i tutaj")


@pytest.mark.parametrize("share", ["", "100 %"])
def test_an_application_with_one_row_is_the_applicants_alone(tmp_path, share):
    nameless = Application("PD/2/2022", {"applicant": "Anna Nowak"})
    rows = [[*OWN[:4], share], ["PD/2/2022", "Anna Nowak", "", "", share]]
    assert read(tmp_path, *rows, applications=[JAN, nameless]) == PartnersList({}, ())


def test_a_partner_without_numbers_is_a_warning(tmp_path):
    found = read(tmp_path, OWN, ["PD/1/2022", "Ewa Lis", "", "", "40 %"])
    assert [(one.row, one.what) for one in found.warnings] == [
        (3, "nie podano numeru EP ani NIP, więc limit pomocy (Ewa Lis) jest nieznany")
    ]


def test_the_order_of_rows_never_matters(tmp_path):
    rows = shares("", "", "", "")
    assert read(tmp_path, *rows) == read(tmp_path, *reversed(rows))
