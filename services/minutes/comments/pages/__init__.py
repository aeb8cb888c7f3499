"""The pages of a review: of who is asked, with a link and without an account; and of who keeps the minutes."""

from services.minutes.comments.pages import keeper, reviewer

ROUTERS = (reviewer.routes, keeper.routes)
