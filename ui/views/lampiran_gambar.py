"""Pictures of the report: where each one stands, its caption, source and width; and all pictures in the file."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

from lkjip_desktop.core.bagian import BAGIAN, BAGIAN_MENURUT_KUNCI
from lkjip_desktop.core.change import Changed
from lkjip_desktop.core.commands import Hapus, Ubah
from lkjip_desktop.core.naskah import GambarSendiri, baca
from lkjip_desktop.core.schema import TABLES, Kind, Row
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import Gambar, Ilustrasi, IndikatorTahun, KinerjaLain
from ui.bridge import Bridge
from ui.dialogs import ask
from ui.ikon import pasang
from ui.widgets.field import Label
from ui.widgets.form import Form
from ui.widgets.records import Records
from ui.widgets.view import card, column

_OTHER = "bab3.lainnya"


class IlustrasiPage(QWidget):
    """The pictures of the year as a list; the chosen one with its place beside it."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self._row = ""
        self.form = Form(
            bridge, "ilustrasi", ("gambar_id", "judul", "sumber", "lebar_mm"), {"judul": 12, "sumber": 8, "lebar_mm": 4}
        )
        self.place = QComboBox()
        self.place.setAccessibleName("Letak gambar")
        self.place.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.place.activated.connect(self._move_to)
        label = QLabel("&Letak dalam laporan")
        label.setProperty("peran", "label")
        label.setBuddy(self.place)
        self.together = QPushButton("Jadikan satu judul dengan gambar sebelumnya")
        self.together.setCheckable(True)
        self.together.clicked.connect(self._join)
        self.records = Records(
            bridge,
            "ilustrasi",
            self,
            column(card(label, self.place, self.form, self.together)),
            lambda s, y: s.where(Ilustrasi, tahun=y),
            lambda y: {"tahun": y, "bagian": "lampiran.lain"},
            self._title,
            "Belum ada gambar di luar naskah. Pilih letaknya, lalu seret gambarnya ke isian.",
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.addWidget(self.records)

    def _title(self, row: Row) -> str:
        assert isinstance(row, Ilustrasi)
        picture = self.bridge.snapshot.get(Gambar, row.gambar_id)
        words = row.judul or (picture.nama if picture else "") or "(belum ada gambar)"
        return f"{place_words(self.bridge.snapshot, row)}: {words}"

    # ------------------------------------------------------------------------------------------ as a RowPanel
    def show_row(self, row_id: str) -> None:
        self._row = row_id
        self.form.show_row(row_id)
        row = self._current()
        self.place.clear()
        for words, part, owner in places(self.bridge.snapshot, self.bridge.year):
            self.place.addItem(words, (part, owner))
        if row is not None:
            at = next(
                (i for i in range(self.place.count()) if self.place.itemData(i) == (row.bagian, row.pemilik_id)), -1
            )
            if at < 0:
                self.place.addItem(place_words(self.bridge.snapshot, row), (row.bagian, row.pemilik_id))
                at = self.place.count() - 1
            self.place.setCurrentIndex(at)
            self.together.setChecked(row.kelompok is not None and self._before(row) is not None)
            self.together.setEnabled(self._before(row) is not None and not self.bridge.read_only)
        self.place.setEnabled(not self.bridge.read_only)

    def commit(self) -> bool:
        return self.form.commit()

    def focus_column(self, name: str) -> bool:
        return self.form.focus_column(name)

    def _current(self) -> Ilustrasi | None:
        return self.bridge.snapshot.get(Ilustrasi, self._row)

    def _before(self, row: Ilustrasi) -> Ilustrasi | None:
        """The picture before this one at the same place."""
        same = [
            r
            for r in self.bridge.snapshot.where(Ilustrasi, tahun=row.tahun, bagian=row.bagian)
            if r.pemilik_id == row.pemilik_id
        ]
        at = [r.id for r in same].index(row.id)
        return same[at - 1] if at else None

    def _move_to(self) -> None:
        part, owner = self.place.currentData()
        if not self.bridge.do(Ubah("ilustrasi", self._row, {"bagian": part, "pemilik_id": owner, "kelompok": None})):
            self.records.fill()
            self.show_row(self._row)

    def _join(self) -> None:
        """Equal group numbers print several pictures under one caption."""
        row = self._current()
        before = self._before(row) if row is not None else None
        if row is None or before is None:
            return
        if not self.together.isChecked():
            self.bridge.do(Ubah("ilustrasi", row.id, {"kelompok": None}))
            return
        group = before.kelompok
        if group is None:
            taken = [r.kelompok for r in self.bridge.snapshot.rows(Ilustrasi) if r.kelompok is not None]
            group = max(taken, default=0) + 1
            self.bridge.do(Ubah("ilustrasi", before.id, {"kelompok": group}))
        self.bridge.do(Ubah("ilustrasi", row.id, {"kelompok": group}))


class GambarPage(QWidget):
    """All pictures of the file: name, where each is used, and the way to throw an unused one away."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self._row = ""
        self.form = Form(bridge, "gambar", ("nama",), {"nama": 12})
        self.picture = QLabel()
        self.picture.setAccessibleName("Gambar")
        self.words = Label("", "redup")
        self.remove = QPushButton("Buang gambar yang tidak dipakai ini")
        pasang(self.remove, "hapus")
        self.remove.clicked.connect(self._throw_away)
        self.records = Records(
            bridge,
            "gambar",
            self,
            column(card(self.form, self.picture, self.words, self.remove)),
            lambda s, _y: s.rows(Gambar),
            None,
            lambda r: str(getattr(r, "nama", "") or "tanpa nama"),
            "Belum ada gambar di dalam berkas ini.",
        )
        self.records.add_button.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.addWidget(self.records)
        bridge.changed.connect(self._on_changed)

    def show_row(self, row_id: str) -> None:
        self._row = row_id
        self.form.show_row(row_id)
        row = self.bridge.snapshot.get(Gambar, row_id)
        if row is None:
            return
        self.picture.setPixmap(self.bridge.thumbnail(row_id, 420, 300))
        used = uses(self.bridge.snapshot, row_id)
        size = f"{row.lebar_px} × {row.tinggi_px} piksel."
        self.words.setText(f"{size} Dipakai: {'; '.join(used)}." if used else f"{size} Tidak dipakai di mana pun.")
        self.remove.setVisible(not used)
        self.remove.setEnabled(not self.bridge.read_only)

    def commit(self) -> bool:
        return self.form.commit()

    def focus_column(self, name: str) -> bool:
        return self.form.focus_column("nama")

    def _on_changed(self, _changed: Changed) -> None:
        if self.isVisible() and self.bridge.snapshot.get(Gambar, self._row) is not None:
            self.show_row(self._row)

    def _throw_away(self) -> None:
        words = "Buang gambar ini dari berkas?\n\nLangkah ini dapat diurungkan."
        if ask(self, "Buang gambar", words, ["Buang"], danger=True) == 0:
            self.bridge.do(Hapus("gambar", self._row))


def places(s: Snapshot, year: int) -> list[tuple[str, str, str]]:
    """(words, part, id of the row it belongs to) of every place where a picture can stand."""
    out = []
    for b in BAGIAN:
        if not b.berteks:
            continue
        out.append((part_words(b.kunci), b.kunci, ""))
        if b.kunci == _OTHER:
            out += [(f"   Kinerja lainnya: {r.judul}", _OTHER, r.id) for r in s.where(KinerjaLain, tahun=year)]
    for i in s.where(IndikatorTahun, tahun=year):
        if i.indikator_id:
            out.append((f"Analisis {i.kode} {i.nama}", f"bab3.indikator.{i.indikator_id}", i.indikator_id))
    return out


def part_words(key: str) -> str:
    """A part with its chapter: "Bab I, Aspek strategis"."""
    part = BAGIAN_MENURUT_KUNCI.get(key)
    if part is None:
        return key
    title = part.judul.capitalize() if part.judul.isupper() else part.judul
    if part.bab.startswith("bab"):
        return f"Bab {('I', 'II', 'III', 'IV')[int(part.bab[3]) - 1]}, {title}"
    return f"Lampiran, {title}" if part.bab else title


def place_words(s: Snapshot, row: Ilustrasi) -> str:
    """Where a picture stands, in words."""
    owner: Any = s.get(KinerjaLain, row.pemilik_id) if row.pemilik_id else None
    if owner is not None:
        return f"Kinerja lainnya, {owner.judul}"
    of_year = s.one(IndikatorTahun, indikator_id=row.pemilik_id, tahun=row.tahun) if row.pemilik_id else None
    return f"Analisis {of_year.kode}" if of_year is not None else part_words(row.bagian)


def uses(s: Snapshot, picture_id: str) -> list[str]:
    """Words on every row that shows a picture, by reference or within a text."""
    out = set()
    for t in TABLES.values():
        by_reference = [c.name for c in t.columns if c.ref == "gambar"]
        texts = [c.name for c in t.columns if c.kind is Kind.NASKAH]
        if any(_shows(row, picture_id, by_reference, texts) for row in s.rows(t.row) if by_reference or texts):
            out.add(t.one)
    return sorted(out)


def _shows(row: Row, picture_id: str, by_reference: list[str], texts: list[str]) -> bool:
    return any(getattr(row, n) == picture_id for n in by_reference) or any(
        picture_id in _in_text(getattr(row, n)) for n in texts
    )


def _in_text(stored: str) -> set[str]:
    if not stored:
        return set()
    try:
        return {id for block in baca(stored) if isinstance(block, GambarSendiri) for id, _ in block.gambar}
    except (ValueError, RecursionError):
        return set()
