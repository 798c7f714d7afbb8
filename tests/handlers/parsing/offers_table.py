# ruff: noqa: E501 - a row of the table is a message and may be long
"""Lines of offers as executors type them, with what they mean; «⏎» is a line end, «;» parts the offers.

The meaning: insurer, premium, then what was said: fr deductible, kv commission, ss sum insured, in instalments,
te term, pr programme; «?» is a question with its code, «-» an insurer that was not named.
"""

from tests.handlers.parsing.tables import rows

RU = rows("""
Тинькофф 45 900 без франшизы до 5.12 | tbank 45900 RUB fr=none
Тинькофф 45 900 без франшизы до 05.12.2026 | tbank 45900 RUB fr=none
Ингос 48200 до 31.12 фр15 кв 20 | ingos 48200 RUB fr=15000 RUB kv=20
Ингос 48200 до 10.12 кв 20 | ingos 48200 RUB kv=20
Альфа 46900 10т фр 60/40 КВ22 | alfa 46900 RUB fr=10000 RUB kv=22 in=x2(60/40)
Альфа 46900 10 тыс. р. фр 60/40 | alfa 46900 RUB fr=10000 RUB in=x2(60/40)
Ингос 48200 фр15 кв22 | ingos 48200 RUB fr=15000 RUB kv=22
Альфа 46900 дешевле всех | alfa 46900 RUB
Ингос 48200, дешевле прошлого | ingos 48200 RUB
Ингос 48200 same as last year | ingos 48200 RUB
Ингос 48200 фр 15, дешевле прошлого | ingos 48200 RUB fr=15000 RUB
РЕСО 45 100, без франшизы, КВ 20% | reso 45100 RUB fr=none kv=20
ВСК - 44.900 фр 30 ав 18% | vsk 44900 RUB fr=30000 RUB kv=18
Альфа 52к б/ф комиссия 25 | alfa 52000 RUB fr=none kv=25
Согаз 61 200 р. франшиза 15 000 КВ 15% | sogaz 61200 RUB fr=15000 RUB kv=15
Ингос 48200 кв 18 + 2% | ingos 48200 RUB kv=?sum
Альфа 47000 КВ18+2% | alfa 47000 RUB kv=?sum
РГС 39800 15к франшиза 22% кв | rgs 39800 RUB fr=15000 RUB kv=22
Тинькофф 47500 руб, ф-за 1%, к.в. 20 | tbank 47500 RUB fr=1% kv=20
Ренессанс: 55 300; фр 20; кв 22 | renessans 55300 RUB fr=20000 RUB kv=22
PECO 48,2к фр 15к кв 22.5% | reso 48200 RUB fr=15000 RUB kv=22.5
htcj 48200 ah 15 rd 22 | reso 48200 RUB fr=15000 RUB kv=22
Ингос 48200, РЕСО 45100 и ВСК 44900 | ingos 48200 RUB ; reso 45100 RUB ; vsk 44900 RUB
Ингосстрах: ⏎ 48200 фр 15 ⏎ КВ 22 | ingos 48200 RUB fr=15000 RUB kv=22
Ингос 48200 фр15 ⏎ РЕСО 45100 б/ф ⏎ все по 22% | ingos 48200 RUB fr=15000 RUB kv=22 ; reso 45100 RUB fr=none kv=22
Ингос 48200 СС 1.85млн рассрочка 2 12 мес | ingos 48200 RUB ss=1850000 RUB in=x2 te=12m
Зетта 37 000 50/50 на год | zetta 37000 RUB in=x2(50/50) te=12m
Абсолют 41000 в 2 платежа КВ 20 | absolut 41000 RUB kv=20 in=x2
Югория 36500 поквартально, кв 22 | yugoria 36500 RUB kv=22 in=x4
МАКС 38000 кв 25% единовременно | maks 38000 RUB kv=25 in=x1
совкомбанк 47 800 60/40 фр 10т | sovcom 47800 RUB fr=10000 RUB in=x2(60/40)
Пари 33000 КАСКО Стандарт фр 15 КВ 30 | pari 33000 RUB fr=15000 RUB kv=30 pr=каско стандарт
Евроинс 29900 «Защита 50/50» фр 20 кв 25 | euroins_ru 29900 RUB fr=20000 RUB kv=25 pr=Защита 50/50
1) Ингос 48200 фр 15 кв 22 ⏎ 2) РЕСО 45100 фр 20 кв 20 | ingos 48200 RUB fr=15000 RUB kv=22 ; reso 45100 RUB fr=20000 RUB kv=20
✅ Ингос — 48 200 ₽ (фр. 15 000 ₽, КВ 22%) | ingos 48200 RUB fr=15000 RUB kv=22
КАСКО Камри СС 1 850 000 срок 12 мес ⏎ Ингос 48200 фр 15 ⏎ РЕСО 45100 фр 15 | ingos 48200 RUB fr=15000 RUB ss=1850000 RUB te=12m ; reso 45100 RUB fr=15000 RUB ss=1850000 RUB te=12m
48200 Ингос, 45100 РЕСО | ingos 48200 RUB ; reso 45100 RUB
с фр 15: ⏎ Ингос 48200 ⏎ РЕСО 45000 ⏎ без фр: ⏎ Ингос 65000 ⏎ РЕСО 61000 | ingos 48200 RUB fr=15000 RUB ; reso 45000 RUB fr=15000 RUB ; ingos 65000 RUB fr=none ; reso 61000 RUB fr=none
Ингос 48200 фр 0 | ingos 48200 RUB fr=none
T-банк 51000 безфраншизная кв22 | tbank 51000 RUB fr=none kv=22
Ингос фр 15 48200 кв 22 | ingos 48200 RUB fr=15000 RUB kv=22
Росгострах 39800 кв22 фр15 тр | rgs 39800 RUB fr=15000 RUB kv=22
Ингос 48 200 КВ 22 без франшизы, рассрочка на 2 платежа | ingos 48200 RUB fr=none kv=22 in=x2
ингосстрах 48200р фр-15тр кв-22% | ingos 48200 RUB fr=15000 RUB kv=22
Ингосстрах - 48 200,00 руб. Франшиза 15 000 руб. КВ 22% | ingos 48200 RUB fr=15000 RUB kv=22
ресо: 45т, фр15т, кв20 | reso 45000 RUB fr=15000 RUB kv=20
Ресо-гарантия 45100 без фр. кв22%, 12 мес | reso 45100 RUB fr=none kv=22 te=12m
РЕСО Гарантия - 45100, фр.30, комиссия 18%, срок 1 год | reso 45100 RUB fr=30000 RUB kv=18 te=12m
альфа страхование 52300 франш 20 тыс КВ 25 | alfa 52300 RUB fr=20000 RUB kv=25
АльфаСтрахование — 52 300 руб./год, франшиза 20 т.р., КВ 25 % | alfa 52300 RUB fr=20000 RUB kv=25
вск 44 900, кв 18, фр 30 000 безусловная | vsk 44900 RUB fr=30000 RUB kv=18
Страховой дом ВСК 44900 фр 15 кв 18 | vsk 44900 RUB fr=15000 RUB kv=18
Согаз 61,2к кв15 без франш | sogaz 61200 RUB fr=none kv=15
СОГАЗ 61.200 фр нет кв 15 | sogaz 61200 RUB fr=none kv=15
РГС 39 800 ₽ / фр 15 / КВ 22 | rgs 39800 RUB fr=15000 RUB kv=22
росгосстрах 39800, нулевая франшиза, кв 20% | rgs 39800 RUB fr=none kv=20
Т-Страхование 47.5к фр 10 кв 20 помесячно | tbank 47500 RUB fr=10000 RUB kv=20 in=x12
Тинькофф страхование 47500 фр 10 кв 20 ежемесячно 12 | tbank 47500 RUB fr=10000 RUB kv=20 in=x12
Ренесанс 55к ф-за 30к ком 22 | renessans 55000 RUB fr=30000 RUB kv=22
Зетта Страхование 37000, франшиза 1%, КВ 25 | zetta 37000 RUB fr=1% kv=25
Совком 47800 фр.20 кв.25 рассрочка 3 | sovcom 47800 RUB fr=20000 RUB kv=25 in=x3
Совкомбанк Страхование 47 800 КВ 25% рассрочка нет | sovcom 47800 RUB kv=25 in=x1
ГСК Югория 36 500 фр 15 000 КВ 22 единоразово | yugoria 36500 RUB fr=15000 RUB kv=22 in=x1
МАКС 38т кв25 | maks 38000 RUB kv=25
СК МАКС 38000 фр 30 | maks 38000 RUB fr=30000 RUB
СК ПАРИ 33 000 фр 20 кв 30 рассрочка 50/50 | pari 33000 RUB fr=20000 RUB kv=30 in=x2(50/50)
Абсолют 41000 фр 0 кв 20 единовременно | absolut 41000 RUB fr=none kv=20 in=x1
Абсолют страхование — 41 000 (рассрочка 2 платежа), кв 20 | absolut 41000 RUB kv=20 in=x2
Евроинс 29.9к | euroins_ru 29900 RUB
РЕСО 45100 КАСКО Лайт фр 15 | reso 45100 RUB fr=15000 RUB pr=каско лайт
Ингос 52000 программа «Платинум» без фр кв 22 | ingos 52000 RUB fr=none kv=22 pr=Платинум
Ингос 52000 пакет Прагматик фр 15 кв 22 | ingos 52000 RUB fr=15000 RUB kv=22 pr=прагматик
Альфа 52300 Альфа Бизнес фр 20 | alfa 52300 RUB fr=20000 RUB pr=бизнес
ВСК 44900 фр 15 кв 18 полгода | vsk 44900 RUB fr=15000 RUB kv=18 te=6m
ВСК 22000 на 6 мес фр 15 кв 18 | vsk 22000 RUB fr=15000 RUB kv=18 te=6m
ВСК 22000, 6м, фр 15, кв 18 | vsk 22000 RUB fr=15000 RUB kv=18 te=6m
РЕСО 45100 р. рассрочка в 2 платежа 60/40 КВ 20 | reso 45100 RUB kv=20 in=x2(60/40)
РЕСО 45100 разовый платеж кв 20 | reso 45100 RUB kv=20 in=x1
РЕСО 45100 два платежа кв 20 | reso 45100 RUB kv=20 in=x2
РЕСО 45100 двумя платежами кв 20 | reso 45100 RUB kv=20 in=x2
РЕСО 45100 раз в полгода кв 20 | reso 45100 RUB kv=20 in=x2
РЕСО 45100 раз в квартал | reso 45100 RUB in=x4
РЕСО 45100 по полугодиям | reso 45100 RUB in=x2
РЕСО 45100 рассрочка 4 кв 20 | reso 45100 RUB kv=20 in=x4
РЕСО 45100 рассрочка 4х кв 20 | reso 45100 RUB kv=20 in=x4
РЕСО 45100 4 платежа по кварталам | reso 45100 RUB in=x4
РЕСО 45100 в 4 этапа | reso 45100 RUB in=x4
РЕСО 45100 оплата в 2 этапа | reso 45100 RUB in=x2
РЕСО 45 100 руб 50 коп | reso 45100.5 RUB
РЕСО 1 млн 250 тыс СС 45млн | reso 1250000 RUB ss=45000000 RUB
РЕСО 1,25 млн фр 100к кв 15 | reso 1250000 RUB fr=100000 RUB kv=15
СС 1,85 млн: Ингос 48200, РЕСО 45100 | ingos 48200 RUB ss=1850000 RUB ; reso 45100 RUB ss=1850000 RUB
Ингос: 48200; РЕСО: 45100; ВСК: 44900 | ingos 48200 RUB ; reso 45100 RUB ; vsk 44900 RUB
Ингос 48200 / РЕСО 45100 / ВСК 44900 | ingos 48200 RUB ; reso 45100 RUB ; vsk 44900 RUB
Ингос 48200 фр 15 кв 22 РЕСО 45100 фр 20 кв 20 | ingos 48200 RUB fr=15000 RUB kv=22 ; reso 45100 RUB fr=20000 RUB kv=20
Ингос 48200, КВ 22, РЕСО 45100, КВ 20 | ingos 48200 RUB kv=22 ; reso 45100 RUB kv=20
Ингос 48200, РЕСО 45100, у всех КВ 22 | ingos 48200 RUB kv=22 ; reso 45100 RUB kv=22
Всем привет! По КАСКО Камри: ⏎ - Ингос 48200 фр 15 ⏎ - РЕСО 45100 фр 15 ⏎ - ВСК отказ ⏎ КВ везде 22% | ingos 48200 RUB fr=15000 RUB kv=22 ; reso 45100 RUB fr=15000 RUB kv=22
Итог: ⏎ 1. Ингосстрах — 48 200 ⏎ 2. РЕСО — 45 100 ⏎ 3. Альфа — 52 300 ⏎ Срок 12 мес у всех, рассрочка 2 у всех | ingos 48200 RUB in=x2 te=12m ; reso 45100 RUB in=x2 te=12m ; alfa 52300 RUB in=x2 te=12m
Ингос ⏎ 48200 ⏎ фр 15 ⏎ кв 22 ⏎  ⏎ РЕСО ⏎ 45100 ⏎ без фр ⏎ кв 20 | ingos 48200 RUB fr=15000 RUB kv=22 ; reso 45100 RUB fr=none kv=20
Ингос: ⏎   - без фр: 65000 ⏎   - фр 15: 48200 | ingos 65000 RUB fr=none ; ingos 48200 RUB fr=15000 RUB
Ингос фр 15 - 48200, фр 30 - 41000 | ingos 48200 RUB fr=15000 RUB ; ingos 41000 RUB fr=30000 RUB
РЕСО без фр 65000; с фр 15 48000 | reso 65000 RUB fr=none ; reso 48000 RUB fr=15000 RUB
премия 48200 фр 15 кв 22 | - 48200 RUB fr=15000 RUB kv=22
Ингос премия 48200 СС 1850000 фр 15000 КВ 22% срок 12 месяцев рассрочка 2 | ingos 48200 RUB fr=15000 RUB kv=22 ss=1850000 RUB in=x2 te=12m
Ингосстрах, премия 48 200 руб., страховая сумма 1 850 000 руб., франшиза 15 000 руб., КВ 22%, срок 1 год, единовременно | ingos 48200 RUB fr=15000 RUB kv=22 ss=1850000 RUB in=x1 te=12m
Ингос стоимость 48200, стоимость авто 1 850 000 | ingos 48200 RUB ss=1850000 RUB
Ингос 48200, угон+тотал | ingos 48200 RUB
Ингос 48200 скидка 10% | ingos 48200 RUB
Ингос 48200 тариф 4,5% кв 22 | ingos 48200 RUB kv=22
Ингос 48200, кбм 0.5, кв 22 | ingos 48200 RUB kv=22
Ингос 48200 22% | ingos 48200 RUB kv=22
48200 Ингос фр 15 кв 22 | ingos 48200 RUB fr=15000 RUB kv=22
Ингос дал 48200, фр 15, нам 22% | ingos 48200 RUB fr=15000 RUB kv=22
Ингос 48200 фр 15 кв 22 действует 5 дней | ingos 48200 RUB fr=15000 RUB kv=22
ОСАГО РГС 8450 кв 10 | rgs 8450 RUB kv=10
осаго ресо 7 200 р | reso 7200 RUB
ОСАГО: Ингос 8450, РЕСО 7900, Альфа 8120 | ingos 8450 RUB ; reso 7900 RUB ; alfa 8120 RUB
ДМС Согаз 350к кв 10 | sogaz 350000 RUB kv=10
Ипотека: ВСК 12500, кв 30%, 1 год | vsk 12500 RUB kv=30 te=12m
РЕСО ипотека 12 500 кв 30 | reso 12500 RUB kv=30
ВЗР Альфа 50 евро кв 30 фр 30 евро СС 50000 евро 15 дней | alfa 50 EUR fr=30 EUR kv=30 ss=50000 EUR te=15d
Ингос 48200 фр 15т.р. кв 22 | ingos 48200 RUB fr=15000 RUB kv=22
Ингос 48200 фр 15 000 или без фр 65 000 | ingos 48200 RUB fr=15000 RUB ; ingos 65000 RUB fr=none
ингос48200фр15кв22 | ingos 48200 RUB fr=15000 RUB kv=22
Ингос: 48.200р., фр-15.000р., кв-22%, рассрочка-2 | ingos 48200 RUB fr=15000 RUB kv=22 in=x2
РЕСО-45100-фр15-кв20 | reso 45100 RUB fr=15000 RUB kv=20
ВСК 44900 (фр 15, 22%) | vsk 44900 RUB fr=15000 RUB kv=22
Согаз = 61200 | sogaz 61200 RUB
Альфа 52 300 + КВ 25% | alfa 52300 RUB kv=25
Альфа 52 300 (КВ25) фр20 | alfa 52300 RUB fr=20000 RUB kv=25
альфа 52,300 фр 20,000 | alfa 52300 RUB fr=20000 RUB
РГС 39800 р без фр, кв 10 %, сс 1850 т.р. | rgs 39800 RUB fr=none kv=10 ss=1850000 RUB
РГС 39800 р сс 1 850 т.р. | rgs 39800 RUB ss=1850000 RUB
ргс 39800 сс 1850000 фр 15 кв 22 1 год единоврем | rgs 39800 RUB fr=15000 RUB kv=22 ss=1850000 RUB in=x1 te=12m
Ингос 48200 р, фр-за 15 т.р, к/в 22 | ingos 48200 RUB fr=15000 RUB kv=22
Ингос 48 тыс 200 руб | ingos 48200 RUB
Ингос 48т.р. фр 15т.р. | ingos 48000 RUB fr=15000 RUB
Ингос 48200 на год без рассрочки | ingos 48200 RUB in=x1 te=12m
Ингос 48200 без франшизы без рассрочки без скидки | ingos 48200 RUB fr=none in=x1
Ингос - 48200 / фр 15 / кв 22 / рассрочка 2 пл. | ingos 48200 RUB fr=15000 RUB kv=22 in=x2
Ингос прем 48200 фр 15 кв 22 | ingos 48200 RUB fr=15000 RUB kv=22
РЕСО кв 20 фр 15 45100 | reso 45100 RUB fr=15000 RUB kv=20
РЕСО 45100 КВ: 20%, Франшиза: 15 000 ₽ | reso 45100 RUB fr=15000 RUB kv=20
РЕСО премия: 45 100 ₽; франшиза: нет; КВ: 20 %; срок: 12 месяцев | reso 45100 RUB fr=none kv=20 te=12m
РЕСО ⏎ Премия: 45 100 ⏎ Франшиза: 15 000 ⏎ КВ: 20% ⏎ Страховая сумма: 1 850 000 ⏎ Рассрочка: 2 платежа ⏎ Срок: 1 год ⏎ Программа: Стандарт | reso 45100 RUB fr=15000 RUB kv=20 ss=1850000 RUB in=x2 te=12m pr=стандарт
Страховая: Ингосстрах ⏎ Премия: 48 200 руб ⏎ Франшиза: 15 тыс ⏎ Комиссия: 22% | ingos 48200 RUB fr=15000 RUB kv=22
СК: ВСК, премия 44 900, фр 15 | vsk 44900 RUB fr=15000 RUB
ВСК "КАСКО 50/50" 22 000 кв 20 | vsk 22000 RUB kv=20 pr=КАСКО 50/50
Ингос Платинум 52000 фр 15 | ingos 52000 RUB fr=15000 RUB pr=платинум
Ингос (Платинум) 52000 фр 15 | ingos 52000 RUB fr=15000 RUB pr=платинум
Ингос «Платинум» - 52 000, «Премиум» - 61 000 | ingos 52000 RUB pr=Платинум ; ingos 61000 RUB pr=Премиум
Тиньков 47 500 фр15 22% КВ | tbank 47500 RUB fr=15000 RUB kv=22
Ренес 55300 фр 20т кв 22 | renessans 55300 RUB fr=20000 RUB kv=22
ренессанс 55.3к фр20 кв22 60/40 | renessans 55300 RUB fr=20000 RUB kv=22 in=x2(60/40)
Зетта 37000р фр15 кв25, единоврем. | zetta 37000 RUB fr=15000 RUB kv=25 in=x1
Абсолют 41тыс, ф/р 15, кв 20 | absolut 41000 RUB fr=15000 RUB kv=20
Ингос 48200 фр. 15 тр. кв 22 проц | ingos 48200 RUB fr=15000 RUB kv=22
Ингос 48200 кв 22 процента | ingos 48200 RUB kv=22
Ингос 48200, комисс 22 | ingos 48200 RUB kv=22
Ингос 48200 агентское 22% | ingos 48200 RUB kv=22
Ингос 48200 вознаграждение 22% | ingos 48200 RUB kv=22
Ингос 48200 АВ22 | ingos 48200 RUB kv=22
Ингос 48200 фр 15000 евро | ingos 48200 RUB fr=15000 EUR
Ингос 1500р | ingos 1500 RUB
Ингос 48200 кв 0 | ingos 48200 RUB kv=0
Ингос 48200 без кв | ingos 48200 RUB kv=0
Ингосстрах 48200, фр 15 тыс., КВ-22% | ingos 48200 RUB fr=15000 RUB kv=22
Ингос 48200₽ фр15000₽ кв22 | ingos 48200 RUB fr=15000 RUB kv=22
Ингос 48200руб.фр15.кв22 | ingos 48200 RUB fr=15000 RUB kv=22
Ингос.48200.фр15.кв22 | ingos 48200 RUB fr=15000 RUB kv=22
ингос,48200,фр15,кв22 | ingos 48200 RUB fr=15000 RUB kv=22
Инго 48 200 фр 15 кв 22 | ingos 48200 RUB fr=15000 RUB kv=22
Ингасстрах 48200 | ingos 48200 RUB
Инсосстрах 48200 | ingos 48200 RUB
РЕСО гарнтия 45100 кв 20 | reso 45100 RUB kv=20
рессо 45100 | reso 45100 RUB
РОСГОССТРАХ-39800 КВ22 | rgs 39800 RUB kv=22
Рогосстрах 39800 | rgs 39800 RUB
Росгостсрах 39800 | rgs 39800 RUB
Альфстрахование 52000 | alfa 52000 RUB
Альфа-страхование 52 000 фр.15 | alfa 52000 RUB fr=15000 RUB
альфа стр 52000 фр 15 | alfa 52000 RUB fr=15000 RUB
АльфаСтрахование АО 52000 | alfa 52000 RUB
АО "АльфаСтрахование" 52000 кв 25 | alfa 52000 RUB kv=25
САО «ВСК» 44900 | vsk 44900 RUB
СПАО "Ингосстрах" - 48 200 р., КВ 22% | ingos 48200 RUB kv=22
САО РЕСО-Гарантия: 45100 | reso 45100 RUB
Т страхование 47500 | tbank 47500 RUB
Т-страх 47500 фр 15 | tbank 47500 RUB fr=15000 RUB
тбанк 47500 | tbank 47500 RUB
Тинькофф/Т-Страхование 47500 фр 15 | tbank 47500 RUB fr=15000 RUB
югорья 36500 | yugoria 36500 RUB
ГСК "Югория" 36500 | yugoria 36500 RUB
Зета 37000 | zetta 37000 RUB
Ренессансс 55300 | renessans 55300 RUB
ренесанс страхование 55300 | renessans 55300 RUB
Ренесс 55300 | renessans 55300 RUB
согаз 61200 франшиза:15000 кв:15 | sogaz 61200 RUB fr=15000 RUB kv=15
Совкомбанк-страхование 47800 | sovcom 47800 RUB
совкомбанк страх 47800 фр 10 | sovcom 47800 RUB fr=10000 RUB
СК Пари 33000 | pari 33000 RUB
ПАРИ 33000 | pari 33000 RUB
ЕвроИнс 29900 | euroins_ru 29900 RUB
МАКС 38000 | maks 38000 RUB
макс 38000 фр 15 | maks 38000 RUB fr=15000 RUB
Абсолют 41 т.р | absolut 41000 RUB
ВСК 44,9 т.р. фр 30 т.р. кв 18 | vsk 44900 RUB fr=30000 RUB kv=18
ВСК 44.9к фр.30к кв.18 | vsk 44900 RUB fr=30000 RUB kv=18
ВСК 44 900р. | vsk 44900 RUB
ВСК 44900.50 | vsk 44900.5 RUB
ВСК 44 900,00 | vsk 44900 RUB
ВСК 44900= | vsk 44900 RUB
ВСК 44900! | vsk 44900 RUB
ВСК 44900 за год | vsk 44900 RUB te=12m
ВСК 44900 в год | vsk 44900 RUB
ВСК 44900/год | vsk 44900 RUB
ВСК 44900 годовой полис фр 30 | vsk 44900 RUB fr=30000 RUB te=12m
ВСК 1 год 44900 фр 30 | vsk 44900 RUB fr=30000 RUB te=12m
ВСК 12 мес 44900 фр 30 | vsk 44900 RUB fr=30000 RUB te=12m
ВСК фр 30 12 мес 44900 кв 18 | vsk 44900 RUB fr=30000 RUB kv=18 te=12m
ВСК 44900 фр 30 срок год | vsk 44900 RUB fr=30000 RUB te=12m
ВСК 44900 срок страхования 12 мес | vsk 44900 RUB te=12m
ВСК 44900 период 12 месяцев | vsk 44900 RUB te=12m
ВСК 44900 на 1 год | vsk 44900 RUB te=12m
ВСК 44900 на 2 года | vsk 44900 RUB te=24m
ВСК 44900 полис на полгода | vsk 44900 RUB te=6m
ВСК 8900 на 3 мес | vsk 8900 RUB te=3m
ВСК 8900 3 месяца | vsk 8900 RUB te=3m
ВСК 1500 15 дней | vsk 1500 RUB te=15d
ВСК 1500 на 2 недели | vsk 1500 RUB te=14d
ВСК 44900 с 01.03.2026 по 28.02.2027 | vsk 44900 RUB
ВСК 44900 с 15 марта фр 30 | vsk 44900 RUB fr=30000 RUB
ВСК 44900 Камри 2021 г.в. фр 30 | vsk 44900 RUB fr=30000 RUB
ВСК 44900 Камри 2021 фр 30 | vsk 44900 RUB fr=30000 RUB
ВСК Камри 44900 фр 30 | vsk 44900 RUB fr=30000 RUB
ВСК Toyota Camry 44900 фр 30 | vsk 44900 RUB fr=30000 RUB
ВСК А123ВС77 44900 фр 30 | vsk 44900 RUB fr=30000 RUB
ВСК 44900 фр 15 со второго случая | vsk 44900 RUB fr=15000 RUB
ВСК 44900 фр 15 безусловная кв 18 | vsk 44900 RUB fr=15000 RUB kv=18
ВСК 44900 безусловная франшиза 15000 | vsk 44900 RUB fr=15000 RUB
ВСК 44900 франшиза безусл. 15 т.р. | vsk 44900 RUB fr=15000 RUB
ВСК 44900 с франшизой 15 | vsk 44900 RUB fr=15000 RUB
ВСК 44900 с фр 15 | vsk 44900 RUB fr=15000 RUB
ВСК с франшизой 15 т.р. — 44 900 | vsk 44900 RUB fr=15000 RUB
ВСК без франшизы 65 000, КВ 18 | vsk 65000 RUB fr=none kv=18
ВСК б.ф. 65000 | vsk 65000 RUB fr=none
ВСК бф 65000 | vsk 65000 RUB fr=none
ВСК б/фр 65000 | vsk 65000 RUB fr=none
ВСК без фр-зы 65000 | vsk 65000 RUB fr=none
ВСК бесфраншизная 65000 | vsk 65000 RUB fr=none
ВСК франшизы нет 65000 | vsk 65000 RUB fr=none
ВСК 65000 франшиза отсутствует | vsk 65000 RUB fr=none
ВСК 65000 фр-нет | vsk 65000 RUB fr=none
ВСК 65000 фр: нет | vsk 65000 RUB fr=none
ВСК 65000 ф 15 | vsk 65000 RUB fr=15000 RUB
ВСК 65000 франшиза ноль | vsk 65000 RUB fr=none
ВСК 65000 0 фр | vsk 65000 RUB fr=none
ВСК 65000 фр 0% | vsk 65000 RUB fr=none
ВСК 65000 фр 0 руб | vsk 65000 RUB fr=none
ВСК 65000, 22% КВ, 15000 фр | vsk 65000 RUB fr=15000 RUB kv=22
ВСК 65000, 15 000 франшиза, 22 кв | vsk 65000 RUB fr=15000 RUB kv=22
ВСК 65000 15 фр 22 кв | vsk 65000 RUB fr=15000 RUB kv=22
ВСК 65000 15к фр 22% кв | vsk 65000 RUB fr=15000 RUB kv=22
65000 ВСК | vsk 65000 RUB
65 000 — ВСК (фр 15) | vsk 65000 RUB fr=15000 RUB
КВ 22% ВСК 65000 | vsk 65000 RUB kv=22
фр15 ВСК 65000 кв 22 | vsk 65000 RUB fr=15000 RUB kv=22
КАСКО ВСК 65000 | vsk 65000 RUB
ВСК каско 65000 фр 15 | vsk 65000 RUB fr=15000 RUB
ВСК осаго 8900 | vsk 8900 RUB
ВСК 65000 комсы 22% | vsk 65000 RUB kv=22
ВСК 65000 наша комиссия 22% | vsk 65000 RUB kv=22
ВСК 65000 комиссия 22 % без НДС | vsk 65000 RUB kv=22
ВСК 65000 кв=22 | vsk 65000 RUB kv=22
ВСК 65000 кв:22,5 | vsk 65000 RUB kv=22.5
ВСК 65000 кв 22.5 % | vsk 65000 RUB kv=22.5
ВСК 65000 кв22,5фр15 | vsk 65000 RUB fr=15000 RUB kv=22.5
ВСК 65000 к.в.22 | vsk 65000 RUB kv=22
ВСК 65000 а/в 22% | vsk 65000 RUB kv=22
ВСК 65000 av 22 | vsk 65000 RUB kv=22
ВСК 65000 kv 22 fr 15 | vsk 65000 RUB fr=15000 RUB kv=22
vsk 65000 fr 15 kv 22 | vsk 65000 RUB fr=15000 RUB kv=22
BCK 65000 фр 15 | vsk 65000 RUB fr=15000 RUB
DCR 65000 ah 15 | vsk 65000 RUB fr=15000 RUB
ptnnf 37000 rd 25 | zetta 37000 RUB kv=25
f,cjk.n 41000 rd 20 | absolut 41000 RUB kv=20
Ингос вышел 48200, фр 15, кв наш 22 | ingos 48200 RUB fr=15000 RUB kv=22
По Ингосу 48 200, фр 15 | ingos 48200 RUB fr=15000 RUB
В РЕСО 45 100 без франшизы | reso 45100 RUB fr=none
У Альфы 52 300 | alfa 52300 RUB
От ВСК 44 900 кв 18 | vsk 44900 RUB kv=18
Согаза 61 200 | sogaz 61200 RUB
Ингоссстрах 48200 | ingos 48200 RUB
Лучший вариант Ингос 48200 фр 15 | ingos 48200 RUB fr=15000 RUB
Добрый день! Ингос 48200 фр 15 кв 22 | ingos 48200 RUB fr=15000 RUB kv=22
Добрый день, коллеги! Расчеты: ⏎  ⏎ Ингосстрах - 48 200, фр.15, КВ 22% ⏎ РЕСО - 45 100, фр.15, КВ 20% ⏎ Согаз - отказ ⏎  ⏎ Жду решения | ingos 48200 RUB fr=15000 RUB kv=22 ; reso 45100 RUB fr=15000 RUB kv=20
Расчет по Иванову: ⏎ Ингос 48200 ⏎ РЕСО 45100 ⏎ Альфа 52300 ⏎ все с фр 15, КВ 22 | ingos 48200 RUB fr=15000 RUB kv=22 ; reso 45100 RUB fr=15000 RUB kv=22 ; alfa 52300 RUB fr=15000 RUB kv=22
Ингос 48200 фр 15 ⏎ РЕСО 45100 фр 15 ⏎  ⏎ СС везде 1 850 000 | ingos 48200 RUB fr=15000 RUB ss=1850000 RUB ; reso 45100 RUB fr=15000 RUB ss=1850000 RUB
Ингос 48200;фр 15;кв 22;рассрочка 2 | ingos 48200 RUB fr=15000 RUB kv=22 in=x2
Ингос: ⏎ 48 200 ⏎ РЕСО: ⏎ 45 100 | ingos 48200 RUB ; reso 45100 RUB
Ингос - 48200 ⏎ фр 15 ⏎ кв 22 ⏎ РЕСО - 45100 ⏎ фр 20 ⏎ кв 20 | ingos 48200 RUB fr=15000 RUB kv=22 ; reso 45100 RUB fr=20000 RUB kv=20
Варианты: ⏎ 1️⃣ Ингос 48200 фр 15 ⏎ 2️⃣ РЕСО 45100 фр 20 ⏎ 3️⃣ ВСК 44900 б/ф | ingos 48200 RUB fr=15000 RUB ; reso 45100 RUB fr=20000 RUB ; vsk 44900 RUB fr=none
• Ингос — 48 200 ₽ ⏎ • РЕСО — 45 100 ₽ ⏎ • ВСК — 44 900 ₽ | ingos 48200 RUB ; reso 45100 RUB ; vsk 44900 RUB
👉Ингос 48200🔥 ⏎ 👉РЕСО 45100 | ingos 48200 RUB ; reso 45100 RUB
*Ингосстрах*: 48 200 ⏎ *РЕСО*: 45 100 | ingos 48200 RUB ; reso 45100 RUB
Вариант 1: Ингос 48200 фр 15 ⏎ Вариант 2: РЕСО 45100 фр 20 | ingos 48200 RUB fr=15000 RUB ; reso 45100 RUB fr=20000 RUB
1. Ингос 48200 фр 15 ⏎ КВ 22 ⏎ 2. РЕСО 45100 фр 20 ⏎ КВ 20 | ingos 48200 RUB fr=15000 RUB kv=22 ; reso 45100 RUB fr=20000 RUB kv=20
КАСКО, СС 1.85 млн, рассрочка 2 ⏎ Ингос 48200 фр15 ⏎ РЕСО 45100 б/ф рассрочка 4 | ingos 48200 RUB fr=15000 RUB ss=1850000 RUB in=x2 ; reso 45100 RUB fr=none ss=1850000 RUB in=x4
Без франшизы: Ингос 65000, РЕСО 61000 | ingos 65000 RUB fr=none ; reso 61000 RUB fr=none
Без франшизы: ⏎ Ингос 65000 ⏎ РЕСО 61000 ⏎ Франшиза 15: ⏎ Ингос 48200 ⏎ РЕСО 45100 | ingos 65000 RUB fr=none ; reso 61000 RUB fr=none ; ingos 48200 RUB fr=15000 RUB ; reso 45100 RUB fr=15000 RUB
Ингос 65000 без фр, 48200 с фр 15 | ingos 65000 RUB fr=none ; ingos 48200 RUB fr=15000 RUB
Ингос 48200 фр 15; 65000 б/ф | ingos 48200 RUB fr=15000 RUB ; ingos 65000 RUB fr=none
Ингос 48200 единовременно, 50100 в рассрочку 2 | ingos 48200 RUB in=x1 ; ingos 50100 RUB in=x2
Ингос 48200 и РЕСО 45100 | ingos 48200 RUB ; reso 45100 RUB
Ингос 48200 и РЕСО 45100, КВ у обоих 22 | ingos 48200 RUB kv=22 ; reso 45100 RUB kv=22
Ингос, РЕСО отказали, ВСК 44900 | vsk 44900 RUB
РЕСО - отказ, Ингос - 48200 | ingos 48200 RUB
Ингос 48200, РЕСО считает | ingos 48200 RUB
fkmaf cnhf[jdfybt 48200 | alfa 48200 RUB
Ингос 48 200р (рассрочка 2пл по 24 100) | ingos 48200 RUB in=x2
Ингос: премия 48 200, фр 15 000, кв 22, ст-ть авто 1 850 000 | ingos 48200 RUB fr=15000 RUB kv=22 ss=1850000 RUB
Ингос 48200 с/с 1850000 фр15 | ingos 48200 RUB fr=15000 RUB ss=1850000 RUB
Ингос 48200 стр.сумма 1,85 млн | ingos 48200 RUB ss=1850000 RUB
Ингос 48200 страх. сумма 1.85 млн р | ingos 48200 RUB ss=1850000 RUB
Ингос 48200 сумма страхования 1.85 млн | ingos 48200 RUB ss=1850000 RUB
Ингос 48200 лимит 400 тыс кв 10 | ingos 48200 RUB kv=10 ss=400000 RUB
Ингос 48200 СС 1.85м фр 15 | ingos 48200 RUB fr=15000 RUB ss=1850000 RUB
Ингос 48200 СС 1850к фр 15 | ingos 48200 RUB fr=15000 RUB ss=1850000 RUB
Ингос 48200 СС 1850 тыс | ingos 48200 RUB ss=1850000 RUB
Ингос 48200 СС 1 млн 850 тыс | ingos 48200 RUB ss=1850000 RUB
Ингос 48200 СС=1850000 р. | ingos 48200 RUB ss=1850000 RUB
Ингос 48200 СС 1.850.000 | ingos 48200 RUB ss=1850000 RUB
Ингос 48200 СС - 1 850 000 руб, 12 мес, фр. 15 т.р., КВ 22% | ingos 48200 RUB fr=15000 RUB kv=22 ss=1850000 RUB te=12m
Ингос 48200 каско фр 15 кв 22 | ingos 48200 RUB fr=15000 RUB kv=22
Ингос 48200 КАСКО+ОСАГО | ingos 48200 RUB
Ингос 48.2 тыс | ingos 48200 RUB
Ингос 48,2 т | ingos 48200 RUB
Ингос 48,25к | ingos 48250 RUB
Ингос 148к | ingos 148000 RUB
Ингос 1.2 млн | ingos 1200000 RUB
Ингос 48200 рублей | ingos 48200 RUB
Ингос 48200 RUB | ingos 48200 RUB
Ингос 48200 rub deductible 15000 commission 22% | ingos 48200 RUB fr=15000 RUB kv=22
Ingos 48200, ded 15k, comm 22 | ingos 48200 RUB fr=15000 RUB kv=22
Ingosstrakh 48 200 RUB, no deductible, 2 instalments, 12 months | ingos 48200 RUB fr=none in=x2 te=12m
RESO 45,100 without deductible comm 20% | reso 45100 RUB fr=none kv=20
Alfa 52.3k excess 20k comm 25%, annual | alfa 52300 RUB fr=20000 RUB kv=25 te=12m
VSK: 44,900 rub; deductible 30,000; commission 18% | vsk 44900 RUB fr=30000 RUB kv=18
sogaz 61200 sum insured 1.85 mln ded 15k | sogaz 61200 RUB fr=15000 RUB ss=1850000 RUB
rgs 39800 lump sum comm 22 | rgs 39800 RUB kv=22 in=x1
Tinkoff 47,500 monthly, comm 20 | tbank 47500 RUB kv=20 in=x12
Renaissance 55300 quarterly | renessans 55300 RUB in=x4
Zetta 37000 6m comm 25 | zetta 37000 RUB kv=25 te=6m
Zetta 37000 1y comm 25 | zetta 37000 RUB kv=25 te=12m
Zetta 37000 50/50 comm 25 | zetta 37000 RUB kv=25 in=x2(50/50)
Yugoria 36500 in 2 payments | yugoria 36500 RUB in=x2
Ингос 48200 фр 15 КВ 22 (скидка 5% учтена) | ingos 48200 RUB fr=15000 RUB kv=22
Ингос 48200 со скидкой | ingos 48200 RUB
Ингос 48200 со скидкой 10% | ingos 48200 RUB
Ингос 48200 (с НС 1500) | ingos 48200 RUB
Ингос 48200 НС 1500 кв 20 | ingos 48200 RUB kv=20
Ингос 48200 + НС, кв 20 | ingos 48200 RUB kv=20
Ингос 48200/год | ingos 48200 RUB
РЕСО 45100 кв 20% на счет | reso 45100 RUB kv=20
РЕСО 45100 КВ 20 % рассрочка на 2 платежа 50 на 50 | reso 45100 RUB kv=20 in=x2(50/50)
РЕСО 45100 рассрочка 50%+50% | reso 45100 RUB in=x2(50/50)
РЕСО 45100 рассрочка 50/25/25 | reso 45100 RUB in=x3(50/25/25)
РЕСО 45100 40/30/30 кв 20 | reso 45100 RUB kv=20 in=x3(40/30/30)
РЕСО 45100 рассрочка 2 платежа по 50% | reso 45100 RUB in=x2
РЕСО 45100 оплата 2 частями | reso 45100 RUB in=x2
РЕСО 45100 в два этапа | reso 45100 RUB in=x2
РЕСО 45100 четыре платежа | reso 45100 RUB in=x4
РЕСО 45100 рассрочка на два платежа | reso 45100 RUB in=x2
РЕСО 45100 рассрочка: 2 | reso 45100 RUB in=x2
РЕСО 45100 рассрочка есть на 2 | reso 45100 RUB in=x2
РЕСО 45100 рассрочки нет | reso 45100 RUB in=x1
РЕСО 45100 нет рассрочки | reso 45100 RUB in=x1
РЕСО 45100 единов. | reso 45100 RUB in=x1
РЕСО 45100 единая оплата | reso 45100 RUB in=x1
РЕСО 45100 оплата единовременная | reso 45100 RUB in=x1
РЕСО 45100 годовая | reso 45100 RUB te=12m
РЕСО 45100 1г | reso 45100 RUB te=12m
РЕСО 45100 12м | reso 45100 RUB te=12m
РЕСО 45100 6 м фр 15 | reso 45100 RUB fr=15000 RUB te=6m
РЕСО 45100 12месяцев | reso 45100 RUB te=12m
РЕСО 45100 11 мес | reso 45100 RUB te=11m
РЕСО 45100 365 дней | reso 45100 RUB te=365d
РЕСО 45100 18 мес | reso 45100 RUB te=18m
РЕСО 45100 полгода фр 15 | reso 45100 RUB fr=15000 RUB te=6m
РЕСО 45100 на пол года | reso 45100 RUB te=6m
РЕСО 45100 пол-года | reso 45100 RUB te=6m
РЕСО 45100 3 года кредит | reso 45100 RUB
РЕСО 45100 действует до 15.03 | reso 45100 RUB
РЕСО 45100 расчет от 15.03 | reso 45100 RUB
РЕСО 45100 от 15 марта фр 15 | reso 45100 RUB fr=15000 RUB
РЕСО 45100 стаж 5 лет фр 15 | reso 45100 RUB fr=15000 RUB
РЕСО 45100 водители 30 лет стаж 10 | reso 45100 RUB
РЕСО 45100 возраст 25 фр 15 | reso 45100 RUB fr=15000 RUB
РЕСО 45100 2 водителя | reso 45100 RUB
РЕСО 45100 мультидрайв | reso 45100 RUB
РЕСО 45100 КБМ 0.46 | reso 45100 RUB
РЕСО дороже, 51000 | reso 51000 RUB
Ингос 2% фр - 48200 - КВ 22 | ingos 48200 RUB fr=2% kv=22
Ингос 48200 фр - 15 | ingos 48200 RUB fr=15000 RUB
Ингос 48200 фр - 15 000 | ingos 48200 RUB fr=15000 RUB
Ингос КВ - 22 фр - 15 премия - 48200 | ingos 48200 RUB fr=15000 RUB kv=22
Ингос 48200 без фр 60/40 | ingos 48200 RUB fr=none in=x2(60/40)
Ингос 48200 20% комис нулевая франшиза | ingos 48200 RUB fr=none kv=20
Ингос 48200 кв-10% / 60/40 / фр 1% | ingos 48200 RUB fr=1% kv=10 in=x2(60/40)
Ингос 48200 рассрочка 2, 12 мес | ingos 48200 RUB in=x2 te=12m
Ингос 48200 поквартально 22% кв | ingos 48200 RUB kv=22 in=x4
""")

UA = rows("""
УНІКА 25400 без франшизи до 5.12 | unika 25400 UAH fr=none
Уніка 25 400 франшиза 0,5% КВ 20 | unika 25400 UAH fr=0.5% kv=20
УНІКА 25400 грн, фр 1%, комісія 22% | unika 25400 UAH fr=1% kv=22
ARX 24 100 без франшизи кв 25% | arx 24100 UAH fr=none kv=25
АРКС - 24100 грн б/ф КВ 25, розстрочка 2 | arx 24100 UAH fr=none kv=25 in=x2
ІНГО 26 500, франшиза 0.5 %, комісія 20 %, оплата щоквартально | ingo_ua 26500 UAH fr=0.5% kv=20 in=x4
Інго 26500 фр 1% 12 міс | ingo_ua 26500 UAH fr=1% te=12m
Инго 26500 фр 1% | ingo_ua 26500 UAH fr=1%
ПЗУ 23 900 фр 5000 грн кв 18 | pzu_ua 23900 UAH fr=5000 UAH kv=18
PZU 23.900 грн, фр 5 000, на рік | pzu_ua 23900 UAH fr=5000 UAH te=12m
ТАС 21 000 безфраншизна кв 30 | tas 21000 UAH fr=none kv=30
СГ «ТАС» 21 000 кв 30% | tas 21000 UAH kv=30
СГ ТАС — 21000 грн, франшиза відсутня | tas 21000 UAH fr=none
Універсальна 22 800 фр 0,5% розстрочка 4 платежі | universalna 22800 UAH fr=0.5% in=x4
Княжа 20 500 фр 1% кв 25 одноразово | kniazha 20500 UAH fr=1% kv=25 in=x1
Княжа VIG 20500 фр 0 | kniazha 20500 UAH fr=none
Оранта 19 900 фр 2% кв 20 щомісяця 12 | oranta 19900 UAH fr=2% kv=20 in=x12
НАСК Оранта 19900 | oranta 19900 UAH
ВУСО 18 700 фр 0,5% кв 28 річний | vuso 18700 UAH fr=0.5% kv=28 te=12m
Українська страхова група 22 300 фр 1% кв 20 | usg 22300 UAH fr=1% kv=20
УСГ 22300 грн фр.1% кв.20% | usg 22300 UAH fr=1% kv=20
Альфа-Гарант 17 600 фр 1000 кв 30 | alfa_garant 17600 UAH fr=1000 UAH kv=30
Альфа гарант 17600 грн, автоцивілка, кв 15 | alfa_garant 17600 UAH kv=15
ОСЦПВ ТАС 2850 кв 10 | tas 2850 UAH kv=10
осцпв: оранта 2 850, тас 2 790, вусо 2 910 грн | oranta 2850 UAH ; tas 2790 UAH ; vuso 2910 UAH
Уніка 850 грн кв 10 | unika 850 UAH kv=10
Уніка 25400 фр 15к | unika 25400 UAH fr=15000 UAH
Уніка 25 тис 400 грн фр 1% | unika 25400 UAH fr=1%
Уніка 25,4 тис. фр 1% кв 22 в 2 платежі 50/50 | unika 25400 UAH fr=1% kv=22 in=x2(50/50)
Аркс: 24100; інго: 26500 | arx 24100 UAH ; ingo_ua 26500 UAH
Усім привіт, по КАСКО: ⏎ Уніка 25400 фр 0,5% ⏎ АРКС 24100 фр 0,5% ⏎ КВ у всіх 22% | unika 25400 UAH fr=0.5% kv=22 ; arx 24100 UAH fr=0.5% kv=22
Уніка 25400, франшиза 0,5%, викрадення 5%, кв 20 | unika 25400 UAH fr=0.5% kv=20
юніка 25400 страхова сума 850 000 фр 0.5% кв 20 | unika 25400 UAH fr=0.5% kv=20 ss=850000 UAH
Уніка 25400 СС 850к фр 1% рік | unika 25400 UAH fr=1% ss=850000 UAH te=12m
Уніка 600 $ фр 1% | unika 600 USD fr=1%
Уніка 25400 піврічний, півроку | unika 25400 UAH te=6m
Уніка 25400 грн на 6 місяців | unika 25400 UAH te=6m
УНИКА 25400 грн. фр. 1%, агентська винагорода 20% | unika 25400 UAH fr=1% kv=20
Unika 25400 uah deductible 1% commission 20% | unika 25400 UAH fr=1% kv=20
UNIQA 25,400 UAH, deductible 1%, comm 20, 2 payments | unika 25400 UAH fr=1% kv=20 in=x2
TAS 21000 no deductible comm 30% annual | tas 21000 UAH fr=none kv=30 te=12m
ARX 24100 excess 5000, SI 850k, 12 months | arx 24100 UAH fr=5000 UAH ss=850000 UAH te=12m
PZU 23900 ded 0.5% com 18 lump sum | pzu_ua 23900 UAH fr=0.5% kv=18 in=x1
Зелена картка ТАС 3 200 грн 15 днів | tas 3200 UAH te=15d
УСГ 22300 фр 1% 20% | usg 22300 UAH fr=1% kv=20
Уніка — 25 400 грн, франшиза 0,5%, КВ 20% | unika 25400 UAH fr=0.5% kv=20
уника 25400 фр0.5% кв20 | unika 25400 UAH fr=0.5% kv=20
УНІКА 25.400 грн фр. 0,5 % к.в. 20 % | unika 25400 UAH fr=0.5% kv=20
Унiка 25400 без франшизи | unika 25400 UAH fr=none
Юніка 25,4к фр 1% | unika 25400 UAH fr=1%
UNIQA 25400 фр 1% кв 20 розстрочка 2 платежі | unika 25400 UAH fr=1% kv=20 in=x2
Уніка 25400 оплата частинами 4 | unika 25400 UAH in=x4
Уніка 25400 двома платежами | unika 25400 UAH in=x2
Уніка 25400 чотири платежі | unika 25400 UAH in=x4
Уніка 25400 в 4 платежі, 12 місяців | unika 25400 UAH in=x4 te=12m
Уніка 25400 щокварталу | unika 25400 UAH in=x4
Уніка 25400 раз на квартал | unika 25400 UAH in=x4
Уніка 25400 раз на півроку | unika 25400 UAH in=x2
Уніка 25400 помісячно | unika 25400 UAH in=x12
Уніка 25400 одним платежем | unika 25400 UAH in=x1
Уніка 25400 однією оплатою | unika 25400 UAH in=x1
Уніка 25400 60/40 | unika 25400 UAH in=x2(60/40)
Уніка 25400 50 на 50 | unika 25400 UAH in=x2(50/50)
Уніка 25400 на 1 рік | unika 25400 UAH te=12m
Уніка 25400 на рік | unika 25400 UAH te=12m
Уніка 25400 річний поліс | unika 25400 UAH te=12m
Уніка 25400 на півроку | unika 25400 UAH te=6m
Уніка 25400 строк 12 міс | unika 25400 UAH te=12m
Уніка 25400 термін 12 місяців | unika 25400 UAH te=12m
Уніка 1200 на 15 днів | unika 1200 UAH te=15d
Уніка 25400 франшиза нульова | unika 25400 UAH fr=none
Уніка 25400 нульова франшиза | unika 25400 UAH fr=none
Уніка 25400 франшиза 0 | unika 25400 UAH fr=none
Уніка 25400 фр 0% | unika 25400 UAH fr=none
Уніка 25400 франшиза відсутня | unika 25400 UAH fr=none
Уніка 25400 бф | unika 25400 UAH fr=none
Уніка 25400 франшиза 2500 грн | unika 25400 UAH fr=2500 UAH
Уніка 25400 франшиза 2 500 | unika 25400 UAH fr=2500 UAH
Уніка 25400 фр 2,5 тис | unika 25400 UAH fr=2500 UAH
Уніка 25400 фр 2% | unika 25400 UAH fr=2%
Уніка 25400 фр 0,5 % кв 20 СС 850 000 грн | unika 25400 UAH fr=0.5% kv=20 ss=850000 UAH
Уніка 25400 страх сума 850 тис | unika 25400 UAH ss=850000 UAH
Уніка 25400 ринкова вартість авто 850 000 | unika 25400 UAH ss=850000 UAH
Уніка 25400 комісія 20 | unika 25400 UAH kv=20
Уніка 25400 комісійні 20% | unika 25400 UAH kv=20
Уніка 25400 АВ 20 | unika 25400 UAH kv=20
Уніка 25400 20% | unika 25400 UAH kv=20
АРКС КАСКО 24100 фр 1% | arx 24100 UAH fr=1%
АРКС «Стандарт» 24100 фр 1% | arx 24100 UAH fr=1% pr=Стандарт
АРКС Лайт 24 100 грн фр 5% | arx 24100 UAH fr=5% pr=лайт
АРКС програма Оптимум 24100 | arx 24100 UAH pr=оптимум
АРХ 24100 фр 1% | arx 24100 UAH fr=1%
arx 24100 | arx 24100 UAH
ARX: 24 100 грн / 1% / КВ 25% | arx 24100 UAH fr=1% kv=25
ІНГО — 26500 грн | ingo_ua 26500 UAH
СК "ІНГО" 26 500 грн франшиза 1% комісія 20% | ingo_ua 26500 UAH fr=1% kv=20
инго украина 26500 | ingo_ua 26500 UAH
INGO 26500 фр 1% | ingo_ua 26500 UAH fr=1%
Ингосстрах 26500 фр 1% | ingos 26500 UAH fr=1%
ТАС 21тис фр 1% кв30 | tas 21000 UAH fr=1% kv=30
СГ ТАС: 21 000 грн; франшиза: 1%; КВ: 30% | tas 21000 UAH fr=1% kv=30
тас - 21000, вусо - 18700, княжа - 20500 | tas 21000 UAH ; vuso 18700 UAH ; kniazha 20500 UAH
ТАС 2850 грн ОСЦПВ, кв 10% | tas 2850 UAH kv=10
автоцивілка Оранта 2 850 грн | oranta 2850 UAH
Оранта 19 900 грн. КВ 20 %. Франшиза 2 %. | oranta 19900 UAH fr=2% kv=20
Універсальна 22800 фр 0.5% | universalna 22800 UAH fr=0.5%
Универсальная 22800 фр 0,5% | universalna 22800 UAH fr=0.5%
Княжа ВІГ 20500 фр 1% кв 25 | kniazha 20500 UAH fr=1% kv=25
ПЗУ Україна 23 900, фр 1%, кв 18 | pzu_ua 23900 UAH fr=1% kv=18
PZU Ukraine 23900 | pzu_ua 23900 UAH
ВУСО 18 700 грн, 0,5%, КВ 28% | vuso 18700 UAH fr=0.5% kv=28
Укр страхова група 22300 фр 1% | usg 22300 UAH fr=1%
УСГ 22 300 фр 1% кв 20 | usg 22300 UAH fr=1% kv=20
USG 22300 | usg 22300 UAH
Альфа-Гарант: 17 600 (фр 1%, КВ 30%) | alfa_garant 17600 UAH fr=1% kv=30
альфагарант 17600 | alfa_garant 17600 UAH
Альфа 17600 фр 1% | alfa_garant 17600 UAH fr=1%
Доброго дня! Прорахунки: ⏎ 1. Уніка - 25 400 грн (фр 0,5%) ⏎ 2. АРКС - 24 100 грн (фр 0,5%) ⏎ 3. ІНГО - відмова ⏎ КВ 22% по всіх | unika 25400 UAH fr=0.5% kv=22 ; arx 24100 UAH fr=0.5% kv=22
Привіт! Уніка 25400 фр 1%, АРКС 24100 фр 1% | unika 25400 UAH fr=1% ; arx 24100 UAH fr=1%
КАСКО BMW X5, СС 1,2 млн, фр 1%: ⏎ Уніка 45 400 ⏎ АРКС 44 100 | unika 45400 UAH fr=1% ss=1200000 UAH ; arx 44100 UAH fr=1% ss=1200000 UAH
Уніка: ⏎ фр 0% - 35400 ⏎ фр 0,5% - 28400 ⏎ фр 1% - 25400 | unika 35400 UAH fr=none ; unika 28400 UAH fr=0.5% ; unika 25400 UAH fr=1%
Уніка 35400 без фр, 25400 фр 1% | unika 35400 UAH fr=none ; unika 25400 UAH fr=1%
Уніка 600 євро фр 1% | unika 600 EUR fr=1%
Уніка 25 400,50 грн | unika 25400.5 UAH
Уніка 25 400 грн 50 коп | unika 25400.5 UAH
eysrf 25400 ah 1% | unika 25400 UAH fr=1%
""")

ASKED_RU = rows("""
альфа 48.5к фр1% кв150 | alfa 48500 RUB fr=1% kv=?percent-too-high
Ингос кв 150 48.5к | ingos 48500 RUB kv=?percent-too-high
РЕСО дороже на 2000 | reso ?difference
Ингос на 2 тысячи дешевле | ingos ?difference
Ингос дешевле на 3000 чем было | ingos ?difference
Согаз 2000 more than last year | sogaz ?difference
Согаз 2000 дороже чем в прошлом году | sogaz ?difference
Согаз 2000 дорожче ніж торік | sogaz ?difference
ВСК $2000 cheaper than before | vsk ?difference
РЕСО +2000 к прошлому | reso ?difference
Ингос: +3000 к премии | ingos ?difference
РЕСО 1e12 | reso ?broken-number
РЕСО 48е3 фр15 | reso ?broken-number fr=15000 RUB
Ингос 48200 фр 1e4 кв 20 | ingos 48200 RUB fr=?broken-number kv=20
Ингос 48200 кв 2e1 | ingos 48200 RUB kv=?broken-number
Ингос 48200 фр 48200 | ingos ?two-amounts fr=?two-amounts
Ингос 48200 фр 60к КВ 20 | ingos ?two-amounts fr=?two-amounts kv=20
фр 50000: ⏎ Ингос 48200 | ingos ?two-amounts fr=?two-amounts
Ингос 48200 у всех фр 50000 | ingos ?two-amounts fr=?two-amounts
Ингос 48200 до 5.12к | ingos ?two-amounts
Ингос 48200 фр до 5.5 | ingos 48200 RUB fr=?bound
Альфа 46900 фр 60/40 КВ22 | alfa 46900 RUB fr=?deductible-unit kv=22 in=x2(60/40)
Ингос 480 фр 15 | ingos ?premium-unit fr=15000 RUB
Ингос 48-50к | ingos ?range
Гелиос 45000 фр 15 кв 20 | ?insurer-unknown 45000 RUB fr=15000 RUB kv=20
Ингос сорок восемь тысяч | ingos ?words
Ингос 48200 кв 120 | ingos 48200 RUB kv=?percent-too-high
Ингос 48200 кв 20-25% | ingos 48200 RUB kv=?range
Ингос 0 | ingos ?zero
Ингос -48200 | ingos ?negative
Ингос 48200 $ 500 € | ingos ?two-amounts
Ингос 2 платежа по 24100 | ingos ?each in=x2
Ингос и РЕСО по 48200 | ?two-insurers ?each
Ингос/РЕСО 48200 | ?two-insurers 48200 RUB
Ингос 48200 0.5% | ingos 48200 RUB fr=?which-percent kv=?which-percent
Ингос 48200 15 22 | ingos ?two-amounts
Росгосстрах КАСКО 50/50 22 000 кв 20 | rgs 22000 RUB kv=20 in=?split-or-programme
Тинь 47500 15 кв 20 | tbank ?two-amounts kv=20
Ингос 48200 кв двадцать | ingos 48200 RUB kv=?words
Ингос 48200 франшиза от 15 | ingos 48200 RUB fr=?bound
Ингос 48200 фр 15 или 30 | ingos 48200 RUB fr=?two-amounts
Ингос 48200 фр 15/30 | ingos 48200 RUB fr=?two-amounts
Ингос 48200 фр 15-30 | ingos 48200 RUB fr=?range
Ингос 48200 фр 100 | ingos 48200 RUB fr=?deductible-unit
Ингос 48200 фр 500 | ingos 48200 RUB fr=?deductible-unit
Ингос 48200 фр 3 | ingos 48200 RUB fr=?deductible-unit
Ингос 48200 фр 1.5 | ingos 48200 RUB fr=?deductible-unit
Ингос 48200 фр двадцать | ingos 48200 RUB fr=?words
Ингос около 48000 | ingos ?approximate
Ингос ~48000 | ingos ?approximate
Ингос 48000+ | ingos ?bound
Ингос до 50000 | ingos ?bound
Ингос 45-50 тыс | ingos ?range
Ингос 45000-50000 | ingos ?range
Ингос 45000 - 50000 | ingos ?two-amounts
Ингос 45000+3200 | ingos ?sum
Ингос 45000 + 3200 НС | ingos ?sum
Ингос 48200 + НС 1500 | ingos ?two-amounts
Ингос 48200 (+НС 1500 р), КВ 20 | ingos ?two-amounts kv=20
Ингос 48200 фр 15 + НС 1500 кв 20 | ingos ?two-amounts fr=15000 RUB kv=20
Ингос 48200 НС +1500 | ingos ?two-amounts
Ингос 48200 + GAP 5000 | ingos ?two-amounts
Ингос 4100 в месяц | ingos ?each
Ингос 4100/мес фр 15 | ingos ?each fr=15000 RUB
Ингос 4100 руб. в мес. | ingos ?each
Ингос 12000 в квартал | ingos ?each
Ingos 4100 per month | ingos ?each
Ингос 24100*2 | ingos ?sum
Ингос 2х24100 | ingos ?sum
Ингос 24100х2 | ingos ?sum
Ингос 48 20 | ingos ?two-amounts
Ингос 4 8200 | ingos ?two-amounts
Ингос 48200 000 | ingos ?two-amounts
Ингос 48.20.0 | ingos ?broken-number
Ингос 48.2 | ingos ?premium-unit
Ингос 48,2 | ingos ?premium-unit
Ингос 48 | ingos ?premium-unit
Ингос 48 фр 15 кв 22 | ingos ?premium-unit fr=15000 RUB kv=22
Ингос минус 48200 | ingos ?negative
Ингос 48200 тенге | ingos ?other-currency
Ингос 48200 руб или 500 евро | ingos ?two-amounts
Ингос 48200 кв 2200 руб | ingos 48200 RUB kv=?commission-not-percent
Ингос 48200 кв 22+3 | ingos 48200 RUB kv=?sum
Ингос 48200 кв 15% + 5% | ingos 48200 RUB kv=?sum
Ингос 48200 кв до 25% | ingos 48200 RUB kv=?bound
Ингос 48200 кв 20/22 | ingos 48200 RUB kv=?two-amounts
Ингос 48200 кв -5 | ingos 48200 RUB kv=?negative
Ингос 48200 рассрочка | ingos 48200 RUB in=?instalments-count
Ингос 48200 рассрочка возможна | ingos 48200 RUB in=?instalments-count
Ингос 48200 рассрочка 3 мес | ingos 48200 RUB in=?instalments-count
Ингос 48200 рассрочка на 3 месяца | ingos 48200 RUB in=?instalments-count
Ингос 48200 рассрочка 2 или 4 | ingos 48200 RUB in=?choice
Ингос 48200 50/40 | ingos 48200 RUB in=?shares-sum
Ингос 48200 70/40 | ingos 48200 RUB in=?shares-sum
Ингос 48200 СС 1.85 | ingos 48200 RUB ss=?sum-unit
Ингос 48200 СС 1850 | ingos 48200 RUB ss=?sum-unit
Ингос 48200 срок 12 | ingos 48200 RUB te=?term-unclear
Ингос 48200 срок 6-12 мес | ingos 48200 RUB te=?choice
Ингос 48200 первый взнос 24100 | ingos ?two-amounts
Ингос первый взнос 24100 | ingos ?part-of-premium
Альфа или Ингос 48200 | ?two-insurers 48200 RUB
ВСК 44900 фр со 2 случая | vsk 44900 RUB fr=?deductible-unit
ВСК - 65000 - 15 - 22 | vsk ?two-amounts
Ингос 48200 ⏎ РЕСО 45100 ⏎ КВ 22 | ingos 48200 RUB kv=?for-which-offer ; reso 45100 RUB kv=?for-which-offer
Гелиос 45000 | ?insurer-unknown 45000 RUB
Согласие 45 000 фр 15 кв 20 | ?insurer-unknown 45000 RUB fr=15000 RUB kv=20
СК Согласие - 45 000 | ?insurer-unknown 45000 RUB
Гайде 7 900 кв 10 | ?insurer-unknown 7900 RUB kv=10
Астро-Волга 6 500 р кв 15 | ?insurer-unknown 6500 RUB kv=15
Сбер 45000 фр 15 | ?insurer-unknown 45000 RUB fr=15000 RUB
Сберстрахование 45000 кв 20 | ?insurer-unknown 45000 RUB kv=20
Ингос 48200 ⏎ Гелиос 45000 ⏎ Асков 44000 | ingos 48200 RUB ; ?insurer-unknown 45000 RUB ; ?insurer-unknown 44000 RUB
Ингос 48200, 2 платежа: 28920 и 19280 | ingos ?two-amounts in=x2
Ингос 48200 на сумму 1 850 000 | ingos ?two-amounts
Ингос Каско 48200, осаго 8450 | ingos ?two-amounts
Ингос КАСКО 48200 + ОСАГО 8450 | ingos ?two-amounts
Ингос 48.250к | ingos ?broken-number
Ingos ~48000 | ingos ?approximate
Ingos 45-50k | ingos ?range
Ingos about 48000 | ingos ?approximate
Ingos between 45000 and 50000 | ingos ?two-amounts
Ingos 480 | ingos ?premium-unit
Ингос 50000 со скидкой 45000 | ingos ?two-amounts
Ингос 48200, с учетом скидки 45000 | ingos ?two-amounts
РЕСО 45100 рассрочка до 4 платежей | reso 45100 RUB in=?bound
РЕСО 45100 рассрочка 2/4 | reso 45100 RUB in=?choice
РЕСО 45100 можно в рассрочку | reso 45100 RUB in=?instalments-count
РЕСО 45100 это на 3000 дешевле | reso ?two-amounts
РЕСО вышло дороже на 3000 — 48100 | reso ?two-amounts
Ингос 12000 фр 15000 | ingos ?two-amounts fr=?two-amounts
Ингос 48200 СС 40000 | ingos ?two-amounts ss=?two-amounts
Ингос 15к фр - 123300 | ingos ?two-amounts fr=?two-amounts
""")

ASKED_UA = rows("""
Уніка 850 | unika ?premium-unit
Уніка 25400 фр 15 | unika 25400 UAH fr=?deductible-unit
Уніка 25400 фр 5 | unika 25400 UAH fr=?deductible-unit
Уніка 25400 франшиза 0.5 | unika 25400 UAH fr=?deductible-unit
Уніка 25400 фр 0,5%/5% | unika 25400 UAH fr=?two-amounts
Уніка від 25 000 до 27 000 | unika ?two-amounts
Уніка приблизно 25000 | unika ?approximate
Уніка 25400 СС 850 | unika 25400 UAH ss=?sum-unit
Арсенал 24000 фр 1% кв 25 | ?insurer-unknown 24000 UAH fr=1% kv=25
Брокбізнес 23500 | ?insurer-unknown 23500 UAH
Уніка 25400 500$ | unika ?two-amounts
Уніка 25400 розстрочка | unika 25400 UAH in=?instalments-count
Уніка 25400 фр 2 | unika 25400 UAH fr=?deductible-unit
Уніка 25400 фр 100 | unika 25400 UAH fr=?deductible-unit
Уніка 25400 фр 1%/7% | unika 25400 UAH fr=?two-amounts
Уніка 25400 1% | unika 25400 UAH fr=?which-percent kv=?which-percent
СК ІНГО 26500, фр 0,5 | ingo_ua 26500 UAH fr=?deductible-unit
Українська СГ 22300 фр 1% | ?insurer-unknown 22300 UAH fr=1%
Провідна 20100 фр 1% кв 20 | ?insurer-unknown 20100 UAH fr=1% kv=20
СК Перша 19500 | ?insurer-unknown 19500 UAH
Євроінс 18900 кв 20 | ?insurer-unknown 18900 UAH kv=20
Уніка 25-27 тис | unika ?range
Уніка 25000-27000 | unika ?range
Уніка близько 25000 | unika ?approximate
Уніка двадцять п'ять тисяч | unika ?words
Уніка 25000+500 | unika ?sum
Уніка 25400 + НС 500 | unika ?two-amounts
Уніка 2100 грн/міс | unika ?each
Уніка до 25000 | unika ?bound
Уніка 254 | unika ?premium-unit
Уніка 25.4 | unika ?premium-unit
Уніка 25400 кв 120% | unika 25400 UAH kv=?percent-too-high
Уніка 25400 кв 15-20% | unika 25400 UAH kv=?range
Уніка 0 грн | unika ?zero
Уніка 25400 грн або 600 євро | unika ?two-amounts
""")

NO_OFFERS_RU = rows("""
Добрый день! Клиент просит КАСКО на Камри 2021 | none
ок, жду | none
Позвоните 89161234567 | none
ВСК отказ | none
Клиент оплатил 48200 | none
Ингос перезвонит в 15 | none
спасибо | none
Клиент согласен на Ингос | none
Пришлите СТС и паспорт | none
Завтра в 10:00 осмотр | none
Оплатил 48200 | none
Клиент оплатил Ингос 48200 | none
Оплата 45 000 прошла | none
Стоимость авто 1 850 000 | none
Камри 2021, 1 850 000 | none
Ингос перезвонит через 2 часа | none
Ингос просит 2 фото | none
РЕСО: нужен осмотр | none
ВСК? | none
Сколько у Ингоса с фр 15? | none
8 916 123-45-67 Иван | none
15.03.2026 | none
48200 | none
Иванов Иван 01.01.1985 | none
ИНН 7707083893 | none
VIN XTA210990Y1234567 | none
Ингос ещё считает, обещали завтра к 15:00 | none
Нужен расчёт КАСКО, Ингос и РЕСО, фр 15 | none
Прошу посчитать Ингос, РЕСО, ВСК. Камри 2021, СС 1 850 000 | none
В Ингосе лимит 500 тыс | none
Счет на 48200 выставлен | none
Перевел 5000 | none
Thanks | none
The client agreed | none
""")

NO_OFFERS_UA = rows("""
Уніка відмова | none
Чекаємо на розрахунок від Уніки | none
Дякую | none
Клієнт погодився | none
Уніка зателефонує завтра | none
Клієнт оплатив 25400 | none
""")
