"""Why points cannot be given yet, told so that the office knows what to do."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from scoring import polish
from scoring.facts import Catalogue, Written

WhyMissing = Literal[
    "fact",
    "cards",
    "off_scale",
    "no_consensus",
    "no_majority",
    "rival_fact",
    "rival_gate",
    "rival_zero",
    "no_rivals_differ",
    "no_table",
    "no_row",
    "no_option",
    "above_highest",
    "outside_bands",
    "zero_denominator",
    "minimum",
    "ruling",
    "history",
    "doubtful_aid",
    "identity",
    "eur_rate",
    "rate_of_aid",
    "intensity",
    "average_wage",
    "part_above_whole",
    "said",
    "lgds",
    "vote",
    "vote_lost",
    "vote_invalid",
]


@dataclass(frozen=True, slots=True)
class Missing:
    """Why points cannot be given yet: the reason, and what or whose it is.

    ``detail`` is a fact id where the reason speaks of a fact, else words; ``value`` is the value of
    that fact (of a share, where no fact is named).
    """

    why: WhyMissing
    detail: str = ""
    value: Written = None

    def sentence(self, catalogue: Catalogue) -> str:
        """Tell the clerk in Polish what is missing."""
        if self.why == "fact":
            fact = catalogue.fact(self.detail)
            where = f" (kolumna „{fact.columns[0]}”)" if fact.columns else ""
            return f"brak danych: {fact.name}{where}"
        return _WHY_MISSING[self.why].format(detail=self._shown(catalogue))

    def _shown(self, catalogue: Catalogue) -> str:
        if self.why == "zero_denominator":
            return catalogue.fact(self.detail).name
        if self.value is None:
            return self.detail
        if self.detail:
            return catalogue.fact(self.detail).show(self.value)
        return polish.percent(Fraction(self.value))


_WHY_MISSING: dict[WhyMissing, str] = {
    "cards": "za mało kart oceny: {detail}",
    "off_scale": "ocena spoza skali: {detail}",
    "no_consensus": "oceny członków Rady różnią się, a reguła wymaga jednomyślności: {detail}",
    "no_majority": "żadnej oceny nie dała więcej niż połowa kart: {detail}",
    "rival_fact": "punkty zależą od całego naboru, a brak danych we {detail}",
    "rival_gate": "punkty zależą od całego naboru, a nie rozstrzygnięto warunków we {detail}",
    "rival_zero": "punkty zależą od całego naboru, a dzielnik wynosi zero we {detail}",
    "no_rivals_differ": "wszystkie wnioski mają tę samą wartość, a kryterium nie mówi, co wtedy",
    "no_table": "brak tabeli „{detail}” (wpisz ją w call.yaml w „tables”)",
    "no_row": "tabela nie ma wiersza dla: {detail}",
    "no_option": "kryterium nie mówi, ile punktów daje: {detail}",
    "above_highest": "tabela daje więcej punktów, niż pozwala kryterium: {detail}",
    "outside_bands": "wartość {detail} nie mieści się w żadnym przedziale kryterium",
    "zero_denominator": "nie można dzielić przez zero: {detail}",
    "minimum": "nie wiadomo, ile wynosi minimum punktowe: {detail}",
    "ruling": "brak ustalenia z uzasadnieniem (plik rulings.xlsx): {detail}",
    "history": "brak wykazu wcześniejszej pomocy (plik history.xlsx)",
    "doubtful_aid": "nie wiadomo, czy tej pomocy nie otrzymał już wnioskodawca: {detail}",
    "identity": "brak numeru EP i NIP, po których rozpoznaje się: {detail}",
    "eur_rate": "brak kursu euro (wpisz go w call.yaml w „programme: eur_rate”)",
    "average_wage": "brak przeciętnego wynagrodzenia (wpisz je w call.yaml w „programme: average_wage”)",
    "part_above_whole": "kwota jest wyższa niż koszty kwalifikowalne, których jest częścią: {detail}",
    "rate_of_aid": "brak kursu euro z dnia przyznania pomocy: {detail}",
    "said": "{detail}",
    "vote": "Rada nie głosowała: {detail}",
    "vote_lost": "Rada nie przyjęła: {detail}",
    "vote_invalid": "głosowanie Rady jest nieważne: {detail}",
    "lgds": "brak wykazu LGD projektu z ich udziałami i środkami (plik project_lgds.xlsx)",
    "intensity": "nie wiadomo, jaka jest intensywność pomocy (wpisz ją w call.yaml w „programme: intensity”)",
}
