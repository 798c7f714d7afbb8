btn-refresh = 🔄 Оновити
scr-status-title = 🩺 <b>Як працює система</b>
scr-status-inbox =
    { $count ->
        [0] Отримано: все опрацьовано
        [one] Отримано: чекає { $count } повідомлення, найдовше { $seconds } с
        [few] Отримано: чекають { $count } повідомлення, найдовше { $seconds } с
       *[other] Отримано: чекають { $count } повідомлень, найдовше { $seconds } с
    }
scr-status-outgoing =
    { $count ->
        [0] До надсилання: нічого не чекає
        [one] До надсилання: чекає { $count } повідомлення, найдовше { $seconds } с
        [few] До надсилання: чекають { $count } повідомлення, найдовше { $seconds } с
       *[other] До надсилання: чекають { $count } повідомлень, найдовше { $seconds } с
    }
scr-status-dead-updates =
    { $count ->
        [0] Відкладено після помилок: нічого
        [one] Відкладено після помилок: { $count } повідомлення
        [few] Відкладено після помилок: { $count } повідомлення
       *[other] Відкладено після помилок: { $count } повідомлень
    }
scr-status-dead-events =
    { $count ->
        [0] Не вдалося у фоні: нічого
        [one] Не вдалося у фоні: { $count } завдання
        [few] Не вдалося у фоні: { $count } завдання
       *[other] Не вдалося у фоні: { $count } завдань
    }
scr-status-dead-reminders =
    { $count ->
        [one] Нагадування: { $count } не сказано
       *[other] Нагадування: не сказано { $count }
    }
scr-status-events =
    { $count ->
        [0] Фонова робота: нічого не чекає
        [one] Фонова робота: чекає { $count } подія, найдовше { $seconds } с
        [few] Фонова робота: чекають { $count } події, найдовше { $seconds } с
       *[other] Фонова робота: чекають { $count } подій, найдовше { $seconds } с
    }
scr-status-part-fine = 🟢 { $part }: працює
scr-status-part-fine-ms = 🟢 { $part }: { $latency } мс
scr-status-part-failing = 🔴 { $part }: не відповідає
scr-status-part-off = ⚪️ { $part }: не підключено
scr-status-part-silent = 🟡 { $part }: немає звістки { $seconds } с
status-part-database = база даних
status-part-relay = фонова робота
status-part-scheduler = розклад
status-part-telegram = Telegram
status-part-model = ШІ
status-part-storage = сховище файлів
scr-status-version = Версія { $version }
btn-status = 🩺 Як справи
ntf-backlog = 🐢 <b>Система відстає</b>
ntf-backlog-inbox =
    { $count ->
        [one] { $count } повідомлення чекає на відповідь уже { $seconds } с
        [few] { $count } повідомлення чекають на відповідь, найдовше { $seconds } с
       *[other] { $count } повідомлень чекають на відповідь, найдовше { $seconds } с
    }
ntf-backlog-dialogue =
    { $count ->
        [one] { $count } відповідь не надіслано вже { $seconds } с
        [few] { $count } відповіді не надіслано, найдовше { $seconds } с
       *[other] { $count } відповідей не надіслано, найдовше { $seconds } с
    }
ntf-backlog-events =
    { $count ->
        [one] { $count } подію не опрацьовано вже { $seconds } с
        [few] { $count } події не опрацьовано, найдовше { $seconds } с
       *[other] { $count } подій не опрацьовано, найдовше { $seconds } с
    }
ntf-backlog-over = ✅ Система знову встигає. Відставала з { $since }.
