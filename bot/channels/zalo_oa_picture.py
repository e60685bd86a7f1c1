"""The picture that Zalo's request for a telephone number has to show: a plain field of colour.

Made here, so that no file has to be shipped and no foreign server asked.
"""

import struct
import zlib

WIDTH, HEIGHT = 480, 270
COLOUR = (0x0B, 0x6B, 0xB5)
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def plain_picture() -> bytes:
    """A PNG of one colour."""
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    row = b"\0" + bytes(COLOUR) * WIDTH
    return b"".join(
        [
            SIGNATURE,
            _chunk(b"IHDR", head),
            _chunk(b"IDAT", zlib.compress(row * HEIGHT, 9)),
            _chunk(b"IEND", b""),
        ]
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    checked = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checked)
