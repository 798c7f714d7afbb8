offer-no-deductible = no deductible
offer-deductible = deductible { $value }
offer-deductible-unsaid = deductible not said
offer-plan-once = at once
offer-plan-parts =
    { $count ->
        [one] { $count } payment
       *[other] { $count } payments
    }
offer-plan-shares = in parts { $shares }
offer-plan-choice =
    { $count ->
        [one] { $count } way to pay
       *[other] { $count } ways to pay
    }
offer-term-months = { $count } mo
offer-term-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
offer-commission = commission { $percent }%
offer-line = { $mark } <b>{ $number }. { $insurer }</b> · { $premium }
offer-line-terms = { $terms }
offer-line-unknown = ❔ Not understood: { $words }
offer-clear = ✅
offer-doubtful = ⚠️
offer-unknown = ?
offer-missing = ⚠️ Not said: { $field }
offer-not-understood = “{ $typed }”: not fully understood. Write this line again.
offer-field-insurer = insurer
offer-field-premium = premium
offer-state-draft = draft
offer-state-ready = ready
offer-state-sent = shown to the client
offer-state-chosen = chosen by the client
offer-state-declined = withdrawn
offer-state-expired = expired
mark-best = ★
mark-offer-chosen = ✓
mark-offer-expired = ×
ask-offers = <b>Offers for deal { $number }.</b> Write them, one a line, or choose an insurer.
ask-offers-example-ru =
    For example:
    Ingos 48200 ded 15k comm 22
    RESO 51k no ded
    Alfa 46900 ded 10k 2 payments
ask-offers-example-ua =
    For example:
    UNIQA 48200 ded 1% comm 22
    TAS 51k no ded
    ARX 46900 2 payments
ask-offers-review = <b>Understood like this, save?</b>
ask-offer-premium = What premium? For example: 48 200 or 48k
ask-offer-premium-of = { $insurer }: what premium? The rest may come with it: 48 200 ded 15k comm 22
ask-offer = <b>{ $insurer }</b>: all right? Correct with a button or write, for example: ded 15k, comm 22
ask-offer-insurer = “{ $source }”: which insurer is it?
ask-offer-deductible = What deductible? For example: 15 000, 1%, no deductible
ask-offer-instalments = How is it paid? For example: at once, 2 payments, 60/40
ask-offer-commission = How many per cent of commission? For example: 22
ask-offer-sum_insured = What sum insured? For example: 1.85 m
ask-offer-programme = What is the programme called? For example: Classic
ask-offer-term = For how long? For example: 12 months, 15 days
ask-offer-valid_until = Until which day does the offer hold? For example: 5 December, in a week
ask-offer-conditions = Which conditions matter? For example: dealer repair, no wear
scr-offers = { $icon } <b>Offers</b> · { $number } { $kind } · { $object }
scr-offers-none = No offers yet. The executor enters them, or write them yourself.
scr-offers-premium = premium
scr-offers-deductible = deduct.
scr-offers-parts = pay
scr-offers-no-deductible = none
scr-offers-insurer = { $number } { $name }{ $mark }
scr-offers-chosen = ✅ The client chose { $insurer }
scr-offers-until = They hold until { $day }
scr-offers-expired = ⌛ { $insurer }: expired { $day }
scr-offers-kept =
    { $count ->
        [one] ✅ Saved { $count } offer.
       *[other] ✅ Saved { $count } offers.
    } Still unclear: { $doubtful }.
scr-offers-left = 🔁 Deal { $deal } has been handed over: it is with <b>{ $name }</b> now.
scr-offers-left-kept = 📝 What you had entered stands in the deal’s journal, and { $name } will see it.
scr-offers-left-next = Nothing more is needed from you. If anything is open, write to { $name } or to your manager.
scr-offers-saved =
    { $count ->
        [one] ✅ Saved { $count } offer.
       *[other] ✅ Saved { $count } offers.
    }
scr-offers-saved-for-another =
    { $count ->
        [one] ✅ Saved { $count } offer. The task is not yours any more: whoever has it now will hand it in.
       *[other] ✅ Saved { $count } offers. The task is not yours any more: whoever has it now will hand it in.
    }
scr-offers-finished =
    { $count ->
        [one] ✅ Saved { $count } offer, the calculation is handed in.
       *[other] ✅ Saved { $count } offers, the calculation is handed in.
    }{ $dropped ->
        [0] { "" }
       *[other] { " " }Left out with ⚠️: { $dropped }.
    }
scr-offers-handed-in = ✅ The calculation is handed in. Left out with ⚠️: { $dropped }.
scr-offers-again = 🧮 To calculate again: { $name }, until { $day }
scr-offer-title = <b>{ $insurer }</b> · { $state }
scr-offer-premium = Premium: { $amount }
scr-offer-no-deductible = No deductible
scr-offer-deductible = Deductible: { $value }
scr-offer-plan = Payment: { $plan }
scr-offer-sum-insured = Sum insured: { $amount }
scr-offer-programme = Programme: { $name }
scr-offer-term-months = Term: { $count } mo
scr-offer-term-days = Term: { $count } d
scr-offer-commission = Commission: { $percent }%
scr-offer-valid-until = Holds until { $day }
scr-offer-conditions = Conditions: { $words }
scr-offer-attached = 📎 File attached
scr-offer-author = Entered by { $name }
scr-offer-source = Written: “{ $words }”
scr-offer-corrected = ✅ Offer corrected.
scr-offer-dropped = 🗑 Offer withdrawn.
ask-choice-plan = How will the client pay?
ask-choice-confirm = The client chooses <b>{ $insurer }</b> · { $amount }. Record it?
scr-choice-instead = Instead of the earlier choice: { $insurer } · { $amount }
scr-choice-issuing = ⚠️ { $name } is issuing the earlier one already: I shall say at once that the choice is another.
scr-choice-made = ✅ The client chose { $insurer } · { $amount }
scr-deal-offers = Offers: { $count }
scr-deal-offers-best = Offers: { $count }, best { $best }
scr-deal-chosen = Chosen: { $insurer } · { $premium }
err-offers-not-understood = No offers found in “{ $typed }”. For example: Ingos 48200 ded 15k comm 22
err-offer-part-not-understood = “{ $typed }” is not clear to me. Write what changes: 46900, ded 15k, comm 22, Alfa. Or the whole line: Ingos 46900 ded 15k
err-offers-doubtful = First clear up what is marked ⚠️: there is no offer without insurer and premium.
err-insurer-not-understood = “{ $typed }” is no insurer I know. Choose from the list or write it another way.
err-deductible-not-understood = “{ $typed }” is no deductible I understand. For example: 15 000, 1%, no deductible
err-instalments-not-understood = “{ $typed }” is no payment I understand. For example: at once, 2 payments, 60/40
err-commission-not-understood = “{ $typed }” is no percentage I understand. For example: 22 or 22.5%
err-term-not-understood = “{ $typed }” is no term I understand. For example: 12 months, 15 days
err-choice-plan-not-understood = “{ $typed }” is not understood. Choose with a button.
err-offer-not-found = There is no such offer.
err-offer-expired = The offer held until { $day }. Ask to calculate again.
err-offer-settled = This offer has been chosen or withdrawn and can't be changed.
err-offer-two-currencies = Two currencies in one offer. Write it all in one.
err-plan-not-offered = The offer can't be paid that way any more.
err-being-calculated = It is being calculated: there is an open task.
err-nothing-chosen = First record which offer the client chose: only that one is issued.
btn-offers = ⚖️ Offers { $count }
btn-offers-answer = ⚖️ Enter offers
btn-offers-list = ⚖️ Offers
btn-offers-enter = ➕ Enter
btn-offers-again = 🧮 Calculate again
btn-offers-save = ✅ Save { $count }
btn-offers-save-only = 💾 Save for now
btn-offers-finish = ✅ Save and hand in
btn-offers-finish-only = ✅ Hand in only { $count }
btn-offers-finish-without = ✅ Hand in without
btn-offers-line = ✏️ { $number }
btn-offers-more = ➕ Another offer
btn-offers-to-journal = 📝 To the journal
btn-offer = { $number }. { $name }
btn-offer-choose = ✅ Client chose it
btn-offer-choose-again = 🔁 Other payment
btn-offer-edit = ✏️ Correct
btn-offer-drop = 🗑 Withdraw
btn-offer-save = ✅ Save
btn-offer-ready = ✅ Right
btn-offer-clear = 🚫 Not said
btn-insurers-more = ⋯ More insurers
btn-offer-file = 📎 File
btn-offer-field-insurer = Insurer
btn-offer-field-premium = Premium
btn-offer-field-deductible = Deductible
btn-offer-field-instalments = Payment
btn-offer-field-commission = Commission
btn-offer-field-sum_insured = Sum insured
btn-offer-field-programme = Programme
btn-offer-field-term = Term
btn-offer-field-valid_until = Holds until
btn-offer-field-conditions = Conditions
btn-insurer = { $name }
btn-amount = { $amount }
btn-choice-confirm = ✅ Record choice
btn-task-issue = 📌 Issue
jrn-offers-entered = offers entered: { $count }, best { $best }
jrn-offers-entered-only = offers entered: { $count }
jrn-offer-chosen = the client chose { $insurer } · { $amount }
ntf-offers-entered =
    { $count ->
        [one] ⚖️ { $by }: { $count } offer
       *[other] ⚖️ { $by }: { $count } offers
    }
ntf-offers-ready =
    { $count ->
        [one] ✅ { $by }: calculated, { $count } offer
       *[other] ✅ { $by }: calculated, { $count } offers
    }
ntf-offers-line = { $insurer } · <b>{ $premium }</b> · { $terms }
ntf-offer-chosen = ✅ { $by }: the client chose { $insurer } · { $amount }
ntf-choice-changed = ⚠️ { $by }: the client changed his mind. It is { $insurer } · { $amount } now, don't issue the earlier one.
ntf-task-choice = To issue: <b>{ $insurer }</b> · { $amount } · { $terms }
scr-offers-margins = <b>Margin</b> by the rules, seen by seller and manager:
scr-offers-margin = { $insurer }: commission { $percent }% · ≈ { $margin }
scr-offers-until-of = { $insurer } holds until { $day }
offer-aside = 💬 Into the journal: “{ $words }”
offer-sum-insured = sum insured { $amount }
btn-offer-as-last-year = 🔁 As last year
