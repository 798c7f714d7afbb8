size-kb = { $count } KB
size-mb = { $count } MB
media-photo = Photo { $number }
media-photo-many = Photos
media-voice = Voice note { $number }
media-voice-many = Voice notes
media-audio = Audio { $number }
media-audio-many = Audio
media-video = Video { $number }
media-video-many = Videos
media-document = File { $number }
media-document-many = Files
refusal-empty = the file is empty. Send it again.
refusal-too-large = above { $limit }, which is more than a bot can get. Compress it or split it.
refusal-wrong-type =
    { $seen ->
        [unknown] I can't tell what is inside
       *[other] it is { $seen } inside
    }; photos, PDF, Word, Excel, text, voice and MP4 video are fine.
refusal-broken = the file is damaged and does not open. Send it again.
refusal-macros = there are macros inside. Save it without them, best as a PDF.
refusal-encrypted = it has a password. Send it without one.
refusal-active-content = there is a program inside, not only text. Save it as a plain PDF.
refusal-too-many-pixels = the picture is too big: { $width } × { $height } pixels.
refusal-bomb = it unpacks into something huge, so I won't take it.
refusal-gone = Telegram no longer has it. Send it again.
refusal-unreachable = I could not fetch it for a day. Send it again.
refusal-too-many = too many at once. Send it again in a minute.
err-document-not-found = This document is no longer in the folder.
err-document-not-ready = The file has not arrived yet. Wait a little.
err-document-of-others = Only who sent the document, the deal's seller or a manager may change it.
err-folder-empty = No file of this folder has arrived yet.
err-packet-placed = It is in deal { $deal } already.
err-not-a-document = That does not go into a folder. Photos, documents, voice and video do.
ntf-packet-news = 📎 { $by }: new in the deal
ntf-packet-fetching =
    ⏳ { $count ->
        [one] Fetching { $count } file
       *[other] Fetching { $count } files
    }, done: { $done }
ntf-packet-filed =
    📁 { $count ->
        [one] Put { $count } file into the folder
       *[other] Put { $count } files into the folder
    }
ntf-packet-partly = ⚠️ Took { $done } of { $count }
ntf-packet-refused = ⚠️ Took none of the { $count } files
ntf-packet-none = No files are left here.
ntf-file-fetching = ⏳ { $name }
ntf-file-filed = ✅ { $name } · { $size }
ntf-file-same = 🔁 { $name }: already in the folder as “{ $same }”
ntf-file-refused = ❌ { $name }: { $reason }
ntf-group-fetching = ⏳ { $what }: { $count }
ntf-group-filed = ✅ { $what }: { $count } · { $size }
ntf-files-more =
    … and { $count ->
        [one] { $count } more file
       *[other] { $count } more files
    }
ntf-packet-words =
    📝 { $count ->
        [one] { $count } message in the journal
       *[other] { $count } messages in the journal
    }
ntf-words-more =
    … and { $count ->
        [one] { $count } more message
       *[other] { $count } more messages
    }
scr-question-elsewhere = ❓ The question is about deal { $deal }, but something else was on the screen.
ask-packet-deal =
    📥 { $count ->
        [one] Got it, nothing is lost.
       *[other] Got all { $count }.
    } Which deal does it go to?
ask-packet-lead =
    📥 { $count ->
        [one] Got it, nothing is lost.
       *[other] Got all { $count }.
    } <b>For lead { $lead } · { $who }?</b> If not, make a new lead or choose a deal.
ask-packet-deal-none =
    📥 { $count ->
        [one] Got it, nothing is lost,
       *[other] Got all { $count },
    } but you have no open deals. Open one and come back here.
btn-place = { $icon } { $number } · { $client } · { $object }
btn-place-lead = 🎯 To lead { $lead } · { $who }
btn-places-newest = 🔄 My deals
btn-packet-drop = ✖️ Not needed
scr-packet-dropped = ✖️ All right, it goes nowhere.
toast-packet-placed = Putting it into deal { $deal }
btn-to-folder = 📁 Folder
btn-folder-newest = ⏫ Newest
btn-send-all = 📤 Send me all
btn-send = 📤 Send it to me
btn-rename = ✏️ Rename
btn-delete-document = 🗑 Delete
btn-keep-document = ⬅️ Keep
btn-restore-document = ↩️ Put back
scr-folder = 📁 <b>Folder of deal { $deal }</b>
scr-folder-hint = Send new files here.
scr-folder-empty = Empty so far. Send photos, documents and voice here.
scr-folder-line = { $number }. { $icon } { $name } · { $size } · <i>{ $by }, { $at }</i>
scr-document = { $icon } <b>{ $name }</b>
scr-document-kind = { $type } · { $size }
scr-document-fetching = fetching
scr-document-on-its-way = ⏳ Still fetching
scr-document-added = Deal { $deal } · { $by }, { $at }
scr-document-forwarded = Forwarded from: { $sender }
scr-document-caption = Caption: { $caption }
scr-document-same = 🔁 The same as “{ $name }”
scr-document-deleted = 🗑 Deleted from the folder: { $name }
scr-document-restored = ↩️ Back in the folder.
ask-document-delete = Delete “{ $name }” from the folder of deal { $deal }?
ask-document-name =
    ✏️ What shall “{ $name }” be called?
    For example: registration, back side
toast-sending =
    { $count ->
        [one] Sending the file
       *[other] Sending { $count } files
    }
jrn-files-filed =
    { $count ->
        [one] a new file in the folder
       *[other] { $count } new files in the folder
    }
jrn-document-deleted = document “{ $name }” deleted from the folder
jrn-document-restored = document “{ $name }” put back into the folder
jrn-documents-carried-over =
    { $count ->
        [one] { $count } document taken over from last year
       *[other] { $count } documents taken over from last year
    }
