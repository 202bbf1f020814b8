"""SCREENS: the screens of the program in the order of a year's work. Add a screen here and in ui.places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ui.bridge import Bridge
from ui.places import PLACES
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


_FACTORIES: dict[str, Callable[[Bridge], View]] = {
    "beranda": _beranda,
    "identitas": _identitas,
    "renstra": _renstra,
    "sasaran": _sasaran,
    "pk": _pk,
    "realisasi": _realisasi,
    "anggaran": _anggaran,
    "naskah": _naskah,
    "cetak": _cetak,
    "periksa": _periksa,
    "lampiran": _lampiran,
    "tenggat": _tenggat,
    "aturan": _aturan,
    "berkas": _berkas,
}

SCREENS: tuple[Screen, ...] = tuple(Screen(p.key, p.title, p.icon, _FACTORIES[p.key], p.tables) for p in PLACES)


def keys_of(n: int) -> str:
    """The keys of the nth screen: Ctrl+1 to Ctrl+9, then Alt+1 and so on."""
    return f"Ctrl+{n + 1}" if n < 9 else f"Alt+{n - 8}"
