"""What the environment says about this process."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

LEVELS = ("trace", "debug", "info", "warn", "error", "fatal", "silent")


class ConfigError(ValueError):
    """Something in the environment cannot be read; the text says what, and what was expected."""


@dataclass(frozen=True)
class Config:
    port: int = 8080
    log_level: str = "info"
    # The longest time that a request may take; 0 means no limit.
    request_timeout_ms: int = 10_000
    # The time between "not ready" and the end of accepting connections, so that load balancers stop
    # sending requests before they would be refused.
    drain_ms: int = 5_000


def read_config(env: Mapping[str, str]) -> Config:
    """Reads the configuration; the error has the names and values of all that is wrong."""
    problems: list[str] = []

    def integer(name: str, fallback: int) -> int:
        text = env.get(name, "")
        if text == "":
            return fallback
        if not re.fullmatch(r"[0-9]{1,9}", text):
            problems.append(f'{name} is "{text}"; expected a whole number.')
            return fallback
        return int(text)

    level = env.get("LOG_LEVEL") or "info"
    if level not in LEVELS:
        problems.append(f'LOG_LEVEL is "{level}"; expected one of {", ".join(LEVELS)}.')
    config = Config(
        port=integer("PORT", 8080),
        log_level=level,
        request_timeout_ms=integer("REQUEST_TIMEOUT_MS", 10_000),
        drain_ms=integer("DRAIN_MS", 5_000),
    )
    if config.port > 65535:
        problems.append(f'PORT is "{config.port}"; expected at most 65535.')
    if problems:
        raise ConfigError(" ".join(problems))
    return config
