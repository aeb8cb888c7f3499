"""notifications: who is told what, when, in which language. Its subjects, in order:

timelines      what people were told of a gathering, and what one person was told
desk           what the secretariat reads of mails and announcements, and does about them: pages
announcements  what everybody who is registered for a gathering is told, page by page
notifications  one message to one person, and how it is sent; its API
calendar       what a mail brings for the own calendar of who receives it
wording        from facts to a mail that reads well, in three languages
channels       ways out of the house: a mail server, a folder
mirrors        what is kept of people, gatherings and registrations
rules          which event is told to whom, by which template
"""

from services.notifications import announcements, desk, mirrors, notifications, timelines
from shared.flow import Definition

SERVICE = Definition(
    "notifications", (timelines.SUBJECT, desk.SUBJECT, announcements.SUBJECT, notifications.SUBJECT, mirrors.SUBJECT)
)
