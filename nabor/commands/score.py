"""``nabor score``: points and ranking on the screen; nothing is kept."""

import json
import sys

from nabor import screen
from nabor.indicators_screen import show_indicators
from nabor.words import AsJson, CallFolder
from rounds.open_call import open_call
from scoring.export import results


def run(call: CallFolder, as_json: AsJson = False) -> None:
    """Liczy punkty i ranking; niczego nie zapisuje.

    Przykład: nabor score examples/kraina-nocy-i-dni-2022
    """
    opened = open_call(call)
    decision = opened.decide()
    screen.show_problems(opened.warnings)
    if as_json:
        sys.stdout.write(json.dumps(results(decision), ensure_ascii=False, indent=2) + "\n")
    else:
        screen.show_ranking(decision)
        show_indicators(decision)
