"""What must hold of a council beyond the form of its values: who may sit, numbers, the call."""

from collections.abc import Iterable, Iterator, Sequence

from intake.amounts import Unreadable
from intake.council_sheets import KRS_LENGTH
from intake.header import normal
from intake.identifiers import digits_of, identifier_of
from intake.people import Known, twice
from reading.problems import Problem
from reading.yaml_file import Path, YamlFile
from scoring.call import Call
from scoring.council.member import Member, why_not
from scoring.council.rules import LARGEST_SHARE, OF_REGULATION, CouncilRules
from scoring.council.ties import Tie

WHO_MAY_SIT = "art. 4 ust. 4–5 ustawy o rozwoju lokalnym z udziałem lokalnej społeczności"


def council_problems(
    members: Sequence[Member],
    ties: Sequence[Tie],
    rules: CouncilRules,
    call: Call,
    yaml: YamlFile,
) -> Iterator[Problem]:
    """Tell everything that does not hold together in the council's file."""
    if not members:
        yield yaml.problem(("members",), "Rada nie ma ani jednego członka", "wpisz członków Rady")
    names = [one.name for one in members]
    said = "członek Rady „{}” jest wpisany dwa razy"
    yield from twice(names, yaml, lambda position: ("members", position, "name"), said)
    for position, member in enumerate(members):
        yield from _member(member, ("members", position), yaml)
    known = Known(names, "nie ma w składzie Rady członka")
    for position, tie in enumerate(ties):
        yield from known.problems(yaml, ("ties", position, "member"), tie.member)
        yield from _numbers(tie.nip, tie.krs, ("ties", position), yaml)
    yield from _rules(rules, call, yaml)
    yield from _agrees(names, call, yaml)


def _member(member: Member, path: Path, yaml: YamlFile) -> Iterator[Problem]:
    """Tell of a member who may not sit, or of whom the file says what cannot be."""
    if not member.name.strip():
        yield yaml.problem((*path, "name"), "członek bez nazwiska", "wpisz imię i nazwisko")
    reason = why_not(member)
    if reason is not None:
        what = f"{member.name} nie może zasiadać w Radzie: {reason} ({WHO_MAY_SIT})"
        yield yaml.problem(path, what, "popraw wpis albo usuń tę osobę ze składu Rady")
    if member.represented in ("organ", "proxy") and member.body is None:
        what = f"{member.name} działa za podmiot, a nie podano za jaki"
        yield yaml.problem((*path, "represented"), what, "dopisz podmiot delegujący (body)")
    if member.since is not None and member.until is not None and member.until < member.since:
        what = f"kadencja: {member.name} kończy się, zanim się zaczyna"
        yield yaml.problem((*path, "until"), what, "popraw daty kadencji")
    yield from _numbers(member.nip, member.krs, path, yaml)


def _numbers(nip: str | None, krs: str | None, path: Path, yaml: YamlFile) -> Iterator[Problem]:
    """Check a NIP by its checksum, and a KRS number, which has none, by its length."""
    for name, number in (("nip", nip), ("krs", krs)):
        if number is None:
            continue
        try:
            digits = digits_of(number)
            if name == "nip":
                identifier_of("nip", digits)
        except Unreadable as wrong:
            yield yaml.problem((*path, name), wrong.what, wrong.write or "popraw numer")
            continue
        if digits != number or (name == "krs" and len(digits) != KRS_LENGTH):
            what = f"numer {name.upper()} „{number}” to nie dziesięć cyfr"
            yield yaml.problem((*path, name), what, "wpisz same cyfry, w cudzysłowie")


def _rules(rules: CouncilRules, call: Call, yaml: YamlFile) -> Iterator[Problem]:
    """Tell of rules that the regulation does not allow, and of those without a paragraph."""
    if rules.groups is not None and rules.groups.percent > LARGEST_SHARE and call.regime != "2023":
        what = f"limit grupy jest wyższy niż 49 % ({OF_REGULATION.source})"
        yield yaml.problem(("rules", "groups", "percent"), what, "wpisz najwyżej 49")
    if rules.exclusion != "operation" and rules.exclusion_source is None:
        what = "wyłączenie sięga dalej niż jedna operacja, a nie podano, skąd ta zasada"
        write = "dopisz exclusion_source: regulamin i paragraf"
        yield yaml.problem(("rules", "exclusion"), what, write, "warning")
    if rules.lot and rules.lot_source is None:
        what = "wolno wyłączać losowo, a nie podano, skąd ta zasada"
        write = "dopisz lot_source: regulamin i paragraf"
        yield yaml.problem(("rules", "lot"), what, write, "warning")


def _agrees(names: Iterable[str], call: Call, yaml: YamlFile) -> Iterator[Problem]:
    """Where the call names members too, they must be the same."""
    mine, theirs = {normal(one): one for one in names}, call.council.members
    if not theirs:
        return
    only_here = [name for key, name in mine.items() if key not in set(map(normal, theirs))]
    only_there = [name for name in theirs if normal(name) not in mine]
    if only_here or only_there:
        said = [f"tylko tutaj: {', '.join(only_here)}"] if only_here else []
        said += [f"tylko w call.yaml: {', '.join(only_there)}"] if only_there else []
        what = f"skład Rady jest inny niż w call.yaml ({'; '.join(said)})"
        write = "usuń „members” z call.yaml: wystarczy skład w tym pliku"
        yield yaml.problem(("members",), what, write)
