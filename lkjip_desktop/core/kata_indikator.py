"""Sentences of one indicator: the words beside its seven analyses (PermenPAN-RB 53/2014), generated from Hasil."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from lkjip_desktop.core.angka import angka, persen, romawi
from lkjip_desktop.core.hasil import Efisiensi, HasilIndikator, HasilSasaran, TahunIndikator, Ukur
from lkjip_desktop.core.kata_dasar import (
    NAMA_TINGKAT,
    Isian,
    Kalimat,
    Potong,
    daftar_tahun,
    huruf_awal,
    huruf_kecil_awal,
    jumlah,
    klausa,
    kutip,
    selisih,
    susun,
)
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import Indikator, IndikatorTahun, TargetRenstra

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


def kolom_realisasi(h: HasilIndikator) -> str:
    """The column in which the realisasi of this indicator is typed."""
    if h.jenis_nilai == "predikat":
        return "realisasi_predikat"
    if h.jenis_nilai == "rasio" and not h.diketik:
        return "pembilang"
    return "realisasi"


def potong_realisasi(h: HasilIndikator) -> Potong:
    """The realisasi with its unit."""
    return Potong(h.realisasi.cetak, "indikator_tahun", h.baris_id, kolom_realisasi(h))


def potong_capaian(h: HasilIndikator) -> Potong:
    """The capaian as printed; it opens the realisasi from which it comes."""
    return Potong(h.capaian.cetak, "indikator_tahun", h.baris_id, kolom_realisasi(h))


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
    """Realisasi, target, status and capaian of the year in one sentence."""
    if h.capaian.status == "tidak_dapat_dihitung":
        return susun(
            "Capaian tahun {tahun} tidak dapat dihitung karena {alasan} (target {t}, realisasi {r}).",
            tahun=tahun,
            alasan=klausa(h.capaian.alasan) or "datanya belum lengkap",
            t=potong_target(h),
            r=potong_realisasi(h),
        )
    isi: dict[str, Isian] = {"tahun": tahun, "t": potong_target(h), "r": potong_realisasi(h), "c": potong_capaian(h)}
    match h.capaian.status:
        case "melampaui":
            pola = "Pada tahun {tahun} realisasi sebesar {r} melampaui target {t}, dengan capaian {c}."
        case "tercapai":
            pola = "Pada tahun {tahun} realisasi sebesar {r} mencapai target {t}, dengan capaian {c}."
        case _:
            pola = "Pada tahun {tahun} realisasi sebesar {r} belum mencapai target {t}, dengan capaian {c}"
            beda = _terpaut(h.realisasi, h.target, h.satuan, desimal)
            return susun(
                pola + ("; selisihnya terhadap target {beda}." if beda else "."),
                **isi,
                beda=Potong(beda, "indikator_tahun", h.baris_id, kolom_realisasi(h)),
            )
    return susun(pola, **isi)


def kalimat_batas(h: HasilIndikator) -> Kalimat:
    """That a cap or a floor applied, and what entered the mean; empty when none did."""
    c = h.capaian
    if c.mentah is None or c.terhitung is None or c.mentah == c.terhitung:
        return ()
    return susun(
        "Nilai yang diperhitungkan dalam rata-rata adalah {hitung}{alasan}.",
        hitung=Potong(c.cetak_terhitung, "indikator_tahun", h.baris_id, kolom_realisasi(h)),
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
    periode = (
        f" Angka tersebut berasal dari angka periode yang {_KONSOLIDASI.get(it.konsolidasi, 'digabungkan')}."
        if h.dari_periode
        else ""
    )
    if h.jenis_nilai == "rasio" and h.pembilang is not None and h.penyebut is not None:
        return susun(
            "{atas} tercatat sebanyak {p} dan {bawah} sebanyak {q}, sehingga realisasi yang diperoleh {r}.{periode}",
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


# ------------------------------------------------------------------------------------ 2 against earlier years
def kalimat_banding(h: HasilIndikator, tahun: int, snapshot: Snapshot) -> tuple[Kalimat, ...]:
    """This year against last year (direction and judgement apart), and what earlier years lack."""
    lama = [t for t in h.riwayat if t.tahun < tahun]
    hasil: list[Kalimat] = []
    lalu = next((t for t in lama if t.tahun == tahun - 1), None)
    if lalu is not None and lalu.ada:
        hasil += _banding_lalu(h, lalu, tahun)
    hasil += _tahun_kosong(h, lama, tahun, snapshot)
    hasil += _rentang_tahun(h)
    return tuple(hasil)


def _banding_lalu(h: HasilIndikator, lalu: TahunIndikator, tahun: int) -> list[Kalimat]:
    isi: dict[str, Isian] = {
        "lalu": lalu.tahun,
        "tahun": tahun,
        "r0": Potong(lalu.realisasi.cetak, "indikator_tahun", lalu.baris_id, "realisasi"),
        "c0": Potong(lalu.capaian.cetak, "indikator_tahun", lalu.baris_id, "realisasi"),
        "r": potong_realisasi(h),
        "c": potong_capaian(h),
    }
    hasil: list[Kalimat] = []
    if " ".join(lalu.nama.split()).casefold() != " ".join(h.nama.split()).casefold():
        hasil.append(
            susun(
                "Pada tahun {lalu} indikator ini dirumuskan sebagai {nama}.",
                lalu=lalu.tahun,
                nama=kutip(Potong(lalu.nama, "indikator_tahun", lalu.baris_id, "nama")),
            )
        )
    b = h.banding
    if b is None or b.tahun_lalu != lalu.tahun or b.selisih is None:
        hasil.append(
            susun(
                "Realisasi tahun {lalu} dan tahun {tahun} belum dapat dibandingkan karena datanya tidak lengkap.",
                **isi,
            )
        )
        return hasil
    if b.arah == "tetap":
        hasil.append(susun("Realisasi tahun {tahun} sama dengan tahun {lalu}, yaitu {r}.", **isi))
    else:
        hasil.append(
            susun(
                "Dibandingkan dengan tahun {lalu}, realisasi {arah} {beda}, dari {r0} menjadi {r}{nilaian}.",
                **isi,
                arah=b.arah,
                beda=b.selisih_cetak,
                nilaian=_nilaian(b.nilaian, h.polaritas),
            )
        )
    if b.arah_capaian == "tetap":
        hasil.append(susun("Capaian kedua tahun sama, yaitu {c}.", **isi))
    elif b.arah_capaian:
        hasil.append(
            susun(
                "Capaian {arah} {beda}, dari {c0} pada tahun {lalu} menjadi {c} pada tahun {tahun}.",
                **isi,
                arah=b.arah_capaian,
                beda=b.selisih_capaian_cetak,
            )
        )
    return hasil


def _nilaian(nilaian: str, polaritas: str) -> str:
    if not nilaian:
        return ""
    sifat = KATA_POLARITAS.get(polaritas, "")
    kata = "tidak berubah" if nilaian == "tetap" else nilaian
    return f"; untuk indikator yang {sifat}, kinerjanya {kata}" if sifat else f"; kinerjanya {kata}"


def _tahun_kosong(h: HasilIndikator, lama: Sequence[TahunIndikator], tahun: int, snapshot: Snapshot) -> list[Kalimat]:
    """Years before the indicator existed, and years of which the file knows nothing."""
    pertama = next((t.tahun for t in lama if t.ada), tahun)
    baris = snapshot.get(Indikator, h.id)
    mulai = min(pertama, baris.tahun_mulai) if baris is not None and baris.tahun_mulai else pertama
    belum = [t.tahun for t in lama if not t.ada and t.tahun < mulai]
    hilang = [t.tahun for t in lama if not t.ada and t.tahun >= mulai]
    hasil: list[Kalimat] = []
    if belum:
        akibat = ", sehingga tidak ada pembanding" if tahun - 1 in belum else ", sehingga pada tabel ditulis tanda “-”"
        hasil.append(
            susun(
                "Pada tahun {daftar} indikator ini belum menjadi indikator kinerja{akibat}.",
                daftar=daftar_tahun(belum),
                akibat=akibat,
            )
        )
    if hilang:
        hasil.append(susun("Data tahun {daftar} tidak tersedia.", daftar=daftar_tahun(hilang)))
    return hasil


def _rentang_tahun(h: HasilIndikator) -> list[Kalimat]:
    """Highest and lowest capaian when at least three years are known."""
    tahu = [t for t in h.riwayat if t.ada and t.capaian.mentah is not None]
    if len(tahu) < 3:
        return []

    def nilai(t: TahunIndikator) -> Fraction:
        return t.capaian.mentah if t.capaian.mentah is not None else Fraction(0)

    atas, bawah = max(tahu, key=nilai), min(tahu, key=nilai)
    if atas.capaian.cetak == bawah.capaian.cetak:
        return [
            susun(
                "Selama {n} yang dibandingkan, capaian tetap {c}.",
                n=jumlah(len(tahu), "tahun"),
                c=Potong(atas.capaian.cetak, "indikator_tahun", atas.baris_id, "realisasi"),
            )
        ]
    return [
        susun(
            "Selama {n} yang dibandingkan, capaian tertinggi {c1} pada tahun {t1} dan terendah {c0} pada tahun {t0}.",
            n=jumlah(len(tahu), "tahun"),
            c1=Potong(atas.capaian.cetak, "indikator_tahun", atas.baris_id, "realisasi"),
            t1=atas.tahun,
            c0=Potong(bawah.capaian.cetak, "indikator_tahun", bawah.baris_id, "realisasi"),
            t0=bawah.tahun,
        )
    ]


# --------------------------------------------------------------------------------------- 3 against the Renstra
def kunci_renstra(snapshot: Snapshot, indikator_id: str, tahun: int) -> str:
    """Id of the target_renstra row of an indicator and year, "" when there is none."""
    baris = snapshot.one(TargetRenstra, indikator_id=indikator_id, tahun=tahun)
    return baris.id if baris else ""


def kalimat_menengah(
    h: HasilIndikator, tahun: int, snapshot: Snapshot, nama_renstra: str = "Renstra", desimal: int = 2
) -> tuple[Kalimat, ...]:
    """Realisasi up to this year against the Renstra target of the year and of the last year of the plan."""
    ada = [m for m in h.menengah if m.target.nilai is not None]
    if not ada:
        return (susun("{nama} tidak memuat target untuk indikator ini.", nama=nama_renstra),)
    hasil: list[Kalimat] = []
    kini = next((m for m in ada if m.tahun == tahun), None)
    if kini is None:
        hasil.append(susun("{nama} tidak memuat target tahun {tahun}.", nama=nama_renstra, tahun=tahun))
    else:
        tr = Potong(kini.target.cetak, "target_renstra", kunci_renstra(snapshot, h.id, tahun), "nilai")
        if h.realisasi.nilai is None:
            pola = "Target tahun {tahun} dalam {nama} sebesar {t}; realisasinya belum diketahui."
        else:
            pola = "Target tahun {tahun} dalam {nama} sebesar {t}, sedangkan realisasinya {r}" + (
                " atau {c} dari target itu." if kini.capaian_cetak not in ("", "-") else "."
            )
        hasil.append(susun(pola, tahun=tahun, nama=nama_renstra, t=tr, r=potong_realisasi(h), c=kini.capaian_cetak))
        if h.target.nilai is not None and h.target.nilai != kini.target.nilai:
            hasil.append(
                susun(
                    "Target tersebut berbeda dari target {asal} sebesar {t}.",
                    asal="Perjanjian Kinerja" if h.target_asal == "pk" else "tahun berjalan",
                    t=potong_target(h),
                )
            )
    ujung = ada[-1]
    if ujung.tahun > tahun and h.realisasi.nilai is not None and ujung.target.nilai is not None:
        hasil.append(_akhir_periode(h, ujung.tahun, ujung.target, desimal))
    kosong = [m.tahun for m in h.menengah if m.target.nilai is None]
    if kosong:
        hasil.append(susun("Untuk tahun {daftar} tidak ada target yang ditetapkan.", daftar=daftar_tahun(kosong)))
    return tuple(hasil)


def _akhir_periode(h: HasilIndikator, tahun: int, target: Ukur, desimal: int) -> Kalimat:
    """Against the target of the last year of the plan."""
    status = _lebih_baik(h.realisasi.nilai, target.nilai, h.polaritas)
    beda = _terpaut(h.realisasi, target, h.satuan, desimal)
    isi: dict[str, Isian] = {"tahun": tahun, "t": target.cetak, "beda": beda}
    if status == "":
        return susun("Target tahun terakhir Renstra ({tahun}) sebesar {t}.", **isi)
    if status == "sama":
        return susun("Realisasi ini sudah sama dengan target tahun terakhir Renstra ({tahun}), yaitu {t}.", **isi)
    if status == "lebih":
        pola = "Realisasi ini sudah melampaui target tahun terakhir Renstra ({tahun}) sebesar {t}"
        return susun(pola + (", dengan selisih {beda}." if beda else "."), **isi)
    if beda:
        pola = "Untuk mencapai target tahun terakhir Renstra ({tahun}) sebesar {t}, masih terdapat selisih {beda}."
    else:
        pola = "Target tahun terakhir Renstra ({tahun}) sebesar {t} belum tercapai."
    return susun(pola, **isi)


# ------------------------------------------------------------------------------- 4 against a national standard
def kalimat_standar(h: HasilIndikator, tahun: int) -> Kalimat:
    """Realisasi against the national standard, or that there is none."""
    if h.standar.nilai is None:
        return susun("Tidak terdapat standar nasional yang ditetapkan sebagai pembanding indikator ini.")
    isi: dict[str, Isian] = {
        "s": Potong(h.standar.cetak, "indikator_tahun", h.baris_id, "standar_nasional"),
        "sumber": f" menurut {h.standar_sumber}" if h.standar_sumber else "",
        "tahun": tahun,
        "r": potong_realisasi(h),
        "beda": h.standar_selisih_cetak,
    }
    if h.realisasi.nilai is None:
        return susun("Standar nasional{sumber} sebesar {s}; realisasi tahun {tahun} belum diketahui.", **isi)
    if h.realisasi.nilai == h.standar.nilai:
        return susun("Realisasi tahun {tahun} sebesar {r} sama dengan standar nasional{sumber}.", **isi)
    letak = "di atas" if h.realisasi.nilai > h.standar.nilai else "di bawah"
    nilai = {"lebih": "lebih baik daripada standar", "kurang": "belum sebaik standar"}.get(
        _lebih_baik(h.realisasi.nilai, h.standar.nilai, h.polaritas), ""
    )
    return susun(
        "Standar nasional{sumber} sebesar {s}; realisasi tahun {tahun} sebesar {r} berada {beda} {letak} standar itu"
        + (", sehingga {nilai}." if nilai else "."),
        **isi,
        letak=letak,
        nilai=nilai,
    )


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


def _ukuran_efisiensi(e: Efisiensi) -> str:
    """The pattern that states the measure by its method; the index without its sign where a word says it."""
    if e.metode == "selisih":
        letak = "di bawah" if e.indeks is not None and e.indeks < 0 else "di atas"
        return f"Capaian berada {{ie}} {letak} penyerapan anggaran."
    tanda = "-" if e.indeks_cetak.startswith("-") else ""
    if e.metode == "pmk22":
        return f"Nilai efisiensi (E) yang diperoleh {tanda}{{ie}}, setara dengan nilai {{te}}."
    return f"Indeks efisiensi (IE) yang diperoleh {tanda}{{ie}} dan tingkat efisiensi (TE) {{te}}."


def kalimat_belum_efisien(h: HasilIndikator, s: HasilSasaran) -> Kalimat:
    """For a missed indicator of an efficient sasaran: the verdict is not its own; else empty."""
    if not s.efisiensi.efisien or h.capaian.status != "tidak_tercapai":
        return ()
    return susun(
        "Penilaian tersebut berlaku bagi sasaran secara keseluruhan; target indikator ini sendiri belum tercapai "
        "(capaian {c}), sehingga indikator ini belum dapat disebut efisien.",
        c=potong_capaian(h),
    )


def kalimat_satu_dari_satu(h: HasilIndikator) -> Kalimat:
    """The caution for an output of "1 dari 1 Layanan"; empty for any other indicator."""
    if h.jenis_nilai != "hitungan" or h.target.nilai != 1 or h.realisasi.nilai != 1:
        return ()
    return susun(
        "Keluaran indikator ini 1 dari 1 {satuan}, yang hanya menunjukkan ada atau tidak adanya keluaran; angka "
        "efisiensinya perlu dibaca dengan hati-hati.",
        satuan=h.satuan.lower(),
    )


# --------------------------------------------------------------------------------------------------- helpers
def _terpaut(a: Ukur, b: Ukur, satuan: str, desimal: int) -> str:
    """The printed difference of two values; "" when a value or a common unit is missing (predikat)."""
    if a.nilai is None or b.nilai is None or not a.polos or not b.polos:
        return ""
    teks = selisih(a.nilai, b.nilai, satuan, desimal)
    return "" if teks.startswith("0 ") or teks == "0" else teks


def _lebih_baik(a: Fraction | None, b: Fraction | None, polaritas: str) -> str:
    """ "lebih", "sama", "kurang" for a against b by polaritas; "" when it has no answer (rentang, missing)."""
    if a is None or b is None or polaritas not in ("naik", "turun"):
        return ""
    if a == b:
        return "sama"
    return "lebih" if (a > b) == (polaritas == "naik") else "kurang"
