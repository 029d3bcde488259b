"""A call under a programme with its catalogue, for the tables that lie beside the register."""

from criteria.catalogue import standard_catalogue
from criteria.programme import read_programme
from scoring.application import Application
from tests.intake.office import CALL, call

CATALOGUE = standard_catalogue()
PROW = read_programme("prow-2014-2020")
UNDER = "programme: {edition: prow-2014-2020, operation: start_business}\n"
CALL_UNDER = call(CALL + UNDER)

JAN = Application(
    "PD/1/2022", {"applicant": "Jan Kowalski", "title": "Pracownia", "nip": "8567346215"}
)
ANNA = Application(
    "PD/2/2022", {"applicant": "Anna Nowak", "title": "Gabinet", "producer_number": "012345678"}
)
APPLICATIONS = (JAN, ANNA)
