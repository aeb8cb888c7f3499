"""The mail channel against a real server: what it makes of each answer, and of none."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from uuid import UUID

import pytest

from services.notifications.channels import Answer, Mail, Trouble
from services.notifications.channels.mail import MailServer, Server
from tests.notifications.house import LETTERHEAD, START, parsed, part
from tests.notifications.post import HANG_UP, Post, post_office

ID = UUID("6f0c1f0e-0000-4000-8000-00000000000a")
MAIL = Mail(
    notification=ID,
    message_id=LETTERHEAD.message_id(ID),
    dated=START,
    to_name="نادیا رودبار",
    to_address="nadia@example.org",
    language="fa",
    subject="ثبت‌نام شما تأیید شد: چهارمین همایش حوضه‌های آبریز",
    text="سلام\n.\nnext\n",
    html="<p>سلام</p>",
)


@pytest.fixture
async def post() -> AsyncIterator[Post]:
    async with post_office() as office:
        yield office


@pytest.fixture
async def channel(post: Post) -> AsyncIterator[MailServer]:
    server = MailServer(Server.of(post.url), LETTERHEAD, at_once=2, limit=5)
    yield server
    await server.close()


async def test_a_mail_arrives_as_it_was_written(channel: MailServer, post: Post) -> None:
    answer = await channel.send(MAIL)
    assert answer == Answer(None, "250 2.0.0 taken")
    assert post.recipients == ["nadia@example.org"]
    message = parsed(post.mails[0])
    assert message["Subject"] == MAIL.subject
    assert message["Message-ID"] == MAIL.message_id
    assert part(message, "plain") == MAIL.text


async def test_a_connection_is_kept_for_the_next_mail(channel: MailServer, post: Post) -> None:
    for _ in range(5):
        await channel.send(MAIL)
    assert len(post.mails) == 5
    assert post.greetings == 1


async def test_no_more_connections_than_seats(channel: MailServer, post: Post) -> None:
    answers = await asyncio.gather(*(channel.send(MAIL) for _ in range(20)))
    assert all(answer.trouble is None for answer in answers)
    assert post.greetings <= 2


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        ("450 4.2.1 try later", Trouble.REFUSED_FOR_NOW),
        ("550 5.1.1 no such user", Trouble.REFUSED),
        ("530 5.7.0 sign in first", Trouble.TECHNICAL),
    ],
)
@pytest.mark.parametrize("stage", ["at_sender", "at_recipient", "at_text"])
async def test_a_refusal_is_what_its_code_says_and_the_next_mail_goes_through(
    channel: MailServer, post: Post, stage: str, said: str, trouble: Trouble
) -> None:
    getattr(post, stage).append(said)
    assert await channel.send(MAIL) == Answer(trouble, said)
    assert post.mails == []
    assert (await channel.send(MAIL)).trouble is None
    assert len(post.mails) == 1


async def test_a_connection_lost_before_the_text_did_not_send_it(channel: MailServer, post: Post) -> None:
    post.at_recipient.append(HANG_UP)
    assert (await channel.send(MAIL)).trouble is Trouble.TECHNICAL
    assert post.mails == []


async def test_a_connection_lost_after_the_text_leaves_it_unknown(channel: MailServer, post: Post) -> None:
    post.at_text.append(HANG_UP)
    assert (await channel.send(MAIL)).trouble is Trouble.LOST
    assert len(post.mails) == 1  # it did arrive, which the sender cannot know


async def test_a_kept_connection_that_the_server_closed_costs_nothing(channel: MailServer, post: Post) -> None:
    await channel.send(MAIL)
    post.at_sender.append(HANG_UP)
    assert (await channel.send(MAIL)).trouble is None
    post.at_sender.append("421 4.4.2 idle for too long")
    assert (await channel.send(MAIL)).trouble is None
    assert len(post.mails) == 3
    assert post.greetings == 3


async def test_a_new_connection_that_is_turned_away_is_trouble(post: Post) -> None:
    channel = MailServer(Server.of(post.url), LETTERHEAD)
    post.at_sender.append("421 4.3.2 shutting down")
    assert (await channel.send(MAIL)).trouble is Trouble.TECHNICAL
    await channel.close()


async def test_no_server_is_trouble_on_our_side() -> None:
    channel = MailServer(Server.of("smtp://127.0.0.1:1"), LETTERHEAD)
    assert (await channel.send(MAIL)).trouble is Trouble.TECHNICAL


async def test_a_server_that_says_nothing_is_waited_for_no_longer_than_the_limit() -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()
        gone.set()

    gone = asyncio.Event()
    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    url = f"smtp://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    channel = MailServer(Server.of(url), LETTERHEAD, limit=0.05)
    assert (await channel.send(MAIL)).trouble is Trouble.TECHNICAL
    await gone.wait()  # it hung up
    server.close()


@pytest.mark.parametrize(
    "address", ["", "nobody", "a@", "@b", "a b@example.org", "a@example.org\r\nRCPT TO:<b@c>", "آ@b.example"]
)
async def test_an_address_that_no_server_can_be_asked_about_is_refused(
    channel: MailServer, post: Post, address: str
) -> None:
    answer = await channel.send(replace(MAIL, to_address=address))
    assert answer == Answer(Trouble.REFUSED, "the address cannot be used")
    assert post.recipients == []


async def test_a_domain_beyond_ascii_is_reached_by_its_ascii_name(channel: MailServer, post: Post) -> None:
    await channel.send(replace(MAIL, to_address="nadia@bücher.example"))
    assert post.recipients == ["nadia@xn--bcher-kva.example"]


def test_a_url_says_how_to_reach_the_server() -> None:
    assert Server.of("smtp://mail.example") == Server("mail.example", 25, None, None, tls=False, start_tls=None)
    assert Server.of("smtps://u:p%40ss@mail.example") == Server(
        "mail.example", 465, "u", "p@ss", tls=True, start_tls=False
    )
    assert Server.of("smtp://mail.example:2525?tls=off").start_tls is False


def test_a_password_leaves_this_machine_only_encrypted() -> None:
    assert Server.of("smtp://u:p@mail.example").start_tls is True
    assert Server.of("smtp://u:p@mail.example?tls=off").start_tls is True
    assert Server.of("smtp://u:p@127.0.0.1?tls=off").start_tls is False
