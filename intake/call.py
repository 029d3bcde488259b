"""The folder of a call: ``call.yaml`` and the files that lie beside it."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import Field

from intake.call_checks import call_problems, event_problems
from intake.sheet import refused
from intake.strays import (
    CALL,
    DOSSIER,
    REGISTERS,
    USUAL,
    like_call,
    like_register,
    stray_problems,
)
from reading.models import read_model
from reading.problems import Problem, Refused, refuse_if_errors
from reading.yaml_file import Plain, YamlFile, read_yaml
from scoring.announcement import Announcement, Events
from scoring.call import Call
from scoring.facts import Catalogue
from scoring.value import Value

BY_DATE = "by_date"
NOTHING_YET = Events()
"""No event of the call has happened yet, or nobody wrote it down."""
Found = TypeVar("Found")

_WHOSE_FACTS = ("„facts” tego pliku", "„facts” pliku kryteriów")
"""A call has no facts of its own: what it reads is added to the criteria."""

_SHA256 = re.compile(r"[0-9a-f]{64}")


class CriteriaPin(Value):
    """The criteria that the call names: a file, from the folder of the call, and its hash."""

    file: str
    sha256: str | None = None


class _CallYaml(Call):
    """Everything that ``call.yaml`` may say: the call, and where its files are."""

    criteria: Plain
    register_: str | None = Field(default=None, alias="register")
    cards: str | None = None
    history: str | None = None
    rulings: str | None = None
    partners: str | None = None
    project_lgds: str | None = None
    deliveries: str | None = None
    announcement: Announcement | None = None
    events: Events = NOTHING_YET
    localities: str | None = None
    letterhead: str | None = None
    protest_confirmed: str | None = Field(default=None, min_length=1)


@dataclass(frozen=True, slots=True)
class CallFile:
    """A call as its folder holds it.

    ``criteria`` is the file that the call names, or ``None`` where the version in force on the
    day of the announcement applies. Each table is ``None`` while there is none; ``history``,
    ``rulings``, ``partners`` and ``project_lgds`` also where the call runs under no programme, which alone reads them.
    ``localities`` are the numbers of inhabitants. ``events`` are the days on which things happened,
    ``announcement`` tells where the announcement states what it must, ``letterhead`` is the folder of
    the LGD's own paper, from the folder of the call, ``protest_confirmed`` who confirmed for the office
    what our letters say that a protest must contain; none of them changes what is decided.
    ``warnings`` tell of files that lie in the folder and are not read, though they may be meant.
    """

    call: Call
    yaml: YamlFile
    folder: Path
    criteria: Path | None
    register: Path | None
    cards: Path | None
    history: Path | None = None
    rulings: Path | None = None
    partners: Path | None = None
    project_lgds: Path | None = None
    warnings: tuple[Problem, ...] = ()
    localities: Path | None = None
    deliveries: Path | None = None
    events: Events = NOTHING_YET
    announcement: Announcement | None = None
    letterhead: str | None = None
    protest_confirmed: str | None = None

    def needed_register(self) -> Path:
        """Return the register.

        Raises:
            Refused: there is none yet.
        """
        if self.register is None:
            write = f"zapisz rejestr jako {REGISTERS[0]} (także .csv lub .json)"
            what = "w folderze naboru nie ma rejestru wniosków"
            if like := like_register(self.folder, [self.cards]):
                what += f", a jest tu podobny plik: {like}"
            raise refused(self.folder, what, write)
        return self.register


def read_call(folder: Path) -> CallFile:
    """Read the folder of a call.

    Raises:
        Refused: with everything that is wrong in ``call.yaml``, or because there is none.
    """
    if not (folder / CALL).is_file():
        what = f"w folderze nie ma pliku {CALL}" if folder.is_dir() else "nie ma takiego folderu"
        like = like_call(folder) if folder.is_dir() else None
        if like is not None:
            what = f"nie ma pliku {CALL}, a jest tu podobny plik: {like}"
            raise refused(folder, what, f"zmień nazwę na {CALL}")
        raise refused(folder, what, f"podaj folder naboru, w którym leży {CALL}")
    yaml = read_yaml(folder / CALL)
    problems: list[Problem] = []
    pin = _gathered(lambda: _pin(yaml), problems)
    written = _gathered(lambda: read_model(yaml, _CallYaml), problems)
    if written is None:
        raise Refused(problems)
    call = Call(**{name: getattr(written, name) for name in Call.model_fields})
    problems += [*call_problems(call, yaml), *event_problems(call, written.events, yaml)]
    named = {key: getattr(written, "register_" if key == "register" else key) for key in USUAL}
    tables = {key: _beside(folder, yaml, key, named[key], problems) for key in USUAL}
    if call.programme is None:
        problems += _read_by_nobody({key: tables.pop(key) for key in DOSSIER}, folder)
    criteria = None if pin is None else _pinned(folder, yaml, pin, problems)
    warnings = tuple(refuse_if_errors([*problems, *stray_problems(folder, tables)]))
    return CallFile(
        call,
        yaml,
        folder,
        criteria,
        **tables,
        warnings=warnings,
        events=written.events,
        announcement=written.announcement,
        letterhead=written.letterhead,
        protest_confirmed=written.protest_confirmed,
    )


def _read_by_nobody(tables: Mapping[str, Path | None], folder: Path) -> Iterator[Problem]:
    """Warn of tables that only the rules of a programme read, in a call under none."""
    for file in tables.values():
        if file is not None:
            what = f"nikt nie czyta pliku {file.name}, bo nabór nie ma klucza „programme”"
            write = "dopisz programme: {edition: …} albo usuń ten plik"
            yield Problem(str(folder), what, write, level="warning")


def _gathered(read: Callable[[], Found], problems: list[Problem]) -> Found | None:
    """Read one thing; where it is refused keep the problems, so that the next is read too."""
    try:
        return read()
    except Refused as refusal:
        problems += refusal.problems
        return None


def _pin(yaml: YamlFile) -> CriteriaPin | None:
    """Read which criteria the call names; ``None`` where they apply by date, or are not said."""
    written = yaml.value.get("criteria") if isinstance(yaml.value, dict) else None
    if written is None or written == BY_DATE:
        return None
    if isinstance(written, dict):
        return read_model(yaml, CriteriaPin, written, ("criteria",))
    write = "wpisz by_date albo {file: ścieżka od folderu naboru}"
    raise Refused([yaml.problem(("criteria",), f"„{written}” nie wskazuje kryteriów", write)])


def _beside(
    folder: Path, yaml: YamlFile, key: str, named: str | None, problems: list[Problem]
) -> Path | None:
    """Find a file of the call: the one that is named, or the only one with a usual name."""
    if named is not None:
        if not (folder / named).is_file():
            what = f"nie ma pliku „{named}”, na który wskazuje „{key}”"
            problems.append(yaml.problem((key,), what, "popraw nazwę albo usuń ten klucz"))
        return folder / named
    found = [folder / name for name in USUAL[key] if (folder / name).exists()]
    if len(found) > 1:
        names = ", ".join(one.name for one in found)
        write = f"zostaw jeden albo wskaż go w call.yaml, np. {key}: {found[0].name}"
        problems.append(Problem(str(folder), f"są tu dwa pliki tego samego: {names}", write))
    return found[0] if found else None


def _pinned(folder: Path, yaml: YamlFile, pin: CriteriaPin, problems: list[Problem]) -> Path:
    """Find the criteria that the call names, and compare their hash."""
    path = folder / pin.file
    if not path.is_file():
        what = f"nie ma pliku kryteriów „{pin.file}”"
        write = "popraw ścieżkę (liczy się od folderu naboru)"
        problems.append(yaml.problem(("criteria", "file"), what, write))
        return path
    if pin.sha256 is None:
        return path
    where = ("criteria", "sha256")
    if not _SHA256.fullmatch(pin.sha256):
        write = "wpisz 64 znaki, które podaje sha256sum"
        problems.append(yaml.problem(where, "to nie jest skrót SHA-256", write))
    elif (found := hashlib.sha256(path.read_bytes()).hexdigest()) != pin.sha256:
        what = "plik kryteriów jest inny niż ten, który wskazano w naborze"
        write = f"przywróć tamtą wersję; jeśli zmiana jest zamierzona, wpisz sha256: {found}"
        problems.append(yaml.problem(where, what, write))
    return path


def bound_call(call_file: CallFile, catalogue: Catalogue) -> Call:
    """Bind the conditions of the call to the facts they read.

    Raises:
        Refused: a condition reads a fact that no catalogue has, or compares it wrongly.
    """
    call, flaws = call_file.call.bound(catalogue)
    problem = call_file.yaml.problem
    refuse_if_errors(
        problem(one.path, one.what, one.write.replace(*_WHOSE_FACTS), one.level) for one in flaws
    )
    return call
