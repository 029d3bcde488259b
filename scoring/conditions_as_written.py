"""A condition as a rule file has it: what binding it to its facts changed is changed back."""

from scoring.conditions import All, AnyOf, Condition, Not
from scoring.fact_condition import Compare
from scoring.facts import Catalogue


def as_written(condition: Condition, catalogue: Catalogue) -> Condition:
    """Return a bound condition as a file has it: bound again, it is the same."""
    match condition:
        case Compare():
            return _limit_as_written(condition, catalogue)
        case Not():
            return condition.model_copy(update={"not_": as_written(condition.not_, catalogue)})
        case All(all_=some):
            return condition.model_copy(update={"all_": _each_as_written(some, catalogue)})
        case AnyOf(any_=some):
            return condition.model_copy(update={"any_": _each_as_written(some, catalogue)})


def _each_as_written(some: tuple[Condition, ...], catalogue: Catalogue) -> tuple[Condition, ...]:
    return tuple(as_written(one, catalogue) for one in some)


def _limit_as_written(condition: Compare, catalogue: Catalogue) -> Compare:
    name, fact = condition.operator, catalogue.fact(condition.fact)
    limit = getattr(condition, name)
    written = tuple(map(fact.plain, limit)) if name == "one_of" else fact.plain(limit)
    return condition.model_copy(update={name: written})
