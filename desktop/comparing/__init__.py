"""Two documents compared: which, what changed, beside each other, in one text, as a table of numbers."""
