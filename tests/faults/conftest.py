"""Ends the helper processes of the rigs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def akhir_rig() -> Iterator[None]:
    yield
    from .bahan import akhiri

    akhiri()
