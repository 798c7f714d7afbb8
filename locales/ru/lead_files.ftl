btn-lead-files = 📎 Файлы { $count }
btn-attachment-delete = 🗑 { $number }
btn-lead-add-packet = ➕ Добавить к нему
btn-packet-of = 🎯 { $name }
btn-packet-of-none = Никто из них
btn-packet-not-his = Это не он
btn-packet-next = 🎯 Разобрать остальное
ask-packet-whose = 🎯 <b>Здесь пишут разные люди. Кто из них лид?</b>
ask-packet-whose-rest = <i>Сообщения остальных подождут: о них спрошу отдельно.</i>
ask-packet-who-is = 🎯 <b>Кто здесь сам лид { $lead }?</b> Слова не от него запишу как заметку.
scr-packet-speaker = · { $parts }
scr-packet-left = 📥 Ждут разбора: { $names }
scr-lead-of-another = 📥 Это уже от другого человека ({ $name }): спрошу о нём отдельно.
scr-packet-of-others = Здесь остались сообщения других людей.
btn-lead-person = { $name } · { $count } / { $most }
ask-lead-file = Лид { $lead }: пришлите файл или фото. Подходят JPEG, PNG, GIF, PDF и простой текст, до 10 МБ.
ask-attachment-delete = Убрать «{ $name }» у лида { $lead }?
ask-lead-with-files =
    📎 { $count ->
        [one] И { $count } файл.
        [few] И { $count } файла.
       *[other] И { $count } файлов.
    }
scr-attachments = 📎 <b>Лид { $lead }: файлы</b>
scr-attachments-hint = Номер пришлёт файл сюда.
scr-attachments-none = Пока пусто. Пришлите файл, пока лид на экране.
scr-attachment-taken = 📎 Беру файл.
scr-attachment-deleted = 🗑 Убрал.
scr-attachment-restored = ↩️ Вернул.
scr-packet-of-lead = 🎯 Теперь у лида { $lead }.
scr-lead-packet-added = ➕ Добавил к лиду.
ntf-attachment-same = 🔁 { $name }: такой файл у лида уже есть, «{ $same }»
ntf-attachment-deleted = 🗑 { $name }
refusal-lead-too-large = больше { $limit }. Сожмите или разделите.
refusal-lead-wrong-type = к лиду подходят только JPEG, PNG, GIF, PDF и простой текст.
err-not-an-attachment = Такое к лиду не прикрепить. Подходят фото, JPEG, PNG, GIF, PDF и простой текст, до 10 МБ.
err-attachment-of-others = Убрать файл может тот, кто его прислал, или руководитель.
scr-lead-file-kept = 📎 Файл принял, приложу, как только лид будет сохранён.
