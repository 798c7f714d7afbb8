scr-find = 🔎 Что найти? Напишите часть имени, телефона, номера сделки или полиса, госномера или VIN.
scr-found-clients = <b>Клиенты</b>
scr-found-deals = <b>Сделки</b>
scr-found-policies = <b>Полисы</b>
scr-found-policy =
    { $number }. { $icon } <b>{ $policy }</b> · { $client }
    { $kind }, { $insurer } · <i>до { $until }</i>
scr-found-policy-ended =
    { $number }. { $icon } <b>{ $policy }</b> · { $client }
    { $kind }, { $insurer } · <i>{ $state }</i>
btn-more-policies = Ещё полисы ▶️
cmd-find = Найти клиента, лида, сделку или полис
