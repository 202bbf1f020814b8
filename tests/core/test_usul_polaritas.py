"""The polaritas is proposed with its reason, and left open where the signs disagree (domain.md section 8, 3)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkjip_desktop.core.usul_polaritas import usul


@pytest.mark.parametrize(
    ("nama", "target", "polaritas", "kata"),
    [
        (
            "Persentase klien usia produktif yang memperoleh pekerjaan",
            (50, 60),
            "naik",
            "“memperoleh” dan targetnya naik",
        ),
        (
            "Persentase menurunnya anak yang mendapat pidana penjara",
            (60, 55, 55),
            "turun",
            "“menurunnya” dan targetnya turun",
        ),
        ("Jumlah pelanggaran tata tertib", (), "turun", "“pelanggaran”"),
        ("Persentase pengaduan yang diselesaikan", (), "naik", "“diselesaikan”"),
        ("Jumlah kendaraan bermotor", (10, 10), "naik", "kebanyakan indikator"),
        ("Jumlah kendaraan bermotor", (10, 8), "turun", "targetnya turun"),
        ("Persentase penurunan residivis", (10, 20), "", "bertentangan"),
        ("Jumlah kendaraan bermotor", (10, 12, 11), "naik", "kebanyakan indikator"),
    ],
)
def test_usulan_dengan_alasannya(nama: str, target: tuple[int, ...], polaritas: str, kata: str) -> None:
    usulan = usul(nama, [Decimal(t) for t in target])
    assert usulan.polaritas == polaritas
    assert kata in usulan.alasan
    assert usulan.alasan.endswith(".")


def test_target_yang_belum_ada_dilewati() -> None:
    assert usul("Jumlah kendaraan", [None, Decimal(5), None, Decimal(3)]).polaritas == "turun"
