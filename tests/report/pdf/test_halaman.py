"""Pages: numbers, lists, links, outline, heads, chapters alone, cancelling, equal bytes."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pypdfium2
import pytest

from lkjip_desktop.errors import Dibatalkan, GagalCetak
from lkjip_desktop.report.blocks import (
    Asal,
    Block,
    Contents,
    Cover,
    Document,
    Heading,
    Items,
    Keep,
    Kertas,
    Letterhead,
    Mark,
    NewPage,
    Para,
    Part,
    Run,
    Signatures,
    Signer,
    Space,
    runs,
)
from lkjip_desktop.report.pdf.render import RuangTtd, render
from lkjip_desktop.report.pdfium import KUNCI, daftar_isi, jumlah_halaman, teks_halaman, ukuran_halaman
from tests.report.pdf.bantu import KALIMAT, baca, baca_halaman, baris, cetak, lipat, tabel, tanpa_berkas

PARAGRAF = Para(runs(KALIMAT * 3))
TTD = Signatures(
    "Lahat,     Januari 2024",
    (
        Signer(("Pihak Kedua,", "Kepala Kantor Wilayah"), "Nama Atasan", ("NIP 1",)),
        Signer(("Pihak Pertama,",), "Nama Kepala", ("NIP 2",), kunci="p1", asal=Asal("pejabat", "k")),
    ),
)


def laporan() -> tuple[Block, ...]:
    bab: list[Block] = []
    for i in range(1, 4):
        bab += [Heading(0, f"JUDUL BAB {i}", f"b{i}", label="BAB")]
        for j in range(1, 4):
            bab += [Heading(1, f"Bagian {i}.{j}", f"b{i}.{j}"), *([PARAGRAF] * (4 * j))]
        bab += [
            tabel(
                ["a", "b"], [baris("x", Run("1", asal=Asal("t", f"{i}")))], kunci=f"t{i}", judul=runs(f"Tabel ke {i}")
            ),
            Para(runs("Lihat ", Run("", rujuk=f"t{i}"), " pada ", Run("", rujuk="b2.1"), ".")),
        ]
    return (
        Cover(("KEMENTERIAN",), ("LAPORAN KINERJA",), ("SATKER", "2023")),
        Part("romawi", 1),
        Heading(0, "KATA PENGANTAR", "kata", nomor=False),
        PARAGRAF,
        Heading(0, "DAFTAR ISI", "di", nomor=False, daftar=False),
        Contents("isi"),
        Heading(0, "DAFTAR TABEL", "dt", nomor=False),
        Contents("tabel"),
        Part("arab", 1),
        *bab,
    )


def dokumen(**lain: object) -> Document:
    pilihan: dict[str, object] = {
        "subjek": "Laporan",
        "tanggal": "2024-01-12",
        "kepala": ("Laporan Kinerja", "Satker 2023"),
        "kode": "Data r7",
    }
    return Document(laporan(), "LKjIP 2023", "Satker Ini", **(pilihan | lain))  # type: ignore[arg-type]  # any field


def test_nomor_halaman_romawi_lalu_arab() -> None:
    r = render(dokumen(), tanpa_berkas)
    assert r.label[:5] == ("", "i", "ii", "iii", "1")
    assert r.label[-1] == str(r.halaman - 4)
    halaman = baca_halaman(r)
    assert halaman[1].startswith("KATAPENGANTAR")
    assert halaman[1].endswith("i")
    assert halaman[4].startswith("BABIJUDULBAB1")
    with KUNCI, pypdfium2.PdfDocument(r.isi) as pdf:
        assert [pdf.get_page_label(i) for i in range(6)] == ["", "i", "ii", "iii", "1", "2"]


def test_daftar_menyebut_halaman_yang_benar() -> None:
    r = render(dokumen(), tanpa_berkas)
    isi = [b for b in teks_halaman(r.isi)[2].splitlines() if " . . ." in b]
    assert len(isi) == 14  # KATA PENGANTAR, DAFTAR TABEL, three chapters with three headings each
    for b in isi:
        nomor_judul = b.split(" .")[0]
        kunci = (
            next(k for k, h in (("kata", "KATA PENGANTAR"), ("dt", "DAFTAR TABEL")) if h in nomor_judul)
            if ("BAB" not in nomor_judul and "Bagian" not in nomor_judul)
            else "b" + nomor_judul.split()[-1]
        )
        assert b.split()[-1] == r.label[r.tujuan[kunci]], b
    tabel_ = [b for b in teks_halaman(r.isi)[3].splitlines() if " . . ." in b]
    assert [b.split(" .")[0].strip() for b in tabel_] == [
        f"Tabel {x}.1 Tabel ke {i}" for i, x in ((1, "I"), (2, "II"), (3, "III"))
    ]
    assert [b.split()[-1] for b in tabel_] == [r.label[r.tujuan[f"t{i}"]] for i in (1, 2, 3)]


def test_kerangka_dan_tautan() -> None:
    r = render(dokumen(), tanpa_berkas)
    kerangka = daftar_isi(r.isi)
    assert [(level, halaman) for level, _, halaman in kerangka if level == 0] == [
        (0, r.tujuan[k]) for k in ("kata", "di", "dt", "b1", "b2", "b3")
    ]
    assert (1, "A. Bagian 1.1", r.tujuan["b1.1"]) in kerangka
    assert (0, "BAB II JUDUL BAB 2", r.tujuan["b2"]) in kerangka
    # Every line of the lists and every cross reference is a link to an existing place.
    with KUNCI, pypdfium2.PdfDocument(r.isi) as pdf:
        import pypdfium2.raw as mentah

        tautan = 0
        for i in range(len(pdf)):
            halaman = pdf[i]
            for j in range(mentah.FPDFPage_GetAnnotCount(halaman)):
                anotasi = mentah.FPDFPage_GetAnnot(halaman, j)
                tautan += mentah.FPDFAnnot_GetSubtype(anotasi) == mentah.FPDF_ANNOT_LINK
                mentah.FPDFPage_CloseAnnot(anotasi)
    assert tautan == 14 + 3 + 3 * 2


def test_keterangan_berkas() -> None:
    r = render(dokumen(), tanpa_berkas)
    with KUNCI, pypdfium2.PdfDocument(r.isi) as pdf:
        meta = pdf.get_metadata_dict()
    assert (meta["Title"], meta["Author"], meta["Subject"]) == ("LKjIP 2023", "Satker Ini", "Laporan")
    assert meta["CreationDate"].startswith("D:20240112")
    assert b"/Lang (id)" in r.isi
    assert b"/DisplayDocTitle true" in r.isi
    assert b"Helvetica" not in r.isi


@pytest.mark.parametrize(
    ("tanggal", "cap"), [("", "D:20000101"), ("2024", "D:20240101"), ("2024-03", "D:20240301"), ("?", "D:20000101")]
)
def test_tanggal_berkas_dari_naskah(tanggal: str, cap: str) -> None:
    with KUNCI, pypdfium2.PdfDocument(cetak(PARAGRAF, tanggal=tanggal).isi) as pdf:
        assert pdf.get_metadata_dict()["CreationDate"].startswith(cap)


def test_data_sama_bita_sama_juga_di_proses_lain() -> None:
    satu = render(dokumen(), tanpa_berkas)
    assert render(dokumen(), tanpa_berkas) == satu
    kode = (
        "import hashlib; from tests.report.pdf.test_halaman import *;"
        "print(hashlib.sha256(render(dokumen(), tanpa_berkas).isi).hexdigest())"
    )
    import hashlib

    lain = subprocess.run(
        [sys.executable, "-c", kode],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
        env={**os.environ, "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1", "TZ": "Asia/Jakarta"},
    )
    assert lain.stdout.strip() == hashlib.sha256(satu.isi).hexdigest()


def test_bersamaan_di_beberapa_utas_sama() -> None:
    harap = render(dokumen(), tanpa_berkas)
    hasil: list[object] = []
    utas = [threading.Thread(target=lambda: hasil.append(render(dokumen(), tanpa_berkas))) for _ in range(4)]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    assert hasil == [harap] * 4


def test_hanya_satu_bab_sama_dengan_halaman_penuh() -> None:
    penuh = render(dokumen(), tanpa_berkas)
    bab = render(dokumen(), tanpa_berkas, hanya="b2")
    dari, sampai = penuh.tujuan["b2"], penuh.tujuan["b3"]
    assert bab.halaman == sampai - dari == jumlah_halaman(bab.isi)
    assert bab.label == penuh.label[dari:sampai]
    assert teks_halaman(bab.isi) == teks_halaman(penuh.isi)[dari:sampai]
    assert bab.tujuan["b2.1"] == penuh.tujuan["b2.1"] - dari
    assert {h.asal.kunci for h in bab.hits} == {"2"}
    bagian = render(dokumen(), tanpa_berkas, hanya="b2.2")
    assert bagian.halaman < bab.halaman
    tabel_ = render(dokumen(), tanpa_berkas, hanya="t3")
    assert teks_halaman(tabel_.isi)[0] == teks_halaman(penuh.isi)[penuh.tujuan["t3"]]
    with pytest.raises(GagalCetak, match="tidak-ada"):
        render(dokumen(), tanpa_berkas, hanya="tidak-ada")


def test_dibatalkan() -> None:
    kali = 0

    def batal() -> bool:
        nonlocal kali
        kali += 1
        return kali > 30

    with pytest.raises(Dibatalkan):
        render(dokumen(), tanpa_berkas, batal=batal)
    assert kali == 31


def test_kosong_ditolak_dengan_kalimat() -> None:
    with pytest.raises(GagalCetak, match="kosong"):
        cetak()


def test_kepala_halaman_kecuali_di_pembuka_bab() -> None:
    r = render(dokumen(), tanpa_berkas)
    halaman = baca_halaman(r)
    pembuka = {r.tujuan[k] for k in ("kata", "di", "dt", "b1", "b2", "b3")}
    for i, h in enumerate(halaman[1:], 1):
        assert ("Satker2023" in h) == (i not in pembuka), i
    tanpa = cetak(Part("arab", 1, kepala=False), *[PARAGRAF] * 20)
    assert tanpa.halaman > 1


def test_konsep_di_setiap_halaman() -> None:
    r = render(dokumen(konsep=True), tanpa_berkas)
    assert all("KONSEP" in h for h in baca_halaman(r))
    assert not any("KONSEP" in h for h in baca_halaman(render(dokumen(), tanpa_berkas)))


def test_kode_hanya_di_halaman_terakhir_atau_di_bagiannya() -> None:
    halaman = baca_halaman(render(dokumen(), tanpa_berkas))
    assert ["Datar7" in h for h in halaman] == [False] * (len(halaman) - 1) + [True]
    r = cetak(Part("", kode="kode-pk"), PARAGRAF, NewPage(), PARAGRAF, Part(""), PARAGRAF)
    assert ["kode-pk" in h for h in baca_halaman(r)] == [True, True, False]


def test_halaman_kanan() -> None:
    r = cetak(Para(runs("satu")), NewPage(kanan=True), Para(runs("tiga")), NewPage(), NewPage(), Para(runs("empat")))
    assert baca_halaman(r) == ["satu", "", "tiga", "empat"]


def test_bagian_baru_tanpa_mulai_meneruskan_nomor() -> None:
    r = cetak(
        Part("arab", 5), PARAGRAF, Part("arab", lanskap=True), PARAGRAF, Part(""), PARAGRAF, Part("arab"), PARAGRAF
    )
    assert r.label == ("5", "6", "", "8")
    w, h = ukuran_halaman(r.isi, 1)
    assert w > h


def test_judul_tidak_sendirian_di_kaki_halaman() -> None:
    for banyak in range(8, 30):
        r = cetak(*[Para(runs("isi"))] * banyak, Heading(1, "Kepala", "k"), Heading(2, "Anak", "k2"), PARAGRAF)
        for h in baca_halaman(r):
            assert not h.endswith("Kepala")
            assert not h.endswith("Anak")


def test_tidak_ada_baris_yatim() -> None:
    for banyak in range(1, 40):
        r = cetak(*[Para(runs("isi"), gaya="rapat")] * banyak, Para(runs("panjang ", KALIMAT * 3)), Para(runs("akhir")))
        for h in teks_halaman(r.isi):
            panjang = [b for b in h.splitlines() if b.strip() and b.strip() not in ("isi", "akhir")]
            assert len(panjang) != 1, banyak


def test_tanda_tangan_tidak_terbelah_dan_sejajar() -> None:
    for banyak in range(0, 50, 3):
        halaman = baca_halaman(cetak(*[Para(runs("isi"))] * banyak, TTD))
        h = next(h for h in halaman if "PihakKedua" in h)
        assert all(s in h for s in ("Lahat,Januari2024", "PihakPertama", "NamaAtasan", "NamaKepala", "NIP2"))
    ruang: dict[str, RuangTtd] = {}
    r = render(Document((TTD,), "j", "p"), tanpa_berkas, ruang_ttd=ruang)
    assert ruang["p1"].y1 - ruang["p1"].y0 >= 22 * 72 / 25.4 - 0.01
    assert ruang["p1"].x0 > 297  # the right half
    with KUNCI, pypdfium2.PdfDocument(r.isi) as pdf:
        halaman_teks = pdf[0].get_textpage()
        kotak = []
        for nama in ("Nama Atasan", "Nama Kepala"):
            cari = halaman_teks.search(nama)
            mulai, _ = cari.get_next()
            kotak.append(halaman_teks.get_charbox(mulai))
    assert kotak[0][1] == pytest.approx(kotak[1][1], abs=0.5)
    assert kotak[0][0] < kotak[1][0]
    assert any(h.asal.kunci == "k" for h in r.hits)


def test_satu_tanda_tangan_di_kanan() -> None:
    r = cetak(Signatures("Lahat, 1 Mei 2024", (Signer(("Kepala,",), "Nama", asal=Asal("p", "1")),)))
    assert r.hits[0].x0 > 280


def test_kelompok_tetap_bersama() -> None:
    for banyak in range(0, 50, 3):
        isi = Keep((Heading(1, "Kelompok", "k"), PARAGRAF, Items((runs("satu"), runs("dua"))), Para(runs("ujung"))))
        halaman = baca_halaman(cetak(*[Para(runs("isi"))] * banyak, isi))
        h = next(h for h in halaman if "Kelompok" in h)
        assert "ujung" in h


def test_kelompok_lebih_panjang_dari_halaman_tetap_lengkap() -> None:
    isi = Keep(tuple(Para(runs(f"alinea{i:02d} ", KALIMAT * 2)) for i in range(30)))
    semua = baca(cetak(Para(runs("awal")), isi, Para(runs("akhir"))))
    assert all(f"alinea{i:02d}" in semua for i in range(30))
    assert semua.endswith("akhir")


def test_kop_dan_tempat_tak_tampak() -> None:
    kop = Letterhead(("KEMENTERIAN " * 8, "SATKER"), ("Jalan X",), asal=Asal("identitas", "1"))
    r = cetak(kop, Mark(Asal("surat", "s")), Space(20), Para(runs("isi")))
    assert {h.asal.tabel for h in r.hits} == {"identitas", "surat"}
    assert baca(r).startswith("KEMENTERIAN" * 8 + "SATKERJalanX")


def test_kertas_f4_dan_batas() -> None:
    r = cetak(PARAGRAF, kertas=Kertas(lebar_mm=215, tinggi_mm=330, margin_kiri=40))
    w, h = ukuran_halaman(r.isi, 0)
    assert w == pytest.approx(215 / 25.4 * 72, abs=0.1)
    assert h == pytest.approx(330 / 25.4 * 72, abs=0.1)


def test_sampul_seluruh_lembar() -> None:
    r = cetak(Cover(("ATAS",), ("JUDUL " * 12,), ("BAWAH",)), Para(runs("isi")))
    assert baca_halaman(r) == [lipat("ATAS BAWAH " + "JUDUL " * 12), "isi"]


def test_daftar_panjang_menyambung_halaman() -> None:
    blok: list[Block] = [
        Heading(0, "DAFTAR ISI", "di", nomor=False),
        Contents("isi"),
        Heading(0, "X", "b", label="BAB"),
    ]
    blok += [Heading(1, f"Judul nomor {i} " + "panjang " * 12, f"j{i}") for i in range(90)]
    r = cetak(*blok)
    awal = r.tujuan["b"]
    assert awal >= 2
    isi = "".join(baca_halaman(r)[:awal])
    assert all(f"Judulnomor{i}panjang" in isi for i in range(90))
