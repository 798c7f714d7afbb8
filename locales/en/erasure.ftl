btn-client-file = 📦 Everything stored
btn-client-erase = 🧽 Erase for good
toast-client-file = Collecting everything that is stored: the file will come here.
ntf-client-file = 📦 Everything that is stored of this client: the rows of each table and his documents. That it was given out is recorded.
ntf-client-file-too-big = 📦 His documents are too big for Telegram. Whoever runs the server can write the file: crm export-client { $client } FOLDER
ask-client-erase-reason = <b>Erase { $name }?</b> Something is still in force:
scr-client-erase-deals =
    { $count ->
        [one] • { $count } open deal
       *[other] • { $count } open deals
    }
scr-client-erase-policies =
    { $count ->
        [one] • { $count } policy that still runs
       *[other] • { $count } policies that still run
    }
scr-client-erase-refunds =
    { $count ->
        [one] • { $count } policy with money to give back
       *[other] • { $count } policies with money to give back
    }
scr-client-erase-reason-hint = Why erase all the same? The reason stays in the records, so write no names.
ask-client-erase-name =
    <b>This can't be undone.</b> Name, contacts, numbers, notes, documents and messages go everywhere, also from a restored backup. Deals, sums and policy numbers stay for the books.
    To erase, write the name: { $name }
scr-client-erased = 🧽 Erased. Files and old messages follow within minutes. What was sent in Telegram stays in the chats: delete it there.
err-client-in-force = Something of this client's is still in force: open the card again and give a reason.
err-client-erase-name = That is another name, so nobody was erased. Write exactly: { $name }
