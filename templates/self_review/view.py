"""The letters after a self-review, as plain data (act, art. 22 and following).

The applicant learns what was assessed again, by whom the protest goes on, and what stands now; where
the LGD leaves its result, the voivodeship board gets the protest with the LGD's position.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scoring import polish
from scoring.changes import AMOUNT, SelfReview
from scoring.decision import Assessment, Decision, Outcome
from scoring.explain import OUTCOME_NAMES
from scoring.points.parts import Parts
from scoring.value import Value
from scoring.voivodeship import board
from templates.base.act import ACT, PUBLISHED
from templates.base.entry import received
from templates.base.frame import Frame, frame
from templates.base.rules_text import approximation_note
from templates.base.signature import of_notice
from templates.notice.points import Scored, scored
from templates.notice.result import in_a_sentence, in_figures
from templates.notice.view import BLANK, addressee_of

TITLE = "Informacja o wyniku autokontroli"
FORWARDED = "Przekazanie protestu"

_PARAGRAPHS = re.compile(r"\n\s*\n")

_RESULTS = {
    "changed": "LGD uwzględniła protest i zmieniła wynik oceny.",
    "forwarded": "LGD nie zmienia wyniku oceny i przekazuje protest zarządowi województwa.",
}


class View(Value):
    """Everything in the letter. ``criteria`` are the contested ones, as they were assessed again."""

    frame: Frame
    sender: tuple[str, ...]
    number: str
    addressee: tuple[str, ...]
    subject: str
    opening: str
    contested: tuple[str, ...]
    result: str
    figures: tuple[tuple[str, str], ...]
    position: tuple[str, ...]
    criteria: tuple[Scored, ...]
    approximate: str | None
    closing: tuple[str, ...]
    signatures: tuple[str, ...]


def view(decision: Decision, version: int, one: Assessment, review: SelfReview) -> View:
    """Return the letter to the applicant."""
    letter = _Letter(TITLE, addressee_of(one), _to_applicant(review))
    return _letter(decision, version, one, review, letter)


def view_for_board(decision: Decision, version: int, one: Assessment, review: SelfReview) -> View:
    """Return the letter by which the protest goes to the voivodeship board."""
    to = (board(decision.call.lgd.region), BLANK)
    enclosed = (
        "W załączeniu: protest wraz z załącznikami, stanowisko LGD, wniosek o przyznanie pomocy "
        "i dokumenty oceny."
    )
    return _letter(decision, version, one, review, _Letter(FORWARDED, to, (enclosed,)))


@dataclass(frozen=True, slots=True)
class _Letter:
    """What tells one letter from another: its title, whom it goes to, and how it ends."""

    title: str
    addressee: tuple[str, ...]
    closing: tuple[str, ...]


def _letter(
    decision: Decision, version: int, one: Assessment, review: SelfReview, letter: _Letter
) -> View:
    call, number = decision.call, one.application.number
    criteria = tuple(_again(decision, one, review))
    shown = [text for row in criteria for text in (row.points, row.reason)]
    return View(
        frame=frame(decision, version, letter.title, moves=False),
        sender=tuple(line for line in (call.lgd.name, call.lgd.seat) if line),
        number=number,
        addressee=letter.addressee,
        subject=(
            f"protest z dnia {polish.day(review.lodged_on)} w sprawie wniosku nr {number} "
            f"{polish.quoted(one.application.title)}, złożonego {received(one)}, w naborze "
            f"nr {call.number} {polish.quoted(call.title)}"
        ),
        opening=_opening(decision, review),
        contested=tuple(dict.fromkeys(_contested(decision, one, review))),
        result=_RESULTS[review.result],
        figures=tuple(_figures(decision, one)),
        position=tuple(" ".join(one.split()) for one in _PARAGRAPHS.split(review.position.strip())),
        criteria=criteria,
        approximate=approximation_note(call, shown),
        closing=letter.closing,
        signatures=of_notice(call),
    )


def _opening(decision: Decision, review: SelfReview) -> str:
    regime = decision.call.regime
    where = "art. 22a–22m" if regime == "2023" else "art. 22"
    received_on = review.received_on or review.lodged_on
    return (
        f"działając na podstawie {where} {ACT} ({PUBLISHED[regime]}), LGD przeprowadziła "
        f"autokontrolę w związku z protestem, który wpłynął dnia {polish.day(received_on)} "
        f"Autokontrolę zakończono dnia {polish.day(review.on)} Ponownej ocenie podlegało tylko to, "
        "co zakwestionowano w proteście; pozostałe oceny nie zmieniły się."
    )


def _contested(decision: Decision, one: Assessment, review: SelfReview) -> Iterator[str]:
    """Name what was contested; a gate condition by what its finding is called."""
    names = {each.id: each.name for each in decision.ruleset.simple()}
    names |= {each.id: each.name for each in decision.ruleset.criteria}
    conditions = {each.id: each.name for each in one.findings}
    for key in review.contested:
        if key == AMOUNT:
            yield "ustalona kwota wsparcia"
        elif key in names:
            yield f"kryterium {polish.quoted(names[key])}"
        else:
            yield f"warunek {polish.quoted(conditions.get(key, key))}"


def _figures(decision: Decision, one: Assessment) -> Iterator[tuple[str, str]]:
    if one.outcome in (Outcome.UNDECIDED, Outcome.WITHDRAWN):
        yield "Wynik po autokontroli", OUTCOME_NAMES[one.outcome]
        return
    yield "Wynik po autokontroli", in_a_sentence(decision, one)
    yield from in_figures(decision, one)


def _again(decision: Decision, one: Assessment, review: SelfReview) -> Iterator[Scored]:
    rows = zip(decision.ruleset.criteria, scored(decision, one), strict=False)
    for criterion, row in rows:
        ids = {criterion.id}
        if isinstance(criterion, Parts):
            ids |= {part.id for part in criterion.parts}
        if not ids.isdisjoint(review.contested):
            yield row


def _to_applicant(review: SelfReview) -> tuple[str, ...]:
    if review.result == "forwarded":
        forwarded = (
            "Protest wraz ze stanowiskiem LGD przekazujemy zarządowi województwa, który go "
            "rozpatrzy i zawiadomi Państwa o rozstrzygnięciu."
        )
        return (forwarded,)
    published = (
        "Listę operacji po autokontroli (listę techniczną) LGD publikuje na swojej stronie "
        "internetowej."
    )
    return (published,)
