"""Work in the background: the newest wins, answers come on the GUI thread, faults are told."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from lkjip_desktop.errors import Ditolak, LkjipError
from ui.crash import CrashDialog, rincian
from ui.jobs import Jobs


@pytest.fixture
def jobs(qtbot: QtBot) -> Jobs:
    return Jobs()


def test_hanya_yang_terbaru_dijawab(qtbot: QtBot, jobs: Jobs) -> None:
    mulai, boleh = threading.Event(), threading.Event()
    terlampaui: list[bool] = []
    jawaban: list[object] = []

    def lama(overtaken: Callable[[], bool]) -> str:
        mulai.set()
        boleh.wait(10)
        terlampaui.append(overtaken())
        return "lama"

    jobs.run("satu", lama, jawaban.append)
    assert mulai.wait(10)
    jobs.run("satu", lambda _o: "antre", jawaban.append)
    jobs.run("satu", lambda _o: "baru", jawaban.append)
    jobs.run("dua", lambda _o: "jalur lain", jawaban.append)
    boleh.set()
    qtbot.waitUntil(lambda: len(jawaban) == 2)
    assert jawaban == ["baru", "jalur lain"]
    assert terlampaui == [True]
    jobs.close()


def test_jawaban_di_utas_jendela_dan_pekerjaan_di_utas_lain(qtbot: QtBot, jobs: Jobs) -> None:
    di: list[object] = []
    jobs.run("x", lambda _o: QThread.currentThread(), lambda t: di.extend((t, QThread.currentThread())))
    qtbot.waitUntil(lambda: len(di) == 2)
    app = QApplication.instance()
    assert app is not None
    assert di[0] is not app.thread()
    assert di[1] is app.thread()
    jobs.close()


def test_penolakan_sampai_sebagai_kalimat(qtbot: QtBot, jobs: Jobs) -> None:
    kata: list[str] = []

    def tolak(_o: Callable[[], bool]) -> None:
        raise Ditolak("Tahun 2050 belum ada.")

    def gagal(galat: LkjipError) -> None:
        kata.append(str(galat))

    jobs.run("x", tolak, lambda _a: None, gagal)
    qtbot.waitUntil(lambda: bool(kata))
    assert kata == ["Tahun 2050 belum ada."]
    jobs.close()


def test_setelah_ditutup_tidak_ada_jawaban_lagi(qtbot: QtBot, jobs: Jobs) -> None:
    jawaban: list[object] = []
    jobs.run("x", lambda _o: 1, jawaban.append)
    jobs.close()
    jobs.run("x", lambda _o: 2, jawaban.append)
    QApplication.processEvents()
    assert jawaban == []


def test_rincian_kesalahan_tanpa_isi_data(qtbot: QtBot) -> None:
    try:
        raise KeyError("Siti Rahayu")
    except KeyError as galat:
        isi = rincian(KeyError, galat, galat.__traceback__)
    assert "KeyError" in isi
    assert "test_latar.py" in isi
    assert "Siti" not in isi
    dialog = CrashDialog(isi)
    qtbot.addWidget(dialog)
    teks = dialog.findChild(QPlainTextEdit)
    assert teks is not None
    assert teks.toPlainText() == isi
