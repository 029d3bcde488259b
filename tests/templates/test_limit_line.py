"""Where the line of the limit stands on the ranking list, policy by policy."""

from decimal import Decimal
from typing import Any

import pytest

from scoring.call import Limit
from scoring.cards import Card
from scoring.deciding import decide
from scoring.decision import Decision
from templates.ranking_list.line import ALL_FIT, CONSENT, TIE
from templates.ranking_list.view import View, view
from tests.templates.decisions import application, call, ruleset
from tests.templates.test_printing import printed, text_of

MINE = ("Anna Łukasik", "Bogdan Świątek", "Celina Żurawska")


def decision(policy: Any, limit: int, *asked: int, tied: int = 0, agrees: Any = None) -> Decision:
    """Operations from the best down; the last ``tied`` of them are equal. Amounts in zł."""
    some, cards = [], []
    last = len(asked) - tied
    for position, amount in enumerate(asked):
        level = min(position, last)
        better = {
            "promotes_area": level < 1,
            "processes_products": level < 2,
            "office_consultation": level < 3,
        }
        facts = dict(application(1).facts) | {"requested": amount * 100, "accepts_partial": agrees}
        given = application(position + 1, **(facts | better))
        some.append(given)
        points = {"innovation": 5, "coherence": 5}
        cards += [Card(member, given.number, points, {}) for member in MINE]
    text = call()
    limited = Limit(pln=Decimal(limit), policy=policy, source="ogłoszenie, pkt 6")
    council = text.council.model_copy(update={"members": MINE})
    return decide(
        text.model_copy(update={"limit": limited, "council": council}), ruleset(), some, cards
    )


def drawn(shown: View) -> list[str]:
    """The list as its marks: places, what stands beside them, and the line."""
    return [
        "LINE" if row.kind != "operation" else f"{row.entry.number[-1]}{row.mark or ''}"
        for row in shown.rows
    ]


LINE = "granica limitu środków: 250,00 zł, pozostało {}"


@pytest.mark.parametrize(
    ("made", "order", "text"),
    [
        (decision("stop", 250, 100, 200, 50), ["1", "LINE", "2", "3"], LINE.format("150,00 zł")),
        (
            decision("skip", 250, 100, 200, 50, 200),
            ["1", "2poza limitem", "3", "LINE", "4"],
            LINE.format("100,00 zł"),
        ),
        (
            decision("partial", 250, 100, 200, 50, agrees=True),
            ["1", "2", "LINE", "3"],
            LINE.format("0,00 zł"),
        ),
        (
            decision("partial", 250, 100, 200, 50, agrees=False),
            ["1", "LINE", "2", "3"],
            LINE.format("150,00 zł"),
        ),
        (decision("partial", 250, 100, 200, 50), ["1", "LINE", "2", "3"], CONSENT),
        (decision("stop", 250, 100, 100, 100, tied=2), ["1", "LINE", "2", "3"], TIE),
        (
            decision("skip", 250, 100, 150, 100, 10, tied=3),
            ["1", "LINE", "2", "3", "4"],
            TIE,
        ),
        (decision("stop", 250, 300, 50), ["LINE", "1", "2"], LINE.format("250,00 zł")),
    ],
    ids=["stop", "skip", "agreed", "refused", "asks", "tie", "tie, skip", "nobody fits"],
)
def test_line_stands_where_the_limit_runs(made: Decision, order: list[str], text: str) -> None:
    shown = view(made, 1, "public")
    assert drawn(shown) == order
    (line,) = [row for row in shown.rows if row.kind == "limit"]
    assert line.text.replace("\N{NO-BREAK SPACE}", " ") == text
    assert shown.all_fit is None
    said = dict(shown.figures)["Pozostało"]
    assert (said == "nierozstrzygnięte") is (text in (TIE, CONSENT))


def test_no_line_is_drawn_where_all_fit() -> None:
    made = decision("stop", 250, 100, 100)
    assert drawn(view(made, 1, "internal")) == ["1", "2"]
    text = text_of(printed(made, "lista-rankingowa"))
    assert text.count(ALL_FIT) == 1
    assert "granica limitu" not in text


def test_open_line_and_marks_are_printed() -> None:
    text = text_of(printed(decision("stop", 250, 100, 100, 100, tied=2), "lista-rankingowa"))
    assert TIE in text
    assert "pozostało" not in text
    skipped = text_of(printed(decision("skip", 250, 100, 200, 50), "lista-rankingowa"))
    assert "2 poza limitem" in skipped
