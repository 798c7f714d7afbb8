cmd-automation = What the CRM does by itself
btn-rules = 🤖 Automation
btn-rules-all = 🤖 All rules
btn-rule-add = ➕ Add a rule
btn-rule-save = ✅ Save
btn-rule-save-on = ✅ Save and switch on
btn-rule-on = ✅ Switch on
btn-rule-off = ⏸ Switch off
btn-rule-try =
    { $days ->
        [one] 🔎 Try on { $days } day
       *[other] 🔎 Try on { $days } days
    }
btn-rule-done = 📋 What it did
btn-rule-edit = ✏️ Change
btn-rule-delete = 🗑 Delete
btn-rule-card = 🤖 Back to the rule
scr-auto-title = 🤖 <b>Automation: what happens by itself</b>
scr-auto-none = 🤖 <b>Automation.</b> No rules yet. Add the first one: it begins to work when you switch it on.
scr-auto-line-on = { $number }. ✅ { $says }
scr-auto-line-off = { $number }. ⏸ { $says }
scr-rule-title = 🤖 <b>{ $says }</b>
scr-rule-card = 🤖 Rule { $number }. <b>{ $says }</b>
scr-rule-on = ✅ On: it concerns what happens from now on.
scr-rule-off = ⏸ Off. Try it on past days first: nothing will change.
scr-rule-added = ✅ Saved.
scr-rule-changed = ✅ Changed. What is waiting for its hour will be checked against the new rule.
scr-rule-switched-on = ✅ Switched on: it works from this minute.
scr-rule-switched-off = ⏸ Switched off. What was waiting for its hour will not be done.
scr-rule-deleted = 🗑 The rule is deleted. What it did stays.
toast-rule-so-already = It is so already
ask-rule-delete = 🗑 Delete this rule? <b>{ $says }</b>
rule-says = { $when } — { $then }
rule-says-only = { $when } ({ $only }) — { $then }
rule-named = “{ $name }”: { $says }
rule-later = after { $delay } { $then }
rule-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
rule-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
rule-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
rule-on-lead-created = When a new lead comes
rule-on-lead-stage-changed = When a lead becomes “{ $stage }”
rule-on-lead-scored = When a lead is scored
rule-on-deal-created = When a deal is opened
rule-on-deal-stage-changed = When a deal moves to “{ $stage }”
rule-on-clock-lead-waits = When nobody has touched a new lead for { $time }
rule-on-clock-task-waits = When a task has not been accepted for { $time }
rule-any-stage = any stage
rule-only-stage = stage “{ $stage }”
rule-only-from = from “{ $stage }”
rule-only-source = lead: { $source }
rule-only-score = score from { $score }
rule-only-amount = amount from { $amount }
rule-do-create-deal = create a deal
rule-do-create-deal-kind = create a deal; if no kind is named, then { $kind }
rule-do-move-stage = move the deal to “{ $stage }”
rule-do-notify = tell { $whom }
rule-do-auto-assign = give it to the seller with the fewest leads
rule-do-escalate-lead = remind whoever has it, then the managers
rule-do-escalate-task = remind the executor, then the seller and the managers
rule-whom-owner = whoever has it
rule-whom-admin = the admins
rule-whom-manager = the managers
rule-whom-chat = chat { $number }
rule-whom-webhook = the system at { $host }
rule-about-lead = Lead { $number }
rule-about-deal = Deal { $number }
rule-about-task = Task { $number }
rule-template-deal-on-stage = Lead qualified → deal
rule-template-deal-on-score = Lead scored → deal
rule-template-assign-lead = New lead → a seller
rule-template-tell-lead-stage = Lead’s stage → tell
rule-template-tell-lead-score = Lead’s score → tell
rule-template-tell-deal-stage = Deal’s stage → tell
rule-template-move-deal = Deal’s stage → next one
rule-template-move-new-deal = New deal → documents
rule-template-escalate-lead = Lead waits → remind
rule-template-escalate-task = Task waits → remind
btn-rule-choice = { $name }
btn-rule-any = Doesn’t matter
btn-rule-none = Don’t create
btn-rule-unnamed = No name
btn-rule-now = At once
btn-rule-score = from { $score }
btn-rule-tier = { $tier }
btn-rule-time = { $time }
btn-rule-amount = from { $amount }
btn-rule-channel-owner = 🎯 Whoever has it
btn-rule-channel-person = 👤 A person
btn-rule-channel-role = 👥 A role
btn-rule-channel-chat = 💬 The team’s chat
btn-rule-channel-webhook = 🔗 Another system
btn-rule-channel-email = ✉️ By e-mail
btn-rule-fix-stage = ✏️ Stage
btn-rule-fix-to = ✏️ Where to
btn-rule-fix-source = ✏️ Source
btn-rule-fix-tier = ✏️ Which leads
btn-rule-fix-score_from = ✏️ Score
btn-rule-fix-kind_id = ✏️ Kind
btn-rule-fix-other_kind_id = ✏️ The deal’s kind
btn-rule-fix-amount_from = ✏️ Amount
btn-rule-fix-hours = ✏️ Hours
btn-rule-fix-channel = ✏️ Who
btn-rule-fix-user_id = ✏️ Person
btn-rule-fix-role = ✏️ Role
btn-rule-fix-chat_id = ✏️ Chat
btn-rule-fix-url = ✏️ Address
btn-rule-fix-email = ✏️ E-mail
btn-rule-fix-delay = ✏️ When
btn-rule-fix-name = ✏️ Name
ask-rule-template = <b>New rule.</b> What should happen by itself?
ask-rule-stage = At which stage?
ask-rule-to = Move it to which stage?
ask-rule-source = Where does the client come from?
ask-rule-tier = Which leads?
ask-rule-score_from = From which score on? For example: 0.7
ask-rule-kind_id = Which kind of insurance?
ask-rule-other_kind_id = If the lead names no kind, which one should the deal have?
ask-rule-amount_from = From which amount on? For example: 50,000
ask-rule-hours = Remind after how many hours? For example: 4
ask-rule-channel = Who should be told?
ask-rule-user_id = Who exactly? A name may be typed.
ask-rule-role = Which role?
ask-rule-chat_id = 💬 The number of the team’s chat? Add me to that chat and write /automation there: I will answer with the number. For example: -1001234567890
ask-rule-url = 🔗 Which address should be told? For example: https://example.org/crm
ask-rule-email = ✉️ Which address? For example: office@example.org
ask-rule-delay = At once or later? Later I check first that it is still so. For example: 2 hours
ask-rule-name = What is the rule called? For example: Hot leads to the chat. Without a name it is called by what it does.
ask-rule-confirm = <b>{ $says }</b>. Is that right?
ask-rule-change = ✏️ <b>{ $says }</b>. What should change? Save it then.
err-rule-choice-not-understood = I don’t understand “{ $typed }”. Choose from the list.
err-rule-number-not-understood = I don’t understand “{ $typed }”. A number from { $least } to { $most } is needed.
err-rule-delay-not-understood = I don’t understand “{ $typed }”. For example: at once, 30 minutes, 2 hours, 3 days.
err-rule-email-not-understood = “{ $typed }” does not look like an e-mail address. For example: office@example.org
err-rule-chat-not-understood = “{ $typed }” does not look like a chat’s number. For example: -1001234567890
err-webhook-address-refused = This address won’t do: it must be https, without a password in it, and outside your own network. For example: https://example.org/crm
err-rule-not-found = This rule is gone.
err-rule-changed-meanwhile = The rule was changed meanwhile. This is what it says now.
err-rule-there-already = There is such a rule in the list already.
err-rule-name-taken = There is a rule “{ $name }” already. Please call this one something else.
err-too-many-rules = There are { $most } rules already, no more will fit. Delete those you don’t need.
err-lead-without-kind = The lead names no kind of insurance, or several.
err-nobody-free = All sellers are away or have as many leads as they take on.
err-nobody-to-tell = Nobody to tell: the person is disabled, or nobody has that role.
err-chat-not-reached = The team’s chat did not take the message: I am not there, or may not write.
scr-rule-try-create-deal =
    { $count ->
        [one] 🔎 In { $time } it would have created { $count } deal, from the lead:
       *[other] 🔎 In { $time } it would have created { $count } deals, from the leads:
    }
scr-rule-try-move-stage =
    { $count ->
        [one] 🔎 In { $time } it would have moved { $count } deal:
       *[other] 🔎 In { $time } it would have moved { $count } deals:
    }
scr-rule-try-notify =
    { $count ->
        [one] 🔎 In { $time } it would have told of { $count } thing:
       *[other] 🔎 In { $time } it would have told of { $count } things:
    }
scr-rule-try-auto-assign =
    { $count ->
        [one] 🔎 In { $time } it would have given away { $count } lead:
       *[other] 🔎 In { $time } it would have given away { $count } leads:
    }
scr-rule-try-escalate = 🔎 Now it would remind of { $count } of those that came in { $time }:
scr-rule-try-none = 🔎 In { $time } it would not have done anything.
scr-rule-try-line = { $number }. { $about } · { $name }
scr-rule-try-more = and { $count } more
scr-rule-try-refused = ⚠️ { $count } more would have been refused. { $why }
scr-rule-try-cut = I looked at the last { $count } events, there were more before.
scr-rule-try-safe = This was a try: nothing was done.
scr-rule-done-title = 📋 <b>What it did:</b> { $says }
scr-rule-done-none = 📋 This rule has not done anything yet.
scr-rule-done-line = { $number }. { $about } · { $at } · { $what }
rule-done-deal = ✅ deal { $number }
rule-done-deal-known = ✅ deal { $number } was there already
rule-done-stage = ✅ now “{ $stage }”
rule-done-assigned = ✅ { $name }
rule-done-kept = ✅ a seller has it already
rule-done-told = ✅ told
rule-done-step-executor = ✅ reminded the executor
rule-done-step-seller = ✅ reminded whoever has it
rule-done-step-manager = ✅ told the managers
rule-done-waiting = ⏳ waits until { $at }
rule-done-due = ⏳ at work
rule-done-calling = ⏳ on its way
rule-done-again = ⏳ did not arrive ({ $why }), trying again
rule-done-dead = ❌ did not arrive: { $why }
rule-done-refused = ❌ { $why }
rule-done-refused-other = ❌ it did not work
rule-done-off = ⏸ the rule was switched off
rule-done-changed = ⏸ by then it was not so any more
rule-done-stopped = ⛔️ the chain was too long
rule-fault-timeout = no answer in time
rule-fault-unresolved = no such name on the network
rule-fault-unreachable = no connection
rule-fault-not-https = the address is not https
rule-fault-not-public = the address is inside the network
rule-fault-redirect = it redirects to another address
rule-fault-address = a wrong address
rule-fault-too-large = the message is too large
rule-fault-recipient = the mail server does not take this address
rule-fault-webhooks-off = switched off in the settings
rule-fault-email-off = e-mail is not configured
rule-fault-status = answer { $status }
ntf-rule-lead-stage = 🤖 The lead is now “{ $stage }”
ntf-rule-lead-score = 🤖 The lead is scored: { $tier } { $score }
ntf-rule-deal-stage = 🤖 The deal is now at “{ $stage }”
ntf-rule-deal-created = 🤖 Lead { $lead } has become a deal, it is yours
ntf-rule-lead-waits =
    { $hours ->
        [one] ⏰ A new lead has been waiting for { $hours } hour: nobody has touched it
       *[other] ⏰ A new lead has been waiting for { $hours } hours: nobody has touched it
    }
ntf-rule-task-waits =
    { $hours ->
        [one] ⏰ The task “{ $what }” has not been accepted for { $hours } hour
       *[other] ⏰ The task “{ $what }” has not been accepted for { $hours } hours
    }
ntf-rule-chain-stopped =
    { $limit ->
        [one] ⛔️ Rules went on setting off each other: I stopped them after { $limit } action.
       *[other] ⛔️ Rules went on setting off each other: I stopped them after { $limit } actions.
    }
ntf-rule-chain-look = See which rules lead to each other, and switch off those you don’t need.
ntf-rule-chat-not-reached = ⚠️ Rule { $number } “{ $name }” cannot tell the team’s chat: I am not there, or may not write.
ntf-rule-chat-what-to-do = Add me to that chat, or name another one in the rule. I won’t repeat this until it has worked again.
mail-rule-subject = CRM: { $about }
mail-rule-foot = A rule of the CRM sent this message. There is no need to answer it.
scr-group-number = This chat’s number, for rules: <code>{ $number }</code>
btn-away = 🌴 Away
btn-away-back = 👋 Back already
scr-user-away = 🌴 Away through { $until }: no leads come by themselves, others hear the reminders
ask-away = 🌴 <b>{ $name }</b>: away through which day? Until it is over no leads come by themselves, and others hear the reminders. For example: Fri
scr-away-saved = 🌴 Noted: away through { $until }. What others hear meanwhile is told on the first day after.
scr-away-over = 👋 Noted: back.
