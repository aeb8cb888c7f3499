"""A page that stands alone: nothing is fetched, nothing that is typed is markup."""

from html.parser import HTMLParser

from services.minutes.exports.sheet import Said
from services.minutes.exports.web import web
from services.minutes.record.reader import Words
from tests.minutes.exports.sheets import EVERYTHING, sheet


class Elements(HTMLParser):
    """The elements of a page, with their attributes."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_it_stands_alone_in_its_language() -> None:
    page = web(sheet(*EVERYTHING, language="fa", direction="rtl"))
    elements = Elements(page)
    assert elements.open == []
    assert ("html", {"lang": "fa", "dir": "rtl"}) in elements.found
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in elements.found}
    assert not any({"href", "src", "style"} & attributes.keys() for _, attributes in elements.found)
    assert b"url(" not in page
    assert "<bdi>نسرین</bdi>" in page.decode()
    assert ("p", {"class": "said", "lang": "fa", "dir": "rtl"}) in elements.found


def test_what_is_typed_is_no_markup() -> None:
    words = Words('"><script>', "ltr", "<script>alert(1)</script> & more")
    assert "script" not in {tag for tag, _ in Elements(web(sheet(Said(words), Said(words, struck=True)))).found}
