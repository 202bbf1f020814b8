"""Hand-made results for the tests of the words: one value, one year, one indicator, one sasaran."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from lkjip_desktop.core.hasil import (
    Banding,
    Capaian,
    Efisiensi,
    HasilIndikator,
    HasilSasaran,
    Status,
    TahunIndikator,
    Ukur,
)
from lkjip_desktop.core.snapshot import dari_baris
from lkjip_desktop.core.tables import Indikator, IndikatorTahun

KOSONG = Ukur(None, "-")


def ukur(nilai: str, satuan: str = "%") -> Ukur:
    teks = nilai.replace(".", ",")
    return Ukur(Fraction(nilai), f"{teks}%" if satuan == "%" else f"{teks} {satuan}", polos=teks)


def capaian(nilai: str, status: Status, alasan: str = "", terhitung: str = "") -> Capaian:
    if not nilai:
        return Capaian(None, None, "-", "-", status, alasan)
    cetak = f"{nilai.replace('.', ',')}%"
    hitung = terhitung or nilai
    return Capaian(Fraction(nilai), Fraction(hitung), cetak, f"{hitung.replace('.', ',')}%", status, alasan, "naik")


def tahun_ind(
    tahun: int, target: str = "", realisasi: str = "", c: str = "", ada: bool = True, nama: str = "Nama A"
) -> TahunIndikator:
    return TahunIndikator(
        tahun,
        ada,
        "i1",
        f"b{tahun}" if ada else "",
        "SK1.IKK1",
        nama,
        ukur(target) if target else KOSONG,
        ukur(realisasi) if realisasi else KOSONG,
        capaian(c, "tercapai") if c else capaian("", "tidak_dapat_dihitung", "realisasi belum diisi"),
    )


def indikator(
    target: str = "60",
    realisasi: str = "49.26",
    c: Capaian | None = None,
    riwayat: tuple[TahunIndikator, ...] = (),
    banding: Banding | None = None,
    polaritas: str = "naik",
    satuan: str = "%",
    **lain: object,
) -> HasilIndikator:
    dasar = HasilIndikator(
        id="i1",
        baris_id="b2023",
        sasaran_id="s1",
        tingkat="kegiatan",
        jenis="IKK",
        kode="SK1.IKK1",
        nomor=1,
        nama="Nama A",
        satuan=satuan,
        polaritas=polaritas,
        jenis_nilai="rasio" if satuan == "%" else "hitungan",
        target=ukur(target, satuan) if target else KOSONG,
        target_asal="pk",
        target_pk=KOSONG,
        target_renstra=KOSONG,
        realisasi=ukur(realisasi, satuan) if realisasi else KOSONG,
        pembilang=None,
        penyebut=None,
        diketik=True,
        dari_periode=False,
        capaian=c or capaian("82.09", "tidak_tercapai"),
        kategori="",
        riwayat=riwayat,
        banding=banding,
        menengah=(),
        standar=KOSONG,
        standar_sumber="",
        standar_selisih_cetak="",
    )
    return replace(dasar, **lain)  # type: ignore[arg-type]


def banding(selisih: str, arah: str, nilaian: str, arah_capaian: str) -> Banding:
    return Banding(
        2022,
        Fraction(selisih),
        f"{selisih.lstrip('-').replace('.', ',')} poin persen",
        arah,  # type: ignore[arg-type]
        nilaian,  # type: ignore[arg-type]
        Fraction(1),
        "17,91 poin persen",
        arah_capaian,  # type: ignore[arg-type]
    )


SNAPSHOT = dari_baris(
    [
        Indikator(id="i1", sasaran_id="s1", tahun_mulai=2022),
        IndikatorTahun(
            id="b2023", indikator_id="i1", tahun=2023, label_pembilang="Jumlah A", label_penyebut="Jumlah B"
        ),
    ]
)


def sasaran(e: Efisiensi, *ind: HasilIndikator) -> HasilSasaran:
    return HasilSasaran(
        "s1",
        "bs1",
        None,
        "kegiatan",
        "SK1",
        1,
        "Sasaran A",
        ind,
        Fraction("101.5"),
        "101,50%",
        "tercapai_sebagian",
        2,
        "tercapai sebagian (2 dari 3 indikator)",
        e,
    )


def efisiensi(kata_: str, efisien: bool, catatan: str = "") -> Efisiensi:
    return Efisiensi(
        "ie_te",
        Fraction("101.5"),
        Fraction("99.97"),
        Fraction("1.0153"),
        Fraction("0.0153"),
        "1,02",
        "0,02",
        efisien,
        kata_,
        catatan,
    )
