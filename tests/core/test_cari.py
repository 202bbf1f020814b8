"""Words are found anywhere in the file, and each find says where its value is edited."""

from __future__ import annotations

from decimal import Decimal

from lkjip_desktop.core.cari import cari
from lkjip_desktop.core.naskah import Paragraf, Teks, tulis
from lkjip_desktop.core.snapshot import dari_baris
from lkjip_desktop.core.tables import Analisis, Indikator, IndikatorTahun, Naskah, Pejabat

ISI = tulis((Paragraf((Teks("Pada awal tahun 1.277 klien "), Teks("café", tebal=True), Teks(" dibimbing."))),))
S = dari_baris(
    (
        Indikator(id="i"),
        IndikatorTahun(
            id="a",
            indikator_id="i",
            tahun=2023,
            urut=1,
            kode="SK1.IKK1",
            nama="Persentase klien",
            penyebut=Decimal(1277),
        ),
        Naskah(id="n", tahun=2023, bagian="bab1", isi=ISI),
        Analisis(id="s", indikator_id="i", tahun=2023, nomor=5, sebab="Kurang petugas"),
        Pejabat(id="p", nama="Siti Rahayu", jabatan="Kepala"),
    )
)


def test_ditemukan_tanpa_memandang_huruf_besar_dan_aksen() -> None:
    assert [(k.tabel, k.kunci, k.kolom) for k in cari(S, "CAFE")] == [("naskah", "n", "isi")]
    assert [(k.tabel, k.kolom) for k in cari(S, "siti  rahayu")] == [("pejabat", "nama")]
    assert cari(S, "klien")[0].cuplikan == "Persentase klien"


def test_angka_seperti_tercetak_dan_seperti_terketik() -> None:
    assert [k.kolom for k in cari(S, "1.277")] == ["penyebut", "isi"]
    assert [k.kolom for k in cari(S, "1277")] == ["penyebut"]
    assert cari(S, "1277")[0].cuplikan == "1.277"


def test_tempat_disebut_dengan_indikatornya() -> None:
    (kena,) = cari(S, "kurang petugas")
    assert kena.tempat == "Analisis indikator: SK1.IKK1 Persentase klien"
    assert kena.isian == "Mengapa?"
    assert kena.tahun == 2023


def test_batas_dan_kosong() -> None:
    assert cari(S, "  ") == ()
    assert cari(S, "tidak ada di mana pun") == ()
    assert len(cari(S, "a", batas=2)) == 2


def test_cuplikan_teks_panjang() -> None:
    s = dari_baris((Pejabat(id="p", nama="x" * 100 + " jarum " + "y" * 100, jabatan="-"),))
    (kena,) = cari(s, "jarum")
    assert kena.cuplikan.startswith("…")
    assert kena.cuplikan.endswith("…")
    assert " jarum " in kena.cuplikan
