"""What is not in order in a year, as values: each check is a pure function, and the list is all there is to add to.

Nothing here stops anything: a draft always prints. Errors are what makes a number or a paper wrong; warnings ask for a
look; the rest is information. What is not due yet by the season of the office is shown as information.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from ..aturan import aturan_tahun
from ..hasil import Hasil
from ..snapshot import Snapshot
from . import anggaran, ejaan, identitas, indikator, jadwal, naskah, pengukuran, periode, perjanjian, skor
from .indikator import bacaan
from .masalah import BELUM_WAKTUNYA, INFO, KESALAHAN, LEVEL, PERINGATAN, Problem, Tinjau

__all__ = [
    "BELUM_WAKTUNYA",
    "CHECKS",
    "INFO",
    "KESALAHAN",
    "LEVEL",
    "PERINGATAN",
    "Problem",
    "Tinjau",
    "bacaan",
    "periksa",
]

#: Problems of a figure that is there: it is wrong now and not only when its season has come.
_SUDAH_TERISI = frozenset({"rasio.nol", "rasio.negatif", "rasio.lebih", "realisasi.jauh", "periode.beda_setahun"})

Check = Callable[[Tinjau], Iterable[Problem]]

#: Every check, in the order in which its problems are shown within a level.
CHECKS: tuple[Check, ...] = (
    pengukuran.tanpa_target,
    pengukuran.sasaran,
    indikator.kode_ganda,
    pengukuran.target,
    pengukuran.realisasi,
    pengukuran.tak_terhitung,
    indikator.polaritas,
    pengukuran.rasio,
    pengukuran.sama_persis,
    pengukuran.satuan,
    pengukuran.jauh_dari_target,
    periode.kumulatif,
    periode.bolong,
    periode.rasio,
    periode.indeks_dijumlahkan,
    periode.beda_setahun,
    pengukuran.standar,
    pengukuran.satu_dari_satu,
    indikator.kelanjutan,
    indikator.renstra,
    indikator.analisis,
    perjanjian.ada,
    perjanjian.utuh,
    perjanjian.sama_dengan_kerja,
    perjanjian.anggaran,
    perjanjian.para_pihak,
    perjanjian.masa_jabatan,
    perjanjian.nama_dan_nip,
    anggaran.dua_potongan,
    anggaran.baris,
    anggaran.kegiatan,
    anggaran.output,
    anggaran.perubahan,
    anggaran.sumber,
    skor.ada,
    skor.resmi,
    skor.kategori,
    skor.komponen,
    skor.penyerapan,
    skor.dasar,
    identitas.satker,
    identitas.pejabat,
    identitas.laporan,
    identitas.renstra,
    identitas.lampiran,
    identitas.aturan,
    naskah.medan,
    naskah.tahun,
    naskah.angka_sendiri,
    naskah.klaim,
    naskah.indikator_lain,
    naskah.huruf,
    naskah.bagian,
    naskah.berulang,
    naskah.kosong,
    ejaan.tulisan,
    ejaan.ejaan,
    jadwal.tenggat,
    jadwal.perjanjian,
    jadwal.lkjip,
    pengukuran.manual,
)


def periksa(snapshot: Snapshot, hasil: Hasil, tahun: int, hari_ini: str | None = None) -> tuple[Problem, ...]:
    """Every problem of a year, gravest first, then in the order of CHECKS.

    `hari_ini` ("YYYY-MM-DD") lets deadlines pass and keeps quiet what is not due yet; without it all is due and no
    deadline is looked at.
    """
    t = Tinjau(snapshot, hasil, tahun, aturan_tahun(snapshot, tahun), hari_ini or "")
    semua = [_menurut_musim(t, p) for check in CHECKS for p in check(t)]
    return tuple(sorted(dict.fromkeys(semua), key=lambda p: LEVEL.index(p.level)))


def _menurut_musim(t: Tinjau, p: Problem) -> Problem:
    """The problem, or a mere note of it while its time has not come."""
    # A year that promises nothing has no season: there is nothing that could come in time.
    if p.level == INFO or p.aturan == "target.tahun" or p.aturan in _SUDAH_TERISI:
        return p
    if not t.aturan.musim.belum_waktunya(p.tabel, p.kolom, t.tahun, t.hari_ini):
        return p
    return replace(p, level=INFO, saran=BELUM_WAKTUNYA)
