ntf-reminders = 🔔 <b>Нагадування</b> · { $count }
ntf-brief =
    ☀️ <b>Доброго ранку!</b> { $count ->
        [0] На сьогодні справ немає.
        [one] Сьогодні { $count } справа.
        [few] Сьогодні { $count } справи.
       *[many] Сьогодні { $count } справ.
    }
ntf-brief-ahead = <b>Попереду</b>
