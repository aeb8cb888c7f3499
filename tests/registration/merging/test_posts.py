"""What was entered by hand of who was entered twice is known of the one that is kept."""

from pathlib import Path

from services.registration.merging.handlers import merge_people
from services.registration.people.commands import EnterPost
from services.registration.people.handlers import enter_post
from shared.contracts.people import PEOPLE, Post
from tests.registration.facts import message
from tests.registration.house import erase, house, opened
from tests.registration.merging.test_people import id_of, merge, the
from tests.world.records import everything
from tests.world.service import hearing


async def test_the_posts_of_the_duplicate_are_kept_and_told_but_not_of_the_erased(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, range(3), delegate=2)
        for n, held in enumerate(("Adviser", "Minister", "Envoy")):
            post = Post(positions={"en": held}, begins="2020", ends="2022")
            await service.run(enter_post, EnterPost(**message(), person=id_of(n), post=post))
        async with hearing(service):
            await service.run(merge_people, merge(0, 1))
        kept = await the(service, 1)
        assert sorted(each.position for each in kept.posts if each.id) == ["Adviser", "Minister"]
        told = [each.value or b"" for each in await everything(service.log, PEOPLE.name)]
        assert [each for each in told if b"Adviser" in each and b"Minister" in each], "both at once"
        await service.run(merge_people, merge(2, 1))
        await erase(service, id_of(1))
        async with hearing(service):
            pass
        assert (await the(service, 1)).posts == []
