"""Settings shared by all tests: Qt draws off screen, no test sees the user's own folders, no clock fails one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# All this before anything imports Qt, which reads the environment once. The suite runs alike with a display and
# without; Qt warns (and a warning fails a test) of a locale that is not UTF-8 and of a missing runtime folder.
_RUMAH = tempfile.TemporaryDirectory(prefix="lkjip-uji-", ignore_cleanup_errors=True)
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["HOME"] = os.environ["USERPROFILE"] = _RUMAH.name
os.environ["XDG_RUNTIME_DIR"] = _RUMAH.name
for _nama in [n for n in os.environ if n.startswith("XDG_") and n.endswith("_HOME")]:
    del os.environ[_nama]

# Cores are shared with other work at times: slowness is measured by tools/bench, never by a deadline.
settings.register_profile("lkjip", deadline=None, print_blob=True)
settings.load_profile("lkjip")


@pytest.fixture(scope="session", autouse=True)
def rumah_sementara() -> Iterator[Path]:
    """The home folder of this run, empty at its start and gone at its end."""
    with _RUMAH:
        yield Path(_RUMAH.name)
