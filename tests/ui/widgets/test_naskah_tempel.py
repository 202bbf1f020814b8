"""A long text takes from Word, LibreOffice and Excel what it can hold, and is typed in as one types in Word."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QSpinBox
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.commands import Tambah, Ubah
from lkjip_desktop.core.naskah import Daftar, GambarSendiri, Isi, Medan, Paragraf, TabelSendiri, Teks, baca, tulis
from lkjip_desktop.core.tables import Gambar, Naskah
from tests.ui.conftest import TUNGGU
from ui.bridge import Bridge
from ui.widgets.form import Form
from ui.widgets.naskah_field import NaskahField
from ui.widgets.naskah_parts import TablePart
from ui.widgets.naskah_paste import read_html, read_paste
from ui.widgets.naskah_text import TextPart

_JARAK = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span>"


def butir_word(tanda: str, isi: str) -> str:
    """An item of a list as Word for Windows puts it on the clipboard."""
    return (
        "<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>"
        f"<span style='font-family:Symbol'><span style='mso-list:Ignore'>{tanda}{_JARAK}</span></span><![endif]>"
        f"{isi}<o:p></o:p></p>"
    )


WORD = f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<!--[if gte mso 9]><xml><o:X/></xml><![endif]-->
<style>p.MsoNormal{{margin:0cm;font-family:"Calibri"}}</style></head><body lang=IN><!--StartFragment-->
<p class=MsoNormal><b>Tebal&nbsp;dari  Word</b>, lalu <i>miring</i> &#8220;kutip&#8221;&nbsp;dan
per&shy;ka&shy;ra.<o:p></o:p></p>
{butir_word("·", "butir satu")}{butir_word("·", "butir <b>dua</b>")}
{butir_word("1.", "nomor satu")}{butir_word("2.", "nomor dua")}
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>1. Bukan daftar<br>baris dua</p><!--EndFragment--></body></html>"""

TABEL_WORD = """<p>Sebelum</p><table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>Bulan</p></td>
<td colspan=2><p>Jumlah</p></td></tr><tr><td><p>Januari</p></td><td><p>5</p><p>klien</p></td><td>6</td></tr></table>
<p>Sesudah</p>"""


def p(*kata: str) -> Paragraf:
    return Paragraf(tuple(Teks(k) for k in kata))


def test_word() -> None:
    assert read_html(WORD) == [
        Paragraf(
            (
                Teks("Tebal dari Word", tebal=True),
                Teks(", lalu "),
                Teks("miring", miring=True),
                Teks(" “kutip” dan perkara."),
            )
        ),
        Daftar(False, ((Teks("butir satu"),), (Teks("butir "), Teks("dua", tebal=True)))),
        Daftar(True, ((Teks("nomor satu"),), (Teks("nomor dua"),))),
        p("1. Bukan daftar baris dua"),
    ]


def test_libreoffice_lists_also_within_each_other() -> None:
    html = "<ol><li><p>satu</p></li><li><p>dua</p><ul><li><p>anak</p></li></ul></li><li><p>tiga</p></li></ol>"
    satu, dua, anak, tiga = ((Teks(k),) for k in ("satu", "dua", "anak", "tiga"))
    assert read_html(f"{html}<ul><li>lain</li></ul>") == [
        Daftar(True, (satu, dua, anak, tiga)),
        Daftar(False, ((Teks("lain"),),)),
    ]


@pytest.mark.parametrize("html", ["", butir_word("1.", "Satu") + butir_word("2.", "Dua")])
def test_a_numbered_list_alone_is_no_table(html: str) -> None:
    """Word puts a tab behind each number of its plain text, as Excel does between cells."""
    data = QMimeData()
    data.setText("1.\tSatu\r\n2.\tDua\r\n")
    if html:
        data.setHtml(html)
    assert read_paste(data) == [Daftar(True, ((Teks("Satu"),), (Teks("Dua"),)))]
    data.setHtml("<table><tr><td>1.</td><td>Satu</td></tr><tr><td>2.</td><td>Dua</td></tr></table>")
    assert isinstance(read_paste(data)[0], TabelSendiri)


def test_an_initial_is_no_number_of_a_list() -> None:
    assert read_html("<p>H.&nbsp;Ahmad memimpin rapat.</p>") == [p("H. Ahmad memimpin rapat.")]


def test_a_table_in_the_midst_of_text() -> None:
    assert read_html(TABEL_WORD) == [
        p("Sebelum"),
        TabelSendiri("", "", 1, (("Bulan", "Jumlah", ""), ("Januari", "5 klien", "6"))),
        p("Sesudah"),
    ]


# ------------------------------------------------------------------------------------------------- in the editor
@pytest.fixture
def form(qtbot: QtBot, bridge: Bridge) -> Form:
    """The text of a part that is empty yet."""
    f = Form(bridge, "naskah", ("isi", "judul"))
    qtbot.addWidget(f)
    f.resize(620, 600)
    f.show()
    f.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is f, timeout=TUNGGU)
    f.show_keys(tahun=2023, bagian="bab1.maksud_tujuan")
    isian(f)._parts[0].setFocus()
    return f


def isian(form: Form) -> NaskahField:
    field = form.fields["isi"]
    assert isinstance(field, NaskahField)
    return field


def bagian(form: Form, n: int = 0) -> TextPart:
    return [x for x in isian(form)._parts if isinstance(x, TextPart)][n]


def tempel(form: Form, *, html: str = "", teks: str = "") -> None:
    """Put it on the clipboard and press Ctrl+V."""
    data = QMimeData()
    if html:
        data.setHtml(html)
    data.setText(teks or "teks")
    QApplication.clipboard().setMimeData(data)
    kendali(bagian(form), Qt.Key.Key_V)


def kendali(part: TextPart, kunci: Qt.Key, lain: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(part, kunci, Qt.KeyboardModifier.ControlModifier | lain)


def isi(form: Form) -> Isi:
    return isian(form).isi()


def test_text_table_and_text_come_at_the_cursor_and_one_undo_takes_them_back(form: Form, bridge: Bridge) -> None:
    bridge.do(
        Tambah("naskah", form.row_id, {"tahun": 2023, "bagian": "bab1.maksud_tujuan", "isi": tulis((p("a"), p("b")))})
    )
    bagian(form).setFocus()
    bagian(form).moveCursor(QTextCursor.MoveOperation.Start)
    tempel(form, html=TABEL_WORD)
    tengah = TabelSendiri("", "", 1, (("Bulan", "Jumlah", ""), ("Januari", "5 klien", "6")))
    assert isi(form) == (p("a"), p("Sebelum"), tengah, p("Sesudah"), p("b"))
    assert QApplication.focusWidget() is bagian(form, 1)
    QTest.keyClicks(bagian(form, 1), "!")
    assert isi(form)[3] == p("Sesudah!")
    form.commit()
    bridge.undo()
    bridge.undo()
    assert isi(form) == (p("a"), p("b"))


def test_pictures_within_a_paste(form: Form, bridge: Bridge, tmp_path: Path) -> None:
    kata: list[str] = []
    bridge.told.connect(lambda words, _bad: kata.append(words))
    gambar = QImage(40, 30, QImage.Format.Format_RGB32)
    gambar.fill(Qt.GlobalColor.red)
    bita = QByteArray()
    penyangga = QBuffer(bita)
    penyangga.open(QIODevice.OpenModeFlag.WriteOnly)
    gambar.save(penyangga, "PNG")  # type: ignore[call-overload]  # the stub wants the format as bytes, Qt does not
    sandi = base64.b64encode(bytes(bita.data())).decode()
    hilang = '<img src="file:///C:/Temp/msohtmlclip1/01/clip_image002.png">'
    tempel(form, html=f'<p>Satu</p><p><img src="data:image/png;base64,{sandi}"></p><p>{hilang}</p><p>Dua</p>')
    assert [type(b) for b in isi(form)] == [Paragraf, GambarSendiri, Paragraf]
    assert kata == ["Gambar di dalam tempelan tidak terbawa; salin dan tempel gambarnya tersendiri."]
    row = bridge.snapshot.one(Naskah, tahun=2023, bagian="bab1.maksud_tujuan")
    assert row is not None  # a picture is stored at once: a draft could not hold it
    blok = baca(row.isi)[1]
    assert isinstance(blok, GambarSendiri)
    assert bridge.snapshot.get(Gambar, blok.gambar[0][0]) is not None


def test_a_picture_file_dropped_on_the_text(form: Form, tmp_path: Path) -> None:
    berkas = tmp_path / "foto kegiatan.png"
    gambar = QImage(40, 30, QImage.Format.Format_RGB32)
    gambar.fill(Qt.GlobalColor.green)
    assert gambar.save(str(berkas))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(berkas))])
    bagian(form).insertFromMimeData(data)
    assert [type(b) for b in isi(form)] == [GambarSendiri]


def test_only_the_words_by_ctrl_shift_v(form: Form) -> None:
    data = QMimeData()
    data.setHtml("<p><b>tebal</b> biasa</p>")
    data.setText("tebal biasa")
    QApplication.clipboard().setMimeData(data)
    kendali(bagian(form), Qt.Key.Key_V, Qt.KeyboardModifier.ShiftModifier)
    assert isi(form) == (p("tebal biasa"),)


def test_a_chip_is_copied_pasted_and_deleted_as_one_sign(form: Form) -> None:
    part = bagian(form)
    QTest.keyClicks(part, "Rata-rata ")
    part.insert_medan(Medan("rata_rata"))
    QTest.keyClicks(part, " sekali")
    semula = isi(form)
    assert semula == (Paragraf((Teks("Rata-rata "), Medan("rata_rata"), Teks(" sekali"))),)
    kendali(part, Qt.Key.Key_A)
    kendali(part, Qt.Key.Key_C)
    data = QApplication.clipboard().mimeData()
    assert data.text() == f"Rata-rata {isian(form)._chip_text(Medan('rata_rata'))} sekali"
    kendali(part, Qt.Key.Key_End)
    QTest.keyClick(part, Qt.Key.Key_Return)
    kendali(part, Qt.Key.Key_V)
    assert isi(form) == (*semula, *semula)
    for _ in " sekali":
        QTest.keyClick(part, Qt.Key.Key_Backspace)
    QTest.keyClick(part, Qt.Key.Key_Backspace)
    assert isi(form)[1] == Paragraf((Teks("Rata-rata "),))
    kendali(part, Qt.Key.Key_Z)
    assert Medan("rata_rata") in baca(tulis(isi(form)))[1].isi  # type: ignore[union-attr]  # a paragraph
    kendali(part, Qt.Key.Key_A)
    kendali(part, Qt.Key.Key_X)
    assert isi(form) == ()
    kendali(part, Qt.Key.Key_V)
    assert [b.isi[1] for b in isi(form) if isinstance(b, Paragraf)] == [Medan("rata_rata")] * 2


def test_lists_as_typed_in_word(form: Form) -> None:
    part = bagian(form)
    QTest.keyClicks(part, "- satu")
    QTest.keyClick(part, Qt.Key.Key_Return)
    QTest.keyClicks(part, "dua")
    assert isi(form) == (Daftar(False, ((Teks("satu"),), (Teks("dua"),))),)
    assert [b.isChecked() for b in isian(form)._tool_row._looks] == [False, False, True, False]
    QTest.keyClick(part, Qt.Key.Key_Return)
    QTest.keyClick(part, Qt.Key.Key_Backspace)  # leaves the list, does not join the item above
    QTest.keyClicks(part, "1. ")
    QTest.keyClicks(part, "pertama")
    assert isi(form)[1] == Daftar(True, ((Teks("pertama"),),))
    kendali(part, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    assert isi(form) == (Daftar(False, ((Teks("satu"),), (Teks("dua"),))), Daftar(False, ((Teks("pertama"),),)))
    kendali(part, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    assert isi(form)[1] == p("pertama")


def test_a_list_begun_by_mistake_is_taken_back(form: Form) -> None:
    part = bagian(form)
    QTest.keyClicks(part, "1. ")
    kendali(part, Qt.Key.Key_Z)
    QTest.keyClicks(part, "Juli")
    assert isi(form) == (p("1. Juli"),)


def test_undo_in_the_text_first_then_of_the_file(form: Form, bridge: Bridge) -> None:
    part = bagian(form)
    QTest.keyClicks(part, "satu")
    form.commit()
    bagian(form).setFocus()
    QTest.keyClicks(bagian(form), " dua")
    langkah = bridge.workspace.label_urung
    kendali(bagian(form), Qt.Key.Key_Z)
    assert isi(form) == (p("satu"),)
    assert bridge.workspace.label_urung == langkah  # the file has not been asked


def test_undo_in_a_table_does_not_lose_what_is_typed_beside_it(form: Form, bridge: Bridge) -> None:
    row = Tambah(
        "naskah",
        form.row_id,
        {"tahun": 2023, "bagian": "bab1.maksud_tujuan", "isi": tulis((TabelSendiri("", "", 1, (("A",),)),))},
    )
    bridge.do(row)
    bridge.do(Ubah("naskah", form.row_id, {"judul": "Judul lain"}))
    tabel = next(x for x in isian(form)._parts if isinstance(x, TablePart))
    tabel.table.setFocus()
    item = tabel.table.item(0, 0)
    assert item is not None
    item.setText("B")
    assert isian(form).dirty
    QTest.keyClick(tabel.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not isian(form).dirty
    assert bridge.workspace.label_urung != "Ubah judul sendiri"
    bridge.undo()  # as the window does with the key
    assert isi(form) == (TabelSendiri("", "", 1, (("A",),)),)
    stored = bridge.snapshot.get(Naskah, form.row_id)
    assert stored is not None
    assert stored.judul == "Judul lain"


def test_the_menu_of_the_text_has_what_every_text_has(form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    terbuka: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _at: terbuka.append(menu))
    part = bagian(form)
    QTest.keyClicks(part, "kata")
    kendali(part, Qt.Key.Key_A)
    lihat, di = part.viewport(), QPoint(5, 5)
    QApplication.sendEvent(lihat, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, di, lihat.mapToGlobal(di)))
    (menu,) = terbuka
    kata = [a.text().split("\t")[0].replace("&", "") for a in menu.actions() if not a.isSeparator()]
    for ada in ("Salin", "Tempel", "Tempel teks saja", "Pilih semua", "Sisipkan data", "Riwayat isian ini…"):
        assert ada in kata
    assert kata.index("Tempel teks saja") == kata.index("Tempel") + 1
    menu.deleteLater()


def test_the_print_width_of_a_picture(form: Form, bridge: Bridge) -> None:
    gambar = QImage(40, 30, QImage.Format.Format_RGB32)
    gambar.fill(Qt.GlobalColor.blue)
    isian(form).add_picture(gambar)
    lebar = form.findChildren(QSpinBox)[0]
    lebar.setFocus()
    lebar.selectAll()
    QTest.keyClicks(lebar, "90")
    QTest.keyClick(lebar, Qt.Key.Key_Tab)
    form.commit()
    row = bridge.snapshot.get(Naskah, form.row_id)
    assert row is not None
    blok = baca(row.isi)[0]
    assert isinstance(blok, GambarSendiri)
    assert blok.gambar[0][1] == 90


def test_an_undo_of_the_file_leaves_the_keys_in_the_text(form: Form, bridge: Bridge) -> None:
    QTest.keyClicks(bagian(form), "satu dua")
    form.commit()
    QTest.keyClicks(bagian(form), " tiga")
    form.commit()
    bridge.undo()
    focus = QApplication.focusWidget()
    assert focus is bagian(form)
    QTest.keyClicks(focus, "!")
    assert isi(form) == (p("satu dua!"),)


def test_ctrl_enter_stores_and_the_text_goes_on(form: Form, bridge: Bridge) -> None:
    QTest.keyClicks(bagian(form), "satu")
    kendali(bagian(form), Qt.Key.Key_Return)
    row = bridge.snapshot.get(Naskah, form.row_id)
    assert row is not None
    assert baca(row.isi) == (p("satu"),)
    QTest.keyClicks(bagian(form), " dua")
    assert isi(form) == (p("satu dua"),)


def test_a_block_pasted_into_a_table_is_one_change(qtbot: QtBot) -> None:
    part = TablePart(TabelSendiri("", "", 1, (("a", "b"),)))
    qtbot.addWidget(part)
    told: list[int] = []
    part.changed.connect(lambda: told.append(1))
    QApplication.clipboard().setText("\n".join("\t".join(f"{i}.{j}" for j in range(8)) for i in range(40)))
    QTest.keyClick(part.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(told) == 1
    (block,) = part.blocks()
    assert (len(block.baris), block.baris[39][7]) == (40, "39.7")
    head = part.table.item(0, 7)
    assert head is not None
    assert head.font().bold()
