"""Strips onto pages: what stays together, footnotes at the foot, header rows again, page numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from exporters.blocks import Manuscript
from exporters.pdf_strips import Setting, Strip

NOTE_GAP = 14.0  # between the text and its notes; the short rule stands in the middle of it


@dataclass(slots=True)
class Page:
    """One page: strips with the height of their top above the foot of the text area."""

    strips: list[tuple[float, Strip]] = field(default_factory=list)
    notes: list[tuple[float, Strip]] = field(default_factory=list)


def laid_out(manuscript: Manuscript, progress: Callable[[float], None] | None = None) -> list[Page]:
    """All pages of a manuscript; ``progress`` is told how much is done, from 0 to 1."""
    setting = Setting(manuscript)
    pages = _Pages(setting)
    count = len(manuscript.blocks) or 1
    cluster: list[Strip] = []
    for nth, block in enumerate(manuscript.blocks):
        for strip in setting.strips(block):
            if strip.new_page and cluster:
                pages.place(cluster)
                cluster = []
            cluster.append(strip)
            if not strip.keep:
                pages.place(cluster)
                cluster = []
        if progress is not None and nth % 50 == 0:
            progress(nth / count)
    pages.place(cluster)
    return pages.finished()


def page_numbers(pages: list[Page]) -> dict[str, int]:
    """The page every anchor stands on, counted from 1."""
    found: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        for _, strip in page.strips:
            if strip.anchor:
                found.setdefault(strip.anchor, number)
    return found


class _Pages:
    """Fills page after page. ``_used`` is the height taken by text, ``_noted`` that taken by notes."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._pages: list[Page] = []
        self._page = Page()
        self._used = 0.0
        self._notes: list[Strip] = []
        self._noted = 0.0

    def place(self, cluster: list[Strip]) -> None:
        """Sets strips that must not be parted, on a new page if they do not fit on this one."""
        if not cluster:
            return
        if cluster[0].at_foot:
            self._set_at_foot(cluster)
            return
        if cluster[0].new_page and (self._page.strips or self._notes):
            self._turn()
        notes = self._note_strips(cluster)
        if not self._fits(cluster, notes) and self._page.strips:
            self._turn()
        if self._fits(cluster, notes) or len(cluster) == 1:
            self._set(cluster, notes)
            return
        for strip in cluster:
            own = self._note_strips([strip])
            if not self._fits([strip], own) and self._page.strips:
                self._turn()
            self._set([strip], own)

    def finished(self) -> list[Page]:
        """The pages, the last one closed, with notes that found no room on pages of their own."""
        if self._page.strips or self._notes:
            self._turn()
        while self._notes:
            self._turn()
        return self._pages

    def _note_strips(self, cluster: list[Strip]) -> list[Strip]:
        return [line for strip in cluster for note in strip.notes for line in self._setting.note(note)]

    def _fits(self, cluster: list[Strip], notes: list[Strip]) -> bool:
        height = sum(strip.before + strip.height for strip in cluster)
        if not self._page.strips:
            height += sum(strip.height for strip in cluster[0].repeat) - cluster[0].before
        gap = NOTE_GAP if notes and not self._notes else 0.0
        wanted = self._used + height + self._noted + gap + sum(note.height for note in notes)
        return wanted <= self._setting.height + 0.01

    def _set(self, cluster: list[Strip], notes: list[Strip]) -> None:
        if not self._page.strips:
            for strip in cluster[0].repeat:
                self._put(replace(strip, again=True), 0.0)
        for strip in cluster:
            self._put(strip, strip.before if self._page.strips else 0.0)
        if notes:
            self._noted += sum(note.height for note in notes) + (0.0 if self._notes else NOTE_GAP)
            self._notes += notes

    def _put(self, strip: Strip, before: float) -> None:
        self._used += before
        self._page.strips.append((self._setting.height - self._used, strip))
        self._used += strip.height

    def _set_at_foot(self, cluster: list[Strip]) -> None:
        """At the foot of the page, where what stands there already moves up."""
        room = sum(strip.before + strip.height for strip in cluster)
        if self._used + self._noted + room > self._setting.height:
            self._turn()
        standing = [top for top, strip in self._page.strips if strip.at_foot]
        for nth, (top, strip) in enumerate(self._page.strips):
            if standing and strip.at_foot:
                self._page.strips[nth] = (top + room, strip)
        y = room
        for strip in cluster:
            y -= strip.before
            self._page.strips.append((y, strip))
            y -= strip.height
        self._noted += room

    def _turn(self) -> None:
        """Closes a page: its notes stand at its foot; those without room go on to the next."""
        fitting = list(_fitting(self._notes, self._setting.height - self._used - NOTE_GAP))
        y = sum(strip.height for strip in fitting)
        for strip in fitting:
            self._page.notes.append((y, strip))
            y -= strip.height
        self._pages.append(self._page)
        self._page, self._used = Page(), 0.0
        self._notes = self._notes[len(fitting) :]
        self._noted = sum(strip.height for strip in self._notes) + (NOTE_GAP if self._notes else 0.0)


def _fitting(notes: list[Strip], room: float) -> Iterator[Strip]:
    for nth, strip in enumerate(notes):
        room -= strip.height
        if room < -0.01 and nth:
            return
        yield strip
