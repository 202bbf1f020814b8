"""The screen Perjanjian Kinerja by clicks and keys: make, compare, lock, print, attach; and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMessageBox, QPlainTextEdit, QTableWidget
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.commands import PkBaru, Tambah, Ubah
from lkjip_desktop.core.tables import IndikatorTahun, Pejabat, Pindaian, Pk, PkButir, PkCakupan, Posisi
from tests.ui.conftest import TUNGGU
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.views.anggaran import AnggaranView
from ui.views.perjanjian import PerjanjianView
from ui.widgets.lines import LineField

BARU = "00000000-0000-4000-8000-000000000001"


@pytest.fixture
def layar(qtbot: QtBot, jendela: MainWindow) -> PerjanjianView:
    view = jendela.show_screen("pk")
    assert isinstance(view, PerjanjianView)
    return view


@pytest.fixture
def jawab(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[str]]:
    """Answer the next question with the button of these words ("" = Escape); gives the texts that were asked."""
    ditanya: list[str] = []
    kata: list[str] = []

    def tanya(box: QMessageBox) -> int:
        ditanya.append(box.text())
        tombol = next((b for b in box.buttons() if b.text() == kata[0]), box.escapeButton())
        monkeypatch.setattr(QMessageBox, "clickedButton", lambda _self: tombol)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", tanya)

    def atur(words: str) -> list[str]:
        kata[:] = [words]
        return ditanya

    return atur


def pk(view: PerjanjianView, nomor: int = 0, posisi: str | None = None) -> Pk:
    (p,) = view.bridge.snapshot.where(Pk, tahun=2023, nomor=nomor, posisi_id=posisi)
    return p


def sel(tabel: QTableWidget, i: int, j: int) -> str:
    """The words of a cell."""
    item = tabel.item(i, j)
    return item.text() if item is not None else ""


def klik(tombol: QAbstractButton) -> None:
    assert tombol.isVisible()
    assert tombol.isEnabled()
    QTest.mouseClick(tombol, Qt.MouseButton.LeftButton)


def perubahan(view: PerjanjianView) -> Pk:
    """A revision made from the menu of "Buat perubahan", its date typed."""
    view.new_button.menu().actions()[0].trigger()
    assert view.show_place("pk", pk(view, 1).id, "tanggal")
    isian = QApplication.focusWidget()
    assert isinstance(isian, QLineEdit)
    QTest.keyClicks(isian, "3 juli 2023")
    QTest.keyClick(isian, Qt.Key.Key_Return)
    return pk(view, 1)


def test_versions_show_their_state_in_a_word_and_a_picture(layar: PerjanjianView) -> None:
    daftar = layar.records.list
    assert daftar.item(0).text() == "Awal · Berlaku"
    assert not daftar.item(0).icon().isNull()
    assert "Berlaku" in layar.state.text()
    assert "terkunci" in layar.state_text.text()
    assert not layar.sign_button.isVisible()
    layar.tabs.setCurrentIndex(2)
    assert layar.differences.summary.isVisible()
    assert not layar.differences.other.isVisible(), "nothing to compare with: no empty list"


def test_a_revision_from_reason_to_lock_by_hand(
    qtbot: QtBot, layar: PerjanjianView, jawab: Callable[[str], list[str]]
) -> None:
    klik_alasan = [a.text() for a in layar.new_button.menu().actions()]
    assert klik_alasan[0].startswith("Pergantian")
    baru = perubahan(layar)
    assert (baru.alasan, baru.tanggal, baru.tempat) == ("pejabat", "2023-07-03", "Palembang")
    assert layar.records.list.currentItem().text() == "Perubahan ke-1 · Draf"
    assert not layar.new_button.isEnabled(), "one draft at a time"

    # The working target is typed on the spot and shows as a difference.
    layar.tabs.setCurrentIndex(1)
    model = layar.contents.targets.model()
    it = next(r for r in layar.bridge.snapshot.where(IndikatorTahun, tahun=2023) if r.kode == "SK1.IKK1")
    sel_target = model.index(model.row_of(it.id), model.column_of("target"))
    layar.contents.targets.setFocus()
    layar.contents.targets.setCurrentIndex(sel_target)
    QTest.keyClicks(layar.contents.targets.viewport(), "6")
    editor = layar.contents.targets.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "5")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert str(layar.bridge.snapshot.get(IndikatorTahun, it.id).target) == "65"  # type: ignore[union-attr]  # it is there
    klik(layar.diff_button)
    tabel = layar.differences.table
    isi = [[sel(tabel, i, j) for j in range(4)] for i in range(tabel.rowCount())]
    assert ["Target", f"SK1.IKK1 {it.nama}", "60%", "65%"] in isi
    assert tabel.isVisible()

    # The confirmation says what is frozen; Escape signs nothing.
    ditanya = jawab("")
    klik(layar.sign_button)
    for kata in ("Perimansyah", "Ilham Djaya", "17 indikator", "Rp3.227.338.000", "tidak dapat diubah lagi"):
        assert kata in ditanya[-1], kata
    assert pk(layar, 1).status == "draf"
    jawab("Tandatangani dan kunci")
    klik(layar.sign_button)
    assert pk(layar, 1).status == "berlaku"
    assert len(layar.bridge.snapshot.where(PkButir, pk_id=baru.id)) == 17
    assert [layar.records.list.item(i).text() for i in range(2)] == ["Awal · Digantikan", "Perubahan ke-1 · Berlaku"]
    assert not layar.sign_button.isVisible()
    assert layar.printing.done.text() == "Sudah terkunci. Cetak naskah akhirnya untuk ditandatangani."
    assert layar.printing.done.isVisible()
    assert layar.scan_button.isVisible()
    assert layar.new_button.isEnabled()
    assert layar.bridge.workspace.label_urung == ""


def test_the_preview_follows_the_chosen_version(qtbot: QtBot, layar: PerjanjianView, jendela: MainWindow) -> None:
    perubahan(layar)

    def teks() -> str:
        qtbot.waitUntil(lambda: not jendela.preview.stale, timeout=TUNGGU)
        return " ".join(jendela.bridge.workspace.teks_halaman(jendela.preview.paper.content))

    assert "PERJANJIAN KINERJA PERUBAHAN" in teks()
    layar.records.list.setCurrentRow(0)
    assert jendela.preview.stale
    assert "PERUBAHAN" not in teks()


def test_a_locked_version_is_read_only_in_every_field(layar: PerjanjianView, jawab: Callable[[str], list[str]]) -> None:
    lama = pk(layar)
    for form in (*layar.parties.forms, layar.wording):
        for nama, field in form.fields.items():
            if isinstance(field, LineField):
                assert field.line.isReadOnly(), nama
            else:
                editor = field.editor
                tertutup = editor.isReadOnly() if isinstance(editor, QPlainTextEdit) else not editor.isEnabled()
                assert tertutup, nama
    # Typing and committing by force changes nothing and says why.
    kata: list[str] = []
    layar.bridge.told.connect(lambda w, _: kata.append(w))
    field = layar.parties.base.fields["tempat"]
    field.set_text("Jakarta")
    assert not field.commit()
    assert pk(layar) == lama
    assert "sudah ditandatangani" in kata[-1]
    # The list does not give it away either.
    jawab("Hapus")
    layar.records.remove()
    assert pk(layar) == lama
    assert "sudah ditandatangani" in kata[-1]


def test_the_grid_of_a_draft_turns_into_words_once_signed(
    layar: PerjanjianView, jawab: Callable[[str], list[str]]
) -> None:
    perubahan(layar)
    layar.tabs.setCurrentIndex(1)
    assert layar.contents.targets.isVisible()
    jawab("Tandatangani dan kunci")
    klik(layar.sign_button)
    assert not layar.contents.targets.isVisible()
    assert layar.contents.signed_targets.isVisible()
    assert layar.contents.signed_targets.rowCount() == 17
    assert sel(layar.contents.signed_money, 0, 1) == "Rp564.845.000"


def test_undo_stops_at_the_lock(layar: PerjanjianView, jendela: MainWindow, jawab: Callable[[str], list[str]]) -> None:
    perubahan(layar)
    jawab("Tandatangani dan kunci")
    klik(layar.sign_button)
    tempat = layar.parties.base.fields["tempat"]
    assert isinstance(tempat, LineField)
    assert tempat.line.isReadOnly()  # at once, not only when it is chosen the next time
    QTest.keyClick(jendela, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pk(layar, 1).status == "berlaku"
    assert not jendela.undo_action.isEnabled()


def test_names_are_those_of_the_date_and_a_wrong_choice_is_told(layar: PerjanjianView) -> None:
    s = layar.bridge.snapshot
    kakanwil = next(p for p in s.rows(Pejabat) if p.nama == "Ilham Djaya")
    kadiv = next(p for p in s.rows(Pejabat) if p.nama.startswith("Dadi"))
    layar.bridge.do(Ubah("pejabat", kakanwil.id, {"tmt_dari": "2022-06-01", "tmt_sampai": "2023-05-31"}))
    layar.bridge.do(Ubah("pejabat", kadiv.id, {"tmt_dari": "2023-06-01", "jenis": "plt"}))
    baru = perubahan(layar)
    layar.bridge.do(Ubah("pk", baru.id, {"p2_pejabat_id": kakanwil.id}))
    kedua = layar.parties.cards[1]
    assert "Akan tercetak: Ilham Djaya" in kedua.printed.text()
    assert "tidak menjabat" in kedua.warning.text()
    assert "Yang menjabat: Dadi Mulyadi" in kedua.warning.text()
    assert kedua.by_date.isVisibleTo(kedua)
    kedua.by_date.click()
    assert pk(layar, 1).p2_pejabat_id is None
    assert "Plt. Kepala Divisi Pemasyarakatan" in kedua.printed.text()
    assert not kedua.warning.isVisibleTo(kedua)
    nama = kedua.form.fields["p2_nama"]
    assert isinstance(nama, LineField)
    assert nama.line.placeholderText() == "Dadi Mulyadi"


def test_promises_nobody_measures_and_gaps_are_listed(layar: PerjanjianView) -> None:
    """Seed: two IKU and three IKP without realisasi; 3.227.338.000 against 3.733.357.000."""
    kata = layar.contents.thread_words.text()
    for kode in ("IKU SS1.IKU1", "IKU SS2.IKU1", "IKP SP1.IKP3"):
        assert kode in kata
    tabel = layar.contents.gap
    assert [sel(tabel, 1, j) for j in range(3)] == [
        "Pagu akhir tahun",
        "Rp3.733.357.000",
        "lebih Rp506.019.000 dari PK",
    ]
    assert sel(tabel, 0, 1) == "belum diketahui"


def test_a_lower_official_from_the_same_forms(layar: PerjanjianView) -> None:
    layar._fill_parties()
    aksi = next(a for a in layar.party_button.menu().actions() if "Tata Usaha" in a.text())
    aksi.trigger()
    tu = next(p for p in layar.bridge.snapshot.rows(Posisi) if "Tata Usaha" in p.jabatan)
    assert layar.records.list.currentItem().text() == "Kepala Urusan Tata Usaha: Awal · Draf"
    layar.tabs.setCurrentIndex(1)
    halaman = layar.contents.scope
    assert halaman.isVisible()
    halaman.grid.add_row()
    model = halaman.grid.model()
    it = next(r for r in layar.bridge.snapshot.where(IndikatorTahun, tahun=2023) if r.kode == "SK2.IKK6")
    assert model.setData(model.index(0, 0), f"{it.kode} {it.nama}") or model.setData(model.index(0, 0), it.indikator_id)
    assert model.setData(model.index(0, 1), "4")
    (c,) = layar.bridge.snapshot.where(PkCakupan, pk_id=pk(layar, posisi=tu.id).id)
    assert (c.indikator_id, str(c.target)) == (it.indikator_id, "4")
    assert layar.contents.targets.model().rowCount() == 1
    teks = " ".join(layar.bridge.workspace.teks_halaman(layar.bridge.workspace.bangun("pk", 2023, pk_id=c.pk_id).isi))
    assert "4 Unit" in teks


def test_printing_in_part_with_fields_and_their_check(qtbot: QtBot, layar: PerjanjianView, tmp_path: Path) -> None:
    tujuan = tmp_path / "pk.pdf"
    layar.printing.print_to(tujuan, "lampiran", fields=True)
    qtbot.waitUntil(lambda: layar.printing.done.text().startswith("Tersimpan"), timeout=TUNGGU)
    assert layar.printing.after.open_file.isVisible()
    assert "siap ditandatangani" in layar.printing.verdict(tujuan)
    assert layar.printing.verdict(tmp_path / "tidak ada.pdf").endswith("masih ada.")
    layar.printing.sign_file(tujuan, "TTD_Pihak_Pertama", tujuan, "x")
    qtbot.waitUntil(lambda: layar.printing.done.text().startswith("⚠"), timeout=TUNGGU)
    assert "Sertifikat itu tidak dapat dibuka" in layar.printing.done.text()
    assert set(layar.printing.actions) >= {"semua", "pernyataan", "lampiran", "rencana_aksi", "medan", "ttd", "periksa"}


def test_a_scan_is_dropped_in_checked_shown_and_switched(qtbot: QtBot, layar: PerjanjianView, tmp_path: Path) -> None:
    path = tmp_path / "pk bertanda tangan.pdf"
    path.write_bytes(layar.bridge.workspace.bangun("pk", 2023).isi)
    panel = layar.scans
    layar.tabs.setCurrentIndex(3)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    panel.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.waitUntil(lambda: panel.list.count() == 1, timeout=TUNGGU)
    assert "3 halaman, semuanya terbaca" in panel.message.text()
    assert len(panel.pages.paper.sizes) == 3
    klik(panel.use)
    (baris,) = layar.bridge.snapshot.rows(Pindaian)
    assert not baris.pakai
    assert panel.list.item(0).text().startswith("–")

    catatan = tmp_path / "catatan.txt"
    catatan.write_text("halo", "utf-8")
    panel.attach([catatan])
    qtbot.waitUntil(lambda: panel.message.text().startswith("⚠"), timeout=TUNGGU)
    assert "bukan pindaian" in panel.message.text()
    assert panel.list.count() == 1

    panel.show_paper("kata_pengantar")
    assert panel.list.count() == 0
    panel.attach([path])
    qtbot.waitUntil(lambda: panel.list.count() == 1, timeout=TUNGGU)
    assert {p.naskah for p in layar.bridge.snapshot.rows(Pindaian)} == {"pk", "kata_pengantar"}


def test_a_draft_takes_no_scan(layar: PerjanjianView) -> None:
    perubahan(layar)
    layar.tabs.setCurrentIndex(3)
    assert not layar.scans.attach_button.isEnabled()
    assert "ditandatangani dan dikunci" in layar.scans.empty.text()


def test_everything_fits_the_smallest_screen(layar: PerjanjianView, jendela: MainWindow) -> None:
    perubahan(layar)
    for i in range(layar.tabs.count()):
        layar.tabs.setCurrentIndex(i)
        QApplication.processEvents()
        assert (jendela.width(), jendela.height()) == (1366, 768)
        for tombol in (layar.new_button, layar.party_button, layar.sign_button, layar.printing.button):
            kanan = tombol.mapTo(layar, tombol.rect().bottomRight())
            assert kanan.x() <= layar.width()
            assert tombol.width() >= tombol.sizeHint().width()


def test_a_first_version_in_a_new_file(qtbot: QtBot) -> None:
    from lkjip_desktop.workspace import Workspace

    with Workspace.memori("Bapas Contoh", 2026) as w:
        b = Bridge(w)
        view = PerjanjianView(b)
        qtbot.addWidget(view)
        view.show()
        assert view.new_button.text() == "Buat Perjanjian Kinerja"
        klik(view.new_button)
        (p,) = w.snapshot.rows(Pk)
        assert (p.tahun, p.nomor, p.status) == (2026, 0, "draf")
        assert "(belum ada" in view.parties.cards[0].printed.text()
        kata: list[str] = []
        b.told.connect(lambda t, _: kata.append(t))
        assert b.do(PkBaru(2026, BARU))
        assert "masih draf" in kata[-1]
        b.close()


def test_what_would_be_regretted_is_named_before_the_lock(layar: PerjanjianView) -> None:
    perubahan(layar)
    draf = pk(layar, 1)
    row = layar.bridge.snapshot.where(IndikatorTahun, tahun=2023)[0]
    layar.bridge.do(Ubah("indikator_tahun", row.id, {"target": None}))
    layar.bridge.do(Ubah("pk", draf.id, {"p1_nama": "Budi", "p1_nip": "1970010119900310", "p2_nama": "Heri"}))
    kata = layar.signing_words(pk(layar, 1))
    assert f"⚠ Belum bertarget: {row.kode}" in kata
    assert "⚠ Pihak Pertama: NIP harus 18 angka; yang ditulis 16 angka" in kata
    assert kata.startswith("Tandatangani dan kunci Perjanjian Kinerja Perubahan ke-1 tahun 2023?")


def test_an_empty_agreement_leads_to_what_it_is_made_of(layar: PerjanjianView, jendela: MainWindow) -> None:
    bridge = layar.bridge
    bridge.do(Tambah("laporan", bridge.new_id(), {"tahun": 2024}))
    bridge.set_year(2024)
    klik(layar.records.first)
    layar.tabs.setCurrentIndex(1)
    isi = layar.contents
    assert isi.no_targets.isVisible()
    assert not isi.targets.isVisible(), "no table of headings alone"
    assert not isi.more.isVisible()
    klik(isi.no_money.button)
    anggaran = jendela.current
    assert isinstance(anggaran, AnggaranView)
    assert anggaran.tabs.currentWidget() is anggaran.pages["kegiatan"]
    assert "tambahkan di sini" in jendela.message.text()
    klik(anggaran.pages["kegiatan"].empty.buttons[0])  # a programme comes first
    jendela.show_screen("pk")
    assert not isi.no_money.isVisible()
    assert isi.money.isVisible()
    klik(isi.more)
    assert jendela.current is anggaran
    assert anggaran.pages["kegiatan"].grid.hasFocus()


def test_what_one_tab_said_is_not_said_in_the_next(layar: PerjanjianView) -> None:
    layar.printing.say("Tersimpan: PK 2023.pdf")
    atas = layar.tabs.y()
    assert layar.printing.done.isVisible()
    layar.tabs.setCurrentIndex(3)
    assert not layar.printing.done.isVisible()
    layar.scans._refused("Berkasnya tidak dapat dibaca.")
    assert "tidak dapat dibaca" in layar.scans.message.text()
    layar.printing.say("Menyusun PK 2023.pdf…", busy=True)
    layar.tabs.setCurrentIndex(0)
    assert layar.printing.done.isVisible(), "it is still being made"
    assert layar.tabs.y() == atas
    layar.tabs.setCurrentIndex(3)
    assert layar.scans.message.text().startswith("PDF, PNG")
