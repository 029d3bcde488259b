"""A file of running costs: what is read from it, and what is refused with its line."""

from decimal import Decimal
from pathlib import Path

import pytest

from intake.running_costs import RunningCostsFile, read_running_costs, running_costs_of
from reading.problems import Refused
from reading.yaml_file import parse_yaml

EXAMPLE = Path(__file__).parents[2] / "examples" / "koszty-biezace" / "lgd-przyklad.yaml"
HEAD = "lgd: LGD Przykład\nas_of: 30.06.2018\n"


def read(text: str) -> RunningCostsFile:
    return running_costs_of(parse_yaml(HEAD + text, "koszty.yaml"))


def refusal(text: str, head: str = HEAD) -> list[tuple[int | None, str, str]]:
    with pytest.raises(Refused) as refused:
        running_costs_of(parse_yaml(head + text, "koszty.yaml"))
    return [(one.line, one.what, one.write) for one in refused.value.problems]


def test_the_example_is_read_whole():
    found = read_running_costs(EXAMPLE)
    given = found.given
    assert found.warnings == ()
    assert (given.agreement.funds_19_2, given.agreement.funds_19_4) == (935_000_000, 210_400_000)
    assert [one.amount for one in given.tranches or ()] == [6440000, 11868000, 14213000, 4000000]
    assert [one.inhabitants for one in given.area.gminas] == [5872, 31240, 14655, 12077, 9311]
    assert given.posts_filled == Decimal("3.5")
    assert (given.lsr.selected, given.other_support.granted) == (True, False)
    assert given.selection_criteria == ()


@pytest.mark.parametrize("written", ["1 234,56 zł", "1234.56", '"1.234,56"', "1 234,56"])
def test_an_amount_is_read_as_offices_write_it(written: str):
    given = read(f"agreement:\n  funds_19_4: {written}\n").given
    assert given.agreement.funds_19_4 == 123_456


@pytest.mark.parametrize("blank", ["", "–", "'-'", '""', "null"])
def test_a_blank_is_not_known_and_never_zero(blank: str):
    given = read(f"posts_filled: {blank}\npaid: {{public: {blank or 'null'}}}\n").given
    assert (given.posts_filled, given.paid.public) == (None, None)


def test_what_nobody_wrote_is_not_known():
    given = read("").given
    assert (given.tranches, given.selection_criteria, given.next) == (None, None, None)


WRONG = {
    "an unknown key": (
        "agreemnt: {}\n",
        (3, "nieznany klucz „agreemnt”", "czy chodziło o „agreement”?"),
    ),
    "an amount that is none": (
        "paid:\n  public: dużo\n",
        (
            4,
            "nie można odczytać liczby „dużo”",
            "wpisz kwotę w złotych, np. 1 234,56; nieznane zostaw puste",
        ),
    ),
    "an amount with a fraction of a grosz": (
        "paid: {public: 1.005}\n",
        (
            3,
            "kwota „1,005” ma ułamek grosza",
            "wpisz kwotę z dokładnością do grosza, np. 1 234,56",
        ),
    ),
    "a negative amount": (
        "paid: {public: -1}\n",
        (3, "kwota „-1” jest ujemna", "wpisz kwotę równą co najmniej 0"),
    ),
    "funds of 19.2 that are nothing": (
        "agreement: {funds_19_2: 0}\n",
        (3, "zła wartość klucza „funds_19_2”: „0”", "wpisz większą liczbę (ponad 0)"),
    ),
    "inhabitants that are no whole number": (
        "area:\n  gminas:\n    - {name: A, inhabitants: 10.5}\n",
        (
            5,
            "„10,5” nie jest liczbą całkowitą",
            "wpisz liczbę całkowitą, np. 2; nieznane zostaw puste",
        ),
    ),
    "negative posts": (
        "posts_filled: -1\n",
        (3, "zła wartość klucza „posts_filled”: „-1”", "wpisz większą liczbę (co najmniej 0)"),
    ),
    "an answer that is none": (
        "other_support: {granted: może}\n",
        (
            3,
            "„może” nie znaczy ani tak, ani nie",
            "wpisz tak albo nie; nieznane zostaw puste",
        ),
    ),
    "an answer without its source": (
        "lsr:\n  selected: tak\n",
        (
            3,
            "„selected” bez źródła; dopisz source: z czego to wynika",
            "popraw według opisu kluczy",
        ),
    ),
    "the same gmina twice": (
        "area:\n  gminas:\n    - {name: Wólka}\n    - {name: wólka}\n",
        (6, "gmina „wólka” jest wpisana dwa razy", "zostaw jeden wpis"),
    ),
    "a town larger than its gmina": (
        "area:\n  gminas:\n    - {name: A, inhabitants: 100, towns: [{name: B, inhabitants: 101}]}\n",
        (
            5,
            "miasta gminy „A” mają 101 mieszkańców, a cała gmina 100",
            "popraw jedną z liczb",
        ),
    ),
    "tranches out of order": (
        "tranches:\n  - {paid_on: 2018-02-01}\n  - {paid_on: 2018-01-01}\n",
        (
            5,
            "transze nie stoją w kolejności wypłat",
            "przestaw tę transzę przed wypłaconą 1 lutego 2018 r.",
        ),
    ),
    "a tranche from the future": (
        "tranches:\n  - {paid_on: 1.07.2018}\n",
        (
            4,
            "transza wypłacona po dniu stanu (30 czerwca 2018 r.)",
            "popraw datę albo „as_of”",
        ),
    ),
    "a next tranche before the last": (
        "tranches:\n  - {paid_on: 2018-02-01}\nnext: {planned_on: 2018-01-31}\n",
        (5, "następna transza jest wcześniejsza niż ostatnia wypłacona", "popraw datę"),
    ),
    "tranches that are no list": (
        "tranches: 3\n",
        (3, "zła wartość klucza „tranches”: „3”", "wpisz listę, np. [a, b]"),
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_mistake_is_told_with_its_line(name: str):
    text, expected = WRONG[name]
    assert refusal(text) == [expected]


def test_a_missing_name_and_day_are_told():
    assert [(line, what) for line, what, _ in refusal("notice: x\n", head="")] == [
        (1, "brakuje klucza „lgd”"),
        (1, "brakuje klucza „as_of”"),
    ]


def test_a_day_that_is_none_is_told_once():
    told = refusal("", head="lgd: LGD\nas_of: wczoraj\n")
    assert [line for line, _, _ in told] == [2]


def test_an_empty_name_is_told():
    told = refusal("", head='lgd: " "\nas_of: 2018-06-30\n')
    assert [(line, what) for line, what, _ in told] == [(1, "zła wartość klucza „lgd”: „”")]


def test_all_mistakes_are_told_at_once():
    text = (
        "agreement:\n  funds_19_2: dużo\n  fund_19_4: 1\nlsr: {selected: może}\nposts_filled: -2\n"
    )
    assert sorted(line or 0 for line, _, _ in refusal(text)) == [4, 5, 6, 7]


def test_aid_that_shrinks_is_only_a_warning():
    found = read("paid: {non_public: 5}\ntranches:\n  - {amount: 1, non_public: 10}\n")
    assert [(one.line, one.level, one.what.replace("\xa0", " ")) for one in found.warnings] == [
        (3, "warning", "„non_public” maleje: 10,00 zł, a potem 5,00 zł")
    ]
