"""Identity and officials by date, and how names and posts are printed."""

from __future__ import annotations

import pytest

from lkjip_desktop.core.identitas import identitas_pada, jabatan_cetak, nama_pejabat, pejabat_pada
from lkjip_desktop.core.snapshot import dari_baris
from lkjip_desktop.core.tables import Identitas, Pejabat


@pytest.mark.parametrize(
    ("tanggal", "id"),
    [
        ("2023-12-31", "lama"),
        ("2024-10-20", "lama"),
        ("2024-10-21", "baru"),  # the ministry changed inside the budget year 2024
        ("2024-10", "baru"),  # a month stands for its last day
        ("2024", "baru"),
        ("2023", "lama"),
        ("", "baru"),
    ],
)
def test_identity_by_the_date_of_the_paper(tanggal: str, id: str) -> None:
    s = dari_baris(
        [
            Identitas(id="lama", nama="Kemenkumham", berlaku_sampai="2024-10-20"),
            Identitas(id="baru", nama="Kemenimipas", berlaku_dari="2024-10-21"),
        ]
    )
    ada = identitas_pada(s, tanggal)
    assert ada is not None
    assert ada.id == id


def test_gap_gives_nobody_rather_than_a_neighbour() -> None:
    s = dari_baris([Identitas(id="a", berlaku_dari="2024")])
    assert identitas_pada(s, "2023-12-31") is None
    assert identitas_pada(dari_baris([]), "2023") is None


@pytest.mark.parametrize(
    ("tanggal", "id"),
    [("2023-01", "a"), ("2023-05-01", "plt"), ("2023-07", "a"), ("2023-06-30", "plt"), ("2024-01-01", None)],
)
def test_acting_head_signs_while_his_term_lasts(tanggal: str, id: str | None) -> None:
    s = dari_baris(
        [
            Pejabat(id="a", nama="Perimansyah", peran="kepala", tmt_sampai="2023-12"),
            Pejabat(id="plt", jenis="plt", peran="kepala", tmt_dari="2023-05", tmt_sampai="2023-06"),
            Pejabat(id="lain", peran="lain"),
        ]
    )
    ada = pejabat_pada(s, "kepala", tanggal)
    assert (ada.id if ada else None) == id


def test_names_with_and_without_degrees() -> None:
    p = Pejabat(id="p", nama="Dadi Mulyadi", gelar_depan="Dr.", gelar_belakang="Bc.I.P., S.H., M.H.")
    assert nama_pejabat(p) == "Dr. Dadi Mulyadi, Bc.I.P., S.H., M.H."
    assert nama_pejabat(p, gelar=False) == "Dadi Mulyadi"
    assert nama_pejabat(Pejabat(id="q", nama="Ilham Djaya")) == "Ilham Djaya"
    assert nama_pejabat(Pejabat(id="q")) == ""


@pytest.mark.parametrize(
    ("jenis", "jabatan", "cetak"),
    [
        ("plt", "Kepala Balai", "Plt. Kepala Balai"),
        ("plh", "Kepala\nBalai", "Plh. Kepala\nBalai"),
        ("pj", "Kepala Balai", "Pj. Kepala Balai"),
        ("definitif", "Kepala Balai", "Kepala Balai"),
        ("plt", "Plt. Kepala Balai", "Plt. Kepala Balai"),
        ("plt", "", ""),
    ],
)
def test_kind_of_appointment_stands_before_the_post(jenis: str, jabatan: str, cetak: str) -> None:
    assert jabatan_cetak(jenis, jabatan) == cetak


def test_a_date_that_is_none_stops_nothing() -> None:
    s = dari_baris([Identitas(id="a", berlaku_dari="31-12-2023"), Identitas(id="b")])
    ada = identitas_pada(s, "2023-13")
    assert ada is not None
    assert ada.id == "b"
