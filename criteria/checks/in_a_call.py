"""Whether a call may be held under its criteria: competition (S1), consent (S2), and S3 to S5."""

from collections.abc import Iterator

from criteria.checks.premiums import jobs_answer, preferred_answer, small_locality_answer
from scoring import polish
from scoring.answer import Verdict
from scoring.call import Call
from scoring.flaws import Flaw, Level, Path
from scoring.rule_answer import RuleAnswer
from scoring.rule_ids import runs
from scoring.ruleset import STATUS_NAMES, Ruleset


def answers_for_call(call: Call, ruleset: Ruleset) -> tuple[RuleAnswer, ...]:
    """Return the answers of the rules of selection, S1 to S5."""
    return (
        competition_answer(call, ruleset),
        consent_answer(call, ruleset),
        preferred_answer(ruleset),
        jobs_answer(ruleset),
        small_locality_answer(ruleset),
    )


def is_example(call: Call) -> bool:
    """Say whether the call's own notice marks it as an example."""
    return "przykład" in (call.notice or "").casefold()


@runs("S1")
def competition_answer(call: Call, ruleset: Ruleset) -> RuleAnswer:
    """Rule S1: selection is a competition. The call has a term, money, and criteria with a minimum."""
    minimum = ruleset.minimum.required(ruleset.highest)
    level = _level(call)
    if call.programme is not None and call.programme.procedure == "own_operation":
        return RuleAnswer(
            "S1", "not_applicable", "operacji własnej LGD nie wybiera się w konkursie"
        )
    if call.limit.grosze == 0:
        said = "nabór nie ma pieniędzy do rozdzielenia"
        return RuleAnswer("S1", "not_met", said)
    if minimum is None:
        said = "kryteria nie podają minimum punktowego, a ogłoszenie musi je podać"
        write = "uzupełnij minimum w pliku kryteriów (art. 19 ust. 4 ustawy)"
        return RuleAnswer("S1", "unknown", said, (Flaw(("criteria",), said, write, level),))
    if not ruleset.criteria or minimum <= 0:
        said = "minimum punktowe to zero, więc wybór niczego nie rozstrzyga"
        write = "wpisz minimum większe od zera w pliku kryteriów"
        return RuleAnswer("S1", "not_met", said, (Flaw(("criteria",), said, write, level),))
    points, highest = polish.with_points(minimum), polish.with_points(ruleset.highest)
    if minimum > ruleset.highest:
        return RuleAnswer("S1", "not_met", f"minimum {points} jest wyższe niż maksimum {highest}")
    term = f"{polish.moment(call.opens_at)} – {polish.moment(call.closes_at)}"
    said = f"termin {term}, limit {polish.money(call.limit.grosze)}, minimum {points} z {highest}"
    return RuleAnswer("S1", "met", said)


@runs("S2")
def consent_answer(call: Call, ruleset: Ruleset) -> RuleAnswer:
    """Rule S2: criteria stand in the LSR, and the voivodeship consented before the announcement."""
    if ruleset.scope_kind == "cooperation":
        return RuleAnswer("S2", "not_applicable", "kryteria krajowe stoją w rozporządzeniu")
    if ruleset.status != "adopted":
        said = f"kryteria mają status „{STATUS_NAMES[ruleset.status]}”: nikt ich nie przyjął"
        write = "wskaż kryteria przyjęte, za zgodą samorządu województwa (zasada S2)"
        return _consent("not_met", said, write, call)
    consent = None if ruleset.adopted_by is None else ruleset.adopted_by.consent
    if consent is None:
        said = "nie wiadomo, czy samorząd województwa zgodził się na te kryteria"
        write = "dopisz w pliku kryteriów consent: {body: …, date: …} (zasada S2)"
        return _consent("unknown", said, write, call)
    day = polish.day(consent.date)
    if consent.date > call.announced_on:
        said = f"samorząd województwa zgodził się na kryteria {day}, już po ogłoszeniu naboru"
        return _consent("not_met", said, "ogłoś nabór po zgodzie (zasada S2)", call)
    return RuleAnswer("S2", "met", f"zgoda: {consent.body}, {day}")


def _consent(verdict: Verdict, said: str, write: str, call: Call) -> RuleAnswer:
    return RuleAnswer("S2", verdict, said, (Flaw(("criteria",), said, write, _level(call)),))


def _level(call: Call) -> Level:
    """An example may be held under criteria that no real call could be held under."""
    return "warning" if is_example(call) else "error"


def frozen_flaws(*, pinned: bool, hashed: bool, frozen: bool) -> Iterator[Flaw]:
    """Tell when nothing keeps the criteria of the call as they are from the announcement on.

    ``pinned``: the call names a file; ``hashed``: with its hash; ``frozen``: the version is
    listed as having decided something.
    """
    where: Path = ("criteria",)
    if pinned and not hashed:
        what = "kryteria wskazano bez skrótu, więc mogą się zmienić po ogłoszeniu"
        yield Flaw(where, what, "dopisz sha256: skrót, który podaje sha256sum", "warning")
    elif not pinned and not frozen:
        what = "kryteria nie są jeszcze zamrożone; zamrozi je pierwsza runda"
        write = "nie zmieniaj ich po ogłoszeniu; zmianę zapisz jako nowy plik z nową datą"
        yield Flaw(where, what, write, "note")
