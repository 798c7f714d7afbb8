btn-refresh = 🔄 Refresh
scr-status-title = 🩺 <b>How the system is doing</b>
scr-status-inbox =
    { $count ->
        [0] Received: nothing waits
       *[other] Received: { $count } wait, the oldest for { $seconds } s
    }
scr-status-outgoing =
    { $count ->
        [0] To send: nothing waits
       *[other] To send: { $count } wait, the oldest for { $seconds } s
    }
scr-status-dead-updates =
    { $count ->
        [0] Set aside: no message failed
        [one] Set aside: { $count } message failed
       *[other] Set aside: { $count } messages failed
    }
scr-status-dead-events =
    { $count ->
        [0] Background work: none was given up
        [one] Background work: { $count } task was given up
       *[other] Background work: { $count } tasks were given up
    }
scr-status-dead-reminders =
    { $count ->
        [one] Reminders: { $count } was not told
       *[other] Reminders: { $count } were not told
    }
scr-status-events =
    { $count ->
        [0] Background work: nothing waits
        [one] Background work: { $count } event waits, for { $seconds } s
       *[other] Background work: { $count } events wait, the oldest for { $seconds } s
    }
scr-status-part-fine = 🟢 { $part }: works
scr-status-part-fine-ms = 🟢 { $part }: { $latency } ms
scr-status-part-failing = 🔴 { $part }: does not answer
scr-status-part-off = ⚪️ { $part }: not connected
scr-status-part-silent = 🟡 { $part }: no word for { $seconds } s
status-part-database = database
status-part-relay = background work
status-part-scheduler = schedule
status-part-telegram = Telegram
status-part-model = AI
status-part-storage = file storage
scr-status-version = Version { $version }
btn-status = 🩺 How it is doing
ntf-backlog = 🐢 <b>The system is falling behind</b>
ntf-backlog-inbox =
    { $count ->
        [one] { $count } message has waited for an answer for { $seconds } s
       *[other] { $count } messages wait for an answer, the oldest for { $seconds } s
    }
ntf-backlog-dialogue =
    { $count ->
        [one] { $count } answer has not been sent for { $seconds } s
       *[other] { $count } answers have not been sent, the oldest for { $seconds } s
    }
ntf-backlog-events =
    { $count ->
        [one] { $count } event has not been worked on for { $seconds } s
       *[other] { $count } events have not been worked on, the oldest for { $seconds } s
    }
ntf-backlog-over = ✅ The system keeps up again. It had been behind since { $since }.
