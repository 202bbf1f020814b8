"""What is typed and not stored is told with its field, its words and the year that it belongs to."""

from __future__ import annotations

from lkjip_desktop.core.checks.ketikan import ketikan

from .bahan_checks import contoh, ikk


def _teks(*draf: tuple[str, str, str, str], tahun: int = 2023) -> list[str]:
    return [p.teks for p in ketikan(contoh(), tahun, draf)]


def test_a_refused_entry_is_told() -> None:
    id = ikk("SK1.IKK1").id
    (teks,) = _teks(("indikator_tahun", id, "target", "delapan"))
    assert teks.startswith("target pada SK1.IKK1")
    assert teks.endswith(": “delapan” diketik, tetapi belum tersimpan.")
    assert _teks(("indikator_tahun", id, "target", "delapan"), tahun=2022) == [], "it belongs to 2023"


def test_what_no_field_is_and_what_no_words_are() -> None:
    id = ikk("SK1.IKK1").id
    assert _teks(("tiada", "x", "y", "z"), ("indikator_tahun", id, "tiada", "z")) == []
    (teks,) = _teks(("indikator_tahun", id, "target", " "))
    assert "isian yang dikosongkan" in teks
    (panjang,) = _teks(("analisis", "baru:x:5", "sebab", "kata " * 30))
    assert len(panjang) < 120
