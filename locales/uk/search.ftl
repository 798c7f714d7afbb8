scr-find = 🔎 Що знайти? Напишіть частину імені, телефону, номера угоди чи поліса, держномера або VIN.
scr-found-clients = <b>Клієнти</b>
scr-found-deals = <b>Угоди</b>
scr-found-policies = <b>Поліси</b>
scr-found-policy =
    { $number }. { $icon } <b>{ $policy }</b> · { $client }
    { $kind }, { $insurer } · <i>до { $until }</i>
scr-found-policy-ended =
    { $number }. { $icon } <b>{ $policy }</b> · { $client }
    { $kind }, { $insurer } · <i>{ $state }</i>
btn-more-policies = Ще поліси ▶️
cmd-find = Знайти клієнта, ліда, угоду чи поліс
