"""What must hold of a call as a whole: a grant project, an own operation, cooperation criteria."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from fractions import Fraction

from scoring.answer import Answer, Finding, met, not_met, unknown
from scoring.application import Application
from scoring.numbers import Points, exact
from scoring.programme.operation import Operation, Surroundings
from scoring.rule_ids import runs
from scoring.ruleset import Ruleset

Selected = Sequence[tuple[Application, int]]
"""Those selected within the limit, each with the amount granted in grosze."""

COOPERATION_PERCENT = 60
"""The share of the points that a cooperation project must reach (Dz.U. 2015 poz. 1839 § 6)."""

COOPERATION_PREMIUMS = ("innovation", "jobs", "international")


def findings_of_call(
    around: Surroundings, ruleset: Ruleset, selected: Selected, undecided: int = 0
) -> tuple[Finding, ...]:
    """Return the findings about the call as a whole, by its procedure.

    ``undecided`` counts the operations that may yet be selected: what they could turn is unknown.
    """
    match around.procedure:
        case "grants":
            return tuple(_of_grant_project(around, selected, undecided))
        case "own_operation":
            return tuple(_of_own_operation(around))
        case "cooperation":
            rules = {"K6": minimum_of_cooperation, "K7": premiums_of_cooperation}
            binding = around.programme.rules
            return tuple(ask(around, ruleset) for key, ask in rules.items() if key in binding)
        case _:
            return ()


def _of_grant_project(
    around: Surroundings, selected: Selected, undecided: int
) -> Iterator[Finding]:
    if around.has("least_number_of_grants"):
        figure = around.figure("least_number_of_grants")
        said = "Wybrane granty: {count:liczba}, wymaga się co najmniej {least:liczba}."
        count = len(selected)
        values = {"count": count, "least": figure.value}
        enough = count >= figure.value
        answer = met(said, **values) if enough else _while_open(not_met, undecided, said, values)
        yield Finding("grants_count", "Liczba grantów", figure.source, answer)
    if around.has("greatest_grant_project"):
        most, whole = around.grosze("greatest_grant_project"), sum(amount for _, amount in selected)
        said = "Suma grantów {whole:zł}, dopuszcza się najwyżej {most:zł}."
        values = {"whole": whole, "most": most}
        within = whole <= most
        answer = _while_open(met, undecided, said, values) if within else not_met(said, **values)
        source = around.figure("greatest_grant_project").source
        yield Finding("grants_sum", "Kwota projektu grantowego", source, answer)
    if "A4" in around.programme.rules and around.has("public_share_of_grants"):
        yield share_of_public_units(around, selected, undecided)


def _while_open(
    answer: Callable[..., Answer], undecided: int, said: str, values: Mapping[str, object]
) -> Answer:
    """Give an answer that operations which are not decided yet may turn only once there are none."""
    if not undecided:
        return answer(said, **values)
    return unknown(f"{said} Nierozstrzygnięte wnioski: {{open:liczba}}.", open=undecided, **values)


@runs("A4")
def share_of_public_units(around: Surroundings, selected: Selected, undecided: int = 0) -> Finding:
    """Grants that public units carry out alone are at most 20 % of the grants selected (A4).

    A grant that a formalised group carries out together with the unit that applied for it does not
    count as the unit's own.
    """
    figure = around.figure("public_share_of_grants")
    whole = sum(amount for _, amount in selected)
    alone = sum(amount for one, amount in selected if _public_alone(Operation(one, around)))
    within = 100 * alone <= figure.value * whole
    share = Fraction(100 * alone, whole) if whole else Fraction(0)
    said = (
        "Granty realizowane samodzielnie przez jednostki sektora finansów publicznych: {alone:zł} "
        "z {whole:zł}, czyli {share:%}; dopuszcza się {most:%}."
    )
    values = {"alone": alone, "whole": whole, "share": share, "most": figure.value}
    answer = _while_open(met if within else not_met, undecided, said, values)
    name = "Udział jednostek sektora finansów publicznych"
    return Finding("A4", name, figure.source, answer)


def _public_alone(operation: Operation) -> bool:
    return bool(operation.is_public) and operation.fact("applies_for_group") is None


def _of_own_operation(around: Surroundings) -> Iterator[Finding]:
    """PROW: others have 30 days to come forward; since 2023 they apply in the call's own term."""
    own = around.of_call.own_operation
    if not around.has("days_for_others"):
        return
    figure = around.figure("days_for_others")
    name = "Brak innych chętnych do realizacji operacji własnej"
    if own is None:
        answer = unknown("Brak informacji o operacji własnej (programme: own_operation).")
    else:
        until = own.published_on + timedelta(days=int(figure.value))
        said = "Informację podano {on:dnia}; inni mogli zgłosić zamiar realizacji do {until:dnia}"
        if own.others_came_forward is None:
            open_said = f"{said}; nie wiadomo, czy ktoś się zgłosił."
            answer = unknown(open_said, on=own.published_on, until=until)
        elif own.others_came_forward:
            answer = not_met(f"{said}; zgłoszono taki zamiar.", on=own.published_on, until=until)
        elif around.call.opens_at.date() <= until:
            answer = not_met(
                f"{said}, a operację przyjęto wcześniej.", on=own.published_on, until=until
            )
        else:
            answer = met(f"{said}; nikt się nie zgłosił.", on=own.published_on, until=until)
    yield Finding("others", name, figure.source, answer)


@runs("K6")
def least_points(around: Surroundings | None, minimum: Points, maximum: Points) -> Points:
    """Return the minimum, raised to 60 % of the points where the call is for cooperation (K6).

    Criteria that ask for less bind nobody to select a project below it.
    """
    if around is None or around.procedure != "cooperation" or "K6" not in around.programme.rules:
        return minimum
    return exact(max(Fraction(minimum), Fraction(maximum) * COOPERATION_PERCENT / 100))


@runs("K6")
def minimum_of_cooperation(around: Surroundings, ruleset: Ruleset) -> Finding:
    """The minimum of the criteria is at least 60 % of the points that can be had (K6)."""
    highest = ruleset.highest
    required = ruleset.minimum.required(highest)
    least = Fraction(highest) * COOPERATION_PERCENT / 100
    if required is None:
        answer = unknown("Kryteria nie podają minimum.")
    else:
        said = "Minimum {required:pkt} z {highest:pkt}; wymaga się co najmniej {percent:%}."
        within = Fraction(required) >= least
        answer = (met if within else not_met)(
            said, required=required, highest=highest, percent=Fraction(COOPERATION_PERCENT)
        )
    return Finding("K6", "Minimum 60 % punktów", around.programme.rules["K6"], answer)


@runs("K7")
def premiums_of_cooperation(around: Surroundings, ruleset: Ruleset) -> Finding:
    """The criteria reward innovation, jobs, and international projects (K7)."""
    served = {premium for one in (*ruleset.criteria, *ruleset.simple()) for premium in one.serves}
    names = {
        "innovation": "innowacyjność",
        "jobs": "miejsca pracy",
        "international": "współpraca międzynarodowa",
    }
    absent = [names[one] for one in COOPERATION_PREMIUMS if one not in served]
    if absent:
        answer = not_met("Kryteria nie premiują: {absent}.", absent=", ".join(absent))
    else:
        answer = met("Kryteria premiują innowacyjność, miejsca pracy i współpracę międzynarodową.")
    return Finding("K7", "Premie w kryteriach współpracy", around.programme.rules["K7"], answer)
