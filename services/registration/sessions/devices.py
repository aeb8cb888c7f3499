"""What a browser says of itself, in a few words: which one, on what. Enough to know one's own again, and no more is kept."""

from typing import Final

_BROWSERS: Final = {
    "Edg": "Edge", "OPR": "Opera", "SamsungBrowser": "Samsung Internet", "Firefox": "Firefox", "FxiOS": "Firefox",
    "CriOS": "Chrome", "Chrome": "Chrome", "Chromium": "Chromium", "Safari": "Safari",
}  # fmt: skip
_SYSTEMS: Final = {
    "iPhone": "iPhone", "iPad": "iPad", "Android": "Android", "Windows": "Windows", "CrOS": "ChromeOS",
    "Macintosh": "Mac", "Linux": "Linux",
}  # fmt: skip


def device(agent: str) -> str:
    """`Firefox · Linux`; empty where the header tells nothing that is known."""
    found = [next((word for sign, word in words.items() if sign in agent), "") for words in (_BROWSERS, _SYSTEMS)]
    return " · ".join(filter(None, found))
