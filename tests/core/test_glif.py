"""The light list of printable characters says what the faces of paper say."""

from __future__ import annotations

import pytest

from lkjip_desktop.core.glif import sebut, tak_tercetak
from lkjip_desktop.core.glif_rentang import RENTANG, RENTANG_BOOKMAN
from lkjip_desktop.report.pdf import fonts
from tools import daftar_glif


def test_the_list_is_that_of_the_shipped_faces() -> None:
    assert list(RENTANG) == daftar_glif.rentang(daftar_glif.titik())
    assert list(RENTANG_BOOKMAN) == daftar_glif.rentang(daftar_glif.titik("LKBonum"))


def test_the_check_and_the_printer_agree_on_the_basic_plane() -> None:
    """Where they differ, a □ would appear on paper that no check had named, or a check would cry in vain."""
    for keluarga in ("serif", "sans", "bookman"):
        m = fonts.muka(keluarga)
        # A letter before each character, so that none is joined to the one before it.
        semua = "".join(f"a{chr(titik)}" for titik in range(0x20, 0x10000) if not 0xD800 <= titik < 0xE000)
        cetak: set[str] = set()
        fonts.siap(semua, m, cetak)
        # The list holds what all eight faces have, so it may ask more than one face alone, never less.
        assert cetak
        assert not cetak.difference(tak_tercetak(semua, keluarga))


@pytest.mark.parametrize(
    ("teks", "kurang"), [("Ketuk “ya” – 90°, m²", ()), ("😀 dan 😀", ("😀",)), ("عدد 中", ("ع", "د", "中"))]
)
def test_missing_signs_are_named_once(teks: str, kurang: tuple[str, ...]) -> None:
    assert tak_tercetak(teks) == kurang


def test_the_third_family_holds_fewer_letters() -> None:
    assert tak_tercetak("Ŋƃ é") == ()
    assert tak_tercetak("Ŋƃ é", "bookman") == ("ƃ",)


def test_a_sign_is_named_with_its_code() -> None:
    assert sebut("😀") == "😀 (U+1F600)"
