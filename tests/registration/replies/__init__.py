"""What calendars answer."""
