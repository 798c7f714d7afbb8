scr-day =
    <b>My day</b> · { $count ->
        [0] nothing is due
        [one] { $count } thing to do
       *[other] { $count } things to do
    }
scr-day-risk = At risk: { $amounts }
scr-day-amount = { $amount }
scr-day-line =
    { $mark } <b>{ $number }.</b> { $what }: { $when }
    { $deal } { $kind } · { $client }
scr-day-line-money =
    { $mark } <b>{ $number }.</b> { $what }: { $when } · { $amount }
    { $deal } { $kind } · { $client }
scr-day-instalment = Instalment
scr-day-renewal = Renew
scr-day-call-back = Call back
scr-day-today = today
scr-day-today-at = today, { $time }
scr-day-hour-over = today at { $time }, the hour is over
scr-day-late =
    { $days ->
        [one] { $days } day overdue
       *[other] { $days } days overdue
    }
scr-day-more = …and { $count } more
scr-day-ahead = Next: { $what } · { $day } · deal { $deal }
scr-day-nothing-ahead = Nothing lies ahead yet.
scr-day-late-tasks = <b>Overdue tasks of others</b>
scr-day-late-task =
    { $mark } <b>{ $number }.</b> { $name } · { $what }: { $when }
    { $deal } { $kind } · { $client }
scr-day-late-task-money =
    { $mark } <b>{ $number }.</b> { $name } · { $what }: { $when } · { $amount }
    { $deal } { $kind } · { $client }
scr-day-owing = <b>Open by seller</b>
scr-day-owing-line =
    <b>{ $number }.</b> { $name }: { $count ->
        [one] { $count } instalment
       *[other] { $count } instalments
    } · { $amount }, up to { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
scr-day-owing-refund =
    <b>{ $number }.</b> { $name }: { $count ->
        [one] { $count } refund to a client
       *[other] { $count } refunds to clients
    } · { $amount }, since { $since }
scr-day-overdue-of = <b>Overdue instalments and refunds</b> · { $name }
scr-day-nothing-overdue = Nothing is overdue any more · { $name }
btn-my-day = 📅 My day
cmd-day = My day: what is due
scr-day-refund = Refund the client
scr-day-commission-back = Return commission to the insurer
scr-day-since = since { $day }
scr-day-ahead-in =
    in { $days ->
        [one] { $days } day
       *[other] { $days } days
    } · { $day }
