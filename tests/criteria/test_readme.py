"""Every example of the handbook for writing criteria is a real one."""

import re
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from criteria.check import check
from criteria.files import CommonFile, ScopeFile
from criteria.places import SETS, hash_of
from criteria.read import read_ruleset
from reading.yaml_file import parse_yaml
from scoring.facts import Fact
from scoring.points import Criterion
from scoring.points.base import Kind
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


def models_of(*roots: Any) -> set[type[BaseModel]]:
    """Find every model that these are made of, themselves too; conditions hold conditions."""
    found: set[type[BaseModel]] = set()
    waiting = list(roots)
    while waiting:
        one = waiting.pop()
        waiting += get_args(one)
        if isinstance(one, type) and issubclass(one, BaseModel) and one not in found:
            found.add(one)
            waiting += [field.annotation for field in one.model_fields.values()]
    return found


FORMAT = models_of(ScopeFile, CommonFile, Criterion, Fact)
"""Every model that a criteria file is read by."""


def test_the_handbook_explains_every_kind_of_criterion():
    kinds = {
        get_args(one.model_fields["kind"].annotation) for one in FORMAT if issubclass(one, Kind)
    }
    assert len(kinds) > 5
    text = README.read_text(encoding="utf-8")
    assert sorted(kind for (kind,) in kinds if f"### `{kind}`" not in text) == []


def test_the_handbook_explains_every_key_of_a_file():
    keys = {field.alias or key for one in FORMAT for key, field in one.model_fields.items()}
    assert {"criteria", "builds_on", "from", "personal"} <= keys
    text = README.read_text(encoding="utf-8")
    assert sorted(key for key in keys if not re.search(rf"`{key}[`:]|\b{key}: ", text)) == []
