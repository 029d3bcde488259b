"""What a cooperation project must be (sub-measure 19.3, rules K1, K2, K4, K5, K8, K9)."""

from scoring.answer import Answer, lacking, met, not_applicable, not_met, open_while, together
from scoring.cooperation import cooperation_limits
from scoring.points.missing import Missing
from scoring.programme.conditions import ruled
from scoring.programme.operation import Operation
from scoring.programme.rule import rule


@rule("K1", "LGD, których LSR wybrano; zasięg projektu", "lsr_selected", "project_reach")
def lgds_of_selected_strategies(operation: Operation) -> Answer:
    """Applicants are LGDs whose LSR was selected; the project is inter-territorial or international."""
    absent = [name for name in ("lsr_selected", "project_reach") if operation.fact(name) is None]
    if operation.says("lsr_selected") is False:
        return not_met("Nie wszystkie LSR wnioskujących LGD wybrano do finansowania.")
    if absent:
        return lacking(*absent)
    international = operation.fact("project_reach") == "international"
    reach = "międzynarodowy" if international else "międzyterytorialny"
    return met("LSR wszystkich wnioskujących LGD wybrano; projekt jest {reach}.", reach=reach)


@rule("K2", "Koszty z katalogu kosztów projektu współpracy", judged=True)
def costs_of_the_list(operation: Operation) -> Answer:
    """Every cost belongs to the list of the programme or is another cost of carrying it out."""
    return ruled(operation, "K2")


@rule(
    "K4",
    "Zgodność z LSR, wspólne przedsięwzięcie, wskaźniki wszystkich LGD",
    "conforms_to_lsr",
    "joint_undertaking",
    "indicators_of_all",
)
def joint_and_conforming(operation: Operation) -> Answer:
    """It conforms to every LSR, is a joint undertaking, and serves indicators of all the LGDs."""
    names = {
        "conforms_to_lsr": "zgodność z LSR wszystkich LGD",
        "joint_undertaking": "wspólne przedsięwzięcie",
        "indicators_of_all": "wskaźniki LSR wszystkich LGD (mierzalne, określone w czasie, osiągalne)",
    }
    failed = [said for name, said in names.items() if operation.says(name) is False]
    if failed:
        return not_met("Projekt nie spełnia: {what}.", what="; ".join(failed))
    absent = [name for name in names if operation.says(name) is None]
    if absent:
        return lacking(*absent)
    return met("Projekt jest zgodny z LSR wszystkich LGD, wspólny i służy ich wskaźnikom.")


@rule(
    "K5",
    "Projekt przewidziany w LSR albo wskaźniki dodane",
    "foreseen_in_lsr",
    "indicator_base",
    "indicator_target",
    "indicator_at_end",
    "indicators_raised",
)
def foreseen_or_raised(operation: Operation) -> Answer:
    """A project foreseen in the LSR has an indicator with base and target, reached by half at least.

    One that is not foreseen needs new or raised indicators first; the rest is asked of it alike.
    """
    foreseen = operation.says("foreseen_in_lsr")
    if foreseen is None:
        return lacking("foreseen_in_lsr")
    if not foreseen:
        raised = operation.says("indicators_raised")
        if raised is None:
            return lacking("indicators_raised")
        if not raised:
            return not_met("Projektu nie ma w LSR, a wskaźników nie dodano ani nie podwyższono.")
    return _reached(operation)


def _reached(operation: Operation) -> Answer:
    """Compare what the indicator will be at the end with its way from the base to the target."""
    names = ("indicator_base", "indicator_target", "indicator_at_end")
    base, target, end = (operation.number(name) for name in names)
    if base is None or target is None or end is None:
        return lacking(*(name for name in names if operation.number(name) is None))
    if target == base:
        return not_met(
            "Wartość docelowa wskaźnika równa się wyjściowej ({base:liczba}).", base=base
        )
    share = operation.around.figure("indicator_reached").value
    # Multiplied out, for a division would round; a falling indicator turns both signs.
    enough = abs(target - base) * share <= 100 * (end - base) * (1 if target > base else -1)
    said = (
        "Wskaźnik: wartość wyjściowa {base:liczba}, docelowa {target:liczba}, na koniec realizacji "
        "LSR {end:liczba}; wymaga się co najmniej {share:%} przyrostu."
    )
    return (met if enough else not_met)(said, base=base, target=target, end=end, share=share)


@rule("K9", "Limit pomocy na współpracę każdej LGD")
def limit_of_each_lgd(operation: Operation) -> Answer:
    """The aid for cooperation of every LGD of the project stays within its limit."""
    lgds = operation.application.lgds
    if not lgds:
        return open_while(Missing("lgds"))
    found = cooperation_limits(lgds, operation.around.of_call.cooperation_basis)
    missing = tuple(one for each in found for one in each.missing)
    said = " ".join(each.sentence for each in found)
    return Answer(together(each.verdict for each in found), said, missing)


@rule("K8", "Wartość projektu międzyterytorialnego", "project_reach", "total_cost")
def least_cost(operation: Operation) -> Answer:
    """The total planned cost of an inter-territorial project is at least 50 000 zł."""
    reach, total = operation.fact("project_reach"), operation.grosze("total_cost")
    if reach is None:
        return lacking("project_reach")
    if reach == "international":
        return not_applicable("projekt jest międzynarodowy.")
    if total is None:
        return lacking("total_cost")
    least = operation.around.grosze("cooperation_value")
    said = "Koszt projektu {total:zł}, wymaga się co najmniej {least:zł}."
    return (met if total >= least else not_met)(said, total=total, least=least)
