"""Page rules of a paper from the print rules of the office."""

from __future__ import annotations

from decimal import Decimal

from lkjip_desktop.core.aturan.cetak import AturanCetak
from lkjip_desktop.report.blocks import Huruf, Kertas

#: Widest line spacing of letters and single sheets, in percent.
_SPASI_SURAT = 115


def kertas(c: AturanCetak, *, dinas: bool = False) -> Kertas:
    """Size, margins with room for binding, faces, spacing and colours. `dinas`: a letter or a single sheet, which is
    neither bound nor set wider than letters are."""
    lebar, tinggi = c.ukuran_kertas
    spasi = _persen(c.spasi_baris)
    return Kertas(
        lebar_mm=lebar,
        tinggi_mm=tinggi,
        margin_kiri=c.margin_kiri + c.jilid,
        margin_kanan=c.margin_kanan,
        margin_atas=c.margin_atas,
        margin_bawah=c.margin_bawah,
        cermin=c.bolak_balik and not dinas,
        huruf=_huruf(c.huruf),
        huruf_word=c.huruf_word.strip(),
        ukuran_huruf=c.ukuran_huruf,
        spasi=min(spasi, _SPASI_SURAT) if dinas else spasi,
        warna=_warna(c, "utama") or "1F3864",
        warna_latar=_warna(c, "latar"),
        warna_garis=_warna(c, "garis"),
        warna_target=_warna(c, "target"),
        warna_realisasi=_warna(c, "realisasi"),
        warna_capaian=_warna(c, "capaian"),
    )


def _huruf(nama: str) -> Huruf:
    match nama:
        case "sans":
            return "sans"
        case "bookman":
            return "bookman"
    return "serif"


def _persen(spasi: str) -> int:
    """ "1,15" -> 115; what cannot be read gives the usual spacing."""
    try:
        return min(max(int(Decimal(spasi.replace(",", ".")) * 100), 100), 200)
    except ArithmeticError:
        return 115


def _warna(c: AturanCetak, nama: str) -> str:
    return c.warna.get(nama, "").strip().lstrip("#")
