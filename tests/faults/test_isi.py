"""Long and odd contents through the whole program: typed, saved, sent, verified, printed."""

from __future__ import annotations

import hashlib
import io
import os
import struct
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from lkjip_desktop import gambar
from lkjip_desktop.core.change import Change
from lkjip_desktop.core.commands import Tambah, Terapkan
from lkjip_desktop.core.segel import Putusan
from lkjip_desktop.core.tables import DasarHukum
from lkjip_desktop.errors import Ditolak, GambarDitolak, LkjipError
from lkjip_desktop.report.blocks import Cell, Document, Grid, GridRow, Para, Run
from lkjip_desktop.report.pdf.render import render
from lkjip_desktop.store import terima
from lkjip_desktop.workspace import Workspace
from lkjip_desktop.workspace.kertas import tulis_berkas

ANEH = {
    "emoji": "Senyum 😀👨‍👩‍👧‍👦 🏳️‍🌈",
    "kanan ke kiri": "مرحبا بالعالم שלום עולם",
    "bergabung": "a\u0301e\u0308\u0327" + "\u0301" * 50,
    "kendali": "a\x00b\x01c\x1b[31md\x7fe",
    "surogat tunggal": "a\ud800b",
    "bukan huruf": "a\ufffe\uffffb",
    "tak tampak": "a\u200b\u200d\u2060\u202e\ufeffb",
    "markah": "<b>&amp;</b> <img src='/etc/passwd'> {x} %s ${y} ]]> --",
    "rumus": '=HYPERLINK("http://x","y")',
    "sql": "'; DROP TABLE pejabat; --",
    "baris": "a\r\nb\rc\u2028d\x85e",
    "satu kata": "x" * 500,
}


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.baru(tmp_path / "a.lkjip", "Bapas Uji", 2023) as w:
        yield w


def _cetak(*blok: Para | Grid) -> int:
    return render(Document(blok, "x", "y"), lambda _: b"").halaman


@pytest.mark.parametrize("nama", ANEH)
def test_teks_aneh_tersimpan_terkirim_tercetak(ws: Workspace, tmp_path: Path, nama: str) -> None:
    """Fault 25. What cannot be text is taken out when it is typed; the rest comes back, is sealed and printed."""
    teks = ANEH[nama]
    ws.lakukan(Tambah("dasar_hukum", ws.id_baru(), {"nama": "x", "tentang": teks}))
    (baris,) = ws.snapshot.rows(DasarHukum)
    assert baris.tentang
    assert not set(baris.tentang) & {"\x00", "\x01", "\x1b", "\ud800"}
    with Workspace.memori() as lain:
        ws.ekspor(tmp_path / "x.json")
        assert not lain.rencana_impor(tmp_path / "x.json").masalah
    assert terima.nilai(ws.kirim(tmp_path, 2023).path).putusan is Putusan.ASLI
    assert _cetak(Para((Run(baris.tentang),))) >= 1


def test_teks_yang_terlalu_panjang_ditolak_dengan_angkanya(ws: Workspace) -> None:
    """Fault 23. A megabyte in a cell."""
    with pytest.raises(Ditolak, match=r"Paling panjang 500 karakter; sekarang 1\.?000\.?000"):
        ws.lakukan(Tambah("dasar_hukum", ws.id_baru(), {"tentang": "x" * 1_000_000}))
    assert ws.snapshot.rows(DasarHukum) == ()


def test_paragraf_dan_sel_raksasa_tercetak_dalam_hitungan_detik() -> None:
    """Faults 23 and 24. The longest text that a field takes, as one paragraph and as one cell."""
    mulai = time.perf_counter()
    kata = "kinerja " * 50_000
    assert _cetak(Para((Run(kata),))) > 50
    sel = GridRow((Cell((Run("1"),)), Cell((Run("kinerja " * 5_000),))))
    assert _cetak(Grid(kepala=(), baris=(sel,), lebar=(1, 9))) > 5
    print(f"400.000 huruf: {time.perf_counter() - mulai:.1f} s")


def test_sepuluh_ribu_baris(ws: Workspace, tmp_path: Path) -> None:
    """Fault 27. Saved as one step, sealed and verified."""
    baris = (DasarHukum(id=ws.id_baru(), nama=f"Aturan {n}", urut=n) for n in range(10_000))
    ws.lakukan(Terapkan("Impor", tuple(Change("dasar_hukum", None, b) for b in baris), {}, True))
    t = terima.nilai(ws.kirim(tmp_path, 2023).path)
    assert (t.putusan, t.baris["dasar_hukum"]) == (Putusan.ASLI, 10_000)


# ------------------------------------------------------------------------------------------------------ pictures
def _bom(sisi: int) -> bytes:
    """A PNG of some kilobytes that unpacks to gigabytes."""

    def potong(nama: bytes, isi: bytes) -> bytes:
        return struct.pack(">I", len(isi)) + nama + isi + struct.pack(">I", zlib.crc32(nama + isi))

    kepala = struct.pack(">IIBBBBB", sisi, sisi, 8, 2, 0, 0, 0)
    isi = zlib.compress(bytes(1_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + potong(b"IHDR", kepala) + potong(b"IDAT", isi) + potong(b"IEND", b"")


GAMBAR = {
    "bom 20000²": _bom(20_000),
    "bom 100000²": _bom(100_000),
    "gif": b"GIF89a" + bytes(100),
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg'><script>x</script></svg>",
    "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 1 1\nshowpage\n",
    "jpeg terpotong": b"\xff\xd8\xff\xe0" + bytes(20),
    "png terpotong": _bom(10)[:40],
    "kosong": b"",
}


@pytest.mark.parametrize("nama", GAMBAR)
def test_gambar_jahat_ditolak_dengan_namanya(nama: str) -> None:
    """Faults 28 and 29. Refused by a sentence that names the picture, before anything is unpacked."""
    mulai = time.perf_counter()
    with pytest.raises(GambarDitolak, match="foto kegiatan"):
        gambar.siapkan(GAMBAR[nama], "foto kegiatan")
    assert time.perf_counter() - mulai < 5


def test_keterangan_foto_tidak_ikut_ke_berkas_kiriman(ws: Workspace, tmp_path: Path) -> None:
    """Fault 30. Position and owner in a photo are gone before it enters the file."""
    from PIL import Image

    keluar = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "GPSRAHASIA"
    exif[0x013B] = "PEMILIKRAHASIA"
    Image.new("RGB", (40, 30)).save(keluar, "JPEG", exif=exif)
    assert b"RAHASIA" in keluar.getvalue()
    isi, mime, w, h = gambar.siapkan(keluar.getvalue(), "foto")
    sha = hashlib.sha256(isi).hexdigest()
    nilai = {"nama": "foto", "berkas": sha, "mime": mime, "lebar_px": w, "tinggi_px": h}
    ws.lakukan(Tambah("gambar", ws.id_baru(), nilai, blobs={sha: isi}))
    assert b"RAHASIA" not in ws.kirim(tmp_path, 2023).path.read_bytes()


# ----------------------------------------------------------------------------------------------------- targets
def test_pdf_yang_sedang_dibuka_ditulis_dengan_nama_kedua(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fault 31. As Windows refuses: the name that a viewer holds cannot be replaced."""
    from lkjip_desktop.workspace import kertas

    tujuan = tmp_path / "LKjIP.pdf"
    tujuan.write_bytes(b"lama")
    semula = os.replace

    class Windows:
        """os as Windows has it, for this module alone."""

        name = "nt"

        def __getattr__(self, nama: str) -> object:
            return getattr(os, nama)

        @staticmethod
        def replace(dari: Path, ke: Path) -> None:
            if Path(ke) == tujuan:
                raise PermissionError(13, "in use")
            semula(dari, ke)

    monkeypatch.setattr(kertas, "os", Windows())
    assert tulis_berkas(tujuan, b"baru").name == "LKjIP (2).pdf"
    assert tujuan.read_bytes() == b"lama"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["LKjIP (2).pdf", "LKjIP.pdf"]


@pytest.mark.parametrize("nama", ["CON", "a:b", "titik.", "x" * 300, "../luar", "nul.pdf"])
def test_nama_satker_yang_terlarang_tidak_menjadi_nama_berkas(tmp_path: Path, nama: str) -> None:
    """Fault 35. Names of what is sent come from code, year and revision; nothing typed reaches them unsifted."""
    with Workspace.memori(nama[:200], 2023) as w:
        k = w.kirim(tmp_path, 2023)
    assert k.path.parent == tmp_path
    assert k.nama.isascii()
    assert len(k.nama) < 80
    assert not set(k.nama) & set('/\\:*?"<>| ')


def test_galat_tak_terduga_selalu_kalimat(ws: Workspace, tmp_path: Path) -> None:
    """Fault 38 at the door: whatever is asked wrongly is answered by a sentence."""
    for kerja in (
        lambda: ws.cadangkan(tmp_path / "tidak" / "ada"),
        lambda: ws.kirim(tmp_path / "tidak" / "ada", 2023),
        lambda: ws.paket(Path(f"{tmp_path}/a.lkjip/x"), 2023),
        lambda: ws.pulihkan(tmp_path / "tidak-ada.lkjip"),
        lambda: Workspace.tanda_terima(tmp_path / "tidak-ada.lkjip"),
        lambda: Workspace.verifikasi(tmp_path / "a.lkjip", "kode salah"),
    ):
        with pytest.raises(LkjipError) as e:
            kerja()
        assert str(e.value).endswith(".")
