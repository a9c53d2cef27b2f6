"""What a person should be told of a Word document that the text read from it does not show."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Findings:
    """Counted while a document is read: tracked changes, comments, hidden text, what cannot be read."""

    changes: int = 0
    comments: int = 0
    hidden: bool = False
    embedded: bool = False
    uncounted: bool = False

    def notes(self) -> tuple[str, ...]:
        """One sentence for each kind of thing that was found."""
        told = []
        if self.changes:
            some = "was 1 tracked change" if self.changes == 1 else f"were {self.changes} tracked changes"
            told.append(f"There {some}; the text was read as if all of them were accepted.")
        if self.comments:
            some = "was 1 comment" if self.comments == 1 else f"were {self.comments} comments"
            told.append(
                f"There {some} in the margin, which {'is' if self.comments == 1 else 'are'} left out."
            )
        if self.hidden:
            told.append("There was hidden text, which is left out.")
        if self.embedded:
            told.append("Another document is embedded in this one and was not read.")
        if self.uncounted:
            told.append(
                "Some numbers are made by Word fields that are not counted here: check the numbering."
            )
        return tuple(told)
