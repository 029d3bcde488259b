"""Ties of members to applicants: the software proposes exclusions, a person decides."""

import re
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
    for name, mine, theirs in (
        ("NIP", member.nip, party.nip),
        ("KRS", member.krs, _krs(application)),
    ):
        if mine is not None and mine == theirs:
            said = Said("ten sam {name} co wnioskodawca", {"name": name})
            yield Proposal(member.name, number, said, certain=True)
    if member.body is not None and same_name(member.body, party.name):
        said = Said("wnioskodawcą jest {body}", {"body": member.body})
        yield Proposal(member.name, number, said, certain=True)
    if same_name(member.name, party.name):
        said = Said("wnioskodawca nazywa się tak samo")
        yield Proposal(member.name, number, said, certain=_same_place(member, application))
    elif _same_address(member, application):
        yield Proposal(member.name, number, Said("ten sam adres co wnioskodawca"), certain=False)
    elif _surnames(member) & _family_names(party.name) and _same_place(member, application):
        values = {"surname": member.name.split()[-1], "locality": member.locality}
        said = Said("nazwisko {surname} i miejscowość {locality}", values)
        yield Proposal(member.name, number, said, certain=False)


def _is_of(tie: Tie, application: Application) -> bool:
    if tie.application is not None:
        return tie.application == application.number
    for mine, theirs in ((tie.nip, application.party.nip), (tie.krs, _krs(application))):
        if mine is not None and theirs is not None:
            return mine == theirs
    return same_name(tie.to, application.applicant)


def _krs(application: Application) -> str | None:
    """Return the KRS number, where the LGD's criteria have a fact of that name."""
    number = application.facts.get("krs")
    return None if number is None else str(number)


def _same_place(member: Member, application: Application) -> bool:
    """Say whether both are of one locality; of an address whole words are compared."""
    place = _words(member.locality or "")
    if not place:
        return False
    said = [application.facts.get(key) for key in ("locality", "address")]
    words = [_words(str(one)) for one in said if one is not None]
    return any(
        one[start : start + len(place)] == place for one in words for start in range(len(one))
    )


def _same_address(member: Member, application: Application) -> bool:
    theirs = application.facts.get("address")
    return (
        member.address is not None and theirs is not None and same_name(member.address, str(theirs))
    )


def _words(text: str) -> list[str]:
    return "".join(one if one.isalnum() else " " for one in text.casefold()).split()


def _surnames(member: Member) -> frozenset[str]:
    """Return each part of the surname, which stands last."""
    return _family_names(member.name.split()[-1]) if member.name.split() else frozenset()


def _family_names(text: str) -> frozenset[str]:
    """Return the words of a name as a family bears them: Kowalska is of the Kowalskis."""
    return frozenset(_FEMININE.sub(_masculine, word) for word in _words(text))


_FEMININE = re.compile(r"(sk|ck|dzk)a$|(?<=[nłw])a$")


def _masculine(found: re.Match[str]) -> str:
    return f"{found[1]}i" if found[1] else "y"
