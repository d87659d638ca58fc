"""`python -m archiver.practice [MAKE] [--port N] [--articles N]`: serve a practice portal until interrupted."""

from __future__ import annotations

import argparse
import threading

from . import MAKES, PracticeServer


def main() -> None:
    """Print the address, then serve until Ctrl-C."""
    parser = argparse.ArgumentParser(prog="python -m archiver.practice", description="Serve a practice portal.")
    parser.add_argument("make", nargs="?", default="all", choices=["all", *sorted(MAKES)])
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--articles", type=int, help="that many composed articles in place of the sixty written ones")
    args = parser.parse_args()
    with PracticeServer(args.make, port=args.port, articles=args.articles) as server:
        print(server.url, flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print(f"{server.count} requests answered")


if __name__ == "__main__":
    main()
