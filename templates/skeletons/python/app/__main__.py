"""Starts the service: python -m app."""

import asyncio
import os
import sys

from app.config import ConfigError, read_config
from app.run import run

try:
    config = read_config(os.environ)
except ConfigError as error:
    sys.exit(str(error))
asyncio.run(run(config, os.environ))
