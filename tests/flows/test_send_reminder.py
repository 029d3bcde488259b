"""A reminder goes out by real SMTP to whom NABOR_NOTIFY names, once, and a password is told nobody."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from urllib.parse import quote

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import LogFilter, LogFilterFlowRunId
from prefect.client.schemas.objects import State
from prefect.logging.handlers import APILogHandler
from prefect.settings import PREFECT_API_URL, temporary_settings

from flows.send_reminder import ADDRESSES, send_reminder
from reading.problems import Refused, Unavailable
from tests.conftest import free_port

SUBJECT = "Nabór 1/2030: Pisma do wnioskodawców – do 14.05.2030"
TEXT = "Nabór 1/2030 – Źródła & ścieżki\nLGD „Przykład”\n\nCo: Pisma do wnioskodawców\nKto: biuro LGD\n"
PASSWORD = "tajne-haslo"
NOBODY_ANSWERS = f"mailto://biuro:{PASSWORD}@127.0.0.1:1?to=a@example.pl&from=b@example.pl"


class Postbox:
    """Takes every letter in, as a mail server does."""

    def __init__(self) -> None:
        self.letters: list[tuple[list[str], EmailMessage]] = []

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - the name is aiosmtpd's
        assert isinstance(envelope.content, bytes)
        letter = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(letter, EmailMessage)
        self.letters.append((envelope.rcpt_tos, letter))
        return "250 OK"


@pytest.fixture
def postbox() -> Iterator[tuple[Postbox, int]]:
    """A mail server of this machine, and its port."""
    box = Postbox()
    controller = Controller(box, hostname="127.0.0.1", port=free_port())
    controller.start()
    yield box, controller.port
    controller.stop()


def address(port: int, to: str = "biuro@example.pl") -> str:
    return f"mailto://127.0.0.1:{port}?to={quote(to)}&from=nabor@example.pl"


@pytest.fixture
def sent(prefect_server: str, monkeypatch: pytest.MonkeyPatch):
    """Run the flow with these addresses."""

    def once(*addresses: str) -> State[bool]:
        monkeypatch.setenv(ADDRESSES, " ".join(addresses))
        with temporary_settings({PREFECT_API_URL: prefect_server}):
            return send_reminder(SUBJECT, TEXT, "przyklad-1-2030", return_state=True)

    return once


def test_a_letter_arrives_once_with_its_subject_and_every_line_of_its_text(sent, postbox):
    box, port = postbox
    assert sent(address(port)).result() is True
    ((to, letter),) = box.letters
    assert to == ["biuro@example.pl"]
    assert letter["Subject"] == SUBJECT
    assert letter["From"].addresses[0].addr_spec == "nabor@example.pl"
    body = letter.get_body(("plain",))
    assert body is not None
    assert body.get_content().splitlines() == TEXT.splitlines()


def test_every_address_gets_it_though_another_cannot_be_read(sent, postbox):
    box, port = postbox
    state = sent("nie-adres", address(port), address(port, "prezes@example.pl"))
    assert [to for to, _ in box.letters] == [["biuro@example.pl"], ["prezes@example.pl"]]
    assert isinstance(state.result(raise_on_failure=False), Refused)


def test_without_an_address_nothing_is_sent_and_the_flow_says_so(sent, postbox, prefect_server):
    box, _ = postbox
    state = sent()
    assert state.result() is False
    assert box.letters == []
    wanted = LogFilter(flow_run_id=LogFilterFlowRunId(any_=[state.state_details.flow_run_id]))
    with temporary_settings({PREFECT_API_URL: prefect_server}), get_client(sync_client=True) as api:
        APILogHandler().flush()  # what is logged goes to the server a while later
        said = [one.message for one in api.read_logs(wanted)]
    assert f"{SUBJECT}\n\n{TEXT}" in said
    assert "Nikomu nie wysłano: zmienna NABOR_NOTIFY jest pusta." in said


@pytest.mark.parametrize(
    ("wrong", "failure", "words"),
    [
        (f"mailto://biuro:{PASSWORD}@", Refused, "adresu, pod który mają iść przypomnienia"),
        (NOBODY_ANSWERS, Unavailable, "przypomnienia nie wysłano; sprawdź serwer poczty i adres"),
    ],
    ids=["no address", "no server"],
)
def test_a_wrong_address_is_told_in_polish_and_without_its_password(
    sent, capfd: pytest.CaptureFixture[str], wrong: str, failure: type[Exception], words: str
):
    state = sent(wrong)
    with pytest.raises(failure, match=words):
        state.result()
    printed = capfd.readouterr()
    assert PASSWORD not in f"{state.message} {printed.out} {printed.err}"
