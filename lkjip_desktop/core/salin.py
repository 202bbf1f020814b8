"""A new year from the year before: the same aims and indicators, empty where the new year has its own word."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from lkjip_desktop.errors import Ditolak

from .change import Change, Step
from .langkah import ganti
from .periksa_nilai import rapikan_id, rapikan_semua
from .schema import TABLES, Kind, Row
from .snapshot import Snapshot
from .tables import (
    AnggaranBelanja,
    AnggaranSasaran,
    DataDukung,
    Indikator,
    IndikatorTahun,
    Kegiatan,
    KinerjaLain,
    Laporan,
    Naskah,
    Pejabat,
    RencanaAksi,
    Ro,
    RoIndikator,
    SasaranTahun,
    Skor,
    SkorKomponen,
    Surat,
    TargetRenstra,
    Tenggat,
)

#: What can be taken along: (key, label, on at first). Aims, indicators and the row of the year always are.
SALIN: tuple[tuple[str, str, bool], ...] = (
    ("kegiatan", "Program, kegiatan, dan rincian output (tanpa angka)", True),
    ("naskah", "Naskah bab, sebagai bahan untuk disunting", True),
    ("surat", "Surat pengantar (tanpa nomor dan tanggal)", True),
    ("kinerja_lain", "Butir kinerja lainnya (tanpa angka)", True),
    ("data_dukung", "Tabel pegawai, klien, dan sarana", True),
    ("rencana_aksi", "Rencana aksi (tanpa target triwulan)", False),
    ("tenggat", "Tenggat, digeser ke tahun baru", True),
    ("target_renstra", "Target diisi dari Renstra", False),
    ("target", "Target tahun lalu, sebagai bahan", False),
    ("anggaran", "Pagu tahun lalu, sebagai bahan", False),
    ("skor", "Komponen nilai SMART dan IKPA (tanpa nilai)", True),
)

_ANGKA_RO = ("target_volume", "realisasi_volume", "progres", "pagu", "realisasi")


@dataclass(frozen=True, slots=True)
class SalinTahun:
    """Make year `ke` from year `dari` as one step. `benih` (a UUID) gives the ids, so that a plan is repeatable.

    `lepas` are the ids of indicators that do not go on: they end with the last year that has them, and a sasaran that
    loses all of its indicators with them stays behind too.
    """

    dari: int
    ke: int
    pilihan: frozenset[str]
    benih: str
    lepas: frozenset[str] = frozenset()

    @property
    def label(self) -> str:
        """E.g. "Salin tahun 2023 ke 2024"."""
        return f"Salin tahun {self.dari} ke {self.ke}"

    def plan(self, now: Snapshot) -> Step:
        """Adds the rows of the new year; refuses a year that has aims or indicators already."""
        rapikan_id(self.benih)
        if asing := sorted(self.pilihan - {k for k, _, _ in SALIN}):
            raise Ditolak(f"Pilihan salinan tidak dikenal: {', '.join(asing)}.")
        if self.dari == self.ke:
            raise Ditolak("Tahun asal dan tahun tujuan sama.")
        rapikan_semua(TABLES[Laporan.TABEL], (("tahun", self.ke),))
        sumber = now.one(Laporan, tahun=self.dari)
        if sumber is None:
            raise Ditolak(f"Tahun {self.dari} belum ada di berkas ini.")
        if any(now.where(cls, tahun=self.ke) for cls in (SasaranTahun, IndikatorTahun)):
            raise Ditolak(f"Tahun {self.ke} sudah berisi sasaran atau indikator.")
        baru: list[tuple[Row, Row]] = [
            *self._laporan(now, sumber),
            *self._struktur(now),
            *self._pilihan(now),
        ]
        peta = {lama.id: self.id_baru(lama) for lama, _ in baru}
        changes = [Change(r.TABEL, None, self._baris(lama, r, peta)) for lama, r in baru]
        for id in sorted(self.lepas):
            ind = now.get(Indikator, id)
            # Its last year may lie between the two, and it has not ended where a later year has it.
            akhir = max((it.tahun or 0 for it in now.where(IndikatorTahun, indikator_id=id)), default=0)
            if ind is not None and 0 < akhir < self.ke and not ind.tahun_akhir:
                changes.append(Change(ind.TABEL, ind, replace(ind, tahun_akhir=akhir)))
        return Step(self.label, tuple(changes))

    def id_baru(self, lama: Row) -> str:
        """The id that the copy of a row gets."""
        return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{self.benih}/{self.ke}/{lama.TABEL}/{lama.id}"))

    def pasangan(self, now: Snapshot, tabel: str) -> list[tuple[Row, Row]]:
        """Of one table the rows that the choices take along, each beside what of it stays in another year."""
        return [(lama, r) for lama, r in self._pilihan(now) if tabel == r.TABEL]

    def _baris(self, lama: Row, r: Row, peta: dict[str, str]) -> Row:
        """The copy under its own id and year, its references turned to the copies where there are some."""
        nilai: dict[str, Any] = {
            c.name: peta.get(v, v)
            for c in TABLES[r.TABEL].columns
            if c.kind is Kind.RUJUK and (v := getattr(r, c.name))
        }
        if TABLES[r.TABEL].has_year:
            nilai["tahun"] = self.ke
        return replace(r, id=self.id_baru(lama), **nilai)

    def _laporan(self, now: Snapshot, sumber: Laporan) -> Iterable[tuple[Row, Row]]:
        if now.one(Laporan, tahun=self.ke):
            return
        pejabat = now.get(Pejabat, sumber.penandatangan_id)
        # An official whose term has ended does not sign the new year's report.
        pergi = pejabat is not None and bool(pejabat.tmt_sampai) and pejabat.tmt_sampai[:4] < str(self.ke + 1)
        yield (
            sumber,
            replace(
                sumber,
                tanggal="",
                tanggal_dipa="",
                batas_lkjip="",
                penandatangan_id=None if pergi else sumber.penandatangan_id,
            ),
        )

    def _struktur(self, now: Snapshot) -> Iterable[tuple[Row, Row]]:
        tertinggal = self._tertinggal(now)
        for st in now.where(SasaranTahun, tahun=self.dari):
            if st.sasaran_id in tertinggal:
                continue
            yield st, (st if "naskah" in self.pilihan else replace(st, pengantar=""))
        for it in now.where(IndikatorTahun, tahun=self.dari):
            if it.indikator_id in self.lepas or not berlanjut(now, it, self.ke):
                continue
            kosong = replace(
                it,
                kelanjutan="dilanjutkan",
                pembilang=None,
                penyebut=None,
                realisasi=None,
                realisasi_predikat="",
                tanggal_data="",
            )
            if "target" not in self.pilihan:
                kosong = replace(kosong, target=None, target_atas=None, target_predikat="")
            if "target_renstra" in self.pilihan:
                kosong = _dari_renstra(now, kosong, self.ke)
            yield it, kosong

    def _tertinggal(self, now: Snapshot) -> set[str | None]:
        """Sasaran of which every indicator is left behind."""
        milik: dict[str | None, list[bool]] = {}
        for it in now.where(IndikatorTahun, tahun=self.dari):
            ind = now.get(Indikator, it.indikator_id)
            if ind is not None and berlanjut(now, it, self.ke):
                milik.setdefault(ind.sasaran_id, []).append(ind.id in self.lepas)
        return {id for id, lepas in milik.items() if all(lepas)}

    def _pilihan(self, now: Snapshot) -> Iterable[tuple[Row, Row]]:
        n, p = self.dari, self.pilihan
        pagu = "anggaran" in p
        tertinggal = self._tertinggal(now)
        if "kegiatan" in p or pagu:
            for k in now.where(Kegiatan, tahun=n):
                sasaran_id = None if k.sasaran_id in tertinggal else k.sasaran_id
                yield k, replace(k, sasaran_id=sasaran_id, anggaran=k.anggaran if pagu else None)
            for ro in now.where(Ro, tahun=n):
                kosong = ganti(ro, dict.fromkeys(_ANGKA_RO))
                yield ro, replace(kosong, pagu=ro.pagu, target_volume=ro.target_volume) if pagu else kosong
                yield from ((x, x) for x in now.where(RoIndikator, ro_id=ro.id) if x.indikator_id not in self.lepas)
        if pagu:
            for a in now.where(AnggaranSasaran, tahun=n):
                if a.sasaran_id in tertinggal:
                    continue
                yield a, replace(a, blokir=None, realisasi=None, tanggal_data="")
            for b in now.where(AnggaranBelanja, tahun=n):
                yield b, replace(b, blokir=None, realisasi=None, tanggal_data="")
        if "naskah" in p:
            yield from ((r, r) for r in now.where(Naskah, tahun=n))
        if "surat" in p:
            yield from ((r, replace(r, nomor="", tanggal="", dasar="")) for r in now.where(Surat, tahun=n))
        if "kinerja_lain" in p:
            for kl in now.where(KinerjaLain, tahun=n):
                yield kl, replace(kl, target=None, realisasi=None)
        if "data_dukung" in p:
            yield from ((r, r) for r in now.where(DataDukung, tahun=n))
        if "rencana_aksi" in p:
            for ra in now.where(RencanaAksi, tahun=n):
                if ra.indikator_id in self.lepas:
                    continue
                yield ra, replace(ra, tw1="", tw2="", tw3="", tw4="", anggaran=None)
        if "tenggat" in p:
            for tg in now.where(Tenggat, tahun=n):
                yield tg, replace(tg, tanggal=_geser(tg.tanggal, self.ke - n), selesai=False)
        if "skor" in p:
            for s in now.where(Skor, tahun=n):
                yield s, replace(s, nilai_resmi=None, kategori_resmi="", tanggal_data="")
            for sk in now.where(SkorKomponen, tahun=n):
                yield sk, replace(sk, nilai=None, nilai_akhir_resmi=None)


def berlanjut(now: Snapshot, it: IndikatorTahun, tahun: int) -> bool:
    """Whether an indicator of a year goes on into another one: not marked as ended, and not past its last year."""
    ind = now.get(Indikator, it.indikator_id)
    return it.kelanjutan != "dihapus" and not (ind and ind.tahun_akhir and ind.tahun_akhir < tahun)


def yang_dapat_disalin(now: Snapshot, dari: int, ke: int) -> dict[str, int]:
    """How many rows each choice of SALIN would take along; 0 where there is nothing to choose."""
    ikut = [it for it in now.where(IndikatorTahun, tahun=dari) if berlanjut(now, it, ke)]
    milik = {it.indikator_id for it in ikut}
    tabel: dict[str, tuple[type[Row], ...]] = {
        "kegiatan": (Kegiatan, Ro),
        "naskah": (Naskah,),
        "surat": (Surat,),
        "kinerja_lain": (KinerjaLain,),
        "data_dukung": (DataDukung,),
        "rencana_aksi": (RencanaAksi,),
        "tenggat": (Tenggat,),
        "anggaran": (AnggaranSasaran, AnggaranBelanja),
        "skor": (SkorKomponen,),
    }
    jumlah = {k: sum(len(now.where(cls, tahun=dari)) for cls in kelas) for k, kelas in tabel.items()}
    jumlah["target"] = sum(it.target is not None or bool(it.target_predikat) for it in ikut)
    renstra = now.where(TargetRenstra, tahun=ke)
    jumlah["target_renstra"] = sum(
        t.indikator_id in milik and (t.nilai is not None or bool(t.predikat)) for t in renstra
    )
    return jumlah


def _dari_renstra(now: Snapshot, it: IndikatorTahun, tahun: int) -> IndikatorTahun:
    """The indicator with the medium-term target of the year, where the plan has one."""
    for t in now.where(TargetRenstra, indikator_id=it.indikator_id, tahun=tahun):
        return replace(it, target=t.nilai, target_atas=t.nilai_atas, target_predikat=t.predikat)
    return it


def _geser(tanggal: str, tahun: int) -> str:
    """The same day so many years later; 29 February becomes 28."""
    if not tanggal:
        return ""
    baru = f"{int(tanggal[:4]) + tahun:04d}{tanggal[4:]}"
    n = int(baru[:4])
    kabisat = n % 4 == 0 and (n % 100 != 0 or n % 400 == 0)
    return baru[:8] + "28" if baru[4:] == "-02-29" and not kabisat else baru
