doubt-broken-number = Число «{ $typed }» разбито непонятно. Напишите его слитно, например: 48200.
doubt-commission-not-percent = «{ $typed }»: комиссия нужна в процентах, например: КВ 22%.
doubt-day-does-not-exist =
    Не понял дату «{ $typed }»: в этом месяце { $last ->
        [one] { $last } день
        [few] { $last } дня
       *[other] { $last } дней
    }. Например: { $example }.
doubt-deductible-unit = Франшиза «{ $typed }»: сумма, тысячи или проценты? Например: фр 15 000 или фр 1%.
doubt-difference = «{ $typed }»: это насколько дороже или дешевле. Какая премия целиком?
doubt-duration-or-date = «{ $typed }»: это срок или день? Напишите, например: через 3 дня или 15 марта.
doubt-end-of-week = «{ $typed }»: в пятницу или в воскресенье?
doubt-for-which-offer = «{ $typed }»: это для последнего предложения или для всех?
doubt-future-day = «{ $typed }» ещё не наступило, а нужен прошедший день.
doubt-instalments-after-term = «{ $typed }»: платёж попадает на время после окончания полиса. Проверьте дни.
doubt-instalments-before-start = «{ $typed }»: платёж раньше начала полиса. Проверьте дни.
doubt-instalments-count = «{ $typed }»: сколько платежей? Например: 4 платежа поквартально.
doubt-instalments-dates = «{ $typed }»: когда каждый платёж? Например: 50% сразу, 50% через 6 месяцев.
doubt-instalments-order = «{ $typed }»: каждый платёж должен идти после предыдущего. Проверьте дни.
doubt-instalments-sum = «{ $typed }»: части не складываются в премию. Например: 60/40 или 20000 сразу, остаток через 3 месяца.
doubt-insurer-unclear = «{ $typed }»: так зовут нескольких страховщиков. Который?
doubt-insurer-unknown = Страховщика «{ $typed }» я не знаю. Выберите из списка или добавьте его.
doubt-month-does-not-exist = Месяца { $month } нет. Например: 15.03.
doubt-no-unit = «{ $typed }»: это тысячи? Напишите сумму целиком, например: 48 000 или 48к.
doubt-not-a-phone = Такого номера не бывает. Например: 8 916 123-45-67.
doubt-part-of-premium = «{ $typed }» похоже на один платёж. Какая премия целиком?
doubt-passed-time = Это время сегодня уже прошло. Завтра?
doubt-past-day = «{ $typed }» уже прошло, а нужен день впереди. Например: пт, через неделю.
doubt-percent-too-high = «{ $typed }»: больше 100% не бывает.
doubt-plate-unlike = «{ $typed }» не похоже на госномер. Проверьте, пожалуйста.
doubt-premium-unit = «{ $typed }»: премия { $thousands }? Напишите её целиком, например: { $thousands }.
doubt-range = «{ $typed }»: нужно что-то одно.
doubt-shares-sum = «{ $typed }»: доли не складываются в 100%.
doubt-split-or-programme = «{ $typed }»: это название программы или рассрочка?
doubt-sum-unit = Страховая сумма «{ $typed }»: тысяч или миллионов? Например: 1,85 млн.
doubt-tax-number-check-digit = «{ $typed }» с опечаткой: не сходится контрольная цифра или длина.
doubt-term-unclear = Срок «{ $typed }» непонятен. Например: 12 мес, 1 год, 15 дней.
doubt-time-does-not-exist = Времени { $hour }:{ $minute } не бывает.
doubt-too-far = «{ $typed }» слишком далеко. Проверьте год.
doubt-too-large = «{ $typed }»: слишком большая сумма. Проверьте нули.
doubt-too-precise = «{ $typed }»: у копеек только два знака.
doubt-two-amounts = «{ $typed }»: здесь две суммы. Какая из них?
doubt-two-currencies = «{ $typed }»: здесь две валюты. Какая из них?
doubt-two-days = «{ $typed }»: здесь два дня. Какой из них?
doubt-two-insurers = «{ $typed }»: здесь два страховщика. Который из них?
doubt-two-phones = Здесь несколько номеров. Пришлите один.
doubt-two-sources = «{ $typed }»: здесь два источника. Откуда пришёл лид?
doubt-two-times = «{ $typed }»: здесь два времени. Какое из них?
doubt-unlikely = «{ $typed }»: уточните сумму целиком, например: 48 200.
doubt-vague = «{ $typed }» — слишком неточно. Например: 15 марта.
doubt-vin-characters = «{ $typed }» — не VIN: букв I, O и Q в нём не бывает.
doubt-weekday-mismatch = «{ $typed }»: день недели не сходится с числом. Что верно?
doubt-which-country = «{ $typed }»: какой это страны? Номер напишите с +7 или +380, вид страхования выберите из списка.
doubt-which-currency = В какой валюте? Понимаю рубли, гривны, евро и доллары.
doubt-which-half = { $hour } часов утра или вечера?
doubt-which-percent = «{ $typed }»: этот процент — франшиза или комиссия?
doubt-words = Напишите сумму цифрами, например: 48 200.
doubt-zero = Нужна сумма больше нуля.
