"""Bab II Perencanaan Kinerja: the Renstra with its matrix, and the PK in full or by reference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lkjip_desktop.core.kata import (
    NAMA_TINGKAT,
    Isian,
    Kalimat,
    daftar,
    huruf_awal,
    jumlah,
    kalimat_selisih_pk,
    potong_nama,
    potong_sasaran,
    susun,
    uang,
)
from lkjip_desktop.core.pk import IsiPk, beda, berlaku, isi_pk
from lkjip_desktop.core.tables import ALASAN_PK, Pk, RenstraButir, TataNilai
from lkjip_desktop.core.tanggal import tanggal_cetak
from lkjip_desktop.report.blocks import Asal, Block, Grid, GridRow, Heading, Items, Node, Para, Part, Rata, Run, Tree
from lkjip_desktop.report.sections.bangun import (
    baris,
    berbutir,
    judul_tabel,
    kepala,
    kepala_lebar,
    para,
    runs_rujuk,
    sel,
    sel_ukur,
    teks,
)
from lkjip_desktop.report.sections.konteks import Konteks
from lkjip_desktop.report.sections.naskah_blok import blok_teks
from lkjip_desktop.report.sections.pk import JENIS_TINGKAT, kalimat_renstra, tabel_anggaran, tabel_tingkat
from lkjip_desktop.report.sections.tabel_capaian import asal_renstra

#: More year columns than this turn the matrix on its side.
_TAHUN_TEGAK = 6
#: Rows of a PK table up to which it is not torn over two pages.
_BARIS_UTUH = 6
_TENGAH: Rata = "tengah"


def bab2(k: Konteks) -> Iterable[Block]:
    """The chapter's title."""
    yield Heading(0, k.judul("bab2"), "bab2", label="BAB", asal=k.asal("bab2", "judul"))


# ----------------------------------------------------------------------------------------------- A. Renstra
def renstra(k: Konteks) -> Iterable[Block]:
    """A. Vision, mission, aims, sasaran with the matrix of targets, and core values."""
    yield Heading(1, k.judul("bab2.renstra"), "bab2.renstra", asal=k.asal("bab2.renstra", "judul"))
    yield from blok_teks(k, "bab2.renstra")
    if k.tampil("bab2.visi"):
        yield from _visi(k)
    if k.tampil("bab2.misi"):
        yield from _butir(k, "bab2.misi", "misi", "Untuk mewujudkan visi tersebut, ditetapkan misi sebagai berikut.")
    if k.tampil("bab2.tujuan"):
        yield from _butir(k, "bab2.tujuan", "tujuan", "Tujuan yang hendak dicapai adalah sebagai berikut.")
    if k.tampil("bab2.sasaran"):
        yield from _sasaran(k)
    if k.tampil("bab2.tata_nilai"):
        yield from _tata_nilai(k)


def _kepala(k: Konteks, kunci: str) -> Heading:
    return Heading(2, k.judul(kunci), kunci, daftar=False, asal=k.asal(kunci, "judul"))


def _butir_renstra(k: Konteks, jenis: str) -> tuple[RenstraButir, ...]:
    if k.renstra is None:
        return ()
    return k.snapshot.where(RenstraButir, renstra_id=k.renstra.id, jenis=jenis)


def _daftar(butir: tuple[RenstraButir, ...]) -> Items:
    return berbutir([(Run(" ".join(b.teks.split()), asal=Asal("renstra_butir", b.id, "teks")),) for b in butir])


def _visi(k: Konteks) -> Iterable[Block]:
    r = k.renstra
    if r is None or not (r.visi or r.visi_nasional or k.punya_teks("bab2.visi")):
        return
    yield _kepala(k, "bab2.visi")
    yield from blok_teks(k, "bab2.visi")
    if r.visi_nasional:
        sumber = f" menurut {r.sumber_visi_nasional}" if r.sumber_visi_nasional else ""
        yield teks(f"Visi pembangunan nasional{sumber} adalah sebagai berikut.")
        yield Para(
            (Run(_kutip(r.visi_nasional), tebal=True, asal=Asal("renstra", r.id, "visi_nasional")),),
            "kutip",
        )
    misi = _butir_renstra(k, "misi_nasional")
    if misi:
        yield from para(susun("Visi tersebut diwujudkan melalui {n} berikut.", n=jumlah(len(misi), "misi")))
        yield _daftar(misi)
    arahan = _butir_renstra(k, "arahan")
    if arahan:
        yield from para(
            susun("Pelaksanaan misi tersebut berpedoman pada {n} berikut.", n=jumlah(len(arahan), "arahan Presiden"))
        )
        yield _daftar(arahan)
    if r.visi:
        sumber = f" dalam {r.sumber_visi}" if r.sumber_visi else ""
        milik = k.identitas.kementerian_singkat or k.nama_satker
        yield teks(f"Visi {milik}{sumber} adalah sebagai berikut.")
        yield Para((Run(_kutip(r.visi), tebal=True, asal=Asal("renstra", r.id, "visi")),), "kutip")


def _kutip(teks: str) -> str:
    """A quotation in its marks; one that has marks of its own stands as typed."""
    teks = " ".join(teks.split())
    return teks if any(c in teks for c in '“”"') else f"“{teks}”"


def _butir(k: Konteks, kunci: str, jenis: str, pembuka: str) -> Iterable[Block]:
    butir = _butir_renstra(k, jenis)
    if not butir and not k.punya_teks(kunci):
        return
    yield _kepala(k, kunci)
    yield from blok_teks(k, kunci)
    if butir:
        yield teks(pembuka)
        yield _daftar(butir)
    strategi = _butir_renstra(k, "strategi") if jenis == "tujuan" else ()
    if strategi:
        yield teks("Strategi untuk mencapai tujuan tersebut adalah sebagai berikut.")
        yield _daftar(strategi)


def _sasaran(k: Konteks) -> Iterable[Block]:
    bernama = [s for s in k.hasil.sasaran if s.nama.strip()]  # a row that is only begun is nothing to count
    if not bernama:
        return
    yield _kepala(k, "bab2.sasaran")
    yield from blok_teks(k, "bab2.sasaran")
    tingkat_: list[Isian] = []
    for tingkat in ("strategis", "program", "kegiatan"):
        milik = [s for s in bernama if s.tingkat == tingkat]
        if milik:
            n = sum(1 for s in milik for i in s.indikator if i.nama.strip())
            tingkat_.append(f"{jumlah(len(milik), NAMA_TINGKAT[tingkat])} dengan {jumlah(n, JENIS_TINGKAT[tingkat])}")
    kalimat = susun(
        "Pada tahun {t} kinerja {s} diukur melalui {d}.", s=k.singkatan_satker, t=k.tahun, d=daftar(tingkat_)
    )
    matriks = matriks_renstra(k)
    yield from para(kalimat, rujuk="tabel.renstra" if matriks is not None else "")
    if matriks is None:
        return
    lanskap = len(_tahun_matriks(k)) > _TAHUN_TEGAK
    if lanskap:
        yield Part("arab", lanskap=True)
    yield matriks
    if lanskap:
        yield Part("arab")


def _tahun_matriks(k: Konteks) -> list[int]:
    return sorted({m.tahun for i in k.hasil.indikator for m in i.menengah})


def matriks_renstra(k: Konteks) -> Grid | None:
    """Sasaran kegiatan and IKK with the Renstra target of each year; None when there are no targets."""
    tahun = _tahun_matriks(k)
    if not tahun:
        return None
    rows: list[GridRow] = []
    for s in k.hasil.kegiatan():
        for n, h in enumerate(s.indikator):
            target = {m.tahun: m for m in h.menengah}
            depan = (f"{s.nomor}.", sel(potong_sasaran(s))) if n == 0 else ("", "")
            sel_tahun = [
                sel_ukur(target[t].target, asal_renstra(target[t])) if t in target else sel("-") for t in tahun
            ]
            rows.append(baris(*depan, sel(potong_nama(h)), *sel_tahun))
    nama = k.renstra.nama if k.renstra is not None else "Renstra"
    rata_tahun = tuple(_TENGAH for _ in tahun)
    return Grid(
        kepala=(
            kepala("No.", k.kolom("sasaran"), k.kolom("indikator"), kepala_lebar("Target", len(tahun))),
            kepala("", "", "", *(str(t) for t in tahun)),
        ),
        baris=tuple(rows),
        lebar=(1, 4.4, 5, *(2.0 for _ in tahun)),
        rata=("tengah", "kiri", "kiri", *rata_tahun),
        gabung=(0, 1),
        judul=judul_tabel(f"Matriks Sasaran, Indikator, dan Target {nama}"),
        kunci="tabel.renstra",
    )


def _tata_nilai(k: Konteks) -> Iterable[Block]:
    nilai = [
        t
        for t in k.snapshot.rows(TataNilai)
        if (t.tahun_dari is None or t.tahun_dari <= k.tahun) and (t.tahun_sampai is None or k.tahun <= t.tahun_sampai)
    ]
    if not nilai and not k.punya_teks("bab2.tata_nilai"):
        return
    yield _kepala(k, "bab2.tata_nilai")
    yield from blok_teks(k, "bab2.tata_nilai")
    kelompok: dict[str, list[TataNilai]] = {}
    for t in nilai:
        kelompok.setdefault(t.kelompok, []).append(t)
    if not kelompok:
        return
    gambar = [f"gambar.tata_nilai.{n}" for n in range(1, len(kelompok) + 1)]
    yield Para((Run("Tata nilai tersebut disajikan pada "), *runs_rujuk(gambar), Run(".")))
    for n, (nama, isi) in enumerate(kelompok.items(), start=1):
        yield Tree(
            Node(
                nama,
                "",
                tuple(Node(t.nama, asal=Asal("tata_nilai", t.id, "nama")) for t in isi),
                Asal("tata_nilai", isi[0].id, "kelompok"),
            ),
            (Run(f"Tata Nilai {nama}"),),
            f"gambar.tata_nilai.{n}",
            "cabang",
            alt=f"Tata nilai {nama}: {', '.join(t.nama for t in isi)}",
        )
        uraian = [t for t in isi if t.uraian]
        if uraian:
            yield teks(f"Arti setiap nilai {nama} adalah sebagai berikut.")
            yield Items(
                tuple(
                    (
                        Run(t.nama, tebal=True, asal=Asal("tata_nilai", t.id, "nama")),
                        Run(": " + " ".join(t.uraian.split()), asal=Asal("tata_nilai", t.id, "uraian")),
                    )
                    for t in uraian
                ),
                "a",
            )


# ----------------------------------------------------------------------------------------------------- B. PK
def perjanjian(k: Konteks) -> Iterable[Block]:
    """B. The PK in force at year end: its tables or a reference to the Lampiran, its changes and its budget."""
    yield Heading(1, k.judul("bab2.pk"), "bab2.pk", asal=k.asal("bab2.pk", "judul"))
    yield from blok_teks(k, "bab2.pk")
    pk = berlaku(k.snapshot, k.tahun)
    draf = pk is None
    if pk is None:
        pk = next((p for p in reversed(k.snapshot.where(Pk, tahun=k.tahun)) if p.posisi_id is None), None)
    if pk is None:
        yield teks(f"Perjanjian Kinerja tahun {k.tahun} belum ada.", asal=k.asal("bab2.pk"))
        return
    isi = isi_pk(k.snapshot, pk)
    yield from para(_kalimat_pk(isi, draf))
    yield from para(*_kalimat_anggaran(k, isi))
    if k.aturan.cetak.bagian.get("pk_bab2", "penuh") == "rujukan" and "lampiran.pk" in k.dicetak:
        yield Para((Run("Isi lengkapnya dimuat dalam "), Run("", rujuk="lampiran.pk"), Run(".")))
    else:
        yield from _rujukan_pk(isi)
        for t in isi.tingkat:
            g = tabel_tingkat(
                isi,
                t,
                f"Perjanjian Kinerja Tingkat {NAMA_TINGKAT.get(t.tingkat, t.tingkat)} Tahun {k.tahun}",
                f"tabel.pk.{t.tingkat}",
            )
            yield replace(g, utuh=len(g.baris) <= _BARIS_UTUH)
        if isi.anggaran:
            yield tabel_anggaran(isi, f"Anggaran Perjanjian Kinerja Tahun {k.tahun}", "tabel.pk.anggaran")
    yield from _perubahan(k, pk, isi)
    yield from para(kalimat_renstra(isi, k.hasil))


def _rujukan_pk(isi: IsiPk) -> Iterable[Block]:
    """Where the promises stand."""
    kunci = [f"tabel.pk.{t.tingkat}" for t in isi.tingkat]
    if not kunci:
        return
    ekor = (Run(", sedangkan anggarannya pada "), Run("", rujuk="tabel.pk.anggaran")) if isi.anggaran else ()
    yield Para(
        (Run("Sasaran, indikator, dan target yang diperjanjikan disajikan pada "), *runs_rujuk(kunci), *ekor, Run("."))
    )


def _kalimat_pk(isi: IsiPk, draf: bool) -> Kalimat:
    sebut = f"Perjanjian Kinerja Perubahan ke-{isi.pk.nomor}" if isi.pk.nomor else "Perjanjian Kinerja"
    if draf:
        return susun("{s} tahun {t} masih berupa draf dan belum ditandatangani.", s=sebut, t=isi.pk.tahun or "")
    p1, p2 = isi.pihak1, isi.pihak2
    return susun(
        "{s} tahun {t} ditandatangani{waktu} oleh {p1} selaku {j1} dan {p2} selaku {j2}.",
        s=sebut,
        t=isi.pk.tahun or "",
        waktu=_pada(isi.pk.tanggal),
        p1=_bernama(p1.nama_cetak),
        j1=" ".join(p1.jabatan_cetak.split()) or "Pihak Pertama",
        p2=_bernama(p2.nama_cetak),
        j2=" ".join((p2.jabatan_cetak).split()) or "Pihak Kedua",
    )


def _bernama(nama: str) -> str:
    """A name within a sentence: a degree behind it stands between commas (EYD)."""
    return f"{nama}," if "," in nama else nama or "(nama belum diisi)"


def _pada(tanggal: str) -> str:
    """ " pada tanggal 3 Januari 2022", " pada bulan Januari 2023"; "" without a date."""
    depan = {10: " pada tanggal ", 7: " pada bulan ", 4: " pada tahun "}.get(len(tanggal))
    return f"{depan}{tanggal_cetak(tanggal, ruang_hari=False)}" if depan else ""


def _kalimat_anggaran(k: Konteks, isi: IsiPk) -> tuple[Kalimat, ...]:
    kalimat: list[Kalimat] = []
    if isi.total is not None and k.hasil.anggaran.pk_total is None:
        kalimat.append(susun("Anggaran dalam Perjanjian Kinerja tahun {t} sebesar {n}.", t=k.tahun, n=uang(isi.total)))
    kalimat.append(kalimat_selisih_pk(k.hasil.anggaran, k.tahun))
    return tuple(kalimat)


def _perubahan(k: Konteks, pk: Pk, isi: IsiPk) -> Iterable[Block]:
    """After a revision: first and present target of every indicator that differs with the reasons, then budget and
    parties that differ."""
    if pk.nomor == 0:
        return
    versi = [p for p in k.snapshot.where(Pk, tahun=k.tahun) if p.posisi_id is None and p.nomor <= pk.nomor]
    awal = next((p for p in versi if p.nomor == 0), None)
    if awal is None:
        return
    dulu = {b.indikator_id: b for b in isi_pk(k.snapshot, awal).butir()}
    kini = {b.indikator_id: b for b in isi.butir()}
    ubah = [p for p in versi if p.nomor]
    # One change needs no number.
    alasan = "; ".join(_alasan(p) if len(ubah) == 1 else f"perubahan ke-{p.nomor}: {_alasan(p)}" for p in ubah)
    rows: list[GridRow] = []
    for id in [*dulu, *(i for i in kini if i not in dulu)]:
        a, b = dulu.get(id), kini.get(id)
        lama, baru = (a.target.cetak if a else "-"), (b.target.cetak if b else "dihapus")
        ada = b or a
        if ada is None or (a is not None and b is not None and lama == baru):
            continue
        rows.append(baris(f"{len(rows) + 1}.", ada.nama, lama, baru, huruf_awal(alasan)))
    lain = [b for b in beda(k.snapshot, awal, pk) if b.jenis in ("anggaran", "pihak")]
    yield from para(
        susun(
            "Perjanjian Kinerja tahun {t} telah diubah {n}. Alasannya: {a}.",
            t=k.tahun,
            n=jumlah(pk.nomor, "kali"),
            a=alasan,
        ),
        rujuk=[*(["tabel.pk.perubahan"] if rows else []), *(["tabel.pk.perubahan_lain"] if lain else [])],
    )
    if not rows:
        yield teks("Perubahan tersebut tidak mengubah target indikator.")
    else:
        yield _tabel_target(k, rows)
    if lain:
        apa = " dan ".join(
            n for j, n in (("anggaran", "Anggaran"), ("pihak", "Pejabat")) if j in {b.jenis for b in lain}
        )
        yield Grid(
            kepala=(kepala("No.", "Uraian", "Semula", "Menjadi"),),
            baris=tuple(baris(f"{n}.", b.label, b.dari or "-", b.ke or "dihapus") for n, b in enumerate(lain, start=1)),
            lebar=(1, 5, 5, 5),
            rata=("tengah", "kiri", "kiri", "kiri"),
            judul=judul_tabel(f"Perubahan {apa} dalam Perjanjian Kinerja Tahun {k.tahun}"),
            kunci="tabel.pk.perubahan_lain",
        )


def _tabel_target(k: Konteks, rows: Sequence[GridRow]) -> Grid:
    """First and present target of every indicator that differs."""
    return Grid(
        kepala=(kepala("No.", k.kolom("indikator"), "Target Awal", "Target Perubahan", "Alasan Perubahan"),),
        baris=tuple(rows),
        lebar=(1, 6, 2.2, 2.4, 4.4),
        rata=("tengah", "kiri", "tengah", "tengah", "kiri"),
        gabung=(4,),
        judul=judul_tabel(f"Perubahan Target Perjanjian Kinerja Tahun {k.tahun}"),
        kunci="tabel.pk.perubahan",
    )


def _alasan(p: Pk) -> str:
    """Why a version was made, as the end of a sentence."""
    alasan = dict(ALASAN_PK).get(p.alasan, "")
    uraian = " ".join(p.alasan_uraian.split()).rstrip(".")
    return uraian or (alasan[:1].lower() + alasan[1:]) or "alasan belum diisi"
