ntf-woke-instalment =
    Платіж { $amount } · термін { $day }
    { $insurer } { $number }
ntf-woke-renewal =
    Поліс { $insurer } { $number }, строк до: { $ends }.
    Останній безпечний день: { $day }.
ntf-woke-call-back = Обіцяли передзвонити: { $day }
ntf-woke-risk = Під ризиком: { $amount }
ntf-woke-risk-commission = Під ризиком: { $amount } премії, { $commission } КВ
ntf-woke-before = Торік: { $insurer }, { $amount }
btn-woke-pay = 💰 Оплата
btn-woke-renew = 🔁 Порахувати знову
btn-woke-called = 📞 Подзвонив
