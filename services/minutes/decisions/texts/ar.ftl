# أثر القرار، وما آل إليه.

brings_about = الأثر: { $what }
brings_postpone = يؤجَّل { $what }.
brings_postpone_to = يؤجَّل { $what } إلى { $when }.
brings_in_person = يُعقد { $what } حضوريًا.
brings_online = يُعقد { $what } عبر الإنترنت.
brings_hybrid = يُعقد { $what } حضوريًا وعبر الإنترنت.
brings_call_meeting = يُدعى إلى اجتماع { $what } في { $when }.
brings_call_coordination = يُدعى إلى الاجتماع التنسيقي التالي لـ{ $what } في { $when }.
an_edition = الدورة { $number } من «{ $series }»
not_on_record = ما ليس مسجّلًا هنا
stands_not_yet = لا يُنفَّذ شيء قبل اعتماد القرار.
stands_pending = ينتظر تأكيد أحد مناصب الهيئة التي قررت، أو الأمانة.
stands_confirmed = أُكِّد، ويجري تنفيذه.
stands_refused = رُفض: { $why }
stands_lapsed = سقط قبل أن يجيب أحد: لم يعد القرار ينص عليه.
stands_carried_out = أُكِّد، ونُفِّذ في { $on }.
stands_stays = نُفِّذ في { $on }، ويبقى كذلك وإن لم يعد القرار ينص عليه.
stands_failed = أُكِّد، ولم يمكن تنفيذه: { $why }
hindrance_already = كان الأمر كذلك من قبل.
hindrance_draft = لم يُعلَن عن اللقاء بعد.
hindrance_begun = كان اللقاء قد بدأ.
hindrance_over = كان قد انتهى.
hindrance_cancelled = كان اللقاء قد أُلغي.
hindrance_postponed = كان قد أُجِّل من قبل.
hindrance_lapsed = كانت الدورة قد فاتت.
hindrance_time = لا يتوافق هذا الوقت معه.
