"""The meeting, its agenda, and the delegation that prepares for it."""
