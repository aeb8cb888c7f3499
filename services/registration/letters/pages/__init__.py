"""The pages of letters: where one is drawn up for an invitation, and the register of them all."""

from services.registration.letters.pages import register, writing

ROUTERS = (writing.routes, register.routes)
