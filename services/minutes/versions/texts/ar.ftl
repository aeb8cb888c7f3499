# The published versions of minutes, what differs between them, and how to check them; $count: how many paragraphs.

versions = النسخ المنشورة
untitled = لقاء بلا عنوان
versions_lead = يُحفظ كل ما نُشر كما كان. ومع كل تصحيح تُضاف نسخة جديدة، ولا تُغيَّر أي نسخة أبدًا.
version = النسخة { $number }
newest = الأحدث
hash = SHA-256
previous_hash = بصمة النسخة السابقة
first_one = لا شيء: هذه الأولى
what_differs = القراءة ورؤية ما اختلف
read_it = القراءة
file = الملف (JSON)
none_yet = لم تُحفظ أي نسخة بعد.
check_title = كيف تتحققون من هذا
check_lead = لكل نسخة بصمة: أرقام يستطيع أي أحد أن يحسبها من ملفها، وتصير غيرها إذا تغيّر حرف واحد فيه. ويحمل الملف كذلك بصمة النسخة السابقة. فلا يستطيع أحد أن يغيّر نسخة قديمة دون أن يتغيّر كل ما تلاها.
check_command = احسبوا بصمة نسخة بأنفسكم:
check_same = ما يُطبع هو SHA-256 المذكور أعلاه عند تلك النسخة.
check_chain = في الملف، «previous» هو SHA-256 للنسخة السابقة، وهو في الأولى null.
check_form = الملف JSON مكتوب بالطريقة الوحيدة التي يجيزها RFC 8785. ولا يرد الأشخاص فيه إلا بمعرّفاتهم. وليس فيه مما لا يقرؤه الجميع إلا بصمة صُنعت بسر، يستطيع من يحفظ المحضر إظهاره.
is_first = هذا ما نُشر أولًا.
differs = { $count ->
    [zero] لا تختلف أي فقرة عن النسخة السابقة.
    [one] تختلف فقرة واحدة عن النسخة السابقة.
    [two] تختلف فقرتان عن النسخة السابقة.
    [few] تختلف { $count } فقرات عن النسخة السابقة.
    [many] تختلف { $count } فقرة عن النسخة السابقة.
   *[other] تختلف { $count } فقرة عن النسخة السابقة.
}
names_now = ترد الأسماء كما هي مسجَّلة الآن.
decision = القرار { $number }
statement = بيان
participant = أحد المشاركين
kind_suggestion = اقتراح
kind_criticism = نقد
kind_solution = حل
changed = تغيّر
gone = لم يعد موجودًا
state_recorded = مسجَّل
state_open = لم يؤل إلى شيء بعد
state_taken_up = أُخذ به
state_declined = رُفض
state_made_action = صار إجراءً
state_kept = أُرجئ
state_withdrawn = سُحب
state_adopted = اعتُمد
state_rejected = رُفض
state_deferred = أُرجئ
state_circulated = معروض
