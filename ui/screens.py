"""SCREENS: the screens of the program in the order of a year's work. Add a screen here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ui.bridge import Bridge
from ui.widgets.view import View


@dataclass(frozen=True)
class Screen:
    """One entry of the navigation; `factory` imports its view when it is first shown, so that the start stays quick.

    `tables` are those whose rows are edited there: a click on a number in the preview leads by them.
    """

    key: str
    title: str
    icon: str
    factory: Callable[[Bridge], View]
    tables: tuple[str, ...] = ()


def _beranda(bridge: Bridge) -> View:
    from ui.views.beranda import Beranda

    return Beranda(bridge)


def _identitas(bridge: Bridge) -> View:
    from ui.views.identitas import IdentitasView

    return IdentitasView(bridge)


def _renstra(bridge: Bridge) -> View:
    from ui.views.renstra import RenstraView

    return RenstraView(bridge)


def _sasaran(bridge: Bridge) -> View:
    from ui.views.sasaran import SasaranView

    return SasaranView(bridge)


def _pk(bridge: Bridge) -> View:
    from ui.views.perjanjian import PerjanjianView

    return PerjanjianView(bridge)


def _realisasi(bridge: Bridge) -> View:
    from ui.views.realisasi import RealisasiView

    return RealisasiView(bridge)


def _anggaran(bridge: Bridge) -> View:
    from ui.views.anggaran import AnggaranView

    return AnggaranView(bridge)


def _naskah(bridge: Bridge) -> View:
    from ui.views.naskah import NaskahView

    return NaskahView(bridge)


def _cetak(bridge: Bridge) -> View:
    from ui.views.cetak import CetakView

    return CetakView(bridge)


def _periksa(bridge: Bridge) -> View:
    from ui.views.periksa import PeriksaView

    return PeriksaView(bridge)


def _lampiran(bridge: Bridge) -> View:
    from ui.views.lampiran import LampiranView

    return LampiranView(bridge)


def _tenggat(bridge: Bridge) -> View:
    from ui.views.tenggat import TenggatView

    return TenggatView(bridge)


def _aturan(bridge: Bridge) -> View:
    from ui.views.aturan import AturanView

    return AturanView(bridge)


def _berkas(bridge: Bridge) -> View:
    from ui.views.berkas import BerkasView

    return BerkasView(bridge)


SCREENS: tuple[Screen, ...] = (
    Screen("beranda", "Beranda", "beranda", _beranda),
    Screen("identitas", "Identitas", "identitas", _identitas, ("identitas", "pejabat", "posisi")),
    Screen(
        "renstra",
        "Renstra",
        "renstra",
        _renstra,
        ("renstra", "renstra_butir", "tata_nilai", "dasar_hukum", "target_renstra"),
    ),
    Screen(
        "sasaran",
        "Sasaran & IKK",
        "sasaran",
        _sasaran,
        ("sasaran_tahun", "sasaran", "indikator_tahun", "indikator", "analisis"),
    ),
    Screen("pk", "Perjanjian Kinerja", "pk", _pk, ("pk", "pk_butir", "pk_anggaran", "pk_cakupan", "pindaian")),
    Screen("realisasi", "Realisasi", "realisasi", _realisasi, ("indikator_periode",)),
    Screen(
        "anggaran",
        "Anggaran",
        "anggaran",
        _anggaran,
        ("kegiatan", "ro", "ro_indikator", "anggaran_sasaran", "anggaran_belanja", "skor", "skor_komponen"),
    ),
    Screen(
        "naskah",
        "Naskah",
        "naskah",
        _naskah,
        ("naskah", "kinerja_lain", "data_dukung", "prestasi", "rekomendasi", "surat", "laporan"),
    ),
    Screen("cetak", "Cetak", "cetak", _cetak),
    Screen("periksa", "Periksa", "periksa", _periksa),
    Screen(
        "lampiran",
        "Lampiran",
        "gambar",
        _lampiran,
        ("ceklis", "bukti", "rencana_aksi", "ilustrasi", "kinerja_lain_angka", "gambar"),
    ),
    Screen("tenggat", "Tenggat", "kalender", _tenggat, ("tenggat",)),
    Screen("aturan", "Aturan", "aturan", _aturan, ("aturan",)),
    Screen("berkas", "Berkas & cadangan", "cadangan", _berkas, ("kunci",)),
)


def keys_of(n: int) -> str:
    """The keys of the nth screen: Ctrl+1 to Ctrl+9, then Alt+1 and so on."""
    return f"Ctrl+{n + 1}" if n < 9 else f"Alt+{n - 8}"
