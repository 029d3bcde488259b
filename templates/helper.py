"""A process beside the one that prints: does one job after another, until nobody gives it any."""

import signal
import sys
from multiprocessing.connection import Connection


def main(descriptor: int) -> None:
    """Take through a socket first what to do, then one job after another, and answer each."""
    # Whoever ends the round ends its helpers too, by hanging up.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with Connection(descriptor) as caller:
        try:
            work = caller.recv()
            while True:
                caller.send(work(caller.recv()))
        except (EOFError, ConnectionError):
            return


if __name__ == "__main__":
    main(int(sys.argv[1]))
