"""What a briefing is: frozen dataclasses and rules, with no Qt, no SQL and no file formats."""
