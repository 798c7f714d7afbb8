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
