scr-proposal = 📤 <b>What to show the client</b> · deal { $number }
scr-proposal-about = { $client } · { $kind } · { $object }
scr-proposal-in = ✅ <b>{ $number }.</b> { $offer }
scr-proposal-out = ▫️ <b>{ $number }.</b> { $offer }
scr-proposal-best = ★
scr-proposal-hint =
    { "" }
    A number takes its offer out or puts it back. Language for the client: { $language }.
scr-proposal-empty =
    { "" }
    Nothing to show yet: no offer is valid now.
btn-proposal-text = 📤 As text
btn-proposal-pdf = 📄 As PDF
btn-proposal-offers = ⚖️ Offers
btn-proposal-again = 📤 To the client
toast-proposal-text = Sent as a message of its own: forward it to the client
toast-proposal-pdf = Making the PDF, it will come here
ntf-proposal-made = 📄 The proposal is ready. Forward the file below to the client; a copy is in the folder.
ntf-proposal-failed = ⚠️ No PDF yet: the file storage doesn't answer. Send it as text or try again later.
err-nothing-to-show = Nothing to show: mark at least one valid offer.
err-offers-moved-on = Some of the marked offers are no longer valid. Open “To the client” again.
jrn-offers-shown-text = offers for the client, as text: { $insurers }
jrn-offers-shown-pdf = offers for the client, as PDF: { $insurers }
client-title =
    <b>Insurance options</b>
    { $kind } · { $object }
client-offer =
    { "" }
    <b>{ $number }. { $insurer }: { $premium }</b>
client-offer-best =
    { "" }
    <b>{ $number }. { $insurer }: { $premium }</b> ★ best price
client-offer-terms = { $terms }
client-offer-plans = Payment: { $plans }
client-offer-conditions = <i>{ $conditions }</i>
client-no-deductible = no deductible
client-deductible = deductible { $value }
client-sum-insured = sum insured { $amount }
client-plan-once = in one payment
client-plan-equal = { $count }{ "\u00A0" }×{ "\u00A0" }{ $amount }
client-plan-sums = { $sums }
client-plan-sum = { $left } + { $right }
client-plan-or = { $left } or { $right }
client-plan-parts =
    { $count ->
        [one] { $count } payment
       *[other] { $count } payments
    }
client-plan-parts-first =
    { $count ->
        [one] { $count } payment, the first { $first }
       *[other] { $count } payments, the first { $first }
    }
client-deductible-part = { $percent }% of the sum insured
client-term-months =
    { $count ->
        [one] { $count } month
       *[other] { $count } months
    }
client-term-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
client-message-valid-until =
    { "" }
    Valid until { $day }
client-signature =
    { "" }
    { $signed }
pdf-brokerage = Insurance broker
pdf-title = Insurance proposal
pdf-document-title = Insurance proposal: { $kind }, { $object }, { $day }
pdf-file-name = Proposal { $day }, { $kind }, { $object }
pdf-dated = No. { $number }, { $day }
pdf-client = Client
pdf-kind = Insurance
pdf-object = Insured object
pdf-sum-insured = Sum insured
pdf-term = Term
pdf-insurer = Insurer
pdf-premium = Premium
pdf-deductible = Deductible
pdf-deductible-none = none
pdf-deductible-unsaid = per contract
pdf-plans = Payment
pdf-plan-or = or { $plan }
pdf-value = { $value }
pdf-best = best price
pdf-conditions = Conditions
pdf-valid-until = This proposal is valid until { $day }
pdf-manager = Your manager: { $name }
pdf-note = This is not a public offer. The insurance contract sets the final terms.
pdf-page = Page { $page } of { $pages }
