# What was announced.

gatherings = Gatherings
none_announced = Nothing has been announced yet.
is_open = registration is open
next = Next gatherings
all_gatherings = All gatherings
take_part = Register
