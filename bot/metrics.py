"""What can be counted about the running bot, for Prometheus."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 15.0)


class Metrics:
    """The meters, registered in `registry`."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.registry = registry
        self.turns = Counter("erfa_turns", "Turns by kind and outcome", ["kind", "outcome"], registry=registry)
        self.seconds = Histogram("erfa_turn_seconds", "Seconds a turn took", buckets=SECONDS, registry=registry)
        self.failures = Counter("erfa_failures", "Turns that ended in an apology", registry=registry)
        self.redeliveries = Counter("erfa_redeliveries", "Activities that had come before", registry=registry)
        self.calls = Counter("erfa_outgoing_calls", "Calls to the Bot Connector", ["status"], registry=registry)
        self.jobs = Counter("erfa_jobs", "Runs of due jobs by kind and outcome", ["kind", "outcome"], registry=registry)
        self.jobs_failing = Gauge(
            "erfa_jobs_failing", "Jobs that failed several times in a row", ["kind"], registry=registry
        )
        self.posts = Counter("erfa_posts", "Steps to bring posts about", ["step", "outcome"], registry=registry)
        self.posts_unclear = Gauge("erfa_posts_unclear", "Posts that may or may not be there", registry=registry)
        self.graph_calls = Counter("erfa_graph_calls", "Calls to Microsoft Graph", ["status"], registry=registry)

    def called(self, status: int) -> None:
        """Count a call to the connector; 0 means that no answer came."""
        self.calls.labels(str(status or "none")).inc()

    def asked_graph(self, status: int) -> None:
        """Count a call to Microsoft Graph, likewise."""
        self.graph_calls.labels(str(status or "none")).inc()
