"""Where language came from, where it went, and how two documents differ."""
