"""The statements of impartiality and confidentiality as plain data, a page a member."""

from scoring.call import Call
from scoring.council.member import SECTOR_NAMES, Member
from scoring.council.sitting import HeldSitting
from scoring.council.ties import TIE_NAMES
from scoring.decision import Decision
from scoring.value import Value
from templates.base.entry import NONE
from templates.base.frame import Frame, frame
from templates.base.person import by_alphabet, days_of

TITLE = "Deklaracje bezstronności i poufności"

SIGNED = "Według rejestru Rady ta deklaracja została podpisana."
BLANK = "Deklaracji nie podpisano: do czasu podpisania jej autor nie głosuje nad wyborem operacji."


class Statement(Value):
    """What one member states; ``excluded`` are the operations that he or she does not assess."""

    name: str
    about: tuple[tuple[str, str], ...]
    stated: tuple[str, ...]
    ties: tuple[tuple[str, str], ...]
    excluded: tuple[tuple[str, str], ...]
    signed: bool
    state: str


class View(Value):
    """Everything in the statements."""

    frame: Frame
    statements: tuple[Statement, ...]


def view(decision: Decision, version: int, held: HeldSitting) -> View:
    """Return the statements of all members, by the alphabet; a blank one for who did not sign."""
    members = {one.name: one for one in held.council.members}
    return View(
        frame=frame(decision, version, TITLE, "internal", moves=False),
        statements=tuple(
            _statement(decision.call, held, members[name]) for name in by_alphabet(members)
        ),
    )


def _statement(call: Call, held: HeldSitting, member: Member) -> Statement:
    signed = member.name in held.council.signed
    return Statement(
        name=member.name,
        about=(
            ("Sektor", SECTOR_NAMES[member.sector]),
            ("Reprezentuje", member.body or NONE),
            ("Nabór", f"nr {call.number} „{call.title}”"),
            ("Posiedzenie Rady", f"nr {held.sitting.number}, {days_of(held)}"),
        ),
        stated=(
            (
                "z wnioskodawcami operacji ocenianych w naborze nie łączą mnie powiązania, które mogą "
                "budzić wątpliwości co do mojej bezstronności, poza wymienionymi poniżej;"
            ),
            "nie biorę udziału w ocenie operacji, od której oceny mnie wyłączono;",
            "niezwłocznie zgłoszę każde powiązanie, o którym dowiem się w trakcie oceny;",
            (
                "zachowam w poufności informacje i dokumenty, które poznam w związku z oceną operacji, "
                "i użyję ich wyłącznie do tej oceny."
            ),
        ),
        ties=tuple(
            (TIE_NAMES[one.kind], one.to) for one in held.council.ties if one.member == member.name
        ),
        excluded=tuple(
            (one.application, one.reason)
            for one in held.sitting.exclusions
            if one.member == member.name and one.excluded
        ),
        signed=signed,
        state=SIGNED if signed else BLANK,
    )
