"""Footnotes of a web page: a mark that links to its note, or a raised one and a block that begins with it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from importers.web.pages import Element, text_of

_MARK = re.compile(r"[\[(]?(?:note\s+)?(\d{1,3}|[a-z]{1,2}|[ivxl]{1,6}|\*{1,4}|[†‡§])[\])]?", re.I)
_BACK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[↑↩⏎^⇑⬆*†‡]+\ufe0e?|back|return|retour)[\])]?[.:]?", re.I)
_NOTE_NAMES = re.compile(r"note|(?:^|[\s_-])(?:fn|ftn|ref|reference|cite)", re.I)
_BLOCKS = frozenset({"li", "p", "dd", "dt", "div", "aside", "section", "td", "tr", "blockquote"})
_LONGEST_NOTE = 4000
_MARK_LENGTH = 12


@dataclass(slots=True)
class PageNotes:
    """The notes by the elements of the text that are their marks."""

    by_mark: dict[Element, str] = field(default_factory=dict)


def taken_out(content: Element) -> PageNotes:
    """The notes of a page's content, whose elements are taken off the tree."""
    order = {element: place for place, element in enumerate(content.iter())}
    found = PageNotes()
    blocks = {**_linked(content, order), **_raised(content, order)}
    taken: dict[Element, str] = {}
    for mark, block in blocks.items():
        if block not in taken:
            taken[block] = _words(block)
        number = _MARK.fullmatch(text_of(mark, _MARK_LENGTH))
        if number and taken[block]:
            found.by_mark[mark] = f"{number[1]} {taken[block]}"
    for block, words in taken.items():
        if words and block.getparent() is not None:
            block.drop_tree()
    return found


def _linked(content: Element, order: dict[Element, int]) -> dict[Element, Element]:
    """The marks that link to a place further on in the page, and the block that stands there."""
    places: dict[str, Element] = {}
    for element in order:
        for name in (element.get("id"), element.get("name")):
            if name:
                places.setdefault(name, element)
    pairs: dict[Element, Element] = {}
    users: dict[Element, set[str]] = {}
    for link in content.iter("a"):
        target = (
            places.get(link.get("href", "").removeprefix("#")) if link.get("href", "")[:1] == "#" else None
        )
        if target is None or order[target] <= order[link] or not _MARK.fullmatch(text_of(link, _MARK_LENGTH)):
            continue
        block = _block_of(target, content)
        if block is None or _holds(block, link) or not _is_mark(link, target):
            continue
        users.setdefault(block, set()).add(text_of(link, _MARK_LENGTH))
        pairs[_whole_mark(link)] = block
    return {mark: block for mark, block in pairs.items() if len(users[block]) == 1}


def _raised(content: Element, order: dict[Element, int]) -> dict[Element, Element]:
    """The raised marks without a link, each with the next block further on that begins with the same one."""
    notes: dict[str, list[Element]] = {}
    marks: list[tuple[str, Element]] = []
    for raised in content.iter("sup"):
        words = text_of(raised, _MARK_LENGTH)
        found = _MARK.fullmatch(words)
        if not found or raised.find(".//a[@href]") is not None:
            continue
        block = raised.getparent()
        while block is not None and block.tag not in _BLOCKS:
            block = block.getparent()
        if (
            block is not None
            and block is not content
            and text_of(block, _MARK_LENGTH).startswith(words)
            and _leads(raised, block)
        ):
            notes.setdefault(found[1], []).append(block)
        else:
            marks.append((found[1], raised))
    pairs: dict[Element, Element] = {}
    for words, mark in marks:
        same = notes.get(words, [])
        after = bisect_right(same, order[mark], key=order.__getitem__)
        if after < len(same):
            pairs[mark] = same[after]
    return pairs


def _holds(block: Element, link: Element) -> bool:
    return any(above is block for above in link.iterancestors())


def _leads(raised: Element, block: Element) -> bool:
    """Whether no words stand before a mark in its block."""
    return next((element for element in block.iter("sup")), None) is raised and not (block.text or "").strip()


def _is_mark(link: Element, target: Element) -> bool:
    """Whether a link is a note's mark: raised, in brackets, or named as one at either end."""
    parent = link.getparent()
    raised = (parent is not None and parent.tag == "sup") or link.find(".//sup") is not None
    names = " ".join(
        element.get(name, "") for element in (link, target) for name in ("id", "class", "name", "href", "rel")
    )
    return raised or text_of(link, _MARK_LENGTH)[:1] in "[(*" or _NOTE_NAMES.search(names) is not None


def _whole_mark(link: Element) -> Element:
    """The outermost element that holds nothing but the mark."""
    mark, words = link, text_of(link, _MARK_LENGTH).strip("[]()")
    while (parent := mark.getparent()) is not None and parent.tag in {
        "sup",
        "span",
        "b",
        "i",
        "font",
        "em",
        "small",
    }:
        if text_of(parent, _MARK_LENGTH).strip("[]() ") != words:
            break
        mark = parent
    return mark


def _block_of(target: Element, content: Element) -> Element | None:
    block = target
    while block.tag not in _BLOCKS or not text_of(block, 1):
        parent = block.getparent()
        if parent is None or parent is content:
            return None
        block = parent
    return block if len(text_of(block, _LONGEST_NOTE)) <= _LONGEST_NOTE else None


def _words(block: Element) -> str:
    """A note's words without its own mark and the links back to the text."""
    backs = [
        element
        for element in block.iter("a", "span", "sup")
        if _BACK.fullmatch(text_of(element, _MARK_LENGTH))
        and (
            element.tag == "sup"
            or element.get("href", "").startswith("#")
            or "backlink" in element.get("class", "")
        )
    ]
    for element in backs:
        if element.getparent() is not None and element is not block:
            element.drop_tree()
    words = text_of(block, _LONGEST_NOTE)
    return re.sub(r"^(?:[\[(]?\d{1,3}[\])]?[.:]?|[↑^↩]|\*{1,4})\s+", "", words)
