"""The file of a self-review after a protest (autokontrola), and the form that an office fills."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field

from reading.models import read_model
from reading.problems import refuse_if_errors
from reading.yaml_file import YamlFile, read_yaml
from scoring import polish
from scoring.change_flaws import Around, flaws_of_change
from scoring.changes import ReviewCard, ReviewRuling, SelfReview
from scoring.facts import Written
from scoring.points.judged import Judged
from scoring.value import Value


class _ReviewYaml(Value):
    """Everything that the file of a self-review may say; a blank key is not said."""

    lodged_on: date
    received_on: date | None = None
    reviewed_on: date
    contested: tuple[str, ...] = Field(min_length=1)
    reviewers: tuple[str, ...] = Field(min_length=1)
    result: Literal["changed", "forwarded"]
    position: str = Field(min_length=1)
    reason: str = Field(min_length=1)
    author: str = Field(min_length=1)
    basis: str | None = None
    cards: tuple[ReviewCard, ...] = ()
    facts: dict[str, Written] = {}
    rulings: dict[str, ReviewRuling] = {}


def read_review(file: Path, number: str, around: Around) -> SelfReview:
    """Read the self-review of one application, checked against the call.

    Raises:
        Refused: with everything that is wrong in the file, each with its line.
    """
    yaml = read_yaml(file)
    said = read_model(yaml, _ReviewYaml).model_dump()
    on = said.pop("reviewed_on")
    review = SelfReview(application=number, on=on, **said)
    refuse_if_errors(
        yaml.problem(_in_file(one.path, yaml), one.what, one.write)
        for one in flaws_of_change(review, around)
    )
    return review


def _in_file(path: tuple[str | int, ...], yaml: YamlFile) -> tuple[str | int, ...]:
    """Find the key of the file for the key of a change: the day of the change is that of the review."""
    return ("reviewed_on",) if path == ("on",) and ("on",) not in yaml.lines else path


def form_of_review(number: str, around: Around) -> str:
    """Write the form of a self-review: what may be contested, who may review, what is to be filled."""
    return "\n".join(_lines(number, around)) + "\n"


def _lines(number: str, around: Around) -> Iterator[str]:
    application = around.applications[number]
    yield f"# Autokontrola po proteście w sprawie {number} ({application.applicant})."
    yield "# Wypełnij puste miejsca po dwukropkach; wiersze z # na początku to objaśnienia."
    yield "lodged_on:      # dzień wniesienia protestu, np. 2022-06-27"
    yield "received_on:    # dzień wpływu do LGD; puste: ten sam"
    yield "reviewed_on:    # dzień zakończenia autokontroli"
    yield "# Co kwestionuje protest: nazwy z listy niżej, np. [innovation]; kwota pomocy to amount"
    yield "contested: []"
    yield from (f"#   {one.id} – {one.name}" for one in around.ruleset.simple())
    yield from (f"#   {one} – {found.name}" for one, found in sorted(around.conditions.items()))
    yield "#   amount – kwota pomocy"
    yield "# Kto prowadzi autokontrolę; kto pomagał przygotować wniosek, nie może (art. 22d ustawy)"
    barred = around.barred.get(number, {})
    may = sorted((one for one in around.members if one not in barred), key=polish.alphabetical)
    yield "reviewers: []"
    yield from (f"#   {one}" for one in may)
    yield from (f"#   nie może: {one} – {why}" for one, why in sorted(barred.items()))
    yield "result:         # changed: LGD zmienia wynik; forwarded: przekazuje protest do ZW"
    yield 'position: ""    # stanowisko LGD z uzasadnieniem, trafi do pisma'
    yield 'reason: ""      # powód nowej wersji, jednym zdaniem'
    yield 'author: ""      # kto odpowiada za zmianę'
    yield from _cards_and_facts(around)


def _cards_and_facts(around: Around) -> Iterator[str]:
    judged = [one for one in around.ruleset.simple() if isinstance(one, Judged)]
    if judged:
        yield "# Nowe oceny kryteriów z kart, tylko zakwestionowanych; usuń, jeśli nie ma"
        yield "cards: []"
        yield "#  - member: Imię Nazwisko"
        allowed = "; ".join(polish.points(one) for one in judged[0].allowed[:20])
        yield f"#    points: {{{judged[0].id}: …}}    # {allowed}"
        yield f'#    justifications: {{{judged[0].id}: "…"}}'
    yield "# Poprawione informacje z wniosku, od których zależy zakwestionowane kryterium"
    yield "facts: {}       # np. {jobs_created: 2}"
    yield "# Nowe ustalenia co do zakwestionowanych warunków"
    yield 'rulings: {}     # np. {E1: {met: true, justification: "…"}}'
