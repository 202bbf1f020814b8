"""A part whose title is not seen opens one page in Word, not two."""

from __future__ import annotations

import io
import zipfile

from lkjip_desktop.report.blocks import Block, Document, Heading, Para, Part, runs
from lkjip_desktop.report.docx.tulis import tulis


def _putus(*blok: Block) -> int:
    """Page breaks and sections of a document."""
    dok = Document(blok, "Judul", "Satker", tanggal="2024-01-12")
    isi = zipfile.ZipFile(io.BytesIO(tulis(dok, lambda _: b""))).read("word/document.xml").decode()
    return isi.count("<w:sectPr") + isi.count("<w:pageBreakBefore")


def test_a_hidden_title_and_the_next_one_share_a_page() -> None:
    awal = (Part("arab", 1), Heading(0, "Satu", "a", label="BAB"), Para(runs("isi")))
    lampiran = (Heading(0, "Perjanjian", "b", label="LAMPIRAN"), Para(runs("isi")))
    hampa = Heading(0, "LAMPIRAN", "l", nomor=False, daftar=False, tampak=False)
    assert _putus(*awal, hampa, *lampiran) == _putus(*awal, *lampiran)
    assert _putus(*awal, hampa, Para(runs("x")), *lampiran) > _putus(*awal, *lampiran)
