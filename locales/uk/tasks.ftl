task-kind-calculate = Порахувати
task-kind-issue = Оформити
task-kind-docs = Зібрати документи
task-kind-call = Зателефонувати
task-kind-other = Інше
task-state-new = нова
task-state-accepted = прийнята
task-state-in-work = у роботі
task-state-done = зроблена
task-state-returned = повернута
task-state-cancelled = скасована
deadline-none = без строку
deadline-day = до { $day }
deadline-day-late = прострочено, було до { $day }
deadline-time = до { $day }, { $time }
deadline-time-late = прострочено, було до { $day }, { $time }
pressing-now = 🔴
pressing-soon = 🟠
pressing-later = ⚪️
pressing-asked = ❓
who-pool = спільні
task-waits-for-answer = чекає на відповідь
task-line = { $mark } <b>{ $number }.</b> { $what } · { $deal } { $kind } { $object } · { $due }
task-line-money = { $mark } <b>{ $number }.</b> { $what } · { $deal } { $kind } { $object } · { $due } · { $amount }
task-reason-return-documents = Бракує документів
task-reason-return-data = Бракує даних
task-reason-return-number = Номер не той або не відповідає
task-reason-return-not-mine = Не моє, передайте іншому
task-reason-cancel-not-needed = Уже не потрібно
task-reason-cancel-mistake = Поставлена помилково
task-reason-deal-lost = Угоду закрито відмовою
task-reason-typed = { $words }
task-outcome-agreed = 👍 Домовилися
task-outcome-thinks = 🤔 Думає
task-outcome-later = 🕐 Передзвонити пізніше
task-outcome-no-answer = 📵 Не додзвонилися
task-outcome-refused = 🙅 Відмовився
scr-queue =
    <b>Моя черга</b> · { $count ->
        [0] порожньо
        [one] { $count } задача
        [few] { $count } задачі
       *[other] { $count } задач
    }{ $urgent ->
        [0] { "" }
       *[other] , термінових { $urgent }
    } · на { $at }
scr-queue-empty = Задач немає. Нові з'являться тут самі.
scr-pool = <b>Спільні задачі.</b> Хто взяв, той і виконавець угоди.
scr-pool-empty = Спільних задач немає.
scr-tasks-of-deal = <b>Відкриті задачі угоди { $number }</b>
scr-task-title = 📌 <b>{ $what }</b> · { $state }
scr-task-deal = { $icon } Угода { $number } · { $kind } · { $object } · { $client }
scr-task-people = { $giver } → { $doer }
scr-task-until = Строк: { $due }
scr-task-urgent = 🔴 Терміново
scr-task-asked = ❓ Чекає на відповідь: { $giver }
scr-task-reason = Причина: { $reason }
scr-task-outcome = Підсумок: { $outcome }
scr-task-what = Що: { $what }
scr-task-for = Кому: { $name }
scr-task-taken = ✅ Прийнято. Угода тепер і у вас.
scr-task-started = ▶️ У роботі.
scr-task-finished = ✅ Зроблено. Той, хто ставив задачу, вже знає.
scr-task-returned = ↩️ Повернуто.
scr-task-cancelled = Задачу скасовано.
scr-task-question-asked = ❓ Запитання надіслано. Відповідь прийде сюди.
scr-task-now-set = 📌 Задачу поставлено: { $name }.
scr-deal-task = Задача: { $what } → { $name }, { $due }
scr-deal-tasks = Задача: { $what } → { $name }, { $due } (і ще { $more })
ask-task-kind = <b>Задача за угодою { $number }.</b> Що зробити?
ask-task-person = { $what }: кому?
ask-task-due = До якого строку? Наприклад: завтра 18:00, пт, за 2 дні
ask-task-note = Кілька слів до задачі? Наприклад: потрібна розстрочка, без франшизи
ask-task-confirm = <b>Зрозумів так, поставити задачу?</b>
ask-task-fruitless-calculate = За угодою { $deal } немає нових пропозицій відтоді, як поставлено задачу. Усе одно зроблено?
ask-task-fruitless-docs = За угодою { $deal } немає нових документів відтоді, як поставлено задачу. Усе одно зроблено?
ask-task-fruitless-issue = За угодою { $deal } поліс ще не внесено. Усе одно зроблено?
ask-task-outcome =
    <b>Дзвінок за угодою { $deal }, { $client }.</b>
    Що вийшло? Виберіть або напишіть.
ask-task-return =
    <b>Повернути «{ $what }» за угодою { $deal }.</b>
    Чому? Виберіть або напишіть.
ask-task-cancel =
    <b>Скасувати «{ $what }» за угодою { $deal }.</b>
    Чому? Виберіть або напишіть.
ask-task-question = <b>Запитання за угодою { $deal }.</b> Кому: { $giver }. Що запитати?
btn-tasks =
    { $count ->
        [0] 📌 Задача
       *[other] 📌 Задачі { $count }
    }
btn-queue = 📥 Моя черга
btn-pool = ➕ Взяти зі спільних { $count }
btn-task-card = 📌 Відкрити задачу
btn-task-new = ➕ Нова задача
btn-task-kind-calculate = 🧮 Порахувати
btn-task-kind-issue = 📄 Оформити
btn-task-kind-docs = 📎 Зібрати документи
btn-task-kind-call = 📞 Зателефонувати
btn-task-kind-other = Інше
btn-task-to-me = Мені
btn-task-to-pool = У спільні
btn-task-no-day = Без строку
btn-task-set = ✅ Поставити
btn-task-set-urgent = 🔴 Терміново
btn-task-take = ✅ Беру
btn-task-start = ▶️ У роботу
btn-task-done = ✅ Зроблено
btn-task-done-all-the-same = ✅ Усе одно зроблено
btn-task-ask = ❓ Запитати
btn-task-return = ↩️ Повернути
btn-task-cancel = ✖️ Зняти задачу
btn-open-folder = 📁 Папка
btn-answer = ✍️ Відповісти
btn-today = Сьогодні
ntf-task-set = 📌 { $by }: <b>{ $what }</b>, { $due }
ntf-task-note = 💬 { $note }
task-note-expired = ⌛ Більше не діють: { $insurers }
ntf-task-accepted = 👌 { $by } бере в роботу: { $what }, { $due }
ntf-task-done = ✅ { $by }: зроблено, { $what }
ntf-task-done-with = ✅ { $by }: зроблено, { $what }. Підсумок: { $outcome }
ntf-task-returned = ↩️ { $by } повертає: { $what }. Причина: { $reason }
ntf-task-cancelled = ✖️ { $by } знімає задачу: { $what }. Причина: { $reason }
ntf-task-answered = 💬 <b>{ $by } відповідає:</b> { $words }
ntf-task-answered-otherwise = 💬 <b>{ $by }</b> відповідає на ваше запитання: загляньте в папку та в журнал
ntf-task-goes-on = Можна продовжувати: { $what }, { $due }
ntf-journal-asked = ❓ <b>{ $by } запитує:</b> { $words }
err-task-not-found = Такої задачі немає.
err-task-closed = Задачу вже закрито.
err-task-of-another = Цю задачу вже виконує { $name }.
err-task-reason-needed = Потрібна причина, хоча б у двох словах.
err-task-due-in-the-past = Цей день уже минув. Виберіть сьогодні або пізніше.
err-task-kind-not-understood = Не зрозумів «{ $typed }». Виберіть зі списку.
jrn-task-set = поставлено задачу «{ $what }»: { $name }
jrn-task-done = задачу «{ $what }» зроблено
jrn-task-done-with = задачу «{ $what }» зроблено: { $reason }
jrn-task-returned = задачу «{ $what }» повернуто: { $reason }
jrn-task-cancelled = задачу «{ $what }» знято: { $reason }
cmd-queue = Моя черга задач
