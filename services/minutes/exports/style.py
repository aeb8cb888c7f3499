"""How an exported document looks in a word processor, and the signs of direction that python-docx has no name for."""

from datetime import UTC, datetime
from typing import Any, Final

from docx.document import Document as Paper
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from services.minutes.exports.sheet import Sheet
from services.minutes.exports.xml import writable

FONT: Final = "Vazirmatn"
"""Where it is not installed, the word processor takes the next that has the letters."""

INK: Final = RGBColor(0x1B, 0x24, 0x30)
BRAND: Final = RGBColor(0x0F, 0x5C, 0x5C)
MUTED: Final = RGBColor(0x5A, 0x66, 0x75)
SIZES: Final = {
    "Normal": (10.5, INK),
    "Title": (21, INK),
    "Subtitle": (10.5, MUTED),
    "Heading 1": (14, BRAND),
    "Heading 2": (11.5, INK),
    "List Bullet": (10.5, INK),
    "Quote": (10, INK),
    "Footer": (8.5, MUTED),
}
"""Points and colour of each style that is used."""


BOLD: Final = {"Title", "Heading 1", "Heading 2"}

_OTHERS: Final = {qn(f"w:{name}") for name in ("spacing", "kern", "lang", "szCs")}
"""What the styles of python-docx say that ours do not."""


def prepare(paper: Paper, sheet: Sheet) -> None:
    """The page, the styles, and what the file says of itself."""
    for name, (points, colour) in SIZES.items():
        _style(paper, name, points, colour, sheet.language)
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)
    if sheet.direction == "rtl":
        section._sectPr.insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI_OF_SECTION)
    foot = section.footer.paragraphs[0]
    turn(foot, sheet.direction)
    run(foot, sheet.site, sheet.direction)
    about = paper.core_properties
    about.title, about.author, about.language, about.comments = (
        writable(sheet.title.text)[:255],
        writable(sheet.site)[:255],
        sheet.language,
        "",
    )
    about.created = about.modified = datetime(2000, 1, 1, tzinfo=UTC)  # it says when in its own words


def turn(paragraph: Paragraph, direction: str) -> None:
    """A paragraph that begins where this direction begins."""
    if direction == "rtl":
        paragraph._p.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)


_AFTER_BIDI: Final = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr")
"""What of a paragraph's properties stands behind `w:bidi` (the order is the schema's, CT_PPrBase)."""

_AFTER_BIDI_OF_SECTION: Final = ("w:rtlGutter", "w:docGrid", "w:printerSettings", "w:sectPrChange")
"""The same of a section's (CT_SectPr)."""


def run(paragraph: Paragraph, text: str, direction: str, language: str = "") -> Run:
    """Words at the end of a paragraph, in their direction and language."""
    made = paragraph.add_run(writable(text))
    made.font.rtl = True if direction == "rtl" else None
    if language:
        tag = _element("w:lang", bidi=language) if direction == "rtl" else _element("w:lang", val=language)
        made._r.get_or_add_rPr().append(tag)
    return made


def embolden(made: Run) -> None:
    """Letters from right to left, too: they have a sign of their own for it (17.3.2.2)."""
    made.font.bold = made.font.cs_bold = True


def mute(made: Run) -> None:
    """What is said beside: a state."""
    made.font.color.rgb, made.font.bold, made.font.cs_bold = MUTED, False, False


def close(paragraph: Paragraph, before: float = 0) -> Paragraph:
    """Near to what follows; points before it."""
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(2)
    return paragraph


def indent(paragraph: Paragraph) -> None:
    """Set in where it begins: of a paragraph from right to left that is on the right."""
    paragraph.paragraph_format.left_indent = Cm(0.7)


def _style(paper: Paper, name: str, points: float, colour: RGBColor, language: str) -> None:
    style: Any = paper.styles[name]  # of paragraphs, each of these
    font = style.font
    properties = style.element.get_or_add_rPr()
    for old in [each for each in properties if each.tag in _OTHERS]:
        properties.remove(old)
    font.size, font.color.rgb, font.italic, font.bold = Pt(points), colour, False, name in BOLD
    font.cs_italic, font.cs_bold = font.italic, font.bold
    fonts = properties.get_or_add_rFonts()
    fonts.attrib.clear()
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)
    properties.find(qn("w:sz")).addnext(_element("w:szCs", val=str(int(points * 2))))
    properties.append(_element("w:lang", val=language, bidi=language))


def _element(name: str, **attributes: str) -> BaseOxmlElement:
    made: BaseOxmlElement = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made
