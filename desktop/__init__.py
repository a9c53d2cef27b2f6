"""What the delegate sees: the window, and the command line beside it."""
