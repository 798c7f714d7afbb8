scr-deal-title = { $icon } <b>Угода { $number }</b> · { $kind } · { $object }
scr-deal-turn-seller = Хід: продавець { $seller }
scr-deal-turn-executor = Хід: виконавець { $executor }
scr-deal-turn-pool = Хід: шукаємо виконавця
scr-deal-turn-nobody = Хід: нічий, усе зроблено
scr-deal-lost = ❌ Відмова: { $reason }
scr-deal-asleep = 💤 Спить до { $day }
scr-deal-stage = Етап: { $stage }
scr-deal-client = Клієнт: { $client }
scr-deal-client-phone = Клієнт: { $client } · { $phone }
scr-deal-premium = Премія: { $amount }
scr-deal-journal-empty = Журнал: поки порожньо
scr-deal-journal-last = Журнал: { $entry }
scr-deal-opened = ✅ Угоду відкрито. Надсилайте документи просто сюди.
stage-deal-new = нова
stage-deal-kyc = клієнт і документи
stage-deal-calculation = розрахунок
stage-deal-agreement = погодження
stage-deal-issuing = оформлення
stage-deal-paid = оплачена
stage-deal-lost = відмова
btn-open-deal = ✅ Відкрити угоду
btn-journal = 📝 Записати
btn-kind = { $icon } { $name }
btn-client = 👤 { $name }
btn-client-phone = 👤 { $name } · …{ $tail }
btn-new-client = ➕ Новий клієнт
ask-deal-client = <b>Нова угода.</b> Хто клієнт?
ask-deal-client-example = Напишіть ім'я або телефон, наприклад: Іваненко, 050 123-45-67. Або поділіться контактом.
ask-deal-client-found = Знайшов за «{ $query }». Хто з них?
ask-client-name = Як звати клієнта? Наприклад: Іваненко Іван Іванович
ask-client-phone = Телефон клієнта { $name }? Наприклад: 050 123-45-67
err-phone-not-understood = Не схоже на телефон. Наприклад: 050 123-45-67.
ask-deal-kind =
    Клієнт: { $client }.
    Що страхуємо?
err-kind-not-understood = Не знаю виду «{ $typed }». Виберіть зі списку.
ask-deal-object =
    { $kind }: що саме страхуємо?
    Наприклад: Toyota Camry 2021, АА1234ВС або квартира, Київ, Хрещатик 5
ask-deal-confirm = <b>Зрозумів так, відкрити угоду?</b>
scr-confirm-client = Клієнт: { $client }
scr-confirm-phone = Телефон: { $phone }
scr-confirm-kind = Вид: { $kind }
scr-confirm-object = Об'єкт: { $object }
err-deal-not-found = Угоди { $deal } немає.
err-deal-of-others = Угоду { $deal } веде { $seller }. Попросіть керівника передати її вам.
err-kind-not-found = Такого виду страхування більше немає.
jrn-deal-opened = угоду відкрито
jrn-deal-woke = угода прокинулася
jrn-voice = 🎤 голосова нотатка
jrn-said = «{ $words }»
scr-deal-folder =
    { $count ->
        [0] Папка: порожньо, надсилайте документи сюди
        [one] Папка: { $count } файл
        [few] Папка: { $count } файли
       *[other] Папка: { $count } файлів
    }{ $fetching ->
        [0] { "" }
       *[other] , отримую: { $fetching }
    }
btn-folder =
    { $count ->
        [0] 📁 Папка
       *[other] 📁 Папка { $count }
    }
scr-deals-mine = <b>Мої угоди</b>
scr-deals-my-turn = <b>Мій хід</b>
scr-deals-asleep = <b>Сплять</b>
scr-deals-closed = <b>Закриті</b>
scr-deals-all = <b>Усі угоди</b>
scr-deals-none = Тут поки порожньо.
scr-deals-line =
    { $number }. { $icon } <b>{ $deal }</b> · { $client }
    { $object } · <i>{ $state }</i>
scr-deals-asleep-until = 💤 до { $day }
btn-deals-mine = 📋 Мої
btn-deals-my-turn = 👉 Мій хід
btn-deals-asleep = 💤 Сплять
btn-deals-closed = 🗄 Закриті
btn-deals-all = 🗂 Усі
btn-client-card = 👤 Клієнт
btn-stage-on = ➡️ Далі за етапами
btn-stage = ➡️ { $stage }
btn-executor = 🧮 Виконавець
btn-hand-over = 🔁 Передати
btn-defer = 💤 Відкласти
btn-wake = ⏰ Розбудити
btn-lose = ❌ Відмова
btn-open-card = 📂 Відкрити угоду
ask-stage = Угода { $number }, етап «{ $stage }». Куди далі?
ask-stage-none = Угода { $number }, етап «{ $stage }»: далі її поведе оплата.
ask-premium = Угода { $number }: на яку премію домовилися? Наприклад: 48 200
ask-lost-reason = Угода { $number }: чому відмова? Виберіть або напишіть.
ask-lost-confirm = <b>Угода { $number }: записати відмову?</b> Причина: { $reason }
ask-lost-tasks = ⚠️ Відкритих задач закриється: { $count }.
btn-lost-confirm = ❌ Так, відмова
ask-executor = Угода { $number }: хто буде виконавцем?
ask-seller = Угода { $number }: кому передати?
ask-review-day = Угода { $number }: до якого дня відкласти? Наприклад: пт, 15 березня, завтра о 15:30, за місяць.
lost-reason-price = 💸 Дорого
lost-reason-other-broker = 🤝 Пішов до інших
lost-reason-silent = 🔇 Не відповідає
lost-reason-not-needed = 🚫 Більше не потрібно
lost-reason-insurers-refused = ⛔️ Відмовили страхові
lost-reason-typed = { $words }
scr-stage-moved = ✅ Етап: { $stage }
scr-deal-now-lost = ❌ Записав відмову.
scr-executor-changed = ✅ Виконавець: { $name }
scr-seller-changed = ✅ Продавець: { $name }
scr-left-the-deal = Угода { $number } більше не ваша.
scr-deferred = 💤 Відклав, нагадаю: { $day }
scr-woken = ⏰ Угода знову в роботі.
err-stage-refused = Зараз можна лише далі за порядком.
err-amount-needed = Спершу потрібна премія.
err-reason-needed = Потрібна причина, хоча б двома словами.
err-wrong-assignee = Цій людині угоду передати не можна.
err-review-in-the-past = Це вже минуло: назвіть день або годину попереду.
jrn-stage-moved = етап: { $stage }
jrn-stage-back-payment-reversed = оплату знято, етап знову: { $stage }
jrn-deal-lost = відмова: { $reason }
jrn-executor-changed = виконавець: { $name }
jrn-seller-changed = продавець: { $name }
jrn-deal-deferred = відкладено: { $day }
ntf-deal-line = { $icon } <b>Угода { $number }</b> · { $kind } · { $object } · { $client }
ntf-you-are-executor = 🧮 { $by } просить вас узяти угоду: ви виконавець.
ntf-you-are-seller = 🔁 { $by } передає вам угоду.
ntf-stage-moved = ➡️ { $by }: етап «{ $stage }»
ntf-deal-lost = ❌ { $by }: відмова. Причина: { $reason }
ntf-tasks-stopped = 📌 Ваші задачі за угодою знято
ntf-deal-woke = ⏰ Прокинулася угода
err-deal-closed = Угоду вже закрито.
scr-phone-is-of = ☝️ Цей телефон записано за клієнтом «{ $name }»: угода буде його.
scr-confirm-note = Нотатка: { $note }
ask-deal-note = Можна дописати кілька слів, вони ляжуть у журнал.
ntf-seller-is-now = 🔁 { $by } змінює продавця: тепер { $name }
ntf-executor-is-now = 🔁 { $by } змінює виконавця: тепер { $name }
scr-deal-next = Далі: { $what }, { $day }
scr-deal-policies = Поліси: { $count }. Чекаємо від клієнта { $next }, { $due }
scr-deal-policies-more = Поліси: { $count }. Чекаємо від клієнта { $next }, { $due }; усього лишилося { $rest }
scr-deal-policies-paid = Поліси: { $count }, усе сплачено
btn-deal-more = ⋯ Ще
btn-deal-less = ⬅️ Картка
btn-policy-file = 📄 Внести поліс
btn-policies = 📄 Поліси { $count }
btn-deal-ledger = 💼 Гроші
err-policy-runs = За угодою { $deal } діє поліс. Спершу розірвіть його.
scr-deal-margin = Маржа: { $planned } · на руках { $settled }
scr-deal-policies-ended = Поліси: { $count }, завершені
scr-deal-owed-elsewhere = в іншій валюті
scr-deal-owed-in-others = і ще в іншій валюті
jrn-deal-called = клієнту зателефонували
ask-which-deal = Яку угоду відкрити? Напишіть її номер, наприклад: /deal 14. Або знайдіть за ім'ям, телефоном, авто: /find
scr-deal-not-yours = Угоди { $number } серед ваших немає. Перевірте номер або знайдіть за ім'ям: /find
scr-deal-to-refund = ↩️ Повернути клієнтові: { $amount }
scr-deal-last-year = Торік: { $terms }
