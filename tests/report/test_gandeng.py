"""Words that open a list, a formula or a quotation stay with it, in the PDF and in Word."""

from __future__ import annotations

import pytest

from lkjip_desktop.report.blocks import Block, Document, Formula, Items, Para, runs
from lkjip_desktop.report.docx.tulis import tulis
from lkjip_desktop.report.gandeng import bergandeng, berpasang
from tests.report.docx.baca import Baca, W
from tests.report.pdf.bantu import baca_halaman, cetak, lipat, tanpa_berkas

BUTIR = Items((runs("satu;"), runs("dua;"), runs("tiga.")))


@pytest.mark.parametrize(
    ("ini", "berikut", "ya"),
    [
        (Para(runs("Misi yang ditetapkan adalah sebagai berikut.")), BUTIR, True),
        (Para(runs("Visi itu adalah: ")), Para(runs("kutipan"), "kutip"), True),
        (Para(runs("Rumusnya:")), Formula(()), True),
        (Para(runs("Kalimat biasa.")), Para(runs("Kalimat lain.")), False),
        (Para(runs("kata " * 100)), BUTIR, False),
        (Para(runs("Judul:"), "tengah"), BUTIR, False),
        (Para(runs("Akhir:")), None, False),
        (BUTIR, BUTIR, False),
    ],
)
def test_yang_membuka_ikut(ini: Block, berikut: Block | None, ya: bool) -> None:
    assert bergandeng(ini, berikut) is ya


def test_setiap_blok_keluar_sekali() -> None:
    blok: list[Block] = [Para(runs("a:")), BUTIR, Para(runs("b."))]
    assert list(berpasang(blok)) == [(blok[0], True), (blok[1], False), (blok[2], False)]
    assert list(berpasang([])) == []


def test_pembuka_tidak_di_kaki_halaman_dan_butir_tidak_sendirian() -> None:
    for banyak in range(25, 45):
        isi: list[Block] = [*[Para(runs("isi"), "rapat")] * banyak, Para(runs("Pembuka:")), BUTIR]
        for h in baca_halaman(cetak(*isi)):
            assert not h.endswith(lipat("Pembuka:"))
            assert not h.endswith(lipat("1. satu;"))
            assert not h.startswith(lipat("3. tiga."))


def test_word_menempelkan_pembuka() -> None:
    d = Document((Para(runs("Pembuka:")), BUTIR, Para(runs("Akhir."))), "J", "S")
    word = Baca(tulis(d, tanpa_berkas))
    p = next(p for p in word.badan.iter(W + "p") if "Pembuka" in "".join(p.itertext()))
    assert p.find(f"{W}pPr/{W}keepNext") is not None
