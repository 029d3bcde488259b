"""A Decision as canonical JSON: all that went in and all that came out.

Keys are sorted, amounts are PLN with two decimals as strings, points are strings (``53.39``;
``13/3`` where no decimal is exact), unknown is ``null``. The fingerprint is the SHA-256 of it.

What went in is complete: with the texts that it names by their hashes (criteria, the fact catalogue,
the edition of the programme) the decision can be made again, byte for byte, from the JSON alone
(:mod:`scoring.from_canonical`, :mod:`rounds.rederive`). ``format`` grows when its keys change.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from scoring.application import Application
from scoring.cards import Card
from scoring.cooperation import CooperationShare
from scoring.council.recorded import recorded
from scoring.earlier_aid import EarlierAid
from scoring.facts import Catalogue
from scoring.numbers import Points, exact, plain
from scoring.party import Party
from scoring.ruling import Ruling
from scoring.source_text import SourceText

if TYPE_CHECKING:
    from scoring.decision import Assessment, Decision

Json = dict[str, Any]

FORMAT = 1
"""Version of the JSON. A later program reads all earlier ones."""

PUBLIC_FACTS = ("applicant", "title", "requested", "total_cost", "gmina")
"""Of an application's facts only these are ever published, and only if they are not personal."""


def inputs(decision: "Decision", *, public: bool = False) -> Json:
    """Return what the decision was made of.

    The public form tells of each application only what a published list may, and names no member
    of the council.
    """
    catalogue = decision.ruleset.catalogue
    shown = published_facts(catalogue)
    hidden = {"council": {"members"}} if public else None
    written = decision.call.as_written(catalogue)
    call = written.model_dump(mode="json", by_alias=True, exclude_none=True, exclude=hidden)
    applications = [one.application for one in decision.assessments]
    found = {
        "format": FORMAT,
        "engine": decision.engine,
        "call": call,
        "criteria": _named(decision.ruleset.texts),
        "catalogue": _named(catalogue.texts),
        "applications": [
            {
                "number": one.number,
                "facts": {
                    key: catalogue.fact(key).plain(value)
                    for key, value in sorted(one.facts.items())
                    if key in shown or not public
                },
                **({} if public else _of_people(one) | _evidence(one)),
            }
            for one in sorted(applications, key=lambda one: one.number)
        ],
        "cards": [] if public else [_card(card) for card in decision.cards],
    }
    if decision.sitting is not None and not public:
        found["sitting"] = recorded(decision.sitting)
    if decision.changes and not public:
        found["changes"] = [one.model_dump(mode="json") for one in decision.changes]
    return found | _under(decision, public=public)


def published_facts(catalogue: Catalogue) -> frozenset[str]:
    """Name the facts of an application that may be published."""
    known = (fact for fact in PUBLIC_FACTS if fact in catalogue)
    return frozenset(fact for fact in known if not catalogue[fact].personal)


def _named(texts: Iterable[SourceText]) -> list[Json]:
    return [{"name": one.name, "sha256": one.sha256} for one in texts]


def _of_people(one: Application) -> Json:
    """Return the findings of people, and who carries the operation out together, if anybody."""
    found: Json = {}
    if one.rulings:
        found["rulings"] = [_ruling(ruling) for _, ruling in sorted(one.rulings.items())]
    if one.partners:
        partners = ({**_party(each.party), "share": str(each.share)} for each in one.partners)
        found["partners"] = list(partners)
    if one.lgds:
        found["lgds"] = [_lgd(each) for each in one.lgds]
    return found


def _lgd(one: CooperationShare) -> Json:
    amounts = ("share", "funds_19_2", "funds_19_4", "projects_so_far", "preparation_so_far")
    known = {name: pln(getattr(one, name)) for name in amounts}
    return {"lgd": one.lgd, **known, "preparation_only": one.preparation_only}


def _ruling(ruling: Ruling) -> Json:
    return {
        "rule": ruling.rule,
        "met": ruling.met,
        "justification": ruling.justification,
        "by": ruling.by,
        "on": None if ruling.on is None else ruling.on.isoformat(),
    }


def _party(party: Party) -> Json:
    return {"name": party.name, "producer_number": party.producer_number, "nip": party.nip}


def _under(decision: "Decision", *, public: bool) -> Json:
    """Return the programme that the call runs under, if any, and the aid granted earlier."""
    if decision.programme is None:
        return {}
    texts = _named(decision.programme.texts)
    found: Json = {"programme": {"id": decision.programme.id, "texts": texts}}
    if decision.earlier_aid is not None and not public:
        found["earlier_aid"] = list(map(earlier, decision.earlier_aid))
    return found


def earlier(one: EarlierAid) -> Json:
    """Return aid that was granted earlier."""
    return {
        "beneficiary": _party(one.beneficiary),
        "granted_on": one.granted_on.isoformat(),
        "amount": pln(one.amount),
        "kind": one.kind,
        "place": one.place,
        "group": one.group,
        "de_minimis": one.de_minimis,
        "eur_rate": None if one.eur_rate is None else plain(exact(one.eur_rate)),
        "same": sorted(one.same),
        "other": sorted(one.other),
    }


def canonical(decision: "Decision") -> Json:
    """Return all that went in and all that came out, without the fingerprint itself.

    Where in a file earlier aid stands is left out: moving a row decides nothing.
    """
    outcomes = [outcome(one) for one in decision.assessments]
    given = inputs(decision)
    if "earlier_aid" in given:
        rows = ({k: v for k, v in one.items() if k != "place"} for one in given["earlier_aid"])
        given["earlier_aid"] = sorted(rows, key=str)
    found: Json = {"inputs": given, "outcomes": outcomes}
    if decision.findings:
        found["findings"] = {one.id: one.verdict for one in decision.findings}
    return found


def outcome(one: "Assessment") -> Json:
    """Return what became of one application, without the sentences."""
    return {
        "number": one.application.number,
        "outcome": one.outcome.value,
        "rank": one.rank,
        "points": points(one.points),
        "maximum": points(one.maximum),
        "requested": pln(one.application.requested),
        "granted": pln(one.granted),
        "within_limit": one.within_limit,
        "scores": {score.criterion: points(score.points) for score in one.scores},
        **_cuts(one),
    }


def _evidence(application: Application) -> Json:
    """Return the numbers of inhabitants with their sources; nothing where there are none.

    They are not published with the application: such a number tells the locality, which is not.
    """
    populations = [
        {"inhabitants": one.inhabitants, "on": one.on.isoformat(), "source": one.source}
        for one in application.populations
    ]
    return {"populations": populations} if populations else {}


def _cuts(one: "Assessment") -> Json:
    """Return what was taken off the amount requested, rule by rule, if anything was."""
    if one.aid is None or not one.aid.cuts:
        return {}
    return {"cuts": [{"rule": cut.id, "amount": pln(cut.amount)} for cut in one.aid.cuts]}


def _card(card: Card) -> Json:
    return {
        "member": card.member,
        "application": card.application,
        "excluded": card.excluded,
        "points": {key: plain(value) for key, value in sorted(card.points.items())},
        "justifications": dict(sorted(card.justifications.items())),
        **({"checked_by": list(card.checked_by)} if card.checked_by else {}),
    }


def points(value: Points | None) -> str | None:
    """Return points as text; unknown stays ``null``."""
    return None if value is None else plain(value)


def pln(grosze: int | None) -> str | None:
    """Return an amount in grosze as PLN with two decimals; unknown stays ``null``."""
    return None if grosze is None else f"{Decimal(grosze) / 100:.2f}"
