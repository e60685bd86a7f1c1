# A family reports a new number or address; the homeroom teacher confirms, then the record changes.
contact-not-a-guardian = This command is for guardians of pupils of this school.
contact-head = <b>How the school reaches your family</b>
    Your telephone number: { $phone }
contact-child = { $name } ({ $klass }), address: { $address }
contact-foot = To change it use the buttons, or just write, for example <code>my new number is 0912 345 678</code>.
contact-button-phone = Report a new number
contact-button-address = Report a new address
contact-button-stop = Stop
contact-button-back = No, leave it as it was
contact-button-accept = Confirm, write it down
contact-button-refuse = Not right, leave it
contact-ask-phone = Please type the new number, for example <code>0912 345 678</code>.
contact-ask-address = Please type the new home address, for example <code>Thôn 3, xã Thuận Hạnh</code>.
contact-stopped = All right. The record stays as it was.
contact-saved-phone = ✅ Noted: the family of { $children } reports the new number <b>{ $value }</b>.
contact-saved-address = ✅ Noted: the family of { $children } reports the new address <b>{ $value }</b>.
contact-waits = The homeroom teacher will check with you, then change the record.
contact-waits-nobody = No teacher could be told here yet; please tell the homeroom teacher as well.
contact-known = The school’s record already says <b>{ $value }</b>.
contact-taken-back = All right. The record stays as it was.
contact-over = This report no longer waits.
contact-decided = { $name } answered this report at { $when }.
contact-not-own = Somebody else confirms your own report.
contact-no-such-parent = The record does not know this person. Please write to the homeroom teacher; for your own number write, for example: <code>my new number is 0912 345 678</code>
contact-too-many = Your family has reported { $most } times today. Please wait for the homeroom teacher, or call.
contact-card-phone = <b>A family reports a new number</b> · { $children }
    { $who } reports the new number <b>{ $value }</b>
    On record: { $old }
contact-card-address = <b>A family reports a new address</b> · { $children }
    { $who } reports the new address <b>{ $value }</b>
    On record: { $old }
contact-card-whose = The number is that of: { $who }.
contact-card-ask = Please check with the family (number on record of who reports: { $phone }), then choose:
contact-card-accepted = ✅ { $who } confirmed it at { $at }; the record has changed.
contact-card-refused = { $who } left it as it was at { $at }.
contact-card-withdrawn = The family took it back; the record stays as it was.
contact-card-replaced = The family has reported anew; see the later message.
contact-news-phone = ✅ { $who } has confirmed the new number <b>{ $value }</b> of the family of { $children }.
contact-news-address = ✅ { $who } has confirmed the new address <b>{ $value }</b> of the family of { $children }.
contact-news-refused = { $who } has not changed the record of { $children } as you reported. Please speak with the teacher.
contact-said-accepted = Saved in the record.
contact-said-refused = The record stays as it was.
