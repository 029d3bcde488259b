"""Rules L1-L5 of the programme text: each answers with a Polish sentence and what it read."""

from scoring import polish
from scoring.answer import UNKNOWN, Finding, Verdict, found_of, yes_no
from scoring.rule_ids import RULES, runs
from scoring.running_costs.given import RunningCosts
from scoring.running_costs.posts import counted, missing_of, posts_for
from scoring.running_costs.readings import POSTS_SOURCE, PROGRAMME, REFERENCE_DAY

SOURCES = {
    "L1": f"{PROGRAMME}: beneficjenci, warunki kwalifikowalności",
    "L2": f"{PROGRAMME}: koszty kwalifikowalne („Nie określa się”)",
    "L3": f"{PROGRAMME}: warunki kwalifikowalności",
    "L4": f"{PROGRAMME}: kryteria wyboru („Nie ustala się”)",
    "L5": f"{PROGRAMME}: kwoty ryczałtowe; {POSTS_SOURCE}",
}
"""Where each rule stands."""

Read = tuple[tuple[str, str], ...]


def answers_of(given: RunningCosts) -> tuple[Finding, ...]:
    """Ask rules L1 to L5, in the order of the catalogue."""
    asked = (selected, costs_not_listed, no_other_support, no_criteria, size_of_area)
    return tuple(rule(given) for rule in asked)


@runs("L1")
def selected(given: RunningCosts) -> Finding:
    """L1: the applicant is an LGD whose LSR was selected for funding from the programme."""
    lsr = given.lsr
    read = (("LSR wybrana", yes_no(lsr.selected)), ("źródło", lsr.source or UNKNOWN))
    if lsr.selected is None:
        said = "Nie wiadomo, czy LSR wybrano do realizacji i finansowania."
        return _answer("L1", "unknown", said, read, ("decyzja o wyborze LSR",))
    if lsr.selected:
        said = (
            f"LSR wybrano do realizacji i finansowania ze środków Programu; źródło: {lsr.source}."
        )
        return _answer("L1", "met", said, read)
    said = (
        f"LSR nie wybrano do realizacji i finansowania ze środków Programu; źródło: {lsr.source}."
    )
    return _answer("L1", "not_met", said, read)


@runs("L2")
def costs_not_listed(given: RunningCosts) -> Finding:
    """L2: eligible costs are not listed, so none is refused for standing on no list."""
    categories, refused = given.costs.categories, given.costs.refused_as_unlisted
    read = (
        ("kategorie kosztów", ", ".join(categories) or "nie podano"),
        ("odrzucone, bo spoza wykazu", _listed(refused)),
    )
    if refused is None:
        said = "Nie wiadomo, czy jakiś koszt odrzucono dlatego, że nie stoi w wykazie."
        return _answer("L2", "unknown", said, read, ("koszty odrzucone jako spoza wykazu",))
    if refused:
        said = (
            f"Odrzucono jako koszty spoza wykazu: {', '.join(refused)}. Program wykazu nie "
            "określa, więc samo to nie może być powodem."
        )
        return _answer("L2", "not_met", said, read)
    said = (
        "Program nie określa wykazu kosztów kwalifikowalnych: każda kategoria kosztów jest "
        "dopuszczalna i żadnej nie odrzucono jako spoza wykazu."
    )
    return _answer("L2", "met", said, read)


@runs("L3")
def no_other_support(given: RunningCosts) -> Finding:
    """L3: the support is not joined with that of another programme of the ESI funds."""
    other = given.other_support
    read = (
        ("wsparcie z innego programu EFSI", yes_no(other.granted)),
        ("program", other.programme or ("–" if other.granted is False else UNKNOWN)),
        ("źródło", other.source or UNKNOWN),
    )
    if other.granted is None:
        said = "Nie wiadomo, czy LGD ma wsparcie kosztów bieżących z innego programu EFSI."
        missing = ("wsparcie kosztów bieżących i aktywizacji z innych programów EFSI",)
        return _answer("L3", "unknown", said, read, missing)
    if other.granted:
        programme = f" „{other.programme}”" if other.programme else ""
        said = (
            f"LGD ma wsparcie kosztów bieżących i aktywizacji z innego programu EFSI{programme}, a "
            f"nie można go łączyć ze wsparciem z PROW; źródło: {other.source}."
        )
        return _answer("L3", "not_met", said, read)
    said = f"LGD nie ma wsparcia kosztów bieżących z innego programu EFSI; źródło: {other.source}."
    return _answer("L3", "met", said, read)


@runs("L4")
def no_criteria(given: RunningCosts) -> Finding:
    """L4: there are no selection criteria."""
    criteria = given.selection_criteria
    read = (("kryteria wyboru", _listed(criteria)),)
    if criteria is None:
        said = "Nie wiadomo, czy stosuje się kryteria wyboru."
        return _answer("L4", "unknown", said, read, ("kryteria wyboru (albo ich brak)",))
    if criteria:
        said = f"Zastosowano kryteria wyboru: {', '.join(criteria)}. Program ich nie ustala."
        return _answer("L4", "not_met", said, read)
    return _answer("L4", "met", "Kryteriów wyboru nie ma, tak jak w Programie.", read)


@runs("L5")
def size_of_area(given: RunningCosts) -> Finding:
    """L5: lump sums heed the size of the area: posts by the inhabitants who count (§12)."""
    area, filled = given.area, given.posts_filled
    people = counted(area)
    read = (
        ("mieszkańcy, którzy się liczą", UNKNOWN if people is None else polish.number(people)),
        ("stan na", UNKNOWN if area.state_on is None else polish.day(area.state_on)),
        ("EFRROW funduszem wiodącym", yes_no(given.lsr.eafrd_leads)),
        ("obsadzone etaty", UNKNOWN if filled is None else polish.number(filled)),
    )
    missing = missing_of(area)
    if missing or people is None or area.state_on != REFERENCE_DAY:
        said = "Nie wiadomo, ilu mieszkańców obszaru LSR się liczy na 31.12.2013."
        return _answer("L5", "unknown", said, read, missing)
    return _posts(given, people, read)


def _posts(given: RunningCosts, people: int, read: Read) -> Finding:
    """Compare the posts filled with every number that the source may mean."""
    filled, leads = given.posts_filled, given.lsr.eafrd_leads
    needed = posts_for(people, eafrd_leads=leads)
    count = polish.plural(people, "mieszkaniec", "mieszkańcy", "mieszkańców")
    area = f"Na obszarze LSR liczy się {count}"
    if not needed:
        said = f"{area}, a źródło podaje etaty tylko od 30 000 do 150 000 mieszkańców."
        missing = ("liczba etatów dla takiego obszaru (pełny tekst § 12)",)
        return _answer("L5", "unknown", said, read, missing)
    last = polish.plural(needed[-1], "etat", "etaty", "etatów")
    asked = " albo ".join([*map(str, needed[:-1]), last])
    if filled is None:
        said = f"{area}, co daje {asked}; nie wiadomo, ile obsadzono."
        return _answer("L5", "unknown", said, read, ("obsadzone etaty",))
    said = f"{area}, co daje {asked}; obsadzono {polish.number(filled)}."
    if filled >= needed[-1]:
        return _answer("L5", "met", said, read)
    if filled < needed[0]:
        return _answer("L5", "not_met", said, read)
    open_questions = ["czy EFRROW jest funduszem wiodącym LSR"] if leads is None else []
    if len(posts_for(people, eafrd_leads=True)) > 1:
        open_questions.append("do którego przedziału należy tylu mieszkańców (pełny tekst § 12)")
    return _answer("L5", "unknown", said, read, tuple(open_questions))


def _listed(names: tuple[str, ...] | None) -> str:
    return UNKNOWN if names is None else ", ".join(names) or "brak"


def _answer(
    rule: str, verdict: Verdict, sentence: str, read: Read, missing: tuple[str, ...] = ()
) -> Finding:
    return found_of(rule, RULES[rule], verdict, sentence, SOURCES[rule], read=read, wanted=missing)
