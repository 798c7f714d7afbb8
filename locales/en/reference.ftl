btn-reference = 📚 Reference books
btn-insurers = 🏛 Insurers
btn-kinds = 🔖 Insurance kinds
btn-reference-rates = ➗ Commission rates
btn-earlier = ◀️ Back a page
btn-insurer-add = ➕ Add
btn-insurer-off = 🚫 Take out of use
btn-insurer-on = ✅ Put in use
btn-rename-insurer = ✏️ Rename
btn-alias-add = ➕ More names
btn-alias-forget = ➖ Drop a name
btn-alias = { $alias }
btn-shared-keep = Keep all
btn-shared-without = ✅ Leave them out
scr-reference = 📚 <b>Reference books</b>
scr-reference-hint = What everybody else chooses from is kept here.
scr-reference-saved = ✅ Saved.
scr-insurers = 🏛 <b>Insurers</b>
scr-insurers-line = { $number }. { $name }
scr-insurers-line-off = { $number }. { $name } · <i>out of use</i>
scr-insurer = 🏛 <b>{ $name }</b>
scr-insurer-off = 🚫 Out of use: I neither offer it nor know it by name.
scr-insurer-aliases = I also know it as: { $aliases }
scr-insurer-alone = No other names yet: I know it by its full name only.
scr-insurer-shared = • “{ $name }” is already a name of { $other }
scr-insurer-shared-means = If you keep them, I will ask each time which one is meant.
ask-insurer-name = 🏛 What is the insurer called? For example: Helios
ask-insurer-rename = ✏️ What is <b>{ $name }</b> called now? I will still know the old name.
ask-insurer-aliases =
    How else do people write <b>{ $name }</b>? Short forms and misspellings, with commas.
    For example: Helio, Heliosik
ask-insurer-shared = ⚠️ <b>Some names are taken</b>
ask-alias-forget = ➖ <b>{ $name }</b>: which name shall I drop?
err-insurer-not-found = That insurer is no longer there.
err-insurer-name-taken = { $name }: there is such an insurer already.
err-name-too-short = “{ $typed }”: two letters at least.
err-too-many-aliases = One insurer can have { $limit } names at most.
err-shared-not-understood = I did not understand: keep the names that are taken (yes) or leave them out (no)?
err-alias-not-understood = There is no name “{ $typed }” here. Choose from the list.
btn-kind-term = Term
btn-kind-earliest = Start
btn-kind-schedules = Payment
btn-kind-documents = Documents
btn-kind-renewal = Renewal
btn-kind-instalment = Instalments
btn-kind-commission = Commission
btn-kind-names = ✏️ Names
btn-kind-off = 🚫 Take out of use
btn-kind-on = ✅ Put in use
btn-start-at-once = At once
btn-start-in =
    { $days ->
        [one] In { $days } day
       *[other] In { $days } days
    }
btn-ladder = { $days }
btn-commission-each = With each payment
btn-commission-first = All with the first
btn-ticked = ✅ { $what }
btn-unticked = { $what }
btn-ticked-done = 💾 Done
kind-term-months =
    { $count ->
        [one] { $count } month
       *[other] { $count } months
    }
kind-term-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
kind-term-unsaid = not set
ladder-before = { $days } days before
ladder-same-day = on the day
ladder-after = { $days } days after
ladder-none = never
scr-kinds = 🔖 <b>Insurance kinds</b>
scr-kinds-line = { $number }. { $icon } { $name }
scr-kinds-line-off = { $number }. { $icon } { $name } · <i>out of use</i>
scr-kind = { $icon } <b>{ $name }</b>
scr-kind-off = 🚫 Out of use: no new deals are opened for it.
scr-kind-names = Names: { $ru } · { $uk } · { $en }
scr-kind-term = Term: { $term }
scr-kind-at-once = Start: as early as the day it is bought
scr-kind-wait =
    Start: { $days ->
        [one] { $days } day
       *[other] { $days } days
    } after it is bought, or later
scr-kind-schedules = Payment: { $plans }
scr-kind-documents = Documents: { $kinds }
scr-kind-documents-none = Documents: none needed
scr-kind-renewal = Renewal reminders: { $days }
scr-kind-instalment = Instalment reminders: { $days }
scr-kind-commission-each = Commission: with each payment
scr-kind-commission-first = Commission: all with the first payment
ask-kind-language = ✏️ <b>{ $name }</b>: the name in which language?
ask-kind-name = ✏️ The name, language: { $language }. Now: { $name }
ask-kind-term = <b>{ $name }</b>: how long does it usually run? For example: 12 months or 15 days
ask-kind-earliest = <b>{ $name }</b>: how many days after it is bought can it start? For example: 3
ask-kind-renewal = <b>{ $name }</b>: how many days ahead shall I remind of the renewal? For example: 30, 14, 7, 1
ask-kind-instalment =
    <b>{ $name }</b>: how many days ahead shall I remind of an instalment?
    For example: 7, 3, 1, 0, -1 (0 is the day itself, -1 the day after)
ask-kind-commission = <b>{ $name }</b>: when does commission come, with each payment or all with the first?
ask-kind-schedules = <b>{ $name }</b>: how is it paid? Tick or type, for example: 60/40
ask-kind-documents = <b>{ $name }</b>: which documents are needed? Tick or type, for example: passport, tax number
err-kind-term-not-understood = I did not understand the term “{ $typed }”. For example: 12 months or 15 days.
err-kind-earliest-not-understood = I did not understand “{ $typed }”. Type a number of days up to 60, or “at once”.
err-kind-renewal-not-understood = I did not understand “{ $typed }”. Type days with commas, for example: 30, 14, 7, 1.
err-kind-instalment-not-understood = I did not understand “{ $typed }”. Type days with commas, for example: 7, 3, 1, 0, -1.
err-kind-commission-not-understood = I did not understand “{ $typed }”: with each payment or all with the first?
err-kind-schedules-not-understood = I did not understand “{ $typed }”. For example: at once, 2, quarterly, 60/40.
err-kind-documents-not-understood = I know no such document in “{ $typed }”. For example: passport, car registration.
err-kind-language-not-understood = I know no language “{ $typed }”. Choose from the list.
err-nothing-ticked = Tick at least one.
cmd-reference = Insurers, kinds, rates
btn-kind-proprietors = Proprietors' papers
btn-kind-companies = Companies' papers
scr-kind-proprietors = Documents of sole proprietors: { $kinds }
scr-kind-proprietors-none = Documents of sole proprietors: none required
scr-kind-companies = Documents of companies: { $kinds }
scr-kind-companies-none = Documents of companies: none required
ask-kind-proprietors = <b>{ $name }</b>: which documents are needed from a sole proprietor? Tick or type them, for example: passport, tax ID
ask-kind-companies = <b>{ $name }</b>: which documents are needed from a company? Tick or type them, for example: company details, power of attorney
err-kind-proprietors-not-understood = I know no such document in “{ $typed }”. For example: passport, car registration.
err-kind-companies-not-understood = I know no such document in “{ $typed }”. For example: passport, car registration.
