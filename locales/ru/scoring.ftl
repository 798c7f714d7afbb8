score-offline = [AI OFFLINE - RULE BASED] Оценка по правилам, без модели. Совет: { $advice }. Почему:
score-reason = 🤖 Совет: { $advice }. Почему: { $reason }
score-factor-source-referral = • пришёл по рекомендации: +{ $points }
score-factor-source-partner = • привёл партнёр: +{ $points }
score-factor-source-callback = • заказал обратный звонок: +{ $points }
score-factor-source-web = • оставил заявку на сайте: +{ $points }
score-factor-source-registration = • зарегистрировался: +{ $points }
score-factor-source-scanner = • визитка или скан: +{ $points }
score-factor-source-message = • из сообщения: +{ $points }
score-factor-source-social = • из соцсетей: +{ $points }
score-factor-source-lead_magnet = • скачал бесплатный материал: +{ $points }
score-factor-source-manual = • внесён вручную: +{ $points }
score-factor-messages-10 = • от 10 сообщений: +{ $points }
score-factor-messages-5 = • от 5 сообщений: +{ $points }
score-factor-messages-2 = • от 2 сообщений: +{ $points }
score-factor-business-domain = • известна сфера бизнеса: +{ $points }
score-factor-stage-contacted = • связь установлена: +{ $points }
score-factor-stage-qualified = • интерес подтверждён: +{ $points }
cmd-ai = Оценка лидов: вызовы модели, цена, сбои
scr-ai-title = 🤖 <b>Оценка лидов за { $days } дней</b>
scr-ai-analyses =
    { $count ->
        [0] Лиды ещё не оценивались
        [one] { $count } анализ
        [few] { $count } анализа
       *[other] { $count } анализов
    }
scr-ai-calls =
    { $count ->
        [0] Модель не вызывалась
        [one] Модель: { $count } вызов
        [few] Модель: { $count } вызова
       *[other] Модель: { $count } вызовов
    }
scr-ai-today = Сегодня: { $count } из { $most }
scr-ai-cost = Стоимость: ${ $cost }
scr-ai-latency = Среднее время ответа: { $seconds } с
scr-ai-fallbacks = По правилам: { $count } ({ $share } %)
scr-ai-fault = • { $what }: { $count }
ai-fault-off = модель не подключена
ai-fault-cap = дневной предел вызовов
ai-fault-circuit = пауза после сбоев подряд
ai-fault-connection = нет связи
ai-fault-timeout = не ответила вовремя
ai-fault-rate_limit = слишком частые запросы
ai-fault-quota = исчерпана квота
ai-fault-status = ошибка сервиса
ai-fault-refusal = отказалась отвечать
ai-fault-incomplete = ответ оборван
ai-fault-invalid = ответ не по форме
