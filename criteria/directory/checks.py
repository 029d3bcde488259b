"""What must hold in the files of the directory beyond the form of their values."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from criteria.directory.entry import Announcement, DirectoryFile, Entry
from criteria.places import FOLDER
from scoring.area import gmina_of
from scoring.flaws import Flaw

_WEB = ("https://", "http://")


def head_flaws(head: DirectoryFile) -> Iterator[Flaw]:
    """Tell of a file that holds nothing."""
    if not head.entries and not head.announcements:
        write = "dopisz entries: … albo announcements: …"
        yield Flaw((), "plik katalogu nie ma żadnego wpisu", write)


def entry_flaws(entry: Entry, earlier: Mapping[str, tuple[str, Entry]]) -> Iterator[Flaw]:
    """Tell what is wrong in one entry, given those that stand before it, by id."""
    if not FOLDER.fullmatch(entry.id):
        what = f"„{entry.id}” nie nadaje się na nazwę wpisu"
        yield Flaw(("id",), what, "wpisz małe litery bez polskich znaków, cyfry i myślniki")
    if entry.id in earlier:
        what = f"wpis „{entry.id}” jest już w {earlier[entry.id][0]}"
        yield Flaw(("id",), what, "usuń jeden z nich albo nadaj inny id")
    if not entry.name.strip():
        yield Flaw(("name",), "„name” jest puste", "wpisz pełną nazwę")
    yield from _web_flaws(entry.href)
    if not (entry.source or "").strip():
        what = "nie podano, skąd są te dane"
        yield Flaw((), what, "dopisz source: … we wpisie albo na początku pliku")
    if entry.kind == "lgd":
        yield from _area_flaws(entry)
        yield from _shared_flaws(entry, earlier)
    else:
        yield from _organisation_flaws(entry)


def _organisation_flaws(entry: Entry) -> Iterator[Flaw]:
    if entry.area:
        yield Flaw(("area",), "obszar ma tylko LGD", "usuń „area” albo popraw kind")
    if entry.sector is None:
        what = "nie wiadomo, czy to podmiot publiczny, czy prywatny"
        yield Flaw((), what, "dopisz sector: public albo sector: private")
    if entry.checked_on is None:
        what = "nie wiadomo, kiedy sprawdzono te dane"
        yield Flaw((), what, "dopisz checked_on: dzień sprawdzenia, np. 2030-01-15")


def _area_flaws(entry: Entry) -> Iterator[Flaw]:
    if not entry.area:
        yield Flaw((), "LGD nie ma obszaru", "dopisz area: [gmina, gmina, …]")
    seen: set[tuple[str, str | None]] = set()
    for position, written in enumerate(entry.area):
        gmina = gmina_of(written)
        if not gmina.name:
            yield Flaw(("area", position), "pusty wpis zamiast gminy", "wpisz gminę albo go usuń")
        elif (gmina.name, gmina.kind) in seen:
            what = f"gmina „{written}” stoi dwa razy"
            yield Flaw(("area", position), what, "zostaw jeden wpis")
        seen.add((gmina.name, gmina.kind))


def _shared_flaws(entry: Entry, earlier: Mapping[str, tuple[str, Entry]]) -> Iterator[Flaw]:
    """Warn of a gmina that another LGD has too: whose it is must be looked up."""
    for position, written in enumerate(entry.area):
        gmina = gmina_of(written)
        for where, other in earlier.values():
            if other.id != entry.id and any(gmina.may_be(gmina_of(one)) for one in other.area):
                what = f"gminę „{written}” ma już {other.name} ({where})"
                write = "sprawdź w obu LSR, czyja jest, i popraw katalog"
                yield Flaw(("area", position), what, write, "warning")


def announcement_flaws(
    one: Announcement, ids: Sequence[str], earlier: Mapping[tuple[str, ...], str]
) -> Iterator[Flaw]:
    """Tell what is wrong in one announcement, given the ids of the directory."""
    for key in ("title", "source"):
        if not getattr(one, key).strip():
            yield Flaw((key,), f"„{key}” jest puste", "wpisz treść")
    if one.by not in ids:
        near = get_close_matches(one.by, ids, n=1)
        write = f"czy chodziło o „{near[0]}”?" if near else "wpisz id wpisu z katalogu"
        yield Flaw(("by",), f"katalog nie ma wpisu „{one.by}”", write)
    if one.ends_on < one.starts_on:
        yield Flaw(("ends_on",), "koniec jest przed początkiem", "popraw starts_on albo ends_on")
    elif one.ends_on < one.announced_on:
        what = "ogłoszono to po zakończeniu"
        yield Flaw(("announced_on",), what, "popraw announced_on albo ends_on")
    yield from _web_flaws(one.href)
    if one.content in earlier:
        what = f"to samo ogłoszenie jest już w {earlier[one.content]}"
        yield Flaw((), what, "usuń jedno z nich")


def _web_flaws(href: str | None) -> Iterator[Flaw]:
    if href is not None and (not href.startswith(_WEB) or len(href.split()) != 1):
        yield Flaw(("href",), f"„{href}” nie jest adresem strony", "wpisz np. https://example.org")
