cmd-automation = Что CRM делает сама
btn-rules = 🤖 Автоматика
btn-rules-all = 🤖 Все правила
btn-rule-add = ➕ Добавить правило
btn-rule-save = ✅ Сохранить
btn-rule-save-on = ✅ Сохранить и включить
btn-rule-on = ✅ Включить
btn-rule-off = ⏸ Выключить
btn-rule-try =
    { $days ->
        [one] 🔎 Проба: { $days } день
        [few] 🔎 Проба: { $days } дня
       *[other] 🔎 Проба: { $days } дней
    }
btn-rule-done = 📋 Что сделано
btn-rule-edit = ✏️ Изменить
btn-rule-delete = 🗑 Удалить
btn-rule-card = 🤖 К правилу
scr-auto-title = 🤖 <b>Автоматика: что делается само</b>
scr-auto-none = 🤖 <b>Автоматика.</b> Правил пока нет. Добавьте первое: оно начнёт работать, когда вы его включите.
scr-auto-line-on = { $number }. ✅ { $says }
scr-auto-line-off = { $number }. ⏸ { $says }
scr-rule-title = 🤖 <b>{ $says }</b>
scr-rule-card = 🤖 Правило { $number }. <b>{ $says }</b>
scr-rule-on = ✅ Включено: действует на то, что случится дальше.
scr-rule-off = ⏸ Выключено. Сначала проверьте на прошлых днях: ничего не изменится.
scr-rule-added = ✅ Сохранил.
scr-rule-changed = ✅ Изменил. Что уже ждёт своего часа, сверю с новым правилом.
scr-rule-switched-on = ✅ Включил: действует с этой минуты.
scr-rule-switched-off = ⏸ Выключил. Что уже ждёт своего часа, делаться не будет.
scr-rule-deleted = 🗑 Правило удалено. Что оно сделало, осталось.
toast-rule-so-already = Уже так
ask-rule-delete = 🗑 Удалить это правило? <b>{ $says }</b>
rule-says = { $when } — { $then }
rule-says-only = { $when } ({ $only }) — { $then }
rule-named = «{ $name }»: { $says }
rule-later = через { $delay } { $then }
rule-minutes =
    { $count ->
        [one] { $count } минуту
        [few] { $count } минуты
       *[other] { $count } минут
    }
rule-hours =
    { $count ->
        [one] { $count } час
        [few] { $count } часа
       *[other] { $count } часов
    }
rule-days =
    { $count ->
        [one] { $count } день
        [few] { $count } дня
       *[other] { $count } дней
    }
rule-on-lead-created = Когда появляется новый лид
rule-on-lead-stage-changed = Когда лид переходит на этап «{ $stage }»
rule-on-lead-scored = Когда лид оценён
rule-on-deal-created = Когда открыта сделка
rule-on-deal-stage-changed = Когда сделка переходит на этап «{ $stage }»
rule-on-clock-lead-waits = Когда новым лидом { $time } никто не занимается
rule-on-clock-task-waits = Когда задачу { $time } никто не принимает
rule-any-stage = любой этап
rule-only-stage = этап «{ $stage }»
rule-only-from = из «{ $stage }»
rule-only-source = лид: { $source }
rule-only-score = оценка от { $score }
rule-only-amount = сумма от { $amount }
rule-do-create-deal = создать сделку
rule-do-create-deal-kind = создать сделку; если вид не указан, то { $kind }
rule-do-move-stage = перевести сделку на этап «{ $stage }»
rule-do-notify = сообщить: { $whom }
rule-do-auto-assign = передать продавцу, у которого лидов меньше всего
rule-do-escalate-lead = напомнить ответственному, потом руководителям
rule-do-escalate-task = напомнить исполнителю, потом продавцу и руководителям
rule-whom-owner = ответственному
rule-whom-admin = администраторам
rule-whom-manager = руководителям
rule-whom-chat = в чат { $number }
rule-whom-webhook = системе { $host }
rule-about-lead = Лид { $number }
rule-about-deal = Сделка { $number }
rule-about-task = Задача { $number }
rule-template-deal-on-stage = Лид квалифицирован → сделка
rule-template-deal-on-score = Лид оценён → сделка
rule-template-assign-lead = Новый лид → продавцу
rule-template-tell-lead-stage = Этап лида → сообщить
rule-template-tell-lead-score = Оценка лида → сообщить
rule-template-tell-deal-stage = Этап сделки → сообщить
rule-template-move-deal = Этап сделки → дальше
rule-template-move-new-deal = Новая сделка → документы
rule-template-escalate-lead = Лид ждёт → напомнить
rule-template-escalate-task = Задача ждёт → напомнить
btn-rule-choice = { $name }
btn-rule-any = Не важно
btn-rule-none = Не создавать
btn-rule-unnamed = Без названия
btn-rule-now = Сразу
btn-rule-score = от { $score }
btn-rule-tier = { $tier }
btn-rule-time = { $time }
btn-rule-amount = от { $amount }
btn-rule-channel-owner = 🎯 Ответственному
btn-rule-channel-person = 👤 Человеку
btn-rule-channel-role = 👥 Роли
btn-rule-channel-chat = 💬 В чат команды
btn-rule-channel-webhook = 🔗 Другой системе
btn-rule-channel-email = ✉️ На почту
btn-rule-fix-stage = ✏️ Этап
btn-rule-fix-to = ✏️ Куда перевести
btn-rule-fix-source = ✏️ Откуда
btn-rule-fix-tier = ✏️ Какие лиды
btn-rule-fix-score_from = ✏️ Оценка
btn-rule-fix-kind_id = ✏️ Вид
btn-rule-fix-other_kind_id = ✏️ Вид сделки
btn-rule-fix-amount_from = ✏️ Сумма
btn-rule-fix-hours = ✏️ Срок
btn-rule-fix-channel = ✏️ Кому
btn-rule-fix-user_id = ✏️ Человек
btn-rule-fix-role = ✏️ Роль
btn-rule-fix-chat_id = ✏️ Чат
btn-rule-fix-url = ✏️ Адрес
btn-rule-fix-email = ✏️ Почта
btn-rule-fix-delay = ✏️ Когда
btn-rule-fix-name = ✏️ Название
ask-rule-template = <b>Новое правило.</b> Что должно делаться само?
ask-rule-stage = На каком этапе?
ask-rule-to = На какой этап перевести?
ask-rule-source = Откуда клиент?
ask-rule-tier = Какие лиды?
ask-rule-score_from = С какой оценки? Например: 0,7
ask-rule-kind_id = Какой вид страхования?
ask-rule-other_kind_id = Если у лида вид не указан, каким создать сделку?
ask-rule-amount_from = От какой суммы? Например: 50 000
ask-rule-hours = Через сколько часов напомнить? Например: 4
ask-rule-channel = Кому сообщить?
ask-rule-user_id = Кому именно? Можно написать имя.
ask-rule-role = Какой роли?
ask-rule-chat_id = 💬 Номер чата команды? Добавьте меня в тот чат и напишите там /automation: я отвечу номером. Например: -1001234567890
ask-rule-url = 🔗 Адрес, куда сообщить? Например: https://example.org/crm
ask-rule-email = ✉️ На какой адрес? Например: office@example.org
ask-rule-delay = Сразу или позже? Позже я сначала проверю, что всё ещё так. Например: 2 часа
ask-rule-name = Как назвать правило? Например: Горячие лиды в чат. Без названия оно зовётся тем, что делает.
ask-rule-confirm = <b>{ $says }</b>. Верно?
ask-rule-change = ✏️ <b>{ $says }</b>. Что изменить? Потом сохраните.
err-rule-choice-not-understood = Не понял «{ $typed }». Выберите из списка.
err-rule-number-not-understood = Не понял «{ $typed }». Нужно число от { $least } до { $most }.
err-rule-delay-not-understood = Не понял «{ $typed }». Например: сразу, 30 минут, 2 часа, 3 дня.
err-rule-email-not-understood = «{ $typed }» на адрес почты не похоже. Например: office@example.org
err-rule-chat-not-understood = «{ $typed }» на номер чата не похоже. Например: -1001234567890
err-webhook-address-refused = Этот адрес не подходит: нужен https, без пароля в адресе и не внутри вашей сети. Например: https://example.org/crm
err-rule-not-found = Этого правила больше нет.
err-rule-changed-meanwhile = Правило тем временем изменили. Вот какое оно сейчас.
err-rule-there-already = Такое правило уже есть в списке.
err-rule-name-taken = Правило «{ $name }» уже есть. Назовите это иначе.
err-too-many-rules = Правил уже { $most }, больше не помещается. Удалите ненужные.
err-lead-without-kind = У лида не указан вид страхования или указано несколько.
err-nobody-free = Все продавцы в отъезде или заняты до предела.
err-nobody-to-tell = Сообщить некому: человек отключён или такой роли ни у кого нет.
err-chat-not-reached = В чат команды сообщение не приняли: меня там нет или мне нельзя писать.
scr-rule-try-create-deal =
    { $count ->
        [one] 🔎 За { $time } создало бы { $count } сделку, из лида:
        [few] 🔎 За { $time } создало бы { $count } сделки, из лидов:
       *[other] 🔎 За { $time } создало бы { $count } сделок, из лидов:
    }
scr-rule-try-move-stage =
    { $count ->
        [one] 🔎 За { $time } перевело бы { $count } сделку:
        [few] 🔎 За { $time } перевело бы { $count } сделки:
       *[other] 🔎 За { $time } перевело бы { $count } сделок:
    }
scr-rule-try-notify =
    { $count ->
        [one] 🔎 За { $time } сообщило бы { $count } раз:
        [few] 🔎 За { $time } сообщило бы { $count } раза:
       *[other] 🔎 За { $time } сообщило бы { $count } раз:
    }
scr-rule-try-auto-assign =
    { $count ->
        [one] 🔎 За { $time } передало бы { $count } лид:
        [few] 🔎 За { $time } передало бы { $count } лида:
       *[other] 🔎 За { $time } передало бы { $count } лидов:
    }
scr-rule-try-escalate = 🔎 Сейчас напомнило бы о { $count } из тех, кто пришёл за { $time }:
scr-rule-try-none = 🔎 За { $time } не сработало бы ни разу.
scr-rule-try-line = { $number }. { $about } · { $name }
scr-rule-try-more = и ещё { $count }
scr-rule-try-refused = ⚠️ Ещё { $count } не прошло бы. { $why }
scr-rule-try-cut = Посмотрел последние { $count } событий, раньше было ещё.
scr-rule-try-safe = Это проба: ничего не сделано.
scr-rule-done-title = 📋 <b>Что сделано:</b> { $says }
scr-rule-done-none = 📋 Это правило ещё ничего не сделало.
scr-rule-done-line = { $number }. { $about } · { $at } · { $what }
rule-done-deal = ✅ сделка { $number }
rule-done-deal-known = ✅ сделка { $number } уже была
rule-done-stage = ✅ теперь «{ $stage }»
rule-done-assigned = ✅ { $name }
rule-done-kept = ✅ уже у продавца
rule-done-told = ✅ сообщено
rule-done-step-executor = ✅ напомнил исполнителю
rule-done-step-seller = ✅ напомнил ответственному
rule-done-step-manager = ✅ сказал руководителям
rule-done-waiting = ⏳ ждёт, сделаю { $at }
rule-done-due = ⏳ делаю
rule-done-calling = ⏳ отправляю
rule-done-again = ⏳ не дошло ({ $why }), пробую ещё
rule-done-dead = ❌ не дошло: { $why }
rule-done-refused = ❌ { $why }
rule-done-refused-other = ❌ не вышло
rule-done-off = ⏸ правило выключили
rule-done-changed = ⏸ к сроку стало не так
rule-done-stopped = ⛔️ слишком длинная цепочка
rule-fault-timeout = не ответили вовремя
rule-fault-unresolved = такого имени в сети нет
rule-fault-unreachable = нет связи
rule-fault-not-https = адрес не https
rule-fault-not-public = адрес внутри сети
rule-fault-redirect = перенаправляет на другой адрес
rule-fault-address = неверный адрес
rule-fault-too-large = слишком большое сообщение
rule-fault-recipient = почта не принимает этот адрес
rule-fault-webhooks-off = отправка выключена в настройках
rule-fault-email-off = почта не настроена
rule-fault-status = ответ { $status }
ntf-rule-lead-stage = 🤖 Лид теперь «{ $stage }»
ntf-rule-lead-score = 🤖 Лид оценён: { $tier } { $score }
ntf-rule-deal-stage = 🤖 Сделка теперь на этапе «{ $stage }»
ntf-rule-deal-created = 🤖 Лид { $lead } стал сделкой, она ваша
ntf-rule-lead-waits =
    { $hours ->
        [one] ⏰ Новый лид ждёт уже { $hours } час: никто им не занимается
        [few] ⏰ Новый лид ждёт уже { $hours } часа: никто им не занимается
       *[other] ⏰ Новый лид ждёт уже { $hours } часов: никто им не занимается
    }
ntf-rule-task-waits =
    { $hours ->
        [one] ⏰ Задачу «{ $what }» не приняли уже { $hours } час
        [few] ⏰ Задачу «{ $what }» не приняли уже { $hours } часа
       *[other] ⏰ Задачу «{ $what }» не приняли уже { $hours } часов
    }
ntf-rule-chain-stopped =
    { $limit ->
        [one] ⛔️ Правила запускали друг друга слишком долго: остановил после { $limit } действия.
        [few] ⛔️ Правила запускали друг друга слишком долго: остановил после { $limit } действий.
       *[other] ⛔️ Правила запускали друг друга слишком долго: остановил после { $limit } действий.
    }
ntf-rule-chain-look = Посмотрите, какие правила ведут одно к другому, и выключите лишние.
ntf-rule-chat-not-reached = ⚠️ Правило { $number } «{ $name }» не может сообщить в чат команды: меня там нет или мне нельзя писать.
ntf-rule-chat-what-to-do = Добавьте меня в этот чат или укажите в правиле другой. Пока не получится снова, больше об этом не напомню.
mail-rule-subject = CRM: { $about }
mail-rule-foot = Это письмо отправило правило CRM. Отвечать на него не нужно.
scr-group-number = Номер этого чата для правил: <code>{ $number }</code>
btn-away = 🌴 В отъезде
btn-away-back = 👋 Уже на месте
scr-user-away = 🌴 В отъезде по { $until }: лиды сами не приходят, напоминания слышат другие
ask-away = 🌴 <b>{ $name }</b>: по какой день включительно в отъезде? До тех пор лиды сами не придут, а напоминания услышат другие. Например: пт
scr-away-saved = 🌴 Запомнил: в отъезде по { $until }. О чём напомню другим, расскажу в первый день после.
scr-away-over = 👋 Запомнил: на месте.
