"""The frame of the pages: layout, style, words, and the pages that belong to no service."""

from shared.web.pages import Pages, keeping_language, reader_language

__all__ = ["Pages", "keeping_language", "reader_language"]
