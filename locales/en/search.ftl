scr-find = 🔎 What shall I find? Type a part of a name, a phone, a deal's or policy's number, a plate or a VIN.
scr-found-clients = <b>Clients</b>
scr-found-deals = <b>Deals</b>
scr-found-policies = <b>Policies</b>
scr-found-policy =
    { $number }. { $icon } <b>{ $policy }</b> · { $client }
    { $kind }, { $insurer } · <i>until { $until }</i>
scr-found-policy-ended =
    { $number }. { $icon } <b>{ $policy }</b> · { $client }
    { $kind }, { $insurer } · <i>{ $state }</i>
btn-more-policies = More policies ▶️
cmd-find = Find a client, lead, deal or policy
