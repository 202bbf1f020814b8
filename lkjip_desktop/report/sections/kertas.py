"""Page rules of a paper from the print rules of the office."""

from __future__ import annotations

from lkjip_desktop.core.aturan.cetak import AturanCetak
from lkjip_desktop.report.blocks import Kertas


def kertas(c: AturanCetak) -> Kertas:
    """Size, margins with room for binding, face and colour."""
    lebar, tinggi = c.ukuran_kertas
    return Kertas(
        lebar_mm=lebar,
        tinggi_mm=tinggi,
        margin_kiri=c.margin_kiri + c.jilid,
        margin_kanan=c.margin_kanan,
        margin_atas=c.margin_atas,
        margin_bawah=c.margin_bawah,
        huruf="sans" if c.huruf == "sans" else "serif",
        ukuran_huruf=c.ukuran_huruf,
        warna=c.warna.get("utama", "").lstrip("#") or "1F3864",
    )
