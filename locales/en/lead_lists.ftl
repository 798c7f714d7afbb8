cmd-leads = Leads
cmd-deleted = Deleted leads
scr-leads = <b>🎯 Leads</b> · { $filter }
lead-count-more = { $most }+
lead-filter-mine = mine
lead-filter-pool = the pool
lead-filter-anybody = everybody’s
lead-filter-person = of { $name }
lead-filter-open = open
lead-filter-every = every stage
lead-filter-domain = { $name }
lead-filter-idle = silent for { $days }+ days
lead-silent-since = ⏳ since { $at }
lead-filter-paid = 💰 paid
lead-paid = 💰 { $amount }
lead-filter-best = best first
lead-filter-words = “{ $words }”
btn-leads-first = ⏮ To the top
btn-leads-mine = Mine
btn-leads-pool = Pool
btn-leads-anybody = All
btn-leads-without = ✖️ { $what }
btn-leads-filter = 🎚 Filter
btn-leads-chosen = ✓ { $what }
btn-leads-choose = ☑️ Choose
btn-leads-export = 📊 Excel
btn-leads-deleted = 🗑 Deleted
scr-leads-narrow = <b>Which leads shall I show?</b> Several things together are fine.
btn-leads-idle = ⏳ { $days }+ days
btn-leads-newest = 🕘 Newest first
btn-leads-best = ⭐ Best first
btn-leads-by-source = 🌐 Source
btn-leads-by-domain-id = 🏢 Sphere
btn-leads-by-whose = 👤 Whose
btn-leads-words = 🔎 Name, phone
btn-leads-show = ✅ Show
btn-leads-whole = 🧹 Reset
btn-leads-whichever = Any
ask-leads-source = Where did they come from?
ask-leads-domain-id = From which sphere?
ask-leads-whose = Who works on them?
ask-leads-words = Whom are we looking for? A part of a name, company or phone, such as: Smith or 4567
scr-leads-choose = <b>Mark leads by their numbers.</b> Marked: { $count } of { $most }
scr-leads-line-marked = ☑️ { $line }
btn-number-marked = ✓ { $number }
btn-leads-mark-page = Whole page
btn-leads-mark-all = Whole list (≤{ $most })
btn-leads-mark-none = Clear
btn-leads-back = ⬅️ To the list
btn-leads-give = 👤 Hand over
btn-leads-release = 📤 To the pool
btn-leads-move = ➡️ Stage
btn-leads-analyse = 🤖 Analyse
btn-leads-lose = ❌ Lost
btn-leads-delete = 🗑 Delete
scr-leads-more-than = There are more in the list: the first { $most } are marked.
ask-leads-give =
    { $count ->
        [one] Who gets { $count } lead?
       *[other] Who gets { $count } leads?
    }
ask-leads-move =
    { $count ->
        [one] To which stage does { $count } lead move?
       *[other] To which stage do { $count } leads move?
    }
ask-leads-lose =
    { $count ->
        [one] Why is { $count } lead lost? Choose or write.
       *[other] Why are { $count } leads lost? Choose or write.
    }
ask-leads-sure-give =
    { $count ->
        [one] <b>Hand { $count } lead over?</b> To: { $name }
       *[other] <b>Hand { $count } leads over?</b> To: { $name }
    }
ask-leads-sure-release =
    { $count ->
        [one] <b>Put { $count } lead back into the pool?</b>
       *[other] <b>Put { $count } leads back into the pool?</b>
    }
ask-leads-sure-move =
    { $count ->
        [one] <b>Move { $count } lead to “{ $stage }”?</b>
       *[other] <b>Move { $count } leads to “{ $stage }”?</b>
    }
ask-leads-move-back = A manager can roll them back one by one, with a reason.
ask-leads-sure-lose =
    { $count ->
        [one] <b>Record { $count } lead as lost?</b> Reason: { $reason }
       *[other] <b>Record { $count } leads as lost?</b> Reason: { $reason }
    }
ask-leads-sure-analyse =
    { $count ->
        [one] <b>Analyse { $count } lead?</b>
       *[other] <b>Analyse { $count } leads?</b>
    }
ask-leads-sure-delete =
    { $count ->
        [one] <b>Delete { $count } lead?</b> It can be restored: /deleted
       *[other] <b>Delete { $count } leads?</b> They can be restored: /deleted
    }
btn-leads-yes = Yes, all { $count }
scr-leads-handled = <b>{ $what }: { $done } of { $count }</b>
leads-did-give = 👤 Given to { $name }
leads-did-release = 📤 Back in the pool
leads-did-move = ➡️ Stage “{ $stage }”
leads-did-lose = ❌ Noted as lost
leads-did-analyse = 🤖 Sent to be analysed
leads-did-delete = 🗑 Deleted
scr-leads-some-refused = Not done: { $count }. Why, see below; they are still marked.
scr-leads-some-out-of-reach = Not done: { $count }. Why, see below; { $marked } are still marked.
scr-leads-done = ✅ { $leads }
scr-leads-refused = ❌ { $leads }: { $reason }
leads-refused-gone = These leads are gone.
leads-refused-of-others = Worked on by { $assignee }. A manager can hand them to you.
leads-named = { $leads }
leads-named-more = { $leads } and { $count } more ({ $numbers })
scr-leads-deleted = <b>🗑 Deleted leads</b>
scr-leads-deleted-hint = Tap a number to look at one and restore it.
scr-lead-gone = 🗑 <b>Deleted</b> by { $by }, { $at }
scr-leads-deleted-line =
    { $number }. <b>{ $who }</b> · lead { $lead }
    <i>deleted by { $by }, { $at }</i>
scr-found-leads = <b>Leads</b>
btn-more-leads = More leads ▶️
toast-leads-export = 📊 I am making the file and will send it here.
ntf-leads-exported =
    { $count ->
        [one] 📊 Leads as Excel: { $count } row. Contacts stand in it in full, keep it safe.
       *[other] 📊 Leads as Excel: { $count } rows. Contacts stand in it in full, keep it safe.
    }
ntf-leads-exported-cut = 📊 Leads as Excel: the first { $most } rows, there are more in the list. Contacts stand in it in full, keep it safe.
ntf-leads-export-failed = I could not keep the file of leads: the storage does not answer. Please try later.
ntf-leads-given =
    { $count ->
        [one] 🎯 { $by } has handed { $count } lead over to you.
       *[other] 🎯 { $by } has handed { $count } leads over to you.
    }
ntf-leads-taken-away =
    { $count ->
        [one] { $by } has handed { $count } lead of yours to others.
       *[other] { $by } has handed { $count } leads of yours to others.
    }
ntf-leads-moved =
    { $count ->
        [one] { $by } has moved { $count } lead of yours: { $stage }
       *[other] { $by } has moved { $count } leads of yours: { $stage }
    }
ntf-leads-deleted =
    { $count ->
        [one] 🗑 { $by } deleted { $count } of your leads.
       *[other] 🗑 { $by } deleted { $count } of your leads.
    }
ntf-leads-more = …and { $count } more
err-too-many-leads = { $count } are marked, and at most { $most } are done at once.
err-no-leads-chosen = First mark at least one lead.
sheet-cell = { $value }
sheet-leads = Leads
sheet-lead-number = Lead
sheet-lead-created = Came in
sheet-lead-stage = Stage
sheet-lead-source = Source
sheet-lead-campaign = Campaign
sheet-lead-name = Name
sheet-lead-company = Company
sheet-lead-position = Position
sheet-lead-phones = Phones
sheet-lead-emails = E-mail
sheet-lead-domain = Sphere
sheet-lead-kinds = Kinds
sheet-lead-object = Object
sheet-lead-tax = Tax number
sheet-lead-tier = Tier
sheet-lead-score = Score
sheet-lead-assignee = Works on it
sheet-lead-activity = Last activity
sheet-lead-lost = Why lost
sheet-lead-intent = Intent
sheet-lead-pain = Pain points
sheet-lead-paid = Paid
sheet-lead-paid-in = Currency
sheet-lead-paid-at = Paid since
