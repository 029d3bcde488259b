"""From a criteria file to a Ruleset: the file, the common part it builds on, the catalogue."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from criteria.catalogue import standard_catalogue
from criteria.checks import flaws_of_ruleset
from criteria.checks.each import flaws_of_criteria
from criteria.checks.head import flaws_of_head
from criteria.content import Content, Placed, read_content
from criteria.files import BuildsOn, CommonFile, ScopeFile
from criteria.frozen import frozen_problems
from criteria.places import hash_of, name_of
from reading.problems import Problem, Refused, refuse_if_errors
from scoring.facts import Catalogue
from scoring.flaws import Flaw
from scoring.ruleset import Ruleset, SourceText


@dataclass(slots=True)
class Loaded:
    """A criteria file with all that was found in it; ``ruleset`` only where one could be made."""

    content: Content
    ruleset: Ruleset | None = None
    problems: list[Problem] = field(default_factory=list)


def read_ruleset(path: Path) -> tuple[Ruleset, list[Problem]]:
    """Read the criteria of a scope, bound to the facts they read; return the warnings too.

    Raises:
        Refused: with every error of the file and of the common part it builds on.
    """
    loaded = load(path)
    warnings = refuse_if_errors(loaded.problems)
    if loaded.ruleset is None:
        what = "to jest część wspólna, która sama nie jest kompletem kryteriów"
        write = "podaj plik zakresu, który się na niej opiera (builds_on)"
        raise Refused([Problem(str(path), what, write, line=1)])
    return loaded.ruleset, warnings


def load(path: Path) -> Loaded:
    """Read a file of a scope or a common part, and gather every problem.

    Raises:
        Refused: the file cannot be opened or is not YAML.
    """
    content = read_content(path, standard_catalogue())
    loaded = Loaded(content, problems=[*content.problems, *frozen_problems(content.file, path)])
    if content.head is not None:
        flaws = flaws_of_head(content.head, path)
        loaded.problems += map(content.problem, flaws)
    builds_on = content.head.builds_on if isinstance(content.head, ScopeFile) else None
    common = None if builds_on is None else _common(builds_on, loaded)
    contents = [content] if common is None else [common, content]
    _bind(contents, loaded)
    return loaded


def _common(builds_on: BuildsOn, loaded: Loaded) -> Content | None:
    """Read the common part; tell whether it is the one that the file was built on."""
    content, head = loaded.content, loaded.content.head
    path = Path(os.path.normpath(content.path.parent / builds_on.file))
    try:
        common = read_content(path, standard_catalogue())
    except Refused as refused:
        loaded.problems += refused.problems
        write = "popraw ścieżkę (liczy się od folderu tego pliku) albo plik wspólny"
        flaw = Flaw(("builds_on", "file"), f"nie można odczytać „{builds_on.file}”", write)
        loaded.problems.append(content.problem(flaw))
        return None
    loaded.problems += common.problems
    found = hash_of(path)
    if found != builds_on.sha256:
        what = f"część wspólna „{builds_on.file}” jest inna niż ta, na której oparto ten plik"
        write = f"jeśli tak ma być, wpisz sha256: {found}"
        loaded.problems.append(content.problem(Flaw(("builds_on", "sha256"), what, write)))
    if not isinstance(common.head, CommonFile):
        write = "wskaż plik, który ma „scope: common”"
        flaw = Flaw(("builds_on", "file"), f"„{builds_on.file}” nie jest częścią wspólną", write)
        loaded.problems.append(content.problem(flaw))
    elif head is not None and common.head.lgd != head.lgd:
        what = f"część wspólna należy do innej LGD („{common.head.lgd}”)"
        flaw = Flaw(("builds_on", "file"), what, f"wskaż część wspólną LGD „{head.lgd}”")
        loaded.problems.append(content.problem(flaw))
    elif head is not None and common.head.in_force_from > head.in_force_from:
        what = f"część wspólna obowiązuje dopiero od {common.head.in_force_from}"
        write = "wskaż wersję, która obowiązywała już w dniu tego pliku"
        loaded.problems.append(content.problem(Flaw(("builds_on", "file"), what, write)))
    return common


def _bind(contents: list[Content], loaded: Loaded) -> None:
    """Bind the criteria of all files to the facts; where that goes, make and check the set."""
    own = loaded.content
    catalogue = standard_catalogue()
    for content in contents:
        catalogue = catalogue.with_facts(content.facts)
    placed = [one for content in contents for one in content.criteria]
    bound: list[Placed] = []
    broken: set[int] = set()
    for position, one in enumerate(placed):
        criterion, flaws = one.criterion.bound(catalogue)
        bound.append(Placed(criterion, one.file, one.position))
        loaded.problems += map(one.problem, flaws)
        if any(flaw.level == "error" for flaw in flaws):
            broken.add(position)
    for position, flaw in flaws_of_criteria([one.criterion for one in bound], broken):
        loaded.problems.append(bound[position].problem(flaw))
    if isinstance(own.head, ScopeFile) and all(content.complete for content in contents):
        ruleset = _ruleset(own.head, contents, bound, catalogue)
        loaded.problems += _traced(flaws_of_ruleset(ruleset, sound=not broken), own, bound)
        loaded.ruleset = ruleset


def _traced(flaws: Iterable[Flaw], own: Content, bound: list[Placed]) -> list[Problem]:
    """Trace flaws of the whole set back to the file that each criterion stands in."""
    problems = []
    for flaw in flaws:
        match flaw.path:
            case ("criteria", int(position), *rest):
                inner = Flaw(tuple(rest), flaw.what, flaw.write, flaw.level)
                problems.append(bound[position].problem(inner))
            case _:
                problems.append(own.problem(flaw))
    return problems


def _ruleset(
    head: ScopeFile, contents: list[Content], bound: list[Placed], catalogue: Catalogue
) -> Ruleset:
    gaps = [gap for content in contents if content.head for gap in content.head.gaps]
    texts = [
        SourceText(name_of(one.head.lgd, one.head.scope, one.path), one.file.text)
        for one in contents
        if one.head is not None
    ]
    return Ruleset(
        lgd=head.lgd,
        scope=head.scope,
        title=head.title,
        in_force_from=head.in_force_from,
        status=head.status,
        adopted_by=head.adopted_by,
        scope_kind=head.scope_kind,
        maximum=head.maximum,
        minimum=head.minimum,
        ties=head.ties,
        still_tied=head.still_tied,
        gaps=tuple(gaps),
        criteria=tuple(one.criterion for one in bound),
        catalogue=catalogue,
        texts=tuple(reversed(texts)),
    )
