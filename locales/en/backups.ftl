scr-status-backup =
    { $hours ->
        [0] Backup: the last good one is less than an hour old
       *[other] Backup: the last good one is { $hours } h old
    }
scr-status-no-backup = Backup: none was taken yet
ntf-backup-failed =
    🛟 <b>This night's backup failed</b>, three attempts an hour apart.
    { $reason }
ntf-rehearsal-failed =
    🛟 <b>The backup could not be restored</b>: this week's rehearsal failed.
    { $reason }
ntf-rehearsal-fine =
    🛟 <b>The backup restores.</b> I put up the one of { $taken } ({ $megabytes } MB) in a place apart: it took { $seconds } s, every checksum fits, every sum is right. The copy is gone again.
ntf-rehearsal-missing =
    { $count ->
        [one] ⚠️ { $count } document was in no storage when it was taken.
       *[other] ⚠️ { $count } documents were in no storage when it was taken.
    }
err-backup-refused = The backup was refused.
err-backup-not-there = There is no finished backup in { $place }.
err-backup-damaged = The backup is damaged: { $file } is not what it was when the backup was taken. Nothing was restored.
err-backup-newer = Version { $version } of the CRM took this backup. Update this one first.
err-backup-inconsistent = The backup is not sound, this does not hold of it: { $promise }. Nothing was restored.
err-backup-key-missing = The backup is sealed. Set BACKUP_KEY to the key that sealed it.
err-backup-key-wrong = Another key sealed this backup: BACKUP_KEY does not open it.
err-backup-under-way = Another backup is being taken at this moment.
err-backup-no-room = { $place } can't be written to: { $reason }.
err-backup-tool-missing = { $tool } is not on this machine. Install PostgreSQL's client tools.
err-backup-tool-old = { $tool } is of version { $found }, the server of version { $needed }. Install the newer tools.
err-backup-tool-failed = { $tool } gave up: { $reason }
err-backup-database-away = The database can't be reached: { $reason }
err-backup-storage-away = The documents can't be reached: { $reason }
err-restore-place-taken = { $place } is in use already. A backup is restored into a new place only.
err-restore-needs-server = The backup holds a PostgreSQL database. Name a new one with --database-url.
err-restore-needs-folder = The backup holds an SQLite database, which goes into the folder: leave --database-url out.
