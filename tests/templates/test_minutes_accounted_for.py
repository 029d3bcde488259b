"""Every number in the printed minutes, one after another, is a figure counted from the raw files.

The facts are told in the order of the pages, each with the words around its figures; between two
facts no digit may stand, so a number that nobody counted is found, and so is one that is not there.
By rule, not by count: numbers of sections, of pages and of items of a list, the fingerprint, and the
articles and paragraphs that the rules are taken from.
"""

import re

import pytest

from rounds.open_call import open_call
from scoring.decision import Decision
from templates.base.frame import grouped
from tests.templates.minutes_facts import NUMBER, all_facts
from tests.templates.raw_sitting import CALL, EXAMPLE, SITTING, VOTES, drawn, selects, too_strong
from tests.templates.test_printing import printed, words


def unaccounted(text: str, facts: list[str]) -> str | None:
    """Tell the first number of the text that no fact explains, or the first fact not printed there."""
    place = 0
    for fact in facts:
        found = text.find(fact, place)
        between = text[place:found] if found >= 0 else text[place:]
        if found < 0 or re.search(r"\d", between):
            return f"expected: {fact}\nprinted: {text[place : place + 400]}"
        place = found + len(fact)
    return f"left over: {text[place:]}" if re.search(r"\d", text[place:]) else None


@pytest.fixture(scope="module")
def decision() -> Decision:
    return open_call(EXAMPLE).decide()


@pytest.fixture(scope="module")
def text(decision: Decision) -> str:
    """The words of the minutes without what stands on each page, which is checked on the way.

    One glyph stands for both hyphens, so a reader gives back either of them.
    """
    reader = printed(decision, "posiedzenie/protokol", version=2)
    said, items = [], []
    for number, page in enumerate(reader.pages, start=1):
        content, frame = page.extract_text().split("Unia Europejska\n")
        foot = f"Nabór nr {CALL['number']} Protokół posiedzenia Rady nr {NUMBER} · wersja 2 odcisk {grouped(decision.fingerprint)} strona {number} z {len(reader.pages)}"  # fmt: skip
        assert words(frame).endswith(foot)
        assert not re.search(r"\d", words(frame).removesuffix(foot))
        marks = re.search(r"(?:\n\d+\. )+\n?$", content)
        items += re.findall(r"\d+", marks[0]) if marks else []
        said.append(content[: marks.start()] if marks else content)
    assert items == [str(one) for many in (len(SITTING["agenda"]), 10) for one in range(1, many + 1)]  # fmt: skip
    return words(re.sub(r"(?<=[/|])\n", "", "\n".join(said))).replace("\u2010", "-")


def test_every_number_of_the_minutes_is_counted_from_the_raw_files(text: str) -> None:
    assert unaccounted(text, list(all_facts())) is None


def test_the_lot_takes_whom_the_sitting_left_out() -> None:
    (void,) = [vote for vote in VOTES if selects(vote) and too_strong(vote)]
    again = VOTES[VOTES.index(void) + 1]
    assert drawn(void) == again["left_out"]


def test_no_wrong_number_passes(text: str) -> None:
    """Any number of the text, changed by itself, is found: nothing is explained by another's figure."""
    facts = list(all_facts())
    numbers = list(re.finditer(r"\d+", text))
    assert len(numbers) > 1000
    passed = []
    for found in numbers:
        wrong = f"{text[: found.start()]}{int(found[0]) + 1}{text[found.end() :]}"
        if unaccounted(wrong, facts) is None:
            passed.append(text[found.start() - 30 : found.end() + 10])
    assert passed == []
