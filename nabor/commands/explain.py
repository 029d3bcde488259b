"""``nabor explain``: why one application ended as it did, and what would have changed it."""

import json
import sys
from difflib import get_close_matches
from pathlib import Path

from nabor import screen
from nabor.explanation import show_explanation
from nabor.words import AsJson, CallFolder, CaseNumber
from reading.problems import Problem, Refused
from rounds.open_call import open_call
from scoring.decision import Assessment, Decision, Outcome
from scoring.flips.export import explained
from scoring.flips.find import flips_of


def run(
    call: CallFolder,
    number: CaseNumber,
    as_json: AsJson = False,
) -> None:
    """Wyjaśnia wynik jednego wniosku: skąd każdy punkt, czego zabrakło, co zmieniłoby wynik.

    Przykład: nabor explain examples/kraina-nocy-i-dni-2022 KND/1/7/2022
    """
    decision = open_call(call).decide()
    one = _found(decision, number, call)
    flips = None
    if one.outcome is not Outcome.WITHDRAWN:
        with screen.err.status("Szukam zmian, które odwracają wynik…"):
            flips = flips_of(decision, one)
    if as_json:
        found = explained(decision, one, flips)
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    else:
        show_explanation(decision, one, flips)


def _found(decision: Decision, number: str, call: Path) -> Assessment:
    """Find the application; answer an unknown number with the nearest."""
    one = decision.find(number)
    if one is None:
        numbers = [one.application.number for one in decision.assessments]
        near = get_close_matches(number.upper(), numbers, n=1) or numbers[:1]
        what = f"w naborze nie ma wniosku „{number}”"
        write = f"wpisz znak sprawy z rejestru, np. {near[0]}" if near else "rejestr jest pusty"
        raise Refused([Problem(str(call), what, write)])
    return one
