"""The parts of a Word document: its styles, numbering, notes, tables and tracked changes."""
