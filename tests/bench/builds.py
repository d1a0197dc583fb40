"""How long the converter takes, as ratios against a plain build in the same run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from duidu.layers.terms import Terms
from duidu.project.conversion.convert import Conversion, convert
from duidu.read.glossary import Glossary
from tests.projects import ROOT, copy_of_the_project

REPEATS = 5
PLUGIN = "plugins: [duidu]\n"
"""The line of ``mkdocs.yml`` without which MkDocs builds the same pages by itself."""
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
FURTHER_PAIR = """
import time, sys
from pathlib import Path
start = time.perf_counter()
from duidu.layers.align.propose import propose
loaded = time.perf_counter()
from duidu.project.conversion.convert import convert
documents = convert(Path({root!r})).documents
begin = time.perf_counter()
propose(documents[1], documents[0])
middle = time.perf_counter()
propose(documents[0], documents[1])
print(loaded - start + middle - begin, time.perf_counter() - middle)
"""


def median(action: Callable[[], object]) -> float:
    """Seconds, the middle of several runs."""
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def run(*command: str, cwd: Path) -> None:
    subprocess.run(command, cwd=cwd, env=ENVIRONMENT, check=True, capture_output=True)


def builds() -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = copy_of_the_project(Path(folder))
        run(sys.executable, "-m", "mkdocs", "build", "--quiet", cwd=root)
        second = median(lambda: run(sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", cwd=root))
        config = root / "mkdocs.yml"
        written = config.read_text()
        assert PLUGIN in written
        config.write_text(written.replace(PLUGIN, "plugins: []\n"))
        bare = median(lambda: run(sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", cwd=root))
    print(f"第二次 make site：{second:.2f} s，是单纯 mkdocs build（{bare:.2f} s）的 {second / bare:.2f} 倍（要求 ≤ 1.5）")


def glossary(conversion: Conversion) -> None:
    """Ten times the terms: nine copies of each with forms that occur nowhere."""
    terms = conversion.layers.terms.glossary.terms
    copies = [
        replace(term, id=f"{term.id}{number}", forms=tuple(f"{form}{number}号" for form in term.forms))
        for number in range(9)
        for term in terms
    ]
    large = Glossary(conversion.layers.terms.glossary.yaml, (*terms, *copies))
    small = median(lambda: Terms.find(conversion.layers.terms.glossary, conversion.documents))
    tenfold = median(lambda: Terms.find(large, conversion.documents))
    whole = median(lambda: convert(ROOT))
    grown = (whole + tenfold - small) / whole
    print(
        f"术语增到 10 倍（{len(large.terms)} 条）：找术语 {small * 1000:.0f} → {tenfold * 1000:.0f} ms，转换全程 {whole:.2f} s，为原来的 {grown:.2f} 倍（要求 < 1.25）"
    )


def pairs() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FURTHER_PAIR.format(root=str(ROOT))], cwd=ROOT, env=ENVIRONMENT, check=True, capture_output=True, text=True
    )
    first, further = map(float, done.stdout.split())
    print(f"自动建议：第一对 {first:.2f} s（要求 ≤ 2），以后每对 {further:.3f} s（要求 ≤ 0.1）")


def main() -> None:
    """Builds, a larger glossary, suggestions."""
    builds()
    conversion = convert(ROOT)
    glossary(conversion)
    pairs()
