"""Members by their names, as a clerk writes them: case, accents and spaces do not matter."""

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches

from intake.header import normal
from reading.problems import Problem
from reading.yaml_file import Path, YamlFile


class Known:
    """Names that may be written, and how the council or the register writes them."""

    def __init__(self, names: Iterable[str], unknown: str) -> None:
        """Keep the names; ``unknown`` begins what is said of any other."""
        self._names = {normal(one): one for one in names}
        self._unknown = unknown

    def find(self, name: str) -> str | None:
        """Return the name as it is known."""
        return self._names.get(normal(name))

    def all(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return names as they are known; those that are not as they stand."""
        return tuple(self.find(one) or one for one in names)

    def problems(self, yaml: YamlFile, path: Path, *names: str) -> Iterator[Problem]:
        """Tell of every name that is not known, with the nearest that is."""
        for name in names:
            if self.find(name) is None:
                near = get_close_matches(normal(name), self._names, n=1, cutoff=0.7)
                write = f"czy chodziło o „{self._names[near[0]]}”?" if near else "popraw wpis"
                yield yaml.problem(path, f"{self._unknown} „{name}”", write)


def twice(
    names: Iterable[str], yaml: YamlFile, path: Callable[[int], Path], said: str
) -> Iterator[Problem]:
    """Tell of every name that stood before."""
    seen: set[str] = set()
    for position, name in enumerate(names):
        if normal(name) in seen:
            yield yaml.problem(path(position), said.format(name), "zostaw jeden wpis")
        seen.add(normal(name))
