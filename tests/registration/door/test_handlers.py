"""The door asks for a confirmed registration, on its day."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from services.registration.door import handlers as door
from services.registration.registrations.model import Registration, RegistrationState
from shared.errors import Conflict, NotFound
from tests.registration.facts import passes
from tests.registration.house import (
    come,
    house,
    opened,
)

State = RegistrationState


async def test_the_door_lets_in_who_is_confirmed_on_its_day(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, range(3), delegate=1)
        for n in range(2):
            await come(service, n)
        entered: Registration = (await service.run(door.enter, passes(0, 1))).entity
        assert entered.inside
        for n, minute, code in ((0, 2, "already-inside"), (1, 2, "not-confirmed"), (0, 60 * 24, "wrong-day")):
            with pytest.raises(Conflict) as refused:
                await service.run(door.enter, passes(n, minute))
            assert refused.value.slug == code
        with pytest.raises(NotFound) as unknown:
            await service.run(door.enter, passes(2, 2))
        assert unknown.value.slug == "unknown"
        left: Registration = (await service.run(door.leave, passes(0, 9))).entity
        assert not left.inside


async def test_a_scan_without_a_time_of_its_own_may_be_sent_again_under_its_key(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, [1], delegate=1)
        await come(service, 1)
        scan = replace(passes(1), passed_at=None)
        first = await service.run(door.enter, scan)
        again = await service.run(door.enter, replace(scan, at=scan.at + timedelta(seconds=5)))
        assert (first.version, first.entity.inside) == (again.version, True)
