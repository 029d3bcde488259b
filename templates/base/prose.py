"""Text that people wrote in Markdown, as plain paragraphs: no HTML, no pictures, no addresses.

A library reads the Markdown; what comes out are values that a template escapes like any others, so
nothing that somebody wrote into a discussion can become markup of a document.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from scoring.value import Value


class Run(Value):
    """A stretch of text in one face."""

    text: str
    strong: bool = False
    emphasis: bool = False


class Block(Value):
    """A paragraph, or an item of a list; ``mark`` is what stands before an item."""

    runs: tuple[Run, ...]
    mark: str | None = None


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).disable(["html_block", "html_inline"])


def blocks(text: str) -> tuple[Block, ...]:
    """Read a text into paragraphs and items of lists; headings become paragraphs in bold."""
    return tuple(_blocks(_parser().parse(text)))


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    mark: str | None = None
    heading = False
    for token in tokens:
        if token.type == "list_item_open":
            mark = f"{token.info}." if token.info else "–"
        elif token.type in ("heading_open", "heading_close"):
            heading = token.type == "heading_open"
        elif token.type == "inline":
            runs = tuple(_runs(token.children or (), strong=heading))
            if runs:
                yield Block(runs=runs, mark=mark)
                mark = None if mark is None else ""
        elif token.type in ("fence", "code_block") and token.content.strip():
            yield Block(runs=(Run(text=token.content.strip()),), mark=mark)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            mark = None


def _runs(tokens: Sequence[Token], *, strong: bool) -> Iterator[Run]:
    bold, slanted = int(strong), 0
    for token in tokens:
        if token.type in ("strong_open", "strong_close"):
            bold += token.nesting
        elif token.type in ("em_open", "em_close"):
            slanted += token.nesting
        elif token.type in ("softbreak", "hardbreak"):
            yield Run(text=" ")
        elif token.content:
            yield Run(text=token.content, strong=bold > 0, emphasis=slanted > 0)
