"""The parts of a web page: its encoding, its main content, its blocks, lists and notes."""
