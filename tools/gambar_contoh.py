"""Draw the placeholder pictures of the example; every one says that it is only a placeholder.

Run `python -m tools.gambar_contoh` after a change and commit the PNG files; tools.buat_contoh only reads them, so that
the example does not depend on the drawing library.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

AKAR = Path(__file__).resolve().parent.parent
FOLDER = AKAR / "tools" / "contoh" / "gambar"
_HURUF = AKAR / "resources" / "fonts"

_UKURAN = (960, 540)
_TINTA, _PUDAR, _GARIS, _KERTAS, _BIRU = "#26323f", "#6b7885", "#c9d1d9", "#f5f7f9", "#2f5d8a"

#: File name -> what the office should put here.
LAYAR = {
    "smart": "Tangkapan layar aplikasi SMART-DJA",
    "ikpa": "Tangkapan layar dasbor nilai IKPA pada OM-SPAN",
    "e-performance-1": "Tangkapan layar aplikasi E-Performance (1)",
    "e-performance-2": "Tangkapan layar aplikasi E-Performance (2)",
    "e-tarja": "Tangkapan layar aplikasi E-Tarja",
    "e-monev": "Tangkapan layar aplikasi E-Monev Bappenas",
    "prioritas-nasional": "Tangkapan layar kegiatan Prioritas Nasional",
}


def _huruf(ukuran: int, tebal: bool = False) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_HURUF / f"LiberationSans-{'Bold' if tebal else 'Regular'}.ttf", ukuran)


def layar(judul: str) -> Image.Image:
    """A neutral window frame with the sentence that tells what belongs here."""
    gambar = Image.new("RGB", _UKURAN, _KERTAS)
    kuas = ImageDraw.Draw(gambar)
    lebar, tinggi = _UKURAN
    kuas.rectangle((0, 0, lebar - 1, tinggi - 1), outline=_GARIS, width=2)
    kuas.rectangle((0, 0, lebar, 46), fill=_BIRU)
    for n in range(3):
        kuas.ellipse((18 + 26 * n, 16, 32 + 26 * n, 30), fill=_KERTAS)
    for n in range(5):
        kuas.rectangle((24, 78 + 84 * n, 214, 132 + 84 * n), fill=_GARIS)
    for n in range(8):
        kuas.line((250, 92 + 56 * n, lebar - 30, 92 + 56 * n), fill=_GARIS, width=2)
    kuas.rectangle((270, 190, lebar - 50, 360), fill="#ffffff", outline=_PUDAR, width=2)
    tengah = (270 + lebar - 50) / 2
    kuas.text((tengah, 232), "CONTOH", font=_huruf(44, True), fill=_TINTA, anchor="mm")
    kuas.text((tengah, 288), judul, font=_huruf(25), fill=_TINTA, anchor="mm")
    kuas.text((tengah, 328), "Gambar pengganti; ganti dengan gambar kantor", font=_huruf(22), fill=_PUDAR, anchor="mm")
    return gambar


def logo() -> Image.Image:
    """A round mark that no office uses, in the place of the ministry's logo."""
    gambar = Image.new("RGB", (400, 400), "#ffffff")
    kuas = ImageDraw.Draw(gambar)
    kuas.ellipse((10, 10, 390, 390), outline=_BIRU, width=14)
    kuas.ellipse((40, 40, 360, 360), outline=_GARIS, width=4)
    kuas.text((200, 172), "LOGO", font=_huruf(76, True), fill=_BIRU, anchor="mm")
    kuas.text((200, 246), "contoh", font=_huruf(46), fill=_PUDAR, anchor="mm")
    return gambar


def main() -> None:
    """Write every picture and its size on disk."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for nama, gambar in ({"logo": logo()} | {nama: layar(judul) for nama, judul in LAYAR.items()}).items():
        tujuan = FOLDER / f"{nama}.png"
        gambar.save(tujuan, format="PNG", optimize=True)
        print(f"{tujuan.relative_to(AKAR)}: {tujuan.stat().st_size} bytes")


if __name__ == "__main__":
    main()
