"""Budget lines as they stand in the middle of the work: without a code, or with only one of their two amounts."""

from __future__ import annotations

import pytest

from lkjip_desktop.core.hitung import hitung
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import AnggaranBelanja

from .bahan import bapas, tambah, ubah


@pytest.fixture(scope="module")
def s() -> Snapshot:
    return bapas()


def _tanpa_kode(id: str, tahun: int, nama: str, pagu: int) -> AnggaranBelanja:
    return AnggaranBelanja(id=id, tahun=tahun, nama=nama, pagu=pagu, realisasi=pagu // 2)


def test_lines_without_a_code_stand_side_by_side_by_name_and_none_is_lost(s: Snapshot) -> None:
    s = tambah(
        s,
        _tanpa_kode("a", 2023, "Belanja Sosial", 100),
        _tanpa_kode("b", 2023, "Belanja Lain", 300),
        _tanpa_kode("c", 2022, "Belanja Sosial", 200),
    )
    a = hitung(s, 2023).anggaran
    baris = {x.nama: (x.lalu and x.lalu.pagu, x.kini and x.kini.pagu) for x in a.banding if not x.kode}
    assert baris == {"Belanja Lain": (None, 300), "Belanja Sosial": (200, 100)}
    assert sum(x.kini.pagu or 0 for x in a.banding if x.kini) == a.total_belanja.pagu


def test_two_lines_that_nothing_tells_apart_are_added_up(s: Snapshot) -> None:
    s = tambah(s, _tanpa_kode("a", 2023, "Belanja Sosial", 100), _tanpa_kode("b", 2023, "Belanja Sosial", 50))
    (x,) = [x.kini for x in hitung(s, 2023).anggaran.banding if x.kini and not x.kode]
    assert (x.pagu, x.realisasi, x.baris_id) == (150, 75, "")


def test_money_spent_from_an_unknown_pagu_makes_no_percentage(s: Snapshot) -> None:
    """Else the total would say that an office spent 1.438,26% of what it has."""
    a = hitung(tambah(s, AnggaranBelanja(id="x", tahun=2023, kode="57", realisasi=53_000_000_000)), 2023).anggaran
    assert (a.total.pagu, a.total.persen, a.total.persen_cetak, a.total.sisa) == (3_733_357_000, None, "-", None)


def test_a_pagu_of_which_nothing_is_spent_yet_counts(s: Snapshot) -> None:
    a = hitung(tambah(s, AnggaranBelanja(id="x", tahun=2023, kode="57", pagu=3_733_357_000)), 2023).anggaran
    assert a.total.persen_cetak == "49,49%"


@pytest.mark.parametrize(
    ("realisasi", "catatan"),
    [
        (0, "anggaran sasaran ini belum diserap"),
        (None, "penyerapan anggaran sasaran ini belum diketahui"),
    ],
)
def test_efficiency_says_why_it_cannot_be_computed(s: Snapshot, realisasi: int | None, catatan: str) -> None:
    """Nothing spent is known; it is not the same as not knowing."""
    e = hitung(ubah(s, "anggaran_sasaran", "as.SK1.2023", realisasi=realisasi), 2023).kegiatan()[0].efisiensi
    assert (e.kata, e.catatan) == ("tidak dapat dihitung", catatan)
