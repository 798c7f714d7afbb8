next-event-instalment = взнос
next-event-renewal = продление
next-event-call-back = звонок
scr-deals-today = <b>На сегодня</b>
scr-deals-asleep-for = 💤 до { $day } · { $what }
scr-deals-owes = { $what } · { $due }
btn-deals-today = 📅 На сегодня
