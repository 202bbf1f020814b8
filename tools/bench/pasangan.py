"""Runs two commands in turn, A B A B ..., and gives the median of the ratios pair by pair."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ukuran:
    """Wall and processor seconds of one whole process, of a window up to its first paint."""

    wall: float
    cpu: float


def jalankan(command: Sequence[str], env: dict[str, str]) -> Ukuran:
    """One run; a command that fails stops the benchmark with what it said."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    # A user's Python keeps what it has compiled; a developer's setting would be measured with both, but not alike.
    lingkungan = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.monotonic()
    done = subprocess.run(command, env={**lingkungan, **env}, capture_output=True, text=True, check=False)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stderr}")
    for baris in done.stdout.splitlines():
        if baris.startswith("LUKIS "):  # a window: what counts is its first paint, not its end
            kapan, cpu = baris.split()[1:]
            return Ukuran(float(kapan) - start, float(cpu))
    return Ukuran(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def banding(nama: str, a: Sequence[str], b: Sequence[str], env: dict[str, str], kali: int = 7) -> None:
    """Print the medians of both and of their ratios; one warm-up of each is not counted."""
    jalankan(a, env)
    jalankan(b, env)
    pasang = [(jalankan(a, env), jalankan(b, env)) for _ in range(kali)]
    dinding = statistics.median(x.wall / y.wall for x, y in pasang)
    cpu = statistics.median(x.cpu / y.cpu for x, y in pasang)
    ta = statistics.median(x.wall for x, _ in pasang)
    tb = statistics.median(y.wall for _, y in pasang)
    waktu = f"median {ta:.2f} s against {tb:.2f} s, {kali} pairs"
    print(f"{nama}: {dinding:.2f}x wall, {cpu:.2f}x cpu   ({waktu})", flush=True)


def perbuatan(nama: str, command: Sequence[str], env: dict[str, str], kali: int = 3) -> None:
    """Print the median of every ratio that the command tells of what it did, in this many runs of it."""
    lingkungan = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    rasio_apa: dict[str, list[float]] = {}
    for _ in range(kali):
        done = subprocess.run(command, env={**lingkungan, **env}, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"{' '.join(command)}\n{done.stderr}")
        for baris in done.stdout.splitlines():
            if baris.startswith("UKUR "):
                _, rasio, apa = baris.split(maxsplit=2)
                rasio_apa.setdefault(apa, []).append(float(rasio))
    print(f"{nama}, cpu of the GUI thread, median of {kali} runs:")
    for apa, semua in rasio_apa.items():
        print(f"  {apa}: {statistics.median(semua):.2f}x", flush=True)
