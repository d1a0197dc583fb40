"""Several processes for what takes long: each makes some of the results and keeps them, and the one that started them reads them there.

So the result is the same with any number of them, also if one dies. They are forked, since two started anew cost more than a second; where
a system cannot, or other threads run (while serving), there are none.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Sequence

WORKERS = "DUIDU_WORKERS"
"""In the environment: how many, 1 for none besides the program itself."""
MOST = 4


def workers() -> int:
    """How many processes may work."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    asked = os.environ.get(WORKERS, "")
    return max(1, int(asked)) if asked.isdecimal() else min(MOST, len(os.sched_getaffinity(0)))


def share(jobs: Sequence[Callable[[], object]], least: int) -> None:
    """Do the jobs, in any order, in as many processes as there may be; nothing below ``least`` of them, or with one process.

    What a job makes it must keep itself. One that fails is done again, and fails again, where its result is needed.
    """
    count = workers()
    if count < 2 or len(jobs) < least:
        return
    context = multiprocessing.get_context("fork")
    following = context.Value("i", 0)
    started = [context.Process(target=_work, args=(jobs, following), daemon=True) for _ in range(min(count, len(jobs)))]
    for one in started:
        one.start()
    for one in started:
        one.join()


def _work(jobs: Sequence[Callable[[], object]], following: multiprocessing.sharedctypes.Synchronized[int]) -> None:
    try:
        while True:
            with following.get_lock():
                at = following.value
                following.value += 1
            if at >= len(jobs):
                return
            jobs[at]()
    except Exception:
        return
