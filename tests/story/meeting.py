"""What is said at a meeting: on its agenda, by speakers, and what is brought forward."""

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.story.chain import Chain
from tests.story.documents import list_documents
from tests.story.speaking import PAGES as SPEAKERS_PAGES
from tests.story.speaking import speak

ITEM = {"title": {"en": "Water for the upper basin"}}
SAID = {"words": "The river carries less.", "said_in": "en"}

PAGES = [
    f"/minutes/gatherings/{{gathering:uuid}}/{path}"
    for path in (
        *("decisions", "steps/{step}", "decisions/{decision:uuid}/correct", "decisions/{decision:uuid}/withdraw"),
        "decisions/{decision:uuid}/reserve",
        *("votes", "circulate", "roles"),
        *(
            "agenda",
            "agenda/adopt",
            "agenda/{item:uuid}/{step}",
            *("course/take-up", "course/close/{item:uuid}", "course/undo"),
            "statements/new",
            "statements/{statement:uuid}/{step}",
        ),
        *("contributions/new", "contributions/{contribution:uuid}/{step}"),
        *("documents", "documents/{document:uuid}/{step}"),
        *("taker", "taker/settle", "taker/{paragraph:uuid}/{step}"),
    )
] + ["/minutes/objection", *SPEAKERS_PAGES]
"""Where the forms of minutes are sent to."""


async def meet(chain: Chain) -> None:
    """Each thing that a record takes, and each thing that becomes of it. While the minutes are a draft, and the session began."""
    minutes = chain.minutes
    first, second, gone = [await _made(chain, "agenda", ITEM) for _ in range(3)]
    await _then(chain, f"{second}/move", {"before": first.rpartition("/")[2]})
    await _then(chain, f"{gone}/withdraw")
    await chain.move(minutes, "adopt-agenda")
    await _then(chain, f"{minutes}/roles", {"chair": chain.people[0], "acting": True})
    for path in (f"{first}/take-up", f"{second}/take-up", f"{second}/close", f"{first}/take-up"):
        await chain.post(path)
    await _then(chain, f"{minutes}/course/undo")
    await speak(chain, *(each.rpartition("/")[2] for each in (first, second)))
    await list_documents(chain, first.rpartition("/")[2])
    by_all = {"text": {"en": "The record is kept."}, "adoption": "acclamation"}
    decided = (await chain.post(f"{minutes}/decisions", by_all)).headers["Location"]
    reservation = {"member": await chain.organization(0), "words": "Only in spring.", "said_in": "en"}
    await chain.post(
        f"{decided}/reservations", reservation, **{"If-Match": (await chain.secretary.get(decided)).headers["ETag"]}
    )
    week = (datetime.now(UTC) + timedelta(days=7)).isoformat()
    await chain.post(f"{minutes}/decisions/circulations", {"text": {"en": "A gauge is read daily."}, "reply_by": week})
    about = {"item": first.rpartition("/")[2], "speaker": chain.people[0]}
    statements = [await _made(chain, "statements", {**SAID, **about, "manner": "summary"}) for _ in range(2)]
    await _then(chain, f"{statements[0]}/correct", {**SAID, **about, "manner": "as_said", "reason": "Verbatim."})
    await _then(chain, f"{statements[1]}/withdraw", {"reason": "It was not said."})
    origin = {"people": chain.people[:1]}
    for disposal in ("taken_up", "declined", "made_action", "kept"):
        suggestion = {**SAID, **origin, "contribution_kind": "suggestion", "item": about["item"]}
        made = await _made(chain, "contributions", suggestion)
        await chain.post(f"{made}/answers", SAID)
        await _then(chain, f"{made}/dispose", {"disposal": disposal, "reason": "It was agreed."})
        if disposal == "kept":
            await _then(chain, f"{made}/withdraw", {"reason": "It was made twice."})
    for step in ("settle", "strike"):
        await _then(chain, f"{await _made(chain, 'paragraphs', {**SAID, **about, 'mark': 'solution'})}/{step}")


async def _made(chain: Chain, what: str, form: dict[str, Any]) -> str:
    """Something new; where it is."""
    return str((await chain.post(f"{chain.minutes}/{what}", form)).headers["Location"])


async def _then(chain: Chain, path: str, form: dict[str, Any] | None = None) -> None:
    """A step of it, with the ETag that was just read."""
    tag = {"If-Match": (await chain.secretary.get(path.rpartition("/")[0])).headers["ETag"]}
    await chain.post(path, form, **tag)


async def correct_and_withdraw(chain: Chain, path: str) -> None:
    """A decision that was published says something else, and then stands no more."""
    text = {"text": {"en": "The council meets in autumn."}, "adoption": "consensus"}
    for step, form in (("correct", text), ("withdraw", {})):
        tag = {"If-Match": (await chain.secretary.get(path)).headers["ETag"]}
        await chain.post(f"{path}/{step}", form | {"reason": "It was recorded wrongly."}, **tag)
