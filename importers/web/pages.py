"""The bytes of a web page to a tree of elements, in the encoding that it declares (HTML, section 13.2.3)."""

from __future__ import annotations

import re
from typing import TypeAlias

from lxml import etree, html

from core.errors import NameplateError
from importers.characters import printed
from importers.text_reader import decode

Element: TypeAlias = etree._Element

_CHARSET = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_XML_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""")
_DECLARED_WITHIN = 4096
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SUPERSEDED = {
    **dict.fromkeys(("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "iso8859-1"), "windows-1252"),
    **dict.fromkeys(("gb2312", "gbk", "gb_2312-80"), "gb18030"),
    "iso-8859-9": "windows-1254",
}
"""Browsers read these names as the larger encodings that web pages mean by them (Encoding, section 4.2)."""
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SUBSET = re.compile(r"(?i)<!doctype[^>\[]{0,500}\[[^\]]*\]\s*>")
_CONDITIONS = re.compile(r"<!\[(?:if|endif)[^>]*\]>", re.I)
_UNPRINTED = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]"
    r"|&#(?:0*(?:[0-8]|1[1-2]|1[4-9]|2\d|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]|[fF]{3}[eEfF]))"
    r"(?:;|(?![0-9a-fA-F]))"
)
"""Characters, or references to them, that the tree can hold but not take back when it is cut."""


def parse_page(data: bytes, name: str) -> Element:
    """The root element of a page.

    NameplateError if it holds no text, defines entities of its own, or its encoding is not known.
    """
    text = _DECLARATION.sub("", _decoded(data, name))
    if (subset := _SUBSET.match(text.lstrip())) and "<!entity" in subset[0].lower():
        raise NameplateError(
            f"“{name}” defines words of its own in its head (a DTD with entities), which no page needs: "
            "open it in a browser, save its text as plain text (.txt) and import that."
        )
    text = _CONDITIONS.sub("", _SUBSET.sub("", text))
    text = _UNPRINTED.sub("", text.replace("\f", " "))
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise NameplateError(
            f"“{name}” is a web page without text: open it in a browser, save it again or print it as a PDF, "
            "and import that."
        ) from error
    if any("depth" in str(entry.message).lower() for entry in parser.error_log):
        raise NameplateError(
            f"“{name}” is nested deeper than any page is, so not all of it can be read: save its text as "
            "plain text (.txt) and import that."
        )
    return root


def text_of(element: Element, most: int) -> str:
    """The text in an element as it is seen, or the beginning of it with at least ``most`` characters."""
    pieces: list[str] = []
    length = 0
    for piece in element.itertext():
        pieces.append(piece)
        length += len(piece.strip())
        if length > most:
            break
    return printed("".join(pieces))


def _decoded(data: bytes, name: str) -> str:
    encoding = next((known for mark, known in _MARKS if data.startswith(mark)), "")
    if not encoding:
        head = data[:_DECLARED_WITHIN]
        said = _XML_ENCODING.search(head) or _CHARSET.search(head)
        encoding = said[1].decode("ascii", "ignore").lower() if said else ""
    try:
        return data.decode(_SUPERSEDED.get(encoding, encoding) or "utf-8")
    except (UnicodeDecodeError, LookupError):
        return decode(data, name)
