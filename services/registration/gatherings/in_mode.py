"""A gathering is held in another mode, as somebody decided. Pure."""

from services.registration.gatherings.model import Gathering
from shared.contracts.gatherings import GatheringChanged, Mode
from shared.contracts.organizations import Text

OTHERS = [name for name in GatheringChanged.model_fields if name.startswith("was_") and name != "was_mode"]
"""What a change of the mode alone leaves as it was."""


def hold_in(gathering: Gathering, mode: Mode, grounds: Text) -> GatheringChanged:
    """It is held so from now on; who is registered is told on which grounds."""
    was, gathering.mode = gathering.mode, mode
    other = dict.fromkeys(OTHERS)
    return GatheringChanged.of(gathering, gathering=gathering.id, material=True, was_mode=was, grounds=grounds, **other)
