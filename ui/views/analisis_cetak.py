"""What of an analysis goes to paper, as one card: the paragraph of the answers, or the one that was edited by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from lkjip_desktop.core.angka import angka
from lkjip_desktop.core.commands import Banyak, Perintah, Tambah, Ubah
from lkjip_desktop.core.naskah import Paragraf, Teks, tulis
from lkjip_desktop.core.tables import Analisis, IndikatorTahun
from lkjip_desktop.core.uraian_analisis import (
    DITANYAKAN,
    JAWABAN,
    belum_dijawab,
    paragraf_jawaban,
    pertanyaan,
    uraian_dicetak,
)
from ui.bridge import Bridge
from ui.widgets.field import Label, set_role
from ui.widgets.form import Form
from ui.widgets.naskah_field import NaskahField, read_naskah
from ui.widgets.naskah_words import plain_words
from ui.widgets.view import button_row


class DicetakCard(QFrame):
    """`show_row` with the row as it stands (typed answers taken in). `turned` tells that the other of the two is
    printed from now on: True for the paragraph of one's own."""

    turned = Signal(bool)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.setProperty("kartu", True)
        self._row = Analisis(id="")
        #: True while a paragraph is begun of which nothing is written yet.
        self._begun = False
        self._title = ""
        self._read: tuple[tuple[str, int], list[tuple[dict[str, Any], dict[str, Any]]]] = (("", -1), [])
        self.heading = Label("", "label")
        self.source = Label("", "redup")
        self.source.setAccessibleName("Asal uraian yang dicetak")
        self.text = Label("", "")
        self.text.setAccessibleName("Uraian yang dicetak")
        self.own = Form(bridge, "analisis", ("isi",), headings=False)
        self.own.typed.connect(self._show)
        self.notice = Label("", "awas")
        self.edit = QPushButton("Sunting sendiri paragrafnya")
        self.edit.clicked.connect(self._edit)
        self.back = QPushButton("Pakai lagi jawaban")
        self.back.clicked.connect(self._back)
        self.agreed = QPushButton("Paragraf sudah sesuai")
        self.agreed.clicked.connect(self._agree)
        self.restore = QPushButton("Kembalikan suntingan sebelumnya")
        self.restore.clicked.connect(self._restore)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(8)
        # Of two in a row one is shown at a time: side by side they were wider than the page of a small screen.
        ways, more = button_row(self.edit, self.back), button_row(self.agreed, self.restore)
        for part in (self.heading, self.source, self.notice, ways, more, self.text, self.own):
            box.addWidget(part)
        self._more = more

    # ------------------------------------------------------------------------------------------------- binding
    @property
    def field(self) -> NaskahField:
        """The editor of the own paragraph."""
        field = self.own.fields["isi"]
        assert isinstance(field, NaskahField)
        return field

    def bind(self, indicator_id: str, number: int) -> None:
        """Belong to another analysis."""
        self._begun = False
        self.field.subject = indicator_id
        self.own.show_keys(indikator_id=indicator_id, tahun=self.bridge.year, nomor=number)
        asked = number in DITANYAKAN
        self.field.set_label("Paragraf" if asked else "Tambahan dari kantor")
        self._title = "Yang dicetak di laporan" if asked else "Dicetak di bawah kalimat dari data"

    def show_row(self, row: Analisis) -> None:
        """Show what goes to paper when the row is as this one."""
        self._row = row
        self._show()

    @property
    def is_own(self) -> bool:
        """True while a paragraph of one's own is printed, or is being begun."""
        return bool(self._row.isi) or self._begun or self.field.dirty

    def begin(self) -> None:
        """Let the paragraph be typed in: a place in it was asked for."""
        if not self.is_own:
            self._begun = True
            self._show()

    # ---------------------------------------------------------------------------------------------- what is shown
    def _show(self) -> None:
        row = self._row
        asked = row.nomor in DITANYAKAN
        shared = asked and bool(row.sama_dengan_id)
        own = not shared and (self.is_own or not asked)
        answers = _answered(row)
        self.own.setVisible(own)
        words, source, role = ("", "", "redup") if not asked else self._printed(own, shared, answers)
        self.text.setText(words)
        self.heading.setText(self._title + (f" ({angka(len(words.split()))} kata)" if words else ""))
        self.text.setVisible(bool(words))
        self.source.setText(source)
        self.source.setVisible(bool(source))
        set_role(self.source, "peran", role)
        changed = self._changed_since() if own and asked and row.isi and not self._agreed() else []
        self.notice.setText(f"⚠ {changed[0]}" if changed else "")
        self.notice.setVisible(bool(changed))
        readonly = self.bridge.read_only
        self.edit.setText("Sunting sendiri paragrafnya" if answers else "Tulis sendiri paragrafnya")
        self.edit.setVisible(asked and not own and not shared and not readonly)
        self.back.setText("Pakai lagi jawaban" if answers else "Batal menulis sendiri")
        self.back.setVisible(asked and own and not readonly and (answers or not row.isi))
        self.agreed.setVisible(bool(changed) and not readonly)
        self.restore.setVisible(asked and not own and not shared and not readonly and bool(self._former()))
        self._more.setVisible(not self.agreed.isHidden() or not self.restore.isHidden())

    def _printed(self, own: bool, shared: bool, answers: bool) -> tuple[str, str, str]:
        """(words, where they come from, role of that line)."""
        row = self._row
        if shared:
            return self._shared()
        if own:
            kept = "Jawaban tetap tersimpan sebagai bahan, tetapi tidak dicetak." if answers else ""
            return "", f"✎ Yang dicetak: paragraf yang disunting sendiri. {kept}".strip(), "baik"
        if not answers:
            return "", "Belum ada. Jawab pertanyaan di atas; paragrafnya tersusun sendiri di sini.", "redup"
        words = "\n\n".join(" ".join(text for _, text in p) for p in paragraf_jawaban(row))
        missing = [pertanyaan(row.nomor or 0, n) for n in belum_dijawab(row)]
        if missing:
            asks = " dan ".join(f"“{label}”" for label in missing)
            return words, f"◐ Yang dicetak: paragraf dari jawaban. {asks} belum dijawab.", "awas"
        return words, "● Yang dicetak: paragraf dari ketiga jawaban.", "baik"

    def _shared(self) -> tuple[str, str, str]:
        row, s, year = self._row, self.bridge.snapshot, self.bridge.year
        code = self._code(row.sama_dengan_id)
        u = uraian_dicetak(s, row.sama_dengan_id or "", year, row.nomor or 0)
        rest = " Yang tertulis untuk indikator ini sendiri tetap tersimpan." if row.isi or _answered(row) else ""
        if u.baris is None:
            return "", f"⚠ {code} belum mempunyai uraian, sehingga belum ada yang dicetak.{rest}", "awas"
        if u.jenis == "jawaban":
            words = "\n\n".join(" ".join(text for _, text in p) for p in paragraf_jawaban(u.baris))
        else:
            words = plain_words(self.bridge, read_naskah(u.baris.isi), row.indikator_id or "", self._instead(u.baris))
        return (
            words,
            f"● Yang dicetak: uraian {self._code(u.baris.indikator_id)}, dengan data indikator ini.{rest}",
            "baik",
        )

    def _instead(self, other: Analisis) -> Mapping[str, str]:
        """Merge fields of another indicator's text speak of this one."""
        here = self._row.indikator_id or ""
        of_year = self.bridge.snapshot.one(IndikatorTahun, indikator_id=other.indikator_id, tahun=self.bridge.year)
        return {other.indikator_id or "": here} | ({of_year.id: here} if of_year else {})

    def _code(self, indicator_id: str | None) -> str:
        row = self.bridge.snapshot.one(IndikatorTahun, indikator_id=indicator_id, tahun=self.bridge.year)
        return row.kode if row is not None else "indikator itu"

    # -------------------------------------------------------------------------------------------------- deeds
    def _do(self, label: str, isi: str) -> bool:
        row = self.own.row
        keys = {"indikator_id": self._row.indikator_id, "tahun": self.bridge.year, "nomor": self._row.nomor}
        command: Perintah = (
            Ubah("analisis", row.id, {"isi": isi})
            if row is not None
            else Tambah("analisis", self.own.row_id, {**keys, "isi": isi})
        )
        return not self.bridge.do(Banyak(label, (command,)))

    def _edit(self) -> None:
        """From the answers on, by hand."""
        paragraphs = paragraf_jawaban(self._row)
        if paragraphs:
            isi = tulis(tuple(Paragraf((Teks(" ".join(text for _, text in p)),)) for p in paragraphs))
            if not self._do("Sunting sendiri paragraf analisis", isi):
                return  # of a locked year the answers go on being printed
        self._begun = True
        self._show()
        self.turned.emit(True)
        self.own.focus_column("isi")
        self.field.to_end()

    def _back(self) -> None:
        """The answers again; the edited paragraph stays in the history and can be taken back."""
        if not self.field.commit():
            return
        self._begun = False
        if self.own.row is not None and not self._do("Pakai lagi jawaban", ""):
            return
        self.field.load("")
        self.own.save_drafts()
        self._show()
        self.turned.emit(False)

    def _restore(self) -> None:
        if (former := self._former()) and self._do("Kembalikan suntingan paragraf analisis", former):
            self._show()
            self.turned.emit(True)
            self.own.focus_column("isi")

    def _former(self) -> str:
        """The paragraph that was edited by hand before the answers were taken again, "" when there was none."""
        row = self.own.row
        if row is None:
            return ""
        before = [str(b["isi"]) for b, a in self._journal() if b.get("isi") and not a.get("isi")]
        composed = tulis(tuple(Paragraf((Teks(" ".join(t for _, t in p)),)) for p in paragraf_jawaban(self._row)))
        return before[-1] if before and before[-1] != composed else ""

    def _journal(self) -> list[tuple[dict[str, Any], dict[str, Any]]]:
        """What the steps changed in this row, oldest first; read once for a state of the file, not at every key."""
        state = (self.own.row_id, self.bridge.snapshot.revisi)
        if state != self._read[0]:
            rows = self.bridge.workspace.riwayat("analisis", self.own.row_id)
            self._read = (state, [(before, after) for *_, before, after in rows])
        return self._read[1]

    # ----------------------------------------------------------------------------------------- answers since then
    def _changed_since(self) -> list[str]:
        """What to say when answers are other ones than those on which the paragraph was last edited."""
        row = self.own.row
        if not isinstance(row, Analisis):
            return []
        then = row
        for before, after in reversed(self._journal()):
            if "isi" in after:
                break
            back: dict[str, Any] = {n: str(before.get(n) or "") for n in JAWABAN if n in after}
            then = replace(then, **back)
        names = [pertanyaan(self._row.nomor or 0, n) for n in JAWABAN if getattr(then, n) != getattr(self._row, n)]
        if not names:
            return []
        said = ", ".join(f"“{n}”" for n in names)
        return [f"Jawaban {said} diubah sesudah paragraf ini ditulis. Paragraf belum ikut berubah."]

    def _setting(self) -> tuple[str, str]:
        """Name and value of the note that paragraph and answers, as they are now, agree."""
        text = "\0".join([self._row.isi, *(getattr(self._row, n) for n in JAWABAN)])
        return f"analisis.sesuai.{self._row.id}", hashlib.sha256(text.encode()).hexdigest()[:16]

    def _agreed(self) -> bool:
        name, value = self._setting()
        return self.bridge.workspace.setelan(name) == value

    def _agree(self) -> None:
        name, value = self._setting()
        self.bridge.try_(lambda: self.bridge.workspace.atur_setelan(name, value))
        self._show()


def _answered(row: Analisis) -> bool:
    return any(getattr(row, n).strip() for n in JAWABAN)
