"""A file of every schema there ever was opens, is brought up to date, and says what it said."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from lkjip_desktop.core.tables import Pk
from lkjip_desktop.store.migrations import MIGRASI
from lkjip_desktop.workspace import Workspace

BERKAS = Path(__file__).parents[1] / "data" / "files"


def test_setiap_versi_skema_punya_berkasnya() -> None:
    assert {p.name for p in BERKAS.glob("*.lkjip")} == {f"skema-{n}.lkjip" for n in range(1, len(MIGRASI) + 1)}


@pytest.mark.parametrize("versi", range(1, len(MIGRASI) + 1))
def test_berkas_lama_dibuka_dan_angkanya_tetap(versi: int, tmp_path: Path) -> None:
    path = tmp_path / "lama.lkjip"
    shutil.copy(BERKAS / f"skema-{versi}.lkjip", path)
    with Workspace.buka(path) as w:
        hasil = w.hasil(2023)
        pk = {p.tahun: p for p in w.snapshot.rows(Pk)}
        assert [s.rata_rata_cetak for s in hasil.kegiatan()] == ["101,50%", "100%"]
        assert hasil.rata_rata_cetak == "100,38%"
        assert hasil.anggaran.pk_total == 3_227_338_000
        assert pk[2022].p2_nama == "Dadi Mulyadi"
        assert not [p for p in w.periksa(2023) if p.level == "kesalahan"]
    conn = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        assert conn.execute("PRAGMA user_version").fetchone() == (len(MIGRASI),)
        assert conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    finally:
        conn.close()
