btn-reference = 📚 Справочники
btn-insurers = 🏛 Страховщики
btn-kinds = 🔖 Виды страхования
btn-reference-rates = ➗ Ставки КВ
btn-earlier = ◀️ Раньше
btn-insurer-add = ➕ Добавить
btn-insurer-off = 🚫 Отключить
btn-insurer-on = ✅ Включить
btn-rename-insurer = ✏️ Назвать иначе
btn-alias-add = ➕ Ещё имена
btn-alias-forget = ➖ Убрать имя
btn-alias = { $alias }
btn-shared-keep = Оставить всё
btn-shared-without = ✅ Без совпадений
scr-reference = 📚 <b>Справочники</b>
scr-reference-hint = Здесь правят то, из чего выбирают остальные.
scr-reference-saved = ✅ Сохранил.
scr-insurers = 🏛 <b>Страховщики</b>
scr-insurers-line = { $number }. { $name }
scr-insurers-line-off = { $number }. { $name } · <i>отключён</i>
scr-insurer = 🏛 <b>{ $name }</b>
scr-insurer-off = 🚫 Отключён: его не предлагаю и в строках не узнаю.
scr-insurer-aliases = Узнаю ещё по именам: { $aliases }
scr-insurer-alone = Других имён пока нет: узнаю только по названию.
scr-insurer-shared = • «{ $name }» уже зовут: { $other }
scr-insurer-shared-means = Если оставить, каждый раз буду спрашивать, кто из них.
ask-insurer-name = 🏛 Как называется страховщик? Например: Гелиос
ask-insurer-rename = ✏️ Как теперь называется <b>{ $name }</b>? По прежнему имени тоже буду узнавать.
ask-insurer-aliases =
    Как ещё пишут <b>{ $name }</b>? Сокращения и опечатки, через запятую.
    Например: Гелик, Helios
ask-insurer-shared = ⚠️ <b>Имена совпали</b>
ask-alias-forget = ➖ <b>{ $name }</b>: какое имя убрать?
err-insurer-not-found = Такого страховщика больше нет.
err-insurer-name-taken = { $name }: такой страховщик уже есть.
err-name-too-short = «{ $typed }»: нужны хотя бы две буквы.
err-too-many-aliases = Имён у одного страховщика не больше { $limit }.
err-shared-not-understood = Не понял: оставить совпавшие имена (да) или добавить без них (нет)?
err-alias-not-understood = Имени «{ $typed }» здесь нет. Выберите из списка.
btn-kind-term = Срок
btn-kind-earliest = Начало
btn-kind-schedules = Оплата
btn-kind-documents = Документы
btn-kind-renewal = Продление
btn-kind-instalment = Взносы
btn-kind-commission = КВ
btn-kind-names = ✏️ Названия
btn-kind-off = 🚫 Отключить
btn-kind-on = ✅ Включить
btn-start-at-once = Сразу
btn-start-in =
    { $days ->
        [one] Через { $days } день
        [few] Через { $days } дня
       *[other] Через { $days } дней
    }
btn-ladder = { $days }
btn-commission-each = С каждого взноса
btn-commission-first = Вся с первого
btn-ticked = ✅ { $what }
btn-unticked = { $what }
btn-ticked-done = 💾 Готово
kind-term-months =
    { $count ->
        [one] { $count } месяц
        [few] { $count } месяца
       *[other] { $count } месяцев
    }
kind-term-days =
    { $count ->
        [one] { $count } день
        [few] { $count } дня
       *[other] { $count } дней
    }
kind-term-unsaid = не задан
ladder-before = за { $days } дн.
ladder-same-day = в сам день
ladder-after = через { $days } дн.
ladder-none = не напоминаю
scr-kinds = 🔖 <b>Виды страхования</b>
scr-kinds-line = { $number }. { $icon } { $name }
scr-kinds-line-off = { $number }. { $icon } { $name } · <i>отключён</i>
scr-kind = { $icon } <b>{ $name }</b>
scr-kind-off = 🚫 Отключён: новых сделок по нему не открыть.
scr-kind-names = Названия: { $ru } · { $uk } · { $en }
scr-kind-term = Срок: { $term }
scr-kind-at-once = Начало: хоть в день покупки
scr-kind-wait =
    Начало: не раньше чем через { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }
scr-kind-schedules = Оплата: { $plans }
scr-kind-documents = Документы: { $kinds }
scr-kind-documents-none = Документы: никаких не требует
scr-kind-renewal = О продлении напоминаю: { $days }
scr-kind-instalment = О взносе напоминаю: { $days }
scr-kind-commission-each = КВ: с каждого взноса
scr-kind-commission-first = КВ: вся с первого взноса
ask-kind-language = ✏️ <b>{ $name }</b>: название на каком языке?
ask-kind-name = ✏️ Название, язык { $language }. Сейчас: { $name }
ask-kind-term = <b>{ $name }</b>: на какой срок обычно? Например: 12 месяцев или 15 дней
ask-kind-earliest = <b>{ $name }</b>: через сколько дней после покупки полис может начаться? Например: 3
ask-kind-renewal = <b>{ $name }</b>: за сколько дней напоминать о продлении? Например: 30, 14, 7, 1
ask-kind-instalment =
    <b>{ $name }</b>: за сколько дней напоминать о взносе?
    Например: 7, 3, 1, 0, -1 (0 значит в сам день, -1 на следующий)
ask-kind-commission = <b>{ $name }</b>: когда приходит КВ, с каждого взноса или вся с первого?
ask-kind-schedules = <b>{ $name }</b>: как за него платят? Отметьте или напишите, например: 60/40
ask-kind-documents = <b>{ $name }</b>: какие документы нужны? Отметьте или напишите, например: СНИЛС, ИНН
err-kind-term-not-understood = Не понял срок «{ $typed }». Например: 12 месяцев или 15 дней.
err-kind-earliest-not-understood = Не понял «{ $typed }». Напишите число дней до 60 или «сразу».
err-kind-renewal-not-understood = Не понял «{ $typed }». Напишите дни через запятую, например: 30, 14, 7, 1.
err-kind-instalment-not-understood = Не понял «{ $typed }». Напишите дни через запятую, например: 7, 3, 1, 0, -1.
err-kind-commission-not-understood = Не понял «{ $typed }»: с каждого взноса или вся с первого?
err-kind-schedules-not-understood = Не понял «{ $typed }». Например: сразу, 2, поквартально, 60/40.
err-kind-documents-not-understood = Не знаю документа в «{ $typed }». Например: паспорт, СТС.
err-kind-language-not-understood = Не знаю языка «{ $typed }». Выберите из списка.
err-nothing-ticked = Отметьте хотя бы одно.
cmd-reference = Страховщики, виды, ставки
btn-kind-proprietors = Документы ИП
btn-kind-companies = Документы компаний
scr-kind-proprietors = Документы ИП: { $kinds }
scr-kind-proprietors-none = Документы ИП: никаких не требует
scr-kind-companies = Документы компаний: { $kinds }
scr-kind-companies-none = Документы компаний: никаких не требует
ask-kind-proprietors = <b>{ $name }</b>: какие документы нужны от ИП? Отметьте или напишите, например: паспорт, ИНН
ask-kind-companies = <b>{ $name }</b>: какие документы нужны от компании? Отметьте или напишите, например: реквизиты, доверенность
err-kind-proprietors-not-understood = Не знаю документа в «{ $typed }». Например: паспорт, СТС.
err-kind-companies-not-understood = Не знаю документа в «{ $typed }». Например: паспорт, СТС.
