ntf-reminders = 🔔 <b>Reminders</b> · { $count }
ntf-brief =
    ☀️ <b>Good morning!</b> { $count ->
        [0] Nothing is due today.
        [one] { $count } thing to do today.
       *[other] { $count } things to do today.
    }
ntf-brief-ahead = <b>Coming up</b>
ntf-brief-for-others = <b>For those who are not here</b>
ntf-birthdays = 🎂 <b>Birthdays</b>
ntf-birthday =
    <b>{ $number }.</b> { $client } · { $day } · turns { $years }
ntf-missed = 👋 <b>Welcome back!</b> While you were away, others heard of this:
ntf-missed-lead = ⚠️ <b>{ $number }.</b> Lead { $lead } · { $who }: no activity
ntf-for-other = 🌴 Instead of { $name }
scr-reminders = 🔔 <b>Reminders</b>
scr-reminders-brief = ☀️ Morning brief: at { $at }
scr-reminders-no-brief = ☀️ The morning brief is off
scr-reminders-birthdays = 🎂 Clients' birthdays: in the morning
scr-reminders-quiet = 🌙 Quiet hours: { $begins }–{ $ends }
scr-reminders-no-quiet = 🌙 No quiet hours
scr-reminders-paused = ⏸ Paused: I’ll remind you of everything { $day }
scr-reminders-paused-at = ⏸ Paused: I’ll remind you of everything { $day } at { $at }
scr-reminders-saved = ✅ Saved.
btn-reminders = 🔔 Reminders
btn-reminders-hour = 🕘 Hour of the brief
btn-reminders-brief-on = ☀️ Turn the brief on
btn-reminders-brief-off = ☀️ Turn the brief off
btn-reminders-birthdays-on = 🎂 Turn birthdays on
btn-reminders-birthdays-off = 🎂 Turn birthdays off
btn-reminders-quiet = 🌙 Quiet hours
btn-reminders-pause = ⏸ Pause
btn-reminders-resume = ▶️ Resume
ask-brief-hour = When should the morning brief come? For example: 8:30
ask-quiet-hours = When should I keep quiet? What gathers meanwhile comes right after. For example: 22 to 7
ask-reminders-pause = Until which day or hour should I keep quiet? Nothing gets lost: it all comes then. For example: Monday, tomorrow at 14:00
ask-lead-snooze = When should I remind you of lead { $lead }? For example: on Friday, until Thursday 11, for 3 days
btn-hour = { $at }
btn-hours = { $begins }–{ $ends }
btn-no-quiet = Any time is fine
btn-snooze-days =
    { $days ->
        [7] A week
        [one] { $days } day
       *[other] { $days } days
    }
btn-snooze-until = 💤 Another day
btn-lead-called = 📞 I called
scr-lead-snoozed = 💤 I’ll remind you { $day } unless something happens before.
scr-lead-snoozed-at = 💤 I will remind you { $day } at { $at }, unless something happens before.
ntf-lead-stale =
    ⚠️ <b>Lead { $lead }</b> · { $who }
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    } without any activity
ntf-lead-stale-score = 🤖 AI score: { $score }
err-hour-not-understood = I don’t understand “{ $typed }”. Type an hour, for example: 8:30
err-quiet-not-understood = I don’t understand “{ $typed }”. Type two hours, for example: 22 to 7, or “no”.
err-brief-in-quiet-hours = That hour falls into the quiet hours. Move them first, or choose another hour.
err-snooze-in-the-past = That day has come already. Choose any later one.
cmd-reminders = Reminders: brief, quiet hours, pause
