scr-day =
    <b>Мій день</b> · { $count ->
        [0] на сьогодні все
        [one] { $count } справа
        [few] { $count } справи
       *[other] { $count } справ
    }
scr-day-risk = Під ризиком { $amounts }
scr-day-amount = { $amount }
scr-day-line =
    { $mark } <b>{ $number }.</b> { $what }: { $when }
    { $deal } { $kind } · { $client }
scr-day-line-money =
    { $mark } <b>{ $number }.</b> { $what }: { $when } · { $amount }
    { $deal } { $kind } · { $client }
scr-day-instalment = Платіж
scr-day-renewal = Поновити
scr-day-call-back = Передзвонити
scr-day-today = сьогодні
scr-day-today-at = сьогодні, { $time }
scr-day-hour-over = сьогодні о { $time }, час минув
scr-day-late =
    { $days ->
        [one] прострочено на { $days } день
        [few] прострочено на { $days } дні
       *[other] прострочено на { $days } днів
    }
scr-day-more = …і ще { $count }
scr-day-ahead = Далі: { $what } · { $day } · угода { $deal }
scr-day-nothing-ahead = Попереду поки нічого не призначено.
scr-day-late-tasks = <b>Прострочені задачі в людей</b>
scr-day-late-task =
    { $mark } <b>{ $number }.</b> { $name } · { $what }: { $when }
    { $deal } { $kind } · { $client }
scr-day-late-task-money =
    { $mark } <b>{ $number }.</b> { $name } · { $what }: { $when } · { $amount }
    { $deal } { $kind } · { $client }
scr-day-owing = <b>Не закрито в людей</b>
scr-day-owing-line =
    <b>{ $number }.</b> { $name }: { $count ->
        [one] { $count } платіж
        [few] { $count } платежі
       *[other] { $count } платежів
    } · { $amount }, до { $days ->
        [one] { $days } дня
       *[other] { $days } днів
    }
scr-day-owing-refund =
    <b>{ $number }.</b> { $name }: { $count ->
        [one] { $count } повернення клієнтові
        [few] { $count } повернення клієнтам
       *[other] { $count } повернень клієнтам
    } · { $amount }, з { $since }
scr-day-overdue-of = <b>Прострочені платежі й повернення</b> · { $name }
scr-day-nothing-overdue = Нічого не прострочено · { $name }
btn-my-day = 📅 Мій день
cmd-day = Мій день: що горить сьогодні
scr-day-refund = Повернути клієнтові
scr-day-commission-back = Повернути КВ страховику
scr-day-since = з { $day }
scr-day-ahead-in =
    через { $days ->
        [one] { $days } день
        [few] { $days } дні
       *[many] { $days } днів
    } · { $day }
