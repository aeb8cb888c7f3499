# The front page.

front_title = أمانة المؤتمر
front_lead = يدير بليناري شؤون مؤتمر دوري: من يُدعى ومن يحضر، ومن يُبلَّغ بماذا، وما الذي تقرر.
front_read = للقراءة
front_minutes = المحاضر المنشورة
front_mails = الرسائل (للأمانة فقط)
front_gatherings = اللقاءات والتسجيل
front_services = ما الذي يعمل
front_registration = التسجيل: من يحضر ومن له مقعد
front_notifications = الإشعارات: من يُبلَّغ بماذا
front_minutes_service = المحاضر: ما قيل وما تقرر
front_api = واجهة البرمجة
front_health = حالة النظام
