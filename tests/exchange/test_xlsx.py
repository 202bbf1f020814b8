"""The workbook of all tables: out and in again without loss, and filled in by people."""

from __future__ import annotations

import datetime
import io
import re
import uuid
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_desktop.core import naskah
from lkjip_desktop.core.schema import TABLES, Row
from lkjip_desktop.core.snapshot import Snapshot, dari_baris
from lkjip_desktop.core.tables import (
    Analisis,
    AnggaranBelanja,
    Indikator,
    IndikatorTahun,
    Laporan,
    Naskah,
    Pejabat,
    Sasaran,
    Skor,
)
from lkjip_desktop.core.teks import bersih
from lkjip_desktop.exchange.rencana import RencanaImpor
from lkjip_desktop.exchange.xlsx_keluar import tulis, tulis_formulir

from .bahan import snapshot_contoh
from .bahan_xlsx import ID2, contoh, rencana

ID = "3f2b8c1e-52a7-4d2c-9a53-1f0b7c1e2d34"


def keliling(s: Snapshot) -> Snapshot:
    r = rencana(tulis(s))
    assert r.masalah == ()
    return Snapshot().apply(r.perubahan)


@cache
def sebagian() -> bytes:
    """The sheets that the tests change, so that each opens few."""
    b = Buku(contoh())
    pakai = {f"lkjip-desktop:1:{n}" for n in ("laporan", "pejabat", "indikator_tahun", "analisis")}
    for ws in b.wb.worksheets[1:]:
        if ws["A1"].value not in pakai:
            b.wb.remove(ws)
    return b.isi()


class Buku:
    """A workbook as a person edits it: cells by the column's machine name."""

    def __init__(self, data: bytes) -> None:
        self.wb = openpyxl.load_workbook(io.BytesIO(data))

    def lembar(self, tabel: str) -> Worksheet:
        return next(ws for ws in self.wb.worksheets if ws["A1"].value == f"lkjip-desktop:1:{tabel}")

    def sel(self, tabel: str, baris: int, kolom: str) -> Any:
        ws = self.lembar(tabel)
        nama = [c.value for c in ws[1]]
        return ws.cell(baris, 1 if kolom == "id" else nama.index(kolom) + 1)

    def baris(self, tabel: str, id: str) -> int:
        return next(int(c.row) for c in self.lembar(tabel)["A"] if c.value == id)

    def isi(self) -> bytes:
        keluar = io.BytesIO()
        self.wb.save(keluar)
        return keluar.getvalue()


def ubah(ke: Callable[[Buku], object], s: Snapshot | None = None) -> RencanaImpor:
    s = s or snapshot_contoh()
    b = Buku(sebagian() if s is snapshot_contoh() else tulis(s))
    ke(b)
    return rencana(b.isi(), s)


# ------------------------------------------------------------------------------------------------ out and in
def test_the_library_reads_foreign_xml_safely() -> None:
    assert openpyxl.DEFUSEDXML is True


def test_the_example_comes_back_equal() -> None:
    r = rencana(contoh())
    assert r.masalah == ()
    assert Snapshot().apply(r.perubahan) == snapshot_contoh()
    r = rencana(contoh(), snapshot_contoh())
    assert r.kosong
    assert r.masalah == ()


def test_a_workbook_saved_by_another_program_comes_back_equal() -> None:
    r = rencana(Buku(contoh()).isi(), snapshot_contoh())
    assert (r.perubahan, r.masalah) == ((), ())


def test_a_default_of_every_table_comes_back() -> None:
    s = dari_baris(t.row(id=ID) for t in TABLES.values())
    assert keliling(s) == s


def test_every_table_has_a_sheet_with_titles() -> None:
    b = Buku(contoh())
    for t in TABLES.values():
        ws = b.lembar(t.name)
        assert ws.row_dimensions[1].hidden
        assert ws.column_dimensions["A"].hidden
        judul = " ".join(str(c.value) for c in ws[2])
        assert all(c.label in judul for c in t.columns)


# A workbook has a sheet for every table and takes half a second, so each holds many drawn rows.
@settings(max_examples=3, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text(max_size=60),
            st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**22), max_value=10**22),
            st.integers(-(10**17), 10**17),
        ),
        min_size=10,
        max_size=10,
    )
)
def test_any_text_and_number_comes_back(isian: list[tuple[str, Decimal, int]]) -> None:
    s = dari_baris(baris for n, x in enumerate(isian) for baris in _sebaris(n, *x))
    kembali = keliling(s)
    assert kembali == s
    assert [str(x.target) for x in kembali.rows(IndikatorTahun)] == [str(x.target) for x in s.rows(IndikatorTahun)]


def _sebaris(n: int, teks: str, angka: Decimal, uang: int) -> tuple[Row, ...]:
    """A text and two numbers in rows of a year of their own."""
    id, tahun, teks = str(uuid.UUID(int=n)), 2000 + n, bersih(teks)[0]
    angka = Decimal(format(angka, "f")[:38].rstrip(".")) or Decimal(0)
    isi = naskah.tulis((naskah.Paragraf((naskah.Teks(teks, tebal=True), naskah.Medan("tahun"))),))
    return (
        Laporan(id=id, tahun=tahun, tempat=" ".join(teks.split())),
        Naskah(id=id, tahun=tahun, bagian="bab1", isi=isi),
        IndikatorTahun(id=id, tahun=tahun, nama=teks.strip("\n"), target=angka),
        AnggaranBelanja(id=id, tahun=tahun, kode="51", pagu=uang),
    )


def test_text_never_becomes_a_formula() -> None:
    bahaya = ["=1+1", "+62 731", "-5", "@SUM(A1)", "'kutip", '=HYPERLINK("x")', "＝1", "007"]
    s = dari_baris(Pejabat(id=str(uuid.UUID(int=n)), urut=n, nama=t, nip=t) for n, t in enumerate(bahaya))
    b = Buku(tulis(s))
    for n, teks in enumerate(bahaya):
        sel = b.sel("pejabat", 3 + n, "nama")
        assert (sel.value, sel.data_type, sel.quotePrefix) == (teks, "s", True)
    assert keliling(s) == s


def test_a_text_longer_than_a_cell_comes_back() -> None:
    isi = naskah.tulis(naskah.dari_teks("\n".join(f"Paragraf {n} " + "kata " * 200 for n in range(120))))
    assert len(isi) > 100_000
    s = dari_baris([Naskah(id=ID, tahun=2023, bagian="bab1", isi=isi)])
    assert keliling(s) == s


def test_typed_decimals_are_numbers_with_their_zeros() -> None:
    sel = Buku(tulis(dari_baris([Skor(id=ID, tahun=2023, jenis="smart", nilai_resmi=Decimal("60.00"))]))).sel(
        "skor", 3, "nilai_resmi"
    )
    assert (sel.value, sel.data_type, sel.number_format) == (60, "n", "0.00")


def test_blobs_are_not_in_a_workbook() -> None:
    r = rencana(contoh(), ada=False)
    assert any("isi berkas" in x for x in r.masalah)


# ---------------------------------------------------------------------------------------------- what people do
def satu(b: Buku) -> tuple[int, IndikatorTahun]:
    r = next(x for x in snapshot_contoh().where(IndikatorTahun, tahun=2023) if x.kode == "SK1.IKK1")
    return b.baris("indikator_tahun", r.id), r


def test_a_changed_cell_is_the_only_change() -> None:
    def ke(b: Buku) -> None:
        n, _ = satu(b)
        b.sel("indikator_tahun", n, "pembilang").value = 640

    (c,) = ubah(ke).perubahan
    assert isinstance(c.after, IndikatorTahun)
    assert c.after == replace(c.before, pembilang=Decimal(640))  # type: ignore[type-var]  # a row is a dataclass


def test_cells_are_understood() -> None:
    """One cell a row, so that one import answers for all."""
    kasus: list[tuple[str, object, object]] = [
        ("pembilang", "1.234,5", Decimal("1234.5")),
        ("pembilang", 49.26, Decimal("49.26")),
        ("target", None, None),
        ("tanggal_data", datetime.datetime(2023, 12, 30), "2023-12-30"),
        ("tanggal_data", "29 Des 2023", "2023-12-29"),
        ("tanggal_data", 2022, "2022"),
        ("polaritas", "makin RENDAH makin baik", "turun"),
        ("polaritas_pasti", "ya", True),
        ("kumulatif", True, True),
    ]

    def ke(b: Buku) -> None:
        for n, (kolom, isi, _) in enumerate(kasus, start=3):
            b.sel("indikator_tahun", n, kolom).value = isi

    r = ubah(ke)
    assert r.masalah == ()
    baru = snapshot_contoh().apply(r.perubahan).rows(IndikatorTahun)
    assert [getattr(baru[n], k) for n, (k, _, _) in enumerate(kasus)] == [x for _, _, x in kasus]


def test_every_wrong_cell_is_named() -> None:
    kasus: list[tuple[str, object, str, str]] = [
        ("pembilang", "1.500", "", "dapat berarti dua hal"),
        ("pembilang", 0.4926, "0.00%", "berformat persen"),
        ("pembilang", "banyak", "", "tidak terbaca sebagai angka"),
        ("pembilang", "#N/A", "", "kesalahan Excel"),
        ("pembilang", "=A1*2", "", "rumusnya belum dihitung"),
        ("tanggal_data", "31-02-2023", "", "tidak ada"),
        ("polaritas", "miring", "", "bukan pilihan"),
        ("tahun", 2023.5, "", "mempunyai pecahan"),
        ("kode", 196811061992031002, "", "dibulatkan Excel"),
        ("target", 12345678901234567, "", "dibulatkan Excel"),
    ]
    tempat: list[str] = []

    def ke(b: Buku) -> None:
        for n, (kolom, isi, format, _) in enumerate(kasus, start=3):
            sel = b.sel("indikator_tahun", n, kolom)
            sel.value = isi
            sel.number_format = format or sel.number_format
            tempat.append(f"Lembar “Indikator menurut tahun” sel {sel.coordinate} (")

    r = ubah(ke)
    assert r.perubahan == ()
    for di, (_, _, _, sebab) in zip(tempat, kasus, strict=True):
        assert any(x.startswith(di) and sebab in x for x in r.masalah), (di, sebab, r.masalah)


def test_everything_wrong_is_told_at_once() -> None:
    def ke(b: Buku) -> None:
        for n in (3, 4, 5):
            b.sel("indikator_tahun", n, "target").value = "banyak"
        b.sel("laporan", 3, "tahun").value = "dua ribu"

    assert len(ubah(ke).masalah) == 4


def test_a_new_row_needs_no_id() -> None:
    def ke(b: Buku) -> None:
        n = b.lembar("pejabat").max_row + 1
        b.sel("pejabat", n, "nama").value = "Budi Santoso"
        b.sel("pejabat", n, "jabatan").value = "Kepala Seksi"

    (c,) = ubah(ke).perubahan
    assert isinstance(c.after, Pejabat)
    assert (c.before, c.after.id, c.after.nama, c.after.jenis) == (None, ID2, "Budi Santoso", "definitif")


def test_a_copied_row_asks_for_an_empty_id() -> None:
    def ke(b: Buku) -> None:
        ws = b.lembar("pejabat")
        n = ws.max_row + 1
        for k in range(1, ws.max_column + 1):
            ws.cell(n, k).value = ws.cell(3, k).value

    assert any("salinan baris 3" in x for x in ubah(ke).masalah)


def test_a_reference_follows_the_words_that_are_seen() -> None:
    s = snapshot_contoh()
    r = s.rows(Analisis)[0]
    lain = next(x for x in s.rows(Analisis) if x.indikator_id != r.indikator_id)

    def ke(b: Buku) -> None:
        n, m = b.baris("analisis", r.id), b.baris("analisis", lain.id)
        kata = b.sel("analisis", m, "indikator_id:sebutan").value
        assert re.search(r"SK\d\.IKK\d", kata)
        b.sel("analisis", n, "sama_dengan_id:sebutan").value = kata

    (c,) = ubah(ke).perubahan
    assert isinstance(c.after, Analisis)
    assert c.after.sama_dengan_id == lain.indikator_id


def test_an_unknown_reference_is_told() -> None:
    def ke(b: Buku) -> None:
        b.sel("analisis", 3, "indikator_id:sebutan").value = "SK9.IKK9"

    assert any("tidak ada indikator dengan sebutan itu" in x for x in ubah(ke).masalah)


def test_two_rows_of_one_name_can_be_told_apart() -> None:
    a, b = "3f2b8c1e-0000-4d2c-9a53-1f0b7c1e2d34", "4f2b8c1e-0000-4d2c-9a53-1f0b7c1e2d34"
    s = dari_baris(
        [Sasaran(id=a), Sasaran(id=b), Indikator(id=ID, sasaran_id=b), *(t.row(id=ID2) for t in [TABLES["laporan"]])]
    )
    assert keliling(s) == s


def test_plain_text_may_be_rewritten_but_a_text_with_fields_may_not() -> None:
    polos = naskah.tulis(naskah.dari_teks("Kalimat lama."))
    bermedan = naskah.tulis((naskah.Paragraf((naskah.Teks("Tahun "), naskah.Medan("tahun"))),))
    lama = {ID: polos, ID2: ""}
    s = dari_baris(Naskah(id=id, tahun=2022 + n, bagian="bab1", isi=x) for n, (id, x) in enumerate(lama.items()))

    def ke(b: Buku) -> None:
        for id in lama:
            b.sel("naskah", b.baris("naskah", id), "isi:bacaan").value = "Kalimat baru.\nDan lagi."

    r = ubah(ke, s)
    baru = [c.after for c in r.perubahan if isinstance(c.after, Naskah)]
    assert [naskah.polos(naskah.baca(x.isi)) for x in baru] == ["Kalimat baru.\nDan lagi."] * 2
    s = dari_baris([Naskah(id=ID, tahun=2023, bagian="bab1", isi=bermedan)])
    r = ubah(lambda b: setattr(b.sel("naskah", 3, "isi:bacaan"), "value", "Kalimat baru."), s)
    assert any("ubah di program" in x for x in r.masalah)


def test_a_cleared_or_deleted_row_is_not_removed() -> None:
    def ke(b: Buku) -> None:
        ws = b.lembar("pejabat")
        ws.delete_rows(3)
        for k in range(2, ws.max_column + 1):
            ws.cell(3, k).value = None

    r = ubah(ke)
    assert (r.perubahan, r.masalah) == ((), ())


def test_a_sheet_left_out_stays_as_it_is() -> None:
    def ke(b: Buku) -> None:
        for ws in b.wb.worksheets[2:]:
            b.wb.remove(ws)

    r = ubah(ke)
    assert (r.perubahan, r.masalah) == ((), ())


def test_own_sheets_and_columns_beside_ours() -> None:
    def ke(b: Buku) -> None:
        b.wb.create_sheet("Catatan saya")["A1"] = "apa saja"
        b.lembar("pejabat").cell(5, 40).value = "catatan"

    r = ubah(ke)
    assert (r.perubahan, r.masalah) == ((), ())


def test_the_form_of_realisasi_is_filled_in_and_taken_in() -> None:
    s = snapshot_contoh()
    b = Buku(tulis_formulir(s, 2023))
    assert len(b.wb.worksheets) == 2
    n, r = satu(b)
    b.sel("indikator_tahun", n, "pembilang").value = 700
    (c,) = rencana(b.isi(), s).perubahan
    assert isinstance(c.after, IndikatorTahun)
    assert c.after == replace(r, pembilang=Decimal(700))
