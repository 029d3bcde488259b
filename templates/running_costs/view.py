"""The sheet of 19.4 as plain data: rate, base, tranches, posts, rules, what is unknown."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from scoring import polish
from scoring.answer import UNKNOWN, VERDICT_NAMES, Finding, yes_no
from scoring.rule_ids import RULES
from scoring.running_costs.assess import Assessment
from scoring.running_costs.given import Gmina
from scoring.running_costs.posts import LARGE_TOWN, counted_in
from scoring.running_costs.readings import POSTS_SOURCE, READINGS
from scoring.running_costs.tranche import TrancheAccount
from scoring.value import Value
from templates.base.entry import NONE
from templates.base.frame import INFORMATION, Frame, grouped
from templates.base.signature import OFFICE
from templates.running_costs.steps import Step, exact_money, money, next_steps, rate_steps

TITLE = "Koszty bieżące i aktywizacja LGD – stawka, transze, etaty"

SIGNERS = (*OFFICE, "Sprawdził")
"""Who signs the sheet; no source prescribes it."""


class Paid(Value):
    """A tranche that was paid, as the columns of the table."""

    position: str
    day: str
    non_public: str
    public: str
    base: str
    earned: str
    before: str
    due: str
    amount: str
    remark: str


class Living(Value):
    """A gmina of the area: who lives there, and who counts."""

    name: str
    inhabitants: str
    left_out: str
    counted: str
    source: str


class Ruled(Value):
    """A rule and its answer."""

    rule: str
    name: str
    verdict: str
    sentence: str
    read: tuple[str, ...]
    source: str


class View(Value):
    """Everything on the sheet."""

    frame: Frame
    as_of: str
    agreement: str
    figures: tuple[tuple[str, str], ...]
    rate: tuple[Step, ...]
    next_title: str
    next_steps: tuple[Step, ...]
    paid: tuple[Paid, ...]
    paid_sum: str
    nothing_paid: str
    gminas: tuple[Living, ...]
    counted: str
    posts: str
    answers: tuple[Ruled, ...]
    missing: tuple[str, ...]
    readings: tuple[str, ...]
    signers: tuple[str, ...]


def view(assessment: Assessment) -> View:
    """Return the sheet of an LGD's running costs."""
    given, upcoming = assessment.given, assessment.next
    return View(
        frame=_frame(assessment),
        as_of=polish.day(given.as_of),
        agreement=given.agreement.number or UNKNOWN,
        figures=tuple(_figures(assessment)),
        rate=tuple(rate_steps(assessment)),
        next_title=f"Transza {upcoming.position} – obliczenie",
        next_steps=tuple(next_steps(assessment)),
        paid=tuple(_paid(one) for one in assessment.accounts if one.is_paid),
        paid_sum=money(upcoming.before),
        nothing_paid=UNKNOWN if given.tranches is None else "Nie wypłacono jeszcze żadnej transzy.",
        gminas=tuple(map(_living, given.area.gminas)),
        counted=_count(assessment.counted),
        posts=_posts(assessment),
        answers=tuple(map(_ruled, assessment.answers)),
        missing=assessment.missing,
        readings=READINGS,
        signers=SIGNERS,
    )


def _frame(assessment: Assessment) -> Frame:
    given = assessment.given
    return Frame(
        title=TITLE,
        lgd=given.lgd,
        information=INFORMATION["2015"],
        notices=tuple(_notices(assessment)),
        fingerprint=grouped(assessment.fingerprint),
        dated=given.as_of.isoformat(),
    )


def _notices(assessment: Assessment) -> Iterator[str]:
    if assessment.given.notice is not None:
        yield assessment.given.notice
    broken = [one for one in assessment.answers if one.verdict == "not_met"]
    if broken:
        yield f"Nie wszystkie zasady są spełnione: {', '.join(map(_called, broken))}."
    if assessment.missing:
        yield "Arkusz wstępny: nie wszystko jest znane (wykaz niżej)."


def _called(answer: Finding) -> str:
    return answer.id if answer.id in RULES else answer.name


def _figures(assessment: Assessment) -> Iterator[tuple[str, str]]:
    rate, upcoming = assessment.rate, assessment.next
    yield "Stawka", UNKNOWN if rate is None else polish.percent(Fraction(rate.applied))
    yield "Podstawa", exact_money(upcoming.base)
    yield "Wypłacone transze", money(upcoming.before)
    yield f"Transza {upcoming.position} z obliczenia", money(upcoming.due)
    yield "Wymagane etaty", _number_of_posts(assessment)


def _paid(one: TrancheAccount) -> Paid:
    return Paid(
        position=str(one.position),
        day=_day(one.day),
        non_public=money(one.non_public),
        public=money(one.public),
        base=exact_money(one.base),
        earned=money(one.allowed),
        before=money(one.before),
        due=money(one.due),
        amount=money(one.amount),
        remark=_remark(one),
    )


def _remark(one: TrancheAccount) -> str:
    if one.amount is None or one.due is None:
        return "nie da się porównać"
    if one.over:
        return f"za dużo o {polish.money(one.over)}"
    left = one.due - one.amount
    return f"mniej o {polish.money(left)}" if left else "zgodna"


def _living(gmina: Gmina) -> Living:
    towns = gmina.towns or ()
    large = [one for one in towns if one.inhabitants is None or one.inhabitants > LARGE_TOWN]
    left_out = "; ".join(f"{one.name}: {_count(one.inhabitants)}" for one in large)
    asked = gmina.towns is None and counted_in(gmina) is None and gmina.inhabitants is not None
    return Living(
        name=gmina.name,
        inhabitants=_count(gmina.inhabitants),
        left_out=left_out or (UNKNOWN if asked else NONE),
        counted=_count(counted_in(gmina)),
        source=gmina.source or NONE,
    )


def _posts(assessment: Assessment) -> str:
    filled = assessment.given.posts_filled
    said = UNKNOWN if filled is None else polish.number(filled)
    return (
        f"Mieszkańcy: {_state(assessment.given.area.state_on)} Wymagane etaty: "
        f"{_number_of_posts(assessment)}; obsadzone: {said}. EFRROW funduszem wiodącym: "
        f"{yes_no(assessment.given.lsr.eafrd_leads)}. Podstawa: {POSTS_SOURCE}."
    )


def _number_of_posts(assessment: Assessment) -> str:
    return " albo ".join(map(str, assessment.posts)) or UNKNOWN


def _ruled(answer: Finding) -> Ruled:
    return Ruled(
        rule=answer.id if answer.id in RULES else NONE,
        name=polish.capital(answer.name),
        verdict=VERDICT_NAMES[answer.verdict],
        sentence=answer.sentence,
        read=tuple(f"{name}: {value}" for name, value in answer.read),
        source=answer.source,
    )


def _count(people: int | None) -> str:
    return UNKNOWN if people is None else polish.number(people)


def _state(day: date | None) -> str:
    return "nie wiadomo, na jaki dzień." if day is None else f"stan na {polish.day(day)}"


def _day(day: date | None) -> str:
    return UNKNOWN if day is None else polish.day(day)
