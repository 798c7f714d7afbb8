btn-reference = 📚 Довідники
btn-insurers = 🏛 Страховики
btn-kinds = 🔖 Види страхування
btn-reference-rates = ➗ Ставки КВ
btn-earlier = ◀️ Раніше
btn-insurer-add = ➕ Додати
btn-insurer-off = 🚫 Вимкнути
btn-insurer-on = ✅ Увімкнути
btn-rename-insurer = ✏️ Назвати інакше
btn-alias-add = ➕ Ще імена
btn-alias-forget = ➖ Прибрати ім'я
btn-alias = { $alias }
btn-shared-keep = Залишити все
btn-shared-without = ✅ Без збігів
scr-reference = 📚 <b>Довідники</b>
scr-reference-hint = Тут правлять те, з чого вибирають інші.
scr-reference-saved = ✅ Зберіг.
scr-insurers = 🏛 <b>Страховики</b>
scr-insurers-line = { $number }. { $name }
scr-insurers-line-off = { $number }. { $name } · <i>вимкнено</i>
scr-insurer = 🏛 <b>{ $name }</b>
scr-insurer-off = 🚫 Вимкнено: його не пропоную і в рядках не впізнаю.
scr-insurer-aliases = Впізнаю ще за іменами: { $aliases }
scr-insurer-alone = Інших імен поки немає: впізнаю лише за назвою.
scr-insurer-shared = • «{ $name }» уже називають: { $other }
scr-insurer-shared-means = Якщо залишити, щоразу питатиму, хто з них.
ask-insurer-name = 🏛 Як називається страховик? Наприклад: Еталон
ask-insurer-rename = ✏️ Як тепер називається <b>{ $name }</b>? За попереднім ім'ям теж впізнаватиму.
ask-insurer-aliases =
    Як ще пишуть <b>{ $name }</b>? Скорочення й одруківки, через кому.
    Наприклад: Еталончик, Etalon
ask-insurer-shared = ⚠️ <b>Імена збіглися</b>
ask-alias-forget = ➖ <b>{ $name }</b>: яке ім'я прибрати?
err-insurer-not-found = Такого страховика більше немає.
err-insurer-name-taken = { $name }: такий страховик уже є.
err-name-too-short = «{ $typed }»: потрібні хоча б дві літери.
err-too-many-aliases = Імен у одного страховика не більше ніж { $limit }.
err-shared-not-understood = Не зрозумів: залишити імена, що збіглися (так), чи додати без них (ні)?
err-alias-not-understood = Імені «{ $typed }» тут немає. Виберіть зі списку.
btn-kind-term = Строк
btn-kind-earliest = Початок
btn-kind-schedules = Оплата
btn-kind-documents = Документи
btn-kind-renewal = Поновлення
btn-kind-instalment = Внески
btn-kind-commission = КВ
btn-kind-names = ✏️ Назви
btn-kind-off = 🚫 Вимкнути
btn-kind-on = ✅ Увімкнути
btn-start-at-once = Одразу
btn-start-in =
    { $days ->
        [one] Через { $days } день
        [few] Через { $days } дні
       *[other] Через { $days } днів
    }
btn-ladder = { $days }
btn-commission-each = З кожного внеску
btn-commission-first = Уся з першого
btn-ticked = ✅ { $what }
btn-unticked = { $what }
btn-ticked-done = 💾 Готово
kind-term-months =
    { $count ->
        [one] { $count } місяць
        [few] { $count } місяці
       *[other] { $count } місяців
    }
kind-term-days =
    { $count ->
        [one] { $count } день
        [few] { $count } дні
       *[other] { $count } днів
    }
kind-term-unsaid = не задано
ladder-before = за { $days } дн.
ladder-same-day = у сам день
ladder-after = через { $days } дн.
ladder-none = не нагадую
scr-kinds = 🔖 <b>Види страхування</b>
scr-kinds-line = { $number }. { $icon } { $name }
scr-kinds-line-off = { $number }. { $icon } { $name } · <i>вимкнено</i>
scr-kind = { $icon } <b>{ $name }</b>
scr-kind-off = 🚫 Вимкнено: нових угод за ним не відкрити.
scr-kind-names = Назви: { $ru } · { $uk } · { $en }
scr-kind-term = Строк: { $term }
scr-kind-at-once = Початок: хоч у день купівлі
scr-kind-wait =
    Початок: не раніше ніж через { $days ->
        [one] { $days } день
        [few] { $days } дні
       *[other] { $days } днів
    }
scr-kind-schedules = Оплата: { $plans }
scr-kind-documents = Документи: { $kinds }
scr-kind-documents-none = Документи: жодних не потребує
scr-kind-renewal = Про поновлення нагадую: { $days }
scr-kind-instalment = Про внесок нагадую: { $days }
scr-kind-commission-each = КВ: з кожного внеску
scr-kind-commission-first = КВ: уся з першого внеску
ask-kind-language = ✏️ <b>{ $name }</b>: назва якою мовою?
ask-kind-name = ✏️ Назва, мова: { $language }. Зараз: { $name }
ask-kind-term = <b>{ $name }</b>: на який строк зазвичай? Наприклад: 12 місяців або 15 днів
ask-kind-earliest = <b>{ $name }</b>: через скільки днів після купівлі поліс може почати діяти? Наприклад: 3
ask-kind-renewal = <b>{ $name }</b>: за скільки днів нагадувати про поновлення? Наприклад: 30, 14, 7, 1
ask-kind-instalment =
    <b>{ $name }</b>: за скільки днів нагадувати про внесок?
    Наприклад: 7, 3, 1, 0, -1 (0 означає в сам день, -1 наступного)
ask-kind-commission = <b>{ $name }</b>: коли надходить КВ, з кожного внеску чи вся з першого?
ask-kind-schedules = <b>{ $name }</b>: як за нього платять? Позначте або напишіть, наприклад: 60/40
ask-kind-documents = <b>{ $name }</b>: які документи потрібні? Позначте або напишіть, наприклад: ІПН, техпаспорт
err-kind-term-not-understood = Не зрозумів строк «{ $typed }». Наприклад: 12 місяців або 15 днів.
err-kind-earliest-not-understood = Не зрозумів «{ $typed }». Напишіть число днів до 60 або «одразу».
err-kind-renewal-not-understood = Не зрозумів «{ $typed }». Напишіть дні через кому, наприклад: 30, 14, 7, 1.
err-kind-instalment-not-understood = Не зрозумів «{ $typed }». Напишіть дні через кому, наприклад: 7, 3, 1, 0, -1.
err-kind-commission-not-understood = Не зрозумів «{ $typed }»: з кожного внеску чи вся з першого?
err-kind-schedules-not-understood = Не зрозумів «{ $typed }». Наприклад: одразу, 2, поквартально, 60/40.
err-kind-documents-not-understood = Не знаю документа в «{ $typed }». Наприклад: паспорт, техпаспорт.
err-kind-language-not-understood = Не знаю мови «{ $typed }». Виберіть зі списку.
err-nothing-ticked = Позначте хоча б одне.
cmd-reference = Страховики, види, ставки
btn-kind-proprietors = Документи ФОП
btn-kind-companies = Документи компаній
scr-kind-proprietors = Документи ФОП: { $kinds }
scr-kind-proprietors-none = Документи ФОП: жодних не вимагає
scr-kind-companies = Документи компаній: { $kinds }
scr-kind-companies-none = Документи компаній: жодних не вимагає
ask-kind-proprietors = <b>{ $name }</b>: які документи потрібні від ФОП? Позначте або напишіть, наприклад: паспорт, ІПН
ask-kind-companies = <b>{ $name }</b>: які документи потрібні від компанії? Позначте або напишіть, наприклад: реквізити, довіреність
err-kind-proprietors-not-understood = Не знаю документа в «{ $typed }». Наприклад: паспорт, техпаспорт.
err-kind-companies-not-understood = Не знаю документа в «{ $typed }». Наприклад: паспорт, техпаспорт.
