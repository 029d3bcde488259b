"""One reminder, sent to whom the office has named, or to nobody.

Where it goes is said by addresses in the form of Apprise (``NABOR_NOTIFY``, several parted by blanks),
for e-mail ``mailtos://user:password@server?to=…``; where there is none, nothing is sent anywhere, and the
reminder can be read in Prefect alone. An office that wants more than e-mail hangs an automation of its own
on the event ``nabor.reminder``, which comes once for each reminder, sent or not.
"""

import logging
import os

from apprise import Apprise, AppriseAsset, NotifyFormat
from prefect import flow, get_run_logger
from prefect.events import emit_event

from flows.steps import step
from reading.problems import Problem, Refused, Unavailable

ADDRESSES = "NABOR_NOTIFY"
"""The variable of the environment with the addresses; they may hold passwords, so no file does."""

SENDER = AppriseAsset(app_id="Nabór", app_desc="Nabór")
"""Who writes, where an address does not say."""


@flow(name="przypomnienie", persist_result=False)
def send_reminder(subject: str, text: str, call: str) -> bool:
    """Send a reminder of a call to every address; say whether there was anybody to send it to.

    ``call`` is the key under which Prefect files what is the call's.

    Raises:
        Refused: an address is no address; it was sent to the others.
        Unavailable: it could not be sent to an address; it was sent to the others.
    """
    log = get_run_logger()
    log.info("%s\n\n%s", subject, text)
    emit_event(
        "nabor.reminder",
        resource={"prefect.resource.id": f"nabor.call.{call}"},
        payload={"subject": subject, "text": text},
    )
    addresses = os.environ.get(ADDRESSES, "").split()
    if not addresses:
        log.info("Nikomu nie wysłano: zmienna %s jest pusta.", ADDRESSES)
    sent = [send(one, subject, text, return_state=True) for one in addresses]
    for state in sent:
        state.result()
    return bool(addresses)


@step("wysłanie")
def send(address: str, subject: str, text: str) -> None:
    """Send it to one address; the address itself, which may hold a password, is never told.

    Raises:
        Refused: it is no address.
        Unavailable: it could not be sent.
    """
    letter = Apprise(asset=SENDER)
    if not _is_taken(letter, address):
        what = "adresu, pod który mają iść przypomnienia, nie można odczytać"
        raise Refused([Problem(ADDRESSES, what, "np. mailtos://biuro:hasło@poczta.example.pl")])
    if not letter.notify(title=subject, body=text, body_format=NotifyFormat.TEXT):
        raise Unavailable(f"przypomnienia nie wysłano; sprawdź serwer poczty i adres w {ADDRESSES}")


def _is_taken(letter: Apprise, address: str) -> bool:
    """Give the letter an address; Apprise would log one that it cannot read, with its password."""
    log = logging.getLogger("apprise")
    log.addFilter(_of_nothing)
    try:
        return letter.add(address)
    finally:
        log.removeFilter(_of_nothing)


def _of_nothing(_record: logging.LogRecord) -> bool:
    return False
