"""Which terms of the act hold in a call, by its procedure, and why the others are not shown.

An own operation of the LGD is announced in no call, and nobody is sent a notice or may protest
(art. 21(8) of the act). Cooperation projects are chosen by the voivodeship board.
"""

from scoring.call import Call
from scoring.programme.of_call import Procedure
from scoring.terms import GAPS, OF_CALL, OF_CASE, Term

OF_OTHERS = frozenset({"agree", "announce", "calendar", "regulations", "notify"})
"""The terms that bind only where others apply: before the call, and the notices to applicants."""

NOT_SHOWN: dict[Procedure, str] = {
    "own_operation": (
        "Operacji własnej LGD nie ogłasza się naborem, nie wysyła się o niej pism i nie ma od niej "
        "protestu (art. 21 ust. 8 ustawy), dlatego tych terminów nie pokazano. Do kiedy inni mogli "
        "zgłosić zamiar jej realizacji, mówi „nabor explain”."
    ),
    "cooperation": (
        "Projekty współpracy wybiera zarząd województwa, dlatego terminów, które ustawa daje LGD "
        "(art. 19, 21 i 22), nie pokazano; sprawdź terminy w ogłoszeniu zarządu województwa."
    ),
}
"""Why terms of the act are not shown."""


def procedure_of(call: Call) -> Procedure:
    """Return the procedure of a call; one outside any programme is a competition."""
    return "competition" if call.programme is None else call.programme.procedure


def terms_of_call(call: Call) -> tuple[Term, ...]:
    """Return the terms that the call has once."""
    procedure, terms = procedure_of(call), OF_CALL[call.regime]
    if procedure == "cooperation":
        return ()
    if procedure == "own_operation":
        return tuple(one for one in terms if one.id not in OF_OTHERS)
    return terms


def terms_of_case(call: Call) -> tuple[Term, ...]:
    """Return the terms of one delivery and of the protest that follows it; none without protest."""
    return () if procedure_of(call) in NOT_SHOWN else OF_CASE[call.regime]


def remark_of(call: Call) -> str:
    """Say what is not shown, or what the sources leave open of what is."""
    return NOT_SHOWN.get(procedure_of(call)) or GAPS[call.regime]
