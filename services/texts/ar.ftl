# The pages that belong to no service: home, Today, the system, and what developers need.

home_title = أمانة المؤتمر
home_lead = لقاءات يمكنكم المشاركة فيها، ومحاضر ما تقرر فيها.
home_own = تسجيلاتك
home_gatherings = اللقاءات القادمة
home_minutes = أحدث المحاضر

today_title = ما ينتظرك اليوم
new_gathering = لقاء جديد

service_registration = التسجيل
service_notifications = الرسائل
service_minutes = المحاضر
service_is_registration = من يحضر ومن له مقعد.
service_is_notifications = من يُبلَّغ بماذا ومتى وبأي لغة.
service_is_minutes = ما قيل وما تقرر ومن كان حاضرًا.

# How a service is.
system_title = النظام
system_lead = ما الذي يعمل، وما الذي لم يسمعه بعد، وما الذي تعذّر تطبيقه.
system_version = الإصدار { $version }
upkeep_what_waits = ما ينتظر
upkeep_well = كل شيء على ما يرام
upkeep_waits = بانتظارك
upkeep_ill = لا يعمل
upkeep_answers = يستجيب
upkeep_unknown = غير معروف حاليًا
upkeep_store = المخزن
upkeep_log = سجل الأحداث
upkeep_lag = لم يُسمع بعد
upkeep_outbox = لم يُرسل بعد
upkeep_jobs = أعمال جارية
upkeep_refused = تعذّر تطبيقه
upkeep_replay = المحاولة من جديد
upkeep_discard = التخلي عنه
upkeep_discard_follows = لن يُطبَّق هنا أبدًا ما يقوله هذا الحدث، ويمضي ما ينتظر خلفه. لا يمكن التراجع عن ذلك.

# For developers.
developers_title = للمطوّرين
developers_lead = كل ما تفعله الصفحات يستطيع برنامج أن يفعله: عبر HTTP أو بالاستماع إلى الأحداث.
developers_api = المرجع
developers_file = OpenAPI 3.1
developers_feed = تغذية الأحداث
developers_feed_text = تروي كل خدمة أحداثها عبر HTTP أيضًا: اقرأ من البداية واحفظ المؤشر وتابع من هناك. لا حاجة إلى وسيط.
developers_events = الموضوعات والأحداث
developers_problems = أنواع الرفض
developers_problems_text = كل رفض وثيقة وفق RFC 9457. نوعها أحد هذه العناوين، وكل عنوان منها يجيب.

# All parts of a page.
design_title = أجزاء الصفحة
