"""What goes with a row that is removed: dependants, emptied references, or a refusal."""

from __future__ import annotations

from lkjip_desktop.errors import Ditolak

from .change import Change
from .langkah import ganti
from .schema import TABLES, Kind, Row, SaatHapus
from .sebutan import sebutan
from .snapshot import Snapshot
from .tables import (
    Gambar,
    Ilustrasi,
    Indikator,
    IndikatorTahun,
    Laporan,
    Pk,
    PkButir,
    Sasaran,
    SasaranTahun,
    TargetRenstra,
)

Kunci = tuple[str, str]


def hapus_baris(now: Snapshot, row: Row) -> tuple[Change, ...]:
    """Changes that remove the row and all that cannot be without it.

    Raises:
        Ditolak: when a row that must stay refers to one that would go.
    """
    pergi: dict[Kunci, Row] = {}
    antrean = _setahun(now, row) if isinstance(row, Laporan) else [row]
    kosong: dict[Kunci, dict[str, None]] = {}
    tolak: list[tuple[Row, Row]] = []
    while antrean:
        r = antrean.pop()
        if (r.TABEL, r.id) in pergi:
            continue
        pergi[r.TABEL, r.id] = r
        antrean += now.where(Ilustrasi, pemilik_id=r.id)
        if isinstance(r, Gambar):
            _tolak_gambar(now, r)
        for t in TABLES.values():
            for kolom in t.columns:
                if kolom.ref != r.TABEL:
                    continue
                for anak in now.where(t.row, **{kolom.name: r.id}):
                    match kolom.on_delete:
                        case SaatHapus.IKUT:
                            antrean.append(anak)
                        case SaatHapus.KOSONGKAN:
                            kosong.setdefault((t.name, anak.id), {})[kolom.name] = None
                        case SaatHapus.TOLAK:
                            tolak.append((r, anak))
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


def _setahun(now: Snapshot, laporan: Laporan) -> list[Row]:
    """All rows of a report year, and the indicators and aims that no other year knows.

    Medium-term targets belong to their plan, and stay.
    """
    n = laporan.tahun
    keluar: list[Row] = [laporan]
    for t in TABLES.values():
        if t.has_year and t.row is not TargetRenstra:
            keluar += now.where(t.row, tahun=n)
    for it in now.where(IndikatorTahun, tahun=n):
        milik = now.get(Indikator, it.indikator_id)
        if (
            milik
            and len(now.where(IndikatorTahun, indikator_id=milik.id)) == 1
            and not now.where(TargetRenstra, indikator_id=milik.id)
            and not _dijanjikan(now, n, indikator_id=milik.id)
        ):
            keluar.append(milik)
    pergi = {r.id for r in keluar}
    for st in now.where(SasaranTahun, tahun=n):
        sasaran = now.get(Sasaran, st.sasaran_id)
        if (
            sasaran
            and len(now.where(SasaranTahun, sasaran_id=sasaran.id)) == 1
            and all(i.id in pergi for i in now.where(Indikator, sasaran_id=sasaran.id))
            and not _dijanjikan(now, n, sasaran_id=sasaran.id)
        ):
            keluar.append(sasaran)
    return keluar


def _dijanjikan(now: Snapshot, tahun: int | None, **siapa: str) -> bool:
    """True when a signed paper of another year names it."""
    pk = (now.get(Pk, b.pk_id) for b in now.where(PkButir, **siapa))
    return any(p is not None and p.tahun != tahun for p in pk)


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
