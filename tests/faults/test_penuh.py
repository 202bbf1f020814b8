"""Full disk, failing medium, a stick pulled out: for a save, a copy, a sent file, a paper, a migration, a restore."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from pathlib import Path

import pytest

from lkjip_desktop.core.segel import Putusan
from lkjip_desktop.errors import GagalSimpan
from lkjip_desktop.store import salinan, terima
from lkjip_desktop.store.berkas import periksa_isi
from lkjip_desktop.store.pulihkan import simpanan

from .anak import berkas_baru
from .bahan import BERAT, MIGRASI_UJI, Anak, Suntik, jalankan, perlu_strace, rupa, serempak, tanpa_jejak


@pytest.fixture(scope="module")
def pola(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pola") / "a.lkjip"
    berkas_baru(path)
    return path


def _tempat(pola: Path, tmp_path: Path, nama: str) -> Path:
    tempat = tmp_path / nama
    tempat.mkdir()
    shutil.copyfile(pola, tempat / "a.lkjip")
    return tempat / "a.lkjip"


# ------------------------------------------------------------------------------------------------------ a save
@perlu_strace
def test_simpan_saat_cakram_penuh_atau_gagal(pola: Path, tmp_path: Path) -> None:
    """Faults 5 and 7. At any write or sync: nothing is called saved, the old state stands, one sentence says so."""

    def coba(titik: tuple[str, str, str]) -> tuple[str, str]:
        panggilan, aksi, n = titik
        path = _tempat(pola, tmp_path, f"{panggilan}-{aksi}-{n}")
        dekat = (path, Path(f"{path}-journal"))
        a = jalankan("simpan", path, rumah=path.parent, suntik=Suntik(panggilan, f"error={aksi}", n, dekat))
        assert "Traceback" not in a.keluaran, a.keluaran
        if not a.selesai:
            tanpa_jejak(a)
        langkah = rupa(path).langkah
        # When only the last sync fails the step is on the disk but cannot be called saved. The window then shows what
        # is there; a medium that never answers again (n+) cannot even be asked.
        tampak = int(a.keluaran.split("TAMPAK")[1].split()[0]) if "TAMPAK" in a.keluaran else 0
        boleh = {1} if a.selesai else {0, 1} if titik == ("fdatasync", "EIO", "5+") else {tampak}
        assert langkah in boleh, (titik, a, rupa(path))
        return ("selesai" if a.selesai else "ditolak"), a.kalimat

    titik = [("pwrite64", "ENOSPC", f"{n}+") for n in range(1, 19)]
    titik += [("fdatasync", "EIO", f"{n}{ulang}") for n in range(1, 8) for ulang in ("", "+")]
    titik += [("pwrite64", "EIO", str(n)) for n in (range(1, 19) if BERAT else (5, 9, 16))]
    hasil = serempak(coba, titik)
    ditolak = [k for s, k in hasil if s == "ditolak"]
    assert len(ditolak) > 15
    assert any("penuh" in k for k in ditolak)
    assert any("tidak dapat ditulis" in k for k in ditolak)
    print(f"simpan: {len(hasil)} titik, {len(ditolak)} ditolak, 0 campur; {sorted(set(ditolak))}")


def test_simpan_yang_melewati_batas_ukuran(pola: Path, tmp_path: Path) -> None:
    """Fault 5 without strace: the journal may not grow beyond 8 KiB."""
    path = _tempat(pola, tmp_path, "batas")
    a = jalankan("simpan", path, rumah=path.parent, batas={"RLIMIT_FSIZE": 8192})
    tanpa_jejak(a)
    assert "Belum tersimpan" in a.kalimat
    assert rupa(path).langkah == 0


# ------------------------------------------------------------------------------------ copies to another place
def _nilai_kiriman(usb: Path, nama: str, a: Anak) -> str:
    """The oracle for a copy: what has the final name is whole; "OK" is said only of what is there."""
    jadi, sha = usb / nama, usb / f"{nama}.sha256"
    if a.selesai:
        assert jadi.exists()
        assert sha.exists()
    elif a.kode >= 0:
        tanpa_jejak(a)
        assert not list(usb.glob("*.part")), "left over after a reported error"
    if not jadi.exists():
        return "tidak ada"
    periksa_isi(jadi)
    if nama.startswith("LKJIP_"):
        assert terima.nilai(jadi).putusan is Putusan.ASLI
    if sha.exists():
        assert salinan.baca_sha256(jadi) == hashlib.sha256(jadi.read_bytes()).hexdigest()
    return "utuh"


@perlu_strace
@pytest.mark.parametrize("kerja", ["kirim", "cadangkan"])
def test_flashdisk_dicabut_penuh_atau_gagal(pola: Path, tmp_path: Path, kerja: str) -> None:
    """Faults 6 and 8. At any call on the stick: no bad file under the final name, no "done" without a file."""
    contoh = _tempat(pola, tmp_path, "contoh")
    (contoh.parent / "usb").mkdir()
    nama = jalankan(kerja, contoh, contoh.parent / "usb", rumah=contoh.parent).keluaran.split()[1]

    def coba(titik: tuple[str, str, int]) -> tuple[str, bool, bool]:
        panggilan, aksi, n = titik
        path = _tempat(pola, tmp_path, f"{kerja}-{panggilan}-{aksi.replace('=', '-')}-{n}")
        usb = path.parent / "usb"
        usb.mkdir()
        jalur = (usb, *(usb / f"{nama}{a}" for a in ("", ".part", ".sha256", ".sha256.part")))
        a = jalankan(kerja, path, usb, rumah=path.parent, suntik=Suntik(panggilan, aksi, n, jalur))
        assert rupa(path).langkah == 0
        return _nilai_kiriman(usb, nama, a), a.selesai, a.kode != 0

    aksi = ("signal=KILL", "error=EIO", "error=ENOSPC", "error=ENODEV") if BERAT else ("signal=KILL", "error=EIO")
    titik = [
        (p, a, n) for p, kali in (("write", 3), ("fsync", 4), ("rename", 2)) for a in aksi for n in range(1, kali + 1)
    ]
    titik += [
        ("write", "error=ENOSPC", 1),
        ("write", "error=ENODEV", 2),
        ("read", "error=EIO", 1),
        ("openat", "error=EROFS", 1),
    ]
    hasil = serempak(coba, dict.fromkeys(titik))
    kena = [h for h in hasil if h[2]]
    assert len(kena) >= 12
    print(f"{kerja}: {len(hasil)} titik, {len(kena)} gagal, 0 rusak, {sum(h[0] == 'utuh' for h in kena)} sudah utuh")


@pytest.mark.parametrize("kerja", ["kirim", "cadangkan"])
def test_salinan_yang_tidak_muat(pola: Path, tmp_path: Path, kerja: str) -> None:
    """Fault 6: VACUUM INTO leaves a torn target on a full disk; nothing of it may reach the stick or stay behind."""
    path = _tempat(pola, tmp_path, kerja)
    usb = path.parent / "usb"
    usb.mkdir()
    tanpa_jejak(jalankan(kerja, path, usb, rumah=path.parent, batas={"RLIMIT_FSIZE": 100_000}))
    assert list(usb.iterdir()) == []
    assert not list(path.parent.glob("lkjip-*")), "left over in the temporary folder"


def test_flashdisk_yang_berbohong(pola: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fault 9: what is read back differs from what was written and synced."""
    tujuan = tmp_path / "usb" / "salinan.lkjip"
    tujuan.parent.mkdir()
    semula, asli = salinan._lupakan, pola.read_bytes()

    def bohong(fd: int) -> None:
        semula(fd)
        bagian = tujuan.with_name(tujuan.name + ".part")
        isi = bytearray(bagian.read_bytes())
        isi[len(isi) // 2] = 255 - asli[len(isi) // 2]
        bagian.write_bytes(isi)

    monkeypatch.setattr(salinan, "_lupakan", bohong)
    with pytest.raises(GagalSimpan, match="terbaca kembali"):
        salinan.terbitkan(pola, tujuan)
    assert list(tujuan.parent.iterdir()) == []


def test_tempat_penuh_diketahui_sebelum_menulis(pola: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stick without room is refused with both figures before a byte is written."""

    class Sisa:
        free = 1000

    monkeypatch.setattr(shutil, "disk_usage", lambda _: Sisa)
    with pytest.raises(GagalSimpan, match="tersisa 1000 byte"):
        salinan.terbitkan(pola, tmp_path / "salinan.lkjip")
    assert list(tmp_path.iterdir()) == []


def test_pemindai_memegang_berkas_sebentar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fault 36: a virus scanner refuses a rename twice; the third try succeeds."""
    import os

    (tmp_path / "a").write_text("x")
    sisa = [PermissionError(), PermissionError()]
    semula = os.replace

    def ganti(a: Path, b: Path) -> None:
        if sisa:
            raise sisa.pop()
        semula(a, b)

    monkeypatch.setattr(os, "replace", ganti)
    monkeypatch.setattr(salinan, "_JEDA", (0.0,) * 5)
    salinan.ganti_nama(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_text() == "x"


# ---------------------------------------------------------------------------------------------------- a paper
@perlu_strace
@pytest.mark.parametrize("panggilan", ["write", "fsync", "rename"])
@pytest.mark.parametrize("aksi", ["error=ENOSPC", "error=EIO", "signal=KILL"])
def test_pdf_di_tempat_yang_gagal(tmp_path: Path, panggilan: str, aksi: str) -> None:
    """Fault 6 for papers: an old PDF stays as it was, or the new one is whole."""
    tujuan = tmp_path / "LKjIP.pdf"
    tujuan.write_bytes(b"lama")
    bagian = tmp_path / f".{tujuan.name}.{{pid}}.bagian"
    a = jalankan("tulis-pdf", tujuan, rumah=tmp_path, suntik=Suntik(panggilan, aksi, 1, (tmp_path, tujuan, bagian)))
    assert a.kode != 0, "the fault did not reach the paper"
    isi = tujuan.read_bytes()
    assert isi == b"lama" or (isi.startswith(b"%PDF") and len(isi) == 200_009)
    if a.kode >= 0:
        tanpa_jejak(a)
        assert isi == b"lama"
        assert [p.name for p in tmp_path.iterdir() if not p.name.startswith(".keluaran")] == ["LKjIP.pdf"]


# ------------------------------------------------------------------------------------------------ a migration
def _versi(path: Path) -> tuple[int, int]:
    conn = sqlite3.connect(path)
    try:
        return conn.execute("PRAGMA user_version").fetchone()[0], conn.execute(
            "SELECT count(*) FROM dasar_hukum"
        ).fetchone()[0]
    finally:
        conn.close()


@perlu_strace
def test_migrasi_terputus(pola: Path, tmp_path: Path) -> None:
    """Fault 17. Killed or refused anywhere: the old version whole, or the new one whole, and a copy of the old."""
    lama = hashlib.sha256(pola.read_bytes()).hexdigest()

    def coba(titik: tuple[str, str, int]) -> tuple[int, bool]:
        panggilan, aksi, n = titik
        path = _tempat(pola, tmp_path, f"{panggilan}-{aksi.replace('=', '-')}-{n}")
        dekat = (path, Path(f"{path}-journal"), path.parent)
        a = jalankan("migrasi", path, rumah=path.parent, suntik=Suntik(panggilan, aksi, n, dekat))
        assert "Traceback" not in a.keluaran, a.keluaran
        versi, baris = _versi(path)
        assert baris == 3
        assert rupa(path).langkah == 0
        assert versi == len(MIGRASI_UJI) if a.selesai else versi in (len(MIGRASI_UJI) - 1, len(MIGRASI_UJI))
        if versi == len(MIGRASI_UJI):
            (cadangan,) = path.parent.glob("a (sebelum*.lkjip")
            assert _versi(cadangan) == (len(MIGRASI_UJI) - 1, 3)
        elif a.kode >= 0:
            tanpa_jejak(a)
        return versi, a.kode != 0

    langkah = 1 if BERAT else 7
    titik = [("pwrite64", a, n) for a in ("signal=KILL", "error=ENOSPC") for n in range(1, 60, langkah)]
    titik += [(p, "signal=KILL", n) for p, kali in (("fdatasync", 8), ("ftruncate", 2)) for n in range(1, kali + 1)]
    hasil = serempak(coba, titik)
    assert len({v for v, _ in hasil}) == 2
    assert hashlib.sha256(pola.read_bytes()).hexdigest() == lama
    print(f"migrasi: {len(hasil)} titik, {sum(g for _, g in hasil)} terputus, 0 rusak")


# -------------------------------------------------------------------------------------------------- a restore
@perlu_strace
def test_pulihkan_terputus(pola: Path, tmp_path: Path) -> None:
    """At any step of a restore the name holds the old file or the new one, whole; the old is never gone."""
    baru = tmp_path / "baru.lkjip"
    shutil.copyfile(pola, baru)
    jalankan("simpan", baru, rumah=tmp_path)
    assert rupa(baru).langkah == 1

    def coba(titik: tuple[str, str, int]) -> str:
        panggilan, aksi, n = titik
        path = _tempat(pola, tmp_path, f"{panggilan}-{aksi.replace('=', '-')}-{n}")
        sisi = tuple(path.with_name(x) for x in (f".{path.name}.baru", f".{path.name}.baru.part"))
        a = jalankan(
            "ganti", path, baru, rumah=path.parent, suntik=Suntik(panggilan, aksi, n, (path, path.parent, *sisi))
        )
        assert "Traceback" not in a.keluaran, a.keluaran
        langkah = rupa(path).langkah
        assert langkah in (0, 1), (titik, rupa(path))
        if langkah == 1:
            assert rupa(simpanan(path)[-1].utama).langkah == 0
        else:
            assert not a.selesai
        return "baru" if langkah else "lama"

    aksi = ("signal=KILL", "error=EIO")
    titik = [
        (p, a, n)
        for p, kali in (("write", 3), ("fsync", 5), ("rename", 3), ("unlink", 3))
        for a in aksi
        for n in range(1, kali)
    ]
    hasil = serempak(coba, titik)
    assert {"baru", "lama"} == set(hasil)
    print(f"pulihkan: {len(hasil)} titik, {hasil.count('lama')} lama, {hasil.count('baru')} baru, 0 hilang")
