"""The path of a change: decide and commit (`run`), send what it published, hear what others published."""

from shared.flow.definition import Decide, Definition, Due, Hear, Mirror, Subject, Together
from shared.flow.envelope import Change
from shared.flow.read import Read

__all__ = ["Change", "Decide", "Definition", "Due", "Hear", "Mirror", "Read", "Subject", "Together"]
