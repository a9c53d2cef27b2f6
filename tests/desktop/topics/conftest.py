"""The whole window, on a library with yearly resolutions."""

from tests.desktop.reader.conftest import dressed, own_settings, w, window

__all__ = ["dressed", "own_settings", "w", "window"]
