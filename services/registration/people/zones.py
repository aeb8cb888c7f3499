"""Time zones by their IANA name."""

from zoneinfo import ZoneInfo

from shared.errors import Invalid


def must_be_zone(name: str) -> ZoneInfo:
    """The zone; raises Invalid for a name that there is none of."""
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError) as error:
        raise Invalid.at("Name a time zone as IANA does, e.g. Asia/Tehran.", "time_zone") from error
