"""Searching the library: by words while typing, by what they mean when typing rests."""
