"""The receipt of who named delegates: whom it names, and how the page's address carries that.

An address is kept in logs and histories, so it holds neither names nor ids: a delegate is a number there, the place in the list
of everybody who was ever named by this invitation, to which is only added. Who is not named any more is counted, and not called.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from services.registration.invitations.model import Invitation
from services.registration.invitations.named import Named, by_address
from shared.store import Store, Stored

NEW, BEFORE = "named", "before"
"""As the address calls them."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """Of those who were sent, in their order and by their ids in the invitation: who is named since, and who was before.

    `gone`: how many of them are not named any more.
    """

    new: list[UUID]
    before: list[UUID]
    gone: int = 0

    def carried(self, invitation: Invitation) -> dict[str, str]:
        """As parameters of an address."""
        places = {id: place for place, id in enumerate(invitation.ever)}
        parts = {NEW: self.new, BEFORE: self.before}
        return {name: _runs(places[id] for id in ids if id in places) for name, ids in parts.items() if ids}

    @classmethod
    def read(cls, invitation: Invitation, carried: Mapping[str, str]) -> "Receipt | None":
        """From the parameters of an address; None where there is no receipt, or nothing that can be read."""
        try:
            new, before = (_ids(invitation, carried.get(name, "")) for name in (NEW, BEFORE))
        except ValueError:
            return None
        now = {*invitation.delegates}
        there = cls(
            [id for id in new if id in now],
            [id for id in before if id in now],
            sum(id not in now for id in new + before),
        )
        return there if new or before else None


async def receipt_of(store: Store, named: Iterable[Named], stored: Stored[Invitation], command: UUID) -> Receipt:
    """Of `named`, who are named in `stored` by now. Of a press that is repeated, too, what the first one did is new.

    `command`: by which they were sent. What it changed is known as long as nobody changed anything after it.
    """
    there, last = stored.entity, stored.recent[-1] if stored.recent else None
    did = last is not None and last.token == command and last.version == stored.version and last.events > 0
    came = {*(there.coming or [])} if did else set()
    ids = await by_address(store, there.delegates)
    given = [*dict.fromkeys(ids[each.email] for each in named if each.email in ids)]
    return Receipt([id for id in given if id in came], [id for id in given if id not in came])


def _runs(places: Iterable[int]) -> str:
    """3, 4, 5, 9 as "3-5.9": those who are named by one table follow each other."""
    runs: list[list[int]] = []
    for place in places:
        if runs and place == runs[-1][1] + 1:
            runs[-1][1] = place
        else:
            runs.append([place, place])
    return ".".join(f"{first}-{last}" if first < last else f"{first}" for first, last in runs)


def _ids(invitation: Invitation, runs: str) -> list[UUID]:
    """Raises ValueError for what is none of ours."""
    return [*dict.fromkeys(invitation.ever[place] for place in _places(runs, len(invitation.ever)))]


def _places(runs: str, among: int) -> Iterator[int]:
    parts = runs.split(".", among) if runs else []
    if len(parts) > among:
        raise ValueError(runs)
    for run in parts:
        first, _, last = run.partition("-")
        if not 0 <= int(first) <= int(last or first) < among:
            raise ValueError(runs)
        yield from range(int(first), int(last or first) + 1)
