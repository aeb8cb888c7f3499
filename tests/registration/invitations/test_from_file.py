"""A delegation from a file, sent again as a whole once its wrong rows are right."""

import io
from pathlib import Path

import httpx
import pytest
from xlsxwriter import Workbook

from services.registration.invitations.pasted import rows_of
from tests.registration.invitations.test_answering import Guest, hidden, invited

ROWS = [
    ["#", "نام", "رایانامه", "سمت"],
    ["۱", "آنا نمونه", "ana@example.org", "مشاور"],
    ["۲", "Ed, Example", "ed@example.org", ""],
]


def workbook() -> bytes:
    with Workbook(found := io.BytesIO(), {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for n, row in enumerate(ROWS):
            sheet.write_row(n, 0, row)
    return found.getvalue()


CSV = '#,نام,رایانامه,سمت\r\n۱,آنا نمونه,ana@example.org,مشاور\r\n۲,"Ed, Example",ed@example.org,\r\n'
TABS = "آنا نمونه\tana@example.org\tمشاور\r\nEd, Example\ted@example.org\r\n"


async def brings(guest: Guest, content: bytes, keys: dict[str, str] | None = None) -> httpx.Response:
    file = {"file": ("delegation.csv", content, "text/csv")}
    return await guest.browser.post(
        "/invitation/table", params=guest.link, data=keys or hidden(await guest.page()), files=file
    )


@pytest.mark.parametrize("content", [workbook(), CSV.encode("utf-8-sig"), CSV.encode(), TABS.encode("utf-16")])
async def test_a_delegation_is_named_by_a_file_as_spreadsheets_write_it(content: bytes, tmp_path: Path) -> None:
    async with invited(tmp_path, quota=2) as guest:
        keys = hidden(await guest.page())
        for _ in range(2):
            answer = await brings(guest, content, keys)
            assert answer.status_code == 303, answer.text
        assert answer.headers["Location"].endswith("&named=0-1")
        page = await guest.page(named="0-1")
        assert "Received." in page
        for said in ("آنا نمونه", "مشاور", "Ed, Example"):
            assert said in page
        assert len((await guest.now())["delegates"]) == 2


@pytest.mark.parametrize("content", [b"", b"\xff\xff\xff", b"PK\x03\x04 and no workbook", b" \r\n"])
async def test_a_file_that_cannot_be_read_names_nobody_and_says_what_to_do(content: bytes, tmp_path: Path) -> None:
    async with invited(tmp_path, quota=2) as guest:
        answer = await brings(guest, content)
        assert answer.status_code == 422
        assert 'id="file-error"' in answer.text
        assert (await guest.now())["state"] == "pending"


async def test_who_sends_the_whole_table_again_names_only_who_is_new(tmp_path: Path) -> None:
    async with invited(tmp_path, quota=3) as guest:
        table = "Ana\tana@example.org\nBo\tno address\nCy\tcy@example.org"
        assert (await guest.posts("delegates", {"table": table})).status_code == 422
        again = await guest.posts("delegates", {"table": table.replace("no address", "bo@example.org")})
        assert again.status_code == 303, "two of three are named already: there is room for the third"
        named = (await guest.now())["delegates"]
        assert len(named) == 3
        assert (await guest.posts("delegates", {"table": "Ana\tana@example.org"})).status_code == 303
        assert (await guest.posts("delegates", {"table": "Di\tdi@example.org"})).status_code == 422
        assert (await guest.now())["delegates"] == named
        async with guest.here.client("secretariat") as secretary:
            path = f"/v1/invitations/{guest.invitation}"
            tag = {"If-Match": (await secretary.get(path)).headers["ETag"]}
            add = [{"name": "Ana", "email": "ana@example.org"}]
            assert (await secretary.post(f"{path}/delegates", json={"add": add}, headers=tag)).status_code == 200


async def test_who_names_delegates_while_it_is_taken_back_is_told_that_and_not_that_somebody_was_faster(
    tmp_path: Path,
) -> None:
    async with invited(tmp_path, quota=3) as guest:
        before = hidden(await guest.page())
        async with guest.here.client("secretariat") as secretary:
            path = f"/v1/invitations/{guest.invitation}"
            tag = {"If-Match": (await secretary.get(path)).headers["ETag"]}
            assert (await secretary.post(f"{path}/withdraw", headers=tag)).status_code == 200
        for answer in (
            await guest.posts("delegates", {"table": "Ana\tana@example.org"}, before),
            await brings(guest, CSV.encode(), before | {"key": "another"}),
        ):
            assert answer.status_code == 409
            assert "The invitation was withdrawn." in answer.text
            assert "Somebody else named delegates" not in answer.text


def test_the_number_of_a_row_is_nobody_s_name() -> None:
    [row] = rows_of("۱\tآنا نمونه\tana@example.org\tمشاور", "fa")
    assert row.named
    assert (row.named.name, row.named.position) == ("آنا نمونه", "مشاور")
