# Sentences that anybody may meet.
cancel-done = What you had begun is dropped. You can start something else; type /trogiup to see what.
cancel-nothing = There is nothing under way.
not-understood = Sorry, I did not understand that. Type /trogiup to see what can be done.
not-understood-family = Sorry, I did not understand that, and it was not passed on to anybody. For leave use /xinnghi; for anything else the school must know, please call the homeroom teacher. Type /trogiup to see what can be done here.
not-understood-sticker = Thank you! I can only read words. Type /trogiup to see what can be done.
not-understood-voice = Sorry, I cannot listen yet. Please write it, or type /trogiup.
not-understood-file = I do not know what this file is for, so I did not keep it. Type /trogiup to see what can be done.
not-understood-location = I have no use for places, so I did not keep it. Type /trogiup to see what can be done.
not-understood-unreadable = Sorry, this app does not pass on what was just sent, so I could not read it and have kept nothing. Here I can only read text: no files, contact cards or links. Please type it; if you did and still see this, please call the school. Type /trogiup to see what can be done.
no-such-command = There is no such command. Type /trogiup to see what can be done.
no-such-command-near = There is no such command. Did you mean { $near }? Type /trogiup to see them all.
group-only-private = The school's assistant talks with each person alone; please open a private chat and type /start.
refused-outdated = This choice is out of date and does nothing any more.
refused-not-allowed = This account may not do that.
refused-not-linked = This account is not linked to the school. Type /start to begin.
fault = Sorry, something went wrong on our side and nothing was saved. Please try again; if it happens again, tell the administrator code { $id }.
period-no-year = The school has no classes in the system yet.
