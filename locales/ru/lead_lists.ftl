cmd-leads = Лиды
cmd-deleted = Удалённые лиды
scr-leads = <b>🎯 Лиды</b> · { $filter }
lead-count-more = { $most }+
lead-filter-mine = мои
lead-filter-pool = общие
lead-filter-anybody = все
lead-filter-person = ведёт { $name }
lead-filter-open = в работе
lead-filter-every = все этапы
lead-filter-domain = { $name }
lead-filter-idle = без движения { $days }+ дн.
lead-silent-since = ⏳ с { $at }
lead-filter-paid = 💰 оплаченные
lead-paid = 💰 { $amount }
lead-filter-best = лучшие сверху
lead-filter-words = «{ $words }»
btn-leads-first = ⏮ В начало
btn-leads-mine = Мои
btn-leads-pool = Общие
btn-leads-anybody = Все
btn-leads-without = ✖️ { $what }
btn-leads-filter = 🎚 Фильтр
btn-leads-chosen = ✓ { $what }
btn-leads-choose = ☑️ Выбрать
btn-leads-export = 📊 Excel
btn-leads-deleted = 🗑 Удалённые
scr-leads-narrow = <b>Какие лиды показать?</b> Можно выбрать несколько условий.
btn-leads-idle = ⏳ { $days }+ дн.
btn-leads-newest = 🕘 Новые сверху
btn-leads-best = ⭐ Лучшие сверху
btn-leads-by-source = 🌐 Откуда
btn-leads-by-domain-id = 🏢 Сфера
btn-leads-by-whose = 👤 Чьи
btn-leads-words = 🔎 Имя, телефон
btn-leads-show = ✅ Показать
btn-leads-whole = 🧹 Сбросить
btn-leads-whichever = Неважно
ask-leads-source = Откуда пришли?
ask-leads-domain-id = Из какой сферы?
ask-leads-whose = Кто их ведёт?
ask-leads-words = Кого ищем? Часть имени, компании или телефона. Например: Иванов или 4567
scr-leads-choose = <b>Отметьте лидов номерами.</b> Отмечено: { $count } из { $most }
scr-leads-line-marked = ☑️ { $line }
btn-number-marked = ✓ { $number }
btn-leads-mark-page = Вся страница
btn-leads-mark-all = Весь список (≤{ $most })
btn-leads-mark-none = Снять
btn-leads-back = ⬅️ К списку
btn-leads-give = 👤 Передать
btn-leads-release = 📤 В общие
btn-leads-move = ➡️ Этап
btn-leads-analyse = 🤖 Оценить
btn-leads-lose = ❌ Отказ
btn-leads-delete = 🗑 Удалить
scr-leads-more-than = В списке больше: отмечены первые { $most }.
ask-leads-give =
    { $count ->
        [one] Кому передать { $count } лида?
        [few] Кому передать { $count } лидов?
       *[other] Кому передать { $count } лидов?
    }
ask-leads-move =
    { $count ->
        [one] На какой этап перевести { $count } лида?
        [few] На какой этап перевести { $count } лидов?
       *[other] На какой этап перевести { $count } лидов?
    }
ask-leads-lose =
    { $count ->
        [one] Почему отказ у { $count } лида? Выберите или напишите.
        [few] Почему отказ у { $count } лидов? Выберите или напишите.
       *[other] Почему отказ у { $count } лидов? Выберите или напишите.
    }
ask-leads-sure-give =
    { $count ->
        [one] <b>Передать { $count } лида?</b> Кому: { $name }
        [few] <b>Передать { $count } лидов?</b> Кому: { $name }
       *[other] <b>Передать { $count } лидов?</b> Кому: { $name }
    }
ask-leads-sure-release =
    { $count ->
        [one] <b>Вернуть { $count } лида в общие?</b>
        [few] <b>Вернуть { $count } лидов в общие?</b>
       *[other] <b>Вернуть { $count } лидов в общие?</b>
    }
ask-leads-sure-move =
    { $count ->
        [one] <b>Перевести { $count } лида на этап «{ $stage }»?</b>
        [few] <b>Перевести { $count } лидов на этап «{ $stage }»?</b>
       *[other] <b>Перевести { $count } лидов на этап «{ $stage }»?</b>
    }
ask-leads-move-back = Вернуть этап сможет руководитель, каждому лиду отдельно и с причиной.
ask-leads-sure-lose =
    { $count ->
        [one] <b>Записать отказ { $count } лиду?</b> Причина: { $reason }
        [few] <b>Записать отказ { $count } лидам?</b> Причина: { $reason }
       *[other] <b>Записать отказ { $count } лидам?</b> Причина: { $reason }
    }
ask-leads-sure-analyse =
    { $count ->
        [one] <b>Оценить { $count } лида?</b>
        [few] <b>Оценить { $count } лидов?</b>
       *[other] <b>Оценить { $count } лидов?</b>
    }
ask-leads-sure-delete =
    { $count ->
        [one] <b>Удалить { $count } лида?</b> Его можно будет восстановить: /deleted
        [few] <b>Удалить { $count } лидов?</b> Их можно будет восстановить: /deleted
       *[other] <b>Удалить { $count } лидов?</b> Их можно будет восстановить: /deleted
    }
btn-leads-yes = Да, все { $count }
scr-leads-handled = <b>{ $what }: { $done } из { $count }</b>
leads-did-give = 👤 Передал: { $name }
leads-did-release = 📤 Вернул в общие
leads-did-move = ➡️ Этап «{ $stage }»
leads-did-lose = ❌ Записал отказ
leads-did-analyse = 🤖 Отдал на оценку
leads-did-delete = 🗑 Удалил
scr-leads-some-refused = Не вышло: { $count }. Почему, ниже; они остались отмеченными.
scr-leads-some-out-of-reach = Не вышло: { $count }. Почему, ниже; отмеченными остались { $marked }.
scr-leads-done = ✅ { $leads }
scr-leads-refused = ❌ { $leads }: { $reason }
leads-refused-gone = Таких лидов больше нет.
leads-refused-of-others = Ведёт { $assignee }. Попросите руководителя передать их вам.
leads-named = { $leads }
leads-named-more = { $leads } и ещё { $count } ({ $numbers })
scr-leads-deleted = <b>🗑 Удалённые лиды</b>
scr-leads-deleted-hint = Нажмите номер, чтобы посмотреть и восстановить.
scr-lead-gone = 🗑 <b>Удалён</b>: { $by }, { $at }
scr-leads-deleted-line =
    { $number }. <b>{ $who }</b> · лид { $lead }
    <i>удалён: { $by }, { $at }</i>
scr-found-leads = <b>Лиды</b>
btn-more-leads = Ещё лиды ▶️
toast-leads-export = 📊 Готовлю файл, пришлю сюда.
ntf-leads-exported =
    { $count ->
        [one] 📊 Лиды в Excel: { $count } строка. В файле контакты целиком, берегите его.
        [few] 📊 Лиды в Excel: { $count } строки. В файле контакты целиком, берегите его.
       *[other] 📊 Лиды в Excel: { $count } строк. В файле контакты целиком, берегите его.
    }
ntf-leads-exported-cut = 📊 Лиды в Excel: первые { $most } строк, в списке их больше. В файле контакты целиком, берегите его.
ntf-leads-export-failed = Файл с лидами сохранить не вышло: хранилище не отвечает. Попробуйте позже.
ntf-leads-given =
    { $count ->
        [one] 🎯 { $by } передаёт вам { $count } лида.
        [few] 🎯 { $by } передаёт вам { $count } лидов.
       *[other] 🎯 { $by } передаёт вам { $count } лидов.
    }
ntf-leads-taken-away =
    { $count ->
        [one] { $by } передаёт другим { $count } вашего лида.
        [few] { $by } передаёт другим { $count } ваших лидов.
       *[other] { $by } передаёт другим { $count } ваших лидов.
    }
ntf-leads-moved =
    { $count ->
        [one] { $by } переводит { $count } вашего лида: { $stage }
        [few] { $by } переводит { $count } ваших лидов: { $stage }
       *[other] { $by } переводит { $count } ваших лидов: { $stage }
    }
ntf-leads-deleted =
    { $count ->
        [one] 🗑 { $by } удаляет { $count } вашего лида.
        [few] 🗑 { $by } удаляет { $count } ваших лидов.
       *[other] 🗑 { $by } удаляет { $count } ваших лидов.
    }
ntf-leads-more = …и ещё { $count }
err-too-many-leads = Отмечено { $count }, а за раз можно не больше { $most }.
err-no-leads-chosen = Сначала отметьте хотя бы одного лида.
sheet-cell = { $value }
sheet-leads = Лиды
sheet-lead-number = Лид
sheet-lead-created = Появился
sheet-lead-stage = Этап
sheet-lead-source = Откуда
sheet-lead-campaign = Кампания
sheet-lead-name = Имя
sheet-lead-company = Компания
sheet-lead-position = Должность
sheet-lead-phones = Телефоны
sheet-lead-emails = Почта
sheet-lead-domain = Сфера
sheet-lead-kinds = Виды
sheet-lead-object = Объект
sheet-lead-tax = Налоговый номер
sheet-lead-tier = Уровень
sheet-lead-score = Оценка
sheet-lead-assignee = Ведёт
sheet-lead-activity = Последнее действие
sheet-lead-lost = Причина отказа
sheet-lead-intent = Намерение
sheet-lead-pain = Что болит
sheet-lead-paid = Оплачено
sheet-lead-paid-in = Валюта
sheet-lead-paid-at = Оплачен с
