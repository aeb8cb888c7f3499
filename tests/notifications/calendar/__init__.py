"""What a mail brings for the own calendar, read by a library that did not write it."""
