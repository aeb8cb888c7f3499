"""The health check of a container: exit status 0 if this process is ready, 1 if not. Needs nothing but Python."""

import sys
from http.client import HTTPConnection, HTTPException

PORT = 8000
"""Where the process in the container listens; the image says so."""


def main(port: int = PORT) -> int:
    """Ask `/health/ready` of the process in this container."""
    connection = HTTPConnection("127.0.0.1", port, timeout=3)
    try:
        connection.request("GET", "/health/ready")
        return 0 if connection.getresponse().status == 200 else 1
    except (HTTPException, OSError):
        return 1
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(main())
