"""The one door of 19.4: what an LGD knows in, a sheet of rate, tranches and rules out."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property

from scoring.answer import Finding, Verdict, together
from scoring.canonical import Json, pln
from scoring.numbers import exact, plain
from scoring.running_costs.given import RunningCosts
from scoring.running_costs.limits import tranche_amount, tranches_a_year, within_funds
from scoring.running_costs.posts import counted, posts_for
from scoring.running_costs.rules import answers_of
from scoring.running_costs.tranche import Rate, TrancheAccount, accounts_of, rate_of


@dataclass(frozen=True)
class Assessment:
    """Everything that is shown of the running costs of one LGD.

    ``accounts`` are the tranches that were paid and, last, the next one. ``answers`` are rules
    L1-L5, then the limits of the tranches.
    """

    given: RunningCosts
    rate: Rate | None
    accounts: tuple[TrancheAccount, ...]
    answers: tuple[Finding, ...]

    @property
    def next(self) -> TrancheAccount:
        """The next tranche."""
        return self.accounts[-1]

    @property
    def counted(self) -> int | None:
        """The inhabitants of the area who count, for whatever day they are given."""
        return counted(self.given.area)

    @property
    def posts(self) -> tuple[int, ...]:
        """Every number of posts that the source may mean; none while it cannot be said."""
        people = self.counted
        leads = self.given.lsr.eafrd_leads
        return () if people is None else posts_for(people, eafrd_leads=leads)

    @property
    def verdict(self) -> Verdict:
        """What all the rules say together."""
        return together(one.verdict for one in self.answers)

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """What is not known, each thing once: of the calculation first, then of the rules."""
        of_rules = (name for one in self.answers for name in one.wanted)
        return tuple(dict.fromkeys((*self._missing_of_tranche(), *of_rules)))

    def _missing_of_tranche(self) -> list[str]:
        agreement, paid = self.given.agreement, self.given.paid
        named = (
            ("środki na 19.2 z umowy ramowej", agreement.funds_19_2),
            ("środki na 19.4 z umowy ramowej", agreement.funds_19_4),
            ("pomoc wypłacona beneficjentom niepublicznym", paid.non_public),
            ("pomoc wypłacona jednostkom publicznym", paid.public),
            ("transze już wypłacone", self.given.tranches),
        )
        found = [name for name, value in named if value is None]
        if self.given.tranches is not None and self.next.before is None:
            found.append("kwoty wszystkich wypłaconych transz")
        return found

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the canonical JSON of all that went in and all that came out."""
        whole = {"given": self.given.model_dump(mode="json"), "result": result(self)}
        text = json.dumps(whole, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


def assess(given: RunningCosts) -> Assessment:
    """Count the tranches and ask every rule."""
    accounts = accounts_of(given)
    limits = (tranches_a_year(given), tranche_amount(accounts), within_funds(given))
    return Assessment(given, rate_of(given.agreement), accounts, (*answers_of(given), *limits))


def result(assessment: Assessment) -> Json:
    """Return what came out as JSON: amounts are PLN as strings, unknown is ``null``."""
    rate, people = assessment.rate, assessment.counted
    return {
        "lgd": assessment.given.lgd,
        "as_of": assessment.given.as_of.isoformat(),
        "verdict": assessment.verdict,
        "rate": None
        if rate is None
        else {"exact": plain(exact(rate.exact)), "raised": rate.raised, "applied": rate.applied},
        "tranches": [_tranche(one) for one in assessment.accounts],
        "inhabitants": people,
        "posts": list(assessment.posts),
        "answers": [_answer(one) for one in assessment.answers],
        "missing": list(assessment.missing),
    }


def _tranche(one: TrancheAccount) -> Json:
    return {
        "position": one.position,
        "paid": one.is_paid,
        "day": None if one.day is None else one.day.isoformat(),
        "non_public": pln(one.non_public),
        "public": pln(one.public),
        "base": None if one.base is None else plain(exact(one.base / 100)),
        "earned": pln(one.earned),
        "allowed": pln(one.allowed),
        "before": pln(one.before),
        "due": pln(one.due),
        "amount": pln(one.amount),
    }


def _answer(one: Finding) -> Json:
    return {
        "rule": one.id,
        "verdict": one.verdict,
        "sentence": one.sentence,
        "source": one.source,
        "read": dict(one.read),
        "missing": list(one.wanted),
    }
