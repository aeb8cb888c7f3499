"""Paper: what is printed, kept or sent as a tagged PDF (PDF/UA-1, ISO 14289-1), set by Typst.

A paper is a Typst file beside the code that fills it (`minutes.typ`), on the sheet of `sheet.typ`. Every word comes to it as
data in the reader's language, so that nothing that somebody typed is ever read as markup.
"""

from shared.paper.press import MEDIA, printed

__all__ = ["MEDIA", "printed"]
