cmd-deadletters = What has failed
btn-dead-requeue = 🔁 Try again
btn-dead-requeue-all = 🔁 Try all again
btn-dead-drop = 🗑 Drop
btn-dead-details = 🔎 Details
btn-dead-list = 📋 What failed
btn-dead-sort = 📋 Sort it out
ntf-dead-storm =
    { $count ->
        [one] ⚠️ <b>{ $count } thing has failed</b>, counting from { $since }
       *[other] ⚠️ <b>{ $count } things have failed</b>, counting from { $since }
    }
ntf-dead-sorted = ✅ All that failed since { $since } has been sorted out.
scr-dead-title = ⚠️ <b>What has failed: { $count }</b>
scr-dead-none = ✅ Nothing has failed, there is nothing to sort out.
scr-dead-group = { $number }. { $what }: { $count }
scr-dead-group-line = • { $what }: { $count }
scr-dead-more = • and other things: { $count }
scr-dead-line = { $number }. { $about } · { $at } · { $reason }
scr-dead-letter = ⚠️ <b>{ $what }</b>
scr-dead-about = About: { $about } · { $event }
scr-dead-of = About: { $about }
scr-dead-why = Why: { $reason }
scr-dead-when =
    { $count ->
        [one] When: { $at }, after { $count } try
       *[other] When: { $at }, after { $count } tries
    }
scr-dead-happened = It happened: { $at }
scr-dead-fact = { $name }: <code>{ $value }</code>
scr-dead-again = 🔁 It is being tried again, from the first try on.
scr-dead-done = ✅ A later try has succeeded.
scr-dead-dropped = 🗑 Dropped: it will not be tried again.
scr-dead-requeued =
    { $count ->
        [one] 🔁 { $count } thing is being tried again.
       *[other] 🔁 { $count } things are being tried again.
    }
scr-dead-left = { $count } more of the same are left. Tap again; those whose text is erased can't be repeated.
ask-dead-drop = 🗑 Why drop it? <b>{ $what }</b>, { $about }. Choose or type.
dead-drop-not-needed = Not needed any more
dead-drop-by-hand = Done by hand
toast-dead-requeued = Trying again
toast-dead-sorted = This has been dealt with already
err-update-erased = The text of this update has been erased by now: there is nothing to try again. You can drop it.
dead-why-timeout = it took longer than it may
dead-why-no-consumer = nothing in this version does it any more
dead-why-files = Telegram does not give the file
dead-why-storage = the storage of files can't be reached
dead-why-unreadable = the message can't be read
dead-why-error = an error in the program ({ $error })
dead-about-deal = deal { $number }
dead-about-document = document { $number }
dead-about-kind = kind of insurance { $number }
dead-about-lead = lead { $number }
dead-about-policy = policy { $number }
dead-about-task = task { $number }
dead-about-user = user { $number }
dead-about-update = number { $number }
dead-about-other = { $sort } { $number }
dead-update = A person's message was not processed
dead-unknown = Not done: { $name }
dead-by-FetchDocument = A document was not fetched
dead-by-MakeProposal = A proposal was not made
dead-by-begin_rewording = Search has not learned a kind's new name
dead-by-reword_batch = Search is not up to date with a kind's new name
dead-by-ScoreLead = A lead was not scored
dead-by-ShowCommands = The menu of commands was not updated
dead-by-tell_admins_of_newcomer = Admins were not told of a newcomer
dead-by-tell_of_new_role = A new role was not told
dead-by-tell_of_lost_access = A loss of access was not told
dead-by-tell_of_regained_access = A return of access was not told
dead-by-tell_of_entry = A journal entry was not told
dead-by-tell_of_assigned_lead = An assigned lead was not told
dead-by-tell_of_moved_lead = A lead's new stage was not told
dead-by-refresh_cards_of_leads = A lead's card on the screen was not updated
dead-by-tell_of_commission = Received commission was not told
dead-by-tell_of_entered_offers = New offers were not told
dead-by-tell_of_choice = The client's choice was not told
dead-by-tell_of_policy = A new policy was not told
dead-by-tell_of_policy_state = A policy's state was not told
dead-by-tell_of_endorsement = A policy's endorsement was not told
dead-by-tell_of_payment = A payment was not told
dead-by-tell_of_renewal = A renewal was not told
dead-by-tell_of_refused_policy = A refused file was not told
dead-by-tell_of_new_task = A new task was not told
dead-by-tell_of_passed_on_task = A task passed on was not told
dead-by-tell_of_task = A task's progress was not told
dead-by-refresh_queues = A queue on the screen was not updated
dead-by-tell_of_waking = A deal that woke was not told
dead-by-tell_of_handing_over = A deal handed over was not told
dead-by-tell_of_stage = A deal's new stage was not told
dead-on-document-received = a file was sent
dead-on-document-refused = a file was refused
dead-on-deal-proposal-requested = a proposal was asked for
dead-on-reference-kind-changed = the kind was changed
dead-on-reference-kind-rewording = search is being updated
dead-on-lead-analysis-requested = an analysis was asked for
dead-on-lead-assigned = the lead was assigned
dead-on-lead-scored = the lead was scored
dead-on-lead-stage-changed = the stage changed
dead-on-user-disabled = access was taken away
dead-on-user-enabled = access was given back
dead-on-user-joined = somebody joined
dead-on-user-language-changed = the language was changed
dead-on-user-role-changed = the role was changed
dead-on-deal-journal-written = a journal entry
dead-on-deal-payment-income-received = commission was received
dead-on-deal-offers-entered = offers were entered
dead-on-deal-offer-chosen = the client chose
dead-on-deal-payment-updated = a payment changed
dead-on-policy-filed = the policy was filed
dead-on-policy-state-changed = its state changed
dead-on-policy-endorsed = the policy was endorsed
dead-on-policy-renewal-opened = a renewal was opened
dead-on-tasks-task-created = a task was set
dead-on-tasks-task-reassigned = the task was passed on
dead-on-tasks-task-status_changed = the task went on
dead-on-tasks-task-asked = a question was asked
dead-on-deal-woke = the deal woke
dead-on-deal-handed-over = the deal was handed over
dead-on-deal-stage-changed = the stage changed
dead-event-other = { $name }
