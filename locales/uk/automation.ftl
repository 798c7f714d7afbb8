cmd-automation = Що CRM робить сама
btn-rules = 🤖 Автоматика
btn-rules-all = 🤖 Усі правила
btn-rule-add = ➕ Додати правило
btn-rule-save = ✅ Зберегти
btn-rule-save-on = ✅ Зберегти й увімкнути
btn-rule-on = ✅ Увімкнути
btn-rule-off = ⏸ Вимкнути
btn-rule-try =
    { $days ->
        [one] 🔎 Проба: { $days } день
        [few] 🔎 Проба: { $days } дні
       *[other] 🔎 Проба: { $days } днів
    }
btn-rule-done = 📋 Що зроблено
btn-rule-edit = ✏️ Змінити
btn-rule-delete = 🗑 Видалити
btn-rule-card = 🤖 До правила
scr-auto-title = 🤖 <b>Автоматика: що робиться саме</b>
scr-auto-none = 🤖 <b>Автоматика.</b> Правил поки немає. Додайте перше: воно запрацює, коли ви його ввімкнете.
scr-auto-line-on = { $number }. ✅ { $says }
scr-auto-line-off = { $number }. ⏸ { $says }
scr-rule-title = 🤖 <b>{ $says }</b>
scr-rule-card = 🤖 Правило { $number }. <b>{ $says }</b>
scr-rule-on = ✅ Увімкнено: діє на те, що станеться далі.
scr-rule-off = ⏸ Вимкнено. Спершу перевірте на минулих днях: нічого не зміниться.
scr-rule-added = ✅ Зберіг.
scr-rule-changed = ✅ Змінив. Що вже чекає свого часу, звірю з новим правилом.
scr-rule-switched-on = ✅ Увімкнув: діє з цієї хвилини.
scr-rule-switched-off = ⏸ Вимкнув. Що вже чекає свого часу, робитися не буде.
scr-rule-deleted = 🗑 Правило видалено. Що воно зробило, лишилося.
toast-rule-so-already = Уже так
ask-rule-delete = 🗑 Видалити це правило? <b>{ $says }</b>
rule-says = { $when } — { $then }
rule-says-only = { $when } ({ $only }) — { $then }
rule-named = «{ $name }»: { $says }
rule-later = через { $delay } { $then }
rule-minutes =
    { $count ->
        [one] { $count } хвилину
        [few] { $count } хвилини
       *[other] { $count } хвилин
    }
rule-hours =
    { $count ->
        [one] { $count } годину
        [few] { $count } години
       *[other] { $count } годин
    }
rule-days =
    { $count ->
        [one] { $count } день
        [few] { $count } дні
       *[other] { $count } днів
    }
rule-on-lead-created = Коли з’являється новий лід
rule-on-lead-stage-changed = Коли лід переходить на етап «{ $stage }»
rule-on-lead-scored = Коли лід оцінено
rule-on-deal-created = Коли відкрито угоду
rule-on-deal-stage-changed = Коли угода переходить на етап «{ $stage }»
rule-on-clock-lead-waits = Коли новим лідом { $time } ніхто не займається
rule-on-clock-task-waits = Коли задачу { $time } ніхто не приймає
rule-any-stage = будь-який етап
rule-only-stage = етап «{ $stage }»
rule-only-from = з «{ $stage }»
rule-only-source = лід: { $source }
rule-only-score = оцінка від { $score }
rule-only-amount = сума від { $amount }
rule-do-create-deal = створити угоду
rule-do-create-deal-kind = створити угоду; якщо вид не вказано, то { $kind }
rule-do-move-stage = перевести угоду на етап «{ $stage }»
rule-do-notify = повідомити: { $whom }
rule-do-auto-assign = передати продавцю, у якого лідів найменше
rule-do-escalate-lead = нагадати відповідальному, потім керівникам
rule-do-escalate-task = нагадати виконавцю, потім продавцю та керівникам
rule-whom-owner = відповідального
rule-whom-admin = адміністраторів
rule-whom-manager = керівників
rule-whom-chat = чат { $number }
rule-whom-webhook = систему { $host }
rule-about-lead = Лід { $number }
rule-about-deal = Угода { $number }
rule-about-task = Задача { $number }
rule-template-deal-on-stage = Лід кваліфіковано → угода
rule-template-deal-on-score = Лід оцінено → угода
rule-template-assign-lead = Новий лід → продавцю
rule-template-tell-lead-stage = Етап ліда → повідомити
rule-template-tell-lead-score = Оцінка ліда → повідомити
rule-template-tell-deal-stage = Етап угоди → повідомити
rule-template-move-deal = Етап угоди → далі
rule-template-move-new-deal = Нова угода → документи
rule-template-escalate-lead = Лід чекає → нагадати
rule-template-escalate-task = Задача чекає → нагадати
btn-rule-choice = { $name }
btn-rule-any = Не важливо
btn-rule-none = Не створювати
btn-rule-unnamed = Без назви
btn-rule-now = Одразу
btn-rule-score = від { $score }
btn-rule-tier = { $tier }
btn-rule-time = { $time }
btn-rule-amount = від { $amount }
btn-rule-channel-owner = 🎯 Відповідального
btn-rule-channel-person = 👤 Людину
btn-rule-channel-role = 👥 Роль
btn-rule-channel-chat = 💬 Чат команди
btn-rule-channel-webhook = 🔗 Іншу систему
btn-rule-channel-email = ✉️ На пошту
btn-rule-fix-stage = ✏️ Етап
btn-rule-fix-to = ✏️ Куди перевести
btn-rule-fix-source = ✏️ Звідки
btn-rule-fix-tier = ✏️ Які ліди
btn-rule-fix-score_from = ✏️ Оцінка
btn-rule-fix-kind_id = ✏️ Вид
btn-rule-fix-other_kind_id = ✏️ Вид угоди
btn-rule-fix-amount_from = ✏️ Сума
btn-rule-fix-hours = ✏️ Строк
btn-rule-fix-channel = ✏️ Кого
btn-rule-fix-user_id = ✏️ Людина
btn-rule-fix-role = ✏️ Роль
btn-rule-fix-chat_id = ✏️ Чат
btn-rule-fix-url = ✏️ Адреса
btn-rule-fix-email = ✏️ Пошта
btn-rule-fix-delay = ✏️ Коли
btn-rule-fix-name = ✏️ Назва
ask-rule-template = <b>Нове правило.</b> Що має робитися саме?
ask-rule-stage = На якому етапі?
ask-rule-to = На який етап перевести?
ask-rule-source = Звідки клієнт?
ask-rule-tier = Які ліди?
ask-rule-score_from = З якої оцінки? Наприклад: 0,7
ask-rule-kind_id = Який вид страхування?
ask-rule-other_kind_id = Якщо в ліда вид не вказано, яким створити угоду?
ask-rule-amount_from = Від якої суми? Наприклад: 50 000
ask-rule-hours = Через скільки годин нагадати? Наприклад: 4
ask-rule-channel = Кого повідомити?
ask-rule-user_id = Кого саме? Можна написати ім’я.
ask-rule-role = Кого саме повідомити?
ask-rule-chat_id = 💬 Номер чату команди? Додайте мене в той чат і напишіть там /automation: я відповім номером. Наприклад: -1001234567890
ask-rule-url = 🔗 Адреса, куди повідомити? Наприклад: https://example.org/crm
ask-rule-email = ✉️ На яку адресу? Наприклад: office@example.org
ask-rule-delay = Одразу чи пізніше? Пізніше я спершу перевірю, що все ще так. Наприклад: 2 години
ask-rule-name = Як назвати правило? Наприклад: Гарячі ліди в чат. Без назви воно зветься тим, що робить.
ask-rule-confirm = <b>{ $says }</b>. Правильно?
ask-rule-change = ✏️ <b>{ $says }</b>. Що змінити? Потім збережіть.
err-rule-choice-not-understood = Не зрозумів «{ $typed }». Оберіть зі списку.
err-rule-number-not-understood = Не зрозумів «{ $typed }». Потрібне число від { $least } до { $most }.
err-rule-delay-not-understood = Не зрозумів «{ $typed }». Наприклад: одразу, 30 хвилин, 2 години, 3 дні.
err-rule-email-not-understood = «{ $typed }» на адресу пошти не схоже. Наприклад: office@example.org
err-rule-chat-not-understood = «{ $typed }» на номер чату не схоже. Наприклад: -1001234567890
err-webhook-address-refused = Ця адреса не підходить: потрібен https, без пароля в адресі й не всередині вашої мережі. Наприклад: https://example.org/crm
err-rule-not-found = Цього правила вже немає.
err-rule-changed-meanwhile = Правило тим часом змінили. Ось яке воно зараз.
err-rule-there-already = Таке правило вже є у списку.
err-rule-name-taken = Правило «{ $name }» вже є. Назвіть це інакше.
err-too-many-rules = Правил уже { $most }, більше не вміститься. Видаліть зайві.
err-lead-without-kind = У ліда не вказано вид страхування або вказано кілька.
err-nobody-free = Усі продавці у від’їзді або зайняті до межі.
err-nobody-to-tell = Повідомити нікого: людину вимкнено або такої ролі ні в кого немає.
err-chat-not-reached = У чат команди повідомлення не прийняли: мене там немає або мені не можна писати.
scr-rule-try-create-deal =
    { $count ->
        [one] 🔎 За { $time } створило б { $count } угоду, з ліда:
        [few] 🔎 За { $time } створило б { $count } угоди, з лідів:
       *[other] 🔎 За { $time } створило б { $count } угод, з лідів:
    }
scr-rule-try-move-stage =
    { $count ->
        [one] 🔎 За { $time } перевело б { $count } угоду:
        [few] 🔎 За { $time } перевело б { $count } угоди:
       *[other] 🔎 За { $time } перевело б { $count } угод:
    }
scr-rule-try-notify =
    { $count ->
        [one] 🔎 За { $time } повідомило б { $count } раз:
        [few] 🔎 За { $time } повідомило б { $count } рази:
       *[other] 🔎 За { $time } повідомило б { $count } разів:
    }
scr-rule-try-auto-assign =
    { $count ->
        [one] 🔎 За { $time } передало б { $count } лід:
        [few] 🔎 За { $time } передало б { $count } ліди:
       *[other] 🔎 За { $time } передало б { $count } лідів:
    }
scr-rule-try-escalate = 🔎 Зараз нагадало б про { $count } з тих, хто прийшов за { $time }:
scr-rule-try-none = 🔎 За { $time } не спрацювало б жодного разу.
scr-rule-try-line = { $number }. { $about } · { $name }
scr-rule-try-more = і ще { $count }
scr-rule-try-refused = ⚠️ Ще { $count } не пройшло б. { $why }
scr-rule-try-cut = Переглянув останні { $count } подій, раніше були ще.
scr-rule-try-safe = Це проба: нічого не зроблено.
scr-rule-done-title = 📋 <b>Що зроблено:</b> { $says }
scr-rule-done-none = 📋 Це правило ще нічого не зробило.
scr-rule-done-line = { $number }. { $about } · { $at } · { $what }
rule-done-deal = ✅ угода { $number }
rule-done-deal-known = ✅ угода { $number } вже була
rule-done-stage = ✅ тепер «{ $stage }»
rule-done-assigned = ✅ { $name }
rule-done-kept = ✅ вже у продавця
rule-done-told = ✅ повідомлено
rule-done-step-executor = ✅ нагадав виконавцю
rule-done-step-seller = ✅ нагадав відповідальному
rule-done-step-manager = ✅ сказав керівникам
rule-done-waiting = ⏳ чекає, зроблю { $at }
rule-done-due = ⏳ роблю
rule-done-calling = ⏳ надсилаю
rule-done-again = ⏳ не дійшло ({ $why }), пробую ще
rule-done-dead = ❌ не дійшло: { $why }
rule-done-refused = ❌ { $why }
rule-done-refused-other = ❌ не вийшло
rule-done-off = ⏸ правило вимкнули
rule-done-changed = ⏸ на той час стало не так
rule-done-stopped = ⛔️ надто довгий ланцюжок
rule-fault-timeout = не відповіли вчасно
rule-fault-unresolved = такого імені в мережі немає
rule-fault-unreachable = немає зв’язку
rule-fault-not-https = адреса не https
rule-fault-not-public = адреса всередині мережі
rule-fault-redirect = перенаправляє на іншу адресу
rule-fault-address = неправильна адреса
rule-fault-too-large = завелике повідомлення
rule-fault-recipient = пошта не приймає цю адресу
rule-fault-webhooks-off = надсилання вимкнено в налаштуваннях
rule-fault-email-off = пошту не налаштовано
rule-fault-status = відповідь { $status }
ntf-rule-lead-stage = 🤖 Лід тепер «{ $stage }»
ntf-rule-lead-score = 🤖 Лід оцінено: { $tier } { $score }
ntf-rule-deal-stage = 🤖 Угода тепер на етапі «{ $stage }»
ntf-rule-deal-created = 🤖 Лід { $lead } став угодою, вона ваша
ntf-rule-lead-waits =
    { $hours ->
        [one] ⏰ Новий лід чекає вже { $hours } годину: ніхто ним не займається
        [few] ⏰ Новий лід чекає вже { $hours } години: ніхто ним не займається
       *[other] ⏰ Новий лід чекає вже { $hours } годин: ніхто ним не займається
    }
ntf-rule-task-waits =
    { $hours ->
        [one] ⏰ Задачу «{ $what }» не прийняли вже { $hours } годину
        [few] ⏰ Задачу «{ $what }» не прийняли вже { $hours } години
       *[other] ⏰ Задачу «{ $what }» не прийняли вже { $hours } годин
    }
ntf-rule-chain-stopped =
    { $limit ->
        [one] ⛔️ Правила запускали одне одного надто довго: зупинив після { $limit } дії.
        [few] ⛔️ Правила запускали одне одного надто довго: зупинив після { $limit } дій.
       *[other] ⛔️ Правила запускали одне одного надто довго: зупинив після { $limit } дій.
    }
ntf-rule-chain-look = Подивіться, які правила ведуть одне до одного, і вимкніть зайві.
ntf-rule-chat-not-reached = ⚠️ Правило { $number } «{ $name }» не може повідомити в чат команди: мене там немає або мені не можна писати.
ntf-rule-chat-what-to-do = Додайте мене в цей чат або вкажіть у правилі інший. Доки не вийде знову, більше про це не нагадаю.
mail-rule-subject = CRM: { $about }
mail-rule-foot = Цей лист надіслало правило CRM. Відповідати на нього не треба.
scr-group-number = Номер цього чату для правил: <code>{ $number }</code>
btn-away = 🌴 У від’їзді
btn-away-back = 👋 Уже на місці
scr-user-away = 🌴 У від’їзді по { $until }: ліди самі не надходять, нагадування чують інші
ask-away = 🌴 <b>{ $name }</b>: по який день включно у від’їзді? Доти ліди самі не надходитимуть, а нагадування почують інші. Наприклад: пт
scr-away-saved = 🌴 Запам’ятав: у від’їзді по { $until }. Про що нагадаю іншим, розповім першого дня після.
scr-away-over = 👋 Запам’ятав: на місці.
