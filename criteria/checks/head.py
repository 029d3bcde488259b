"""Whether the file says rightly who adopted it, and lies where its keys say."""

from collections.abc import Iterator
from pathlib import Path

from criteria.checks.each import gap_flaw
from criteria.files import Head, ScopeFile
from criteria.places import FOLDER, day_of
from scoring.flaws import Flaw


def flaws_of_head(head: Head, path: Path) -> Iterator[Flaw]:
    """Tell what is wrong above the criteria of a file that lies at ``path``."""
    for key, value in (("lgd", head.lgd), ("scope", head.scope)):
        if not FOLDER.fullmatch(value):
            what = f"„{value}” nie nadaje się na nazwę folderu"
            yield Flaw((key,), what, "wpisz małe litery bez polskich znaków, cyfry i myślniki")
    if not head.title.strip():
        yield Flaw(("title",), "tytuł jest pusty", "wpisz pełną nazwę zestawu kryteriów")
    yield from _place_flaws(head, path)
    yield from _adoption_flaws(head)
    for position, gap in enumerate(head.gaps):
        yield gap_flaw(("gaps", position), gap)


def _place_flaws(head: Head, path: Path) -> Iterator[Flaw]:
    """A file named by a day is in force; it must lie in the folders of its LGD and scope."""
    folders = path.resolve().parent.parts[-2:]
    should = f"{head.lgd}/{head.scope}/{head.in_force_from}.yaml"
    if day_of(path) is None:
        if folders == (head.lgd, head.scope):
            what = f"plik nazywa się „{path.name}”, a powinien jak dzień z in_force_from"
            yield Flaw(("in_force_from",), what, f"nazwij go {should}")
    elif day_of(path) != head.in_force_from:
        what = f"in_force_from to {head.in_force_from}, a plik nazywa się „{path.name}”"
        yield Flaw(("in_force_from",), what, f"popraw dzień albo nazwij plik {should}")
    elif folders != (head.lgd, head.scope):
        what = f"plik leży w „{'/'.join(folders)}”, a jego klucze mówią co innego"
        yield Flaw(("lgd",), what, f"przenieś go do {should} albo popraw lgd i scope")


def _adoption_flaws(head: Head) -> Iterator[Flaw]:
    """Criteria and their changes need the consent of the voivodeship (rule S2)."""
    adoption = head.adopted_by
    if head.status != "adopted":
        if adoption is not None:
            what = f"zestaw ma status „{head.status}”, a podaje, kto go przyjął"
            yield Flaw(("adopted_by",), what, "usuń adopted_by albo wpisz status: adopted")
        return
    national = isinstance(head, ScopeFile) and head.scope_kind == "cooperation"
    if adoption is None:
        what = "przyjęte kryteria nie mówią, jakim aktem je przyjęto"
        yield Flaw(("status",), what, "dopisz adopted_by: {title: …, href: …}")
    elif adoption.consent is None and not national:
        what = "nie podano zgody samorządu województwa na te kryteria (zasada S2)"
        write = "dopisz consent: {body: Zarząd Województwa …, date: …}"
        yield Flaw(("adopted_by",), what, write, "warning")
