import pytest

from intake.amounts import Unreadable
from intake.identifiers import digits_of, identifier_of


@pytest.mark.parametrize(
    "cell",
    [
        "8567346215",
        "856-734-62-15",
        "PL 856 734 62 15",
        "pl8567346215",
        "NIP: 856-734-62-15",
        8567346215.0,
    ],
)
def test_a_nip_is_read_with_dashes_spaces_and_prefix(cell):
    assert identifier_of("nip", digits_of(cell)) == ("8567346215", False)


@pytest.mark.parametrize(
    ("fact", "digits", "number"),
    [
        ("pesel", "2070803628", "02070803628"),
        ("regon", "1287", "000001287"),
        ("nip", "123456786", None),
        ("nip", "90000006", None),
        ("nip", "0090000006", None),
    ],
)
def test_zeros_come_back_only_where_the_checksum_then_holds(fact, digits, number):
    if number is None:
        with pytest.raises(Unreadable):
            identifier_of(fact, digits)
    else:
        assert identifier_of(fact, digits) == (number, True)


@pytest.mark.parametrize(
    ("fact", "digits", "what"),
    [
        ("nip", "8567346216", "NIP „8567346216” ma złą cyfrę kontrolną"),
        ("nip", "85673462155", "NIP „85673462155” ma 11\N{NO-BREAK SPACE}cyfr zamiast 10"),
        ("regon", "123456786", "REGON „123456786” ma złą cyfrę kontrolną"),
        ("regon", "1234567890", "REGON „1234567890” ma 10\N{NO-BREAK SPACE}cyfr zamiast 9 albo 14"),
        ("pesel", "44051401358", "PESEL „44051401358” ma złą cyfrę kontrolną"),
        ("pesel", "44053401357", "PESEL „44053401357” jest niemożliwy (zła data urodzenia)"),
    ],
)
def test_a_wrong_number_is_named(fact, digits, what):
    with pytest.raises(Unreadable) as wrong:
        identifier_of(fact, digits)
    assert wrong.value.what == what


@pytest.mark.parametrize("cell", ["brak", "856-734-62-1X", "nie posiada", "٣٤"])
def test_what_is_not_digits_is_refused(cell):
    with pytest.raises(Unreadable):
        digits_of(cell)


def test_a_nip_never_begins_with_zero_and_is_never_made_so():
    with pytest.raises(Unreadable) as short:
        identifier_of("nip", "999")
    assert short.value.what == "NIP „999” ma 3\N{NO-BREAK SPACE}cyfry zamiast 10"
    with pytest.raises(Unreadable) as zero:
        identifier_of("nip", "0000000000")
    assert zero.value.what == "NIP „0000000000” zaczyna się od zera"
