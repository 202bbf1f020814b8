"""Unusual but possible data: every sentence and table still names the right row, and reads as a sentence."""

from __future__ import annotations

import pytest

from lkjip_desktop.core.kata import MEDAN
from lkjip_desktop.report.sections.lkjip import blok_bagian
from tests.report.sections.contoh import baris_teks, hasil_lahat, konteks_lahat, lahat, ubah


@pytest.mark.parametrize("kode", ["", "SK1"])
def test_money_follows_the_sasaran_and_not_its_code(kode: str) -> None:
    s = ubah(lahat(), "sasaran_tahun", lambda r: r.tahun == 2023 and r.kode.startswith("SK"), kode=kode)
    teks = [x for x in baris_teks(blok_bagian(konteks_lahat(s), "bab3.anggaran")) if "memperoleh pagu" in x]
    assert [(x.split(",")[0], x.partition("pagu ")[2].partition(" dan")[0]) for x in teks] == [
        ("Sasaran Kegiatan I", "Rp564.845.000"),
        ("Sasaran Kegiatan II", "Rp3.168.512.000"),
    ]
    h = hasil_lahat(s)
    assert [MEDAN["pagu_sasaran"].isi(s, h, x.id) for x in h.kegiatan()] == ["Rp564.845.000", "Rp3.168.512.000"]
