"""Whether the ladder that orders equal points makes sense and leads to an end."""

from collections.abc import Iterator

from scoring.fact_condition import unknown_fact
from scoring.facts import ORDERED, Fact, FactType
from scoring.flaws import Flaw
from scoring.ruleset import Ruleset, TieRule

_TIME = frozenset({FactType.DATE, FactType.MOMENT})


def tie_flaws(ruleset: Ruleset) -> Iterator[Flaw]:
    """Tell steps that compare nothing, and a ladder that may leave equals unordered."""
    for position, rule in enumerate(ruleset.ties):
        yield from (flaw.under("ties", position) for flaw in _step_flaws(rule, ruleset))
    last = ruleset.ties[-1].fact if ruleset.ties else None
    if ruleset.still_tied is None and last != "submitted_at":
        what = "równy wynik może zostać nierozstrzygnięty"
        write = "zakończ „ties” krokiem {fact: submitted_at, prefer: earlier} albo dopisz"
        yield Flaw(("ties",), what, f"{write} still_tied: council_vote", "warning")


def _step_flaws(rule: TieRule, ruleset: Ruleset) -> Iterator[Flaw]:
    if (rule.criterion is None) == (rule.fact is None):
        what = "krok rozstrzygania musi nazwać albo kryterium, albo fakt"
        yield Flaw((), what, "np. {criterion: jobs, prefer: higher}")
    elif rule.criterion is not None:
        yield from _criterion_flaws(rule, rule.criterion, ruleset)
    elif rule.fact is not None:
        fact = ruleset.catalogue.get(rule.fact)
        yield from [unknown_fact(rule.fact, ruleset.catalogue)] if fact is None else ()
        yield from () if fact is None else _fact_flaws(rule, fact)


def _criterion_flaws(rule: TieRule, criterion: str, ruleset: Ruleset) -> Iterator[Flaw]:
    known = [one.id for one in ruleset.criteria]
    if criterion not in known:
        what = f"nie ma kryterium „{criterion}”"
        yield Flaw(("criterion",), what, f"wpisz jedno z: {', '.join(known)}")
    if rule.prefer not in ("higher", "lower"):
        what = "punkty kryterium mogą być wyższe albo niższe"
        yield Flaw(("prefer",), what, "wpisz higher albo lower")


def _fact_flaws(rule: TieRule, fact: Fact) -> Iterator[Flaw]:
    if fact.type not in ORDERED | {FactType.YES_NO}:
        what = f"faktu „{fact.id}” nie da się ułożyć w kolejności"
        yield Flaw(("fact",), what, "wybierz liczbę, kwotę, datę albo pytanie tak/nie")
        return
    right = ("earlier", "later") if fact.type in _TIME else ("higher", "lower")
    if rule.prefer not in right:
        what = f"„{rule.prefer}” nie pasuje do faktu „{fact.id}”"
        yield Flaw(("prefer",), what, f"wpisz {' albo '.join(right)}")
