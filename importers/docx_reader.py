"""Word documents to lines: what Word prints, with the numbers that it counts and the notes it sets apart."""

from __future__ import annotations

from core.errors import NameplateError
from importers.archives import open_archive
from importers.characters import printed
from importers.furniture import apart
from importers.lines import Source
from importers.word.body import Body
from importers.word.findings import Findings
from importers.word.heads import comments, head_strings, with_framed_notes
from importers.word.names import Element, w
from importers.word.notes import Notes
from importers.word.numbering import Numbering
from importers.word.package import Package
from importers.word.styles import Styles


def read_docx(data: bytes, name: str) -> Source:
    """Read the bytes of a .docx, .docm or .dotx, which messages call ``name``.

    Every line is a whole paragraph, heading or row of a table, with the number that Word counts for it.
    Tracked changes are read as accepted. Headers, footers, the distribution box and job numbers are the
    furniture. NameplateError for a file that is damaged, made to do harm, or holds no text.
    """
    package = Package(open_archive(data, name), name)
    document = package.document()
    styles = Styles(package.related("styles"))
    numbering = package.related("numbering")
    findings = Findings()
    notes = Notes(
        package.related("footnotes"),
        package.related("endnotes"),
        package.related("settings"),
        [section for section in document.iter(w("sectPr")) if section.getparent().tag != w("sectPrChange")],
    )
    findings.comments, said = comments(package.related("comments"))
    paged = next(document.iter(w("lastRenderedPageBreak")), None) is not None
    body = Body(styles, Numbering(numbering, styles), notes, findings, paged=paged)
    container = document.find(w("body"))
    lines = body.read(container) if container is not None else []
    kept, boxed = apart(with_framed_notes(lines, body.framed))
    if not kept:
        raise NameplateError(
            f"“{name}” holds no text: if its pages are pictures, import the document as a PDF with text, or "
            "type it out."
        )
    heads = [
        line
        for kind in ("header", "footer")
        for root in package.related(kind)
        for line in Body(styles, Numbering(numbering, styles), Notes(), Findings(), flat=True).read(root)
    ]
    furniture = [*head_strings(heads), *(line.text for line in body.boxed), *boxed, *said]
    return Source(
        lines=tuple(kept),
        furniture=tuple(dict.fromkeys(furniture)),
        notes=findings.notes(),
        language=_core(package, "language").partition("-")[0].lower(),
        title=_core(package, "title"),
    )


def _core(package: Package, name: str) -> str:
    """A property of the document's own description (Dublin Core), empty if it says nothing."""
    root: Element | None = package.part("docProps/core.xml")
    found = root.find(f"{{http://purl.org/dc/elements/1.1/}}{name}") if root is not None else None
    return printed(found.text or "") if found is not None else ""
