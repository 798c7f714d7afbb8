policy-state-draft = чернетка
policy-state-issued = оформлений
policy-state-in-force = чинний
policy-state-suspended = призупинений
policy-state-expired = закінчився
policy-state-cancelled = розірваний
policy-state-annulled = анульований
policy-number = № { $number }
policy-until = до { $day }
policy-owed = до сплати { $amount }
policy-overdue = 🔴 прострочено { $amount }
policy-of-deal = угода { $number }
policy-of-others = у чужій угоді, спитайте керівника
policy-next-instalment = внесок { $day }
policy-next-renewal = поновити до { $day }
policy-not-renewed = не поновлений
policy-overlap-other-risk = Інші ризики
policy-overlap-other-holder = Інший страхувальник
policy-overlap-early-renewal = Поновили заздалегідь
when-today = строк сьогодні
when-in-days =
    { $count ->
        [one] через { $count } день
        [few] через { $count } дні
       *[other] через { $count } днів
    }
when-in-months =
    { $count ->
        [one] через { $count } місяць
        [few] через { $count } місяці
       *[other] через { $count } місяців
    }
scr-policy-parts = { $parts }
scr-policy-title = 📄 <b>{ $kind } { $number }</b> · { $state }
scr-policy-days = { $starts } — { $ends } · премія { $premium }
scr-policy-overdue = 🔴 Прострочено { $amount }: страхова може припинити поліс
scr-policy-next = Далі: { $parts }
scr-policy-renewed = Далі: нічого, поліс поновлено
scr-policy-ended = Не діє з { $day }. Причина: { $reason }
scr-policy-beside = Поряд з іншим полісом: { $reason }
scr-instalment-planned = { $number }. { $amount } · { $due } · ⏳ { $when }
scr-instalment-due = { $number }. { $amount } · { $due } · 🟠 час платити
scr-instalment-partly-paid = { $number }. { $amount } · { $due } · ⏳ залишилося { $rest }
scr-instalment-paid = { $number }. { $amount } · { $due } · ✅ сплачено { $on }
scr-instalment-overdue =
    { $number }. { $amount } · { $due } · 🔴 { $days ->
        [one] прострочено на { $days } день
        [few] прострочено на { $days } дні
       *[other] прострочено на { $days } днів
    }, борг { $rest }
scr-instalment-kept = { $number }. { $amount } · { $due } · ↩️ закрито, залишилося сплачено { $kept }
scr-instalment-cancelled = { $number }. { $amount } · { $due } · ✖️ знято
scr-instalment-refunded = { $number }. { $amount } · { $due } · ↩️ повернення клієнтові
scr-instalments-more =
    { $count ->
        [one] … і ще { $count } внесок
        [few] … і ще { $count } внески
       *[other] … і ще { $count } внесків
    }
scr-policies-of-deal = <b>Поліси угоди { $deal }</b>
scr-policies-none = Полісів поки немає.
scr-policies-line =
    { $number }. <b>{ $kind } { $policy }</b> · { $insurer }
    { $about }
scr-policy-of-choice = <b>Поліс за вибором клієнта, угода { $deal }</b>
scr-policy-term = { $starts } — { $ends }
scr-policy-premium =
    { $count ->
        [1] Премія { $premium }, одним платежем:
        [one] Премія { $premium }, { $count } внесок:
        [few] Премія { $premium }, { $count } внески:
       *[other] Премія { $premium }, { $count } внесків:
    }
scr-policy-part = { $number }. { $amount } · { $due }
scr-policy-with-file = 📎 Файл додано
scr-policy-file-refused = ❌ Файл не прийнято. Надішліть інший просто сюди
scr-policy-without-file = Без файлу: його можна надіслати й потім
scr-policy-filed = ✅ Поліс записано.
scr-policy-file-taken = 📎 Узяв як файл поліса.
ask-policy-insurer = <b>Новий поліс, угода { $deal }.</b> Чий він? Виберіть або напишіть, наприклад: Уніка
ask-policy-premium = Яка премія? Наприклад: 48 200
ask-policy-number = Номер поліса? Наприклад: ЕР 123456789
ask-policy-start = З якого дня він діє? Наприклад: 1 грудня, завтра
ask-policy-early =
    { $kind }: куплений сьогодні починається не раніше { $earliest }.
    Поліс точно виданий з { $start }? Якщо ні, напишіть інший день.
ask-policy-file = Надішліть файл поліса: PDF або фото.
ask-policy-file-of = Надішліть файл поліса { $number }: PDF або фото.
ask-policy-confirm = <b>Зрозумів так, записати поліс?</b>
ask-policy-fix = Що виправити?
ask-policy-ends = Діє з { $starts }, зараз по { $ends }. По який день насправді? Наприклад: 31 травня 2027
ask-policy-schedule =
    Як платять { $premium }? Наприклад: 60/40, 4 рівними,
    15000 зараз, решта через 3 місяці
ask-policy-kind = Який це вид страхування?
ask-policy-overlap = Чому два поліси водночас? Виберіть або напишіть.
btn-policy-by-hand = ✍️ Інший поліс
btn-policy-early = ✅ Так і виданий
btn-no-file = Без файлу
btn-policy-save = ✅ Записати поліс
btn-policy-fix = ✏️ Виправити
btn-policy-premium = Премія
btn-policy-schedule = Внески
btn-policy-ends = Останній день
btn-policy-start = Перший день
btn-policy-number = Номер
btn-policy-insurer = Страховик
btn-policy-object = Об'єкт
btn-policy-kind = Вид
btn-policy-months =
    { $count ->
        [one] { $count } місяць
        [few] { $count } місяці
        [12] 1 рік
       *[other] { $count } місяців
    }
btn-policy-plan = { $plan }
btn-policy-pay = 💰 Оплата
btn-policy-commission = 💼 КВ
btn-policy-document = 📎 Файл
btn-policy-attach = 📎 Додати файл
btn-policy-more = ⋯ Ще
btn-policy-new = ➕ Новий поліс
err-policy-not-found = Такого поліса немає.
err-payment-not-found = Такої оплати немає.
err-number-without-digits = У номері поліса немає жодної цифри. Наприклад: ЕР 123456789
err-policy-number-taken = Поліс { $number } ({ $insurer }) уже записано: { $whose }.
err-policy-overlaps = ⚠️ На цей об'єкт уже є поліс: { $insurer }, { $starts } — { $ends }, { $whose }.
err-policy-dates-reversed = Останній день раніше за перший.
err-policy-start-unlikely = Схоже на помилку в році: поліси бувають від десяти років тому до двох років наперед.
err-policy-term-too-long = Задовгий строк: понад 50 років. Перевірте рік.
err-policy-starts-too-early = Куплений сьогодні поліс цього виду починається не раніше { $earliest }.
err-instalments-do-not-fit = Внески не сходяться з полісом: разом це вся премія, по порядку й не пізніше останнього дня.
err-choice-replaced = Клієнт тим часом вибрав іншу пропозицію: ось вона. День і файл на місці.
err-policy-ended = Цей поліс уже не діє.
err-policy-not-running = З полісом у цьому стані так не можна.
err-policy-file-expected = Чекаю на файл: PDF або фото. Або натисніть кнопку.
err-policy-field-not-understood = Не зрозумів «{ $typed }». Виберіть зі списку.
err-schedule-not-understood = Не зрозумів, як платять: «{ $typed }». Наприклад: 60/40, 4 рівними
jrn-policy-filed = поліс { $kind } { $number }: { $insurer }, { $premium }
ntf-policy-filed = 📄 { $by } записує поліс <b>{ $kind } { $number }</b>
ntf-policy-term = { $starts } — { $ends }
ntf-policy-state = 📄 { $by }: поліс { $kind } { $number } тепер { $state }
ntf-policy-endorsed = 📄 { $by } змінює поліс { $kind } { $number }
ntf-policy-reason = Причина: { $reason }
ntf-policy-refunded = ↩️ Клієнтові повертається { $amount }
ntf-endorsement-extra = Доплата { $amount }: { $words }
ntf-endorsement-return = Премія менша на { $amount }: { $words }
ntf-endorsement-terms = { $words }
ntf-payment-recorded = 💰 { $by } записує оплату { $amount }, поліс { $number }
ntf-payment-reversed = ✖️ { $by } знімає оплату { $amount }, поліс { $number }
ntf-payment-rest = Залишилося отримати { $rest }
ntf-renewal-opened = 🔁 { $by } починає поновлення поліса { $number }: угода ваша.
ntf-policy-file-refused = ❌ Файл поліса { $number } не прийнято: { $reason }
btn-policy-card = 📄 Поліс
jrn-payment-recorded = оплата { $amount } за полісом { $number }, { $day }
jrn-payment-reversed = знято оплату { $amount } за полісом { $number }: { $reason }
jrn-payment-refunded = до повернення { $amount } за полісом { $number }: { $reason }
err-already-paid = Уже записано: { $name }, { $at }. Залишилося отримати { $rest }.
err-nothing-owed = За цим полісом усе сплачено.
err-more-than-owed = Це більше, ніж залишилося: усього { $rest }.
err-paid-in-the-future = Цей день ще не настав. Коли гроші надійшли?
err-payment-taken-back = Цю оплату вже зняли або повернули.
err-more-than-paid = Повернути можна не більше, ніж сплачено: { $paid }.
err-return-too-large = Це вся премія ({ $premium }) або більше: такий поліс розривають.
err-end-outside-term = Цей день поза строком поліса.
ntf-policy-facts = { $parts }
scr-payment-next = Внесок { $number } з { $count }: { $rest }, строк { $due }
ask-payment-amount = Скільки надійшло від клієнта? Наприклад: 23 450 або 10к
ask-payment-day = Коли надійшли гроші? Наприклад: вчора, 15 листопада
ask-payment-confirm = <b>Зрозумів так, записати оплату?</b>
scr-payment-received = 💰 { $amount } · { $day }
scr-payment-closes = Внесок { $number }: { $amount }, закрито повністю
scr-payment-part = Внесок { $number }: { $amount }, залишиться { $left }
scr-payment-recorded = ✅ Оплату записано: { $amount }
scr-payments = <b>Оплати поліса { $number }</b> · { $paid } з { $premium }
scr-payments-none = Оплат поки немає.
scr-payment-in = { $number }. 💰 { $amount } · { $day } · { $by }, { $at }
scr-payment-reversed = { $number }. <s>{ $amount } · { $day }</s> · знято · { $by }, { $at }
scr-payment-refund = { $number }. ↩️ до повернення { $amount } · { $day } · { $reason } · { $by }, { $at }
scr-payment-reversal = { $number }. ✖️ { $amount } · { $day } · { $reason } · { $by }, { $at }
ask-payment-reverse = Зняти оплату { $amount }, { $day } (записано: { $by }). Чому? Виберіть або напишіть.
scr-payment-now-reversed = ✖️ Оплату знято: внесок знову чекає на гроші.
btn-payment-whole = ✅ { $amount }, сьогодні
btn-payment-all = Усе одразу: { $amount }
btn-payment-save = ✅ Записати
btn-payment-day = 📅 Інший день
btn-payment-reverse = ✖️ Зняти { $number }
err-payment-currency = Поліс в іншій валюті: { $rest }. Напишіть суму в ній.
reason-payment-mistake = Записано помилково
reason-payment-bounced = Платіж не пройшов
reason-payment-other-policy = За інший поліс
reason-refund-mistake = Записано помилково
reason-drop-mistake = Записано помилково
reason-refund-comes = Усе ж повернуть
reason-refund-kept = Страховик утримав
reason-refund-counted-wrong = Порахували неправильно
reason-policy-not-paid = Не сплачено внесок
reason-policy-vehicle-sold = Об'єкт продано
reason-policy-by-wish = За бажанням клієнта
reason-policy-papers = Чекаємо на документи
reason-policy-mistake = Виписано з помилкою
reason-policy-terms = Порушено умови
reason-policy-resumed = Перешкод більше немає
jrn-policy-state = поліс { $number } тепер { $state }: { $reason }
jrn-policy-endorsed = поліс { $number } змінено. { $what }
jrn-renewal-of = поновлення угоди { $deal }. Торік: { $insurer }, поліс { $number }, { $premium }, до { $ends }
jrn-renewal-opened = поліс { $number } поновлюють в угоді { $deal }
scr-policy-commission = КВ: { $parts }
scr-policy-commission-none = КВ: не буде
commission-received-of = отримано { $received } з { $expected }
commission-received = отримано { $received }
commission-returned = повернено { $amount }
commission-to-return = повернути страховику { $amount }
commission-no-more = більше не чекаємо
scr-policy-more = Що зробити з полісом?
scr-policy-now-suspend = ⏸ Поліс призупинено.
scr-policy-now-resume = ▶️ Поліс знову діє.
scr-policy-now-cancel = ❌ Поліс розірвано.
scr-policy-now-annul = ❌ Поліс анульовано.
scr-policy-no-refund = Клієнтові нічого не повертається
scr-policy-no-longer-owed = Більше не чекаємо: { $amount }
scr-policy-endorsed = ✅ Зміну записано.
scr-renewal-opened = 🔁 Угода на поновлення: за основу взято торішню.
ask-policy-suspend = Призупинити поліс { $number }. Чому? Виберіть або напишіть.
ask-policy-resume = Відновити поліс { $number }. Чому? Виберіть або напишіть.
ask-policy-end-day = Розірвати поліс { $number }. З якого дня він не діє? Наприклад: сьогодні, 1 грудня
ask-policy-refund = Сплачено { $paid }. Скільки повернуть клієнтові, якщо поліс не діє з { $day }? Наприклад: 12 000, ні
ask-policy-cancel = Чому розривають поліс { $number }? Виберіть або напишіть.
ask-policy-annul = Анулювати поліс { $number }: наче його не було. Чому? Виберіть або напишіть.
ask-policy-cancel-confirm = <b>Розірвати поліс { $number } з { $day }?</b>
ask-policy-annul-confirm = <b>Анулювати поліс { $number } від самого початку, { $day }?</b>
ask-endorsement-kind = Що змінюється в полісі { $number }?
ask-endorsement-extra = Премія { $premium }. Скільки доплатити? Наприклад: 3 500
ask-endorsement-return = Премія { $premium }. На скільки вона менша? Наприклад: 3 500
ask-endorsement-day = З якого дня діє зміна? Наприклад: сьогодні, 1 грудня
ask-endorsement-words = Що змінили? Наприклад: додали водія
ask-endorsement-confirm = <b>Зрозумів так, записати зміну поліса { $number } з { $day }?</b>
btn-policy-payments = 💰 Оплати
btn-policy-renew = 🔁 Поновити
btn-policy-endorse = ✏️ Змінити
btn-policy-suspend = ⏸ Призупинити
btn-policy-resume = ▶️ Відновити
btn-policy-cancel = ❌ Розірвати
btn-policy-annul = ❌ Анулювати
btn-refund-part = За решту: { $amount }
btn-refund-all = Усе: { $amount }
btn-refund-nothing = Нічого
scr-endorsement-premium = Премія стане { $premium }
btn-endorsement-extra = ➕ Доплата
btn-endorsement-return = ➖ Повернення
btn-endorsement-terms = 📝 Умови
btn-endorsement-save = ✅ Записати
ntf-policy-paper-refused = ❌ Надісланий файл поліса не прийнято: { $reason }
scr-policy-no-commission = КВ: ставку не вказано
scr-policy-not-as-agreed = ⚠️ Клієнт обирав іншу оплату: { $plan }. Платежі тут не такі.
scr-policy-commission-back = КВ зменшиться на { $amount }
scr-policy-to-refund = ↩️ Повернути клієнтові: { $amount }
scr-policy-refunded = ↩️ Клієнтові повернено: { $amount }
scr-policy-not-refunded = 🚫 Клієнтові не повернуть: { $amount }
btn-policy-refund = ↩️ Повернули клієнтові
btn-refund-no-more = 🚫 Більше не повернуть
btn-refund-rest-no-more = 🚫 Решту не повернуть
ask-refund-amount = Скільки повернули клієнтові? Наприклад: 12 000 або 10к
ask-refund-day = Коли повернули гроші? Наприклад: вчора, 15 листопада
ask-refund-confirm = <b>Зрозумів так, записати повернення?</b>
ask-refund-drop = Не повернуть { $rest }. Чому? Виберіть або напишіть.
ask-refund-reverse = Зняти повернення { $amount }, { $day } (записано: { $by }). Чому? Виберіть або напишіть.
ask-refund-drop-reverse = Зняти позначку «не повернуть» { $amount }, { $day } (записано: { $by }). Чому? Виберіть або напишіть.
scr-refund-given = ↩️ { $amount } · { $day }
scr-refund-left = Залишиться повернути { $rest }
scr-refund-recorded = ✅ Повернення записано: { $amount }
scr-refund-closed = ✅ Повернення записано: { $amount }. Решту, { $rest }, не повернуть.
scr-refund-now-dropped = 🚫 Записано: { $rest } клієнтові не повернуть.
scr-refund-now-reversed = ✖️ Повернення знято: гроші клієнтові ще треба повернути.
scr-refund-drop-now-reversed = ↩️ Позначку «не повернуть» знято: { $amount } клієнтові ще треба повернути.
scr-refund-paid = { $number }. ↩️ повернули { $amount } · { $day } · { $by }, { $at }
scr-refund-dropped = { $number }. 🚫 не повернуть { $amount } · { $day } · { $reason } · { $by }, { $at }
scr-refund-dropped-reversed = { $number }. <s>не повернуть { $amount } · { $day }</s> · знято · { $by }, { $at }
scr-refund-dropped-reversal = { $number }. ✖️ знову до повернення { $amount } · { $day } · { $reason } · { $by }, { $at }
scr-refund-reversed = { $number }. <s>повернули { $amount } · { $day }</s> · знято · { $by }, { $at }
scr-refund-reversal = { $number }. ✖️ знято повернення { $amount } · { $day } · { $reason } · { $by }, { $at }
err-refund-not-found = Такого повернення немає.
err-nothing-to-refund = За цим полісом повертати нічого.
err-already-refunded = Уже записано: { $name }, { $at }. Залишилося повернути { $rest }.
err-more-than-to-refund = Це більше, ніж залишилося повернути: усього { $rest }.
err-refunded-in-the-future = Цей день ще не настав. Коли гроші повернули?
err-refund-taken-back = Цей запис уже зняли.
err-refund-currency = Поліс в іншій валюті: залишилося повернути { $rest }. Напишіть суму в ній.
ntf-refund-paid = ↩️ { $by } позначає: клієнтові повернули { $amount }, поліс { $number }
ntf-refund-dropped = 🚫 { $by } позначає: клієнтові не повернуть { $amount }, поліс { $number }
ntf-refund-reversed = ✖️ { $by } знімає повернення { $amount }, поліс { $number }
ntf-refund-drop-reversed = ↩️ { $by } знімає позначку «не повернуть» { $amount }, поліс { $number }
ntf-refund-rest = Залишилося повернути { $rest }
jrn-refund-paid = клієнтові повернено { $amount } за полісом { $number }, { $day }
jrn-refund-dropped = клієнтові не повернуть { $amount } за полісом { $number }: { $reason }
jrn-refund-reversed = знято повернення { $amount } за полісом { $number }: { $reason }
jrn-refund-drop-reversed = знято позначку «не повернуть» { $amount } за полісом { $number }: { $reason }
