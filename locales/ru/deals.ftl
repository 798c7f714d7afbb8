scr-deal-title = { $icon } <b>Сделка { $number }</b> · { $kind } · { $object }
scr-deal-turn-seller = Ход: продавец { $seller }
scr-deal-turn-executor = Ход: исполнитель { $executor }
scr-deal-turn-pool = Ход: ищем исполнителя
scr-deal-turn-nobody = Ход: ничей, всё сделано
scr-deal-lost = ❌ Отказ: { $reason }
scr-deal-asleep = 💤 Спит до { $day }
scr-deal-stage = Этап: { $stage }
scr-deal-client = Клиент: { $client }
scr-deal-client-phone = Клиент: { $client } · { $phone }
scr-deal-premium = Премия: { $amount }
scr-deal-journal-empty = Журнал: пока пусто
scr-deal-journal-last = Журнал: { $entry }
scr-deal-opened = ✅ Сделка открыта. Присылайте документы прямо сюда.
stage-deal-new = новая
stage-deal-kyc = клиент и документы
stage-deal-calculation = расчёт
stage-deal-agreement = согласование
stage-deal-issuing = оформление
stage-deal-paid = оплачена
stage-deal-lost = отказ
btn-open-deal = ✅ Открыть сделку
btn-journal = 📝 Записать
btn-kind = { $icon } { $name }
btn-client = 👤 { $name }
btn-client-phone = 👤 { $name } · …{ $tail }
btn-new-client = ➕ Новый клиент
ask-deal-client = <b>Новая сделка.</b> Кто клиент?
ask-deal-client-example = Напишите имя или телефон, например: Иванов, 916 123-45-67. Или поделитесь контактом.
ask-deal-client-found = Нашёл по «{ $query }». Кто из них?
ask-client-name = Как зовут клиента? Например: Иванов Иван Иванович
ask-client-phone = Телефон клиента { $name }? Например: 916 123-45-67
err-phone-not-understood = Не похоже на телефон. Например: 8 916 123-45-67.
ask-deal-kind =
    Клиент: { $client }.
    Что страхуем?
err-kind-not-understood = Не знаю вида «{ $typed }». Выберите из списка.
ask-deal-object =
    { $kind }: что именно страхуем?
    Например: Toyota Camry 2021, А123ВС777 или квартира, Москва, Ленина 5
ask-deal-confirm = <b>Понял так, открыть сделку?</b>
scr-confirm-client = Клиент: { $client }
scr-confirm-phone = Телефон: { $phone }
scr-confirm-kind = Вид: { $kind }
scr-confirm-object = Объект: { $object }
err-deal-not-found = Сделки { $deal } нет.
err-deal-of-others = Сделку { $deal } ведёт { $seller }. Попросите руководителя передать её вам.
err-kind-not-found = Такого вида страхования больше нет.
jrn-deal-opened = сделка открыта
jrn-deal-woke = сделка проснулась
jrn-voice = 🎤 голосовая заметка
jrn-said = «{ $words }»
scr-deal-folder =
    { $count ->
        [0] Папка: пусто, присылайте документы сюда
        [one] Папка: { $count } файл
        [few] Папка: { $count } файла
       *[other] Папка: { $count } файлов
    }{ $fetching ->
        [0] { "" }
       *[other] , получаю: { $fetching }
    }
btn-folder =
    { $count ->
        [0] 📁 Папка
       *[other] 📁 Папка { $count }
    }
scr-deals-mine = <b>Мои сделки</b>
scr-deals-my-turn = <b>Мой ход</b>
scr-deals-asleep = <b>Спят</b>
scr-deals-closed = <b>Закрытые</b>
scr-deals-all = <b>Все сделки</b>
scr-deals-none = Здесь пока пусто.
scr-deals-line =
    { $number }. { $icon } <b>{ $deal }</b> · { $client }
    { $object } · <i>{ $state }</i>
scr-deals-asleep-until = 💤 до { $day }
btn-deals-mine = 📋 Мои
btn-deals-my-turn = 👉 Мой ход
btn-deals-asleep = 💤 Спят
btn-deals-closed = 🗄 Закрытые
btn-deals-all = 🗂 Все
btn-client-card = 👤 Клиент
btn-stage-on = ➡️ Дальше по этапам
btn-stage = ➡️ { $stage }
btn-executor = 🧮 Исполнитель
btn-hand-over = 🔁 Передать
btn-defer = 💤 Отложить
btn-wake = ⏰ Разбудить
btn-lose = ❌ Отказ
btn-open-card = 📂 Открыть сделку
ask-stage = Сделка { $number }, этап «{ $stage }». Куда дальше?
ask-stage-none = Сделка { $number }, этап «{ $stage }»: дальше её поведёт оплата.
ask-premium = Сделка { $number }: на какую премию договорились? Например: 48 200
ask-lost-reason = Сделка { $number }: почему отказ? Выберите или напишите.
ask-lost-confirm = <b>Сделка { $number }: записать отказ?</b> Причина: { $reason }
ask-lost-tasks = ⚠️ Открытых задач закроется: { $count }.
btn-lost-confirm = ❌ Да, отказ
ask-executor = Сделка { $number }: кто будет исполнителем?
ask-seller = Сделка { $number }: кому передать?
ask-review-day = Сделка { $number }: до какого дня отложить? Например: пт, 15 марта, завтра в 15:30, через месяц.
lost-reason-price = 💸 Дорого
lost-reason-other-broker = 🤝 Ушёл к другим
lost-reason-silent = 🔇 Не отвечает
lost-reason-not-needed = 🚫 Больше не нужно
lost-reason-insurers-refused = ⛔️ Отказали страховые
lost-reason-typed = { $words }
scr-stage-moved = ✅ Этап: { $stage }
scr-deal-now-lost = ❌ Записал отказ.
scr-executor-changed = ✅ Исполнитель: { $name }
scr-seller-changed = ✅ Продавец: { $name }
scr-left-the-deal = Сделка { $number } больше не ваша.
scr-deferred = 💤 Отложил, напомню: { $day }
scr-woken = ⏰ Сделка снова в работе.
err-stage-refused = Сейчас можно только дальше по порядку.
err-amount-needed = Сначала нужна премия.
err-reason-needed = Нужна причина, хотя бы в двух словах.
err-wrong-assignee = Этому человеку сделку передать нельзя.
err-review-in-the-past = Это уже прошло: назовите день или час впереди.
jrn-stage-moved = этап: { $stage }
jrn-stage-back-payment-reversed = оплата снята, этап снова: { $stage }
jrn-deal-lost = отказ: { $reason }
jrn-executor-changed = исполнитель: { $name }
jrn-seller-changed = продавец: { $name }
jrn-deal-deferred = отложена: { $day }
ntf-deal-line = { $icon } <b>Сделка { $number }</b> · { $kind } · { $object } · { $client }
ntf-you-are-executor = 🧮 { $by } просит вас взять сделку: вы исполнитель.
ntf-you-are-seller = 🔁 { $by } передаёт вам сделку.
ntf-stage-moved = ➡️ { $by }: этап «{ $stage }»
ntf-deal-lost = ❌ { $by }: отказ. Причина: { $reason }
ntf-tasks-stopped = 📌 Ваши задачи по сделке сняты
ntf-deal-woke = ⏰ Проснулась сделка
err-deal-closed = Сделка уже закрыта.
scr-phone-is-of = ☝️ Этот телефон записан за клиентом «{ $name }»: сделка будет его.
scr-confirm-note = Заметка: { $note }
ask-deal-note = Можно дописать пару слов, они лягут в журнал.
ntf-seller-is-now = 🔁 { $by } меняет продавца: теперь { $name }
ntf-executor-is-now = 🔁 { $by } меняет исполнителя: теперь { $name }
scr-deal-next = Дальше: { $what }, { $day }
scr-deal-policies = Полисы: { $count }. Ждём от клиента { $next }, { $due }
scr-deal-policies-more = Полисы: { $count }. Ждём от клиента { $next }, { $due }; всего осталось { $rest }
scr-deal-policies-paid = Полисы: { $count }, всё оплачено
btn-deal-more = ⋯ Ещё
btn-deal-less = ⬅️ Карточка
btn-policy-file = 📄 Внести полис
btn-policies = 📄 Полисы { $count }
btn-deal-ledger = 💼 Деньги
err-policy-runs = По сделке { $deal } действует полис. Сначала расторгните его.
scr-deal-margin = Маржа: { $planned } · на руках { $settled }
scr-deal-policies-ended = Полисы: { $count }, завершены
scr-deal-owed-elsewhere = в другой валюте
scr-deal-owed-in-others = и ещё в другой валюте
jrn-deal-called = клиенту позвонили
ask-which-deal = Какую сделку открыть? Напишите её номер, например: /deal 14. Или найдите по имени, телефону, машине: /find
scr-deal-not-yours = Сделки { $number } среди ваших нет. Проверьте номер или найдите по имени: /find
scr-deal-to-refund = ↩️ Вернуть клиенту: { $amount }
scr-deal-last-year = В прошлом году: { $terms }
