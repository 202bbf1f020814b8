"""Sentences of one indicator on its own: values, headings by status, this year's target, and efficiency."""

from __future__ import annotations

from decimal import Decimal

from lkjip_desktop.core.angka import angka, persen, romawi
from lkjip_desktop.core.banding import terpaut
from lkjip_desktop.core.hasil import Efisiensi, HasilIndikator, HasilSasaran
from lkjip_desktop.core.kata_dasar import (
    NAMA_TINGKAT,
    Isian,
    Kalimat,
    Potong,
    huruf_awal,
    huruf_kecil_awal,
    klausa,
    susun,
)
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import IndikatorTahun

KATA_POLARITAS = {
    "naik": "makin tinggi nilainya makin baik",
    "turun": "makin rendah nilainya makin baik",
    "rentang": "makin dekat dengan rentang target makin baik",
}
_KONSOLIDASI = {
    "jumlah": "dijumlahkan",
    "rata": "dirata-ratakan",
    "terakhir": "diambil nilai terakhirnya",
    "maksimum": "diambil nilai tertingginya",
}


# ------------------------------------------------------------------------------------------------- values
def potong_nama(h: HasilIndikator) -> Potong:
    """The indicator's name of the year."""
    return Potong(h.nama, "indikator_tahun", h.baris_id, "nama")


def potong_target(h: HasilIndikator) -> Potong:
    """The target with its unit."""
    kolom = "target_predikat" if h.jenis_nilai == "predikat" else "target"
    return Potong(h.target.cetak, "indikator_tahun", h.baris_id, kolom)


def potong_realisasi(h: HasilIndikator) -> Potong:
    """The realisasi with its unit."""
    return Potong(h.realisasi.cetak, "indikator_tahun", h.baris_id, h.kolom_realisasi)


def potong_capaian(h: HasilIndikator) -> Potong:
    """The capaian as printed; it opens the realisasi from which it comes."""
    return Potong(h.capaian.cetak, "indikator_tahun", h.baris_id, h.kolom_realisasi)


# --------------------------------------------------------------------------------------- headings by status
def judul_penyebab(h: HasilIndikator) -> str:
    """Heading of analysis 5 by the status of the indicator."""
    match h.capaian.status:
        case "melampaui" | "tercapai":
            return "Penyebab Keberhasilan"
        case "tidak_tercapai":
            return "Penyebab Kegagalan"
    return "Analisis Penyebab"


def judul_program(h: HasilIndikator) -> str:
    """Heading of analysis 7 by the status of the indicator."""
    match h.capaian.status:
        case "melampaui" | "tercapai":
            return "Analisis Program/Kegiatan yang Menunjang Keberhasilan"
        case "tidak_tercapai":
            return "Analisis Program/Kegiatan yang Memengaruhi Kegagalan"
    return "Analisis Program/Kegiatan yang Memengaruhi Kinerja"


# --------------------------------------------------------------------------------- 1 target against realisasi
def kalimat_capaian(h: HasilIndikator, tahun: int, desimal: int = 2) -> Kalimat:
    """Realisasi, target, status and capaian of the year in one sentence, told by how they lie to each other; a grade
    without a number states no capaian."""
    isi: dict[str, Isian] = {"tahun": tahun, "t": potong_target(h), "r": potong_realisasi(h), "c": potong_capaian(h)}
    if h.capaian.status == "tidak_dapat_dihitung":
        return _tak_terhitung(h, isi)
    beda = selisih_target(h, desimal)
    isi["beda"] = Potong(beda, "indikator_tahun", h.baris_id, h.kolom_realisasi)
    bernilai = h.capaian.mentah is not None
    ekor = ", sehingga capaiannya {c}" if bernilai else ""
    if h.jenis_nilai == "predikat":
        letak = {"melampaui": "melampaui target {t}", "tercapai": "mencapai target {t}"}
        if h.realisasi.cetak == h.target.cetak:
            letak["tercapai"] = "sama dengan targetnya"
        pola = "Predikat yang diraih pada tahun {tahun} ialah {r}, "
        return susun(pola + letak.get(h.capaian.status, "belum mencapai target {t}") + ekor + ".", **isi)
    pola = "Realisasi tahun {tahun} sebesar {r} "
    if h.polaritas == "rentang":
        return susun(pola + _letak_rentang(h) + " {t}" + ekor + ".", **isi)
    if h.capaian.status == "tidak_tercapai":
        pola += "masih lebih tinggi daripada target {t}" if _turun(h) else "belum mencapai target {t}"
        sisa = [*(["selisihnya terhadap target {beda}"] if beda else []), *(["capaiannya {c}"] if bernilai else [])]
        return susun(pola + ("; " if sisa else "") + " dan ".join(sisa) + ".", **isi)
    if not beda:
        return susun(pola + "sama dengan targetnya" + ekor + ".", **isi)
    pola += "lebih rendah daripada batas target {t}" if _turun(h) else "melampaui target {t}"
    return susun(pola + " dengan selisih {beda}" + ekor + ".", **isi)


def _turun(h: HasilIndikator) -> bool:
    return h.polaritas == "turun"


def _tak_terhitung(h: HasilIndikator, isi: dict[str, Isian]) -> Kalimat:
    """Why the capaian cannot be computed, and what of target and realisasi is known."""
    tahu = [
        *(["targetnya {t}"] if h.target.diketahui else []),
        *(["realisasinya {r}"] if h.realisasi.diketahui else []),
    ]
    pola = "Capaian tahun {tahun} tidak dapat dihitung karena {alasan}" + ("; " if tahu else "")
    alasan = klausa(h.capaian.alasan) or "datanya belum lengkap"
    return susun(pola + " dan ".join(tahu) + ".", alasan=alasan, **isi)


def _letak_rentang(h: HasilIndikator) -> str:
    """Where the realisasi lies to its band."""
    match h.capaian.rumus:
        case "rentang_bawah":
            return "berada di bawah rentang target"
        case "rentang_atas":
            return "berada di atas rentang target"
    return "berada di luar rentang target" if h.capaian.status == "tidak_tercapai" else "berada dalam rentang target"


def selisih_target(h: HasilIndikator, desimal: int = 2) -> str:
    """The distance from the target as printed; "" for a grade or a band, whose distance is no single figure."""
    if h.jenis_nilai == "predikat" or h.polaritas == "rentang":
        return ""
    return terpaut(h.realisasi, h.target, desimal)


def potong_hasil(h: HasilIndikator) -> Kalimat:
    """The result in short: "82,09%", or "realisasi B dari target BB" where the capaian has no number."""
    if h.capaian.mentah is not None:
        return (potong_capaian(h),)
    return susun("realisasi {r} dari target {t}", r=potong_realisasi(h), t=potong_target(h))


def kalimat_batas(h: HasilIndikator) -> Kalimat:
    """That a cap or a floor applied, and what entered the mean; empty when none did."""
    c = h.capaian
    if c.mentah is None or c.terhitung is None or c.mentah == c.terhitung:
        return ()
    return susun(
        "Nilai yang diperhitungkan dalam rata-rata adalah {hitung}{alasan}.",
        hitung=Potong(c.cetak_terhitung, "indikator_tahun", h.baris_id, h.kolom_realisasi),
        alasan=f" ({klausa(c.alasan)})" if c.alasan else "",
    )


def kalimat_asal(h: HasilIndikator, snapshot: Snapshot) -> Kalimat:
    """Where the realisasi comes from: numerator and denominator, a typed percentage, or figures by period."""
    it = snapshot.get(IndikatorTahun, h.baris_id)
    if it is None or h.realisasi.nilai is None:
        return ()
    if h.jenis_nilai == "rasio" and h.diketik:
        return susun(
            "Pembilang dan penyebut indikator ini tidak tersedia, sehingga realisasi sebesar {r} dicatat langsung "
            "sebagai persentase.",
            r=potong_realisasi(h),
        )
    periode = ""
    if h.dari_periode and it.kumulatif:
        periode = " Angka tersebut adalah angka kumulatif pada periode terakhir."
    elif h.dari_periode:
        periode = f" Angka tersebut berasal dari angka periode yang {_KONSOLIDASI[h.cara_gabung]}."
    if h.jenis_nilai == "rasio" and h.pembilang is not None and h.penyebut is not None:
        return susun(
            "{atas} tercatat sebanyak {p} dan {bawah} sebanyak {q}, sehingga realisasinya {r}.{periode}",
            atas=Potong(
                huruf_awal(it.label_pembilang or "pembilang"), "indikator_tahun", h.baris_id, "label_pembilang"
            ),
            bawah=Potong(
                huruf_kecil_awal(it.label_penyebut) or "penyebut",
                "indikator_tahun",
                h.baris_id,
                "label_penyebut",
            ),
            p=Potong(hitungan(h.pembilang, it.satuan_hitung), "indikator_tahun", h.baris_id, "pembilang"),
            q=Potong(hitungan(h.penyebut, it.satuan_hitung), "indikator_tahun", h.baris_id, "penyebut"),
            r=potong_realisasi(h),
            periode=periode,
        )
    return susun("{periode}", periode=periode.strip()) if periode else ()


def hitungan(n: Decimal, satuan: str) -> str:
    """A counted number with its unit: "1.277 orang"."""
    return f"{angka(n)} {satuan}".strip()


# ------------------------------------------------------------------------------------------------ 6 efficiency
def kalimat_efisiensi(s: HasilSasaran, tahun: int, desimal: int = 2) -> tuple[Kalimat, ...]:
    """Use of money against achievement of the sasaran that the indicator belongs to, by the method of the office."""
    e = s.efisiensi
    sebut = f"{NAMA_TINGKAT.get(s.tingkat, 'Sasaran')} {romawi(max(s.nomor, 1))}"
    if e.capaian is None or e.penyerapan is None or e.indeks is None:
        sebab = klausa(e.catatan) or "anggaran atau capaiannya belum lengkap"
        return (
            susun(
                "Efisiensi {s} tahun {tahun} tidak dapat dihitung karena {sebab}.", s=sebut, tahun=tahun, sebab=sebab
            ),
        )
    hasil = [
        susun(
            "Anggaran disediakan untuk seluruh {s}, sehingga efisiensi dihitung pada tingkat sasaran: rata-rata "
            "capaian {c} dengan penyerapan anggaran {p}.",
            s=sebut,
            c=Potong(persen(e.capaian, desimal), "sasaran_tahun", s.baris_id, "nama"),
            p=persen(e.penyerapan, desimal),
        ),
        susun(_ukuran_efisiensi(e), ie=e.indeks_cetak.lstrip("-"), te=e.tingkat_cetak),
    ]
    if e.kata == "serapan lebih rendah, target belum tercapai":
        hasil.append(
            susun(
                "Serapan memang lebih rendah, tetapi target belum tercapai, sehingga penggunaan sumber daya belum "
                "dapat disebut efisien."
            )
        )
    else:
        hasil.append(susun("Dengan demikian, penggunaan sumber daya dinilai {kata}.", kata=e.kata))
    if e.catatan:
        hasil.append(susun("{c}.", c=huruf_awal(e.catatan.strip().rstrip("."))))
    return tuple(hasil)


def kalimat_efisiensi_sama(s: HasilSasaran, sebut: str) -> tuple[Kalimat, ...]:
    """The same measure for a further indicator of the sasaran, whose sum stands at the one named by `sebut`."""
    e = s.efisiensi
    if e.indeks is None:
        return kalimat_efisiensi(s, 0)
    sasaran = f"{NAMA_TINGKAT.get(s.tingkat, 'Sasaran')} {romawi(max(s.nomor, 1))}"
    verdik = (
        "sehingga penggunaan sumber daya dinilai {kata}"
        if e.kata != "serapan lebih rendah, target belum tercapai"
        else "tetapi target belum tercapai, sehingga penggunaan sumber daya belum dapat disebut efisien"
    )
    ukuran = huruf_kecil_awal(_ukuran_efisiensi(e).removesuffix("."))
    return (
        susun(
            "Efisiensi {s} telah dihitung pada {sebut}: " + ukuran + ", " + verdik + ".",
            s=sasaran,
            sebut=sebut,
            ie=e.indeks_cetak.lstrip("-"),
            te=e.tingkat_cetak,
            kata=e.kata,
        ),
    )


def _ukuran_efisiensi(e: Efisiensi) -> str:
    """The pattern that states the measure by its method; the index without its sign where a word says it."""
    if e.metode == "selisih":
        letak = "di bawah" if e.indeks is not None and e.indeks < 0 else "di atas"
        return f"Capaian berada {{ie}} {letak} penyerapan anggaran."
    tanda = "-" if e.indeks_cetak.startswith("-") else ""
    if e.metode == "pmk22":
        setara = ", setara dengan nilai {te}" if e.tingkat is not None else ""
        return f"Nilai efisiensi (E) yang diperoleh {tanda}{{ie}}{setara}."
    return f"Indeks efisiensi (IE) yang diperoleh {tanda}{{ie}} dan tingkat efisiensi (TE) {{te}}."


def kalimat_belum_efisien(h: HasilIndikator, s: HasilSasaran) -> Kalimat:
    """For a missed indicator of an efficient sasaran: the verdict is not its own; else empty."""
    if not s.efisiensi.efisien or h.capaian.status != "tidak_tercapai":
        return ()
    return susun(
        "Penilaian tersebut berlaku bagi sasaran secara keseluruhan; target indikator ini sendiri belum tercapai "
        "({c}), sehingga indikator ini belum dapat disebut efisien.",
        c=potong_hasil(h),
    )


def kalimat_hasil(h: HasilIndikator) -> Kalimat:
    """What the analysis of causes has to explain: a miss, or a result worse than last year's; empty for any other,
    whose result stands in the first analysis."""
    b = h.banding
    lalu = f"dibandingkan dengan tahun {b.tahun_lalu}" if b is not None and b.nilaian == "memburuk" else ""
    match h.capaian.status:
        case "tidak_tercapai":
            pola = "Target indikator ini belum tercapai ({c})" + (" dan kinerjanya memburuk {lalu}" if lalu else "")
        case "melampaui" | "tercapai" if lalu:
            kata = "terlampaui" if h.capaian.status == "melampaui" else "tercapai"
            pola = f"Target indikator ini {kata} ({{c}}), tetapi kinerjanya memburuk {{lalu}}"
        case _:
            return ()
    return susun(pola + ".", c=potong_hasil(h), lalu=lalu)


def kalimat_satu_dari_satu(h: HasilIndikator) -> Kalimat:
    """The caution for an output that is either there or not ("1 Layanan" of one); empty for any other indicator."""
    if h.jenis_nilai != "hitungan" or h.target.nilai != 1 or h.realisasi.nilai != 1:
        return ()
    return susun(
        "Angka efisiensi itu perlu dibaca dengan hati-hati karena keluaran indikator ini hanya {r}.",
        r=potong_realisasi(h),
    )
