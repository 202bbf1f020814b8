"""Cetak: every paper of the year as PDF, Word or Excel, with what is not in order beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QProgressBar, QPushButton, QWidget

from lkjip_desktop.core.aturan import aturan_tahun
from lkjip_desktop.core.tables import Pk, Posisi
from lkjip_desktop.errors import LkjipError
from ui.bridge import Bridge
from ui.dialogs import choose_save
from ui.ikon import pasang
from ui.problems import counted
from ui.widgets.field import Label, drop
from ui.widgets.link import Link
from ui.widgets.no_year import NoYear
from ui.widgets.preview import Naskah
from ui.widgets.status import Pill
from ui.widgets.view import View, button_row, card, column, scrolled
from ui.widgets.written import WrittenFile, free_name

_FORMATS = (
    ("pdf", "PDF", "Berkas PDF (*.pdf)"),
    ("docx", "Word", "Naskah Word (*.docx)"),
    ("xlsx", "Excel", "Tabel Excel (*.xlsx)"),
)


class CetakView(View):
    """A row of buttons for each paper. Building goes on in the background; the result says where it lies."""

    watches = ("pk", "laporan")

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "Cetak", "Naskah yang belum lengkap pun selalu dapat dicetak; tandai sebagai konsep.")
        self.draft = QCheckBox("Tandai setiap halaman KONSEP")
        self.draft.setChecked(False)
        self.problems = Label("", "redup")
        self.severity = Pill()
        self.every = Link("Lihat semuanya di Periksa", lambda: bridge.screen_wanted.emit("periksa"))
        self._list = QWidget()
        self._grid = QGridLayout(self._list)
        self._in_grid: list[QWidget] = []
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(0, 1)
        self.done = Label("", "redup")
        self.after = WrittenFile()
        self._shown: list[tuple[str, Naskah, tuple[str, ...]]] | None = None
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName("Sedang menyusun")
        cancel = QPushButton("Batal")
        cancel.clicked.connect(self._cancel)
        self.busy = QWidget()
        row = QHBoxLayout(self.busy)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(bar, 1)
        row.addWidget(cancel)
        self.busy.hide()
        bridge.problems.changed.connect(self._show_problems)
        bridge.year_changed.connect(self._forget)
        self.start = NoYear(bridge, "Setelah itu setiap naskah dapat dicetak di sini, juga yang belum lengkap.")
        self.body.addWidget(self.start)
        self.area = scrolled(
            column(
                card(
                    self._list,
                    self.draft,
                    Label(
                        "Tulisan KONSEP melintang samar di setiap halaman PDF, Word, dan cetakan, agar naskah yang "
                        "belum final tidak tertukar. Perjanjian Kinerja yang belum ditandatangani selalu bertanda.",
                        "bantuan",
                    ),
                ),
                self.done,
                self.busy,
                self.after,
                card(self.severity, self.problems, button_row(self.every)),
            )
        )
        self.body.addWidget(self.area, 1)

    def refresh(self) -> None:
        self.start.stand_in(self.area)
        self.bridge.problems.ask()
        self._show_problems()
        papers = self._papers() if self.bridge.year else []
        if papers == self._shown:
            return  # the buttons stay, and the focus with them
        self._shown = papers
        drop(self._grid, self._in_grid)
        if papers:
            for at, span, words in ((1, 1, "Di kertas"), (2, len(_FORMATS), "Simpan sebagai")):
                self._put(Label(words, "bantuan", wrap=False), 0, at, span)
        for row, (words, naskah, formats) in enumerate(papers, start=1):
            on_paper = QPushButton("Cetak…")
            pasang(on_paper, "cetak")
            on_paper.setAccessibleName(f"Cetak {words} dengan pencetak")
            on_paper.clicked.connect(lambda _=False, n=naskah, w=words: self._on_paper(n, w))
            self._put(on_paper, row, 1)
            self._put(Label(words, "label"), row, 0)
            for at, (format_, label, filter_) in enumerate(_FORMATS):
                if format_ not in formats:
                    continue
                button = QPushButton(label)
                button.setAccessibleName(f"Simpan {words} sebagai {label}")
                button.clicked.connect(lambda _=False, n=naskah, f=format_, w=words, t=filter_: self._save(n, f, w, t))
                self._put(button, row, at + 2)

    def _forget(self, _year: int) -> None:
        """What was written belongs to the year before."""
        if self.busy.isHidden():
            self.done.setText("")
            self.after.forget()

    def _put(self, widget: QWidget, row: int, column: int, span: int = 1) -> None:
        self._grid.addWidget(widget, row, column, 1, span)
        self._in_grid.append(widget)

    def _papers(self) -> list[tuple[str, Naskah, tuple[str, ...]]]:
        year = self.bridge.year
        every = ("pdf", "docx", "xlsx")
        out = [
            (f"LKjIP {year}", Naskah("lkjip"), every),
            (f"Surat pengantar {year}", Naskah("surat"), every[:2]),
            (f"Ringkasan {year}", Naskah("ringkasan"), every[:2]),
        ]
        for pk in self.bridge.snapshot.where(Pk, tahun=year):
            version = "Awal" if not pk.nomor else f"Perubahan ke-{pk.nomor}"
            position = self.bridge.snapshot.get(Posisi, pk.posisi_id)
            party = f" {position.jabatan}" if position is not None else ""
            out.append((f"Perjanjian Kinerja {year}{party} {version}", Naskah("pk", pk_id=pk.id), every[:2]))
        return out

    def _show_problems(self) -> None:
        if not self.bridge.year:
            return
        problems = self.bridge.problems.found
        wrong, doubtful = counted(problems)
        if wrong:
            self.severity.show_text(f"✕ {wrong} kesalahan", "buruk")
        elif doubtful:
            self.severity.show_text(f"◐ {doubtful} peringatan", "awas")
        else:
            self.severity.show_text("✓ Tidak ada kesalahan", "baik")
        lines = [f"• {p.teks}" for p in problems if p.level != "info"][:6]
        rest = wrong + doubtful - len(lines)
        self.problems.setText("\n".join([*lines, *([f"dan {rest} lainnya"] if rest > 0 else [])]))
        self.problems.setVisible(bool(lines))
        self.every.setVisible(bool(problems))

    # ---------------------------------------------------------------------------------------------------- saving
    def _save(self, naskah: Naskah, format_: str, words: str, filter_: str) -> None:
        target = choose_save(self, f"Simpan {words}", f"{words}.{format_}", filter_, suffix=format_)
        if target:
            self.save_to(naskah, format_, Path(target))

    def save_to(self, naskah: Naskah, format_: str, target: Path) -> None:
        """Build a paper in the background and write it."""
        workspace, year = self.bridge.workspace, self.bridge.year
        target, asked = free_name(target), target
        # Not ticked is no "no": a draft of a PK is marked all the same.
        draft, pk_id = self.draft.isChecked() or None, naskah.pk_id or None
        self._start(f"Menyusun {target.name}…")
        self.bridge.jobs.run(
            "cetak",
            lambda overtaken: workspace.cetak(
                naskah.jenis, year, target, format=format_, konsep=draft, pk_id=pk_id, batal=overtaken
            ),
            lambda path: self._saved(path, asked),
            self._failed,
        )

    def _on_paper(self, naskah: Naskah, words: str) -> None:
        """Build a paper in the background, then ask for the printer."""
        workspace, snapshot, year = self.bridge.workspace, self.bridge.snapshot, self.bridge.year
        draft, pk_id = self.draft.isChecked() or None, naskah.pk_id or None
        self._start(f"Menyusun {words}…")

        def build(overtaken: Callable[[], bool]) -> bytes:
            made = workspace.bangun_dari(snapshot, naskah.jenis, year, konsep=draft, pk_id=pk_id, batal=overtaken)
            return made.isi

        self.bridge.jobs.run("cetak", build, lambda pdf: self._ask_printer(words, pdf), self._failed)

    def _ask_printer(self, words: str, pdf: bytes) -> None:
        from ui.printing import ask_and_print

        self.busy.hide()
        two_sided = aturan_tahun(self.bridge.snapshot, self.bridge.year).cetak.bolak_balik
        sizes, raster = self.bridge.page_sizes(pdf), self.bridge.raster
        self.done.setText(ask_and_print(self, words, pdf, sizes, raster, two_sided=two_sided))

    def _start(self, words: str) -> None:
        self.done.setText(words)
        self.after.forget()
        self.busy.show()

    def _cancel(self) -> None:
        self.bridge.jobs.cancel("cetak")
        self.busy.hide()
        self.done.setText("Dibatalkan; tidak ada yang ditulis.")

    def _failed(self, galat: LkjipError) -> None:
        self.busy.hide()
        self.done.setText(f"⚠ {galat}")

    def _saved(self, path: Path, asked: Path) -> None:
        self.busy.hide()
        held = f"“{asked.name}” sedang dibuka di program lain, jadi dipakai nama lain. " if path != asked else ""
        self.done.setText(f"{held}Tersimpan: {path}")
        self.after.show_file(path)
        self.bridge.told.emit(f"Tersimpan: {path.name}", False)
