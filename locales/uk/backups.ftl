scr-status-backup =
    { $hours ->
        [0] Резервна копія: остання вдала молодша за годину
       *[other] Резервна копія: останній вдалій { $hours } год
    }
scr-status-no-backup = Резервна копія: ще не було
ntf-backup-failed =
    🛟 <b>Нічна резервна копія не вдалася</b>, три спроби з перервою в годину.
    { $reason }
ntf-rehearsal-failed =
    🛟 <b>Резервна копія не відновлюється</b>: щотижнева перевірка не пройшла.
    { $reason }
ntf-rehearsal-fine =
    🛟 <b>Резервна копія відновлюється.</b> Копію від { $taken } ({ $megabytes } МБ) я розгорнув окремо за { $seconds } с: контрольні суми зійшлися, гроші теж. Перевірне місце вже прибрав.
ntf-rehearsal-missing =
    { $count ->
        [one] ⚠️ { $count } документа в сховищі тоді не виявилося.
       *[other] ⚠️ { $count } документів у сховищі тоді не виявилося.
    }
err-backup-refused = Резервну копію не прийнято.
err-backup-not-there = У { $place } немає завершеної резервної копії.
err-backup-damaged = Копію пошкоджено: { $file } уже не той, що був під час її створення. Нічого не відновлено.
err-backup-newer = Копію зробила версія CRM { $version }. Спершу оновіть цю.
err-backup-inconsistent = Копія не в порядку, у ній порушено: { $promise }. Нічого не відновлено.
err-backup-key-missing = Копію зашифровано. Вкажіть у BACKUP_KEY ключ, яким її закрили.
err-backup-key-wrong = Копію закрили іншим ключем: BACKUP_KEY її не відкриває.
err-backup-under-way = Зараз уже робиться інша копія.
err-backup-no-room = Не вдається записати в { $place }: { $reason }.
err-backup-tool-missing = На цій машині немає { $tool }. Встановіть клієнтські програми PostgreSQL.
err-backup-tool-old = { $tool } версії { $found }, а сервер версії { $needed }. Встановіть новіші програми.
err-backup-tool-failed = { $tool } не впорався: { $reason }
err-backup-database-away = База даних недоступна: { $reason }
err-backup-storage-away = Сховище документів недоступне: { $reason }
err-restore-place-taken = { $place } уже зайнято. Копія відновлюється лише на нове місце.
err-restore-needs-server = У копії база PostgreSQL. Назвіть нову в --database-url.
err-restore-needs-folder = У копії база SQLite, вона лягає в папку: приберіть --database-url.
