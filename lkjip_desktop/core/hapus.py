"""What goes with a row that is removed: dependants, emptied references, or a refusal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lkjip_desktop.errors import Ditolak

from .change import Change
from .kunci import pk_terkunci
from .langkah import ganti
from .schema import TABLES, Kind, Row, SaatHapus
from .sebutan import sebutan
from .snapshot import Snapshot
from .tables import (
    Analisis,
    AnggaranSasaran,
    Gambar,
    Ilustrasi,
    Indikator,
    IndikatorPeriode,
    IndikatorTahun,
    Laporan,
    Pk,
    PkButir,
    PkCakupan,
    RencanaAksi,
    Ro,
    RoIndikator,
    Sasaran,
    SasaranTahun,
    TargetRenstra,
)

Kunci = tuple[str, str]


def hapus_baris(now: Snapshot, row: Row) -> tuple[Change, ...]:
    """Changes that remove the row and all that cannot be without it.

    What a year says of an aim or indicator takes along all else that this year says of it; the identity goes too
    when no other year, no medium-term target and no signed paper knows it.

    Raises:
        Ditolak: when a row that must stay refers to one that would go.
    """
    pergi: dict[Kunci, Row] = {}
    kosong: dict[Kunci, dict[str, None]] = {}
    tolak: list[tuple[Row, Row]] = []
    antrean = [row]
    while antrean:
        r = antrean.pop()
        if (r.TABEL, r.id) not in pergi:
            pergi[r.TABEL, r.id] = r
            antrean += _ikut(now, r)
            antrean += _perujuk(now, r, kosong, tolak)
        if not antrean:
            antrean += _yatim(now, pergi)
    for r, anak in tolak:
        if (anak.TABEL, anak.id) not in pergi:
            nama = f"{TABLES[r.TABEL].one} {sebutan(now, r)}"
            raise Ditolak(
                f"{nama[:1].upper()}{nama[1:]} tidak dapat dihapus karena dipakai pada "
                f"{TABLES[anak.TABEL].label.lower()} ({sebutan(now, anak)})."
            )
    keluar = [Change(r.TABEL, r, None) for r in pergi.values()]
    for (nama_tabel, id), nilai in kosong.items():
        anak_tetap = now.row(nama_tabel, id)
        if anak_tetap is not None and (nama_tabel, id) not in pergi:
            keluar.append(Change(nama_tabel, anak_tetap, ganti(anak_tetap, nilai)))
    return tuple(keluar)


def _perujuk(
    now: Snapshot, r: Row, kosong: dict[Kunci, dict[str, None]], tolak: list[tuple[Row, Row]]
) -> Iterator[Row]:
    """The rows that go because a reference column says so; the others are noted."""
    for t in TABLES.values():
        for kolom in t.columns:
            if kolom.ref != r.TABEL:
                continue
            for anak in now.where(t.row, **{kolom.name: r.id}):
                match kolom.on_delete:
                    case SaatHapus.IKUT:
                        yield anak
                    case SaatHapus.KOSONGKAN:
                        kosong.setdefault((t.name, anak.id), {})[kolom.name] = None
                    case SaatHapus.TOLAK:
                        tolak.append((r, anak))


def _ikut(now: Snapshot, r: Row) -> Iterator[Row]:
    """The rows that belong to this one although no reference column leads from them to it."""
    yield from now.where(Ilustrasi, pemilik_id=r.id)
    match r:
        case Laporan():
            # Medium-term targets belong to their plan, and stay.
            for t in TABLES.values():
                if t.has_year and t.row is not TargetRenstra:
                    yield from now.where(t.row, tahun=r.tahun)
        case SasaranTahun() if r.sasaran_id:
            yield from now.where(AnggaranSasaran, tahun=r.tahun, sasaran_id=r.sasaran_id)
            for i in now.where(Indikator, sasaran_id=r.sasaran_id):
                yield from now.where(IndikatorTahun, tahun=r.tahun, indikator_id=i.id)
        case IndikatorTahun() if r.indikator_id:
            for cls in (Analisis, IndikatorPeriode, RencanaAksi):
                yield from now.where(cls, tahun=r.tahun, indikator_id=r.indikator_id)
            for kaitan in now.where(RoIndikator, indikator_id=r.indikator_id):
                ro = now.get(Ro, kaitan.ro_id)
                if ro is not None and ro.tahun == r.tahun:
                    yield kaitan
            for cakupan in now.where(PkCakupan, indikator_id=r.indikator_id):
                pk = now.get(Pk, cakupan.pk_id)
                if pk is not None and pk.tahun == r.tahun and not pk_terkunci(pk):
                    yield cakupan
        case Gambar():
            _tolak_gambar(now, r)


def _yatim(now: Snapshot, pergi: Mapping[Kunci, Row]) -> list[Row]:
    """Indicators and aims that nothing that stays knows any more."""

    def tinggal(baris: Iterable[Row]) -> bool:
        return any((r.TABEL, r.id) not in pergi for r in baris)

    keluar: list[Row] = []
    for r in pergi.values():
        if isinstance(r, IndikatorTahun) and (i := now.get(Indikator, r.indikator_id)):
            milik = (IndikatorTahun, TargetRenstra, PkButir)
            if (i.TABEL, i.id) not in pergi and not any(tinggal(now.where(c, indikator_id=i.id)) for c in milik):
                keluar.append(i)
        elif isinstance(r, SasaranTahun) and (s := now.get(Sasaran, r.sasaran_id)):
            punya = (SasaranTahun, Indikator, PkButir)
            if (s.TABEL, s.id) not in pergi and not any(tinggal(now.where(c, sasaran_id=s.id)) for c in punya):
                keluar.append(s)
    return keluar


def _tolak_gambar(now: Snapshot, gambar: Gambar) -> None:
    """A picture that stands within a text is named there by its id, which no reference column shows."""
    for t in TABLES.values():
        for kolom in t.columns:
            if kolom.kind is not Kind.NASKAH:
                continue
            for r in now.rows(t.row):
                if f'"{gambar.id}"' in getattr(r, kolom.name):
                    raise Ditolak(
                        f"Gambar {sebutan(now, gambar)} masih dipakai di dalam naskah ({sebutan(now, r)}).",
                        "Keluarkan dari naskah itu lebih dahulu.",
                    )
