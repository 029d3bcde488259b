"""What a protest must contain, by the wording of the act, with what the office knows filled in.

2023: art. 22a-22m of the act. Before it the act sends to art. 54 sec. 2 of the act of 11 July 2014
(Dz.U. 2014 poz. 1146), whose six items stand here, and asks itself in what the applicant disagrees
with the conformity or, since there is such a ground, with the amount. How certain this is: the texts
of both acts were not at hand. The six items agree with the instructions that two LGDs published (one
for a call of 2020), what is asked of conformity and amount with that of a third, of 2022; that it is
art. 22 sec. 4 and 8 of the act nobody confirmed, so letters name art. 22 alone. Therefore an office confirms
this reading in ``call.yaml`` or gives its own text in ``letterhead.yaml``.
"""

from collections.abc import Iterator

from scoring.call import Call
from scoring.decision import Assessment, Outcome
from scoring.voivodeship import board
from templates.base.act import ACT
from templates.notice.result import is_lower

BASIS = (
    "Podstawa: art. 54 ust. 2 ustawy z dnia 11 lipca 2014 r. o zasadach realizacji programów "
    "w zakresie polityki spójności finansowanych w perspektywie finansowej 2014–2020 (Dz.U. z 2014 r. "
    f"poz. 1146, z późn. zm.) w związku z art. 22 {ACT}."
)
"""On what the list rests before 2023."""

CONTESTED: dict[Outcome, str] = {
    Outcome.NOT_ELIGIBLE: (
        "wskazanie, w jakim zakresie wnioskodawca nie zgadza się z negatywną oceną zgodności "
        "operacji z LSR, wraz z uzasadnieniem"
    ),
    Outcome.BELOW_MINIMUM: (
        "wskazanie kryteriów wyboru operacji, z których oceną wnioskodawca się nie zgadza, wraz "
        "z uzasadnieniem"
    ),
}
"""What must be said against a result before 2023; outside the limit as below the minimum."""

LOWER = (
    "wskazanie, w jakim zakresie wnioskodawca nie zgadza się z ustaleniem kwoty wsparcia niższej od "
    "wnioskowanej, wraz z uzasadnieniem"
)


def contents_before_2023(call: Call, one: Assessment) -> tuple[str, ...]:
    """List what a protest must contain under the wordings of 2015 and 2019."""
    return (
        f"oznaczenie instytucji właściwej do rozpatrzenia protestu ({board(call.lgd.region)})",
        f"oznaczenie wnioskodawcy ({one.application.applicant})",
        f"numer wniosku o udzielenie wsparcia ({one.application.number})",
        *_contested(call, one),
        (
            "wskazanie zarzutów o charakterze proceduralnym w zakresie przeprowadzonej oceny, jeżeli "
            "zdaniem wnioskodawcy naruszenia takie miały miejsce, wraz z uzasadnieniem"
        ),
        (
            "podpis wnioskodawcy albo osoby upoważnionej do jego reprezentowania, z załączeniem "
            "oryginału lub kopii dokumentu poświadczającego umocowanie takiej osoby do "
            "reprezentowania wnioskodawcy"
        ),
    )


def _contested(call: Call, one: Assessment) -> Iterator[str]:
    """Tell what must be said against each ground that the letter names."""
    by_criteria = one.outcome is Outcome.SELECTED_OUTSIDE_LIMIT
    outcome = Outcome.BELOW_MINIMUM if by_criteria else one.outcome
    if outcome in CONTESTED:
        yield CONTESTED[outcome]
    if call.regime == "2019" and is_lower(one):
        yield LOWER


def contents_of_2023(call: Call, one: Assessment) -> tuple[str, ...]:
    """List what a protest must contain under the wording of 2023."""
    contested = (
        "wskazanie warunków udzielenia wsparcia lub kryteriów wyboru, z których oceną wnioskodawca "
        "się nie zgadza, wraz z uzasadnieniem, albo wskazanie, w jakim zakresie wnioskodawca nie "
        "zgadza się z ustaloną kwotą wsparcia, wraz z uzasadnieniem"
    )
    charges = (
        "zarzuty o charakterze proceduralnym dotyczące przeprowadzonej oceny, jeżeli zdaniem "
        "wnioskodawcy doszło do naruszeń, wraz z uzasadnieniem"
    )
    signature = (
        "podpis wnioskodawcy albo osoby upoważnionej do jego reprezentowania, z dokumentem "
        "potwierdzającym to umocowanie"
    )
    return (
        f"oznaczenie organu właściwego do rozpatrzenia protestu ({board(call.lgd.region)})",
        f"oznaczenie wnioskodawcy ({one.application.applicant})",
        f"numer wniosku ({one.application.number}) i numer naboru ({call.number})",
        contested,
        charges,
        signature,
    )
