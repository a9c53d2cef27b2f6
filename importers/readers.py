"""Which module reads which format; it is loaded when its format comes, since some load large libraries."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import cast

from importers.lines import Source

Reader = Callable[[bytes, str], Source]
"""Takes the bytes of a file and what a message calls the file; gives its lines, or raises NameplateError."""

_READERS = {
    "pdf": ("importers.pdf_reader", "read_pdf"),
    "docx": ("importers.docx_reader", "read_docx"),
    "html": ("importers.html_reader", "read_html"),
    "markdown": ("importers.markdown_reader", "read_markdown"),
    "text": ("importers.text_reader", "read_plain_text"),
}


def reader_of(format_name: str) -> Reader:
    """The reader of a format (``formats.format_of``), loaded now."""
    module, function = _READERS[format_name]
    return cast(Reader, getattr(importlib.import_module(module), function))


def load_reader(format_name: str) -> None:
    """Loads the reader of a format beforehand; nothing for a name that is no format's."""
    if format_name in _READERS:
        reader_of(format_name)
