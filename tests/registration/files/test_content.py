"""What a file is taken for: its bytes and what it was sent as must say the same, and what is neither is refused."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.registration.files.content import looked_at
from services.registration.files.model import JPEG, LARGEST, PDF, PNG, Looks, Rule
from services.registration.files.named import disposition, harmless
from tests.registration.files.made import PAPER, SOUND, jpeg, png

FILE, PHOTO = Rule(1_000_000), Rule(1_000_000, photo=True)
PAGE = b"<!doctype html><script>alert(1)</script>"


def trouble(rule: Rule, content: bytes, declared: str) -> str:
    return rule.trouble(len(content), looked_at(io.BytesIO(content)), declared)


def test_each_kind_is_known_by_its_bytes_and_a_picture_by_its_size() -> None:
    looks = {kind: looked_at(io.BytesIO(content)) for kind, content in SOUND.items()}
    assert looks == {PDF: Looks(PDF), PNG: Looks(PNG, 120, 160), JPEG: Looks(JPEG, 120, 160)}
    assert {trouble(FILE, content, kind) for kind, content in SOUND.items()} == {""}
    assert [trouble(PHOTO, content, kind) for kind, content in SOUND.items()] == ["wrong_photo", "", ""]


@pytest.mark.parametrize(
    ("content", "declared", "said"),
    [
        (b"", PDF, "wrong_empty"),
        (PAPER + b" " * 1_000_000, PDF, "wrong_large"),
        (PAGE, PDF, "wrong_file"),
        (PAGE, "text/html", "wrong_file"),
        (b"%PDF-1.7\n" + PAGE, PDF, "wrong_file"),
        (PAPER, PNG, "wrong_told"),
        (PAPER, "text/html", "wrong_told"),
        (png() + PAGE, PNG, "wrong_file"),
        (png()[:-20], PNG, "wrong_file"),
        (b"GIF89a" + b"\0" * 50, "image/gif", "wrong_file"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", "wrong_file"),
        (jpeg()[:60_000], JPEG, "wrong_file"),
        (b"\xff\xd8\xff\xe1\x00\x00" * 50, JPEG, "wrong_file"),
        (png(LARGEST + 1, 10), PNG, "wrong_dots"),
        (png(LARGEST, LARGEST), PNG, "wrong_dots"),
        (png(0, 10), PNG, "wrong_dots"),
    ],
)
def test_what_is_no_such_file_is_refused(content: bytes, declared: str, said: str) -> None:
    assert trouble(FILE, content, declared) == said


def test_a_photo_is_large_enough_to_know_somebody_by() -> None:
    assert trouble(PHOTO, png(99, 160), PNG) == "wrong_dots"
    assert trouble(PHOTO, png(100, 100), PNG) == ""


@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"%PDF-1.", jpeg(before=0)[:9]]),
)
def test_whatever_comes_is_looked_at_and_never_fails(rest: bytes, begin: bytes) -> None:
    assert looked_at(io.BytesIO(begin + rest)).media_type in {"", PDF, PNG, JPEG}


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\Ana\\scan.pdf", "scan.pdf"),
        ("scan.pdf.html", "scan.pdf.pdf"),
        ("photo.html", "photo.pdf"),
        ("a\r\nSet-Cookie: x=1", "a Set-Cookie: x=1.pdf"),
        ("\u202efdp.exe", "fdp.pdf"),
        ("...", "file.pdf"),
        ("", "file.pdf"),
        ("نامه\u200cها.pdf", "نامه\u200cها.pdf"),
        ("x" * 500 + ".pdf", "x" * 80 + ".pdf"),
    ],
)
def test_a_name_is_for_people_and_harmless(given_name: str, kept: str) -> None:
    assert harmless(given_name, PDF) == kept


@given(st.text(max_size=200))
def test_no_name_breaks_out_of_its_header(name: str) -> None:
    kept = harmless(name, PNG)
    header = disposition(kept, shown=False)
    assert header.isascii()
    assert header.isprintable()
    assert header.count('"') == 2
    assert len(kept) <= 84
    assert not {*"/\\"} & {*kept}
