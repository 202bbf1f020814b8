"""Clean text: NFC, LF, nothing that cannot be printed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip_desktop.core.teks import bersih


@pytest.mark.parametrize(
    ("text", "hasil", "dibuang"),
    [
        ("Lahat, 31 Desember", "Lahat, 31 Desember", 0),
        ("a\r\nb\rc\nd\te", "a\nb\nc\nd\te", 0),
        ("soft\vbreak\u2028line\u2029para\x85nel", "soft\nbreak\nline\npara\nnel", 0),
        ("a\x00b\x07c\x1bd\x7fe\x9ff\x0cg", "abcdefg", 6),
        ("\ufeffBapas", "Bapas", 1),
        ("a\ud800b\udfffc", "abc", 2),
        ("a\ufffeb\uffff\U0001ffff\ufdd0", "ab", 4),
        ("Kafe\u0301", "Kaf\u00e9", 0),
        ("e\x00\u0301", "\u00e9", 1),  # composed after the removal, so that cleaning twice changes nothing
        ("<b>&{x}*\u200d😀\u00a0\u00ad", "<b>&{x}*\u200d😀\u00a0\u00ad", 0),  # as typed
        ("", "", 0),
    ],
)
def test_clean(text: str, hasil: str, dibuang: int) -> None:
    assert bersih(text) == (hasil, dibuang)


@given(st.text(st.characters()))
def test_clean_text_is_stable_and_can_be_stored(text: str) -> None:
    hasil, _ = bersih(text)
    assert bersih(hasil) == (hasil, 0)
    assert unicodedata.is_normalized("NFC", hasil)
    assert hasil.encode("utf-8").decode("utf-8") == hasil
    assert all(unicodedata.category(c) not in ("Cc", "Cs") or c in "\t\n" for c in hasil)
