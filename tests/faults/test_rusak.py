"""Damaged files: cut, flipped, zeroed, empty, foreign, newer, older, with the wrong side file or without one."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
import sqlite3
import struct
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lkjip_desktop.core.commands import Banyak, Tambah
from lkjip_desktop.core.segel import Putusan
from lkjip_desktop.errors import (
    BerkasError,
    BerkasLebihBaru,
    BerkasRusak,
    BerkasTidakAda,
    BukanBerkasKita,
    LkjipError,
)
from lkjip_desktop.store import berkas, cadangan, pemulihan, terima
from lkjip_desktop.store.pemulihan import Keadaan
from lkjip_desktop.store.pulihkan import simpanan
from lkjip_desktop.workspace import Penyelamatan, Workspace

from .anak import berkas_baru, langkah_kini
from .bahan import BERAT, MIGRASI_UJI, Suntik, jalankan, perlu_strace, rupa, serempak

KINI = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def kiriman(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sealed file full of content: 60 rows, 3 attachments."""
    tempat = tmp_path_factory.mktemp("kiriman")
    acak = random.Random(5)
    with Workspace.baru(tempat / "a.lkjip", "Bapas Uji", 2023) as ws:
        kata = ["kendala", "anggaran", "pegawai", "sarana", "sistem", "jaringan", "cuaca"]
        baris = []
        for n in range(60):
            teks = " ".join(acak.choice(kata) for _ in range(50))
            baris.append(Tambah("dasar_hukum", ws.id_baru(), {"nama": f"Aturan {n}", "tentang": teks}))
        ws.lakukan(Banyak("Isi", tuple(baris)))
        for n in range(3):
            isi = acak.randbytes(100_000)
            sha = hashlib.sha256(isi).hexdigest()
            nilai = {"tahun": 2023, "nama": f"Bukti {n}", "berkas": sha, "nama_berkas": "b.bin"}
            ws.lakukan(Tambah("bukti", ws.id_baru(), nilai, blobs={sha: isi}))
        return ws.kirim(tempat, 2023).path


def _sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


# ------------------------------------------------------------------------------------------------ bits and bytes
def test_setiap_bit_yang_berubah_ditemukan(kiriman: Path, tmp_path: Path) -> None:
    """Fault 19. 500 flips: SHA-256 finds all, the content digest every one that touches content; SQLite's own
    check finds a small part only, which is why there are digests."""
    kali = 500 if not BERAT else 20_000
    for n in range(2):
        (tmp_path / str(n)).mkdir()
        shutil.copyfile(kiriman, tmp_path / str(n) / "k.lkjip")
    hasil = serempak(
        lambda n: jalankan("balik-bit", tmp_path / str(n) / "k.lkjip", str(n), str(kali // 2), rumah=tmp_path / str(n)),
        range(2),
    )
    assert all(a.selesai for a in hasil), hasil
    angka = [json.loads(a.keluaran.split(" ", 1)[1]) for a in hasil]
    jumlah = {k: sum(a[k] for a in angka) for k in angka[0]}
    print("balik bit:", jumlah)
    assert jumlah["dicoba"] == jumlah["sha_menemukan"] == kali
    assert jumlah["lolos"] == 0
    assert jumlah["ditemukan"] > kali // 3
    assert jumlah["integrity_menemukan"] < jumlah["ditemukan"] // 2  # control: without the digest most would pass


def test_terpotong_di_dua_ratus_tempat(kiriman: Path, tmp_path: Path) -> None:
    """Fault 18. Every cut is seen before anything is read, by receiver and program alike, and touches nothing."""
    acak = random.Random(2)
    data = kiriman.read_bytes()
    path = tmp_path / "potong.lkjip"
    for panjang in (0, 1, 15, 16, 99, 100, 511, 4096, len(data) - 1, *(acak.randrange(len(data)) for _ in range(191))):
        path.write_bytes(data[:panjang])
        assert terima.nilai(path).putusan in (Putusan.RUSAK, Putusan.ASING), panjang
        with pytest.raises(BerkasError) as e:
            Workspace.buka(path)
        assert str(e.value).endswith(".")
        assert path.read_bytes() == data[:panjang]
    assert [p.name for p in tmp_path.iterdir()] == ["potong.lkjip"]


def test_sektor_yang_hilang(kiriman: Path, tmp_path: Path) -> None:
    """Fault 19. 512 zeroed bytes: whatever is called genuine has its content."""
    from .balik import salin_isi

    acak = random.Random(4)
    data, utuh = kiriman.read_bytes(), salin_isi(kiriman)
    path = tmp_path / "nol.lkjip"
    ketahuan = 0
    for _ in range(200 if BERAT else 100):
        b = bytearray(data)
        s = acak.randrange(len(b) // 512) * 512
        b[s : s + 512] = bytes(512)
        path.write_bytes(b)
        asli = terima.nilai(path).putusan is Putusan.ASLI
        assert not asli or salin_isi(path) == utuh
        ketahuan += not asli
    assert ketahuan > 40


# ----------------------------------------------------------------------------------------------- not ours, newer
@pytest.mark.parametrize(
    ("isi", "galat"),
    [
        (b"", BerkasTidakAda),
        (b"PK\x03\x04" + bytes(600), BukanBerkasKita),
        (b"Halo, ini bukan basis data." * 40, BukanBerkasKita),
        (b"SQLite format 3\0" + bytes(84), BukanBerkasKita),
    ],
    ids=["kosong", "zip", "teks", "kepala saja"],
)
def test_bukan_berkas_kita(tmp_path: Path, isi: bytes, galat: type[BerkasError]) -> None:
    """Faults 20 and 21: nothing is made of it, nothing is written to it."""
    path = tmp_path / "x.lkjip"
    path.write_bytes(isi)
    with pytest.raises(galat):
        Workspace.buka(path)
    assert path.read_bytes() == isi
    assert terima.nilai(path).putusan in (Putusan.ASING, Putusan.RUSAK)
    assert [p.name for p in tmp_path.iterdir()] == ["x.lkjip"]


def test_berkas_yang_tidak_ada_tidak_dibuat(tmp_path: Path) -> None:
    """Fault 20. sqlite3.connect would make it."""
    with pytest.raises(BerkasTidakAda):
        Workspace.buka(tmp_path / "tidak-ada.lkjip")
    assert terima.periksa(tmp_path / "tidak-ada.lkjip").putusan is Putusan.RUSAK
    assert list(tmp_path.iterdir()) == []


def test_basis_data_program_lain(tmp_path: Path) -> None:
    """Fault 21."""
    path = tmp_path / "kartu.lkjip"
    conn = sqlite3.connect(path)
    conn.executescript("PRAGMA application_id = 1234; PRAGMA user_version = 11; CREATE TABLE notes(x);")
    conn.close()
    semula = _sha(path)
    with pytest.raises(BukanBerkasKita):
        Workspace.buka(path)
    assert _sha(path) == semula


def test_versi_lebih_baru_tidak_disentuh(kiriman: Path, tmp_path: Path) -> None:
    """Fault 16."""
    path = tmp_path / "baru.lkjip"
    data = bytearray(kiriman.read_bytes())
    data[60:64] = struct.pack(">I", 99)
    path.write_bytes(data)
    with pytest.raises(BerkasLebihBaru, match="99"):
        Workspace.buka(path)
    assert terima.periksa(path).putusan is Putusan.LEBIH_BARU
    assert path.read_bytes() == data
    assert [p.name for p in tmp_path.iterdir()] == ["baru.lkjip"]


def test_kiriman_versi_lama_tetap_asli(kiriman: Path) -> None:
    """Fault 17 at the receiver: a newer program confirms the seal of an older file."""
    t = terima.nilai(kiriman, migrasi=MIGRASI_UJI)
    assert t.putusan is Putusan.ASLI, t.alasan


# -------------------------------------------------------------------------------------------- text that is none
def test_teks_yang_bukan_utf8(tmp_path: Path) -> None:
    """Fault 26. A sentence, not an exception of the library."""
    path = tmp_path / "a.lkjip"
    berkas_baru(path)
    conn = sqlite3.connect(path)
    conn.execute("UPDATE dasar_hukum SET tentang = CAST(x'ff00fe' AS TEXT)")
    conn.commit()
    conn.close()
    assert terima.periksa(path).putusan is Putusan.RUSAK
    with pytest.raises(BerkasRusak):
        Workspace.buka(path)


# -------------------------------------------------------------------------------------------------- side files
@pytest.fixture
def terputus(tmp_path: Path) -> Path:
    """A file whose save was killed at its second write: half new, with the journal that heals it."""
    tempat = tmp_path / "terputus"
    tempat.mkdir()
    path = tempat / "a.lkjip"
    berkas_baru(path)
    jalankan("simpan", path, rumah=tempat, suntik=Suntik("pwrite64", "signal=KILL", 3, (path,)))
    assert Path(f"{path}-journal").stat().st_size > 512
    path.with_name(".~a.lkjip.kunci").unlink()
    return path


@perlu_strace
def test_salinan_tanpa_pendamping_tidak_pernah_asli(terputus: Path, tmp_path: Path) -> None:
    """Fault 14. Control: it is damaged in content, and SQLite alone does not say so."""
    salinan = tmp_path / "salin.lkjip"
    shutil.copyfile(terputus, salinan)
    assert terima.periksa(salinan).putusan in (Putusan.MENTAH, Putusan.RUSAK)
    assert rupa(salinan).langkah is None  # mixed: the very loss that a copy by hand brings
    assert rupa(terputus).langkah == 0  # with its journal it heals


@perlu_strace
def test_jurnal_basi_di_samping_cadangan(terputus: Path, tmp_path: Path) -> None:
    """Fault 15. Yesterday's copy was put over the file by hand, the journal of today stayed beside it."""
    kemarin = tmp_path / "kemarin.lkjip"
    berkas_baru(kemarin, isi=400)
    jalankan("simpan", kemarin, rumah=tmp_path)
    jalankan("simpan", kemarin, rumah=tmp_path)
    kontrol = tmp_path / "kontrol.lkjip"
    for p in (terputus, kontrol):
        shutil.copyfile(kemarin, p)
    shutil.copyfile(f"{terputus}-journal", f"{kontrol}-journal")
    assert rupa(kontrol).langkah != 2, "control: SQLite applies the foreign journal"

    with pytest.raises(BerkasRusak, match="pendamping"):
        Workspace.buka(terputus)
    with Penyelamatan(terputus, KINI) as selamat:
        assert selamat.hasil.keadaan is Keadaan.TAWARAN
        selamat.terapkan()
    with Workspace.buka(terputus) as ws:
        assert langkah_kini(ws) == 2
    bukti = simpanan(terputus)[0].folder
    assert sorted(x.name for x in bukti.iterdir()) == ["a.lkjip", "a.lkjip-journal", "keterangan.json"]


@perlu_strace
def test_jurnal_sendiri_tidak_dikira_asing(tmp_path: Path) -> None:
    """Fault 15, the other side: at no point of a save is its own journal taken for a stranger's."""
    for n in range(1, 14):
        tempat = tmp_path / str(n)
        tempat.mkdir()
        path = tempat / "a.lkjip"
        berkas_baru(path)
        jurnal = Path(f"{path}-journal")
        jalankan("simpan", path, rumah=tempat, suntik=Suntik("pwrite64", "signal=KILL", 5 + n, (path, jurnal)))
        assert not pemulihan.pendamping_asing(path), n


def test_jurnal_tertanam_di_samping_kiriman_diabaikan(kiriman: Path, tmp_path: Path) -> None:
    """Fault 14 as an attack: only the main file of what was received is looked at."""
    path = tmp_path / kiriman.name
    shutil.copyfile(kiriman, path)
    Path(f"{path}-journal").write_bytes(bytes.fromhex("d9d505f920a163d7") + bytes(5000))
    Path(f"{path}-wal").write_bytes(bytes(5000))
    assert terima.periksa(path).putusan is Putusan.ASLI


# --------------------------------------------------------------------------------------------- recovery machine
def _rusakkan_isi(path: Path) -> None:
    """Hurt a table page so that SQLite's own check sees it."""
    conn = sqlite3.connect(path)
    (halaman,) = conn.execute("SELECT rootpage FROM sqlite_master WHERE name = 'dasar_hukum'").fetchone()
    conn.close()
    with open(path, "r+b") as f:
        f.seek((halaman - 1) * 4096)
        f.write(bytes(200))


def _rusakkan_indeks(path: Path) -> None:
    """Take entries out of an index behind SQLite's back."""
    conn = sqlite3.connect(path)
    nama = "SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_dasar_hukum_1'"
    (halaman,) = conn.execute(nama).fetchone()
    conn.close()
    with open(path, "r+b") as f:
        f.seek((halaman - 1) * 4096)
        f.write(bytes.fromhex("0a0000000010000000"))


def _cari(path: Path, kerja: Path, folder: Path | None) -> pemulihan.Hasil:
    kerja.mkdir(exist_ok=True)
    return pemulihan.periksa(path, kerja, (lambda: folder) if folder else None, KINI, teliti=True)


def test_indeks_rusak_dibangun_ulang_pada_salinan(tmp_path: Path) -> None:
    path = tmp_path / "a.lkjip"
    berkas_baru(path)
    _rusakkan_indeks(path)
    semula = _sha(path)
    h = _cari(path, tmp_path / "kerja", None)
    assert h.keadaan is Keadaan.TAWARAN
    assert Keadaan.COBA_INDEKS in h.jejak
    assert h.calon is not None
    assert rupa(h.calon).langkah == 0
    assert _sha(path) == semula, "the damaged file itself is left alone"


def test_rusak_menawarkan_cadangan_terbaru_yang_utuh(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.lkjip", tmp_path / "cadangan"
    berkas_baru(path)
    with Workspace.buka(path) as ws:
        for n in range(1, 4):
            cadangan.buat(ws.simpan_salinan, folder, alasan="tangan", revisi=n, kini=KINI, paksa=True)
    kedua, terakhir = cadangan.daftar(folder)[1:]
    with open(terakhir.path, "r+b") as f:  # the newest backup has rotted
        f.seek(9000)
        f.write(b"x")
    _rusakkan_isi(path)
    semula = _sha(path)
    h = _cari(path, tmp_path / "kerja", folder)
    assert h.keadaan is Keadaan.TAWARAN
    assert h.calon == kedua.path
    assert h.bukti is not None
    assert _sha(h.bukti.utama) == semula
    assert "cadangan" in h.pesan


def test_rusak_tanpa_cadangan_tidak_menghapus_apa_pun(tmp_path: Path) -> None:
    path = tmp_path / "a.lkjip"
    berkas_baru(path)
    _rusakkan_isi(path)
    semula = _sha(path)
    for _ in range(2):
        h = _cari(path, tmp_path / "kerja", tmp_path / "kosong")
        assert h.keadaan is Keadaan.BUNTU
        assert _sha(path) == semula
    assert len(simpanan(path)) == 1, "the same evidence is kept once"
    with pytest.raises(LkjipError), Penyelamatan(path, KINI) as p:
        p.terapkan()


def test_galat_operasi_bukan_kerusakan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Permission and input/output errors touch nothing and keep no evidence."""
    path = tmp_path / "a.lkjip"
    berkas_baru(path)

    def gagal(*_: object) -> int:
        raise BerkasError("Berkas tidak dapat dibaca.")

    monkeypatch.setattr(berkas, "periksa_kepala", gagal)
    h = _cari(path, tmp_path / "kerja", None)
    assert h.keadaan is Keadaan.GAGAL_OPERASI
    assert simpanan(path) == ()


def test_mesin_pemulihan_berakhir_dari_setiap_keadaan() -> None:
    """Every state but the ends has a way on, every way leads to an end, and operating errors end everywhere."""
    for k in Keadaan:
        keluar = {p: n for (dari, p), n in pemulihan.LANGKAH.items() if dari is k}
        assert bool(keluar) != (k in pemulihan.AKHIR), k
        if k not in pemulihan.AKHIR:
            assert pemulihan.lanjut(k, pemulihan.Peristiwa.OPERASI) is Keadaan.GAGAL_OPERASI
            # Evidence is kept before anything is tried.
            assert k is Keadaan.SIMPAN_BUKTI or Keadaan.COBA_TANPA_JURNAL not in keluar.values()
    for awal in Keadaan:
        dilihat, antre = set(), [awal]
        while antre:
            k = antre.pop()
            if k not in dilihat:
                dilihat.add(k)
                antre += [n for (dari, _), n in pemulihan.LANGKAH.items() if dari is k]
        assert dilihat & pemulihan.AKHIR
