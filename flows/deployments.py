"""What Prefect serves: the one list, for ``nabor up`` and for ``prefect.yaml`` alike.

A deployment added here is served by ``nabor up``; a test holds ``prefect.yaml`` to this list. Nothing
here imports Prefect.
"""

from dataclasses import dataclass

ZONE = "Europe/Warsaw"
"""The zone of every schedule: offices and the act count in it."""

CALLS = "NABOR_CALLS"
"""The variable of the environment that names the folder of calls to ``prefect.yaml``."""

POOL = "nabor"
"""The work pool (of the type ``process``) of larger installations."""

CUT_OFF = "Przerwano w trakcie: wyłączono komputer, zamknięto program albo użyto „nabor down”."
"""What is said of a run that nobody was left to finish."""


@dataclass(frozen=True, slots=True)
class Deployment:
    """One flow as Prefect keeps it: who calls it, when, and how many may run at once.

    ``entrypoint`` is an import path, never a file: Prefect loads a file under its bare stem, with
    its folder first on ``sys.path``. ``cron`` is read in ``ZONE``; without it a run starts only when
    somebody, another flow, or one of the events ``after`` asks for it. ``calls`` names the parameter of
    the flow that takes the folder below which the calls lie. ``at_start``: ``nabor up`` also starts it once.
    """

    name: str
    entrypoint: str
    description: str
    cron: str | None = None
    at_once: int | None = None
    calls: str | None = None
    after: tuple[str, ...] = ()
    at_start: bool = False
    tags: tuple[str, ...] = ("nabor",)


DEPLOYMENTS = (
    Deployment(
        "kalendarz",
        "flows.watch_calendar.watch_calendar",
        "Przegląd naborów: uruchamia to, na co przyszedł czas, i mówi, na kogo co czeka.",
        cron="*/5 * * * *",
        at_once=1,
        calls="calls",
        after=("nabor.closed", "nabor.decided", "nabor.published"),
        at_start=True,
    ),
    Deployment(
        "przypomnienia",
        "flows.remind_office.remind_office",
        "Rano: co, kto i do kiedy ma zrobić w każdym naborze.",
        cron="0 7 * * *",
        at_once=1,
        calls="calls",
    ),
    Deployment(
        "przypomnienie",
        "flows.send_reminder.send_reminder",
        "Jedno przypomnienie, wysłane tym, których biuro wskazało w NABOR_NOTIFY.",
    ),
    Deployment(
        "zamknięcie",
        "flows.close_call.close_call",
        "Po zamknięciu naboru: raport przyjęcia, braki, terminy, przygotowane posiedzenie.",
    ),
    Deployment(
        "posiedzenie",
        "flows.hold_council.hold_council",
        "Czeka na karty i głosowania Rady, potem rozstrzyga i drukuje.",
    ),
    Deployment(
        "zestawy dokumentów",
        "flows.publish_call.publish_call",
        "Po rozstrzygnięciu: zestawy dla zarządu województwa, na stronę i do archiwum.",
    ),
    Deployment(
        "runda",
        "flows.run_round.run_round",
        "Runda naboru: dane, punkty, zapis wersji i dokumenty.",
    ),
    Deployment(
        "przeliczenie",
        "flows.rescore_call.rescore_call",
        "Nabór policzony drugi raz, według innych kryteriów, i wydruk zmian.",
    ),
)
"""Every deployment; its name is also the name of its flow."""
