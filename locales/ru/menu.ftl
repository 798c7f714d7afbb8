scr-menu =
    👋 { $name }, вы { $role }.
    Что делаем?
scr-menu-client = 👋 { $name }, здравствуйте! Ваш страховой брокер напишет вам здесь.
scr-stranger = 👋 { $name }, здравствуйте! Это рабочий бот страховой компании-брокера. Чтобы войти, попросите у администратора приглашение.
scr-help = Пишите как удобно: кнопкой или текстом. /menu — меню, /cancel — отмена в любом месте.
btn-new-deal = ➕ Новая сделка
btn-my-deals = 📋 Мои сделки
btn-my-turn = 👉 Мой ход
btn-clients = 👤 Клиенты
cmd-menu = Меню
cmd-deals = Мои сделки
cmd-newdeal = Новая сделка
cmd-clients = Клиенты
cmd-settings = Настройки
cmd-cancel = Отменить начатое
cmd-help = Помощь
