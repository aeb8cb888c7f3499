"""Minutes: what was said and decided, who was present, and whether there was a quorum."""
