"""The digest: what is worth knowing since the last one, gathered from sources, posted when there is something new."""
