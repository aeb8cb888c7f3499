# What became of minutes, as a part of a timeline. $number: of a decision; $gathering: its title.

opened = صورت‌جلسه باز شد
closed = صورت‌جلسه بسته شد
approved = صورت‌جلسه تأیید شد
published = صورت‌جلسه منتشر شد
corrected = صورت‌جلسهٔ منتشرشده اصلاح شد
decision_adopted = تصمیم { $number } پذیرفته شد
decision_rejected = تصمیم { $number } رد شد
decision_deferred = تصمیم { $number } موکول شد
decision_circulated = تصمیم { $number } عرضه شد
decision_taken = تصمیم { $number } ثبت شد
decision_corrected = تصمیم { $number } اصلاح شد
decision_withdrawn = تصمیم { $number } پس گرفته شد
went_in = وارد شد: { $gathering }
went_out = خارج شد: { $gathering }
