ntf-reminders = 🔔 <b>Напоминания</b> · { $count }
ntf-brief =
    ☀️ <b>Доброе утро!</b> { $count ->
        [0] На сегодня дел нет.
        [one] Сегодня { $count } дело.
        [few] Сегодня { $count } дела.
       *[many] Сегодня { $count } дел.
    }
ntf-brief-ahead = <b>На горизонте</b>
ntf-brief-for-others = <b>За тех, кого нет</b>
ntf-birthdays = 🎂 <b>Дни рождения</b>
ntf-birthday =
    <b>{ $number }.</b> { $client } · { $day } · { $years ->
        [one] { $years } год
        [few] { $years } года
       *[many] { $years } лет
    }
ntf-missed = 👋 <b>С возвращением!</b> Пока вас не было, об этом слышали другие:
ntf-missed-lead = ⚠️ <b>{ $number }.</b> Лид { $lead } · { $who }: без движения
ntf-for-other = 🌴 Вместо { $name }
scr-reminders = 🔔 <b>Напоминания</b>
scr-reminders-brief = ☀️ Утренняя сводка: в { $at }
scr-reminders-no-brief = ☀️ Утренняя сводка выключена
scr-reminders-birthdays = 🎂 Дни рождения клиентов: утром
scr-reminders-quiet = 🌙 Тихие часы: { $begins }–{ $ends }
scr-reminders-no-quiet = 🌙 Тихих часов нет
scr-reminders-paused = ⏸ Пауза: напомню обо всём { $day }
scr-reminders-paused-at = ⏸ Пауза: напомню обо всём { $day } в { $at }
scr-reminders-saved = ✅ Сохранено.
btn-reminders = 🔔 Напоминания
btn-reminders-hour = 🕘 Час сводки
btn-reminders-brief-on = ☀️ Включить сводку
btn-reminders-brief-off = ☀️ Выключить сводку
btn-reminders-birthdays-on = 🎂 Включить дни рождения
btn-reminders-birthdays-off = 🎂 Выключить дни рождения
btn-reminders-quiet = 🌙 Тихие часы
btn-reminders-pause = ⏸ Пауза
btn-reminders-resume = ▶️ Снять паузу
ask-brief-hour = Во сколько присылать утреннюю сводку? Например: 8:30
ask-quiet-hours = Когда не беспокоить? Всё, что накопится, придёт сразу после. Например: с 22 до 7
ask-reminders-pause = До какого дня или часа не напоминать? Ничего не пропадёт: всё придёт тогда. Например: понедельник, завтра в 14
ask-lead-snooze = Когда напомнить о лиде { $lead }? Например: в пятницу, до четверга 11, на 3 дня
btn-hour = { $at }
btn-hours = { $begins }–{ $ends }
btn-no-quiet = Можно всегда
btn-snooze-days =
    { $days ->
        [7] Неделя
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
btn-snooze-until = 💤 Другой день
btn-lead-called = 📞 Позвонил
scr-lead-snoozed = 💤 Напомню { $day }, если до этого ничего не произойдёт.
scr-lead-snoozed-at = 💤 Напомню { $day } в { $at }, если до этого ничего не произойдёт.
ntf-lead-stale =
    ⚠️ <b>Лид { $lead }</b> · { $who }
    { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    } без движения
ntf-lead-stale-score = 🤖 AI-оценка: { $score }
err-hour-not-understood = Не понял «{ $typed }». Напишите час, например: 8:30
err-quiet-not-understood = Не понял «{ $typed }». Напишите два часа, например: с 22 до 7, или «нет».
err-brief-in-quiet-hours = Этот час приходится на тихие часы. Сначала сдвиньте их или выберите другой час.
err-snooze-in-the-past = Этот день уже наступил. Выберите любой следующий.
cmd-reminders = Напоминания: сводка, тихие часы, пауза
