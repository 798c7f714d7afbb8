scr-day =
    <b>Мой день</b> · { $count ->
        [0] на сегодня всё
        [one] { $count } дело
        [few] { $count } дела
       *[other] { $count } дел
    }
scr-day-risk = Под риском { $amounts }
scr-day-amount = { $amount }
scr-day-line =
    { $mark } <b>{ $number }.</b> { $what }: { $when }
    { $deal } { $kind } · { $client }
scr-day-line-money =
    { $mark } <b>{ $number }.</b> { $what }: { $when } · { $amount }
    { $deal } { $kind } · { $client }
scr-day-instalment = Взнос
scr-day-renewal = Продлить
scr-day-call-back = Перезвонить
scr-day-today = сегодня
scr-day-today-at = сегодня, { $time }
scr-day-hour-over = сегодня в { $time }, час прошёл
scr-day-late =
    { $days ->
        [one] просрочено на { $days } день
        [few] просрочено на { $days } дня
       *[other] просрочено на { $days } дней
    }
scr-day-more = …и ещё { $count }
scr-day-ahead = Дальше: { $what } · { $day } · сделка { $deal }
scr-day-nothing-ahead = Впереди пока ничего не назначено.
scr-day-late-tasks = <b>Просроченные задачи у людей</b>
scr-day-late-task =
    { $mark } <b>{ $number }.</b> { $name } · { $what }: { $when }
    { $deal } { $kind } · { $client }
scr-day-late-task-money =
    { $mark } <b>{ $number }.</b> { $name } · { $what }: { $when } · { $amount }
    { $deal } { $kind } · { $client }
scr-day-owing = <b>Не закрыто у людей</b>
scr-day-owing-line =
    <b>{ $number }.</b> { $name }: { $count ->
        [one] { $count } взнос
        [few] { $count } взноса
       *[other] { $count } взносов
    } · { $amount }, до { $days ->
        [one] { $days } дня
       *[other] { $days } дней
    }
scr-day-owing-refund =
    <b>{ $number }.</b> { $name }: { $count ->
        [one] { $count } возврат клиенту
        [few] { $count } возврата клиентам
       *[other] { $count } возвратов клиентам
    } · { $amount }, с { $since }
scr-day-overdue-of = <b>Просроченные взносы и возвраты</b> · { $name }
scr-day-nothing-overdue = Ничего не просрочено · { $name }
btn-my-day = 📅 Мой день
cmd-day = Мой день: что горит сегодня
scr-day-refund = Вернуть клиенту
scr-day-commission-back = Вернуть КВ страховщику
scr-day-since = с { $day }
scr-day-ahead-in =
    через { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    } · { $day }
