"""Icons from resources/icons in the colours of the theme, sharp at the usual sizes and screen densities."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from ui.tema import SUMBER, tema

# A QIconEngine written in Python dies with PySide 6.11 (Qt clones and deletes it behind Python's back), so an icon
# is a few pixmaps, made anew when the theme changes.
# Every picture costs a fraction of a millisecond of the start, so only the usual sizes are drawn as they are; the style
# scales the next larger one down for the others. The drawing is read and drawn once; other colours are poured over it.
_UKURAN = (16, 24)
_UKURAN_RAPAT = (16, 24, 40)  # where a screen has more pixels to the inch
_UKURAN_LAIN = (24,)  # of the rare states
_UKURAN_BESAR = (24, 40, 64)  # of all states once the text is enlarged: an icon is never scaled up


@cache
def _svg(nama: str) -> str:
    return (SUMBER / "icons" / f"{nama}.svg").read_text(encoding="utf-8")


@cache
def _pelukis(nama: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_svg(nama).encode()))


@cache
def _bentuk(nama: str, sisi: int) -> QImage:
    """The icon as drawn, `sisi` device pixels wide."""
    kanvas = QImage(sisi, sisi, QImage.Format.Format_ARGB32_Premultiplied)
    kanvas.fill(Qt.GlobalColor.transparent)
    pelukis = QPainter(kanvas)
    _pelukis(nama).render(pelukis, QRectF(0, 0, sisi, sisi))
    pelukis.end()
    return kanvas


@cache
def _lukis(nama: str, warna: str, sisi: int) -> QPixmap:
    """The same in one colour ("" = as drawn)."""
    kanvas = QImage(_bentuk(nama, sisi))
    if warna:
        pelukis = QPainter(kanvas)
        pelukis.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        pelukis.fillRect(kanvas.rect(), QColor(warna))
        pelukis.end()
    return QPixmap.fromImage(kanvas)


@cache
def _ikon(nama: str, warna: str, mati: str, terpilih: str, besar: bool) -> QIcon:
    hasil = QIcon()
    rapat = QGuiApplication.primaryScreen().devicePixelRatio() > 1
    for sisi in _UKURAN_BESAR if besar else _UKURAN_RAPAT if rapat else _UKURAN:
        hasil.addPixmap(_lukis(nama, warna, sisi))
    for lain, keadaan in ((mati, QIcon.Mode.Disabled), (terpilih, QIcon.Mode.Selected)):
        for sisi in (_UKURAN_BESAR if besar else _UKURAN_LAIN) if lain else ():
            hasil.addPixmap(_lukis(nama, lain, sisi), keadaan)
    return hasil


def ikon(nama: str, peran: str = "teks") -> QIcon:
    """The icon of resources/icons/<nama>.svg for a list, in the theme's colour `peran` of now ("" = as drawn)."""
    w = tema().warna
    terpilih = w.aksen_teks if peran == "teks" else ""
    return _ikon(nama, getattr(w, peran) if peran else "", "", terpilih, tema().zoom > 100)


def _ikon_tombol(nama: str, peran: str) -> QIcon:
    w = tema().warna
    mati = w.garis_isian if peran else ""
    return _ikon(nama, getattr(w, peran) if peran else "", mati, "", tema().zoom > 100)


def gambar(nama: str, sisi: int, peran: str = "teks") -> QPixmap:
    """The same as a picture of `sisi` pixels."""
    return _lukis(nama, getattr(tema().warna, peran) if peran else "", sisi)


def pasang(sasaran: QAbstractButton | QAction, nama: str, peran: str = "teks") -> None:
    """Give a button or action an icon that `segarkan` can draw anew."""
    sasaran.setIcon(_ikon_tombol(nama, peran))
    sasaran.setProperty("ikon", f"{nama}|{peran}")


def segarkan(akar: QObject) -> None:
    """Draw the icons of everything below `akar` in the colours of the theme of now."""
    for anak in akar.findChildren(QObject):
        tanda = anak.property("ikon")
        if tanda and isinstance(anak, QAbstractButton | QAction):
            nama, _, peran = str(tanda).partition("|")
            anak.setIcon(_ikon_tombol(nama, peran))
