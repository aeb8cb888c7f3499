"""What somebody subscribes to: the own gatherings as a feed for a calendar program, behind a link that its owner can change; and
the reports of all gatherings by mail, by an address that its owner confirms."""

from services.registration.subscriptions import handlers, pages
from services.registration.subscriptions.model import CalendarFeed, Subscription
from shared.contracts.subscriptions import SUBSCRIPTIONS
from shared.flow import Subject

SUBJECT = Subject(
    kinds=(CalendarFeed, Subscription),
    publishes=(SUBSCRIPTIONS,),
    timers=handlers.TIMERS,
    routers=pages.ROUTERS,
)
