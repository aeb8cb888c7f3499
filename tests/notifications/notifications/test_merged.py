"""Somebody who was entered twice is written to under the address that is kept, whichever id registered."""

from services.notifications.mirrors import Person
from services.notifications.notifications.model import State
from shared.flow.service import Service
from tests.notifications.desk import desk
from tests.notifications.house import confirmed, knows, now, person, person_id


async def test_mails_to_an_alias_go_to_the_one_that_is_kept_also_over_two_steps(running: Service) -> None:
    await knows(running, person(1, "en", same_as=person_id(2)), person(2, "ar", same_as=person_id(3)), person(3, "fa"))
    mail = await confirmed(running, 1)
    at = desk(running)
    assert await at.mailer.step() == 1
    [sent] = at.channel.mails
    assert (sent.to_address, sent.language) == ("person3@example.org", "fa")
    assert (await now(running, mail)).recipient == person_id(1), "of the registration that is told of"


async def test_a_mail_to_an_alias_waits_for_news_of_the_one_that_is_kept(running: Service) -> None:
    await knows(running, person(1, "en", same_as=person_id(2)))
    mail = await confirmed(running, 1)
    at = desk(running)
    await at.mailer.step()
    assert at.channel.mails == []
    assert (await now(running, mail)).state is not State.SENT
    await knows(running, person(2))
    at.clock.passes(hours=1)
    await at.mailer.step()
    assert [each.to_address for each in at.channel.mails] == ["person2@example.org"]


async def test_nothing_is_written_to_an_alias_of_somebody_who_was_erased(running: Service) -> None:
    gone = Person(person_id(2))
    gone.hear(None)
    await knows(running, person(1, "en", same_as=person_id(2)), gone)
    mail = await confirmed(running, 1)
    at = desk(running)
    await at.mailer.step()
    assert (at.channel.mails, (await now(running, mail)).state) == ([], State.SUPPRESSED)
