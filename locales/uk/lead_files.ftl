btn-lead-files = 📎 Файли { $count }
btn-attachment-delete = 🗑 { $number }
btn-lead-add-packet = ➕ Додати до нього
btn-packet-of = 🎯 { $name }
btn-packet-of-none = Ніхто з них
btn-packet-not-his = Це не він
btn-packet-next = 🎯 Розібрати решту
ask-packet-whose = 🎯 <b>Тут пишуть різні люди. Хто з них лід?</b>
ask-packet-whose-rest = <i>Повідомлення решти зачекають: про них спитаю окремо.</i>
ask-packet-who-is = 🎯 <b>Хто тут сам лід { $lead }?</b> Слова не від нього запишу як нотатку.
scr-packet-speaker = · { $parts }
scr-packet-left = 📥 Чекають на розбір: { $names }
scr-lead-of-another = 📥 Це вже від іншої людини ({ $name }): спитаю про неї окремо.
scr-packet-of-others = Тут залишилися повідомлення інших людей.
btn-lead-person = { $name } · { $count } / { $most }
ask-lead-file = Лід { $lead }: надішліть файл або фото. Підходять JPEG, PNG, GIF, PDF і простий текст, до 10 МБ.
ask-attachment-delete = Прибрати «{ $name }» у ліда { $lead }?
ask-lead-with-files =
    📎 { $count ->
        [one] І { $count } файл.
        [few] І { $count } файли.
       *[other] І { $count } файлів.
    }
scr-attachments = 📎 <b>Лід { $lead }: файли</b>
scr-attachments-hint = Номер надішле файл сюди.
scr-attachments-none = Поки порожньо. Надішліть файл, доки лід на екрані.
scr-attachment-taken = 📎 Беру файл.
scr-attachment-deleted = 🗑 Прибрав.
scr-attachment-restored = ↩️ Повернув.
scr-packet-of-lead = 🎯 Тепер у ліда { $lead }.
scr-lead-packet-added = ➕ Додав до ліда.
ntf-attachment-same = 🔁 { $name }: такий файл у ліда вже є, «{ $same }»
ntf-attachment-deleted = 🗑 { $name }
refusal-lead-too-large = більший за { $limit }. Стисніть або розділіть.
refusal-lead-wrong-type = до ліда підходять лише JPEG, PNG, GIF, PDF і простий текст.
err-not-an-attachment = Таке до ліда не прикріпити. Підходять фото, JPEG, PNG, GIF, PDF і простий текст, до 10 МБ.
err-attachment-of-others = Прибрати файл може той, хто його надіслав, або керівник.
scr-lead-file-kept = 📎 Файл прийняв, додам, щойно лід буде збережено.
