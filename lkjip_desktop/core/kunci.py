"""Closed periods and signed papers: refuses a step that touches one, by whatever road it comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .aturan import NAMA_ATURAN, aturan_tahun
from .change import Change, Step
from .jurnal import ke_json
from .pk import BEKU
from .schema import TABLES, Kind, Row
from .snapshot import Snapshot
from .tables import (
    AnggaranBelanja,
    AnggaranSasaran,
    AturanBaris,
    Indikator,
    IndikatorPeriode,
    IndikatorTahun,
    Kegiatan,
    KinerjaLain,
    KinerjaLainAngka,
    KunciPeriode,
    Pindaian,
    Pk,
    PkAnggaran,
    PkButir,
    PkCakupan,
    Ro,
    RoIndikator,
    Sasaran,
    SasaranTahun,
    Skor,
    SkorKomponen,
)

_KOLOM_REALISASI: dict[type[Row], tuple[str, ...]] = {
    IndikatorTahun: ("pembilang", "penyebut", "realisasi", "realisasi_predikat", "tanggal_data"),
    IndikatorPeriode: ("pembilang", "penyebut", "realisasi", "alasan_koreksi"),
}
_TABEL_ANGGARAN = (AnggaranSasaran, AnggaranBelanja, Skor, SkorKomponen, Ro)
_KOLOM_ANGGARAN: dict[type[Row], tuple[str, ...]] = {Kegiatan: ("anggaran",)}
# Kinds of rules that make numbers; how a paper is set may change also for a closed year.
_ATURAN_ANGKA = ("pengukuran", "kategori_capaian", "smart", "ikpa", "nka", "akip", "gabungan")
# Where an indicator came to its end is said later, and says nothing of the closed year.
_IDENTITAS_BEBAS = {"tahun_akhir", "penerus_id"}


def tolak(now: Snapshot, step: Step) -> str:
    """Why the step may not be done on these rows, one sentence; "" when it may.

    `step.izin` holds ids of pk and kunci rows that the step was made to sign or to open.
    """
    terkunci = [k for k in now.rows(KunciPeriode) if k.id not in step.izin]
    berisi = {c.after.pk_id for c in step.changes if isinstance(c.after, PkButir)}
    for c in step.changes:
        if sebab := _tolak_pk(now, c, step.izin, berisi):
            return sebab
        for k in terkunci:
            if _kena(now, c, k):
                return (
                    f"{_bagian(k)} sudah dikunci"
                    + (f" ({k.alasan.rstrip('.')})" if k.alasan else "")
                    + ". Buka kuncinya dengan alasan lebih dahulu."
                )
    for c in step.changes:
        if sebab := _tolak_kunci(c, step.izin):
            return sebab
    return _tolak_aturan(now, step, {k.tahun for k in terkunci if k.cakupan == "semua" and k.tahun is not None})


def pk_terkunci(pk: Pk) -> bool:
    """True for a signed version."""
    return pk.status in BEKU


# ---------------------------------------------------------------------------------------------- signed papers
def _tolak_pk(now: Snapshot, c: Change, izin: frozenset[str], berisi: set[str | None]) -> str:
    """`berisi`: ids of versions that get frozen lines in the same step."""
    if isinstance(c.after, Pk) and pk_terkunci(c.after) and now.get(Pk, c.key) is None and c.key not in berisi:
        # From another file a signed version comes with its frozen contents; without them nobody signed it.
        return f"{_nama_pk(c.after)} hanya dapat dikunci lewat penandatanganan, agar isinya ikut dibekukan."
    for r in (c.before, c.after):
        if isinstance(r, Pk):
            lama = now.get(Pk, r.id)
        elif isinstance(r, (PkButir, PkAnggaran, PkCakupan)):
            lama = now.get(Pk, r.pk_id)
        else:
            continue
        if lama is None or lama.id in izin:
            continue
        if pk_terkunci(lama):
            if _hanya_pejabat(c):
                return (
                    f"{_nama_pk(lama)} sudah ditandatangani dan menyebut pejabat ini, "
                    "jadi namanya tetap dalam daftar pejabat."
                )
            return (
                f"{_nama_pk(lama)} sudah ditandatangani dan tidak dapat diubah. "
                "Buat Perubahan bila isinya perlu berganti."
            )
        if isinstance(c.after, Pk) and pk_terkunci(c.after):
            return f"{_nama_pk(lama)} hanya dapat dikunci lewat penandatanganan, agar isinya ikut dibekukan."
    return ""


def _hanya_pejabat(c: Change) -> bool:
    """True when a version would only lose its reference to an official, who is being removed from the list."""
    if not (isinstance(c.before, Pk) and isinstance(c.after, Pk)):
        return False
    beda = {n for n, v in c.after.values().items() if v != c.before.values()[n]}
    return bool(beda) and beda <= {"p1_pejabat_id", "p2_pejabat_id"} and not any(c.after.values()[n] for n in beda)


def _nama_pk(pk: Pk) -> str:
    versi = f" Perubahan ke-{pk.nomor}" if pk.nomor else ""
    return f"Perjanjian Kinerja{versi} {pk.tahun}"


# --------------------------------------------------------------------------------------------- closed periods
def _tolak_kunci(c: Change, izin: frozenset[str]) -> str:
    if isinstance(c.before, KunciPeriode) and c.before.id not in izin:
        return f"Kunci {_bagian(c.before).lower()} hanya dapat dibuka dengan alasan."
    return ""


def _tolak_aturan(now: Snapshot, step: Step, tahun: Iterable[int]) -> str:
    """A rule set of which a closed year was computed stays as it was, also by one that would come before it."""
    if not any(c.table == AturanBaris.TABEL for c in step.changes):
        return ""
    sesudah = now.apply(step.changes)
    for t in sorted(tahun):
        lama, kini = aturan_tahun(now, t), aturan_tahun(sesudah, t)
        for jenis in _ATURAN_ANGKA:
            if getattr(lama, jenis) != getattr(kini, jenis):
                return (
                    f"{NAMA_ATURAN[jenis]} ini berlaku bagi tahun {t} yang sudah dikunci. Buat aturan yang mulai "
                    "berlaku sesudahnya, atau buka kuncinya dengan alasan lebih dahulu."
                )
    return ""


def _bagian(k: KunciPeriode) -> str:
    match k.cakupan:
        case "realisasi":
            return f"Realisasi tahun {k.tahun}"
        case "anggaran":
            return f"Anggaran tahun {k.tahun}"
        case "periode":
            jenis, _, nomor = k.periode.partition("-")
            return f"{jenis.capitalize()} {nomor.lstrip('0')} tahun {k.tahun}"
    return f"Tahun {k.tahun}"


def _kena(now: Snapshot, c: Change, k: KunciPeriode) -> bool:
    if c.table == KunciPeriode.TABEL:
        return False
    cls = TABLES[c.table].row
    if cls in (Sasaran, Indikator):
        return k.cakupan == "semua" and _identitas(now, c, k.tahun)
    if k.tahun not in _tahun(now, c):
        return False
    match k.cakupan:
        case "realisasi":
            return cls in _KOLOM_REALISASI and _beda(c, _KOLOM_REALISASI[cls])
        case "anggaran":
            return cls in _TABEL_ANGGARAN or (cls in _KOLOM_ANGGARAN and _beda(c, _KOLOM_ANGGARAN[cls]))
        case "periode":
            return any(_dalam(r, k.periode) for r in (c.before, c.after))
    # A signed scan comes after the year is closed and changes no word or number of it.
    return cls is not Pindaian


def _identitas(now: Snapshot, c: Change, tahun: int | None) -> bool:
    """An aim or indicator that the closed year speaks of: it may come to its end, nothing else."""
    kunci = "sasaran_id" if c.table == Sasaran.TABEL else "indikator_id"
    cls: type[Row] = SasaranTahun if c.table == Sasaran.TABEL else IndikatorTahun
    if c.before is None or not now.where(cls, tahun=tahun, **{kunci: c.key}):
        return False
    if c.after is None:
        return True
    kini = c.after.values()
    return any(v != kini[n] for n, v in c.before.values().items() if n not in _IDENTITAS_BEBAS)


def _tahun(now: Snapshot, c: Change) -> set[int | None]:
    """The years to which the row belonged or would belong."""
    return {t for r in (c.before, c.after) if r is not None for t in _tahun_baris(now, r)}


def _tahun_baris(now: Snapshot, r: Row) -> Iterator[int | None]:
    if TABLES[r.TABEL].has_year:
        yield getattr(r, "tahun")  # noqa: B009  the class is known only by its table
        return
    induk: Any = None
    if isinstance(r, KinerjaLainAngka):
        induk = now.get(KinerjaLain, r.kinerja_lain_id)
    elif isinstance(r, RoIndikator):
        induk = now.get(Ro, r.ro_id)
    elif isinstance(r, (PkButir, PkAnggaran, PkCakupan)):
        induk = now.get(Pk, r.pk_id)
    if induk is not None:
        yield induk.tahun


def _beda(c: Change, kolom: tuple[str, ...]) -> bool:
    """True when one of these columns gets another value; a row that has none of them filled may come and go."""
    jenis = TABLES[c.table].by_name
    kosong = {n: None if jenis[n].kind is Kind.ANGKA else "" for n in kolom}
    lama = c.before.values() if c.before else kosong
    kini = c.after.values() if c.after else kosong
    return any(ke_json(lama[n]) != ke_json(kini[n]) for n in kolom)


def _dalam(r: Row | None, periode: str) -> bool:
    """True for the figures of this month or quarter; a quarter holds its three months."""
    jenis, _, teks = periode.partition("-")
    nomor = int(teks) if teks.isdigit() else 0
    if isinstance(r, KinerjaLainAngka):
        jenis_baris, n = "bulan", r.bulan or 0
    elif isinstance(r, IndikatorPeriode):
        jenis_baris, n = r.jenis, r.periode or 0
    else:
        return False
    if jenis_baris == jenis:
        return n == nomor
    return jenis == "triwulan" and jenis_baris == "bulan" and (n + 2) // 3 == nomor
