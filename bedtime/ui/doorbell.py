"""Hears what a second start of Bedtime wishes, on a socket that only this person may use. See `bedtime.handover`."""

import logging

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from bedtime.handover import LONGEST_LINE, OK, wish_in

log = logging.getLogger(__name__)
PATIENCE_MS = 2_000
"""Whoever has said nothing by then is shown out."""


class Doorbell(QObject):
    """`rung` carries the `Wish` of whoever came, once it has been confirmed."""

    rung = Signal(object)

    def __init__(self, at: str) -> None:
        """Deaf as yet; `at` is what `handover.address` gives."""
        super().__init__()
        self._at = at
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)

    def listen(self) -> bool:
        """Hear from now on; false where the computer does not allow it. For the only window: what is there is taken."""
        QLocalServer.removeServer(self._at)
        heard = self._server.listen(self._at)
        if not heard:
            log.warning("No second start can be heard: %s", self._server.errorString())
        return heard

    def be_deaf(self) -> None:
        """Hear nobody any more, and leave nothing behind."""
        self._server.close()

    def _welcome(self) -> None:
        while (visitor := self._server.nextPendingConnection()) is not None:
            patience = QTimer(visitor, singleShot=True, interval=PATIENCE_MS)
            patience.timeout.connect(lambda visitor=visitor: visitor.abort())
            patience.start()
            visitor.disconnected.connect(patience.stop)
            visitor.disconnected.connect(visitor.deleteLater)
            visitor.readyRead.connect(lambda visitor=visitor: self._hear(visitor))
            if visitor.bytesAvailable():
                self._hear(visitor)

    def _hear(self, visitor: QLocalSocket) -> None:
        """Answer a wish; show out whoever says anything else."""
        if not visitor.canReadLine() and visitor.bytesAvailable() < LONGEST_LINE:
            return
        wish = wish_in(bytes(visitor.readLine(LONGEST_LINE).data()))
        if wish is None:
            visitor.abort()
            return
        visitor.write(OK)
        visitor.disconnectFromServer()
        self.rung.emit(wish)
