"""Ports for what must know its port before it listens."""

import itertools
import os
import socket

BELOW_THE_SYSTEMS_OWN = 20_000  # what is asked for with port 0 lies above 32 767
EACH = 100

_worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
_next = itertools.cycle(range(EACH))


def free_port() -> int:
    """A port that nobody listens on and that no other worker of this run is given."""
    for _ in range(EACH):
        port = BELOW_THE_SYSTEMS_OWN + _worker * EACH + next(_next)
        with socket.socket() as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                tried.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise OSError("no port of this worker is free")
