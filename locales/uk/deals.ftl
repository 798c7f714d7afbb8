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
scr-deal-review = Повернутися: { $day }
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
    Наприклад: Toyota Camry 2021, АА1234ВС
ask-deal-confirm = <b>Зрозумів так, відкрити угоду?</b>
scr-confirm-client = Клієнт: { $client }
scr-confirm-phone = Телефон: { $phone }
scr-confirm-kind = Вид: { $kind }
scr-confirm-object = Об'єкт: { $object }
err-deal-not-found = Угоди { $deal } немає.
err-deal-of-others = Угоду { $deal } веде { $seller }. Попросіть керівника передати її вам.
err-deal-closed = Угоду { $deal } закрито.
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
