scr-menu =
    👋 { $name }, ви { $role }.
    Що робимо?
scr-menu-client = 👋 { $name }, вітаємо! Ваш страховий брокер напише вам тут.
scr-stranger = 👋 { $name }, вітаємо! Це робочий бот страхового брокера. Щоб увійти, попросіть в адміністратора запрошення.
scr-help = Пишіть як зручно: кнопкою або текстом. /menu — меню, /cancel — скасування будь-де.
btn-new-deal = ➕ Нова угода
btn-my-deals = 📋 Мої угоди
btn-my-turn = 👉 Мій хід
btn-clients = 👤 Клієнти
cmd-menu = Меню
cmd-deals = Мої угоди
cmd-newdeal = Нова угода
cmd-clients = Клієнти
cmd-settings = Налаштування
cmd-cancel = Скасувати розпочате
cmd-help = Допомога
