"""``nabor resume``: a call that waits for its council goes on, because somebody says so."""

from typing import Annotated

import typer

from nabor import screen
from nabor.quiet_prefect import quiet_prefect
from nabor.words import CallFolder
from reading.problems import Problem, Refused


def run(
    call: CallFolder,
    author: Annotated[
        str,
        typer.Option(
            "--author", metavar="KTO", envvar="NABOR_AUTHOR", help="Kto to mówi; trafi do akt."
        ),
    ],
    *,
    reason: Annotated[
        str,
        typer.Option(
            "--reason",
            metavar="TEKST",
            help="Powód, jednym zdaniem: trafi do akt. Konieczny przy --decided-elsewhere.",
        ),
    ] = "",
    decided_elsewhere: Annotated[
        bool,
        typer.Option(
            "--decided-elsewhere",
            help="Rada zdecydowała, a zapis jej posiedzenia jest poza folderem naboru.",
        ),
    ] = False,
) -> None:
    """Wznawia nabór, który czeka na Radę; bez --decided-elsewhere czeka dalej, jeśli czegoś brakuje.

    Przykład: nabor resume nabory/1-2030 --author "Kierownik biura" --decided-elsewhere --reason "protokół 5/2030"
    """
    if decided_elsewhere and not reason.strip():
        what = "przy --decided-elsewhere trzeba powiedzieć, gdzie jest zapis posiedzenia"
        write = 'np. --reason "protokół 5/2030 w segregatorze Rady"'
        raise Refused([Problem("--reason", what, write)])
    quiet_prefect()
    with screen.progress():
        from flows.ask_server import ask_the_server
        from flows.wake_call import wake_call
        from intake.confirmation import Confirmation

        ask_the_server()
        said = Confirmation(author=author, reason=reason, decided_elsewhere=decided_elsewhere)
        wake_call(call, said)
    screen.out.print("Wznowiono. Co dalej, pokaże „nabor rounds”.")
