"""What a mail brings for the own calendar of who receives it."""

from services.notifications.calendar.entry import Part, entry

__all__ = ["Part", "entry"]
