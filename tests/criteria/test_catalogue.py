import re

from criteria.catalogue import standard_catalogue
from criteria.places import FACTS
from scoring.facts import FactType

REGISTER = [
    "submitted_at",
    "attachments",
    "producer_number",
    "nip",
    "regon",
    "pesel",
    "applicant",
    "applicant_kind",
    "address",
    "gmina",
    "locality",
    "locality_population",
    "title",
    "scope",
    "goal",
    "indicator",
    "indicator_value",
    "total_cost",
    "eligible_cost",
    "requested",
    "own_contribution",
    "withdrawn",
    "accepts_partial",
    "conforms_to_lsr",
    "meets_conditions",
]


def test_the_catalogue_has_every_column_of_a_register():
    assert [fact for fact in REGISTER if fact not in standard_catalogue()] == []


def test_every_fact_has_a_polish_heading():
    assert [fact.id for fact in standard_catalogue().values() if not fact.columns] == []


def test_what_identifies_a_person_is_personal():
    personal = [fact.id for fact in standard_catalogue().values() if fact.personal]

    assert personal == [
        "producer_number",
        "nip",
        "regon",
        "pesel",
        "address",
        "in_disadvantaged_group",
        "woman_returning_after_childcare",
        "farmer_insurance",
    ]


def test_a_register_must_have_what_every_decision_needs():
    required = [fact.id for fact in standard_catalogue().values() if fact.required]

    assert required == ["submitted_at", "applicant", "title", "total_cost", "requested"]


def test_every_choice_has_polish_names():
    choices = [one for one in standard_catalogue().values() if one.type is FactType.CHOICE]

    assert choices
    assert all(name.strip() for one in choices for name in one.options.values())


def test_the_file_has_no_fact_twice():
    ids = re.findall(r"^  - id: (\w+)$", FACTS.read_text(encoding="utf-8"), re.MULTILINE)

    assert len(ids) == len(standard_catalogue())
