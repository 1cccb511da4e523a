import pytest

from app.config import Config, ConfigError, read_config


def test_has_defaults() -> None:
    assert read_config({"PORT": ""}) == Config(8080, "info", 10_000, 5_000)


def test_reads_the_environment() -> None:
    env = {"PORT": "1", "LOG_LEVEL": "warn", "REQUEST_TIMEOUT_MS": "2", "DRAIN_MS": "3"}
    assert read_config(env) == Config(1, "warn", 2, 3)


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("PORT", "http"),
        ("PORT", "70000"),
        ("REQUEST_TIMEOUT_MS", "-1"),
        ("DRAIN_MS", "5s"),
        ("DRAIN_MS", "\u0663"),
        ("LOG_LEVEL", "loud"),
    ],
)
def test_quotes_what_it_cannot_read(name: str, wrong: str) -> None:
    with pytest.raises(ConfigError, match=rf'^{name} is "{wrong}"; expected '):
        read_config({name: wrong})


def test_tells_all_problems_at_once() -> None:
    with pytest.raises(ConfigError, match=r"LOG_LEVEL.*PORT.*DRAIN_MS"):
        read_config({"PORT": "a", "DRAIN_MS": "b", "LOG_LEVEL": "c"})
