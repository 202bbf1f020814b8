"""LKjIP Desktop: performance figures of one government office, from data to signed paper."""

from __future__ import annotations

__version__ = "0.1.0"
