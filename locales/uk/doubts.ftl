doubt-broken-number = Число «{ $typed }» розбите незрозуміло. Напишіть його разом, наприклад: 48200.
doubt-commission-not-percent = «{ $typed }»: комісія потрібна у відсотках, наприклад: КВ 22%.
doubt-day-does-not-exist =
    Не зрозумів дату «{ $typed }»: у цьому місяці { $last ->
        [one] { $last } день
        [few] { $last } дні
       *[other] { $last } днів
    }. Наприклад: { $example }.
doubt-deductible-unit = Франшиза «{ $typed }»: сума, тисячі чи відсотки? Наприклад: фр 15 000 або фр 1%.
doubt-difference = «{ $typed }»: це наскільки дорожче чи дешевше. Яка премія повністю?
doubt-duration-or-date = «{ $typed }»: це строк чи день? Напишіть, наприклад: через 3 дні або 15 березня.
doubt-end-of-week = «{ $typed }»: у п'ятницю чи в неділю?
doubt-for-which-offer = «{ $typed }»: це для останньої пропозиції чи для всіх?
doubt-future-day = «{ $typed }» ще не настало, а потрібен минулий день.
doubt-instalments-after-term = «{ $typed }»: платіж припадає на час після закінчення поліса. Перевірте дні.
doubt-instalments-before-start = «{ $typed }»: платіж раніше початку поліса. Перевірте дні.
doubt-instalments-count = «{ $typed }»: скільки платежів? Наприклад: 4 платежі щокварталу.
doubt-instalments-dates = «{ $typed }»: коли кожен платіж? Наприклад: 50% одразу, 50% через 6 місяців.
doubt-instalments-order = «{ $typed }»: кожен платіж має йти після попереднього. Перевірте дні.
doubt-instalments-sum = «{ $typed }»: частини не складаються у премію. Наприклад: 60/40 або 20000 одразу, решта через 3 місяці.
doubt-insurer-unclear = «{ $typed }»: так звуть кількох страховиків. Котрий?
doubt-insurer-unknown = Страховика «{ $typed }» я не знаю. Виберіть зі списку або додайте його.
doubt-month-does-not-exist = Місяця { $month } немає. Наприклад: 15.03.
doubt-no-unit = «{ $typed }»: це тисячі? Напишіть суму повністю, наприклад: 48 000 або 48к.
doubt-not-a-phone = Такого номера не буває. Наприклад: 050 123-45-67.
doubt-part-of-premium = «{ $typed }» схоже на один платіж. Яка премія повністю?
doubt-passed-time = Цей час сьогодні вже минув. Завтра?
doubt-past-day = «{ $typed }» вже минуло, а потрібен день попереду. Наприклад: пт, за тиждень.
doubt-percent-too-high = «{ $typed }»: понад 100% не буває.
doubt-plate-unlike = «{ $typed }» не схоже на держномер. Перевірте, будь ласка.
doubt-premium-unit = «{ $typed }»: премія { $thousands }? Напишіть її повністю, наприклад: { $thousands }.
doubt-range = «{ $typed }»: потрібне щось одне.
doubt-shares-sum = «{ $typed }»: частки не складаються у 100%.
doubt-split-or-programme = «{ $typed }»: це назва програми чи розстрочка?
doubt-sum-unit = Страхова сума «{ $typed }»: тисяч чи мільйонів? Наприклад: 1,85 млн.
doubt-tax-number-check-digit = «{ $typed }» з помилкою: не сходиться контрольна цифра або довжина.
doubt-term-unclear = Строк «{ $typed }» незрозумілий. Наприклад: 12 міс, 1 рік, 15 днів.
doubt-time-does-not-exist = Часу { $hour }:{ $minute } не буває.
doubt-too-far = «{ $typed }» надто далеко. Перевірте рік.
doubt-too-large = «{ $typed }»: надто велика сума. Перевірте нулі.
doubt-too-precise = «{ $typed }»: у копійок лише два знаки.
doubt-two-amounts = «{ $typed }»: тут дві суми. Яка з них?
doubt-two-currencies = «{ $typed }»: тут дві валюти. Яка з них?
doubt-two-days = «{ $typed }»: тут два дні. Який із них?
doubt-two-insurers = «{ $typed }»: тут два страховики. Котрий із них?
doubt-two-phones = Тут кілька номерів. Надішліть один.
doubt-two-sources = «{ $typed }»: тут два джерела. Звідки прийшов лід?
doubt-two-times = «{ $typed }»: тут два часи. Який із них?
doubt-unlikely = «{ $typed }»: уточніть суму повністю, наприклад: 48 200.
doubt-vague = «{ $typed }» — надто неточно. Наприклад: 15 березня.
doubt-vin-characters = «{ $typed }» — не VIN: літер I, O та Q у ньому не буває.
doubt-weekday-mismatch = «{ $typed }»: день тижня не збігається з числом. Що правильно?
doubt-which-country = «{ $typed }»: якої це країни? Номер напишіть з +380 або +7, вид страхування оберіть зі списку.
doubt-which-currency = У якій валюті? Розумію гривні, рублі, євро та долари.
doubt-which-half = { $hour } година ранку чи вечора?
doubt-which-percent = «{ $typed }»: цей відсоток — франшиза чи комісія?
doubt-words = Напишіть суму цифрами, наприклад: 48 200.
doubt-zero = Потрібна сума більша за нуль.
