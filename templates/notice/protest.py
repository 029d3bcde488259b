"""The instruction on protest (pouczenie) of a letter: whom it is due, and what it says.

A gap: how a grantee of a grant project appeals is written in the LGD's own procedure, so the office
writes that in.
"""

from collections.abc import Iterator

from scoring.call import Call, Regime
from scoring.decision import Assessment, Decision, Outcome
from scoring.value import Value
from scoring.voivodeship import board
from templates.base.act import ACT, PUBLISHED
from templates.notice.contents import BASIS, contents_before_2023, contents_of_2023
from templates.notice.result import is_lower

LOWER: dict[Regime, str | None] = {
    "2015": None,
    "2019": "ustalenia kwoty wsparcia niższej od wnioskowanej",
    "2023": "ustalenia kwoty wsparcia niższej od wnioskowanej",
}
"""The ground of an amount lower than requested, which the first wording does not know."""

_PROW: dict[Outcome, tuple[str, ...]] = {
    Outcome.NOT_ELIGIBLE: ("negatywnego wyniku oceny zgodności operacji z LSR",),
    Outcome.BELOW_MINIMUM: ("nieuzyskania przez operację minimalnej liczby punktów",),
    Outcome.SELECTED_OUTSIDE_LIMIT: (
        "wyniku wyboru, który powoduje, że operacja nie mieści się w limicie środków naboru",
    ),
}
_PS_WPR: dict[Outcome, tuple[str, ...]] = {
    Outcome.NOT_ELIGIBLE: ("wyniku oceny spełnienia warunków udzielenia wsparcia",),
    Outcome.BELOW_MINIMUM: ("wyniku oceny według kryteriów wyboru",),
    Outcome.SELECTED_OUTSIDE_LIMIT: (
        "wyniku oceny według kryteriów wyboru",
        "wyniku wyboru, który powoduje, że operacja nie mieści się w limicie środków naboru",
    ),
}
GROUNDS: dict[Regime, dict[Outcome, tuple[str, ...]]] = {
    "2015": _PROW,
    "2019": _PROW,
    "2023": _PS_WPR,
}
"""What a protest is against, by the wording of the act (2023: art. 22 sec. 1) and the outcome."""

LIMIT_ALONE = (
    "Zgodnie z art. 22 ust. 1a ustawy okoliczność, że operacja nie mieści się w limicie środków, "
    "nie może być jedyną przesłanką wniesienia protestu."
)
"""What the 2023 wording adds where an operation is outside the limit."""

TERM = (
    "Protest wnosi się w terminie 7 dni od dnia doręczenia niniejszej informacji. Jeżeli koniec "
    "terminu przypada na sobotę lub dzień ustawowo wolny od pracy, termin upływa następnego dnia, "
    "który nie jest dniem wolnym od pracy ani sobotą (art. 57 § 4 Kodeksu postępowania "
    "administracyjnego)."
)


class Protest(Value):
    """The instruction: who may protest against what, until when, where, and what must be in it.

    ``basis`` names the act that asks for ``contents`` where that reading is not certain (before 2023);
    only there a text of the LGD's own letterhead stands in their place.
    """

    right: str
    grounds: tuple[str, ...]
    limit_alone: str | None
    term: str
    board: str
    through: str
    basis: str | None
    contents: tuple[str, ...]


def protest(decision: Decision, one: Assessment) -> Protest | None:
    """Return the instruction where it is due: an adverse result that a protest may be against."""
    call, grounds = decision.call, tuple(_grounds(decision.call.regime, one))
    if not grounds or is_grant(call):
        return None
    outside, newest = one.outcome is Outcome.SELECTED_OUTSIDE_LIMIT, call.regime == "2023"
    return Protest(
        right=_right(call.regime),
        grounds=grounds,
        limit_alone=LIMIT_ALONE if outside and newest else None,
        term=TERM,
        board=board(call.lgd.region),
        through=", ".join(line for line in (call.lgd.name, call.lgd.seat) if line),
        basis=None if newest else BASIS,
        contents=(contents_of_2023 if newest else contents_before_2023)(call, one),
    )


def appeals(decision: Decision, one: Assessment) -> bool:
    """Say whether a grantee is to be told how to appeal by the LGD's own procedure."""
    adverse = one.outcome is not Outcome.SELECTED or is_lower(one)
    return adverse and is_grant(decision.call)


def is_grant(call: Call) -> bool:
    """Say whether grantees of a grant project are chosen, by the LGD's own procedure."""
    return call.programme is not None and call.programme.procedure == "grants"


def _grounds(regime: Regime, one: Assessment) -> Iterator[str]:
    yield from GROUNDS[regime].get(one.outcome, ())
    lower = LOWER[regime]
    if lower is not None and is_lower(one):
        yield lower


def _right(regime: Regime) -> str:
    basis = f"Na podstawie art. 22 ust. 1 {ACT} ({PUBLISHED[regime]}) przysługuje"
    return f"{basis if regime == '2023' else 'Przysługuje'} Państwu prawo wniesienia protestu od:"
