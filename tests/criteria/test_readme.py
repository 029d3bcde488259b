"""Every example of the handbook for writing criteria is a real one."""

import re
from pathlib import Path

import pytest

from criteria.check import check
from criteria.places import SETS, hash_of
from criteria.read import read_ruleset
from reading.yaml_file import parse_yaml
from tests.criteria.writing import EXAMPLE, write

README = SETS.parent / "README.md"
EXAMPLES = re.findall(r"```yaml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
SOURCES = "0" * 64
"""What stands in the handbook for the hash of a common part."""


def whole_file(example: str, folder: Path) -> Path:
    """Make a file of an example: it is one, or criteria, or some keys of one."""
    value = parse_yaml(example, "README.md").value
    if isinstance(value, list):
        return write(folder / "kryteria.yaml", example)
    if "format" in value:
        place = f"{value['lgd']}/{value['scope']}/{value['in_force_from']}.yaml"
        file = folder / place
        file.parent.mkdir(parents=True)
        file.write_text(example, encoding="utf-8")
        return file
    if "builds_on" in value:
        common = next(one for one in EXAMPLES if "scope: common" in one)
        example = example.replace(SOURCES, hash_of(whole_file(common, folder)))
    file = write(folder / "przyklad/zakres/kryteria.yaml", EXAMPLE, minimum=None, still_tied=None)
    text = file.read_text(encoding="utf-8") + example
    if "minimum" not in value:
        text += "minimum: {points: 1}\n"
    file = file.with_name("2030-01-01.yaml")
    file.write_text(text, encoding="utf-8")
    return file


def test_there_are_examples():
    assert len(EXAMPLES) > 15


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_has_no_error(example: str, tmp_path: Path):
    file = whole_file(example, tmp_path)

    assert [str(one) for one in check([file]) if one.level == "error"] == []
    if "scope: common" not in example:
        read_ruleset(file)


def test_the_handbook_explains_every_kind_and_every_key_of_a_file():
    text = README.read_text(encoding="utf-8")
    kinds = [
        "yes_no",
        "bands",
        "choice",
        "parts",
        "per_unit",
        "ratio",
        "lookup",
        "relative",
        "judged",
    ]
    keys = [
        "format",
        "lgd",
        "scope",
        "scope_kind",
        "title",
        "in_force_from",
        "status",
        "adopted_by",
        "consent",
        "maximum",
        "minimum",
        "percent",
        "raise_to_step",
        "unknown",
        "ties",
        "still_tied",
        "gaps",
        "facts",
        "builds_on",
        "sha256",
        "criteria",
        "id",
        "name",
        "description",
        "kind",
        "source",
        "evidence",
        "serves",
        "weight",
        "applies_to",
        "when_not_applicable",
        "when",
        "gap",
        "fact",
        "condition",
        "points",
        "otherwise",
        "from",
        "above",
        "to",
        "below",
        "is",
        "one_of",
        "means",
        "combine",
        "cap",
        "each",
        "of",
        "minus",
        "if_zero",
        "by",
        "rows",
        "table",
        "highest_points",
        "for",
        "per",
        "best",
        "worst_points",
        "all_equal",
        "round_to",
        "scale",
        "range",
        "at_least",
        "at_most",
        "all",
        "any",
        "not",
        "type",
        "options",
        "unit",
        "columns",
        "personal",
        "required",
    ]

    assert [kind for kind in kinds if f"### `{kind}`" not in text] == []
    assert [key for key in keys if not re.search(rf"`{key}[`:]|\b{key}: ", text)] == []
