"""Out and in again: nothing is lost, and a second export is the same file byte for byte."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from lkjip_desktop.core import naskah
from lkjip_desktop.core.schema import TABLES, Kind
from lkjip_desktop.core.snapshot import Snapshot, dari_baris
from lkjip_desktop.core.tables import AturanBaris, IndikatorTahun, Laporan, Naskah
from lkjip_desktop.core.teks import bersih
from lkjip_desktop.exchange.json_keluar import tulis

from .bahan import berkas_contoh, isi_contoh, rencana, snapshot_contoh

ID = "3f2b8c1e-52a7-4d2c-9a53-1f0b7c1e2d34"


def _keliling(s: Snapshot) -> Snapshot:
    tanpa_berkas: dict[str, bytes] = {}
    r = rencana(tulis(s, tanpa_berkas.__getitem__))
    assert r.masalah == ()
    return Snapshot().apply(r.perubahan)


def test_the_example_comes_back_equal_with_its_pictures() -> None:
    s = snapshot_contoh()
    assert tulis(s, berkas_contoh().__getitem__) == isi_contoh()
    kembali = rencana(tulis(s, berkas_contoh().__getitem__))
    assert Snapshot().apply(kembali.perubahan) == s
    assert dict(kembali.berkas) == berkas_contoh() != {}


def test_importing_the_same_again_changes_nothing() -> None:
    r = rencana(isi_contoh(), snapshot_contoh())
    assert r.kosong
    assert r.masalah == ()
    assert all(" sama" in baris and "baru" not in baris for baris in r.ringkas)


def test_digits_come_back_as_typed() -> None:
    s = dari_baris([IndikatorTahun(id=ID, tahun=2023, target=Decimal("60.00"), realisasi=Decimal("-0.0010"))])
    row = _keliling(s).get(IndikatorTahun, ID)
    assert row is not None
    assert (str(row.target), str(row.realisasi)) == ("60.00", "-0.0010")


def test_a_default_of_every_table_comes_back() -> None:
    s = dari_baris(t.row(id=ID) for t in TABLES.values())
    assert _keliling(s) == s


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=60),
    st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12),
)
def test_any_text_and_number_comes_back(teks: str, angka: Decimal) -> None:
    bersihan = bersih(teks)[0]
    isi = naskah.tulis((naskah.Paragraf((naskah.Teks(bersihan, tebal=True), naskah.Medan("tahun"))),))
    s = dari_baris(
        [
            Laporan(id=ID, tahun=2023, tempat=" ".join(bersihan.split())),
            Naskah(id=ID, tahun=2023, bagian="bab1", isi=isi),
            IndikatorTahun(id=ID, tahun=2023, nama=bersihan.strip("\n"), target=angka),
            AturanBaris(id=ID, jenis="cetak", isi='{"a":["x",1,null]}'),
        ]
    )
    assert _keliling(s) == s


def test_every_kind_has_a_form_in_the_exchange() -> None:
    """A new kind must be decided in exchange and schema; the default of each already goes round above."""
    assert {c.kind for t in TABLES.values() for c in t.columns} == set(Kind)
