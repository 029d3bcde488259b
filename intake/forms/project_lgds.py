"""The blank list of the LGDs of cooperation projects: every project with its applicant."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from intake.columns import NUMBER
from intake.forms.workbook import Form, FormColumn, write_form
from intake.project_lgds import AMOUNTS, LGD_NAMES
from scoring.application import Application
from scoring.call import Call
from scoring.facts import FactType

_USED_BY = "limit pomocy na współpracę każdej LGD (K9)"
_MEANS = {
    "share": "Jaka część pomocy na projekt przypada tej LGD; razem wnioskowana kwota",
    "funds_19_2": "Środki LSR tej LGD na 19.2, z umowy ramowej",
    "funds_19_4": "Środki LSR tej LGD na 19.4, z umowy ramowej",
    "projects_so_far": "Pomoc przyznana jej wcześniej na inne projekty współpracy",
    "preparation_so_far": "Pomoc przyznana jej wcześniej na samo przygotowanie projektów",
}


def write_project_lgds_form(file: Path, call: Call, applications: Sequence[Application]) -> None:
    """Write the list of the LGDs of cooperation projects; each applicant stands in it already."""
    titles = (
        f"LGD projektów współpracy – nabór nr {call.number}",
        f"{call.lgd.name} · pod spodem dopisz pozostałe LGD, każdą w wierszu ze znakiem sprawy",
    )
    kept = [one for one in applications if not one.withdrawn]
    rows = [(one.number, one.applicant) for one in kept]
    columns = list(_columns(tuple(one.number for one in kept)))
    write_form(file, Form(call, titles, columns, rows))


def _columns(numbers: tuple[str, ...]) -> Iterator[FormColumn]:
    heads = {key: names[0] for key, names in LGD_NAMES.items()}
    yield FormColumn(
        heads[NUMBER],
        FactType.TEXT,
        "Który projekt",
        "znak sprawy z rejestru wniosków",
        options=numbers,
        required=True,
    )
    yield FormColumn(
        heads["lgd"],
        FactType.TEXT,
        "LGD, która realizuje projekt",
        "nazwę LGD",
        used_by=_USED_BY,
        width=36,
        required=True,
    )
    for name in AMOUNTS:
        yield FormColumn(
            heads[name],
            FactType.MONEY,
            _MEANS[name],
            "kwotę w złotych, np. 1 234,56",
            used_by=_USED_BY,
        )
