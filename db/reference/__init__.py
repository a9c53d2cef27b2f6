"""Reference material in the file: its tables, what is kept of it in memory, and how references resolve."""
