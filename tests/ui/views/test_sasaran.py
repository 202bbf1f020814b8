"""Sasaran & IKK: the form shows what an indicator needs, its problems, its seven analyses; rows come, move and go."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.commands import Tambah, Ubah
from lkjip_desktop.core.tables import Bukti, IndikatorTahun, SasaranTahun
from tests.ui.conftest import TUNGGU, ikk
from ui.bridge import Bridge
from ui.views.sasaran import SasaranView
from ui.widgets.lines import LineField
from ui.widgets.polarity import PolarityField


@pytest.fixture
def view(qtbot: QtBot, bridge: Bridge) -> SasaranView:
    v = SasaranView(bridge)
    qtbot.addWidget(v)
    v.resize(760, 640)
    v.show()
    v.activateWindow()
    return v


def buka(view: SasaranView, kode: str) -> IndikatorTahun:
    row = ikk(view.bridge.workspace, kode)
    assert view.tree.choose("indikator_tahun", row.id)
    return row


def test_dimulai_pada_ikk_pertama(view: SasaranView) -> None:
    assert view.tree.current() == ("indikator_tahun", ikk(view.bridge.workspace).id)
    assert view.indikator.measure.value.text() == "82,09%"


def test_isian_menurut_jenis_nilai(view: SasaranView, bridge: Bridge) -> None:
    angka = view.indikator.figures.fields
    assert {n for n, f in angka.items() if f.isVisible()} == {"pembilang", "penyebut", "target", "tanggal_data"}
    row = buka(view, "SK2.IKK6")
    assert {n for n, f in angka.items() if f.isVisible()} == {"realisasi", "target", "tanggal_data"}
    bridge.do(Ubah("indikator_tahun", row.id, {"jenis_nilai": "predikat", "skala": "CC\nB\nBB\nA"}))
    assert {n for n, f in angka.items() if f.isVisible()} == {"realisasi_predikat", "target_predikat", "tanggal_data"}
    assert view.indikator.way.fields["skala"].isVisibleTo(view.indikator.way)


def test_polaritas_mengubah_rumus_dan_capaian(view: SasaranView, bridge: Bridge) -> None:
    """IKK I.2 as turun by the LAN formula: 89,22% (golden numbers of issue HOUSE)."""
    buka(view, "SK1.IKK2")
    assert view.indikator.measure.value.text() == "110,78%"
    polaritas = view.indikator.way.fields["polaritas"]
    assert isinstance(polaritas, PolarityField)
    view.indikator.show_place("polaritas")
    QTest.mouseClick(polaritas.buttons["turun"], Qt.MouseButton.LeftButton)
    assert view.indikator.measure.value.text() == "89,22%"
    assert "(2 × 55% − " in view.indikator.measure.lines.text()
    assert view.indikator.direction.text().startswith("↓ Makin rendah makin baik")


def test_polaritas_yang_dipilih_sendiri_sudah_pasti_dalam_satu_langkah(view: SasaranView, bridge: Bridge) -> None:
    row = buka(view, "SK1.IKK2")
    bridge.do(Ubah("indikator_tahun", row.id, {"polaritas_pasti": False}))
    polaritas = view.indikator.way.fields["polaritas"]
    assert isinstance(polaritas, PolarityField)
    view.indikator.show_place("polaritas")
    assert view.indikator.take.isVisible()
    QTest.mouseClick(polaritas.buttons["turun"], Qt.MouseButton.LeftButton)
    assert ikk(bridge.workspace, "SK1.IKK2").polaritas_pasti
    assert not view.indikator.take.isVisible()
    bridge.undo()
    lama = ikk(bridge.workspace, "SK1.IKK2")
    assert (lama.polaritas, lama.polaritas_pasti) == ("naik", False)


def test_temuan_pada_indikatornya(qtbot: QtBot, view: SasaranView) -> None:
    buka(view, "SK1.IKK2")
    panel = view.indikator
    qtbot.waitUntil(lambda: panel.problems.count() > 0, timeout=TUNGGU)
    assert any("89,22%" in panel.problems.item(i).text() for i in range(panel.problems.count()))
    buka(view, "SK2.IKK9")
    assert all("89,22%" not in panel.problems.item(i).text() for i in range(panel.problems.count()))


def test_tujuh_analisis_tertulis_atau_ditanyakan(view: SasaranView, bridge: Bridge) -> None:
    buka(view, "SK1.IKK1")
    panel = view.indikator.analyses
    view.indikator.tabs.setCurrentWidget(panel)
    for nomor in (1, 2, 3, 4, 6):
        panel.list.setCurrentRow(nomor - 1)
        assert panel.written.text().endswith(".")
        assert not panel.questions.isVisible()
        assert panel.printed.own.isVisible()
    panel.list.setCurrentRow(0)
    assert "82,09%" in panel.written.text()
    panel.list.setCurrentRow(6)
    assert panel.questions.isVisible()


def test_pindah_dan_hapus_dengan_urung(view: SasaranView, bridge: Bridge, monkeypatch: pytest.MonkeyPatch) -> None:
    row = buka(view, "SK1.IKK2")
    view.rows.move(-1)
    urutan = [r.kode for r in bridge.snapshot.where(IndikatorTahun, tahun=2023) if r.kode.startswith("SK1")]
    assert urutan == ["SK1.IKK2", "SK1.IKK1", "SK1.IKK3"]
    assert view.tree.current() == ("indikator_tahun", row.id)
    monkeypatch.setattr("ui.views.sasaran_rows.ask", lambda *a, **k: 0)
    view.rows.remove()
    assert bridge.snapshot.get(IndikatorTahun, row.id) is None
    assert bridge.snapshot.one(IndikatorTahun, indikator_id=row.indikator_id, tahun=2022) is not None
    bridge.undo()
    assert bridge.snapshot.get(IndikatorTahun, row.id) is not None


def test_tambah_sasaran_dan_indikator_dengan_kode_berikutnya(view: SasaranView, bridge: Bridge) -> None:
    buka(view, "SK1.IKK1")
    view.add_indicator.click()
    assert ikk(bridge.workspace, "SK1.IKK4").nama == "Indikator baru"
    assert bridge.workspace.label_urung == "Tambah indikator SK1.IKK4"
    view.add_aim.click()
    assert bridge.snapshot.one(SasaranTahun, tahun=2023, kode="SK3") is not None
    bridge.undo()
    bridge.undo()
    assert bridge.snapshot.one(SasaranTahun, tahun=2023, kode="SK3") is None


def test_angka_dari_periode_tampil_pada_isian_yang_kosong(view: SasaranView, bridge: Bridge) -> None:
    row = ikk(bridge.workspace)
    view.show_place("indikator_tahun", row.id, "pembilang")
    pembilang, penyebut = (view.indikator.figures.fields[n] for n in ("pembilang", "penyebut"))
    assert isinstance(pembilang, LineField)
    assert isinstance(penyebut, LineField)
    assert pembilang.line.placeholderText() == ""
    bridge.do(Ubah("indikator_tahun", row.id, {"pembilang": None, "penyebut": None}))
    for n, (a, b) in enumerate(((300, 500), (330, 1500)), 1):
        isi = {"indikator_id": row.indikator_id, "tahun": 2023, "jenis": "triwulan", "periode": n}
        bridge.do(
            Tambah("indikator_periode", bridge.new_id(), {**isi, "pembilang": Decimal(a), "penyebut": Decimal(b)})
        )
    assert (pembilang.line.text(), penyebut.line.text()) == ("", "")
    assert pembilang.line.placeholderText() == "630 (dari periode)"
    assert penyebut.line.placeholderText() == "2.000 (dari periode)"


def test_memastikan_polaritas_tidak_melompat_ke_isian_lain(view: SasaranView, bridge: Bridge) -> None:
    row = ikk(bridge.workspace, "SK1.IKK2")
    view.show_place("indikator_tahun", row.id, "polaritas")
    view.indikator.take.setFocus()
    QTest.keyClick(view.indikator.take, Qt.Key.Key_Space)
    assert ikk(bridge.workspace, "SK1.IKK2").polaritas_pasti
    fokus = QApplication.focusWidget()
    assert fokus is not None
    assert view.indikator.way.fields["polaritas"].isAncestorOf(fokus)


def test_tahun_kosong_menjelaskan_apa_yang_dilakukan(view: SasaranView, bridge: Bridge) -> None:
    bridge.set_year(0)
    view.refresh()
    assert view.panels.currentWidget() is view.empty
    dikatakan: list[str] = []
    bridge.told.connect(lambda kata, _tolak: dikatakan.append(kata))
    view.add_aim.click()
    assert "tahun" in dikatakan[0]


def test_nothing_moves_when_the_polaritas_is_confirmed(view: SasaranView, bridge: Bridge) -> None:
    row = buka(view, "SK1.IKK2")
    panel = view.indikator
    bridge.do(Ubah("indikator_tahun", row.id, {"polaritas_pasti": False}))
    panel.show_place("polaritas")
    QApplication.processEvents()
    cards = panel.way.fields["polaritas"]

    def below() -> int:
        """How far the choices stand below the name; the page may be scrolled."""
        return cards.mapTo(panel, QPoint(0, 0)).y() - panel.name_form.mapTo(panel, QPoint(0, 0)).y()

    for _ in range(4):  # until every layout has its say
        QApplication.processEvents()
    before = below()
    QTest.mouseClick(panel.take, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert "sudah dipastikan" in panel.proposal.text()
    assert not panel.take.isVisible()
    assert below() == before


def test_polaritas_diusulkan_lalu_dipastikan(view: SasaranView, bridge: Bridge) -> None:
    row = buka(view, "SK1.IKK2")
    panel = view.indikator
    panel.show_place("polaritas")
    bridge.do(Ubah("indikator_tahun", row.id, {"polaritas_pasti": False}))
    assert "“menurunnya”" in panel.proposal.text()
    panel.take.click()
    baru = ikk(bridge.workspace, "SK1.IKK2")
    assert (baru.polaritas, baru.polaritas_pasti) == ("turun", True)
    assert not panel.take.isVisible()
    bridge.undo()  # one step
    lama = ikk(bridge.workspace, "SK1.IKK2")
    assert (lama.polaritas, lama.polaritas_pasti) == ("naik", False)
    assert panel.take.isVisible()


def test_the_first_key_replaces_the_stand_in_of_a_new_row(qtbot: QtBot, view: SasaranView, bridge: Bridge) -> None:
    for tombol, kelas, kata in (
        (view.add_aim, SasaranTahun, "Meningkatnya tata kelola"),
        (view.add_indicator, IndikatorTahun, "Indeks kepuasan"),
    ):
        QTest.mouseClick(tombol, Qt.MouseButton.LeftButton)
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, kata)
        assert view.commit()
        assert bridge.snapshot.one(kelas, nama=kata) is not None


def test_memilih_tab_mulai_dari_isian_pertama_bukan_yang_terakhir(view: SasaranView, bridge: Bridge) -> None:
    """A new officer typed a target into the field of another indicator, which was hidden meanwhile."""
    angka = view.indikator.figures.fields
    tab = view.indikator.tabs.tabBar()
    angka["pembilang"].editor.setFocus()
    QTest.mouseClick(tab, Qt.MouseButton.LeftButton, pos=tab.tabRect(1).center())
    bridge.do(Ubah("indikator_tahun", ikk(bridge.workspace).id, {"jenis_nilai": "hitungan"}))
    assert not angka["pembilang"].isVisibleTo(view.indikator)
    QTest.mouseClick(tab, Qt.MouseButton.LeftButton, pos=tab.tabRect(0).center())
    assert QApplication.focusWidget() is angka["target"].editor


def test_tanda_kelanjutan_diusulkan_bila_namanya_berbeda(view: SasaranView, bridge: Bridge) -> None:
    row = buka(view, "SK1.IKK1")
    panel = view.indikator
    panel.show_place("kelanjutan")
    assert not panel.mark.isVisible()
    bridge.do(Ubah("indikator_tahun", row.id, {"nama": "Persentase klien dewasa yang bekerja"}))
    assert panel.since.text() == "Berbeda dari tahun 2022: nama indikator."
    QTest.mouseClick(panel.mark, Qt.MouseButton.LeftButton)
    assert ikk(bridge.workspace, "SK1.IKK1").kelanjutan == "diubah"
    assert not panel.mark.isVisible()
    assert bridge.workspace.label_urung.startswith("Ubah dibanding tahun lalu")


def test_bukti_indikator_di_panelnya(
    qtbot: QtBot, view: SasaranView, bridge: Bridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = buka(view, "SK1.IKK1")
    panel = view.indikator
    panel.tabs.setCurrentIndex(3)
    bukti = panel.evidence
    assert bukti.empty.isVisible()
    QTest.mouseClick(bukti.add_button, Qt.MouseButton.LeftButton)
    QTest.keyClicks(bukti.form.fields["nama"].editor, "Daftar klien bekerja")
    assert panel.commit()
    ada = bridge.snapshot.where(Bukti, tahun=2023, indikator_id=row.indikator_id)
    assert [b.nama for b in ada] == ["Daftar klien bekerja"]
    assert bukti.list.item(0).text() == "Daftar klien bekerja"
    buka(view, "SK1.IKK2")  # another indicator has its own
    assert bukti.empty.isVisible()
    buka(view, "SK1.IKK1")
    monkeypatch.setattr("ui.views.bukti_panel.ask", lambda *a, **k: 0)
    QTest.mouseClick(bukti.remove_button, Qt.MouseButton.LeftButton)
    assert bukti.empty.isVisible()
    bridge.undo()
    assert bukti.list.count() == 1


def test_target_dapat_diisi_bersama_cara_mengukurnya(view: SasaranView, bridge: Bridge) -> None:
    buka(view, "SK1.IKK1")
    panel = view.indikator
    panel.tabs.setCurrentIndex(1)
    target = panel.way.fields["target"]
    assert target.isVisible()
    assert not panel.way.fields["target_predikat"].isVisible()
    target.set_text("65")
    assert panel.way.commit()
    assert ikk(bridge.workspace, "SK1.IKK1").target == 65
    assert panel.figures.fields["target"].text() == "65"


def test_satuan_yang_diketik_di_samping_target_tidak_hilang(view: SasaranView, bridge: Bridge) -> None:
    buka(view, "SK1.IKK1")
    view.add_indicator.click()
    panel = view.indikator
    for nama, teks in (("target", "12 Layanan"), ("target", "15 orang")):
        panel.figures.fields[nama].set_text(teks)
        assert panel.figures.commit()
        row = ikk(bridge.workspace, "SK1.IKK4")
        assert (str(row.target), row.satuan) == (teks[:2], "Layanan")  # the first one stays: it is chosen then
    assert bridge.workspace.label_urung.startswith("Ubah target")
    bridge.undo()
    bridge.undo()
    row = ikk(bridge.workspace, "SK1.IKK4")
    assert (row.target, row.satuan) == (None, "")


def test_nothing_jumps_when_a_fraction_becomes_known(qtbot: QtBot, view: SasaranView, bridge: Bridge) -> None:
    row = ikk(bridge.workspace, "SK1.IKK2")
    bridge.do(Ubah("indikator_tahun", row.id, {"pembilang": None, "penyebut": None}))
    buka(view, "SK1.IKK2")
    panel = view.indikator
    field = panel.figures.fields["realisasi"]
    assert field.isVisible()
    for _ in range(4):
        QApplication.processEvents()
    where = panel.measure.y()
    for name, words in (("pembilang", "30"), ("penyebut", "60")):
        panel.figures.focus_column(name)
        editor = panel.figures.fields[name].editor
        QTest.keyClicks(editor, words)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        for _ in range(4):
            QApplication.processEvents()
        assert panel.measure.y() == where, name
    assert field.isVisible()
    line = field.findChild(QLineEdit)
    assert line is not None
    assert line.isReadOnly(), "the fraction is what counts"
    buka(view, "SK1.IKK1")
    buka(view, "SK1.IKK2")
    assert not field.isVisible(), "opened again it is not asked for"
