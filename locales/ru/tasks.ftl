task-kind-calculate = Посчитать
task-kind-issue = Оформить
task-kind-docs = Собрать документы
task-kind-call = Позвонить
task-kind-other = Другое
task-state-new = новая
task-state-accepted = принята
task-state-in-work = в работе
task-state-done = сделана
task-state-returned = возвращена
task-state-cancelled = отменена
deadline-none = без срока
deadline-day = до { $day }
deadline-day-late = просрочено, было до { $day }
deadline-time = до { $day }, { $time }
deadline-time-late = просрочено, было до { $day }, { $time }
pressing-now = 🔴
pressing-soon = 🟠
pressing-later = ⚪️
pressing-asked = ❓
who-pool = общие
task-waits-for-answer = ждёт ответа
task-line = { $mark } <b>{ $number }.</b> { $what } · { $deal } { $kind } { $object } · { $due }
task-line-money = { $mark } <b>{ $number }.</b> { $what } · { $deal } { $kind } { $object } · { $due } · { $amount }
task-reason-return-documents = Не хватает документов
task-reason-return-data = Не хватает данных
task-reason-return-number = Номер не тот или не отвечает
task-reason-return-not-mine = Не моё, передайте другому
task-reason-cancel-not-needed = Уже не нужно
task-reason-cancel-mistake = Поставлена по ошибке
task-reason-deal-lost = Сделка закрыта отказом
task-reason-typed = { $words }
task-outcome-agreed = 👍 Договорились
task-outcome-thinks = 🤔 Думает
task-outcome-later = 🕐 Перезвонить позже
task-outcome-no-answer = 📵 Не дозвонились
task-outcome-refused = 🙅 Отказался
scr-queue =
    <b>Моя очередь</b> · { $count ->
        [0] пусто
        [one] { $count } задача
        [few] { $count } задачи
       *[other] { $count } задач
    }{ $urgent ->
        [0] { "" }
       *[other] , срочных { $urgent }
    } · на { $at }
scr-queue-empty = Задач нет. Новые появятся здесь сами.
scr-pool = <b>Общие задачи.</b> Кто взял, тот и исполнитель сделки.
scr-pool-empty = Общих задач нет.
scr-tasks-of-deal = <b>Открытые задачи сделки { $number }</b>
scr-task-title = 📌 <b>{ $what }</b> · { $state }
scr-task-deal = { $icon } Сделка { $number } · { $kind } · { $object } · { $client }
scr-task-people = { $giver } → { $doer }
scr-task-until = Срок: { $due }
scr-task-urgent = 🔴 Срочно
scr-task-asked = ❓ Ждёт ответа: { $giver }
scr-task-reason = Причина: { $reason }
scr-task-outcome = Итог: { $outcome }
scr-task-what = Что: { $what }
scr-task-for = Кому: { $name }
scr-task-taken = ✅ Принято. Сделка теперь и у вас.
scr-task-started = ▶️ В работе.
scr-task-finished = ✅ Сделано. Тот, кто ставил задачу, уже знает.
scr-task-returned = ↩️ Возвращено.
scr-task-cancelled = Задача отменена.
scr-task-question-asked = ❓ Вопрос ушёл. Ответ придёт сюда.
scr-task-now-set = 📌 Задача поставлена: { $name }.
scr-deal-task = Задача: { $what } → { $name }, { $due }
scr-deal-tasks = Задача: { $what } → { $name }, { $due } (и ещё { $more })
ask-task-kind = <b>Задача по сделке { $number }.</b> Что сделать?
ask-task-person = { $what }: кому?
ask-task-due = К какому сроку? Например: завтра 18:00, пт, через 2 дня
ask-task-note = Пару слов к задаче? Например: нужна рассрочка, без франшизы
ask-task-confirm = <b>Понял так, поставить задачу?</b>
ask-task-fruitless-calculate = По сделке { $deal } нет новых предложений с тех пор, как поставлена задача. Всё равно сделано?
ask-task-fruitless-docs = По сделке { $deal } нет новых документов с тех пор, как поставлена задача. Всё равно сделано?
ask-task-fruitless-issue = По сделке { $deal } полис ещё не внесён. Всё равно сделано?
ask-task-outcome =
    <b>Звонок по сделке { $deal }, { $client }.</b>
    Что вышло? Выберите или напишите.
ask-task-return =
    <b>Вернуть «{ $what }» по сделке { $deal }.</b>
    Почему? Выберите или напишите.
ask-task-cancel =
    <b>Отменить «{ $what }» по сделке { $deal }.</b>
    Почему? Выберите или напишите.
ask-task-question = <b>Вопрос по сделке { $deal }.</b> Кому: { $giver }. Что спросить?
btn-tasks =
    { $count ->
        [0] 📌 Задача
       *[other] 📌 Задачи { $count }
    }
btn-queue = 📥 Моя очередь
btn-pool = ➕ Взять из общих { $count }
btn-task-card = 📌 Открыть задачу
btn-task-new = ➕ Новая задача
btn-task-kind-calculate = 🧮 Посчитать
btn-task-kind-issue = 📄 Оформить
btn-task-kind-docs = 📎 Собрать документы
btn-task-kind-call = 📞 Позвонить
btn-task-kind-other = Другое
btn-task-to-me = Мне
btn-task-to-pool = В общие
btn-task-no-day = Без срока
btn-task-set = ✅ Поставить
btn-task-set-urgent = 🔴 Срочно
btn-task-take = ✅ Беру
btn-task-start = ▶️ В работу
btn-task-done = ✅ Сделано
btn-task-done-all-the-same = ✅ Всё равно сделано
btn-task-ask = ❓ Спросить
btn-task-return = ↩️ Вернуть
btn-task-cancel = ✖️ Снять задачу
btn-open-folder = 📁 Папка
btn-answer = ✍️ Ответить
btn-today = Сегодня
ntf-task-set = 📌 { $by }: <b>{ $what }</b>, { $due }
ntf-task-note = 💬 { $note }
task-note-expired = ⌛ Больше не действуют: { $insurers }
ntf-task-accepted = 👌 { $by } берёт в работу: { $what }, { $due }
ntf-task-done = ✅ { $by }: сделано, { $what }
ntf-task-done-with = ✅ { $by }: сделано, { $what }. Итог: { $outcome }
ntf-task-returned = ↩️ { $by } возвращает: { $what }. Причина: { $reason }
ntf-task-cancelled = ✖️ { $by } снимает задачу: { $what }. Причина: { $reason }
ntf-task-answered = 💬 <b>{ $by } отвечает:</b> { $words }
ntf-task-answered-otherwise = 💬 <b>{ $by }</b> отвечает на ваш вопрос: загляните в папку и в журнал
ntf-task-goes-on = Можно продолжать: { $what }, { $due }
ntf-journal-asked = ❓ <b>{ $by } спрашивает:</b> { $words }
err-task-not-found = Такой задачи нет.
err-task-closed = Задача уже закрыта.
err-task-of-another = Эту задачу уже делает { $name }.
err-task-reason-needed = Нужна причина, хотя бы в двух словах.
err-task-due-in-the-past = Этот день уже прошёл. Выберите сегодня или позже.
err-task-kind-not-understood = Не понял «{ $typed }». Выберите из списка.
jrn-task-set = поставлена задача «{ $what }»: { $name }
jrn-task-done = задача «{ $what }» сделана
jrn-task-done-with = задача «{ $what }» сделана: { $reason }
jrn-task-returned = задача «{ $what }» возвращена: { $reason }
jrn-task-cancelled = задача «{ $what }» снята: { $reason }
cmd-queue = Моя очередь задач
