"""The tree of sasaran and indicators by keys: many rows, five kinds, found, copied, moved, dragged, taken away."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.commands import Banyak, Perintah, Tambah
from lkjip_desktop.core.tables import Indikator, IndikatorTahun, SasaranTahun
from lkjip_desktop.workspace import Workspace
from tests.ui.conftest import TUNGGU, ikk
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.views.sasaran import SasaranView


@pytest.fixture
def view(qtbot: QtBot, bridge: Bridge) -> SasaranView:
    return tampil(qtbot, bridge)


def tampil(qtbot: QtBot, bridge: Bridge) -> SasaranView:
    v = SasaranView(bridge)
    qtbot.addWidget(v)
    v.resize(900, 700)
    v.show()
    v.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is v, timeout=TUNGGU)
    return v


def fokus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def tekan(tombol: Qt.Key, *ubah: Qt.KeyboardModifier) -> None:
    gabung = Qt.KeyboardModifier.NoModifier
    for u in ubah:
        gabung |= u
    QTest.keyClick(fokus(), tombol, gabung)


CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def ketik(teks: str) -> None:
    assert isinstance(fokus(), QLineEdit | QPlainTextEdit), fokus()
    QTest.keyClicks(fokus(), teks)


@pytest.mark.parametrize(
    ("nama", "jenis", "satuan", "polaritas"),
    [
        ("Persentase klien yang memperoleh pekerjaan", "rasio", "%", "naik"),
        ("Jumlah layanan perkantoran", "hitungan", "Layanan", "naik"),
        ("Indeks kepuasan layanan", "indeks", "Indeks", "naik"),
        ("Rata-rata waktu tunggu", "indeks", "", "turun"),
        ("Predikat SAKIP", "predikat", "Predikat", ""),
    ],
)
def test_lima_jenis_indikator_dengan_papan_ketik(
    view: SasaranView, bridge: Bridge, nama: str, jenis: str, satuan: str, polaritas: str
) -> None:
    view.tree.setFocus()
    tekan(Qt.Key.Key_A, CTRL, SHIFT)
    ketik("Meningkatnya pembimbingan")
    tekan(Qt.Key.Key_I, CTRL, SHIFT)  # also from within a field; what was typed there is stored
    ketik(nama)
    tekan(Qt.Key.Key_Tab)
    row = bridge.snapshot.one(IndikatorTahun, tahun=2023, kode="SK3.IKK1")
    assert row is not None
    assert (row.nama, row.jenis_nilai, row.satuan, row.polaritas) == (nama, jenis, satuan, polaritas)
    assert not row.polaritas_pasti
    sasaran = bridge.snapshot.one(SasaranTahun, tahun=2023, kode="SK3")
    assert sasaran is not None
    assert sasaran.nama == "Meningkatnya pembimbingan"
    bridge.undo()  # one step for the name and all that came with it
    row = bridge.snapshot.one(IndikatorTahun, tahun=2023, kode="SK3.IKK1")
    assert row is not None
    assert (row.nama, row.jenis_nilai, row.satuan) == ("Indikator baru", "hitungan", "")


def test_dari_pohon_ke_isian_dan_ganti_nama(view: SasaranView, bridge: Bridge) -> None:
    row = ikk(bridge.workspace, "SK1.IKK2")
    view.tree.choose("indikator_tahun", row.id)
    view.tree.setFocus()
    tekan(Qt.Key.Key_Return)
    assert fokus() is view.indikator.figures.fields["target"].editor
    view.tree.setFocus()
    tekan(Qt.Key.Key_F2)
    ketik("Nama baru")
    tekan(Qt.Key.Key_Tab)
    assert ikk(bridge.workspace, "SK1.IKK2").nama == "Nama baru"
    assert ikk(bridge.workspace, "SK1.IKK2").satuan == row.satuan  # chosen before: not touched


def test_pindah_gandakan_hapus_dari_pohon(view: SasaranView, bridge: Bridge, monkeypatch: pytest.MonkeyPatch) -> None:
    lama = ikk(bridge.workspace, "SK1.IKK2")
    view.tree.choose("indikator_tahun", lama.id)
    view.tree.setFocus()
    tekan(Qt.Key.Key_Up, ALT, SHIFT)
    assert _urutan(bridge) == ["SK1.IKK2", "SK1.IKK1", "SK1.IKK3"]
    assert view.tree.current() == ("indikator_tahun", lama.id)
    tekan(Qt.Key.Key_D, CTRL)
    ketik("Salinan yang lain")
    tekan(Qt.Key.Key_Tab)
    assert _urutan(bridge) == ["SK1.IKK2", "SK1.IKK4", "SK1.IKK1", "SK1.IKK3"]
    salinan = ikk(bridge.workspace, "SK1.IKK4")
    assert (salinan.nama, salinan.satuan, salinan.target) == ("Salinan yang lain", lama.satuan, lama.target)
    assert (salinan.kelanjutan, salinan.pembilang, salinan.realisasi) == ("baru", None, None)
    assert salinan.indikator_id != lama.indikator_id
    pesan: list[str] = []

    def tanya(_p: object, _t: str, kata: str, *_a: object, **_k: object) -> int:
        pesan.append(kata)
        return 0

    monkeypatch.setattr("ui.views.sasaran_rows.ask", tanya)
    view.tree.choose("indikator_tahun", lama.id)
    view.tree.setFocus()
    tekan(Qt.Key.Key_Delete)
    assert "Tahun 2022 tetap utuh" in pesan[0]
    # The year before knows that it was its last: the check asks for nothing.
    tinggal = bridge.snapshot.get(Indikator, lama.indikator_id)
    assert tinggal is not None
    assert tinggal.tahun_akhir == 2022
    assert not [p for p in bridge.workspace.periksa(2023) if p.aturan == "indikator.hilang"]
    bridge.undo()
    assert bridge.snapshot.get(IndikatorTahun, lama.id) is not None


def _urutan(bridge: Bridge) -> list[str]:
    return [r.kode for r in bridge.snapshot.where(IndikatorTahun, tahun=2023) if r.kode.startswith("SK1")]


def _jatuhkan(view: SasaranView, dari: str, ke: tuple[str, str]) -> None:
    """Drop the chosen row onto another one, as a mouse would."""
    view.tree.choose("indikator_tahun", dari)
    item = view.tree._find(lambda i: (i.data(0, 256), i.data(0, 257)) == ke)
    assert item is not None
    view.tree.scrollToItem(item)
    titik = QPointF(view.tree.visualItemRect(item).center())
    kosong = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    view.tree.dropEvent(QDropEvent(titik, Qt.DropAction.MoveAction, QMimeData(), *kosong))


def test_diseret_ke_tempat_lain_dan_ke_sasaran_lain(view: SasaranView, bridge: Bridge) -> None:
    satu, tiga = ikk(bridge.workspace, "SK1.IKK1"), ikk(bridge.workspace, "SK1.IKK3")
    _jatuhkan(view, tiga.id, ("indikator_tahun", satu.id))
    assert _urutan(bridge) == ["SK1.IKK3", "SK1.IKK1", "SK1.IKK2"]
    assert bridge.workspace.label_urung.startswith("Pindahkan indikator SK1.IKK3")
    # Other years show it below its sasaran as well: refused with the reason.
    lain = bridge.snapshot.one(SasaranTahun, tahun=2023, kode="SK2")
    assert lain is not None
    dikatakan: list[str] = []
    bridge.told.connect(lambda kata, _buruk: dikatakan.append(kata))
    _jatuhkan(view, tiga.id, ("sasaran_tahun", lain.id))
    assert "2022" in dikatakan[0]
    # A new one goes there, with a code of its new place, at the end.
    view.rows.add_indicator()
    baru = ikk(bridge.workspace, "SK1.IKK4")
    _jatuhkan(view, baru.id, ("sasaran_tahun", lain.id))
    pindah = bridge.snapshot.get(IndikatorTahun, baru.id)
    assert pindah is not None
    assert pindah.kode == "SK2.IKK10"
    milik = bridge.snapshot.get(Indikator, baru.indikator_id)
    assert milik is not None
    assert milik.sasaran_id == lain.sasaran_id
    bridge.undo()
    assert ikk(bridge.workspace, "SK1.IKK4").id == baru.id


def test_mencari_di_pohon(view: SasaranView, bridge: Bridge) -> None:
    view.tree.setFocus()
    for huruf in "anak":  # letters go to the line, wherever in a name they stand
        QTest.keyClicks(fokus(), huruf)
    assert view.seek.text() == "anak"
    view.seek.setText("ikk3 pendidikan")
    tampak = [line.words for line, i in zip(view.tree._lines, view.tree._items, strict=True) if not i.isHidden()]
    assert any(w.startswith("SK1.IKK3") for w in tampak)
    assert not any(w.startswith("SK2.") for w in tampak)
    view.seek.setFocus()
    tekan(Qt.Key.Key_Return)
    assert view.tree.current() == ("indikator_tahun", ikk(bridge.workspace, "SK1.IKK3").id)
    assert fokus() is view.tree
    view.seek.setFocus()
    tekan(Qt.Key.Key_Escape)
    assert not any(i.isHidden() for i in view.tree._items)
    assert fokus() is view.tree


def test_kelanjutan_dan_arah_tampak_pada_pohon(view: SasaranView, bridge: Bridge) -> None:
    view.rows.add_indicator()
    baris = next(line.words for line in view.tree._lines if line.words.startswith("SK1.IKK4"))
    assert baris.endswith("· baru")
    assert "SK1.IKK1 ↑ " in next(line.words for line in view.tree._lines if line.words.startswith("SK1.IKK1"))


def test_tiga_ratus_indikator(qtbot: QtBot) -> None:
    """30 sasaran with 300 indicators: a step redraws the tree without being felt."""
    with Workspace.memori("Bapas", 2024) as w:
        perintah: list[Perintah] = []
        for a in range(30):
            perintah.append(Tambah("sasaran", f"s{a}", {"tingkat": "kegiatan"}))
            nilai = {"sasaran_id": f"s{a}", "tahun": 2024, "kode": f"SK{a + 1}", "nama": f"Sasaran ke-{a + 1} " * 6}
            perintah.append(Tambah("sasaran_tahun", f"st{a}", nilai))
            for n in range(10):
                perintah.append(Tambah("indikator", f"i{a}-{n}", {"sasaran_id": f"s{a}"}))
                nilai = {
                    "indikator_id": f"i{a}-{n}",
                    "tahun": 2024,
                    "kode": f"SK{a + 1}.IKK{n + 1}",
                    "nama": f"Persentase klien nomor {a * 10 + n} yang memperoleh pekerjaan",
                    "target": Decimal(60),
                    "polaritas": "naik",
                }
                perintah.append(Tambah("indikator_tahun", f"it{a}-{n}", nilai))
        w.lakukan(Banyak("Isi", tuple(perintah)))
        b = Bridge(w)
        view = tampil(qtbot, b)
        assert view.tree.count() == 330
        assert view.seek.isVisible()
        mulai = time.process_time()
        view.tree.fill(b.snapshot, b.year, b.hasil())
        view.seek.setText("nomor 287")
        assert time.process_time() - mulai < 1.0  # some 20 ms here; a loaded machine must not fail
        view.tree.choose_found()
        assert view.tree.current() == ("indikator_tahun", "it28-7")
        b.close()


def test_kode_indikator_mengikuti_kode_sasarannya(view: SasaranView, bridge: Bridge) -> None:
    sasaran = bridge.snapshot.one(SasaranTahun, tahun=2023, kode="SK1")
    assert sasaran is not None
    view.tree.choose("sasaran_tahun", sasaran.id)
    kode = view.sasaran.form.fields["kode"]
    kode.set_text("SK7")
    assert kode.commit()
    assert [r.kode for r in bridge.snapshot.where(IndikatorTahun, tahun=2023) if r.kode.startswith("SK7")] == [
        "SK7.IKK1",
        "SK7.IKK2",
        "SK7.IKK3",
    ]
    assert bridge.workspace.label_urung.startswith("Ubah kode")
    ikk(bridge.workspace, "SK1.IKK1", 2022)  # other years keep theirs
    bridge.undo()  # one step
    ikk(bridge.workspace, "SK1.IKK3")
    kode.set_text("SK2")  # in use: refused as a whole, and kept as typed
    assert not kode.commit()
    assert kode.text() == "SK2"
    ikk(bridge.workspace, "SK1.IKK1")


def test_nama_memakai_baris_sebanyak_yang_diperlukan(qtbot: QtBot, view: SasaranView, bridge: Bridge) -> None:
    nomor = next(n for n, line in enumerate(view.tree._lines) if line.words.startswith("SK1.IKK1 "))
    item = view.tree._items[nomor]

    def tinggi() -> int:
        return item.sizeHint(0).height()

    sempit = tinggi()
    view.resize(2400, 700)
    qtbot.waitUntil(lambda: tinggi() < sempit, timeout=TUNGGU)


def test_pintasan_berlaku_begitu_layarnya_tampil(qtbot: QtBot, jendela: MainWindow) -> None:
    """Also while the keys are in the list of screens, and on no other screen."""
    layar = jendela.show_screen("sasaran")
    assert isinstance(layar, SasaranView)
    jendela.setFocus()
    QTest.keyClick(jendela, Qt.Key.Key_I, CTRL | SHIFT)
    assert jendela.bridge.workspace.label_urung == "Tambah indikator SK1.IKK4"
    jendela.show_screen("beranda")
    QTest.keyClick(jendela, Qt.Key.Key_I, CTRL | SHIFT)
    assert jendela.bridge.workspace.label_urung == "Tambah indikator SK1.IKK4"


def test_dilepas_di_bawah_baris_sebelumnya_tetap_di_tempatnya(
    view: SasaranView, bridge: Bridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Below the row that it follows it lies already: the row that comes next there is the dragged one itself."""
    di_bawah = QAbstractItemView.DropIndicatorPosition.BelowItem
    monkeypatch.setattr(view.tree, "dropIndicatorPosition", lambda: di_bawah)
    satu, dua, tiga = (ikk(bridge.workspace, f"SK1.IKK{n}") for n in (1, 2, 3))
    _jatuhkan(view, dua.id, ("indikator_tahun", satu.id))
    assert _urutan(bridge) == ["SK1.IKK1", "SK1.IKK2", "SK1.IKK3"]
    assert not bridge.workspace.label_urung
    _jatuhkan(view, satu.id, ("indikator_tahun", tiga.id))
    assert _urutan(bridge) == ["SK1.IKK2", "SK1.IKK3", "SK1.IKK1"]
