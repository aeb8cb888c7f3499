"""From facts to a mail that reads well, in the reader's language."""

from services.notifications.wording.kept import NAME, Wording
from services.notifications.wording.render import Rendered, Templates, heading, named

__all__ = ["NAME", "Rendered", "Templates", "Wording", "heading", "named"]
