"""What was said at an earlier edition, and what is still to do of it, from tables: at once, and by a loop."""

from services.minutes.mirrors.editions import Edition
from tests.story.chain import Chain
from tests.waiting import until

PAGES = ("/minutes/history/statements/{statement:uuid}/{step}",)
TABLES = {
    **dict.fromkeys(("/minutes/v1/imports/jobs", "/minutes/imports"), "a table is looked at, of which nobody is told"),
    "/minutes/imports/{job:uuid}": "an import that was begun is not begun again",
}
CSV = {"Content-Type": "text/csv"}
SAID = "/minutes/v1/history/statements"
IMPORTS = "/minutes/v1/imports"
HEAD = "series,number,reference,language,manner,words\n"


async def tell_of_before(chain: Chain) -> None:
    """Two statements, of which one is corrected and then withdrawn, and a commitment; and one statement by a job."""
    await chain.house.settle()
    table = f"{HEAD}A series,9,1,en,summary,The river was high.\nA series,9,2,en,summary,It fell.\n"
    answer = await chain.secretary.post(f"{IMPORTS}/statements", content=table.encode(), headers=CSV)
    assert (answer.status_code, answer.json()["created"]) == (200, 2), answer.text
    owes = b"series,number,reference,kind,text_en\nA series,9,1,action,Measure it.\n"
    answer = await chain.secretary.post(f"{IMPORTS}/commitments", content=owes, headers=CSV)
    assert (answer.status_code, answer.json()["created"]) == (200, 1), answer.text
    there = (await chain.house.service("minutes").store.find(Edition, {})).items
    [edition] = [stored.id for stored in there if stored.entity.number == 9]
    path = f"{SAID}/{(await chain.secretary.get(SAID, params={'edition': str(edition)})).json()[0]['id']}"
    form = {"words": "The river was very high.", "manner": "summary", "said_in": "en", "reason": "Heard again."}
    for step, said in (("correct", form), ("withdraw", {"reason": "It was not said."})):
        tag = {"If-Match": (await chain.secretary.get(path)).headers["ETag"]}
        await chain.post(f"{path}/{step}", said, **tag)
    await _later(chain)


async def _later(chain: Chain) -> None:
    table = f"{HEAD}A series,9,3,en,summary,It rose again.\n".encode()
    async with chain.house.client("secretariat") as once:
        made = await once.post(f"{IMPORTS}/jobs", content=table, headers=CSV)
    path = f"{IMPORTS}/jobs/{made.json()['id']}"
    tag = {"If-Match": made.headers["ETag"]}
    assert (await chain.secretary.post(f"{path}/start", headers=tag)).status_code == 200

    async def done() -> bool:
        return bool((await chain.secretary.get(path)).json()["stage"] == "done")

    await until(done)
