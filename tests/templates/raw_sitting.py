"""The example's sitting counted from its files as they stand, in a few lines of plain arithmetic.

Nothing of the house's own readers, of its council or of its points is used here: what the documents
print is held against this.
"""

import csv
from collections import Counter
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

EXAMPLE = Path(__file__).parents[2] / "examples" / "posiedzenie-19"
SECTORS = {"public": "sektor publiczny", "economic": "sektor gospodarczy", "social": "sektor społeczny"}  # fmt: skip


def raw(name: str) -> Any:
    return YAML(typ="safe", pure=True).load((EXAMPLE / name).read_text("utf-8"))


def table(name: str) -> list[dict[str, str]]:
    lines = (EXAMPLE / name).read_text("utf-8-sig").splitlines()
    start = next(place for place, line in enumerate(lines) if "Znak sprawy" in line)
    return list(csv.DictReader(lines[start:], delimiter=";"))


CALL, COUNCIL, SITTING = raw("call.yaml"), raw("council.yaml"), raw("sitting.yaml")
CRITERIA = raw("criteria.yaml")
REGISTER, CARDS = table("applications.csv"), table("cards.csv")
VOTES = SITTING["votes"]
SECTOR = {one["name"]: one["sector"] for one in COUNCIL["members"]}
GROUPS = {one["name"]: one.get("groups", []) for one in COUNCIL["members"]}
DAYS: list[date] = [
    datetime.fromisoformat(str(one["opened_at"])).date() for one in SITTING["parts"]
]
LEAST = -(-len(SECTOR) * COUNCIL["rules"]["quorum"]["percent"] // 100)
MOST = COUNCIL["rules"]["groups"]["percent"]


def hour(written: str) -> time:
    return time.fromisoformat(written)


def present(part: int, when: time) -> set[str]:
    found = set()
    for one in SITTING["attendance"]:
        if isinstance(one, str):
            found.add(one)
        elif one["part"] == part and ("left" not in one or when < hour(one["left"])):
            found.add(one["member"])
    return found


def excluded(vote: dict[str, Any]) -> set[str]:
    operations = {vote.get("application"), *vote.get("order", ())}
    return {
        one["member"]
        for one in SITTING["exclusions"]
        if one["application"] in operations and one.get("excluded", True)
    }


def entitled(vote: dict[str, Any]) -> set[str]:
    return present(vote["part"], hour(vote["at"])) - excluded(vote) - {*vote.get("left_out", ())}


def selects(vote: dict[str, Any]) -> bool:
    return vote["about"] not in ("order", "exclusion")


def figures(vote: dict[str, Any]) -> tuple[int, ...]:
    """For, against, abstained, entitled, present, in the composition."""
    may = entitled(vote)
    against, abstained = len(vote.get("against", ())), len(vote.get("abstained", ()))
    here = len(present(vote["part"], hour(vote["at"])))
    return len(may) - against - abstained, against, abstained, len(may), here, len(SECTOR)


def in_sectors(names: set[str]) -> Counter[str]:
    return Counter(SECTOR[name] for name in names)


def in_groups(names: set[str]) -> list[tuple[str, int]]:
    counted = Counter(group for name in names for group in GROUPS[name])
    return sorted(counted.items())


def too_strong(vote: dict[str, Any]) -> list[str]:
    """Which sectors hold more of the votes than one group may."""
    may = entitled(vote)
    return [one for one, many in in_sectors(may).items() if 100 * many > MOST * len(may)]


def drawn(vote: dict[str, Any]) -> list[str]:
    """Whom the lot takes out of a vote in which one sector is too strong, so that it is no longer."""
    may = entitled(vote)
    (sector,) = too_strong(vote)
    strong = [name for name in may if SECTOR[name] == sector]
    out = next(
        count
        for count in range(1, len(strong))
        if 100 * (len(strong) - count) <= MOST * (len(may) - count)
    )

    def lot(name: str) -> str:
        return sha256(f"{SITTING['seed']}|{vote['application']}|{name}".encode()).hexdigest()

    return sorted(strong, key=lot)[:out]


def rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP).normalize()


def percent(count: int, of: int) -> str:
    return f"{written(rounded(Decimal(100 * count) / of))} %"


def written(value: Decimal) -> str:
    return f"{value:f}".replace(".", ",")


def money(zloty: int) -> str:
    return f"{zloty:,},00 zł".replace(",", " ", f"{zloty:,}".count(","))


def assessed() -> list[dict[str, str]]:
    return [row for row in REGISTER if not row["Wycofany"]]


def cards(number: str) -> list[int]:
    """The points that cards give an operation for its quality; those of the excluded are blank."""
    return [
        int(row["Jakość opisu operacji – punkty"])
        for row in CARDS
        if row["Znak sprawy"] == number and not row["Wyłączony"]
    ]


def in_criteria(row: dict[str, str]) -> tuple[int, int, Decimal]:
    """The points of an operation: two criteria from the register, one from the cards."""
    jobs, product, _ = CRITERIA["criteria"]
    made = int(row["Liczba tworzonych miejsc pracy"])
    bands = [one["points"] for one in jobs["bands"] if made >= one["from"]]
    given = cards(row["Znak sprawy"])
    local = product["points"] if row["Produkt lokalny"] == "tak" else 0
    return max(bands), local, rounded(Decimal(sum(given)) / len(given))


def possible() -> tuple[int, int, int]:
    jobs, product, quality = CRITERIA["criteria"]
    best = [max(one["points"] for one in some) for some in (jobs["bands"], quality["scale"])]
    return best[0], product["points"], best[1]


def points() -> dict[str, Decimal]:
    found = {}
    for row in assessed():
        jobs, product, quality = in_criteria(row)
        found[row["Znak sprawy"]] = rounded(jobs + product + quality)
    return found


def ranked() -> list[str]:
    """Case numbers from the first place down: by points, equal ones as the council voted."""
    tie = next(one["order"] for one in VOTES if "order" in one)
    found = points()
    return sorted(found, key=lambda one: (-found[one], tie.index(one) if one in tie else 0))


def asked(number: str) -> int:
    return next(int(row["Wnioskowana kwota"]) for row in REGISTER if row["Znak sprawy"] == number)


def spent() -> dict[str, tuple[int, bool]]:
    """What was left of the limit before each selected operation, and whether it fits.

    The first that does not fit closes the list.
    """
    left, is_open, found = CALL["limit"]["pln"], True, {}
    for number in ranked():
        if points()[number] >= CRITERIA["minimum"]["points"]:
            is_open = is_open and asked(number) <= left
            found[number] = (left, is_open)
            left -= asked(number) if is_open else 0
    return found


def deciding() -> list[tuple[str | None, int]]:
    """Which operation each resolution is on, by case number, and the number of the last vote on it.

    The last resolution is on the lists.
    """
    last = {vote.get("application"): count for count, vote in enumerate(VOTES, start=1)}
    lists = next(count for count, vote in enumerate(VOTES, start=1) if vote["about"] == "list")
    own = sorted((number, vote) for number, vote in last.items() if number is not None)
    return [*own, (None, lists)]
