"""A vote counted again: who was entitled, whether it was valid, and what would mend it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from scoring.answer import Answer, Finding, met, not_met
from scoring.council.attendance import FORM_NAMES
from scoring.council.chamber import Chamber
from scoring.council.member import Member
from scoring.council.mend import Remedy, remedy
from scoring.council.parity import Group, groups_of, parity_findings, sectors_of
from scoring.council.vote import Vote

NO_SOURCE = "zasady pracy Rady"
"""Where the LGD's rules are asked and name no paragraph."""

OUTSIDE_SOURCE = "art. 4a ustawy o rozwoju lokalnym z udziałem lokalnej społeczności"


@dataclass(frozen=True, slots=True)
class CheckedVote:
    """A vote with everything that was counted at its moment.

    ``excluded`` names who was there and did not vote, and why (an exclusion, no statement signed,
    the lot). ``voters`` are those counted for parity; ``voters_known`` is false where nobody wrote
    down who they were, and all who were entitled are shown instead. ``passed`` is ``None`` where
    the vote is not valid: it decides nothing.
    """

    vote: Vote
    composition: int
    present: tuple[str, ...]
    excluded: Mapping[str, str]
    entitled: tuple[str, ...]
    voters: tuple[Member, ...]
    voters_known: bool
    sectors: tuple[Group, ...]
    groups: tuple[Group, ...]
    findings: tuple[Finding, ...]
    passed: bool | None
    remedy: Remedy

    @property
    def valid(self) -> bool:
        """Whether every condition of the vote was met."""
        return all(one.verdict == "met" for one in self.findings)

    @property
    def why_not_valid(self) -> list[str]:
        """The sentence of every condition that was not met, or that nobody can answer."""
        return [one.sentence for one in self.findings if one.verdict != "met"]


def check_vote(vote: Vote, chamber: Chamber) -> CheckedVote:
    """Count again at the moment of a vote: entitled, quorum, both parities, the result."""
    present = chamber.present(vote.at)
    entitled = chamber.entitled(vote)
    voters = voters_of(vote, entitled)
    counted = entitled if voters is None else voters
    findings = tuple(_findings(vote, chamber, entitled, voters))
    valid = all(one.verdict == "met" for one in findings)
    why = chamber.not_voting(vote)
    return CheckedVote(
        vote,
        len(chamber.composition(vote.at)),
        tuple(one.name for one in present),
        {one.name: why[one.name] for one in present if one.name in why},
        tuple(one.name for one in entitled),
        tuple(counted),
        voters is not None,
        sectors_of(counted),
        groups_of(counted),
        findings,
        passes(vote, chamber, len(entitled)) if valid else None,
        Remedy() if valid else remedy(vote, chamber, entitled),
    )


def voters_of(vote: Vote, entitled: Sequence[Member]) -> list[Member] | None:
    """Return who voted; ``None`` where others voted than might, and nobody wrote down who."""
    if vote.names is not None:
        return [one for one in entitled if one.name in vote.names]
    return list(entitled) if vote.cast == len(entitled) else None


def _findings(
    vote: Vote, chamber: Chamber, entitled: Sequence[Member], voters: Sequence[Member] | None
) -> Iterator[Finding]:
    """Ask form, quorum and count of every vote, and parity of every vote that selects."""
    yield from _form(vote, chamber)
    yield _quorum(vote, chamber, len(entitled))
    yield Finding("votes", "Liczba głosów", NO_SOURCE, _counted(vote, entitled))
    if vote.selects and chamber.rules.by_name:
        yield Finding("by_name", "Głosowanie imienne", NO_SOURCE, _by_name(vote))
    if _chair_unknown(vote, chamber):
        said = "Głosów za i przeciw jest tyle samo, a nie zapisano, jak głosował przewodniczący."
        yield Finding("chair", "Głos przewodniczącego", NO_SOURCE, Answer("unknown", said))
    if vote.left_out:
        source = chamber.rules.lot_source or NO_SOURCE
        yield Finding("lot", "Losowe wyłączenie z głosowania", source, _lot(vote, chamber))
    if vote.selects:
        yield from parity_findings(voters, chamber.limit, chamber.regime)


def _form(vote: Vote, chamber: Chamber) -> Iterator[Finding]:
    """Ask whether the vote was taken at the sitting, in a form that the rules allow."""
    if not chamber.parts:
        return
    part = chamber.part(vote.at)
    if part is None:
        answer = not_met("Głosowano poza godzinami posiedzenia.")
        yield Finding("form", "Czas głosowania", NO_SOURCE, answer)
    elif part.form == "circulation":
        yield Finding(
            "form", "Głosowanie poza posiedzeniem", OUTSIDE_SOURCE, _outside(vote, chamber)
        )
    elif part.form != "in_person":
        said = "Forma posiedzenia: {form}."
        if not chamber.rules.remote:
            said = "Forma posiedzenia: {form}, a zasady pracy Rady jej nie przewidują."
        answer = (met if chamber.rules.remote else not_met)(said, form=FORM_NAMES[part.form])
        yield Finding("form", "Forma posiedzenia", OUTSIDE_SOURCE, answer)


def _outside(vote: Vote, chamber: Chamber) -> Answer:
    """Answer whether all members agreed in documentary form to vote outside a sitting."""
    if not chamber.rules.written_vote:
        return not_met("Zasady pracy Rady nie przewidują głosowania poza posiedzeniem.")
    members = chamber.composition(vote.at)
    without = sorted(one.name for one in members if one.name not in chamber.consents)
    if without:
        said = "Brak zgody w formie dokumentowej: {names}."
        return not_met(said, names=", ".join(without))
    return met(
        "Członkowie Rady zgodzili się w formie dokumentowej na głosowanie poza posiedzeniem."
    )


def _quorum(vote: Vote, chamber: Chamber, entitled: int) -> Finding:
    quorum = chamber.rules.quorum
    composition = len(chamber.composition(vote.at))
    by_presence = quorum.counts == "present"
    count = len(chamber.present(vote.at)) if by_presence else entitled
    who = "Obecnych" if by_presence else "Uprawnionych obecnych"
    said = f"{who}: {{count:liczba}} z {{composition:liczba}}, wymaga się co najmniej {{least:liczba}}."
    values = {"count": count, "composition": composition, "least": quorum.least(composition)}
    # Of a council of nobody every share is reached; it still has none to decide.
    answer = met if composition and quorum.reached(count, composition) else not_met
    return Finding("quorum", "Kworum", quorum.source, answer(said, **values))


def _counted(vote: Vote, entitled: Sequence[Member]) -> Answer:
    """Answer whether no more voted than might, nobody who might not, and nobody twice."""
    may = {one.name for one in entitled}
    strange = sorted({name for way in vote.ways for name in way.names or ()} - may)
    if strange:
        return not_met("Głosowali, choć nie byli uprawnieni: {names}.", names=", ".join(strange))
    if vote.twice:
        return not_met("Zapisano więcej niż jeden głos: {names}.", names=", ".join(vote.twice))
    if any(one.count < 0 or len(one.names or ()) not in (0, one.count) for one in vote.ways):
        return not_met("Liczba głosów nie zgadza się z liczbą nazwisk.")
    if vote.cast == 0:
        nobody = "" if entitled else " Nie ma nikogo uprawnionego."
        return not_met(f"Nikt nie głosował.{nobody}")
    answer = met if vote.cast <= len(entitled) else not_met
    said = "Głosów {cast:liczba}, uprawnionych {entitled:liczba}."
    return answer(said, cast=vote.cast, entitled=len(entitled))


def _by_name(vote: Vote) -> Answer:
    if vote.names is None:
        return not_met("Zasady pracy Rady wymagają głosowania imiennego, a nazwisk nie zapisano.")
    return met("Zapisano, kto jak głosował.")


def _equal(vote: Vote) -> bool:
    return vote.in_favour.count == vote.against.count


def _chair_unknown(vote: Vote, chamber: Chamber) -> bool:
    """Say whether the chair's vote decides, and nobody can tell what it was."""
    rules = chamber.rules
    decides = rules.chair_decides and rules.majority == "simple" and _equal(vote)
    chair = vote.led_by or chamber.chair
    may = chair in {one.name for one in chamber.entitled(vote)}
    return decides and may and vote.in_favour.count > 0 and vote.in_favour.known is None


def _lot(vote: Vote, chamber: Chamber) -> Answer:
    """Answer whether those left out are those on whom the recorded lot falls."""
    if not chamber.rules.lot:
        return not_met("Zasady pracy Rady nie przewidują losowego wyłączenia z głosowania.")
    if chamber.seed is None:
        return not_met("Nie zapisano ziarna losowania (seed).")
    whole = replace(vote, left_out=())
    draw = remedy(whole, chamber, chamber.entitled(whole)).lot
    if draw is None:
        return not_met("Losowanie było zbędne albo nie przywróciłoby parytetu.")
    said = "Według zapisanego ziarna los pada na: {names}."
    fell = sorted(vote.left_out) == sorted(draw.drawn)
    return (met if fell else not_met)(said, names=", ".join(draw.drawn))


def passes(vote: Vote, chamber: Chamber, entitled: int) -> bool:
    """Say whether those in favour carry the vote by the majority that the rules ask for.

    At equal votes the chair's decides where the rules say so: that of whoever led the vote.
    """
    rules = chamber.rules
    if rules.majority == "absolute":
        return 2 * vote.in_favour.count > entitled
    if _equal(vote) and rules.chair_decides:
        chair = vote.led_by or chamber.chair
        return chair is not None and chair in (vote.in_favour.known or ())
    return vote.in_favour.count > vote.against.count
