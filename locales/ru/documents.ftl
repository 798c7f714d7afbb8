size-kb = { $count } КБ
size-mb = { $count } МБ
media-photo = Фото { $number }
media-photo-many = Фото
media-voice = Голосовая { $number }
media-voice-many = Голосовые
media-audio = Аудио { $number }
media-audio-many = Аудио
media-video = Видео { $number }
media-video-many = Видео
media-document = Файл { $number }
media-document-many = Файлы
refusal-empty = файл пустой. Пришлите его ещё раз.
refusal-too-large = больше { $limit }, столько боту не передать. Сожмите или разделите.
refusal-wrong-type =
    { $seen ->
        [unknown] не понимаю, что внутри
       *[other] внутри { $seen }
    }, а подходят фото, PDF, Word, Excel, текст, голос и видео MP4.
refusal-broken = файл повреждён, не открывается. Пришлите его ещё раз.
refusal-macros = в документе макросы. Сохраните без них, лучше в PDF.
refusal-encrypted = под паролем. Пришлите без пароля.
refusal-active-content = внутри программа, а не только текст. Сохраните в простой PDF.
refusal-too-many-pixels = слишком большая картинка: { $width } × { $height } точек.
refusal-bomb = распаковывается во что-то огромное, такое не беру.
refusal-gone = Telegram его уже не отдаёт. Пришлите ещё раз.
refusal-unreachable = не смог забрать за сутки. Пришлите ещё раз.
refusal-too-many = слишком много за раз. Пришлите его ещё раз через минуту.
err-document-not-found = Этого документа больше нет в папке.
err-document-not-ready = Файл ещё не получен. Подождите немного.
err-document-of-others = Менять документ может тот, кто его прислал, продавец сделки или руководитель.
err-folder-empty = В папке пока нет ни одного полученного файла.
err-packet-placed = Уже лежит в сделке { $deal }.
err-not-a-document = Такое в папку не положить. Подходят фото, документы, голос и видео.
ntf-packet-news = 📎 { $by }: новое в сделке
ntf-packet-fetching =
    ⏳ { $count ->
        [one] Получаю { $count } файл
        [few] Получаю { $count } файла
       *[other] Получаю { $count } файлов
    }, готово: { $done }
ntf-packet-filed =
    📁 { $count ->
        [one] Положил в папку { $count } файл
        [few] Положил в папку { $count } файла
       *[other] Положил в папку { $count } файлов
    }
ntf-packet-partly = ⚠️ Принял { $done } из { $count }
ntf-packet-refused = ⚠️ Не принял ни одного файла из { $count }
ntf-packet-none = Файлов здесь не осталось.
ntf-file-fetching = ⏳ { $name }
ntf-file-filed = ✅ { $name } · { $size }
ntf-file-same = 🔁 { $name }: уже есть в папке, «{ $same }»
ntf-file-refused = ❌ { $name }: { $reason }
ntf-group-fetching = ⏳ { $what }: { $count }
ntf-group-filed = ✅ { $what }: { $count } · { $size }
ntf-files-more =
    … и ещё { $count ->
        [one] { $count } файл
        [few] { $count } файла
       *[other] { $count } файлов
    }
ntf-packet-words =
    📝 { $count ->
        [one] В журнале { $count } сообщение
        [few] В журнале { $count } сообщения
       *[other] В журнале { $count } сообщений
    }
ntf-words-more =
    … и ещё { $count ->
        [one] { $count } сообщение
        [few] { $count } сообщения
       *[other] { $count } сообщений
    }
scr-question-elsewhere = ❓ Вопрос по сделке { $deal }, а на экране было другое.
ask-packet-deal =
    📥 { $count ->
        [one] Принял, ничего не потерялось.
       *[other] Принял всё: { $count }.
    } В какую сделку положить?
ask-packet-lead =
    📥 { $count ->
        [one] Принял, ничего не потерялось.
        [few] Принял всё: { $count }.
       *[other] Принял всё: { $count }.
    } <b>К лиду { $lead } · { $who }?</b> Если нет, заведите нового лида или выберите сделку.
ask-packet-deal-none =
    📥 { $count ->
        [one] Принял, ничего не потерялось,
       *[other] Принял всё: { $count },
    } но открытых сделок у вас нет. Откройте сделку и вернитесь сюда.
btn-place = { $icon } { $number } · { $client } · { $object }
btn-place-lead = 🎯 К лиду { $lead } · { $who }
btn-places-newest = 🔄 Мои сделки
btn-packet-drop = ✖️ Не нужно
scr-packet-dropped = ✖️ Хорошо, никуда не кладу.
toast-packet-placed = Кладу в сделку { $deal }
btn-to-folder = 📁 Папка
btn-folder-newest = ⏫ К новым
btn-send-all = 📤 Прислать всё
btn-send = 📤 Прислать
btn-rename = ✏️ Назвать иначе
btn-delete-document = 🗑 Удалить
btn-keep-document = ⬅️ Оставить
btn-restore-document = ↩️ Вернуть
scr-folder = 📁 <b>Папка сделки { $deal }</b>
scr-folder-hint = Новые файлы присылайте сюда.
scr-folder-empty = Пока пусто. Присылайте сюда фото, документы и голос.
scr-folder-line = { $number }. { $icon } { $name } · { $size } · <i>{ $by }, { $at }</i>
scr-document = { $icon } <b>{ $name }</b>
scr-document-kind = { $type } · { $size }
scr-document-fetching = получаю
scr-document-on-its-way = ⏳ Ещё получаю
scr-document-added = Сделка { $deal } · { $by }, { $at }
scr-document-forwarded = Переслано от: { $sender }
scr-document-caption = Подпись: { $caption }
scr-document-same = 🔁 То же, что «{ $name }»
scr-document-deleted = 🗑 Удалил из папки: { $name }
scr-document-restored = ↩️ Вернул в папку.
ask-document-delete = Удалить «{ $name }» из папки сделки { $deal }?
ask-document-name =
    ✏️ Как назвать «{ $name }»?
    Например: СТС, обратная сторона
toast-sending =
    { $count ->
        [one] Присылаю файл
        [few] Присылаю { $count } файла
       *[other] Присылаю { $count } файлов
    }
jrn-files-filed =
    { $count ->
        [one] в папке новый файл
        [few] в папке { $count } новых файла
       *[other] в папке { $count } новых файлов
    }
jrn-document-deleted = из папки удалён документ «{ $name }»
jrn-document-restored = в папку вернулся документ «{ $name }»
jrn-documents-carried-over =
    { $count ->
        [one] из прошлого года взят { $count } документ
        [few] из прошлого года взяты { $count } документа
       *[other] из прошлого года взято { $count } документов
    }
