"""What the panel shows as written by the program is what the report prints."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.banding import sebut_renstra
from lkjip_desktop.core.commands import Hapus, KunciBagian
from lkjip_desktop.core.hitung import hitung
from lkjip_desktop.core.naskah import polos
from lkjip_desktop.core.tables import Analisis, Renstra
from lkjip_desktop.report.sections.uraian import uraian
from tests.report.sections.contoh import atur, ind, konteks_lahat, lahat, teks
from tests.report.sections.contoh_indikator import blok_ikk
from tests.ui.conftest import TUNGGU, ikk
from ui.bridge import Bridge
from ui.views.analisis_panel import AnalisisPanel, generated
from ui.widgets.choices import ChoiceField


def test_the_panel_names_the_plan_and_rounds_like_the_paper() -> None:
    s = atur(lahat(), "pengukuran", desimal=1)
    hasil = hitung(s, 2023)
    h = hasil.per_indikator[ind(s, "SK1.IKK1").indikator_id]
    kertas = teks(blok_ikk(konteks_lahat(s), "SK1.IKK1")[1])
    for nomor in (3, 4, 6):
        layar = generated(nomor, h, hasil, s)
        assert layar
        assert layar.split(". ")[0] in kertas
    assert "Renstra 2020–2024" in generated(3, h, hasil, s)
    assert sebut_renstra(None) == ""
    assert sebut_renstra(Renstra(id="r", tahun_awal=2025)) == "Renstra"


# ------------------------------------------------------------------------------------------ which of both is printed
ISI = ("peristiwa", "sebab", "tindakan")


@pytest.fixture
def panel(qtbot: QtBot, bridge: Bridge) -> AnalisisPanel:
    """Analysis 5 of SK1.IKK2, of which nothing is written yet."""
    row = ikk(bridge.workspace, "SK1.IKK2")
    lama = bridge.snapshot.one(Analisis, indikator_id=row.indikator_id, tahun=2023, nomor=5)
    assert lama is not None
    bridge.do(Hapus("analisis", lama.id))
    p = AnalisisPanel(bridge)
    qtbot.addWidget(p)
    p.resize(700, 900)
    p.show()
    p.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is p, timeout=TUNGGU)
    p.show_indicator(row.indikator_id or "")
    return p


def ketik(panel: AnalisisPanel, nama: str, kata: str) -> None:
    """Type an answer and leave it."""
    assert panel.form.focus_column(nama)
    edit = panel.form.fields[nama].editor
    QTest.keyClicks(edit, kata)
    QTest.keyClick(edit, Qt.Key.Key_Tab)


def tersimpan(panel: AnalisisPanel) -> Analisis | None:
    s = panel.bridge.snapshot
    return s.one(Analisis, indikator_id=panel._indicator, tahun=2023, nomor=panel._number)


def di_kertas(panel: AnalisisPanel) -> str:
    """What the report prints of the analysis on screen."""
    s = panel.bridge.snapshot
    k = konteks_lahat(s)
    return teks(uraian(k, k.hasil.per_indikator[panel._indicator], panel._number))


def tanda(panel: AnalisisPanel) -> str:
    return panel.list.item(panel._number - 1).text()[0]


def jawab_semua(panel: AnalisisPanel) -> None:
    for nama, kata in zip(ISI, ("peserta berkurang", "jadwal bentrok", "jadwal diubah"), strict=True):
        ketik(panel, nama, kata)


def test_answers_become_the_printed_paragraph_while_they_are_typed(panel: AnalisisPanel) -> None:
    assert tanda(panel) == "○"
    assert not panel.printed.own.isVisible()
    QTest.keyClicks(panel.form.fields["peristiwa"].editor, "peserta berkurang")
    assert panel.printed.text.text() == "Peserta berkurang."
    assert tersimpan(panel) is None
    panel.commit()
    assert tanda(panel) == "◐"
    assert "“Mengapa?” dan “Apa yang dilakukan?” belum dijawab" in panel.printed.source.text()
    ketik(panel, "sebab", "jadwal bentrok")
    ketik(panel, "tindakan", "jadwal diubah")
    assert tanda(panel) == "●"
    assert panel.printed.text.text() == "Peserta berkurang. Jadwal bentrok. Jadwal diubah."
    assert di_kertas(panel) == panel.printed.text.text()


def test_editing_the_paragraph_is_a_step_with_a_way_back_and_nothing_is_lost(panel: AnalisisPanel) -> None:
    jawab_semua(panel)
    cetak = panel.printed
    QTest.mouseClick(cetak.edit, Qt.MouseButton.LeftButton)
    assert panel.bridge.workspace.label_urung == "Sunting sendiri paragraf analisis"
    assert cetak.own.isVisible()
    assert "disunting sendiri" in cetak.source.text()
    assert "tidak dicetak" in cetak.source.text()
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, " Hasilnya baik.")
    panel.commit()
    assert di_kertas(panel) == "Peserta berkurang. Jadwal bentrok. Jadwal diubah. Hasilnya baik."
    assert panel.form.fields["sebab"].text() == "jadwal bentrok"

    QTest.mouseClick(cetak.back, Qt.MouseButton.LeftButton)
    assert di_kertas(panel) == "Peserta berkurang. Jadwal bentrok. Jadwal diubah." == cetak.text.text()
    assert not cetak.own.isVisible()
    QTest.mouseClick(cetak.restore, Qt.MouseButton.LeftButton)
    assert di_kertas(panel).endswith("Hasilnya baik.")
    panel.bridge.undo()
    assert di_kertas(panel) == cetak.text.text()
    panel.bridge.undo()
    assert di_kertas(panel).endswith("Hasilnya baik.")
    assert cetak.own.isVisible()


def test_answers_that_change_after_the_paragraph_was_edited_are_told(panel: AnalisisPanel) -> None:
    jawab_semua(panel)
    cetak = panel.printed
    cetak.edit.click()
    assert not cetak.notice.isVisible()
    ketik(panel, "sebab", " dengan pelatihan lain")
    assert "“Mengapa?” diubah sesudah paragraf ini ditulis" in cetak.notice.text()
    assert "pelatihan lain" not in di_kertas(panel)
    panel.show_indicator(panel._indicator)
    assert cetak.notice.isVisible()
    cetak.agreed.click()
    assert not cetak.notice.isVisible()
    ketik(panel, "tindakan", " dua kali")
    assert cetak.notice.isVisible()
    cetak.back.click()
    assert "Jadwal bentrok dengan pelatihan lain. Jadwal diubah dua kali." in di_kertas(panel)


def test_a_paragraph_written_without_answers(panel: AnalisisPanel, bridge: Bridge) -> None:
    cetak = panel.printed
    assert cetak.edit.text() == "Tulis sendiri paragrafnya"
    cetak.edit.click()
    assert tersimpan(panel) is None
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "Langsung ditulis.")
    panel.commit()
    assert tanda(panel) == "●"
    assert di_kertas(panel) == "Langsung ditulis."
    panel.show_indicator(panel._indicator)  # as when one comes back: the empty questions take no room
    assert not panel.form.fields["sebab"].isVisible()
    panel.ask.click()
    assert panel.form.fields["peristiwa"].editor.hasFocus()
    QTest.keyClicks(panel.form.fields["peristiwa"].editor, "Baru dijawab")
    panel.commit()
    assert di_kertas(panel) == "Langsung ditulis."
    assert "“Apa yang terjadi?” diubah" in cetak.notice.text()


def test_another_indicators_text_is_shown_and_the_indicator_itself_not_offered(panel: AnalisisPanel) -> None:
    jawab_semua(panel)
    combo = panel.form.fields["sama_dengan_id"]
    assert isinstance(combo, ChoiceField)
    ada = [combo.combo.itemData(i) for i in range(combo.combo.count())]
    lain = ikk(panel.bridge.workspace, "SK1.IKK1").indikator_id
    assert panel._indicator not in ada
    assert lain in ada
    combo.set_text(lain or "")
    combo.commit()
    assert di_kertas(panel) == panel.printed.text.text().replace("\n\n", "\n").replace("\n– ", "\n")
    assert "uraian SK1.IKK1" in panel.printed.source.text()
    assert not panel.form.fields["sebab"].isVisible()
    assert tanda(panel) == "●"
    panel.show_indicator(lain or "")
    ada = [combo.combo.itemData(i) for i in range(combo.combo.count())]
    assert ikk(panel.bridge.workspace, "SK1.IKK2").indikator_id not in ada  # it would be a circle
    panel.show_indicator(ikk(panel.bridge.workspace, "SK1.IKK2").indikator_id or "")
    combo.set_text("")
    combo.commit()
    assert di_kertas(panel) == "Peserta berkurang. Jadwal bentrok. Jadwal diubah."


def test_in_a_locked_year_the_answers_stay_what_is_printed(panel: AnalisisPanel, bridge: Bridge) -> None:
    for nama, kata in (("peristiwa", "Peserta berkurang"), ("sebab", "Jadwal bentrok"), ("tindakan", "Jadwal diubah")):
        ketik(panel, nama, kata)
    w = bridge.workspace
    assert not bridge.do(KunciBagian(w.id_baru(), 2023, alasan="selesai", oleh="Siti", waktu=w.sekarang()))
    sebelum = panel.printed.source.text()
    panel.printed.edit.click()
    assert panel.printed.source.text() == sebelum
    assert not panel.printed.own.isVisible()


def test_half_a_paragraph_comes_back_after_a_crash(panel: AnalisisPanel, qtbot: QtBot, bridge: Bridge) -> None:
    panel.printed.edit.click()
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "Setengah kalim")
    panel.printed.own.save_drafts()
    lagi = AnalisisPanel(bridge)
    qtbot.addWidget(lagi)
    lagi.show()
    lagi.show_indicator(panel._indicator)
    assert lagi.printed.own.isVisible()
    assert polos(lagi.printed.field.isi()) == "Setengah kalim"


def test_each_of_the_seven_leads_to_its_place_on_paper_and_back(panel: AnalisisPanel, bridge: Bridge) -> None:
    dimasuki: list[tuple[str, str, str]] = []
    bridge.focused.connect(lambda *a: dimasuki.append(a))
    kertas = bridge.workspace.bangun("lkjip", 2023, bagian="bab3")
    judul = {(h.asal.tabel, h.asal.kunci) for h in kertas.hits if h.asal.kolom == "nomor"}
    for nomor in (1, 2, 3, 4, 6, 7, 5):
        panel.list.setCurrentRow(nomor - 1)
        tabel, kunci, _ = dimasuki[-1]
        assert (tabel, kunci) in judul
        panel.list.setCurrentRow(nomor % 7)
        assert panel.show_place(kunci, "nomor")
        assert panel.list.currentRow() == nomor - 1


def test_nothing_is_scrolled_sideways_on_a_small_screen(panel: AnalisisPanel, qtbot: QtBot) -> None:
    panel.resize(400, 520)
    jawab_semua(panel)
    cetak = panel.printed
    cetak.edit.click()
    QTest.keyClicks(QApplication.focusWidget() or cetak, " Lagi.")
    ketik(panel, "sebab", " lain")
    geser = panel.findChildren(QScrollArea)[0].horizontalScrollBar()
    assert cetak.agreed.isVisible()
    qtbot.waitUntil(lambda: geser.maximum() == 0)
    cetak.back.click()
    assert cetak.restore.isVisible()
    qtbot.waitUntil(lambda: geser.maximum() == 0)


def test_program_penunjang_ditanya_dengan_kata_lain(panel: AnalisisPanel) -> None:
    """What happened and why is asked of a cause; of a programme, what it is and what it did."""
    panel.list.setCurrentRow(6)
    assert panel.form.fields["peristiwa"].editor.accessibleName() == "Program atau kegiatan apa yang menunjang?"
    panel.list.setCurrentRow(4)
    assert panel.form.fields["peristiwa"].editor.accessibleName() == "Apa yang terjadi?"
