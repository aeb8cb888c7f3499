"""Notifications: one message to one person, from queued to sent, or to the reason why not."""

from services.notifications.notifications.api import routes
from services.notifications.notifications.figures import mails
from services.notifications.notifications.handlers import ON
from services.notifications.notifications.loop import send
from services.notifications.notifications.model import Notification
from shared.contracts.notifications import NOTIFICATIONS
from shared.flow import Subject

SUBJECT = Subject(
    kinds=(Notification,),
    publishes=(NOTIFICATIONS,),
    on=ON,
    routers=(routes,),
    loops=(send,),
    figures=(mails,),
)
"""What happens when something is heard of which people are told, and what the sender and the secretariat may do."""
