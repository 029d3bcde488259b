"""The history of beneficiaries: read as offices write it, matched and never guessed."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from intake.history import EarlierAidList, read_history
from reading.problems import Refused
from scoring.application import Application
from scoring.earlier_aid import KIND_NAMES, EarlierAid
from scoring.party import Party
from tests.intake.office import CALL_1, problems_of, warnings_of, write_csv, write_xlsx

JAN = Application(
    "PD/1/2022", {"applicant": "Jan Kowalski", "nip": "8567346215", "producer_number": "012345678"}
)
ANNA = Application("PD/2/2022", {"applicant": "Anna Nowak", "nip": "1234563218"})
APPLICATIONS = [JAN, ANNA]
HEADS = [
    "Beneficjent",
    "Numer identyfikacyjny (EP)",
    "NIP",
    "Data przyznania",
    "Kwota pomocy",
    "Cel pomocy",
    "Grupa",
    "De minimis (tak/nie)",
    "Kurs euro z dnia przyznania",
    "Dotyczy wniosków",
    "Nie dotyczy wniosków",
    "Uwagi",
]
START = "podjęcie działalności gospodarczej"


def cells(*more, name="Jan Kowalski", ep="", nip="", on="5.06.2017", amount="60 000,00 zł"):
    """A row: who, when, how much, and what follows from the purpose on."""
    return [name, ep, nip, on, amount, *(more or ("inna operacja",))]


def read(tmp_path, *rows, heads=HEADS, applications=APPLICATIONS) -> EarlierAidList:
    file = write_xlsx(tmp_path / "historia.xlsx", [["Wykaz"], [], list(heads), *rows])
    return read_history(file, CALL_1, applications)


def told(tmp_path, *rows, **other):
    """The warnings without what every row of a heading says."""
    found = read(tmp_path, *rows, **other)
    return warnings_of(found.warnings, tmp_path / "historia.xlsx")


def refusal(tmp_path, *rows, **other):
    with pytest.raises(Refused) as refused:
        read(tmp_path, *rows, **other)
    return problems_of(refused.value, tmp_path / "historia.xlsx")


def test_a_row_is_aid_that_was_granted_once(tmp_path):
    full = cells(
        START,
        "KGW Dąb",
        "tak",
        "4,1876",
        "pd/1/2022",
        "",
        "z bazy",
        ep="012 345 678",
        nip="856-734-62-15",
    )
    found = read(tmp_path, full, [], cells("", name="", on="", amount=""), cells(name="Ewa Lis"))
    assert found.entries == (
        EarlierAid(
            Party("Jan Kowalski", "012345678", "8567346215"),
            date(2017, 6, 5),
            6_000_000,
            "start_business",
            "historia.xlsx, wiersz 4",
            "KGW Dąb",
            de_minimis=True,
            eur_rate=Decimal("4.1876"),
            same=frozenset({"PD/1/2022"}),
        ),
        EarlierAid(
            Party("Ewa Lis"), date(2017, 6, 5), 6_000_000, "other", "historia.xlsx, wiersz 7"
        ),
    )
    assert found.warnings == ()


def test_dates_and_amounts_may_be_of_excel(tmp_path):
    (one,) = read(tmp_path, cells(on=datetime(2017, 6, 5), amount=1234.56)).entries  # noqa: DTZ001
    assert (one.granted_on, one.amount) == (date(2017, 6, 5), 123_456)


def test_a_list_with_a_header_alone_says_that_nothing_was_found(tmp_path):
    assert read(tmp_path) == EarlierAidList((), ())


def test_a_csv_of_an_old_office_reads_the_same(tmp_path):
    rows = [
        ["Wykaz beneficjentów – okres 2014–2020"],
        ["Lp.", "Nazwa beneficjenta", "Nr EP", "Nr NIP", "Dzień przyznania", "Kwota (zł)", "Cel"],
        ["1", "Łukasz Żak", "", "PL 123 456 32 18", "12 maja 2018 r.", "1 234,56 zł", "inna"],
        ["", "", "", "", "", "", ""],
        ["", "Razem", "", "", "", "1 234,56", ""],
        ["* dane z urzędu", "", "", "", "", "", ""],
    ]
    file = write_csv(tmp_path / "historia.csv", rows, "cp1250")
    found = read_history(file, CALL_1, [])
    assert found.entries == (
        EarlierAid(
            Party("Łukasz Żak", nip="1234563218"),
            date(2018, 5, 12),
            123_456,
            "other",
            "historia.csv, wiersz 3",
        ),
    )
    assert found.warnings == ()


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_every_kind_reads_by_its_name_and_by_its_id(tmp_path, kind):
    found = read(tmp_path, cells(KIND_NAMES[kind], "", "nie"), cells(kind, "KGW", "nie"))
    assert [one.kind for one in found.entries] == [kind, kind]


WHERE = "plik, arkusz „Sheet1”, wiersz 4"
KINDS = "wpisz jedną z możliwości: " + ", ".join(
    f"{name} ({key})" for key, name in KIND_NAMES.items()
)
WRONG = {
    "a bad checksum": (
        cells(nip="856-734-62-16"),
        "kolumna „NIP”: NIP „8567346216” ma złą cyfrę kontrolną → sprawdź numer we wniosku i popraw",
    ),
    "a word for a number": (
        cells(ep="brak"),
        (
            "kolumna „Numer identyfikacyjny (EP)”: „brak” to nie same cyfry → "
            "wpisz same cyfry; jeśli numeru nie ma, zostaw puste"
        ),
    ),
    "no name": (
        cells(name=""),
        "kolumna „Beneficjent”: brak nazwy beneficjenta → wpisz imię i nazwisko albo nazwę beneficjenta",
    ),
    "no amount": (
        cells(amount=""),
        "kolumna „Kwota pomocy”: brak kwoty pomocy → wpisz kwotę w złotych, np. 1 234,56",
    ),
    "a negative amount": (
        cells(amount="-100"),
        "kolumna „Kwota pomocy”: kwota „-100” jest ujemna → wpisz kwotę równą co najmniej 0",
    ),
    "nothing granted": (
        cells(amount="0"),
        "kolumna „Kwota pomocy”: kwota pomocy to zero → wpisz kwotę, którą przyznano, albo usuń wiersz",
    ),
    "an amount that is none": (
        cells(amount="dużo"),
        "kolumna „Kwota pomocy”: nie można odczytać liczby „dużo” → wpisz kwotę w złotych, np. 1 234,56",
    ),
    "no date": (
        cells(on=""),
        "kolumna „Data przyznania”: brak dnia przyznania pomocy → wpisz datę, np. 5.05.2022",
    ),
    "a day that is none": (
        cells(on="31.06.2017"),
        "kolumna „Data przyznania”: nie ma takiego dnia: „31.06.2017” → wpisz datę, np. 5.05.2022",
    ),
    "a year that is a slip": (
        cells(on="5.06.0217"),
        "kolumna „Data przyznania”: 5 czerwca 217 r. nie może być dniem przyznania tej pomocy → sprawdź rok",
    ),
    "a year that nobody will see": (
        cells(on="31.12.9999"),
        "kolumna „Data przyznania”: 31 grudnia 9999 r. nie może być dniem przyznania tej pomocy → sprawdź rok",
    ),
    "no purpose": (
        cells("", "", "nie"),
        f"kolumna „Cel pomocy”: brak celu pomocy → {KINDS}",
    ),
    "a purpose that is none": (
        cells("przetwórstwo"),
        f"kolumna „Cel pomocy”: nieznana możliwość „przetwórstwo” → {KINDS}",
    ),
    "de minimis or not": (
        cells(START, "", "może"),
        "kolumna „De minimis (tak/nie)”: „może” nie znaczy ani tak, ani nie → wpisz tak albo nie",
    ),
    "a rate of nothing": (
        cells(START, "", "tak", "0"),
        (
            "kolumna „Kurs euro z dnia przyznania”: kurs „0” nie jest większy od zera → "
            "wpisz kurs w złotych, np. 4,6525"
        ),
    ),
    "an application that is not there": (
        cells("inna", "", "", "", "PD/1/2022; PD/9/2022"),
        (
            "kolumna „Dotyczy wniosków”: nie ma w rejestrze wniosku „PD/9/2022” → "
            "wpisz jedno z: „PD/1/2022”, „PD/2/2022”; kilka rozdziel średnikiem"
        ),
    ),
    "an application that it is and is not of": (
        cells("inna", "", "", "", "PD/1/2022", "PD/2/2022, PD/1/2022"),
        (
            "kolumna „Nie dotyczy wniosków”: wniosek PD/1/2022 stoi i w „Dotyczy”, i w „Nie dotyczy” → "
            "zostaw go w jednej z tych kolumn"
        ),
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_mistake_is_told_with_its_place(tmp_path, name):
    row, said = WRONG[name]
    assert [one.replace("\N{NO-BREAK SPACE}", " ") for one in refusal(tmp_path, row)] == [
        f"{WHERE}, {said}"
    ]


def test_all_mistakes_are_told_at_once(tmp_path):
    assert len(refusal(tmp_path, *(row for row, _ in WRONG.values()))) == len(WRONG)


@pytest.mark.parametrize("name", ["Data przyznania", "Kwota pomocy", "Cel pomocy"])
def test_a_column_that_must_be_there_is_an_error(tmp_path, name):
    heads = [one for one in HEADS if one != name]
    said = refusal(tmp_path, heads=heads)
    assert said == [f"plik, arkusz „Sheet1”, wiersz 3: brak kolumny „{name}” → dodaj ją do tabeli"]


def test_two_columns_of_one_meaning_are_an_error(tmp_path):
    (said,) = refusal(tmp_path, heads=[*HEADS, "Kwota wsparcia"])
    assert "ta kolumna i kolumna E („Kwota pomocy”) znaczą to samo" in said


def test_a_list_without_numbers_is_warned_of(tmp_path):
    heads = [one for one in HEADS if one not in ("Numer identyfikacyjny (EP)", "NIP")]
    (said,) = told(tmp_path, heads=heads)
    assert "brak kolumn z numerem EP i NIP" in said


def test_a_sum_that_does_not_add_up_is_a_warning(tmp_path):
    said = told(tmp_path, cells(name="Ewa Lis"), ["Razem", "", "", "", 70000])
    assert [one.replace("\N{NO-BREAK SPACE}", " ") for one in said] == [
        (
            "plik, arkusz „Sheet1”, wiersz 5, kolumna „Kwota pomocy”: suma „70 000” nie zgadza się z "
            "wierszami powyżej (60 000,00 zł) → sprawdź, czy nie brakuje wiersza i czy każda kwota jest dobra"
        )
    ]


def test_an_amount_alone_that_is_the_sum_is_the_sum(tmp_path):
    found = read(tmp_path, cells(name="Ewa Lis"), ["", "", "", "", 60000])
    assert (len(found.entries), found.warnings) == (1, ())
    assert len(refusal(tmp_path, cells(name="Ewa Lis"), ["", "", "", "", 60001])) == 3


def test_a_header_on_every_page_and_a_footnote_are_no_aid(tmp_path):
    found = read(tmp_path, cells(name="Ewa Lis"), list(HEADS), ["Uwaga: bez grantów"])
    assert len(found.entries) == 1
    (one,) = found.warnings
    assert one.what == "wiersz pominięto jako uwagę: „Uwaga: bez grantów”"


def test_a_name_alone_is_never_skipped(tmp_path):
    assert len(refusal(tmp_path, ["Koło Gospodyń Wiejskich"])) == 3


def test_aid_after_the_closing_is_a_warning(tmp_path):
    assert read(tmp_path, cells(name="Ewa Lis", on="16.05.2022")).warnings == ()
    (said,) = told(tmp_path, cells(name="Ewa Lis", on="17.05.2022"))
    assert "pomoc przyznano 17 maja 2022 r., po zamknięciu naboru" in said.replace("\xa0", " ")


def test_the_same_row_twice_is_a_warning(tmp_path):
    rows = [cells(nip="856-734-62-15"), cells(nip="8567346215", name="Kowalski Jan")]
    (said,) = told(tmp_path, *rows)
    assert "ta sama pomoc stoi już w wierszu 4, więc liczy się dwa razy" in said


def test_aid_to_a_business_that_does_not_say_if_it_was_de_minimis_is_one_warning(tmp_path):
    rows = [cells(START, name=f"Ewa {one}") for one in "ABCDEFG"]
    (said,) = told(tmp_path, *rows)
    assert "(wiersze: 4, 5, 6, 7, 8 i 2 dalszych); przyjęto, że nie" in said
    assert told(tmp_path, cells(START, "", "nie", name="Ewa")) == []


def test_a_common_name_alone_is_a_doubt(tmp_path):
    said = told(tmp_path, cells(name="KOWALSKI JAN"))
    assert said == [
        (
            f"{WHERE}: nie wiadomo, czy tę pomoc (KOWALSKI JAN) dostał wnioskodawca z wniosku PD/1/2022 → "
            "sprawdź i wpisz PD/1/2022 w „Dotyczy wniosków” albo w „Nie dotyczy wniosków”"
        )
    ]


def test_a_doubt_names_every_application_and_the_columns_that_are_not_there_yet(tmp_path):
    other = Application("PD/3/2022", {"applicant": "Jan Kowalski", "nip": "5260250274"})
    (said,) = told(
        tmp_path, cells(name="Jan Kowalski"), heads=HEADS[:6], applications=[JAN, ANNA, other]
    )
    assert "z wniosków PD/1/2022, PD/3/2022 → sprawdź i wpisz PD/1/2022; PD/3/2022 w" in said
    assert "„Dotyczy wniosków” albo w „Nie dotyczy wniosków”" in said


@pytest.mark.parametrize("column", [9, 10])
def test_a_doubt_that_the_office_settled_is_told_no_more(tmp_path, column):
    row = cells("inna", *[""] * 6)
    row[column] = "PD/1/2022"
    assert told(tmp_path, row) == []


def test_numbers_that_quarrel_are_a_doubt(tmp_path):
    (said,) = told(tmp_path, cells(name="Maria Kowalska", ep="12345678", nip="5260250274"))
    assert "(Maria Kowalska) dostał wnioskodawca z wniosku PD/1/2022" in said


def test_a_number_under_another_name_is_taken_and_told(tmp_path):
    (said,) = told(tmp_path, cells(name="Maria Kowalska", ep="12345678"))
    assert "(Maria Kowalska) ma numer wnioskodawcy z wniosku PD/1/2022, a inną nazwę" in said
    assert said.endswith("jeśli nie, wpisz PD/1/2022 w „Nie dotyczy wniosków”")
    assert told(tmp_path, cells(name="Jan Kowalski Stolarnia", ep="12345678")) == []


def test_aid_of_two_different_applicants_is_an_error(tmp_path):
    (said,) = refusal(tmp_path, cells("inna", "", "", "", "PD/1/2022; PD/2/2022"))
    assert said.endswith(
        "pomoc ma być i wniosku PD/1/2022, i wniosku PD/2/2022, a to różni wnioskodawcy → "
        "zostaw w „Dotyczy wniosków” jeden z nich"
    )


def test_aid_may_be_of_two_applications_of_one_applicant(tmp_path):
    again = Application("PD/3/2022", JAN.facts)
    row = cells("inna", "", "", "", "PD/1/2022; PD/3/2022")
    assert told(tmp_path, row, applications=[JAN, again]) == []


def test_a_withdrawn_application_raises_no_doubt(tmp_path):
    gone = Application("PD/1/2022", {**JAN.facts, "withdrawn": True})
    assert told(tmp_path, cells(), applications=[gone]) == []


def test_a_case_number_with_a_comma_is_one(tmp_path):
    strange = Application("PD/1,2/2022", JAN.facts)
    row = cells("inna", "", "", "", "PD/1,2/2022")
    (one,) = read(tmp_path, row, applications=[strange]).entries
    assert one.same == {"PD/1,2/2022"}


def test_json_is_refused(tmp_path):
    file = tmp_path / "historia.json"
    file.write_text('{"applications": [{"a": 1}]}', "utf-8")
    with pytest.raises(Refused, match=r"z pliku \.json czyta się tylko rejestr"):
        read_history(file, CALL_1, [])
