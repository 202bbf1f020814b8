"""The pages of the start guide; each is a form over a row of the draft, and each can be skipped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from lkjip_desktop import tempat
from lkjip_desktop.core.tables import IndikatorTahun
from lkjip_desktop.core.usul_indikator import ikut_nama, usul_indikator
from lkjip_desktop.workspace import Workspace
from lkjip_desktop.workspace.usulan import kata_indikator, periode_renstra
from ui.awal.rancangan import Rancangan
from ui.bridge import Bridge
from ui.dialogs import choose_save
from ui.widgets.field import Label
from ui.widgets.form import Form
from ui.widgets.parts import buttons, labelled
from ui.widgets.preview import Naskah
from ui.widgets.view import card, column, commit_all, scrolled

#: The one field that the guide cannot do without.
_REQUIRED = ("identitas", "nama")


class Langkah(QWidget):
    """A titled page with parts one below the other. `paper` is what the preview shows beside it."""

    def __init__(self, title: str, help: str, paper: Naskah, *parts: QWidget) -> None:
        super().__init__()
        self.title, self.paper = title, paper
        self.accepted = False  # gone on from, and not only passed over
        self.forms = [f for p in parts for f in (p.findChildren(Form) + ([p] if isinstance(p, Form) else []))]
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(Label(title, "judul"))
        box.addWidget(Label(help, "redup"))
        self.problem = Label("", "buruk")
        self.problem.hide()
        box.addWidget(self.problem)
        box.addWidget(scrolled(column(*parts)), 1)

    def commit(self) -> bool:
        """Store what is typed on this page."""
        return commit_all(self.forms)

    def say(self, sentence: str) -> None:
        """A sentence on what is missing, "" = nothing."""
        self.problem.setText(f"⚠ {sentence}" if sentence else "")
        self.problem.setVisible(bool(sentence))

    def accept(self) -> None:
        """The user goes on from this page, and does not only pass it over."""

    def first_field(self) -> QWidget | None:
        """Where the cursor begins."""
        return next(iter(self.forms[0].fields.values())).editor if self.forms else None


def _form(bridge: Bridge, table: str, row: str, columns: tuple[str, ...], spans: dict[str, int]) -> Form:
    form = Form(bridge, table, columns, spans, headings=False)
    form.show_row(row)
    for name, field in form.fields.items():
        if (table, name) != _REQUIRED:
            field.hide_required()
    return form


class SatkerLangkah(Langkah):
    """Name and year: the only two things that are required."""

    def __init__(self, bridge: Bridge, draft: Rancangan) -> None:
        self._bridge, self._draft = bridge, draft
        self.year = QSpinBox()
        self.year.setRange(1990, 2100)
        self.year.lineEdit().setTextMargins(6, 0, 0, 0)  # the style sheet does not reach into a spin box
        self.year.setValue(draft.tahun)
        self.year.valueChanged.connect(self._set_year)
        self.form = _form(bridge, "identitas", draft.identitas, ("nama",), {})
        more = ("singkatan", "kode_satker", "kota")
        self.more = _form(bridge, "identitas", draft.identitas, more, {"singkatan": 12, "kode_satker": 4, "kota": 4})
        super().__init__(
            "Satuan kerja",
            "Hanya nama dan tahun yang wajib. Selebihnya boleh dilewati dan dilengkapi kapan saja.",
            Naskah("surat"),
            card(self.form, labelled("&Tahun laporan", self.year), self.more),
        )

    def _set_year(self, year: int) -> None:
        self._draft.ganti_tahun(year)
        self._bridge.set_year(year)


class KopLangkah(Langkah):
    """The letterhead, with the letter beside it."""

    def __init__(self, bridge: Bridge, draft: Rancangan) -> None:
        self._draft, self._bridge = draft, bridge
        above, below = (
            ("kementerian", "eselon_satu", "kanwil"),
            ("kop", "alamat", "telepon", "surel", "laman", "logo_id"),
        )
        spans = dict.fromkeys(below, 12) | {"telepon": 4, "surel": 4, "laman": 4}
        self.form = _form(bridge, "identitas", draft.identitas, above, dict.fromkeys(above, 12))
        self.letterhead = _form(bridge, "identitas", draft.identitas, below, spans)
        again = QPushButton("Susun baris kop dari nama-nama di atas")
        again.clicked.connect(self._propose)
        super().__init__(
            "Kop surat",
            "Isi yang Anda ketik langsung tampil pada surat di sebelah kanan.",
            Naskah("surat"),
            card(self.form, buttons(again), self.letterhead),
        )

    def _propose(self) -> None:
        from lkjip_desktop.core.commands import Ubah

        if self.commit():
            self._bridge.do(Ubah("identitas", self._draft.identitas, {"kop": self._draft.kop_usulan()}))


class PejabatLangkah(Langkah):
    """The two who sign."""

    def __init__(self, bridge: Bridge, draft: Rancangan) -> None:
        names = ("nama", "gelar_depan", "gelar_belakang", "nip", "pangkat", "jenis", "jabatan")
        spans = {"nama": 12, "gelar_depan": 4, "gelar_belakang": 4, "nip": 4, "pangkat": 4, "jenis": 4, "jabatan": 12}
        super().__init__(
            "Pejabat",
            "Kepala satuan kerja berjanji (Pihak Pertama) kepada atasannya (Pihak Kedua).",
            Naskah("pk"),
            card(Label("Kepala satuan kerja", "sub"), _form(bridge, "pejabat", draft.kepala, names, spans)),
            card(Label("Atasan langsung", "sub"), _form(bridge, "pejabat", draft.atasan, names, spans)),
        )


class RenstraLangkah(Langkah):
    """The medium-term plan; details follow on its screen."""

    def __init__(self, bridge: Bridge, draft: Rancangan) -> None:
        self._draft = draft
        spans = {"nama": 12, "tahun_awal": 4, "tahun_akhir": 4, "visi": 12, "sumber_visi": 12}
        self.period = Label("", "redup")
        super().__init__(
            "Renstra",
            "Cukup nama dan tahunnya; misi, tujuan, dan target tahunan diisi nanti pada layar Renstra.",
            Naskah("lkjip", "bab2"),
            card(_form(bridge, "renstra", draft.renstra, tuple(spans), spans), self.period),
        )

    def accept(self) -> None:
        self._draft.renstra_dilihat = True

    def show_period(self) -> None:
        """Where the proposed years come from."""
        found = periode_renstra(self._draft.tahun)
        if found is not None:
            year = self._draft.tahun
            self.period.setText(f"Tahunnya diusulkan dari tahun laporan {year}: {found.sumber}. Ubah bila berbeda.")
        self.period.setVisible(found is not None)


class JanjiLangkah(Langkah):
    """The first promise: enough for a first Perjanjian Kinerja."""

    def __init__(self, bridge: Bridge, draft: Rancangan) -> None:
        self._bridge, self._draft = bridge, draft
        spans = {"nama": 12, "jenis_nilai": 4, "satuan": 4, "target": 4, "polaritas": 12}
        self.indicator = _form(bridge, "indikator_tahun", draft.indikator, tuple(spans), spans)
        self.indicator.along = {"nama": self._with_name, "polaritas": {"polaritas_pasti": True}}
        self.indicator.committed.connect(lambda _column: self._tell())
        self.proposal = Label("", "redup")
        self.proposal.hide()
        super().__init__(
            "Perjanjian Kinerja pertama",
            "Satu sasaran dengan satu indikator sudah cukup untuk mencetak rancangannya; yang lain ditambahkan nanti.",
            Naskah("pk"),
            card(Label("Sasaran kegiatan", "sub"), _form(bridge, "sasaran_tahun", draft.sasaran, ("nama",), {})),
            card(Label("Indikator kinerja", "sub"), self.indicator, self.proposal),
            card(
                Label("Program dan anggarannya", "sub"),
                _form(bridge, "kegiatan", draft.program, ("nama", "anggaran"), {"nama": 8, "anggaran": 4}),
            ),
        )

    def _row(self) -> IndikatorTahun | None:
        return self._bridge.snapshot.get(IndikatorTahun, self._draft.indikator)

    def _with_name(self, name: Any) -> dict[str, Any]:
        row = self._row()
        return ikut_nama(row, str(name), kata_indikator()) if row is not None else {}

    def _tell(self) -> None:
        """What was proposed from the name, and why, until the polaritas is chosen by hand."""
        row = self._row()
        name = row.nama if row is not None and not row.polaritas_pasti else ""
        self.proposal.setText(f"{usul_indikator(name, kata_indikator()).alasan} Ubah bila lain." if name else "")
        self.proposal.setVisible(bool(name))


class _Path(Label):
    """A path shown whole, on as many lines as it needs: the name at its end matters as much as the drive."""

    def __init__(self) -> None:
        super().__init__()
        self.path = Path()
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_path(self, path: Path) -> None:
        """Show another path."""
        self.path = path
        self.setText(str(path).replace("/", "/\u200b").replace("\\", "\\\u200b"))  # lines may break there
        self.setToolTip(str(path))


class BerkasLangkah(Langkah):
    """Where the file lies, where backups go, who works here."""

    def __init__(self, draft: Rancangan) -> None:
        self._draft = draft
        self._chosen = ""
        self.place, self.backups = _Path(), _Path()
        self.backups.show_path(tempat.folder_cadangan())
        self.officer = QLineEdit()
        self.officer.setPlaceholderText("nama Anda, seperti tercatat pada riwayat perubahan")
        other = QPushButton("Pilih tempat lain…")
        other.setAccessibleName("Pilih tempat lain untuk berkas")
        other.clicked.connect(self._choose)
        elsewhere = QPushButton("Pilih folder cadangan…")
        elsewhere.clicked.connect(self._choose_backups)
        self.warning = Label("", "awas")
        self.warning.hide()
        super().__init__(
            "Tempat berkas dan cadangan",
            "Seluruh data satuan kerja berada di dalam satu berkas. Cadangan dibuat sendiri di komputer ini; "
            "sesekali simpan pula satu salinan di flashdisk.",
            Naskah("pk"),
            card(labelled("Berkas data", self.place), self.warning, buttons(other)),
            card(labelled("Folder cadangan otomatis", self.backups), buttons(elsewhere)),
            card(labelled("&Nama petugas", self.officer)),
        )

    def path(self) -> Path:
        """Where the file is to be written."""
        return Path(self._chosen) if self._chosen else free_name(Workspace.folder_dokumen(), self._draft.nama_berkas())

    def show_place(self) -> None:
        """Say where the file would go, and whether that is a weak place."""
        path = self.path()
        self.place.show_path(path)
        weak = Workspace.tempat_rawan(path)
        self.warning.setText(f"⚠ {weak}" if weak else "")
        self.warning.setVisible(bool(weak))

    def _choose(self) -> None:
        now = self.path()
        chosen = choose_save(self, "Simpan berkas data di", now.name, folder=now.parent)
        if chosen:
            self._chosen = chosen
            self.show_place()

    def _choose_backups(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "Pilih folder cadangan", str(self.backups.path))
        if folder:
            try:
                self.backups.show_path(tempat.atur_folder_cadangan(Path(folder)))
            except OSError:
                self.say("Folder itu tidak dapat ditulis; pilih folder lain.")

    def first_field(self) -> QWidget | None:
        return self.officer


def free_name(folder: Path, stem: str) -> Path:
    """A name in a folder that no file has yet: "NAME.lkjip", "NAME (2).lkjip"..."""
    n = 1
    while (path := folder / f"{stem}{f' ({n})' if n > 1 else ''}.lkjip").exists():
        n += 1
    return path
