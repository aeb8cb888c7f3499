"""The frame of the pages: layout, style, words, and the pages that belong to no service."""

from shared.web.pages import Pages, reader_language

__all__ = ["Pages", "reader_language"]
