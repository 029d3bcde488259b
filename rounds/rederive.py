"""A decision made again from its canonical JSON and the texts that it names, and from nothing else."""

import json
from collections.abc import Callable, Mapping, Sequence

from criteria.catalogue import catalogue_again
from criteria.programme import programme_again
from criteria.read import ruleset_again
from reading.problems import Problem, Refused
from scoring.canonical import FORMAT, Json
from scoring.deciding import decide
from scoring.decision import Decision
from scoring.from_canonical import (
    applications_of,
    call_of,
    cards_of,
    changes_of,
    earlier_aid_of,
    sitting_of,
)
from scoring.programme.operation import Under
from scoring.source_text import SourceText

Texts = Mapping[str, tuple[str, str]]
"""The name and the text of each file that rules were read from, by its SHA-256."""

ENGINES: Mapping[str, Callable[..., Decision]] = {"1": decide}
"""How each version of the meaning of the rules decides: one that decided something stays for ever."""

WHERE = "inputs"
"""How messages call the JSON."""


class TooNew(Refused):
    """The JSON was written by a newer program than this one."""


def texts_of(decision: Decision) -> dict[str, tuple[str, str]]:
    """Return all texts that a decision was made by, as :func:`rederive` takes them."""
    return {one.sha256: (one.name, one.text) for one in decision.texts}


def rederive(inputs: Json, texts: Texts) -> Decision:
    """Make a decision again: ``rederive(inputs(one), texts_of(one)) == one``.

    Args:
        inputs: what :func:`scoring.canonical.inputs` returns (never the public form).
        texts: at least the texts whose hashes stand in ``inputs``; the names are those of there.

    Raises:
        TooNew: the format or the engine is one that this program does not know.
        Refused: a text is not there or cannot be read, or the JSON is not of this form.
    """
    _refuse_newer(inputs)
    try:
        return _decided(inputs, texts)
    except (ValueError, KeyError, TypeError, ArithmeticError, AttributeError) as error:
        what = f"z tych danych nie da się powtórzyć rozstrzygnięcia ({_said(error)})"
        write = "weź dane takie, jakie zapisał program"
        raise Refused([Problem(WHERE, what, write)]) from error


def _said(error: Exception) -> str:
    """Say in a line which value is not as it should be."""
    return " ".join(str(error).split())[:200] or type(error).__name__


def _refuse_newer(inputs: Json) -> None:
    found, engine = inputs.get("format"), inputs.get("engine")
    if not isinstance(found, int) or isinstance(found, bool) or found < 1:
        what = "dane nie mówią, w jakiej są wersji („format”)"
        raise Refused([Problem(WHERE, what, "weź dane takie, jakie zapisał program")])
    if found > FORMAT or engine not in ENGINES:
        what = f"zapisał je nowszy program (format {found}, silnik {engine})"
        raise TooNew([Problem(WHERE, what, "zaktualizuj Nabór")])


def _decided(inputs: Json, texts: Texts) -> Decision:
    catalogue = catalogue_again(tuple(_taken(inputs["catalogue"], texts)))
    ruleset = ruleset_again(_taken(inputs["criteria"], texts), catalogue)
    call = call_of(inputs["call"], ruleset.catalogue)
    return ENGINES[inputs["engine"]](
        call,
        ruleset,
        applications_of(inputs["applications"], ruleset.catalogue),
        cards_of(inputs["cards"]),
        _under(inputs, texts),
        sitting=sitting_of(inputs.get("sitting"), call),
        changes=changes_of(inputs.get("changes", ())),
    )


def _under(inputs: Json, texts: Texts) -> Under | None:
    if "programme" not in inputs:
        return None
    (text,) = _taken(inputs["programme"]["texts"], texts)
    return Under(programme_again(text), earlier_aid_of(inputs.get("earlier_aid")))


def _taken(named: Sequence[Json], texts: Texts) -> list[SourceText]:
    """Return the texts that the JSON names, each by its hash.

    Raises:
        Refused: one is not there, or is not what its hash says.
    """
    found, problems = [], []
    for one in named:
        name, text = texts.get(one["sha256"], (one["name"], None))
        source = SourceText(one["name"], text or "")
        if text is None:
            what, write = "nie ma tego tekstu", f"dołącz plik o skrócie {one['sha256']}"
            problems.append(Problem(one["name"], what, write))
        elif source.sha256 != one["sha256"]:
            what = f"tekst „{name}” jest inny niż ten, według którego rozstrzygnięto"
            problems.append(Problem(one["name"], what, f"dołącz plik o skrócie {one['sha256']}"))
        found.append(source)
    if problems:
        raise Refused(problems)
    return found


def from_json(text: str, texts: Texts) -> Decision:
    """Make a decision again from the text of its JSON, as the records keep it.

    Raises:
        Refused: as :func:`rederive`, or the text is not JSON.
    """
    try:
        return rederive(json.loads(text), texts)
    except json.JSONDecodeError as error:
        what = f"to nie jest JSON (wiersz {error.lineno})"
        raise Refused([Problem(WHERE, what, "weź dane takie, jakie zapisał program")]) from None
