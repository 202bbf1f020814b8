"""One window for one user: a second start hands its file to the first and leaves."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from lkjip_desktop import tempat

#: One that is there may be busy: an impatient second double click meets a window that is still being built.
_WAIT_MS, _ANSWER_MS = 1_500, 10_000
_MOST = 65_536  # bytes of one message


def name() -> str:
    """The name of this user's server, made from the user's own folder of data, so that two users do not meet."""
    return f"lkjip-desktop-{hashlib.sha256(str(tempat.folder_data()).encode()).hexdigest()[:16]}"


class SingleInstance(QObject):
    """`hand_over` asks another window that is there; else `listen` makes this one the first.

    `asked` carries the paths that another start was given; an empty list asks only for the window.
    """

    asked = Signal(list)

    def __init__(self, server_name: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = server_name or name()
        self._server: QLocalServer | None = None

    def hand_over(self, paths: Sequence[str]) -> bool:
        """True when another window has taken the paths. One that does not answer counts as none."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT_MS):
            return False
        socket.write(json.dumps(list(paths)).encode() + b"\n")
        socket.flush()
        answered = socket.waitForReadyRead(_ANSWER_MS) and bytes(socket.readAll().data()).startswith(b"ok")
        socket.disconnectFromServer()
        return answered

    def listen(self) -> bool:
        """Be the first; what a crash left behind under the name is cleared away. False when that fails."""
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(self._name):
            QLocalServer.removeServer(self._name)
            if not server.listen(self._name):
                return False
        server.newConnection.connect(self._connected)
        self._server = server
        return True

    def close(self) -> None:
        """Stop listening; the name is free again."""
        if self._server is not None:
            self._server.close()
            self._server = None

    def _connected(self) -> None:
        if self._server is None:
            return
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setParent(self)
            socket.readyRead.connect(lambda s=socket: self._read(s))
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _MOST:
                socket.abort()
            return
        line = bytes(socket.readLine(_MOST).data())
        try:
            paths = json.loads(line)
        except ValueError:
            paths = None
        if isinstance(paths, list) and all(isinstance(p, str) for p in paths):
            socket.write(b"ok\n")
            socket.flush()
            self.asked.emit(paths)
