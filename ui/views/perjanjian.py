"""Perjanjian Kinerja: versions by party, what each says and how it differs, signing, printing, the signed scan."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QTabWidget, QVBoxLayout, QWidget

from lkjip_desktop.core.angka import rupiah
from lkjip_desktop.core.commands import PkBaru, TandaTanganiPk
from lkjip_desktop.core.nip import baca_nip
from lkjip_desktop.core.pk import IsiPk, Keadaan, isi_pk, keadaan
from lkjip_desktop.core.schema import Row
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import ALASAN_PK, Pejabat, Pindaian, Pk, Posisi
from ui.bridge import Bridge
from ui.dialogs import ask
from ui.ikon import gambar, pasang
from ui.views.perjanjian_beda import Perbedaan
from ui.views.perjanjian_cetak import CetakPk
from ui.views.perjanjian_isi import IsiPanel
from ui.views.perjanjian_pihak import PihakPanel
from ui.views.perjanjian_pindaian import PindaianPanel
from ui.widgets.field import Label
from ui.widgets.form import Form
from ui.widgets.preview import Naskah
from ui.widgets.records import Records
from ui.widgets.status import Pill
from ui.widgets.view import View, card, column, commit_all, scrolled

#: State of a version -> icon in the list, colour and sign of its pill.
LOOK = {
    "draf": ("naskah", "awas", "✎"),
    "terkunci": ("kunci", "netral", "🔒"),
    "berlaku": ("benar", "baik", "✓"),
    "diganti": ("riwayat", "netral", "↷"),
}
#: The least height of a tab, in lines: below it the page around the tabs scrolls.
_TAB_LINES = 8
_WORDING = (
    "judul",
    "judul_lampiran",
    "pernyataan",
    "posisi_id",
    "identitas_id",
    "pakai_kop",
    "elektronik",
    "cetak_rencana_aksi",
    "cetak_kode",
)


class PerjanjianView(View):
    """Versions at the left, the chosen one in tabs at the right; a signed one is only read."""

    tables = ("pk", "pk_butir", "pk_anggaran", "pk_cakupan", "pindaian")
    watches = (
        *tables,
        *("indikator_tahun", "sasaran_tahun", "kegiatan", "pejabat", "posisi", "target_renstra"),
        *("anggaran_belanja", "anggaran_sasaran", "identitas"),
    )

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "Perjanjian Kinerja")
        self.subtitle.hide()
        self.new_button = QPushButton("Buat Perjanjian Kinerja")
        pasang(self.new_button, "tambah")
        self._reasons = QMenu(self)
        for key, words in ALASAN_PK[1:]:
            self._reasons.addAction(words).triggered.connect(lambda _=False, key=key: self.make(key))
        self.new_button.clicked.connect(lambda: self.make())
        self.party_button = QPushButton("Pejabat lain")
        self.party_button.setToolTip("Perjanjian Kinerja pejabat di bawah kepala satker")
        self._parties = QMenu(self)
        self._parties.aboutToShow.connect(self._fill_parties)
        self.party_button.setMenu(self._parties)
        self.sign_button = QPushButton("Tandatangani dan kunci…")
        pasang(self.sign_button, "kunci")
        self.sign_button.clicked.connect(self.sign)
        for button in (self.new_button, self.party_button):
            self.head_tools.addWidget(button)

        self.state = Pill()
        self.state_text = Label("", "redup")
        self.printing = CetakPk(bridge, self._pk, self.commit)
        self.diff_button = QPushButton("Lihat perbedaan")
        self.diff_button.clicked.connect(self._differences)
        self.scan_button = QPushButton("Lampirkan pindaian…")
        self.scan_button.clicked.connect(self._attach)
        self.parties = PihakPanel(bridge)
        self.contents = IsiPanel(bridge)
        self.differences = Perbedaan(bridge)
        self.scans = PindaianPanel(bridge)
        self.wording = Form(bridge, "pk", _WORDING, {"posisi_id": 12, "identitas_id": 12})
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for words, part in (
            ("Pihak", column(self.parties)),
            ("Isi", column(self.contents)),
            ("Perbedaan", column(self.differences)),
            ("Pindaian", self.scans),
            ("Naskah", column(card(self.wording))),
        ):
            self.tabs.addTab(scrolled(part), words)
        self.tabs.currentChanged.connect(lambda _at: self.printing.forget())
        # Each tab scrolls by itself: none makes the whole of them scroll once more.
        self.tabs.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.tabs.setMinimumHeight(_TAB_LINES * self.fontMetrics().lineSpacing())
        self.records = Records(
            bridge,
            "pk",
            self,
            self._content(),
            versions,
            lambda y: {"tahun": y},  # removing a draft; new ones come from "Buat"
            self._title,
            "Belum ada Perjanjian Kinerja pada tahun ini.",
            124,
            first=("Buat Perjanjian Kinerja", lambda: self.make()),
        )
        self.records.add_button.hide()
        self.records.list.setAccessibleName("Versi Perjanjian Kinerja")
        self.records.list.setIconSize(QSize(16, 16))
        self.records.picked.connect(lambda _id: self._picked())
        self.body.addWidget(self.records, 1)
        self.records.fill()

    def _content(self) -> QWidget:
        """State and deeds of the chosen version over its tabs."""
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(8, 0, 0, 0)
        box.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.state_text, 1)
        box.addLayout(line)
        deeds = QHBoxLayout()
        deeds.setSpacing(6)
        for button in (self.sign_button, self.printing.button, self.diff_button, self.scan_button):
            deeds.addWidget(button)
        deeds.addStretch()
        box.addLayout(deeds)
        box.addWidget(self.tabs, 1)
        box.addWidget(self.printing.done)  # below: what comes when a file is written moves nothing
        box.addWidget(self.printing.after)
        return holder

    # ------------------------------------------------------------------------------------------- as a RowPanel
    def show_row(self, row_id: str) -> None:
        self.parties.show_row(row_id)
        self.wording.show_row(row_id)

    def focus_column(self, name: str) -> bool:
        if name in self.parties.columns:
            self.tabs.setCurrentIndex(0)
            return self.parties.focus_column(name)
        if name in self.wording.fields:
            self.tabs.setCurrentIndex(4)
            return self.wording.focus_column(name)
        return False

    def commit(self) -> bool:
        return commit_all([self.parties, self.wording])

    # ------------------------------------------------------------------------------------------------- as a View
    def refresh(self) -> None:
        self.records.fill()
        self._show()

    def paper(self) -> Naskah:
        return Naskah("pk", pk_id=self.records.current())

    def show_place(self, table: str, key: str, column: str) -> bool:
        row = self.bridge.snapshot.row(table, key)
        pk_id = key if table == "pk" else getattr(row, "pk_id", "") or ""
        pk = self.bridge.snapshot.get(Pk, pk_id)
        if pk is None:
            if isinstance(row, Pindaian):
                self.tabs.setCurrentIndex(3)
                return self.scans.choose(row)
            return False
        if pk.tahun and pk.tahun != self.bridge.year:
            self.bridge.set_year(pk.tahun)
        found = self.records.choose(pk_id, column if table == "pk" else "")
        if found and table != "pk":
            self.tabs.setCurrentIndex(3 if table == "pindaian" else 1)
            self.contents.show_row(key)
        return found

    # --------------------------------------------------------------------------------------------------- showing
    def _pk(self) -> Pk | None:
        return self.bridge.snapshot.get(Pk, self.records.current())

    def _today(self) -> str:
        return self.bridge.workspace.sekarang()[:10]

    def _state(self, pk: Pk) -> Keadaan:
        return keadaan(self.bridge.snapshot, pk, self._today())

    def _title(self, row: Row) -> str:
        assert isinstance(row, Pk)
        return f"{name(self.bridge.snapshot, row)} · {self._state(row).kata}"

    def _picked(self) -> None:
        self._show()
        self.paper_changed.emit()

    def _show(self) -> None:
        bridge, pk = self.bridge, self._pk()
        may = not bridge.read_only
        for i in range(self.records.list.count()):
            row = bridge.snapshot.get(Pk, str(self.records.list.item(i).data(Qt.ItemDataRole.UserRole)))
            if row is not None:
                self.records.list.item(i).setIcon(_icon(self._state(row).jenis))
        self.records.list.doItemsLayout()  # the pictures take room from the words
        draft = pk is not None and pk.status == "draf"
        self.new_button.setEnabled(bool(bridge.year) and may and not draft)
        self.party_button.setEnabled(bool(bridge.year) and may)
        self.new_button.setText("Buat perubahan" if pk is not None else "Buat Perjanjian Kinerja")
        self.new_button.setMenu(self._reasons if pk is not None else None)  # type: ignore[arg-type]  # None takes it away
        self.new_button.setToolTip(
            "Selesaikan draf ini dahulu" if draft else "Versi baru dimulai dari versi terakhir" if pk else ""
        )
        self.sign_button.setVisible(draft)
        self.sign_button.setEnabled(draft and may)
        self.scan_button.setVisible(pk is not None and not draft)
        self.scan_button.setEnabled(may)
        if pk is None:
            return
        state = self._state(pk)
        self.state.show_text(f"{LOOK[state.jenis][2]} {state.kata}", LOOK[state.jenis][1])
        self.state_text.setText(state.teks)
        self.parties.set_read_only(not draft or bridge.read_only)
        self.wording.set_read_only(not draft or bridge.read_only)
        content = isi_pk(bridge.snapshot, pk)
        self.parties.show_version(content)
        self.contents.show_version(content)
        self.differences.show_version(pk)
        self.diff_button.setEnabled(self.differences.has_other)
        self.scans.show_version(pk)
        self.printing.refresh()

    # ---------------------------------------------------------------------------------------------------- deeds
    def make(self, reason: str = "", posisi_id: str | None = None) -> None:
        """Start the next version of the party of the chosen one (or the first one of a year)."""
        pk = self._pk()
        new_id = self.bridge.new_id()
        party = posisi_id or (pk.posisi_id if pk is not None else None)
        if not self.bridge.do(PkBaru(self.bridge.year, new_id, reason, "", party)):
            self.records.choose(new_id, "alasan_uraian" if reason else "tanggal")

    def _fill_parties(self) -> None:
        """The positions below the head, each as the one who promises."""
        snapshot = self.bridge.snapshot
        self._parties.clear()
        heads = {p.id for p in snapshot.rows(Pejabat) if p.peran == "kepala"}
        lower = [p for p in snapshot.rows(Posisi) if p.induk_id and p.pejabat_id not in heads]
        for p in lower:
            has = bool(snapshot.where(Pk, tahun=self.bridge.year, posisi_id=p.id))
            action = self._parties.addAction(f"Buat untuk {p.jabatan}")
            action.setEnabled(not has)
            action.triggered.connect(lambda _=False, id=p.id: self.make("", id))
        if not lower:
            self._parties.addAction("Isi dahulu struktur organisasi pada layar Identitas").setEnabled(False)

    def sign(self) -> None:
        """Ask in plain words what will be frozen, then sign and lock."""
        pk = self._pk()
        if pk is None:
            return
        if not self.commit():
            self.bridge.told.emit("Belum ditandatangani: perbaiki dahulu isian yang berbingkai merah.", True)
            return
        if ask(self, "Tandatangani dan kunci", self.signing_words(pk), ["Tandatangani dan kunci"], danger=True) != 0:
            return
        if not self.bridge.do(TandaTanganiPk(pk.id, self._today())):
            # What was printed before is a draft.
            self.printing.say("Sudah terkunci. Cetak naskah akhirnya untuk ditandatangani.")

    def signing_words(self, pk: Pk) -> str:
        """What the confirmation says."""
        content = isi_pk(self.bridge.snapshot, pk)
        money = rupiah(content.total) if content.total is not None else "belum diisi"
        doubts = doubts_of(content)
        look = "Lihat dahulu, karena ikut dibekukan:\n" + "".join(f"⚠ {d}\n" for d in doubts) + "\n" if doubts else ""
        return (
            f"Tandatangani dan kunci Perjanjian Kinerja {name(self.bridge.snapshot, pk)} tahun {pk.tahun}?\n\n"
            f"{look}Yang dibekukan:\n"
            f"• Pihak Pertama: {content.pihak1.nama_cetak or 'belum ada'}\n"
            f"• Pihak Kedua: {content.pihak2.nama_cetak or 'belum ada'}\n"
            f"• {len(content.butir())} indikator dengan targetnya\n"
            f"• Anggaran: {money}\n\n"
            "Sesudah dikunci, isinya tidak dapat diubah lagi dengan cara apa pun, dan langkah ini tidak dapat "
            "diurungkan. Perubahan berikutnya dibuat sebagai versi baru."
        )

    def _differences(self) -> None:
        self.tabs.setCurrentIndex(2)

    def _attach(self) -> None:
        self.tabs.setCurrentIndex(3)
        self.scans.show_paper("pk")
        self.scans.choose_and_attach()


def _icon(state: str) -> QIcon:
    """The same picture whether its line is chosen or not: the chosen one stays light here."""
    picture = gambar(LOOK[state][0], 32)
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon


def doubts_of(content: IsiPk) -> list[str]:
    """What is likely to be regretted once it is locked: targets and names that are missing, a NIP that is none."""
    out: list[str] = []
    bare = [b.kode for b in content.butir() if b.angka is None and not b.predikat]
    if bare:
        out.append(f"Belum bertarget: {', '.join(bare[:6])}{' dan lainnya' if len(bare) > 6 else ''}")
    for party, called in zip((content.pihak1, content.pihak2), content.sebutan, strict=True):
        if not party.nama.strip():
            out.append(f"{called} belum bernama")
        elif party.cetak_nip and not party.nip.strip():
            out.append(f"NIP {called} belum diisi")
        elif party.cetak_nip and (wrong := baca_nip(party.nip)[1]):
            out.append(f"{called}: {wrong.rstrip('.')}")
    if not content.anggaran or any(a.nilai is None for a in content.anggaran):
        out.append("Anggaran belum lengkap")
    if not content.pk.tanggal:
        out.append("Tanggal penandatanganan belum diisi; pada kertas ditulis tangan")
    return out


def versions(snapshot: Snapshot, year: int) -> list[Pk]:
    """The versions of a year: those of the head first, then by position."""
    order = {p.id: n for n, p in enumerate(snapshot.rows(Posisi), start=1)}
    return sorted(snapshot.where(Pk, tahun=year), key=lambda p: (order.get(p.posisi_id or "", 0), p.nomor))


def name(snapshot: Snapshot, pk: Pk) -> str:
    """ "Awal", "Perubahan ke-1", with the position before it for a lower official."""
    version = f"Perubahan ke-{pk.nomor}" if pk.nomor else "Awal"
    position = snapshot.get(Posisi, pk.posisi_id)
    return f"{position.jabatan}: {version}" if position is not None else version
