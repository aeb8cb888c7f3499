"""Loopback ports for servers that tests start, kill and start again at the same address."""

import random
import socket

BELOW_EPHEMERAL = range(20_000, 32_768)  # the kernel lends the ports above to clients (ip_local_port_range)


def free_port() -> int:
    """A loopback port that nobody listens on, and that no client is lent while its server is away."""
    for port in random.SystemRandom().sample(BELOW_EPHEMERAL, k=100):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError("none of a hundred loopback ports was free")
