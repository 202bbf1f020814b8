"""Pages that are being built while the user goes on: the newest state wins, nothing bygone is printed or clicked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.commands import Hapus, Ubah
from lkjip_desktop.core.tables import AnggaranBelanja, TargetRenstra
from lkjip_desktop.workspace import Workspace
from tests.ui.conftest import TUNGGU, ikk, tampil
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.widgets.page_view import PageView, Paper
from ui.widgets.preview import Naskah, PreviewPane


class Pintu:
    """Holds builds back at a door until it is opened; tells which papers were begun."""

    def __init__(self, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
        self.buka = threading.Event()
        self.mulai: list[str] = []
        asli = workspace.bangun_dari

        def bangun(snapshot: Any, jenis: str, tahun: int, **pilihan: Any) -> Any:
            self.mulai.append(f"{pilihan.get('bagian') or jenis} {tahun}")
            self.buka.wait(TUNGGU / 1000)
            return asli(snapshot, jenis, tahun, **pilihan)

        monkeypatch.setattr(workspace, "bangun_dari", bangun)


@pytest.fixture
def pratinjau(qtbot: QtBot, bridge: Bridge) -> PreviewPane:
    pane = PreviewPane(bridge)
    qtbot.addWidget(pane, before_close_func=lambda w: w.close_jobs())
    pane.naskah = Naskah("surat")
    pane.resize(420, 640)
    pane.show()
    qtbot.waitUntil(lambda: not pane.stale, timeout=TUNGGU)
    return pane


@pytest.fixture
def pintu(pratinjau: PreviewPane, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pintu]:
    p = Pintu(pratinjau.bridge.workspace, monkeypatch)
    yield p
    p.buka.set()


def siap(qtbot: QtBot, pane: PreviewPane) -> None:
    qtbot.waitUntil(lambda: not pane.stale, timeout=TUNGGU)


def teks(pane: PreviewPane) -> str:
    return "\n".join(Workspace.teks_halaman(pane.paper.content))


def catat(pane: PreviewPane, monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Every paper that comes on view from now on."""
    ada: list[bytes] = []
    asli = pane.pages.set_paper

    def taruh(paper: Paper) -> None:
        ada.append(paper.content)
        asli(paper)

    monkeypatch.setattr(pane.pages, "set_paper", taruh)
    return ada


def pencetak(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What goes to the printer from now on."""
    ada: list[bytes] = []

    def cetak(_pane: object, _judul: str, isi: bytes, *_lain: object) -> str:
        ada.append(isi)
        return ""

    monkeypatch.setattr("ui.printing.ask_and_print", cetak)
    return ada


def test_pages_of_a_state_that_was_overtaken_are_not_the_newest(
    qtbot: QtBot, pratinjau: PreviewPane, pintu: Pintu, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the end of a build and the start of the next one nothing of it is printed."""
    tercetak = pencetak(monkeypatch)
    bridge = pratinjau.bridge
    row = next(iter(bridge.snapshot.tabel["surat"].values()))
    bridge.do(Ubah("surat", row.id, {"perihal": "Perihal pertama"}))
    qtbot.waitUntil(lambda: len(pintu.mulai) == 1, timeout=TUNGGU)
    bridge.do(Ubah("surat", row.id, {"perihal": "Perihal kedua"}))
    pintu.buka.set()
    qtbot.waitUntil(lambda: "Perihal pertama" in teks(pratinjau), timeout=TUNGGU)
    assert pratinjau.stale
    pratinjau.print()
    assert tercetak == []
    siap(qtbot, pratinjau)
    assert len(tercetak) == 1
    assert "Perihal kedua" in "".join(Workspace.teks_halaman(tercetak[0]))


def test_a_chapter_that_was_left_never_comes_on_view(
    qtbot: QtBot, pratinjau: PreviewPane, pintu: Pintu, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = catat(pratinjau, monkeypatch)
    for bagian in ("bab1", "bab2", "bab4", "ikhtisar"):
        pratinjau.show_naskah(Naskah("lkjip", bagian))
        pratinjau._timer.timeout.emit()  # each is begun
    qtbot.waitUntil(lambda: bool(pintu.mulai), timeout=TUNGGU)
    pintu.buka.set()
    siap(qtbot, pratinjau)
    assert len(ada) == 1
    assert "IKHTISAR EKSEKUTIF" in teks(pratinjau)


def test_pages_of_another_year_are_covered_and_not_clicked(qtbot: QtBot, pratinjau: PreviewPane, pintu: Pintu) -> None:
    h = pratinjau.paper.hits[0]
    kena: list[tuple[str, str, str]] = []
    pratinjau.bridge.wanted.connect(lambda *a: kena.append(a))
    tempat = pratinjau.pages._to_view(h.halaman, pratinjau.pages._hit_rect(h)).center().toPoint()
    QTest.mouseClick(pratinjau.pages.viewport(), Qt.MouseButton.LeftButton, pos=tempat)
    assert kena == [(h.asal.tabel, h.asal.kunci, h.asal.kolom)]
    pratinjau.bridge.set_year(2022)
    QTest.mouseClick(pratinjau.pages.viewport(), Qt.MouseButton.LeftButton, pos=tempat)
    assert len(kena) == 1
    pintu.buka.set()
    siap(qtbot, pratinjau)
    assert pintu.mulai[-1] == "surat 2022"
    assert not pratinjau.pages._veiled


def test_a_row_that_is_gone_is_said_to_be_gone(qtbot: QtBot, pratinjau: PreviewPane) -> None:
    pratinjau.show_naskah(Naskah("lkjip", "ikhtisar"))
    siap(qtbot, pratinjau)
    row = ikk(pratinjau.bridge.workspace, "SK2.IKK9")
    kata: list[str] = []
    pratinjau.bridge.told.connect(lambda words, _bad: kata.append(words))
    pratinjau.bridge.do(Hapus("indikator_tahun", row.id))
    pratinjau.pages.hit.emit("indikator_tahun", row.id, "nama")
    assert "sudah dihapus" in kata[-1]


def test_a_figure_of_last_year_opens_its_year(qtbot: QtBot, pratinjau: PreviewPane) -> None:
    bridge = pratinjau.bridge
    kena: list[tuple[str, str, str]] = []
    kata: list[str] = []
    bridge.wanted.connect(lambda *a: kena.append(a))
    bridge.told.connect(lambda words, _bad: kata.append(words))
    row = bridge.snapshot.where(AnggaranBelanja, tahun=2022)[0]
    pratinjau.pages.hit.emit("anggaran_belanja", row.id, "pagu")
    assert bridge.year == 2022
    assert kena == [("anggaran_belanja", row.id, "pagu")]
    assert "milik tahun 2022" in kata[-1]
    target = next(r for r in bridge.snapshot.rows(TargetRenstra) if r.tahun == 2024)
    pratinjau.pages.hit.emit("target_renstra", target.id, "nilai")  # all years of a plan stand in one table
    assert kena[-1] == ("target_renstra", target.id, "nilai")
    assert bridge.year == 2022


def test_another_file_while_a_build_is_under_way(qtbot: QtBot, pratinjau: PreviewPane, pintu: Pintu) -> None:
    """The build of the closed file ends without a fault; nothing of that file stays on view."""
    bridge, lama = pratinjau.bridge, pratinjau.paper.content
    pratinjau.show_naskah(Naskah("lkjip", "lampiran"))
    qtbot.waitUntil(lambda: bool(pintu.mulai), timeout=TUNGGU)
    lain = Workspace.contoh_memori()
    row = next(iter(lain.snapshot.tabel["identitas"].values()))
    lain.lakukan(Ubah("identitas", row.id, {"nama": "Bapas Kelas I Lain"}))
    bridge.open(lain)
    assert not pratinjau.paper.sizes
    pintu.buka.set()
    pratinjau.show_naskah(Naskah("lkjip", "bab1"))
    siap(qtbot, pratinjau)
    assert pratinjau.paper.content != lama
    assert "Bapas Kelas I Lain" in teks(pratinjau)
    lain.tutup()


def test_a_long_build_can_be_ended(qtbot: QtBot, pratinjau: PreviewPane, pintu: Pintu) -> None:
    qtbot.waitUntil(lambda: pratinjau.chooser.count() > 0, timeout=TUNGGU)
    pratinjau.show_naskah(Naskah("lkjip"))
    qtbot.waitUntil(lambda: pratinjau.busy.isVisible(), timeout=TUNGGU)
    pintu.buka.set()
    QTest.mouseClick(pratinjau.busy.stop, Qt.MouseButton.LeftButton)
    assert pratinjau.naskah == Naskah("surat")
    assert pratinjau.chooser.currentText() == "Surat pengantar"
    siap(qtbot, pratinjau)
    assert len(pratinjau.paper.sizes) == 1
    assert not pratinjau.busy.isVisible()


def test_what_could_not_be_built_is_not_printed_from_before(
    qtbot: QtBot, pratinjau: PreviewPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    tercetak = pencetak(monkeypatch)
    pratinjau.show_naskah(Naskah("pk", pk_id="tidak-ada"))
    pratinjau.print()
    siap(qtbot, pratinjau)
    pratinjau.print()
    pratinjau.show_naskah(Naskah("surat"))
    siap(qtbot, pratinjau)
    assert tercetak == []
    pratinjau.print()
    assert len(tercetak) == 1


def test_closing_the_window_in_the_midst_of_a_build(qtbot: QtBot, berkas: Path) -> None:
    sebelum = set(threading.enumerate())
    jendela = tampil(qtbot, MainWindow(Workspace.buka(berkas)))
    jendela.preview.show_naskah(Naskah("lkjip"))
    jendela.preview._timer.timeout.emit()
    jendela.preview.pages.set_zoom(150)
    jendela.close()
    # A build that nobody ends is left behind, at work, when the patience with it is over.
    assert [t for t in threading.enumerate() if t not in sebelum and t.name == "kerja-latar"] == []
    jendela.deleteLater()
    Workspace.buka(berkas).tutup()  # the file is free


# ---------------------------------------------------------------------------------------------------- pages alone
def kertas(banyak: int) -> Paper:
    return Paper(b"%" + bytes(8), ((595.0, 842.0),) * banyak)


@pytest.fixture
def halaman(qtbot: QtBot) -> Callable[[Callable[[bytes, int, float], QImage]], PageView]:
    def buat(raster: Callable[[bytes, int, float], QImage]) -> PageView:
        view = PageView(raster)
        qtbot.addWidget(view, before_close_func=lambda w: w.close_jobs())
        view.resize(700, 700)
        view.show()
        return view

    return buat


def gambar(_pdf: bytes, _n: int, dpi: float) -> QImage:
    return QImage(round(595 * dpi / 72), round(842 * dpi / 72), QImage.Format.Format_RGB888)


def tergambar(view: PageView, n: int) -> bool:
    return view.image(n) is not None


def test_two_hundred_page_turns_do_not_fill_the_memory(
    qtbot: QtBot, halaman: Callable[[Callable[[bytes, int, float], QImage]], PageView]
) -> None:
    view = halaman(gambar)
    view.set_paper(kertas(200))
    view.set_zoom(150)
    for n in range(200):
        view.go_to_page(n)
        if n % 5 == 0:
            qtbot.waitUntil(partial(tergambar, view, n), timeout=TUNGGU)
    satu = gambar(b"", 0, 150 * 96 / 100).sizeInBytes()
    assert view._pictures.kept_bytes() <= 48_000_000 + 3 * satu
    view.set_paper(kertas(200))  # the next build: pictures of the one before stand in for what is seen
    assert view._pictures.kept_bytes() <= 48_000_000 + 3 * satu


def test_scrolling_does_not_start_a_page_anew_and_leafing_passes_pages_by(
    qtbot: QtBot, halaman: Callable[[Callable[[bytes, int, float], QImage]], PageView]
) -> None:
    buka, terlukis = threading.Event(), []

    def lambat(pdf: bytes, n: int, dpi: float) -> QImage:
        terlukis.append(n)
        buka.wait(TUNGGU / 1000)
        return gambar(pdf, n, dpi)

    view = halaman(lambat)
    view.set_paper(kertas(60))
    qtbot.waitUntil(lambda: bool(terlukis), timeout=TUNGGU)
    for y in range(1, 30):
        view.verticalScrollBar().setValue(y)
    for n in range(60):
        view.go_to_page(n)
    buka.set()
    qtbot.waitUntil(lambda: view.image(59) is not None, timeout=TUNGGU)
    assert terlukis.count(0) == 1
    assert len(terlukis) < 6
    view.go_to_page(30)
    qtbot.waitUntil(lambda: view.image(30) is not None, timeout=TUNGGU)


def test_a_zoom_while_a_page_is_drawn_is_drawn_at_last(
    qtbot: QtBot, halaman: Callable[[Callable[[bytes, int, float], QImage]], PageView]
) -> None:
    view = halaman(gambar)
    view.set_paper(kertas(3))
    for zoom in (50, 200, 80, 300, 100):
        view.set_zoom(zoom)
    lebar = round(595 * 96 / 72)
    qtbot.waitUntil(lambda: (i := view.image(0)) is not None and abs(i.width() - lebar) < 2, timeout=TUNGGU)


def test_a_window_that_comes_to_a_finer_screen_draws_its_pages_finer(
    qtbot: QtBot, halaman: Callable[[Callable[[bytes, int, float], QImage]], PageView], monkeypatch: pytest.MonkeyPatch
) -> None:
    view = halaman(gambar)
    view.set_paper(kertas(1))
    qtbot.waitUntil(lambda: view.image(0) is not None, timeout=TUNGGU)
    lebar = (view.image(0) or QImage()).width()
    monkeypatch.setattr(view, "devicePixelRatioF", lambda: 2.0)
    QApplication.sendEvent(view, QEvent(QEvent.Type.DevicePixelRatioChange))
    qtbot.waitUntil(lambda: (i := view.image(0)) is not None and abs(i.width() - 2 * lebar) < 3, timeout=TUNGGU)


def test_drawing_the_mouse_over_a_page_is_no_click(
    qtbot: QtBot, halaman: Callable[[Callable[[bytes, int, float], QImage]], PageView]
) -> None:
    from lkjip_desktop.report.blocks import Asal, Hit

    view = halaman(gambar)
    kena: list[str] = []
    view.hit.connect(lambda t, _k, _c: kena.append(t))
    view.set_paper(Paper(b"x", ((595.0, 842.0),), (Hit(0, 100, 600, 300, 800, Asal("surat", "a", "isi")),)))
    tempat = view._to_view(0, view._hit_rect(view.paper.hits[0])).center().toPoint()
    lihat = view.viewport()
    QTest.mousePress(lihat, Qt.MouseButton.LeftButton, pos=tempat + QPoint(0, 200))
    QTest.mouseRelease(lihat, Qt.MouseButton.LeftButton, pos=tempat)
    assert kena == []
    QTest.mouseClick(lihat, Qt.MouseButton.LeftButton, pos=tempat)
    assert kena == ["surat"]
    assert view._hit_at(QPointF(tempat)) is not None
