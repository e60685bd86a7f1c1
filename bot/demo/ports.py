"""A port for the bot's own web server, beside that of the phones' page."""

import socket


def free_port_beside(port: int) -> int:
    """The next port, so that links live through a restart; any that is free where it is taken."""
    for wanted in (port + 1, 0):
        with socket.socket() as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                tried.bind(("127.0.0.1", wanted))
            except OSError:
                continue
            free: int = tried.getsockname()[1]
            return free
    raise OSError("no port is free")
