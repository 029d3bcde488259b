"""Taking a large register in, checked cell by cell, against openpyxl that only reads its cells."""

import os
import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.rows import Row
from tests.intake.office import row, table, write_xlsx

OURS = """
from tests.intake.registers import read
count = len(read(Path(sys.argv[1])).applications)
"""

THEIRS = """
from openpyxl import load_workbook
sheet = load_workbook(sys.argv[1], read_only=True).active
count = sum(1 for cells in sheet.iter_rows(values_only=True) if cells[1] is not None) - 1
"""

MEASURED = """
import re, sys
from pathlib import Path
from time import perf_counter
{imports}
start = perf_counter()
{work}
taken = perf_counter() - start
print(count, taken, re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1])
"""
"""What is told is the most memory of this program; getrusage would tell that of who started it too."""


def rows(sizes: Sequence[int] = (1_000, 5_000)) -> list[Row]:
    """Measure every size, each side in a process of its own, and return the lines of the table."""
    seconds, memory = [], []
    for size in sizes:
        with TemporaryDirectory() as folder:
            some = [row(Znak_sprawy=f"OR.1.{n}") for n in range(size)]
            file = write_xlsx(Path(folder) / "rejestr.xlsx", table(*some))
            measured = partial(_measured, file, size)
            ours, theirs = measured(OURS), measured(THEIRS)
        seconds.append(Row("read XLSX", size, "openpyxl", ours[0], theirs[0]))
        memory.append(Row("read XLSX, peak", size, "openpyxl", ours[1], theirs[1], unit="MB"))
    return [*seconds, *memory]


def _measured(file: Path, size: int, program: str) -> tuple[float, float]:
    """Return how many seconds reading took, and how many megabytes its process had at most."""
    imports, work = program.strip().split("\n", 1)
    written = MEASURED.format(imports=imports, work=work)
    env = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    asked = [sys.executable, "-c", written, str(file)]
    answer = subprocess.run(asked, check=True, capture_output=True, text=True, env=env)
    count, taken, most = answer.stdout.split()
    assert int(count) == size
    return float(taken), int(most) / 1024
