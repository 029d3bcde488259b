"""Whose assessment card counts: a member who was there, signed, is not excluded, and was drawn."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from scoring import polish
from scoring.application import Application
from scoring.cards import Card
from scoring.council.attendance import present_at
from scoring.council.chamber import UNSIGNED
from scoring.council.lot import Draw, draw_assessors
from scoring.council.sitting import HeldSitting
from scoring.council.vote import About
from scoring.ruleset import Ruleset


def may_assess(held: HeldSitting, number: str) -> dict[str, str | None]:
    """Say of every member why his or her card of an operation does not count; ``None``: it does.

    Whoever judges an operation was there when the council voted on it; of one on which it did not
    vote, at the sitting at all.
    """
    excluded = held.chamber.excluded_from(number)
    there = {one.member for one in held.sitting.presences}
    moments = _dealt_with(held, number)
    present = frozenset[str]().union(*(present_at(one, held.sitting.presences) for one in moments))
    days = [one.date() for one in moments or [part.opened_at for part in held.sitting.parts]]
    found: dict[str, str | None] = {}
    for member in held.council.members:
        name, why = member.name, excluded.get(member.name)
        if not any(member.in_office(day) for day in days):
            why = "nie trwała kadencja"
        elif name not in there:
            why = "nieobecność na posiedzeniu"
        elif moments and name not in present:
            at = ", ".join(map(polish.moment, moments))
            why = f"nieobecność przy głosowaniu nad tym wnioskiem ({at})"
        elif why is None and name not in held.council.signed:
            why = UNSIGNED
        found[name] = why
    return found


_JUDGING: tuple[About, ...] = ("points", "conformity", "selection")
"""The votes by which it is known when the council dealt with an operation, the nearest first."""


def _dealt_with(held: HeldSitting, number: str) -> list[datetime]:
    """Return when the council judged an operation: at valid votes, or at all where none is."""
    for about in _JUDGING:
        votes = [one for one in held.of(number) if one.vote.about == about]
        if votes:
            return [one.vote.at for one in [some for some in votes if some.valid] or votes]
    return []


def assessors(held: HeldSitting, number: str) -> Draw | None:
    """Draw who assesses an operation; ``None`` where all do, or no such members are to be found."""
    rule, seed = held.council.rules.assessors, held.sitting.seed
    if rule is None or seed is None:
        return None
    may = {name for name, why in may_assess(held, number).items() if why is None}
    members = [one for one in held.council.members if one.name in may]
    return draw_assessors(seed, number, members, rule.count)


def refused_cards(held: HeldSitting, cards: Iterable[Card]) -> list[tuple[Card, str]]:
    """Name every card that was filled in and does not count, and why: it is refused by name."""
    ordered = sorted(cards, key=lambda one: (one.application, one.member))
    judged = ((card, _why(held, card)) for card in ordered if not card.excluded and not card.blank)
    return [(card, why) for card, why in judged if why is not None]


def _why(held: HeldSitting, card: Card) -> str | None:
    """Say why a card does not count."""
    members = may_assess(held, card.application)
    if card.member not in members:
        return "nie jest członkiem Rady"
    if members[card.member] is None and (unchecked := _unchecked(held, card)) is not None:
        return unchecked
    if members[card.member] is not None or held.council.rules.assessors is None:
        return members[card.member]
    draw = assessors(held, card.application)
    drawn = () if draw is None else draw.drawn
    return None if card.member in drawn else "nie wylosowano do oceny tego wniosku"


def unjudged(
    cards: Iterable[Card], applications: Iterable[Application], ruleset: Ruleset
) -> list[tuple[Card, list[str]]]:
    """Name every card that was begun and not finished, with the criteria that lack points.

    A blank card is none, and of a criterion that does not apply to the application none are asked.
    """
    asked = {
        one.number: list(ruleset.judged_of(one.facts)) for one in applications if not one.withdrawn
    }
    ordered = sorted(cards, key=lambda one: (one.application, one.member))
    found = []
    for card in ordered:
        judged = () if card.excluded or card.blank else asked.get(card.application, ())
        names = [one.name for one in judged if one.id not in card.points]
        if names:
            found.append((card, names))
    return found


def _unchecked(held: HeldSitting, card: Card) -> str | None:
    """Say that too few others checked a card, where the rules ask for it."""
    rule = held.council.rules.card_check
    others = set(card.checked_by) - {card.member}
    if rule is None or len(others) >= rule.persons:
        return None
    persons = polish.plural(rule.persons, "osobę", "osoby", "osób")
    return (
        f"sprawdzona przez {len(others)}, a wymaga się sprawdzenia przez {persons} ({rule.source})"
    )


def how_many_assess(held: HeldSitting, number: str) -> int:
    """Return how many cards of an operation there must be: of all who may assess, or were drawn."""
    if held.council.rules.assessors is not None:
        draw = assessors(held, number)
        return held.council.rules.assessors.count if draw is None else len(draw.drawn)
    return sum(why is None for why in may_assess(held, number).values())


def counting_cards(held: HeldSitting, cards: Iterable[Card]) -> tuple[Card, ...]:
    """Return the cards as they count: those of whoever is excluded are marked so, and empty."""
    found = []
    for card in cards:
        excluded = card.member in held.chamber.excluded_from(card.application)
        found.append(replace(card, excluded=True, points={}) if excluded else card)
    return tuple(found)
