"""Packs: which items and parts go into a briefing pack, its pages as they will be, and its export."""
