"""``nabor history``: the versions of a call, who made each and why, and what moved."""

import json
import sys

from nabor.history_screen import as_json as history_as_json
from nabor.history_screen import show_history
from nabor.words import AsJson, CallFolder, Database, database_beside


def run(call: CallFolder, database: Database = None, as_json: AsJson = False) -> None:
    """Pokazuje wersje rozstrzygnięcia: kto, kiedy i dlaczego, i co się zmieniło.

    Przykład: nabor history examples/trygon-2013
    """
    from rounds.history import history_of

    found = history_of(call, database or database_beside(call))
    if as_json:
        said = json.dumps(history_as_json(found), ensure_ascii=False, indent=2)
        sys.stdout.write(said + "\n")
    else:
        show_history(found)
