btn-refresh = 🔄 Обновить
scr-status-title = 🩺 <b>Как работает система</b>
scr-status-inbox =
    { $count ->
        [0] Получено: всё обработано
        [one] Получено: ждёт { $count } сообщение, дольше всех { $seconds } с
        [few] Получено: ждут { $count } сообщения, дольше всех { $seconds } с
       *[other] Получено: ждут { $count } сообщений, дольше всех { $seconds } с
    }
scr-status-outgoing =
    { $count ->
        [0] К отправке: ничего не ждёт
        [one] К отправке: ждёт { $count } сообщение, дольше всех { $seconds } с
        [few] К отправке: ждут { $count } сообщения, дольше всех { $seconds } с
       *[other] К отправке: ждут { $count } сообщений, дольше всех { $seconds } с
    }
scr-status-dead-updates =
    { $count ->
        [0] Отложено после ошибок: ничего
        [one] Отложено после ошибок: { $count } сообщение
        [few] Отложено после ошибок: { $count } сообщения
       *[other] Отложено после ошибок: { $count } сообщений
    }
scr-status-dead-events =
    { $count ->
        [0] Не удалось в фоне: ничего
        [one] Не удалось в фоне: { $count } задача
        [few] Не удалось в фоне: { $count } задачи
       *[other] Не удалось в фоне: { $count } задач
    }
scr-status-dead-reminders =
    { $count ->
        [one] Напоминания: { $count } не сказано
       *[other] Напоминания: не сказано { $count }
    }
scr-status-events =
    { $count ->
        [0] Фоновая работа: ничего не ждёт
        [one] Фоновая работа: ждёт { $count } событие, дольше всех { $seconds } с
        [few] Фоновая работа: ждут { $count } события, дольше всех { $seconds } с
       *[other] Фоновая работа: ждут { $count } событий, дольше всех { $seconds } с
    }
scr-status-part-fine = 🟢 { $part }: работает
scr-status-part-fine-ms = 🟢 { $part }: { $latency } мс
scr-status-part-failing = 🔴 { $part }: не отвечает
scr-status-part-off = ⚪️ { $part }: не подключено
scr-status-part-silent = 🟡 { $part }: нет вестей { $seconds } с
status-part-database = база данных
status-part-relay = фоновая работа
status-part-scheduler = расписание
status-part-telegram = Telegram
status-part-model = ИИ
status-part-storage = хранилище файлов
scr-status-version = Версия { $version }
btn-status = 🩺 Как дела
ntf-backlog = 🐢 <b>Система отстаёт</b>
ntf-backlog-inbox =
    { $count ->
        [one] { $count } сообщение ждёт ответа уже { $seconds } с
        [few] { $count } сообщения ждут ответа, дольше всех { $seconds } с
       *[other] { $count } сообщений ждут ответа, дольше всех { $seconds } с
    }
ntf-backlog-dialogue =
    { $count ->
        [one] { $count } ответ не отправлен уже { $seconds } с
        [few] { $count } ответа не отправлены, дольше всех { $seconds } с
       *[other] { $count } ответов не отправлены, дольше всех { $seconds } с
    }
ntf-backlog-events =
    { $count ->
        [one] { $count } событие не обработано уже { $seconds } с
        [few] { $count } события не обработаны, дольше всех { $seconds } с
       *[other] { $count } событий не обработаны, дольше всех { $seconds } с
    }
ntf-backlog-over = ✅ Система снова успевает. Отставала с { $since }.
