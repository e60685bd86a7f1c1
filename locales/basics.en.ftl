# Sentences that anybody may meet.
cancel-done = What you had begun is dropped. You can start something else.
cancel-nothing = There is nothing under way.
not-understood = Sorry, I did not understand that. Type /trogiup to see what can be done.
refused-outdated = This button is out of date and does nothing any more.
refused-not-allowed = This account may not do that.
refused-not-linked = This account is not linked to the school. Type /start to begin.
fault = Sorry, something went wrong on our side and nothing was saved. Please try again; if it happens again, tell the administrator code { $id }.
