"""What a call says of its own announcement, and which of its events have happened.

Neither changes what is decided, so both stand beside the :class:`~scoring.call.Call` and never in
its fingerprint: a list does not become a new version because its notices were sent.
"""

from datetime import date

from scoring.value import Value


class Announcement(Value):
    """Where each item that the announcement must state is stated: „ogłoszenie, pkt 3”.

    The items are those of art. 19(4) of the act (2015, 2019). For 2023 the act has 6 items of the
    announcement and 14 of the regulations (19a.2-3); their wording is not at hand, a gap.
    """

    place: str | None = None
    term: str | None = None
    form: str | None = None
    theme: str | None = None
    conditions: str | None = None
    criteria: str | None = None
    minimum: str | None = None
    documents: str | None = None
    limit: str | None = None


ITEMS = {
    "place": "miejsce składania wniosków",
    "term": "termin składania wniosków",
    "form": "forma wsparcia",
    "theme": "zakres tematyczny operacji",
    "conditions": "warunki udzielenia wsparcia",
    "criteria": "kryteria wyboru operacji",
    "minimum": "minimum punktów, od którego operacja może być wybrana",
    "documents": "wymagane dokumenty",
    "limit": "limit środków",
}
"""How each item of the announcement is called (art. 19(4))."""


class Events(Value):
    """The days on which things happened; what has not happened yet is absent.

    ``notified_on`` is the day on which the last notice was sent, ``handed_over_on`` the day on
    which the voivodeship board got the documents (2023: on which they were made available to it).
    """

    agreed_with_board_on: date | None = None
    calendar_published_on: date | None = None
    regulations_agreed_on: date | None = None
    selected_on: date | None = None
    notified_on: date | None = None
    published_on: date | None = None
    handed_over_on: date | None = None


BEFORE_OPENING = ("agreed_with_board_on", "calendar_published_on", "regulations_agreed_on")
"""The events that come before the call opens; all others come after it has closed."""
