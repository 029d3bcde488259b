"""The gate by the wording of the act: place, form, theme, conformity or conditions of support."""

from dataclasses import dataclass

from scoring.answer import Answer, Finding, Lacks, lacking, met, not_met
from scoring.call import Regime
from scoring.facts import Catalogue
from scoring.programme.operation import Operation

ACT = "ustawy o rozwoju lokalnym z udziałem lokalnej społeczności"


@dataclass(frozen=True, slots=True)
class GateQuestion:
    """One thing that the act asks before scoring: a yes or no that the office found."""

    id: str
    name: str
    fact: str
    source: str

    def ask(self, operation: Operation) -> Finding:
        """Answer by the fact."""
        catalogue = operation.around.catalogue
        return Finding(
            self.id, self.name, self.source, self._answer(operation, catalogue), (self.fact,)
        )

    def _answer(self, operation: Operation, catalogue: Catalogue) -> Answer:
        found, fact = operation.says(self.fact), catalogue.fact(self.fact)
        if found is None:
            missing = lacking(self.fact).missing
            return Answer("unknown", Lacks(missing, catalogue), missing)
        answer = met if found else not_met
        return answer("{what}: {found}.", what=fact.name, found="tak" if found else "nie")


def _questions(article: str, *asked: tuple[str, str, str]) -> tuple[GateQuestion, ...]:
    source = f"{article} {ACT}"
    return tuple(GateQuestion(id_, name, fact, source) for id_, name, fact in asked)


_PLACE = ("in_place", "Złożenie we właściwym miejscu", "submitted_in_place")
_THEME = ("theme", "Zgodność z zakresem tematycznym", "matches_theme")
_LSR = ("lsr", "Zgodność z LSR", "conforms_to_lsr")
_SUPPORT = ("support_form", "Zgodność z formą wsparcia", "right_support_form")
_FORM = ("in_form", "Złożenie w wymaganej formie", "submitted_in_form")
_CONDITIONS = ("conditions", "Warunki udzielenia wsparcia", "meets_conditions")

QUESTIONS: dict[Regime, tuple[GateQuestion, ...]] = {
    "2015": _questions("art. 21 ust. 2 (2015)", _PLACE, _THEME, _LSR),
    "2019": _questions("art. 21 ust. 2 (2019)", _PLACE, _THEME, _SUPPORT, _LSR),
    "2023": _questions("art. 21 ust. 1 (2023)", _PLACE, _FORM, _CONDITIONS),
}
"""What the act asks beside the time of submission, by its wording."""


def questions_of(regime: Regime, procedure: str) -> tuple[GateQuestion, ...]:
    """Return the questions of a wording; a cooperation project is no call of the LGD (none)."""
    return () if procedure == "cooperation" else QUESTIONS[regime]
