"""A file as an answer: brought on a page and over HTTP, given out to few, refused where it is none, and nothing typed is lost."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from services.registration.answers.model import Answers
from services.registration.files import arriving
from services.registration.files.folder import MOST
from services.registration.files.model import JPEG, PDF, PNG
from tests.registration.answers.test_answers import FIELDS, SECRET, asked, registration
from tests.registration.files.made import PAPER, SOUND, png
from tests.registration.registrations.test_personal import Own
from tests.registration.roster.test_pages import english

BADGE: dict[str, Any] = {"key": "badge", "kind": "photo", "label": {"en": "Photo for the badge"}, "required": True}
SCAN: dict[str, Any] = {"key": "scan", "kind": "file", "label": {"en": "Copy of the passport"}}
LETTER: dict[str, Any] = {"key": "letter", "kind": "file", "label": {"en": "Letter for the visa"}, "said_by": "shown"}
HOSTILE = '../x"\r\nSet-Cookie: a=b.html'
TYPED = {"answer_passport": SECRET, "answer_diet": "halal"}
Files = dict[str, tuple[str, bytes, str]]


@asynccontextmanager
async def bringing(folder: Path, **other: Any) -> AsyncIterator[Own]:
    """A guest is asked for a photo and a copy, and the secretariat gives a letter."""
    async with asked(folder, fields=[*FIELDS, BADGE, SCAN, LETTER], **other) as own:
        yield own


async def bring(own: Own, files: Files, typed: dict[str, str] | None = None) -> httpx.Response:
    """The own form, as a browser sends it."""
    there = await own.here.service.store.get(Answers, UUID(await registration(own)))
    fields = {"key": str(uuid4()), "version": str(there.version) if there else ""} | (TYPED if typed is None else typed)
    return await own.owner.post("/status/answers", params=own.link, data=fields, files=files)


def lying(folder: Path) -> list[Path]:
    return sorted((folder / "files").glob("*")) if (folder / "files").exists() else []


async def test_the_page_takes_a_photo_and_a_paper_shows_them_and_keeps_what_was_typed_where_one_is_refused(
    tmp_path: Path,
) -> None:
    async with bringing(tmp_path) as own, english(own.here) as secretary:
        assert 'enctype="multipart/form-data"' in await own.page("/answers")
        wrong = await bring(own, {"answer_badge": ("me.png", PAPER, PNG), "answer_scan": ("p.pdf", PAPER, PDF)})
        assert wrong.status_code == 422
        assert "This is not a PNG or JPEG" in wrong.text
        assert "Please choose this file again" in wrong.text, "the other one was in order, and browsers forget it"
        assert SECRET in wrong.text
        assert 'value="halal" checked' in wrong.text
        assert lying(tmp_path) == [], "what is refused is not kept"
        missing = await bring(own, {"answer_badge": ("", b"", "application/octet-stream")})
        assert (missing.status_code, "Please fill this in" in missing.text) == (422, True)
        done = await bring(own, {"answer_badge": (HOSTILE, png(), PNG), "answer_scan": ("p.pdf", PAPER, PDF)})
        assert done.status_code == 303, done.text
        assert len(lying(tmp_path)) == 2
        assert {path.stat().st_mode & 0o777 for path in lying(tmp_path)} == {0o600}
        page = await own.page("/answers")
        assert f"/status/answers/badge?link={own.link['link']}" in page.replace("&amp;", "&")
        typed_alone = await bring(own, {"answer_badge": ("", b"", "application/octet-stream")})
        assert typed_alone.status_code == 303, "what was brought stays where nothing is chosen"
        assert len(lying(tmp_path)) == 2
        list_ = own.gathering.replace("/v1", "") + "/registrations"
        theirs = f"{list_}/{await registration(own)}"
        assert f"{theirs}/files/badge" in (await secretary.get(theirs)).text
        got = await secretary.get(f"{theirs}/files/badge")
        assert (got.content, got.headers["Content-Type"]) == (png(), PNG)
        table = (await secretary.get(f"{list_}.csv")).content.decode("utf-8-sig")
        assert "p.pdf" in table


async def test_what_is_given_out_runs_nothing_is_kept_nowhere_and_is_called_as_its_header_allows(
    tmp_path: Path,
) -> None:
    async with bringing(tmp_path) as own:
        await bring(own, {"answer_badge": (HOSTILE, png(), PNG), "answer_scan": ("p.html", PAPER, PDF)})
        for key, content, shown in (("badge", png(), "inline"), ("scan", PAPER, "attachment")):
            for method in ("GET", "HEAD"):
                got = await own.owner.request(method, f"/status/answers/{key}", params=own.link)
                assert (got.status_code, got.content) == (200, content if method == "GET" else b"")
                assert got.headers["Content-Length"] == str(len(content))
                assert got.headers["Content-Disposition"].startswith(f"{shown}; ")
                assert "Set-Cookie" not in got.headers
                assert ".html" not in got.headers["Content-Disposition"]
                assert got.headers["X-Content-Type-Options"] == "nosniff"
                assert "sandbox" in got.headers["Content-Security-Policy"]
                assert got.headers["Cache-Control"] == "no-store"
        for path in ("/status/answers/letter", "/status/answers/passport", "/status/answers/..%2F..%2Fkey.json"):
            assert (await own.owner.get(path, params=own.link)).status_code == 404
        assert (await own.owner.get("/status/answers/scan", params={"link": "x"})).status_code == 403


async def test_over_http_bytes_are_sent_replaced_and_taken_back_and_nobody_else_gets_them(tmp_path: Path) -> None:
    async with bringing(tmp_path) as own, own.here.client("secretariat") as secretary:
        path = f"/v1/registrations/{await registration(own)}/answers"
        async with own.here.client(sub=UUID(own.person)) as self_, own.here.client("person") as other:
            for _ in range(2):
                headers = {"Content-Type": PDF, "Idempotency-Key": "once"}
                made = await self_.post(f"{path}/scan/file?name=scan.pdf", content=PAPER, headers=headers)
                assert made.status_code == 200, made.text
            assert made.json()["answers"]["scan"] | {"sha256": ""} == {
                "name": "scan.pdf",
                "media_type": PDF,
                "size": len(PAPER),
                "sha256": "",
            }
            assert len(lying(tmp_path)) == 1
            again = await self_.post(f"{path}/scan/file", content=SOUND[JPEG], headers={"Content-Type": JPEG})
            assert again.json()["answers"]["scan"]["name"] == "file.jpg"
            [only] = lying(tmp_path)
            assert only.read_bytes() == SOUND[JPEG], "what was replaced is gone"
            assert (await other.get(f"{path}/scan/file")).status_code == 404
            theirs = await other.post(f"{path}/scan/file", content=PAPER, headers={"Content-Type": PDF})
            assert theirs.status_code == 404
            assert (await secretary.get(f"{path}/scan/file")).content == SOUND[JPEG]
            letter = await self_.post(f"{path}/letter/file", content=PAPER, headers={"Content-Type": PDF})
            assert letter.status_code == 404, "the secretariat says that"
            await secretary.post(f"{path}/letter/file?name=visa", content=PAPER, headers={"Content-Type": PDF})
            assert (await self_.get(f"{path}/letter/file")).content == PAPER
            assert "visa.pdf" in await own.page("/answers")
            unsaid = {"Content-Type": "application/octet-stream"}
            brought = await self_.post(f"{path}/scan/file", content=PAPER, headers=unsaid)
            assert brought.json()["answers"]["scan"]["media_type"] == PDF, "who does not say it may still bring it"
            back = await self_.post(path, json={"answers": {"scan": None}})
            assert back.json()["answers"]["scan"] is None
            assert len(lying(tmp_path)) == 1
            said = await self_.post(path, json={"answers": {"scan": "text"}})
            assert (said.status_code, said.json()["errors"][0]["field"]) == (422, "answers.scan")


async def test_what_is_no_such_file_is_refused_as_it_comes_and_leaves_nothing(tmp_path: Path) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(200):
            yield b"\0" * 65_536

    async with bringing(tmp_path) as own:
        path = f"/v1/registrations/{await registration(own)}/answers/scan/file"
        async with own.here.client(sub=UUID(own.person)) as self_:
            for content, kind, status, code in (
                (b"", PDF, 422, "file-empty"),
                (b"<html>", PDF, 422, "file-kind"),
                (PAPER, PNG, 422, "file-mislabelled"),
                (PAPER, "text/html", 415, None),
                (b"\0" * 6_000_000, PDF, 413, None),
                (endless(), PDF, 413, None),
            ):
                got = await self_.post(path, content=content, headers={"Content-Type": kind})
                assert (got.status_code, got.json().get("code")) == (status, code), got.text
            lies = {"Content-Type": PDF, "Content-Length": "10"}
            got = await self_.post(path, content=b"%PDF-1.7" + b"\0" * 6_000_000, headers=lies)
            assert got.status_code == 413
        too_large = await bring(own, {"answer_badge": ("me.png", png(mark=b"x" * 4_000_000), PNG)})
        assert too_large.status_code == 422
        assert "too large" in too_large.text
        assert SECRET in too_large.text
        assert lying(tmp_path) == []


async def test_nobody_fills_the_disk_by_what_is_refused_again_and_again(tmp_path: Path) -> None:
    async with bringing(tmp_path, until="2020-01-01T00:00:00Z") as own:
        path = f"/v1/registrations/{await registration(own)}/answers/scan/file"
        async with own.here.client(sub=UUID(own.person)) as self_:
            late = [await self_.post(path, content=PAPER, headers={"Content-Type": PDF}) for _ in range(MOST + 1)]
        assert [each.status_code for each in late] == [*[409] * MOST, 429]
        assert len(lying(tmp_path)) == MOST


async def test_whoever_takes_for_ever_is_given_up_by_the_gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with bringing(tmp_path) as own:
        monkeypatch.setattr(arriving, "LONGEST", -1.0)
        late = await bring(own, {"answer_scan": ("p.pdf", PAPER, PDF)})
        assert late.status_code == 503, "a route puts off the time of its request, and no longer than this"
        assert lying(tmp_path) == []


async def test_a_form_that_no_browser_sends_is_refused(tmp_path: Path) -> None:
    def part(name: str, filename: str = "", content: bytes = b"x") -> bytes:
        file = f'; filename="{filename}"\r\nContent-Type: application/pdf' if filename else ""
        return f'--B\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n'.encode() + content + b"\r\n"

    async with bringing(tmp_path) as own:
        for body, status in (
            (b"".join(part(f"n{n}") for n in range(501)) + b"--B--", 400),
            (part("answer_scan", "a.pdf") * 2 + b"--B--", 400),
            (part("answer_passport", "a.pdf") + b"--B--", 400),
            (part("answer_scan", "a.pdf", PAPER), 400),
            (b"nothing of the kind", 400),
            (part("answer_passport", content=b"x" * 70_000) + b"--B--", 413),
            (b"--B\r\n" + b"X: y\r\n" * 20 + b"\r\n\r\n--B--", 400),
        ):
            headers = {"Content-Type": "multipart/form-data; boundary=B"}
            got = await own.owner.post("/status/answers", params=own.link, content=body, headers=headers)
            assert got.status_code == status, (body[:80], got.text)
        for kind, status in (("multipart/form-data", 400), ("text/plain", 415)):
            got = await own.owner.post("/status/answers", params=own.link, content=b"x", headers={"Content-Type": kind})
            assert got.status_code == status
        assert lying(tmp_path) == []


async def test_a_file_that_is_decided_by_falls_back_when_it_is_another_and_not_when_it_is_the_same(
    tmp_path: Path,
) -> None:
    fields = [*FIELDS, SCAN | {"decides": True}]
    async with asked(tmp_path, fields=fields) as own:
        path = f"/v1/registrations/{await registration(own)}/answers/scan/file"
        async with own.here.client(sub=UUID(own.person)) as self_:
            for content, more, status in (
                (PAPER, "", 200),
                (PAPER, "", 200),
                (PAPER * 2, "", 409),
                (PAPER * 2, "?anew=true", 200),
            ):
                got = await self_.post(f"{path}{more}", content=content, headers={"Content-Type": PDF})
                assert got.status_code == status, got.text
        assert await own.state() == "pending"
