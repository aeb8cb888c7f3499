"""The pages of the desk: the meeting with its decisions, and the roll."""
