"""To answer may be two commands: what was decided by, and is changed, falls back first, so that no place is held by what nobody
approved, whenever a process ends."""

from dataclasses import replace
from uuid import UUID, uuid5

from services.registration.answers.handlers import answer
from services.registration.answers.model import Answer, Answers, marks
from services.registration.fields.checks import answered
from services.registration.fields.queries import questions_of
from services.registration.files.folder import Folder
from services.registration.registrations import admission
from services.registration.registrations.application import step
from services.registration.registrations.commands import FallBack
from services.registration.registrations.model import Registration
from shared.errors import Conflict
from shared.flow import Read
from shared.http.ask import Doing
from shared.store import Store, Stored


async def say(
    do: Doing,
    store: Store,
    folder: Folder,
    asked: Answer,
    *,
    anew: bool = False,
    document: tuple[type[Answers], UUID] | None = None,
) -> Answers:
    """Answer. `anew`: the person knows that the secretariat decides anew. Raises what `answer` raises.

    A file that is replaced goes once nothing names it. One that came for nothing is left to the sweep, but for those of somebody
    who was erased meanwhile: another request may bring the same at this moment.
    """
    before = await store.get(Answers, asked.registration)
    if anew and asked.by == "person" and (fields := await _deciding(store, asked, before)):
        command = FallBack(**step(asked, "fall back"), registration=asked.registration, fields=fields)
        await do(admission.fall_back, command)
    try:
        entity: Answers = (await do(answer, replace(asked, id=uuid5(asked.id, "answer")), document=document)).entity
    except Conflict as refused:
        if refused.slug == "erased":
            await folder.forget(asked.registration)
        raise
    if before:
        await folder.remove(entity.id, before.entity.named - entity.named)
    return entity


async def _deciding(store: Store, asked: Answer, before: Stored[Answers] | None) -> list[str]:
    """What falls back; nothing where the answers are none, or come too late, and will be refused."""
    there = await Read(store).one(Registration, asked.registration)
    questions = await questions_of(Read(store), there.gathering, there.category)
    kept, wrong = answered(questions.of("person"), asked.said)
    if wrong or before is None or questions.is_over(asked.at):
        return []
    return questions.deciding(before.entity.marks(questions.fields), kept | marks(asked.files))
