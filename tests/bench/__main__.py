"""``make bench``: how long things take and what they cost, beside a peer in the same run where there is one. No test asserts times.

``python -m tests.bench builds`` runs one of them alone.
"""

from __future__ import annotations

import sys

from tests.bench import builds, lighthouse, reading, scale, search

BENCHES = {"scale": scale.main, "builds": builds.main, "search": search.main, "reading": reading.main, "lighthouse": lighthouse.main}


def main(chosen: list[str]) -> int:
    """Run the benches of these names, or all."""
    for name in chosen or BENCHES:
        BENCHES[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
