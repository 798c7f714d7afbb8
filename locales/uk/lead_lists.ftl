cmd-leads = Ліди
cmd-deleted = Видалені ліди
scr-leads = <b>🎯 Ліди</b> · { $filter }
lead-count-more = { $most }+
lead-filter-mine = мої
lead-filter-pool = спільні
lead-filter-anybody = усі
lead-filter-person = веде { $name }
lead-filter-open = у роботі
lead-filter-every = усі етапи
lead-filter-domain = { $name }
lead-filter-idle = без руху { $days }+ дн.
lead-silent-since = ⏳ з { $at }
lead-filter-paid = 💰 оплачені
lead-paid = 💰 { $amount }
lead-filter-best = найкращі згори
lead-filter-words = «{ $words }»
btn-leads-first = ⏮ На початок
btn-leads-mine = Мої
btn-leads-pool = Спільні
btn-leads-anybody = Усі
btn-leads-without = ✖️ { $what }
btn-leads-filter = 🎚 Фільтр
btn-leads-chosen = ✓ { $what }
btn-leads-choose = ☑️ Вибрати
btn-leads-export = 📊 Excel
btn-leads-deleted = 🗑 Видалені
scr-leads-narrow = <b>Яких лідів показати?</b> Можна вибрати кілька умов.
btn-leads-idle = ⏳ { $days }+ дн.
btn-leads-newest = 🕘 Нові згори
btn-leads-best = ⭐ Найкращі згори
btn-leads-by-source = 🌐 Звідки
btn-leads-by-domain-id = 🏢 Сфера
btn-leads-by-whose = 👤 Чиї
btn-leads-words = 🔎 Ім’я, телефон
btn-leads-show = ✅ Показати
btn-leads-whole = 🧹 Скинути
btn-leads-whichever = Байдуже
ask-leads-source = Звідки прийшли?
ask-leads-domain-id = З якої сфери?
ask-leads-whose = Хто їх веде?
ask-leads-words = Кого шукаємо? Частина імені, компанії чи телефону. Наприклад: Шевченко або 4567
scr-leads-choose = <b>Позначте лідів номерами.</b> Позначено: { $count } з { $most }
scr-leads-line-marked = ☑️ { $line }
btn-number-marked = ✓ { $number }
btn-leads-mark-page = Уся сторінка
btn-leads-mark-all = Увесь список (≤{ $most })
btn-leads-mark-none = Зняти
btn-leads-back = ⬅️ До списку
btn-leads-give = 👤 Передати
btn-leads-release = 📤 У спільні
btn-leads-move = ➡️ Етап
btn-leads-analyse = 🤖 Оцінити
btn-leads-lose = ❌ Відмова
btn-leads-delete = 🗑 Видалити
scr-leads-more-than = У списку їх більше: позначено перші { $most }.
ask-leads-give =
    { $count ->
        [one] Кому передати { $count } ліда?
        [few] Кому передати { $count } лідів?
       *[other] Кому передати { $count } лідів?
    }
ask-leads-move =
    { $count ->
        [one] На який етап перевести { $count } ліда?
        [few] На який етап перевести { $count } лідів?
       *[other] На який етап перевести { $count } лідів?
    }
ask-leads-lose =
    { $count ->
        [one] Чому відмова в { $count } ліда? Виберіть або напишіть.
        [few] Чому відмова в { $count } лідів? Виберіть або напишіть.
       *[other] Чому відмова в { $count } лідів? Виберіть або напишіть.
    }
ask-leads-sure-give =
    { $count ->
        [one] <b>Передати { $count } ліда?</b> Кому: { $name }
        [few] <b>Передати { $count } лідів?</b> Кому: { $name }
       *[other] <b>Передати { $count } лідів?</b> Кому: { $name }
    }
ask-leads-sure-release =
    { $count ->
        [one] <b>Повернути { $count } ліда у спільні?</b>
        [few] <b>Повернути { $count } лідів у спільні?</b>
       *[other] <b>Повернути { $count } лідів у спільні?</b>
    }
ask-leads-sure-move =
    { $count ->
        [one] <b>Перевести { $count } ліда на етап «{ $stage }»?</b>
        [few] <b>Перевести { $count } лідів на етап «{ $stage }»?</b>
       *[other] <b>Перевести { $count } лідів на етап «{ $stage }»?</b>
    }
ask-leads-move-back = Повернути етап зможе керівник, кожному ліду окремо й із причиною.
ask-leads-sure-lose =
    { $count ->
        [one] <b>Записати відмову { $count } ліду?</b> Причина: { $reason }
        [few] <b>Записати відмову { $count } лідам?</b> Причина: { $reason }
       *[other] <b>Записати відмову { $count } лідам?</b> Причина: { $reason }
    }
ask-leads-sure-analyse =
    { $count ->
        [one] <b>Оцінити { $count } ліда?</b>
        [few] <b>Оцінити { $count } лідів?</b>
       *[other] <b>Оцінити { $count } лідів?</b>
    }
ask-leads-sure-delete =
    { $count ->
        [one] <b>Видалити { $count } ліда?</b> Його можна буде відновити: /deleted
        [few] <b>Видалити { $count } лідів?</b> Їх можна буде відновити: /deleted
       *[other] <b>Видалити { $count } лідів?</b> Їх можна буде відновити: /deleted
    }
btn-leads-yes = Так, усі { $count }
scr-leads-handled = <b>{ $what }: { $done } із { $count }</b>
leads-did-give = 👤 Передав: { $name }
leads-did-release = 📤 Повернув у спільні
leads-did-move = ➡️ Етап «{ $stage }»
leads-did-lose = ❌ Записав відмову
leads-did-analyse = 🤖 Віддав на оцінку
leads-did-delete = 🗑 Видалив
scr-leads-some-refused = Не вийшло: { $count }. Чому, нижче; вони лишилися позначеними.
scr-leads-some-out-of-reach = Не вийшло: { $count }. Чому, нижче; позначеними лишилися { $marked }.
scr-leads-done = ✅ { $leads }
scr-leads-refused = ❌ { $leads }: { $reason }
leads-refused-gone = Таких лідів більше немає.
leads-refused-of-others = Веде { $assignee }. Попросіть керівника передати їх вам.
leads-named = { $leads }
leads-named-more = { $leads } і ще { $count } ({ $numbers })
scr-leads-deleted = <b>🗑 Видалені ліди</b>
scr-leads-deleted-hint = Натисніть номер, щоб переглянути й відновити.
scr-lead-gone = 🗑 <b>Видалено</b>: { $by }, { $at }
scr-leads-deleted-line =
    { $number }. <b>{ $who }</b> · лід { $lead }
    <i>видалено: { $by }, { $at }</i>
scr-found-leads = <b>Ліди</b>
btn-more-leads = Ще ліди ▶️
toast-leads-export = 📊 Готую файл, надішлю сюди.
ntf-leads-exported =
    { $count ->
        [one] 📊 Ліди в Excel: { $count } рядок. У файлі контакти повністю, бережіть його.
        [few] 📊 Ліди в Excel: { $count } рядки. У файлі контакти повністю, бережіть його.
       *[other] 📊 Ліди в Excel: { $count } рядків. У файлі контакти повністю, бережіть його.
    }
ntf-leads-exported-cut = 📊 Ліди в Excel: перші { $most } рядків, у списку їх більше. У файлі контакти повністю, бережіть його.
ntf-leads-export-failed = Файл із лідами зберегти не вийшло: сховище не відповідає. Спробуйте пізніше.
ntf-leads-given =
    { $count ->
        [one] 🎯 { $by } передає вам { $count } ліда.
        [few] 🎯 { $by } передає вам { $count } лідів.
       *[other] 🎯 { $by } передає вам { $count } лідів.
    }
ntf-leads-taken-away =
    { $count ->
        [one] { $by } передає іншим { $count } вашого ліда.
        [few] { $by } передає іншим { $count } ваших лідів.
       *[other] { $by } передає іншим { $count } ваших лідів.
    }
ntf-leads-moved =
    { $count ->
        [one] { $by } переводить { $count } вашого ліда: { $stage }
        [few] { $by } переводить { $count } ваших лідів: { $stage }
       *[other] { $by } переводить { $count } ваших лідів: { $stage }
    }
ntf-leads-deleted =
    { $count ->
        [one] 🗑 { $by } видаляє { $count } вашого ліда.
        [few] 🗑 { $by } видаляє { $count } ваших лідів.
       *[other] 🗑 { $by } видаляє { $count } ваших лідів.
    }
ntf-leads-more = …і ще { $count }
err-too-many-leads = Позначено { $count }, а за раз можна не більше ніж { $most }.
err-no-leads-chosen = Спершу позначте хоча б одного ліда.
sheet-cell = { $value }
sheet-leads = Ліди
sheet-lead-number = Лід
sheet-lead-created = З’явився
sheet-lead-stage = Етап
sheet-lead-source = Звідки
sheet-lead-campaign = Кампанія
sheet-lead-name = Ім’я
sheet-lead-company = Компанія
sheet-lead-position = Посада
sheet-lead-phones = Телефони
sheet-lead-emails = Пошта
sheet-lead-domain = Сфера
sheet-lead-kinds = Види
sheet-lead-object = Об’єкт
sheet-lead-tax = Податковий номер
sheet-lead-tier = Рівень
sheet-lead-score = Оцінка
sheet-lead-assignee = Веде
sheet-lead-activity = Остання дія
sheet-lead-lost = Причина відмови
sheet-lead-intent = Намір
sheet-lead-pain = Що болить
sheet-lead-paid = Сплачено
sheet-lead-paid-in = Валюта
sheet-lead-paid-at = Сплачено з
