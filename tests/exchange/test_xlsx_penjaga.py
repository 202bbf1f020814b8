"""Hostile and foreign workbooks are refused before they cost anything."""

from __future__ import annotations

import io
import re
import zipfile

import openpyxl
import pytest

from lkjip_desktop.exchange import xlsx_penjaga
from lkjip_desktop.exchange.xlsx_masuk import BATAS_BARIS

from .bahan import snapshot_contoh
from .bahan_xlsx import contoh, rencana


def zip_baru(bagian: dict[str, bytes], data: bytes | None = None) -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as z:
        if data:
            with zipfile.ZipFile(io.BytesIO(data)) as asal:
                for n in asal.namelist():
                    if n not in bagian:
                        z.writestr(n, asal.read(n))
        for n, isi in bagian.items():
            z.writestr(n, isi)
    return keluar.getvalue()


def ganti(pola: bytes, ke: bytes, nama: str = "xl/worksheets/sheet2.xml") -> bytes:
    with zipfile.ZipFile(io.BytesIO(contoh())) as z:
        isi = z.read(nama)
    assert re.search(pola, isi)
    return zip_baru({nama: re.sub(pola, ke, isi, count=1)}, contoh())


def berat() -> bytes:
    return zip_baru({"xl/media/a.bin": b"0" * 30_000_000}, contoh())


@pytest.mark.parametrize(
    ("data", "sebab"),
    [
        (b"PK\x03\x04rusak", "bukan berkas Excel"),
        (b"", "bukan berkas Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "kata sandi atau berjenis lama"),
        (zip_baru({"a.txt": b"x"}), "bukan berkas Excel"),
        (zip_baru({f"{n}.txt": b"x" for n in range(300)}), "300 bagian"),
    ],
)
def test_what_is_no_workbook_is_refused(data: bytes, sebab: str) -> None:
    (kata,) = rencana(data).masalah
    assert sebab in kata


def test_a_bomb_is_refused_before_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lkjip_desktop.exchange.xlsx_masuk.load_workbook", lambda *_a, **_k: pytest.fail("opened"))
    assert "mengembang tidak wajar" in rencana(berat()).masalah[0]
    monkeypatch.setattr(xlsx_penjaga, "BATAS_ISI", 1000)
    assert "lebih besar dari" in rencana(contoh()).masalah[0]


@pytest.mark.parametrize(
    ("nama", "sebab"),
    [
        ("xl/vbaProject.bin", "makro"),
        ("xl/externalLinks/externalLink1.xml", "tautan ke berkas lain"),
        ("xl/embeddings/oleObject1.bin", "objek sisipan"),
        ("xl/activeX/activeX1.xml", "ActiveX"),
    ],
)
def test_active_parts_are_refused(nama: str, sebab: str) -> None:
    assert sebab in rencana(zip_baru({nama: b"x"}, contoh())).masalah[0]


def test_entities_are_refused_or_empty() -> None:
    tawa = b'<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    data = ganti(rb"<worksheet", tawa + b"<worksheet")
    assert rencana(data).masalah != ()


def test_a_cell_at_the_far_end_costs_nothing() -> None:
    jauh = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    r = rencana(ganti(rb"</sheetData>", jauh), snapshot_contoh())
    assert r.perubahan == ()


def test_too_many_rows_are_told() -> None:
    jauh = f'<row r="{BATAS_BARIS + 3}"><c r="B{BATAS_BARIS + 3}"><v>1</v></c></row></sheetData>'
    r = rencana(ganti(rb"</sheetData>", jauh.encode()), snapshot_contoh())
    assert any(f"lebih dari {BATAS_BARIS} baris" in x for x in r.masalah)


def test_a_workbook_of_somebody_else_is_refused() -> None:
    wb = openpyxl.Workbook()
    keluar = io.BytesIO()
    wb.save(keluar)
    assert "tidak berasal dari ekspor program ini" in rencana(keluar.getvalue()).masalah[0]
