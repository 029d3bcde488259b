"""Invented calls that end in every result a letter can tell, under every wording of the act.

``python -m tests.templates.notices`` writes the approved texts anew; read the diff before keeping it.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from criteria.programme import read_programme
from scoring.application import Application
from scoring.call import Call, Regime
from scoring.cards import Card
from scoring.deciding import decide
from scoring.decision import Assessment, Decision
from scoring.programme.operation import Under
from templates.notice.view import View, view
from tests.templates import programme as the

GOLDEN = Path(__file__).parent / "golden" / "notice"

REGIMES: tuple[Regime, ...] = ("2015", "2019", "2023")

RESULTS = {
    "full": "3/2020/01",
    "lower": "3/2020/02",
    "outside": "3/2020/03",
    "outside_and_lower": "3/2020/04",
    "below": "3/2020/05",
    "not_eligible": "3/2020/06",
}
"""What a letter can tell, and the application of which it tells that."""

MEMBERS = ("Anna Łukasik", "Bogdan Świątek")
WHY = {
    "Anna Łukasik": "Takiej usługi nie było dotąd na obszarze LSR.",
    "Bogdan Świątek": "Rozwiązanie opisano w biznesplanie, str. 7.",
}

CRITERIA = the.CRITERIA.replace("minimum: {points: 5}", "minimum: {points: 13}")


def call(regime: Regime, **changes: object) -> Call:
    """The call with money for one full amount and one lowered."""
    found = the.call()
    lgd = found.lgd.model_copy(update={"region": "podlaskie"})
    limit = found.limit.model_copy(update={"pln": Decimal(150_000), "policy": "stop"})
    return found.model_copy(update={"regime": regime, "lgd": lgd, "limit": limit, **changes})


def applications() -> list[Application]:
    """One application a result, each unlike the others in name, address, title and amounts."""
    made = [
        the.application(1, jobs_created=Decimal(2), requested=80_000_00, office_consultation=True),
        the.application(2, jobs_created=Decimal(2), requested=75_000_00, eligible_cost=100_000_00, office_consultation=False),
        the.application(3, requested=71_000_00, office_consultation=True),
        the.application(4, requested=72_000_00, eligible_cost=101_000_00, office_consultation=False),
        the.application(5, requested=50_000_00, jobs_created=Decimal(1), office_consultation=False),
        the.application(6, farmer_insurance="full", requested=53_000_00, conforms_to_lsr=False),
    ]  # fmt: skip
    return [
        replace(one, facts={**one.facts, "title": f"{one.title} {position}", **_of_2023()})
        for position, one in enumerate(made, start=1)
    ]


def _of_2023() -> dict[str, bool]:
    return {"submitted_in_form": True, "meets_conditions": True}


def decided(regime: Regime, some: list[Application] | None = None, **changes: object) -> Decision:
    """Decide the call under one wording of the act."""
    found = applications() if some is None else some
    cards = [
        Card(member, one.number, {"innovation": 0 if one.number.endswith("05") else 3}, {"innovation": WHY[member]})
        for one in found
        for member in MEMBERS
    ]  # fmt: skip
    rules = the.ruleset(CRITERIA)
    under = Under(read_programme("prow-2014-2020"), ())
    return decide(call(regime, **changes), rules, found, cards, under)


def letter(decision: Decision, result: str) -> View:
    """The letter that tells a result."""
    return view(decision, 1, told(decision, result))


def told(decision: Decision, result: str) -> Assessment:
    """The assessment that has a result."""
    found = decision.find(RESULTS[result])
    assert found is not None
    return found


def text(shown: View) -> str:
    """Write a letter as it is read, one line a thing that it says, for a diff."""
    lines = [
        *shown.frame.notices,
        *shown.sender,
        f"Znak sprawy: {shown.number}",
        "",
        *shown.addressee,
        "",
        shown.frame.title,
        f"Dotyczy: {shown.subject}",
        "",
        shown.opening,
        "",
        "WYNIK",
        shown.result,
        *(f"{name}: {figure}" for name, figure in shown.figures),
        "",
        "UZASADNIENIE",
        *shown.justification,
        *_part("DLACZEGO KWOTA JEST NIŻSZA", shown.lowered),
        *_part("PUNKTY", tuple(_criteria(shown))),
        *_part("POUCZENIE", tuple(_instruction(shown))),
        "",
        *(f"Podpis: {one}" for one in shown.signatures),
    ]
    return "\n".join(line.replace("\xa0", " ") for line in lines) + "\n"


def _part(title: str, lines: tuple[str, ...]) -> tuple[str, ...]:
    return ("", title, *lines) if lines else ()


def _criteria(shown: View) -> Iterator[str]:
    for row in shown.criteria:
        yield f"{row.name}: {row.points} z {row.possible}. {row.reason}"
        yield from (f"  – {opinion}" for opinion in row.opinions)
    if shown.criteria:
        yield f"Razem: {shown.total} z {shown.maximum}"


def _instruction(shown: View) -> Iterator[str]:
    if shown.appeals:
        yield "(środek odwoławczy do wpisania)"
    if shown.protest is None:
        return
    yield shown.protest.right
    yield from (f"  • {ground}" for ground in shown.protest.grounds)
    if shown.protest.limit_alone:
        yield shown.protest.limit_alone
    yield shown.protest.term
    yield f"Organ: {shown.protest.board}"
    yield f"Za pośrednictwem: {shown.protest.through}"
    yield from (f"  {number}. {one}" for number, one in enumerate(shown.protest.contents, start=1))
    if shown.protest.basis:
        yield shown.protest.basis


if __name__ == "__main__":
    for one in REGIMES:
        for said in RESULTS:
            approved = text(letter(decided(one), said))
            (GOLDEN / f"{one}-{said}.txt").write_text(approved, "utf-8")
