scr-proposal = 📤 <b>Что показать клиенту</b> · сделка { $number }
scr-proposal-about = { $client } · { $kind } · { $object }
scr-proposal-in = ✅ <b>{ $number }.</b> { $offer }
scr-proposal-out = ▫️ <b>{ $number }.</b> { $offer }
scr-proposal-best = ★
scr-proposal-hint =
    { "" }
    Номер убирает предложение или возвращает его. Язык для клиента: { $language }.
scr-proposal-empty =
    { "" }
    Показать пока нечего: действующих предложений нет.
btn-proposal-text = 📤 Текстом
btn-proposal-pdf = 📄 В PDF
btn-proposal-offers = ⚖️ Предложения
btn-proposal-again = 📤 Клиенту
toast-proposal-text = Отправил отдельным сообщением: перешлите его клиенту
toast-proposal-pdf = Готовлю PDF, пришлю сюда
ntf-proposal-made = 📄 Предложение готово. Перешлите клиенту файл ниже, копия лежит в папке.
ntf-proposal-failed = ⚠️ PDF пока не получился: хранилище файлов не отвечает. Отправьте текстом или попробуйте позже.
err-nothing-to-show = Показать нечего: отметьте хотя бы одно действующее предложение.
err-offers-moved-on = Часть отмеченных предложений уже не действует. Откройте «Клиенту» ещё раз.
jrn-offers-shown-text = предложения клиенту, текстом: { $insurers }
jrn-offers-shown-pdf = предложения клиенту, в PDF: { $insurers }
client-title =
    <b>Варианты страхования</b>
    { $kind } · { $object }
client-offer =
    { "" }
    <b>{ $number }. { $insurer }: { $premium }</b>
client-offer-best =
    { "" }
    <b>{ $number }. { $insurer }: { $premium }</b> ★ лучшая цена
client-offer-terms = { $terms }
client-offer-plans = Оплата: { $plans }
client-offer-conditions = <i>{ $conditions }</i>
client-no-deductible = без франшизы
client-deductible = франшиза { $value }
client-sum-insured = страховая сумма { $amount }
client-plan-once = одним платежом
client-plan-equal = { $count }{ "\u00A0" }×{ "\u00A0" }{ $amount }
client-plan-sums = { $sums }
client-plan-sum = { $left } + { $right }
client-plan-or = { $left } или { $right }
client-plan-parts =
    { $count ->
        [one] { $count } платёж
        [few] { $count } платежа
       *[many] { $count } платежей
    }
client-plan-parts-first =
    { $count ->
        [one] { $count } платёж, первый { $first }
        [few] { $count } платежа, первый { $first }
       *[many] { $count } платежей, первый { $first }
    }
client-deductible-part = { $percent }% от страховой суммы
client-term-months =
    { $count ->
        [one] { $count } месяц
        [few] { $count } месяца
       *[many] { $count } месяцев
    }
client-term-days =
    { $count ->
        [one] { $count } день
        [few] { $count } дня
       *[many] { $count } дней
    }
client-message-valid-until =
    { "" }
    Действует до { $day }
client-signature =
    { "" }
    { $signed }
pdf-brokerage = Страховой брокер
pdf-title = Предложение по страхованию
pdf-document-title = Предложение по страхованию: { $kind }, { $object }, { $day }
pdf-file-name = Предложение { $day }, { $kind }, { $object }
pdf-dated = № { $number } от { $day }
pdf-client = Клиент
pdf-kind = Вид страхования
pdf-object = Что страхуем
pdf-sum-insured = Страховая сумма
pdf-term = Срок
pdf-insurer = Страховая компания
pdf-premium = Премия
pdf-deductible = Франшиза
pdf-deductible-none = без франшизы
pdf-deductible-unsaid = по договору
pdf-plans = Оплата
pdf-plan-or = или { $plan }
pdf-value = { $value }
pdf-best = лучшая цена
pdf-conditions = Условия
pdf-valid-until = Предложение действует до { $day }
pdf-manager = Ваш менеджер: { $name }
pdf-note = Не является публичной офертой. Окончательные условия определяет договор страхования.
pdf-page = Страница { $page } из { $pages }
