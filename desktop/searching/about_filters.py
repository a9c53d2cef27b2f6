"""The filters by what paragraphs are about: topic, strength, and whom they address."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core.language.strength import Addressee, Strength
from core.meaning.topics import TOPICS
from desktop.widgets.filter_choice import FilterChoice

STRENGTHS = {each: each.value.capitalize() for each in Strength} | {Strength.OTHER: "Another verb, or none"}
"""The classes of verbs, as the window calls them."""


def capitalized(words: str) -> str:
    """Words with a capital first letter; those within stay as they are."""
    return words[:1].upper() + words[1:]


class AboutFilters(QObject):
    """Three filters, to be put beside others; ``changed`` says that another choice was made in one."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        """Leaves everything."""
        super().__init__(parent)
        self.topic = FilterChoice("Topic", "Every topic", [(t.label, t.id) for t in TOPICS.values()])
        strengths = [(words, each) for each, words in STRENGTHS.items()]
        self.strength = FilterChoice("Strength", "Any strength", strengths)
        addressees = [(capitalized(each), each) for each in Addressee]
        self.addressee = FilterChoice("Addressed to", "Whoever is addressed", addressees)
        for each in self.every:
            each.activated.connect(lambda _: self.changed.emit())

    @property
    def every(self) -> tuple[FilterChoice, ...]:
        """The filters in their order."""
        return self.topic, self.strength, self.addressee
