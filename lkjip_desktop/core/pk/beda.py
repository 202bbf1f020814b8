"""How two versions of a Perjanjian Kinerja differ: targets, wording, budget, parties, indicators added and removed."""

from __future__ import annotations

from collections.abc import Iterator

from ..angka import rupiah
from ..nip import nip_cetak
from ..snapshot import Snapshot
from ..tables import Pk
from .isi import isi_pk
from .jenis import AnggaranPk, Beda, ButirPk, IsiPk, Pihak, SasaranPk


def beda(snapshot: Snapshot, pk_a: Pk, pk_b: Pk) -> tuple[Beda, ...]:
    """Every difference from version a to version b, in printing order: parties, indicators, budget, total."""
    a, b = isi_pk(snapshot, pk_a), isi_pk(snapshot, pk_b)
    return (*_pihak(a, b), *_butir(a, b), *_anggaran(a, b))


def _pihak(a: IsiPk, b: IsiPk) -> Iterator[Beda]:
    for kunci, label, x, y in (
        ("pihak1", "Pihak Pertama", a.pihak1, b.pihak1),
        ("pihak2", "Pihak Kedua", a.pihak2, b.pihak2),
    ):
        for kolom, dari, ke in zip(_RINCIAN, _rincian(x), _rincian(y), strict=True):
            if dari != ke:
                yield Beda("pihak", kunci, f"{label}: {kolom}", dari, ke)


_RINCIAN = ("nama", "NIP", "pangkat", "jabatan", "unit kerja")


def _rincian(p: Pihak) -> tuple[str, str, str, str, str]:
    return p.nama_cetak, nip_cetak(p.nip), p.pangkat, " ".join(p.jabatan_cetak.split()), " ".join(p.unit.split())


def _butir(a: IsiPk, b: IsiPk) -> Iterator[Beda]:
    lama, baru = _menurut_kunci(a), _menurut_kunci(b)
    sasaran: set[str] = set()
    for kunci, (s, y) in baru.items():
        if kunci not in lama:
            yield Beda("tambah", kunci, _label(y), "", y.target.cetak)
            continue
        t, x = lama[kunci]
        # A sasaran is spoken of once, not once for each of its indicators.
        id_sasaran = s.sasaran_id or s.kode
        if t.nama != s.nama and id_sasaran not in sasaran:
            sasaran.add(id_sasaran)
            yield Beda("rumusan", id_sasaran, f"Rumusan {s.kode}".strip(), t.nama, s.nama)
        if x.nama != y.nama:
            yield Beda("rumusan", kunci, f"Nama {y.kode}".strip(), x.nama, y.nama)
        if (x.angka, x.atas, x.predikat, x.satuan) != (y.angka, y.atas, y.predikat, y.satuan):
            yield Beda("target", kunci, _label(y), x.target.cetak, y.target.cetak)
    for kunci, (_, x) in lama.items():
        if kunci not in baru:
            yield Beda("hapus", kunci, _label(x), x.target.cetak, "")


def _menurut_kunci(isi: IsiPk) -> dict[str, tuple[SasaranPk, ButirPk]]:
    return {b.indikator_id or b.kode: (s, b) for t in isi.tingkat for s in t.sasaran for b in s.butir}


def _label(b: ButirPk) -> str:
    return f"{b.kode} {b.nama}".strip()


def _anggaran(a: IsiPk, b: IsiPk) -> Iterator[Beda]:
    lama, baru = _baris(a.anggaran), _baris(b.anggaran)
    for kunci in dict.fromkeys((*baru, *lama)):
        x, y = lama.get(kunci), baru.get(kunci)
        dari, ke = _uang(x.nilai if x else None), _uang(y.nilai if y else None)
        if dari != ke or (x is None) != (y is None):
            yield Beda("anggaran", kunci, (y or x or _KOSONG).nama, dari, ke)
    if a.total != b.total:
        yield Beda("anggaran", "", "Jumlah anggaran", _uang(a.total), _uang(b.total))


def _baris(anggaran: tuple[AnggaranPk, ...]) -> dict[str, AnggaranPk]:
    """By code where there is one, else by name; a programme and its activity may share a name."""
    return {f"{x.jenis}:{x.kode or x.nama}": x for x in anggaran}


_KOSONG = AnggaranPk("", "", "", "", None)


def _uang(n: int | None) -> str:
    return "" if n is None else rupiah(n)
