offer-no-deductible = без франшизы
offer-deductible = франшиза { $value }
offer-deductible-unsaid = франшиза не сказана
offer-plan-once = сразу
offer-plan-parts =
    { $count ->
        [one] { $count } платёж
        [few] { $count } платежа
       *[other] { $count } платежей
    }
offer-plan-shares = частями { $shares }
offer-plan-choice =
    { $count ->
        [one] { $count } вариант оплаты
        [few] { $count } варианта оплаты
       *[other] { $count } вариантов оплаты
    }
offer-term-months = { $count } мес
offer-term-days = { $count } дн
offer-commission = КВ { $percent }%
offer-line = { $mark } <b>{ $number }. { $insurer }</b> · { $premium }
offer-line-terms = { $terms }
offer-line-unknown = ❔ Не понял: { $words }
offer-clear = ✅
offer-doubtful = ⚠️
offer-unknown = ?
offer-missing = ⚠️ Не сказано: { $field }
offer-not-understood = «{ $typed }»: не понял до конца. Напишите эту строку заново.
offer-field-insurer = страховщик
offer-field-premium = премия
offer-state-draft = черновик
offer-state-ready = готово
offer-state-sent = показано клиенту
offer-state-chosen = выбрал клиент
offer-state-declined = снято
offer-state-expired = истекло
mark-best = ★
mark-offer-chosen = ✓
mark-offer-expired = ×
ask-offers = <b>Предложения по сделке { $number }.</b> Напишите их, по одному в строке, или выберите страховщика.
ask-offers-example-ru =
    Например:
    Ингос 48200 фр15 КВ22
    РЕСО 51к без фр
    Альфа 46900 10т фр рассрочка 2
ask-offers-example-ua =
    Например:
    УНИКА 48200 фр 1% КВ22
    ТАС 51к без фр
    АРКС 46900 рассрочка 2
ask-offers-review = <b>Понял так, сохранить?</b>
ask-offer-premium = Какая премия? Например: 48 200 или 48к
ask-offer-premium-of = { $insurer }: какая премия? Можно сразу со всем остальным: 48 200 фр 15 КВ 22
ask-offer = <b>{ $insurer }</b>: всё верно? Поправьте кнопкой или напишите, например: фр 15, КВ 22
ask-offer-insurer = «{ $source }»: какой это страховщик?
ask-offer-deductible = Какая франшиза? Например: 15 000, 1%, без франшизы
ask-offer-instalments = Как платить? Например: сразу, 2 платежа, 60/40
ask-offer-commission = Сколько процентов КВ? Например: 22
ask-offer-sum_insured = Какая страховая сумма? Например: 1,85 млн
ask-offer-programme = Как называется программа? Например: Классик
ask-offer-term = На какой срок? Например: 12 мес, 15 дней
ask-offer-valid_until = До какого дня действует предложение? Например: 5 декабря, через неделю
ask-offer-conditions = Какие условия важны? Например: ремонт у дилера, без износа
scr-offers = { $icon } <b>Предложения</b> · { $number } { $kind } · { $object }
scr-offers-none = Предложений пока нет. Их вносит исполнитель, или впишите сами.
scr-offers-premium = премия
scr-offers-deductible = франш.
scr-offers-parts = пл.
scr-offers-no-deductible = без
scr-offers-insurer = { $number } { $name }{ $mark }
scr-offers-chosen = ✅ Клиент выбрал: { $insurer }
scr-offers-until = Действуют до { $day }
scr-offers-expired = ⌛ { $insurer }: истекло { $day }
scr-offers-kept =
    { $count ->
        [one] ✅ Сохранил { $count } предложение.
        [few] ✅ Сохранил { $count } предложения.
       *[other] ✅ Сохранил { $count } предложений.
    } Осталось уточнить: { $doubtful }.
scr-offers-left = 🔁 Сделку { $deal } передали: теперь ею занимается <b>{ $name }</b>.
scr-offers-left-kept = 📝 То, что вы успели внести, записано в журнал сделки. { $name } это увидит.
scr-offers-left-next = От вас больше ничего не нужно. Если вопрос остался, спросите: { $name } или руководитель.
scr-offers-saved =
    { $count ->
        [one] ✅ Сохранил { $count } предложение.
        [few] ✅ Сохранил { $count } предложения.
       *[other] ✅ Сохранил { $count } предложений.
    }
scr-offers-saved-for-another =
    { $count ->
        [one] ✅ Сохранил { $count } предложение. Задача уже не ваша: сдаст её тот, кому она передана.
        [few] ✅ Сохранил { $count } предложения. Задача уже не ваша: сдаст её тот, кому она передана.
       *[other] ✅ Сохранил { $count } предложений. Задача уже не ваша: сдаст её тот, кому она передана.
    }
scr-offers-finished =
    { $count ->
        [one] ✅ Сохранил { $count } предложение, расчёт сдан.
        [few] ✅ Сохранил { $count } предложения, расчёт сдан.
       *[other] ✅ Сохранил { $count } предложений, расчёт сдан.
    }{ $dropped ->
        [0] { "" }
       *[other] { " " }Не вошли с ⚠️: { $dropped }.
    }
scr-offers-handed-in = ✅ Расчёт сдан. Не вошли с ⚠️: { $dropped }.
scr-offers-again = 🧮 Пересчитать: { $name }, до { $day }
scr-offer-title = <b>{ $insurer }</b> · { $state }
scr-offer-premium = Премия: { $amount }
scr-offer-no-deductible = Без франшизы
scr-offer-deductible = Франшиза: { $value }
scr-offer-plan = Оплата: { $plan }
scr-offer-sum-insured = Страховая сумма: { $amount }
scr-offer-programme = Программа: { $name }
scr-offer-term-months = Срок: { $count } мес
scr-offer-term-days = Срок: { $count } дн
scr-offer-commission = КВ: { $percent }%
scr-offer-valid-until = Действует до { $day }
scr-offer-conditions = Условия: { $words }
scr-offer-attached = 📎 Файл приложен
scr-offer-author = Внёс: { $name }
scr-offer-source = Написано: «{ $words }»
scr-offer-corrected = ✅ Предложение исправлено.
scr-offer-dropped = 🗑 Предложение снято.
ask-choice-plan = Как клиент будет платить?
ask-choice-confirm = Клиент выбирает: <b>{ $insurer }</b> · { $amount }. Записать?
scr-choice-instead = Вместо прежнего выбора: { $insurer } · { $amount }
scr-choice-issuing = ⚠️ { $name } уже оформляет прежний вариант: сразу сообщу, что выбор другой.
scr-choice-made = ✅ Клиент выбрал: { $insurer } · { $amount }
scr-deal-offers = Предложения: { $count }
scr-deal-offers-best = Предложения: { $count }, лучшее { $best }
scr-deal-chosen = Выбрано: { $insurer } · { $premium }
err-offers-not-understood = Не нашёл предложений в «{ $typed }». Например: Ингос 48200 фр15 КВ22
err-offer-part-not-understood = Не понял «{ $typed }». Напишите, что меняется: 46900, фр 15, КВ 22, Альфа. Или всю строку: Ингос 46900 фр15
err-offers-doubtful = Сначала уточните отмеченное ⚠️: без страховщика и премии предложения нет.
err-insurer-not-understood = Не знаю страховщика «{ $typed }». Выберите из списка или напишите иначе.
err-deductible-not-understood = Не понял франшизу «{ $typed }». Например: 15 000, 1%, без франшизы
err-instalments-not-understood = Не понял оплату «{ $typed }». Например: сразу, 2 платежа, 60/40
err-commission-not-understood = Не понял процент «{ $typed }». Например: 22 или 22,5%
err-term-not-understood = Не понял срок «{ $typed }». Например: 12 мес, 15 дней
err-choice-plan-not-understood = Не понял «{ $typed }». Выберите кнопкой.
err-offer-not-found = Такого предложения нет.
err-offer-expired = Предложение действовало до { $day }. Попросите пересчитать.
err-offer-settled = Это предложение уже выбрано или снято, менять его нельзя.
err-offer-two-currencies = В одном предложении две валюты. Напишите всё в одной.
err-plan-not-offered = Такой оплаты в предложении больше нет.
err-being-calculated = Пересчитать уже попросили: открытая задача есть.
err-nothing-chosen = Сначала запишите, какое предложение выбрал клиент: оформляют только его.
btn-offers = ⚖️ Предложения { $count }
btn-offers-answer = ⚖️ Внести расчёт
btn-offers-list = ⚖️ Предложения
btn-offers-enter = ➕ Внести
btn-offers-again = 🧮 Пересчитать
btn-offers-save = ✅ Сохранить { $count }
btn-offers-save-only = 💾 Пока сохранить
btn-offers-finish = ✅ Сохранить и сдать
btn-offers-finish-only = ✅ Сдать только { $count }
btn-offers-finish-without = ✅ Сдать без них
btn-offers-line = ✏️ { $number }
btn-offers-more = ➕ Ещё предложение
btn-offers-to-journal = 📝 Это в журнал
btn-offer = { $number }. { $name }
btn-offer-choose = ✅ Клиент выбрал
btn-offer-choose-again = 🔁 Другая оплата
btn-offer-edit = ✏️ Исправить
btn-offer-drop = 🗑 Снять
btn-offer-save = ✅ Сохранить
btn-offer-ready = ✅ Верно
btn-offer-clear = 🚫 Не указано
btn-insurers-more = ⋯ Ещё страховщики
btn-offer-file = 📎 Файл
btn-offer-field-insurer = Страховщик
btn-offer-field-premium = Премия
btn-offer-field-deductible = Франшиза
btn-offer-field-instalments = Оплата
btn-offer-field-commission = КВ
btn-offer-field-sum_insured = Страх. сумма
btn-offer-field-programme = Программа
btn-offer-field-term = Срок
btn-offer-field-valid_until = Действует до
btn-offer-field-conditions = Условия
btn-insurer = { $name }
btn-amount = { $amount }
btn-choice-confirm = ✅ Записать выбор
btn-task-issue = 📌 Оформить
jrn-offers-entered = внесены предложения: { $count }, лучшее { $best }
jrn-offers-entered-only = внесены предложения: { $count }
jrn-offer-chosen = клиент выбрал: { $insurer } · { $amount }
ntf-offers-entered =
    { $count ->
        [one] ⚖️ { $by }: { $count } предложение
        [few] ⚖️ { $by }: { $count } предложения
       *[other] ⚖️ { $by }: { $count } предложений
    }
ntf-offers-ready =
    { $count ->
        [one] ✅ { $by }: расчёт готов, { $count } предложение
        [few] ✅ { $by }: расчёт готов, { $count } предложения
       *[other] ✅ { $by }: расчёт готов, { $count } предложений
    }
ntf-offers-line = { $insurer } · <b>{ $premium }</b> · { $terms }
ntf-offer-chosen = ✅ { $by }: клиент выбрал { $insurer } · { $amount }
ntf-choice-changed = ⚠️ { $by }: клиент передумал. Теперь { $insurer } · { $amount }, прежний вариант не оформляйте.
ntf-task-choice = Оформляем: <b>{ $insurer }</b> · { $amount } · { $terms }
scr-offers-margins = <b>Маржа</b> с учётом правил, видят продавец и руководитель:
scr-offers-margin = { $insurer }: КВ { $percent }% · ≈ { $margin }
scr-offers-until-of = { $insurer } действует до { $day }
offer-aside = 💬 В журнал: «{ $words }»
offer-sum-insured = сумма { $amount }
btn-offer-as-last-year = 🔁 Как в прошлом году
