"""What earlier aid allows (rules E9 to E12, and the warning A13)."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from scoring.answer import Answer, lacking, met, not_applicable, not_met, open_while
from scoring.earlier_aid import KIND_NAMES, AidKind, EarlierAid, History
from scoring.points.missing import Missing
from scoring.programme.of_call import NOT_BUSINESS, EurRate
from scoring.programme.operation import Operation
from scoring.programme.rule import rule

_ROLLING = date(2024, 1, 1)
"""Since this day de minimis aid is counted over 3 years to the day, before over 3 fiscal years."""


def _of(operation: Operation, *kinds: AidKind) -> History | Answer:
    """Return the earlier aid of these kinds, or the answer that it is not known."""
    history = operation.history
    if history is None:
        return open_while(Missing("history"))
    nameless = [one.party for one in operation.carriers if not one.party.marks]
    if operation.application.party in nameless:
        return lacking("producer_number")
    if nameless:
        return open_while(*(Missing("identity", one.name) for one in nameless))
    return history.of_kind(*kinds) if kinds else history


def doubts(some: tuple[EarlierAid, ...]) -> tuple[Missing, ...]:
    """Name the earlier aid of which it is open whose it is."""
    return tuple(Missing("doubtful_aid", f"{one.beneficiary.name} ({one.place})") for one in some)


def _never_before(operation: Operation, *kinds: AidKind) -> Answer:
    """Answer that aid of these kinds was never granted, or when it was."""
    found = _of(operation, *kinds)
    if isinstance(found, Answer):
        return found
    if found.certain:
        one = found.certain[0]
        said = "Pomoc na cel „{what}” przyznano {on:dnia} ({place})."
        return not_met(said, what=KIND_NAMES[one.kind], on=one.granted_on, place=one.place)
    if found.doubtful:
        return open_while(*doubts(found.doubtful))
    names = ", ".join(f"„{KIND_NAMES[kind]}”" for kind in kinds)
    return met("W wykazie wcześniejszej pomocy nie ma pomocy na cel: {names}.", names=names)


@rule(
    "E9", "Pomoc na podjęcie działalności tylko raz", "producer_number", kinds=("start_business",)
)
def started_once(operation: Operation) -> Answer:
    """Aid to start a business is granted once in the programme period."""
    return _never_before(operation, "start_business")


@rule(
    "E10",
    "Dwa lata od pomocy na podjęcie działalności",
    "producer_number",
    kinds=("develop_business",),
)
def two_years_since_the_start(operation: Operation) -> Answer:
    """Aid to develop a business comes not earlier than 2 years from the day of the start-up aid.

    The day that counts is the last day of the call, the earliest on which aid may be granted.
    """
    found = _of(operation, "start_business")
    if isinstance(found, Answer):
        return found
    years = int(operation.around.figure("years_before_growth").value)
    closes = operation.around.call.closes_at.date()
    late = [one for one in found.certain if _later(one.granted_on, years) > closes]
    if late:
        one = late[-1]
        said = "Pomoc na podjęcie działalności przyznano {on:dnia}; {years:liczba} lata mijają {until:dnia}"
        until = _later(one.granted_on, years)
        return not_met(said, on=one.granted_on, years=years, until=until)
    open_ones = tuple(one for one in found.doubtful if _later(one.granted_on, years) > closes)
    if open_ones:
        return open_while(*doubts(open_ones))
    return met(
        "Od pomocy na podjęcie działalności minęły co najmniej 2 lata albo jej nie przyznano."
    )


def _later(day: date, years: int) -> date:
    """Return the same day some years later; of 29 February the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


@rule(
    "E11",
    "Bez pomocy na inwestycje w przetwórstwo",
    "processes_agricultural_products",
    "producer_number",
)
def no_investment_in_processing(operation: Operation) -> Answer:
    """Who got aid for investments in processing outside LEADER gets none for processing."""
    return _if_processing(operation, "investment_in_processing")


@rule(
    "E12",
    "Inkubator albo pomoc na przetwórstwo",
    "processes_agricultural_products",
    "producer_number",
)
def incubator_or_processing(operation: Operation) -> Answer:
    """One entrepreneur gets aid for an incubator, or for a processing business, never both."""
    if operation.kind is None:
        return lacking("operation_kind")
    if operation.kind == "incubator":
        return _never_before(operation, "processing")
    if not operation.is_business:
        return not_applicable("operacja nie jest inkubatorem ani nie rozwija przedsiębiorczości.")
    return _if_processing(operation, "incubator")


def _if_processing(operation: Operation, kind: AidKind) -> Answer:
    processes = operation.says("processes_agricultural_products")
    if processes is None:
        return lacking("processes_agricultural_products")
    if not processes:
        return not_applicable("operacja nie dotyczy przetwórstwa.")
    return _never_before(operation, kind)


@rule(
    "A13",
    "Pomoc de minimis (ostrzeżenie, rozstrzyga zarząd województwa)",
    "operation_kind",
    "runs_business",
    "producer_number",
    "requested",
    only={"runs_business": NOT_BUSINESS},
    decides=False,
)
def de_minimis(operation: Operation) -> Answer:
    """Aid linked to business is de minimis: with what is granted it must fit the ceiling in euros."""
    if operation.is_business is None:
        return lacking("operation_kind")
    runs = operation.is_business or operation.says("runs_business")
    if runs is None:
        return lacking("runs_business")
    if not runs:
        return not_applicable("operacja nie jest związana z działalnością gospodarczą.")
    asked, rate = operation.grosze("requested"), operation.around.of_call.eur_rate
    if asked is None or rate is None:
        return lacking("requested") if asked is None else open_while(Missing("eur_rate"))
    history = _of(operation)
    if isinstance(history, Answer):
        return history
    return _against_ceiling(operation, history, asked, rate)


def _against_ceiling(operation: Operation, history: History, asked: int, rate: EurRate) -> Answer:
    """Compare all aid of the last three years, and this one, with the ceiling of that day."""
    ceiling = operation.around.programme.figure("de_minimis_eur", rate.on)
    counted, doubtful = (
        tuple(one for one in some if one.de_minimis and _counts(one.granted_on, rate.on))
        for some in (history.certain, history.doubtful)
    )
    rates = tuple(Missing("rate_of_aid", one.place) for one in counted if one.eur_rate is None)
    if rates or doubtful:
        return open_while(*rates, *doubts(doubtful))
    if ceiling is None:
        return open_while(Missing("eur_rate"))
    before = sum((_eur(one.amount, one.eur_rate or Decimal(1)) for one in counted), Decimal(0))
    whole = before + _eur(asked, rate.value)
    said = (
        "Pomoc de minimis w ciągu 3 lat: {before:liczba} EUR, z tą operacją {whole:liczba} EUR "
        "przy pułapie {limit:liczba} EUR ({source})."
    )
    answer = met if whole <= ceiling.value else not_met
    return answer(said, before=before, whole=whole, limit=ceiling.value, source=ceiling.source)


def _counts(granted_on: date, day: date) -> bool:
    """Say whether aid granted then counts on that day: 3 years back, or 3 fiscal years."""
    if day >= _ROLLING:
        return _later(granted_on, 3) > day
    return granted_on.year > day.year - 3


def _eur(grosze: int, rate: Decimal) -> Decimal:
    """Convert grosze to euros at a rate, to the cent, half up."""
    return (Decimal(grosze) / 100 / rate).quantize(Decimal("0.01"), ROUND_HALF_UP)
