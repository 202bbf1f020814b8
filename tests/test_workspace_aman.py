"""Backups, restore, sending and the parcel through the one door."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lkjip_desktop import tempat
from lkjip_desktop.core.change import Changed
from lkjip_desktop.core.commands import BukaKunci, KunciBagian, Tambah
from lkjip_desktop.core.kode_kata import basis32, kata
from lkjip_desktop.core.segel import Putusan
from lkjip_desktop.core.tables import DasarHukum, KunciPeriode, Laporan
from lkjip_desktop.errors import BerkasError, Dibatalkan, Ditolak, GagalCetak, GagalSimpan
from lkjip_desktop.report import ringan
from lkjip_desktop.store import cadangan as toko
from lkjip_desktop.workspace import Workspace

AWAL = datetime(2024, 1, 5, 8, 0, tzinfo=UTC)


class Jam:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.kini = AWAL

    def __call__(self) -> datetime:
        return self.kini


@pytest.fixture
def jam() -> Jam:
    return Jam()


@pytest.fixture
def ws(tmp_path: Path, jam: Jam) -> Iterator[Workspace]:
    with Workspace.baru(tmp_path / "data.lkjip", "Bapas Uji", 2023, petugas="Sari", jam=jam) as w:
        yield w


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


def _aturan(ws: Workspace) -> list[str]:
    return [r.nama for r in ws.snapshot.rows(DasarHukum)]


def _tambah(ws: Workspace, nama: str) -> None:
    ws.lakukan(Tambah("dasar_hukum", ws.id_baru(), {"nama": nama}))


# --------------------------------------------------------------------------------------------------- backups
def test_cadangan_di_luar_folder_dokumen_diperiksa_dan_tidak_berulang(ws: Workspace, jam: Jam) -> None:
    _tambah(ws, "A")
    pertama = ws.cadangkan_otomatis("buka")
    assert pertama is not None
    assert pertama.cadangan is not None
    assert ws.path is not None
    assert ws.path.parent not in pertama.cadangan.path.parents
    jam.kini += timedelta(hours=1)
    kedua = ws.cadangkan_otomatis("tutup")
    assert kedua is not None
    assert kedua.cadangan is None, "the same content is kept once"
    _tambah(ws, "B")
    ws.cadangkan_otomatis("tutup")
    assert [(c.nomor, c.revisi, c.alasan) for c in ws.daftar_cadangan()] == [(1, 2, "buka"), (2, 3, "tutup")]
    assert all(ws.cadangan_utuh(c) for c in ws.daftar_cadangan())


def test_cadangan_yang_membusuk_ketahuan_dan_diganti(ws: Workspace) -> None:
    ws.cadangkan_otomatis("buka")
    (c,) = ws.daftar_cadangan()
    isi = bytearray(c.path.read_bytes())
    isi[-1] ^= 1
    c.path.write_bytes(isi)
    assert not ws.cadangan_utuh(c)
    hasil = ws.cadangkan_otomatis("tutup")
    assert hasil is not None
    assert hasil.cadangan is not None, "a rotten copy is no copy"


def test_berkala_setengah_jam_sesudah_perubahan(ws: Workspace) -> None:
    detik = [0.0]
    ws._penjaga = toko.Penjaga(ws.snapshot.revisi, lambda: detik[0])
    assert ws.cadangkan_bila_perlu() is None
    _tambah(ws, "A")
    assert ws.cadangkan_bila_perlu() is None
    detik[0] = toko.BERKALA
    assert ws.cadangkan_bila_perlu() is not None
    assert [c.alasan for c in ws.daftar_cadangan()] == ["berkala"]


def test_sebelum_membuka_kunci_dan_impor(ws: Workspace, tmp_path: Path) -> None:
    ws.ekspor(tmp_path / "x.json")
    ws.lakukan(KunciBagian("k", 2023))
    (k,) = ws.snapshot.rows(KunciPeriode)
    ws.lakukan(BukaKunci(k.id, "perlu diperbaiki"))
    rencana = ws.rencana_impor(tmp_path / "x.json")
    if not rencana.kosong:
        ws.terapkan_impor(rencana)
    assert "kunci" in [c.alasan for c in ws.daftar_cadangan()]


def test_tempat_cadangan_dapat_diganti(ws: Workspace, tmp_path: Path) -> None:
    try:
        assert tempat.atur_folder_cadangan(tmp_path / "lain") == tmp_path / "lain"
        ws.cadangkan_otomatis("tangan")
        assert list((tmp_path / "lain").glob("data-*/000001_*_tangan.lkjip"))
        (tmp_path / "berkas").write_text("x")
        with pytest.raises(OSError, match="berkas"):
            tempat.atur_folder_cadangan(tmp_path / "berkas" / "x")
        assert tempat.folder_cadangan() == tmp_path / "lain"
    finally:
        assert tempat.atur_folder_cadangan(None) == tempat.folder_data() / "cadangan"


def test_setahun_cadangan_dijarangkan_di_cakram(ws: Workspace, jam: Jam) -> None:
    for _ in range(40):
        jam.kini += timedelta(days=1)
        _tambah(ws, jam.kini.isoformat())
        ws.cadangkan_otomatis("tutup")
    sisa = ws.daftar_cadangan()
    assert len(sisa) < 40
    assert sisa[-1].nomor == 40
    assert all(Path(f"{c.path}.sha256").exists() for c in sisa)
    folder = ws.folder_cadangan
    assert folder is not None
    assert len(list(folder.iterdir())) == 2 * len(sisa)


def test_sisa_yang_mati_disapu_dan_ruang_diawasi(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = ws.folder_cadangan
    assert folder is not None
    folder.mkdir(parents=True)
    for nama, umur in (("000009_x.lkjip.part", 7200), (".99.salinan", 7200), ("baru.part", 0), ("catatan.txt", 7200)):
        (folder / nama).write_text("x")
        os.utime(folder / nama, (time.time() - umur,) * 2)
    monkeypatch.setattr(toko, "RUANG_SEDIKIT", 1 << 62)
    hasil = ws.cadangkan_otomatis("buka")
    assert hasil is not None
    assert "Ruang untuk cadangan tinggal" in hasil.peringatan
    sisa = sorted(p.name for p in folder.iterdir() if not p.name.startswith("000001_"))
    assert sisa == ["baru.part", "catatan.txt"]


def test_tempat_cadangan_yang_gagal_tidak_menghalangi_pengiriman(ws: Workspace, usb: Path) -> None:
    folder = ws.folder_cadangan
    assert folder is not None
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("bukan folder")
    try:
        with pytest.raises(GagalSimpan):
            ws.cadangkan_otomatis("buka")
        assert ws.kirim(usb, 2023).path.exists()
    finally:
        folder.unlink()


# --------------------------------------------------------------------------------------------------- restore
def test_pulihkan_dengan_pratinjau_lalu_batal(ws: Workspace, usb: Path) -> None:
    _tambah(ws, "A")
    lama, _ = ws.cadangkan(usb)
    revisi = ws.snapshot.revisi
    _tambah(ws, "B")
    p = ws.pratinjau_pulihkan(lama)
    assert [(b.tabel, b.tambah, b.ubah, b.hapus) for b in p.beda] == [("dasar_hukum", 0, 0, 1)]
    assert p.temuan.revisi == revisi
    assert _aturan(ws) == ["A", "B"], "nothing moved yet"

    didengar: list[Changed] = []
    ws.dengar(didengar.append)
    simpanan = ws.pulihkan(lama)
    assert simpanan is not None
    assert _aturan(ws) == ["A"]
    assert [c.jenis for c in didengar] == ["muat"]
    assert ws.snapshot.revisi > revisi + 1, "revisions never count back"
    assert not ws.label_urung
    _tambah(ws, "C")
    ws.kembalikan(simpanan)
    assert _aturan(ws) == ["A", "B"]
    assert len(ws.simpanan()) == 2


def test_sesudah_pulihkan_tidak_ada_cadangan_yang_dibuang(ws: Workspace, usb: Path, jam: Jam) -> None:
    lama, _ = ws.cadangkan(usb)
    for _ in range(30):
        jam.kini += timedelta(hours=7)
        _tambah(ws, jam.kini.isoformat())
        ws.cadangkan_otomatis("tutup")
    ws.pulihkan(lama)
    ada = {c.nomor for c in ws.daftar_cadangan()}
    jam.kini += timedelta(days=400)
    _tambah(ws, "kelak")
    ws.cadangkan_otomatis("tutup")
    assert ada < {c.nomor for c in ws.daftar_cadangan()}


def test_pulihkan_yang_bukan_berkas_kita_tidak_menggerakkan_apa_pun(ws: Workspace, usb: Path) -> None:
    _tambah(ws, "A")
    (usb / "x.lkjip").write_bytes(b"bukan" * 500)
    assert ws.pratinjau_pulihkan(usb / "x.lkjip").beda == ()
    with pytest.raises(Exception, match="tidak dapat dipakai"):
        ws.pulihkan(usb / "x.lkjip")
    assert _aturan(ws) == ["A"]
    assert ws.simpanan() == ()


def test_pulihkan_berkas_yang_rusak_atau_hilang(ws: Workspace, usb: Path) -> None:
    _tambah(ws, "A")
    lama, _ = ws.cadangkan(usb)
    path = ws.path
    assert path is not None
    ws.tutup()
    path.write_bytes(path.read_bytes()[:5000])
    simpanan = Workspace.pulihkan_berkas(lama, path)
    assert simpanan is not None
    assert simpanan.utama.stat().st_size == 5000
    assert Workspace.pulihkan_berkas(lama, usb / "baru.lkjip") is None
    for p in (path, usb / "baru.lkjip"):
        with Workspace.buka(p) as w:
            assert _aturan(w) == ["A"]


# --------------------------------------------------------------------------------------------------- sending
def test_kiriman_berantai_dan_kodenya_cocok(ws: Workspace, usb: Path) -> None:
    pertama = ws.kirim(usb, 2023)
    _tambah(ws, "A")
    kedua = ws.kirim(usb, 2023)
    assert kedua.segel.sebelum == pertama.segel.sidik
    assert kedua.segel.revisi > pertama.segel.revisi
    assert [s.sidik for s in ws.terkirim()] == [pertama.segel.sidik, kedua.segel.sidik]
    assert ws.kode_kaki().endswith("-".join(kedua.segel.kata.split("-")[:3]))
    for kode, cocok in (
        (kata(kedua.sha256), "berkas"),
        (basis32(kedua.sha256), "berkas"),
        (kedua.segel.kata, "data"),
        (kata(pertama.sha256), "tidak"),
        ("", ""),
    ):
        v = Workspace.verifikasi(kedua.path, kode)
        assert (v.temuan.putusan, v.kode) == (Putusan.ASLI, cocok)
        assert v.beres == (cocok != "tidak")
    folder = ws.folder_cadangan
    assert folder is not None
    arsip = sorted((folder / "kiriman").glob("*.lkjip"))
    assert [hashlib.sha256(p.read_bytes()).hexdigest() for p in arsip] == [pertama.sha256, kedua.sha256]


def test_kirim_dapat_dihentikan_dan_tidak_meninggalkan_apa_pun(ws: Workspace, usb: Path) -> None:
    tahap: list[str] = []

    def lapor(apa: str, selesai: int, jumlah: int) -> None:
        assert 0 <= selesai <= jumlah
        tahap.append(apa)
        if apa == "Membaca ulang":
            raise Dibatalkan("Pengiriman dihentikan.")

    with pytest.raises(Dibatalkan):
        ws.kirim(usb, 2023, lapor=lapor)
    assert list(usb.iterdir()) == []
    assert ws.terkirim() == ()
    assert "Menyegel" in tahap


def test_kirim_menanyakan_yang_kurang(ws: Workspace, usb: Path) -> None:
    laporan = ws.snapshot.one(Laporan, tahun=2023)
    assert laporan is not None
    ws.simpan_draf("laporan", laporan.id, "tempat", "setengah")
    ws.simpan_draf("laporan", "x", "tiada", "kolom versi lain")
    kurang = " ".join(ws.kurang_untuk_kirim(2023))
    assert "(tempat pada 2023)" in kurang  # so that it can be found
    assert "Kode satker" in kurang
    assert "belum selesai diketik" in kurang
    with pytest.raises(Ditolak, match="2019"):
        ws.kirim(usb, 2019)


def test_banyak_berkas_diperiksa_sekaligus(ws: Workspace, usb: Path) -> None:
    k = ws.kirim(usb, 2023)
    (usb / "b.lkjip").write_bytes(b"x")
    salin, _ = ws.cadangkan(usb)
    hasil = Workspace.verifikasi_banyak([k.path, usb / "b.lkjip", salin, k.path])
    assert [v.temuan.putusan for v in hasil] == [Putusan.ASLI, Putusan.ASING, Putusan.MENTAH, Putusan.ASLI]


# ---------------------------------------------------------------------------------------------------- parcel
def test_paket_dari_contoh(tmp_path: Path, usb: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ringan, "TINGKAT", ((500, 45),))
    with Workspace.contoh(tmp_path / "c.lkjip") as w:
        hasil = w.paket(usb, 2023)
        nama = sorted(p.name for p in hasil.folder.iterdir())
        assert sorted(hasil.isi) == nama
        assert hasil.tidak_ada == ()
        for awal in (
            "01 Surat",
            "02 LKjIP 2023.docx",
            "02 LKjIP 2023.pdf",
            "03 Perj",
            "04 Tabel",
            "05 Daftar",
            "06 Tanda",
        ):
            assert any(n.startswith(awal) for n in nama), awal
        petunjuk = (hasil.folder / "LIHAT-DAHULU.txt").read_bytes().decode("utf-8-sig")
        assert kata(hasil.kiriman.sha256) in petunjuk
        assert "\r\n" in petunjuk
        assert Workspace.verifikasi(hasil.kiriman.path.parent.with_name(hasil.folder.name) / hasil.kiriman.nama).beres
        assert [p.name for p in usb.iterdir()] == [hasil.folder.name]
        with pytest.raises(GagalCetak, match="lebih kecil daripada"):
            w.lkjip_ringan(w.snapshot, 2023, 1000)


def test_paket_yang_gagal_tidak_meninggalkan_folder(ws: Workspace, usb: Path) -> None:
    with pytest.raises(Ditolak):
        ws.paket(usb, 2019)

    def lapor(apa: str, selesai: int, jumlah: int) -> None:
        if selesai == 7:
            raise Dibatalkan("Dihentikan.")

    with pytest.raises(Dibatalkan):
        ws.paket(usb, 2023, lapor=lapor)
    assert list(usb.iterdir()) == []


def test_pemeriksa_yang_tidak_dapat_dimulai_dijawab_kalimat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A guard against viruses may forbid another process; that is no fault of the program, nor of the file."""
    berkas = tmp_path / "a.lkjip"
    Workspace.baru(berkas, "Bapas Uji", 2024).tutup()

    def tolak(_proses: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("multiprocessing.context.SpawnProcess.start", tolak)
    with pytest.raises(BerkasError, match="tidak dapat dimulai"):
        Workspace.verifikasi(berkas)
