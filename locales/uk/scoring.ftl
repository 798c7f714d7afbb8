score-offline = [AI OFFLINE - RULE BASED] Оцінка за правилами, без моделі. Порада: { $advice }. Чому:
score-reason = 🤖 Порада: { $advice }. Чому: { $reason }
score-factor-source-referral = • прийшов за рекомендацією: +{ $points }
score-factor-source-partner = • привів партнер: +{ $points }
score-factor-source-callback = • замовив зворотний дзвінок: +{ $points }
score-factor-source-web = • залишив заявку на сайті: +{ $points }
score-factor-source-registration = • зареєструвався: +{ $points }
score-factor-source-scanner = • візитка або скан: +{ $points }
score-factor-source-message = • із повідомлення: +{ $points }
score-factor-source-social = • із соцмереж: +{ $points }
score-factor-source-lead_magnet = • завантажив безкоштовний матеріал: +{ $points }
score-factor-source-manual = • внесено вручну: +{ $points }
score-factor-messages-10 = • від 10 повідомлень: +{ $points }
score-factor-messages-5 = • від 5 повідомлень: +{ $points }
score-factor-messages-2 = • від 2 повідомлень: +{ $points }
score-factor-business-domain = • відома сфера бізнесу: +{ $points }
score-factor-stage-contacted = • зв’язок установлено: +{ $points }
score-factor-stage-qualified = • інтерес підтверджено: +{ $points }
cmd-ai = Оцінка лідів: виклики моделі, ціна, збої
scr-ai-title = 🤖 <b>Оцінка лідів за { $days } днів</b>
scr-ai-analyses =
    { $count ->
        [0] Лідів ще не оцінювали
        [one] { $count } аналіз
        [few] { $count } аналізи
       *[other] { $count } аналізів
    }
scr-ai-calls =
    { $count ->
        [0] Модель не викликали
        [one] Модель: { $count } виклик
        [few] Модель: { $count } виклики
       *[other] Модель: { $count } викликів
    }
scr-ai-today = Сьогодні: { $count } із { $most }
scr-ai-cost = Вартість: ${ $cost }
scr-ai-latency = Середній час відповіді: { $seconds } с
scr-ai-fallbacks = За правилами: { $count } ({ $share } %)
scr-ai-fault = • { $what }: { $count }
ai-fault-off = модель не підключено
ai-fault-cap = денна межа викликів
ai-fault-circuit = пауза після збоїв поспіль
ai-fault-connection = немає зв’язку
ai-fault-timeout = не відповіла вчасно
ai-fault-rate_limit = надто часті запити
ai-fault-quota = вичерпано квоту
ai-fault-status = помилка сервісу
ai-fault-refusal = відмовилася відповідати
ai-fault-incomplete = відповідь обірвано
ai-fault-invalid = відповідь не за формою
