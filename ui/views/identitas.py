"""Identitas: names and letterhead of the satker by date, officials, positions of the organisation chart."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget

from lkjip_desktop.core.identitas import nama_pejabat
from lkjip_desktop.core.schema import Row
from lkjip_desktop.core.tables import JENIS_PEJABAT, Identitas, Pejabat, Posisi
from lkjip_desktop.core.tanggal import tanggal_cetak
from ui.bridge import Bridge
from ui.widgets.form import Form
from ui.widgets.preview import Naskah
from ui.widgets.records import Records
from ui.widgets.view import View, card, column, commit_all


class IdentitasView(View):
    """Three tabs, each a list with a form."""

    tables = ("identitas", "pejabat", "posisi")

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(
            bridge, "Identitas", "Setiap naskah memakai identitas dan pejabat yang berlaku pada tanggalnya."
        )
        spans = {
            "nama": 12,
            "kode_satker": 4,
            "kota": 6,
            "kementerian": 12,
            "alamat": 12,
            "kanwil": 12,
            "eselon_satu": 12,
        }
        self.satker = Form(
            bridge,
            "identitas",
            (
                "nama",
                "singkatan",
                "kode_satker",
                "kota",
                "kementerian",
                "kementerian_singkat",
                "eselon_satu",
                "kanwil",
                "kota_kanwil",
                "kop",
                "alamat",
                "telepon",
                "faksimile",
                "laman",
                "surel",
                "pola_nomor",
                "logo_id",
                "berlaku_dari",
                "berlaku_sampai",
            ),
            spans | {"logo_id": 12},
        )
        self.pejabat = Form(
            bridge,
            "pejabat",
            (),
            {"nama": 8, "gelar_depan": 4, "gelar_belakang": 6, "jabatan": 12, "unit": 12, "nip": 6},
        )
        self.posisi = Form(bridge, "posisi", (), {"jabatan": 12, "induk_id": 12, "unit": 12, "pejabat_id": 12})
        self.lists = {
            "identitas": Records(
                bridge,
                "identitas",
                self.satker,
                column(card(self.satker)),
                lambda s, _y: s.rows(Identitas),
                lambda _y: {"nama": ""},
                _validity,
                "Belum ada identitas satuan kerja.",
            ),
            "pejabat": Records(
                bridge,
                "pejabat",
                self.pejabat,
                column(card(self.pejabat)),
                lambda s, _y: s.rows(Pejabat),
                lambda _y: {"nama": ""},
                _official,
                "Kepala satker dan atasannya yang menandatangani naskah, dengan masa jabatannya.",
            ),
            "posisi": Records(
                bridge,
                "posisi",
                self.posisi,
                column(card(self.posisi)),
                lambda s, _y: s.rows(Posisi),
                lambda _y: {"jabatan": ""},
                empty="Jabatan dari kepala satker sampai subseksi; menjadi bagan struktur organisasi pada Bab I.",
            ),
        }
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for key, words in (("identitas", "Satuan kerja"), ("pejabat", "Pejabat"), ("posisi", "Struktur organisasi")):
            self.tabs.addTab(self.lists[key], words)
        self.body.addWidget(self.tabs, 1)

    def paper(self) -> Naskah:
        return Naskah("surat")

    def commit(self) -> bool:
        return commit_all(self.lists.values())

    def show_place(self, table: str, key: str, column: str) -> bool:
        records = self.lists.get(table)
        if records is None:
            return False
        self.tabs.setCurrentWidget(records)
        return records.choose(key, column) or not key  # of a row that is missing the list is the place


def _validity(row: Row) -> str:
    assert isinstance(row, Identitas)
    since = tanggal_cetak(row.berlaku_dari, ruang_hari=False) if row.berlaku_dari else "awal"
    until = tanggal_cetak(row.berlaku_sampai, ruang_hari=False) if row.berlaku_sampai else "sekarang"
    return f"{row.singkatan or row.nama or 'Satuan kerja'} ({since} – {until})"


def _official(row: Row) -> str:
    assert isinstance(row, Pejabat)
    kind = "" if row.jenis in ("definitif", "") else dict(JENIS_PEJABAT).get(row.jenis, "") + " "
    return f"{nama_pejabat(row) or 'Pejabat baru'}, {kind}{row.jabatan}".strip(", ")
