scr-deal-title = { $icon } <b>Deal { $number }</b> · { $kind } · { $object }
scr-deal-turn-seller = Turn: seller { $seller }
scr-deal-turn-executor = Turn: executor { $executor }
scr-deal-turn-pool = Turn: looking for an executor
scr-deal-turn-nobody = Turn: nobody's, all is done
scr-deal-lost = ❌ Lost: { $reason }
scr-deal-asleep = 💤 Asleep until { $day }
scr-deal-stage = Stage: { $stage }
scr-deal-client = Client: { $client }
scr-deal-client-phone = Client: { $client } · { $phone }
scr-deal-premium = Premium: { $amount }
scr-deal-journal-empty = Journal: nothing yet
scr-deal-journal-last = Journal: { $entry }
scr-deal-review = Review: { $day }
scr-deal-opened = ✅ The deal is open. Drop the documents right here.
stage-deal-new = new
stage-deal-kyc = client and documents
stage-deal-calculation = calculation
stage-deal-agreement = agreement
stage-deal-issuing = issuing
stage-deal-paid = paid
stage-deal-lost = lost
btn-open-deal = ✅ Open the deal
btn-journal = 📝 Write
btn-kind = { $icon } { $name }
btn-client = 👤 { $name }
btn-client-phone = 👤 { $name } · …{ $tail }
btn-new-client = ➕ New client
ask-deal-client = <b>New deal.</b> Who is the client?
ask-deal-client-example = Type a name or phone, for example: Ivanov, 916 123-45-67. Or share a contact.
ask-deal-client-found = Found for “{ $query }”. Which one?
ask-client-name = What is the client's name? For example: Ivan Ivanov
ask-client-phone = The phone of { $name }? For example: 916 123-45-67
err-phone-not-understood = That does not look like a phone. For example: +7 916 123-45-67.
ask-deal-kind =
    Client: { $client }.
    What is insured?
err-kind-not-understood = I do not know the kind “{ $typed }”. Choose one of these.
ask-deal-object =
    { $kind }: what exactly is insured?
    For example: Toyota Camry 2021, A123BC777
ask-deal-confirm = <b>I understood this, shall I open the deal?</b>
scr-confirm-client = Client: { $client }
scr-confirm-phone = Phone: { $phone }
scr-confirm-kind = Kind: { $kind }
scr-confirm-object = Object: { $object }
err-deal-not-found = There is no deal { $deal }.
err-deal-of-others = Deal { $deal } is led by { $seller }. Ask a manager to hand it over to you.
err-deal-closed = Deal { $deal } is closed.
err-kind-not-found = That kind of insurance is no longer there.
jrn-deal-opened = deal opened
jrn-deal-woke = deal woke up
jrn-voice = 🎤 voice note
jrn-said = “{ $words }”
scr-deal-folder =
    { $count ->
        [0] Folder: empty, drop the documents here
        [one] Folder: { $count } file
       *[other] Folder: { $count } files
    }{ $fetching ->
        [0] { "" }
       *[other] , fetching: { $fetching }
    }
btn-folder =
    { $count ->
        [0] 📁 Folder
       *[other] 📁 Folder { $count }
    }
