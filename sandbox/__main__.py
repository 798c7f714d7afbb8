"""`python -m sandbox --port 8081 --data-dir var`: the local Telegram alone."""

import argparse
import sqlite3
import sys
from pathlib import Path

import uvloop

from sandbox.options import SandboxOptions
from sandbox.server import serve


def main() -> int:
    arguments = _parser().parse_args()
    try:
        options = SandboxOptions(host=arguments.host, port=arguments.port, data_dir=arguments.data_dir)
        uvloop.run(serve(options))
    except (ValueError, OSError, sqlite3.OperationalError) as error:
        sys.stderr.write(f"sandbox: {error}\n")
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="sandbox", description="A local Telegram with a chat page")
    parser.add_argument("--host", default="127.0.0.1", help="a loopback address")
    parser.add_argument("--port", type=int, default=8081, help="0 takes a free one")
    parser.add_argument("--data-dir", type=Path, default=Path("var"), help="its files lie in <data-dir>/sandbox")
    return parser


if __name__ == "__main__":
    sys.exit(main())
