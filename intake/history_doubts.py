"""Where earlier aid may be an applicant's and may not: told, so that the office says whose it is."""

from collections.abc import Iterator, Sequence

from intake.entries import Entries, Entry
from reading.problems import Problem
from scoring.application import Application
from scoring.earlier_aid import EarlierAid, Histories
from scoring.party import Party, like_names

Rows = Sequence[tuple[Entry, EarlierAid]]


def doubts(table: Entries, rows: Rows, applications: Sequence[Application]) -> Iterator[Problem]:
    """Tell of findings that contradict each other, and of aid of which it is open whose it is."""
    kept = [one for one in applications if not one.withdrawn]
    histories = Histories([aid for _, aid in rows])
    doubtful: dict[str, list[str]] = {}
    unlike: dict[str, list[str]] = {}
    for one in kept:
        for party in one.parties:
            history = histories.of(party, one.number, one.parties)
            for aid in history.doubtful:
                doubtful.setdefault(aid.place, []).append(one.number)
            for aid in history.certain:
                named = one.number in aid.same
                if not named and not like_names(aid.beneficiary.name, party.name):
                    unlike.setdefault(aid.place, []).append(one.number)
    by_number = {one.number: one for one in applications}
    for entry, aid in rows:
        if two := _two_applicants([by_number[number] for number in sorted(aid.same)]):
            what = f"pomoc ma być i wniosku {two[0]}, i wniosku {two[1]}, a to różni wnioskodawcy"
            write = f"zostaw w „{_heading(table, 'same')}” jeden z nich"
            yield table.sheet.problem(entry.row, None, what, write)
        if found := doubtful.get(aid.place):
            yield _doubt(table, entry, aid, found)
        if found := unlike.get(aid.place):
            what = (
                f"ta pomoc ({aid.beneficiary.name}) ma numer wnioskodawcy {_of(found)}, a inną "
                "nazwę; przyjęto, że to jego pomoc"
            )
            write = f"jeśli nie, wpisz {_listed(found)} w „{_heading(table, 'other')}”"
            yield table.sheet.problem(entry.row, None, what, write, "warning")


def _doubt(table: Entries, entry: Entry, aid: EarlierAid, numbers: list[str]) -> Problem:
    """Tell of one row that may be of these applications."""
    who = aid.beneficiary.name
    what = f"nie wiadomo, czy tę pomoc ({who}) dostał wnioskodawca {_of(numbers)}"
    write = (
        f"sprawdź i wpisz {_listed(numbers)} w „{_heading(table, 'same')}” "
        f"albo w „{_heading(table, 'other')}”"
    )
    return table.sheet.problem(entry.row, None, what, write, "warning")


def _two_applicants(applications: Sequence[Application]) -> tuple[str, str] | None:
    """Name two applications that one beneficiary cannot have submitted both."""
    for place, one in enumerate(applications):
        for other in applications[place + 1 :]:
            if not any(_alike(mine, theirs) for mine in one.parties for theirs in other.parties):
                return one.number, other.number
    return None


def _alike(one: Party, other: Party) -> bool:
    """Say whether two parties may be one: a party without any number may be anybody."""
    return not (one.marks and other.marks) or one.is_surely(other) or one.may_be(other)


def _of(numbers: Sequence[str]) -> str:
    some = list(dict.fromkeys(numbers))
    return f"z wniosku {some[0]}" if len(some) == 1 else f"z wniosków {', '.join(some)}"


def _listed(numbers: Sequence[str]) -> str:
    return "; ".join(dict.fromkeys(numbers))


def _heading(table: Entries, name: str) -> str:
    """Return the heading of the column, also where the list has none yet."""
    usual = {"same": "Dotyczy wniosków", "other": "Nie dotyczy wniosków"}
    return table.columns[name][1] if name in table.columns else usual[name]
