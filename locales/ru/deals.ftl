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
scr-deal-review = Вернуться: { $day }
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
    Например: Toyota Camry 2021, А123ВС777
ask-deal-confirm = <b>Понял так, открыть сделку?</b>
scr-confirm-client = Клиент: { $client }
scr-confirm-phone = Телефон: { $phone }
scr-confirm-kind = Вид: { $kind }
scr-confirm-object = Объект: { $object }
err-deal-not-found = Сделки { $deal } нет.
err-deal-of-others = Сделку { $deal } ведёт { $seller }. Попросите руководителя передать её вам.
err-deal-closed = Сделка { $deal } закрыта.
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
