"""When the library is asked: by its words while somebody types, by what they mean when typing rests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QListView

from desktop.searching.hit_rows import settled
from desktop.searching.jobs import Answer, Question, answer
from desktop.tasks import Tasks
from desktop.widgets.search_field import SearchField

_TYPING_MS, _RESTING_MS = 40, 250


class Asker(QObject):
    """Asks for one search field of the window; ``answered`` carries an ``Answer``, the newest one alone.

    ``held`` says that somebody has already chosen among what was found: what more is found may then not move
    it. ``acted`` carries what Return is to do (True: insert) once the list answers what was typed.
    """

    answered = Signal(object)
    acted = Signal(bool)

    def __init__(
        self, name: str, field: SearchField, question: Callable[[], Question], tasks: Tasks, parent: QObject
    ) -> None:
        """``question`` says what is asked now, but for how; ``name`` tells this search from others."""
        super().__init__(parent)
        self._name, self._field, self._question, self._tasks = name, field, question, tasks
        self._without: frozenset[str] = frozenset()
        self._words = ""
        self._turn = 0
        self._to_do: bool | None = None
        self.held = False
        self.last = Answer(Question())
        self._typing = self._timer(_TYPING_MS, lambda: self._ask(meaning=False))
        self._resting = self._timer(_RESTING_MS, self.ask)
        field.textChanged.connect(self._on_typed)
        field.entered.connect(self._on_entered)

    def watch(self, view: QListView) -> None:
        """What is chosen in this list by hand is held from then on."""
        view.pressed.connect(lambda _: self.hold())
        self._field.stepped.connect(lambda _: self.hold())

    def hold(self) -> None:
        """Somebody has chosen among what was found."""
        self.held = True

    def ask(self) -> None:
        """Asks at once by what the words mean, as after another filter was chosen."""
        self._ask(meaning=True)

    def leave_out(self, concept: str) -> None:
        """Does not mean a concept by the words that are typed now."""
        self._without |= {concept}
        self._ask_anew()

    def take_in(self, concept: str) -> None:
        """Means a concept again that was left out."""
        self._without -= {concept}
        self._ask_anew()

    def forget(self) -> None:
        """What was asked for holds no more: an answer to it is not shown."""
        self._turn += 1
        self._to_do = None
        self.held = False
        self._stop()

    def start_over(self) -> None:
        """Another workspace was opened: what was found in the one before is not acted on any more."""
        self.forget()
        self._words, self._without = "", frozenset()
        self.last = Answer(Question())

    @property
    def words(self) -> str:
        """What is typed."""
        return self._field.text().strip()

    @property
    def is_answered(self) -> bool:
        """Whether the last answer is to what is typed, though it may be answered better yet."""
        return self.last.question.words == self.words

    def _ask_anew(self) -> None:
        self.held = False
        self.ask()

    def _on_typed(self) -> None:
        self.held = False
        self._to_do = None  # Return was meant for the words before
        self._typing.start()
        self._resting.start()

    def _on_entered(self, insert: bool) -> None:
        """Acts on what is seen if it answers what was typed; else as soon as there is such an answer."""
        if self.is_answered and (self.last.hits or self.last.question.meaning):
            self.acted.emit(insert)
        else:
            self._to_do = insert
            self.ask()

    def _ask(self, *, meaning: bool) -> None:
        self._typing.stop()
        if meaning:
            self._resting.stop()
        asked = self._question()
        if asked.words != self._words:
            self._words, self._without = asked.words, frozenset()
        asked = replace(asked, meaning=meaning, without=self._without)
        self._turn += 1
        turn = self._turn

        def done(found: Answer) -> None:
            if turn == self._turn:
                self._show(found)

        if asked.is_empty:
            self._show(Answer(asked))
        else:
            self._tasks.read(lambda work: answer(work, asked), done, latest=self._name)

    def _show(self, found: Answer) -> None:
        if not (found.hits or found.question.meaning or found.question.is_empty):
            self.ask()  # that nothing was found is not said before it was asked what is meant
            return
        if self.held and _apart_from_how(self.last.question) == _apart_from_how(found.question):
            found = replace(found, hits=tuple(settled(self.last.hits, found.hits)))
        else:
            self.held = False
        self.last = found
        self.answered.emit(found)
        if self._to_do is not None and self.is_answered and found.question.meaning:
            insert, self._to_do = self._to_do, None
            self.acted.emit(insert)

    def _stop(self) -> None:
        self._typing.stop()
        self._resting.stop()

    def _timer(self, milliseconds: int, act: Callable[[], object]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(milliseconds)
        made.timeout.connect(act)
        return made


def _apart_from_how(question: Question) -> Question:
    return replace(question, meaning=False)
