"""Renstra: a new plan lies in the period of the plan of the nation."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.tables import Renstra
from ui.bridge import Bridge
from ui.views.renstra import RenstraView


@pytest.mark.parametrize(("tahun", "masa"), [(2023, (2020, 2024)), (2040, (2040, 2044))])
def test_renstra_baru_memakai_periode_rpjmn(bridge: Bridge, qtbot: QtBot, tahun: int, masa: tuple[int, int]) -> None:
    """The plan of a report year begins where the plan of the nation does, not in that year."""
    bridge.set_year(tahun)
    view = RenstraView(bridge)
    qtbot.addWidget(view)
    ada = {r.id for r in bridge.snapshot.rows(Renstra)}
    view.documents.add()
    (baru,) = [r for r in bridge.snapshot.rows(Renstra) if r.id not in ada]
    assert (baru.tahun_awal, baru.tahun_akhir) == masa
