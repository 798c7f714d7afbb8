scr-deal-title = { $icon } <b>Deal { $number }</b> · { $kind } · { $object }
scr-deal-turn-seller = Turn: seller { $seller }
scr-deal-turn-executor = Turn: executor { $executor }
scr-deal-turn-pool = Turn: looking for an executor
scr-deal-turn-nobody = Turn: nobody's, all is done
scr-deal-lost = ❌ Lost: { $reason }
scr-deal-asleep = 💤 Asleep until { $day }
scr-deal-stage = Stage: { $stage }
scr-deal-client = Client: { $client }
scr-deal-client-phone = Client: { $client } · { $phone }
scr-deal-premium = Premium: { $amount }
scr-deal-journal-empty = Journal: nothing yet
scr-deal-journal-last = Journal: { $entry }
scr-deal-opened = ✅ The deal is open. Drop the documents right here.
stage-deal-new = new
stage-deal-kyc = client and documents
stage-deal-calculation = calculation
stage-deal-agreement = agreement
stage-deal-issuing = issuing
stage-deal-paid = paid
stage-deal-lost = lost
btn-open-deal = ✅ Open the deal
btn-journal = 📝 Write
btn-kind = { $icon } { $name }
btn-client = 👤 { $name }
btn-client-phone = 👤 { $name } · …{ $tail }
btn-new-client = ➕ New client
ask-deal-client = <b>New deal.</b> Who is the client?
ask-deal-client-example = Type a name or phone, for example: Ivanov, 916 123-45-67. Or share a contact.
ask-deal-client-found = Found for “{ $query }”. Which one?
ask-client-name = What is the client's name? For example: Ivan Ivanov
ask-client-phone = The phone of { $name }? For example: 916 123-45-67
err-phone-not-understood = That does not look like a phone. For example: +7 916 123-45-67.
ask-deal-kind =
    Client: { $client }.
    What is insured?
err-kind-not-understood = I do not know the kind “{ $typed }”. Choose one of these.
ask-deal-object =
    { $kind }: what exactly is insured?
    For example: Toyota Camry 2021, A123BC777 or a flat, 5 Main Street
ask-deal-confirm = <b>I understood this, shall I open the deal?</b>
scr-confirm-client = Client: { $client }
scr-confirm-phone = Phone: { $phone }
scr-confirm-kind = Kind: { $kind }
scr-confirm-object = Object: { $object }
err-deal-not-found = There is no deal { $deal }.
err-deal-of-others = Deal { $deal } is led by { $seller }. Ask a manager to hand it over to you.
err-kind-not-found = That kind of insurance is no longer there.
jrn-deal-opened = deal opened
jrn-deal-woke = deal woke up
jrn-voice = 🎤 voice note
jrn-said = “{ $words }”
scr-deal-folder =
    { $count ->
        [0] Folder: empty, drop the documents here
        [one] Folder: { $count } file
       *[other] Folder: { $count } files
    }{ $fetching ->
        [0] { "" }
       *[other] , fetching: { $fetching }
    }
btn-folder =
    { $count ->
        [0] 📁 Folder
       *[other] 📁 Folder { $count }
    }
scr-deals-mine = <b>My deals</b>
scr-deals-my-turn = <b>My turn</b>
scr-deals-asleep = <b>Asleep</b>
scr-deals-closed = <b>Closed</b>
scr-deals-all = <b>All deals</b>
scr-deals-none = Nothing here yet.
scr-deals-line =
    { $number }. { $icon } <b>{ $deal }</b> · { $client }
    { $object } · <i>{ $state }</i>
scr-deals-asleep-until = 💤 until { $day }
btn-deals-mine = 📋 Mine
btn-deals-my-turn = 👉 My turn
btn-deals-asleep = 💤 Asleep
btn-deals-closed = 🗄 Closed
btn-deals-all = 🗂 All
btn-client-card = 👤 Client
btn-stage-on = ➡️ Next stage
btn-stage = ➡️ { $stage }
btn-executor = 🧮 Executor
btn-hand-over = 🔁 Hand over
btn-defer = 💤 Defer
btn-wake = ⏰ Wake
btn-lose = ❌ Lost
btn-open-card = 📂 Open the deal
ask-stage = Deal { $number }, stage “{ $stage }”. Where next?
ask-stage-none = Deal { $number }, stage “{ $stage }”: payment will take it further.
ask-premium = Deal { $number }: which premium was agreed? For example: 48 200
ask-lost-reason = Deal { $number }: why is it lost? Choose or type.
ask-lost-confirm = <b>Deal { $number }: record it as lost?</b> Reason: { $reason }
ask-lost-tasks =
    { $count ->
        [one] ⚠️ { $count } open task will be closed.
       *[other] ⚠️ { $count } open tasks will be closed.
    }
btn-lost-confirm = ❌ Yes, lost
ask-executor = Deal { $number }: who is to execute it?
ask-seller = Deal { $number }: to whom shall I hand it over?
ask-review-day = Deal { $number }: until which day? For example: Fri, 15 March, tomorrow at 15:30, in a month.
lost-reason-price = 💸 Too expensive
lost-reason-other-broker = 🤝 Went elsewhere
lost-reason-silent = 🔇 Silent
lost-reason-not-needed = 🚫 No longer needed
lost-reason-insurers-refused = ⛔️ Insurers refused
lost-reason-typed = { $words }
scr-stage-moved = ✅ Stage: { $stage }
scr-deal-now-lost = ❌ Recorded as lost.
scr-executor-changed = ✅ Executor: { $name }
scr-seller-changed = ✅ Seller: { $name }
scr-left-the-deal = Deal { $number } is no longer yours.
scr-deferred = 💤 Deferred, I shall remind you: { $day }
scr-woken = ⏰ The deal is at work again.
err-stage-refused = Only the next stage in order is possible now.
err-amount-needed = The premium is needed first.
err-reason-needed = A reason is needed, in a word or two.
err-wrong-assignee = The deal can't be given to this person.
err-review-in-the-past = That is over already: name a day or an hour to come.
jrn-stage-moved = stage: { $stage }
jrn-stage-back-payment-reversed = payment reversed, stage again: { $stage }
jrn-deal-lost = lost: { $reason }
jrn-executor-changed = executor: { $name }
jrn-seller-changed = seller: { $name }
jrn-deal-deferred = deferred: { $day }
ntf-deal-line = { $icon } <b>Deal { $number }</b> · { $kind } · { $object } · { $client }
ntf-you-are-executor = 🧮 { $by } asks you to take a deal: you are its executor.
ntf-you-are-seller = 🔁 { $by } hands a deal over to you.
ntf-stage-moved = ➡️ { $by }: stage “{ $stage }”
ntf-deal-lost = ❌ { $by }: lost. Reason: { $reason }
ntf-tasks-stopped = 📌 Your tasks in the deal are closed
ntf-deal-woke = ⏰ A deal woke up
err-deal-closed = The deal is closed already.
scr-phone-is-of = ☝️ This phone belongs to the client “{ $name }”: the deal will be theirs.
scr-confirm-note = Note: { $note }
ask-deal-note = You may add a few words, they go into the journal.
ntf-seller-is-now = 🔁 { $by } changes the seller: now { $name }
ntf-executor-is-now = 🔁 { $by } changes the executor: now { $name }
scr-deal-next = Next: { $what }, { $day }
scr-deal-policies = Policies: { $count }. The client is to pay { $next }, { $due }
scr-deal-policies-more = Policies: { $count }. The client is to pay { $next }, { $due }; { $rest } left in all
scr-deal-policies-paid = Policies: { $count }, all paid
btn-deal-more = ⋯ More
btn-deal-less = ⬅️ Card
btn-policy-file = 📄 File policy
btn-policies = 📄 Policies { $count }
btn-deal-ledger = 💼 Money
err-policy-runs = A policy of deal { $deal } is running. Cancel it first.
scr-deal-margin = Margin: { $planned } · in hand { $settled }
scr-deal-policies-ended = Policies: { $count }, ended
scr-deal-owed-elsewhere = in another currency
scr-deal-owed-in-others = and some in another currency
jrn-deal-called = the client was called
ask-which-deal = Which deal? Write its number, for example: /deal 14. Or find it by name, phone or car: /find
scr-deal-not-yours = There is no deal { $number } among yours. Check the number or search by name: /find
scr-deal-to-refund = ↩️ To refund to the client: { $amount }
scr-deal-last-year = Last year: { $terms }
