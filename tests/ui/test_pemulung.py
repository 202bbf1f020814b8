"""Garbage that holds widgets dies on the GUI thread, whoever else is busy."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.jobs import Jobs
from ui.pemulung import Pemulung


@pytest.fixture
def pemulung(qtbot: QtBot) -> Iterator[Pemulung]:
    p = Pemulung()
    yield p
    p.close()


def _putaran(mati: list[threading.Thread]) -> None:
    """A cycle that only the collector can free, and that tells on which thread it was freed."""
    widget = QWidget()
    widget.diri = widget  # type: ignore[attr-defined]  # the cycle
    weakref.finalize(widget, lambda: mati.append(threading.current_thread()))


def _sibuk() -> int:
    """Allocates enough to call the automatic collector many times."""
    return sum(len([[] for _ in range(2000)]) for _ in range(50))


def test_pekerja_yang_sibuk_tidak_memulung_widget(qtbot: QtBot, pemulung: Pemulung) -> None:
    mati: list[threading.Thread] = []
    gc.collect()
    _putaran(mati)
    pekerja = threading.Thread(target=_sibuk)
    pekerja.start()
    pekerja.join()
    assert mati == []
    buangan = [[] for _ in range(2000)]  # type: ignore[var-annotated]  # over the threshold of the youngest
    pemulung.collect()
    assert mati == [threading.main_thread()], len(buangan)


def test_tanpa_pemulung_pekerja_yang_memulung(qtbot: QtBot) -> None:
    mati: list[threading.Thread] = []
    gc.collect()
    gc.enable()
    _putaran(mati)
    pekerja = threading.Thread(target=_sibuk)
    pekerja.start()
    pekerja.join()
    assert mati == [pekerja], "the control: this is what the collector does when it is left alone"


def test_pemulung_yang_ditutup_mengembalikan_pemulungan_otomatis(qtbot: QtBot) -> None:
    p = Pemulung()
    assert not gc.isenabled()
    p.close()
    assert gc.isenabled()


def test_pekerjaan_dilepas_di_benang_jendela(qtbot: QtBot) -> None:
    """What a job closes over is let go on the GUI thread, also when the job was overtaken."""
    mati: list[threading.Thread] = []

    class Isi:
        pass

    jobs = Jobs()
    mulai = threading.Event()
    for nomor in range(3):
        isi = Isi()
        weakref.finalize(isi, lambda: mati.append(threading.current_thread()))

        def kerja(_disusul: object, isi: Isi = isi, nomor: int = nomor) -> int:
            mulai.wait(10)
            return nomor

        jawaban: list[int] = []
        jobs.run("satu", kerja, jawaban.append)
        del isi, kerja
    mulai.set()
    qtbot.waitUntil(lambda: jawaban == [2] and len(mati) == 3)
    assert set(mati) == {threading.main_thread()}
    jobs.close()


def test_what_is_there_when_the_program_has_settled_is_not_looked_at_again(qtbot: QtBot) -> None:
    pemulung = Pemulung()
    mati: list[threading.Thread] = []
    _putaran(mati)
    pemulung.settle()
    assert gc.get_freeze_count() > 0
    gc.collect()
    assert mati == []
    baru: list[threading.Thread] = []
    _putaran(baru)
    gc.collect()
    assert baru == [threading.main_thread()], "what came later is collected as before"
    pemulung.renew()
    assert mati == [threading.main_thread()], "and the rest when another file is opened"
    pemulung.close()
    assert gc.get_freeze_count() == 0
