scr-menu =
    👋 { $name }, your role: { $role }.
    What shall we do?
scr-menu-client = 👋 Hello, { $name }! Your insurance broker will write to you here.
scr-stranger = 👋 Hello, { $name }! This is the working bot of an insurance brokerage. To get in, ask an admin for an invitation.
scr-help = Use buttons or type. /menu is the menu, /cancel works anywhere.
scr-help-deals = /newdeal opens a deal; /deals lists yours; /deal 14 shows one by its number; /find finds anything.
btn-new-deal = ➕ New deal
btn-my-deals = 📋 My deals
btn-my-turn = 👉 My turn
btn-clients = 👤 Clients
cmd-menu = Menu
cmd-deals = My deals
cmd-deal = A deal by its number: /deal 14
cmd-newdeal = New deal
cmd-clients = Clients
cmd-settings = Settings
cmd-cancel = Cancel what I began
cmd-help = Help
btn-all-deals = 🗂 All deals
toast-resumed = Going on from here
ntf-sandbox-seller = 👋 { $name }, this is a practice brokerage. You are its seller: open a deal, drop documents into it and ask for a calculation.
ntf-sandbox-executor = 👋 { $name }, this is a practice brokerage. You are its executor: the sellers' tasks come here, all of them stand in your queue.
ntf-sandbox-manager = 👋 { $name }, this is a practice brokerage. You are its manager: you see all deals and hand them over.
