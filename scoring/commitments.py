"""What a public document does not show, committed to: nobody can read it, nobody can change it.

In the place of each value that is withheld stands the SHA-256 of the JSON array ``[salt, name,
value]`` (UTF-8, keys sorted, no spaces). The salt is random and belongs to the version; whoever holds
an internal document of that version has the salt and the values, and can open every commitment. By
hand: ``printf '%s' '["salt","applications/1/facts/nip","5261040828"]' | sha256sum``
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from scoring.canonical import Json, inputs, published_facts
from scoring.decision import Decision

_OF_PEOPLE = ("rulings", "partners", "lgds", "populations")


def commitment(salt: str, name: str, value: Any) -> str:  # noqa: ANN401 - any JSON
    """Return the commitment to one value under its name."""
    text = json.dumps(
        [salt, name, value], ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(text.encode()).hexdigest()


def commitments(decision: Decision, salt: str, shown: Sequence[str]) -> Json:
    """Commit to all that a public document withholds; ``shown`` are the numbers that it prints.

    An application that is not printed is one value, and does not tell its number. Whether a fact
    is known of an application is not told either: a fact that is known of any is committed to of
    all.
    """
    return {name: commitment(salt, name, value) for name, value in withheld(decision, shown)}


def withheld(decision: Decision, shown: Sequence[str]) -> Iterator[tuple[str, Any]]:
    """Go through all values that a public document withholds, each with its name."""
    given = inputs(decision)
    yield "call/council/members", given["call"].get("council", {}).get("members", [])
    yield from _of_applications(decision, given["applications"], frozenset(shown))
    for place, card in enumerate(given["cards"]):
        yield f"cards/{place}", card
    for place, one in enumerate(given.get("earlier_aid") or ()):
        yield f"earlier_aid/{place}", one
    for part, recorded in given.get("sitting", {}).items():
        yield from _of_sitting(f"sitting/{part}", recorded)


def _of_applications(
    decision: Decision, applications: Sequence[Json], shown: frozenset[str]
) -> Iterator[tuple[str, Any]]:
    public = published_facts(decision.ruleset.catalogue)
    facts = sorted({name for one in applications for name in one["facts"]} - public)
    said = [name for name in _OF_PEOPLE if any(name in one for one in applications)]
    hidden = 0
    for one in applications:
        if one["number"] not in shown:
            yield f"others/{hidden}", one
            hidden += 1
            continue
        where = f"applications/{one['number']}"
        for name in facts:
            yield f"{where}/facts/{name}", one["facts"].get(name)
        for name in said:
            yield f"{where}/{name}", one.get(name)


def _of_sitting(where: str, recorded: Json) -> Iterator[tuple[str, Any]]:
    for key, value in recorded.items():
        if isinstance(value, list):
            yield from ((f"{where}/{key}/{place}", one) for place, one in enumerate(value))
        else:
            yield f"{where}/{key}", value
