"""The call for completion, a letter to the applicant, as plain data."""

from scoring.call import Call
from scoring.completion import asked_of_applicant
from scoring.decision import Assessment, Decision
from scoring.value import Value
from templates.base.act import ACT, PUBLISHED
from templates.base.entry import received
from templates.base.frame import Frame, frame
from templates.base.gap import Lacking, lacking
from templates.base.signature import LETTER

TITLE = "Wezwanie do uzupełnień"
REQUEST = "Prośba o uzupełnienie wniosku"
TITLES = {"2015": REQUEST, "2019": TITLE, "2023": TITLE}
"""By regime: before 2019 the act has no such call, so the office only asks."""

NO_BASIS = (
    f"Ustawa w brzmieniu, któremu podlega ten nabór ({PUBLISHED['2015']}), nie zna wezwania "
    "do uzupełnień; pismo jest prośbą biura LGD i nie powołuje podstawy prawnej."
)
"""What a letter says under the first wording of the act."""


class View(Value):
    """Everything in the letter. ``basis`` is the sentence that calls, ``proof`` who has to prove."""

    frame: Frame
    sender: tuple[str, ...]
    number: str
    addressee: tuple[str, ...]
    subject: str
    opening: str
    asks: str
    missing: tuple[Lacking, ...]
    proof: str | None
    note: str | None
    signatures: tuple[str, ...]


def view(decision: Decision, version: int, one: Assessment) -> View:
    """Return the letter to one applicant; it names nothing that the office must do itself."""
    call, application = decision.call, one.application
    missing = lacking(asked_of_applicant(decision, one), decision.ruleset.catalogue)
    address = application.facts.get("address")
    return View(
        frame=frame(decision, version, TITLES[call.regime], moves=False),
        sender=tuple(line for line in (call.lgd.name, call.lgd.seat) if line),
        number=application.number,
        addressee=(application.applicant, *(() if address is None else (str(address),))),
        subject=(
            f"wniosek nr {application.number} „{application.title}”, złożony {received(one)} "
            f"w naborze nr {call.number}"
        ),
        opening=(
            "dziękujemy za złożenie wniosku. W trakcie jego oceny stwierdziliśmy, że brakuje "
            "informacji lub dokumentów, bez których nie możemy jej dokończyć."
        ),
        asks=_asks(call),
        missing=missing,
        proof=_proof(call),
        note=NO_BASIS if call.regime == "2015" else None,
        signatures=LETTER,
    )


def _asks(call: Call) -> str:
    """Call by the act where it knows a call; ask where it does not."""
    if call.regime == "2015":
        return "Prosimy o przesłanie informacji i dokumentów wymienionych w tabeli."
    return (
        f"Na podstawie art. 21 ust. 1a {ACT} ({PUBLISHED[call.regime]}) wzywamy do złożenia "
        "wyjaśnień lub dokumentów wymienionych w tabeli."
    )


def _proof(call: Call) -> str | None:
    """Say who has to prove, where the act says it (art. 21 sec. 1c)."""
    if call.regime == "2015":
        return None
    return (
        "Zgodnie z art. 21 ust. 1c tej ustawy ciężar udowodnienia okoliczności, na które powołują "
        "się Państwo we wniosku, spoczywa na wnioskodawcy."
    )
