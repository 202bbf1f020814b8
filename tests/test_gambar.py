"""Pictures are taken in once, clean and small, refused with their name otherwise, and prepared for print."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms

from lkjip_desktop.errors import GambarDitolak
from lkjip_desktop.gambar import Cetakan, cetak, kecilkan, png_dari_rgb, siapkan, ukuran


def simpan(im: Image.Image, jenis: str, **lain: object) -> bytes:
    aliran = io.BytesIO()
    im.save(aliran, jenis, **lain)
    return aliran.getvalue()


def buka(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def bergradasi(w: int, h: int) -> Image.Image:
    return Image.linear_gradient("L").resize((w, h)).convert("RGB")


def test_png_tetap_png_dan_jpeg_tetap_jpeg() -> None:
    png, mime, w, h = siapkan(simpan(bergradasi(300, 200), "PNG"), "a.png")
    assert (mime, w, h, buka(png).format) == ("image/png", 300, 200, "PNG")
    jpeg, mime, w, h = siapkan(simpan(bergradasi(300, 200), "JPEG"), "a.jpg")
    assert (mime, w, h, buka(jpeg).format) == ("image/jpeg", 300, 200, "JPEG")


def test_diperkecil_sampai_sisi_terpanjang_2480() -> None:
    _, _, w, h = siapkan(simpan(bergradasi(5000, 1000), "JPEG"), "a.jpg")
    assert (w, h) == (2480, 496)


def test_exif_hilang_dan_arahnya_dipakai() -> None:
    im = Image.new("RGB", (40, 20), "white")
    im.paste("black", (0, 0, 20, 20))
    exif = Image.Exif()
    exif[0x0112] = 6  # turn a quarter clockwise
    exif[0x010E] = "rahasia lokasi"
    data = simpan(im, "JPEG", exif=exif, quality=95)
    assert b"rahasia" in data
    bersih, _, w, h = siapkan(data, "a.jpg")
    assert (w, h) == (20, 40)
    assert b"rahasia" not in bersih
    assert b"Exif" not in bersih
    abu = buka(bersih).convert("L").tobytes()
    # What was left stands above now.
    assert abu[5 * 20 + 10] < 60
    assert abu[35 * 20 + 10] > 200


def test_tembus_pandang_di_atas_putih() -> None:
    im = Image.new("RGBA", (10, 10), (255, 0, 0, 0))
    im.putpixel((0, 0), (255, 0, 0, 255))
    hasil = buka(siapkan(simpan(im, "PNG"), "logo.png")[0])
    assert hasil.mode == "RGB"
    assert hasil.getpixel((5, 5)) == (255, 255, 255)
    assert hasil.getpixel((0, 0)) == (255, 0, 0)


@pytest.mark.parametrize(
    ("mode", "jenis"), [("CMYK", "JPEG"), ("L", "PNG"), ("1", "PNG"), ("P", "PNG"), ("I;16", "PNG"), ("LA", "PNG")]
)
def test_setiap_ragam_warna_menjadi_delapan_bit(mode: str, jenis: str) -> None:
    dasar = Image.new("L", (8, 8), 128)
    im = Image.new("I;16", (8, 8), 128 * 256) if mode == "I;16" else dasar.convert(mode)
    hasil = buka(siapkan(simpan(im, jenis), "x")[0])
    assert hasil.mode in ("L", "RGB")
    if mode != "1":
        assert abs(hasil.convert("L").tobytes()[4 * 8 + 4] - 128) < 8


def test_profil_warna_diterapkan() -> None:
    profil = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    hasil = siapkan(simpan(bergradasi(20, 20), "JPEG", icc_profile=profil), "x")[0]
    assert buka(hasil).info.get("icc_profile") is None
    assert siapkan(simpan(bergradasi(20, 20), "JPEG", icc_profile=b"rusak"), "x")[2] == 20


def _png_raksasa(w: int, h: int) -> bytes:
    def potong(nama: bytes, isi: bytes) -> bytes:
        return struct.pack(">I", len(isi)) + nama + isi + struct.pack(">I", zlib.crc32(nama + isi))

    return (
        b"\x89PNG\r\n\x1a\n"
        + potong(b"IHDR", struct.pack(">IIBBBBB", w, h, 1, 0, 0, 0, 0))
        + potong(b"IDAT", zlib.compress(b"\x00" * 1000))
        + potong(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("data", "sebab"),
    [
        (_png_raksasa(20000, 20000), "terlalu besar"),
        (_png_raksasa(8000, 5001), "terlalu besar"),
        (simpan(bergradasi(400, 400), "JPEG")[:900], "rusak"),
        (simpan(bergradasi(100, 100), "PNG")[:80], "rusak"),
        (b"\x89PNG\r\n\x1a\n", "rusak"),
        (simpan(bergradasi(10, 10), "GIF"), "hanya PNG dan JPEG"),
        (simpan(bergradasi(10, 10), "BMP"), "hanya PNG dan JPEG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "hanya PNG dan JPEG"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "hanya PNG dan JPEG"),
        (b"", "hanya PNG dan JPEG"),
    ],
)
def test_yang_lain_ditolak_dengan_namanya(data: bytes, sebab: str) -> None:
    with pytest.raises(GambarDitolak, match=sebab) as galat:
        siapkan(data, "foto-kegiatan.xyz")
    assert "foto-kegiatan.xyz" in galat.value.pesan


def test_foto_sebesar_png_menjadi_jpeg() -> None:
    im = Image.effect_noise((1600, 1200), 80).convert("RGB")
    data, mime, _, _ = siapkan(simpan(im, "PNG", compress_level=1), "foto.png")
    # Noise is the worst case for both; either way the master stays what its mime says.
    assert buka(data).format == {"image/png": "PNG", "image/jpeg": "JPEG"}[mime]


def test_siapkan_dua_kali_sama_ukurannya() -> None:
    sekali = siapkan(simpan(bergradasi(900, 600), "PNG"), "a")
    assert siapkan(sekali[0], "a")[1:] == sekali[1:]


def test_ukuran_tanpa_membuka_isi() -> None:
    assert ukuran(_png_raksasa(700, 300)) == (700, 300)
    assert ukuran(simpan(bergradasi(30, 20), "JPEG")) == (30, 20)


def test_aliran_cetak_png_disalin_apa_adanya() -> None:
    im = bergradasi(600, 100)
    c = cetak(siapkan(simpan(im, "PNG"), "a")[0], 80)
    assert (c.lebar, c.tinggi, c.ruang, c.saring, c.komponen) == (600, 100, "DeviceRGB", "FlateDecode", 3)
    baris = zlib.decompress(c.isi)
    assert len(baris) == 100 * (1 + 600 * 3)


def test_aliran_cetak_diperkecil_ke_200_dpi() -> None:
    jpeg = siapkan(simpan(bergradasi(2400, 1600), "JPEG"), "a")[0]
    c = cetak(jpeg, 60)
    assert (c.lebar, c.tinggi, c.saring) == (472, 315, "DCTDecode")
    assert buka(c.isi).size == (472, 315)
    png = siapkan(simpan(bergradasi(2400, 1600), "PNG"), "a")[0]
    c = cetak(png, 60)
    assert (c.lebar, c.saring) == (472, "FlateDecode")


@pytest.mark.parametrize("mode", ["RGBA", "CMYK", "P", "L"])
def test_yang_belum_disiapkan_pun_tercetak(mode: str) -> None:
    data = simpan(bergradasi(50, 40).convert(mode), "JPEG" if mode == "CMYK" else "PNG")
    c = cetak(data, 100)
    assert isinstance(c, Cetakan)
    assert c.ruang in ("DeviceRGB", "DeviceGray")


@pytest.mark.parametrize("ukuran_px", [(40_000, 1), (1, 40_000), (1, 1)])
@pytest.mark.parametrize("jenis", ["PNG", "JPEG"])
def test_setipis_apa_pun_tetap_tercetak(ukuran_px: tuple[int, int], jenis: str) -> None:
    isi, _, w, h = siapkan(simpan(Image.new("RGB", ukuran_px), jenis), "garis")
    c = cetak(isi, 20)
    assert min(w, h, c.lebar, c.tinggi) == 1


def test_cetak_menolak_yang_rusak() -> None:
    with pytest.raises(GambarDitolak):
        cetak(b"bukan gambar", 50)
    potong = simpan(bergradasi(300, 200), "JPEG")[:-900]
    for olah in (lambda: siapkan(potong, "a"), lambda: kecilkan(potong, 100, 60), lambda: cetak(potong, 10)):
        with pytest.raises(GambarDitolak, match="rusak"):
            olah()


def test_png_dari_rgb() -> None:
    assert buka(png_dari_rgb(2, 1, b"\xff\x00\x00\x00\x00\xff")).getpixel((1, 0)) == (0, 0, 255)
