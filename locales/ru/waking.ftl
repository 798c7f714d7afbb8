ntf-woke-instalment =
    Взнос { $amount } · срок { $day }
    { $insurer } { $number }
ntf-woke-renewal =
    Полис { $insurer } { $number }, срок до: { $ends }.
    Последний безопасный день: { $day }.
ntf-woke-call-back = Обещали перезвонить: { $day }
ntf-woke-risk = Под риском: { $amount }
ntf-woke-risk-commission = Под риском: { $amount } премии, { $commission } КВ
ntf-woke-before = В прошлом году: { $insurer }, { $amount }
btn-woke-pay = 💰 Оплата
btn-woke-renew = 🔁 Посчитать заново
btn-woke-called = 📞 Позвонил
