"""Loopback ports for servers that tests start, kill and start again at the same address."""

import random
import socket

BELOW_EPHEMERAL = range(20_000, 32_768)  # the kernel lends the ports above to clients (ip_local_port_range)


def free_port() -> int:
    """A loopback port that nobody listens on, and that no client is lent while its server is away."""
    return free_ports(1)[0]


def free_ports(count: int) -> list[int]:
    """So many of them, no two the same: a port is free until its server has started."""
    found: list[int] = []
    for port in random.SystemRandom().sample(BELOW_EPHEMERAL, k=100 + count):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        found.append(port)
        if len(found) == count:
            return found
    raise RuntimeError(f"of {100 + count} loopback ports only {len(found)} were free")
