next-event-instalment = внесок
next-event-renewal = поновлення
next-event-call-back = дзвінок
scr-deals-today = <b>На сьогодні</b>
scr-deals-asleep-for = 💤 до { $day } · { $what }
scr-deals-owes = { $what } · { $due }
btn-deals-today = 📅 На сьогодні
