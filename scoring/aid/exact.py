"""The exact rate of public units: until 2019 they got 63,63 % of the eligible cost, and not less.

How that goes with a lower limit of the aid the source at hand does not say; the lower of the two
amounts is taken.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import floor

from scoring.aid.costs import eligible_costs, missing_costs
from scoring.aid.limits import ceilings_of_operation, missing_for_limits
from scoring.answer import Answer, Finding, Lacks, met, not_applicable, not_met, open_while
from scoring.points.missing import Missing
from scoring.programme.operation import Operation, Surroundings
from scoring.rule_ids import runs

_ZLOTY = 100
"""Aid is set in full złoty (grosze)."""


@dataclass(frozen=True, slots=True)
class ExactRate:
    """A warning where a public unit requests less than exactly its rate; it raises no amount."""

    source: str

    def ask(self, operation: Operation) -> Finding:
        """Compare what is requested with the exact rate."""
        answer = exact_public_rate(operation)
        if answer.said is None:
            lacks = Lacks(answer.missing, operation.around.catalogue)
            answer = Answer(answer.verdict, lacks, answer.missing)
        facts = ("applicant_kind", "requested", "eligible_cost")
        name = "Dokładna intensywność pomocy jednostki publicznej"
        return Finding("A12", name, self.source, answer, facts, decides=False)


def exact_rules(around: Surroundings) -> tuple[ExactRate, ...]:
    """Return the warning of a call announced while the rate was exact; later there is none.

    A lump sum is no share of a cost, and cooperation has a rate of its own (K10).
    """
    exact = around.programme.exact_public_intensity
    if exact is None or around.day > exact.until or not around.has("intensity_public"):
        return ()
    if around.of_call.lump_sum or around.procedure == "cooperation":
        return ()
    return (ExactRate(exact.source),)


@runs("A12")
def exact_public_rate(operation: Operation) -> Answer:
    """A public unit requests exactly its rate of the eligible cost, in full złoty (until 2019).

    More is cut by the rate itself; less has to be corrected by the applicant (Dz.U. 2015
    poz. 1570 § 18).
    """
    if operation.is_public is None:
        return open_while(Missing("fact", "applicant_kind"))
    if not operation.is_public:
        return not_applicable("wnioskodawca nie jest jednostką sektora finansów publicznych.")
    asked = operation.grosze("requested")
    absent = (
        *(() if asked is not None else (Missing("fact", "requested"),)),
        *missing_costs(operation),
        *missing_for_limits(operation),
    )
    if asked is None or absent:
        return open_while(*dict.fromkeys(absent))
    eligible, _ = eligible_costs(operation)
    percent = operation.around.figure("intensity_public").value
    exact = _full(floor(Fraction(eligible) * Fraction(percent) / 100))
    limits = [one.most for one in ceilings_of_operation(operation)]
    due = _full(min([exact, *limits]))
    values = {"asked": asked, "percent": percent, "eligible": eligible, "exact": exact, "due": due}
    said = "Pomoc wynosi dokładnie {percent:%} kosztów kwalifikowalnych {eligible:zł}, w pełnych złotych {exact:zł}"
    said += "" if due == exact else ", a limity pomocy dopuszczają {due:zł}"
    if asked >= due:
        return met(said + "; wnioskowano o {asked:zł}.", **values)
    said += "; wnioskowano o {asked:zł}. Wnioskodawca musi poprawić kwotę wnioskowaną na {due:zł}."
    return not_met(said, **values)


def _full(grosze: int) -> int:
    return grosze - grosze % _ZLOTY
