# پیامد یک تصمیم، و آنچه از آن شد.

brings_about = پیامد: { $what }
brings_postpone = { $what } به تعویق می‌افتد.
brings_postpone_to = { $what } به { $when } موکول می‌شود.
brings_in_person = { $what } حضوری برگزار می‌شود.
brings_online = { $what } برخط برگزار می‌شود.
brings_hybrid = { $what } حضوری و برخط برگزار می‌شود.
brings_call_meeting = نشستی از { $what } برای { $when } فراخوانده می‌شود.
brings_call_coordination = نشست هماهنگی بعدی { $what } برای { $when } فراخوانده می‌شود.
an_edition = دورهٔ { $number } «{ $series }»
not_on_record = آنچه اینجا ثبت نیست
stands_not_yet = پیش از پذیرفته‌شدن تصمیم کاری انجام نمی‌شود.
stands_pending = در انتظار تأیید یکی از منصب‌های نهاد تصمیم‌گیرنده یا دبیرخانه است.
stands_confirmed = تأیید شد و در حال اجراست.
stands_refused = رد شد: { $why }
stands_lapsed = پیش از آنکه کسی پاسخ دهد منتفی شد: تصمیم دیگر چنین نمی‌گوید.
stands_carried_out = تأیید و در { $on } اجرا شد.
stands_stays = در { $on } اجرا شد و به همان حال می‌ماند، هرچند تصمیم دیگر چنین نمی‌گوید.
stands_failed = تأیید شد، ولی اجرا نشد: { $why }
hindrance_already = از پیش چنین بود.
hindrance_draft = گردهمایی هنوز اعلام نشده است.
hindrance_begun = گردهمایی آغاز شده بود.
hindrance_over = برگزار شده و پایان یافته بود.
hindrance_cancelled = گردهمایی لغو شده بود.
hindrance_postponed = پیش‌تر به تعویق افتاده بود.
hindrance_lapsed = دوره برگزار نشده و از دست رفته بود.
hindrance_time = این زمان با آن نمی‌خواند.
