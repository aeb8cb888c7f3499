"""With a person go their files, wherever a process dies over it; what nothing names goes after an hour, and nothing else does."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from services.registration.answers.work import UNNAMED, sweep
from services.registration.erasure.work import erase_all
from services.registration.files.folder import Folder
from services.registration.files.model import PDF, PNG
from shared.flow.point import ARMED
from shared.settings import Settings
from tests.registration.answers.test_answers import registration
from tests.registration.answers.test_files import bring, bringing, lying
from tests.registration.files.made import PAPER, png
from tests.registration.house import erase, erase_whole
from tests.registration.registrations.test_personal import DETAILS
from tests.world.crash import Crash, Fuse
from tests.world.service import hearing

MARK = b"Unheard Offace"
FILES = {"answer_badge": ("Unheard Ofname.png", png(mark=MARK), PNG), "answer_scan": ("a.pdf", PAPER, PDF)}
POINTS = [(point, after) for after in (1, 2, 3) for point in ("run.decided", "run.committed")]
"""The name in the registration, the answers, the mark of the person."""


@pytest.mark.parametrize(("point", "after"), [("", 0), *POINTS])
async def test_of_who_was_erased_no_byte_is_left_also_where_a_process_dies_over_it(
    tmp_path: Path, point: str, after: int
) -> None:
    def left() -> set[str]:
        files = [path for path in tmp_path.rglob("*") if path.is_file()]
        return {path.name for path in files if any(each in path.read_bytes() for each in (MARK, b"Unheard Ofname"))}

    async with bringing(tmp_path) as own:
        service = own.here.service
        assert (await bring(own, FILES)).status_code == 303
        assert left()
        await erase(service, UUID(own.person))
        if point:
            armed = ARMED.set(Fuse(point, after))
            with pytest.raises(Crash):
                await erase_all(service, Settings(data=tmp_path))
            ARMED.reset(armed)
        assert await erase_all(service, Settings(data=tmp_path)) == (0 if (point, after) == POINTS[-1] else 1)
        assert lying(tmp_path) == []
        late = await bring(own, FILES)
        assert late.status_code == 404, "nobody who is known has this id"
    assert left() == set()


async def test_who_was_merged_keeps_their_files_and_loses_them_with_whom_they_became(tmp_path: Path) -> None:
    async with bringing(tmp_path) as own, own.here.client("secretariat") as secretary:
        service = own.here.service
        await bring(own, FILES)
        other = (await secretary.post("/v1/people", json=DETAILS | {"email": "b@example.org"})).json()["id"]
        tag = (await secretary.get(f"/v1/people/{own.person}")).headers["ETag"]
        async with hearing(service):
            into = {"into": other}
            merged = await secretary.post(f"/v1/people/{own.person}/merge", json=into, headers={"If-Match": tag})
            assert merged.status_code == 200, merged.text
        path = f"/v1/registrations/{await registration(own)}/answers/badge/file"
        async with own.here.client(sub=UUID(other)) as self_:
            assert (await self_.get(path)).content == FILES["answer_badge"][1]
        assert (await own.owner.get("/status/answers/badge", params=own.link)).status_code == 200
        await erase(service, UUID(other))
        await erase_whole(service, tmp_path)
        assert lying(tmp_path) == []


async def test_a_file_of_a_process_that_died_before_a_document_named_it_is_swept(tmp_path: Path) -> None:
    async with bringing(tmp_path) as own:
        path = f"/v1/registrations/{await registration(own)}/answers/scan/file"
        sent: dict[str, Any] = {"content": PAPER, "headers": {"Content-Type": PDF, "Idempotency-Key": "once"}}
        async with own.here.client(sub=UUID(own.person)) as self_:
            armed = ARMED.set(Fuse("run.decided"))
            with pytest.raises(Crash):
                await self_.post(path, **sent)
            ARMED.reset(armed)
            [left] = lying(tmp_path)
            assert (await self_.get(path)).status_code == 404, "it is durable, and nothing names it"
            assert (await self_.post(path, **sent)).status_code == 200
            assert lying(tmp_path) == [left], "sent again under its key it is the same file"
            await self_.post(path.removesuffix("/scan/file"), json={"answers": {"scan": None}})
            left.write_bytes(PAPER)
        os.utime(left, (0, 0))
        assert await sweep(own.here.service, Folder(tmp_path / "files")) == 1


async def test_what_nothing_names_goes_after_an_hour_and_what_is_named_or_new_stays(tmp_path: Path) -> None:
    async with bringing(tmp_path) as own:
        folder, service = Folder(tmp_path / "files"), own.here.service
        await bring(own, FILES)
        owner, named = UUID(await registration(own)), lying(tmp_path)
        new, old = folder.at(owner, uuid4()), [folder.at(owner, uuid4()), folder.path / f"{owner}.{uuid4()}.part"]
        stranger, foreign = folder.at(uuid4(), uuid4()), folder.path / "lost+found"
        hour_ago = (service.clock() - UNNAMED - timedelta(seconds=1)).timestamp()
        for path in (new, *old, stranger, foreign):
            path.write_bytes(PAPER)
        for path in (*old, stranger, *named, foreign):
            os.utime(path, (hour_ago, hour_ago))
        os.utime(new, (hour_ago + 60, hour_ago + 60))
        assert await sweep(service, folder) == 3
        assert lying(tmp_path) == sorted([*named, new, foreign])
        assert await sweep(service, folder) == 0
    assert await sweep(service, Folder(tmp_path / "none")) == 0
