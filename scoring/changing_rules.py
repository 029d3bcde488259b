"""Whether a call may be held under other criteria than it was announced with.

Criteria are changed for the next call; in a call that is already announced only the wording of 2023
lets them change, and only while nobody has applied.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from scoring import polish
from scoring.call import Call
from scoring.ruleset import STATUS_NAMES, Ruleset

CONSENT = (
    "zasada S2: PROW 2014–2020, poddziałanie 19.2, Zasady dotyczące ustalania kryteriów wyboru "
    "(zmiana kryteriów wymaga zgody samorządu województwa)"
)
"""Where it stands that a change of criteria needs the consent of the voivodeship."""

ANNOUNCED = (
    "art. 19 ust. 4 ustawy o rozwoju lokalnym z udziałem lokalnej społeczności ({regime}): "
    "ogłoszenie o naborze podaje kryteria i minimum; art. 17 ust. 2: wsparcie nie przysługuje, "
    "jeśli ich nie zastosowano"
)
"""Why criteria stay as they were announced, in the wordings of 2015 and 2019."""

APPLIED_2023 = (
    "art. 19a ust. 6–7 ustawy o rozwoju lokalnym z udziałem lokalnej społeczności (2023): regulamin "
    "naboru zmienia się tylko, dopóki nie złożono żadnego wniosku"
)
"""Until when the regulations of a call may change, in the wording of 2023."""

AGREED_2023 = (
    "Zmianę regulaminu trzeba uzgodnić z zarządem województwa i opublikować z uzasadnieniem "
    "(art. 19a ust. 6 i 8 ustawy)."
)
"""What is left to do after a change in the wording of 2023."""


@dataclass(frozen=True, slots=True)
class Ban:
    """Why the criteria may not change: what stands against it, and the article that says so."""

    what: str
    article: str
    write: str


@dataclass(frozen=True, slots=True)
class Moment:
    """How far the call has come: the hour it is, and how many applications were submitted.

    ``submitted`` is ``None`` where there is no register, so that nobody knows. One that was
    withdrawn counts as never submitted.
    """

    now: datetime
    submitted: int | None


def bans(call: Call, ruleset: Ruleset, moment: Moment) -> tuple[Ban, ...]:
    """Name everything that stands against holding the call under these criteria; all at once."""
    return (*_adopted(call, ruleset, moment), *_running(call, moment))


def _adopted(call: Call, ruleset: Ruleset, moment: Moment) -> Iterator[Ban]:
    """The criteria are adopted by this LGD, with the consent of the board, named and dated."""
    if ruleset.lgd != call.lgd.id:
        what = f"kryteria są LGD „{ruleset.lgd}”, a nabór prowadzi LGD „{call.lgd.id}”"
        yield Ban(what, CONSENT, "podaj kryteria LGD, która prowadzi nabór")
    if ruleset.status != "adopted":
        what = f"kryteria mają status „{STATUS_NAMES[ruleset.status]}”: nikt ich nie przyjął"
        yield Ban(what, CONSENT, "po przyjęciu kryteriów wpisz status: adopted i adopted_by")
        return
    consent = None if ruleset.adopted_by is None else ruleset.adopted_by.consent
    if consent is None:
        what = "plik kryteriów nie podaje zgody zarządu województwa na zmianę"
        yield Ban(what, CONSENT, "dopisz w adopted_by: consent: {body: …, date: …}")
    elif consent.date > moment.now.date():
        what = f"zgoda zarządu województwa ma datę {polish.day(consent.date)}, która nie nadeszła"
        yield Ban(what, CONSENT, "popraw datę zgody (adopted_by: consent)")


def _running(call: Call, moment: Moment) -> Iterator[Ban]:
    """The call has not come too far."""
    if moment.submitted:
        count = polish.plural(moment.submitted, "wniosek", "wnioski", "wniosków")
        what = f"w naborze złożono już {count}"
        yield Ban(what, _APPLIED[call.regime], _NEXT)
        return
    if call.regime != "2023":
        if moment.now.date() >= call.announced_on:
            what = f"nabór ogłoszono {polish.day(call.announced_on)}"
            yield Ban(what, ANNOUNCED.format(regime=call.regime), _NEXT)
    elif moment.submitted is None and moment.now >= call.opens_at:
        opened = polish.moment(call.opens_at)
        what = f"nabór trwa od {opened}, a bez rejestru nie wiadomo, czy ktoś złożył wniosek"
        yield Ban(what, APPLIED_2023, "zapisz w folderze naboru rejestr (także pusty)")
    elif moment.now > call.closes_at:
        what = f"nabór zakończył się {polish.moment(call.closes_at)}"
        yield Ban(what, APPLIED_2023, _NEXT)


_APPLIED = {
    "2015": ANNOUNCED.format(regime="2015"),
    "2019": ANNOUNCED.format(regime="2019"),
    "2023": APPLIED_2023,
}

_NEXT = "zastosuj te kryteria w następnym naborze; dla tego naboru możliwa jest symulacja"
