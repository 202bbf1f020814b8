"""Settings shared by all tests: Qt draws off screen, and no test sees the user's own folders."""

from __future__ import annotations

import os

# Before anything imports Qt: the suite runs on a machine without a display, and alike on one that has one.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
