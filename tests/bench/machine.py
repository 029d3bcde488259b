"""The machine that was measured, for whoever compares with another."""

import os
import platform
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

LIBRARIES = ("prefect", "pydantic", "weasyprint", "python-calamine", "openpyxl", "zen-engine")


def described() -> Iterator[str]:
    """Name the processor, its cores, memory, system, Python, and the libraries that are compared."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    yield f"{_processor()}, {len(os.sched_getaffinity(0))} cores, {memory:.0f} GiB of memory"
    yield f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    yield ", ".join(f"{name} {version(name)}" for name in LIBRARIES)


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()
