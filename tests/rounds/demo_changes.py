"""What happened to the three demo calls after their decision: a protest, a withdrawal, another rate."""

from datetime import date
from decimal import Decimal
from typing import Any

from scoring.changes import Change, NewLimit, ReviewCard, SelfReview, Withdrawal

SAID: Any = {"reason": "powód", "author": "Biuro LGD"}

CHANGES: dict[str, tuple[Change, ...]] = {
    "kraina-nocy-i-dni-2022": (
        SelfReview(
            on=date(2022, 7, 8),
            application="KND/1/7/2022",
            lodged_on=date(2022, 6, 27),
            contested=("innovation",),
            reviewers=("Adam Zmyślak", "Barbara Fikcyjna", "Halina Baśniowa"),
            result="changed",
            position="Takiej usługi nie było na obszarze LSR.",
            cards=tuple(
                ReviewCard(member=name, points={"innovation": Decimal(5)})
                for name in ("Adam Zmyślak", "Barbara Fikcyjna", "Halina Baśniowa")
            ),
            **SAID,
        ),
        Withdrawal(on=date(2022, 7, 20), application="KND/1/2/2022", **SAID),
        NewLimit(on=date(2022, 8, 1), eur=Decimal(280000), rate=Decimal("4.0012"), **SAID),
    ),
    "trygon-2013": (
        SelfReview(
            on=date(2013, 12, 20),
            application="TR/MM/2/2013",
            lodged_on=date(2013, 12, 10),
            contested=("amount",),
            reviewers=("Alicja Wymyślna",),
            result="forwarded",
            position="LGD podtrzymuje wynik.",
            **SAID,
        ),
        Withdrawal(on=date(2013, 12, 21), application="TR/MM/3/2013", **SAID),
        NewLimit(on=date(2013, 12, 22), eur=Decimal(160000), rate=Decimal("4.0012"), **SAID),
    ),
    "wspolpraca-60-procent": (
        SelfReview(
            on=date(2016, 7, 8),
            application="WP/1/2016",
            lodged_on=date(2016, 6, 27),
            contested=("amount",),
            reviewers=("Urząd",),
            result="forwarded",
            position="Wynik podtrzymano.",
            **SAID,
        ),
        Withdrawal(on=date(2016, 7, 9), application="WP/3/2016", **SAID),
        NewLimit(on=date(2016, 7, 10), eur=Decimal(30000), rate=Decimal("4.4"), **SAID),
    ),
}
