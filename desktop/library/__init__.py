"""The documents, to read and to search."""
