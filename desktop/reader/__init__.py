"""The reader at the right: one way to see a paragraph, wherever it was chosen."""
