"""A resolution as plain data: on one operation (12a, 12b), or on the lists (14)."""

from scoring import polish
from scoring.call import Regime
from scoring.council.sitting import HeldSitting
from scoring.decision import Decision, Outcome
from scoring.explain import reasons
from scoring.resolutions import Resolution
from scoring.value import Value
from templates.base.ballot import Ballot, ballot
from templates.base.entry import Entry, amount_text, entry, operations
from templates.base.frame import Frame, frame
from templates.base.person import agrees, chair_signs
from templates.base.rules_text import on_the_line

TITLE = "Uchwała"

_ACT = "ustawy z dnia 20 lutego 2015 r. o rozwoju lokalnym z udziałem lokalnej społeczności"

BASIS: dict[Regime, str] = {
    "2015": f"art. 21 ust. 1 i 2 {_ACT} (Dz.U. z 2015 r. poz. 378)",
    "2019": f"art. 21 ust. 2 i 5 {_ACT} (Dz.U. z 2019 r. poz. 1167)",
    "2023": f"art. 21 ust. 1 i 5 {_ACT} (Dz.U. z 2023 r. poz. 1554)",
}
"""On what a resolution is based, by the wording of the act: choosing among what passes the gate."""


class View(Value):
    """Everything in a resolution; ``paragraphs`` stand under the signs § 1, § 2 and so on."""

    frame: Frame
    whose: str
    day: str
    matter: str
    basis: str
    paragraphs: tuple[str, ...]
    listed: tuple[tuple[str, Entry, str, str], ...]
    ballot: Ballot
    signatures: tuple[str, ...]


def view(decision: Decision, version: int, held: HeldSitting, one: Resolution) -> View:
    """Return one resolution, ready to print."""
    lgd = decision.call.lgd
    return View(
        frame=frame(decision, version, f"{TITLE} nr {one.number}", moves=one.one is None),
        whose=f"Rady {lgd.name}" + (f" w miejscowości {lgd.seat}" if lgd.seat else ""),
        day=polish.day(one.vote.vote.at.date()),
        matter=_matter(decision, one),
        basis=BASIS[decision.call.regime],
        paragraphs=_on_lists(decision) if one.one is None else _on_operation(decision, one),
        listed=() if one.one is not None else _listed(decision),
        ballot=ballot(held, one.vote),
        signatures=chair_signs(held, one.vote.vote.led_by),
    )


def _matter(decision: Decision, one: Resolution) -> str:
    call = decision.call
    if one.one is None:
        return f"w sprawie przyjęcia list operacji w naborze nr {call.number} „{call.title}”"
    what = "wybrania" if one.selects else "niewybrania"
    return f"w sprawie {what} do finansowania operacji {one.one.application.number}"


def _on_operation(decision: Decision, one: Resolution) -> tuple[str, ...]:
    """Say what is decided of the operation, why, and when the resolution takes effect."""
    assert one.one is not None  # noqa: S101 - the caller asked
    shown = entry(decision, one.one, "internal")
    verb = "wybiera" if one.selects else "nie wybiera"
    object_ = "operację" if one.selects else "operacji"
    who = "" if shown.identifier is None else f", {shown.identifier}"
    filed = "zgłoszoną" if one.selects else "zgłoszonej"
    said = [
        (
            f"Rada {verb} do finansowania {object_} „{shown.title}” (wniosek nr {shown.number}, "
            f"wnioskodawca: {shown.applicant}{who}, złożony {shown.received}), {filed} w naborze "
            f"nr {decision.call.number} „{decision.call.title}”."
        )
    ]
    if one.one.outcome in (Outcome.SELECTED, Outcome.SELECTED_OUTSIDE_LIMIT):
        fits = "mieści się" if one.one.within_limit else "nie mieści się"
        said.append(
            f"Ustala się kwotę wsparcia: {shown.granted}. Operacja {fits} w limicie środków."
        )
    said.append(f"Uzasadnienie: {' '.join(reasons(decision, one.one))}")
    return *said, EFFECT


EFFECT = "Uchwała wchodzi w życie z dniem podjęcia."


def _on_lists(decision: Decision) -> tuple[str, ...]:
    inside, outside = decision.of(Outcome.SELECTED), decision.of(Outcome.SELECTED_OUTSIDE_LIMIT)
    return (
        (
            "Przyjmuje się listę rankingową operacji, listę operacji wybranych do finansowania oraz "
            "listę operacji niewybranych, które są załącznikami do uchwały."
        ),
        _in_the_limit(decision, len(inside), len(outside)),
        EFFECT,
    )


def _in_the_limit(decision: Decision, inside: int, outside: int) -> str:
    """Say how many selected operations fit the limit, on what amount, and how many do not."""
    if not inside and not outside:
        return "Nie wybrano żadnej operacji."
    if not inside:
        within = "W limicie środków nie mieści się żadna operacja."
    else:
        left = "" if on_the_line(decision) else f", pozostaje {polish.money(decision.left)}"
        fits = agrees(inside, "mieści się", "mieszczą się")
        amount = polish.money(decision.granted)
        within = f"W limicie środków {fits} {operations(inside)} na kwotę {amount}{left}."
    beyond = operations(outside) if outside else "żadna operacja"
    return f"{within} Poza limitem: {beyond}."


def _listed(decision: Decision) -> tuple[tuple[str, Entry, str, str], ...]:
    """List the selected operations: place, operation, amount set, whether it fits the limit."""
    some = decision.of(Outcome.SELECTED, Outcome.SELECTED_OUTSIDE_LIMIT)
    return tuple(
        (
            str(one.rank),
            entry(decision, one, "internal"),
            amount_text(one),
            "tak" if one.within_limit else "nie",
        )
        for one in some
    )
