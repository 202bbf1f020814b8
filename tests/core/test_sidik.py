"""The fingerprint is the same for the same facts, and another for any other."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from lkjip_desktop.core.sidik import sidik, sidik_baris
from lkjip_desktop.core.snapshot import Snapshot, dari_baris
from lkjip_desktop.core.tables import Gambar, IndikatorTahun, Laporan, Naskah, Pejabat, Sasaran

BARIS = (
    Laporan(id="l", tahun=2023),
    Sasaran(id="s"),
    IndikatorTahun(id="it", tahun=2023, kode="SK1.IKK1", target=Decimal("60.00"), kumulatif=True),
    Gambar(id="g", nama="Apel", berkas="a" * 64),
)


def test_the_fingerprint_of_known_facts_does_not_change() -> None:
    """Kept for ever: a seal of any released version must be checked in the same way."""
    assert sidik(dari_baris(BARIS)) == "83aad593e1d4bb9d9da4ea803baa5bfdf92b54ee1e2d6e5741c0f27db84e49a9"


def test_order_and_history_do_not_matter() -> None:
    a, b = dari_baris(BARIS), dari_baris(reversed(BARIS))
    assert sidik(a) == sidik(b)
    assert sidik(Snapshot(a.tabel, revisi=7)) == sidik(a)


def test_any_other_value_is_another_fingerprint() -> None:
    semua = {sidik(dari_baris(BARIS))}
    it = BARIS[2]
    lain = [
        dataclasses.replace(it, target=Decimal(60)),
        dataclasses.replace(it, target=Decimal("60.000")),
        dataclasses.replace(it, target=None, realisasi=Decimal("60.00")),
        dataclasses.replace(it, kumulatif=False),
        dataclasses.replace(it, kode="SK1.IKK", nama="1"),
        dataclasses.replace(it, urut=1),
        dataclasses.replace(it, id="iu"),
    ]
    for baris in lain:
        semua.add(sidik(dari_baris([*BARIS[:2], baris, BARIS[3]])))
    semua.add(sidik(dari_baris(BARIS[1:])))
    semua.add(sidik(dari_baris(BARIS), berkas=["b" * 64]))
    semua.add(sidik(dari_baris(BARIS), berkas=[]))
    assert len(semua) == len(lain) + 4


def test_the_files_own_blobs_give_the_same_when_they_are_what_the_rows_name() -> None:
    assert sidik(dari_baris(BARIS), berkas=["a" * 64]) == sidik(dari_baris(BARIS))


@given(st.lists(st.text(alphabet="ab\x00", max_size=4), min_size=3, max_size=3), st.data())
def test_neighbouring_texts_do_not_run_together(kata: list[str], data: st.DataObject) -> None:
    lain = data.draw(st.lists(st.text(alphabet="ab\x00", max_size=4), min_size=3, max_size=3))

    def buat(k: list[str]) -> Snapshot:
        return dari_baris([Pejabat(id="p", nama=k[0], nip=k[1]), Naskah(id="n", isi=k[2])])

    assert (sidik(buat(kata)) == sidik(buat(lain))) == (kata == lain)


def test_rows_alone_have_a_fingerprint_too() -> None:
    assert sidik_baris(BARIS) == sidik_baris(BARIS[::-1])
    assert sidik_baris(BARIS) != sidik_baris(BARIS[1:])
