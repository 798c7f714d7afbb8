task-kind-calculate = Calculate
task-kind-issue = Issue
task-kind-docs = Collect documents
task-kind-call = Call
task-kind-other = Other
task-state-new = new
task-state-accepted = accepted
task-state-in-work = in work
task-state-done = done
task-state-returned = returned
task-state-cancelled = cancelled
deadline-none = no deadline
deadline-day = by { $day }
deadline-day-late = overdue, was due { $day }
deadline-time = by { $day }, { $time }
deadline-time-late = overdue, was due { $day }, { $time }
pressing-now = 🔴
pressing-soon = 🟠
pressing-later = ⚪️
pressing-asked = ❓
who-pool = the pool
task-waits-for-answer = waits for an answer
task-line = { $mark } <b>{ $number }.</b> { $what } · { $deal } { $kind } { $object } · { $due }
task-line-money = { $mark } <b>{ $number }.</b> { $what } · { $deal } { $kind } { $object } · { $due } · { $amount }
task-reason-return-documents = Documents are missing
task-reason-return-data = Data is missing
task-reason-return-number = Wrong number, or nobody answers
task-reason-return-not-mine = Not mine, give it to somebody else
task-reason-cancel-not-needed = Not needed any more
task-reason-cancel-mistake = Set by mistake
task-reason-deal-lost = The deal is lost
task-reason-typed = { $words }
task-outcome-agreed = 👍 Agreed
task-outcome-thinks = 🤔 Thinking it over
task-outcome-later = 🕐 Call back later
task-outcome-no-answer = 📵 Not reached
task-outcome-refused = 🙅 Refused
scr-queue =
    <b>My queue</b> · { $count ->
        [0] empty
        [one] { $count } task
       *[other] { $count } tasks
    }{ $urgent ->
        [0] { "" }
       *[other] , { $urgent } urgent
    } · as of { $at }
scr-queue-empty = No tasks. New ones appear here by themselves.
scr-pool = <b>The pool.</b> Who takes a task becomes the deal's executor.
scr-pool-empty = The pool is empty.
scr-tasks-of-deal = <b>Open tasks of deal { $number }</b>
scr-task-title = 📌 <b>{ $what }</b> · { $state }
scr-task-deal = { $icon } Deal { $number } · { $kind } · { $object } · { $client }
scr-task-people = { $giver } → { $doer }
scr-task-until = Due: { $due }
scr-task-urgent = 🔴 Urgent
scr-task-asked = ❓ Waits for an answer by { $giver }
scr-task-reason = Reason: { $reason }
scr-task-outcome = Outcome: { $outcome }
scr-task-what = What: { $what }
scr-task-for = For: { $name }
scr-task-taken = ✅ Accepted. The deal is yours too now.
scr-task-started = ▶️ In work.
scr-task-finished = ✅ Done. Whoever set the task knows already.
scr-task-returned = ↩️ Returned.
scr-task-cancelled = The task is cancelled.
scr-task-question-asked = ❓ The question is on its way. The answer comes here.
scr-task-now-set = 📌 The task is set: { $name }.
scr-deal-task = Task: { $what } → { $name }, { $due }
scr-deal-tasks = Task: { $what } → { $name }, { $due } (and { $more } more)
ask-task-kind = <b>A task for deal { $number }.</b> What is to be done?
ask-task-person = { $what }: by whom?
ask-task-due = By when? For example: tomorrow 18:00, Fri, in 2 days
ask-task-note = A word to it? For example: in instalments, no deductible
ask-task-confirm = <b>Set this task?</b>
ask-task-fruitless-calculate = Deal { $deal } has no new offers since the task was set. Done all the same?
ask-task-fruitless-docs = Deal { $deal } has no new documents since the task was set. Done all the same?
ask-task-fruitless-issue = Deal { $deal } has no policy filed yet. Done all the same?
ask-task-outcome =
    <b>The call about deal { $deal }, { $client }.</b>
    What came of it? Choose or type.
ask-task-return =
    <b>Return “{ $what }” of deal { $deal }.</b>
    Why? Choose or type.
ask-task-cancel =
    <b>Cancel “{ $what }” of deal { $deal }.</b>
    Why? Choose or type.
ask-task-question = <b>A question about deal { $deal }.</b> To: { $giver }. What do you want to know?
btn-tasks =
    { $count ->
        [0] 📌 Task
       *[other] 📌 Tasks { $count }
    }
btn-queue = 📥 My queue
btn-pool = ➕ From the pool { $count }
btn-task-card = 📌 Open the task
btn-task-new = ➕ New task
btn-task-kind-calculate = 🧮 Calculate
btn-task-kind-issue = 📄 Issue
btn-task-kind-docs = 📎 Documents
btn-task-kind-call = 📞 Call
btn-task-kind-other = Other
btn-task-to-me = Me
btn-task-to-pool = To the pool
btn-task-no-day = No deadline
btn-task-set = ✅ Set
btn-task-set-urgent = 🔴 Urgent
btn-task-take = ✅ Take it
btn-task-start = ▶️ Start
btn-task-done = ✅ Done
btn-task-done-all-the-same = ✅ Done all the same
btn-task-ask = ❓ Ask
btn-task-return = ↩️ Return
btn-task-cancel = ✖️ Cancel the task
btn-open-folder = 📁 Folder
btn-answer = ✍️ Answer
btn-today = Today
ntf-task-set = 📌 { $by }: <b>{ $what }</b>, { $due }
ntf-task-note = 💬 { $note }
task-note-expired = ⌛ Expired: { $insurers }
ntf-task-accepted = 👌 { $by } takes: { $what }, { $due }
ntf-task-done = ✅ { $by }: done, { $what }
ntf-task-done-with = ✅ { $by }: done, { $what }. Outcome: { $outcome }
ntf-task-returned = ↩️ { $by } returns: { $what }. Reason: { $reason }
ntf-task-cancelled = ✖️ { $by } cancels the task: { $what }. Reason: { $reason }
ntf-task-answered = 💬 <b>{ $by } answers:</b> { $words }
ntf-task-answered-otherwise = 💬 <b>{ $by }</b> has answered your question: look into the folder and the journal
ntf-task-goes-on = You can go on: { $what }, { $due }
ntf-journal-asked = ❓ <b>{ $by } asks:</b> { $words }
err-task-not-found = There is no such task.
err-task-closed = The task is closed already.
err-task-of-another = { $name } does this task already.
err-task-reason-needed = A reason is needed, two words will do.
err-task-due-in-the-past = That day has passed. Choose today or later.
err-task-kind-not-understood = Could not understand “{ $typed }”. Choose from the list.
jrn-task-set = task “{ $what }” set: { $name }
jrn-task-done = task “{ $what }” done
jrn-task-done-with = task “{ $what }” done: { $reason }
jrn-task-returned = task “{ $what }” returned: { $reason }
jrn-task-cancelled = task “{ $what }” cancelled: { $reason }
cmd-queue = My queue of tasks
