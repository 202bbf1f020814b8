"""The trials: one changed input each, the papers built anew, and what is wrong with them."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from lkjip_desktop.core import naskah
from lkjip_desktop.core.change import Change
from lkjip_desktop.core.hasil import Hasil
from lkjip_desktop.core.hitung import hitung
from lkjip_desktop.core.schema import TABLES, Kind
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import IndikatorTahun, PkButir, SasaranTahun
from lkjip_desktop.core.tanggal import tanggal_cetak
from lkjip_desktop.report.blocks import Document
from lkjip_desktop.report.numbering import nomori
from lkjip_desktop.report.sections import dokumen_lkjip, dokumen_ringkasan

from . import masukan
from .banding import Temuan, banding, diam
from .cetakan import ANGKA, angka_lain, angka_teks, baris, sumber
from .masukan import Ubahan

TAHUN = 2023
Buat = Callable[[Snapshot, Hasil], tuple[Document, ...]]

#: Figures that no input moves, and why they may stand in the program itself.
TETAP = (
    (r"^«\d+»\.?$|^\(«\d+»\)$", "number of a row or of a column"),
    (r"^«\d+»\. \w", "number of an indicator within its cell"),
    (r"(IKK|IKP|IKU|Kinerja Kegiatan|Kinerja Utama|Kinerja Program) «\d+»", "number of an indicator"),
    (r"(× |dikalikan )«100»%|^«100»%?$", "the hundred of a percentage, or of an axis"),
    (r"standar efisiensi, yaitu «1»|− «1»$", "standard of efficiency (PermenPAN-RB 53/2014)"),
    (r"skala «0» sampai 100|skala 0 sampai «100»", "scale of NE (PMK 22/2021)"),
    (r"Birokrasi Nomor «53» Tahun 2014, dengan isi", "the regulation that gives the report its form"),
    (r"Birokrasi Nomor 53 Tahun «2014», dengan isi", "the same"),
    (r"«7» \(tujuh\) hal", "the seven analyses of the regulation"),
)


def papers(s: Snapshot, h: Hasil) -> tuple[Document, ...]:
    """The papers of the year: the report with its letter and annexes (both PK), and the page for the head."""
    return dokumen_lkjip(s, h), dokumen_ringkasan(s, h)


@dataclass(slots=True)
class Laporan:
    """Figures of a run."""

    masukan: int = 0
    pindah: int = 0
    kata: int = 0
    tanpa_akibat: list[str] = field(default_factory=list)
    salah: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Bangku:
    """The papers of an unchanged snapshot, beside which changed ones are laid."""

    s: Snapshot
    buat: Buat = papers
    gerak: set[tuple[int, int]] = field(default_factory=set)
    baris: tuple[str, ...] = ()
    sumber: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        h = hitung(self.s, TAHUN)
        self.baris, self.sumber = self._baris(self.s, h), sumber(self.s, h)

    def _baris(self, s: Snapshot, h: Hasil) -> tuple[str, ...]:
        return tuple(b for d in self.buat(s, h) for b in baris(d))

    def ubah(self, s1: Snapshot) -> tuple[Temuan, tuple[Document, ...]]:
        """Build the papers of a changed snapshot and compare."""
        h = hitung(s1, TAHUN)
        dokumen = self.buat(s1, h)
        isi = tuple(b for d in dokumen for b in baris(d))
        t = banding(self.baris, isi, self.sumber, sumber(s1, h))
        for d in dokumen:
            nomori(d)
            t.salah += angka_lain(d)
        # The memo that snapshots carry along must give what a fresh reckoning gives.
        if hitung(Snapshot(s1.tabel), TAHUN) != h:
            t.salah.append("the memo of the snapshot gives other numbers than a fresh reckoning")
        self.gerak |= t.tempat
        return t, dokumen

    def coba(self, u: Ubahan) -> Temuan:
        """One trial of a number."""
        return self.ubah(u.terapkan(self.s))[0]

    def diam(self) -> list[str]:
        """Figures on paper that nothing moved and that have no reason to stand still."""
        return [x for x in diam(self.baris, self.gerak) if not any(re.search(pola, x) for pola, _ in TETAP)]


# --------------------------------------------------------------------------------------------- other changes
def tanpa_indikator(s: Snapshot) -> Iterator[tuple[str, Snapshot]]:
    """The example without the last indicator of a sasaran, and without a whole sasaran, in the rows of the years and in
    the signed PK: counts must follow."""
    butir = s.rows(PkButir)
    for sasaran in sorted({b.sasaran_id or "" for b in butir}):
        ids = list(dict.fromkeys(b.indikator_id for b in butir if b.sasaran_id == sasaran))
        for nama, pilih in (("the last indicator", ids[-1:]), ("all", ids)):
            buang = [Change(r.TABEL, r, None) for r in butir if r.indikator_id in pilih]
            buang += [Change(r.TABEL, r, None) for r in s.rows(IndikatorTahun) if r.indikator_id in pilih]
            if nama == "all":
                buang += [Change(r.TABEL, r, None) for r in s.rows(SasaranTahun) if r.sasaran_id == sasaran]
            kode = next(b.sasaran_kode for b in butir if b.sasaran_id == sasaran)
            yield f"{kode} without {nama}", s.apply(buang)


def tanpa_baris(s: Snapshot, tabel: str) -> Iterator[tuple[str, Snapshot]]:
    """The example without the last row of each kind of a table."""
    jenis: dict[Any, Any] = {getattr(r, "jenis", ""): r for r in s.rows(TABLES[tabel].row)}
    for nama, r in jenis.items():
        yield f"without the last of {tabel} {nama}", s.apply([Change(tabel, r, None)])


def tahun_lain(s: Snapshot, geser: int) -> Snapshot:
    """The example as if all of it had happened some years later, its rule sets too."""
    ubah = []
    for t in TABLES.values():
        for r in s.rows(t.row):
            baru: dict[str, Any] = {}
            for c in t.columns:
                v = getattr(r, c.name)
                if v and c.kind is Kind.TAHUN:
                    baru[c.name] = v + geser
                elif v and c.kind is Kind.TANGGAL:
                    baru[c.name] = f"{int(v[:4]) + geser}{v[4:]}"
            if baru:
                ubah.append(Change(t.name, r, dataclasses.replace(r, **baru)))
    return s.apply(ubah)


def periksa_tahun(b: Bangku, geser: int = 8) -> list[str]:
    """Years that stay on paper when everything moves to later years, unless they stand in a typed text.

    Eight: a year moved cannot meet another year of the example.
    """
    s = tahun_lain(b.s, geser)
    h = hitung(s, TAHUN + geser)
    ketik = " \n ".join(_ketikan(b.s)).casefold()
    salah: list[str] = []
    isi = [x for d in b.buat(s, h) for x in baris(d)]
    if len(isi) != len(b.baris):
        return [f"the paper has {len(isi)} lines instead of {len(b.baris)} when its year moves"]
    for i, (lama, baru) in enumerate(zip(b.baris, isi, strict=True)):
        for n, (x, y) in enumerate(zip(ANGKA.finditer(lama), angka_teks(baru), strict=False)):
            if x[0] != y:
                b.gerak.add((i, n))
            elif re.fullmatch(r"(19|20)\d\d", y):
                sekitar = lama[max(0, x.start() - 12) : x.end()].strip().casefold()
                if sekitar not in ketik:
                    tanda = f"{lama[max(0, x.start() - 40) : x.start()]}«{y}»{lama[x.end() : x.end() + 30]}"
                    if not any(re.search(pola, tanda) for pola, _ in TETAP):
                        salah.append(f"tahun tidak ikut: {tanda}")
    return salah


def _ketikan(s: Snapshot) -> Iterator[str]:
    """Every typed text as printed."""
    for t in TABLES.values():
        for r in s.rows(t.row):
            for c in t.columns:
                v = getattr(r, c.name)
                if c.kind in (Kind.TEKS, Kind.PARAGRAF) and v:
                    yield v
                    yield " ".join(v.split())
                elif c.kind is Kind.NASKAH and v:
                    yield naskah.polos(naskah.baca(v))


# ------------------------------------------------------------------------------------------------- typed words
def periksa_teks(s: Snapshot, buat: Buat = papers, langkah: int = 1) -> Laporan:
    """Tag every typed line, then change each tag: the old one must be gone, the new one stand wherever it stood.

    Tags tell one typed line from another that reads the same. A name that stands on paper without its tag is written
    into the program.
    """
    p = Laporan()
    s1, tanda = masukan.bertanda(s)
    asli = {(u.tabel, u.id, u.kolom): u.dari for u in masukan.teks(s)}
    dasar = _sebaris(s1, buat)
    p.salah += _tanpa_tanda(dasar, asli, tanda, list(_uraian(s)))
    for n, ((tabel, id, kolom), kata) in enumerate(tanda.items()):
        if n % langkah:
            continue
        p.masukan += 1
        u = Ubahan(tabel, id, kolom, "", masukan.tandai(asli[tabel, id, kolom], "zqaezq"))
        isi = _sebaris(u.terapkan(s1), buat)
        dulu, sisa, kini = dasar.count(kata), isi.count(kata), isi.count("zqaezq")
        nama = f"{tabel}.{kolom} “{' '.join(asli[tabel, id, kolom].split())[:40]}”"
        p.pindah += kini
        if sisa:
            p.salah.append(f"{nama}: masih tercetak {sisa} kali")
        elif kini != dulu:
            p.salah.append(f"{nama}: dulu {dulu} tempat, kini {kini}")
        elif not dulu:
            p.tanpa_akibat.append(nama)
    return p


def _sebaris(s: Snapshot, buat: Buat) -> str:
    isi = "\n".join(b for d in buat(s, hitung(s, TAHUN)) for b in baris(d))
    return re.sub(r"[ \t]+", " ", isi).casefold()


def _tanpa_tanda(
    isi: str, asli: dict[tuple[str, str, str], str], tanda: dict[tuple[str, str, str], str], uraian: list[str]
) -> list[str]:
    """Typed names of the office, of persons and of indicators that a page prints without their tag."""
    ketik = {b.strip(): k for k, v in asli.items() for b in v.casefold().split("\n") if len(b.strip()) >= 8}
    for kunci, v in sorted(asli.items(), key=lambda x: -len(x[1])):
        for b in v.casefold().split("\n"):
            isi = isi.replace(f"{' '.join(b.split())} {tanda[kunci]}", "·")
    for x in sorted(uraian, key=len, reverse=True):
        isi = isi.replace(" ".join(x.casefold().split()), "·")
    return [
        f"{k[0]}.{k[2]} “{b[:40]}”: tercetak tanpa tandanya"
        for b, k in ketik.items()
        # Rule sets are no names; and the program itself names the regulation that gives the report its form.
        if k[0] != "aturan" and "53 tahun 2014" not in b and re.search(rf"(?<!\w){re.escape(b)}(?!\w)", isi)
    ]


def _uraian(s: Snapshot) -> Iterator[str]:
    """Typed words of long texts, between their merge fields."""
    for t in TABLES.values():
        for c in t.columns:
            if c.kind is Kind.NASKAH:
                for r in s.rows(t.row):
                    for b in naskah.polos(naskah.baca(getattr(r, c.name)), "\n").split("\n"):
                        if len(b.strip()) >= 8:
                            yield b


# ------------------------------------------------------------------------------------------------- dates
def periksa_tanggal(b: Bangku, langkah: int = 1) -> Laporan:
    """Move each date: where it was printed the new one stands, and the old one only where another date says it."""
    p = Laporan()
    semua = Counter(u.dari for u in masukan.tanggal(b.s))
    dulu = "\n".join(b.baris).casefold()
    for u in list(masukan.tanggal(b.s))[::langkah]:
        p.masukan += 1
        h = hitung(s1 := u.terapkan(b.s), TAHUN)
        isi = [x for d in b.buat(s1, h) for x in baris(d)]
        kini = "\n".join(isi).casefold()
        lama, baru = (" ".join(tanggal_cetak(x, ruang_hari=False).split()).casefold() for x in (u.dari, u.ke))
        turun, naik = dulu.count(lama) - kini.count(lama), kini.count(baru) - dulu.count(baru)
        p.pindah += max(naik, 0)
        if len(isi) == len(b.baris):
            for i, (x, y) in enumerate(zip(b.baris, isi, strict=True)):
                if x != y:
                    b.gerak |= {(i, n) for n in range(len(angka_teks(x)))}
        if len(u.dari) == 10 and semua[u.dari] == 1 and lama in kini:
            p.salah.append(f"{u}: masih tercetak {lama}")
        elif len(isi) == len(b.baris) and naik != turun:
            p.salah.append(f"{u}: {turun} tempat berubah, {naik} tempat mencetak {baru}")
        elif isi == list(b.baris):
            p.tanpa_akibat.append(str(u))
    return p


def periksa_uraian(b: Bangku, ubahan: Sequence[Ubahan]) -> None:
    """Turn the digits of typed texts, so that the figures which come from them count as moved."""
    for u in ubahan:
        s1 = u.terapkan(b.s)
        isi = [x for d in b.buat(s1, hitung(s1, TAHUN)) for x in baris(d)]
        for i, (x, y) in enumerate(zip(b.baris, isi, strict=False)):
            b.gerak |= {(i, n) for n, (p, q) in enumerate(zip(angka_teks(x), angka_teks(y), strict=False)) if p != q}
