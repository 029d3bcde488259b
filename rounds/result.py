"""What a finished round hands back: the decision, its version, and its documents."""

from dataclasses import dataclass

from reading.problems import Problem
from records.store import Version
from rounds.finish import Printed
from rounds.shared_storage import ADDRESS
from scoring.decision import Decision


@dataclass(frozen=True, slots=True)
class RoundResult:
    """A finished round."""

    decision: Decision
    version: Version
    printed: Printed
    warnings: tuple[Problem, ...]

    @property
    def changed_nothing(self) -> bool:
        """Whether everything was already there as it is now."""
        return not self.version.is_new and not self.printed.is_new


def documents_in_markdown(printed: Printed, out: str) -> str:
    """List the documents; in a folder of this machine as links that open on it."""
    if ADDRESS in out:
        names = [f"- {one.name}" for one in printed.documents]
        return "\n".join([f"Dokumenty: {out}/{printed.folder.name}", "", *names])
    folder = printed.folder.resolve()
    lines = [f"- [{one.name}]({(folder / one.name).as_uri()})" for one in printed.documents]
    return "\n".join([f"Dokumenty: {folder}", "", *lines])
