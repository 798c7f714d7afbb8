btn-lead-files = 📎 Files { $count }
btn-attachment-delete = 🗑 { $number }
btn-lead-add-packet = ➕ Add to this lead
btn-packet-of = 🎯 { $name }
btn-packet-of-none = None of them
btn-packet-not-his = Not the lead
btn-packet-next = 🎯 Sort the rest
ask-packet-whose = 🎯 <b>Several people write here. Who of them is the lead?</b>
ask-packet-whose-rest = <i>The others' messages wait: I will ask about them apart.</i>
ask-packet-who-is = 🎯 <b>Who of these is lead { $lead }?</b> Words that are not the lead's become a note.
scr-packet-speaker = · { $parts }
scr-packet-left = 📥 Still to sort: { $names }
scr-lead-of-another = 📥 That is from somebody else ({ $name }): I will ask about it apart.
scr-packet-of-others = Other people's messages are left here.
btn-lead-person = { $name } · { $count } / { $most }
ask-lead-file = Lead { $lead }: send a file or a photo. JPEG, PNG, GIF, PDF or plain text, 10 MB at most.
ask-attachment-delete = Remove “{ $name }” from lead { $lead }?
ask-lead-with-files =
    📎 { $count ->
        [one] And { $count } file.
       *[other] And { $count } files.
    }
scr-attachments = 📎 <b>Lead { $lead }: files</b>
scr-attachments-hint = A number sends the file here.
scr-attachments-none = Nothing yet. Send a file while the lead is on the screen.
scr-attachment-taken = 📎 Taking the file.
scr-attachment-deleted = 🗑 Removed.
scr-attachment-restored = ↩️ It is back.
scr-packet-of-lead = 🎯 It is with lead { $lead } now.
scr-lead-packet-added = ➕ Added to the lead.
ntf-attachment-same = 🔁 { $name }: the lead has this file already, “{ $same }”
ntf-attachment-deleted = 🗑 { $name }
refusal-lead-too-large = larger than { $limit }. Compress or split it.
refusal-lead-wrong-type = a lead takes only JPEG, PNG, GIF, PDF and plain text.
err-not-an-attachment = That can't be attached to a lead. Photos, JPEG, PNG, GIF, PDF and plain text go, 10 MB at most.
err-attachment-of-others = Who sent the file may remove it, or a manager.
scr-lead-file-kept = 📎 Got the file, it goes with the lead once that is saved.
