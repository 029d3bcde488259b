"""``nabor explain``: why one application ended as it did."""

from difflib import get_close_matches

from nabor.explanation import show_explanation
from nabor.words import CallFolder, CaseNumber
from reading.problems import Problem, Refused
from rounds.open_call import open_call


def run(
    call: CallFolder,
    number: CaseNumber,
) -> None:
    """Wyjaśnia wynik jednego wniosku: skąd każdy punkt i czego zabrakło.

    Przykład: nabor explain examples/kraina-nocy-i-dni-2022 KND/1/7/2022
    """
    decision = open_call(call).decide()
    one = decision.find(number)
    if one is None:
        numbers = [one.application.number for one in decision.assessments]
        near = get_close_matches(number.upper(), numbers, n=1) or numbers[:1]
        what = f"w naborze nie ma wniosku „{number}”"
        write = f"wpisz znak sprawy z rejestru, np. {near[0]}" if near else "rejestr jest pusty"
        raise Refused([Problem(str(call), what, write)])
    show_explanation(decision, one)
