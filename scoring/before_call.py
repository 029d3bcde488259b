"""What the act demands of a call before it is announced: wording, lead times, length, content."""

from collections.abc import Iterator
from datetime import date

from scoring import polish
from scoring.announcement import ITEMS, Announcement, Events
from scoring.call import Call, Regime
from scoring.flaws import Flaw

ACT_PASSED = date(2015, 2, 20)
"""The day of the act on local development (RLKS)."""

LEAD = range(14, 31)
"""Days from the announcement to the opening of the call (art. 19(3), 2015 and 2019)."""

AGREED_BEFORE = 30
"""Days before the opening by which the board must have agreed (art. 19(2), 2015 and 2019)."""

LENGTH = range(14, 31)
"""Days that a call lasts, its first and last day included (Dz.U. 2015 poz. 1570, § 20(1))."""


def before_call_flaws(
    call: Call, events: Events, announcement: Announcement | None, *, selected_by_board: bool
) -> Iterator[Flaw]:
    """Tell what the act does not allow in a call, or what the call does not say of itself.

    ``selected_by_board`` says that it is a call for cooperation projects, which the voivodeship
    board runs by another procedure: art. 19 of the act is not asked there, nor of an own operation,
    which the LGD does not select in a call.
    """
    yield from regime_flaws(call)
    yield from _money_flaws(call)
    if selected_by_board:
        what = "projekty współpracy ocenia zarząd województwa; terminów z art. 19 nie zbadano"
        yield Flaw(("scope",), what, "sprawdź terminy w procedurze zarządu województwa", "note")
        return
    if call.programme is not None and call.programme.procedure == "own_operation":
        what = "operacji własnej LGD nie ogłasza się naborem; terminów z art. 19 nie zbadano"
        write = "sprawdź, kiedy podano o niej informację (programme: own_operation)"
        yield Flaw(("programme", "procedure"), what, write, "note")
        return
    if call.regime == "2023":
        yield from _calendar_flaws(call, events)
        yield from _regulations_flaws(call, events)
    else:
        yield from _agreement_flaws(call, events)
        yield from _lead_flaws(call)
    if call.regime == "2015":
        yield from _length_flaws(call)
    yield from _content_flaws(call, announcement)
    yield from _goal_flaws(call)


def wordings(day: date) -> tuple[Regime, ...]:
    """Return the wordings of the act that a call announced on a day may be under.

    Money of PROW 2014-2020 stays under the wording before 2023 (art. 161 of the act of 8 February
    2023), so 2019 may run after 2022. The day in 2019 on which the wording changed is not in the
    source at hand: in that year either may apply.
    """
    first, last = 2019, 2023
    if day.year < first:
        return ("2015",)
    if day.year == first:
        return ("2015", "2019")
    return ("2019",) if day.year < last else ("2019", "2023")


def regime_flaws(call: Call) -> Iterator[Flaw]:
    """Tell a wording of the act that was not, or may not have been, in force."""
    day = polish.day(call.announced_on)
    allowed = wordings(call.announced_on)
    if call.announced_on < ACT_PASSED:
        what = f"nabór ogłoszono {day}, a ustawa o RLKS jest z {polish.day(ACT_PASSED)}"
        yield Flaw(("regime",), what, "sprawdź datę ogłoszenia i brzmienie", "warning")
    elif call.regime not in allowed:
        what = f"brzmienie „{call.regime}” nie obowiązuje naboru ogłoszonego {day}"
        wanted = " albo ".join(f'"{one}"' for one in allowed)
        write = f"wpisz regime: {wanted} (art. 161 ustawy z 8 lutego 2023 r.)"
        yield Flaw(("regime",), what, write)
    elif allowed == ("2015", "2019"):
        what = "w 2019 r. brzmienie ustawy się zmieniło, a program nie zna dnia zmiany"
        yield Flaw(("regime",), what, "sprawdź, które obowiązywało w dniu ogłoszenia", "note")
    elif allowed == ("2019", "2023") and call.programme is None:
        money = "PROW 2014–2020" if call.regime == "2019" else "PS WPR 2023–2027"
        what = f"brzmienie „{call.regime}” jest właściwe tylko dla środków z {money}"
        write = "sprawdź, z czego jest limit (art. 161 ustawy z 8 lutego 2023 r.)"
        yield Flaw(("regime",), what, write, "note")


def _money_flaws(call: Call) -> Iterator[Flaw]:
    if call.limit.grosze == 0:
        what = "limit środków naboru to zero"
        yield Flaw(("limit",), what, "wpisz kwotę z ogłoszenia (art. 19 ust. 4 ustawy)")


def _agreement_flaws(call: Call, events: Events) -> Iterator[Flaw]:
    agreed, opens = events.agreed_with_board_on, call.opens_at.date()
    write = "uzgodnij termin co najmniej 30 dni przed rozpoczęciem naboru (art. 19 ust. 2 ustawy)"
    if agreed is None:
        what = "nie wpisano, kiedy termin naboru uzgodniono z zarządem województwa"
        yield Flaw(
            ("events",), what, f"{write}; dopisz events: {{agreed_with_board_on: …}}", "warning"
        )
    elif (opens - agreed).days < AGREED_BEFORE:
        days = polish.plural((opens - agreed).days, "dzień", "dni", "dni")
        what = f"termin uzgodniono z zarządem województwa {days} przed rozpoczęciem naboru"
        yield Flaw(("events", "agreed_with_board_on"), what, write)


def _lead_flaws(call: Call) -> Iterator[Flaw]:
    days = (call.opens_at.date() - call.announced_on).days
    if days < 0 or days in LEAD:
        return  # a call announced after it has opened is refused when it is read
    counted = polish.plural(days, "dzień", "dni", "dni")
    what = f"nabór ogłoszono {counted} przed rozpoczęciem, a powinno być od 14 do 30 dni"
    yield Flaw(("announced_on",), what, "popraw dzień ogłoszenia (art. 19 ust. 3 ustawy)")


def _length_flaws(call: Call) -> Iterator[Flaw]:
    days = (call.closes_at.date() - call.opens_at.date()).days + 1
    if days not in LENGTH:
        counted = polish.plural(days, "dzień", "dni", "dni")
        what = f"nabór trwa {counted}, a powinien od 14 do 30 dni"
        write = "popraw closes_at (§ 20 ust. 1 rozporządzenia, Dz.U. 2015 poz. 1570)"
        yield Flaw(("closes_at",), what, write)


def _calendar_flaws(call: Call, events: Events) -> Iterator[Flaw]:
    published = events.calendar_published_on
    if published is None:
        what = "nie wpisano, kiedy ogłoszono harmonogram naborów"
        write = "dopisz events: {calendar_published_on: …} (art. 18c ustawy)"
        yield Flaw(("events",), what, write, "warning")
    elif published > call.announced_on:
        what = "harmonogram naborów ogłoszono po ogłoszeniu naboru"
        write = "najpierw ogłoś harmonogram (art. 18c ustawy)"
        yield Flaw(("events", "calendar_published_on"), what, write)
    elif published.year >= call.announced_on.year:
        what = "harmonogram z tym naborem ogłoszono w roku naboru, a nie do końca poprzedniego"
        write = "to dobrze tylko wtedy, gdy była to jego aktualizacja (art. 18c ustawy)"
        yield Flaw(("events", "calendar_published_on"), what, write, "warning")


def _regulations_flaws(call: Call, events: Events) -> Iterator[Flaw]:
    agreed = events.regulations_agreed_on
    if agreed is None:
        what = "nie wpisano, kiedy regulamin naboru uzgodniono z zarządem województwa"
        write = "dopisz events: {regulations_agreed_on: …} (art. 19a ust. 4 ustawy)"
        yield Flaw(("events",), what, write, "warning")
    elif agreed > call.announced_on:
        what = "regulamin uzgodniono z zarządem województwa dopiero po ogłoszeniu naboru"
        write = "uzgodnij go przed ogłoszeniem (art. 19a ust. 4 ustawy)"
        yield Flaw(("events", "regulations_agreed_on"), what, write)


def _content_flaws(call: Call, announcement: Announcement | None) -> Iterator[Flaw]:
    """Ask where each item is stated; of 2023 the wording of art. 19a is not at hand."""
    if call.regime == "2023":
        what = "treści ogłoszenia (6 pozycji) i regulaminu (14 pozycji) program nie zna i nie bada"
        write = "sprawdź je według art. 19a ust. 2 i 3 ustawy (Dz.U. 2023 poz. 1554)"
        yield Flaw(("announcement",), what, write, "note")
        return
    if announcement is None:
        what = f"nie wskazano, gdzie ogłoszenie podaje: {', '.join(ITEMS.values())}"
        write = "dopisz announcement: {place: …, term: …, …} (art. 19 ust. 4 ustawy)"
        yield Flaw(("announcement",), what, write, "warning")
        return
    for key, name in ITEMS.items():
        if not (getattr(announcement, key) or "").strip():
            what = f"ogłoszenie nie podaje: {name}"
            write = f"dopisz to w ogłoszeniu i wskaż miejsce: {key}: … (art. 19 ust. 4 ustawy)"
            where = (
                ("announcement",) if getattr(announcement, key) is None else ("announcement", key)
            )
            yield Flaw(where, what, write)


def _goal_flaws(call: Call) -> Iterator[Flaw]:
    """Ask which goals and indicators of the LSR the call serves."""
    if not call.indicators:
        what = "nabór nie wymienia wskaźników LSR, którym ma służyć"
        yield Flaw(("indicators",), what, "dopisz indicators: [{id: …, target: …}]", "note")
    for position, one in enumerate(call.indicators or ()):
        where = ("indicators", position)
        if one.goal is None:
            what = f"wskaźnik „{one.name}” nie mówi, któremu celowi LSR służy"
            yield Flaw(where, what, "dopisz goal: …", "warning")
        if one.reached is None:
            what = f"nie wiadomo, ile wskaźnika „{one.name}” już osiągnięto"
            yield Flaw(where, what, "dopisz reached: …", "warning")
        elif one.reached >= one.target:
            what = f"wskaźnik „{one.name}” już osiągnięto"
            yield Flaw((*where, "reached"), what, "sprawdź, czy nabór jest potrzebny", "warning")
