"""Aturan: the rules of the office by kind and date, each with a form made from what it holds."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from lkjip_desktop.core.aturan import NAMA_ATURAN
from lkjip_desktop.core.commands import Hapus, Tambah, Ubah
from lkjip_desktop.core.schema import Row
from lkjip_desktop.core.tables import AturanBaris
from lkjip_desktop.core.tanggal import awal, tanggal_cetak
from ui.bridge import Bridge
from ui.dialogs import ask
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
        self.reset = QPushButton("Kembalikan ke bawaan")
        pasang(self.reset, "urung")
        self.reset.clicked.connect(self._to_default)
        self.remove = QPushButton("Hapus versi ini")
        pasang(self.remove, "hapus")
        self.remove.clicked.connect(self._remove)
        self.head_tools.addWidget(self.again)
        self.records = Records(
            bridge,
            "aturan",
            self,
            column(card(self.form, _row(self.reset, self.remove)), self.editor),
            lambda s, _y: sorted(s.rows(AturanBaris), key=_order),
            None,
            _title,
            list_width=230,
        )
        self.body.addWidget(self.records, 1)

    # ------------------------------------------------------------------------------------------- as a RowPanel
    def show_row(self, row_id: str) -> None:
        self.form.show_row(row_id)
        self.editor.show_row(row_id)
        row = self.bridge.snapshot.get(AturanBaris, row_id)
        writable = row is not None and not self.bridge.read_only
        self.reset.setEnabled(writable and self._default(row) is not None)
        self.remove.setEnabled(writable and row is not None and len(self._versions(row)) > 1)

    def focus_column(self, name: str) -> bool:
        return self.form.focus_column(name) or self.editor.focus_first()

    def commit(self) -> bool:
        return self.form.commit() and self.editor.commit()

    def show_place(self, table: str, key: str, column: str) -> bool:
        return self.records.choose(key, column)

    def _versions(self, row: AturanBaris) -> tuple[AturanBaris, ...]:
        return self.bridge.snapshot.where(AturanBaris, jenis=row.jenis)

    def _default(self, row: AturanBaris | None) -> AturanBaris | None:
        """The shipped rule of this kind that held when this one begins; the oldest when this one is older still."""
        if row is None:
            return None
        shipped = [d for d in self.bridge.workspace.aturan_bawaan() if d.jenis == row.jenis]
        shipped.sort(key=lambda d: awal(d.berlaku_dari))
        begun = [d for d in shipped if awal(d.berlaku_dari) <= awal(row.berlaku_dari)]
        return begun[-1] if begun else shipped[0] if shipped else None

    def _to_default(self) -> None:
        row = self.bridge.snapshot.get(AturanBaris, self.records.current())
        default = self._default(row)
        if row is None or default is None:
            return
        words = f"Kembalikan “{_title(row)}” ke isi yang dikirim bersama program?\n\nLangkah ini dapat diurungkan."
        if ask(self, "Kembalikan ke bawaan", words, ["Kembalikan"]) == 0:
            values = {"isi": default.isi, "sumber": default.sumber, "terkonfirmasi": default.terkonfirmasi}
            self.bridge.do(Ubah("aturan", row.id, values))

    def _remove(self) -> None:
        row = self.bridge.snapshot.get(AturanBaris, self.records.current())
        if row is None or len(self._versions(row)) < 2:
            return
        words = f"Hapus “{_title(row)}”? Tahun yang memakainya dihitung dengan versi sebelumnya."
        if ask(self, "Hapus versi", f"{words}\n\nLangkah ini dapat diurungkan.", ["Hapus"], danger=True) == 0:
            self.bridge.do(Hapus("aturan", row.id))

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


def _row(*buttons: QPushButton) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    return holder
