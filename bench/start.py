"""How long it takes until one can begin: `import podium`, `podium --help`, the graph of the bundled releases.

python -m bench.start

Wall-clock and processor time of fresh processes, the best of several; the cache of the bundled releases is empty first.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_PODIUM = str(Path(sys.executable).with_name("podium"))
_EXAMPLES = [sys.executable, "-c", "import podium; podium.examples()"]
_RUNS = (
    ("python -c pass", [sys.executable, "-c", "pass"], 5),
    ("import podium", [sys.executable, "-c", "import podium"], 5),
    ("podium --help", [_PODIUM, "--help"], 5),
    ("podium.examples(), first time", _EXAMPLES, 1),
    ("podium.examples(), later", _EXAMPLES, 3),
)


def main() -> None:
    """Print seconds of each."""
    print(f"{'':<32}{'wall':>8}{'processor':>11}")
    with tempfile.TemporaryDirectory() as cache:
        for name, command, times in _RUNS:
            measured = [_once(command, cache) for _ in range(times)]
            wall, processor = (min(values) for values in zip(*measured, strict=True))
            print(f"{name:<32}{wall:>7.2f}s{processor:>10.2f}s")


def _once(command: list[str], cache: str) -> tuple[float, float]:
    """Seconds on the clock and of the processor."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    environment = os.environ | {"XDG_CACHE_HOME": cache}
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
