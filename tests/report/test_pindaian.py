"""A scan is kept only when every page of it can be read; all else is refused with a sentence."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from lkjip_desktop.errors import Dibatalkan, Ditolak, GambarDitolak
from lkjip_desktop.report.blocks import Document, NewPage, Para, runs
from lkjip_desktop.report.pdf.render import render
from lkjip_desktop.report.pindaian import BITA_MAKS, HALAMAN_MAKS, siapkan
from tests.report.pdf.bantu import tanpa_berkas


def pdf(halaman: int = 2) -> bytes:
    blok = [b for n in range(halaman) for b in (Para(runs(f"Halaman {n + 1}")), NewPage())]
    return render(Document(tuple(blok[:-1]), "Pindaian", "Satker"), tanpa_berkas).isi


def gambar(format: str, exif: bool = False) -> bytes:
    aliran = io.BytesIO()
    im = Image.new("RGB", (300, 420), "white")
    e = Image.Exif()
    e[0x010F] = "Kamera"
    im.save(aliran, format, **({"exif": e} if exif else {}))
    return aliran.getvalue()


def sebab(data: bytes, nama: str = "pk.pdf") -> str:
    with pytest.raises((Ditolak, GambarDitolak)) as e:
        siapkan(data, nama)
    assert nama.rpartition(".")[0] in e.value.pesan
    return str(e.value)


def test_a_pdf_is_kept_byte_for_byte_with_its_pages_counted() -> None:
    isi = pdf(3)
    p = siapkan(isi, "pk.pdf")
    assert (p.isi, p.mime, p.halaman, len(p.sha)) == (isi, "application/pdf", 3, 64)


@pytest.mark.parametrize(("format", "mime"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_a_picture_is_kept_clean(format: str, mime: str) -> None:
    p = siapkan(gambar(format, exif=format == "JPEG"), "foto")
    assert (p.mime, p.halaman) == (mime, 1)
    assert b"Kamera" not in p.isi


@pytest.mark.parametrize(
    ("data", "kata"),
    [
        (b"", "kosong"),
        (b"halo", "bukan pindaian"),
        (b"PK\x03\x04 docx", "bukan pindaian"),
        (b"%PDF-1.7\nrusak", "rusak atau berkata sandi"),
        (b"\x89PNG\r\n\x1a\nrusak", "rusak"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, kata: str) -> None:
    assert kata in sebab(data)


def test_twenty_megabytes_are_the_limit() -> None:
    isi = pdf(1)
    # Bytes behind the end of a PDF do it no harm.
    assert siapkan(isi + b"\n" * (BITA_MAKS - len(isi)), "pk.pdf").halaman == 1
    assert "paling besar 20 MB" in sebab(isi + b"\n" * (BITA_MAKS - len(isi) + 1))


def test_a_cut_off_file_is_refused() -> None:
    isi = pdf(2)
    assert "rusak" in sebab(isi[: len(isi) // 2])


def test_too_many_pages_and_sheets_of_another_world() -> None:
    assert f"paling banyak {HALAMAN_MAKS}" in sebab(pdf(HALAMAN_MAKS + 1))
    isi = pdf(2)
    # MediaBox of the same length, so that the cross references stay right.
    kotak = b"595.2756 841.8898"
    assert isi.count(kotak) == 2
    lebar = b"9999.999 9999.999"
    assert "Halaman 1 dari “pk.pdf” berukuran tidak wajar" in sebab(isi.replace(kotak, lebar))


def test_the_check_can_be_stopped() -> None:
    with pytest.raises(Dibatalkan):
        siapkan(pdf(2), "pk.pdf", lambda: True)
