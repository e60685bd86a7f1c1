# The school's Excel workbook in the conversation: /xuat and /nhap.

files-exported = 📄 The school’s data as of { $day }. The file holds personal data of pupils, families and staff: keep it to yourself and delete it when you are done.
files-out-link =
    📎 { $file }: open this link to download it
    { $link }
    The link works once, until { $until }, and is for the reader of this message alone.
files-out-no-way = 📎 { $file }: this messenger cannot take files, and the server has no web address (PUBLIC_URL). Please tell the administrator.
files-send-workbook = Please send the Excel workbook (.xlsx, up to { $limit } MB) here. You will see what would change; nothing is written before you agree. Type /huy to stop.
files-upload-workbook =
    Please open this link and choose the Excel workbook (.xlsx, up to { $limit } MB):
    { $link }
    The link works once, until { $until }, and is for you alone. You will then read here what would change; nothing is written before you agree.
files-no-way-in = This messenger cannot send files and the server has no web address (PUBLIC_URL). Please use “solienlac import FILE.xlsx” at the school’s machine.
files-none = There is no file in this message. Please send the Excel workbook (.xlsx).
files-not-fetched = The file could not be fetched from the messenger. Nothing was written; please send it again.
files-gone = The file is no longer on the server. Nothing was written; please send it again.
files-preview =
    📄 <b>{ $file }</b>
    School year { $year }. If it is written:
files-same = { $sheets }: nothing changes
files-preview-cut = … There is more; see all of it with “solienlac import --full” at the school’s machine.
files-nothing-saved-yet = Nothing was written yet. Write these changes into the school’s data?
files-apply = Write them
files-drop = Leave it
files-dropped = The file was left, nothing was written.
files-saved = Saved:
files-changed-meanwhile = ⚠️ The school’s data has just changed, so nothing was written. Please look again:
files-nothing-left = There is nothing left to write: the school’s data is as in the file.
