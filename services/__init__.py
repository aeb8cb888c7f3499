"""The three services. They never call each other; all that passes between them is events."""

NAMES = ("registration", "notifications", "minutes")
