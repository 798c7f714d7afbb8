cmd-deadletters = Що не вийшло
btn-dead-requeue = 🔁 Повторити
btn-dead-requeue-all = 🔁 Повторити всі
btn-dead-drop = 🗑 Відкинути
btn-dead-details = 🔎 Подробиці
btn-dead-list = 📋 Що не вийшло
btn-dead-sort = 📋 Розібрати
ntf-dead-storm =
    { $count ->
        [one] ⚠️ <b>Не вийшла { $count } справа</b>, рахуючи з { $since }
        [few] ⚠️ <b>Не вийшли { $count } справи</b>, рахуючи з { $since }
       *[other] ⚠️ <b>Не вийшло { $count } справ</b>, рахуючи з { $since }
    }
ntf-dead-sorted = ✅ Усе, що не вийшло з { $since }, розібрано.
scr-dead-title = ⚠️ <b>Що не вийшло: { $count }</b>
scr-dead-none = ✅ Усе вийшло, розбирати нічого.
scr-dead-group = { $number }. { $what }: { $count }
scr-dead-group-line = • { $what }: { $count }
scr-dead-more = • та інше: { $count }
scr-dead-line = { $number }. { $about } · { $at } · { $reason }
scr-dead-letter = ⚠️ <b>{ $what }</b>
scr-dead-about = Про що: { $about } · { $event }
scr-dead-of = Про що: { $about }
scr-dead-why = Чому: { $reason }
scr-dead-when =
    { $count ->
        [one] Коли: { $at }, після { $count } спроби
        [few] Коли: { $at }, після { $count } спроб
       *[other] Коли: { $at }, після { $count } спроб
    }
scr-dead-happened = Подія: { $at }
scr-dead-fact = { $name }: <code>{ $value }</code>
scr-dead-again = 🔁 Пробую знову: спроби рахуються спочатку.
scr-dead-done = ✅ З наступної спроби вийшло.
scr-dead-dropped = 🗑 Відкинуто: більше не пробую.
scr-dead-requeued =
    { $count ->
        [one] 🔁 Пробую знову: { $count } справа.
        [few] 🔁 Пробую знову: { $count } справи.
       *[other] 🔁 Пробую знову: { $count } справ.
    }
scr-dead-left = Таких самих лишилося: { $count }. Натисніть ще раз; чий текст уже видалено, того не повторити.
ask-dead-drop = 🗑 Чому відкинути? <b>{ $what }</b>, { $about }. Оберіть або напишіть.
dead-drop-not-needed = Уже не потрібно
dead-drop-by-hand = Зробили вручну
toast-dead-requeued = Пробую знову
toast-dead-sorted = З цим уже розібралися
err-update-erased = Текст цього звернення вже видалено за строком зберігання: повторювати нічого. Його можна відкинути.
dead-why-timeout = не встиг за відведений час
dead-why-no-consumer = у цій версії цього більше ніхто не робить
dead-why-files = Telegram не віддає файл
dead-why-storage = сховище файлів недоступне
dead-why-unreadable = повідомлення не вдалося прочитати
dead-why-error = помилка програми ({ $error })
dead-about-deal = угода { $number }
dead-about-document = документ { $number }
dead-about-kind = вид страхування { $number }
dead-about-lead = лід { $number }
dead-about-policy = поліс { $number }
dead-about-task = завдання { $number }
dead-about-user = співробітник { $number }
dead-about-update = номер { $number }
dead-about-other = { $sort } { $number }
dead-update = Повідомлення людини не оброблено
dead-unknown = Не виконано: { $name }
dead-by-FetchDocument = Документ не отримано
dead-by-MakeProposal = Пропозицію не складено
dead-by-begin_rewording = Пошук не дізнався нової назви виду
dead-by-reword_batch = Пошук не оновлено за новою назвою виду
dead-by-ScoreLead = Лід не оцінено
dead-by-ShowCommands = Меню команд не оновлено
dead-by-tell_admins_of_newcomer = Про нового співробітника не повідомлено
dead-by-tell_of_new_role = Про нову роль не повідомлено
dead-by-tell_of_lost_access = Про вимкнення доступу не повідомлено
dead-by-tell_of_regained_access = Про повернення доступу не повідомлено
dead-by-tell_of_entry = Про запис у журналі не повідомлено
dead-by-tell_of_assigned_lead = Про передачу ліда не повідомлено
dead-by-tell_of_moved_lead = Про нову стадію ліда не повідомлено
dead-by-refresh_cards_of_leads = Картку ліда на екрані не оновлено
dead-by-refresh_cards_of_task = Картку завдання на екрані не оновлено
dead-by-tell_of_commission = Про отриману КВ не повідомлено
dead-by-tell_of_entered_offers = Про нові пропозиції не повідомлено
dead-by-tell_of_choice = Про вибір клієнта не повідомлено
dead-by-refresh_queues_of_choice = Чергу на екрані не оновлено
dead-by-ExportClient = Дані клієнта не вивантажено
dead-by-NoteErasure = Видалення даних клієнта не записано
dead-by-DropContents = Файли видаленого клієнта не стерто
dead-by-forget_messages = Повідомлення про видаленого клієнта не стерто
dead-by-tell_of_policy = Про новий поліс не повідомлено
dead-by-tell_of_policy_state = Про стан поліса не повідомлено
dead-by-tell_of_endorsement = Про зміну поліса не повідомлено
dead-by-tell_of_payment = Про оплату не повідомлено
dead-by-tell_of_refund = Про повернення клієнту не повідомлено
dead-by-tell_of_reversed_refund = Про скасування запису про повернення не повідомлено
dead-by-tell_of_renewal = Про продовження не повідомлено
dead-by-tell_of_refused_policy = Про неприйнятий файл не повідомлено
dead-by-tell_of_new_task = Про нове завдання не повідомлено
dead-by-tell_of_passed_on_task = Про передачу завдання не повідомлено
dead-by-tell_of_task = Про хід завдання не повідомлено
dead-by-tell_of_answer = Про відповідь на запитання не повідомлено
dead-by-refresh_queues = Чергу на екрані не оновлено
dead-by-tell_of_waking = Про угоду, що прокинулася, не повідомлено
dead-by-tell_of_handing_over = Про передачу угоди не повідомлено
dead-by-tell_of_stage = Про нову стадію угоди не повідомлено
dead-on-document-received = надіслали файл
dead-on-document-refused = файл не прийнято
dead-on-deal-proposal-requested = попросили пропозицію для клієнта
dead-on-reference-kind-changed = вид змінили
dead-on-reference-kind-rewording = пошук оновлюється
dead-on-lead-analysis-requested = попросили оцінити лід
dead-on-lead-assigned = лід передали
dead-on-lead-scored = лід оцінено
dead-on-lead-stage-changed = стадія змінилася
dead-on-lead-payment-registered = клієнт ліда заплатив
dead-on-user-disabled = доступ вимкнули
dead-on-user-enabled = доступ повернули
dead-on-user-joined = новий співробітник
dead-on-user-language-changed = мову змінили
dead-on-user-role-changed = роль змінили
dead-on-deal-journal-written = запис у журналі
dead-on-deal-payment-income-received = отримано КВ
dead-on-deal-offers-entered = внесли пропозиції
dead-on-deal-offer-chosen = клієнт обрав
dead-on-deal-payment-updated = змінилася оплата
dead-on-deal-payment-refund-paid = клієнту повернули гроші
dead-on-deal-payment-refund-reversed = запис про повернення скасували
dead-on-policy-filed = поліс записано
dead-on-policy-state-changed = стан змінився
dead-on-policy-endorsed = поліс змінили
dead-on-policy-renewal-opened = відкрили продовження
dead-on-tasks-task-created = поставили завдання
dead-on-tasks-task-reassigned = завдання передали
dead-on-tasks-task-status_changed = хід завдання
dead-on-tasks-task-asked = поставили запитання
dead-on-tasks-task-answered = відповіли на запитання
dead-on-deal-woke = угода прокинулася
dead-on-deal-handed-over = угоду передали
dead-on-deal-stage-changed = стадія змінилася
dead-event-other = { $name }
dead-by-ExportLeads = Вивантаження лідів не складено
dead-by-ForgetExport = Файл вивантаження не видалено
dead-by-tell_of_leads_together = Про зміну лідів не повідомлено
dead-on-user-leads-export-requested = запитано вивантаження лідів
dead-on-user-leads-handled = лідів змінено разом
dead-on-user-leads-exported = лідів вивантажено
dead-about-execution = правило, дія { $number }
dead-by-apply_rules = Правила не застосовано
dead-by-run_due_rule = Відкладене правило не спрацювало
dead-by-CallWebhook = Іншу систему не повідомлено
dead-by-SendEmail = Лист не надіслано
dead-on-lead-created = з’явився лід
dead-on-deal-created = відкрито угоду
dead-on-client-erased = дані клієнта видалено
dead-on-client-file-requested = запитано дані клієнта
dead-on-client-file-exported = дані клієнта вивантажено
dead-on-automation-execution-due = настав час правила
dead-on-automation-webhook-requested = правило повідомляє систему
dead-on-automation-email-requested = правило пише листа
