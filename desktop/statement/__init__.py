"""The statement: where a delegate writes what will be delivered."""
