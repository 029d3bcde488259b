"""What the flows share: how a step is tried again, how a call is held, named and told of."""

import getpass
import os
import re
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import Any, Generic, ParamSpec, TypeVar, cast
from uuid import NAMESPACE_URL, uuid5

from httpx import TransportError
from prefect import task
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.events import emit_event
from prefect.runtime import deployment
from prefect.tasks import Task
from prefect.utilities.annotations import quote

from intake.call import read_call
from reading.problems import Unavailable, unusable
from records.database import ENVIRONMENT, without_password
from records.holding import Renew, held
from rounds.calls_of_office import name_of
from scoring import polish
from scoring.call import Call
from scoring.life import Phase
from scoring.polish_time import ZONE

P = ParamSpec("P")
R = TypeVar("R")

PATIENCE: list[float] = [1, 5, 15, 30, 60]
"""Seconds before each new try of a step: a database that was away for a minute is waited for."""

WITH_SOMEBODY_WAITING = 2
"""How many new tries there are while a person sits before the screen."""

SHOWN = 1_000
"""How many rows of a table Prefect is given: more than a call has, or a network of calls."""


def _may_pass(_task: Task[..., Any], run: TaskRun, state: State[Any]) -> bool:
    """Say whether trying again can help: a full disk may empty, a database may come back."""
    failure = state.result(raise_on_failure=False)
    unattended = deployment.id is not None
    return (
        isinstance(failure, Unavailable)
        and failure.passes
        and (unattended or run.run_count <= WITH_SOMEBODY_WAITING)
    )


def step(name: str) -> Callable[[Callable[P, R]], Task[P, R]]:
    """Make a task of a step that touches files or the database; its call is held, also when repeated."""

    def made(work: Callable[P, R]) -> Task[P, R]:
        """Make the task, whose every try first holds the call again and fails in words."""

        @wraps(work)
        def done(*args: P.args, **kwargs: P.kwargs) -> R:
            with in_words():
                _RENEW.get()()
                return work(*args, **kwargs)

        return task(
            name=name,
            retries=len(PATIENCE),
            retry_delay_seconds=PATIENCE,
            retry_condition_fn=_may_pass,
            cache_policy=NO_CACHE,
            persist_result=False,
        )(done)

    return made


_RENEW: ContextVar[Renew] = ContextVar("renew", default=lambda: None)
"""Holds the call of the run again, where a database that was away has let go of it."""


@contextmanager
def in_words() -> Iterator[None]:
    """Say what a disk or Prefect's server fails in as the clerk is to read it.

    Raises:
        Unavailable: what failed, why, and what to do.
    """
    try:
        yield
    except OSError as error:
        raise unusable(error) from error
    except TransportError as error:
        what = "serwer Prefect nie odpowiada; sprawdź, czy działa, i powtórz polecenie"
        raise Unavailable(what) from error


def show_table(rows: list[dict[str, Any]], key: str, description: str) -> None:
    """Show a table in Prefect; of one longer than anybody reads there, the beginning."""
    if len(rows) > SHOWN:
        shown, of = polish.number(SHOWN), polish.number(len(rows))
        description += f" Pokazano pierwsze {shown} z {of} wierszy."
    create_table_artifact(rows[:SHOWN], key=key, description=description)


class Whole(Generic[R]):
    """What a flow hands back, without Prefect walking through all that is in ``value``.

    It would look for what it still has to wait for in each of many thousand parts; it leaves alone what
    is neither a collection nor a data class.
    """

    def __init__(self, value: R) -> None:
        self.value = value


def as_it_is(value: R) -> R:
    """Hand a large value to a task without Prefect walking through all that is in it."""
    return cast("R", quote(value))


def told(database: str) -> str:
    """Write the address of a database as Prefect, which keeps and shows it, is told of it.

    The runs of this process find its password in the environment, as workers do in theirs.
    """
    shown = without_password(database)
    if shown != database:
        os.environ[ENVIRONMENT] = database
    return shown


@contextmanager
def holding(folder: Path, database: str) -> Iterator[None]:
    """Hold the call in ``folder`` for one run; everybody else is told who has it.

    Raises:
        Refused: ``call.yaml`` has mistakes.
        Busy: somebody else works on the call.
        Unavailable: the database cannot be opened, or a folder cannot be used.
    """
    with in_words(), held(database, name_of(read_call(folder).call), _who()) as renew:
        before = _RENEW.set(renew)
        try:
            yield
        finally:
            _RENEW.reset(before)


def _who() -> str:
    since = clock().astimezone(ZONE)
    return f"{getpass.getuser()}@{socket.gethostname()} (proces {os.getpid()}, od {since:%H:%M})"


def key_of(call: Call) -> str:
    """Return what the artifacts of a call are filed under: small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name_of(call).lower()).strip("-")


def clock() -> datetime:
    """Read the clock, as the door does: nobody sits before an unattended flow to tell it the time."""
    return datetime.now(UTC)  # noqa: TID251 - a flow that runs by itself is its own door


def tell(call: Call, phase: Phase, of: str) -> None:
    """Tell Prefect that a call has come to a phase; ``of`` tells its comings apart.

    The same coming is told once: its event is named by what it is.
    """
    key = key_of(call)
    emit_event(
        f"nabor.{phase}",
        resource={
            "prefect.resource.id": f"nabor.call.{key}",
            "prefect.resource.name": f"{call.lgd.name}, nabór {call.number}",
        },
        id=uuid5(NAMESPACE_URL, f"nabor:{key}:{phase}:{of}"),
    )
