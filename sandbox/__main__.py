"""`python -m sandbox`: the sandbox alone."""

import argparse
import os
import sys

from sandbox.app import run


def main() -> None:
    """Read the command line and serve."""
    parser = argparse.ArgumentParser(prog="sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=int(os.environ.get("SANDBOX_PORT") or 8088))
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--data-dir", default=os.environ.get("DATA_DIR") or "data")
    wish = parser.parse_args()
    try:
        run(wish.port, wish.data_dir, wish.host)
    except (OSError, ValueError) as error:
        sys.exit(f"sandbox: {error}")


if __name__ == "__main__":
    main()
