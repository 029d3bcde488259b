"""Calls that lie in two folders: to records and to runs they are one, so the program touches neither."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from intake.call import read_call
from reading.problems import Refused
from rounds.calls_of_office import Places, name_of
from rounds.standing import CallStanding
from scoring.life import Phase

Twins = Mapping[Path, Sequence[Path]]
"""The other folders of a call, by each of its folders; of a call that lies in one there is nothing."""


def twins_among(all_places: Sequence[Places]) -> Twins:
    """Find the calls (by LGD and number) that lie in more than one folder."""
    folders: dict[str, list[Path]] = defaultdict(list)
    for one in all_places:
        try:
            folders[name_of(read_call(one.folder).call)].append(one.folder)
        except Refused:
            continue  # nothing is done of a call that cannot be read
    return {
        one: [other for other in some if other != one]
        for some in folders.values()
        if len(some) > 1
        for one in some
    }


def with_twins(found: CallStanding, twins: Twins) -> CallStanding:
    """Say of a call that lies elsewhere too that nothing can be done of it; not once it has ended."""
    others = twins.get(found.places.folder, ())
    if not others or found.now is None or found.now.phase is Phase.HANDED_OVER:
        return found
    where = ", ".join(map(str, others))
    what = f"ten sam nabór leży też w {where}; zostaw jeden folder albo popraw numer w call.yaml"
    return replace(found, now=replace(found.now, step=None), failed=what)
