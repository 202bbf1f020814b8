"""Aturan: every rule set can be read and changed as fields and tables; what could not be read is refused."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTableWidgetItem
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.aturan import aturan_tahun
from lkjip_desktop.core.tables import AturanBaris
from ui.bridge import Bridge
from ui.views.aturan import AturanView
from ui.views.aturan_bagian import PartsTable
from ui.widgets.choices import ChoiceField
from ui.widgets.field import Field
from ui.widgets.json_table import JsonTable


@pytest.fixture
def view(qtbot: QtBot, bridge: Bridge) -> AturanView:
    v = AturanView(bridge)
    qtbot.addWidget(v)
    v.resize(800, 640)
    v.show()
    return v


def buka(view: AturanView, jenis: str) -> AturanBaris:
    row = view.bridge.snapshot.where(AturanBaris, jenis=jenis)[-1]
    assert view.records.choose(row.id)
    return row


def isian(view: AturanView, nama: str) -> Field:
    return next(f for f in view.editor._fields if f.column.name == nama)


def test_pembulatan_kantor_mengubah_hasil(view: AturanView, bridge: Bridge) -> None:
    """Under P2 the first IKK prints 82,10% (golden numbers of issue HOUSE)."""
    buka(view, "pengukuran")
    pembulatan = isian(view, "pembulatan")
    assert isinstance(pembulatan, ChoiceField)
    pembulatan.combo.setCurrentIndex(pembulatan.combo.findData("P2"))
    pembulatan.combo.activated.emit(pembulatan.combo.currentIndex())
    hasil = bridge.hasil()
    assert hasil is not None
    assert hasil.indikator[0].capaian.cetak == "82,10%"
    bridge.undo()
    assert pembulatan.column.name == "pembulatan"
    assert isian(view, "pembulatan").text() == "P1"


def test_batas_capaian_dan_kosong(view: AturanView, bridge: Bridge) -> None:
    buka(view, "pengukuran")
    batas = isian(view, "batas")
    batas.set_text("110")
    assert batas.commit()
    assert str(aturan_tahun(bridge.snapshot, 2023).pengukuran.batas) == "110"
    batas.set_text("")
    assert batas.commit()
    assert aturan_tahun(bridge.snapshot, 2023).pengukuran.batas is None


def test_bobot_dalam_tabel(qtbot: QtBot, view: AturanView, bridge: Bridge) -> None:
    row = view.bridge.snapshot.where(AturanBaris, jenis="smart")[0]
    view.records.choose(row.id)
    table = view.editor.findChild(JsonTable)
    assert table is not None
    kolom = [table.table.horizontalHeaderItem(j).text() for j in range(table.table.columnCount())]  # type: ignore[union-attr]  # all are named
    assert kolom[:2] == ["Kode", "Nama"]
    j = kolom.index("Bobot")
    table.table.setItem(0, j, QTableWidgetItem("43,6"))
    assert bridge.snapshot.get(AturanBaris, row.id) == row  # weights that make 100,1 are not stored
    assert table._line.text().startswith("⚠ Belum tersimpan.")
    table.table.setItem(1, j, QTableWidgetItem("28,5"))
    assert table._line.text() == ""
    baru = bridge.snapshot.get(AturanBaris, row.id)
    assert baru is not None
    assert json.loads(baru.isi)["komponen"][0]["bobot"] == "43.6"
    table.table.setItem(0, j, QTableWidgetItem("banyak"))
    sesudah = bridge.snapshot.get(AturanBaris, row.id)
    assert sesudah is not None
    assert sesudah.isi == baru.isi  # a rule that cannot be read is not stored


def test_setiap_aturan_terbuka_dan_tanpa_isi_mentah(view: AturanView, bridge: Bridge) -> None:
    for row in bridge.snapshot.rows(AturanBaris):
        assert view.records.choose(row.id)
        assert view.editor._fields or view.editor.findChild(JsonTable), row.jenis
        kata = " ".join(label.text() for label in view.editor.findChildren(QLabel))
        assert '{"' not in kata
    assert view.commit()
    assert bridge.workspace.label_urung == ""


def test_versi_baru_untuk_tahun_ini(view: AturanView, bridge: Bridge) -> None:
    row = buka(view, "gabungan")
    view.again.click()
    baru = view.bridge.snapshot.get(AturanBaris, view.records.current())
    assert baru is not None
    assert baru.id != row.id
    assert (baru.jenis, baru.berlaku_dari, baru.isi, baru.terkonfirmasi) == ("gabungan", "2023", row.isi, False)
    smart = isian(view, "smart")
    smart.set_text("50")
    assert not smart.commit()  # 50 and 40 do not make a hundred
    assert smart.text() == "50"
    ikpa = isian(view, "ikpa")
    ikpa.set_text("50")
    assert ikpa.commit()
    assert not smart.dirty
    gabungan = aturan_tahun(bridge.snapshot, 2023).gabungan
    assert gabungan is not None
    assert (str(gabungan.smart), str(gabungan.ikpa)) == ("50", "50")
    assert aturan_tahun(bridge.snapshot, 2022).gabungan != gabungan


def test_ceklis_menurut_kelompok(view: AturanView) -> None:
    buka(view, "ceklis_reviu")
    tabel: list[JsonTable] = view.editor.findChildren(JsonTable)
    assert [t.table.rowCount() for t in tabel] == [6, 7, 10]  # domain.md section 6
    assert tabel[0].table.item(0, 0) is not None
    assert Qt.ItemFlag.ItemIsEditable in tabel[0].table.item(0, 0).flags()  # type: ignore[union-attr]  # just seen


def test_kembali_ke_bawaan_dan_hapus_versi(
    qtbot: QtBot, view: AturanView, bridge: Bridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.views.aturan.ask", lambda *a, **k: 0)
    asli = buka(view, "pengukuran")
    assert not view.remove.isEnabled()  # the only version of its kind stays
    pilih = isian(view, "pembulatan")
    assert isinstance(pilih, ChoiceField)
    pilih.set_text("P2")
    pilih.commit()
    assert aturan_tahun(bridge.snapshot, 2023).pengukuran.pembulatan == "P2"
    view.reset.click()
    assert aturan_tahun(bridge.snapshot, 2023).pengukuran.pembulatan == "P1"
    assert json.loads(bridge.snapshot.get(AturanBaris, asli.id).isi) == json.loads(asli.isi)  # type: ignore[union-attr]
    bridge.undo()
    assert aturan_tahun(bridge.snapshot, 2023).pengukuran.pembulatan == "P2"
    bridge.undo()

    view.again.click()
    assert len(bridge.snapshot.where(AturanBaris, jenis="pengukuran")) == 2
    assert view.remove.isEnabled()
    view.remove.click()
    assert bridge.snapshot.where(AturanBaris, jenis="pengukuran") == (asli,)


def test_bagian_laporan_disembunyikan_diberi_judul_dan_dipindah(view: AturanView, bridge: Bridge) -> None:
    buka(view, "cetak")
    bagian = view.editor.findChild(PartsTable)
    assert isinstance(bagian, PartsTable)
    bagian._items["bab1.isu_strategis"].setCheckState(0, Qt.CheckState.Unchecked)
    bagian._items["bab1.latar_belakang"].setText(1, "UMUM")
    bagian.tree.setCurrentItem(bagian._items["bab3.kinerja_anggaran"])
    bagian.move_part(-1)
    cetak = aturan_tahun(bridge.snapshot, 2023).cetak
    assert cetak.sembunyi == ("bab1.isu_strategis",)
    assert dict(cetak.judul) == {"bab1.latar_belakang": "UMUM"}
    assert cetak.urutan.index("bab3.kinerja_anggaran") < cetak.urutan.index("bab3.anggaran")
    bagian.move_part(1)
    assert aturan_tahun(bridge.snapshot, 2023).cetak.urutan == ()  # the program's own order is no order of the office


def test_musim_disebut_dengan_kata_orang(view: AturanView, bridge: Bridge) -> None:
    buka(view, "musim")
    tabel = view.editor.findChild(JsonTable)
    assert isinstance(tabel, JsonTable)
    isi = [[x.text() if (x := tabel.table.item(i, j)) else "" for j in range(3)] for i in range(tabel.table.rowCount())]
    assert ["Indikator menurut tahun", "Realisasi", "12"] in isi
    baris = isi.index(["Indikator menurut tahun", "Realisasi", "12"])
    sel = tabel.table.item(baris, 2)
    assert sel is not None
    sel.setText("10")
    butir = aturan_tahun(bridge.snapshot, 2023).musim.butir
    assert [m.bulan for m in butir if (m.tabel, m.kolom) == ("indikator_tahun", "realisasi")] == [10]


def test_kode_aturan_disebut_dengan_kata(view: AturanView, bridge: Bridge) -> None:
    buka(view, "tenggat")
    tabel = view.editor.findChild(JsonTable)
    assert isinstance(tabel, JsonTable)
    assert "Setiap bulan" in {str(r.get("jenis")) for r in tabel.rows()}
    at = next(i for i, r in enumerate(tabel.rows()) if r.get("jenis") == "Setiap bulan")
    kolom = list(tabel.rows()[at]).index("jenis")
    sel = tabel.table.item(at, kolom)
    assert sel is not None
    sel.setText("setiap tahun")
    assert aturan_tahun(bridge.snapshot, 2023).tenggat[at].jenis == "tahunan"


def test_angka_selebar_angka(qtbot: QtBot, view: AturanView) -> None:
    buka(view, "pengukuran")
    number = isian(view, "batas")
    qtbot.waitUntil(lambda: 0 < number.editor.width() < number.width() / 3)
    label = number._label
    assert label.width() > label.fontMetrics().horizontalAdvance(label.text()), "its label in one line"


def test_nama_aturan_tidak_terpotong(qtbot: QtBot, view: AturanView) -> None:
    """A name that is a little too long for its line goes on in the next one."""
    daftar = view.records.list
    for lebar in (210, 230, 260):
        daftar.setFixedWidth(lebar)
        QApplication.processEvents()
        satu = daftar.visualItemRect(daftar.item(0)).height()  # a short name
        for i in range(daftar.count()):
            kotak = daftar.visualItemRect(daftar.item(i))
            assert kotak.width() <= daftar.viewport().width()
            if daftar.fontMetrics().horizontalAdvance(daftar.item(i).text()) > kotak.width() - 6:
                assert kotak.height() > satu, daftar.item(i).text()
        assert daftar.item(0).toolTip()
