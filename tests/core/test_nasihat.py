"""What a field says of a stored value that looks mistaken."""

from __future__ import annotations

import pytest

from lkjip_desktop.core.nasihat import nasihat
from lkjip_desktop.core.schema import TABLES
from lkjip_desktop.core.tables import Identitas, Pejabat, Pk

PEJABAT, IDENTITAS = TABLES[Pejabat.TABEL].by_name, TABLES[Identitas.TABEL].by_name


@pytest.mark.parametrize(
    "nama", ["Perimansyah, S.Sos.", "Budi S.H", "Dr. Ani", "drs. Amir", "Siti A.Md.", "Joko Bc.I.P."]
)
def test_gelar_di_dalam_nama(nama: str) -> None:
    assert "Gelar belakang" in nasihat(PEJABAT["nama"], nama)


@pytest.mark.parametrize("nama", ["", "Perimansyah", "M. Hasan Basri", "Drajat Wibowo", "I Made S. Putra", "Irwan"])
def test_nama_tanpa_gelar(nama: str) -> None:
    assert nasihat(PEJABAT["nama"], nama) == ""


def test_nip_dan_kode_satker() -> None:
    assert nasihat(PEJABAT["nip"], "19681106 199203 1 002") == ""
    assert "17 angka" in nasihat(PEJABAT["nip"], "19681106199203100")
    assert "17 angka" in nasihat(TABLES[Pk.TABEL].by_name["p1_nip"], "19681106199203100")
    assert nasihat(IDENTITAS["kode_satker"], "652841") == ""
    assert "ditulis 5 angka" in nasihat(IDENTITAS["kode_satker"], "65284")
    assert "tanpa huruf" in nasihat(IDENTITAS["kode_satker"], "652.841")
    assert nasihat(IDENTITAS["nama"], "Bapas, Lahat") == ""


def test_whether_a_nip_is_printed_is_no_nip() -> None:
    assert nasihat(TABLES["pk"].by_name["p2_cetak_nip"], True) == ""
    assert nasihat(TABLES["pk"].by_name["p2_nip"], "123") != ""


@pytest.mark.parametrize(
    ("surel", "benar"),
    [
        ("", True),
        ("bapaslahat@gmail.com", True),
        ("tu.bapas-lahat@kemenimipas.go.id", True),
        ("bapaslahat.gmail.com", False),
        ("bapas lahat@gmail.com", False),
        ("bapas@gmail", False),
    ],
)
def test_surel(surel: str, benar: bool) -> None:
    assert (nasihat(IDENTITAS["surel"], surel) == "") is benar
