"""From a criteria file to a Ruleset: the file, the common part it builds on, the catalogue."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from criteria.catalogue import standard_catalogue
from criteria.checks import flaws_of_ruleset
from criteria.checks.each import flaws_of_criteria
from criteria.checks.head import flaws_of_head
from criteria.content import Content, Placed, content_of, read_content
from criteria.files import BuildsOn, CommonFile, Head, ScopeFile
from criteria.frozen import frozen_problems
from criteria.places import hash_of, name_of
from reading.problems import Problem, Refused, refuse_if_errors
from reading.yaml_file import parse_yaml
from scoring import polish
from scoring.facts import Catalogue
from scoring.flaws import Flaw
from scoring.ruleset import Ruleset
from scoring.source_text import SourceText


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
    _bind(contents, loaded, standard_catalogue())
    return loaded


def ruleset_again(texts: Sequence[SourceText], catalogue: Catalogue) -> Ruleset:
    """Make a set of criteria again from the texts that it was read from, the scope's own first.

    ``catalogue`` are the facts of every LGD as they were then. The set is not checked again: a
    later check may ask for more, and what was decided stays so.

    Raises:
        Refused: a text is not a criteria file, or no set can be made of them.
    """
    contents = [
        content_of(Path(one.name), parse_yaml(one.text, one.name), catalogue)
        for one in reversed(texts)
    ]
    if not contents:
        raise Refused([Problem("inputs", "nie ma w nich kryteriów", "dodaj tekst kryteriów")])
    loaded = Loaded(contents[-1], problems=[one for each in contents for one in each.problems])
    _bind(contents, loaded, catalogue)
    if loaded.ruleset is None:
        raise Refused(loaded.problems)
    return loaded.ruleset.model_copy(update={"texts": tuple(texts)})


def _common(builds_on: BuildsOn, loaded: Loaded) -> Content | None:
    """Read the common part; tell whether it is the one that the file was built on."""
    content = loaded.content
    path = Path(os.path.normpath(content.path.parent / builds_on.file))
    if not path.is_file():
        write = "popraw ścieżkę; liczy się od folderu tego pliku"
        flaw = Flaw(("builds_on", "file"), f"nie ma części wspólnej „{builds_on.file}”", write)
        loaded.problems.append(content.problem(flaw))
        return None
    try:
        common = read_content(path, standard_catalogue())
    except Refused as refused:
        loaded.problems += refused.problems
        return None
    loaded.problems += common.problems
    loaded.problems += map(content.problem, _mismatches(builds_on, content.head, common))
    return common


def _mismatches(builds_on: BuildsOn, head: Head | None, common: Content) -> Iterator[Flaw]:
    """Tell where a file and the common part that it names do not belong together."""
    found = hash_of(common.path)
    place = ("builds_on", "file")
    if found != builds_on.sha256:
        what = f"część wspólna „{builds_on.file}” jest inna niż ta, na której oparto ten plik"
        yield Flaw(("builds_on", "sha256"), what, f"jeśli tak ma być, wpisz sha256: {found}")
    if common.head is None or head is None:
        return
    if not isinstance(common.head, CommonFile):
        what = f"„{builds_on.file}” nie jest częścią wspólną"
        yield Flaw(place, what, "wskaż plik, który ma „scope: common”")
    elif common.head.lgd != head.lgd:
        what = f"część wspólna należy do innej LGD („{common.head.lgd}”)"
        yield Flaw(place, what, f"wskaż część wspólną LGD „{head.lgd}”")
    elif common.head.in_force_from > head.in_force_from:
        what = f"część wspólna obowiązuje dopiero od {polish.day(common.head.in_force_from)}"
        yield Flaw(place, what, "wskaż wersję, która obowiązywała już w dniu tego pliku")


def _bind(contents: list[Content], loaded: Loaded, catalogue: Catalogue) -> None:
    """Bind the criteria of all files to the facts; where that goes, make and check the set."""
    own = loaded.content
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
