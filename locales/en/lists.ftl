next-event-instalment = instalment
next-event-renewal = renewal
next-event-call-back = call-back
scr-deals-today = <b>Due today</b>
scr-deals-asleep-for = 💤 until { $day } · { $what }
scr-deals-owes = { $what } · { $due }
btn-deals-today = 📅 Due today
