# دورات السلسلة: صفحتها وخط الزمن وخطوات الدورة وبطاقة «اليوم».
# $number: رقم الدورة؛ $when: سنة أو شهر أو يوم؛ $years: عدد السنوات.

edition = الدورة { $number }
new_edition = دورة جديدة
plan_edition = تخطيط الدورة { $number }
change = تعديل
save = حفظ
leave = إبقاؤها كما هي
history = السجل
nothing = لا شيء
not_known = غير معروف
facts = البيانات
mandate = التكليف
next_steps = الخطوات التالية
what_became = ما جرى لها
gatherings = لقاءاتها
was_entered = أُدخلت
all_series = كل السلاسل
no_editions = لم يُخطَّط لأي دورة بعد
no_editions_hint = أدخل الدورات السابقة أيضًا، فالتالية تُحسب من آخرها.
comes_next = تليها الدورة { $number }، وموعدها بحسب التكليف { $when }.
comes_next_unknown = تليها الدورة { $number }. لا يحدد التكليف موعدها.
why_nominal = يُحسب الفاصل من السنة التي استُحقت فيها الدورة، متى عُقدت.
why_actual = يُحسب الفاصل من السنة التي عُقدت فيها الدورة.
counted_from = حُسب من { $when }.
proposed = وما يُقترح هنا يتبع ذلك.
line_of_time = خط الزمن
line_caption = موعد كل دورة وإلى أين نُقلت ومتى عُقدت
decided = بقرار من { $by }
key_due = الموعد
key_moved = نُقلت
key_lapsed = فاتت
key_planned = مخططة
key_held = عُقدت

# ما جرى للدورة.
became_planned = الموعد: { $when }
became_again = خُطط لها من جديد في { $when }
became_postponed = أُجّلت عن { $when }
became_lapsed = فاتت في { $when }
became_held = عُقدت في { $when }
became_corrected = صُحِّح تاريخ عقدها: { $when }
state_planned = مخططة
state_lapsed = فاتت
state_postponed = مؤجَّلة
state_again = تخطيط جديد
state_held = عُقدت
standing_due = حان موعدها
standing_overdue = فات موعدها
standing_unplanned = حان موعدها ولم تُخطَّط

# الخطوات وما يترتب عليها.
step_hold = عُقدت
step_plan = تحديد أدق للموعد
step_again = تخطيط جديد
step_postpone = تأجيل
step_lapse = فاتت
step_correct = تصحيح تاريخ العقد
follows_hold = تنتهي الدورة. ويمكن تصحيح تاريخ عقدها مع ذكر السبب. وعند انتهاء مؤتمرها تتم هذه الخطوة من تلقاء نفسها.
follows_plan = كالشهر ثم اليوم. أما لموعد آخر فلا بد من تأجيلها أولًا.
follows_again = لسنة أولًا ربما، ثم ليوم.
follows_postpone = قرر أحد ألا تُعقد حينها. لا موعد لها حتى تُخطَّط من جديد.
follows_lapse = انقضى موعدها ولم تُعقد ولم يقرر أحد شيئًا. يمكن تخطيطها من جديد.
follows_correct = يُعتدّ بما يقال الآن، ويبقى القول السابق محفوظًا.

# الحقول.
field_number = الرقم
field_due = الموعد
field_planned_for = مخططة في
field_held_in = عُقدت في
field_objectives = الأهداف
field_reason = السبب
field_decided_by = صاحب القرار
field_decided_on = تاريخ القرار
field_state = الحالة
field_issuer = جهة الإصدار
field_body = الهيئة المكلَّفة
field_secretariat = الأمانة
field_instrument = السند
field_instrument_date = تاريخ السند
field_interval = الفاصل
field_calendar = تقويم التكليف
hint_when = سنة أو شهر أو يوم، مثل 1405 أو {"\u2066"}1405-08{"\u2069"} أو {"\u2066"}1405-08-12{"\u2069"}. التقويم: { $calendar }.
hint_objectives = ما تسعى إليه هذه الدورة. أما الشعار فشيء آخر.
calendar_gregorian = ميلادي
calendar_solar_hijri = هجري شمسي
calendar_islamic = هجري قمري
every = { $years ->
    [zero] كل سنة
    [one] كل سنة
    [two] كل سنتين
    [few] كل { $years } سنوات
    [many] كل { $years } سنة
   *[other] كل { $years } سنة
}

# بطاقة «اليوم».
card_title = دورات حان موعدها أو فات
none_due = لم يحن موعد أي دورة.

# ما يعترض الأمر.
moved_on = غيّر شخص آخر هذه الدورة في هذه الأثناء. نرجو النظر في حالها الآن والاختيار من جديد.
not_now = لا يمكن هذا والدورة في حالها الآن.
decide_first = خُطط لها في موعد آخر. نرجو تأجيلها أولًا بقرار، ثم تخطيطها من جديد.
not_over = لم ينقضِ موعدها. نرجو تأجيلها بقرار.
say_this = نرجو كتابة هذا بلغة واحدة على الأقل.
wrong_period = نرجو كتابة سنة أو شهر أو يوم موجود في هذا التقويم، مثل 1405 أو {"\u2066"}1405-08{"\u2069"} أو {"\u2066"}1405-08-12{"\u2069"}؛ وما عُقد لا يكون في المستقبل.
wrong_edition = نرجو كتابة رقم من ١ إلى ١٠٬٠٠٠.
wrong_taken = في السلسلة دورة بهذا الرقم.

# الشروط.
requirement = الشرط
requirements = الشروط
no_requirements = لم يحدد أحد كيف يجب أن تكون هذه الدورة.
withdrawn = سُحب
nobody_known = القائل غير معروف
noted = سُجّل:
no_body = لا شيء منها
step_require = تسجيل شرط
step_withdraw = سحب شرط
follows_require = يبقى في هذه الصفحة، ويظهر حيثما أمكن تغيير شكل المشاركة في أحد لقاءات الدورة. ويمكن تسجيله بعد صدوره بزمن.
follows_withdraw = لا يعود قائمًا، ويبقى محفوظًا مع سببه.
field_says = المطلوب
field_stated_by = صادر عن
field_of_body = منصب في الهيئة
field_stated_on = تاريخ الصدور
hint_stated_by = منصب في الهيئة المختارة أدناه، أو جهة خارجها. اتركه فارغًا إن لم يُعرف أحد.
said_and_owed = ما قيل وما بقي

# By how much something was moved: $n years, months or days; and what that does to the edition that comes next.
moved_by_years = { $n ->
    [one] تأخرت سنة واحدة
    [two] تأخرت سنتين
    [few] تأخرت { $n } سنوات
   *[other] تأخرت { $n } سنة
}
moved_by_months = { $n ->
    [one] تأخرت شهرًا واحدًا
    [two] تأخرت شهرين
    [few] تأخرت { $n } أشهر
    [many] تأخرت { $n } شهرًا
   *[other] تأخرت { $n } شهر
}
moved_by_days = { $n ->
    [one] تأخرت يومًا واحدًا
    [two] تأخرت يومين
    [few] تأخرت { $n } أيام
    [many] تأخرت { $n } يومًا
   *[other] تأخرت { $n } يوم
}
later_years = { $n ->
    [one] (بعد سنة)
    [two] (بعد سنتين)
    [few] (بعد { $n } سنوات)
   *[other] (بعد { $n } سنة)
}
later_months = { $n ->
    [one] (بعد شهر)
    [two] (بعد شهرين)
    [few] (بعد { $n } أشهر)
    [many] (بعد { $n } شهرًا)
   *[other] (بعد { $n } شهر)
}
later_days = { $n ->
    [one] (بعد يوم)
    [two] (بعد يومين)
    [few] (بعد { $n } أيام)
    [many] (بعد { $n } يومًا)
   *[other] (بعد { $n } يوم)
}
moves_with = { $n ->
    [one] تتأخر مع الدورة السابقة سنة واحدة.
    [two] تتأخر مع الدورة السابقة سنتين.
    [few] تتأخر مع الدورة السابقة { $n } سنوات.
   *[other] تتأخر مع الدورة السابقة { $n } سنة.
}
years_left = { $n ->
    [one] تبقى في موعدها: بعد سنة من الدورة السابقة.
    [two] تبقى في موعدها: بعد سنتين من الدورة السابقة.
    [few] تبقى في موعدها: بعد { $n } سنوات من الدورة السابقة.
   *[other] تبقى في موعدها: بعد { $n } سنة من الدورة السابقة.
}
not_planned_yet = لم تُخطَّط بعد
recurs = في كل مرة: { $when }
field_gathering_kind = ما يُعقد
field_counts_from = يُحسب الفاصل التالي من
kind_conference = مؤتمر
kind_meeting = اجتماع
kind_public_event = فعالية عامة
counts_nominal = السنة التي استُحقت فيها الدورة
counts_actual = السنة التي عُقدت فيها
