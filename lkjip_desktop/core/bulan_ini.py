"""What has to be done in the present month: dates that are past, near or in it, and the figures of the last period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from .agenda import DEKAT, Acara, agenda, hari_dalam_bulan, keadaan
from .aturan import aturan_tahun
from .hasil import Hasil, HasilIndikator
from .kinerja import terisi
from .snapshot import Snapshot
from .tables import IndikatorPeriode, Rekomendasi
from .tanggal import akhir, sebut_periode

#: The day of the month after a period by which its figures are wanted where the office has no rule of its own.
_HARI = 10


def bulan_ini(snapshot: Snapshot, hasil: Hasil, hari_ini: str) -> tuple[Acara, ...]:
    """Earliest first; what is done is left out. `hari_ini` is "YYYY-MM-DD"."""
    tahun = hasil.tahun
    batas = _batas(hari_ini)
    semua = [*agenda(snapshot, tahun, hari_ini), *_rekomendasi(snapshot, tahun, hari_ini)]
    keluar = [a for a in semua if a.keadaan != "selesai" and a.tanggal <= batas]
    keluar += _periode(snapshot, hasil, hari_ini)
    return tuple(sorted(keluar, key=lambda a: (a.tanggal, a.nama)))


def berikutnya(snapshot: Snapshot, tahun: int, hari_ini: str) -> Acara | None:
    """The first date after those of the present month, None when there is none."""
    batas = _batas(hari_ini)
    nanti = (a for a in agenda(snapshot, tahun, hari_ini) if a.keadaan == "nanti" and a.tanggal > batas)
    return next(nanti, None)


def _batas(hari_ini: str) -> str:
    """The last day that is looked at: the end of this month, or what is near beyond it."""
    return max(akhir(hari_ini[:7]), (date.fromisoformat(hari_ini) + DEKAT).isoformat())


def _rekomendasi(s: Snapshot, tahun: int, hari_ini: str) -> list[Acara]:
    """Recommendations of the last evaluation that are promised for a date."""
    keluar = []
    for r in s.where(Rekomendasi, tahun=tahun):
        if r.tenggat and r.status != "selesai":
            hari = akhir(r.tenggat)
            nama = f"Tindak lanjut evaluasi: {r.rekomendasi}"
            keluar.append(Acara(hari, nama, keadaan(hari, hari_ini), r.TABEL, r.id, "tindak_lanjut"))
    return keluar


def _periode(s: Snapshot, hasil: Hasil, hari_ini: str) -> Iterator[Acara]:
    """The figures of the last month and of the last quarter that are over, where the office writes them down so. An
    indicator is asked for in its own kind of period, one without any in the kind that most have."""
    milik: dict[str | None, str] = {}
    for r in s.where(IndikatorPeriode, tahun=hasil.tahun):
        milik[r.indikator_id] = "bulan" if "bulan" in (r.jenis, milik.get(r.indikator_id)) else "triwulan"
    if not milik:
        return
    bulanan = sum(jenis == "bulan" for jenis in milik.values())
    biasa = "bulan" if 2 * bulanan >= len(milik) else "triwulan"
    for jenis in ("bulan", "triwulan"):
        # A grade is given once a year: no period has one.
        ikut = [h for h in hasil.indikator if h.jenis_nilai != "predikat" and milik.get(h.id, biasa) == jenis]
        if (acara := _periode_lalu(s, ikut, jenis, hasil.tahun, hari_ini)) is not None:
            yield acara


def _periode_lalu(
    s: Snapshot, indikator: Sequence[HasilIndikator], jenis: str, tahun: int, hari_ini: str
) -> Acara | None:
    """What the last period of a kind still lacks, None when nothing or when none is over yet."""
    panjang = 1 if jenis == "bulan" else 3
    habis = max(0, min(12, (int(hari_ini[:4]) - tahun) * 12 + int(hari_ini[5:7]) - 1))
    nomor = habis // panjang
    if not nomor:
        return None
    baris = {r.indikator_id: r for r in s.where(IndikatorPeriode, tahun=tahun, jenis=jenis, periode=nomor)}
    kurang = [h for h in indikator if h.id not in baris or not terisi(baris[h.id], h.jenis_nilai)]
    # A year whose figures are all there wants no periods any more.
    kurang = [h for h in kurang if h.realisasi.nilai is None or h.dari_periode]
    if not kurang:
        return None
    lebih, ke = divmod(nomor * panjang, 12)
    aturan = next((a for a in aturan_tahun(s, tahun).tenggat if a.jenis == "bulanan"), None)
    tanggal = hari_dalam_bulan(tahun + lebih, ke + 1, aturan.hari if aturan is not None else _HARI)
    kunci = next((baris[h.id].id for h in kurang if h.id in baris), "")
    nama = f"Realisasi {sebut_periode(jenis, nomor)} {tahun}: {len(kurang)} indikator belum diisi"
    return Acara(tanggal, nama, keadaan(tanggal, hari_ini), IndikatorPeriode.TABEL, kunci, "realisasi")
