"""The main content of a web page: what is left without menus, banners, forms and other surroundings."""

from __future__ import annotations

import re
from collections.abc import Callable

from importers.web.pages import Element

_NEVER_TEXT = frozenset(
    {
        *("script", "style", "noscript", "template", "head", "title", "meta", "link", "base", "svg", "math"),
        *(
            "canvas",
            "audio",
            "video",
            "iframe",
            "object",
            "embed",
            "map",
            "area",
            "select",
            "option",
            "input",
        ),
        *("button", "textarea", "datalist", "progress", "meter", "dialog", "img", "picture", "source"),
    }
)
_SURROUNDINGS = frozenset({"nav", "footer", "aside", "form", "header", "menu", "fieldset"})
_ROLES = frozenset(
    {
        *("navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog", "menu"),
        *("menubar", "toolbar", "alert", "form"),
    }
)
_NAMED_SURROUNDINGS = re.compile(
    r"(?:^|[\s_-])(?:breadcrumbs?|cookies?|cookie-?banner|consent|share|sharing|social|skip(?:-?(?:link|nav|to).*)?"
    r"|sidebar|menu|navbar|navbox|navigation|nav|pager|pagination|noprint|editsection|catlinks|footer|masthead"
    r"|advert(?:isement)?|newsletter|related|comments?|jump-?link|printfooter|sitesub|siteNotice|toolbar"
    r"|language-?(?:switcher|selector|links?)|lang-?switch(?:er)?|popup|modal|tooltip|visually-?hidden|sr-only)"
    r"(?:$|[\s_-])",
    re.I,
)
_UNSEEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.I)
_CONTENT_NAMES = re.compile(
    r"(?:^|\s)(?:content|main|main-?content|page-?content|body-?content|mw-content-text|mw-parser-output|article"
    r"|article-?body|entry-?content|post-?content|field--name-body|node__content)(?:$|\s)",
    re.I,
)
_TEXT_BLOCKS = frozenset(
    {"p", "li", "td", "th", "dd", "dt", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6"}
)
_MOST = 0.5
"""An element with more than half of a page's text is no surrounding, whatever its name."""
_MENUS = frozenset({"ul", "ol", "dl", "td", "div", "p"})
_FEWEST_LINKS = 3
_LINKED = 0.8


def without_unseen(root: Element) -> Element:
    """The body of a page, off which what a browser does not show was taken."""
    body = next(root.iter("body"), root)
    _take_off(body, _is_unseen)
    return body


def main_content(body: Element) -> Element:
    """The element that holds a page's own text; what surrounds it within that element is taken off.

    That is the page's ``main`` (or ``article``, or an element called content) if it holds most of the text,
    and otherwise what is left of the page.
    """
    sizes = _Sizes(body)
    whole = max(1, sizes.text[body])
    named = [element for element in body.iter() if _is_named_main(element)]
    best = max(named, key=sizes.text.__getitem__, default=None)
    inside = best is not None and sizes.text[best] >= _MOST * sizes.blocks[body]
    content = best if best is not None and inside else body

    def surrounds(element: Element) -> bool:
        return _surrounds(element, inside=inside) and sizes.text[element] <= _MOST * whole

    _take_off(content, surrounds)
    if inside:
        return content
    sizes = _Sizes(content)
    _take_off(content, sizes.is_menu)
    return _innermost(content, _Sizes(content))


class _Sizes:
    """How much text each element of a page holds, how much of it in blocks of text, and how much in links."""

    def __init__(self, root: Element) -> None:
        self.text: dict[Element, int] = {}
        self.blocks: dict[Element, int] = {}
        self.linked: dict[Element, int] = {}
        self.links: dict[Element, int] = {}
        for element in reversed(list(root.iter())):  # what an element holds comes before it
            size = len((element.text or "").strip())
            blocks = linked = links = 0
            for child in element:
                size += self.text[child] + len((child.tail or "").strip())
                blocks += self.blocks[child]
                linked += self.linked[child]
                links += self.links[child]
            self.text[element] = size
            self.blocks[element] = size if element.tag in _TEXT_BLOCKS else blocks
            self.linked[element] = size if element.tag == "a" else linked
            self.links[element] = links + (element.tag == "a")

    def is_of_links(self, element: Element) -> bool:
        """Whether little more than links stands in an element."""
        return self.linked[element] >= _LINKED * self.text[element]

    def is_menu(self, element: Element) -> bool:
        """Whether an element is a list, or stands for one, of several links."""
        return element.tag in _MENUS and self.links[element] >= _FEWEST_LINKS and self.is_of_links(element)


def _is_unseen(element: Element) -> bool:
    return (
        element.tag in _NEVER_TEXT
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _UNSEEN_STYLE.search(element.get("style", "")) is not None
    )


def _surrounds(element: Element, *, inside: bool) -> bool:
    """Whether an element is a surrounding by its name; within the content a header may hold the title."""
    if inside and element.tag == "header":
        return False
    names = f"{element.get('id', '')} {element.get('class', '')}"
    return (
        element.tag in _SURROUNDINGS
        or element.get("role") in _ROLES
        or _NAMED_SURROUNDINGS.search(names) is not None
    )


def _is_named_main(element: Element) -> bool:
    if element.tag in {"main", "article"} or element.get("role") in {"main", "article"}:
        return True
    return any(_CONTENT_NAMES.search(element.get(name, "")) for name in ("id", "class"))


def _innermost(body: Element, sizes: _Sizes) -> Element:
    """The innermost element beside which nothing but links stands."""
    content = body
    while not (content.text or "").strip():
        texts = [child for child in content if sizes.text[child] and not sizes.is_of_links(child)]
        if len(texts) != 1 or texts[0].tag in _TEXT_BLOCKS or (texts[0].tail or "").strip():
            return content
        content = texts[0]
    return content


def _take_off(root: Element, unwanted: Callable[[Element], bool]) -> None:
    for element in [each for each in root.iterdescendants() if isinstance(each.tag, str)]:
        if element.getparent() is not None and unwanted(element):
            element.drop_tree()
