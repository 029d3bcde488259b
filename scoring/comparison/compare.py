"""Sets of criteria side by side, line by line, and what changed between versions of one set."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scoring import polish
from scoring.canonical import Json
from scoring.canonical import points as plain_points
from scoring.comparison.reward import Aspect, Weight, weights
from scoring.points import Criterion
from scoring.read_aloud import minimum_words, terms_of, tie_words
from scoring.ruleset import Ruleset

ASPECT_NAMES: dict[Aspect, str] = {
    "fact": "Co jest nagradzane (fakt)",
    "premium": "Premie Programu",
    "kind": "Sposób przyznawania punktów",
}
"""What each part of the comparison is headed with."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that criteria reward, with its weight in each set; ``None`` where a set has it not."""

    name: str
    weights: tuple[Weight | None, ...]

    @property
    def only(self) -> int | None:
        """The position of the one set that has it, where it is one of several."""
        having = [place for place, weight in enumerate(self.weights) if weight is not None]
        return having[0] if len(having) == 1 and len(self.weights) > 1 else None


@dataclass(frozen=True, slots=True)
class Changed:
    """What became of one criterion from a version of a set to the next, in Polish words."""

    name: str
    what: str


@dataclass(frozen=True, slots=True)
class Step:
    """What changed from one version to the next; the two are told by their positions."""

    before: int
    after: int
    changes: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several sets side by side; ``steps`` only between versions of one set, in order of days."""

    rulesets: tuple[Ruleset, ...]
    lines: dict[Aspect, tuple[Line, ...]]
    steps: tuple[Step, ...]


def compare(rulesets: Sequence[Ruleset]) -> Comparison:
    """Put sets of criteria side by side, in the order in which they are given."""
    lines: dict[Aspect, tuple[Line, ...]] = {
        aspect: tuple(_lines(rulesets, aspect)) for aspect in ASPECT_NAMES
    }
    return Comparison(tuple(rulesets), lines, tuple(_steps(rulesets)))


def _lines(rulesets: Sequence[Ruleset], aspect: Aspect) -> Iterator[Line]:
    """Order lines by how many sets share them, then by how much they weigh in all."""
    each = [weights(ruleset, aspect) for ruleset in rulesets]
    names = dict.fromkeys(name for one in each for name in one)
    lines = [Line(name, tuple(one.get(name) for one in each)) for name in names]
    yield from sorted(lines, key=_order)


def _order(line: Line) -> tuple[object, ...]:
    having = [weight.share for weight in line.weights if weight is not None]
    return -len(having), -sum(having), polish.alphabetical(line.name)


def head_lines(ruleset: Ruleset) -> list[tuple[str, str]]:
    """Tell what stands of the set as a whole: whose, since when, maximum, minimum, ties, limits."""
    limits = sum(one.minimum is not None for one in ruleset.simple())
    own = polish.plural(limits, "kryterium", "kryteria", "kryteriów")
    return [
        ("LGD", ruleset.lgd),
        ("Zakres", ruleset.scope),
        ("Obowiązują od", polish.day(ruleset.in_force_from)),
        ("Kryteria", str(len(ruleset.criteria))),
        ("Maksimum", polish.with_points(ruleset.highest)),
        ("Minimum", minimum_words(ruleset.minimum, ruleset.highest)),
        ("Własne minimum ma", own if limits else "żadne kryterium"),
        ("Przy równej liczbie punktów", "; ".join(tie_words(ruleset)) or "źródło nie mówi"),
    ]


def _steps(rulesets: Sequence[Ruleset]) -> Iterator[Step]:
    """Tell what changed between neighbouring versions of one set (same LGD, same scope)."""
    of_set: dict[tuple[str, str], list[int]] = {}
    for place, one in enumerate(rulesets):
        of_set.setdefault((one.lgd, one.scope), []).append(place)
    for places in of_set.values():
        ordered = sorted(places, key=lambda place: rulesets[place].in_force_from)
        for before, after in pairwise(ordered):
            yield Step(before, after, tuple(_changes(rulesets[before], rulesets[after])))


def _changes(before: Ruleset, after: Ruleset) -> Iterator[Changed]:
    old = {one.id: one for one in before.criteria}
    new = {one.id: one for one in after.criteria}
    for name, one in new.items():
        if name not in old:
            yield Changed(one.name, f"dodano, najwyżej {polish.with_points(one.maximum)}")
        elif (said := _change(old[name], one, before, after)) is not None:
            yield Changed(one.name, said)
    for name, one in old.items():
        if name not in new:
            yield Changed(one.name, f"usunięto, dawało najwyżej {polish.with_points(one.maximum)}")
    old_head, new_head = dict(head_lines(before)), dict(head_lines(after))
    for name in ("Maksimum", "Minimum", "Przy równej liczbie punktów"):
        if old_head[name] != new_head[name]:
            yield Changed(name, f"{old_head[name]} → {new_head[name]}")


def _change(old: Criterion, new: Criterion, before: Ruleset, after: Ruleset) -> str | None:
    """Tell how a criterion changed: its maximum, its table of points, its name, what limits it."""
    said = []
    if old.maximum != new.maximum:
        said.append(f"najwyżej {polish.points(old.maximum)} → {polish.with_points(new.maximum)}")
    if list(old.rows(before.catalogue)) != list(new.rows(after.catalogue)):
        said.append("zmieniono zasady przyznawania punktów")
    if old.name != new.name:
        said.append(f"nazwa była: {polish.quoted(old.name)}")
    if list(terms_of(old, before.catalogue)) != list(terms_of(new, after.catalogue)):
        said.append("zmieniono warunki")
    return "; ".join(said) or None


def plain(found: Comparison) -> Json:
    """Return what ``nabor compare-criteria --json`` prints; shares are exact fractions."""
    return {
        "sets": [
            {
                "lgd": one.lgd,
                "scope": one.scope,
                "in_force_from": one.in_force_from.isoformat(),
                "sha256": one.sha256,
                "maximum": plain_points(one.highest),
                "minimum": plain_points(one.minimum.required(one.highest)),
                "ties": list(tie_words(one)),
            }
            for one in found.rulesets
        ],
        "rewards": {
            aspect: [
                {
                    "name": line.name,
                    "only": line.only,
                    "weights": [
                        None
                        if weight is None
                        else {"points": plain_points(weight.points), "share": str(weight.share)}
                        for weight in line.weights
                    ],
                }
                for line in lines
            ]
            for aspect, lines in found.lines.items()
        },
        "changes": [
            {
                "before": one.before,
                "after": one.after,
                "changed": [{"name": each.name, "what": each.what} for each in one.changes],
            }
            for one in found.steps
        ],
    }
