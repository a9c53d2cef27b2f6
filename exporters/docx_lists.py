"""Real Word lists: bullets, numbered lists and the running numbers of commitments."""

from __future__ import annotations

from exporters.blocks import Paragraph, Role
from exporters.docx_names import DECLARATION, NAMESPACES, twips
from exporters.style import BULLETS, DEEPEST, LIST_STEP, Look, looks

_BULLETED = (Role.BULLET, Role.STATEMENT_BULLET)
_NUMBERED = (Role.NUMBERED, Role.STATEMENT_NUMBERED)
_LARGEST = 32_767
_FIXED = {Role.BULLET: 1, Role.STATEMENT_BULLET: 2, Role.COMMITMENT: 3}


class Lists:
    """The lists of one document. Every numbered list has a definition of its own, so none disturbs another.

    A list goes on where the next number is the one expected at its level; any other number begins a new
    list with that number, so that Word counts exactly as the text does.
    """

    def __init__(self) -> None:
        self._started: list[tuple[Role, int, int]] = []  # role, level from 0, first number
        self._open: dict[tuple[Role, int], tuple[int, int]] = {}  # (list number, next item)

    @staticmethod
    def numbers(paragraph: Paragraph) -> bool:
        """Whether Word draws the marker of this paragraph; it cannot count beyond a limit."""
        if paragraph.role in _NUMBERED:
            return int(paragraph.marker.rstrip(".")) <= _LARGEST
        return paragraph.role in _FIXED

    def place(self, paragraph: Paragraph) -> tuple[int, int]:
        """The list (``w:numId``) and the level from 0 that a list item stands in."""
        role = paragraph.role
        level = max(0, min(paragraph.level, DEEPEST) - 1)
        if role in _FIXED:
            return _FIXED[role], level
        number = int(paragraph.marker.rstrip("."))
        found, expected = self._open.get((role, level), (0, -1))
        if number != expected:
            self._started.append((role, level, number))
            found = len(_FIXED) + len(self._started)
        self._open[role, level] = (found, number + 1)
        return found, level

    def xml(self, aloud: bool) -> str:
        """The numbering part: all definitions, then the lists that use them."""
        look = looks(aloud)
        definitions = [_bullets(number, look[role]) for role, number in _FIXED.items() if role in _BULLETED]
        commitments = _level(0, 1, "decimal", "%1", look[Role.COMMITMENT])
        definitions.append(_definition(_FIXED[Role.COMMITMENT], [commitments]))
        for number, (role, level, first) in enumerate(self._started, len(_FIXED) + 1):
            levels = [
                _level(depth, first if depth == level else 1, "decimal", f"%{depth + 1}.", look[role])
                for depth in range(level + 1)
            ]
            definitions.append(_definition(number, levels))
        count = len(_FIXED) + len(self._started)
        uses = [f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(1, count + 1)]
        return f"{DECLARATION}<w:numbering {NAMESPACES}>{''.join(definitions + uses)}</w:numbering>"


def _bullets(number: int, look: Look) -> str:
    levels = [_level(n, 1, "bullet", BULLETS[min(n, len(BULLETS) - 1)], look) for n in range(DEEPEST)]
    return _definition(number, levels)


def _definition(number: int, levels: list[str]) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f"{''.join(levels)}</w:abstractNum>"
    )


def _level(level: int, start: int, kind: str, text: str, look: Look) -> str:
    left, hang = twips(look.left + level * LIST_STEP), twips(look.hang)
    colour = f'<w:rPr><w:color w:val="{look.marker_colour}"/></w:rPr>' if look.marker_colour else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hang}"/></w:pPr>{colour}</w:lvl>'
    )
