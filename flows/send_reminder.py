"""One reminder, sent to whom the office has named, or to nobody.

Where it goes is said by addresses in the form of Apprise (``NABOR_NOTIFY``, several parted by blanks),
for e-mail ``mailtos://user:password@server?to=…``; where there is none, nothing is sent anywhere, and the
reminder can be read in Prefect alone.
"""

import os

from apprise import Apprise
from prefect import flow, get_run_logger

from flows.steps import step
from reading.problems import Unavailable

ADDRESSES = "NABOR_NOTIFY"
"""The variable of the environment with the addresses; they may hold passwords, so no file does."""


@flow(name="przypomnienie", persist_result=False)
def send_reminder(subject: str, text: str) -> bool:
    """Send a reminder; say whether there was anybody to send it to.

    Raises:
        Unavailable: an address is no address, or it could not be sent.
    """
    get_run_logger().info("%s\n\n%s", subject, text)
    addresses = os.environ.get(ADDRESSES, "").split()
    for address in addresses:
        send(address, subject, text)
    return bool(addresses)


@step("wysłanie")
def send(address: str, subject: str, text: str) -> None:
    """Send it to one address; the address itself, which may hold a password, is never told."""
    letter = Apprise()
    if not letter.add(address):
        raise Unavailable(f"w {ADDRESSES} jest adres, którego nie można odczytać")
    if not letter.notify(title=subject, body=text):
        raise Unavailable("przypomnienia nie udało się wysłać; sprawdź serwer poczty i adres")
