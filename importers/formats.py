"""What a file is, told from its bytes; what cannot be imported is refused with a sentence.

The name counts where the bytes leave it open (a Markdown file is plain text), and where the two disagree:
a PDF whose name says that it is a Word document is not what somebody was led to believe.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from core.errors import NameplateError

Format = Literal["pdf", "docx", "html", "markdown", "text"]

MAX_BYTES = 60 * 1024 * 1024
SUFFIXES: dict[str, Format] = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".text": "text",
}
"""The endings of files that can be imported; a folder is searched for them."""

_NAMES: dict[Format, str] = {
    "pdf": "a PDF",
    "docx": "a Word document",
    "html": "a web page",
    "markdown": "a Markdown text",
    "text": "a plain text",
}
_USUAL_SUFFIX: dict[Format, str] = {
    "pdf": ".pdf",
    "docx": ".docx",
    "html": ".html",
    "markdown": ".md",
    "text": ".txt",
}
_SAVE_AS_WORD = "open it in the program it was written with, save it as .docx or PDF and import that"
_AS_PDF = "save or print it as a PDF and import that"
_NOT_A_TEXT = "choose the document itself, as PDF, Word (.docx), web page or plain text"
_UNPACK = "unpack it and import the documents in it"
_PICTURE = (
    "a picture, without text that could be read: import the document as PDF or Word, or type out its text"
)
_RECORDING = f"a recording or film: {_NOT_A_TEXT}"
_PROGRAM = f"a program, which is never opened here: {_NOT_A_TEXT}"

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", f"an RTF document: {_SAVE_AS_WORD}"),
    (b"\xffWPC", f"a WordPerfect document: {_SAVE_AS_WORD}"),
    (b"%!PS", f"a PostScript file: {_AS_PDF}"),
    (b"AT&TFORM", f"a DjVu file: {_AS_PDF}"),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"\0\0\0\x0cjP", _PICTURE),
    (b"<svg", _PICTURE),
    (b"SQLite format 3\0", "a database or workspace: open it with File, Open instead of importing it"),
    (b"\x1f\x8b", f"an archive: {_UNPACK}"),
    (b"BZh", f"an archive: {_UNPACK}"),
    (b"\xfd7zXZ\0", f"an archive: {_UNPACK}"),
    (b"7z\xbc\xaf\x27\x1c", f"an archive: {_UNPACK}"),
    (b"Rar!\x1a", f"an archive: {_UNPACK}"),
    (b"MSCF\0", f"an archive: {_UNPACK}"),
    (b"\x28\xb5\x2f\xfd", f"an archive: {_UNPACK}"),
    (b"\x7fELF", _PROGRAM),
    (b"\xcf\xfa\xed\xfe", _PROGRAM),
    (b"\xca\xfe\xba\xbe", _PROGRAM),
    (b"ID3\x03", _RECORDING),
    (b"OggS\0", _RECORDING),
    (b"\0asm", _PROGRAM),
)
_BY_SUFFIX = {
    ".doc": f"an old Word document: {_SAVE_AS_WORD}",
    ".odt": f"an OpenDocument text: {_SAVE_AS_WORD}",
    ".rtf": f"an RTF document: {_SAVE_AS_WORD}",
    ".wpd": f"a WordPerfect document: {_SAVE_AS_WORD}",
    ".xlsx": f"a workbook: {_NOT_A_TEXT}",
    ".xls": f"a workbook: {_NOT_A_TEXT}",
    ".pptx": f"a presentation: {_AS_PDF}",
    ".ppt": f"a presentation: {_AS_PDF}",
    ".db": "a database or workspace: open it with File, Open instead of importing it",
    ".zip": f"an archive: {_UNPACK}",
    ".json": f"a data file: {_NOT_A_TEXT}",
    ".csv": f"a data file: {_NOT_A_TEXT}",
    ".xml": f"a data file: {_NOT_A_TEXT}",
    ".eml": f"an e-mail message: save the document attached to it, or {_AS_PDF}",
    ".mht": f"a web archive: {_AS_PDF}",
}
"""Formats that have no mark of their own, or whose mark says less than the name does."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (
    (
        "EncryptedPackage",
        "protected by a password: open it in Word, save it without the password and import that",
    ),
    ("WordDocument", f"an old Word document: {_SAVE_AS_WORD}"),
    ("Workbook", f"a workbook: {_NOT_A_TEXT}"),
    ("PowerPoint Document", f"a presentation: {_AS_PDF}"),
    ("__properties_version", f"an e-mail message: save the document attached to it, or {_AS_PDF}"),
)
_PDF_HEADER = re.compile(rb"%PDF-\d")
_PDF_HEADER_WITHIN = 1024  # where PDF readers look for it
_WORD_MAIN = re.compile(r"word/document\d*\.xml", re.I)
_MIME_HEAD = re.compile(rb"(?:mime-version|received|return-path|message-id|from):", re.I)
_MULTIPART = re.compile(rb"^content-type:\s*(multipart|message)/", re.I | re.M)
_HTML_OPENING = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.I)
_WORD_XML = re.compile(rb"<(?:pkg:package|w:(?:document|wordDocument))\b")
_XML = re.compile(rb"<\?xml\b|<[A-Za-z_][\w.-]{0,60}(?::[\w.-]{1,60})?\s[^<>]{0,300}?xmlns\b")
_TAG = re.compile(
    rb"</?(?:p|div|span|table|tbody|tr|td|th|h[1-6]|ul|ol|li|br|a|b|i|em|strong|meta|section|main)\b[^<>]{0,300}>",
    re.I,
)
_ATX_HEADING = re.compile(rb"^#{1,6} +[^\s#]", re.M)
_TAGS_OF_A_PAGE = 8
_BYTES_FOR_A_TAG = 400
_HEADINGS_OF_MARKDOWN = 3
_HEAD = 4096
_LOOKED_AT = 256 * 1024
_ALLOWED_CONTROLS = b"\t\n\x0b\x0c\r\x1a\x1b"
_CONTROLS = bytes(code for code in range(32) if code not in _ALLOWED_CONTROLS) + b"\x7f"
_MOST_CONTROLS = 0.02


def format_of(data: bytes, name: str) -> Format:
    """The format of a file's bytes, for the reader that fits; ``name`` is the file's, and what messages say.

    A text goes by "text" or "markdown" and may still turn out to be in an encoding that cannot be read.
    NameplateError for an empty or too large file, one of a format that cannot be imported, one that is
    protected by a password, and one whose name promises another format than its bytes keep.
    """
    check_size(len(data), name)
    if not data.removeprefix(b"\xef\xbb\xbf").strip(b" \t\r\n\f\v\0"):
        raise _empty(name)
    suffix = PurePath(name).suffix.lower()
    found = _format_of_bytes(data, name, suffix)
    promised = SUFFIXES.get(suffix)
    if found == "text" and promised == "markdown":
        return "markdown"
    if promised is None:
        if found in ("text", "markdown") and suffix in _BY_SUFFIX:
            raise _refused(name, _BY_SUFFIX[suffix])
        return found
    if found == "markdown" and promised == "text":
        return "text"
    if found != promised:
        raise _misnamed(name, suffix, found)
    return found


def check_size(size: int, name: str) -> None:
    """NameplateError for a file without a byte, or larger than 60 MB."""
    if not size:
        raise _empty(name)
    if size > MAX_BYTES:
        raise NameplateError(
            f"“{name}” is larger than {MAX_BYTES // (1024 * 1024)} MB: import the document without its "
            "pictures, or its text alone."
        )


def _format_of_bytes(data: bytes, name: str, suffix: str) -> Format:
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    if _is_pdf(data, head):
        return "pdf"
    if data.startswith(b"PK") and data[2:4] in (b"\3\4", b"\5\6", b"\7\x08"):
        return _zipped(data, name)
    if data.startswith(_OLE):
        raise _refused(name, _in_ole(data))
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise _refused(name, what)
    if what := _by_inner_mark(data, head):
        raise _refused(name, what)
    text = _as_bytes_of_text(data[:_LOOKED_AT])
    if text is None:
        raise _rubbish(name, suffix)
    return _text_format(text, name, suffix)


def _is_pdf(data: bytes, head: bytes) -> bool:
    """A PDF may have rubbish before its header; a text that mentions "%PDF-1.7" has no objects after it."""
    if head.startswith(b"%PDF"):
        return True
    found = _PDF_HEADER.search(data, 0, _PDF_HEADER_WITHIN)
    return found is not None and (b" obj" in data or b"startxref" in data)


def _zipped(data: bytes, name: str) -> Format:
    from importers.archives import open_archive

    names = open_archive(data, name).names
    if any(_WORD_MAIN.fullmatch(entry) for entry in names):
        return "docx"
    if any(entry.startswith("xl/") for entry in names):
        raise _refused(name, _BY_SUFFIX[".xlsx"])
    if any(entry.startswith("ppt/") for entry in names):
        raise _refused(name, _BY_SUFFIX[".pptx"])
    if "mimetype" in names and "content.xml" in names:
        raise _refused(name, _BY_SUFFIX[".odt"])
    if "mimetype" in names:
        raise _refused(name, f"an electronic book: {_AS_PDF}")
    if "[Content_Types].xml" in names or any(entry.startswith("word/") for entry in names):
        raise NameplateError(
            f"“{name}” is a Word document without its text: open it in Word, which may repair it, save it as "
            "a new .docx and import that."
        )
    raise _refused(name, f"an archive: {_UNPACK}")


def _in_ole(data: bytes) -> str:
    """What an OLE compound file holds, told by the names of its streams (MS-CFB: UTF-16)."""
    for stream, what in _OLE_STREAMS:
        if stream.encode("utf-16-le") in data:
            return what
    return f"an old Office document: {_SAVE_AS_WORD}"


def _by_inner_mark(data: bytes, head: bytes) -> str:
    """What marks itself elsewhere than in its first bytes, or in bytes that a text may begin with."""
    if data[257:262] == b"ustar":
        return f"an archive: {_UNPACK}"
    if data.startswith(b"RIFF") and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return _PICTURE if data[8:12] == b"WEBP" else _RECORDING
    if data[4:8] == b"ftyp":
        return _PICTURE if data[8:12] in (b"heic", b"heif", b"mif1", b"avif") else _RECORDING
    if b"\0" in data[:_HEAD] and data.startswith(b"MZ"):
        return _PROGRAM
    if b"\0" in data[:_HEAD] and data.startswith(b"BM"):
        return _PICTURE
    if _MIME_HEAD.match(head) and _MULTIPART.search(head):
        return f"an e-mail message or a web archive: {_AS_PDF}"
    return ""


def _as_bytes_of_text(data: bytes) -> bytes | None:
    """The beginning of a text in a form whose ASCII can be searched; None for what is no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data[: len(data) // 2 * 2].decode("utf-16", "replace").encode("utf-8", "replace")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if b"\0" in data or controls > _MOST_CONTROLS * len(data):
        return None
    return data.removeprefix(b"\xef\xbb\xbf")


def _text_format(text: bytes, name: str, suffix: str) -> Format:
    start = text[:_HEAD]
    promised = SUFFIXES.get(suffix)
    if _WORD_XML.search(start):
        raise _refused(name, f"a Word document as XML: {_SAVE_AS_WORD}")
    opening = _HTML_OPENING.search(start)
    if opening and (start.lstrip().startswith(b"<") or promised == "html"):
        return "html"
    if _XML.match(start.lstrip()) and promised != "html":
        raise _refused(name, _BY_SUFFIX[".xml"])
    tags = len(_TAG.findall(text))
    if tags and promised == "html":
        return "html"
    heavily_tagged = tags >= _TAGS_OF_A_PAGE and tags * _BYTES_FOR_A_TAG > len(text)
    if heavily_tagged and promised != "markdown" and text.lstrip().startswith(b"<"):
        return "html"
    return "markdown" if len(_ATX_HEADING.findall(text)) >= _HEADINGS_OF_MARKDOWN else "text"


# The sentences -------------------------------------------------------------------------------------------


def _empty(name: str) -> NameplateError:
    return NameplateError(f"“{name}” is empty: choose a file that holds the text of a document.")


def _refused(name: str, what: str) -> NameplateError:
    return NameplateError(f"“{name}” is {what}.")


def _misnamed(name: str, suffix: str, found: Format) -> NameplateError:
    better = PurePath(name).stem + _USUAL_SUFFIX[found]
    return NameplateError(
        f"“{name}” is {_NAMES[found]} although its name ends in {suffix}: rename it to “{better}”, if you "
        "trust where it came from, and import it again."
    )


def _rubbish(name: str, suffix: str) -> NameplateError:
    promised = SUFFIXES.get(suffix)
    if promised in ("pdf", "docx"):
        return NameplateError(
            f"“{name}” is damaged, or not {_NAMES[promised]} at all: get the document again from where it "
            "came."
        )
    return NameplateError(f"“{name}” is not a text but binary data: {_NOT_A_TEXT}.")
