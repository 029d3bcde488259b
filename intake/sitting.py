"""A sitting of the council: ``sitting.yaml`` or its form ``sitting.xlsx``, in the call's folder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path as FilePath

from intake.book import read_book
from intake.header import normal
from intake.people import Known
from intake.sitting_clock import Clock, presences
from intake.sitting_motions import Votes, motions
from intake.sitting_sheets import SHEETS
from intake.sitting_text import SittingText
from intake.sitting_votes import votes
from reading.models import read_model
from reading.problems import Problem, Refused, refuse_if_errors
from reading.yaml_file import YamlFile, read_yaml
from scoring.application import Application
from scoring.call import Regime
from scoring.council.chamber import Chamber
from scoring.council.sitting import Council, Sitting, TieOrder, chamber_of, open_proposals
from scoring.council.ties import ExclusionDecision, Proposal
from scoring.council.vote import Vote

SITTING = ("sitting.yaml", "sitting.xlsx")
"""Where the sitting is looked for."""

UNKNOWN_MEMBER = "nie ma w składzie Rady członka"
NOT_COUNTING = "nie ma w komisji skrutacyjnej osoby"
UNKNOWN_NUMBER = "nie ma w rejestrze wniosku"


@dataclass(frozen=True, slots=True)
class SittingFile:
    """A sitting as its file holds it. ``open`` are proposed exclusions that nobody decided on."""

    sitting: Sitting
    file: FilePath
    open: tuple[Proposal, ...] = ()
    warnings: tuple[Problem, ...] = ()


def find_sitting(folder: FilePath) -> FilePath | None:
    """Find the file of the sitting in the folder of a call.

    Raises:
        Refused: there are two.
    """
    found = [folder / name for name in SITTING if (folder / name).is_file()]
    if len(found) > 1:
        what = f"są tu dwa pliki tego samego: {', '.join(SITTING)}"
        raise Refused([Problem(str(folder), what, "zostaw jeden z nich")])
    return found[0] if found else None


def read_sitting(
    file: FilePath, council: Council, regime: Regime, applications: Sequence[Application]
) -> SittingFile:
    """Read a sitting of a council about the applications of a call.

    Raises:
        Refused: with every mistake of the file; nothing is then taken in.
    """
    yaml, warnings = _opened(file)
    text = read_model(yaml, SittingText)
    members = Known((one.name for one in council.members), UNKNOWN_MEMBER)
    numbers = Known((one.number for one in applications), UNKNOWN_NUMBER)
    clock = Clock(text.parts, yaml)
    there = presences(text, clock, members)
    problems = [*_people(text, yaml, members), *_exclusions(text, yaml, members, numbers)]
    problems += _discussed(text, yaml, numbers)
    sitting = _bare(text, clock, members, numbers, council)
    sitting = replace(sitting, presences=tuple(there))
    chamber = chamber_of(council, sitting, regime)
    taken, wrong = votes(text, clock, chamber, members, numbers)
    moved, amiss = motions(text, clock, Votes(text, taken, chamber), members)
    wrong += amiss
    open_ones = open_proposals(council, sitting, applications)
    proposed = list(_proposed(open_ones, taken, chamber, yaml))
    refuse_if_errors([*problems, *clock.problems, *wrong, *proposed])
    orders = [(place, one) for place, one in enumerate(text.votes) if one.order]
    sitting = replace(
        sitting,
        votes=tuple(taken),
        motions=tuple(moved),
        tie_orders=tuple(TieOrder(place, numbers.all(one.order)) for place, one in orders),
    )
    warnings += [*problems, *clock.problems, *wrong, *proposed]
    warnings += _withdrawn(sitting, applications, yaml)
    warnings += _led(sitting, council, yaml)
    warnings += _out_of_office(sitting, council, yaml)
    warnings += _undrawn(sitting, council, yaml)
    return SittingFile(sitting, file, tuple(open_ones), tuple(warnings))


def _opened(file: FilePath) -> tuple[YamlFile, list[Problem]]:
    return (read_yaml(file), []) if file.suffix == ".yaml" else read_book(file, SHEETS)


def _bare(
    text: SittingText, clock: Clock, members: Known, numbers: Known, council: Council
) -> Sitting:
    """Return the sitting without presences and votes."""
    decided = tuple(
        ExclusionDecision(
            member=members.find(one.member) or one.member,
            application=numbers.find(one.application) or one.application,
            excluded=one.excluded,
            reason=one.reason,
        )
        for one in text.exclusions
    )
    names = [one.name for one in council.members]
    chair = text.committee_chair
    consents = names if text.consents == "all" else members.all(text.consents)
    return Sitting(
        text.number,
        clock.parts,
        members.find(text.chair) or text.chair,
        secretary=text.secretary,
        committee=text.committee,
        agenda=text.agenda,
        guests=text.guests,
        exclusions=decided,
        consents=frozenset(consents),
        discussion={numbers.find(key) or key: said for key, said in text.discussion.items()},
        seed=text.seed,
        committee_chair=chair and (Known(text.committee, NOT_COUNTING).find(chair) or chair),
        committee_remarks=(text.committee_remarks or "").strip() or None,
    )


def _people(text: SittingText, yaml: YamlFile, members: Known) -> Iterator[Problem]:
    """Tell of a chair and of consents of nobody in the council."""
    yield from members.problems(yaml, ("chair",), text.chair)
    if text.consents != "all":
        yield from members.problems(yaml, ("consents",), *text.consents)
    if text.committee_chair is not None:
        committee = Known(text.committee, NOT_COUNTING)
        yield from committee.problems(yaml, ("committee_chair",), text.committee_chair)
    if not text.attendance:
        what = "nie zapisano, kto był obecny"
        yield yaml.problem(
            ("attendance",), what, "wpisz obecnych; bez nich nie ma kworum", "warning"
        )


def _exclusions(
    text: SittingText, yaml: YamlFile, members: Known, numbers: Known
) -> Iterator[Problem]:
    """Tell of decisions on nobody, on no application, and of two on the same."""
    seen: set[tuple[str, str]] = set()
    for position, one in enumerate(text.exclusions):
        yield from members.problems(yaml, ("exclusions", position, "member"), one.member)
        where = ("exclusions", position, "application")
        yield from numbers.problems(yaml, where, one.application)
        pair = normal(one.member), normal(one.application)
        if pair in seen:
            what = f"o wyłączeniu: {one.member} od wniosku {one.application} jest już decyzja"
            yield yaml.problem(("exclusions", position), what, "zostaw jedną")
        seen.add(pair)
        if not one.reason.strip():
            what = "decyzja o wyłączeniu bez powodu"
            yield yaml.problem(("exclusions", position, "reason"), what, "wpisz powód")


def _discussed(text: SittingText, yaml: YamlFile, numbers: Known) -> Iterator[Problem]:
    for key in text.discussion:
        if key:
            yield from numbers.problems(yaml, ("discussion", key), key)


def _proposed(
    some: Sequence[Proposal], taken: Sequence[Vote], chamber: Chamber, yaml: YamlFile
) -> Iterator[Problem]:
    """Tell of every proposal without a person's decision.

    A certain tie of somebody who voted there stops the sitting; any other is a warning.
    """
    voted = {number for one in taken if one.selects for number in one.operations}
    for one in some:
        stops = one.certain and _votes_there(one, taken, chamber)
        what = f"{one.member} i wniosek {one.application}: {one.why}"
        what += "" if one.certain else " (do wyjaśnienia)"
        what += "; nie ma decyzji o wyłączeniu"
        what += ", a Rada już głosowała" if one.application in voted or stops else ""
        write = "dopisz do exclusions decyzję: excluded: true albo false, i powód (reason)"
        yield yaml.problem(("exclusions",), what, write, "error" if stops else "warning")


def _votes_there(one: Proposal, taken: Sequence[Vote], chamber: Chamber) -> bool:
    """Whether the member might vote where the exclusion would reach."""
    everywhere = chamber.rules.exclusion != "operation"
    reached = (
        vote
        for vote in taken
        if vote.selects and (everywhere or one.application in vote.operations)
    )
    return any(one.member == who.name for vote in reached for who in chamber.entitled(vote))


def _withdrawn(
    sitting: Sitting, applications: Sequence[Application], yaml: YamlFile
) -> Iterator[Problem]:
    """Warn of votes on applications that count as never submitted."""
    gone = {one.number for one in applications if one.withdrawn}
    for position, one in enumerate(sitting.votes):
        for number in one.operations:
            if number in gone:
                what = f"głosowano nad wnioskiem {number}, który wycofano"
                yield yaml.problem(("votes", position), what, "sprawdź rejestr", "warning")


def _led(sitting: Sitting, council: Council, yaml: YamlFile) -> Iterator[Problem]:
    """Warn of votes that an excluded chair seems to have led."""
    excluded = {
        one.application
        for one in sitting.exclusions
        if one.excluded and one.member == sitting.chair
    }
    for position, one in enumerate(sitting.votes):
        reached = one.application in excluded or (excluded and council.rules.exclusion == "call")
        if one.selects and reached and one.led_by is None:
            what = f"przewodniczący ({sitting.chair}) jest wyłączony z tego głosowania"
            write = "dopisz, kto je prowadził (led_by)"
            yield yaml.problem(("votes", position), what, write, "warning")


def _out_of_office(sitting: Sitting, council: Council, yaml: YamlFile) -> Iterator[Problem]:
    """Warn of those who were there outside their term of office: they do not vote."""
    days = {part.opened_at.date() for part in sitting.parts}
    for name in dict.fromkeys(one.member for one in sitting.presences):
        member = council.find(name)
        if member is not None and not all(member.in_office(day) for day in days):
            what = f"{name}: kadencja nie obejmuje całego posiedzenia"
            write = "sprawdź kadencję; poza nią ta osoba nie głosuje"
            yield yaml.problem(("attendance",), what, write, "warning")


def _undrawn(sitting: Sitting, council: Council, yaml: YamlFile) -> Iterator[Problem]:
    """Warn of rules that draw assessors where no seed of the lot is written down."""
    if council.rules.assessors is not None and sitting.seed is None:
        what = "oceniających losuje się, a nie zapisano ziarna losowania"
        yield yaml.problem(("seed",), what, "dopisz seed: tekst ustalony jawnie", "warning")
