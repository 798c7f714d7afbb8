"""Files sealed in the format of age (age-encryption.org): its own tool opens them too, wherever they end up."""

from typing import BinaryIO

import pyrage

from services.backups.errors import BackupDamaged, BackupKeyWrong


def new_key() -> str:
    return str(pyrage.x25519.Identity.generate())


class Cipher:
    """`key` is an age identity: it opens, and what is derived from it seals. A wrong one is a ValueError."""

    def __init__(self, key: str) -> None:
        try:
            self._identity = pyrage.x25519.Identity.from_str(key)
        except pyrage.IdentityError as error:
            raise ValueError("not a key of age, which begins with AGE-SECRET-KEY-1") from error
        self.secret = key.encode()
        self.recipient = str(self._identity.to_public())

    def seal(self, source: BinaryIO, target: BinaryIO) -> None:
        pyrage.encrypt_io(source, target, [self._identity.to_public()])

    def open(self, source: BinaryIO, target: BinaryIO, *, name: str) -> None:
        try:
            pyrage.decrypt_io(source, target, [self._identity])
        except pyrage.DecryptError as error:
            raise BackupKeyWrong from error
        except OSError as error:
            if error.errno is not None:
                raise
            raise BackupDamaged(file=name) from error
