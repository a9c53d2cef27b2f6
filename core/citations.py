"""How a paragraph is cited, in the forms the field uses (DOMAIN.md, "How texts are cited").

By paragraph, never by page. In speech the reference comes before the quotation, in writing after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.documents import DocumentHead, LibraryParagraph, Standing
from core.references import Reference, parse_label


@dataclass(frozen=True, slots=True)
class CitationForms:
    """The forms of one citation.

    ``written``: "A/CONF.192/BMS/2022/1, annex, para. 62"; ``spoken``: "paragraph 62 of the BMS8 outcome";
    ``short``: "BMS8/62"; ``caveat``: what a reader must be told of its standing, empty if nothing;
    ``markdown``: the form a statement stores, "[@BMS8, para. 62]".
    """

    written: str
    spoken: str
    short: str
    caveat: str
    markdown: str

    @property
    def footnote(self) -> str:
        """The written form with its caveat, as it stands in a footnote."""
        return f"{self.written} ({self.caveat})." if self.caveat else f"{self.written}."


def citation_forms(located: LibraryParagraph) -> CitationForms:
    """All forms for one numbered paragraph; ValueError for a row without a label."""
    document, paragraph = located.document, located.paragraph
    if not paragraph.label:
        raise ValueError("a row without a number cannot be cited")
    part = document.part(paragraph.part)
    locator = written_locator(paragraph.label)
    if paragraph.part == "agenda":
        locator, spoken = f"agenda item {paragraph.label}", f"agenda item {paragraph.label}"
    else:
        spoken = spoken_locator(paragraph.label)
    pieces = [document.cite_as or document.name, part.citation, locator]
    of_what = _spoken_document(document, paragraph.part)
    comma = "," if "," in spoken else ""
    return CitationForms(
        written=", ".join(piece for piece in pieces if piece),
        spoken=f"{spoken}{comma} of {of_what}",
        short=located.reference,
        caveat=caveat(paragraph.standing, document.standing),
        markdown=citation_markdown(located.reference, document),
    )


def caveat(standing: Standing, document_standing: Standing = Standing.UNKNOWN) -> str:
    """What must be said beside a quotation because of how its text came about; empty for consensus texts."""
    said = []
    if standing is Standing.VOTE:
        said.append("adopted by a vote")
    if Standing.SUMMARY in (standing, document_standing):
        said.append("as given in a thematic summary, not verbatim")
    if Standing.UNEDITED in (standing, document_standing):
        said.append("advance unedited copy")
    if Standing.DRAFT in (standing, document_standing):
        said.append("draft, not adopted")
    return "; ".join(said)


_SECTIONED = re.compile(r"(?P<section>[IVXLC]+)\.(?P<number>\d.*)")
_ARTICLE = re.compile(r"(?P<article>\d+)\.(?P<number>\d.*)")


def written_locator(label: str) -> str:
    """A label in writing: "para. 62", "sect. II, para. 32", "preambular para. 7", "art. 5, para. 2"."""
    if label.startswith("pp."):
        return f"preambular para. {label[3:]}"
    if found := _SECTIONED.fullmatch(label):
        return f"sect. {found['section']}, para. {found['number']}"
    if found := _ARTICLE.fullmatch(label):
        return f"art. {found['article']}, para. {found['number']}"
    return f"para. {_spaced(label)}"


def spoken_locator(label: str) -> str:
    """A label in speech: "paragraph 62", "section II, paragraph 32"."""
    if label.startswith("pp."):
        return f"preambular paragraph {label[3:]}"
    if found := _SECTIONED.fullmatch(label):
        return f"section {found['section']}, paragraph {found['number']}"
    if found := _ARTICLE.fullmatch(label):
        return f"article {found['article']}, paragraph {found['number']}"
    return f"paragraph {_spaced(label)}"


def _spaced(label: str) -> str:
    return re.sub(r"(?<=\d)\(", " (", label)


def _spoken_document(document: DocumentHead, part: str) -> str:
    if part == "report":
        return f"the report of {document.name}" if document.short else f"report {document.symbol}"
    if part == "agenda":
        return f"the agenda of {document.name}"
    return document.spoken or document.cite_as or document.symbol


def citation_markdown(reference: str, document: DocumentHead) -> str:
    """The Pandoc citation of a canonical reference ("[@RevCon3, sect. II, para. 32]")."""
    locator = reference[len(document.name) + 1 :]
    part = ""
    for known in document.parts:
        if known.key != document.main_part and locator.startswith(f"{known.key}."):
            part, locator = f"{known.key}, ", locator[len(known.key) + 1 :]
    key = document.name if re.fullmatch(r"[\w./:-]*\w", document.name) else "{" + document.name + "}"
    return f"[@{key}, {part}{written_locator(locator)}]"


_CITATION = re.compile(
    r"\[@(?:\{(?P<braced>[^{}\]]+)\}|(?P<plain>[^\s,;\]{}]+))\s*,\s*(?P<locator>[^\[\]]+)\]"
)


def parse_citation(markdown: str) -> Reference | None:
    """The reference a Pandoc citation names, None if the text is not one citation of a paragraph."""
    found = _CITATION.fullmatch(markdown.strip())
    if found is None:
        return _canonical(markdown.strip())
    locator = found["locator"]
    if (article := re.fullmatch(r"\s*art\.\s*(\d+),\s*para\.\s*(\S.*)", locator)) is not None:
        return Reference(found["braced"] or found["plain"], "", f"{article[1]}.{article[2].replace(' ', '')}")
    parsed = parse_label(locator)
    return Reference(found["braced"] or found["plain"], *parsed) if parsed else None


def _canonical(markdown: str) -> Reference | None:
    """A citation whose key is a canonical reference ("[@BMS8/report.17]")."""
    found = re.fullmatch(r"\[@(?P<document>[^\s,;\]{}]+)/(?P<label>[^\s,;\]{}/]+)\]", markdown)
    parsed = parse_label(found["label"]) if found else None
    return Reference(found["document"], *parsed) if found and parsed else None
