"""What an application would bring to the indicators of the LSR, as assessment cards show it."""

from scoring import polish
from scoring.application import Application
from scoring.call import Call
from scoring.indicator_table import known
from scoring.indicators import Balance, brought_by
from scoring.value import Value


class Planned(Value):
    """A row of the table: name and unit, target, achieved before the call, planned here, left."""

    name: str
    unit: str
    target: str
    reached: str
    here: str
    left: str


def planned(call: Call, application: Application) -> tuple[Planned, ...]:
    """Return the rows of an application: of the indicator that it names."""
    return tuple(map(_row, brought_by(application, call.indicators or ())))


def why_none(call: Call) -> str:
    """Say why the table of an application is empty."""
    if not call.indicators:
        return "Nabór nie wymienia wskaźników LSR."
    return "Wniosek nie wskazuje żadnego ze wskaźników LSR, które wymienia nabór."


def _row(one: Balance) -> Planned:
    indicator = one.indicator
    return Planned(
        name=indicator.name,
        unit=indicator.unit,
        target=polish.number(indicator.target),
        reached=known(indicator.reached),
        here=known(None if one.unknown else one.brought),
        left=known(one.left),
    )
