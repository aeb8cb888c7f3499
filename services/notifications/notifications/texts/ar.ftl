# The mails as the secretariat reads them.

mails = الرسائل الإلكترونية
mail_states = الرسائل بحسب الحالة
no_mails = لا توجد رسائل هنا.
older_mails = الرسائل الأقدم
nobody = المستلم غير معروف
to = إلى
state = الحالة
when = الوقت
due = المحاولة التالية
attempts = المحاولات

# The states of a mail, why one was not sent, and what went wrong.
state_scheduled = مجدولة
state_queued = في الانتظار
state_sending = قيد الإرسال
state_sent = أُرسلت
state_temporary_failure = متأخرة، تُعاد المحاولة
state_permanent_failure = مرفوضة
state_technical_failure = فشلت لأسباب تقنية
state_suppressed = لم تُرسل عمدًا
reason_past = انتهى اللقاء
reason_erased = حُذفت بيانات المستلم
reason_superseded = لم تعد صحيحة
trouble_refused_for_now = لم تُقبل مؤقتًا
trouble_refused = مرفوضة
trouble_technical = خلل تقني لدينا
trouble_unknown = المستلم أو اللقاء غير معروف بعد
trouble_lost = لم يصل رد؛ ربما وصلت
