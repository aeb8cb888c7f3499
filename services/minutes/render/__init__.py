"""From what minutes know to what a reader sees."""
