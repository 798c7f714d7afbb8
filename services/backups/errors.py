"""Why a backup can't be taken, read or restored; nothing of it is left behind."""

from services.errors import AppError


class BackupRefused(AppError):  # noqa: N818 - reads as the fact it names, like all refusals
    """What they have in common."""

    code = "backup-refused"


class BackupNotThere(BackupRefused):
    """`place` holds no finished backup."""

    code = "backup-not-there"


class BackupDamaged(BackupRefused):
    """`file` is not what it was when the backup was taken."""

    code = "backup-damaged"


class BackupNewer(BackupRefused):
    """`version` of the program took it, and this one does not know its format."""

    code = "backup-newer"


class BackupInconsistent(BackupRefused):
    """`promise` does not hold of its rows."""

    code = "backup-inconsistent"


class BackupKeyMissing(BackupRefused):
    code = "backup-key-missing"


class BackupKeyWrong(BackupRefused):
    code = "backup-key-wrong"


class BackupUnderWay(BackupRefused):
    code = "backup-under-way"


class BackupNoRoom(BackupRefused):
    """The disk, or whatever holds `place`, refuses it: `reason`."""

    code = "backup-no-room"


class BackupToolMissing(BackupRefused):
    code = "backup-tool-missing"


class BackupToolOld(BackupRefused):
    """`tool` is of version `found`; the server is of version `needed`."""

    code = "backup-tool-old"


class BackupToolFailed(BackupRefused):
    """`tool` said `reason`."""

    code = "backup-tool-failed"


class DatabaseAway(BackupRefused):
    code = "backup-database-away"


class RestorePlaceTaken(BackupRefused):
    """Something lives in `place` already."""

    code = "restore-place-taken"


class RestoreNeedsServer(BackupRefused):
    """It holds a database of PostgreSQL, and no address for a new one was given."""

    code = "restore-needs-server"


class RestoreNeedsFolder(BackupRefused):
    """It holds a database of SQLite, which needs no server."""

    code = "restore-needs-folder"


class StorageAway(BackupRefused):
    """The documents can't be read or written."""

    code = "backup-storage-away"
