"""The answer of a rule of the programme text about a whole call, before it is announced."""

from dataclasses import dataclass

from scoring.answer import Verdict
from scoring.flaws import Flaw


@dataclass(frozen=True, slots=True)
class RuleAnswer:
    """What a rule says of a call: a sentence to print, and flaws by their place in ``call.yaml``.

    A rule that the criteria file itself breaks has no flaws here: the file tells them.
    """

    number: str
    verdict: Verdict
    said: str
    flaws: tuple[Flaw, ...] = ()
