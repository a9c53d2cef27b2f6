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
    articles = articles_called(paragraph.part, paragraph.section)
    locator = written_locator(paragraph.label, articles)
    if paragraph.part == "agenda":
        locator, spoken = f"agenda item {paragraph.label}", f"agenda item {paragraph.label}"
    else:
        spoken = spoken_locator(paragraph.label, articles)
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


_SECTIONED = re.compile(r"(?P<section>[IVXLC]+|[A-H])\.(?P<number>\d.*)")
_ARTICLE = re.compile(r"(?P<article>\d+(?:[a-z]+(?=[.(]|$))?)(?:\.(?P<number>\d[^()]*))?(?P<subs>(?:\(.*)?)")
_CALLED = {"articles": "article", "rules": "rule", "principles": "principle", "guidelines": "guideline"}
_ARTICLE_HEADING = re.compile(
    r"(?:(?P<word>rule|principle|guideline)|article|art\.|artículo|статья|المادة|مادة|第.{1,8}条)(?=\s|$|[.:\d])",
    re.I,
)


def articles_called(part: str, section: tuple[str, ...] = ()) -> str:
    """What the pieces are called in which "5.2" is the second paragraph of the fifth; empty if it is not so.

    The importer gives a part made of articles a key that says so ("articles", "rules"); in any other part a
    heading above the paragraph does ("Article 5"). Elsewhere "5.2" is a number in two pieces and no more.
    """
    if part in _CALLED:
        return _CALLED[part]
    for heading in reversed(section):
        if found := _ARTICLE_HEADING.match(heading):
            return (found["word"] or "article").lower()
    return ""


def written_locator(label: str, articles: str = "") -> str:
    """A label in writing: "para. 62 (a)", "sect. II, para. 32", "preambular para. 7", "para. 5.1.2".

    ``articles`` is what ``articles_called`` says: with "article", "5.2" is "art. 5, para. 2".
    """
    return _locator(label, "para.", "sect.", {"article": "art."}.get(articles, articles))


def spoken_locator(label: str, articles: str = "") -> str:
    """A label in speech: "paragraph 62", "section II, paragraph 32", "article 5, paragraph 2"."""
    return _locator(label, "paragraph", "section", articles)


def _locator(label: str, paragraph: str, section: str, article: str) -> str:
    if label.startswith("pp."):
        return f"preambular {paragraph} {_spaced(label[3:])}"
    if found := _SECTIONED.fullmatch(label):
        return f"{section} {found['section']}, {paragraph} {_spaced(found['number'])}"
    if article and (found := _ARTICLE.fullmatch(label)):
        number = f", {paragraph} {_spaced(found['number'])}" if found["number"] else ""
        subs = f" {_spaced(found['subs'])}" if found["subs"] else ""
        return f"{article} {_spaced(found['article'])}{number}{subs}"
    return f"{paragraph} {_spaced(label)}"


def _spaced(label: str) -> str:
    """A label with the spaces that it has in writing: "12 (a) (i)", "21 bis", "14 alt 2"."""
    opened = re.sub(r"(?<=\S)\(", " (", label)
    return re.sub(r"(?<=\d)(?=[a-z]{3})|(?<=alt)(?=\d)", " ", opened)


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
    within = document.main_part
    for known in sorted(document.parts, key=lambda known: -len(known.key)):
        if known.key != document.main_part and locator.startswith(f"{known.key}."):
            part, within, locator = f"{known.key}, ", known.key, locator[len(known.key) + 1 :]
            break
    key = document.name if re.fullmatch(r"[\w./:-]*\w", document.name) else "{" + document.name + "}"
    return f"[@{key}, {part}{written_locator(locator, articles_called(within))}]"


_CITATION = re.compile(
    r"\[@(?:\{(?P<braced>[^{}\]]+)\}|(?P<plain>[^\s,;\]{}]+))\s*,\s*(?P<locator>[^\[\]]+)\]"
)


def parse_citation(markdown: str) -> Reference | None:
    """The reference a Pandoc citation names, None if the text is not one citation of a paragraph."""
    found = _CITATION.fullmatch(markdown.strip())
    if found is None:
        return _canonical(markdown.strip())
    parsed = parse_label(found["locator"])
    return Reference(found["braced"] or found["plain"], *parsed) if parsed else None


def _canonical(markdown: str) -> Reference | None:
    """A citation whose key is a canonical reference ("[@BMS8/report.17]")."""
    found = re.fullmatch(r"\[@(?P<document>[^\s,;\]{}]+)/(?P<label>[^\s,;\]{}/]+)\]", markdown)
    parsed = parse_label(found["label"]) if found else None
    return Reference(found["document"], *parsed) if found and parsed else None
