"""Who may apply (rules B1 to B7)."""

from scoring.answer import Answer, lacking, met, not_applicable, not_met
from scoring.facts import FactValue
from scoring.programme.of_call import BUSINESS
from scoring.programme.operation import Operation
from scoring.programme.rule import rule


@rule("B1", "Wnioskodawca będący osobą fizyczną", "applicant_kind")
def natural_person(operation: Operation) -> Answer:
    """Natural persons may apply in a competition and for grants."""
    kind = operation.fact("applicant_kind")
    if kind is None:
        return lacking("applicant_kind")
    if kind != "natural_person":
        return not_applicable("wnioskodawca nie jest osobą fizyczną.")
    if operation.around.procedure in ("own_operation", "cooperation"):
        return not_met("W tym naborze wnioskodawcą może być tylko LGD, a jest nim osoba fizyczna.")
    return met("Wnioskodawca jest osobą fizyczną.")


@rule("B2", "Wnioskodawca będący osobą prawną", "applicant_kind")
def legal_person(operation: Operation) -> Answer:
    """Legal persons may apply, local government units too, but not voivodeships."""
    kind = operation.fact("applicant_kind")
    if kind is None:
        return lacking("applicant_kind")
    if kind == "voivodeship":
        return not_met("Samorząd województwa nie może być beneficjentem.")
    if kind not in ("legal_person", "public_unit", "lgd"):
        return not_applicable("wnioskodawca nie jest osobą prawną.")
    return met("Wnioskodawca jest osobą prawną i nie jest województwem.")


@rule("B3", "Jednostka organizacyjna bez osobowości prawnej", "applicant_kind", "legal_capacity")
def unit_without_personality(operation: Operation) -> Answer:
    """A unit without legal personality may apply where an act gives it legal capacity."""
    kind = operation.fact("applicant_kind")
    if kind is None:
        return lacking("applicant_kind")
    if kind != "unit_without_personality":
        return not_applicable("wnioskodawca nie jest taką jednostką.")
    capable = operation.says("legal_capacity")
    if capable is None:
        return lacking("legal_capacity")
    if not capable:
        return not_met("Żadna ustawa nie przyznaje jednostce zdolności prawnej.")
    return met("Ustawa przyznaje jednostce zdolność prawną.")


@rule(
    "B4",
    "Grantobiorca",
    "applicant_kind",
    "runs_business",
    "declares_business",
    of_grants=("runs_business", "declares_business"),
)
def grantee(operation: Operation) -> Answer:
    """Formalised groups apply for grants only; who runs or declares a business never does."""
    kind = operation.fact("applicant_kind")
    if operation.around.procedure != "grants":
        if kind is None:
            return lacking("applicant_kind")
        if kind == "formal_group":
            return not_met(
                "Sformalizowana grupa bez osobowości prawnej może być tylko grantobiorcą."
            )
        return not_applicable("nie jest to projekt grantowy.")
    runs, declares = operation.says("runs_business"), operation.says("declares_business")
    if runs or declares:
        deed = "prowadzi działalność gospodarczą"
        what = deed if runs else "deklaruje podjęcie działalności gospodarczej"
        return not_met("Grantobiorca {what}.", what=what)
    answers = {"applicant_kind": kind, "runs_business": runs, "declares_business": declares}
    absent = [name for name, answer in answers.items() if answer is None]
    if absent:
        return lacking(*absent)
    return met(
        "Grantobiorca nie prowadzi działalności gospodarczej ani nie deklaruje jej podjęcia."
    )


@rule(
    "B5",
    "Uprawnienie do pomocy na działalność pozarolniczą",
    "applicant_kind",
    "runs_business",
    "declares_business",
    "farmer_insurance",
    "enterprise_size",
    kinds=BUSINESS,
)
def business_person(operation: Operation) -> Answer:
    """Partly insured farmers who run a business, entrepreneurs, and the uninsured who declare one.

    Always as a micro or small enterprise. A fully insured farmer is let in by rule B6 alone: it
    says „also”, so that nobody else is freed of what is asked here.
    """
    size, kind = operation.fact("enterprise_size"), operation.fact("applicant_kind")
    if size is not None and size not in ("micro", "small"):
        return not_met("Przedsiębiorstwo nie jest mikro ani małe.")
    if kind is None:
        return lacking("applicant_kind")
    # Only a natural person is insured as a farmer.
    insured = operation.fact("farmer_insurance") if kind == "natural_person" else "none"
    if insured is None:
        return lacking("farmer_insurance")
    answer = (
        _fully_insured(operation) if insured == "full" else _runs_or_declares(operation, insured)
    )
    return lacking("enterprise_size") if answer.verdict == "met" and size is None else answer


def _fully_insured(operation: Operation) -> Answer:
    """Answer for a fully insured farmer: by what the operation does (rule B6)."""
    agricultural = _agricultural(operation)
    if agricultural is None:
        return lacking(*(name for name in _AGRICULTURAL if operation.says(name) is None))
    if agricultural:
        return met("Operacja dotyczy produktów rolnych: stosuje się regułę B6.")
    return not_met(
        "Wnioskodawca jest w pełnym zakresie ubezpieczony w KRUS, a operacja nie dotyczy "
        "przetwórstwa ani sprzedaży produktów rolnych."
    )


def _runs_or_declares(operation: Operation, insured: FactValue) -> Answer:
    """Answer for whoever is insured as a farmer in part or not at all."""
    runs = operation.says("runs_business")
    if runs is None:
        return lacking("runs_business")
    if runs:
        return met("Wnioskodawca prowadzi działalność gospodarczą.")
    if insured == "partial":
        return not_met(
            "Rolnik ubezpieczony w niepełnym zakresie nie prowadzi działalności pozarolniczej."
        )
    declares = operation.says("declares_business")
    if declares is None:
        return lacking("declares_business")
    if not declares:
        return not_met("Wnioskodawca nie prowadzi działalności i nie deklaruje jej podjęcia.")
    return met("Wnioskodawca nie jest ubezpieczony w KRUS i deklaruje podjęcie działalności.")


_AGRICULTURAL = ("processes_agricultural_products", "sells_agricultural_products")


def _agricultural(operation: Operation) -> bool | None:
    """Say whether the operation processes or sells agricultural products."""
    both = [operation.says(name) for name in _AGRICULTURAL]
    if True in both:
        return True
    return None if None in both else False


@rule(
    "B6",
    "Przetwórstwo lub sprzedaż produktów rolnych",
    *_AGRICULTURAL,
    "farmer_insurance",
    kinds=BUSINESS,
)
def processor(operation: Operation) -> Answer:
    """In processing or sale of agricultural products fully insured farmers may apply too."""
    agricultural = _agricultural(operation)
    if agricultural is None:
        return lacking(*(name for name in _AGRICULTURAL if operation.says(name) is None))
    if agricultural:
        return met(
            "Przetwórstwo lub sprzedaż produktów rolnych: także dla ubezpieczonych w KRUS w pełni."
        )
    insured = operation.fact("farmer_insurance")
    if insured == "full":
        return not_met(
            "Wnioskodawca jest w pełni ubezpieczony w KRUS, a operacja nie dotyczy produktów rolnych."
        )
    return not_applicable("operacja nie dotyczy przetwórstwa ani sprzedaży produktów rolnych.")


@rule("B7", "LGD jako wnioskodawca", "applicant_kind")
def the_lgd_itself(operation: Operation) -> Answer:
    """The LGD applies only for its own operations, grant projects and cooperation projects."""
    kind = operation.fact("applicant_kind")
    if kind is None:
        return lacking("applicant_kind")
    of_lgd = operation.around.procedure in ("own_operation", "cooperation")
    if kind == "lgd" and operation.around.procedure == "grants":
        return not_met("W projekcie grantowym LGD jest beneficjentem, a nie grantobiorcą.")
    if kind == "lgd" and not of_lgd:
        return not_met("LGD może być beneficjentem tylko operacji własnej lub projektu grantowego.")
    if kind != "lgd" and of_lgd:
        return not_met("W operacji własnej i w projekcie współpracy wnioskodawcą jest LGD.")
    if kind != "lgd":
        return not_applicable("wnioskodawcą nie jest LGD.")
    return met("LGD występuje w roli, którą Program dla niej przewiduje.")
