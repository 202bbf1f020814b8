"""Aturan: the rules of the office by kind and date, each with a form made from what it holds."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from lkjip_desktop.core.aturan import NAMA_ATURAN
from lkjip_desktop.core.commands import Tambah
from lkjip_desktop.core.schema import Row
from lkjip_desktop.core.tables import AturanBaris
from lkjip_desktop.core.tanggal import tanggal_cetak
from ui.bridge import Bridge
from ui.ikon import pasang
from ui.views.aturan_editor import RuleEditor
from ui.widgets.form import Form
from ui.widgets.records import Records
from ui.widgets.view import View, card, column


class AturanView(View):
    """Rule sets at the left; the chosen one at the right. Year N uses the one in force on 31 December N."""

    tables = ("aturan",)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "Aturan", "Tahun laporan memakai aturan yang berlaku pada 31 Desember tahun itu.")
        self.form = Form(
            bridge, "aturan", ("berlaku_dari", "sumber", "terkonfirmasi"), {"sumber": 8, "terkonfirmasi": 12}
        )
        self.editor = RuleEditor(bridge)
        self.again = QPushButton("Buat versi baru dari aturan ini")
        pasang(self.again, "salin")
        self.again.clicked.connect(self._copy)
        self.head_tools.addWidget(self.again)
        self.records = Records(
            bridge,
            "aturan",
            self,
            column(card(self.form), self.editor),
            lambda s, _y: sorted(s.rows(AturanBaris), key=_order),
            None,
            _title,
            list_width=230,
        )
        self.records.add_button.hide()
        self.body.addWidget(self.records, 1)

    # ------------------------------------------------------------------------------------------- as a RowPanel
    def show_row(self, row_id: str) -> None:
        self.form.show_row(row_id)
        self.editor.show_row(row_id)

    def focus_column(self, name: str) -> bool:
        return self.form.focus_column(name) or self.editor.focus_first()

    def commit(self) -> bool:
        return self.form.commit() and self.editor.commit()

    def show_place(self, table: str, key: str, column: str) -> bool:
        return self.records.choose(key, column)

    def _copy(self) -> None:
        row = self.bridge.snapshot.get(AturanBaris, self.records.current())
        if row is None or not self.commit():
            return
        values = {**row.values(), "berlaku_dari": str(self.bridge.year or ""), "terkonfirmasi": False}
        new_id = self.bridge.new_id()
        if not self.bridge.do(Tambah("aturan", new_id, values)):
            self.records.choose(new_id, "berlaku_dari")


def _order(row: AturanBaris) -> tuple[int, str]:
    names = list(NAMA_ATURAN)
    return (names.index(row.jenis) if row.jenis in names else len(names), row.berlaku_dari)


def _title(row: Row) -> str:
    assert isinstance(row, AturanBaris)
    since = f" (sejak {tanggal_cetak(row.berlaku_dari, ruang_hari=False)})" if row.berlaku_dari else ""
    return f"{NAMA_ATURAN.get(row.jenis, row.jenis)}{since}"
