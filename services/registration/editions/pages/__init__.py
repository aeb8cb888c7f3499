"""The pages of editions: a series with all of them, one with its steps, their forms, and what is due on *Today*."""

from services.registration.editions.pages import card, editing, one, series

ROUTERS = (series.routes, editing.routes, one.routes, card.routes)
