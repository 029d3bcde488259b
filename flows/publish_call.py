"""After the decision: the sets for the voivodeship board, the website and the archive.

newest_version ─► make_sets ─► show
records, PDFs    folders, ZIP  artifact
"""

from pathlib import Path

from prefect import flow
from prefect.artifacts import create_markdown_artifact

from flows.steps import as_it_is, holding, key_of, step, tell
from records.database import with_password
from rounds.last_version import LastVersion, last_version
from rounds.pack import FOLDERS, TITLES, Pack, make_pack, packs_beside
from scoring.life import Phase


@flow(name="zestawy dokumentów", persist_result=False)
def publish_call(folder: Path, out: Path, database: str) -> None:
    """Make every set of the newest version of the call in ``folder``, beside its documents.

    Raises:
        Refused: no version was kept, or a document is missing or is not the one that was printed.
        Busy: somebody else works on the call.
        Unavailable: the database cannot be opened.
    """
    database = with_password(database)
    with holding(folder, database):
        last = newest_version(folder, out, database)
        packs = make_sets(as_it_is(last), out)
    show(as_it_is(last), packs)
    tell(last.decision.call, Phase.PUBLISHED, of=last.decision.fingerprint)


@step("ostatnia wersja")
def newest_version(folder: Path, out: Path, database: str) -> LastVersion:
    """Find the newest version, each of its documents compared with its record."""
    return last_version(folder, out, database)


@step("zestawy dokumentów")
def make_sets(last: LastVersion, out: Path) -> list[Pack]:
    """Make the set of every recipient; what is there already stays as it is."""
    return [make_pack(last, recipient, packs_beside(out)) for recipient in FOLDERS]


@step("pokazanie zestawów")
def show(last: LastVersion, packs: list[Pack]) -> None:
    """Show in Prefect where the sets are."""
    call = last.decision.call
    lines = [
        f"- {title}: [{pack.archive.name}]({pack.archive.resolve().as_uri()})"
        for title, pack in zip(TITLES.values(), packs, strict=True)
    ]
    said = [f"Nabór {call.number}, wersja {last.version.version}.", "", *lines]
    create_markdown_artifact("\n".join(said), key=f"zestawy-{key_of(call)}")
