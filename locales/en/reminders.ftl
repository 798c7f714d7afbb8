ntf-reminders = 🔔 <b>Reminders</b> · { $count }
ntf-brief =
    ☀️ <b>Good morning!</b> { $count ->
        [0] Nothing is due today.
        [one] { $count } thing to do today.
       *[other] { $count } things to do today.
    }
ntf-brief-ahead = <b>Coming up</b>
