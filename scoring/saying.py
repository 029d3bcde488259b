"""A Polish sentence with the values it names, put together only when somebody reads it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from string import Formatter
from typing import Any

from scoring import polish


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that can be printed: ``Said("Wnioskowano o {asked:zł}.", {"asked": 100})``.

    After the colon stands how a value is written: ``zł`` an amount in grosze, ``%`` a number of
    per cent, ``dnia`` a date, ``liczba`` a number, ``pkt`` points. Without it a text as it is.
    """

    text: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        """Put the sentence together."""
        return _POLISH.vformat(self.text, (), self.values)


_WRITTEN: dict[str, Callable[[Any], str]] = {
    "zł": polish.money,
    "%": polish.percent,
    "dnia": polish.day,
    "liczba": polish.number,
    "pkt": polish.with_points,
}


class _Polish(Formatter):
    """Writes each value as Poles do."""

    def format_field(self, value: Any, format_spec: str) -> str:  # noqa: ANN401 - any value
        """Write one value in the way that the sentence asks for."""
        return _WRITTEN[format_spec](value) if format_spec else str(value)

    def get_value(
        self,
        key: int | str,
        args: Sequence[Any],
        kwargs: Mapping[str, Any],
    ) -> Any:  # noqa: ANN401 - any value
        """Take a value by its name; a sentence that names one it does not have is a mistake of ours."""
        return kwargs[key] if isinstance(key, str) else args[key]


_POLISH = _Polish()
