# What stands in somebody's own calendar, beside the title, the place and the time.

online = برخط (آنلاین)
coming =
    شما در «{ $gathering }» ثبت‌نام کرده‌اید. اگر نمی‌توانید بیایید، لطفاً در صفحهٔ ثبت‌نام خود خبر دهید؛ پیام ما شما را به آن
    می‌رساند.
postponed = «{ $gathering }» در این زمان برگزار نمی‌شود. هنوز زمان تازه‌ای تعیین نشده است.
cancelled = «{ $gathering }» لغو شده است و برگزار نمی‌شود.
ended = ثبت‌نام شما در «{ $gathering }» دیگر برقرار نیست.
invited = دبیرخانه شما را به «{ $gathering }» دعوت می‌کند. لطفاً همین‌جا یا در صفحه‌ای که پیام ما به آن می‌رساند پاسخ دهید.
uninvited = دبیرخانه دعوت به «{ $gathering }» را پس گرفته است.
