"""python -m oit_checker."""

from oit_checker.cli import start

start()
