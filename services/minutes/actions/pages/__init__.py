"""Pages of actions: the board of what is owed, one action, what a gathering left to do, and the owner's page behind its link."""

from services.minutes.actions.pages import board, one, owner, record

ROUTERS = (board.routes, record.routes, one.routes, owner.routes)
