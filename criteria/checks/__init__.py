"""What a set of criteria must satisfy beyond being well written.

Each module looks at one subject and tells flaws by their place; nothing here opens a file.
"""

from collections.abc import Iterator

from criteria.checks.premiums import premium_flaws
from criteria.checks.ties import tie_flaws
from criteria.checks.totals import total_flaws
from scoring.flaws import Flaw
from scoring.ruleset import Ruleset


def flaws_of_ruleset(ruleset: Ruleset, *, sound: bool) -> Iterator[Flaw]:
    """Tell what is wrong with the set as a whole.

    ``sound`` says that every criterion could be bound to its facts; the premiums of the programme
    are looked for only then, because they are tried out on values.
    """
    yield from total_flaws(ruleset)
    yield from tie_flaws(ruleset)
    if sound:
        yield from premium_flaws(ruleset)
