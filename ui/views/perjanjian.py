"""Perjanjian Kinerja: its versions, the parties and wording of each, and signing."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from lkjip_desktop.core.angka import rupiah
from lkjip_desktop.core.commands import PkBaru, TandaTanganiPk
from lkjip_desktop.core.pk.isi import isi_pk
from lkjip_desktop.core.schema import Row
from lkjip_desktop.core.tables import STATUS_PK, Pk
from ui.bridge import Bridge
from ui.dialogs import ask
from ui.ikon import pasang
from ui.widgets.field import Label
from ui.widgets.form import Form, section
from ui.widgets.history_table import WordTable
from ui.widgets.preview import Naskah
from ui.widgets.records import Records
from ui.widgets.view import View, card, column, commit_all

_PARTY = ("pejabat_id", "nama", "gelar_depan", "gelar_belakang", "pangkat", "nip", "jenis", "jabatan", "unit")
_PRINTED = ("cetak_gelar", "cetak_pangkat", "cetak_nip")


class PerjanjianView(View):
    """Versions at the left, the chosen one at the right; a signed one is only read."""

    tables = ("pk", "pk_butir", "pk_anggaran", "pk_cakupan")
    watches = ("pk", "pk_butir", "pk_anggaran", "indikator_tahun", "sasaran_tahun", "kegiatan", "pejabat")

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "Perjanjian Kinerja")
        self.subtitle.hide()
        self.new_button = QPushButton("Buat Perjanjian Kinerja")
        pasang(self.new_button, "tambah")
        self.new_button.clicked.connect(self._new)
        self.sign_button = QPushButton("Tandatangani…")
        pasang(self.sign_button, "kunci")
        self.sign_button.clicked.connect(self._sign)
        self.head_tools.addWidget(self.new_button)
        self.head_tools.addWidget(self.sign_button)
        names = (
            "alasan",
            "alasan_uraian",
            "tempat",
            "tanggal",
            "berlaku_dari",
            *(f"p1_{n}" for n in (*_PARTY, *_PRINTED)),
            *(f"p2_{n}" for n in (*_PARTY, *_PRINTED)),
        )
        spans = {"alasan": 8, "p1_pejabat_id": 12, "p2_pejabat_id": 12, "tempat": 4}
        spans |= {f"{p}_{n}": 4 for p in ("p1", "p2") for n in _PRINTED}
        self.form = Form(bridge, "pk", names, spans)
        self.wording = Form(
            bridge,
            "pk",
            (
                "judul",
                "judul_lampiran",
                "pernyataan",
                "posisi_id",
                "identitas_id",
                "pakai_kop",
                "elektronik",
                "cetak_rencana_aksi",
                "cetak_kode",
            ),
            {"posisi_id": 12, "identitas_id": 12},
        )
        self.state = Label("", "redup")
        self.lines = WordTable("Isi perjanjian", ("Sasaran dan indikator", "Target"))
        self.money = Label("", "redup")
        content = column(
            self.state,
            card(self.form),
            section("Isi", self.lines, self.money),
            card(section("Naskah dan cetakan", self.wording)),
        )
        self.records = Records(
            bridge,
            "pk",
            self,
            content,
            lambda s, y: s.where(Pk, tahun=y),
            None,
            _title,
            "Belum ada Perjanjian Kinerja pada tahun ini. Tekan “Buat Perjanjian Kinerja”.",
            190,
        )
        self.records.add_button.hide()
        self.records.picked.connect(lambda _id: self._show())
        self.body.addWidget(self.records, 1)
        self.records.fill()

    # ------------------------------------------------------------------------------------------- as a RowPanel
    def show_row(self, row_id: str) -> None:
        self.form.show_row(row_id)
        self.wording.show_row(row_id)

    def focus_column(self, name: str) -> bool:
        return self.form.focus_column(name) or self.wording.focus_column(name)

    def commit(self) -> bool:
        return commit_all((self.form, self.wording))

    # ------------------------------------------------------------------------------------------------- as a View
    def refresh(self) -> None:
        self._show()

    def paper(self) -> Naskah:
        return Naskah("pk", pk_id=self.records.current())

    def show_place(self, table: str, key: str, column: str) -> bool:
        row = self.bridge.snapshot.row(table, key)
        pk_id = key if table == "pk" else getattr(row, "pk_id", "")
        pk = self.bridge.snapshot.get(Pk, pk_id)
        if pk is not None and pk.tahun and pk.tahun != self.bridge.year:
            self.bridge.set_year(pk.tahun)
        return self.records.choose(pk_id, column if table == "pk" else "")

    def _pk(self) -> Pk | None:
        return self.bridge.snapshot.get(Pk, self.records.current())

    def _show(self) -> None:
        pk = self._pk()
        draft = pk is not None and pk.status == "draf"
        self.sign_button.setEnabled(draft and not self.bridge.read_only)
        self.new_button.setEnabled(bool(self.bridge.year) and not self.bridge.read_only)
        if pk is None:
            return
        self.form.set_read_only(not draft or self.bridge.read_only)
        self.wording.set_read_only(not draft or self.bridge.read_only)
        self.state.setText(
            "Draf: isi mengikuti target dan anggaran yang sedang dikerjakan."
            if draft
            else "Sudah ditandatangani: isi, nama, dan anggaran tidak berubah lagi; perubahan menjadi versi baru."
        )
        content = isi_pk(self.bridge.snapshot, pk)
        rows = [
            (f"{line.kode}  {line.nama}", line.target.cetak)
            for level in content.tingkat
            for aim in level.sasaran
            for line in aim.butir
        ]
        self.lines.fill(rows, right=(1,))
        self.money.setText(
            f"Jumlah anggaran: {rupiah(content.total)}" if content.total is not None else "Anggaran belum diisi."
        )

    def _new(self) -> None:
        new_id = self.bridge.new_id()
        if not self.bridge.do(PkBaru(self.bridge.year, new_id)):
            self.records.choose(new_id, "tanggal")

    def _sign(self) -> None:
        pk = self._pk()
        if pk is None or not self.commit():
            return
        words = (
            f"Tandai {_title(pk)} sudah ditandatangani?\n\nNama, target, dan anggarannya dibekukan. "
            "Langkah ini tidak dapat diurungkan; perubahan berikutnya dibuat sebagai versi baru."
        )
        if ask(self, "Tanda tangan", words, ["Tandai sudah ditandatangani"], danger=True) == 0:
            self.bridge.do(TandaTanganiPk(pk.id))


def _title(row: Row) -> str:
    assert isinstance(row, Pk)
    version = "Awal" if not row.nomor else f"Perubahan ke-{row.nomor}"
    return f"{version} {row.tahun or ''} · {dict(STATUS_PK).get(row.status, row.status).split(' (')[0]}"
