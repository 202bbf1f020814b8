"""Sentences that hold an indicator against something else: earlier years, the Renstra, a national standard."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from lkjip_desktop.core.banding import tercetak, terpaut
from lkjip_desktop.core.hasil import HasilIndikator, TahunIndikator, TargetMenengah, Ukur
from lkjip_desktop.core.kata_dasar import (
    Isian,
    Kalimat,
    Potong,
    daftar_tahun,
    jumlah,
    kutip,
    susun,
)
from lkjip_desktop.core.kata_indikator import potong_capaian, potong_realisasi, potong_target
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import Indikator

_SIFAT = {
    "naik": "Makin tinggi nilai indikator ini makin baik",
    "turun": "Makin rendah nilai indikator ini makin baik",
    "rentang": "Makin dekat nilai indikator ini dengan rentang target makin baik",
}


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
    if not hasil:
        hasil.append(susun("Data kinerja tahun {lalu} tidak tersedia, sehingga belum ada pembanding.", lalu=tahun - 1))
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
    if b is None or b.tahun_lalu != lalu.tahun or not b.arah:
        lengkap = lalu.realisasi.diketahui and h.realisasi.diketahui
        hasil.append(
            susun(
                "Realisasi tahun {lalu} dan tahun {tahun} belum dapat dibandingkan karena {sebab}.",
                **isi,
                sebab="cara mengukurnya berbeda" if lengkap else "datanya tidak lengkap",
            )
        )
        return hasil
    if b.arah == "tetap" and b.arah_capaian == "tetap":
        hasil.append(susun("Realisasi dan capaian tahun {tahun} sama dengan tahun {lalu}, yaitu {r} dan {c}.", **isi))
        return hasil
    if b.arah == "tetap":
        hasil.append(susun("Realisasi tahun {tahun} sama dengan tahun {lalu}, yaitu {r}.", **isi))
    else:
        hasil.append(
            susun(
                "Dibandingkan dengan tahun {lalu}, realisasi {arah}{beda} dari {r0} menjadi {r}.{nilaian}",
                **isi,
                arah=b.arah,
                beda=f" {b.selisih_cetak}," if b.selisih_cetak else "",
                nilaian=_nilaian(b.nilaian, h.polaritas),
            )
        )
    hasil += _target_lalu(h, lalu)
    if b.arah_capaian == "tetap":
        hasil.append(susun("Capaian pada kedua tahun itu sama, yaitu {c}.", **isi))
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
    kata = "tidak berubah" if nilaian == "tetap" else nilaian
    sifat = _SIFAT.get(polaritas, "")
    return f" {sifat}, sehingga kinerjanya {kata}." if sifat else f" Kinerjanya {kata}."


def _target_lalu(h: HasilIndikator, lalu: TahunIndikator) -> list[Kalimat]:
    """That the target itself moved, without which a reader cannot understand how the capaian did."""
    a, b = lalu.target, h.target
    if a.nilai is None or b.nilai is None or h.jenis_nilai == "predikat" or a.polos == b.polos:
        return []
    if h.polaritas == "rentang":
        pola = "Targetnya berubah dari {t0} menjadi {t}."
    else:
        pola = f"Targetnya {'naik' if b.nilai > a.nilai else 'turun'} dari {{t0}} menjadi {{t}}."
    return [susun(pola, t0=Potong(a.cetak, "indikator_tahun", lalu.baris_id, "target"), t=potong_target(h))]


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
def kalimat_menengah(
    h: HasilIndikator, tahun: int, nama_renstra: str = "Renstra", desimal: int = 2
) -> tuple[Kalimat, ...]:
    """Realisasi up to this year against the Renstra target of the year and of the last year of the plan; with
    `nama_renstra` "" there is no plan at all."""
    ada = [m for m in h.menengah if m.target.diketahui]
    if not nama_renstra:
        return (susun("Target jangka menengah indikator ini belum tersedia sebagai pembanding."),)
    if not ada:
        return (susun("{nama} tidak memuat target untuk indikator ini.", nama=nama_renstra),)
    hasil: list[Kalimat] = []
    kini = next((m for m in ada if m.tahun == tahun), None)
    ujung = ada[-1]
    if kini is None:
        hasil.append(susun("{nama} tidak memuat target tahun {tahun}.", nama=nama_renstra, tahun=tahun))
    else:
        hasil.append(_terhadap_tahun(h, kini, ujung, nama_renstra, desimal))
        batas_lain = h.polaritas == "rentang" and h.target.polos != kini.target.polos
        if h.target.nilai is not None and (h.target.nilai != kini.target.nilai or batas_lain):
            hasil.append(
                susun(
                    "Target {nama} tersebut berbeda dari target {asal} sebesar {t}.",
                    nama=nama_renstra,
                    asal="Perjanjian Kinerja" if h.target_asal == "pk" else "tahun berjalan",
                    t=potong_target(h),
                )
            )
    if ujung.tahun > tahun and h.realisasi.diketahui and not _serupa(h, kini, ujung, desimal):
        hasil.append(_akhir_periode(h, ujung.tahun, ujung.target, desimal))
    kosong = [m.tahun for m in h.menengah if not m.target.diketahui]
    if kosong:
        hasil.append(susun("Target tahun {daftar} tidak ditetapkan.", daftar=daftar_tahun(kosong)))
    return tuple(hasil)


def _sama(h: HasilIndikator, target: Ukur, desimal: int) -> bool:
    """True when the realisasi is just the target, both as printed."""
    return target.diketahui and h.realisasi.cetak == target.cetak and tercetak(h.realisasi, desimal) is not None


def _serupa(h: HasilIndikator, kini: TargetMenengah | None, ujung: TargetMenengah, desimal: int) -> bool:
    """True when one sentence told both the year's target and the last one of the plan: both are met exactly."""
    return kini is not None and _sama(h, kini.target, desimal) and _sama(h, ujung.target, desimal)


def _terhadap_tahun(h: HasilIndikator, kini: TargetMenengah, ujung: TargetMenengah, nama: str, desimal: int) -> Kalimat:
    """Realisasi up to this year against the target that the plan has for it."""
    tahun = kini.tahun
    isi: dict[str, Isian] = {
        "tahun": tahun,
        "nama": nama,
        "akhir": ujung.tahun,
        "t": Potong(kini.target.cetak, "target_renstra", kini.baris_id, "nilai"),
        "r": potong_realisasi(h),
        "c": kini.capaian_cetak,
    }
    terakhir = ujung.tahun == tahun
    sebut = "target akhir periode {nama}" if terakhir else "target tahun itu dalam {nama}"
    if not h.realisasi.diketahui:
        return susun("Target tahun {tahun} dalam {nama} sebesar {t}; realisasinya belum diketahui.", **isi)
    if _sama(h, kini.target, desimal):
        if not terakhir and _serupa(h, kini, ujung, desimal):
            sebut += " dan target akhir periodenya ({akhir})"
        return susun("Realisasi sampai dengan tahun {tahun} sama dengan " + sebut + ", yaitu {t}.", **isi)
    ekor = ", sehingga capaiannya {c}." if kini.capaian_cetak not in ("", "-") else "."
    return susun(
        "Realisasi sampai dengan tahun {tahun} sebesar {r}, sedangkan " + sebut + " sebesar {t}" + ekor
        if h.jenis_nilai != "predikat"
        else "Predikat sampai dengan tahun {tahun} ialah {r}, sedangkan " + sebut + " ialah {t}" + ekor,
        **isi,
    )


def _akhir_periode(h: HasilIndikator, tahun: int, target: Ukur, desimal: int) -> Kalimat:
    """Against the target of the last year of the plan."""
    status = _lebih_baik(tercetak(h.realisasi, desimal), tercetak(target, desimal), h.polaritas)
    tunggal = h.jenis_nilai != "predikat" and h.polaritas != "rentang"
    beda = terpaut(h.realisasi, target, desimal) if tunggal else ""
    isi: dict[str, Isian] = {"tahun": tahun, "t": target.cetak, "beda": beda}
    depan = "Target akhir periode ({tahun}), yaitu {t}, "
    if status == "":
        return susun("Target akhir periode ({tahun}) ialah {t}.", **isi)
    if status == "sama":
        return susun(depan + "sudah tercapai.", **isi)
    if status == "lebih":
        return susun(depan + ("sudah terlampaui dengan selisih {beda}." if beda else "sudah terlampaui."), **isi)
    if beda:
        return susun("Untuk mencapai target akhir periode ({tahun}) sebesar {t} masih terdapat selisih {beda}.", **isi)
    return susun(depan + "belum tercapai.", **isi)


# ------------------------------------------------------------------------------- 4 against a national standard
def kalimat_standar(h: HasilIndikator, tahun: int, desimal: int = 2) -> Kalimat:
    """Realisasi against the national standard, both as printed, or that there is none."""
    standar, realisasi = tercetak(h.standar, desimal), tercetak(h.realisasi, desimal)
    if standar is None:
        return susun("Tidak ada standar nasional yang digunakan sebagai pembanding indikator ini.")
    isi: dict[str, Isian] = {
        "s": Potong(h.standar.cetak, "indikator_tahun", h.baris_id, "standar_nasional"),
        "sumber": f" menurut {h.standar_sumber}" if h.standar_sumber else "",
        "tahun": tahun,
        "r": potong_realisasi(h),
        "beda": h.standar_selisih_cetak,
    }
    if realisasi is None:
        return susun("Standar nasional{sumber} sebesar {s}; realisasi tahun {tahun} belum diketahui.", **isi)
    if h.jenis_nilai == "predikat":  # a grade and a figure have nothing to be held against each other by
        return susun("Standar nasional{sumber} sebesar {s}; realisasi tahun {tahun} {r}.", **isi)
    if realisasi == standar:
        return susun("Realisasi tahun {tahun} sebesar {r} sama dengan standar nasional{sumber}.", **isi)
    letak = "di atas" if realisasi > standar else "di bawah"
    nilai = {"lebih": "lebih baik daripada standar", "kurang": "belum sebaik standar"}.get(
        _lebih_baik(realisasi, standar, h.polaritas), ""
    )
    return susun(
        "Standar nasional{sumber} sebesar {s}; realisasi tahun {tahun} sebesar {r} berada {beda} {letak} standar itu"
        + (", sehingga {nilai}." if nilai else "."),
        **isi,
        letak=letak,
        nilai=nilai,
    )


def _lebih_baik(a: Fraction | None, b: Fraction | None, polaritas: str) -> str:
    """ "lebih", "sama", "kurang" for a against b by polaritas; "" when it has no answer (rentang, missing)."""
    if a is None or b is None or polaritas not in ("naik", "turun"):
        return ""
    if a == b:
        return "sama"
    return "lebih" if (a > b) == (polaritas == "naik") else "kurang"
