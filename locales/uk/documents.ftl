size-kb = { $count } КБ
size-mb = { $count } МБ
media-photo = Фото { $number }
media-photo-many = Фото
media-voice = Голосове { $number }
media-voice-many = Голосові
media-audio = Аудіо { $number }
media-audio-many = Аудіо
media-video = Відео { $number }
media-video-many = Відео
media-document = Файл { $number }
media-document-many = Файли
refusal-empty = файл порожній. Надішліть його ще раз.
refusal-too-large = понад { $limit }, стільки ботові не передати. Стисніть або розділіть.
refusal-wrong-type =
    { $seen ->
        [unknown] не розумію, що всередині
       *[other] всередині { $seen }
    }, а підходять фото, PDF, Word, Excel, текст, голос і відео MP4.
refusal-broken = файл пошкоджено, не відкривається. Надішліть його ще раз.
refusal-macros = у документі макроси. Збережіть без них, краще в PDF.
refusal-encrypted = під паролем. Надішліть без пароля.
refusal-active-content = усередині програма, а не лише текст. Збережіть у простий PDF.
refusal-too-many-pixels = завелике зображення: { $width } × { $height } точок.
refusal-bomb = розпаковується в щось величезне, такого не беру.
refusal-gone = Telegram його вже не віддає. Надішліть ще раз.
refusal-unreachable = не зміг забрати за добу. Надішліть ще раз.
refusal-too-many = забагато за раз. Надішліть його ще раз за хвилину.
err-document-not-found = Цього документа в папці вже немає.
err-document-not-ready = Файл ще не отримано. Зачекайте трохи.
err-document-of-others = Змінювати документ може той, хто його надіслав, продавець угоди або керівник.
err-folder-empty = У папці поки немає жодного отриманого файлу.
err-packet-placed = Уже лежить в угоді { $deal }.
err-not-a-document = Таке в папку не покласти. Підходять фото, документи, голос і відео.
ntf-packet-news = 📎 { $by }: нове в угоді
ntf-packet-fetching =
    ⏳ { $count ->
        [one] Отримую { $count } файл
        [few] Отримую { $count } файли
       *[other] Отримую { $count } файлів
    }, готово: { $done }
ntf-packet-filed =
    📁 { $count ->
        [one] Поклав до папки { $count } файл
        [few] Поклав до папки { $count } файли
       *[other] Поклав до папки { $count } файлів
    }
ntf-packet-partly = ⚠️ Прийняв { $done } із { $count }
ntf-packet-refused = ⚠️ Не прийняв жодного файлу з { $count }
ntf-packet-none = Файлів тут не залишилося.
ntf-file-fetching = ⏳ { $name }
ntf-file-filed = ✅ { $name } · { $size }
ntf-file-same = 🔁 { $name }: уже є в папці, «{ $same }»
ntf-file-refused = ❌ { $name }: { $reason }
ntf-group-fetching = ⏳ { $what }: { $count }
ntf-group-filed = ✅ { $what }: { $count } · { $size }
ntf-files-more =
    … і ще { $count ->
        [one] { $count } файл
        [few] { $count } файли
       *[other] { $count } файлів
    }
ntf-packet-words =
    📝 { $count ->
        [one] У журналі { $count } повідомлення
        [few] У журналі { $count } повідомлення
       *[other] У журналі { $count } повідомлень
    }
ntf-words-more =
    … і ще { $count ->
        [one] { $count } повідомлення
        [few] { $count } повідомлення
       *[other] { $count } повідомлень
    }
scr-question-elsewhere = ❓ Запитання за угодою { $deal }, а на екрані було інше.
ask-packet-deal =
    📥 { $count ->
        [one] Прийняв, нічого не загубилося.
       *[other] Прийняв усе: { $count }.
    } До якої угоди покласти?
ask-packet-lead =
    📥 { $count ->
        [one] Прийняв, нічого не загубилося.
        [few] Прийняв усе: { $count }.
       *[other] Прийняв усе: { $count }.
    } <b>До ліда { $lead } · { $who }?</b> Якщо ні, заведіть нового ліда або виберіть угоду.
ask-packet-deal-none =
    📥 { $count ->
        [one] Прийняв, нічого не загубилося,
       *[other] Прийняв усе: { $count },
    } але відкритих угод у вас немає. Відкрийте угоду й поверніться сюди.
btn-place = { $icon } { $number } · { $client } · { $object }
btn-place-lead = 🎯 До ліда { $lead } · { $who }
btn-places-newest = 🔄 Мої угоди
btn-packet-drop = ✖️ Не треба
scr-packet-dropped = ✖️ Гаразд, нікуди не кладу.
toast-packet-placed = Кладу в угоду { $deal }
btn-to-folder = 📁 Папка
btn-folder-newest = ⏫ До нових
btn-send-all = 📤 Надіслати все
btn-send = 📤 Надіслати
btn-rename = ✏️ Назвати інакше
btn-delete-document = 🗑 Видалити
btn-keep-document = ⬅️ Залишити
btn-restore-document = ↩️ Повернути
scr-folder = 📁 <b>Папка угоди { $deal }</b>
scr-folder-hint = Нові файли надсилайте сюди.
scr-folder-empty = Поки порожньо. Надсилайте сюди фото, документи й голос.
scr-folder-line = { $number }. { $icon } { $name } · { $size } · <i>{ $by }, { $at }</i>
scr-document = { $icon } <b>{ $name }</b>
scr-document-kind = { $type } · { $size }
scr-document-fetching = отримую
scr-document-on-its-way = ⏳ Ще отримую
scr-document-added = Угода { $deal } · { $by }, { $at }
scr-document-forwarded = Переслано від: { $sender }
scr-document-caption = Підпис: { $caption }
scr-document-same = 🔁 Те саме, що «{ $name }»
scr-document-deleted = 🗑 Видалив із папки: { $name }
scr-document-restored = ↩️ Повернув до папки.
ask-document-delete = Видалити «{ $name }» з папки угоди { $deal }?
ask-document-name =
    ✏️ Як назвати «{ $name }»?
    Наприклад: техпаспорт, зворотний бік
toast-sending =
    { $count ->
        [one] Надсилаю файл
        [few] Надсилаю { $count } файли
       *[other] Надсилаю { $count } файлів
    }
jrn-files-filed =
    { $count ->
        [one] у папці новий файл
        [few] у папці { $count } нові файли
       *[other] у папці { $count } нових файлів
    }
jrn-document-deleted = з папки видалено документ «{ $name }»
jrn-document-restored = до папки повернувся документ «{ $name }»
jrn-documents-carried-over =
    { $count ->
        [one] з торішньої угоди взято { $count } документ
        [few] з торішньої угоди взято { $count } документи
       *[other] з торішньої угоди взято { $count } документів
    }
