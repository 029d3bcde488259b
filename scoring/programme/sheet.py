"""Which rules an operation is asked, in the order of the sheet of preliminary assessment."""

from scoring.programme import applicant, conditions, cooperation, history
from scoring.programme.edition import Programme
from scoring.programme.of_call import CallProgramme, Procedure
from scoring.programme.rule import ProgrammeRule
from scoring.rule_ids import runs

APPLICANT = (
    applicant.natural_person,
    applicant.legal_person,
    applicant.unit_without_personality,
    applicant.grantee,
    applicant.business_person,
    applicant.processor,
    applicant.the_lgd_itself,
)
OPERATION = (
    conditions.fit_to_do_it,
    conditions.economically_justified,
    conditions.right_to_the_property,
    conditions.partners_of_a_network,
    conditions.job_of_a_growing_business,
    conditions.job_of_a_new_business,
    conditions.nothing_excluded,
    conditions.least_value,
    conditions.value_of_a_grant,
)
EARLIER_AID = (
    history.started_once,
    history.two_years_since_the_start,
    history.no_investment_in_processing,
    history.incubator_or_processing,
    history.de_minimis,
)
COOPERATION = (
    applicant.the_lgd_itself,
    cooperation.lgds_of_selected_strategies,
    cooperation.costs_of_the_list,
    cooperation.joint_and_conforming,
    cooperation.foreseen_or_raised,
    cooperation.least_cost,
    cooperation.limit_of_each_lgd,
)


@runs("E5")
def rules_of_procedure(procedure: Procedure) -> tuple[ProgrammeRule, ...]:
    """Return the rules that a procedure asks; a grant must meet all that an operation must (E5)."""
    if procedure == "cooperation":
        return COOPERATION
    return (*APPLICANT, *OPERATION, *EARLIER_AID)


def rules_of_call(of_call: CallProgramme, programme: Programme) -> tuple[ProgrammeRule, ...]:
    """Return the rules that the operations of a call are asked: those that its edition has."""
    asked = rules_of_procedure(of_call.procedure)
    return tuple(one for one in asked if one.number in programme.rules)
