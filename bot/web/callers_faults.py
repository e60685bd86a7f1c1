"""What callers do wrong on the line is answered, and is no fault of ours in the log.

The library logs each as an error with its whole course; anybody on the network could fill the log.
"""

import logging
from collections.abc import Awaitable, Callable

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.web_protocol import RequestPayloadError

THEIRS = (HttpProcessingError, RequestPayloadError, ConnectionError)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def answered(request: web.Request, handler: Handler) -> web.StreamResponse:
    """A body that breaks off or cannot be unpacked is a bad request."""
    try:
        return await handler(request)
    except (RequestPayloadError, ConnectionError):
        response = web.Response(status=400)
        response.force_close()
        return response


class _NotTheirs(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        """Whether it is a fault of ours."""
        error = record.exc_info[1] if record.exc_info else None
        return not isinstance(error, THEIRS)


def our_faults() -> logging.Logger:
    """Where the web server tells what went wrong."""
    log = logging.getLogger(__name__)
    log.filters[:] = [_NotTheirs()]
    return log
