# برنامهٔ گردهمایی: جلسه‌های آن.

programme_of = برنامه
new_session = جلسهٔ تازه
change_session = تغییر جلسه
withdraw_session = برداشتن از برنامه
withdraw_follows = دیگر در برنامهٔ همگانی نخواهد بود. این کار بازگشت ندارد.
no_sessions = هنوز جلسه‌ای در برنامه نیست.
withdrawn_sessions = برداشته‌شده
outside = بیرون از زمان گردهمایی
add_session = افزودن به برنامه
save_session = ذخیره
leave = همان‌گونه بماند
the_venue = محل برگزاری
nothing = هیچ
field_title = جلسه
field_starts_at = آغاز
field_ends_at = پایان
field_room = تالار
field_reason = دلیل
moved_on = در این میان کسی دیگر این جلسه را تغییر داده است. لطفاً وضع کنونی آن را ببینید.
not_now = با وضع کنونی گردهمایی برنامه را نمی‌توان تغییر داد.
wrong_no_language = لطفاً این را دست‌کم به یک زبان بنویسید.
wrong_outside = لطفاً زمانی را برگزینید که گردهمایی آغاز شده باشد.
wrong_end = پایان باید پس از آغاز و پیش از پایان گردهمایی باشد.
