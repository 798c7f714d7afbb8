scr-proposal = 📤 <b>Що показати клієнтові</b> · угода { $number }
scr-proposal-about = { $client } · { $kind } · { $object }
scr-proposal-in = ✅ <b>{ $number }.</b> { $offer }
scr-proposal-out = ▫️ <b>{ $number }.</b> { $offer }
scr-proposal-best = ★
scr-proposal-hint =
    { "" }
    Номер прибирає пропозицію або повертає її. Мова для клієнта: { $language }.
scr-proposal-empty =
    { "" }
    Показати поки нічого: чинних пропозицій немає.
btn-proposal-text = 📤 Текстом
btn-proposal-pdf = 📄 У PDF
btn-proposal-offers = ⚖️ Пропозиції
btn-proposal-again = 📤 Клієнтові
toast-proposal-text = Надіслав окремим повідомленням: перешліть його клієнтові
toast-proposal-pdf = Готую PDF, надішлю сюди
ntf-proposal-made = 📄 Пропозиція готова. Перешліть клієнтові файл нижче, копія лежить у папці.
ntf-proposal-failed = ⚠️ PDF поки не вийшов: сховище файлів не відповідає. Надішліть текстом або спробуйте пізніше.
err-nothing-to-show = Показати нічого: позначте хоча б одну чинну пропозицію.
err-offers-moved-on = Частина позначених пропозицій уже не чинна. Відкрийте «Клієнтові» ще раз.
jrn-offers-shown-text = пропозиції клієнтові, текстом: { $insurers }
jrn-offers-shown-pdf = пропозиції клієнтові, у PDF: { $insurers }
client-title =
    <b>Варіанти страхування</b>
    { $kind } · { $object }
client-offer =
    { "" }
    <b>{ $number }. { $insurer }: { $premium }</b>
client-offer-best =
    { "" }
    <b>{ $number }. { $insurer }: { $premium }</b> ★ найкраща ціна
client-offer-terms = { $terms }
client-offer-plans = Оплата: { $plans }
client-offer-conditions = <i>{ $conditions }</i>
client-no-deductible = без франшизи
client-deductible = франшиза { $value }
client-sum-insured = страхова сума { $amount }
client-plan-once = одним платежем
client-plan-equal = { $count }{ "\u00A0" }×{ "\u00A0" }{ $amount }
client-plan-sums = { $sums }
client-plan-sum = { $left } + { $right }
client-plan-or = { $left } або { $right }
client-plan-parts =
    { $count ->
        [one] { $count } платіж
        [few] { $count } платежі
       *[many] { $count } платежів
    }
client-plan-parts-first =
    { $count ->
        [one] { $count } платіж, перший { $first }
        [few] { $count } платежі, перший { $first }
       *[many] { $count } платежів, перший { $first }
    }
client-deductible-part = { $percent }% від страхової суми
client-term-months =
    { $count ->
        [one] { $count } місяць
        [few] { $count } місяці
       *[many] { $count } місяців
    }
client-term-days =
    { $count ->
        [one] { $count } день
        [few] { $count } дні
       *[many] { $count } днів
    }
client-message-valid-until =
    { "" }
    Чинна до { $day }
client-signature =
    { "" }
    { $signed }
pdf-brokerage = Страховий брокер
pdf-title = Пропозиція зі страхування
pdf-document-title = Пропозиція зі страхування: { $kind }, { $object }, { $day }
pdf-file-name = Пропозиція { $day }, { $kind }, { $object }
pdf-dated = № { $number } від { $day }
pdf-client = Клієнт
pdf-kind = Вид страхування
pdf-object = Що страхуємо
pdf-sum-insured = Страхова сума
pdf-term = Строк
pdf-insurer = Страхова компанія
pdf-premium = Премія
pdf-deductible = Франшиза
pdf-deductible-none = без франшизи
pdf-deductible-unsaid = за договором
pdf-plans = Оплата
pdf-plan-or = або { $plan }
pdf-value = { $value }
pdf-best = найкраща ціна
pdf-conditions = Умови
pdf-valid-until = Пропозиція чинна до { $day }
pdf-manager = Ваш менеджер: { $name }
pdf-note = Не є публічною офертою. Остаточні умови визначає договір страхування.
pdf-page = Сторінка { $page } з { $pages }
