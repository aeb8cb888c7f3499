# The frame of every page, signing in, and the pages that belong to no service.

site = پلنری
skip = رفتن به متن اصلی
language = زبان
sign_in = ورود
sign_out = خروج
sign_in_once = این پیوند فقط یک بار کار می‌کند. برای ورود در این دستگاه دکمه را بزنید.
sign_in_none = پیوند ورودی را که به شما داده شده باز کنید. سامانه هنگام شروع یک پیوند نشان می‌دهد.
errors_title = لطفاً فرم را بررسی کنید

# What the page of an error says first; $status is that of HTTP.
problem = { $status ->
    [401] لطفاً وارد شوید
    [403] شما اجازهٔ این کار را ندارید
    [404] در این نشانی چیزی نیست
    [409] یک قاعده این کار را مجاز نمی‌داند
    [412] در این فاصله کسی این را تغییر داده است
    [413] حجم آنچه فرستاده‌اید بیش از اندازه است
    [422] لطفاً آنچه وارد کرده‌اید بررسی کنید
    [429] درخواست‌ها بیش از حد است. کمی صبر کنید
    [500] در سامانهٔ ما خطایی رخ داده است
    [503] این بخش در حال حاضر کار نمی‌کند
   *[other] این کار انجام نشد
}
problem_mark = نشان برای پشتیبان
home = صفحهٔ نخست

# The operations of an API as a page.
docs_operations = عملیات
docs_for = برای
docs_file = همین سند به صورت فایل OpenAPI 3.1
