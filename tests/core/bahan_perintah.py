"""One aim with two indicators, and what a command does to rows or why it is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkjip_desktop.core.commands import Perintah, rencana
from lkjip_desktop.core.schema import Row
from lkjip_desktop.core.snapshot import Snapshot, dari_baris
from lkjip_desktop.core.tables import (
    Indikator,
    IndikatorTahun,
    Laporan,
    Sasaran,
    SasaranTahun,
)
from lkjip_desktop.errors import Ditolak


def dasar(*lain: Row) -> Snapshot:
    """One aim with two indicators in 2023."""
    return dari_baris(
        [
            Laporan(id="l23", tahun=2023, tempat="Lahat", tanggal="2024-01"),
            Sasaran(id="s"),
            SasaranTahun(id="st", sasaran_id="s", tahun=2023, urut=1, kode="SK1", nama="Sasaran satu"),
            Indikator(id="i1", sasaran_id="s"),
            Indikator(id="i2", sasaran_id="s"),
            IndikatorTahun(
                id="it1",
                indikator_id="i1",
                tahun=2023,
                urut=1,
                kode="SK1.IKK1",
                nama="Klien",
                target=Decimal(60),
                pembilang=Decimal(629),
                penyebut=Decimal(1277),
            ),
            IndikatorTahun(id="it2", indikator_id="i2", tahun=2023, urut=2, kode="SK1.IKK2", target=Decimal(55)),
            *lain,
        ]
    )


def lakukan(now: Snapshot, perintah: Perintah) -> Snapshot:
    return now.apply(rencana(now, perintah).changes)


def sebab(now: Snapshot, perintah: Perintah) -> str:
    with pytest.raises(Ditolak) as e:
        rencana(now, perintah)
    return str(e.value)
