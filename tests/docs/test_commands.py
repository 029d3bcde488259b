"""The commands of the README and of the handbook print what the documents say they print."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.console import Command, commands_of

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "docs" / "podrecznik.md"]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A working folder as a user has it, with copies of what the commands read."""
    folder = tmp_path / "biuro"
    for name in ("examples", "criteria"):
        ignored = shutil.ignore_patterns("wyniki", "*.sqlite*", "__pycache__", "*.py")
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    return folder


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_every_command_of_the_document_prints_what_it_says(document, office, prefect_server):
    commands = commands_of(document)
    assert commands, f"{document.name} has no console blocks"
    for command in commands:
        printed = run(command, office, prefect_server)
        assert command.pattern.fullmatch(printed), (
            f"{document.name}:{command.line}: $ {command.words}\n{printed}"
        )


def run(command: Command, office: Path, server: str) -> str:
    """Run one command as a clerk would; return all that it printed."""
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PREFECT_API_URL": server,
        "COLUMNS": "100",
        "NO_COLOR": "1",
        "TERM": "dumb",
    }
    environment.pop("NABOR_DATABASE", None)
    done = subprocess.run(
        ["bash", "-c", command.words],
        cwd=office,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())
