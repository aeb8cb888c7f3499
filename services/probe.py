"""The health check of a container: exit status 0 if this process is ready, 1 if not. Needs nothing but Python."""

import sys
import urllib.error
import urllib.request

READY = "http://127.0.0.1:8000/health/ready"


def main() -> int:
    """Ask `/health/ready` of the process in this container."""
    try:
        with urllib.request.urlopen(READY, timeout=3) as answer:
            return 0 if answer.status == 200 else 1
    except (urllib.error.URLError, OSError):
        return 1


if __name__ == "__main__":
    sys.exit(main())
