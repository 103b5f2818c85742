"""The Teams app: what an administrator uploads so that Erfa can be added to a team."""
