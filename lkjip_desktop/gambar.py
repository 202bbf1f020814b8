"""Pictures in: checked, cleaned and shrunk once on their way into a file, and prepared for print (only user of PIL)."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lkjip_desktop.errors import GambarDitolak

if TYPE_CHECKING:
    from PIL.Image import Image, Resampling

#: Most pixels that a picture may have, and the longest side of what is kept.
PIKSEL_MAKS = 40_000_000
SISI_MAKS = 2480
#: A PNG above this size that a JPEG holds in a third of the room is a photograph.
_PNG_BESAR = 1_500_000
_MUTU = 90
#: A picture may be this much finer than wanted before it is shrunk: shrinking by less only blurs it.
_TOLERANSI = 1.1
_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Cetakan:
    """A picture as a PDF holds it. `ruang`: DeviceGray or DeviceRGB, 8 bits; `saring`: DCTDecode, or FlateDecode
    of PNG rows (predictor 15)."""

    lebar: int
    tinggi: int
    ruang: str
    saring: str
    isi: bytes

    @property
    def komponen(self) -> int:
        return 1 if self.ruang == "DeviceGray" else 3


def siapkan(data: bytes, nama: str) -> tuple[bytes, str, int, int]:
    """The master of a picture: (bytes, mime, width, height) in sRGB, upright, without EXIF or transparency,
    longest side at most 2480 pixels.

    Raises GambarDitolak, which names the picture, when it is no PNG or JPEG, has more than 40 megapixels or is broken.
    """
    im, jenis = _buka_bersih(data, nama)
    if max(im.size) > SISI_MAKS:
        im.thumbnail((SISI_MAKS, SISI_MAKS), _lanczos(), reducing_gap=3.0)
    if jenis == "PNG":
        isi = _png(im)
        if len(isi) > _PNG_BESAR:
            foto = _jpeg(im)
            if len(foto) * 3 < len(isi):
                return foto, "image/jpeg", *im.size
        return isi, "image/png", *im.size
    return _jpeg(im), "image/jpeg", *im.size


def ukuran(data: bytes, nama: str = "ini") -> tuple[int, int]:
    """Width and height in pixels as shown; reads the header only. Raises GambarDitolak."""
    if data[:8] == _PNG and len(data) > 24:
        w, h = struct.unpack(">II", data[16:24])
        return int(w), int(h)
    im, _ = _buka(data, nama)
    return im.size


def cetak(data: bytes, lebar_mm: float, dpi: int = 200, nama: str = "ini") -> Cetakan:
    """The print stream of a master at a width: copied where it has about the wanted fineness, else shrunk.

    Raises GambarDitolak like `siapkan`.
    """
    sasaran = max(1, round(lebar_mm / 25.4 * dpi))
    w, _ = ukuran(data, nama)
    if w <= sasaran * _TOLERANSI:
        langsung = _png_langsung(data) or _jpeg_langsung(data, nama)
        if langsung is not None:
            return langsung
    im, jenis = _buka(data, nama)
    try:
        if w > sasaran * _TOLERANSI:
            if jenis == "JPEG":
                im.draft("RGB", (sasaran, max(1, round(sasaran * im.size[1] / im.size[0]))))
            im = _rgb(_tegak(im))
            im.thumbnail((sasaran, 10**6), _lanczos(), reducing_gap=3.0)
        else:
            im = _rgb(_tegak(im))
    except _RUSAK as e:
        raise GambarDitolak(f"Gambar {nama} rusak dan tidak dapat dicetak.", _SARAN_RUSAK) from e
    hasil = _png_langsung(_png(im)) if jenis == "PNG" else _jpeg_langsung(_jpeg(im), nama)
    assert hasil is not None
    return hasil


def kecilkan(data: bytes, sisi: int, mutu: int, nama: str = "ini") -> tuple[bytes, int, int]:
    """A master as a JPEG of at most `sisi` pixels, for a paper that must be small: (bytes, width, height).

    Raises GambarDitolak like `siapkan`.
    """
    im, _ = _buka_bersih(data, nama)
    if max(im.size) > sisi:
        im.thumbnail((sisi, sisi), _lanczos(), reducing_gap=3.0)
    return _jpeg(im, mutu), *im.size


def jpeg_dari_rgb(lebar: int, tinggi: int, rgb: bytes, mutu: int = 82) -> bytes:
    """A JPEG of packed RGB rows (scanned pages)."""
    from PIL import Image

    return _jpeg(Image.frombytes("RGB", (lebar, tinggi), rgb), mutu)


def png_dari_rgb(lebar: int, tinggi: int, rgb: bytes) -> bytes:
    """A PNG of packed RGB rows, written fast rather than small."""
    from PIL import Image

    aliran = io.BytesIO()
    Image.frombytes("RGB", (lebar, tinggi), rgb).save(aliran, "PNG", compress_level=1)
    return aliran.getvalue()


# ------------------------------------------------------------------------------------------------- decoding
_RUSAK = (OSError, SyntaxError, ValueError, EOFError, struct.error, zlib.error, IndexError, MemoryError)
_SARAN_RUSAK = "Buka lalu simpan ulang gambar itu dengan program lain, atau pakai gambar yang lain."


def _buka(data: bytes, nama: str) -> tuple[Image, str]:
    from PIL import Image as Pustaka

    # Size is checked below, before anything is decoded; the library's own guard only warns.
    Pustaka.MAX_IMAGE_PIXELS = None
    try:
        im = Pustaka.open(io.BytesIO(data), formats=("PNG", "JPEG"))
    except _RUSAK as e:
        pesan = f"Gambar {nama} tidak dapat dipakai: hanya PNG dan JPEG yang diterima."
        if data[:8] == _PNG or data[:3] == b"\xff\xd8\xff":
            raise GambarDitolak(f"Gambar {nama} rusak dan tidak dapat dibaca.", _SARAN_RUSAK) from e
        raise GambarDitolak(pesan, "Simpan dulu sebagai PNG atau JPEG.") from e
    w, h = im.size
    if w * h > PIKSEL_MAKS:
        raise GambarDitolak(
            f"Gambar {nama} terlalu besar: {w} × {h} piksel, paling banyak 40 juta piksel.",
            "Perkecil dulu gambar itu.",
        )
    return im, im.format or "PNG"


def _buka_bersih(data: bytes, nama: str) -> tuple[Image, str]:
    im, jenis = _buka(data, nama)
    try:
        return _rgb(_tegak(im)), jenis
    except _RUSAK as e:
        raise GambarDitolak(f"Gambar {nama} rusak dan tidak dapat dibaca.", _SARAN_RUSAK) from e


def _tegak(im: Image) -> Image:
    """The picture as its camera meant it to stand."""
    from PIL import ImageOps

    im.load()
    return ImageOps.exif_transpose(im)


def _rgb(im: Image) -> Image:
    """Grey or sRGB with 8 bits, transparency laid on white."""
    from PIL import Image as Pustaka

    profil = im.info.get("icc_profile")
    if im.mode.startswith("I") or im.mode == "F":
        im = im.convert("I").point(lambda i: i / 256).convert("L")
    if "transparency" in im.info or im.mode in ("RGBA", "LA", "PA", "RGBa", "La"):
        im = im.convert("RGBA")
        dasar = Pustaka.new("RGBA", im.size, (255, 255, 255, 255))
        im = Pustaka.alpha_composite(dasar, im).convert("RGB")
    if profil and im.mode in ("RGB", "CMYK", "L"):
        im = _ke_srgb(im, profil)
    if im.mode not in ("L", "RGB"):
        im = im.convert("L" if im.mode == "1" else "RGB")
    bersih = Pustaka.new(im.mode, im.size)
    bersih.paste(im)  # drops every note that rides along
    return bersih


def _ke_srgb(im: Image, profil: bytes) -> Image:
    """Colours of a picture with a profile as sRGB; a broken profile is ignored."""
    from PIL import ImageCms

    try:
        sumber = ImageCms.ImageCmsProfile(io.BytesIO(profil))
        hasil = ImageCms.profileToProfile(
            im, sumber, ImageCms.createProfile("sRGB"), outputMode="L" if im.mode == "L" else "RGB"
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return im
    return hasil or im


def _lanczos() -> Resampling:
    from PIL import Image as Pustaka

    return Pustaka.Resampling.LANCZOS


def _png(im: Image) -> bytes:
    aliran = io.BytesIO()
    im.save(aliran, "PNG")
    return aliran.getvalue()


def _jpeg(im: Image, mutu: int = _MUTU) -> bytes:
    aliran = io.BytesIO()
    im.save(aliran, "JPEG", quality=mutu, exif=b"", optimize=True)
    return aliran.getvalue()


# ----------------------------------------------------------------------------------- streams taken as they are
def _png_langsung(data: bytes) -> Cetakan | None:
    """The rows of a plain PNG (8 bits, grey or RGB, not interlaced, opaque): a PDF takes them undecoded."""
    if data[:8] != _PNG or len(data) < 33:
        return None
    w, h, bit, warna, _, _, selang = struct.unpack(">IIBBBBB", data[16:29])
    if bit != 8 or warna not in (0, 2) or selang:
        return None
    potong: list[bytes] = []
    i = 8
    while i + 8 <= len(data):
        panjang, nama = struct.unpack(">I4s", data[i : i + 8])
        if nama == b"tRNS":
            return None
        if nama == b"IDAT":
            potong.append(data[i + 8 : i + 8 + panjang])
        if nama == b"IEND":
            return Cetakan(w, h, "DeviceRGB" if warna == 2 else "DeviceGray", "FlateDecode", b"".join(potong))
        i += 12 + panjang
    return None


def _jpeg_langsung(data: bytes, nama: str) -> Cetakan | None:
    """A JPEG in grey or RGB without camera notes, as it is."""
    if data[:3] != b"\xff\xd8\xff" or b"Exif\x00" in data[:4096]:
        return None
    im, _ = _buka(data, nama)
    if im.mode not in ("L", "RGB") or im.info.get("icc_profile"):
        return None
    ruang = "DeviceRGB" if im.mode == "RGB" else "DeviceGray"
    return Cetakan(*im.size, ruang, "DCTDecode", data)
