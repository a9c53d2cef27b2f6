"""Files that mean harm, or are merely broken: each made when it is asked for, by a function of no arguments.

"refused" means that a sentence must say why; "either" that the document may also be imported as far as it can
be read. Names end as the files of an attacker would.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tests.importers.hostile import archives, pdfs
from tests.importers.hostile.archives import W, docx, good_body, paragraph, zipped

Expected = Literal["refused", "either", "imported"]

_TEXT = "\n\n".join(archives.GOOD_PARAGRAPHS) + "\n\n"


@dataclass(frozen=True)
class Hostile:
    """A file, what must become of it, and words that the refusal must hold."""

    name: str
    make: Callable[[], bytes]
    expected: Expected = "refused"
    says: str = ""

    @property
    def quick(self) -> bool:
        """Whether it is made and read in less than a second or so."""
        return not isinstance(self, Slow)


class Slow(Hostile):
    """A file that takes long to make, or to give up."""


def _text(more: str, *, after: str = "") -> Callable[[], bytes]:
    return lambda: (_TEXT + more + after).encode("utf-8", "surrogatepass")


_PAGE = "<!DOCTYPE html><html><body>" + "".join(f"<p>{line}</p>" for line in archives.GOOD_PARAGRAPHS)


def _html(inner: str, before: str = "") -> Callable[[], bytes]:
    return f"{before}{_PAGE}{inner}</body></html>".encode


_ENTITIES = '<!DOCTYPE x [<!ENTITY a "lol">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9)
)
_LAUGHS = _ENTITIES + "]>"
_OUTSIDE = '<!DOCTYPE x [<!ENTITY leak SYSTEM "file:///etc/passwd">]>'


def _with_document(data: bytes) -> bytes:
    return zipped(archives.entries(data))


def _utf16_doctype() -> bytes:
    told = f'<?xml version="1.0" encoding="UTF-16"?>{_OUTSIDE}<w:document xmlns:w="{W}"><w:body>'
    return _with_document((told + paragraph("1. &leak;") + "</w:body></w:document>").encode("utf-16"))


def _utf7_doctype() -> bytes:
    told = '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x [+ADwAIQ-ENTITY a SYSTEM "file:///etc/passwd"+AD4]>'
    return _with_document(told.encode() + good_body())


def _levels(count: int) -> bytes:
    levels = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="%1.%2.%3.%4.%5.%6.%7.%8.%9."/></w:lvl></w:abstractNum>'
        f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>'
        for n in range(count)
    )
    return f'<w:numbering xmlns:w="{W}">{levels}</w:numbering>'.encode()


def _numbered(text: str, number: int, level: int = 0) -> str:
    return paragraph(
        text, f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    )


_CIRCLING_STYLES = (
    f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="B"/><w:link w:val="A"/></w:style><w:style w:type="paragraph" w:styleId="B">'
    '<w:name w:val="B"/><w:basedOn w:val="A"/></w:style></w:styles>'
).encode()
_CIRCLING_NUMBERS = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="A"/>'
    '<w:styleLink w:val="A"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="-1"><w:abstractNumId w:val="99999999999999999999"/></w:num></w:numbering>'
).encode()
_HUGE_START = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
    '<w:start w:val="2147483647"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="999999"><w:start w:val="-5"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%1)"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
).encode()
_CELL = "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"
_GOOD = "".join(map(paragraph, archives.GOOD_PARAGRAPHS))

ARCHIVES = (
    Hostile("flat bomb.docx", archives.flat_bomb, says="unpacks to far more"),
    Hostile("lying bomb.docx", archives.lying_bomb),
    Hostile("overlapping.docx", archives.overlapping),
    Hostile("nested archives.docx", archives.nested, "imported"),
    Slow("a million entries.docx", lambda: archives.many_entries(1_000_000), says="larger than 60 MB"),
    Slow("many entries.docx", lambda: archives.many_entries(200_000), says="archive of more than"),
    Hostile("locked entries.docx", archives.encrypted_entry, says="password"),
    Hostile("strange method.docx", archives.strange_method, says="damaged"),
    Hostile("wrong checksum.docx", archives.wrong_checksum, says="damaged"),
    Hostile("climbing.docx", lambda: zipped([*archives.entries(good_body()), ("../../.profile", b"x")])),
    Hostile("absolute.docx", lambda: zipped([*archives.entries(good_body()), ("/etc/passwd", b"x")])),
    Hostile("drive.docx", lambda: zipped([*archives.entries(good_body()), ("C:/autoexec.bat", b"x")])),
    Hostile("twice.docx", lambda: archives.raw_zip([archives.stored("word/document.xml", good_body())] * 2)),
    Hostile("no text.docx", lambda: zipped(archives.entries(b"")[:3]), says="without its text"),
    Hostile("cut in half.docx", lambda: archives.good_docx()[:-400], says="damaged"),
    Hostile("only a name.docx", lambda: b"PK\3\4" + bytes(100), says="damaged"),
    Hostile("office password.docx", lambda: archives.ole("EncryptedPackage"), says="password"),
    Hostile("old word.docx", lambda: archives.ole("WordDocument"), says="old Word"),
    Hostile("a zip.zip", lambda: zipped([("a.txt", b"1. a")]), says="an archive"),
)
XML = (
    Hostile("laughs.docx", lambda: docx(_GOOD + paragraph("&j;"), _LAUGHS), says="document type"),
    Hostile("outside.docx", lambda: docx(_GOOD + paragraph("&leak;"), _OUTSIDE), says="document type"),
    Hostile("hidden in utf-16.docx", _utf16_doctype, says="document type"),
    Hostile("hidden in utf-7.docx", _utf7_doctype),
    Hostile("not xml.docx", lambda: _with_document(b"\0\1\2" * 1000)),
    Hostile("html.docx", lambda: _with_document(b"<html><body>1. text</body></html>"), "either"),
    Hostile("deep.docx", lambda: docx(_GOOD + "<w:p>" * 100_000 + "</w:p>" * 100_000), says="nested"),
    Hostile("tables in tables.docx", lambda: docx(_GOOD + _CELL[0] * 1000 + _CELL[1] * 1000), says="nested"),
    Hostile("fifty tables.docx", lambda: docx(_GOOD + _CELL[0] * 50 + _CELL[1] * 50), "imported"),
    Hostile(
        "wide table.docx",
        lambda: docx(_GOOD + "<w:tbl><w:tr>" + "<w:tc><w:p/></w:tc>" * 300_000 + "</w:tr></w:tbl>"),
        "either",
    ),
    Slow(
        "many numberings.docx",
        lambda: docx("".join(_numbered("Text", n, 8) for n in range(1, 3_000)), numbering=_levels(100_000)),
        "either",
    ),
    Hostile(
        "circling styles.docx",
        lambda: docx(
            paragraph("Title", '<w:pPr><w:pStyle w:val="A"/></w:pPr>') + _GOOD, styles=_CIRCLING_STYLES
        ),
        "imported",
    ),
    Hostile(
        "circling numbers.docx",
        lambda: docx(
            _numbered("Text", 1) + _numbered("Text", -1) + _GOOD,
            styles=_CIRCLING_STYLES,
            numbering=_CIRCLING_NUMBERS,
        ),
        "imported",
    ),
    Hostile(
        "huge start.docx",
        lambda: docx(
            "".join(_numbered("Text", 1, 0) for _ in range(50)) + _numbered("x", 1, 999999) + _GOOD,
            numbering=_HUGE_START,
        ),
        "either",
    ),
    Hostile(
        "strange values.docx",
        lambda: docx(
            _numbered("Text", 10**30, -(10**30))
            + paragraph("x", "<w:pPr><w:ind w:left='1e999'/><w:outlineLvl w:val='x'/></w:pPr>")
            + _GOOD
        ),
        "either",
    ),
    Hostile(
        "million runs.docx",
        lambda: docx(_GOOD + "<w:p>" + "<w:r><w:t>a </w:t></w:r>" * 500_000 + "</w:p>"),
        "either",
    ),
)
PDFS = (
    Hostile("password.pdf", pdfs.with_password, says="password"),
    Hostile("scan.pdf", pdfs.scan),
    Hostile("cut short.pdf", lambda: pdfs.good()[:200]),
    Hostile("header only.pdf", lambda: b"%PDF-1.7\n"),
    Hostile("rubbish.pdf", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 400),
    Hostile("pages of pages.pdf", pdfs.recursive_pages, "either"),
    Hostile("two billion pages.pdf", pdfs.huge_page_count, "either"),
    Hostile("sixty thousand pages.pdf", pdfs.many_pages, "refused"),
    Hostile("huge box.pdf", pdfs.huge_box, "either"),
    Hostile("no box.pdf", pdfs.not_a_box, "either"),
    Hostile("deep arrays.pdf", pdfs.deep_arrays, "either"),
    Hostile("endless table.pdf", pdfs.endless_xref, "either"),
    Hostile("looping streams.pdf", pdfs.looping_object_streams, "either"),
    Hostile("actions.pdf", pdfs.actions, "imported"),
    Hostile("huge image.pdf", pdfs.huge_image, "either"),
    Slow("content bomb.pdf", pdfs.content_bomb, "either"),
    Slow("draws itself.pdf", pdfs.self_drawing_form, "either"),
    Hostile("broken font map.pdf", pdfs.broken_font_map),
    Hostile("half characters.pdf", pdfs.surrogate_font_map, "either"),
    Slow("much on a page.pdf", pdfs.much_text, "either"),
)
_CLOSE = "</div>"
WEB = (
    Hostile("laughs.html", _html("<p>1. &j;</p>", _LAUGHS), "either"),
    Hostile("outside.html", _html("<p>1. &leak;</p>", _OUTSIDE), "either"),
    Hostile("outside.xhtml", _html("<p>1. &leak;</p>", '<?xml version="1.0"?>' + _OUTSIDE), "either"),
    Hostile("deep.html", _html("<div>" * 100_000 + "1. Deep words" + _CLOSE * 100_000), "either"),
    Hostile("unclosed.html", _html("<b><i><table><tr><td><ul><li>" * 20_000), "either"),
    Slow(
        "million rows.html",
        _html("<table>" + "<tr><td>1.</td><td>x</td></tr>" * 1_000_000 + "</table>"),
        "either",
    ),
    Slow("million columns.html", _html("<table><tr>" + "<td>x" * 1_000_000 + "</tr></table>"), "either"),
    Hostile(
        "spans.html",
        _html("<table><tr><td colspan='999999999' rowspan='999999999'>1. x</td></tr></table>"),
        "either",
    ),
    Hostile(
        "control characters.html",
        lambda: _PAGE.encode() + b"<p>a<script>x</script>\f\x01 &#1;&#x1f;&#12;b<nav>c</nav>\f\x0bd</p>",
        "imported",
    ),
    Hostile(
        "script.html",
        _html("<script>1. Steal()</script><iframe src='file:///etc/passwd'></iframe>"),
        "imported",
    ),
    Hostile("utf-16.html", lambda: _PAGE.encode("utf-16"), "either"),
    Slow("lists.html", _html("<ol start='99999999999999999999999'>" + "<li value='-9'>x" * 50_000), "either"),
    Hostile("references.html", _html("&#0;&#xD800;&#1114112;&#99999999999;&#8238;" * 1000), "either"),
)
_MANY = 200_000
TEXTS = (
    Hostile("empty.txt", lambda: b"", says="is empty"),
    Hostile("blank.txt", lambda: b" \t\r\n" * 1000, says="is empty"),
    Hostile("empty.pdf", lambda: b"", says="is empty"),
    Hostile("nothing but nul.txt", lambda: bytes(1000)),
    Hostile("nul within.txt", lambda: _TEXT.encode() + b"\0" * 10, says="binary"),
    Hostile("pdf inside.docx", pdfs.good, says="is a PDF although its name ends in .docx"),
    Hostile("word inside.pdf", archives.good_docx, says="is a Word document although"),
    Hostile("page inside.pdf", lambda: b"<!DOCTYPE html><html><p>Not found</html>", says="web page although"),
    Hostile("text inside.docx", _TEXT.encode, says="plain text although"),
    Hostile("program.txt", lambda: b"MZ\x90\0" + bytes(2000), says="program"),
    Hostile("picture.pdf", lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), says="picture"),
    Hostile("workspace.txt", lambda: b"SQLite format 3\0" + bytes(200), says="database"),
    Hostile("half characters.txt", _text("4. \ud800\udfff and \udcff\n"), "refused"),
    Hostile("latin.txt", lambda: "1. Zoë über alles\n".encode("latin-1") * 20, "either"),
    Slow("one line.txt", _text("word " * 2_000_000), "either"),
    Hostile("one word.txt", _text("x" * 10_000_000), "either"),
    Hostile("letters.txt", _text("(a) " * _MANY), "either"),
    Slow("letters down.txt", _text("(a)\n" * _MANY), "either"),
    Hostile("numbers.txt", _text("1. " * _MANY), "either"),
    Slow("numbers down.txt", _text("1.\n" * _MANY), "either"),
    Slow("counting.txt", _text("".join(f"{n}. Decides.\n\n" for n in range(4, 40_000))), "either"),
    Hostile("brackets.txt", _text("[" * _MANY), "either"),
    Hostile("brackets both.txt", _text("[" * _MANY + "]" * _MANY), "either"),
    Hostile("parentheses.txt", _text("(" * _MANY + "I." + ")" * _MANY), "either"),
    Hostile("quotes.txt", _text("“" * _MANY + "”"), "either"),
    Hostile("straight quotes.txt", _text('"a ' * _MANY), "either"),
    Hostile("spaces.txt", _text("4. To" + " " * _MANY + "\u00a0" * _MANY + "mark"), "either"),
    Hostile("dots.txt", _text("4" + "." * _MANY + "5"), "either"),
    Hostile("deep decimals.txt", _text("1." * _MANY), "either"),
    Hostile("romans.txt", _text("IVXLIVXL" * _MANY + ". Section"), "either"),
    Hostile("romans down.txt", _text("XIV. Section\n\n" * 20_000), "either"),
    Slow("references.txt", _text("(II.32) said (A.31) (V." * 50_000), "either"),
    Hostile("levels.txt", _text("at the national " + "and regional " * 100_000), "either"),
    Hostile("addresses.txt", _text("https://" + "a/" * _MANY + "\n" + "www." * _MANY), "either"),
    Hostile("symbols.txt", _text("A/" * _MANY + "RES/79/40"), "either"),
    Hostile("dates.txt", _text("24 December " * 100_000), "either"),
    Hostile(
        "States.txt", _text("4. Statements were made by " + "Ghana, " * 50_000 + "and Togo.\n"), "either"
    ),
    Slow("hyphens.txt", _text("co-\n" * 100_000), "either"),
    Hostile(
        "bidi.txt", _text("4. \u202e\u2066reversed\u2069\u202c \u200f\u200e\u2028text\u2029\n"), "either"
    ),
    Hostile("controls.txt", _text("4. \x1b]0;owned\x07\x1b[2J red\x9b31m\x7f\n"), "either"),
    Hostile("marks.txt", _text("4. a" + "\u0301" * 100_000), "either"),
    Hostile("pages.txt", _text("\f" * 300_000), "either"),
    Slow("headings.txt", _text("Programme of Action\n\n" * 30_000), "either"),
    Slow("annexes.txt", _text("Annex\n\n1. Text of it.\n\n" * 20_000), "either"),
    Slow("articles.txt", _text("Article 1\n\n1. Text of it.\n\n" * 20_000), "either"),
    Hostile("digits.txt", _text("9" * _MANY + ". Text\n\n٤" + "٤" * _MANY + "."), "either"),
)
MARKDOWN = (
    Hostile("quotes.md", _text("> " * 100_000 + "1. x"), "either"),
    Slow("brackets.md", _text("[" * 100_000), "either"),
    Slow("links.md", _text("[a](" * 100_000), "either"),
    Slow("pictures.md", _text("![[" * 100_000), "either"),
    Slow("stars.md", _text("*a **b " * 100_000), "either"),
    Slow("backticks.md", _text("".join("`" * (n % 500) + "a" for n in range(20_000))), "either"),
    Slow("lists.md", _text("".join("  " * n + "- x\n" for n in range(2_000))), "either"),
    Slow("table.md", _text("|a" * 50_000 + "|\n" + "|-" * 50_000 + "|\n" + "|b\n" * 1000), "either"),
    Slow("html.md", _text("<div>" * 100_000 + "<!--" * 10_000), "either"),
    Hostile("entities.md", _text("&#1234567890;&amp" * 50_000), "either"),
    Slow("references.md", _text("".join(f"[a{n}]: <b\n" for n in range(30_000)) + "[a1]" * 30_000), "either"),
    Slow("autolinks.md", _text("<http://" * 100_000), "either"),
)
CORPUS = (*ARCHIVES, *XML, *PDFS, *WEB, *TEXTS, *MARKDOWN)
