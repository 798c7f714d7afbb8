policy-state-draft = draft
policy-state-issued = issued
policy-state-in-force = in force
policy-state-suspended = suspended
policy-state-expired = expired
policy-state-cancelled = cancelled
policy-state-annulled = annulled
policy-number = No. { $number }
policy-until = until { $day }
policy-owed = { $amount } to pay
policy-overdue = 🔴 { $amount } overdue
policy-of-deal = deal { $number }
policy-of-others = in somebody else's deal, ask a manager
policy-next-instalment = instalment { $day }
policy-next-renewal = renew by { $day }
policy-not-renewed = not renewed
policy-overlap-other-risk = Other risks
policy-overlap-other-holder = Other policyholder
policy-overlap-early-renewal = Renewed early
when-today = due today
when-in-days =
    { $count ->
        [one] in { $count } day
       *[other] in { $count } days
    }
when-in-months =
    { $count ->
        [one] in { $count } month
       *[other] in { $count } months
    }
scr-policy-parts = { $parts }
scr-policy-title = 📄 <b>{ $kind } { $number }</b> · { $state }
scr-policy-days = { $starts } — { $ends } · premium { $premium }
scr-policy-overdue = 🔴 { $amount } overdue: the insurer may end the policy
scr-policy-next = Next: { $parts }
scr-policy-renewed = Next: nothing, the policy is renewed
scr-policy-ended = Not in force from { $day }. Reason: { $reason }
scr-policy-beside = Beside another policy: { $reason }
scr-instalment-planned = { $number }. { $amount } · { $due } · ⏳ { $when }
scr-instalment-due = { $number }. { $amount } · { $due } · 🟠 time to pay
scr-instalment-partly-paid = { $number }. { $amount } · { $due } · ⏳ { $rest } left
scr-instalment-paid = { $number }. { $amount } · { $due } · ✅ paid { $on }
scr-instalment-overdue =
    { $number }. { $amount } · { $due } · 🔴 { $days ->
        [one] { $days } day late
       *[other] { $days } days late
    }, { $rest } owed
scr-instalment-kept = { $number }. { $amount } · { $due } · ↩️ closed, { $kept } stays paid
scr-instalment-cancelled = { $number }. { $amount } · { $due } · ✖️ cancelled
scr-instalment-refunded = { $number }. { $amount } · { $due } · ↩️ refund to the client
scr-instalments-more =
    { $count ->
        [one] … and { $count } more instalment
       *[other] … and { $count } more instalments
    }
scr-policies-of-deal = <b>Policies of deal { $deal }</b>
scr-policies-none = No policies yet.
scr-policies-line =
    { $number }. <b>{ $kind } { $policy }</b> · { $insurer }
    { $about }
scr-policy-of-choice = <b>Policy for the client's choice, deal { $deal }</b>
scr-policy-term = { $starts } — { $ends }
scr-policy-premium =
    { $count ->
        [1] Premium { $premium }, all at once:
       *[other] Premium { $premium }, { $count } instalments:
    }
scr-policy-part = { $number }. { $amount } · { $due }
scr-policy-with-file = 📎 File attached
scr-policy-file-refused = ❌ The file was not taken. Send another right here
scr-policy-without-file = No file: it can be sent later, too
scr-policy-filed = ✅ Policy filed.
scr-policy-file-taken = 📎 Taken as the policy's file.
ask-policy-insurer = <b>New policy, deal { $deal }.</b> Whose is it? Choose or type, for example: Ingos
ask-policy-premium = What is the premium? For example: 48 200
ask-policy-number = The policy's number? For example: XXX 0123456789
ask-policy-start = Which is its first day? For example: 1 December, tomorrow
ask-policy-early =
    { $kind }: bought today it begins on { $earliest } at the earliest.
    Was it really issued from { $start }? If not, type another day.
ask-policy-file = Send the policy's file: PDF or photo.
ask-policy-file-of = Send the file of policy { $number }: PDF or photo.
ask-policy-confirm = <b>Did I get it right, file the policy?</b>
ask-policy-fix = What is to be corrected?
ask-policy-ends = It begins on { $starts }, now until { $ends }. Which is its last day? For example: 31 May 2027
ask-policy-schedule =
    How is { $premium } paid? For example: 60/40, 4 equal parts,
    15000 now, the rest in 3 months
ask-policy-kind = Which kind of insurance is it?
ask-policy-overlap = Why two policies at once? Choose or type.
btn-policy-by-hand = ✍️ Another policy
btn-policy-early = ✅ Issued like that
btn-no-file = Without a file
btn-policy-save = ✅ File the policy
btn-policy-fix = ✏️ Correct
btn-policy-premium = Premium
btn-policy-schedule = Instalments
btn-policy-ends = Last day
btn-policy-start = First day
btn-policy-number = Number
btn-policy-insurer = Insurer
btn-policy-object = Object
btn-policy-kind = Kind
btn-policy-months =
    { $count ->
        [one] { $count } month
        [12] 1 year
       *[other] { $count } months
    }
btn-policy-plan = { $plan }
btn-policy-pay = 💰 Payment
btn-policy-commission = 💼 Commission
btn-policy-document = 📎 File
btn-policy-attach = 📎 Add file
btn-policy-more = ⋯ More
btn-policy-new = ➕ New policy
err-policy-not-found = There is no such policy.
err-payment-not-found = There is no such payment.
err-number-without-digits = A policy's number has digits in it. For example: XXX 0123456789
err-policy-number-taken = Policy { $number } ({ $insurer }) is filed already: { $whose }.
err-policy-overlaps = ⚠️ This object has a policy already: { $insurer }, { $starts } — { $ends }, { $whose }.
err-policy-dates-reversed = The last day comes before the first.
err-policy-start-unlikely = The year looks wrong: policies begin between ten years ago and two years ahead.
err-policy-term-too-long = Too long a term: more than 50 years. Check the year.
err-policy-starts-too-early = A policy of this kind that is bought today begins on { $earliest } at the earliest.
err-instalments-do-not-fit = The instalments don't fit: together they are the premium, in order, due by the last day.
err-choice-replaced = The client has chosen another offer meanwhile: here it is. The day and the file are kept.
err-policy-ended = This policy is no longer in force.
err-policy-not-running = That can't be done with the policy as it stands.
err-policy-file-expected = I expect a file: PDF or photo. Or tap the button.
err-policy-field-not-understood = I don't understand “{ $typed }”. Choose from the list.
err-schedule-not-understood = I don't understand how it is paid: “{ $typed }”. For example: 60/40, 4 equal parts
jrn-policy-filed = policy { $kind } { $number }: { $insurer }, { $premium }
ntf-policy-filed = 📄 { $by } has filed the policy <b>{ $kind } { $number }</b>
ntf-policy-term = { $starts } — { $ends }
ntf-policy-state = 📄 { $by }: the policy { $kind } { $number } is now { $state }
ntf-policy-endorsed = 📄 { $by } has changed the policy { $kind } { $number }
ntf-policy-reason = Reason: { $reason }
ntf-policy-refunded = ↩️ The client gets { $amount } back
ntf-endorsement-extra = { $amount } more to pay: { $words }
ntf-endorsement-return = The premium is { $amount } less: { $words }
ntf-endorsement-terms = { $words }
ntf-payment-recorded = 💰 { $by } has recorded a payment of { $amount }, policy { $number }
ntf-payment-reversed = ✖️ { $by } has reversed the payment of { $amount }, policy { $number }
ntf-payment-rest = { $rest } still to come
ntf-renewal-opened = 🔁 { $by } begins the renewal of policy { $number }: the deal is yours.
ntf-policy-file-refused = ❌ The file of policy { $number } was not taken: { $reason }
btn-policy-card = 📄 Policy
jrn-payment-recorded = payment of { $amount } for policy { $number }, { $day }
jrn-payment-reversed = payment of { $amount } for policy { $number } reversed: { $reason }
jrn-payment-refunded = { $amount } to refund for policy { $number }: { $reason }
err-already-paid = Recorded already: { $name }, { $at }. { $rest } still to come.
err-nothing-owed = All of this policy is paid.
err-more-than-owed = That is more than what is owed: { $rest } in all.
err-paid-in-the-future = That day has not come yet. When did the money come in?
err-payment-taken-back = This payment was reversed or refunded already.
err-more-than-paid = No more can be given back than was paid: { $paid }.
err-return-too-large = That is the whole premium ({ $premium }) or more: such a policy is cancelled.
err-end-outside-term = That day is outside the policy's term.
ntf-policy-facts = { $parts }
scr-payment-next = Instalment { $number } of { $count }: { $rest }, due { $due }
ask-payment-amount = How much has the client paid? For example: 23 450 or 10k
ask-payment-day = When did the money come in? For example: yesterday, 15 November
ask-payment-confirm = <b>Did I get it right, record the payment?</b>
scr-payment-received = 💰 { $amount } · { $day }
scr-payment-closes = Instalment { $number }: { $amount }, paid in full
scr-payment-part = Instalment { $number }: { $amount }, { $left } left
scr-payment-recorded = ✅ Payment recorded: { $amount }
scr-payments = <b>Payments for policy { $number }</b> · { $paid } of { $premium }
scr-payments-none = No payments yet.
scr-payment-in = { $number }. 💰 { $amount } · { $day } · { $by }, { $at }
scr-payment-reversed = { $number }. <s>{ $amount } · { $day }</s> · reversed · { $by }, { $at }
scr-payment-refund = { $number }. ↩️ to refund { $amount } · { $day } · { $reason } · { $by }, { $at }
scr-payment-reversal = { $number }. ✖️ { $amount } · { $day } · { $reason } · { $by }, { $at }
ask-payment-reverse = Reverse the payment of { $amount }, { $day }, recorded by { $by }. Why? Choose or type.
scr-payment-now-reversed = ✖️ Payment reversed: the instalment is owed again.
btn-payment-whole = ✅ { $amount }, today
btn-payment-all = All of it: { $amount }
btn-payment-save = ✅ Record
btn-payment-day = 📅 Another day
btn-payment-reverse = ✖️ Reverse { $number }
err-payment-currency = The policy is in another currency: { $rest }. Type the amount in it.
reason-payment-mistake = Recorded by mistake
reason-payment-bounced = It bounced
reason-payment-other-policy = For another policy
reason-refund-mistake = Recorded by mistake
reason-drop-mistake = Recorded by mistake
reason-refund-comes = It comes after all
reason-refund-kept = The insurer kept it
reason-refund-counted-wrong = It was counted wrong
reason-policy-not-paid = Not paid
reason-policy-vehicle-sold = Object sold
reason-policy-by-wish = The client wishes so
reason-policy-papers = Waiting for papers
reason-policy-mistake = Issued wrongly
reason-policy-terms = Terms were broken
reason-policy-resumed = Nothing stands in the way
jrn-policy-state = policy { $number } is now { $state }: { $reason }
jrn-policy-endorsed = policy { $number } changed. { $what }
jrn-renewal-of = renewal of deal { $deal }. Last year: { $insurer }, policy { $number }, { $premium }, until { $ends }
jrn-renewal-opened = policy { $number } is renewed in deal { $deal }
scr-policy-commission = Commission: { $parts }
scr-policy-commission-none = Commission: none
commission-received-of = { $received } of { $expected } received
commission-received = { $received } received
commission-returned = { $amount } returned
commission-to-return = { $amount } to return to the insurer
commission-no-more = nothing more expected
scr-policy-more = What is to be done with the policy?
scr-policy-now-suspend = ⏸ The policy is suspended.
scr-policy-now-resume = ▶️ The policy holds again.
scr-policy-now-cancel = ❌ The policy is cancelled.
scr-policy-now-annul = ❌ The policy is annulled.
scr-policy-no-refund = The client gets nothing back
scr-policy-no-longer-owed = No longer owed: { $amount }
scr-policy-endorsed = ✅ The change is recorded.
scr-renewal-opened = 🔁 A deal to renew it, begun from last year’s.
ask-policy-suspend = Suspend policy { $number }. Why? Choose or type.
ask-policy-resume = Resume policy { $number }. Why? Choose or type.
ask-policy-end-day = Cancel policy { $number }. From which day does it not hold? For example: today, 1 December
ask-policy-refund = { $paid } was paid. How much goes back to the client if it does not hold from { $day }? For example: 12 000, no
ask-policy-cancel = Why is policy { $number } cancelled? Choose or type.
ask-policy-annul = Annul policy { $number }, as if it never was. Why? Choose or type.
ask-policy-cancel-confirm = <b>Cancel policy { $number } from { $day }?</b>
ask-policy-annul-confirm = <b>Annul policy { $number } from its very beginning, { $day }?</b>
ask-endorsement-kind = What changes in policy { $number }?
ask-endorsement-extra = The premium is { $premium }. How much more? For example: 3 500
ask-endorsement-return = The premium is { $premium }. How much less? For example: 3 500
ask-endorsement-day = From which day does the change hold? For example: today, 1 December
ask-endorsement-words = What was changed? For example: a driver was added
ask-endorsement-confirm = <b>Did I get it right, record the change of policy { $number } from { $day }?</b>
btn-policy-payments = 💰 Payments
btn-policy-renew = 🔁 Renew
btn-policy-endorse = ✏️ Change
btn-policy-suspend = ⏸ Suspend
btn-policy-resume = ▶️ Resume
btn-policy-cancel = ❌ Cancel the policy
btn-policy-annul = ❌ Annul
btn-refund-part = Unused: { $amount }
btn-refund-all = All: { $amount }
btn-refund-nothing = Nothing
scr-endorsement-premium = The premium becomes { $premium }
btn-endorsement-extra = ➕ Extra premium
btn-endorsement-return = ➖ Returned premium
btn-endorsement-terms = 📝 Terms
btn-endorsement-save = ✅ Record
ntf-policy-paper-refused = ❌ The policy's file that you sent was not taken: { $reason }
scr-policy-no-commission = Commission: no rate yet
scr-policy-not-as-agreed = ⚠️ The client agreed to pay otherwise: { $plan }. The instalments here are not that.
scr-policy-commission-back = Commission goes down by { $amount }
scr-policy-to-refund = ↩️ To refund to the client: { $amount }
scr-policy-refunded = ↩️ Refunded to the client: { $amount }
scr-policy-not-refunded = 🚫 Not refunded to the client: { $amount }
btn-policy-refund = ↩️ Client refunded
btn-refund-no-more = 🚫 No more will come
btn-refund-rest-no-more = 🚫 That's all of it
ask-refund-amount = How much did the client get back? For example: 12 000 or 10k
ask-refund-day = When was the money refunded? For example: yesterday, 15 November
ask-refund-confirm = <b>Did I get it right, record the refund?</b>
ask-refund-drop = { $rest } will not be refunded. Why? Choose or type.
ask-refund-reverse = Reverse the refund of { $amount }, { $day }, recorded by { $by }. Why? Choose or type.
ask-refund-drop-reverse = Take back “not refunded” of { $amount }, { $day } (recorded by { $by }). Why? Choose or type.
scr-refund-given = ↩️ { $amount } · { $day }
scr-refund-left = Then { $rest } is left to refund
scr-refund-recorded = ✅ Refund recorded: { $amount }
scr-refund-closed = ✅ Refund recorded: { $amount }. The other { $rest } will not be refunded.
scr-refund-now-dropped = 🚫 Noted: { $rest } will not be refunded.
scr-refund-now-reversed = ✖️ Refund reversed: the client is still to get the money.
scr-refund-drop-now-reversed = ↩️ “Not refunded” taken back: { $amount } is still to go to the client.
scr-refund-paid = { $number }. ↩️ { $amount } refunded · { $day } · { $by }, { $at }
scr-refund-dropped = { $number }. 🚫 { $amount } not refunded · { $day } · { $reason } · { $by }, { $at }
scr-refund-dropped-reversed = { $number }. <s>{ $amount } not refunded · { $day }</s> · taken back · { $by }, { $at }
scr-refund-dropped-reversal = { $number }. ✖️ { $amount } to be refunded again · { $day } · { $reason } · { $by }, { $at }
scr-refund-reversed = { $number }. <s>{ $amount } refunded · { $day }</s> · reversed · { $by }, { $at }
scr-refund-reversal = { $number }. ✖️ refund of { $amount } reversed · { $day } · { $reason } · { $by }, { $at }
err-refund-not-found = There is no such refund.
err-nothing-to-refund = There is nothing to refund for this policy.
err-already-refunded = Already recorded: { $name }, { $at }. Left to refund: { $rest }.
err-more-than-to-refund = That is more than is left to refund: { $rest } in all.
err-refunded-in-the-future = That day has not come yet. When was the money refunded?
err-refund-taken-back = This record has been taken back already.
err-refund-currency = The policy is in another currency: { $rest } is left to refund. Type the amount in it.
ntf-refund-paid = ↩️ { $by } notes: { $amount } refunded to the client, policy { $number }
ntf-refund-dropped = 🚫 { $by } notes: { $amount } will not be refunded to the client, policy { $number }
ntf-refund-reversed = ✖️ { $by } reverses the refund of { $amount }, policy { $number }
ntf-refund-drop-reversed = ↩️ { $by } takes back “not refunded” of { $amount }, policy { $number }
ntf-refund-rest = Left to refund: { $rest }
jrn-refund-paid = { $amount } refunded to the client for policy { $number }, { $day }
jrn-refund-dropped = { $amount } will not be refunded to the client for policy { $number }: { $reason }
jrn-refund-reversed = refund of { $amount } for policy { $number } reversed: { $reason }
jrn-refund-drop-reversed = “not refunded” of { $amount } taken back for policy { $number }: { $reason }
