"""Groups that were there without their names stand on the record with how many came."""

import pytest

from shared.contracts.groups import GroupListed
from shared.locale import Texts
from tests.minutes import facts
from tests.minutes.house import PAGE, Site, tell
from tests.paper import read
from tests.world.facts import GATHERING, known


def listed(n: int, **other: object) -> GroupListed:
    said = {
        "group": known(f"group {n}"),
        "gathering": GATHERING,
        "called": {"en": f"Experts on silt {n}"},
        "number": 12,
    }
    return GroupListed.model_validate(said | other)


async def test_a_group_is_told_with_how_many_came(there: Site) -> None:
    here = listed(1, came=11, organization=facts.organization(0), named=[known("person 0")])
    for n, event in ((1, here), (2, listed(2)), (3, listed(3, came=4, withdrawn=True))):
        await there.hear(tell(known(f"group {n}"), event))
    await there.adjourn()
    await there.publish()
    async with there.client() as anybody:
        page = (await anybody.get(f"{PAGE}?lang=en")).text
        paper = read((await anybody.get(f"{PAGE}.pdf?lang=en")).content).text
    for text in (page, paper):
        assert ("Experts on silt 1" in text, "11 people" in text) == (True, True)
        assert ("Experts on silt 2" in text, "Experts on silt 3" in text) == (False, False), "nobody said how many came"


@pytest.mark.parametrize(("count", "said"), [(2, "شخصان"), (5, "5 أشخاص"), (11, "11 شخصًا"), (100, "100 شخص")])
def test_arabic_counts_people_as_arabic_does(count: int, said: str) -> None:
    t = Texts("ar", "latin", "services.minutes.publication")
    assert t("people", count=count).replace("\u2068", "").replace("\u2069", "") == said
