"""The pages of letters: who signs and what it will say, the number, the register, and what becomes of a letter."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

from services.registration.letters.erased import forget_letters
from shared.settings import Settings
from tests.registration.house import Ahead, erase, site
from tests.registration.invitations.test_answering import hidden
from tests.registration.letters.test_api import begun


async def test_a_letter_is_shown_before_it_is_numbered_and_stands_in_the_register_from_then_on(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        secretary.headers["Accept-Language"] = "en"
        one, all_, chair = await begun(here, secretary)
        letter = f"{one.removeprefix('/v1')}/letter"
        page = (await secretary.get(letter)).text
        assert all(each in page for each in ("Chair · Ana Ford · Council", "مینا رود گرامی", "Number the letter"))
        assert f"{letter}" in (await secretary.get(one.removeprefix("/v1"))).text
        assert (await secretary.get(f"{letter}.pdf")).status_code == 404, "there is none yet"
        unknown = await secretary.get(letter, params={"signer": "nobody@example.org"})
        assert (unknown.status_code, "Nobody on record has this address." in unknown.text) == (422, True)
        unposted = await secretary.get(letter, params={"signer": "ford@example.org", "office": ""})
        assert "This person has no position." in unposted.text
        typed = {"office": chair, "signer": "", **hidden(page)}
        made = [await secretary.post(letter, data=typed) for _ in range(2)]
        assert made[0].status_code == 303, made[0].text
        assert made[0].headers["Location"] == made[1].headers["Location"], "pressed twice, it is one letter"
        path = made[0].headers["Location"].removeprefix("/registration")
        assert "Number another letter" in (await secretary.get(letter)).text
        again = (await secretary.get(f"{all_.removeprefix('/v1')}/letter")).text
        assert f'value="{chair}" selected' in again, "who signed last is offered first"
        shown = (await secretary.get(path)).text
        assert all(each in shown for each in ("Numbered", "مینا رود گرامی", f"{path}.pdf"))
        register = (await secretary.get("/letters", params={"state": "numbered"})).text
        assert path in register
        assert path not in (await secretary.get("/letters", params={"state": "void"})).text


async def test_what_becomes_of_it_is_said_on_its_page(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        secretary.headers["Accept-Language"] = "en"
        one, _, chair = await begun(here, secretary)
        made = (await secretary.post(f"{one}/letters", json={"office": chair})).json()
        path = f"/letters/{made['id']}"
        typed = hidden((await secretary.get(path)).text)
        for day in ("tomorrow", "2020-01-01"):
            wrong = await secretary.post(f"{path}/send", data=typed | {"on": day})
            assert (wrong.status_code, f'value="{day}"' in wrong.text) == (422, True)
            typed = hidden(wrong.text)
        sent = await secretary.post(f"{path}/send", data=typed | {"on": made["dated"], "how": "handed_over"})
        assert sent.status_code == 303, sent.text
        assert "Handed over" in (await secretary.get(path)).text
        assert (await secretary.post(f"{path}/void", data=typed | {"reason": ""})).status_code == 422
        late = await secretary.post(f"{path}/void", data={"version": "1", "reason": "The hall moved."})
        assert late.status_code == 412
        now = hidden(late.text)
        assert (await secretary.post(f"{path}/void", data=now | {"reason": "The hall moved."})).status_code == 303
        assert "The hall moved." in (await secretary.get(path)).text
        async with here.client("person") as other:
            for page in (path, f"{path}.pdf", "/letters", f"{one.removeprefix('/v1')}/letter"):
                assert (await other.get(page)).status_code == 403
        await erase(here.service, UUID(made["person"]))
        await forget_letters(here.service, Settings(data=tmp_path), UUID(made["person"]))
        for page in (path, "/letters"):
            kept = (await secretary.get(page)).text
            assert ("Nothing is kept but the number" in kept, "مینا رود" in kept) == (True, False), (
                "and it is shown still"
            )
        assert (await secretary.get(f"{path}.pdf")).status_code == 404


async def test_today_is_the_day_of_the_venue_on_the_page_and_in_what_it_takes(tmp_path: Path) -> None:
    """In the late evening of UTC it is tomorrow in Tehran."""
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        one, _, chair = await begun(here, secretary)
        made = (await secretary.post(f"{one}/letters", json={"office": chair})).json()
        now = here.service.clock()
        evening = now.replace(hour=22) + timedelta(days=1)
        here.service.clock = Ahead(evening - now)
        page = (await secretary.get(f"/letters/{made['id']}")).text
        tomorrow = (evening + timedelta(days=1)).date()
        assert f'value="{tomorrow.isoformat()}"' in page
        typed = hidden(page) | {"on": tomorrow.isoformat(), "how": "posted"}
        assert (await secretary.post(f"/letters/{made['id']}/send", data=typed)).status_code == 303
