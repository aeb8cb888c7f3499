"""The door's pages: the tick list, and letting in somebody who is not on it."""

from services.registration.door.pages import ticks, walk_in

REFUSALS = {*ticks.REFUSALS, *walk_in.REFUSALS}
ROUTERS = (walk_in.routes, ticks.routes)
