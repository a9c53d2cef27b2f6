"""Where the pages of a PDF lie, one below the other, at a given scale."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QRect

GAP = 16
"""Between two pages, and above the first and below the last."""
MARGIN = 24
"""Left and right of a page that fills the width."""

PageSizes = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A reading position that outlives a change of scale: how far down which page (counted from 0)."""

    page: int = 0
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The pages' rectangles in one tall sheet of ``width`` × ``height`` pixels."""

    pages: tuple[QRect, ...] = ()
    width: int = 0
    height: int = 0

    def place_at(self, y: float) -> Place:
        """The reading position at a height of the sheet; what lies between two pages belongs to the upper."""
        if not self.pages:
            return Place()
        page = max(bisect_right([each.top() for each in self.pages], y) - 1, 0)
        return Place(page, (y - self.pages[page].top()) / self.pages[page].height())

    def height_of(self, place: Place) -> int:
        """The height of the sheet at which a reading position lies; a page that is gone gives the last."""
        if not self.pages:
            return 0
        if place.page >= len(self.pages):
            return self.pages[-1].top()
        page = self.pages[place.page]
        return round(page.top() + place.share * page.height())

    def between(self, top: int, bottom: int) -> range:
        """The pages that can be seen between two heights."""
        seen = [n for n, page in enumerate(self.pages) if page.bottom() >= top and page.top() <= bottom]
        return range(seen[0], seen[-1] + 1) if seen else range(0)


def lay_out(sizes: PageSizes, scale: float, room: int) -> PageLayout:
    """Lays pages out below one another, ``scale`` pixels to a point, in the middle of ``room`` pixels."""
    if not sizes:
        return PageLayout()
    widest = max(round(width * scale) for width, _ in sizes)
    across = max(room, widest + 2 * MARGIN)
    pages = []
    y = GAP
    for size in sizes:
        width, height = (max(round(side * scale), 1) for side in size)
        pages.append(QRect((across - width) // 2, y, width, height))
        y += height + GAP
    return PageLayout(tuple(pages), across, y)


def scale_that_fits(sizes: PageSizes, room: int) -> float:
    """The scale at which the widest page fills ``room`` pixels but for its margins."""
    widest = max((width for width, _ in sizes), default=1.0)
    return max(room - 2 * MARGIN, 1) / widest
