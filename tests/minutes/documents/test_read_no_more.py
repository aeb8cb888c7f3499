"""Who read the documents of a meeting and does not any more; and what a mail's link does not open."""

from datetime import date, timedelta
from uuid import UUID

from services.minutes.documents.handlers import tell_overdue
from shared.contracts.documents import Listing
from shared.contracts.registrations import PersonLeft, RegistrationApplied, RegistrationRejected
from tests.minutes import facts
from tests.minutes.comments.reviewing import reader
from tests.minutes.desk.forms import DESK
from tests.minutes.documents.test_api import PATH, then
from tests.minutes.documents.test_model import ABOUT
from tests.minutes.documents.test_overdue import due
from tests.minutes.documents.test_reading import OWN, linked, put_before, shown
from tests.minutes.house import API, Site, Told, tell
from tests.world.facts import known
from tests.world.site import client

LATE = Listing.of(ABOUT, hand_in_by=date(2020, 1, 1))
SECRET = "https://documents.example/secret.pdf"


async def test_who_was_erased_reads_them_no_more_also_while_signed_in(there: Site) -> None:
    await put_before(there)
    await there.erase(0)
    async with reader(there, 0) as own:
        assert (await own.get(OWN)).status_code == 404
        assert (await own.get(PATH)).status_code == 404


async def test_who_came_and_was_not_let_in_again_reads_them_no_more(there: Site) -> None:
    await put_before(there)
    here = facts.registration(0)
    left = facts.said(PersonLeft, 0, 0, left_at=facts.minute(60), source="door")
    again = facts.said(
        RegistrationApplied, 0, 0, reason="to_be_approved", again="changed", fields=["title"], freed_seat=1
    )
    rejected = facts.said(RegistrationRejected, 0, 0, reason="not_eligible")
    await there.hear([Told(here, 3, left)])
    async with reader(there, 0) as own, there.client() as nobody:
        assert shown(await own.get(OWN)) == ["general", "limited"], "they came"
        await there.hear([Told(here, 4, again), Told(here, 5, rejected)])
        assert (await own.get(OWN)).status_code == 404
        assert (await nobody.get("/minutes/documents", params=linked(there, here))).status_code == 404


async def test_what_the_door_knows_counts_more_than_what_was_noted_by_hand(there: Site) -> None:
    await put_before(there)
    who = known("person 9")
    await there.hear(tell(who, facts.recorded(9)))
    form = {"person": str(who), "state": "present", "organization": str(facts.organization(2))}
    async with there.client("secretariat") as secretary, client(there.app, there.doors, "person", sub=who) as own:
        assert (await secretary.post(f"{API}/roll", json=form)).is_success
        assert shown(await own.get(OWN)) == ["general", "limited"], "a delegate by hand"
        await there.hear(tell(facts.registration(9), facts.confirmed(9, 2, "press", "open")))
        assert (await own.get(OWN)).status_code == 404


async def test_the_link_to_what_is_late_opens_nothing_that_is_there_and_ends_with_it(there: Site) -> None:
    async with there.client("secretariat") as secretary, there.client() as anybody:
        form = Listing.of(LATE, distribution="restricted", organization=facts.organization(0))
        path = (await secretary.post(PATH, json=form.model_dump(mode="json"))).headers["Location"]
        document = UUID(path.rpartition("/")[2])
        link = {"link": there.doors.keys.link("document", document, timedelta(days=60)), "lang": "en"}
        await there.run(tell_overdue, due(document, there.clock()))
        await then(secretary, path, "versions", {"written_in": "en", "address": SECRET})
        page = (await anybody.get("/minutes/documents/awaited", params=link)).text
        assert ("RBC/7/DOC" in page, "فارسی" in page, SECRET in page) == (True, True, False)
        other = Listing.of(form, organization=facts.organization(1), title={"en": "The secret one"})
        tag = {"If-Match": (await secretary.get(path)).headers["ETag"]}
        assert (await secretary.put(path, json=other.model_dump(mode="json"), headers=tag)).is_success
        page = (await anybody.get("/minutes/documents/awaited", params=link)).text
        assert ("Nothing is late of this" in page, "RBC/7/DOC" in page) == (True, False), "others answer for it now"


async def test_where_nobody_answers_for_it_nobody_is_said_to_have_been_told(there: Site) -> None:
    async with there.client("secretariat") as secretary:
        path = (await secretary.post(PATH, json=LATE.model_dump(mode="json"))).headers["Location"]
        told = await there.run(tell_overdue, due(UUID(path.rpartition("/")[2]), there.clock()))
        assert (told.entity.warned, told.entity.overdue_at is None) == ([], False)
        assert "were told on" not in (await secretary.get(f"{DESK}/documents?lang=en")).text
