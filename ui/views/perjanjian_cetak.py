"""Printing a version in whole or in part, with fields for electronic signatures, and signing such a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)

from lkjip_desktop.core.tables import Pk
from lkjip_desktop.errors import LkjipError
from ui.bridge import Bridge
from ui.dialogs import choose_file, choose_save, tell
from ui.ikon import pasang
from ui.widgets.field import Label
from ui.widgets.written import WrittenFile

_PDF = "Berkas PDF (*.pdf)"
_WORD = "Naskah Word (*.docx)"
_P12 = "Sertifikat (*.p12 *.pfx);;Semua berkas (*)"
_PARTS = (
    ("Simpan PDF seluruh naskah…", "semua"),
    ("Simpan PDF halaman pernyataan saja…", "pernyataan"),
    ("Simpan PDF lampiran saja…", "lampiran"),
    ("Simpan PDF rencana aksi saja…", "rencana_aksi"),
)


class CetakPk:
    """The button "Cetak" with its menu, and the line that says what became of it."""

    def __init__(self, bridge: Bridge, version: Callable[[], Pk | None], commit: Callable[[], bool]) -> None:
        self.bridge, self._version, self._commit = bridge, version, commit
        self.button = QPushButton("Cetak")
        pasang(self.button, "cetak")
        self.menu = QMenu(self.button)
        self.actions: dict[str, Any] = {}
        for words, part in _PARTS:
            self._add(part, words, partial(self._print, part, "pdf", False))
        self.menu.addSeparator()
        self._add("docx", "Simpan Word seluruh naskah…", lambda: self._print("semua", "docx", False))
        self.menu.addSeparator()
        self._add(
            "medan", "Simpan PDF dengan medan tanda tangan elektronik…", lambda: self._print("semua", "pdf", True)
        )
        self._add("ttd", "Tanda tangani PDF dengan sertifikat…", self._sign)
        self._add("periksa", "Periksa tanda tangan PDF…", self._check)
        self.button.setMenu(self.menu)
        self.done = Label("", "redup")
        self.done.hide()
        self.after = WrittenFile()
        self._busy = False
        self._told = ("", "", 0)  # version, its state and year of which `done` speaks

    def _add(self, key: str, words: str, act: Callable[[], object]) -> None:
        action = self.menu.addAction(words)
        action.triggered.connect(lambda _=False: act())
        self.actions[key] = action

    def refresh(self) -> None:
        """What can be printed of the chosen version; what was said of another one is taken back."""
        if self._told != self._subject():
            self.forget()
        self.button.setEnabled(self._version() is not None)
        installed = self.bridge.workspace.ttd_tersedia()
        for key in ("medan", "ttd", "periksa"):
            self.actions[key].setEnabled(installed)
            self.actions[key].setToolTip("" if installed else "Pustaka pyHanko tidak terpasang")

    def forget(self) -> None:
        """Take back what was said, unless it is still being done."""
        if not self._busy:
            self.done.hide()
            self.after.forget()

    # --------------------------------------------------------------------------------------------------- printing
    def _print(self, part: str, format_: str, fields: bool) -> None:
        pk = self._version()
        if pk is None:
            return
        if not self._commit():
            self.say("⚠ Belum dicetak: perbaiki dahulu isian yang berbingkai merah, atau tekan Escape di dalamnya.")
            return
        version = f"Perubahan {pk.nomor}" if pk.nomor else "Awal"
        name = f"PK {pk.tahun} {version}" + ("" if part == "semua" else f" {part.replace('_', ' ')}")
        target = choose_save(
            self.button, f"Cetak {name}", f"{name}.{format_}", _PDF if format_ == "pdf" else _WORD, suffix=format_
        )
        if target:
            self.print_to(Path(target), part, fields)

    def print_to(self, target: Path, part: str = "semua", fields: bool = False) -> None:
        """Build in the background and write; a draft is always marked KONSEP."""
        pk = self._version()
        if pk is None:
            return
        workspace, year = self.bridge.workspace, pk.tahun or 0
        options: dict[str, Any] = {"pk_id": pk.id, "bagian": part, "medan_ttd": fields}
        self.say(f"Menyusun {target.name}…", busy=True)
        self.bridge.jobs.run(
            "cetak",
            lambda _overtaken: workspace.cetak("pk", year, target, **options),
            lambda path: self.say(f"Tersimpan: {path}", path),
            lambda galat: self.say(f"⚠ {galat}"),
        )

    # -------------------------------------------------------------------------------------- electronic signatures
    def _sign(self) -> None:
        source = _open(self.button, "PDF yang ditandatangani", _PDF)
        if not source:
            return
        try:
            fields = [f.nama for f in self.bridge.workspace.periksa_ttd(source) if not f.terisi]
        except LkjipError as galat:
            tell(self.button, "Tanda tangani PDF", str(galat), bad=True)
            return
        if not fields:
            tell(
                self.button,
                "Tanda tangani PDF",
                "PDF ini tidak mempunyai medan tanda tangan yang kosong. Cetak dahulu dengan “PDF dengan medan tanda "
                "tangan elektronik”.",
                bad=True,
            )
            return
        dialog = SignDialog(fields, self.button)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.sign_file(Path(source), dialog.field.currentText(), Path(dialog.path.text()), dialog.password.text())

    def sign_file(self, source: Path, field: str, certificate: Path, password: str) -> None:
        """Sign in the background; the signed file lies beside the printed one."""
        workspace = self.bridge.workspace
        self.say(f"Menandatangani {source.name}…", busy=True)
        self.bridge.jobs.run(
            "cetak",
            lambda _overtaken: workspace.tanda_tangani_pdf(source, field, certificate, password),
            lambda path: self.say(f"Ditandatangani: {path}", path),
            lambda galat: self.say(f"⚠ {galat}"),
        )

    def _check(self) -> None:
        source = _open(self.button, "PDF yang diperiksa", _PDF)
        if source:
            tell(self.button, "Tanda tangan PDF", self.verdict(Path(source)))

    def verdict(self, source: Path) -> str:
        """What is to be said of the signature fields of a file."""
        try:
            fields = self.bridge.workspace.periksa_ttd(source)
        except LkjipError as galat:
            return str(galat)
        words = [f.putusan for f in fields] or ["PDF ini tidak mempunyai medan tanda tangan."]
        if any(f.terisi for f in fields):
            words.append("Keaslian sertifikatnya sendiri diperiksa pada aplikasi penerbitnya.")
        return "\n".join(words)

    def _subject(self) -> tuple[str, str, int]:
        pk = self._version()
        return (pk.id if pk else "", pk.status if pk else "", self.bridge.year)

    def say(self, words: str, written: Path | None = None, busy: bool = False) -> None:
        self._told, self._busy = self._subject(), busy
        self.done.setText(words)
        self.done.show()
        if written is None:
            self.after.forget()
        else:
            self.after.show_file(written)


class SignDialog(QDialog):
    """Which field, which certificate, which password; the password is kept nowhere."""

    def __init__(self, fields: list[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Tanda tangani PDF")
        self.field = QComboBox()
        self.field.addItems(fields)
        self.path = QLineEdit()
        self.path.setPlaceholderText("berkas .p12 atau .pfx")
        pick = QPushButton("Pilih sertifikat…")
        pick.clicked.connect(self._pick)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        box = QFormLayout(self)
        box.addRow("&Medan", self.field)
        box.addRow("&Sertifikat", self.path)
        box.addRow("", pick)
        box.addRow("&Kata sandi", self.password)
        buttons = QDialogButtonBox()
        buttons.addButton("Tanda tangani", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Batal", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        box.addRow(Label("Semua dikerjakan pada komputer ini, tanpa internet.", "redup"))
        box.addRow(buttons)

    def _pick(self) -> None:
        path = _open(self, "Pilih sertifikat", _P12)
        if path:
            self.path.setText(path)


def _open(parent: QWidget, title: str, filter_: str) -> str:
    return choose_file(parent, title, filter_, "kertas")
