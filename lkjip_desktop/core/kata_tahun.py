"""Sentences of a sasaran and of the whole year; the verdict names every indicator that missed its target."""

from __future__ import annotations

from fractions import Fraction

from lkjip_desktop.core.angka import bulat, romawi
from lkjip_desktop.core.banding import arah_dari, cetak_selisih
from lkjip_desktop.core.hasil import Hasil, HasilIndikator, HasilSasaran
from lkjip_desktop.core.kata_dasar import (
    KATA_STATUS,
    NAMA_JENIS,
    NAMA_TINGKAT,
    SINGKATAN_TINGKAT,
    Isian,
    Kalimat,
    Potong,
    daftar,
    gabung,
    jumlah,
    klausa,
    kutip,
    susun,
)
from lkjip_desktop.core.kata_indikator import (
    potong_capaian,
    potong_hasil,
    potong_nama,
    potong_realisasi,
    potong_target,
)

_RATUS = 100
#: Most names with their figures that a reader follows in one sentence.
_TERBACA = 4


# ------------------------------------------------------------------------------------------------ short names
def sebut_sasaran(s: HasilSasaran) -> str:
    """ "Sasaran Kegiatan I"."""
    return f"{NAMA_TINGKAT.get(s.tingkat, 'Sasaran')} {romawi(max(s.nomor, 1))}"


def singkat_sasaran(s: HasilSasaran) -> str:
    """ "SK I"."""
    return f"{SINGKATAN_TINGKAT.get(s.tingkat, 'S')} {romawi(max(s.nomor, 1))}"


def singkat_indikator(h: HasilIndikator) -> str:
    """ "IKK 2"."""
    return f"{h.jenis} {h.nomor}"


def potong_sasaran(s: HasilSasaran) -> Potong:
    """The sasaran's wording of the year."""
    return Potong(s.nama, "sasaran_tahun", s.baris_id, "nama")


def potong_rata(s: HasilSasaran) -> Potong:
    """The mean of the sasaran as printed."""
    return Potong(s.rata_rata_cetak, "sasaran_tahun", s.baris_id, "nama")


# --------------------------------------------------------------------------------------------------- sasaran
def kalimat_sasaran(s: HasilSasaran) -> Kalimat:
    """What a sasaran is measured by: number of indicators, and as far as one sentence holds them names and targets."""
    if not s.indikator:
        return susun("{s} belum memiliki indikator.", s=sebut_sasaran(s))
    jenis = NAMA_JENIS.get(s.indikator[0].jenis, "indikator")
    if len(s.indikator) > _TERBACA:
        return susun("{s} diukur melalui {n}.", s=sebut_sasaran(s), n=jumlah(len(s.indikator), jenis))
    butir: list[Isian] = [
        susun(
            "{nama} dengan target {t}" if h.target.diketahui else "{nama} yang targetnya belum diisi",
            nama=kutip(potong_nama(h)),
            t=potong_target(h),
        )
        for h in s.indikator
    ]
    return susun(
        "{s} diukur melalui {n}, yaitu {daftar}.",
        s=sebut_sasaran(s),
        n=jumlah(len(s.indikator), jenis),
        daftar=daftar(butir),
    )


def kalimat_status_sasaran(s: HasilSasaran, tahun: int, desimal: int = 2) -> Kalimat:
    """Mean and verdict of a sasaran, and the mean against last year's; a miss is never hidden by a mean above 100%."""
    if s.rata_rata is None:
        return susun("Rata-rata capaian {s} tahun {tahun} tidak dapat dihitung.", s=sebut_sasaran(s), tahun=tahun)
    return susun(
        "Rata-rata capaian {s} tahun {tahun} sebesar {r}{lalu}; sasaran ini dinyatakan {kata}.",
        s=sebut_sasaran(s),
        tahun=tahun,
        r=potong_rata(s),
        lalu=_rata_lalu(s, tahun, desimal),
        kata=s.kata,
    )


def _rata_lalu(s: HasilSasaran, tahun: int, desimal: int) -> str:
    """ ", naik 1,50 poin persen dari 100% pada tahun 2022"; "" when last year has no mean."""
    if s.rata_rata is None or s.rata_lalu is None:
        return ""
    beda = Fraction(bulat(s.rata_rata, desimal)) - Fraction(bulat(s.rata_lalu, desimal))
    if not beda:
        return f", sama dengan tahun {tahun - 1}"
    selisih = cetak_selisih(beda, "%", desimal)
    return f", {arah_dari(beda)} {selisih} dari {s.rata_lalu_cetak} pada tahun {tahun - 1}"


def kalimat_ikhtisar_sasaran(s: HasilSasaran) -> Kalimat:
    """Every indicator of a sasaran with target, realisasi and capaian, for the executive summary: those that came out
    just as promised in one sentence, each other one in its own."""
    if not s.indikator:
        return kalimat_sasaran(s)
    pas = [h for h in s.indikator if h.capaian.cetak == "100%" and h.target.cetak == h.realisasi.cetak]
    if len(pas) < _TERBACA - 1:
        pas = []
    kalimat = [_kepala_sasaran(s), *(_kalimat_ikhtisar(h) for h in s.indikator if h not in pas)]
    if pas:
        butir: list[Isian] = [
            susun("{jenis} {nama} ({r})", jenis=singkat_indikator(h), nama=kutip(potong_nama(h)), r=potong_realisasi(h))
            for h in pas
        ]
        kalimat.append(
            susun(
                "Realisasi {daftar} sama dengan targetnya, sehingga capaian masing-masing 100%.", daftar=daftar(butir)
            )
        )
    return gabung(kalimat)


def _kepala_sasaran(s: HasilSasaran) -> Kalimat:
    isi: dict[str, Isian] = {"s": sebut_sasaran(s), "nama": kutip(potong_sasaran(s)), "kata": s.kata}
    if s.rata_rata is None:
        return susun("{s}, {nama}: rata-rata capaiannya tidak dapat dihitung.", **isi)
    return susun("{s}, {nama}, {kata} dengan rata-rata capaian {rata}.", **isi, rata=potong_rata(s))


def _kalimat_ikhtisar(h: HasilIndikator) -> Kalimat:
    """One indicator in one sentence."""
    isi: dict[str, Isian] = {"jenis": singkat_indikator(h), "nama": kutip(potong_nama(h)), "t": potong_target(h)}
    if h.capaian.status == "tidak_dapat_dihitung":
        return susun(
            "Capaian {jenis} {nama}"
            + (" dengan target {t}" if h.target.diketahui else "")
            + " tidak dapat dihitung ({alasan}).",
            **isi,
            alasan=klausa(h.capaian.alasan) or "data belum lengkap",
        )
    pola = "{jenis} {nama} terealisasi {r} dari target {t}"
    if h.polaritas == "rentang":
        pola = "{jenis} {nama} terealisasi {r} dengan rentang target {t}"
    elif h.jenis_nilai == "predikat":
        pola = "{jenis} {nama} meraih predikat {r} dari target {t}"
    pola += ", sehingga capaiannya {c}." if h.capaian.mentah is not None else " ({kata})."
    return susun(pola, **isi, r=potong_realisasi(h), c=potong_capaian(h), kata=KATA_STATUS[h.capaian.status])


# ------------------------------------------------------------------------------------------------ whole year
def kalimat_jumlah(hasil: Hasil) -> Kalimat:
    """How many sasaran kegiatan and IKK the year has."""
    n, m = len(hasil.kegiatan()), len(hasil.indikator)
    if not m:
        return susun("Indikator Kinerja Kegiatan tahun {t} belum diisi.", t=hasil.tahun)
    return susun(
        "Kinerja tahun {t} diukur melalui {n} dengan {m}.",
        t=hasil.tahun,
        n=jumlah(n, "Sasaran Kegiatan"),
        m=jumlah(m, "Indikator Kinerja Kegiatan (IKK)"),
    )


def kalimat_putusan(hasil: Hasil) -> tuple[Kalimat, ...]:
    """The verdict of the year: how many reached their target, and by name those that did not."""
    if not hasil.indikator:
        return ()
    if not hasil.jumlah_dihitung:
        return (
            susun(
                "Capaian tahun {t} belum dapat dinyatakan karena belum ada indikator yang dapat dihitung.",
                t=hasil.tahun,
            ),
        )
    putusan = _putusan_meleset(hasil) if hasil.meleset else _putusan_tercapai(hasil)
    if not hasil.tak_terhitung:
        return (putusan,)
    belum: list[Isian] = [
        susun("{nama} ({sebab})", nama=kutip(potong_nama(h)), sebab=klausa(h.capaian.alasan) or "data belum lengkap")
        for h in hasil.tak_terhitung
    ]
    return (
        putusan,
        susun(
            "Sebanyak {n} tidak dapat dihitung dan tidak masuk rata-rata, yaitu {daftar}.",
            n=jumlah(len(hasil.tak_terhitung), "indikator"),
            daftar=daftar(belum),
        ),
    )


def _putusan_tercapai(hasil: Hasil) -> Kalimat:
    """All that could be computed reached their target; the year is a success only when nothing was left out."""
    semua, sebagian = _lampau(hasil)
    satu = hasil.jumlah_dihitung == 1
    if hasil.tak_terhitung:
        return susun(
            "{n} yang dapat dihitung pada tahun {t} {kata} target{lampau}.",
            n="Satu-satunya indikator" if satu else f"Seluruh {_dihitung(hasil)}",
            t=hasil.tahun,
            kata="melampaui" if semua else "mencapai",
            lampau=f", termasuk {sebagian} yang melampauinya" if sebagian else "",
        )
    return susun(
        "Target {n} {kata}{lampau}, sehingga kinerja tahun {t} dinyatakan berhasil.",
        n="satu-satunya indikator" if satu else f"seluruh {_dihitung(hasil)}",
        t=hasil.tahun,
        kata="terlampaui" if semua else "tercapai",
        lampau=f", {sebagian} di antaranya terlampaui" if sebagian else "",
    )


def _putusan_meleset(hasil: Hasil) -> Kalimat:
    """How many reached their target, and by name those that did not."""
    semua, sebagian = _lampau(hasil)
    sebut = _sebutan_meleset(hasil)
    tidak: list[Isian] = [susun("{nama} ({c})", nama=sebut[h.id], c=potong_hasil(h)) for h in hasil.meleset]
    if hasil.jumlah_dihitung == 1:
        pola = "Satu-satunya indikator yang dihitung pada tahun {t}, yaitu {daftar}, belum mencapai target."
    elif not hasil.jumlah_tercapai:
        pola = "Seluruh {n} yang dihitung pada tahun {t} belum mencapai target, yaitu {daftar}."
    else:
        pola = (
            "Dari {n} yang dihitung pada tahun {t}, {ya} {kata} target{lampau} dan {m} belum mencapai target, yaitu "
            "{daftar}."
        )
    return susun(
        pola,
        n=_dihitung(hasil),
        t=hasil.tahun,
        ya=jumlah(hasil.jumlah_tercapai),
        kata="melampaui" if semua else "mencapai",
        lampau=f", termasuk {sebagian} yang melampauinya," if sebagian else "",
        m=jumlah(len(hasil.meleset)),
        daftar=daftar(tidak),
    )


def _dihitung(hasil: Hasil) -> str:
    return jumlah(hasil.jumlah_dihitung, "indikator")


def _lampau(hasil: Hasil) -> tuple[bool, str]:
    """Whether all that reached their target went beyond it, and else how many did ("" for none)."""
    n = sum(h.capaian.status == "melampaui" for h in hasil.indikator)
    semua = n > 0 and n == hasil.jumlah_tercapai
    return semua, "" if semua or not n else jumlah(n)


def _sebutan_meleset(hasil: Hasil) -> dict[str, Kalimat]:
    """How the verdict names each miss: in full, or by its short name where a reader could not follow so many."""
    if len(hasil.meleset) <= _TERBACA:
        return {h.id: kutip(potong_nama(h)) for h in hasil.meleset}
    singkat = {h.id: f"{singkat_sasaran(s)} {singkat_indikator(h)}" for s in hasil.sasaran for h in s.indikator}
    return {h.id: (Potong(singkat.get(h.id, h.kode), "indikator_tahun", h.baris_id, "nama"),) for h in hasil.meleset}


def kalimat_putusan_singkat(hasil: Hasil) -> Kalimat:
    """The verdict of the year in counts alone, where the misses stand in a table beside it."""
    if not hasil.indikator:
        return ()
    n = jumlah(len(hasil.indikator), "Indikator Kinerja Kegiatan")
    bagian = [
        (hasil.jumlah_tercapai, "mencapai target"),
        (len(hasil.meleset), "belum mencapai target"),
        (len(hasil.tak_terhitung), "tidak dapat dihitung"),
    ]
    butir: list[Isian] = [jumlah(banyak, kata) for banyak, kata in bagian if banyak]
    if len(butir) == 1:
        kata = next(kata for banyak, kata in bagian if banyak)
        return susun("Seluruh {n} tahun {t} {kata}.", n=n, t=hasil.tahun, kata=kata)
    return susun("Dari {n} tahun {t}, {d}.", n=n, t=hasil.tahun, d=daftar(butir))


def kalimat_rata(hasil: Hasil) -> Kalimat:
    """The mean of the year, how it was made, and that a high mean does not undo a miss."""
    if hasil.rata_rata is None:
        return ()
    cara = (
        "Rata-rata capaian tahun {t}, yang dihitung dari rata-rata setiap sasaran, sebesar {r}."
        if hasil.rata_cara == "sasaran"
        else "Rata-rata capaian seluruh indikator pada tahun {t} sebesar {r}."
    )
    ekor = (
        " Nilai rata-rata tersebut tidak berarti bahwa seluruh target telah tercapai."
        if hasil.meleset and hasil.rata_rata >= _RATUS
        else ""
    )
    return susun(cara + ekor, t=hasil.tahun, r=Potong(hasil.rata_rata_cetak, "laporan", "", "tahun"))


def kalimat_pembulatan(hasil: Hasil, desimal: int = 2) -> str:
    """The rounding rule of the office, printed once under the first table."""
    sampai = f"sampai {jumlah(desimal, 'angka di belakang koma')}" if desimal else "menjadi bilangan bulat"
    if hasil.pembulatan == "P2":
        teks = f"realisasi dibulatkan lebih dahulu {sampai}, lalu capaian dihitung dari realisasi yang sudah dibulatkan"
    else:
        teks = (
            f"capaian dihitung dari angka yang belum dibulatkan, dan hanya hasil yang dicetak yang dibulatkan {sampai}"
        )
    batas = ""
    if hasil.batas is not None:
        from lkjip_desktop.core.angka import persen

        batas = f" Capaian yang diperhitungkan dalam rata-rata dibatasi paling tinggi {persen(hasil.batas)}."
    return f"Pembulatan: {teks}.{batas}"
