"""Ingests in processes that can be killed: loads the rules once, then forks a process for each line `SOURCE<tab>STORE`.

Run as a script by test_crash.py. Answers with the process id when an ingest begins, and with its wait status when it
has ended. Forking is safe here because this process itself never opens a store.
"""

import os
import sys
from pathlib import Path

from podium.ingest import ingest, release_quads
from podium.release import Release
from podium.store import open_store


def main() -> None:
    release_quads(Release("Berlin. „Danke“, sagte Hubertus Heil.", "warm", "warm"))  # loads register and dictionaries
    for line in sys.stdin:
        source, store = line.rstrip("\n").split("\t")
        process = os.fork()
        if process == 0:
            with open_store(Path(store), create=True) as opened:
                ingest([source], opened)
            os._exit(0)
        print(process, flush=True)
        print(os.waitpid(process, 0)[1], flush=True)


if __name__ == "__main__":
    main()
