"""`plenary rehearse`: what an installation will do by itself in the coming days, tried on a copy whose clock is moved on.

The clock of a running installation is nobody's to move, and no setting does: the services run here, in this process, on a copy
that goes when they have ended, with a clock that they are given. Nobody can reach them, and nothing of it leaves the house.

copy       stores, log and key as they are at one moment, beside the installation
clock      the one that is moved on
course     the services at work on the copy, from one moment at which something is due to the next
told       what came of it: mails, and events
"""
