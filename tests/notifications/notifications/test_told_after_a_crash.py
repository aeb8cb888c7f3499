"""Many are told at once when the process dies, and then what they were told changes: each is told what is so, in order.

What was begun may have been told. So it is neither suppressed nor overtaken, and the record never says more than is known.
"""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from services.notifications.channels import Answer, Channel, Trouble
from services.notifications.channels.folder import Folder
from services.notifications.channels.mail import MailServer, Server
from services.notifications.mirrors import Gathering
from services.notifications.notifications import handlers
from services.notifications.notifications.commands import Sent
from services.notifications.notifications.model import Notification, State
from shared.contracts.registrations import RegistrationCancelled
from shared.flow.service import Service
from tests.notifications.desk import desk, dies
from tests.notifications.house import (
    GATHERING,
    LETTERHEAD,
    Clock,
    Said,
    confirmed,
    facts,
    gathering,
    hears,
    knows,
    now,
    person,
)
from tests.notifications.post import post_office

MANY = 64


async def told_while_dying(running: Service, way: Callable[[], Channel]) -> list[Notification]:
    """Many register; the process dies at the fifth mail; all are cancelled; another process goes on. All notifications."""
    await knows(running, *(person(n) for n in range(MANY)))
    first = [await confirmed(running, n) for n in range(MANY)]
    await dies(running, way(), after=4)
    then = [await hears(running, RegistrationCancelled(**facts(n)), n, 2) for n in range(MANY)]
    await desk(running, way()).mailer.step()
    return [await now(running, each) for each in (*first, *then)]


async def test_everybody_is_told_through_the_folder(running: Service, tmp_path: Path) -> None:
    told = await told_while_dying(running, lambda: Folder(tmp_path / "mails", LETTERHEAD))
    assert Counter(each.state for each in told) == {State.SENT: 2 * MANY}
    assert {file.stem for file in (tmp_path / "mails").glob("*.eml")} == {str(each.id) for each in told}


async def test_everybody_is_told_through_a_mail_server_in_the_order_in_which_it_happened(running: Service) -> None:
    async with post_office() as post:
        told = await told_while_dying(running, lambda: MailServer(Server.of(post.url), LETTERHEAD))
        assert Counter(each.state for each in told) == {State.SENT: 2 * MANY}
        order = [UUID(id[1:37]) for id in post.ids()]
        assert set(order) == {each.id for each in told}
        last = {id: place for place, id in enumerate(order)}
        lines: dict[tuple[str, UUID], list[int]] = {}
        for each in sorted(told, key=lambda it: it.about_sequence):
            lines.setdefault(each.thing, []).append(last[each.id])
        assert all(line == sorted(line) for line in lines.values())


async def left(running: Service, answers: int = 1, channel: Any = None) -> Notification:
    """A mail that was begun so many times by processes that died."""
    await knows(running, person(1))
    mail = await confirmed(running, 1)
    for _ in range(answers):
        await dies(running, channel)
    return mail


def troubles(notification: Notification) -> list[Trouble | None]:
    return [each.trouble for each in notification.attempts]


async def test_what_may_have_arrived_is_not_said_to_be_suppressed_once_the_gathering_is_over(running: Service) -> None:
    mail = await left(running)
    later = desk(running, clock=Clock(gathering().ends_at or Clock().at))
    await later.mailer.step()
    kept = await now(running, mail)
    assert (kept.state, kept.reason, troubles(kept)[0]) == (State.TECHNICAL_FAILURE, "", Trouble.LOST)
    assert later.channel.mails == []


async def test_where_a_repeat_leaves_one_mail_what_was_begun_is_finished_though_the_gathering_is_over(
    running: Service,
) -> None:
    folder = Said()
    folder.repeatable = True
    mail = await left(running, channel=folder)
    await desk(running, folder, Clock(gathering().ends_at or Clock().at)).mailer.step()
    assert (await now(running, mail)).state is State.SENT


async def test_what_may_have_arrived_at_who_was_erased_is_not_said_to_be_suppressed_and_the_channel_forgets(
    running: Service,
) -> None:
    mail = await left(running)
    someone = person(1)
    someone.hear(None)
    await knows(running, someone)
    at = desk(running)
    await at.mailer.forget_erased()
    await at.mailer.step()
    await at.mailer.forget_erased()
    kept = await now(running, mail)
    assert (kept.state, kept.reason, at.channel.mails) == (State.TECHNICAL_FAILURE, "", [])
    assert at.channel.forgotten == [mail.id, mail.id], "whoever died may have left something after it was forgotten"


async def test_a_refusal_of_the_repeat_says_nothing_of_what_was_handed_over_first(running: Service) -> None:
    mail = await left(running)
    await desk(running, Said([Answer(Trouble.REFUSED, "550 5.1.1 no")])).mailer.step()
    assert (await now(running, mail)).state is State.TECHNICAL_FAILURE


async def test_looking_for_the_recipient_says_nothing_of_what_was_handed_over_first(running: Service) -> None:
    mail = await left(running)
    stored = await running.store.get(Gathering, GATHERING)
    assert stored is not None
    stored.entity.starts_at = None
    await running.store.commit([stored])
    await desk(running).mailer.step()
    assert troubles(await now(running, mail)) == [Trouble.LOST, Trouble.UNKNOWN]


async def test_what_was_overtaken_after_the_repeat_was_refused_holds_its_successor_up_no_longer(
    running: Service,
) -> None:
    mail = await left(running)
    at = desk(running, Said([Answer(Trouble.REFUSED_FOR_NOW, "450")]))
    await at.mailer.step()
    then = await hears(running, RegistrationCancelled(**facts(1)), 1, 2)
    await at.mailer.step()
    kept = await now(running, mail)
    assert (kept.state, troubles(kept)[:2]) == (State.TECHNICAL_FAILURE, [Trouble.LOST, Trouble.REFUSED_FOR_NOW])
    assert (await now(running, then)).state is State.SENT


async def test_an_answer_that_was_lost_is_cleared_up_at_once_where_something_waits_behind_it(running: Service) -> None:
    await knows(running, person(1))
    mail = await confirmed(running, 1)
    at = desk(running, Said([Answer(Trouble.LOST, "TimeoutError")]))
    await at.mailer.step()
    then = await hears(running, RegistrationCancelled(**facts(1)), 1, 2)
    await at.mailer.step()
    assert [each.notification for each in at.channel.mails] == [mail.id, mail.id, then.id]
    assert (await now(running, mail)).state is State.SENT


async def test_a_sender_that_was_taken_for_dead_may_still_say_that_it_was_sent(running: Service) -> None:
    """Twice nobody knew, so it was given up; then the first sender is heard of after all."""
    mail = await left(running, answers=2)
    at = desk(running)
    await at.mailer.step()
    assert (await now(running, mail)).state is State.TECHNICAL_FAILURE
    assert at.channel.mails == []
    late = Sent(id=uuid4(), at=at.clock.at + timedelta(seconds=1), notification=mail.id, answer="250")
    await running.run(handlers.sent, late)
    kept = await now(running, mail)
    assert (kept.state, [each for each in troubles(kept) if each is None]) == (State.SENT, [None])


async def test_a_folder_full_of_crashes_is_not_given_up_for_one_full_disk(running: Service) -> None:
    folder = Said([Answer(None, "written")] * 3 + [Answer(Trouble.TECHNICAL, "No space left on device")])
    folder.repeatable = True
    mail = await left(running, answers=3, channel=folder)
    at = desk(running, folder)
    await at.mailer.step()
    assert (await now(running, mail)).state is State.TEMPORARY_FAILURE
    at.clock.passes(days=1)
    await at.mailer.step()
    assert (await now(running, mail)).state is State.SENT
