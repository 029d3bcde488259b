"""What stands on every page of every document: who, which call, which version, what to heed."""

from datetime import date
from typing import Literal

from scoring import polish
from scoring.call import Call
from scoring.decision import Decision, Outcome
from scoring.ruleset import Ruleset
from scoring.value import Value

Variant = Literal["internal", "public"]
"""For the office and the council with everything, or for the website without personal facts."""

VARIANT_NAMES: dict[Variant, str] = {
    "internal": "egzemplarz wewnętrzny – zawiera dane osobowe",
    "public": "wersja do publikacji",
}

FUND = "Europejski Fundusz Rolny na rzecz Rozwoju Obszarów Wiejskich"

_PROW = f"„{FUND}: Europa inwestująca w obszary wiejskie”"
_PS_WPR = (
    f"{FUND}. Plan Strategiczny dla Wspólnej Polityki Rolnej na lata 2023–2027, "
    "interwencja I.13.1 LEADER/Rozwój Lokalny Kierowany przez Społeczność – "
    "komponent Wdrażanie LSR"
)

INFORMATION = {"2015": _PROW, "2019": _PROW, "2023": _PS_WPR}
"""The information line beside the emblem, by regime.

2015 and 2019: the slogan that the Księga wizualizacji PROW asks for, word for word. 2023: the name
of the intervention as LGDs head their calls with it; no line is known to be prescribed.
"""

STATUS_NOTICES = {
    "model": "Kryteria modelowe – nie zostały przyjęte przez żadną LGD.",
    "proposal": "Kryteria w wersji projektu – nie zostały jeszcze przyjęte.",
}
"""What a document says of criteria that nobody has adopted."""


class Frame(Value):
    """The parts of a page around its content. ``dated`` is the ISO date of the metadata."""

    title: str
    variant: str | None = None
    lgd: str | None = None
    call: str | None = None
    call_title: str | None = None
    information: str
    notices: tuple[str, ...] = ()
    version: str | None = None
    fingerprint: str
    dated: str


def frame(
    decision: Decision,
    version: int | None,
    title: str,
    variant: Variant | None = None,
    *,
    moves: bool = True,
    warnings: tuple[str, ...] = (),
) -> Frame:
    """Return the frame of a document drawn from a decision.

    ``moves``: whether the document may still change while an application is undecided, and so says
    that the list is provisional. ``warnings`` are said after the other notices. ``version`` is
    ``None`` for what is printed of a decision that nobody has kept.
    """
    call = decision.call
    return Frame(
        title=title,
        variant=None if variant is None else VARIANT_NAMES[variant],
        lgd=call.lgd.name,
        call=f"Nabór nr {call.number}",
        call_title=call.title,
        information=INFORMATION[call.regime],
        notices=(*_notices(decision, moves=moves), *warnings),
        version=None if version is None else f"wersja {version}",
        fingerprint=grouped(decision.fingerprint),
        dated=dated(call),
    )


def frame_of_call(call: Call, ruleset: Ruleset | None, title: str, fingerprint: str = "") -> Frame:
    """Return the frame of what the office has before anything is decided, of its own use.

    The fingerprint is that of the criteria, unless another is given: where none can be read it is.
    """
    of_criteria = () if ruleset is None else status_notices(ruleset)
    if ruleset is not None and not fingerprint:
        fingerprint = ruleset.sha256
    return Frame(
        title=title,
        variant=VARIANT_NAMES["internal"],
        lgd=call.lgd.name,
        call=f"Nabór nr {call.number}",
        call_title=call.title,
        information=INFORMATION[call.regime],
        notices=(*of_criteria, *(() if call.notice is None else (call.notice,))),
        fingerprint=grouped(fingerprint),
        dated=dated(call),
    )


def frame_of_criteria(ruleset: Ruleset, title: str) -> Frame:
    """Return the frame of criteria that are printed by themselves, outside any call."""
    return Frame(
        title=title,
        information=FUND,
        notices=status_notices(ruleset),
        fingerprint=grouped(ruleset.sha256),
        dated=ruleset.in_force_from.isoformat(),
    )


def dated(call: Call) -> str:
    """Return the day that the metadata of a call's documents carry: never today's."""
    closed: date = call.closes_at.date()
    return closed.isoformat()


def grouped(fingerprint: str) -> str:
    """Return the first 16 digits of a hash in fours, as people compare them."""
    return " ".join(fingerprint[start : start + 4] for start in range(0, 16, 4))


def status_notices(ruleset: Ruleset) -> tuple[str, ...]:
    """Return the notice of criteria that are a model or a proposal."""
    notice = STATUS_NOTICES.get(ruleset.status)
    return () if notice is None else (notice,)


def _notices(decision: Decision, *, moves: bool) -> list[str]:
    said = list(status_notices(decision.ruleset))
    if decision.call.notice is not None:
        said.append(decision.call.notice)
    undecided = len(decision.of(Outcome.UNDECIDED))
    if undecided and moves:
        count = polish.plural(
            undecided,
            "wniosek nierozstrzygnięty",
            "wnioski nierozstrzygnięte",
            "wniosków nierozstrzygniętych",
        )
        said.append(f"Lista wstępna: {count}.")
    return said
