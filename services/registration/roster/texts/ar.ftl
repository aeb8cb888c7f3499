# The secretariat's list of registrations, its cards, and what is decided there. $n, $total, $before: numbers; $seat: of a place; $name: of a person.

registrations = التسجيلات
numbers = المقاعد بحسب الصفة
seats = المقاعد
share = نسبة الإشغال
search_name = البحث بالاسم
choose = اختيار
choose_one = اختيار { $name }
nameless = الاسم غير معروف بعد
column_name = الاسم
column_also = الاسم بالحرف الآخر
column_organization = المنظمة
column_category = الصفة
column_state = الحالة
column_place = المقعد
column_seat = المقعد
column_before = المنتظرون قبله
column_title = اللقب
column_position = الوظيفة
column_badge = الاسم على البطاقة
column_passport = الاسم كما في جواز السفر
is_to_be_approved = بانتظار القرار
is_on_hold = معلَّق
is_confirmed = مؤكَّد
is_waitlisted = في الانتظار
is_rejected = مرفوض
is_withdrawn = منسحب
is_cancelled = ملغى
is_address_unconfirmed = العنوان غير مؤكَّد
place_number = المقعد { $seat }
do_approve = قبول
do_hold = تعليق
do_release = استئناف النظر
do_reject = رفض
do_cancel = إلغاء التسجيل
everybody_so = كل ما في هذه القائمة، في جميع الصفحات
choose_somebody = اختر تسجيلاً واحدًا على الأقل ثم اضغط زرًّا.
nobody_found = لا أحد يطابق ذلك. ابحث ببداية الاسم أو اختر حالة أخرى.
nobody_yet = لم يسجّل أحد بعد. افتح التسجيل أو سجّل شخصًا بنفسك.
type_more = هناك المزيد. اكتب حرفًا آخر من الاسم.
follows_approve = يحصل كل منهم على مقعد، أو ينضم إلى قائمة الانتظار إذا شُغلت المقاعد كلها.
follows_hold = لا مقعد لهم ما داموا معلَّقين، ويُبت في أمرهم لاحقًا.
follows_release = يُبت في أمرهم كغيرهم.
follows_reject = لن يشاركوا، ولا تقبلهم لاحقًا إلا الأمانة.
follows_cancel = تُخلى مقاعدهم وتنتقل إلى المنتظرين.
reason = السبب
reason_not_eligible = الشروط غير مستوفاة
reason_incomplete = البيانات غير مكتملة
reason_being_checked = قيد التحقق
reason_places_limited = بحسب عدد الطلبات
reason_no_places = لا مقاعد متبقية
reason_duplicate = تسجيل مكرر
reason_other = سبب آخر
leave_it = إبقاء الأمر كما هو
far = تم البت في { $n } من { $total }.
ended = اكتمل كل شيء.
goes_on = يستمر العمل تلقائيًا؛ يمكنك مغادرة هذه الصفحة.
back_to_list = العودة إلى القائمة
card_to_be_approved = بانتظار القرار
card_waitlisted = بانتظار مقعد
card_go_to_be_approved = البت فيها
card_go_waitlisted = عرض القائمة
card_none_to_be_approved = لا أحد ينتظر جوابك.
card_none_waitlisted = لا أحد ينتظر مقعدًا.
category_delegate = مندوب
category_observer = مراقب
category_expert = خبير
category_press = صحافة
category_guest = ضيف
category_staff = فريق العمل
did_approve = { $n ->
    [one] قُبل تسجيل واحد.
    [two] قُبل تسجيلان.
    [few] قُبلت { $n } تسجيلات.
    [many] قُبل { $n } تسجيلاً.
   *[other] قُبل { $n } تسجيل.
}
did_hold = { $n ->
    [one] عُلّق تسجيل واحد.
    [two] عُلّق تسجيلان.
    [few] عُلّقت { $n } تسجيلات.
    [many] عُلّق { $n } تسجيلاً.
   *[other] عُلّق { $n } تسجيل.
}
did_release = { $n ->
    [one] استؤنف النظر في تسجيل واحد.
    [two] استؤنف النظر في تسجيلين.
    [few] استؤنف النظر في { $n } تسجيلات.
    [many] استؤنف النظر في { $n } تسجيلاً.
   *[other] استؤنف النظر في { $n } تسجيل.
}
did_reject = { $n ->
    [one] رُفض تسجيل واحد.
    [two] رُفض تسجيلان.
    [few] رُفضت { $n } تسجيلات.
    [many] رُفض { $n } تسجيلاً.
   *[other] رُفض { $n } تسجيل.
}
did_cancel = { $n ->
    [one] أُلغي تسجيل واحد.
    [two] أُلغي تسجيلان.
    [few] أُلغيت { $n } تسجيلات.
    [many] أُلغي { $n } تسجيلاً.
   *[other] أُلغي { $n } تسجيل.
}
did_not = { $n ->
    [one] حالة واحدة لم تعد تسمح بذلك.
    [two] حالتان لم تعودا تسمحان بذلك.
    [few] { $n } حالات لم تعد تسمح بذلك.
    [many] { $n } حالة لم تعد تسمح بذلك.
   *[other] { $n } حالة لم تعد تسمح بذلك.
}
sure_approve = { $n ->
    [one] قبول تسجيل واحد؟
    [two] قبول تسجيلين؟
    [few] قبول { $n } تسجيلات؟
    [many] قبول { $n } تسجيلاً؟
   *[other] قبول { $n } تسجيل؟
}
sure_hold = { $n ->
    [one] تعليق تسجيل واحد؟
    [two] تعليق تسجيلين؟
    [few] تعليق { $n } تسجيلات؟
    [many] تعليق { $n } تسجيلاً؟
   *[other] تعليق { $n } تسجيل؟
}
sure_release = { $n ->
    [one] استئناف النظر في تسجيل واحد؟
    [two] استئناف النظر في تسجيلين؟
    [few] استئناف النظر في { $n } تسجيلات؟
    [many] استئناف النظر في { $n } تسجيلاً؟
   *[other] استئناف النظر في { $n } تسجيل؟
}
sure_reject = { $n ->
    [one] رفض تسجيل واحد؟
    [two] رفض تسجيلين؟
    [few] رفض { $n } تسجيلات؟
    [many] رفض { $n } تسجيلاً؟
   *[other] رفض { $n } تسجيل؟
}
sure_cancel = { $n ->
    [one] إلغاء تسجيل واحد؟
    [two] إلغاء تسجيلين؟
    [few] إلغاء { $n } تسجيلات؟
    [many] إلغاء { $n } تسجيلاً؟
   *[other] إلغاء { $n } تسجيل؟
}
told = { $n ->
    [one] سيُبلَّغ شخص واحد برسالة.
    [two] سيُبلَّغ شخصان برسالة.
    [few] سيُبلَّغ { $n } أشخاص برسائل.
    [many] سيُبلَّغ { $n } شخصًا برسائل.
   *[other] سيُبلَّغ { $n } شخص برسائل.
}
waiting_before = { $before ->
    [zero] التالي في القائمة
    [one] ينتظر قبله شخص واحد
    [two] ينتظر قبله شخصان
    [few] ينتظر قبله { $before } أشخاص
    [many] ينتظر قبله { $before } شخصًا
   *[other] ينتظر قبله { $before } شخص
}

# Registering somebody. $name: of the person; $state: how the registration stands.
register_somebody = تسجيل شخص آخر
asked_for = الأسئلة
details = التفاصيل
details_of = تفاصيل { $name }
yes = نعم
no = لا
register = تسجيل
register_one = تسجيل { $name }
search_person = ابحث بالاسم أو البريد الإلكتروني
somebody_new = إدخال شخص جديد
nobody_on_record = لا أحد في القائمة بهذا الاسم.
email = البريد الإلكتروني
email_hint = يُبلَّغ فورًا برسالة فيها رابط إلى صفحته.
write_in = لغة مراسلته
no_organization = لا شيء
error_email = اكتب عنوان بريد إلكتروني مثل name@example.org.
error_exists = في القائمة شخص بهذا العنوان وببيانات أخرى. ابحث عن العنوان.
register_follows = يحصل على مقعد، أو ينضم إلى قائمة الانتظار إن شُغلت المقاعد كلها، ويُبلَّغ برسالة.
refused_not-open = التسجيل غير مفتوح. افتحه في صفحة النظرة العامة ثم سجّل.
refused_registered-otherwise = هذا الشخص مسجَّل بصفة أخرى أو عن منظمة أخرى. ألغِ ذلك التسجيل أولًا.
refused_erased = مُحيت بيانات هذا الشخص.
refused_address-unconfirmed = لم يُؤكَّد عنوان هذا الشخص بعد.
was_registered = تم تسجيل { $name }: { $state }.

walked_in_substitute = أُدخل عند الباب بدلًا من شخص
walked_in_invited = أُدخل عند الباب وهو مدعو
walked_in_brought = أُدخل عند الباب برفقة شخص
walked_in_other = أُدخل عند الباب

credentials = كتب التفويض
credentials_received = كتاب التفويض: وارد
credentials_checked = كتاب التفويض: مدقّق
credentials_accepted = كتاب التفويض: مقبول
credentials_refused = كتاب التفويض: مرفوض
credentials_withdrawn = كتاب التفويض: مسحوب
to_participants = قائمة المشاركين
