"""Every template can be seen alone, from the example beside it."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from templates.press import HERE
from templates.printing import example_names, render_example
from tests.templates.test_printing import text_of

NAMES = example_names()


def test_every_template_has_an_example() -> None:
    assert NAMES
    templates = sorted(file.parent.name for file in HERE.glob("*/document.html"))
    assert templates == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_example_is_printed(name: str) -> None:
    text = text_of(PdfReader(BytesIO(render_example(name))))
    assert "strona 1 z " in text
    assert "zmyślone" in text
