"""What an operation must be (rules E1 to E8, A10, A11)."""

from scoring.answer import Answer, lacking, met, not_applicable, not_met, open_while
from scoring.points.missing import Missing
from scoring.programme.of_call import OperationKind
from scoring.programme.operation import Operation
from scoring.programme.rule import rule
from scoring.rule_ids import RULES
from scoring.ruling import BY_NAMES

_NEVER_ECONOMIC = ("training", "promotion")
_ECONOMIC_UNLESS_FREE: tuple[OperationKind, ...] = ("infrastructure", "heritage", "incubator")


def ruled(operation: Operation, number: str) -> Answer:
    """Answer as a person found; while nobody has, what there is to find is missing."""
    ruling = operation.application.rulings.get(number)
    if ruling is None:
        return open_while(Missing("ruling", f"{number}, {RULES[number]}"))
    answer = met if ruling.met else not_met
    said = "Ustalenie ({who}): {found}. Uzasadnienie: {why}"
    found = "warunek spełniony" if ruling.met else "warunek niespełniony"
    return answer(said, who=BY_NAMES[ruling.by], found=found, why=ruling.justification)


@rule("E1", "Doświadczenie, potencjał, kwalifikacje lub działalność", judged=True)
def fit_to_do_it(operation: Operation) -> Answer:
    """The applicant shows experience, or potential, or qualifications, or a matching activity."""
    return ruled(operation, "E1")


@rule(
    "E2",
    "Uzasadnienie ekonomiczne operacji",
    "operation_kind",
    "non_commercial",
    "cultivates_heritage",
    only={"non_commercial": _ECONOMIC_UNLESS_FREE, "cultivates_heritage": ("heritage",)},
    judged=True,
)
def economically_justified(operation: Operation) -> Answer:
    """Economically justified, except what is free or non-commercial, training, and promotion.

    Infrastructure for local producers (an incubator), public infrastructure and heritage sites are
    excepted where they are free or non-commercial; cultivating local heritage always is.
    """
    kind, free = operation.kind, operation.says("non_commercial")
    cultivates = kind == "heritage" and operation.says("cultivates_heritage")
    if kind is None:
        return lacking("operation_kind")
    if kind in _NEVER_ECONOMIC:
        return not_applicable("operacji szkoleniowej i promocyjnej nie uzasadnia się ekonomicznie.")
    if cultivates:
        return not_applicable("operacja polega na kultywowaniu lokalnego dziedzictwa.")
    if kind in _ECONOMIC_UNLESS_FREE and free:
        return not_applicable("udostępnianie jest nieodpłatne lub niekomercyjne.")
    answer = ruled(operation, "E2")
    if answer.verdict == "met":
        return answer
    exceptions = {"non_commercial": free if kind in _ECONOMIC_UNLESS_FREE else False}
    exceptions |= {"cultivates_heritage": cultivates}
    open_ones = [name for name, holds in exceptions.items() if holds is None]
    return lacking(*open_ones) if open_ones else answer


@rule("E3", "Prawo do nieruchomości przez okres związania celem", "property_right")
def right_to_the_property(operation: Operation) -> Answer:
    """The applicant owns the property, or has a documented right to it for the commitment period."""
    right = operation.fact("property_right")
    if right is None:
        return lacking("property_right")
    if right == "no_property":
        return not_applicable("operacja nie jest związana z nieruchomością.")
    if right == "none":
        return not_met("Wnioskodawca nie ma udokumentowanego prawa do nieruchomości.")
    return met("Wnioskodawca ma prawo do nieruchomości.")


@rule("E4", "Partnerzy sieci", "network_partners", "excluded_network", kinds=("network",))
def partners_of_a_network(operation: Operation) -> Answer:
    """A network has at least 2 partners who aim at short chains, local markets or tourism services.

    Not for groups of producers, operational groups, or preparatory support of LGDs.
    """
    count, excluded = operation.number("network_partners"), operation.says("excluded_network")
    if excluded:
        return not_met(
            "Operacja tworzy grupę producentów lub grupę operacyjną albo jest wsparciem "
            "przygotowawczym LGD."
        )
    absent = [
        name
        for name, value in (("network_partners", count), ("excluded_network", excluded))
        if value is None
    ]
    if count is None or absent:
        return lacking(*absent)
    least = operation.around.figure("partners_of_network").value
    answer = met if count >= least else not_met
    said = "Partnerów o właściwym profilu: {count:liczba}, wymaga się co najmniej {least:liczba}."
    return answer(said, count=count, least=least)


@rule(
    "E6",
    "Miejsce pracy przy rozwijaniu działalności",
    "requested",
    "jobs_created",
    kinds=("develop_business",),
)
def job_of_a_growing_business(operation: Operation) -> Answer:
    """Developing a business with aid above 25 000 zł needs at least one new job."""
    asked, limit = operation.grosze("requested"), operation.around.grosze("aid_without_job")
    if asked is None:
        return lacking("requested")
    if asked <= limit:
        return not_applicable(
            "kwota {asked:zł} nie przekracza {limit:zł}.", asked=asked, limit=limit
        )
    jobs = operation.number("jobs_created")
    if jobs is None:
        return lacking("jobs_created")
    said = (
        "Kwota {asked:zł} przekracza {limit:zł}; nowych miejsc pracy: {jobs:liczba}, wymaga się 1."
    )
    return (met if jobs >= 1 else not_met)(said, asked=asked, limit=limit, jobs=jobs)


@rule(
    "E7", "Miejsce pracy przy podejmowaniu działalności", "jobs_created", kinds=("start_business",)
)
def job_of_a_new_business(operation: Operation) -> Answer:
    """Starting a business always needs at least one new job; self-employment counts."""
    jobs, least = operation.number("jobs_created"), operation.around.figure("jobs_of_start").value
    if jobs is None:
        return lacking("jobs_created")
    said = (
        "Nowych miejsc pracy (także samozatrudnienie): {jobs:liczba}, wymaga się co najmniej "
        "{least:liczba}."
    )
    return (met if jobs >= least else not_met)(said, jobs=jobs, least=least)


@rule(
    "E8", "Bez potrzeb partykularnych, imprez cyklicznych i promocji przedsiębiorców", judged=True
)
def nothing_excluded(operation: Operation) -> Answer:
    """Nothing that serves particular needs, cyclical events, or promotion of entrepreneurs.

    The event that starts a cycle, or one specific to the LSR and justified there, is no exclusion.
    """
    return ruled(operation, "E8")


@rule("A10", "Całkowita wartość operacji", "total_cost")
def least_value(operation: Operation) -> Answer:
    """An operation outside grant projects is worth at least 50 000 zł in all."""
    if operation.around.procedure == "grants":
        return not_applicable("w projekcie grantowym obowiązuje górna granica wartości grantu.")
    if operation.around.procedure == "cooperation":
        return not_applicable("wartość projektu współpracy określa osobna reguła.")
    total, least = (
        operation.grosze("total_cost"),
        operation.around.grosze("least_value_of_operation"),
    )
    if total is None:
        return lacking("total_cost")
    said = "Wartość operacji {total:zł}, wymaga się co najmniej {least:zł}."
    return (met if total >= least else not_met)(said, total=total, least=least)


@rule("A11", "Wartość grantu", "total_cost", "requested")
def value_of_a_grant(operation: Operation) -> Answer:
    """A grant is worth at most 50 000 zł in all; the grant itself is at least 5 000 zł."""
    if operation.around.procedure != "grants":
        return not_applicable("nie jest to projekt grantowy.")
    total, asked = operation.grosze("total_cost"), operation.grosze("requested")
    most = operation.around.grosze("greatest_value_of_grant")
    said = "Wartość zadania {total:zł}, dopuszcza się najwyżej {most:zł}."
    if total is not None and total > most:
        return not_met(said, total=total, most=most)
    absent = [
        name for name, value in (("total_cost", total), ("requested", asked)) if value is None
    ]
    if total is None or asked is None:
        return lacking(*absent)
    if operation.around.has("least_grant") and asked < operation.around.grosze("least_grant"):
        least = operation.around.grosze("least_grant")
        return not_met("Grant {asked:zł} jest niższy niż {least:zł}.", asked=asked, least=least)
    return met(said, total=total, most=most)
