"""Whether the service takes requests; it does not while it shuts down."""

from dataclasses import dataclass


@dataclass
class Readiness:
    ready: bool = True
