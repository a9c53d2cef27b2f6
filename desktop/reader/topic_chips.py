"""What the paragraph is about: its topics as small chips, to be set right by whoever knows better."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from desktop.widgets.flow import Flow
from desktop.widgets.pieces import IconButton, label

if TYPE_CHECKING:
    from core.meaning.topics import ParagraphTopics, Topic
    from desktop.reader.topic_picker import TopicPicker


class TopicChips(QWidget):
    """Shows topics; ``added`` and ``removed`` carry the one (``Topic``) that is to be given or taken away."""

    added = Signal(object)
    removed = Signal(object)

    def __init__(self) -> None:
        """Hidden until there are topics to show or to add."""
        super().__init__()
        self.setAccessibleName("Topics of the paragraph")
        self.topics: ParagraphTopics | None = None
        self.add = IconButton("plus", "Add a topic", self._pick)
        self._picker: TopicPicker | None = None
        self._flow = Flow(self)
        self._flow.addWidget(self.add)
        self.hide()

    def show_topics(self, topics: ParagraphTopics | None) -> None:
        """Shows the topics of a paragraph; None is for what has none and can be given none."""
        self.setVisible(topics is not None)
        if topics == self.topics:
            return
        self.topics = topics
        focus = QApplication.focusWidget()
        with_focus = focus is not None and self.isAncestorOf(focus)
        self._flow.removeWidget(self.add)
        self._flow.clear()
        for topic in topics.topics if topics is not None else ():
            own = topics is not None and topic in topics.added
            self._flow.addWidget(TopicChip(topic, own, self.removed))
        self._flow.addWidget(self.add)
        self._name_button(alone=topics is not None and not topics.topics)
        if with_focus:
            self.add.setFocus()
        self.updateGeometry()

    def _name_button(self, alone: bool) -> None:
        """Beside topics a plus says enough; alone it would not say what it adds."""
        style = (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon if alone else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        self.add.setText("Add a topic")
        self.add.setToolButtonStyle(style)

    def _pick(self) -> None:
        if self.topics is None:
            return
        if self._picker is None:
            from desktop.reader.topic_picker import TopicPicker

            self._picker = TopicPicker(self)
            self._picker.picked.connect(self.added)
        self._picker.open_below(self.add, self.topics)


class TopicChip(QFrame):
    """One topic with a button that takes it away."""

    def __init__(self, topic: Topic, own: bool, removed: SignalInstance) -> None:
        """``own`` says that the delegate added it; ``removed`` is the signal that its button sends."""
        super().__init__()
        self.topic = topic
        self.setObjectName("chip")
        self.setProperty("own", own)
        words = label(topic.label)
        if own:
            self.setToolTip("Added by you")
            words.setAccessibleName(f"{topic.label}, added by you")
        take = IconButton("x", f"Take the topic “{topic.label}” away", lambda: removed.emit(topic))
        take.setObjectName("chip")
        take.setIconSize(QSize(13, 13))
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 1, 2, 1)
        line.setSpacing(2)
        line.addWidget(words)
        line.addWidget(take)
