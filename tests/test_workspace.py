"""The one door: every step durable and told, undone and redone across restarts, refused without loss."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lkjip_desktop.core.change import Changed
from lkjip_desktop.core.commands import (
    Banyak,
    Tambah,
    Ubah,
)
from lkjip_desktop.core.sidik import sidik
from lkjip_desktop.core.tables import AturanBaris, Identitas, IndikatorTahun, Pejabat
from lkjip_desktop.errors import BerkasError, BerkasTerkunci, Ditolak, GagalCetak, GagalImpor
from lkjip_desktop.workspace import Workspace

from .bahan_workspace import AKAR, indikator, jam_dinding


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lahat.lkjip"


@pytest.fixture
def ws(path: Path) -> Iterator[Workspace]:
    with Workspace.baru(path, "Bapas Kelas II Lahat", 2023, petugas="Sari", jam=jam_dinding()) as w:
        yield w


# ------------------------------------------------------------------------------------------------- new and open
def test_a_new_file_has_the_shipped_rules_and_the_first_year(ws: Workspace, path: Path) -> None:
    assert ws.tahun() == (2023,)
    assert ws.judul == "Bapas Kelas II Lahat"
    assert [i.nama for i in ws.snapshot.rows(Identitas)] == ["Bapas Kelas II Lahat"]
    assert {"pengukuran", "smart", "ikpa", "cetak"} <= {a.jenis for a in ws.snapshot.rows(AturanBaris)}
    assert (ws.path, ws.hanya_baca, ws.label_urung, ws.label_ulang) == (path, False, "", "")


def test_a_taken_name_is_refused(ws: Workspace, path: Path, tmp_path: Path) -> None:
    with pytest.raises(BerkasTerkunci):
        Workspace.baru(path, "Lain")
    lain = tmp_path / "lain.lkjip"
    lain.write_text("milik orang")
    with pytest.raises(BerkasError, match="sudah ada"):
        Workspace.baru(lain)
    assert lain.read_text() == "milik orang"


def test_the_same_file_is_not_opened_twice_in_one_process(ws: Workspace, path: Path) -> None:
    with pytest.raises(BerkasTerkunci, match="sudah dibuka di program ini"):
        Workspace.buka(path)
    ws.tutup()
    Workspace.buka(path).tutup()


def test_a_file_that_cannot_be_read_through_is_closed_again(path: Path) -> None:
    Workspace.baru(path, tahun=2023).tutup()
    subprocess.run(
        [sys.executable, "-c", f"import sqlite3; c = sqlite3.connect({str(path)!r}); "
         "c.execute(\"INSERT INTO indikator_tahun SELECT 'x', NULL, 2023, 1, '', '', '', '', '', '', 0, '', '', '', '',"
         "'', 0, 'satu', NULL, '', NULL, NULL, NULL, '', '', NULL, '', '', '', '', '', NULL, ''\"); c.commit()"],
        check=True,
    )  # fmt: skip
    for _ in range(2):  # the second time it must not be "open already"
        with pytest.raises(BerkasError, match="rusak"):
            Workspace.buka(path)


def test_in_memory_it_works_the_same() -> None:
    ws = Workspace.memori("Bapas", 2023)
    indikator(ws)
    assert ws.path is None
    assert ws.label_urung == "Tambah indikator SK1.IKK1"
    ws.urungkan()
    assert ws.snapshot.get(IndikatorTahun, "it") is None
    ws.tutup()


# ------------------------------------------------------------------------------------------------------- steps
def test_a_step_is_in_the_file_before_the_listeners_hear_of_it(ws: Workspace) -> None:
    didengar: list[tuple[Changed, str, str]] = []
    berhenti = ws.dengar(lambda c: didengar.append((c, ws.label_urung, ws.waktu_simpan)))
    formulir = object()
    changed = ws.lakukan(Tambah("pejabat", "p", {"nama": "Mulyadi"}), formulir)
    assert didengar == [(changed, "Tambah pejabat Mulyadi", ws.waktu_simpan)]
    assert (changed.keys, changed.initiator, changed.jenis) == (frozenset({("pejabat", "p")}), formulir, "langkah")
    assert changed.touches("pejabat")
    assert not changed.touches("pk")
    ws.urungkan()
    assert didengar[-1][0].jenis == "batal"
    ws.ulangi()
    assert didengar[-1][0].jenis == "ulang"
    berhenti()
    berhenti()
    ws.urungkan()
    assert len(didengar) == 3


def test_no_change_is_no_step(ws: Workspace) -> None:
    ws.lakukan(Tambah("pejabat", "p", {"nama": "A"}))
    ws.urungkan()
    ws.ulangi()
    revisi, didengar = ws.snapshot.revisi, list[Changed]()
    ws.dengar(didengar.append)
    assert ws.lakukan(Ubah("pejabat", "p", {"nama": "A"})).keys == frozenset()
    assert (ws.snapshot.revisi, didengar) == (revisi, [])


def test_a_refused_step_changes_nothing(ws: Workspace) -> None:
    sebelum, label = ws.snapshot, ws.label_urung
    with pytest.raises(Ditolak):
        ws.lakukan(Banyak("x", (Tambah("pejabat", "p", {"nama": "A"}), Tambah("posisi", "o", {"pejabat_id": "hantu"}))))
    assert ws.snapshot is sebelum
    assert ws.label_urung == label


def test_a_picture_must_come_with_its_bytes(ws: Workspace) -> None:
    isi = b"\x89PNG..."
    sha = hashlib.sha256(isi).hexdigest()
    with pytest.raises(Ditolak, match="tidak ada di dalam berkas"):
        ws.lakukan(Tambah("gambar", "g", {"berkas": sha}))
    ws.lakukan(Tambah("gambar", "g", {"nama": "Apel", "berkas": sha}, blobs={sha: isi}))
    assert ws.isi_berkas(sha) == isi
    assert ws.ada_berkas(sha)
    ws.lakukan(Tambah("gambar", "g2", {"nama": "Apel lagi", "berkas": sha}))
    ws.urungkan()
    ws.urungkan()
    assert ws.isi_berkas(sha) == isi  # the journal still names it
    ws.ulangi()
    assert ws.snapshot.row("gambar", "g") is not None


def test_the_journal_knows_who_when_and_what(ws: Workspace) -> None:
    indikator(ws)
    ws.lakukan(Ubah("indikator_tahun", "it", {"target": Decimal(60)}))
    ws.petugas = "  Budi\tHartono "
    ws.lakukan(Ubah("indikator_tahun", "it", {"target": Decimal("60.00"), "satuan": "%"}))
    ws.urungkan()
    riwayat = ws.riwayat("indikator_tahun", "it", "target")
    assert [(oleh, label, str(a), str(b)) for _, oleh, label, a, b in riwayat] == [
        ("Sari", "Ubah target SK1.IKK1", "None", "60"),
        ("Budi Hartono", "Ubah 2 isian SK1.IKK1", "60", "60.00"),
        ("Budi Hartono", "Diurungkan: Ubah 2 isian SK1.IKK1", "60.00", "60"),
    ]
    waktu = [datetime.fromisoformat(w) for w, *_ in riwayat]
    assert waktu == sorted(waktu)
    assert {w.utcoffset() for w in waktu} == {timedelta(hours=7)}
    assert ws.waktu_simpan == riwayat[-1][0]
    semua = ws.riwayat("indikator_tahun", "it")
    assert semua[0][3:][1]["kode"] == "SK1.IKK1"
    assert semua[2][3:] == ({"target": Decimal(60), "satuan": ""}, {"target": Decimal("60.00"), "satuan": "%"})


def test_steps_from_several_threads_come_one_after_the_other(ws: Workspace, path: Path) -> None:
    didengar: list[Changed] = []
    ws.dengar(didengar.append)
    revisi = ws.snapshot.revisi

    def kerja(siapa: int) -> None:
        for n in range(10):
            ws.lakukan(Tambah("pejabat", f"p{siapa}-{n}", {"nama": f"N{siapa}"}))
            assert ws.snapshot.row("pejabat", f"p{siapa}-{n}") is not None
            ws.riwayat("pejabat", f"p{siapa}-{n}")

    with ThreadPoolExecutor(4) as kolam:
        for hasil in [kolam.submit(kerja, n) for n in range(4)]:
            hasil.result()
    assert ws.snapshot.revisi == revisi + 40
    assert len(didengar) == 40
    assert [p.urut for p in ws.snapshot.rows(Pejabat)] == list(range(1, 41))
    akhir = ws.snapshot
    ws.tutup()
    with Workspace.buka(path) as w:
        assert w.snapshot == akhir


def test_undo_takes_back_what_is_last_when_its_turn_comes(ws: Workspace) -> None:
    """A restore reads everything anew while an undo of another thread waits; then one more step is done."""

    class Antre:
        def __init__(self, kunci: Any) -> None:
            self.kunci, self.menunggu = kunci, threading.Event()

        def __enter__(self) -> None:
            self.menunggu.set()
            self.kunci.acquire()

        def __exit__(self, *_: object) -> None:
            self.kunci.release()

    ws.lakukan(Tambah("pejabat", "a"))
    kunci: Any = ws._kunci
    antre: Any = Antre(kunci)
    with ThreadPoolExecutor(1) as kolam:
        with kunci:
            ws._kunci = antre
            urung = kolam.submit(ws.urungkan)
            assert antre.menunggu.wait(10)
            ws._muat()
            ws.lakukan(Tambah("pejabat", "b"))
        assert urung.result() == Changed(frozenset({("pejabat", "b")}), None, "batal")
    assert [p.id for p in ws.snapshot.rows(Pejabat)] == ["a"]


# ----------------------------------------------------------------------------------------------- other doors
def test_what_goes_out_comes_in_as_one_step(ws: Workspace, tmp_path: Path) -> None:
    isi = b"lampiran"
    sha = hashlib.sha256(isi).hexdigest()
    s, i, it, b = (ws.id_baru() for _ in range(4))
    nilai = {"indikator_id": i, "tahun": 2023, "kode": "SK1.IKK1", "target": Decimal("12345678901234567890.1230")}
    ws.lakukan(
        Banyak(
            "Isi",
            (
                Tambah("sasaran", s),
                Tambah("indikator", i, {"sasaran_id": s}),
                Tambah("indikator_tahun", it, nilai),
                Tambah("bukti", b, {"tahun": 2023, "nama": "SK", "berkas": sha}, blobs={sha: isi}),
            ),
        )
    )
    keluar = ws.ekspor(tmp_path / "semua.json")
    with Workspace.memori() as lain:
        rencana = lain.rencana_impor(keluar)
        assert rencana.masalah == ()
        lain.terapkan_impor(rencana)
        assert sidik(lain.snapshot) == sidik(ws.snapshot)
        assert lain.isi_berkas(sha) == isi
        assert lain.urungkan() is None
        assert lain.rencana_impor(keluar).kosong


def test_the_open_file_is_neither_read_nor_overwritten_as_a_file(ws: Workspace, path: Path) -> None:
    json = path.with_suffix(".json")
    json.symlink_to(path)
    with pytest.raises(GagalImpor, match="sedang dibuka"):
        ws.rencana_impor(path)
    with pytest.raises(GagalCetak, match="sedang dibuka"):
        ws.ekspor(json)
    with pytest.raises(BerkasTerkunci):
        ws.simpan_salinan(path)
    ws.lakukan(Tambah("pejabat", "p", {"nama": "A"}))
    ws.tutup()
    with Workspace.buka(path) as w:
        assert len(w.snapshot.rows(Pejabat)) == 1


def test_an_import_that_cannot_be_read_is_told(ws: Workspace, tmp_path: Path) -> None:
    with pytest.raises(GagalImpor, match="tidak ditemukan"):
        ws.rencana_impor(tmp_path / "tidak ada.json")
    rusak = tmp_path / "rusak.json"
    rusak.write_text("{")
    rencana = ws.rencana_impor(rusak)
    assert rencana.masalah
    with pytest.raises(GagalImpor) as e:
        ws.terapkan_impor(rencana)
    assert e.value.masalah == rencana.masalah


BACA_SAJA = """
import sys
from lkjip_desktop.workspace import Workspace
w = Workspace.buka(sys.argv[1])
assert w.snapshot.tabel["aturan"]
w.setelan("a"); w.draf(); w.label_urung; w.judul
berat = {"sqlite_utils", "reportlab", "docx", "openpyxl", "PIL", "babel", "num2words", "pypdfium2"} & set(sys.modules)
w.tutup()
print(sorted(berat))
"""


def test_reading_loads_nothing_heavy(path: Path) -> None:
    Workspace.baru(path, tahun=2023).tutup()
    hasil = subprocess.run([sys.executable, "-c", BACA_SAJA, str(path)], cwd=AKAR, capture_output=True, text=True)
    assert hasil.stdout.strip() == "[]", hasil.stderr


EDIT_PERTAMA = """
import sys
from lkjip_desktop.workspace import Workspace
from lkjip_desktop.core.commands import Tambah
lain = Workspace.buka(sys.argv[1])
Workspace.siapkan()
before = set(sys.modules)
lain.lakukan(Tambah("pejabat", lain.id_baru(), {"nama": "Budi"}))
print(sorted({m.split(".")[0] for m in set(sys.modules) - before}))
"""


def test_the_first_edit_loads_nothing_that_was_not_prepared(path: Path) -> None:
    Workspace.baru(path, tahun=2023).tutup()
    hasil = subprocess.run([sys.executable, "-c", EDIT_PERTAMA, str(path)], cwd=AKAR, capture_output=True, text=True)
    assert hasil.stdout.strip() == "[]", hasil.stderr
