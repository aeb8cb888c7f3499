"""What those who have to do with a meeting would tell of it, over HTTP: written once, and told on any store and log.

They are told one after the other of one meeting. Each says what it saw, without ids: that is the same wherever it is told.
"""
