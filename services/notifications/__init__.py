"""notifications: who is told what, when, in which language, by which channel."""
