# What stands in somebody's own calendar, beside the title, the place and the time.

online = عبر الإنترنت
coming =
    أنتم مسجَّلون في «{ $gathering }». إن تعذّر عليكم الحضور فنرجو إبلاغنا في صفحة تسجيلكم؛ وتجدون الطريق إليها في رسالتنا.
postponed = لن يُعقد «{ $gathering }» في هذا الموعد. لم يُحدَّد موعد جديد بعد.
cancelled = أُلغي «{ $gathering }» ولن يُعقد.
ended = لم يعد تسجيلكم في «{ $gathering }» قائمًا.
invited = تدعوكم الأمانة إلى «{ $gathering }». نرجو الرد هنا أو في الصفحة التي تقود إليها رسالتنا.
uninvited = سحبت الأمانة الدعوة إلى «{ $gathering }».
