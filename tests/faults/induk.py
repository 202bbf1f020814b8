"""A process that has loaded the program once and forks a child for every deed, so that a run takes milliseconds.

Reads one JSON line a deed from standard input: argv, home, cwd-free output file, limits, whether to wait stopped
for strace. Answers the pid, and later the exit status.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import sys
from typing import Any

from tests.faults import anak

_PR_SET_PTRACER = 0x59616D61


def _anak(pesan: dict[str, Any]) -> int:
    keluar = os.open(pesan["keluaran"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    for fd in (1, 2):
        os.dup2(keluar, fd)
    os.close(keluar)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.environ["HOME"] = os.environ["TMPDIR"] = pesan["rumah"]
    for nama, batas in pesan["batas"].items():
        resource.setrlimit(getattr(resource, nama), (batas, batas))
    if "RLIMIT_FSIZE" in pesan["batas"]:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # as Python does at its start
    if pesan["uid"]:
        os.setgroups([])
        os.setgid(pesan["uid"])
        os.setuid(pesan["uid"])
    if pesan["tunggu"]:
        # Where only a parent may trace, let anyone do so; the rig sends SIGCONT once strace is attached.
        ctypes.CDLL(None).prctl(_PR_SET_PTRACER, ctypes.c_ulong(-1), 0, 0, 0)
        os.kill(os.getpid(), signal.SIGSTOP)
    return anak.main(pesan["argv"])


def _jalan(pesan: dict[str, Any]) -> None:
    """The child's whole life; never returns to the loop of the parent."""
    kode = 1
    try:
        kode = _anak(pesan)
    except BaseException:  # noqa: BLE001  (an escaped exception is what the rig looks for)
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(kode)


def main() -> None:
    import sqlite_utils  # noqa: F401  (loaded once for all)

    anak.main(["siap", "-"])
    print("SIAP", flush=True)
    for baris in sys.stdin:
        pesan = json.loads(baris)
        pid = os.fork()
        if pid == 0:
            _jalan(pesan)
        print(pid, flush=True)
        _, status = os.waitpid(pid, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    main()
