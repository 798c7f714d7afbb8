ntf-reminders = 🔔 <b>Нагадування</b> · { $count }
ntf-brief =
    ☀️ <b>Доброго ранку!</b> { $count ->
        [0] На сьогодні справ немає.
        [one] Сьогодні { $count } справа.
        [few] Сьогодні { $count } справи.
       *[many] Сьогодні { $count } справ.
    }
ntf-brief-ahead = <b>Попереду</b>
ntf-brief-for-others = <b>За тих, кого немає</b>
ntf-birthdays = 🎂 <b>Дні народження</b>
ntf-birthday =
    <b>{ $number }.</b> { $client } · { $day } · { $years ->
        [one] { $years } рік
        [few] { $years } роки
       *[many] { $years } років
    }
ntf-missed = 👋 <b>З поверненням!</b> Поки вас не було, про це чули інші:
ntf-missed-lead = ⚠️ <b>{ $number }.</b> Лід { $lead } · { $who }: без руху
ntf-for-other = 🌴 Замість { $name }
scr-reminders = 🔔 <b>Нагадування</b>
scr-reminders-brief = ☀️ Ранкове зведення: о { $at }
scr-reminders-no-brief = ☀️ Ранкове зведення вимкнено
scr-reminders-birthdays = 🎂 Дні народження клієнтів: вранці
scr-reminders-quiet = 🌙 Тихі години: { $begins }–{ $ends }
scr-reminders-no-quiet = 🌙 Тихих годин немає
scr-reminders-paused = ⏸ Пауза: нагадаю про все { $day }
scr-reminders-paused-at = ⏸ Пауза: нагадаю про все { $day } о { $at }
scr-reminders-saved = ✅ Збережено.
btn-reminders = 🔔 Нагадування
btn-reminders-hour = 🕘 Година зведення
btn-reminders-brief-on = ☀️ Увімкнути зведення
btn-reminders-brief-off = ☀️ Вимкнути зведення
btn-reminders-birthdays-on = 🎂 Увімкнути дні народження
btn-reminders-birthdays-off = 🎂 Вимкнути дні народження
btn-reminders-quiet = 🌙 Тихі години
btn-reminders-pause = ⏸ Пауза
btn-reminders-resume = ▶️ Зняти паузу
ask-brief-hour = О котрій надсилати ранкове зведення? Наприклад: 8:30
ask-quiet-hours = Коли не турбувати? Усе, що назбирається, надійде одразу після. Наприклад: з 22 до 7
ask-reminders-pause = До якого дня чи години не нагадувати? Нічого не загубиться: усе надійде тоді. Наприклад: понеділок, завтра о 14
ask-lead-snooze = Коли нагадати про ліда { $lead }? Наприклад: у п’ятницю, до четверга 11, на 3 дні
btn-hour = { $at }
btn-hours = { $begins }–{ $ends }
btn-no-quiet = Можна завжди
btn-snooze-days =
    { $days ->
        [7] Тиждень
        [one] { $days } день
        [few] { $days } дні
       *[many] { $days } днів
    }
btn-snooze-until = 💤 Інший день
btn-lead-called = 📞 Телефонував
scr-lead-snoozed = 💤 Нагадаю { $day }, якщо доти нічого не станеться.
scr-lead-snoozed-at = 💤 Нагадаю { $day } о { $at }, якщо доти нічого не станеться.
ntf-lead-stale =
    ⚠️ <b>Лід { $lead }</b> · { $who }
    { $days ->
        [one] { $days } день
        [few] { $days } дні
       *[many] { $days } днів
    } без руху
ntf-lead-stale-score = 🤖 AI-оцінка: { $score }
err-hour-not-understood = Не зрозумів «{ $typed }». Напишіть годину, наприклад: 8:30
err-quiet-not-understood = Не зрозумів «{ $typed }». Напишіть дві години, наприклад: з 22 до 7, або «ні».
err-brief-in-quiet-hours = Ця година припадає на тихі години. Спершу пересуньте їх або оберіть іншу.
err-snooze-in-the-past = Цей день уже настав. Оберіть будь-який наступний.
cmd-reminders = Нагадування: зведення, тихі години, пауза
