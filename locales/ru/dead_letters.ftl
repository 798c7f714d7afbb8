cmd-deadletters = Что не получилось
btn-dead-requeue = 🔁 Повторить
btn-dead-requeue-all = 🔁 Повторить все
btn-dead-drop = 🗑 Отбросить
btn-dead-details = 🔎 Подробности
btn-dead-list = 📋 Что не вышло
btn-dead-sort = 📋 Разобрать
ntf-dead-storm =
    { $count ->
        [one] ⚠️ <b>Не получилась { $count } задача</b>, считая с { $since }
        [few] ⚠️ <b>Не получились { $count } задачи</b>, считая с { $since }
       *[other] ⚠️ <b>Не получилось { $count } задач</b>, считая с { $since }
    }
ntf-dead-sorted = ✅ Всё, что не получилось с { $since }, разобрано.
scr-dead-title = ⚠️ <b>Что не получилось: { $count }</b>
scr-dead-none = ✅ Всё получилось, разбирать нечего.
scr-dead-group = { $number }. { $what }: { $count }
scr-dead-group-line = • { $what }: { $count }
scr-dead-more = • и другое: { $count }
scr-dead-line = { $number }. { $about } · { $at } · { $reason }
scr-dead-letter = ⚠️ <b>{ $what }</b>
scr-dead-about = О чём: { $about } · { $event }
scr-dead-of = О чём: { $about }
scr-dead-why = Почему: { $reason }
scr-dead-when =
    { $count ->
        [one] Когда: { $at }, после { $count } попытки
        [few] Когда: { $at }, после { $count } попыток
       *[other] Когда: { $at }, после { $count } попыток
    }
scr-dead-happened = Событие: { $at }
scr-dead-fact = { $name }: <code>{ $value }</code>
scr-dead-again = 🔁 Пробую снова: попытки считаются с начала.
scr-dead-done = ✅ Со следующей попытки получилось.
scr-dead-dropped = 🗑 Отброшено: больше не пробую.
scr-dead-requeued =
    { $count ->
        [one] 🔁 Пробую снова: { $count } задача.
        [few] 🔁 Пробую снова: { $count } задачи.
       *[other] 🔁 Пробую снова: { $count } задач.
    }
scr-dead-left = Таких же осталось: { $count }. Нажмите ещё раз; чей текст уже удалён, того не повторить.
ask-dead-drop = 🗑 Почему отбросить? <b>{ $what }</b>, { $about }. Выберите или напишите.
dead-drop-not-needed = Уже не нужно
dead-drop-by-hand = Сделали вручную
toast-dead-requeued = Пробую снова
toast-dead-sorted = С этим уже разобрались
err-update-erased = Текст этого обращения уже удалён по сроку хранения: повторять нечего. Его можно отбросить.
dead-why-timeout = не успел за отведённое время
dead-why-no-consumer = в этой версии этого больше никто не делает
dead-why-files = Telegram не отдаёт файл
dead-why-storage = хранилище файлов недоступно
dead-why-unreadable = сообщение не удалось прочитать
dead-why-error = ошибка программы ({ $error })
dead-about-deal = сделка { $number }
dead-about-document = документ { $number }
dead-about-kind = вид страхования { $number }
dead-about-lead = лид { $number }
dead-about-policy = полис { $number }
dead-about-task = задача { $number }
dead-about-user = сотрудник { $number }
dead-about-update = номер { $number }
dead-about-other = { $sort } { $number }
dead-update = Сообщение человека не обработано
dead-unknown = Не выполнено: { $name }
dead-by-FetchDocument = Документ не получен
dead-by-MakeProposal = Предложение не составлено
dead-by-begin_rewording = Поиск не узнал новое название вида
dead-by-reword_batch = Поиск не обновлён по новому названию вида
dead-by-ScoreLead = Лид не оценён
dead-by-ShowCommands = Меню команд не обновлено
dead-by-tell_admins_of_newcomer = О новом сотруднике не сообщено
dead-by-tell_of_new_role = О новой роли не сообщено
dead-by-tell_of_lost_access = Об отключении доступа не сообщено
dead-by-tell_of_regained_access = О возврате доступа не сообщено
dead-by-tell_of_entry = О записи в журнале не сообщено
dead-by-tell_of_assigned_lead = О передаче лида не сообщено
dead-by-tell_of_moved_lead = О новой стадии лида не сообщено
dead-by-refresh_cards_of_leads = Карточка лида на экране не обновлена
dead-by-refresh_cards_of_task = Карточка задачи на экране не обновлена
dead-by-tell_of_commission = О полученной КВ не сообщено
dead-by-tell_of_entered_offers = О новых предложениях не сообщено
dead-by-tell_of_choice = О выборе клиента не сообщено
dead-by-refresh_queues_of_choice = Очередь на экране не обновлена
dead-by-ExportClient = Данные клиента не выгружены
dead-by-NoteErasure = Удаление данных клиента не записано
dead-by-DropContents = Файлы удалённого клиента не стёрты
dead-by-forget_messages = Сообщения об удалённом клиенте не стёрты
dead-by-tell_of_policy = О новом полисе не сообщено
dead-by-tell_of_policy_state = О состоянии полиса не сообщено
dead-by-tell_of_endorsement = Об изменении полиса не сообщено
dead-by-tell_of_payment = Об оплате не сообщено
dead-by-tell_of_refund = О возврате клиенту не сообщено
dead-by-tell_of_reversed_refund = Об отмене записи о возврате не сообщено
dead-by-tell_of_renewal = О продлении не сообщено
dead-by-tell_of_refused_policy = О непринятом файле не сообщено
dead-by-tell_of_new_task = О новой задаче не сообщено
dead-by-tell_of_passed_on_task = О передаче задачи не сообщено
dead-by-tell_of_task = О ходе задачи не сообщено
dead-by-tell_of_answer = Об ответе на вопрос не сообщено
dead-by-refresh_queues = Очередь на экране не обновлена
dead-by-tell_of_waking = О проснувшейся сделке не сообщено
dead-by-tell_of_handing_over = О передаче сделки не сообщено
dead-by-tell_of_stage = О новой стадии сделки не сообщено
dead-on-document-received = прислали файл
dead-on-document-refused = файл не принят
dead-on-deal-proposal-requested = попросили предложение для клиента
dead-on-reference-kind-changed = вид изменили
dead-on-reference-kind-rewording = поиск обновляется
dead-on-lead-analysis-requested = попросили оценить лид
dead-on-lead-assigned = лид передали
dead-on-lead-scored = лид оценён
dead-on-lead-stage-changed = стадия изменилась
dead-on-lead-payment-registered = клиент лида заплатил
dead-on-user-disabled = доступ отключили
dead-on-user-enabled = доступ вернули
dead-on-user-joined = новый сотрудник
dead-on-user-language-changed = язык изменили
dead-on-user-role-changed = роль изменили
dead-on-deal-journal-written = запись в журнале
dead-on-deal-payment-income-received = получена КВ
dead-on-deal-offers-entered = внесли предложения
dead-on-deal-offer-chosen = клиент выбрал
dead-on-deal-payment-updated = изменилась оплата
dead-on-deal-payment-refund-paid = клиенту вернули деньги
dead-on-deal-payment-refund-reversed = запись о возврате отменили
dead-on-policy-filed = полис записан
dead-on-policy-state-changed = состояние изменилось
dead-on-policy-endorsed = полис изменили
dead-on-policy-renewal-opened = открыли продление
dead-on-tasks-task-created = поставили задачу
dead-on-tasks-task-reassigned = задачу передали
dead-on-tasks-task-status_changed = ход задачи
dead-on-tasks-task-asked = задали вопрос
dead-on-tasks-task-answered = ответили на вопрос
dead-on-deal-woke = сделка проснулась
dead-on-deal-handed-over = сделку передали
dead-on-deal-stage-changed = стадия изменилась
dead-event-other = { $name }
dead-by-ExportLeads = Выгрузка лидов не составлена
dead-by-ForgetExport = Файл выгрузки не удалён
dead-by-tell_of_leads_together = Об изменении лидов не сообщено
dead-on-user-leads-export-requested = запрошена выгрузка лидов
dead-on-user-leads-handled = лиды изменены вместе
dead-on-user-leads-exported = лиды выгружены
dead-about-execution = правило, действие { $number }
dead-by-apply_rules = Правила не применены
dead-by-run_due_rule = Отложенное правило не сработало
dead-by-CallWebhook = Другой системе не сообщено
dead-by-SendEmail = Письмо не отправлено
dead-on-lead-created = появился лид
dead-on-deal-created = открыта сделка
dead-on-client-erased = данные клиента удалены
dead-on-client-file-requested = запрошены данные клиента
dead-on-client-file-exported = данные клиента выгружены
dead-on-automation-execution-due = пришёл срок правила
dead-on-automation-webhook-requested = правило сообщает системе
dead-on-automation-email-requested = правило пишет письмо
