"""The editor of long texts gives back what it was given, and takes from the clipboard what a naskah can hold."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.commands import Ubah
from lkjip_desktop.core.naskah import (
    Daftar,
    GambarSendiri,
    Isi,
    Medan,
    Paragraf,
    TabelSendiri,
    Teks,
    baca,
    tulis,
)
from lkjip_desktop.core.schema import TABLES
from lkjip_desktop.core.tables import Gambar, Identitas, Naskah
from lkjip_desktop.core.teks import bersih
from ui.bridge import Bridge
from ui.widgets.form import Form
from ui.widgets.naskah_field import NaskahField
from ui.widgets.naskah_parts import PicturePart, TablePart
from ui.widgets.naskah_text import TextPart
from ui.widgets.view import column, scrolled

CONTOH: Isi = (
    Paragraf((Teks("Rata-rata capaian "), Medan("rata_rata"), Teks(" pada tahun itu.", tebal=True))),
    Daftar(True, ((Teks("satu"),), (Teks("dua", miring=True),))),
    Daftar(False, ((Teks("butir"),),)),
    TabelSendiri("Judul", "Sumber", 1, (("A", "B"), ("1", "2"))),
    Paragraf((Teks("penutup & <b>bukan tanda</b> {x} *"),)),
)


@pytest.fixture
def field(qtbot: QtBot, bridge: Bridge) -> NaskahField:
    f = NaskahField(TABLES["naskah"].by_name["isi"], bridge)
    f.subject = ""
    qtbot.addWidget(f)
    f.resize(600, 600)
    f.show()
    f.activateWindow()
    return f


def bagian(field: NaskahField, n: int = 0) -> TextPart:
    teks = [p for p in field._parts if isinstance(p, TextPart)]
    return teks[n]


def tempel(part: TextPart, **isi: str) -> None:
    data = QMimeData()
    if "html" in isi:
        data.setHtml(isi["html"])
    if "teks" in isi:
        data.setText(isi["teks"])
    part.insertFromMimeData(data)


def test_pulang_pergi(field: NaskahField) -> None:
    field.load(tulis(CONTOH))
    assert field.isi() == CONTOH
    assert field.text() == tulis(CONTOH)
    assert not field.dirty


# What a stored text can hold: core.teks.bersih takes out the rest. U+FFFC stands for a picture in a Qt document.
_HURUF = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufffc"), min_size=1
).filter(lambda s: bersih(s)[1] == 0)
_TEKS = st.builds(Teks, _HURUF, st.booleans(), st.booleans())
_SPANS = st.lists(_TEKS | st.builds(Medan, st.sampled_from(["rata_rata", "tahun"])), min_size=1, max_size=4)


def _rapat(spans: list[Teks | Medan]) -> tuple[Teks | Medan, ...]:
    """Neighbouring runs of one look are one run."""
    out: list[Teks | Medan] = []
    for s in spans:
        akhir = out[-1] if out else None
        if isinstance(s, Teks) and isinstance(akhir, Teks) and (akhir.tebal, akhir.miring) == (s.tebal, s.miring):
            out[-1] = Teks(akhir.teks + s.teks, s.tebal, s.miring)
        else:
            out.append(s)
    return tuple(out)


@settings(max_examples=60)
@given(st.lists(st.builds(lambda s: Paragraf(_rapat(s)), _SPANS), min_size=1, max_size=4))
def test_teks_apa_pun_kembali_sama(isi: list[Paragraf]) -> None:
    part = TextPart(lambda m: m.nama)
    ada = tuple(p for p in isi if any(isinstance(s, Medan) or s.teks.strip() for s in p.isi))
    part.fill(tuple(isi))
    assert part.blocks() == ada
    part.deleteLater()


def test_mengetik_tebal_dan_daftar(field: NaskahField) -> None:
    field.load("")
    part = bagian(field)
    part.setFocus()
    QTest.keyClicks(part, "satu ")
    QTest.keyClick(part, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(part, "dua")
    assert field.isi() == (Paragraf((Teks("satu "), Teks("dua", tebal=True))),)
    part.toggle_list(False)
    assert isinstance(field.isi()[0], Daftar)
    QTest.keyClick(part, Qt.Key.Key_Return)
    QTest.keyClicks(part, "tiga")
    hasil = field.isi()
    assert len(hasil) == 1
    assert isinstance(hasil[0], Daftar)
    assert len(hasil[0].butir) == 2
    QTest.keyClick(part, Qt.Key.Key_Return)
    QTest.keyClick(part, Qt.Key.Key_Return)  # Enter on an empty item leaves the list
    QTest.keyClicks(part, "akhir")
    assert isinstance(field.isi()[-1], Paragraf)


def test_data_disisipkan_sebagai_satu_tanda(field: NaskahField) -> None:
    field.load(tulis((Paragraf((Teks("Capaian: "),)),)))
    part = bagian(field)
    part.moveCursor(QTextCursor.MoveOperation.End)
    part.insert_medan(Medan("rata_rata"))
    assert field.isi() == (Paragraf((Teks("Capaian: "), Medan("rata_rata"))),)
    QTest.keyClick(part, Qt.Key.Key_Backspace)
    assert field.isi() == (Paragraf((Teks("Capaian: "),)),)


def test_tempelan_word_hanya_meninggalkan_yang_dikenal(field: NaskahField) -> None:
    field.load("")
    tempel(
        bagian(field),
        html="<p style='font-family:Comic Sans MS;color:red'>Biasa <b>tebal</b></p><ul><li>butir</li></ul>",
        teks="Biasa tebal\nbutir",
    )
    assert field.isi() == (
        Paragraf((Teks("Biasa "), Teks("tebal", tebal=True))),
        Daftar(False, ((Teks("butir"),),)),
    )


def test_tempelan_excel_menjadi_tabel_sendiri(field: NaskahField) -> None:
    field.load(tulis((Paragraf((Teks("atas"),)),)))
    tempel(bagian(field), teks="Bulan\tJumlah\r\nJanuari\t1.234,5\r\n")
    assert field.isi()[1] == TabelSendiri("", "", 1, (("Bulan", "Jumlah"), ("Januari", "1.234,5")))
    tabel = next(p for p in field._parts if isinstance(p, TablePart))
    tabel.judul.setText("Tabel sendiri")
    tabel._add_row()
    isi = field.isi()[1]
    assert isinstance(isi, TabelSendiri)
    assert (isi.judul, len(isi.baris)) == ("Tabel sendiri", 3)
    tabel.removed.emit()
    assert field.isi() == (Paragraf((Teks("atas"),)),)


def test_mengetik_tabel_sendiri_seperti_di_word(field: NaskahField) -> None:
    """A new row takes the cursor, Tab at the end adds one, the head of the table is not dropped by mistake."""
    field.load(tulis((TabelSendiri("Klien", "", 1, (("Bulan", "Jumlah"), ("Januari", "5"))),)))
    tabel = next(p for p in field._parts if isinstance(p, TablePart))
    sel = tabel.table
    sel.setCurrentCell(1, 1)
    sel.setFocus()
    QTest.keyClick(sel, Qt.Key.Key_Tab)
    assert (sel.rowCount(), sel.currentRow(), sel.currentColumn()) == (3, 2, 0)
    QTest.keyClicks(sel, "F")
    for teks in ("ebruari", "7"):
        editor = [e for e in sel.findChildren(QLineEdit) if e.isVisible()][-1]  # Tab opens the next cell at once
        QTest.keyClicks(editor, teks)
        QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert (sel.rowCount(), sel.currentRow(), sel.currentColumn()) == (4, 3, 0)
    tabel._drop_row()
    sel.setCurrentCell(0, 0)
    tabel._drop_row()
    isi = field.isi()[0]
    assert isinstance(isi, TabelSendiri)
    assert isi.baris == (("Bulan", "Jumlah"), ("Januari", "5"), ("Februari", "7"))


def test_gambar_yang_ditempel_masuk_berkas_dengan_naskahnya(qtbot: QtBot, bridge: Bridge) -> None:
    form = Form(bridge, "naskah", ("isi",))
    qtbot.addWidget(form)
    form.show()
    form.show_keys(tahun=2023, bagian="bab1.maksud_tujuan")
    field = form.fields["isi"]
    assert isinstance(field, NaskahField)
    gambar = QImage(60, 40, QImage.Format.Format_RGB32)
    gambar.fill(Qt.GlobalColor.blue)
    semula = len(bridge.snapshot.rows(Gambar))
    field.add_picture(gambar)
    assert any(isinstance(p, PicturePart) for p in field._parts)
    assert len(bridge.snapshot.rows(Gambar)) == semula + 1  # a draft could not hold it: it is stored at once
    assert form.commit()
    row = bridge.snapshot.one(Naskah, tahun=2023, bagian="bab1.maksud_tujuan")
    assert row is not None
    (blok,) = baca(row.isi)
    assert isinstance(blok, GambarSendiri)
    masuk = bridge.snapshot.get(Gambar, blok.gambar[0][0])
    assert masuk is not None
    assert (masuk.lebar_px, masuk.tinggi_px, masuk.mime) == (60, 40, "image/png")
    bridge.undo()  # one step took both
    assert bridge.snapshot.one(Naskah, tahun=2023, bagian="bab1.maksud_tujuan") is None
    assert len(bridge.snapshot.rows(Gambar)) == semula


def test_meninggalkan_editor_menyimpan(qtbot: QtBot, bridge: Bridge) -> None:
    form = Form(bridge, "naskah", ("isi", "judul"))
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is form)
    form.show_keys(tahun=2023, bagian="bab1.maksud_tujuan")
    field = form.fields["isi"]
    assert isinstance(field, NaskahField)
    bagian(field).setFocus()
    QTest.keyClicks(bagian(field), "Maksud laporan ini.")
    form.focus_column("judul")
    qtbot.waitUntil(lambda: bridge.snapshot.one(Naskah, tahun=2023, bagian="bab1.maksud_tujuan") is not None)
    row = bridge.snapshot.one(Naskah, tahun=2023, bagian="bab1.maksud_tujuan")
    assert row is not None
    assert baca(row.isi) == (Paragraf((Teks("Maksud laporan ini."),)),)


def test_escape_throws_no_written_page_away(field: NaskahField) -> None:
    bagian(field).setFocus()
    QTest.keyClicks(bagian(field), "Sehalaman penuh")
    QTest.keyClick(bagian(field), Qt.Key.Key_Escape)
    assert bagian(field).toPlainText() == "Sehalaman penuh"


def test_a_narrow_row_shows_pictures_instead_of_cut_words(qtbot: QtBot, field: NaskahField) -> None:
    def words() -> bool:
        return all(b.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon for b in field._tool_row.worded)

    holder = QWidget()  # a window of its own would not become as narrow as a form makes it
    qtbot.addWidget(holder)
    field.setParent(holder)
    holder.show()
    field.resize(600, 600)
    field.show()
    assert words()
    field.resize(300, 600)
    assert not words()
    field.resize(600, 600)
    assert words()
    field.setParent(None)  # its own fixture closes it


# --------------------------------------------------------------------------------------------- in a page that scrolls
@pytest.fixture
def halaman(qtbot: QtBot, bridge: Bridge) -> tuple[QScrollArea, NaskahField]:
    """A long text in a page that shows a part of it."""
    form = Form(bridge, "naskah", ("isi", "judul"))
    area = scrolled(column(form))
    qtbot.addWidget(area)
    area.resize(560, 420)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is area)
    form.show_keys(tahun=2023, bagian="bab1.maksud_tujuan")
    f = form.fields["isi"]
    assert isinstance(f, NaskahField)
    return area, f


def terlihat(area: QScrollArea, widget: QWidget, tempat: QRect | None = None) -> bool:
    rect = tempat or widget.rect()
    di = QRect(widget.mapTo(area.viewport(), rect.topLeft()), rect.size())
    return area.viewport().rect().contains(di)


def test_the_cursor_stays_in_sight_and_the_tools_above_it(
    halaman: tuple[QScrollArea, NaskahField], qtbot: QtBot
) -> None:
    area, f = halaman
    part = bagian(f)
    part.setFocus()
    for n in range(30):
        QTest.keyClicks(part, f"Paragraf {n}.")
        QTest.keyClick(part, Qt.Key.Key_Return)
    assert area.verticalScrollBar().value() > 0
    assert terlihat(area, part, part.cursorRect())
    assert terlihat(area, f._tool_row)
    bawah_alat = f._tool_row.mapTo(area.viewport(), QPoint(0, f._tool_row.height())).y()
    for kunci in (Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(part, kunci, Qt.KeyboardModifier.ControlModifier)
        assert terlihat(area, part, part.cursorRect())
        assert part.mapTo(area.viewport(), part.cursorRect().topLeft()).y() >= bawah_alat - 1
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert f._tool_row.mapTo(area.viewport(), QPoint(0, 0)).y() >= -f._tool_row.height()


def test_a_table_comes_where_the_cursor_is_in_sight_and_ready_for_typing(
    halaman: tuple[QScrollArea, NaskahField], qtbot: QtBot
) -> None:
    area, f = halaman
    isi = tuple(Paragraf((Teks(f"Paragraf {n}."),)) for n in range(40))
    f.load(tulis(isi))
    part = bagian(f)
    part.setFocus()
    QTest.keyClick(part, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(19):
        QTest.keyClick(part, Qt.Key.Key_Down)
    tombol = next(b for b in f._tool_row.findChildren(QToolButton) if b.text() == "Tabel")
    QTest.mouseClick(tombol, Qt.MouseButton.LeftButton)
    tabel = next(p for p in f._parts if isinstance(p, TablePart))
    qtbot.waitUntil(lambda: terlihat(area, tabel), timeout=5000)
    assert tabel.table.hasFocus()
    assert tabel.table.currentColumn() == 0
    QTest.keyClicks(tabel.table, "B")
    editor = next(e for e in tabel.table.findChildren(QLineEdit) if e.isVisible())
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(tabel.blocks()))
    assert f.isi()[:20] == isi[:20]
    assert isinstance(f.isi()[20], TabelSendiri)
    assert f.isi()[21:] == isi[20:]


def test_a_picture_after_a_list_does_not_cut_it(halaman: tuple[QScrollArea, NaskahField], qtbot: QtBot) -> None:
    area, f = halaman
    daftar = Daftar(True, ((Teks("satu"),), (Teks("dua"),)))
    f.load(tulis((daftar, Paragraf((Teks("sesudah"),)))))
    part = bagian(f)
    part.setFocus()
    part.moveCursor(QTextCursor.MoveOperation.Start)
    gambar = QImage(60, 40, QImage.Format.Format_RGB32)
    gambar.fill(Qt.GlobalColor.blue)
    f.add_picture(gambar)
    assert [type(b) for b in f.isi()] == [Daftar, GambarSendiri, Paragraf]
    assert f.isi()[0] == daftar
    bingkai = next(p for p in f._parts if isinstance(p, PicturePart))
    assert bingkai.judul.hasFocus()
    qtbot.waitUntil(lambda: terlihat(area, bingkai), timeout=5000)


def test_merge_fields_show_what_another_screen_changed_meanwhile(field: NaskahField, bridge: Bridge) -> None:
    def width() -> float:
        return bagian(field).document().begin().begin().fragment().charFormat().toImageFormat().width()

    field.load(tulis((Paragraf((Medan("nama_satker"),)),)))
    before = width()
    field.hide()
    bridge.do(Ubah("identitas", bridge.snapshot.rows(Identitas)[0].id, {"nama": "Kanwil"}))
    field.show()
    assert width() < before
