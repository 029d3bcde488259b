"""The terms of the act as data: what is due, how long after which event, by which article.

Regimes and articles are those of the act of 20 February 2015 (Dz.U. 2015 poz. 378, 2019 poz. 1167,
2023 poz. 1554). Of a protest under the wordings before 2023 the source at hand gives only the
7 days to lodge it and the 14 days of self-review; the other terms are a gap there and not guessed.
"""

from dataclasses import dataclass
from typing import Literal

from scoring.call import Regime

Count = Literal["days", "months", "days_before", "year_before", "by"]
"""Days or months after the event; days before it; the end of the year before it; by its day."""


@dataclass(frozen=True, slots=True)
class Term:
    """One term of the act.

    ``after`` names the event that it counts from, ``done_by`` the one that fulfils it. A term of a
    case shows once ``shown_by`` has happened. ``earliest``: not more than so many days before the
    event. A ``right`` may be used and need not: when it has passed nobody is late. ``pauses``: the
    days between the call to complete a protest and its completion do not count.
    """

    id: str
    name: str
    after: str
    done_by: str | None
    source: str
    count: Count = "days"
    length: int = 0
    earliest: int | None = None
    right: bool = False
    pauses: bool = False
    shown_by: str | None = None


_AGREE = "Uzgodnienie terminu naboru z zarządem województwa"
_ANNOUNCE = "Ogłoszenie naboru"
_CALENDAR = "Ogłoszenie harmonogramu naborów"
_REGULATIONS = "Uzgodnienie regulaminu naboru z zarządem województwa"
_SELECT = "Wybór operacji"
_NOTIFY = "Pisma do wnioskodawców"
_PUBLISH = "Listy i protokół na stronie LGD"
_HAND_OVER = "Przekazanie dokumentów zarządowi województwa"
_MAKE_AVAILABLE = "Udostępnienie dokumentów zarządowi województwa"

_BEFORE = (
    Term(
        "agree",
        _AGREE,
        "opens",
        "agreed_with_board_on",
        "art. 19 ust. 2 ustawy",
        count="days_before",
        length=30,
    ),
    Term(
        "announce",
        _ANNOUNCE,
        "opens",
        "announced_on",
        "art. 19 ust. 3 ustawy",
        count="days_before",
        length=14,
        earliest=30,
    ),
)

OF_CALL: dict[Regime, tuple[Term, ...]] = {
    "2015": (
        *_BEFORE,
        Term("select", _SELECT, "closes", "selected_on", "art. 21 ust. 1 ustawy", length=45),
        Term("notify", _NOTIFY, "selected_on", "notified_on", "art. 21 ust. 5 ustawy", length=7),
        Term("publish", _PUBLISH, "selected_on", "published_on", "art. 21 ust. 5 ustawy", length=7),
        Term(
            "hand_over",
            _HAND_OVER,
            "selected_on",
            "handed_over_on",
            "art. 23 ust. 1 ustawy",
            length=7,
        ),
    ),
    "2019": (
        *_BEFORE,
        Term("notify", _NOTIFY, "closes", "notified_on", "art. 21 ust. 5 ustawy", length=60),
        Term("publish", _PUBLISH, "closes", "published_on", "art. 21 ust. 5 ustawy", length=60),
        Term(
            "hand_over", _HAND_OVER, "closes", "handed_over_on", "art. 23 ust. 1 ustawy", length=60
        ),
    ),
    "2023": (
        Term(
            "calendar",
            _CALENDAR,
            "announced_on",
            "calendar_published_on",
            "art. 18c ustawy",
            count="year_before",
        ),
        Term(
            "regulations",
            _REGULATIONS,
            "announced_on",
            "regulations_agreed_on",
            "art. 19a ust. 4 ustawy",
            count="by",
        ),
        Term("notify", _NOTIFY, "closes", "notified_on", "art. 21 ust. 5 ustawy", length=60),
        Term("publish", _PUBLISH, "closes", "published_on", "art. 21 ust. 5 ustawy", length=60),
        Term(
            "hand_over",
            _MAKE_AVAILABLE,
            "closes",
            "handed_over_on",
            "art. 21 ust. 5 ustawy",
            length=60,
        ),
    ),
}
"""The terms that a call has once, in their order, by the wording of the act."""


def _protest(source: str) -> tuple[Term, Term]:
    return (
        Term(
            "protest",
            "Protest wnioskodawcy",
            "delivered_on",
            "protested_on",
            source,
            length=7,
            right=True,
        ),
        Term(
            "self_review",
            "Autokontrola LGD",
            "received_on",
            "reviewed_on",
            source,
            length=14,
            pauses=True,
            shown_by="received_on",
        ),
    )


_EARLIER = _protest("art. 22 ustawy")
_SINCE_2023 = "art. 22a–22m ustawy"

OF_CASE: dict[Regime, tuple[Term, ...]] = {
    "2015": _EARLIER,
    "2019": _EARLIER,
    "2023": (
        *_protest(_SINCE_2023),
        Term(
            "inform_board",
            "Zawiadomienie ZW o proteście",
            "received_on",
            "board_informed_on",
            _SINCE_2023,
            length=7,
            shown_by="received_on",
        ),
        Term(
            "complete",
            "Uzupełnienie protestu",
            "asked_on",
            "completed_on",
            _SINCE_2023,
            length=7,
            right=True,
            shown_by="asked_on",
        ),
        Term(
            "board_decides",
            "Rozstrzygnięcie protestu przez ZW",
            "board_received_on",
            "decided_on",
            _SINCE_2023,
            length=21,
            shown_by="reviewed_on",
        ),
        Term(
            "board_decides_at_most",
            "Rozstrzygnięcie protestu przez ZW po przedłużeniu",
            "board_received_on",
            "decided_on",
            _SINCE_2023,
            length=45,
            shown_by="board_received_on",
        ),
        Term(
            "complaint",
            "Skarga do sądu administracyjnego",
            "decision_delivered_on",
            "complained_on",
            _SINCE_2023,
            length=14,
            right=True,
            shown_by="decided_on",
        ),
        Term(
            "lapse",
            "Oczekiwanie na środki po uwzględnionym proteście",
            "waiting_since",
            None,
            "art. 23 ust. 9 ustawy",
            count="months",
            length=6,
            right=True,
            shown_by="waiting_since",
        ),
    ),
}
"""The terms of one delivery and of the protest that follows it, by the wording of the act.

That the board's 21 (45) days count from the day it got the protest is taken, not read: the source
at hand gives the numbers without the event.
"""

_UNKNOWN_BEFORE_2023 = (
    "Terminów dalszego biegu protestu (uzupełnienie, zawiadomienie ZW, rozstrzygnięcie, skarga) "
    "i 6 miesięcy na środki program nie zna w tym brzmieniu ustawy; sprawdź je w ustawie."
)
_TAKEN_SINCE_2023 = (
    "Przyjęto, że 21 (45) dni ZW liczy się od dnia otrzymania protestu; dzień, od którego "
    "biegnie 6 miesięcy z art. 23 ust. 9, wpisuje biuro."
)

GAPS: dict[Regime, str] = {
    "2015": _UNKNOWN_BEFORE_2023,
    "2019": _UNKNOWN_BEFORE_2023,
    "2023": _TAKEN_SINCE_2023,
}
"""What the sources at hand leave open, said wherever the dates are shown."""

FROM = {
    "opens": "dnia rozpoczęcia naboru",
    "closes": "dnia zakończenia naboru",
    "announced_on": "dnia ogłoszenia naboru",
    "selected_on": "dnia wyboru operacji",
    "delivered_on": "dnia doręczenia pisma o wyniku",
    "received_on": "dnia wpływu protestu",
    "asked_on": "dnia doręczenia wezwania do uzupełnienia",
    "board_received_on": "dnia otrzymania protestu przez ZW",
    "decision_delivered_on": "dnia doręczenia rozstrzygnięcia ZW",
    "waiting_since": "dnia wpisanego przez biuro",
}
"""How the event that a term counts from is called, in the genitive."""
