# What was announced.

gatherings = Gatherings
none_announced = Nothing has been announced yet.
is_open = registration is open
