"""The keys of a criteria file, above its criteria: of a scope's file and of a common part."""

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import Field

from reading.yaml_file import Plain
from scoring.ruleset import Adoption, Minimum, ScopeKind, Status, TieRule
from scoring.value import Value


class BuildsOn(Value):
    """The common part that a scope's file builds on, and the hash it had then.

    ``file`` is written from the folder of the file that names it; ``sha256`` is what
    ``sha256sum`` prints.
    """

    file: str
    sha256: str


class Head(Value):
    """What both sorts of file say of themselves.

    ``facts`` (the LGD's own) and ``criteria`` are read one by one, so that a mistake in one
    does not hide those in the others.
    """

    format: int = Field(ge=1, le=1)
    lgd: str
    scope: str
    title: str
    in_force_from: date
    status: Status
    adopted_by: Adoption | None = None
    gaps: tuple[str, ...] = ()
    facts: tuple[Plain, ...] = ()
    criteria: tuple[Plain, ...] = ()


class CommonFile(Head):
    """Criteria common to several scopes: they have no minimum and order nobody by themselves."""

    scope: Literal["common"]


class ScopeFile(Head):
    """The criteria of one scope; ``maximum`` is the published total, to be checked."""

    scope_kind: ScopeKind
    maximum: Decimal | None = None
    minimum: Minimum
    ties: tuple[TieRule, ...] = ()
    still_tied: Literal["council_vote"] | None = None
    builds_on: BuildsOn | None = None
