"""Periods: a year, a month or a day of a calendar, as precisely as it is known; pure, so that models may ask."""

from shared.periods.period import YEARS, Period, begun, day_in, period, recurring

__all__ = ["YEARS", "Period", "begun", "day_in", "period", "recurring"]
