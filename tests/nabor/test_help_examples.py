"""The example lines of every command's help: each names a call that is there, and an application of it."""

import re
import shlex
from importlib import import_module
from pathlib import Path

import pytest

from nabor.door import COMMANDS
from rounds.open_call import open_call
from tests.nabor.conftest import ROOT

CASE_NUMBER = re.compile(r"[A-Z]+(/[A-Z0-9]+)+")


def example_of(command: str) -> list[str]:
    """The words of the example in the help of a command."""
    run = import_module(f"nabor.commands.{command.replace('-', '_')}").run
    lines = run.__doc__.partition("Przykład:")[2].partition("\n\n")[0]
    return shlex.split(lines)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_example_of_a_command_names_what_is_there(command: str):
    program, name, *words = example_of(command)
    assert (program, name) == ("nabor", command)
    named = [ROOT / one for one in words if one.startswith(("examples/", "criteria"))]
    assert [one for one in named if not one.exists()] == []
    for number in filter(CASE_NUMBER.fullmatch, words):
        folder: Path = named[0]
        applications = open_call(folder).register.applications
        assert number in {one.number for one in applications}
