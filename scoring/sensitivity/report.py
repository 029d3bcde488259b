"""The sensitivity of a call as one value, its sentences, and its JSON."""

from dataclasses import dataclass
from fractions import Fraction

from scoring import polish
from scoring.canonical import Json, pln
from scoring.canonical import points as plain_points
from scoring.decision import Decision
from scoring.explain import OUTCOME_NAMES
from scoring.numbers import Points, exact
from scoring.sensitivity.agreement import RULE, Agreement, agreement
from scoring.sensitivity.hinges import Hinge, Turned, hinges
from scoring.sensitivity.margins import Margins, margins

NO_CARDS = "Naboru nie oceniano na kartach, więc nie ma zgodności ocen do pokazania."

SIDES = {"above": "zawsze powyżej pozostałych", "below": "zawsze poniżej pozostałych"}


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What the decisions of a call hang on, by how much, and how far the members agree."""

    hinges: tuple[Hinge, ...]
    margins: Margins
    agreement: Agreement


def sensitivity(decision: Decision) -> Sensitivity:
    """Find out what the decisions of a call hang on; the call is decided again many times."""
    return Sensitivity(hinges(decision), margins(decision), agreement(decision))


def margin_sentences(found: Margins) -> list[str]:
    """Tell the margins in Polish."""
    return [_line(found), *_minimum(found)]


def _line(found: Margins) -> str:
    first = found.below_line
    if first is None:
        return "Pod linią limitu nie ma żadnej operacji."
    lacks = []
    if first.money is not None:
        lacks.append(polish.money(first.money))
    if first.points is not None and first.points > 0:
        lacks.append(polish.with_points(first.points))
    said = f"Pierwsza pod linią limitu ({first.number})"
    if first.points is not None and first.points <= 0:
        ahead = polish.with_points(exact(-Fraction(first.points)))
        equal = "ma tyle samo punktów co" if first.points == 0 else f"ma o {ahead} więcej niż"
        said += f" {equal} ostatnia w limicie"
        return f"{said}; brakuje {' / '.join(lacks)}." if lacks else f"{said}."
    return f"{said}: brakuje {' / '.join(lacks)}." if lacks else f"{said}."


def _minimum(found: Margins) -> list[str]:
    said = []
    if found.above_minimum is not None:
        over = polish.with_points(found.above_minimum.points)
        said.append(f"Najbliżej nad minimum ({found.above_minimum.number}): {over} zapasu.")
    if found.below_minimum is not None:
        short = polish.with_points(exact(-Fraction(found.below_minimum.points)))
        said.append(f"Najbliżej pod minimum ({found.below_minimum.number}): brakuje {short}.")
    return said or ["Nikogo nie porównano z minimum punktowym."]


def turned_sentence(turned: Turned) -> str:
    """Tell how an outcome would be another one."""
    before, after = OUTCOME_NAMES[turned.before], OUTCOME_NAMES[turned.after]
    return f"{turned.number}: {before} → {after}"


def signed(difference: Points) -> str:
    """Write a difference of points with its sign."""
    sign = "+" if difference > 0 else "–" if difference < 0 else ""
    text = polish.points(exact(abs(Fraction(difference))))
    about = f"≈{polish.NARROW}"
    if text.startswith(about):
        return f"{about}{sign}{text.removeprefix(about)}"
    return f"{sign}{text}"


def plain(decision: Decision, found: Sensitivity) -> Json:
    """Return what ``nabor sensitivity --json`` prints."""
    below, margin = found.margins.below_line, found.margins
    return {
        "call": decision.call.number,
        "fingerprint": decision.fingerprint,
        "hinges": [
            {
                "kind": one.what,
                "name": one.name,
                "turned": [
                    {"number": each.number, "before": each.before.value, "after": each.after.value}
                    for each in one.turned
                ],
            }
            for one in found.hinges
        ],
        "first_below_line": None
        if below is None
        else {
            "number": below.number,
            "money": pln(below.money),
            "points": plain_points(below.points),
        },
        "minimum": {
            "above": None
            if margin.above_minimum is None
            else [margin.above_minimum.number, plain_points(margin.above_minimum.points)],
            "below": None
            if margin.below_minimum is None
            else [margin.below_minimum.number, plain_points(margin.below_minimum.points)],
        },
        "criteria": [
            {
                "id": one.criterion,
                "highest": plain_points(one.highest),
                "mean_spread": plain_points(one.mean),
                "widest_spread": plain_points(one.widest),
                "widest_in": one.widest_in,
            }
            for one in found.agreement.criteria
        ],
        "members": [
            {
                "member": one.member,
                "applications": one.applications,
                "difference": plain_points(one.difference),
                "always": one.always,
            }
            for one in found.agreement.members
        ],
        "rule": RULE,
    }
