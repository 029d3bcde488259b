"""The difference in a few sentences: who crossed which line, how much money moves, who did not move."""

from collections.abc import Iterator

from scoring import polish
from scoring.answer import VERDICT_NAMES
from scoring.difference.backtest import Backtest, Separation
from scoring.difference.moved import Difference


def counted(found: Difference) -> str:
    """Count those that moved, those that did not, and those that only one decision has."""
    if not (found.moved or found.only_before or found.only_after):
        count = polish.plural(len(found.unchanged), "wniosek", "wnioski", "wniosków")
        return f"Żaden wynik się nie zmienił ({count})."
    moved = polish.plural(len(found.moved), "wniosku", "wnioskach", "wnioskach")
    same = polish.plural(len(found.unchanged), "wniosek", "wnioski", "wniosków")
    outcomes = sum(one.was.outcome is not one.now.outcome for one in found.moved)
    said = f"Coś zmieniło się w {moved}, w tym wynik w {outcomes}; bez zmian: {same}."
    for some, where in (
        (found.only_before, "jest tylko przed zmianą"),
        (found.only_after, "jest tylko po zmianie"),
    ):
        if some:
            numbers = ", ".join(one.application.number for one in some)
            count = polish.plural(len(some), "wniosek", "wnioski", "wniosków")
            said += f" {count} {where}: {numbers}."
    return said


def crossings(found: Difference) -> Iterator[tuple[str, str]]:
    """Name who crossed the minimum or the line of the limit, and who gains or loses the aid."""
    questions = (
        ("Osiągnęły minimum", "rose_to_minimum"),
        ("Spadły poniżej minimum", "fell_below_minimum"),
        ("Weszły do limitu", "entered_limit"),
        ("Wypadły z limitu", "left_limit"),
        ("Zyskują pomoc", "funded"),
        ("Tracą pomoc", "unfunded"),
    )
    for name, what in questions:
        if some := [one.number for one in found.moved if getattr(one, what)]:
            yield name, ", ".join(some)
    for was, now in found.of_call:
        before, after = VERDICT_NAMES[was.verdict], VERDICT_NAMES[now.verdict]
        yield "Zasada dla całego naboru", f"{now.name}: przedtem {before}, teraz {after}"
    undecided = ", ".join(one.application.number for one in found.unsettled)
    if undecided:
        yield "Nierozstrzygnięte po zmianie", undecided


def money(found: Difference) -> str:
    """Say how much is granted before and after, and how much of it goes elsewhere."""
    before, after = polish.money(found.before.granted), polish.money(found.after.granted)
    change = polish.money_change(found.granted_change)
    said = f"W limicie było {before}, jest {after} ({change})."
    sums = (("wzrosły", found.given), ("zmalały", found.taken))
    moves = [f"{how} razem o {polish.money(amount)}" for how, amount in sums if amount]
    if moves:
        said += f" Kwoty {', '.join(moves)}."
    if found.unsettled:
        said += " Wnioski nierozstrzygnięte nie mają ustalonej kwoty."
    return said


def sum_of(found: Backtest) -> str:
    """Say in one sentence what proposed criteria would have done in all calls together."""
    before, after = found.granted
    count = polish.plural(len(found.calls), "nabór", "nabory", "naborów")
    return (
        f"{count}: operacji z pomocą było {found.funded[0]}, byłoby {found.funded[1]}; w limicie "
        f"było {polish.money(before)}, byłoby {polish.money(after)} "
        f"({polish.money_change(after - before)}); gdzie indziej trafiłoby "
        f"{polish.money(found.given)}."
    )


def left_out(found: Backtest) -> str:
    """Say how many calls were not asked about, and why; nothing where all were."""
    said = ", ".join(f"{why} – {count}" for why, count in found.others)
    return f"Pominięto nabory: {said}." if said else ""


def remark(one: Separation) -> str:
    """Say what has to be seen of a criterion: it never separates, or nobody knows in some calls."""
    said = []
    if one.never:
        said.append("nie rozróżnia wniosków w żadnym naborze")
    if one.unknown:
        calls = polish.plural(one.unknown, "naborze", "naborach", "naborach")
        said.append(f"w {calls} brakuje punktów części wniosków")
    return "; ".join(said)
