scr-status-backup =
    { $hours ->
        [0] Резервная копия: последняя удачная моложе часа
       *[other] Резервная копия: последней удачной { $hours } ч
    }
scr-status-no-backup = Резервная копия: ещё не было
ntf-backup-failed =
    🛟 <b>Ночная резервная копия не получилась</b>, три попытки с перерывом в час.
    { $reason }
ntf-rehearsal-failed =
    🛟 <b>Резервная копия не восстанавливается</b>: еженедельная проверка не прошла.
    { $reason }
ntf-rehearsal-fine =
    🛟 <b>Резервная копия восстанавливается.</b> Копию от { $taken } ({ $megabytes } МБ) я развернул отдельно за { $seconds } с: контрольные суммы сошлись, деньги тоже. Проверочное место уже убрал.
ntf-rehearsal-missing =
    { $count ->
        [one] ⚠️ { $count } документа в хранилище тогда не оказалось.
       *[other] ⚠️ { $count } документов в хранилище тогда не оказалось.
    }
err-backup-refused = Резервная копия не принята.
err-backup-not-there = В { $place } нет завершённой резервной копии.
err-backup-damaged = Копия повреждена: { $file } уже не тот, что был при её создании. Ничего не восстановлено.
err-backup-newer = Копию сделала версия CRM { $version }. Сначала обновите эту.
err-backup-inconsistent = Копия не в порядке, в ней нарушено: { $promise }. Ничего не восстановлено.
err-backup-key-missing = Копия зашифрована. Укажите в BACKUP_KEY ключ, которым её закрыли.
err-backup-key-wrong = Копию закрыли другим ключом: BACKUP_KEY её не открывает.
err-backup-under-way = Сейчас уже делается другая копия.
err-backup-no-room = Не удаётся записать в { $place }: { $reason }.
err-backup-tool-missing = На этой машине нет { $tool }. Установите клиентские программы PostgreSQL.
err-backup-tool-old = { $tool } версии { $found }, а сервер версии { $needed }. Установите программы поновее.
err-backup-tool-failed = { $tool } не справился: { $reason }
err-backup-database-away = База данных недоступна: { $reason }
err-backup-storage-away = Хранилище документов недоступно: { $reason }
err-restore-place-taken = { $place } уже занято. Копия восстанавливается только на новое место.
err-restore-needs-server = В копии база PostgreSQL. Назовите новую в --database-url.
err-restore-needs-folder = В копии база SQLite, она ложится в папку: уберите --database-url.
