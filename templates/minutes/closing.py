"""The rest of the minutes: the call, the ranking, the resolutions, the closing, the annexes."""

from collections.abc import Iterator, Sequence

from scoring import polish
from scoring.council.sitting import HeldSitting
from scoring.decision import Assessment, Decision, Outcome
from scoring.resolutions import Resolution
from scoring.value import Value
from templates.base.ballot import place
from templates.base.entry import NONE, Entry, amount_text, applications, entry, operations
from templates.base.finding import verdict
from templates.base.frame import Variant
from templates.base.person import agrees, chair_signs
from templates.base.rules_text import limit_text, minimum_of, policy_text
from templates.ranking_list.view import listed_in


class Ranked(Value):
    """A row of the ranking."""

    place: str
    entry: Entry
    amount: str
    within: str


class Passed(Value):
    """A resolution: its number, what it is about, and the vote."""

    number: str
    about: str
    vote: str


def call_told(decision: Decision) -> tuple[str, ...]:
    """Tell of the call: announcement, term, limit, applications, the preliminary assessment."""
    return tuple(_call(decision))


def _call(decision: Decision) -> Iterator[str]:
    call = decision.call
    announced = polish.day(call.announced_on)
    yield (
        f"Nabór nr {call.number} „{call.title}” ogłoszono {announced} Wnioski przyjmowano od "
        f"{polish.moment(call.opens_at)} do {polish.moment(call.closes_at)}."
    )
    yield (
        f"Limit środków: {limit_text(call.limit)}; {policy_text(call)}. Minimum punktowe: "
        f"{minimum_of(decision)}."
    )
    withdrawn = len(decision.of(Outcome.WITHDRAWN))
    given = [one for one in decision.assessments if one.outcome is not Outcome.WITHDRAWN]
    if not given:
        gone = f"; wycofano {_withdrawn(withdrawn)}" if withdrawn else ""
        yield f"W terminie naboru nie złożono żadnego wniosku, który podlegałby ocenie{gone}."
        return
    counted = applications(len(given))
    gone = f" (ponadto wycofano {_withdrawn(withdrawn)})" if withdrawn else ""
    yield f"Ocenie {agrees(len(given), 'podlega', 'podlegają')} {counted}{gone}."
    yield _preliminary(given)


def _withdrawn(count: int) -> str:
    return polish.plural(count, "wniosek", "wnioski", "wniosków")


def _preliminary(given: Sequence[Assessment]) -> str:
    """Say what the preliminary assessment found, apart from the council's own vote."""
    found = {
        one.application.number: [each for each in one.findings if each.id != "council"]
        for one in given
    }
    if not any(found.values()):
        return "W naborze nie zapisano warunków, które sprawdza się przed oceną Rady."
    verdicts = [verdict(some) for some in found.values()]
    yes, no = verdicts.count("met"), verdicts.count("not_met")
    unknown = verdicts.count("unknown")
    if len(verdicts) > 1 and yes == len(verdicts):
        return f"Wynik oceny wstępnej: warunki spełniają wszystkie operacje ({yes})."
    said = []
    if yes:
        said.append(f"warunki {agrees(yes, 'spełnia', 'spełniają')} {operations(yes)}")
    if no:
        said.append(f"warunków nie {agrees(no, 'spełnia', 'spełniają')} {operations(no)}")
    if unknown:
        stays = agrees(unknown, "pozostaje", "pozostają")
        said.append(f"do wyjaśnienia {stays} {operations(unknown)}")
    return f"Wynik oceny wstępnej: {', '.join(said)}."


def ranking(decision: Decision, variant: Variant) -> tuple[Ranked, ...]:
    """Return the ranking: those with a place, then those below the minimum and others assessed."""
    return tuple(
        Ranked(
            place=NONE if one.rank is None else str(one.rank),
            entry=entry(decision, one, variant),
            amount=amount_text(one),
            within={True: "tak", False: "nie", None: NONE}[one.within_limit],
        )
        for one in listed_in(decision)
    )


def passed(held: HeldSitting, resolutions: Sequence[Resolution]) -> tuple[Passed, ...]:
    """Return the resolutions of the sitting."""
    return tuple(
        Passed(
            number=one.number,
            about=_about(one),
            vote=f"głosowanie nr {place(held, one.vote)}",
        )
        for one in resolutions
    )


def _about(one: Resolution) -> str:
    if one.one is None:
        return "przyjęcie listy rankingowej oraz list operacji wybranych i niewybranych"
    what = "wybranie" if one.selects else "niewybranie"
    return f"{what} operacji {one.one.application.number}"


def closed(held: HeldSitting) -> str:
    """Say when the sitting was closed."""
    moment = held.sitting.parts[-1].closed_at
    return f"Posiedzenie zamknięto {polish.day(moment.date())} o godz. {moment:%H:%M}."


def annexes(decision: Decision, resolutions: Sequence[Resolution]) -> tuple[str, ...]:
    """List the annexes of the minutes."""
    some = [
        "lista obecności",
        "deklaracje bezstronności i poufności",
        "rejestr powiązań członków Rady",
        "rejestr interesów członków Rady",
        "protokół komisji skrutacyjnej",
    ]
    if any(one.scores for one in decision.assessments):
        some.append("karty oceny operacji według lokalnych kryteriów wyboru")
    some += ["lista rankingowa", "lista operacji wybranych", "lista operacji niewybranych"]
    if len(resolutions) == 1:
        some.append(f"uchwała nr {resolutions[0].number}")
    elif resolutions:
        some.append(f"uchwały nr {resolutions[0].number} – {resolutions[-1].number}")
    return tuple(some)


def signing(held: HeldSitting) -> tuple[str, ...]:
    """Tell who signs the minutes."""
    secretary = "Sekretarz posiedzenia"
    if held.sitting.secretary is not None:
        secretary = f"{secretary}: {held.sitting.secretary}"
    return *chair_signs(held), secretary
