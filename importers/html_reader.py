"""Web pages to lines: of the main content, each paragraph, heading, list item or row is a whole line."""

from __future__ import annotations

from core.errors import NameplateError
from importers.characters import printed
from importers.furniture import apart
from importers.lines import Source
from importers.web.blocks import Blocks
from importers.web.content import main_content, without_unseen
from importers.web.notes import taken_out
from importers.web.pages import parse_page
from importers.word.findings import Findings


def read_html(data: bytes, name: str) -> Source:
    """Read the bytes of a web page, which messages call ``name``; nothing is fetched from anywhere.

    Menus, banners, forms and what else surrounds the text are left out; the numbers of lists are counted.
    NameplateError for a page without text, or in an encoding that is not known for certain.
    """
    root = parse_page(data, name)
    body = without_unseen(root)
    notes = taken_out(body)
    content = main_content(body)
    changes = Findings(changes=sum(1 for _change in content.iter("del", "ins")))
    blocks = Blocks(notes)
    lines, boxed = apart(blocks.read(content))
    if not lines:
        raise NameplateError(
            f"“{name}” is a web page without text of its own: open it in a browser, save it again or print "
            "it as a PDF, and import that."
        )
    heading = next((line.text for line in lines if line.heading == 1), "")
    title = printed("".join(root.xpath("string(//title[1])")))
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return Source(
        lines=tuple(lines),
        furniture=tuple(dict.fromkeys([*(line.text for line in blocks.boxed), *boxed])),
        notes=changes.notes(),
        language=language.partition("-")[0].lower(),
        title=heading if heading and heading in title else title,
    )
