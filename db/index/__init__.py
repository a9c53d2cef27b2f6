"""The search index: how words are divided and stemmed, what the index holds, and how it is renewed."""
