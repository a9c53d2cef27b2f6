"""Two compared documents as rows to be read: what stands opposite what, word by word, and what is to be said.

The rows follow the merged text (``redlines``). A paragraph that moved stands where the new document has
it, opposite its old words; where the old one had it there is a pointer. Of a paragraph that was split, the
pieces are told apart in one comparison of the whole, and so are those that were joined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from core.comparing.comparison import Comparison, Cut, Fate, Matched
from core.comparing.footnote_changes import footnotes_told
from core.comparing.redlines import Passage, merged, notes_of, short_label
from core.comparing.wording_changes import Change, Edit, Piece, changed, pieces_of, words_in
from core.documents import DocumentHead, Paragraph
from core.language.strength import Weight
from core.language.words import introduction


@dataclass(frozen=True, slots=True)
class Facing:
    """A row of two documents beside each other.

    ``left`` are the old words (same or deleted), ``right`` the new ones (same or inserted), ``inline`` both
    as one text. ``told`` says in words what became of the paragraph beyond its words, ``weight`` whether its
    verb became weaker or stronger. ``moved`` says that it stands elsewhere now; ``pointer`` that this row
    only says where. ``cut`` says that it was split or joined, ``rest`` that another row about it comes first.
    ``notes_changed`` is for its footnotes. ``aside`` rows stand before the first numbered paragraph or after
    the last: masthead, sponsors, date of adoption.
    """

    old: Paragraph | None
    new: Paragraph | None
    fate: Fate
    left: tuple[Piece, ...] = ()
    right: tuple[Piece, ...] = ()
    inline: tuple[Piece, ...] = ()
    told: tuple[str, ...] = ()
    weight: Weight | None = None
    moved: bool = False
    pointer: bool = False
    cut: Cut | None = None
    rest: bool = False
    notes_changed: bool = False
    aside: bool = False

    @property
    def is_change(self) -> bool:
        """Whether there is anything to be seen in it: a row that only bears another number is the same."""
        return self.fate is not Fate.SAME or self.moved or self.notes_changed

    @property
    def is_numbered(self) -> bool:
        """Whether it is a paragraph with a number, not a heading or unnumbered words."""
        return bool((self.new and self.new.label) or (self.old and self.old.label))

    @property
    def level(self) -> int:
        """A heading's level, 0 for the rest."""
        shown = self.new or self.old
        return shown.level if shown is not None else 0


def side_by_side(
    comparison: Comparison, progress: Callable[[float], object] = lambda share: None
) -> tuple[Facing, ...]:
    """The rows of a comparison. ``progress`` is told the share done and may raise to stop."""
    passages = merged(comparison)
    opposite = _Opposite(comparison, passages)
    rows: list[Facing] = []
    for nth, passage in enumerate(passages):
        if nth % 16 == 0:
            progress(nth / len(passages))
        rows.append(opposite.row(passage))
    return tuple(_aside(rows))


def _label_beside(head: DocumentHead, paragraph: Paragraph, other: Paragraph) -> str:
    """A paragraph's number as it is told beside another one: without the part where both are of the same."""
    return paragraph.label if paragraph.part == other.part else short_label(head, paragraph)


def divided(pieces: Iterable[Piece], texts: Sequence[str], without: Edit) -> list[tuple[Piece, ...]]:
    """Pieces divided at the ends of the texts that one side of them is, a space between each two.

    ``without`` are the pieces of the other side, which stay with what they stand in.
    """
    found: list[list[Piece]] = [[]]
    room = len(texts[0])
    for piece in pieces:
        text = piece.text
        if piece.edit is without:
            found[-1].append(piece)
            continue
        while len(found) < len(texts) and len(text) > room:
            if text[:room]:
                found[-1].append(Piece(piece.edit, text[:room]))
            text = text[room + 1 :]
            found.append([])
            room = len(texts[len(found) - 1])
        if text:
            found[-1].append(Piece(piece.edit, text))
        room -= len(text)
    found += [[] for _ in range(len(texts) - len(found))]
    return [tuple(part) for part in found]


@dataclass
class _Opposite:
    """What stands opposite what: which paragraphs of the other document each one became or came from."""

    comparison: Comparison
    passages: Sequence[Passage]
    _news: dict[int, list[Matched]] = field(default_factory=dict)
    _olds: dict[int, list[Matched]] = field(default_factory=dict)
    _together: set[tuple[int, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Learns the rows of each paragraph, in the order of the documents."""
        for row in self.comparison.rows:
            if row.a is not None and row.b is not None:
                self._news.setdefault(id(row.a), []).append(row)
                self._olds.setdefault(id(row.b), []).append(row)
        self._together = {(id(p.old), id(p.new)) for p in self.passages if p.old and p.new}
        places = {id(row): nth for nth, row in enumerate(self.comparison.old_rows)}
        for rows in self._olds.values():
            rows.sort(key=lambda row: places[id(row.a)])

    def row(self, passage: Passage) -> Facing:
        """The row of one passage of the merged text."""
        old, new = passage.old, passage.new
        if old is not None and new is not None:
            return self._pair(old, new, passage)
        if new is not None:
            return self._arrived(new, passage)
        assert old is not None
        return self._left(old, passage)

    def _arrived(self, new: Paragraph, passage: Passage) -> Facing:
        """What the new document has here and the old one has not."""
        rows = self._olds.get(id(new), ())
        if not rows:
            told = ("new",) if new.label else ()
            return Facing(None, new, Fate.NEW, right=passage.words, inline=passage.words, told=told)
        old = rows[0].a
        assert old is not None
        if self._main_new(old) is new:
            return self._pair(old, new, passage)
        where = f"split from {_label_beside(self.comparison.old, old, new)}"
        row = self._piece(old, new, [where], moved=False)
        return replace(row, old=None, left=(), rest=True)

    def _left(self, old: Paragraph, passage: Passage) -> Facing:
        """What the old document has here and the new one has not."""
        rows = self._news.get(id(old), ())
        if not rows:
            told = ("dropped",) if old.label else ()
            return Facing(old, None, Fate.DROPPED, left=passage.words, inline=passage.words, told=told)
        new = self._main_new(old)
        label = _label_beside(self.comparison.new, new, old)
        if self._main_old(new) is old:
            fate = Fate.SAME if old.text == new.text else Fate.CHANGED
            return Facing(old, None, fate, told=(f"moved to {label}",), moved=True, pointer=True)
        left = self._joined(new)[1].get(id(old), passage.words)
        return _of(
            old, None, Fate.CHANGED, left, (), (), (f"joined into {label}",), cut=Cut.JOINED, rest=True
        )

    def _pair(self, old: Paragraph, new: Paragraph, passage: Passage) -> Facing:
        """A paragraph of both, changed or not, where the new document has it."""
        heads = self.comparison.old, self.comparison.new
        told: list[str] = []
        moved = (id(old), id(new)) not in self._together
        if moved:
            told.append(f"moved from {_label_beside(heads[0], old, new)}")
        rows = self.comparison.old_rows, self.comparison.new_rows
        notes_told = footnotes_told(notes_of(old, rows[0]), notes_of(new, rows[1]))
        if len(self._news.get(id(old), ())) > 1:
            parts_in_new = [row.b for row in self._news[id(old)] if row.b is not None]
            told.append(f"split into {_listed(heads[1], parts_in_new)}")
            return self._piece(old, new, told, moved)
        if len(self._olds.get(id(new), ())) > 1:
            told.append(self._joined_told(new))
            pieces, parts = self._joined(new)
            return _of(old, new, Fate.CHANGED, parts[id(old)], pieces, pieces, told, moved, cut=Cut.JOINED)
        if old.text == new.text:
            same = (Piece(Edit.SAME, new.text),)
            row = _of(old, new, Fate.SAME, same, same, same, [*told, *notes_told], moved)
            return replace(row, notes_changed=bool(notes_told))
        pieces = pieces_of(old.text, new.text) if moved else passage.words
        change = self._change(old, new) if new.label else None
        said = change.sentences if change is not None else ()
        if not words_in(pieces, Edit.INSERTED) and not words_in(pieces, Edit.DELETED):
            said = (*said, "only punctuation or spacing")
        row = _of(old, new, Fate.CHANGED, pieces, pieces, pieces, [*told, *said, *notes_told], moved)
        return replace(row, weight=change.weight if change else None, notes_changed=bool(notes_told))

    def _change(self, old: Paragraph, new: Paragraph) -> Change:
        return changed(
            old.text,
            new.text,
            self.comparison.new.language,
            old_chapeau=introduction(old),
            new_chapeau=introduction(new),
        )

    def _main_new(self, old: Paragraph) -> Paragraph:
        """Of the pieces of a paragraph the one that stands opposite it."""
        rows = self._news[id(old)]
        found = next((row.b for row in rows if (id(old), id(row.b)) in self._together), None) or rows[0].b
        assert found is not None
        return found

    def _main_old(self, new: Paragraph) -> Paragraph:
        rows = self._olds[id(new)]
        found = next((row.a for row in rows if (id(row.a), id(new)) in self._together), None) or rows[0].a
        assert found is not None
        return found

    def _split(self, old: Paragraph) -> tuple[tuple[Piece, ...], dict[int, tuple[Piece, ...]]]:
        """A split paragraph compared with all its pieces: the whole, and what of it each piece has."""
        parts = [row.b for row in self._news[id(old)] if row.b is not None]
        texts = [part.text for part in parts]
        pieces = pieces_of(old.text, " ".join(texts))
        shares = divided(pieces, texts, Edit.DELETED)
        return pieces, {id(part): share for part, share in zip(parts, shares, strict=True)}

    def _joined(self, new: Paragraph) -> tuple[tuple[Piece, ...], dict[int, tuple[Piece, ...]]]:
        """A paragraph compared with all those that were joined into it, and what of it each of them had."""
        parts = [row.a for row in self._olds[id(new)] if row.a is not None]
        texts = [part.text for part in parts]
        pieces = pieces_of(" ".join(texts), new.text)
        shares = divided(pieces, texts, Edit.INSERTED)
        return pieces, {id(part): share for part, share in zip(parts, shares, strict=True)}

    def _piece(self, old: Paragraph, new: Paragraph, told: list[str], moved: bool) -> Facing:
        """A piece of a split paragraph; of a qualifier that it has not, another piece may have it."""
        pieces, shares = self._split(old)
        share = shares[id(new)]
        change = replace(self._change(old, new), dropped=())
        told = [*told, *change.sentences]
        row = _of(old, new, Fate.CHANGED, pieces, share, share, told, moved, cut=Cut.SPLIT)
        return replace(row, weight=change.weight)

    def _joined_told(self, new: Paragraph) -> str:
        parts = [row.a for row in self._olds[id(new)] if row.a is not None]
        return f"joined from {_listed(self.comparison.old, parts)}"


def _of(
    old: Paragraph | None,
    new: Paragraph | None,
    fate: Fate,
    left: Iterable[Piece],
    right: Iterable[Piece],
    inline: Iterable[Piece],
    told: Iterable[str],
    moved: bool = False,
    *,
    cut: Cut | None = None,
    rest: bool = False,
) -> Facing:
    """A row whose sides are taken out of pieces that hold both."""
    return Facing(
        old,
        new,
        fate,
        left=tuple(piece for piece in left if piece.edit is not Edit.INSERTED),
        right=tuple(piece for piece in right if piece.edit is not Edit.DELETED),
        inline=tuple(inline),
        told=tuple(told),
        moved=moved,
        cut=cut,
        rest=rest,
    )


def _aside(rows: Sequence[Facing]) -> Iterator[Facing]:
    """Marks what stands before the first numbered paragraph and after the last."""
    numbered = [nth for nth, row in enumerate(rows) if row.is_numbered]
    for nth, row in enumerate(rows):
        outside = bool(numbered) and not numbered[0] <= nth <= numbered[-1]
        yield replace(row, aside=True) if outside else row


def _listed(head: DocumentHead, paragraphs: Iterable[Paragraph]) -> str:
    labels = [short_label(head, each) for each in paragraphs]
    return " and ".join(filter(None, (", ".join(labels[:-1]), labels[-1])))
