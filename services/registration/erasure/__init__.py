"""Erasure: whoever is erased is erased whole. What is kept of them elsewhere is known by subjects that people do not know."""

from services.registration.erasure.work import erase_forever
from shared.flow import Subject

SUBJECT = Subject(loops=(erase_forever,))
