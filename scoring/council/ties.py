"""Ties of members to applicants: the software proposes exclusions, a person decides."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from scoring.application import Application
from scoring.council.member import Member
from scoring.party import same_name
from scoring.saying import Said
from scoring.value import Value

TieKind = Literal["employer", "family", "membership", "shares", "helped", "other"]

TIE_NAMES: dict[TieKind, str] = {
    "employer": "zatrudnienie",
    "family": "pokrewieństwo lub powinowactwo",
    "membership": "członkostwo lub funkcja",
    "shares": "udziały lub akcje",
    "helped": "pomoc w przygotowaniu wniosku",
    "other": "inne powiązanie",
}
"""How each kind of tie reads in the register of ties."""


class Tie(Value):
    """A tie that a member declared: to whom, of what kind, and by what it is recognised."""

    member: str
    kind: TieKind
    to: str
    nip: str | None = None
    krs: str | None = None
    application: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """An exclusion that the ties suggest. ``certain``: a number or a name says so; else a doubt."""

    member: str
    application: str
    why: Said
    certain: bool


class ExclusionDecision(Value):
    """What a person decided of a proposal, or without one: excluded or not, and why."""

    member: str
    application: str
    excluded: bool
    reason: str


def proposals(
    members: Iterable[Member], ties: Iterable[Tie], applications: Iterable[Application]
) -> list[Proposal]:
    """Propose exclusions, the surest reason for each member and application, in their order."""
    declared: dict[str, list[Tie]] = {}
    for tie in ties:
        declared.setdefault(tie.member, []).append(tie)
    people, given = list(members), [one for one in applications if not one.withdrawn]
    found = []
    for application in sorted(given, key=lambda one: one.number):
        for member in people:
            reasons = list(_reasons(member, declared.get(member.name, []), application))
            found += sorted(reasons, key=lambda one: not one.certain)[:1]
    return found


def _reasons(member: Member, ties: list[Tie], application: Application) -> Iterator[Proposal]:
    """Go through everything that ties a member to an application."""
    number = application.number
    for tie in ties:
        if _is_of(tie, application):
            said = Said("{kind}: {to}", {"kind": TIE_NAMES[tie.kind], "to": tie.to})
            yield Proposal(member.name, number, said, certain=True)
    party = application.party
    if member.nip is not None and member.nip == party.nip:
        yield Proposal(member.name, number, Said("ten sam NIP co wnioskodawca"), certain=True)
    if member.body is not None and same_name(member.body, party.name):
        said = Said("wnioskodawcą jest {body}", {"body": member.body})
        yield Proposal(member.name, number, said, certain=True)
    if same_name(member.name, party.name):
        said = Said("wnioskodawca nazywa się tak samo")
        yield Proposal(member.name, number, said, certain=_same_place(member, application))
    elif _same_address(member, application):
        yield Proposal(member.name, number, Said("ten sam adres co wnioskodawca"), certain=False)
    elif _surname(member) in _words(party.name) and _same_place(member, application):
        values = {"surname": _surname(member).capitalize(), "locality": member.locality}
        said = Said("nazwisko {surname} i miejscowość {locality}", values)
        yield Proposal(member.name, number, said, certain=False)


def _is_of(tie: Tie, application: Application) -> bool:
    if tie.application is not None:
        return tie.application == application.number
    if tie.nip is not None and application.party.nip is not None:
        return tie.nip == application.party.nip
    return same_name(tie.to, application.applicant)


def _same_place(member: Member, application: Application) -> bool:
    if member.locality is None:
        return False
    place = member.locality.casefold()
    locality = str(application.facts.get("locality", "")).casefold()
    return place == locality or place in str(application.facts.get("address", "")).casefold()


def _same_address(member: Member, application: Application) -> bool:
    theirs = application.facts.get("address")
    return (
        member.address is not None and theirs is not None and same_name(member.address, str(theirs))
    )


def _surname(member: Member) -> str:
    return member.name.split()[-1].casefold() if member.name.split() else ""


def _words(name: str) -> frozenset[str]:
    return frozenset(name.casefold().replace("-", " ").split()) | frozenset(name.casefold().split())
