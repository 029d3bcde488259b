"""A sitting as JSON: every vote with what was counted at its moment, for scripts."""

from collections.abc import Iterable
from typing import Any

from scoring import polish
from scoring.council.assessing import assessors, may_assess
from scoring.council.counting import CheckedVote
from scoring.council.mend import Mend
from scoring.council.motion import Motion
from scoring.council.parity import Group
from scoring.council.sitting import HeldSitting
from scoring.council.ties import Proposal
from scoring.council.vote import Tally

Json = dict[str, Any]


def sitting_json(held: HeldSitting, undecided: Iterable[Proposal], numbers: Iterable[str]) -> Json:
    """Return everything that ``nabor sitting`` shows; ``numbers`` are the case numbers assessed."""
    sitting = held.sitting
    return {
        "number": sitting.number,
        "parts": [
            {
                "opened_at": one.opened_at.isoformat(),
                "closed_at": one.closed_at.isoformat(),
                "place": one.place,
                "form": one.form,
            }
            for one in sitting.parts
        ],
        "chair": sitting.chair,
        "valid": not held.invalid,
        "votes": [_vote(one) for one in held.votes],
        "motions": [_motion(held, one) for one in sitting.motions],
        "assessors": {number: _assessors(held, number) for number in numbers},
        "open_proposals": [
            {
                "member": one.member,
                "application": one.application,
                "why": str(one.why),
                "certain": one.certain,
            }
            for one in undecided
        ],
    }


def _assessors(held: HeldSitting, number: str) -> list[str]:
    """Name who was drawn to assess an operation, or else everybody whose card counts."""
    if held.council.rules.assessors is None:
        return [name for name, why in may_assess(held, number).items() if why is None]
    draw = assessors(held, number)
    return [] if draw is None else list(draw.drawn)


def _vote(one: CheckedVote) -> Json:
    vote, remedy = one.vote, one.remedy
    return {
        "about": vote.about,
        "subject": vote.subject,
        "operations": list(vote.operations),
        "at": vote.at.isoformat(),
        "for": _tally(vote.in_favour),
        "against": _tally(vote.against),
        "abstained": _tally(vote.abstained),
        "composition": one.composition,
        "present": len(one.present),
        "entitled": list(one.entitled),
        "excluded": dict(one.excluded),
        "sectors": [_group(group) for group in one.sectors],
        "groups": [_group(group) for group in one.groups],
        "findings": [
            {
                "id": found.id,
                "verdict": found.verdict,
                "says": found.sentence,
                "source": found.source,
            }
            for found in one.findings
        ],
        "valid": one.valid,
        "passed": one.passed,
        "remedy": {
            "missing": remedy.missing,
            "absent": list(remedy.absent),
            "ways": [_way(way) for way in remedy.ways],
            "lot": None if remedy.lot is None else list(remedy.lot.drawn),
            "out_of_reach": remedy.out_of_reach,
        },
    }


def _motion(held: HeldSitting, one: Motion) -> Json:
    """Return a motion; ``passed`` follows from the vote on it, ``fate`` tells of one without a vote."""
    vote = held.on_motion(one)
    return {
        "moved_by": one.moved_by,
        "text": one.text,
        "at": None if one.at is None else one.at.isoformat(),
        "vote": None if one.vote is None else one.vote + 1,
        "passed": None if vote is None else vote.passed,
        "fate": one.fate,
    }


def _tally(one: Tally) -> Json:
    return {"count": one.count, "names": None if one.known is None else list(one.known)}


def _group(one: Group) -> Json:
    return {
        "name": one.name,
        "count": one.count,
        "of": one.of,
        "percent": polish.percent(one.percent),
    }


def _way(one: Mend) -> Json:
    return {
        "leaving": [
            {"groups": list(kind.groups), "count": kind.count, "candidates": list(kind.candidates)}
            for kind in one.leaving
        ]
    }
