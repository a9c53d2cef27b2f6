"""Sharing: giving the workspace, or a part of it, to somebody else."""
