"""The colours of the interface, light and dark.

Text keeps a contrast of at least 4.5:1 against the ground it stands on; the four track colours can be told
apart by colour-blind people and never stand without their label (INTERFACE.md, principle 7).
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from core.documents import Standing, Track


@dataclass(frozen=True, slots=True)
class Colours:
    """One scheme, as #rrggbb. ``official`` is the faint card that agreed language stands on."""

    window: str
    surface: str
    sunken: str
    official: str
    private: str
    border: str
    strong_border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selection: str
    hover: str
    mark: str
    warning: str
    good: str
    poa: str
    iti: str
    cooperation: str
    other: str
    no_track: str

    def track(self, track: Track | None) -> QColor:
        """A track's colour; a grey for what belongs to all tracks."""
        by_track = {
            Track.POA: self.poa,
            Track.ITI: self.iti,
            Track.COOPERATION: self.cooperation,
            Track.OTHER: self.other,
        }
        return QColor(by_track[track] if track else self.no_track)

    def standing(self, standing: Standing) -> QColor:
        """The colour of a standing: a warning where the words are not to be relied on as agreed."""
        return QColor(self.good if standing is Standing.CONSENSUS else self.warning)


LIGHT = Colours(
    window="#f5f5f2",
    surface="#ffffff",
    sunken="#ecece8",
    official="#faf7f0",
    private="#f6eef3",
    border="#dcdcd6",
    strong_border="#b9b9b2",
    text="#1e2226",
    muted="#5a6067",
    accent="#274c77",
    on_accent="#ffffff",
    selection="#dce7f3",
    hover="#eaeae5",
    mark="#ffe9a8",
    warning="#8f4a00",
    good="#2f6b3c",
    poa="#0067a5",
    iti="#a85000",
    cooperation="#00735a",
    other="#8a3d7d",
    no_track="#6d7379",
)

DARK = Colours(
    window="#1b1d1f",
    surface="#232629",
    sunken="#17191a",
    official="#292722",
    private="#302630",
    border="#3a3e42",
    strong_border="#5b6066",
    text="#e8e6e1",
    muted="#a6abb0",
    accent="#8db6e2",
    on_accent="#10202f",
    selection="#2d4158",
    hover="#2d3134",
    mark="#6b5514",
    warning="#e7a85c",
    good="#86c597",
    poa="#62b4ea",
    iti="#efa150",
    cooperation="#52c4a4",
    other="#d59bd2",
    no_track="#9aa0a6",
)


def colours_of(palette: QPalette) -> Colours:
    """The scheme that a widget's palette belongs to.

    Told by the ink, since a style sheet may leave a widget without a ground of its own.
    """
    dark = palette.color(QPalette.ColorRole.WindowText).lightness() > 128
    return DARK if dark else LIGHT


def palette_for(colours: Colours) -> QPalette:
    """The Qt palette of a scheme, for every group of widget states."""
    role = QPalette.ColorRole
    palette = QPalette()
    for where, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.sunken),
        (role.Text, colours.text),
        (role.Button, colours.surface),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.warning),
        (role.ToolTipBase, colours.surface),
        (role.ToolTipText, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Highlight, colours.selection),
        (role.HighlightedText, colours.text),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Light, colours.surface),
        (role.Midlight, colours.border),
        (role.Mid, colours.border),
        (role.Dark, colours.strong_border),
        (role.Shadow, colours.strong_border),
    ):
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(colours.muted))
    return palette
