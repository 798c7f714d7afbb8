ntf-reminders = 🔔 <b>Напоминания</b> · { $count }
ntf-brief =
    ☀️ <b>Доброе утро!</b> { $count ->
        [0] На сегодня дел нет.
        [one] Сегодня { $count } дело.
        [few] Сегодня { $count } дела.
       *[many] Сегодня { $count } дел.
    }
ntf-brief-ahead = <b>На горизонте</b>
