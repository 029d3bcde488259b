"""How much aid for cooperation projects (19.3) an LGD may have: rule K9, on either basis.

The programme text counts 5 % of the funds for 19.2 and 19.4 together. The regulation (Dz.U. 2015
poz. 1839, §7) counts 5 % of 19.2 only and adds 1 % for projects that are preparation alone. Which
of them applies is a parameter: no source at hand says that one gives way to the other.

Our source does not say either whether the 1 % is a purse of its own or raises the limit to 6 % in
all. Aid for preparation above 1 % that stays within 6 % together with the rest is therefore
unknown; everything else comes out alike on both readings.
"""

from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from scoring import polish
from scoring.answer import UNKNOWN, Finding, Verdict, found_of, yes_no
from scoring.rule_ids import RULES, runs
from scoring.value import Value

Basis = Literal["programme", "regulation"]
"""Whose wording the limit is counted by."""

PROJECTS = 5
"""Per cent for cooperation projects, on both bases."""

PREPARATION = 1
"""Per cent more for projects that are preparation alone, by the regulation."""

SOURCES: dict[Basis, str] = {
    "programme": "PROW 2014–2020, poddziałanie 19.3: kwoty i stawki wsparcia",
    "regulation": "Dz.U. 2015 poz. 1839, § 7",
}
"""Where each basis stands."""


class CooperationShare(Value):
    """What one LGD has to do with one project. Amounts are grosze; ``None`` is unknown.

    ``share`` is the aid of this project that falls to the LGD. ``projects_so_far`` and
    ``preparation_so_far`` are its aid for other cooperation projects, and for projects that were
    preparation alone, without this one.
    """

    lgd: str
    share: int | None = Field(default=None, ge=0)
    funds_19_2: int | None = Field(default=None, ge=0)
    funds_19_4: int | None = Field(default=None, ge=0)
    projects_so_far: int | None = Field(default=None, ge=0)
    preparation_so_far: int | None = Field(default=None, ge=0)
    preparation_only: bool | None = None

    @property
    def projects(self) -> tuple[int | None, ...]:
        """The parts of the aid for projects; the share is one unless it is for preparation."""
        mine = (self.share if self.preparation_only is False else None,)
        return (self.projects_so_far, *(() if self.preparation_only else mine))

    @property
    def preparation(self) -> tuple[int | None, ...]:
        """The parts of the aid for preparation alone."""
        mine = (self.share if self.preparation_only else None,)
        return (self.preparation_so_far, *(() if self.preparation_only is False else mine))


def cooperation_limits(shares: Iterable[CooperationShare], basis: Basis) -> tuple[Finding, ...]:
    """Ask K9 of every LGD of a project, each on its own."""
    return tuple(cooperation_limit(one, basis) for one in shares)


@runs("K9")
def cooperation_limit(share: CooperationShare, basis: Basis) -> Finding:
    """K9: the aid for cooperation stays within the limit of the LGD."""
    return _by_programme(share) if basis == "programme" else _by_regulation(share)


def _by_programme(share: CooperationShare) -> Finding:
    all_aid = (share.share, share.projects_so_far, share.preparation_so_far)
    funds = (share.funds_19_2, share.funds_19_4)
    basis = None if None in funds else _least(funds)
    verdict = _within(all_aid, basis, PROJECTS)
    said = _said(share.lgd, all_aid, basis, PROJECTS, "środków na 19.2 i 19.4")
    return _answer(share, "programme", verdict, said)


def _by_regulation(share: CooperationShare) -> Finding:
    projects, preparation, basis = share.projects, share.preparation, share.funds_19_2
    in_all = (share.share, share.projects_so_far, share.preparation_so_far)
    of_projects = _within(projects, basis, PROJECTS)
    of_preparation = _within(preparation, basis, PREPARATION)
    whole = _within(in_all, basis, PROJECTS + PREPARATION)
    verdict: Verdict = "unknown"
    if "not_met" in (of_projects, whole):
        verdict = "not_met"
    elif of_projects == of_preparation == "met":
        verdict = "met"
    said = _said(share.lgd, in_all, basis, PROJECTS, "środków na 19.2")
    if basis is not None:
        more = polish.money(basis * PREPARATION // 100)
        prepared = _amount(_sum(preparation))
        said += f" W tym na samo przygotowanie: {prepared}, na co dodaje się 1 %, czyli {more}."
    gap = of_projects == whole == "met" and of_preparation == "not_met"
    if gap:
        said += " Źródło nie mówi, czy pomoc na samo przygotowanie może przekroczyć ten 1 %."
    return _answer(share, "regulation", verdict, said, gap=gap)


def _within(parts: Iterable[int | None], basis: int | None, per_cent: int) -> Verdict:
    """Compare a sum with so many per cent of the basis; what is known may already be too much."""
    amounts = tuple(parts)
    if basis is None:
        return "unknown"
    if _least(amounts) * 100 > basis * per_cent:
        return "not_met"
    return "unknown" if None in amounts else "met"


def _least(parts: Iterable[int | None]) -> int:
    return sum(one for one in parts if one is not None)


def _sum(parts: Iterable[int | None]) -> int | None:
    amounts = tuple(parts)
    return None if None in amounts else _least(amounts)


def _said(
    lgd: str, parts: Iterable[int | None], basis: int | None, per_cent: int, of_what: str
) -> str:
    aid = _amount(_sum(parts))
    if basis is None:
        return f"{lgd}: pomoc na współpracę {aid}; nie wiadomo, ile wynosi {per_cent} % {of_what}."
    limit = polish.money(basis * per_cent // 100)
    return f"{lgd}: pomoc na współpracę {aid}; {per_cent} % {of_what} to {limit}."


def _answer(
    share: CooperationShare, basis: Basis, verdict: Verdict, said: str, *, gap: bool = False
) -> Finding:
    named = (
        ("udział w pomocy na projekt", share.share),
        ("środki na 19.2", share.funds_19_2),
        ("środki na 19.4", share.funds_19_4),
        ("dotychczasowa pomoc na projekty współpracy", share.projects_so_far),
        ("dotychczasowa pomoc na samo przygotowanie", share.preparation_so_far),
    )
    kept = [pair for pair in named if basis == "programme" or pair[0] != "środki na 19.4"]
    read = (("LGD", share.lgd), *((name, _amount(value)) for name, value in kept))
    missing = [name for name, value in kept if value is None]
    if basis == "regulation":
        only = ("projekt polega na samym przygotowaniu", yes_no(share.preparation_only))
        read = (*read, only)
        missing += [only[0]] if share.preparation_only is None else []
        missing += ["czy 1 % jest osobną pulą (pełny tekst § 7)"] if gap else []
    of_unknown = tuple(missing) if verdict == "unknown" else ()
    return found_of("K9", RULES["K9"], verdict, said, SOURCES[basis], read=read, wanted=of_unknown)


def _amount(grosze: int | None) -> str:
    return UNKNOWN if grosze is None else polish.money(grosze)
