"""Where files of criteria lie: ``sets/<lgd>/<scope>/<day>.yaml``, and what their names may be."""

import hashlib
import re
from datetime import date
from pathlib import Path

FACTS = Path(__file__).parent / "facts.yaml"
"""The fact catalogue."""

SETS = Path(__file__).parent / "sets"
"""The sets of criteria that come with the program."""

PROGRAMMES = Path(__file__).parent / "programmes"
"""The editions of the programme, a file each."""

COMMON = "common"
"""The scope of a common part: criteria that the files of several scopes build on."""

FROZEN = "frozen.sha256"
"""The list of versions that have decided something, in the folder that holds the sets."""

IDENTIFIER = re.compile(r"[a-z][a-z0-9_]*")
"""What the id of a criterion or of a fact looks like."""

FOLDER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What the name of an LGD or of a scope looks like: it is the name of a folder too."""


def day_of(path: Path) -> date | None:
    """Return the day that the name of the file says; ``None`` where it says none."""
    try:
        return date.fromisoformat(path.stem) if len(path.stem) == len("2030-03-01") else None
    except ValueError:
        return None


def root_of(path: Path) -> Path:
    """Return the folder that holds the sets, for a file that lies where it should."""
    around = path.resolve().parents
    return around[min(2, len(around) - 1)]


def hash_of(path: Path) -> str:
    """Return what ``sha256sum`` prints for the file.

    Windows line ends and a byte order mark do not count, so that a copy made on Windows is the
    same version.
    """
    return hashlib.sha256(path.read_text(encoding="utf-8-sig").encode()).hexdigest()


def name_of(lgd: str, scope: str, path: Path) -> str:
    """Return the name under which a file is known on every machine: ``lgd/scope/day.yaml``."""
    return f"{lgd}/{scope}/{path.name}"
