"""Undo and redo across restarts, and nothing that can happen to a save loses a step."""

from __future__ import annotations

import dataclasses
import os
import signal
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from lkjip_desktop.core import naskah
from lkjip_desktop.core.change import Change, Changed
from lkjip_desktop.core.commands import (
    BukaKunci,
    Hapus,
    KunciBagian,
    Perintah,
    PkBaru,
    SalinTahun,
    Tambah,
    TandaTanganiPk,
    Terapkan,
    Ubah,
)
from lkjip_desktop.core.sidik import sidik
from lkjip_desktop.core.tables import KunciPeriode, Laporan, Pejabat
from lkjip_desktop.errors import Ditolak, GagalSimpan, HanyaBaca
from lkjip_desktop.workspace import Workspace

from .bahan_workspace import AKAR, indikator, jam_dinding, target


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lahat.lkjip"


@pytest.fixture
def ws(path: Path) -> Iterator[Workspace]:
    with Workspace.baru(path, "Bapas Kelas II Lahat", 2023, petugas="Sari", jam=jam_dinding()) as w:
        yield w


# ------------------------------------------------------------------------------------------------ undo and redo
def test_undo_and_redo_survive_closing(ws: Workspace, path: Path) -> None:
    indikator(ws)
    ws.lakukan(Ubah("indikator_tahun", "it", {"target": Decimal(60)}))
    ws.lakukan(Ubah("indikator_tahun", "it", {"target": Decimal("61.50")}))
    ws.urungkan()
    ws.tutup()
    with Workspace.buka(path) as w:
        assert (target(w), w.label_urung, w.label_ulang) == (
            Decimal(60),
            "Ubah target SK1.IKK1",
            "Ubah target SK1.IKK1",
        )
        w.ulangi()
        assert str(target(w)) == "61.50"
        w.urungkan()
        w.urungkan()
        assert target(w) is None
    with Workspace.buka(path) as w:
        w.urungkan()
        assert w.snapshot.row("sasaran", "s") is None
        assert w.urungkan() is None
        assert w.label_urung == ""
        for _ in range(3):
            w.ulangi()
        assert str(target(w)) == "61.50"
        assert w.ulangi() is None
    with Workspace.buka(path) as w:
        assert (w.label_urung, w.label_ulang) == ("Ubah target SK1.IKK1", "")


def test_a_new_step_ends_what_could_be_redone(ws: Workspace, path: Path) -> None:
    ws.lakukan(Tambah("pejabat", "a", {"nama": "A"}))
    ws.lakukan(Tambah("pejabat", "b", {"nama": "B"}))
    ws.urungkan()
    ws.lakukan(Tambah("pejabat", "c", {"nama": "C"}))
    assert (ws.label_urung, ws.label_ulang) == ("Tambah pejabat C", "")
    ws.tutup()
    with Workspace.buka(path) as w:
        assert (w.label_urung, w.label_ulang) == ("Tambah pejabat C", "")
        w.urungkan()
        w.urungkan()
        assert w.snapshot.rows(Pejabat) == ()


def test_undo_does_not_cross_a_barrier(ws: Workspace, path: Path) -> None:
    def kunci(w: Workspace) -> Perintah:
        return KunciBagian("k", 2023, "anggaran", alasan="Sudah dilaporkan")

    def buka(w: Workspace) -> Perintah:
        return BukaKunci("k", "salah ketik")

    def impor(w: Workspace) -> Perintah:
        return Terapkan("Impor", tuple(_ubah_tempat(w)), pagar=True)

    ws.tutup()
    for pagar in (kunci, buka, impor):
        with Workspace.buka(path) as w:
            w.lakukan(Tambah("pejabat", w.id_baru(), {"nama": "A"}))
            w.lakukan(Tambah("pejabat", w.id_baru(), {"nama": "B"}))
            w.urungkan()
            assert w.label_urung
            assert w.label_ulang
            w.lakukan(pagar(w))
            assert (w.label_urung, w.label_ulang) == ("", "")
            assert w.urungkan() is None
        with Workspace.buka(path) as w:
            assert (w.label_urung, w.label_ulang) == ("", "")


def _ubah_tempat(ws: Workspace) -> Iterator[Change]:
    (lama,) = ws.snapshot.rows(Laporan)
    yield Change("laporan", lama, dataclasses.replace(lama, tempat="Lahat"))


def test_who_closed_a_part_and_when_is_written_by_the_door(ws: Workspace) -> None:
    ws.lakukan(KunciBagian("k", 2023))
    (k,) = ws.snapshot.rows(KunciPeriode)
    assert (k.oleh, k.waktu[:16], k.waktu[-6:]) == ("Sari", "2024-01-05T08:02", "+07:00")
    with pytest.raises(Ditolak, match="sudah dikunci"):
        ws.lakukan(Hapus("laporan", ws.snapshot.rows(Laporan)[0].id))


def test_signing_a_paper_and_copying_a_year_go_through_the_same_door(ws: Workspace, path: Path) -> None:
    indikator(ws)
    ws.lakukan(PkBaru(2023, "pk"))
    ws.lakukan(Ubah("pk", "pk", {"p1_nama": "Perimansyah", "p2_nama": "Dadi Mulyadi"}))
    ws.lakukan(TandaTanganiPk("pk"))
    assert ws.urungkan() is None
    ws.lakukan(SalinTahun(2023, 2024, frozenset({"naskah"}), ws.id_baru()))
    assert ws.tahun() == (2023, 2024)
    with pytest.raises(Ditolak, match="sudah ditandatangani"):
        ws.lakukan(Hapus("laporan", ws.snapshot.rows(Laporan)[0].id))
    akhir = sidik(ws.snapshot)
    ws.tutup()
    with Workspace.buka(path) as w:
        assert sidik(w.snapshot) == akhir
        w.urungkan()
        assert w.tahun() == (2023,)


# -------------------------------------------------------------------------------------------------- no loss
def test_a_failed_commit_keeps_the_old_rows_and_the_next_try_works(ws: Workspace, path: Path) -> None:
    ws.lakukan(Tambah("pejabat", "p", {"nama": "A"}))
    sebelum, waktu, label, didengar = ws.snapshot, ws.waktu_simpan, ws.label_urung, list[Changed]()
    ws.dengar(didengar.append)
    conn = ws._store._conn
    (halaman,) = conn.execute("PRAGMA page_count").fetchone()
    conn.execute(f"PRAGMA max_page_count = {halaman}")
    besar = Tambah(
        "naskah", "n", {"tahun": 2023, "bagian": "bab1", "isi": naskah.tulis(naskah.dari_teks("x" * 50_000))}
    )
    with pytest.raises(GagalSimpan, match="Belum tersimpan: tempat penyimpanan penuh"):
        ws.lakukan(besar)
    assert (ws.snapshot, ws.waktu_simpan, ws.label_urung, didengar) == (sebelum, waktu, label, [])
    conn.execute("PRAGMA max_page_count = 100000")
    ws.lakukan(besar)
    assert len(didengar) == 1
    akhir = ws.snapshot
    ws.tutup()
    with Workspace.buka(path) as w:
        assert w.snapshot == akhir
        w.urungkan()
        assert w.snapshot == sebelum


MATI = """
import os, signal, sys
from lkjip_desktop.core.commands import Tambah
from lkjip_desktop.workspace import Workspace
w = Workspace.buka(sys.argv[1])
for n in range(20):
    w.lakukan(Tambah("pejabat", f"p{n}", {"nama": f"N{n}"}))
    print(n, flush=True)
    if n == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
@pytest.mark.parametrize("n", [0, 7])
def test_sudden_death_keeps_every_step_that_was_told(path: Path, n: int) -> None:
    Workspace.baru(path, tahun=2023).tutup()
    mati = subprocess.run([sys.executable, "-c", MATI, str(path), str(n)], cwd=AKAR, capture_output=True, text=True)
    assert mati.returncode == -signal.SIGKILL, mati.stderr
    assert len(mati.stdout.split()) == n + 1
    with Workspace.buka(path) as w:
        assert [p.nama for p in w.snapshot.rows(Pejabat)] == [f"N{k}" for k in range(n + 1)]
        for _ in range(n + 1):
            assert w.urungkan()
        assert w.snapshot.rows(Pejabat) == ()
    assert list(path.parent.iterdir()) == [path]


def test_one_file_after_closing(ws: Workspace, path: Path) -> None:
    indikator(ws)
    ws.tutup()
    ws.tutup()
    assert list(path.parent.iterdir()) == [path]


def test_read_only_reads_everything_and_changes_nothing(ws: Workspace, path: Path) -> None:
    indikator(ws)
    akhir = ws.snapshot
    ws.tutup()
    sebelum = path.read_bytes()
    with Workspace.buka(path, hanya_baca=True, petugas="Tamu") as w:
        assert w.hanya_baca
        assert w.alasan_hanya_baca.endswith(".")
        assert w.snapshot == akhir
        assert (w.label_urung, w.label_ulang) == ("", "")
        assert w.riwayat("indikator_tahun", "it")
        for langkah in (
            lambda: w.lakukan(Hapus("sasaran", "s")),
            w.urungkan,
            w.ulangi,
            lambda: w.simpan_draf("pejabat", "p", "nama", "x"),
            lambda: w.atur_setelan("a", "b"),
        ):
            with pytest.raises(HanyaBaca):
                langkah()
        w.petugas = "Lain"  # known in this window only
        salinan = path.with_name("salinan.lkjip")
        w.simpan_salinan(salinan)
    assert path.read_bytes() == sebelum
    with Workspace.buka(salinan) as w:
        assert w.snapshot == akhir


ANEH = ("{x} *b* <b> & \"'", "e\u0301 → é", "a\u202eb\u00ad\u200bc", "😀 تجربة", "'; DROP TABLE pejabat;--", " a ")


@pytest.mark.parametrize("teks", ANEH)
def test_text_comes_back_as_typed(ws: Workspace, path: Path, teks: str) -> None:
    ws.lakukan(Tambah("renstra", "r", {"nama": teks, "visi": teks}))
    ws.tutup()
    with Workspace.buka(path) as w:
        row = w.snapshot.row("renstra", "r")
        assert row is not None
        assert row.values()["visi"] == unicodedata.normalize("NFC", teks)
        assert row.values()["nama"] == unicodedata.normalize("NFC", teks).strip(" ")


def test_drafts_and_settings_stay_with_the_file(ws: Workspace, path: Path) -> None:
    ws.simpan_draf("pejabat", "p", "nama", "Mul")
    ws.atur_setelan("tahun", "2023")
    sebelum = sidik(ws.snapshot)
    ws.tutup()
    with Workspace.buka(path) as w:
        assert [d[:4] for d in w.draf()] == [("pejabat", "p", "nama", "Mul")]
        assert (w.setelan("tahun"), w.setelan("lain", "x")) == ("2023", "x")
        assert sidik(w.snapshot) == sebelum
        w.hapus_draf("pejabat")
        assert w.draf() == []


def test_the_officers_name_is_remembered(ws: Workspace, path: Path) -> None:
    ws.petugas = "Sari Dewi"
    ws.tutup()
    with Workspace.buka(path) as w:
        assert w.petugas == "Sari Dewi"
