"""Digits: Latin (0), Persian (۰, U+06F0) and Arabic-Indic (٠, U+0660); and text that keeps its direction among other text."""

from shared.contracts.people import Digits

_ZERO = {"latin": ord("0"), "persian": 0x06F0, "arabic": 0x0660}
_TO = {
    style: {zero + n: there + n for zero in _ZERO.values() for n in range(10)} for style, there in _ZERO.items()
}  # code point -> code point, from every style to this one

FIRST_STRONG, POP, LEFT_TO_RIGHT = "\u2068", "\u2069", "\u200e"


def in_digits(text: str, style: Digits) -> str:
    """The text with every decimal digit (of the three styles) in this style."""
    return text.translate(_TO[style])


def latin(text: str) -> str:
    """The text with Persian and Arabic-Indic digits as Latin ones: what people type into a form."""
    return text.translate(_TO["latin"])


def isolate(text: str) -> str:
    """The text between isolates (UAX 9: FSI, PDI): foreign words keep their own order and do not disturb what is round them.

    For plain text; in HTML use `<bdi>`. Isolates and line breaks inside are taken out, so that it cannot end early.
    """
    return (
        FIRST_STRONG + text.translate({0x2066: None, 0x2067: None, 0x2068: None, 0x2069: None, 10: " ", 13: " "}) + POP
    )
