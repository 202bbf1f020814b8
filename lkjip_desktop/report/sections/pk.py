"""The Perjanjian Kinerja as blocks: statement, lampiran tables by level, budget, signatures, rencana aksi."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_desktop.core.aturan import aturan_tahun
from lkjip_desktop.core.hasil import Hasil
from lkjip_desktop.core.kata import NAMA_TINGKAT, Kalimat, daftar, susun, uang
from lkjip_desktop.core.pk import AnggaranPk, ButirPk, IsiPk, Pihak, SasaranPk, TingkatPk, isi_pk, janji
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import Gambar, Identitas, Pk, RencanaAksi
from lkjip_desktop.errors import Ditolak
from lkjip_desktop.report.blocks import (
    Asal,
    Block,
    Cell,
    Document,
    Figure,
    Grid,
    GridRow,
    Keep,
    Mark,
    Para,
    Part,
    Picture,
    Run,
    Runs,
    Signatures,
    Signer,
    Space,
)
from lkjip_desktop.report.sections.bangun import (
    baris,
    identitas_grid,
    judul_tabel,
    kepala,
    nomor_kolom,
    sel,
    sel_uang,
    teks,
)
from lkjip_desktop.report.sections.kertas import kertas
from lkjip_desktop.report.sections.tanda_tangan import (
    CATATAN_ELEKTRONIK,
    RUANG,
    baris_nip,
    kop,
    tempat_tanggal,
)

JENIS_TINGKAT = {
    "strategis": "Indikator Kinerja Utama",
    "program": "Indikator Kinerja Program",
    "kegiatan": "Indikator Kinerja Kegiatan",
}
#: What can be printed of a version: everything, its first page, its tables, or the action plan.
BAGIAN_PK = ("semua", "pernyataan", "lampiran", "rencana_aksi")
_LEBAR_LOGO_MM = 24


def dokumen_pk(
    snapshot: Snapshot,
    pk: Pk,
    *,
    bagian: str = "semua",
    konsep: bool | None = None,
    kode: str = "",
) -> Document:
    """The paper of one version. bagian: one of BAGIAN_PK; the action plan goes along where the version asks for it. A
    draft is marked KONSEP unless `konsep` says otherwise; `kode` is printed only when the version asks for it.

    Raises Ditolak for another bagian.
    """
    if bagian not in BAGIAN_PK:
        raise Ditolak(f"Bagian “{bagian}” tidak ada pada Perjanjian Kinerja.", f"Pilih {', '.join(BAGIAN_PK)}.")
    isi = isi_pk(snapshot, pk)
    aturan = aturan_tahun(snapshot, pk.tahun or 0)
    kode = kode if pk.cetak_kode else ""
    blok: list[Block] = []
    if bagian in ("semua", "pernyataan"):
        blok += [Part("", kepala=False, kode=kode), *pernyataan(snapshot, isi)]
    if bagian in ("semua", "lampiran"):
        blok += [Part("", kepala=False, kode=kode), *lampiran(isi)]
    if bagian == "rencana_aksi" or (bagian != "pernyataan" and pk.cetak_rencana_aksi):
        blok += [Part("", lanskap=True, kepala=False, kode=kode), *rencana_aksi(snapshot, isi)]
    satker = isi.identitas.nama if isi.identitas is not None else ""
    return Document(
        tuple(blok),
        judul=" ".join((isi.judul[0], satker)).strip(),
        penulis=satker,
        subjek=f"Perjanjian Kinerja Tahun {pk.tahun or ''}".strip(),
        tanggal=pk.tanggal,
        konsep=(not isi.beku) if konsep is None else konsep,
        kertas=kertas(aturan.cetak, dinas=True),
    )


# -------------------------------------------------------------------------------------------------- statement
def pernyataan(snapshot: Snapshot, isi: IsiPk) -> list[Block]:
    """The statement with letterhead or logo, title, both parties and their signatures, always on one page."""
    blok: list[Block] = [Mark(Asal("pk", isi.pk.id, "judul")), *_kepala(snapshot, isi)]
    blok += judul(isi.judul, Asal("pk", isi.pk.id, "judul"))
    for jenis, isi_baris in isi.pernyataan:
        if jenis == "paragraf":
            blok.append(Para(_tebalkan(isi_baris, isi.sebutan, Asal("pk", isi.pk.id, "pernyataan")), "rapat"))
        else:
            blok.append(_identitas_pihak(isi.pihak1 if jenis == "pihak1" else isi.pihak2, isi.pk, jenis[-1]))
    blok.append(Space(4))
    blok.append(tanda_tangan_pk(isi))
    return [Keep(tuple(blok), satu_halaman=True)]


def _kepala(snapshot: Snapshot, isi: IsiPk) -> list[Block]:
    i = isi.identitas
    if i is None:
        return []
    logo = _logo(snapshot, i)
    if isi.pk.pakai_kop:
        return [kop(i, logo)]
    return [Figure((logo,), None)] if logo is not None else []


def _logo(snapshot: Snapshot, i: Identitas) -> Picture | None:
    g = snapshot.get(Gambar, i.logo_id)
    if g is None or not g.berkas:
        return None
    return Picture(
        g.berkas,
        _LEBAR_LOGO_MM,
        g.lebar_px or 0,
        g.tinggi_px or 0,
        f"Logo {i.kementerian_singkat or i.nama}",
        Asal("identitas", i.id, "logo_id"),
    )


def judul(baris_judul: Sequence[str], asal: Asal | None = None) -> list[Block]:
    """Title lines as one paragraph, centred and bold, then a little room."""
    return [teks("\n".join(baris_judul), "judul", asal), Space(2)]


def _tebalkan(isi: str, sebutan: Sequence[str], a: Asal) -> Runs:
    """In the lines that name a party ("selanjutnya disebut ...") that name is bold, as prescribed."""
    for sebut in sebutan:
        depan, ada, belakang = isi.rpartition(f"disebut {sebut}")
        if ada:
            hasil = (Run(f"{depan}disebut ", asal=a), Run(sebut, tebal=True, asal=a))
            return (*hasil, Run(belakang, asal=a)) if belakang else hasil
    return (Run(isi, asal=a),)


def _identitas_pihak(p: Pihak, pk: Pk, nomor: str) -> Grid:
    """Name and post of a party."""
    a = Asal("pk", pk.id, f"p{nomor}_nama")
    jabatan = jabatan_unit(p)
    return identitas_grid(
        [
            ("Nama", (Run(p.nama_cetak or RUANG, asal=a),)),
            ("Jabatan", (Run(" ".join(jabatan) or RUANG, asal=Asal("pk", pk.id, f"p{nomor}_jabatan")),)),
        ]
    )


def jabatan_unit(p: Pihak) -> tuple[str, ...]:
    """The post in its lines, then the unit where the post does not name it already."""
    garis = [b.strip() for b in p.jabatan_cetak.split("\n") if b.strip()]
    unit = " ".join(p.unit.split())
    if unit and unit.casefold() not in " ".join(garis).casefold():
        garis.append(unit)
    return tuple(garis)


def tanda_tangan_pk(isi: IsiPk, tempat: str = "") -> Signatures:
    """Pihak Kedua left, Pihak Pertama right, name and NIP below each. An electronic signature belongs to the statement;
    `tempat` tells the rooms of a repetition apart ("p1.lampiran")."""
    pertama, kedua = isi.sebutan
    return Signatures(
        tempat_tanggal(isi.tempat, isi.pk.tanggal),
        (
            _blok_pihak(isi.pihak2, isi.pk, "2", kedua, f"p2{tempat}"),
            _blok_pihak(isi.pihak1, isi.pk, "1", pertama, f"p1{tempat}"),
        ),
        asal=Asal("pk", isi.pk.id, "tanggal"),
    )


def _blok_pihak(p: Pihak, pk: Pk, nomor: str, sebutan: str, kunci: str) -> Signer:
    bawah = [p.pangkat] if p.cetak_pangkat and p.pangkat else []
    if p.cetak_nip:
        bawah += baris_nip(p.nip) or (f"NIP {RUANG}",)
    return Signer(
        ((f"{sebutan},",) if sebutan else ()) + jabatan_unit(p),
        p.nama_cetak or RUANG,
        tuple(bawah),
        CATATAN_ELEKTRONIK if pk.elektronik else "",
        Asal("pk", pk.id, f"p{nomor}_nama"),
        kunci,
        Asal("pk", pk.id, f"p{nomor}_jabatan"),
        Asal("pk", pk.id, f"p{nomor}_nip"),
    )


# --------------------------------------------------------------------------------------------------- lampiran
def lampiran(isi: IsiPk) -> list[Block]:
    """The tables of the promise and its budget, then the same signatures."""
    blok: list[Block] = judul(isi.judul_lampiran, Asal("pk", isi.pk.id, "judul_lampiran"))
    if not isi.tingkat:
        blok.append(teks("Belum ada indikator dalam Perjanjian Kinerja ini.", "tengah"))
    blok += [tabel_tingkat(isi, t, utuh=True) for t in isi.tingkat]
    if isi.anggaran:
        blok.append(tabel_anggaran(isi))
    # The signatures never stand on a page without what they sign.
    return [*blok[:-1], Keep((blok[-1], tanda_tangan_pk(isi, ".lampiran")))]


def tabel_tingkat(
    isi: IsiPk, t: TingkatPk, judul_kapsi: str | None = None, kunci: str = "", *, utuh: bool = False
) -> Grid:
    """One level: No, sasaran, indikator, target, with the column numbers (1) to (4)."""
    rows: list[GridRow] = []
    for n, s in enumerate(t.sasaran, start=1):
        for m, b in enumerate(s.butir, start=1):
            nama = b.nama if len(s.butir) == 1 else f"{m}. {b.nama}"
            depan: tuple[str | Cell, str | Cell] = (
                (f"{n}.", sel(s.nama, asal_baris=_asal_sasaran(isi, s))) if m == 1 else ("", "")
            )
            rows.append(
                baris(
                    *depan,
                    sel(nama, asal_baris=_asal_butir(isi, b, "nama")),
                    sel(b.target.cetak, asal_baris=_asal_butir(isi, b, "target")),
                )
            )
    return Grid(
        kepala=(
            kepala("No.", NAMA_TINGKAT.get(t.tingkat, "Sasaran"), JENIS_TINGKAT.get(t.tingkat, "Indikator"), "Target"),
            nomor_kolom(4),
        ),
        baris=tuple(rows),
        lebar=(1, 5.5, 6.5, 2.4),
        rata=("tengah", "kiri", "kiri", "tengah"),
        gabung=(0, 1),
        judul=judul_tabel(judul_kapsi) if judul_kapsi is not None else None,
        kunci=kunci,
        utuh=utuh,
    )


def kalimat_renstra(isi: IsiPk, hasil: Hasil) -> Kalimat:
    """Which promised targets are others than those of the Renstra, with both; empty when none is."""
    beda = [
        f"{j.butir.kode} ({j.butir.target.cetak}, dalam Renstra {j.renstra.cetak})"
        for j in janji(isi, hasil)
        if j.beda_renstra and j.renstra is not None
    ]
    if not beda:
        return ()
    return susun("Target yang berbeda dari target Renstra tahun {t}: {l}.", t=isi.pk.tahun or "", l=daftar(beda))


def _asal_butir(isi: IsiPk, b: ButirPk, kolom: str) -> Asal:
    if isi.beku:
        return Asal("pk_butir", b.baris_id, "indikator_nama" if kolom == "nama" else kolom)
    return Asal("indikator_tahun", b.baris_id, kolom)


def _asal_sasaran(isi: IsiPk, s: SasaranPk) -> Asal:
    if isi.beku or not s.baris_id:
        return Asal("pk_butir", s.butir[0].baris_id if s.butir else "", "sasaran_nama")
    return Asal("sasaran_tahun", s.baris_id, "nama")


def tabel_anggaran(isi: IsiPk, judul_kapsi: str | None = None, kunci: str = "") -> Grid:
    """Programmes with their activities and amounts; the total counts one level only."""
    rows = [_baris_anggaran(isi, a) for a in isi.anggaran]
    rows.append(baris(sel("Jumlah", tebal=True), sel_uang(isi.total), jenis="total"))
    return Grid(
        kepala=(kepala("Program/Kegiatan", "Anggaran"),),
        baris=tuple(rows),
        lebar=(10, 4),
        rata=("kiri", "kanan"),
        judul=judul_tabel(judul_kapsi) if judul_kapsi is not None else None,
        kunci=kunci,
        utuh=True,
    )


def _baris_anggaran(isi: IsiPk, a: AnggaranPk) -> GridRow:
    tabel, kolom = ("pk_anggaran", "nilai") if isi.beku else ("kegiatan", "anggaran")
    asal = Asal(tabel, a.baris_id, kolom)
    program = a.jenis == "program"
    return baris(
        sel(a.nama, tebal=program, asal_baris=Asal(tabel, a.baris_id, "nama")),
        sel(
            uang(a.nilai), tebal=program, nilai=a.nilai, format="rupiah" if a.nilai is not None else "", asal_baris=asal
        ),
        jenis="isi" if program else "anak",
    )


# ------------------------------------------------------------------------------------------------ rencana aksi
def rencana_aksi(snapshot: Snapshot, isi: IsiPk) -> list[Block]:
    """The action plan by quarter; an indicator without a plan leaves room to write."""
    tahun = isi.pk.tahun
    rows: list[GridRow] = []
    for b in isi.butir():
        depan = (sel(b.nama, asal_baris=_asal_butir(isi, b, "nama")), sel(b.target.cetak))
        rencana = snapshot.where(RencanaAksi, tahun=tahun, indikator_id=b.indikator_id)
        if not rencana:
            rows.append(baris(*depan, *("" for _ in range(7))))
        for i, r in enumerate(rencana):
            triwulan = enumerate((r.tw1, r.tw2, r.tw3, r.tw4), 1)
            rows.append(
                baris(
                    *(depan if i == 0 else ("", "")),
                    sel(
                        f"{r.uraian} (keluaran: {r.keluaran})" if r.keluaran else r.uraian,
                        asal_baris=Asal("rencana_aksi", r.id, "uraian"),
                    ),
                    *(sel(x, asal_baris=Asal("rencana_aksi", r.id, f"tw{n}")) for n, x in triwulan),
                    sel_uang(r.anggaran, Asal("rencana_aksi", r.id, "anggaran")) if r.anggaran is not None else "",
                    r.penanggung_jawab,
                )
            )
    satker = isi.identitas.nama.upper() if isi.identitas is not None else ""
    return [
        *judul(tuple(x for x in (f"RENCANA AKSI PERJANJIAN KINERJA TAHUN {tahun}", satker) if x)),
        Grid(
            kepala=(
                kepala(
                    "Indikator",
                    "Target",
                    "Kegiatan",
                    "Triwulan I",
                    "Triwulan II",
                    "Triwulan III",
                    "Triwulan IV",
                    "Anggaran",
                    "Penanggung Jawab",
                ),
            ),
            baris=tuple(rows),
            lebar=(5, 2, 5, 1.8, 1.8, 1.8, 1.8, 3, 3),
            rata=("kiri", "tengah", "kiri", "tengah", "tengah", "tengah", "tengah", "kanan", "kiri"),
            gabung=(0, 1),
        ),
        Signatures(
            tempat_tanggal(isi.tempat, isi.pk.tanggal),
            (_blok_pihak(isi.pihak1, isi.pk, "1", "", ""),),
            asal=Asal("pk", isi.pk.id, "tanggal"),
        ),
    ]
