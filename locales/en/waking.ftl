ntf-woke-instalment =
    Instalment of { $amount } · due { $day }
    { $insurer } { $number }
ntf-woke-renewal =
    Policy { $insurer } { $number }, last day: { $ends }.
    Last safe day to renew: { $day }.
ntf-woke-call-back = A call was promised: { $day }
ntf-woke-risk = At risk: { $amount }
ntf-woke-risk-commission = At risk: premium { $amount }, commission { $commission }
ntf-woke-before = Last year: { $insurer }, { $amount }
btn-woke-pay = 💰 Payment
btn-woke-renew = 🔁 Calculate anew
btn-woke-called = 📞 I called
