"""Reason, dates and parties of one version, with the names that will be printed."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from lkjip_desktop.core.commands import Ubah
from lkjip_desktop.core.identitas import menjabat, nama_pejabat
from lkjip_desktop.core.nip import nip_cetak
from lkjip_desktop.core.pk import IsiPk, Pihak, pejabat_menurut_tanggal
from lkjip_desktop.core.tables import Pejabat
from ui.bridge import Bridge
from ui.ikon import pasang
from ui.widgets.field import Label
from ui.widgets.form import Form
from ui.widgets.lines import LineField, ParagraphField
from ui.widgets.view import card, commit_all, section

_BASE = ("alasan", "alasan_uraian", "tempat", "tanggal", "berlaku_dari", "pagu")
_FLAGS = ("cetak_gelar", "cetak_pangkat", "cetak_nip")
_TYPED = ("nama", "gelar_depan", "gelar_belakang", "nip", "pangkat", "jenis", "jabatan", "unit")


class PartyCard(QWidget):
    """One party: who it is by the list of officials, what of him is printed, and what is typed instead."""

    def __init__(self, bridge: Bridge, number: int) -> None:
        super().__init__()
        self.bridge, self.number = bridge, number
        key = f"p{number}_"
        columns = (f"{key}pejabat_id", *(key + n for n in _FLAGS), *(key + n for n in _TYPED))
        spans = {f"{key}pejabat_id": 12, f"{key}nama": 12, f"{key}jabatan": 12, f"{key}unit": 12}
        spans |= {key + n: 4 for n in _FLAGS} | {f"{key}gelar_depan": 4, f"{key}gelar_belakang": 4, f"{key}jenis": 4}
        self.printed = Label("")
        self.printed.setAccessibleName(f"Akan tercetak sebagai Pihak {'Pertama' if number == 1 else 'Kedua'}")
        self.warning = Label("", "buruk")
        self.by_date = QPushButton("Pakai pejabat menurut tanggal")
        pasang(self.by_date, "kalender")
        self.by_date.clicked.connect(self._use_date)
        self.form = Form(bridge, "pk", columns, spans, headings=False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        title = "Pihak Pertama (yang berjanji)" if number == 1 else "Pihak Kedua (atasannya)"
        box.addWidget(card(section(title, self.printed, self.warning, self.by_date, self.form)))

    def show_version(self, content: IsiPk) -> None:
        """The names of now, and whether the chosen official holds the post on the date."""
        party: Pihak = content.pihak1 if self.number == 1 else content.pihak2
        self.printed.setText(("Tercetak: " if content.beku else "Akan tercetak: ") + "\n".join(lines(party)))
        for n in _TYPED:
            field = self.form.fields[f"p{self.number}_{n}"]
            value = "" if content.beku else str(getattr(party, n))
            value = nip_cetak(value) if n == "nip" else " ".join(value.split())
            if isinstance(field, LineField):
                field.line.setPlaceholderText(value)
            elif isinstance(field, ParagraphField):
                field.edit.setPlaceholderText(value)
        pk = content.pk
        chosen = self.bridge.snapshot.get(Pejabat, getattr(pk, f"p{self.number}_pejabat_id"))
        wrong = chosen is not None and bool(pk.tanggal) and not content.beku and not menjabat(chosen, pk.tanggal)
        now = pejabat_menurut_tanggal(self.bridge.snapshot, pk, self.number) if wrong else None
        if wrong and chosen is not None:
            rest = f" Yang menjabat: {nama_pejabat(now).rstrip('.')}." if now is not None else ""
            self.warning.setText(f"⚠ {chosen.nama} tidak menjabat pada tanggal penandatanganan.{rest}")
        self.warning.setVisible(wrong)
        self.by_date.setVisible(wrong and not self.bridge.read_only)

    def _use_date(self) -> None:
        self.bridge.do(Ubah("pk", self.form.row_id, {f"p{self.number}_pejabat_id": None}))


class PihakPanel(QWidget):
    """The first tab of a version."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        spans = {"alasan": 12, "tempat": 4, "tanggal": 4, "berlaku_dari": 4, "pagu": 4}
        self.base = Form(bridge, "pk", _BASE, spans)
        self.cards = (PartyCard(bridge, 1), PartyCard(bridge, 2))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(card(self.base))
        for part in self.cards:
            box.addWidget(part)

    @property
    def forms(self) -> tuple[Form, ...]:
        return (self.base, *(c.form for c in self.cards))

    @property
    def columns(self) -> frozenset[str]:
        """The columns of pk that are edited here."""
        return frozenset(n for f in self.forms for n in f.fields)

    def show_version(self, content: IsiPk) -> None:
        for part in self.cards:
            part.show_version(content)

    def show_row(self, row_id: str) -> None:
        for form in self.forms:
            form.show_row(row_id)

    def focus_column(self, name: str) -> bool:
        return any(form.focus_column(name) for form in self.forms)

    def commit(self) -> bool:
        return commit_all(self.forms)

    def set_read_only(self, read_only: bool) -> None:
        for form in self.forms:
            form.set_read_only(read_only)


def lines(party: Pihak) -> list[str]:
    """A party as it stands under the signature."""
    if not party.nama.strip():
        return ["(belum ada; pilih pejabatnya atau isi namanya)"]
    out = [party.nama_cetak, " ".join(party.jabatan_cetak.split())]
    if party.cetak_pangkat and party.pangkat:
        out.append(party.pangkat)
    if party.cetak_nip and party.nip:
        out.append(f"NIP {nip_cetak(party.nip)}")
    return [x for x in out if x]
