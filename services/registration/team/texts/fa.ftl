# The team: who has which role.

team_text = چه کسی چه کاری می‌تواند بکند. نقشی که پس می‌گیرید تا پنج ثانیه در همه جا از میان می‌رود.
invite = دعوت از یک نفر
was_invited = نقش سپرده شد و رایانامه‌ای با پیوند ورود در راه است.
last_secretary = یک نفر باید در دبیرخانه بماند. نخست شخص دیگری را دعوت کنید.
office_secretariat = دبیرخانه
office_observer = ناظر
office_chair = رئیس
office_focal-point = رابط
office_checkin = پذیرش
installation = گردانندهٔ سامانه
erased = دیگر ثبت نیست
since = از
revoke = پس گرفتن
# $name is the person's.
revoke_follows = { $name } دیگر با هیچ دستگاهی این نقش را ندارد.
nobody = هنوز کسی نقشی ندارد
nobody_text = نخستین نفر را در پایین دعوت کنید.
name = نام
email = رایانامه
email_hint = پیوند ورود به این نشانی فرستاده می‌شود. نام و زبان کسی که پیش‌تر ثبت شده است تغییر نمی‌کند.
write_in = زبان رایانامه‌ها
role = نقش
choose = یک نقش برگزینید
for_what = برای
for_what_hint = رئیس برای یک نهاد است، رابط برای یک سازمان و پذیرش برای یک گردهمایی؛ نقش‌های دیگر برای همه است.
for_nothing = همه
what_body = نهاد
what_organization = سازمان
what_gathering = گردهمایی
send_invitation = دعوت
wrong_email = یک نشانی رایانامه بنویسید، مانند name@example.org.
wrong_thing = برگزینید که نقش برای چیست: نهاد، سازمان یا گردهمایی، آن‌گونه که نقش می‌خواهد؛ برای نقش‌های دیگر «همه».
