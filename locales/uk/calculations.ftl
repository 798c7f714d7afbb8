offer-no-deductible = без франшизи
offer-deductible = франшиза { $value }
offer-deductible-unsaid = франшизу не вказано
offer-plan-once = одразу
offer-plan-parts =
    { $count ->
        [one] { $count } платіж
        [few] { $count } платежі
       *[other] { $count } платежів
    }
offer-plan-shares = частинами { $shares }
offer-plan-choice =
    { $count ->
        [one] { $count } варіант оплати
        [few] { $count } варіанти оплати
       *[other] { $count } варіантів оплати
    }
offer-term-months = { $count } міс
offer-term-days = { $count } дн
offer-commission = КВ { $percent }%
offer-line = { $mark } <b>{ $number }. { $insurer }</b> · { $premium }
offer-line-terms = { $terms }
offer-line-unknown = ❔ Не зрозумів: { $words }
offer-clear = ✅
offer-doubtful = ⚠️
offer-unknown = ?
offer-missing = ⚠️ Не вказано: { $field }
offer-not-understood = «{ $typed }»: не зрозумів до кінця. Напишіть цей рядок заново.
offer-field-insurer = страховик
offer-field-premium = премія
offer-state-draft = чернетка
offer-state-ready = готово
offer-state-sent = показано клієнту
offer-state-chosen = обрав клієнт
offer-state-declined = знято
offer-state-expired = минуло
mark-best = ★
mark-offer-chosen = ✓
mark-offer-expired = ×
ask-offers = <b>Пропозиції за угодою { $number }.</b> Напишіть їх, по одній у рядку, або оберіть страховика.
ask-offers-example-ru =
    Наприклад:
    Альфа 46900 фр 10т КВ22
    РЕСО 51к без фр
    ВСК 48200 розстрочка 2
ask-offers-example-ua =
    Наприклад:
    УНІКА 48200 фр 1% КВ22
    ТАС 51к без фр
    АРКС 46900 розстрочка 2
ask-offers-review = <b>Зрозумів так, зберегти?</b>
ask-offer-premium = Яка премія? Наприклад: 48 200 або 48к
ask-offer-premium-of = { $insurer }: яка премія? Можна одразу з усім іншим: 48 200 фр 1% КВ 22
ask-offer = <b>{ $insurer }</b>: усе правильно? Виправте кнопкою або напишіть, наприклад: фр 1%, КВ 22
ask-offer-insurer = «{ $source }»: який це страховик?
ask-offer-deductible = Яка франшиза? Наприклад: 15 000, 1%, без франшизи
ask-offer-instalments = Як платити? Наприклад: одразу, 2 платежі, 60/40
ask-offer-commission = Скільки відсотків КВ? Наприклад: 22
ask-offer-sum_insured = Яка страхова сума? Наприклад: 1,85 млн
ask-offer-programme = Як називається програма? Наприклад: Класик
ask-offer-term = На який строк? Наприклад: 12 міс, 15 днів
ask-offer-valid_until = До якого дня діє пропозиція? Наприклад: 5 грудня, за тиждень
ask-offer-conditions = Які умови важливі? Наприклад: ремонт у дилера, без зносу
scr-offers = { $icon } <b>Пропозиції</b> · { $number } { $kind } · { $object }
scr-offers-none = Пропозицій поки немає. Їх вносить виконавець, або впишіть самі.
scr-offers-premium = премія
scr-offers-deductible = франш.
scr-offers-parts = пл.
scr-offers-no-deductible = без
scr-offers-insurer = { $number } { $name }{ $mark }
scr-offers-chosen = ✅ Клієнт обрав: { $insurer }
scr-offers-until = Діють до { $day }
scr-offers-expired = ⌛ { $insurer }: минуло { $day }
scr-offers-kept =
    { $count ->
        [one] ✅ Зберіг { $count } пропозицію.
        [few] ✅ Зберіг { $count } пропозиції.
       *[other] ✅ Зберіг { $count } пропозицій.
    } Залишилося уточнити: { $doubtful }.
scr-offers-left = 🔁 Угоду { $deal } передали: тепер нею займається <b>{ $name }</b>.
scr-offers-left-kept = 📝 Те, що ви встигли внести, записано в журнал угоди. { $name } це побачить.
scr-offers-left-next = Від вас більше нічого не потрібно. Якщо питання лишилося, запитайте: { $name } або керівник.
scr-offers-saved =
    { $count ->
        [one] ✅ Зберіг { $count } пропозицію.
        [few] ✅ Зберіг { $count } пропозиції.
       *[other] ✅ Зберіг { $count } пропозицій.
    }
scr-offers-saved-for-another =
    { $count ->
        [one] ✅ Зберіг { $count } пропозицію. Задача вже не ваша: здасть її той, кому її передано.
        [few] ✅ Зберіг { $count } пропозиції. Задача вже не ваша: здасть її той, кому її передано.
       *[other] ✅ Зберіг { $count } пропозицій. Задача вже не ваша: здасть її той, кому її передано.
    }
scr-offers-finished =
    { $count ->
        [one] ✅ Зберіг { $count } пропозицію, розрахунок здано.
        [few] ✅ Зберіг { $count } пропозиції, розрахунок здано.
       *[other] ✅ Зберіг { $count } пропозицій, розрахунок здано.
    }{ $dropped ->
        [0] { "" }
       *[other] { " " }Не увійшли з ⚠️: { $dropped }.
    }
scr-offers-handed-in = ✅ Розрахунок здано. Не увійшли з ⚠️: { $dropped }.
scr-offers-again = 🧮 Перерахувати: { $name }, до { $day }
scr-offer-title = <b>{ $insurer }</b> · { $state }
scr-offer-premium = Премія: { $amount }
scr-offer-no-deductible = Без франшизи
scr-offer-deductible = Франшиза: { $value }
scr-offer-plan = Оплата: { $plan }
scr-offer-sum-insured = Страхова сума: { $amount }
scr-offer-programme = Програма: { $name }
scr-offer-term-months = Строк: { $count } міс
scr-offer-term-days = Строк: { $count } дн
scr-offer-commission = КВ: { $percent }%
scr-offer-valid-until = Діє до { $day }
scr-offer-conditions = Умови: { $words }
scr-offer-attached = 📎 Файл додано
scr-offer-author = Вніс: { $name }
scr-offer-source = Написано: «{ $words }»
scr-offer-corrected = ✅ Пропозицію виправлено.
scr-offer-dropped = 🗑 Пропозицію знято.
ask-choice-plan = Як клієнт платитиме?
ask-choice-confirm = Клієнт обирає: <b>{ $insurer }</b> · { $amount }. Записати?
scr-choice-instead = Замість попереднього вибору: { $insurer } · { $amount }
scr-choice-issuing = ⚠️ { $name } вже оформлює попередній варіант: одразу повідомлю, що вибір інший.
scr-choice-made = ✅ Клієнт обрав: { $insurer } · { $amount }
scr-deal-offers = Пропозиції: { $count }
scr-deal-offers-best = Пропозиції: { $count }, найкраща { $best }
scr-deal-chosen = Обрано: { $insurer } · { $premium }
err-offers-not-understood = Не знайшов пропозицій у «{ $typed }». Наприклад: УНІКА 48200 фр 1% КВ22
err-offer-part-not-understood = Не зрозумів «{ $typed }». Напишіть, що змінюється: 46900, фр 1%, КВ 22, ТАС. Або весь рядок: УНІКА 46900 фр 1%
err-offers-doubtful = Спершу уточніть позначене ⚠️: без страховика і премії пропозиції немає.
err-insurer-not-understood = Не знаю страховика «{ $typed }». Оберіть зі списку або напишіть інакше.
err-deductible-not-understood = Не зрозумів франшизу «{ $typed }». Наприклад: 15 000, 1%, без франшизи
err-instalments-not-understood = Не зрозумів оплату «{ $typed }». Наприклад: одразу, 2 платежі, 60/40
err-commission-not-understood = Не зрозумів відсоток «{ $typed }». Наприклад: 22 або 22,5%
err-term-not-understood = Не зрозумів строк «{ $typed }». Наприклад: 12 міс, 15 днів
err-choice-plan-not-understood = Не зрозумів «{ $typed }». Оберіть кнопкою.
err-offer-not-found = Такої пропозиції немає.
err-offer-expired = Пропозиція діяла до { $day }. Попросіть перерахувати.
err-offer-settled = Цю пропозицію вже обрано або знято, змінити її не можна.
err-offer-two-currencies = В одній пропозиції дві валюти. Напишіть усе в одній.
err-plan-not-offered = Такої оплати в пропозиції більше немає.
err-being-calculated = Перерахувати вже попросили: відкрита задача є.
err-nothing-chosen = Спершу запишіть, яку пропозицію обрав клієнт: оформлюють лише її.
btn-offers = ⚖️ Пропозиції { $count }
btn-offers-answer = ⚖️ Внести розрахунок
btn-offers-list = ⚖️ Пропозиції
btn-offers-enter = ➕ Внести
btn-offers-again = 🧮 Перерахувати
btn-offers-save = ✅ Зберегти { $count }
btn-offers-save-only = 💾 Поки зберегти
btn-offers-finish = ✅ Зберегти і здати
btn-offers-finish-only = ✅ Здати лише { $count }
btn-offers-finish-without = ✅ Здати без них
btn-offers-line = ✏️ { $number }
btn-offers-more = ➕ Ще пропозиція
btn-offers-to-journal = 📝 Це в журнал
btn-offer = { $number }. { $name }
btn-offer-choose = ✅ Клієнт обрав
btn-offer-choose-again = 🔁 Інша оплата
btn-offer-edit = ✏️ Виправити
btn-offer-drop = 🗑 Зняти
btn-offer-save = ✅ Зберегти
btn-offer-ready = ✅ Правильно
btn-offer-clear = 🚫 Не вказано
btn-insurers-more = ⋯ Інші страховики
btn-offer-file = 📎 Файл
btn-offer-field-insurer = Страховик
btn-offer-field-premium = Премія
btn-offer-field-deductible = Франшиза
btn-offer-field-instalments = Оплата
btn-offer-field-commission = КВ
btn-offer-field-sum_insured = Страх. сума
btn-offer-field-programme = Програма
btn-offer-field-term = Строк
btn-offer-field-valid_until = Діє до
btn-offer-field-conditions = Умови
btn-insurer = { $name }
btn-amount = { $amount }
btn-choice-confirm = ✅ Записати вибір
btn-task-issue = 📌 Оформити
jrn-offers-entered = внесено пропозиції: { $count }, найкраща { $best }
jrn-offers-entered-only = внесено пропозиції: { $count }
jrn-offer-chosen = клієнт обрав: { $insurer } · { $amount }
ntf-offers-entered =
    { $count ->
        [one] ⚖️ { $by }: { $count } пропозиція
        [few] ⚖️ { $by }: { $count } пропозиції
       *[other] ⚖️ { $by }: { $count } пропозицій
    }
ntf-offers-ready =
    { $count ->
        [one] ✅ { $by }: розрахунок готовий, { $count } пропозиція
        [few] ✅ { $by }: розрахунок готовий, { $count } пропозиції
       *[other] ✅ { $by }: розрахунок готовий, { $count } пропозицій
    }
ntf-offers-line = { $insurer } · <b>{ $premium }</b> · { $terms }
ntf-offer-chosen = ✅ { $by }: клієнт обрав { $insurer } · { $amount }
ntf-choice-changed = ⚠️ { $by }: клієнт передумав. Тепер { $insurer } · { $amount }, попередній варіант не оформлюйте.
ntf-task-choice = Оформлюємо: <b>{ $insurer }</b> · { $amount } · { $terms }
scr-offers-margins = <b>Маржа</b> з урахуванням правил, бачать продавець і керівник:
scr-offers-margin = { $insurer }: КВ { $percent }% · ≈ { $margin }
scr-offers-until-of = { $insurer } чинна до { $day }
offer-aside = 💬 До журналу: «{ $words }»
offer-sum-insured = сума { $amount }
btn-offer-as-last-year = 🔁 Як торік
