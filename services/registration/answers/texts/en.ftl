# What is answered to it.

your_answers = Your details for the gathering
answers_hint = Only the secretariat reads this. It is erased with your other details.
secretariat_says = From the secretariat
nothing_asked = Nothing is asked for in this category.
edit_over = This can no longer be changed here. If something is wrong, please write to the secretariat.
not_answered = not answered
answer_yes = yes
answer_no = no
until_then = You may change this until:
save_answers = Save
leave_answers = Leave it as it is
answers_kept = Saved.
moved_meanwhile = This was changed meanwhile. Here is what it says now; please enter your changes again.
not_now = This can no longer be changed.
decides_hint = The secretariat decided by this. If you change it, your place becomes free until it decides anew.
was_before = Before:
anew_title = The secretariat decides anew
wrong_anew = You changed what the secretariat decided by. Please say that you know what follows.
anew_known = I know that my place becomes free until the secretariat decides anew.
said_by_shown = The person reads this.
said_by_secretariat = Only the secretariat reads this.
your_registration = Your registration
registrations = Registrations
comma = { ", " }
wrong_day = Please enter a day.
wrong_unknown = This is not asked for.
