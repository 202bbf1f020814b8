"""The thread from plan to report: what a version promises against the Renstra, the pagu, and what was measured."""

from __future__ import annotations

from dataclasses import dataclass

from ..hasil import Hasil, Ukur
from ..snapshot import Snapshot
from ..tables import AnggaranBelanja, AnggaranSasaran
from .isi import jumlah_lengkap
from .jenis import ButirPk, IsiPk

_JENIS = {"strategis": "IKU", "program": "IKP", "kegiatan": "IKK"}


@dataclass(frozen=True, slots=True)
class JanjiIndikator:
    """One promised indicator beside the Renstra and the measurement of its year."""

    butir: ButirPk
    jenis: str  # IKU | IKP | IKK
    renstra: Ukur | None  # None when the year does not measure the indicator at all
    terukur: bool  # a realisasi stands in the year

    @property
    def beda_renstra(self) -> bool:
        """True when the Renstra has a target for the year and it is another one."""
        if self.renstra is None:
            return False
        if self.renstra.nilai is not None:
            # Of a band `nilai` is the lower bound alone.
            beda_atas = self.butir.polaritas == "rentang" and self.renstra.polos != self.butir.target.polos
            return self.renstra.nilai != self.butir.target.nilai or beda_atas
        return bool(self.renstra.polos) and self.renstra.polos != self.butir.target.polos


def janji(isi: IsiPk, hasil: Hasil) -> tuple[JanjiIndikator, ...]:
    """Every indicator that a version promises, in printing order; `hasil` is that of its year."""
    keluar: list[JanjiIndikator] = []
    for t in isi.tingkat:
        for s in t.sasaran:
            for b in s.butir:
                h = hasil.per_indikator.get(b.indikator_id or "")
                keluar.append(
                    JanjiIndikator(
                        b,
                        _JENIS.get(t.tingkat, ""),
                        h.target_renstra if h is not None else None,
                        h is not None and h.realisasi.diketahui,
                    )
                )
    return tuple(keluar)


@dataclass(frozen=True, slots=True)
class BandingPagu:
    """The budget of a version against the pagu at its date and at year end, whole rupiah; None = not known."""

    anggaran: int | None
    pagu: int | None  # on the date of the version
    pagu_akhir: int | None

    @property
    def selisih(self) -> int | None:
        """Pagu on the date of the version minus its budget."""
        return None if self.pagu is None or self.anggaran is None else self.pagu - self.anggaran

    @property
    def selisih_akhir(self) -> int | None:
        """Pagu at year end minus the budget of the version."""
        return None if self.pagu_akhir is None or self.anggaran is None else self.pagu_akhir - self.anggaran


def banding_pagu(snapshot: Snapshot, isi: IsiPk, pagu_akhir: int | None) -> BandingPagu:
    """The pagu on the date of a version is the one typed into it; the first version of the head of the satker falls
    back to the pagu with which the year began. `pagu_akhir` is that of the measured year."""
    pagu = isi.pk.pagu
    if pagu is None and not isi.pk.nomor and isi.pk.posisi_id is None:
        pagu = _pagu_awal(snapshot, isi.pk.tahun)
    return BandingPagu(isi.total, pagu, pagu_akhir)


def _pagu_awal(snapshot: Snapshot, tahun: int | None) -> int | None:
    """What the DIPA gave at the start, by kind of expenditure else by sasaran; None when a line of it is unknown."""
    belanja = [r.pagu_awal for r in snapshot.where(AnggaranBelanja, tahun=tahun)]
    sasaran = [r.pagu_awal for r in snapshot.where(AnggaranSasaran, tahun=tahun)]
    return next((j for nilai in (belanja, sasaran) if nilai and (j := jumlah_lengkap(nilai)) is not None), None)
