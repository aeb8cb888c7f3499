"""What a mail brings for the own calendar of who receives it."""

from services.notifications.calendar.entry import ASKED, Part, entry

__all__ = ["ASKED", "Part", "entry"]
