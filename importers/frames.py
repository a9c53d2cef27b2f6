"""How the program talks with its reading processes: a line of JSON, and as many bytes as that announces."""

from __future__ import annotations

import json
from typing import IO, Any

_HEAD_BYTES = 64 * 1024


class BrokenTalk(Exception):  # noqa: N818 - what it tells is that the other side fell silent or rambles
    """The other side ended in mid-sentence, or said what cannot be understood."""


def write_frame(stream: IO[bytes], head: dict[str, Any], body: bytes = b"") -> None:
    """Says a head and the bytes that go with it; OSError if the other side is gone."""
    line = json.dumps({**head, "size": len(body)}, ensure_ascii=True).encode("ascii")
    stream.write(line + b"\n")
    stream.write(body)
    stream.flush()


def read_frame(stream: IO[bytes], most: int) -> tuple[dict[str, Any], bytes] | None:
    """The next head and its bytes, of which there may be ``most``; None if the other side has ended.

    BrokenTalk for everything else that comes.
    """
    line = stream.readline(_HEAD_BYTES)
    if not line:
        return None
    try:
        head = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BrokenTalk from error
    size = head.get("size") if isinstance(head, dict) else None
    if type(size) is not int or not 0 <= size <= most:
        raise BrokenTalk
    body = stream.read(size)
    if len(body) != size:
        raise BrokenTalk
    return head, body
