"""What is told of a gathering to who is invited to it and is not registered: to their own page, where they answer.

That is who has not said yes or no yet, and the focal points of an organization that sends delegates. What moves on the programme,
and what the gathering resolved, concerns those who come.
"""

from dataclasses import replace

from services.notifications.rules.gatherings import EVERYBODY as REGISTERED
from services.notifications.rules.invitations import PAGE
from services.notifications.rules.rule import Audience
from shared.contracts.gatherings import GATHERINGS

UNANSWERED = ("pending", "tentative")
"""Who has said neither yes nor no."""

INVITED = Audience("invited", (*UNANSWERED, "accepted"))
"""Of those who accepted only focal points: a person who did is registered, and told as such."""

EVERYBODY = tuple(
    replace(rule, template=rule.template.replace("gathering", "invited"), link=PAGE, to=INVITED, beside=rule.template)
    for rule in REGISTERED
    if rule.event.topic is GATHERINGS
)
"""What is told of the gathering itself, by templates of their own."""
