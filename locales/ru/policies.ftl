policy-state-draft = черновик
policy-state-issued = оформлен
policy-state-in-force = в силе
policy-state-suspended = приостановлен
policy-state-expired = закончился
policy-state-cancelled = расторгнут
policy-state-annulled = аннулирован
policy-number = № { $number }
policy-until = до { $day }
policy-owed = к оплате { $amount }
policy-overdue = 🔴 просрочено { $amount }
policy-of-deal = сделка { $number }
policy-of-others = в чужой сделке, спросите руководителя
policy-next-instalment = взнос { $day }
policy-next-renewal = продлить до { $day }
policy-not-renewed = не продлён
policy-overlap-other-risk = Другие риски
policy-overlap-other-holder = Другой страхователь
policy-overlap-early-renewal = Продлили заранее
when-today = срок сегодня
when-in-days =
    { $count ->
        [one] через { $count } день
        [few] через { $count } дня
       *[other] через { $count } дней
    }
when-in-months =
    { $count ->
        [one] через { $count } месяц
        [few] через { $count } месяца
       *[other] через { $count } месяцев
    }
scr-policy-parts = { $parts }
scr-policy-title = 📄 <b>{ $kind } { $number }</b> · { $state }
scr-policy-days = { $starts } — { $ends } · премия { $premium }
scr-policy-overdue = 🔴 Просрочено { $amount }: страховая вправе прекратить полис
scr-policy-next = Дальше: { $parts }
scr-policy-renewed = Дальше: ничего, полис продлён
scr-policy-ended = Не действует с { $day }. Причина: { $reason }
scr-policy-beside = Рядом с другим полисом: { $reason }
scr-instalment-planned = { $number }. { $amount } · { $due } · ⏳ { $when }
scr-instalment-due = { $number }. { $amount } · { $due } · 🟠 пора платить
scr-instalment-partly-paid = { $number }. { $amount } · { $due } · ⏳ осталось { $rest }
scr-instalment-paid = { $number }. { $amount } · { $due } · ✅ оплачен { $on }
scr-instalment-overdue =
    { $number }. { $amount } · { $due } · 🔴 { $days ->
        [one] просрочен { $days } день
        [few] просрочен { $days } дня
       *[other] просрочен { $days } дней
    }, долг { $rest }
scr-instalment-kept = { $number }. { $amount } · { $due } · ↩️ закрыт, осталось оплачено { $kept }
scr-instalment-cancelled = { $number }. { $amount } · { $due } · ✖️ снят
scr-instalment-refunded = { $number }. { $amount } · { $due } · ↩️ возврат клиенту
scr-instalments-more =
    { $count ->
        [one] … и ещё { $count } взнос
        [few] … и ещё { $count } взноса
       *[other] … и ещё { $count } взносов
    }
scr-policies-of-deal = <b>Полисы сделки { $deal }</b>
scr-policies-none = Полисов пока нет.
scr-policies-line =
    { $number }. <b>{ $kind } { $policy }</b> · { $insurer }
    { $about }
scr-policy-of-choice = <b>Полис по выбору клиента, сделка { $deal }</b>
scr-policy-term = { $starts } — { $ends }
scr-policy-premium =
    { $count ->
        [1] Премия { $premium }, одним платежом:
        [one] Премия { $premium }, { $count } взнос:
        [few] Премия { $premium }, { $count } взноса:
       *[other] Премия { $premium }, { $count } взносов:
    }
scr-policy-part = { $number }. { $amount } · { $due }
scr-policy-with-file = 📎 Файл приложен
scr-policy-file-refused = ❌ Файл не принят. Пришлите другой прямо сюда
scr-policy-without-file = Без файла: его можно прислать и потом
scr-policy-filed = ✅ Полис записан.
scr-policy-file-taken = 📎 Взял как файл полиса.
ask-policy-insurer = <b>Новый полис, сделка { $deal }.</b> Чей он? Выберите или напишите, например: Ингос
ask-policy-premium = Какая премия? Например: 48 200
ask-policy-number = Номер полиса? Например: ХХХ 0123456789
ask-policy-start = С какого дня он действует? Например: 1 декабря, завтра
ask-policy-early =
    { $kind }: купленный сегодня начинается не раньше { $earliest }.
    Полис точно выдан с { $start }? Если нет, напишите другой день.
ask-policy-file = Пришлите файл полиса: PDF или фото.
ask-policy-file-of = Пришлите файл полиса { $number }: PDF или фото.
ask-policy-confirm = <b>Понял так, записать полис?</b>
ask-policy-fix = Что исправить?
ask-policy-ends = Действует с { $starts }, сейчас по { $ends }. По какой день на самом деле? Например: 31 мая 2027
ask-policy-schedule =
    Как платят { $premium }? Например: 60/40, 4 равными,
    15000 сейчас, остаток через 3 месяца
ask-policy-kind = Какой это вид страхования?
ask-policy-overlap = Почему два полиса сразу? Выберите или напишите.
btn-policy-by-hand = ✍️ Другой полис
btn-policy-early = ✅ Так и выдан
btn-no-file = Без файла
btn-policy-save = ✅ Записать полис
btn-policy-fix = ✏️ Исправить
btn-policy-premium = Премия
btn-policy-schedule = Взносы
btn-policy-ends = Последний день
btn-policy-start = Первый день
btn-policy-number = Номер
btn-policy-insurer = Страховщик
btn-policy-object = Объект
btn-policy-kind = Вид
btn-policy-months =
    { $count ->
        [one] { $count } месяц
        [few] { $count } месяца
        [12] 1 год
       *[other] { $count } месяцев
    }
btn-policy-plan = { $plan }
btn-policy-pay = 💰 Оплата
btn-policy-commission = 💼 КВ
btn-policy-document = 📎 Файл
btn-policy-attach = 📎 Добавить файл
btn-policy-more = ⋯ Ещё
btn-policy-new = ➕ Новый полис
err-policy-not-found = Такого полиса нет.
err-payment-not-found = Такой оплаты нет.
err-number-without-digits = В номере полиса нет ни одной цифры. Например: ХХХ 0123456789
err-policy-number-taken = Полис { $number } ({ $insurer }) уже записан: { $whose }.
err-policy-overlaps = ⚠️ На этот объект уже есть полис: { $insurer }, { $starts } — { $ends }, { $whose }.
err-policy-dates-reversed = Последний день раньше первого.
err-policy-start-unlikely = Похоже на ошибку в годе: полисы бывают от десяти лет назад до двух лет вперёд.
err-policy-term-too-long = Слишком долгий срок: больше 50 лет. Проверьте год.
err-policy-starts-too-early = Купленный сегодня полис этого вида начинается не раньше { $earliest }.
err-instalments-do-not-fit = Взносы не сходятся с полисом: вместе это вся премия, по порядку и не позже последнего дня.
err-choice-replaced = Клиент тем временем выбрал другое предложение: вот оно. День и файл на месте.
err-policy-ended = Этот полис уже не действует.
err-policy-not-running = С полисом в этом состоянии так нельзя.
err-policy-file-expected = Жду файл: PDF или фото. Или нажмите кнопку.
err-policy-field-not-understood = Не понял «{ $typed }». Выберите из списка.
err-schedule-not-understood = Не понял, как платят: «{ $typed }». Например: 60/40, 4 равными
jrn-policy-filed = полис { $kind } { $number }: { $insurer }, { $premium }
ntf-policy-filed = 📄 { $by } записывает полис <b>{ $kind } { $number }</b>
ntf-policy-term = { $starts } — { $ends }
ntf-policy-state = 📄 { $by }: полис { $kind } { $number } теперь { $state }
ntf-policy-endorsed = 📄 { $by } меняет полис { $kind } { $number }
ntf-policy-reason = Причина: { $reason }
ntf-policy-refunded = ↩️ Клиенту возвращается { $amount }
ntf-endorsement-extra = Доплата { $amount }: { $words }
ntf-endorsement-return = Премия меньше на { $amount }: { $words }
ntf-endorsement-terms = { $words }
ntf-payment-recorded = 💰 { $by } записывает оплату { $amount }, полис { $number }
ntf-payment-reversed = ✖️ { $by } снимает оплату { $amount }, полис { $number }
ntf-payment-rest = Осталось получить { $rest }
ntf-renewal-opened = 🔁 { $by } начинает продление полиса { $number }: сделка ваша.
ntf-policy-file-refused = ❌ Файл полиса { $number } не принят: { $reason }
btn-policy-card = 📄 Полис
jrn-payment-recorded = оплата { $amount } по полису { $number }, { $day }
jrn-payment-reversed = снята оплата { $amount } по полису { $number }: { $reason }
jrn-payment-refunded = к возврату { $amount } по полису { $number }: { $reason }
err-already-paid = Уже записано: { $name }, { $at }. Осталось получить { $rest }.
err-nothing-owed = По этому полису всё оплачено.
err-more-than-owed = Это больше, чем осталось: всего { $rest }.
err-paid-in-the-future = Этот день ещё не наступил. Когда деньги пришли?
err-payment-taken-back = Эту оплату уже сняли или вернули.
err-more-than-paid = Вернуть можно не больше, чем оплачено: { $paid }.
err-return-too-large = Это вся премия ({ $premium }) или больше: такой полис расторгают.
err-end-outside-term = Этот день вне срока полиса.
ntf-policy-facts = { $parts }
scr-payment-next = Взнос { $number } из { $count }: { $rest }, срок { $due }
ask-payment-amount = Сколько пришло от клиента? Например: 23 450 или 10к
ask-payment-day = Когда пришли деньги? Например: вчера, 15 ноября
ask-payment-confirm = <b>Понял так, записать оплату?</b>
scr-payment-received = 💰 { $amount } · { $day }
scr-payment-closes = Взнос { $number }: { $amount }, закрыт полностью
scr-payment-part = Взнос { $number }: { $amount }, останется { $left }
scr-payment-recorded = ✅ Оплата записана: { $amount }
scr-payments = <b>Оплаты полиса { $number }</b> · { $paid } из { $premium }
scr-payments-none = Оплат пока нет.
scr-payment-in = { $number }. 💰 { $amount } · { $day } · { $by }, { $at }
scr-payment-reversed = { $number }. <s>{ $amount } · { $day }</s> · снята · { $by }, { $at }
scr-payment-refund = { $number }. ↩️ к возврату { $amount } · { $day } · { $reason } · { $by }, { $at }
scr-payment-reversal = { $number }. ✖️ { $amount } · { $day } · { $reason } · { $by }, { $at }
ask-payment-reverse = Снять оплату { $amount }, { $day } (записано: { $by }). Почему? Выберите или напишите.
scr-payment-now-reversed = ✖️ Оплата снята: взнос снова ждёт денег.
btn-payment-whole = ✅ { $amount }, сегодня
btn-payment-all = Всё сразу: { $amount }
btn-payment-save = ✅ Записать
btn-payment-day = 📅 Другой день
btn-payment-reverse = ✖️ Снять { $number }
err-payment-currency = Полис в другой валюте: { $rest }. Напишите сумму в ней.
reason-payment-mistake = Записана по ошибке
reason-payment-bounced = Платёж не прошёл
reason-payment-other-policy = За другой полис
reason-refund-mistake = Записан по ошибке
reason-drop-mistake = Записано по ошибке
reason-refund-comes = Всё же вернут
reason-refund-kept = Страховщик удержал
reason-refund-counted-wrong = Посчитали неверно
reason-policy-not-paid = Не оплачен взнос
reason-policy-vehicle-sold = Объект продан
reason-policy-by-wish = По желанию клиента
reason-policy-papers = Ждём документы
reason-policy-mistake = Выписан с ошибкой
reason-policy-terms = Нарушены условия
reason-policy-resumed = Препятствий больше нет
jrn-policy-state = полис { $number } теперь { $state }: { $reason }
jrn-policy-endorsed = полис { $number } изменён. { $what }
jrn-renewal-of = продление сделки { $deal }. В прошлом году: { $insurer }, полис { $number }, { $premium }, до { $ends }
jrn-renewal-opened = полис { $number } продлевают в сделке { $deal }
scr-policy-commission = КВ: { $parts }
scr-policy-commission-none = КВ: не будет
commission-received-of = получено { $received } из { $expected }
commission-received = получено { $received }
commission-returned = возвращено { $amount }
commission-to-return = вернуть страховщику { $amount }
commission-no-more = больше не ждём
scr-policy-more = Что сделать с полисом?
scr-policy-now-suspend = ⏸ Полис приостановлен.
scr-policy-now-resume = ▶️ Полис снова действует.
scr-policy-now-cancel = ❌ Полис расторгнут.
scr-policy-now-annul = ❌ Полис аннулирован.
scr-policy-no-refund = Клиенту ничего не возвращается
scr-policy-no-longer-owed = Больше не ждём: { $amount }
scr-policy-endorsed = ✅ Изменение записано.
scr-renewal-opened = 🔁 Сделка на продление: за основу взят прошлый год.
ask-policy-suspend = Приостановить полис { $number }. Почему? Выберите или напишите.
ask-policy-resume = Возобновить полис { $number }. Почему? Выберите или напишите.
ask-policy-end-day = Расторгнуть полис { $number }. С какого дня он не действует? Например: сегодня, 1 декабря
ask-policy-refund = Оплачено { $paid }. Сколько вернут клиенту, если полис не действует с { $day }? Например: 12 000, нет
ask-policy-cancel = Почему расторгают полис { $number }? Выберите или напишите.
ask-policy-annul = Аннулировать полис { $number }: как будто его не было. Почему? Выберите или напишите.
ask-policy-cancel-confirm = <b>Расторгнуть полис { $number } с { $day }?</b>
ask-policy-annul-confirm = <b>Аннулировать полис { $number } с самого начала, { $day }?</b>
ask-endorsement-kind = Что меняется в полисе { $number }?
ask-endorsement-extra = Премия { $premium }. Сколько доплатить? Например: 3 500
ask-endorsement-return = Премия { $premium }. На сколько она меньше? Например: 3 500
ask-endorsement-day = С какого дня действует изменение? Например: сегодня, 1 декабря
ask-endorsement-words = Что изменили? Например: добавили водителя
ask-endorsement-confirm = <b>Понял так, записать изменение полиса { $number } с { $day }?</b>
btn-policy-payments = 💰 Оплаты
btn-policy-renew = 🔁 Продлить
btn-policy-endorse = ✏️ Изменить
btn-policy-suspend = ⏸ Приостановить
btn-policy-resume = ▶️ Возобновить
btn-policy-cancel = ❌ Расторгнуть
btn-policy-annul = ❌ Аннулировать
btn-refund-part = За остаток: { $amount }
btn-refund-all = Всё: { $amount }
btn-refund-nothing = Ничего
scr-endorsement-premium = Премия станет { $premium }
btn-endorsement-extra = ➕ Доплата
btn-endorsement-return = ➖ Возврат
btn-endorsement-terms = 📝 Условия
btn-endorsement-save = ✅ Записать
ntf-policy-paper-refused = ❌ Присланный файл полиса не принят: { $reason }
scr-policy-no-commission = КВ: ставка не указана
scr-policy-not-as-agreed = ⚠️ Клиент выбирал другую оплату: { $plan }. Взносы здесь не такие.
scr-policy-commission-back = КВ уменьшится на { $amount }
scr-policy-to-refund = ↩️ Вернуть клиенту: { $amount }
scr-policy-refunded = ↩️ Клиенту возвращено: { $amount }
scr-policy-not-refunded = 🚫 Клиенту не вернут: { $amount }
btn-policy-refund = ↩️ Вернули клиенту
btn-refund-no-more = 🚫 Больше не вернут
btn-refund-rest-no-more = 🚫 Остаток не вернут
ask-refund-amount = Сколько вернули клиенту? Например: 12 000 или 10к
ask-refund-day = Когда вернули деньги? Например: вчера, 15 ноября
ask-refund-confirm = <b>Понял так, записать возврат?</b>
ask-refund-drop = Не вернут { $rest }. Почему? Выберите или напишите.
ask-refund-reverse = Снять возврат { $amount }, { $day } (записано: { $by }). Почему? Выберите или напишите.
ask-refund-drop-reverse = Снять отметку «не вернут» { $amount }, { $day } (записано: { $by }). Почему? Выберите или напишите.
scr-refund-given = ↩️ { $amount } · { $day }
scr-refund-left = Останется вернуть { $rest }
scr-refund-recorded = ✅ Возврат записан: { $amount }
scr-refund-closed = ✅ Возврат записан: { $amount }. Остальные { $rest } не вернут.
scr-refund-now-dropped = 🚫 Записано: { $rest } клиенту не вернут.
scr-refund-now-reversed = ✖️ Возврат снят: деньги клиенту ещё предстоит вернуть.
scr-refund-drop-now-reversed = ↩️ Отметка «не вернут» снята: { $amount } клиенту ещё предстоит вернуть.
scr-refund-paid = { $number }. ↩️ вернули { $amount } · { $day } · { $by }, { $at }
scr-refund-dropped = { $number }. 🚫 не вернут { $amount } · { $day } · { $reason } · { $by }, { $at }
scr-refund-dropped-reversed = { $number }. <s>не вернут { $amount } · { $day }</s> · снято · { $by }, { $at }
scr-refund-dropped-reversal = { $number }. ✖️ снова к возврату { $amount } · { $day } · { $reason } · { $by }, { $at }
scr-refund-reversed = { $number }. <s>вернули { $amount } · { $day }</s> · снят · { $by }, { $at }
scr-refund-reversal = { $number }. ✖️ снят возврат { $amount } · { $day } · { $reason } · { $by }, { $at }
err-refund-not-found = Такого возврата нет.
err-nothing-to-refund = По этому полису возвращать нечего.
err-already-refunded = Уже записано: { $name }, { $at }. Осталось вернуть { $rest }.
err-more-than-to-refund = Это больше, чем осталось вернуть: всего { $rest }.
err-refunded-in-the-future = Этот день ещё не наступил. Когда деньги вернули?
err-refund-taken-back = Эту запись уже сняли.
err-refund-currency = Полис в другой валюте: осталось вернуть { $rest }. Напишите сумму в ней.
ntf-refund-paid = ↩️ { $by } отмечает: клиенту вернули { $amount }, полис { $number }
ntf-refund-dropped = 🚫 { $by } отмечает: клиенту не вернут { $amount }, полис { $number }
ntf-refund-reversed = ✖️ { $by } снимает возврат { $amount }, полис { $number }
ntf-refund-drop-reversed = ↩️ { $by } снимает отметку «не вернут» { $amount }, полис { $number }
ntf-refund-rest = Осталось вернуть { $rest }
jrn-refund-paid = клиенту возвращено { $amount } по полису { $number }, { $day }
jrn-refund-dropped = клиенту не вернут { $amount } по полису { $number }: { $reason }
jrn-refund-reversed = снят возврат { $amount } по полису { $number }: { $reason }
jrn-refund-drop-reversed = снята отметка «не вернут» { $amount } по полису { $number }: { $reason }
