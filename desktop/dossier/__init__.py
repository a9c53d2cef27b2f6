"""What a delegate gathers for one agenda item."""
