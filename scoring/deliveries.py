"""What was delivered to an applicant, and how a protest against it went: days, each if it came."""

from datetime import date

from scoring.value import Value


class Delivery(Value):
    """One delivery of a result to one applicant, and the protest that followed it, if any.

    The fields stand in the order in which the days come. ``received_on`` is when the LGD got the
    protest; where it is not said, the day of lodging counts. ``asked_on`` is when the call to
    complete the protest was delivered. ``waiting_since`` is the day from which the six months of
    art. 23(9) run: the office states it, because the source at hand does not name that day.
    """

    number: str
    delivered_on: date | None = None
    protested_on: date | None = None
    received_on: date | None = None
    board_informed_on: date | None = None
    asked_on: date | None = None
    completed_on: date | None = None
    reviewed_on: date | None = None
    board_received_on: date | None = None
    decided_on: date | None = None
    decision_delivered_on: date | None = None
    complained_on: date | None = None
    waiting_since: date | None = None

    @property
    def days(self) -> dict[str, date]:
        """Every day that is known, by the name of its event."""
        known = {name: getattr(self, name) for name in EVENT_NAMES if name in self.model_fields_set}
        found = {name: day for name, day in known.items() if day is not None}
        if "protested_on" in found:
            found.setdefault("received_on", found["protested_on"])
        return found


EVENT_NAMES = {
    "delivered_on": "dzień doręczenia pisma o wyniku",
    "protested_on": "dzień wniesienia protestu",
    "received_on": "dzień wpływu protestu do LGD",
    "board_informed_on": "dzień zawiadomienia ZW o proteście",
    "asked_on": "dzień doręczenia wezwania do uzupełnienia protestu",
    "completed_on": "dzień uzupełnienia protestu",
    "reviewed_on": "dzień zakończenia autokontroli",
    "board_received_on": "dzień otrzymania protestu przez ZW",
    "decided_on": "dzień rozstrzygnięcia protestu przez ZW",
    "decision_delivered_on": "dzień doręczenia rozstrzygnięcia ZW",
    "complained_on": "dzień wniesienia skargi do sądu",
    "waiting_since": "dzień, od którego biegnie 6 miesięcy",
}
"""How each day is called, in the order in which they come."""

NEEDS = {
    "protested_on": "delivered_on",
    "received_on": "protested_on",
    "board_informed_on": "protested_on",
    "asked_on": "protested_on",
    "completed_on": "asked_on",
    "reviewed_on": "protested_on",
    "board_received_on": "protested_on",
    "decided_on": "protested_on",
    "decision_delivered_on": "decided_on",
    "complained_on": "decision_delivered_on",
    "waiting_since": "protested_on",
}
"""The event without which another cannot be, and before which it cannot come."""
