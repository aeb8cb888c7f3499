"""What is asked of the store about a review: whose it is, which text is reviewed, and what was commented."""

from collections.abc import Sequence
from uuid import UUID

from services.minutes.actions.model import Action
from services.minutes.actions.queries import answering
from services.minutes.attendance.queries import meant, names_of
from services.minutes.comments.model import Comment
from services.minutes.mirrors.model import Person
from services.minutes.publication.content import canonical, content_of, restricted_of, sha256
from services.minutes.publication.queries import account_of
from services.minutes.record.model import Minutes
from services.minutes.reviews.model import Review, review_id
from services.minutes.statements.queries import statements_of
from shared.auth import Keys
from shared.contracts.actions import ActionFacts
from shared.errors import Conflict, NotFound
from shared.flow import Read
from shared.store import Store
from shared.store.every import every


async def asked(store: Store, gathering: UUID, person: UUID | None) -> Review:
    """The review of this person, also under the id of whom they were merged into. Raises NotFound for who is not asked."""
    if person:
        known = await store.get(Person, person)
        for id in {person, (known.entity.merged_into if known else None) or person}:
            if stored := await store.get(Review, review_id(gathering, id)):
                return stored.entity
    raise NotFound("There are no such minutes here.")


async def text_of(store: Store, gathering: UUID, keys: Keys) -> str:
    """The SHA-256 of what the minutes say now. What is not public is in it by a fingerprint that only this installation can make:
    or whoever guesses a short text could try it, since approvals are told on the log."""
    read = Read(store)
    account = await account_of(read, await read.one(Minutes, gathering))
    restricted = canonical(restricted_of(await statements_of(read, gathering, all_of_them=True)))
    hidden = keys.fingerprint("what is not public", restricted)
    return sha256(canonical({"public": content_of(account), "restricted": hidden}))


async def must_be(store: Store, gathering: UUID, text: str, keys: Keys) -> None:
    """Raises Conflict ("changed") if the minutes say something else by now than what was seen."""
    if await text_of(store, gathering, keys) != text:
        raise Conflict("The minutes were changed meanwhile; look at them as they are now.", code="changed")


async def comments_of(read: Read, gathering: UUID, person: UUID | None = None) -> list[Comment]:
    """The oldest first; of one person, or of all."""
    where = {"gathering": gathering} | ({"person": person} if person else {})
    return [each.entity async for each in every(read, Comment, where, sort="made_at")]


async def actions_of(read: Read, gathering: UUID, person: UUID | None = None) -> Sequence[Action]:
    """What is to be done as it came of the gathering; for a `person` what they answer for: the rest is not theirs to read."""
    found = [each.entity async for each in every(read, Action, {"gathering": gathering})]
    return [each for each in found if person is None or await answers_for(read, person, each.facts)]


async def answers_for(read: Read, person: UUID, facts: ActionFacts) -> bool:
    """This person is its owner, or a focal point of the organization that is; also under an id that was merged."""
    owners = await meant(read, facts.organization) if facts.organization else [None]
    who = {each for owner in owners for each in await answering(read, facts.person, owner)}
    return not who.isdisjoint((await names_of(read, [person], Person))[person])
