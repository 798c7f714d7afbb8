scr-menu =
    👋 { $name }, you are { $role }.
    What shall we do?
scr-menu-client = 👋 Hello, { $name }! Your insurance broker will write to you here.
scr-stranger = 👋 Hello, { $name }! This is the working bot of an insurance brokerage. To get in, ask an admin for an invitation.
scr-help = Use buttons or type. /menu is the menu, /cancel works anywhere.
btn-new-deal = ➕ New deal
btn-my-deals = 📋 My deals
btn-my-turn = 👉 My turn
btn-clients = 👤 Clients
cmd-menu = Menu
cmd-deals = My deals
cmd-newdeal = New deal
cmd-clients = Clients
cmd-settings = Settings
cmd-cancel = Cancel what I began
cmd-help = Help
