"""Fixtures for every test. Servers in containers: `tests/containers.py`."""

from tests.containers import docker_engine, kafka_server, kafka_url, mongo_server, mongo_url

__all__ = ["docker_engine", "kafka_server", "kafka_url", "mongo_server", "mongo_url"]
