"""What ``nabor up`` keeps running, as it is written down: the server, the serving process, the calls.

Everything lies in one folder of the person's own: ``NABOR_HOME``, else ``nabor`` in the folder that the
desktop gives to programs (``~/.local/share``). Prefect is not imported here, so any command may ask.
"""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from nabor.kept_process import KeptProcess
from reading.problems import Unavailable


def home() -> Path:
    """Return the folder of what is kept: state, logs, Prefect's own database."""
    own = os.environ.get("NABOR_HOME")
    if own:
        return Path(own).expanduser().absolute()
    programs = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(programs) / "nabor"


def prefect_home() -> Path:
    """Return Prefect's folder of the server that is kept; the person's own Prefect stays as it is."""
    return home() / "prefect"


def server_log() -> Path:
    """Return the file that the server writes into."""
    return home() / "serwer.log"


def serving_log() -> Path:
    """Return the file that the serving process writes into."""
    return home() / "obsluga.log"


@dataclass(frozen=True, slots=True)
class Kept:
    """What was started: ``server`` is ``None`` where the person has a server of their own."""

    calls: str
    url: str
    server: KeptProcess | None
    serving: KeptProcess | None

    @property
    def has_server(self) -> bool:
        """Whether the server that we keep is running, or is somebody else's to keep."""
        return self.server is None or self.server.is_running

    @property
    def is_serving(self) -> bool:
        """Whether runs that are due are started."""
        return self.serving is not None and self.serving.is_running

    @property
    def pages(self) -> str:
        """The address of Prefect's pages."""
        return self.url.removesuffix("/api")


def read_kept() -> Kept | None:
    """Return what was started last and not stopped since; it may have ended by itself."""
    try:
        said = json.loads(_file().read_text(encoding="utf-8"))
        kept = Kept(**said)
        server, serving = (
            None if one is None else KeptProcess(**one) for one in (said["server"], said["serving"])
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return replace(kept, server=server, serving=serving)


def write_kept(kept: Kept) -> None:
    """Write down what runs now, whole or not at all."""
    new = _file().with_suffix(".new")
    new.write_text(json.dumps(asdict(kept), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    new.replace(_file())


def stop_kept() -> list[str]:
    """Stop what runs, the serving first, and write down that nothing does; return it, in words."""
    kept = read_kept()
    stopped = []
    if kept is not None and kept.serving is not None and kept.serving.stop():
        stopped.append("obsługę naborów")
    if kept is not None and kept.server is not None and kept.server.stop():
        stopped.append("serwer Prefect")
    _file().unlink(missing_ok=True)
    return stopped


def _file() -> Path:
    return home() / "up.json"


def address_of_kept_server() -> str | None:
    """Return where the server that ``nabor up`` started is asked; none when it is not running."""
    kept = read_kept()
    if kept is None or kept.server is None or not kept.server.is_running:
        return None
    return kept.url


@contextmanager
def alone() -> Iterator[None]:
    """Start or stop while nobody else does.

    Raises:
        Unavailable: somebody does.
    """
    home().mkdir(mode=0o700, parents=True, exist_ok=True)
    with (home() / "blokada").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            what = "inne „nabor up” albo „nabor down” jeszcze trwa; poczekaj, aż skończy"
            raise Unavailable(what) from None
        yield
