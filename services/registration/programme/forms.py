"""What is asked for of a session, in a request and on a page."""

from services.registration.gatherings.forms import Told
from services.registration.organizations.forms import Words
from shared.http import Form
from shared.http.fields import Instant


class PartForm(Form):
    """A session: within the time of its gathering; times carry an offset. `room`: where at the venue."""

    title: Words
    starts_at: Instant
    ends_at: Instant
    room: Told = {}


class WithdrawalForm(Form):
    """Why, by language, where there is something to say."""

    reason: Told = {}
