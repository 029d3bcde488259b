"""What speaks against a change after a decision, told by the key of the change where it stands."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches

from scoring import polish
from scoring.application import Application
from scoring.call import Call
from scoring.changes import AMOUNT, Change, Correction, NewLimit, SelfReview, Withdrawal
from scoring.facts import FactType, FactValue
from scoring.flaws import Flaw
from scoring.numbers import exact
from scoring.points.judged import Judged
from scoring.ruleset import Ruleset


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of the gate: its name, and the facts that its answer hangs on."""

    name: str
    facts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Around:
    """What a change is checked against: the call as the changes before it left it.

    ``conditions`` are those of the gate, by id. ``members`` is empty where the call
    names no council. ``barred`` says by case number who may take no part in the self-review of an
    operation, and why (act, art. 22d: whoever helped to prepare it; and whoever was excluded).
    """

    call: Call
    ruleset: Ruleset
    applications: Mapping[str, Application]
    conditions: Mapping[str, Condition] = field(default_factory=dict)
    members: Collection[str] = ()
    barred: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def flaws_of_change(change: Change, around: Around) -> Iterator[Flaw]:
    """Tell everything that speaks against a change."""
    if change.on < around.call.closes_at.date() and not isinstance(change, Withdrawal | NewLimit):
        closed = polish.day(around.call.closes_at.date())
        what = f"dzień jest wcześniejszy niż zakończenie naboru ({closed})"
        yield Flaw(("on",), what, "popraw datę")
    if isinstance(change, NewLimit):
        yield from _of_limit(change, around.call)
        return
    if change.application not in around.applications:
        yield unknown_application(change.application, around.applications)
        return
    application = around.applications[change.application]
    if application.withdrawn:
        what = f"wniosek {application.number} jest już wycofany"
        yield Flaw(("application",), what, "nie trzeba niczego robić; zapis wycofania już jest")
        return
    if isinstance(change, Correction):
        yield from _of_correction(change, application, around)
    elif isinstance(change, SelfReview):
        yield from _of_review(change, application, around)


def unknown_application(number: str, known: Collection[str]) -> Flaw:
    """Tell of a case number that no application has, with the nearest that one does."""
    return _unknown("application", number, known, "wniosku")


def _unknown(key: str, written: str, known: Collection[str], what: str) -> Flaw:
    near = get_close_matches(written, known, n=1)
    some = near or sorted(known)[:8]
    write = f"wpisz np. {', '.join(some)}" if some else "popraw wpis"
    return Flaw((key,), f"nie ma {what} „{written}”", write)


def _of_limit(change: NewLimit, call: Call) -> Iterator[Flaw]:
    try:
        limit = change.of(call.limit)
    except ValueError:
        what = "z tego nie wynika jeden limit"
        if change.pln is not None and change.eur is not None:
            what = "podano naraz kwotę w złotych i w euro"
        elif change.pln is None and call.limit.eur is None:
            what = "limit tego naboru jest w złotych, więc sam kurs albo same euro nie wystarczą"
        yield Flaw(("pln",), what, "podaj kwotę w złotych (pln) albo w euro i kurs (eur, rate)")
        return
    if limit.grosze == call.limit.grosze:
        what = f"limit wynosi już {polish.money(limit.grosze)}"
        yield Flaw(("pln",), what, "podaj inną kwotę albo inny kurs")


def _of_correction(change: Correction, application: Application, around: Around) -> Iterator[Flaw]:
    catalogue = around.ruleset.catalogue
    if change.fact not in catalogue:
        yield _unknown("fact", change.fact, catalogue, "informacji")
        return
    if change.fact == "withdrawn":
        yield Flaw(("fact",), "wycofanie to nie sprostowanie", "użyj „nabor withdraw”")
        return
    if change.fact in _PLACES and application.populations:
        what = "od miejscowości zależy liczba mieszkańców z tabeli miejscowości"
        write = "popraw rejestr i przeprowadź rundę z powodem: „nabor round … --reason …”"
        yield Flaw(("fact",), what, write)
        return
    fact, now = catalogue[change.fact], application.facts.get(change.fact)
    written = None if now is None else fact.plain(now)
    try:
        value = None if change.value is None else fact.from_file(change.value)
        was = None if change.was is None else fact.from_file(change.was)
    except ValueError as wrong:
        yield Flaw(("value",), str(wrong), f"wpisz {fact.what_to_write}")
        return
    if value is not None and _out_of_range(value):
        yield Flaw(("value",), "liczba spoza zakresu", f"wpisz {fact.what_to_write}")
        return
    if was != now:
        stands = "nic" if now is None else f"„{written}”"
        what = f"w rejestrze stoi teraz: {fact.name} – {stands}, a zmiana mówi co innego"
        yield Flaw(("was",), what, "popraw „was” albo usuń tę zmianę")
    elif value == now:
        yield Flaw(("value",), f"{fact.name}: taka wartość już jest", "popraw wartość")


def _of_review(change: SelfReview, application: Application, around: Around) -> Iterator[Flaw]:
    yield from _of_days(change, around.call)
    criteria = {one.id: one for one in around.ruleset.simple()}
    outer = {one.id for one in around.ruleset.criteria}
    known = {*criteria, *outer, *around.conditions, AMOUNT}
    for one in change.contested:
        if one not in known:
            yield _unknown("contested", one, known, "kryterium ani warunku")
    yield from _of_people(change, around)
    yield from _of_facts(change, around)
    judged = {key: one for key, one in criteria.items() if isinstance(one, Judged)}
    for position, card in enumerate(change.cards):
        for criterion, points in card.points.items():
            path = ("cards", position, "points", criterion)
            if criterion not in change.contested:
                what = f"protest nie dotyczy kryterium „{criterion}”"
                yield Flaw(path, what, "ocenia się tylko zakwestionowane kryteria; usuń te punkty")
            elif criterion not in judged:
                what = f"kryterium „{criterion}” nie jest oceniane na kartach"
                yield Flaw(path, what, "usuń te punkty; popraw informację z wniosku (facts)")
            elif not judged[criterion].allows(exact(points)):
                allowed = "; ".join(polish.points(one) for one in judged[criterion].allowed[:20])
                what = f"{polish.number(points)} jest poza skalą kryterium „{criterion}”"
                yield Flaw(path, what, f"wpisz jedną z wartości: {allowed}")
    anything = change.facts or change.rulings or any(card.points for card in change.cards)
    if change.result == "changed" and not anything:
        what = f"zmieniono wynik wniosku {application.number}, a nie ma nowych ocen ani ustaleń"
        yield Flaw(("result",), what, "dopisz cards, facts albo rulings; albo result: forwarded")
    if change.result == "forwarded" and anything:
        what = "protest przekazano zarządowi województwa, a są nowe oceny albo ustalenia"
        yield Flaw(("result",), what, "usuń je; albo result: changed")


def _of_days(change: SelfReview, call: Call) -> Iterator[Flaw]:
    received = change.received_on or change.lodged_on
    if change.lodged_on < call.closes_at.date():
        yield Flaw(("lodged_on",), "protest wniesiono przed zakończeniem naboru", "popraw datę")
    if received < change.lodged_on:
        yield Flaw(("received_on",), "protest wpłynął, zanim go wniesiono", "popraw jedną z dat")
    if change.on < received:
        yield Flaw(("on",), "autokontrola skończyła się przed wpływem protestu", "popraw datę")


def _of_people(change: SelfReview, around: Around) -> Iterator[Flaw]:
    """Tell of reviewers who are not of the council, or may not review (act, art. 22d)."""
    barred = around.barred.get(change.application, {})
    for one in dict.fromkeys(change.reviewers):
        if around.members and one not in around.members:
            yield _unknown("reviewers", one, around.members, "członka Rady")
        elif one in barred:
            what = f"{one} nie może brać udziału w autokontroli: {barred[one]}"
            yield Flaw(("reviewers",), what, "wskaż inną osobę (art. 22d ustawy)")
    for position, card in enumerate(change.cards):
        if card.member not in change.reviewers:
            what = f"{card.member} ma kartę, a nie ma tej osoby wśród oceniających (reviewers)"
            yield Flaw(("cards", position, "member"), what, "dopisz ją albo usuń kartę")
    names = [card.member for card in change.cards]
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            yield Flaw(("cards",), f"{name} ma dwie karty", "zostaw jedną")


_PLACES = ("gmina", "locality")
"""Facts from which the number of inhabitants was looked up."""

_MOST = 10**13
"""No amount of a call, in grosze, and no count is larger: one that is was a slip of the pen."""


def _out_of_range(value: FactValue) -> bool:
    return isinstance(value, int | Decimal) and not 0 <= value <= _MOST


def _read_by(change: SelfReview, around: Around) -> frozenset[str]:
    """Name the facts that what was contested hangs on; the amounts only where one was contested.

    Who applied and when is never one of them, unless a condition asks for it.
    """
    contested = frozenset(change.contested)
    read = {
        fact
        for one in (*around.ruleset.criteria, *around.ruleset.simple())
        if one.id in contested
        for fact in one.facts_read()
    } - {"requested"}
    for key in contested & around.conditions.keys():
        read |= around.conditions[key].facts
    if AMOUNT in contested:
        catalogue = around.ruleset.catalogue
        read |= {one.id for one in catalogue.values() if one.type is FactType.MONEY}
    return frozenset(read)


def _of_facts(change: SelfReview, around: Around) -> Iterator[Flaw]:
    catalogue, read = around.ruleset.catalogue, _read_by(change, around)
    for key, value in change.facts.items():
        if key not in catalogue or key == "withdrawn":
            yield _unknown("facts", key, catalogue, "informacji")
            continue
        fact = catalogue[key]
        if key not in read:
            what = f"{fact.name}: nie zależy od tego nic, co zakwestionował protest"
            yield Flaw(
                ("facts", key), what, "usuń to; pomyłkę w rejestrze prostuje „nabor correct”"
            )
            continue
        try:
            known = None if value is None else fact.from_file(value)
        except ValueError as wrong:
            yield Flaw(("facts", key), str(wrong), f"wpisz {fact.what_to_write}")
            continue
        if known is not None and _out_of_range(known):
            yield Flaw(("facts", key), "liczba spoza zakresu", f"wpisz {fact.what_to_write}")
    for rule in change.rulings:
        if rule not in change.contested:
            what = f"protest nie dotyczy warunku „{rule}”"
            yield Flaw(("rulings", rule), what, "dopisz go do contested albo usuń ustalenie")
