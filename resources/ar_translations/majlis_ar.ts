<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_SA" sourcelanguage="en">
<context>
    <name>AddressPage</name>
    <message>
        <source>Where shall the team come to?</source>
        <translation>إلى أين يأتي الفريق؟</translation>
    </message>
    <message>
        <source>It is used for this visit alone.</source>
        <translation>يُستخدم لهذه الزيارة وحدها.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Town or village, street, house, and what is near it</source>
        <translation>المدينة أو القرية، والشارع، والمنزل، وما يجاوره</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
</context>
<context>
    <name>AdminMessages</name>
    <message numerus="yes">
        <source>Attempts: %Ln</source>
        <translation>
            <numerusform>بلا محاولات</numerusform>
            <numerusform>محاولة واحدة</numerusform>
            <numerusform>محاولتان</numerusform>
            <numerusform>%Ln محاولات</numerusform>
            <numerusform>%Ln محاولة</numerusform>
            <numerusform>%Ln محاولة</numerusform>
        </translation>
    </message>
    <message>
        <source>Noted for engineers: {reason}</source>
        <translation>للفنيين: {reason}</translation>
    </message>
    <message>
        <source>Messages that were given up. To whom they were, and what they say, stays sealed.</source>
        <translation>رسائل تعذر إيصالها. ويبقى مضمونها ومن كانت له مختومين.</translation>
    </message>
    <message>
        <source>Send it again</source>
        <translation>إعادة الإرسال</translation>
    </message>
    <message>
        <source>Settle it</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Everything was delivered</source>
        <translation>وصلت جميع الرسائل</translation>
    </message>
    <message>
        <source>A message that is given up appears here with its reason.</source>
        <translation>تظهر هنا كل رسالة تعذر إيصالها، مع السبب.</translation>
    </message>
    <message>
        <source>It would come too late to be of use: it can only be settled.</source>
        <translation>فات وقت فائدتها، ولا يمكن إلا إنهاؤها.</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>كُتبت</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Send this message again?</source>
        <translation>إعادة إرسال هذه الرسالة؟</translation>
    </message>
    <message>
        <source>The message is on its way again.</source>
        <translation>الرسالة في طريقها من جديد.</translation>
    </message>
    <message>
        <source>Settle this message?</source>
        <translation>إنهاء هذه الرسالة؟</translation>
    </message>
    <message>
        <source>The message is settled.</source>
        <translation>أُنهيت الرسالة.</translation>
    </message>
    <message>
        <source>It is tried anew, as often as at first.</source>
        <translation>تُجرّب من جديد بعدد المحاولات كله.</translation>
    </message>
    <message>
        <source>It is never sent, and what it said is erased. This cannot be undone.</source>
        <translation>لا تُرسل أبدًا، ويُمحى مضمونها. ولا يمكن التراجع عن ذلك.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>الإنجليزية</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>بريد إلكتروني</translation>
    </message>
    <message numerus="yes">
        <source>Parts of SMS to be paid for: %Ln</source>
        <translation>
            <numerusform>لا أجزاء تُدفع</numerusform>
            <numerusform>جزء واحد يُدفع ثمنه</numerusform>
            <numerusform>جزءان يُدفع ثمنهما</numerusform>
            <numerusform>%Ln أجزاء يُدفع ثمنها</numerusform>
            <numerusform>%Ln جزءًا يُدفع ثمنها</numerusform>
            <numerusform>%Ln جزء يُدفع ثمنها</numerusform>
        </translation>
    </message>
    <message>
        <source>Code for signing in</source>
        <translation>رمز الدخول</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>التذكرة</translation>
    </message>
    <message>
        <source>Reminder a day before</source>
        <translation>تذكير قبل يوم</translation>
    </message>
    <message>
        <source>Reminder an hour before</source>
        <translation>تذكير قبل ساعة</translation>
    </message>
    <message>
        <source>Cancelled by the office</source>
        <translation>إلغاء من المكتب</translation>
    </message>
    <message>
        <source>Cancelled by the visitor</source>
        <translation>إلغاء من المراجع</translation>
    </message>
    <message>
        <source>Appointment moved</source>
        <translation>تغيير الموعد</translation>
    </message>
    <message>
        <source>End of waiting for a time</source>
        <translation>انتهاء انتظار الموعد</translation>
    </message>
    <message>
        <source>Offer of an earlier time</source>
        <translation>عرض موعد أقرب</translation>
    </message>
    <message>
        <source>Outcome is ready</source>
        <translation>صدور النتيجة</translation>
    </message>
    <message>
        <source>Expected time has changed</source>
        <translation>تغيّر الوقت المتوقع</translation>
    </message>
    <message>
        <source>Request has arrived</source>
        <translation>وصول الطلب</translation>
    </message>
    <message>
        <source>Request was passed on</source>
        <translation>إحالة الطلب</translation>
    </message>
    <message>
        <source>Request was answered</source>
        <translation>الرد على الطلب</translation>
    </message>
    <message>
        <source>Request was declined</source>
        <translation>تعذر قبول الطلب</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>عدم الحضور</translation>
    </message>
    <message>
        <source>Booked again after a fault</source>
        <translation>حجز بديل بعد عطل</translation>
    </message>
    <message>
        <source>Link for joining from outside</source>
        <translation>رابط الانضمام من الخارج</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>الأردية</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>رسالة نصية</translation>
    </message>
    <message>
        <source>This is missing: {names}</source>
        <translation>ينقصه: {names}</translation>
    </message>
    <message>
        <source>The message does not know this: {names}</source>
        <translation>لا تعرف الرسالة: {names}</translation>
    </message>
    <message>
        <source>It must have: {names}</source>
        <translation>لا بد فيه من: {names}</translation>
    </message>
    <message>
        <source>It may have: {names}</source>
        <translation>ويجوز فيه: {names}</translation>
    </message>
    <message>
        <source>signs: {count}</source>
        <translation>عدد الرموز: {count}</translation>
    </message>
    <message>
        <source>A brace is open or stands alone; one itself is written twice.</source>
        <translation>قوس معقوف مفتوح أو وحيد؛ ويُكتب القوس نفسه مرتين.</translation>
    </message>
    <message>
        <source>The SMS carrier could not be reached. Send it again once the line to it stands.</source>
        <translation>تعذّر الوصول إلى مزوّد الرسائل النصية. يمكن إعادة الإرسال بعد عودة الاتصال به.</translation>
    </message>
    <message>
        <source>The SMS carrier wanted to be asked later. It can be sent again.</source>
        <translation>طلب مزوّد الرسائل النصية الإرسال لاحقًا. يمكن إعادة الإرسال.</translation>
    </message>
    <message>
        <source>Something was wrong at the SMS carrier&apos;s. It can be sent again.</source>
        <translation>حدث خلل لدى مزوّد الرسائل النصية. يمكن إعادة الإرسال.</translation>
    </message>
    <message>
        <source>The SMS carrier does not take our credential. It has to be mended in the settings.</source>
        <translation>لم يقبل مزوّد الرسائل النصية بيانات الدخول إليه. يلزم تصحيحها في الإعدادات.</translation>
    </message>
    <message>
        <source>The SMS carrier&apos;s address in the settings is not right. It has to be mended there.</source>
        <translation>عنوان مزوّد الرسائل النصية في الإعدادات غير صحيح، ويلزم تصحيحه.</translation>
    </message>
    <message>
        <source>The SMS carrier did not take this message; the number may not be in use.</source>
        <translation>لم يقبل مزوّد الرسائل النصية هذه الرسالة، وقد يكون الرقم غير مستخدم.</translation>
    </message>
    <message>
        <source>The mail server could not be reached, or did not let us in.</source>
        <translation>تعذّر الوصول إلى خادم البريد، أو لم يسمح بالدخول.</translation>
    </message>
    <message>
        <source>The mail server did not take it for now. It can be sent again.</source>
        <translation>لم يقبل خادم البريد الرسالة الآن. يمكن إعادة الإرسال.</translation>
    </message>
    <message>
        <source>The mail server does not take letters to this address.</source>
        <translation>لا يقبل خادم البريد الرسائل إلى هذا العنوان.</translation>
    </message>
    <message>
        <source>There is no mail server in the settings.</source>
        <translation>لا يوجد خادم بريد في الإعدادات.</translation>
    </message>
    <message>
        <source>The message could not be opened here any more.</source>
        <translation>تعذّر فتح الرسالة هنا.</translation>
    </message>
    <message>
        <source>Something went wrong here while it was sent.</source>
        <translation>حدث خلل في النظام أثناء الإرسال.</translation>
    </message>
    <message>
        <source>It was not taken, for a reason that is not known here.</source>
        <translation>لم تُقبل الرسالة لسبب غير معروف هنا.</translation>
    </message>
    <message>
        <source>The text lacks something that it must have, or names what the message does not know.</source>
        <translation>ينقص النص ما لا بد منه، أو فيه ما لا تعرفه الرسالة.</translation>
    </message>
    <message>
        <source>This message has been dealt with already, or would come too late now.</source>
        <translation>عولجت هذه الرسالة من قبل، أو فات وقت فائدتها.</translation>
    </message>
    <message>
        <source>This message is not kept any more.</source>
        <translation>لم تعد هذه الرسالة محفوظة.</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>نص خاص</translation>
    </message>
    <message>
        <source>The usual ones</source>
        <translation>النص الأصلي</translation>
    </message>
    <message>
        <source>Your own words go.</source>
        <translation>يُحذف النص الخاص.</translation>
    </message>
    <message>
        <source>What is sent by SMS and e-mail. A change holds for whatever is sent from then on.</source>
        <translation>ما يُرسل بالرسائل النصية والبريد. ويسري التعديل على كل ما يُرسل بعده.</translation>
    </message>
    <message>
        <source>So it reads, with an example&apos;s values</source>
        <translation>هكذا تُقرأ، بقيم مثال</translation>
    </message>
    <message>
        <source>Back to the usual words</source>
        <translation>العودة إلى النص الأصلي</translation>
    </message>
    <message>
        <source>There is no message</source>
        <translation>لا توجد رسائل</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Go back to the usual words?</source>
        <translation>العودة إلى النص الأصلي؟</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Word this message so?</source>
        <translation>اعتماد هذا النص؟</translation>
    </message>
    <message>
        <source>It is worded so from now on.</source>
        <translation>يسري هذا النص من الآن.</translation>
    </message>
    <message>
        <source>Word it so</source>
        <translation>اعتماد</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>العودة</translation>
    </message>
</context>
<context>
    <name>Administration</name>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>It is as it was before.</source>
        <translation>عاد كل شيء كما كان.</translation>
    </message>
    <message>
        <source>People and roles</source>
        <translation>الموظفون والأدوار</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>جداول الاستقبال</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>الإجازات</translation>
    </message>
    <message>
        <source>Offices and services</source>
        <translation>المكاتب والخدمات</translation>
    </message>
    <message>
        <source>Questions before booking</source>
        <translation>الأسئلة قبل الحجز</translation>
    </message>
    <message>
        <source>Wordings of outcomes</source>
        <translation>صيغ النتائج</translation>
    </message>
    <message>
        <source>Halls and kiosks</source>
        <translation>القاعات والأكشاك</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>نصوص الرسائل</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>رسائل لم تصل</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>مدد الحفظ</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>سجل التدقيق</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>تجاهل التعديل</translation>
    </message>
    <message>
        <source>Choose a row to see it and change it.</source>
        <translation>يُرجى اختيار صف لعرضه وتعديله.</translation>
    </message>
    <message>
        <source>A change in “{section}” is not saved.</source>
        <translation>لم يُحفظ تعديل في «{section}».</translation>
    </message>
    <message>
        <source>Choose a row to see it.</source>
        <translation>يُرجى اختيار صف لعرضه.</translation>
    </message>
    <message>
        <source>{name}: nothing any more (was: {old})</source>
        <translation>{name}: لا شيء بعد الآن (كان: {old})</translation>
    </message>
    <message>
        <source>{name}: {new} (was: {old})</source>
        <translation>{name}: {new} (كان: {old})</translation>
    </message>
    <message>
        <source>Nothing is found</source>
        <translation>لا نتيجة</translation>
    </message>
    <message>
        <source>Try other words, or fewer.</source>
        <translation>يُرجى تجربة كلمات أخرى، أو أقل.</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>الإدارة</translation>
    </message>
    <message>
        <source>I have written it down</source>
        <translation>تم التدوين</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>التسجيل</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>سجل الاطلاع</translation>
    </message>
    <message>
        <source>People&apos;s data</source>
        <translation>بيانات الأشخاص</translation>
    </message>
</context>
<context>
    <name>AgeNotice</name>
    <message>
        <source>As it was on {day} at {time}; it may have changed since.</source>
        <translation>هذه المعلومات كما كانت يوم {day} في {time}، وقد تكون تغيّرت بعد ذلك.</translation>
    </message>
</context>
<context>
    <name>AgendaList</name>
    <message>
        <source>Still to be written, from earlier days</source>
        <translation>نتائج لم تُكتب بعد، من أيام سابقة</translation>
    </message>
    <message>
        <source>Here now</source>
        <translation>حاضرون الآن</translation>
    </message>
    <message>
        <source>Today by time</source>
        <translation>مواعيد اليوم حسب الوقت</translation>
    </message>
    <message>
        <source>It is {time}</source>
        <translation>الآن {time}</translation>
    </message>
</context>
<context>
    <name>Alerting</name>
    <message numerus="yes">
        <source>The next audience begins in %Ln minutes</source>
        <translation>
            <numerusform>تبدأ المقابلة التالية بعد أقل من دقيقة</numerusform>
            <numerusform>تبدأ المقابلة التالية بعد دقيقة واحدة</numerusform>
            <numerusform>تبدأ المقابلة التالية بعد دقيقتين</numerusform>
            <numerusform>تبدأ المقابلة التالية بعد %Ln دقائق</numerusform>
            <numerusform>تبدأ المقابلة التالية بعد %Ln دقيقة</numerusform>
            <numerusform>تبدأ المقابلة التالية بعد %Ln دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln visitors have come</source>
        <translation>
            <numerusform>لم يصل أحد</numerusform>
            <numerusform>وصل مراجع</numerusform>
            <numerusform>وصل مراجعان</numerusform>
            <numerusform>وصل %Ln مراجعين</numerusform>
            <numerusform>وصل %Ln مراجعًا</numerusform>
            <numerusform>وصل %Ln مراجع</numerusform>
        </translation>
    </message>
    <message>
        <source>They wait for you.</source>
        <translation>وهم في انتظاركم.</translation>
    </message>
    <message>
        <source>A visitor has come</source>
        <translation>وصل مراجع</translation>
    </message>
</context>
<context>
    <name>Announcing</name>
    <message>
        <source>It is your turn. The talk begins in a moment.</source>
        <translation>حان دوركم الآن. تبدأ المقابلة بعد لحظات.</translation>
    </message>
</context>
<context>
    <name>AnswerPaper</name>
    <message>
        <source>Majlis · Answer to your request</source>
        <translation>مجلس · الرد على طلبكم</translation>
    </message>
    <message>
        <source>You can read this at any kiosk, where you sign in.</source>
        <translation>يمكنكم قراءة هذا الرد في أي كشك بعد التحقق من هويتكم.</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>الجهة المجيبة</translation>
    </message>
    <message>
        <source>About</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>تاريخ الطلب</translation>
    </message>
</context>
<context>
    <name>AnswerPrinting</name>
    <message>
        <source>Print the answer</source>
        <translation>طباعة الرد</translation>
    </message>
    <message>
        <source>The answer is being printed. One moment, please.</source>
        <translation>تجري طباعة الرد. لحظات من فضلكم.</translation>
    </message>
    <message>
        <source>Please take the paper from below the screen.</source>
        <translation>يرجى أخذ الورقة من أسفل الشاشة.</translation>
    </message>
    <message>
        <source>You can read the answer again at any kiosk.</source>
        <translation>يمكنكم قراءة الرد مجددًا في أي كشك.</translation>
    </message>
</context>
<context>
    <name>AppointmentsPage</name>
    <message>
        <source>Your appointment with {office} was cancelled.</source>
        <translation>أُلغي موعدكم لدى {office}.</translation>
    </message>
    <message>
        <source>Your appointments and requests</source>
        <translation>مواعيدكم وطلباتكم</translation>
    </message>
    <message>
        <source>Check in, and the office knows that you are here</source>
        <translation>سجّلوا حضوركم ليعلم المكتب أنكم هنا</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>You have no appointment</source>
        <translation>لا توجد لديكم مواعيد</translation>
    </message>
    <message>
        <source>Nothing is booked under your ID. You can book an audience now.</source>
        <translation>لا يوجد حجز مسجّل برقم هويتكم. يمكنكم حجز مقابلة الآن.</translation>
    </message>
    <message>
        <source>Nothing is booked under your ID.</source>
        <translation>لا يوجد حجز مسجّل برقم هويتكم.</translation>
    </message>
    <message>
        <source>Add a document</source>
        <translation>إضافة مستند</translation>
    </message>
    <message>
        <source>Change or cancel</source>
        <translation>تغيير أو إلغاء</translation>
    </message>
</context>
<context>
    <name>Aside</name>
    <message>
        <source>Private word</source>
        <translation>كلمة خاصة</translation>
    </message>
    <message>
        <source>The visitor reads “One moment, please”. They neither see nor hear you, and you do not see or hear them.</source>
        <translation>يقرأ المراجع «لحظة من فضلكم»، ولا يراكم ولا يسمعكم، وأنتم لا ترونه ولا تسمعونه.</translation>
    </message>
    <message>
        <source>The officials are having a short word with each other. Until they are back they neither see nor hear you, and you do not see or hear them.</source>
        <translation>يتشاور المسؤولون فيما بينهم قليلاً ثم يعودون إليكم. وإلى أن يعودوا لا يرونكم ولا يسمعونكم، ولا ترونهم ولا تسمعونهم.</translation>
    </message>
    <message>
        <source>A word among the officials alone, or come back to the visitor (K)</source>
        <translation>كلمة بين المسؤولين وحدهم، أو العودة إلى المراجع (K)</translation>
    </message>
    <message>
        <source>Private word among the officials alone: the visitor, and whoever interprets, neither see nor hear you, and you do not see or hear them.</source>
        <translation>كلمة خاصة بين المسؤولين وحدهم: لا يراكم المراجع ولا يسمعكم، ولا من يترجم له، وأنتم لا ترونهم ولا تسمعونهم.</translation>
    </message>
    <message>
        <source>The private word is over: the visitor sees and hears you again.</source>
        <translation>انتهت الكلمة الخاصة: يراكم المراجع ويسمعكم من جديد.</translation>
    </message>
    <message>
        <source>Not possible now: a private word needs a second official here whose line stands, and up-to-date programs at every end.</source>
        <translation>غير ممكن الآن: تحتاج الكلمة الخاصة إلى مسؤول آخر في المقابلة اتصاله قائم، وإلى برامج محدّثة لدى الجميع.</translation>
    </message>
    <message>
        <source>Come back</source>
        <translation>العودة</translation>
    </message>
    <message>
        <source>Come back to the visitor</source>
        <translation>العودة إلى المراجع</translation>
    </message>
    <message>
        <source>The officials have a private word: neither you nor the visitor see or hear them, nor they you.</source>
        <translation>للمسؤولين كلمة خاصة: لا ترونهم ولا تسمعونهم، لا أنتم ولا المراجع، وهم لا يرونكم ولا يسمعونكم.</translation>
    </message>
    <message>
        <source>Help them</source>
        <translation>مساعدة صاحبه</translation>
    </message>
    <message>
        <source>Dealt with</source>
        <translation>تمت المعالجة</translation>
    </message>
    <message>
        <source>Back to the kiosks</source>
        <translation>العودة إلى الأكشاك</translation>
    </message>
    <message>
        <source>Left at the kiosks, and not done</source>
        <translation>إدخالات تُركت في الأكشاك ولم تُنجز</translation>
    </message>
    <message>
        <source>Everything has been dealt with.</source>
        <translation>تمت معالجة كل شيء.</translation>
    </message>
    <message numerus="yes">
        <source>Entries left here that could not be done: %Ln</source>
        <translation>
            <numerusform>إدخالات تُركت هنا وتعذّر إنجازها: %Ln</numerusform>
            <numerusform>إدخالات تُركت هنا وتعذّر إنجازها: %Ln</numerusform>
            <numerusform>إدخالات تُركت هنا وتعذّر إنجازها: %Ln</numerusform>
            <numerusform>إدخالات تُركت هنا وتعذّر إنجازها: %Ln</numerusform>
            <numerusform>إدخالات تُركت هنا وتعذّر إنجازها: %Ln</numerusform>
            <numerusform>إدخالات تُركت هنا وتعذّر إنجازها: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Whoever comes with the slip of this number is helped at your desk: see their papers, and book anew.</source>
        <translation>من يأتي بإيصال هذا الرقم تساعدونه في مكتبكم: اطّلعوا على وثائقه واحجزوا له من جديد.</translation>
    </message>
    <message>
        <source>Check-in with a ticket</source>
        <translation>تسجيل حضور بتذكرة</translation>
    </message>
    <message>
        <source>Opinion of an audience</source>
        <translation>رأي في موعد</translation>
    </message>
    <message>
        <source>Request to be received</source>
        <translation>طلب موعد</translation>
    </message>
    <message>
        <source>Entry that cannot be read</source>
        <translation>إدخال تتعذّر قراءته</translation>
    </message>
    <message>
        <source>They came before check-in had opened.</source>
        <translation>حضر صاحبه قبل فتح تسجيل الحضور.</translation>
    </message>
    <message>
        <source>They came after the time of the audience was over.</source>
        <translation>حضر صاحبه بعد انتهاء وقت الموعد.</translation>
    </message>
    <message>
        <source>The audience had been cancelled.</source>
        <translation>كان الموعد قد أُلغي.</translation>
    </message>
    <message>
        <source>There is no audience that it could belong to.</source>
        <translation>لا يوجد موعد يخصه هذا الإدخال.</translation>
    </message>
    <message>
        <source>Number and code of the ticket do not belong together.</source>
        <translation>رقم التذكرة ورمزها غير متطابقين.</translation>
    </message>
    <message>
        <source>The number of this ticket was tried too often on that day.</source>
        <translation>جُرّب رقم هذه التذكرة مرات كثيرة في ذلك اليوم.</translation>
    </message>
    <message>
        <source>There is no such service any more, or it is not open to this person.</source>
        <translation>لم تعد هذه الخدمة متاحة، أو أنها غير متاحة لصاحب الطلب.</translation>
    </message>
    <message>
        <source>The words about personal data have changed: they have to agree anew.</source>
        <translation>تغيّر نص الموافقة على البيانات الشخصية، وتلزم موافقة جديدة.</translation>
    </message>
    <message>
        <source>They have as many open requests as one may have.</source>
        <translation>بلغ صاحبه الحد الأعلى من الطلبات المفتوحة.</translation>
    </message>
    <message>
        <source>What was entered is incomplete or not correct.</source>
        <translation>البيانات المدخلة ناقصة أو غير صحيحة.</translation>
    </message>
    <message>
        <source>The server cannot open it.</source>
        <translation>تعذّر على الخادم فتح هذا الإدخال.</translation>
    </message>
    <message>
        <source>It was damaged in the kiosk; nobody can read it.</source>
        <translation>تلف هذا الإدخال في الكشك، ولا يمكن لأحد قراءته.</translation>
    </message>
    <message>
        <source>The server could make nothing of it.</source>
        <translation>لم يتمكن الخادم من فهم هذا الإدخال.</translation>
    </message>
    <message>
        <source>It could not be done.</source>
        <translation>تعذّر إنجازه.</translation>
    </message>
    <message>
        <source>Nothing can be made up for it; it is enough to know of it.</source>
        <translation>لا يمكن تعويضه، ويكفي العلم به.</translation>
    </message>
    <message>
        <source>Help them: look at their audiences, and book anew if need be.</source>
        <translation>ساعدوا صاحبه: راجعوا مواعيده، واحجزوا له من جديد عند الحاجة.</translation>
    </message>
</context>
<context>
    <name>Attending</name>
    <message>
        <source>Received by</source>
        <translation>يستقبلكم</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message>
        <source>Welcome to the Majlis</source>
        <translation>أهلًا بكم في المجلس</translation>
    </message>
    <message>
        <source>Touch the screen to meet the official you need</source>
        <translation>المسوا الشاشة لمقابلة المسؤول الذي تحتاجون إليه</translation>
    </message>
</context>
<context>
    <name>Audience</name>
    <message numerus="yes">
        <source>%Ln visitors have come and wait for you.</source>
        <translation>
            <numerusform>لا أحد في انتظاركم.</numerusform>
            <numerusform>في انتظاركم الآن مراجع واحد.</numerusform>
            <numerusform>في انتظاركم الآن مراجعان.</numerusform>
            <numerusform>في انتظاركم الآن %Ln مراجعين.</numerusform>
            <numerusform>في انتظاركم الآن %Ln مراجعًا.</numerusform>
            <numerusform>في انتظاركم الآن %Ln مراجع.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} waits no more: the audience was cancelled a moment ago, or goes on at another office.</source>
        <translation>{name} لم يعد في الانتظار: أُلغي الموعد قبل لحظات أو حُوّل إلى مكتب آخر.</translation>
    </message>
    <message>
        <source>Being booked</source>
        <translation>قيد الحجز</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>محجوز</translation>
    </message>
    <message>
        <source>Booked and reminded</source>
        <translation>محجوز وتم التذكير</translation>
    </message>
    <message>
        <source>Has come</source>
        <translation>حضر</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>In the talk</source>
        <translation>في المقابلة</translation>
    </message>
    <message>
        <source>A break</source>
        <translation>استراحة</translation>
    </message>
    <message>
        <source>Outcome to be written</source>
        <translation>بانتظار كتابة النتيجة</translation>
    </message>
    <message>
        <source>Outcome written</source>
        <translation>كُتبت النتيجة</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>اكتمل</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>لم يحضر</translation>
    </message>
    <message>
        <source>Not held: our fault</source>
        <translation>لم يُعقد لسبب من جهتنا</translation>
    </message>
    <message>
        <source>At their own computer</source>
        <translation>عن بُعد من جهازه</translation>
    </message>
    <message>
        <source>In person, at the office</source>
        <translation>حضورياً في المكتب</translation>
    </message>
    <message>
        <source>A visit to their home</source>
        <translation>زيارة في منزله</translation>
    </message>
    <message>
        <source>{name} waits no more: the audience fell through by a fault of ours and is booked again.</source>
        <translation>{name} لم يعد في الانتظار: تعذّر الموعد بسبب منا وحُجز له موعد جديد.</translation>
    </message>
    <message>
        <source>{name} waits no more: somebody of your office has dealt with the audience a moment ago.</source>
        <translation>{name} لم يعد في الانتظار: أنهى أحد في مكتبكم أمر الموعد قبل لحظات.</translation>
    </message>
    <message>
        <source>Has just come</source>
        <translation>وصل الآن</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for %Ln min</source>
        <translation>
            <numerusform>وصل الآن</numerusform>
            <numerusform>ينتظر منذ دقيقة</numerusform>
            <numerusform>ينتظر منذ دقيقتين</numerusform>
            <numerusform>ينتظر منذ %Ln دقائق</numerusform>
            <numerusform>ينتظر منذ %Ln دقيقة</numerusform>
            <numerusform>ينتظر منذ %Ln دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>kiosk %Ln</source>
        <translation>
            <numerusform>كشك %Ln</numerusform>
            <numerusform>كشك %Ln</numerusform>
            <numerusform>كشك %Ln</numerusform>
            <numerusform>كشك %Ln</numerusform>
            <numerusform>كشك %Ln</numerusform>
            <numerusform>كشك %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} has come and is waiting for you: {place}.</source>
        <translation>في انتظاركم الآن: {name}، {place}.</translation>
    </message>
</context>
<context>
    <name>AudienceWords</name>
    <message>
        <source>Being booked</source>
        <translation>قيد الحجز</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>محجوز</translation>
    </message>
    <message>
        <source>Booked, and coming soon</source>
        <translation>محجوز وموعده قريب</translation>
    </message>
    <message>
        <source>You are checked in</source>
        <translation>سُجّل حضوركم</translation>
    </message>
    <message>
        <source>The official is waiting for you</source>
        <translation>المسؤول في انتظاركم</translation>
    </message>
    <message>
        <source>A short break; please stay near</source>
        <translation>استراحة قصيرة، نرجو البقاء بالقرب</translation>
    </message>
    <message>
        <source>The outcome is being written</source>
        <translation>تُكتب النتيجة الآن</translation>
    </message>
    <message>
        <source>The outcome is ready for you</source>
        <translation>النتيجة جاهزة لكم</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>مكتمل</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>فات الموعد</translation>
    </message>
    <message>
        <source>Not held, through a fault of ours</source>
        <translation>لم يُعقد لسبب من جهتنا، ونعتذر</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>تسجيل الحضور</translation>
    </message>
    <message>
        <source>Back to my place</source>
        <translation>العودة إلى مكاني</translation>
    </message>
    <message>
        <source>Read the outcome</source>
        <translation>قراءة النتيجة</translation>
    </message>
    <message>
        <source>Its time has passed.</source>
        <translation>انقضى وقت هذا الموعد.</translation>
    </message>
    <message>
        <source>Check-in opens at {time}.</source>
        <translation>يُفتح تسجيل الحضور الساعة {time}.</translation>
    </message>
    <message>
        <source>Check-in opens on {day} at {time}.</source>
        <translation>يُفتح تسجيل الحضور يوم {day} الساعة {time}.</translation>
    </message>
</context>
<context>
    <name>AuditCheck</name>
    <message>
        <source>The trail is being verified: {walked} of {of} records.</source>
        <translation>يجري التحقق من سلامة السجل: {walked} من {of} من القيود.</translation>
    </message>
    <message numerus="yes">
        <source>The trail is whole: %Ln records, none of them changed, missing or added.</source>
        <translation>
            <numerusform>السجل سليم، وليس فيه قيود بعد.</numerusform>
            <numerusform>السجل سليم: قيد واحد، لم يُغيَّر ولم يُحذف شيء ولم يُضف.</numerusform>
            <numerusform>السجل سليم: قيدان، لم يُغيَّر منهما شيء ولم يُحذف ولم يُضف.</numerusform>
            <numerusform>السجل سليم: %Ln قيود، لم يُغيَّر منها شيء ولم يُحذف ولم يُضف.</numerusform>
            <numerusform>السجل سليم: %Ln قيدًا، لم يُغيَّر منها شيء ولم يُحذف ولم يُضف.</numerusform>
            <numerusform>السجل سليم: %Ln قيد، لم يُغيَّر منها شيء ولم يُحذف ولم يُضف.</numerusform>
        </translation>
    </message>
    <message>
        <source>{text} (sealed on {when})</source>
        <translation>{text} (خُتم في {when})</translation>
    </message>
    <message>
        <source>The trail could not be verified: the store did not answer. Please try again.</source>
        <translation>تعذّر التحقق من السجل لأن مخزن البيانات لم يُجب. يُرجى المحاولة مرة أخرى.</translation>
    </message>
    <message>
        <source>{text} (dated {when})</source>
        <translation>{text} (تاريخه المكتوب {when})</translation>
    </message>
    <message>
        <source>Up to {when} nothing is wrong with it.</source>
        <translation>السجل سليم حتى {when}.</translation>
    </message>
    <message>
        <source>Change nothing, keep the backups, and call whoever answers for security.</source>
        <translation>لا تغيّروا شيئًا، واحتفظوا بالنسخ الاحتياطية، واتصلوا بمسؤول أمن المعلومات.</translation>
    </message>
    <message>
        <source>Verified on {when}.</source>
        <translation>جرى التحقق في {when}.</translation>
    </message>
    <message>
        <source>The note of its end, which is kept outside of the store, is missing: whether its end was cut off cannot be told.</source>
        <translation>علامة نهاية السجل المحفوظة خارج المخزن مفقودة، فلا يمكن معرفة ما إذا كانت نهايته قد قُطعت.</translation>
    </message>
    <message>
        <source>Record {number} was changed, or its seal.</source>
        <translation>غُيِّر القيد {number} أو ختمه.</translation>
    </message>
    <message>
        <source>Record {number} was deleted.</source>
        <translation>حُذف القيد {number}.</translation>
    </message>
    <message>
        <source>Seal {number} was deleted, and perhaps its record.</source>
        <translation>حُذف الختم {number}، وربما حُذف قيده معه.</translation>
    </message>
    <message>
        <source>Record {number} was added with another date, or a clock was hours off.</source>
        <translation>أُضيف القيد {number} بتاريخ آخر، أو كانت الساعة خاطئة بساعات.</translation>
    </message>
    <message>
        <source>The end is missing: seal {number} was there once.</source>
        <translation>نهاية السجل مفقودة: كان الختم {number} موجودًا من قبل.</translation>
    </message>
    <message>
        <source>Record {number} has no seal: somebody added it.</source>
        <translation>القيد {number} بلا ختم: أضافه أحد من خارج النظام.</translation>
    </message>
    <message>
        <source>The note of its end, kept outside of the store, is damaged.</source>
        <translation>علامة نهاية السجل المحفوظة خارج المخزن تالفة.</translation>
    </message>
    <message numerus="yes">
        <source>And so many more: %Ln</source>
        <translation>
            <numerusform>ولا شيء سواها</numerusform>
            <numerusform>وواحد سواها</numerusform>
            <numerusform>واثنان سواها</numerusform>
            <numerusform>و%Ln سواها</numerusform>
            <numerusform>و%Ln سواها</numerusform>
            <numerusform>و%Ln سواها</numerusform>
        </translation>
    </message>
    <message>
        <source>The trail is not whole. Verified on {when}.</source>
        <translation>السجل غير سليم. جرى التحقق في {when}.</translation>
    </message>
    <message>
        <source>Verify the trail</source>
        <translation>التحقق من السلامة</translation>
    </message>
</context>
<context>
    <name>AwaySteps</name>
    <message>
        <source>Until the server answers again</source>
        <translation>إلى أن يستجيب الخادم من جديد</translation>
    </message>
    <message>
        <source>Not possible meanwhile: to ask anything of a kiosk from here, and to get past a kiosk&apos;s screen, for only the server can tell whether a PIN is right.</source>
        <translation>لا يمكن في هذه الأثناء توجيه أي طلب إلى الأكشاك من هنا، ولا تجاوز شاشة الكشك، لأن الخادم وحده يتحقق من صحة الرقم السري.</translation>
    </message>
    <message>
        <source>A talk that runs goes on. Ask everybody else to wait: what they entered stays.</source>
        <translation>المقابلة الجارية تستمر. اطلبوا من الآخرين الانتظار، فما أدخلوه محفوظ.</translation>
    </message>
    <message>
        <source>Look at the power and the network cable of this computer and of the kiosks.</source>
        <translation>تحققوا من الكهرباء ومن كابل الشبكة في هذا الحاسب وفي الأكشاك.</translation>
    </message>
    <message>
        <source>Record the incident under Incidents: it is kept in this program and sent later.</source>
        <translation>سجّلوا العطل في قسم الأعطال، فيُحفظ في هذا البرنامج ويُرسل لاحقًا.</translation>
    </message>
    <message>
        <source>Note on paper who came and when, so that nobody counts as absent through our fault.</source>
        <translation>دوّنوا على الورق من حضر ومتى، حتى لا يُعدّ أحد غائبًا بسبب خلل منّا.</translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>What is behind you is seen again.</source>
        <translation>عاد ما خلفكم ظاهرًا.</translation>
    </message>
    <message>
        <source>What is behind you is blurred from now on.</source>
        <translation>سيظهر ما خلفكم مموّهًا من الآن.</translation>
    </message>
    <message>
        <source>You are being looked for in the picture; until then all of it is blurred.</source>
        <translation>يجري تحديد مكانكم في الصورة، وتبقى الصورة كلها مموّهة إلى ذلك الحين.</translation>
    </message>
    <message>
        <source>This computer is too slow to blur only what is behind you: your whole picture is blurred. Switch blurring off to be seen.</source>
        <translation>هذا الجهاز أبطأ من أن يموّه ما خلفكم وحده، فصورتكم كلها مموّهة. يُرجى إيقاف التمويه لتظهر صورتكم.</translation>
    </message>
    <message>
        <source>What finds you in the picture is not installed on this computer: your whole picture is blurred. Switch blurring off to be seen.</source>
        <translation>البرنامج الذي يحدّد مكانكم في الصورة غير مثبَّت على هذا الجهاز، فصورتكم كلها مموّهة. يُرجى إيقاف التمويه لتظهر صورتكم.</translation>
    </message>
    <message>
        <source>You could not be told from what is behind you: your whole picture is hidden. Switch blurring off to be seen, or off and on to try it again.</source>
        <translation>تعذّر تمييزكم عمّا خلفكم، فصورتكم كلها محجوبة. يُرجى إيقاف التمويه لتظهر صورتكم، أو إيقافه ثم تشغيله لإعادة المحاولة.</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message numerus="yes">
        <source>Days ago: %Ln</source>
        <translation>
            <numerusform>اليوم</numerusform>
            <numerusform>قبل يوم</numerusform>
            <numerusform>قبل يومين</numerusform>
            <numerusform>قبل %Ln أيام</numerusform>
            <numerusform>قبل %Ln يومًا</numerusform>
            <numerusform>قبل %Ln يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hours: %Ln</source>
        <translation>
            <numerusform>أقل من ساعة</numerusform>
            <numerusform>ساعة</numerusform>
            <numerusform>ساعتين</numerusform>
            <numerusform>%Ln ساعات</numerusform>
            <numerusform>%Ln ساعة</numerusform>
            <numerusform>%Ln ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %Ln s</source>
        <translation>
            <numerusform>منذ لحظات</numerusform>
            <numerusform>منذ ثانية</numerusform>
            <numerusform>منذ ثانيتين</numerusform>
            <numerusform>منذ %Ln ثوانٍ</numerusform>
            <numerusform>منذ %Ln ثانية</numerusform>
            <numerusform>منذ %Ln ثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>A backup is taken, {since}: {written} of about {whole}</source>
        <translation>تُؤخذ نسخة، {since}: {written} من نحو {whole}</translation>
    </message>
    <message numerus="yes">
        <source>Records: %Ln</source>
        <translation>
            <numerusform>بلا سجلات</numerusform>
            <numerusform>سجل واحد</numerusform>
            <numerusform>سجلان</numerusform>
            <numerusform>%Ln سجلات</numerusform>
            <numerusform>%Ln سجلًا</numerusform>
            <numerusform>%Ln سجل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Minutes ago: %Ln</source>
        <translation>
            <numerusform>قبل لحظات</numerusform>
            <numerusform>قبل دقيقة</numerusform>
            <numerusform>قبل دقيقتين</numerusform>
            <numerusform>قبل %Ln دقائق</numerusform>
            <numerusform>قبل %Ln دقيقة</numerusform>
            <numerusform>قبل %Ln دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hours ago: %Ln</source>
        <translation>
            <numerusform>قبل أقل من ساعة</numerusform>
            <numerusform>قبل ساعة</numerusform>
            <numerusform>قبل ساعتين</numerusform>
            <numerusform>قبل %Ln ساعات</numerusform>
            <numerusform>قبل %Ln ساعة</numerusform>
            <numerusform>قبل %Ln ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Minutes: %Ln</source>
        <translation>
            <numerusform>أقل من دقيقة</numerusform>
            <numerusform>دقيقة</numerusform>
            <numerusform>دقيقتين</numerusform>
            <numerusform>%Ln دقائق</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>Whole when it was taken</source>
        <translation>سليمة عند أخذها</translation>
    </message>
    <message>
        <source>Whole on {moment}</source>
        <translation>سليمة في {moment}</translation>
    </message>
    <message>
        <source>DAMAGED on {moment}</source>
        <translation>تالفة في {moment}</translation>
    </message>
    <message>
        <source>The journal takes nothing, so nothing can be changed: look at its disk. See the server&apos;s log.</source>
        <translation>سجل التغييرات لا يقبل الكتابة، فلا يمكن تغيير شيء. افحصوا قرصه وراجعوا سجل الخادم.</translation>
    </message>
    <message>
        <source>The last backup is older than planned. Take one now.</source>
        <translation>آخر نسخة أقدم من المقرر. خذوا نسخة الآن.</translation>
    </message>
    <message>
        <source>A backup is damaged. Look at the disk, and take another one.</source>
        <translation>إحدى النسخ تالفة. افحصوا القرص وخذوا نسخة أخرى.</translation>
    </message>
    <message>
        <source>A backup is restored on trial and compared, {since}</source>
        <translation>تُستعاد نسخة للتجربة وتُقارن، {since}</translation>
    </message>
    <message>
        <source>A backup is taken, {since}: {written}</source>
        <translation>تُؤخذ نسخة، {since}: {written}</translation>
    </message>
    <message>
        <source>1. Stop the server: nobody is served meanwhile.</source>
        <translation>١. أوقفوا الخادم، ولا يُخدم أحد في أثناء ذلك.</translation>
    </message>
    <message>
        <source>2. On its machine, which has the keys, type: {command}</source>
        <translation>٢. على جهازه الذي فيه المفاتيح اكتبوا: {command}</translation>
    </message>
    <message>
        <source>DAMAGED</source>
        <translation>تالفة</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>سليمة</translation>
    </message>
    <message>
        <source>3. A store that is there is put aside with {option}, never overwritten.</source>
        <translation>٣. إن وُجد مخزن فأضيفوا {option} ليُنحَّى جانبًا، ولا يُكتب فوقه أبدًا.</translation>
    </message>
    <message>
        <source>4. Start the server, and look at today’s appointments.</source>
        <translation>٤. شغلوا الخادم وراجعوا مواعيد اليوم.</translation>
    </message>
    <message>
        <source>No journal: what comes after the last one can be lost</source>
        <translation>لا يوجد سجل تغييرات، فقد يضيع ما بعد آخر نسخة</translation>
    </message>
    <message>
        <source>The journal goes on from it: nothing after it is lost.</source>
        <translation>سجل التغييرات يكمل من بعدها، فلا يضيع شيء.</translation>
    </message>
    <message>
        <source>What came after it is not in the journal.</source>
        <translation>ما جرى بعدها ليس في سجل التغييرات.</translation>
    </message>
    <message>
        <source>Another one is taken or tried just now. Please wait for it.</source>
        <translation>تُؤخذ نسخة أخرى أو تُجرَّب الآن. يُرجى انتظارها.</translation>
    </message>
    <message>
        <source>This backup is not there any more. The list is new.</source>
        <translation>لم تعد هذه النسخة موجودة. حُدِّثت القائمة.</translation>
    </message>
    <message>
        <source>Folder: {place}</source>
        <translation>المجلد: {place}</translation>
    </message>
    <message>
        <source>One every {span}</source>
        <translation>نسخة كل {span}</translation>
    </message>
    <message>
        <source>The backup of {moment} failed; it is tried again every five minutes. See the server&apos;s log.</source>
        <translation>تعذر أخذ نسخة {moment}، وتُعاد المحاولة كل خمس دقائق. راجعوا سجل الخادم.</translation>
    </message>
    <message>
        <source>Taken by version {version}</source>
        <translation>أُخذت بالإصدار {version}</translation>
    </message>
    <message>
        <source>The journal reaches to {moment}</source>
        <translation>سجل التغييرات يصل إلى {moment}</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>أخذ نسخة الآن</translation>
    </message>
    <message>
        <source>Try it now</source>
        <translation>تجربة النسخة الآن</translation>
    </message>
    <message>
        <source>To restore it</source>
        <translation>لاستعادتها</translation>
    </message>
    <message>
        <source>There is no backup yet</source>
        <translation>لا توجد نسخة احتياطية بعد</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>وقت النسخة</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>التجربة</translation>
    </message>
    <message>
        <source>This server takes no backups</source>
        <translation>هذا الخادم لا يأخذ نسخًا احتياطية</translation>
    </message>
    <message>
        <source>Name a folder on another disk in its settings: DESK_SERVER_CONTINUITY__BACKUPS.</source>
        <translation>حددوا مجلدًا على قرص آخر في إعداداته: DESK_SERVER_CONTINUITY__BACKUPS.</translation>
    </message>
</context>
<context>
    <name>Breach</name>
    <message>
        <source>Everybody</source>
        <translation>الجميع</translation>
    </message>
    <message>
        <source>From {first} to {last}</source>
        <translation>من {first} إلى {last}</translation>
    </message>
    <message>
        <source>{who} ({role}): saw {seen}, changed {changed}; {looks} looks, {changes} changes</source>
        <translation>{who} ({role}): أشخاص اطّلع على بياناتهم {seen}، وأشخاص غيّر بياناتهم {changed}؛ مرات الاطلاع {looks}، والتغييرات {changes}</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>أول يوم</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>آخر يوم</translation>
    </message>
    <message>
        <source>Whose acts</source>
        <translation>من قام بها</translation>
    </message>
    <message>
        <source>Report a breach</source>
        <translation>بلاغ عن تسرّب بيانات</translation>
    </message>
    <message>
        <source>Whose data was shown to whom, and changed by whom, in these days. The law wants it within 72 hours.</source>
        <translation>يبيّن بيانات مَن عُرضت على مَن، ومَن غيّرها، في هذه الأيام. ويُطلب تقديمه نظامًا خلال ٧٢ ساعة.</translation>
    </message>
    <message numerus="yes">
        <source>People whose data was reached: %Ln</source>
        <translation>
            <numerusform>لم يُطّلع على بيانات أحد</numerusform>
            <numerusform>شخص واحد وُصل إلى بياناته</numerusform>
            <numerusform>شخصان وُصل إلى بياناتهما</numerusform>
            <numerusform>%Ln أشخاص وُصل إلى بياناتهم</numerusform>
            <numerusform>%Ln شخصًا وُصل إلى بياناتهم</numerusform>
            <numerusform>%Ln شخص وُصل إلى بياناتهم</numerusform>
        </translation>
    </message>
    <message>
        <source>Make the report</source>
        <translation>إعداد البلاغ</translation>
    </message>
    <message>
        <source>Save it whole</source>
        <translation>حفظه كاملًا</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>حفظ البلاغ</translation>
    </message>
    <message numerus="yes">
        <source>And so many more: %Ln</source>
        <translation>
            <numerusform>ولا أحد سواهم</numerusform>
            <numerusform>وواحد سواهم</numerusform>
            <numerusform>واثنان سواهم</numerusform>
            <numerusform>و%Ln سواهم</numerusform>
            <numerusform>و%Ln سواهم</numerusform>
            <numerusform>و%Ln سواهم</numerusform>
        </translation>
    </message>
    <message>
        <source>In these days nobody&apos;s data was reached.</source>
        <translation>لم يُطّلع في هذه الأيام على بيانات أحد.</translation>
    </message>
    <message>
        <source>as 2026-03-15</source>
        <translation>مثل ⁦2026-03-15⁩</translation>
    </message>
</context>
<context>
    <name>Brief</name>
    <message>
        <source>By the staff</source>
        <translation>من موظفي الصالة</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>وقت الحضور</translation>
    </message>
    <message>
        <source>National ID</source>
        <translation>رقم الهوية</translation>
    </message>
    <message>
        <source>Identified by</source>
        <translation>التحقق من الهوية</translation>
    </message>
    <message>
        <source>Booked on</source>
        <translation>تاريخ الحجز</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>المستندات</translation>
    </message>
    <message>
        <source>Nothing was decided.</source>
        <translation>لم يصدر قرار.</translation>
    </message>
    <message>
        <source>The visitor gave no subject.</source>
        <translation>لم يذكر المراجع موضوعًا.</translation>
    </message>
    <message>
        <source>What they want to say</source>
        <translation>موضوع المقابلة</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>المراجع</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>المسؤول</translation>
    </message>
    <message>
        <source>Office delegate</source>
        <translation>مدير المكتب</translation>
    </message>
    <message>
        <source>Written in the talk</source>
        <translation>مما كُتب أثناء المقابلة</translation>
    </message>
    <message>
        <source>Not held, through a fault of ours; they are booked again.</source>
        <translation>لم يُعقد الموعد لسبب من جهتنا، وسيُحجز للمستفيد موعد آخر بأولوية.</translation>
    </message>
    <message>
        <source>A break: the talk goes on when you call them back.</source>
        <translation>استراحة: تُستأنف المقابلة عند دعوتكم المراجع.</translation>
    </message>
    <message>
        <source>Return to the talk</source>
        <translation>العودة إلى المقابلة</translation>
    </message>
    <message>
        <source>Admit</source>
        <translation>السماح بالدخول</translation>
    </message>
    <message>
        <source>Continue the outcome</source>
        <translation>متابعة كتابة النتيجة</translation>
    </message>
    <message>
        <source>Write outcome</source>
        <translation>كتابة النتيجة</translation>
    </message>
    <message>
        <source>You can admit them as soon as they have checked in.</source>
        <translation>يمكنكم السماح بالدخول فور تسجيل حضور المراجع.</translation>
    </message>
    <message>
        <source>The visitor reads the outcome and confirms it.</source>
        <translation>بانتظار أن يقرأ المراجع النتيجة ويؤكدها.</translation>
    </message>
    <message>
        <source>The visitor has read the outcome and confirmed it.</source>
        <translation>قرأ المراجع النتيجة وأكدها.</translation>
    </message>
    <message>
        <source>The visitor did not come.</source>
        <translation>لم يحضر المراجع.</translation>
    </message>
    <message>
        <source>The visitor has cancelled.</source>
        <translation>ألغى المراجع موعده.</translation>
    </message>
    <message>
        <source>To admit somebody is not left to you.</source>
        <translation>لم تُفوَّضوا بإدخال المراجعين.</translation>
    </message>
    <message>
        <source>The talk is the official&apos;s.</source>
        <translation>المقابلة للمسؤول نفسه.</translation>
    </message>
    <message>
        <source>To write the outcome is not left to you.</source>
        <translation>لم تُفوَّضوا بكتابة النتيجة.</translation>
    </message>
    <message>
        <source>The brief</source>
        <translation>ملخص الطلب</translation>
    </message>
    <message>
        <source>Amended: {text}</source>
        <translation>عُدِّل لاحقًا: {text}</translation>
    </message>
    <message>
        <source>Proved by national ID and a code by SMS</source>
        <translation>ثبتت الهوية برقم الهوية ورمز برسالة نصية</translation>
    </message>
    <message>
        <source>Proved by the national sign-on (Nafath)</source>
        <translation>ثبتت الهوية عبر النفاذ الوطني الموحد (نفاذ)</translation>
    </message>
    <message>
        <source>The hall&apos;s operator has seen their papers</source>
        <translation>اطّلع مشغّل القاعة على أوراقه الثبوتية</translation>
    </message>
    <message>
        <source>Not proved yet who they are</source>
        <translation>لم تثبت الهوية بعد</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>Go back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>This file cannot be read as a calendar. Please export the coming six months as an .ics file.</source>
        <translation>تعذّرت قراءة هذا الملف تقويمًا. نأمل تصدير الأشهر الستة القادمة ملفًّا بصيغة ‎.ics.</translation>
    </message>
    <message>
        <source>Somebody is booking there at this moment. Please try again in a few minutes.</source>
        <translation>هناك من يحجز في هذا الوقت الآن. نأمل المحاولة مرة أخرى بعد دقائق.</translation>
    </message>
    <message>
        <source>It is at its old time again, and they are told.</source>
        <translation>عاد الموعد إلى وقته السابق، ويُبلَّغ صاحبه بذلك.</translation>
    </message>
    <message>
        <source>This time is blocked.</source>
        <translation>حُجب هذا الوقت.</translation>
    </message>
    <message>
        <source>What was read is forgotten.</source>
        <translation>حُذف ما قُرئ.</translation>
    </message>
    <message>
        <source>This time is offered again.</source>
        <translation>هذا الوقت متاح من جديد.</translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>لم يُختر شيء</translation>
    </message>
    <message>
        <source>Drag an audience to another time, or draw over empty time to block it.</source>
        <translation>اسحبوا موعدًا إلى وقت آخر، أو ارسموا على وقت فارغ لحجبه.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>نقل</translation>
    </message>
    <message>
        <source>Block this time</source>
        <translation>حجب هذا الوقت</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>إلغاء الحجب</translation>
    </message>
    <message>
        <source>Nothing was changed. Move these first, then block the time.</source>
        <translation>لم يتغير شيء. نأمل نقل هذه المواعيد أولًا، ثم حجب الوقت.</translation>
    </message>
    <message>
        <source>Move this audience?</source>
        <translation>هل ننقل هذا الموعد؟</translation>
    </message>
    <message>
        <source>Move and tell them</source>
        <translation>نقل وإبلاغ صاحبه</translation>
    </message>
    <message>
        <source>Reason, seen by the office alone</source>
        <translation>السبب، ولا يراه إلا المكتب</translation>
    </message>
    <message>
        <source>Block this time?</source>
        <translation>هل نحجب هذا الوقت؟</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>حجب</translation>
    </message>
    <message>
        <source>Offer this time again?</source>
        <translation>هل نتيح هذا الوقت من جديد؟</translation>
    </message>
    <message numerus="yes">
        <source>Audiences lie in this time: %Ln</source>
        <translation>
            <numerusform>لا موعد في هذا الوقت</numerusform>
            <numerusform>في هذا الوقت موعد واحد</numerusform>
            <numerusform>في هذا الوقت موعدان</numerusform>
            <numerusform>في هذا الوقت %Ln مواعيد</numerusform>
            <numerusform>في هذا الوقت %Ln موعدًا</numerusform>
            <numerusform>في هذا الوقت %Ln موعد</numerusform>
        </translation>
    </message>
    <message>
        <source>Move the first</source>
        <translation>نقل أولها</translation>
    </message>
    <message>
        <source>Other calendars</source>
        <translation>تقاويم أخرى</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message numerus="yes">
        <source>and others: %Ln</source>
        <translation>
            <numerusform>ولا غيرها</numerusform>
            <numerusform>وموعد آخر</numerusform>
            <numerusform>وموعدان آخران</numerusform>
            <numerusform>و%Ln مواعيد أخرى</numerusform>
            <numerusform>و%Ln موعدًا آخر</numerusform>
            <numerusform>و%Ln موعد آخر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Busy times that were read: %Ln</source>
        <translation>
            <numerusform>لم تُقرأ أوقات انشغال</numerusform>
            <numerusform>قُرئ وقت انشغال واحد</numerusform>
            <numerusform>قُرئ وقتا انشغال</numerusform>
            <numerusform>قُرئت %Ln أوقات انشغال</numerusform>
            <numerusform>قُرئ %Ln وقت انشغال</numerusform>
            <numerusform>قُرئ %Ln وقت انشغال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Entries that could not be read: %Ln</source>
        <translation>
            <numerusform>لا قيود متعذرة</numerusform>
            <numerusform>قيد واحد تعذّرت قراءته</numerusform>
            <numerusform>قيدان تعذّرت قراءتهما</numerusform>
            <numerusform>%Ln قيود تعذّرت قراءتها</numerusform>
            <numerusform>%Ln قيدًا تعذّرت قراءته</numerusform>
            <numerusform>%Ln قيد تعذّرت قراءته</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Audiences that lie there: %Ln</source>
        <translation>
            <numerusform>لا مواعيد فيها</numerusform>
            <numerusform>فيها موعد واحد</numerusform>
            <numerusform>فيها موعدان</numerusform>
            <numerusform>فيها %Ln مواعيد</numerusform>
            <numerusform>فيها %Ln موعدًا</numerusform>
            <numerusform>فيها %Ln موعد</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>إبقاؤه في مكانه</translation>
    </message>
    <message>
        <source>Looking for free times …</source>
        <translation>نبحث عن أوقات متاحة …</translation>
    </message>
    <message>
        <source>No free time in this week. Turn to another week.</source>
        <translation>لا وقت متاحًا في هذا الأسبوع. نأمل الانتقال إلى أسبوع آخر.</translation>
    </message>
    <message>
        <source>Choose a free time: press it, or use the arrows and Enter.</source>
        <translation>اختاروا وقتًا متاحًا: بالضغط عليه، أو بالأسهم ثم مفتاح الإدخال.</translation>
    </message>
    <message>
        <source>Moving: {name}</source>
        <translation>نقل موعد: {name}</translation>
    </message>
    <message>
        <source>This file cannot be opened. Please check that it is still there, and choose it again.</source>
        <translation>يتعذر فتح هذا الملف. يُرجى التأكد من وجوده واختياره مرة أخرى.</translation>
    </message>
    <message>
        <source>This calendar is too large. Please export the coming six months alone.</source>
        <translation>هذا التقويم كبير جدًا. يُرجى تصدير الأشهر الستة القادمة وحدها.</translation>
    </message>
    <message>
        <source>Another of that day</source>
        <translation>موعد آخر من ذلك اليوم</translation>
    </message>
    <message>
        <source>Chosen time</source>
        <translation>وقت مختار</translation>
    </message>
    <message>
        <source>Choose a day: press it, or use the arrows and Enter.</source>
        <translation>اختاروا يومًا: بالضغط عليه، أو بالأسهم ثم مفتاح الإدخال.</translation>
    </message>
    <message numerus="yes">
        <source>Free times: %Ln</source>
        <translation>
            <numerusform>لا توجد أوقات متاحة</numerusform>
            <numerusform>وقت واحد متاح</numerusform>
            <numerusform>وقتان متاحان</numerusform>
            <numerusform>%Ln أوقات متاحة</numerusform>
            <numerusform>%Ln وقتًا متاحًا</numerusform>
            <numerusform>%Ln وقت متاح</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Audiences: %Ln</source>
        <translation>
            <numerusform>لا مواعيد</numerusform>
            <numerusform>موعد واحد</numerusform>
            <numerusform>موعدان</numerusform>
            <numerusform>%Ln مواعيد</numerusform>
            <numerusform>%Ln موعدًا</numerusform>
            <numerusform>%Ln موعد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To be moved: %Ln</source>
        <translation>
            <numerusform>لا شيء يُنقل</numerusform>
            <numerusform>موعد واحد يُنقل</numerusform>
            <numerusform>موعدان يُنقلان</numerusform>
            <numerusform>%Ln مواعيد تُنقل</numerusform>
            <numerusform>%Ln موعدًا يُنقل</numerusform>
            <numerusform>%Ln موعد يُنقل</numerusform>
        </translation>
    </message>
    <message>
        <source>from {time}</source>
        <translation>من {time}</translation>
    </message>
    <message>
        <source>Blocked time</source>
        <translation>وقت محجوب</translation>
    </message>
    <message>
        <source>Read a calendar file</source>
        <translation>قراءة ملف تقويم</translation>
    </message>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>ملفات التقويم (*.ics)</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>إعادته</translation>
    </message>
    <message>
        <source>The week before</source>
        <translation>الأسبوع السابق</translation>
    </message>
    <message>
        <source>Earlier weeks</source>
        <translation>أسابيع سابقة</translation>
    </message>
    <message>
        <source>The next week</source>
        <translation>الأسبوع التالي</translation>
    </message>
    <message>
        <source>Later weeks</source>
        <translation>أسابيع لاحقة</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>الشهر</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>الأسبوع</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>They are told at once, and the time is offered to others. This cannot be undone.</source>
        <translation>يصل الإشعار إلى المراجع فورًا، ويُتاح الوقت لغيره. لا يمكن التراجع عن ذلك.</translation>
    </message>
    <message>
        <source>Cancel this audience?</source>
        <translation>إلغاء هذا الموعد؟</translation>
    </message>
    <message>
        <source>Cancel and tell them</source>
        <translation>إلغاء الموعد وإشعار المراجع</translation>
    </message>
    <message>
        <source>The audience of {name} is cancelled, and they are told.</source>
        <translation>أُلغي موعد {name}، وأُرسل الإشعار.</translation>
    </message>
    <message>
        <source>Cancel the audience</source>
        <translation>إلغاء الموعد</translation>
    </message>
    <message>
        <source>{name} was moved and is being told.</source>
        <translation>نُقل موعد {name}، وهو يُبلَّغ الآن.</translation>
    </message>
    <message>
        <source>The address</source>
        <translation>الرابط</translation>
    </message>
    <message>
        <source>Forget what was read</source>
        <translation>حذف ما قُرئ</translation>
    </message>
    <message>
        <source>New address without names</source>
        <translation>رابط جديد بلا أسماء</translation>
    </message>
    <message>
        <source>New address with names</source>
        <translation>رابط جديد بالأسماء</translation>
    </message>
    <message>
        <source>End the address</source>
        <translation>إنهاء الرابط</translation>
    </message>
    <message>
        <source>Busy times from your own calendar</source>
        <translation>أوقات انشغالكم من تقويمكم الخاص</translation>
    </message>
    <message>
        <source>Only when you are busy is read from an .ics file, for six months ahead; nothing else is kept.</source>
        <translation>يُقرأ من ملف ‎.ics متى تكونون مشغولين للأشهر الستة القادمة، ولا يُحفظ غير ذلك.</translation>
    </message>
    <message>
        <source>This calendar in Outlook or Thunderbird</source>
        <translation>هذا التقويم في Outlook أو Thunderbird</translation>
    </message>
    <message>
        <source>Whoever has the address can read this calendar. Without names it says only when something is.</source>
        <translation>كل من لديه الرابط يقرأ هذا التقويم. وبلا أسماء لا يظهر فيه إلا وقت كل موعد.</translation>
    </message>
    <message>
        <source>To change the calendar is not left to you.</source>
        <translation>لم تُفوَّضوا بتغيير التقويم.</translation>
    </message>
    <message>
        <source>There is no address yet.</source>
        <translation>لا يوجد رابط بعد.</translation>
    </message>
    <message>
        <source>The address was copied. It is shown only now: paste it where you need it.</source>
        <translation>نُسخ الرابط. ولا يظهر إلا الآن: نأمل لصقه حيث تحتاجون إليه.</translation>
    </message>
    <message>
        <source>There is an address. It names those who come.</source>
        <translation>يوجد رابط، وفيه أسماء القادمين.</translation>
    </message>
    <message>
        <source>There is an address. It names nobody.</source>
        <translation>يوجد رابط، ولا أسماء فيه.</translation>
    </message>
    <message>
        <source>The week</source>
        <translation>الأسبوع</translation>
    </message>
    <message>
        <source>Move to {time}</source>
        <translation>نقل إلى {time}</translation>
    </message>
    <message>
        <source>{time}: nothing</source>
        <translation>{time}: لا شيء</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>إجازة</translation>
    </message>
    <message>
        <source>Stand-in: {office}</source>
        <translation>ينوب: {office}</translation>
    </message>
    <message>
        <source>Busy in your own calendar</source>
        <translation>مشغول في تقويمكم الخاص</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>محجوب</translation>
    </message>
    <message>
        <source>lies in time that is not offered</source>
        <translation>يقع في وقت لم يعد متاحًا</translation>
    </message>
    <message>
        <source>{name}
From {old}
To {new}

The person will be told at once, in their own language.</source>
        <translation>{name}
من {old}
إلى {new}

سيُبلَّغ صاحب الموعد فورًا بلغته.</translation>
    </message>
</context>
<context>
    <name>CallBackBar</name>
    <message>
        <source>The line does not hold: the visitor waits for your call by phone.</source>
        <translation>الخط لا يصمد: المراجع ينتظر اتصالكم هاتفيًا.</translation>
    </message>
    <message>
        <source>Show the number</source>
        <translation>إظهار الرقم</translation>
    </message>
    <message>
        <source>We have spoken</source>
        <translation>تحدثنا هاتفيًا</translation>
    </message>
    <message>
        <source>Not reached: book again</source>
        <translation>تعذّر الوصول: حجز جديد</translation>
    </message>
    <message>
        <source>You have called. End the audience when you have finished, and write what was decided.</source>
        <translation>تم الاتصال. أنهوا المقابلة عند الفراغ منها واكتبوا ما تقرر.</translation>
    </message>
    <message>
        <source>Please call {number}.</source>
        <translation>يُرجى الاتصال بالرقم {number}.</translation>
    </message>
    <message>
        <source>The visitor has no mobile: please call the phone of their hall. {hall}</source>
        <translation>ليس لدى المراجع جوال: يُرجى الاتصال بهاتف صالته. {hall}</translation>
    </message>
</context>
<context>
    <name>CallBar</name>
    <message>
        <source>No sound</source>
        <translation>لا صوت</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>كتم الصوت</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>تشغيل الصوت</translation>
    </message>
    <message>
        <source>Stop camera</source>
        <translation>إيقاف الكاميرا</translation>
    </message>
    <message>
        <source>Start camera</source>
        <translation>تشغيل الكاميرا</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>مغادرة</translation>
    </message>
</context>
<context>
    <name>CallDevices</name>
    <message>
        <source>The other side may hear an echo of its own voice. Headphones help, or speaking in turn.</source>
        <translation>قد يسمع الطرف الآخر صدى صوته. يُستحسن استعمال سماعة الرأس، أو أن تتناوبوا الحديث.</translation>
    </message>
    <message>
        <source>You are muted and are not heard. Unmute to be heard.</source>
        <translation>صوتكم مكتوم ولا يسمعكم الطرف الآخر. نرجو تشغيل الصوت ليُسمع حديثكم.</translation>
    </message>
    <message>
        <source>You are muted and are not heard. Unmute, or hold the space bar while you speak.</source>
        <translation>صوتكم مكتوم ولا يُسمع. ألغوا الكتم، أو اضغطوا مفتاح المسافة ما دمتم تتحدثون.</translation>
    </message>
    <message>
        <source>No camera was found: you are heard, but not seen.</source>
        <translation>لم يُعثر على كاميرا: صوتكم مسموع، وصورتكم لا تظهر.</translation>
    </message>
    <message>
        <source>Another program is using the camera. Close it, and you will be seen.</source>
        <translation>الكاميرا مشغولة ببرنامج آخر. أغلقوه لتظهر صورتكم.</translation>
    </message>
    <message>
        <source>The camera was disconnected. Check its cable.</source>
        <translation>انفصلت الكاميرا. نرجو التحقق من توصيلها.</translation>
    </message>
    <message>
        <source>This program is not allowed to use the camera.</source>
        <translation>لا يملك هذا البرنامج إذنًا باستخدام الكاميرا.</translation>
    </message>
    <message>
        <source>No microphone was found: you are not heard.</source>
        <translation>لم يُعثر على ميكروفون: صوتكم غير مسموع.</translation>
    </message>
    <message>
        <source>Another program is using the microphone. Close it, and you will be heard.</source>
        <translation>الميكروفون مشغول ببرنامج آخر. أغلقوه ليُسمع صوتكم.</translation>
    </message>
    <message>
        <source>The microphone was disconnected. Check its cable.</source>
        <translation>انفصل الميكروفون. نرجو التحقق من توصيله.</translation>
    </message>
    <message>
        <source>This program is not allowed to use the microphone.</source>
        <translation>لا يملك هذا البرنامج إذنًا باستخدام الميكروفون.</translation>
    </message>
    <message>
        <source>No speaker was found: you hear nothing.</source>
        <translation>لم يُعثر على سماعة: لن تسمعوا الطرف الآخر.</translation>
    </message>
    <message>
        <source>Another program is using the speaker. Close it, and you will hear.</source>
        <translation>السماعة مشغولة ببرنامج آخر. أغلقوه لتسمعوا الطرف الآخر.</translation>
    </message>
    <message>
        <source>The speaker was disconnected. Check its cable.</source>
        <translation>انفصلت السماعة. نرجو التحقق من توصيلها.</translation>
    </message>
    <message>
        <source>This program is not allowed to use the speaker.</source>
        <translation>لا يملك هذا البرنامج إذنًا باستخدام السماعة.</translation>
    </message>
</context>
<context>
    <name>CallFigures</name>
    <message>
        <source>Paused: the line is too weak</source>
        <translation>متوقّفة: الاتصال ضعيف</translation>
    </message>
    <message>
        <source>What we send</source>
        <translation>ما نرسله</translation>
    </message>
    <message>
        <source>Line and computer</source>
        <translation>الاتصال والجهاز</translation>
    </message>
    <message>
        <source>What we receive</source>
        <translation>ما نستقبله</translation>
    </message>
    <message>
        <source>Pictures captured</source>
        <translation>إطارات ملتقطة</translation>
    </message>
    <message>
        <source>Pictures encoded</source>
        <translation>إطارات مرمّزة</translation>
    </message>
    <message>
        <source>Pictures sent</source>
        <translation>إطارات مرسلة</translation>
    </message>
    <message>
        <source>Our picture</source>
        <translation>صورتنا</translation>
    </message>
    <message>
        <source>Bitrate sent</source>
        <translation>معدّل الإرسال</translation>
    </message>
    <message>
        <source>The line may carry</source>
        <translation>سعة الاتصال المقدّرة</translation>
    </message>
    <message>
        <source>Lost on the way there</source>
        <translation>فاقد الإرسال</translation>
    </message>
    <message>
        <source>Our level</source>
        <translation>مستوى صوتنا</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>الترميز</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>زمن الذهاب والإياب</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>المسار</translation>
    </message>
    <message>
        <source>Processor, of one core</source>
        <translation>المعالج، من نواة</translation>
    </message>
    <message>
        <source>Engine late by</source>
        <translation>تأخّر المحرّك</translation>
    </message>
    <message>
        <source>Pictures received</source>
        <translation>إطارات مستقبلة</translation>
    </message>
    <message>
        <source>Pictures decoded</source>
        <translation>إطارات مفكوكة</translation>
    </message>
    <message>
        <source>Pictures painted</source>
        <translation>إطارات معروضة</translation>
    </message>
    <message>
        <source>Pictures dropped</source>
        <translation>إطارات متروكة</translation>
    </message>
    <message>
        <source>Stood still</source>
        <translation>مرّات التجمّد</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>المقاس</translation>
    </message>
    <message>
        <source>Bitrate received</source>
        <translation>معدّل الاستقبال</translation>
    </message>
    <message>
        <source>Lost on the way here</source>
        <translation>فاقد الاستقبال</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>تذبذب الوصول</translation>
    </message>
    <message>
        <source>Picture held back</source>
        <translation>تأخير الصورة</translation>
    </message>
    <message>
        <source>Sound held back</source>
        <translation>تأخير الصوت</translation>
    </message>
    <message>
        <source>Sound aims at</source>
        <translation>تأخير الصوت المستهدف</translation>
    </message>
    <message>
        <source>Sound made up</source>
        <translation>صوت معوَّض</translation>
    </message>
    <message>
        <source>Their level</source>
        <translation>مستوى صوتهم</translation>
    </message>
    <message>
        <source>{count} ({rate}/s)</source>
        <translation>{count} ({rate}/ث)</translation>
    </message>
    <message>
        <source>{count} ({duration} s)</source>
        <translation>{count} ({duration} ث)</translation>
    </message>
    <message>
        <source>{number} kbit/s</source>
        <translation>{number} كيلوبت/ث</translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation>{number} ملّي ث</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number}٪</translation>
    </message>
    <message>
        <source>{number} dBFS</source>
        <translation>{number} ديسيبل</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>Through a router</source>
        <translation>عبر موجّه</translation>
    </message>
    <message>
        <source>Through a relay</source>
        <translation>عبر وسيط</translation>
    </message>
</context>
<context>
    <name>CallHold</name>
    <message>
        <source>One moment, please</source>
        <translation>لحظة من فضلكم</translation>
    </message>
    <message>
        <source>The other side will be back with you shortly. Until then you neither see nor hear them; they may still see and hear you.</source>
        <translation>يعود إليكم المسؤول بعد قليل. وإلى أن يعود لا ترونه ولا تسمعونه، وقد يراكم ويسمعكم.</translation>
    </message>
    <message>
        <source>On hold: you are neither seen nor heard</source>
        <translation>المقابلة معلّقة: لا تُرون ولا تُسمعون</translation>
    </message>
    <message>
        <source>On hold: the other side neither sees nor hears you, and you still see and hear them.</source>
        <translation>المقابلة معلّقة: لا يراكم المراجع ولا يسمعكم، وأنتم ترونه وتسمعونه.</translation>
    </message>
</context>
<context>
    <name>CallIn</name>
    <message>
        <source>Call somebody into the talk</source>
        <translation>استدعاء مشارك إلى المقابلة</translation>
    </message>
    <message>
        <source>The visitor sees who comes, by name and as what.</source>
        <translation>يرى المراجع اسم من ينضم وصفته.</translation>
    </message>
    <message>
        <source>Search by name or office</source>
        <translation>البحث بالاسم أو الجهة</translation>
    </message>
    <message>
        <source>Who may be called in</source>
        <translation>من يمكن استدعاؤه</translation>
    </message>
    <message>
        <source>As what</source>
        <translation>بأي صفة</translation>
    </message>
    <message>
        <source>Nobody of that name may be called in.</source>
        <translation>لا يوجد بهذا الاسم من يمكن استدعاؤه.</translation>
    </message>
    <message>
        <source>Call in</source>
        <translation>استدعاء</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>not signed in now</source>
        <translation>ليس على رأس العمل الآن</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>جنبًا إلى جنب</translation>
    </message>
    <message>
        <source>Lay everybody out otherwise (L)</source>
        <translation>تغيير ترتيب المشاركين (L)</translation>
    </message>
    <message>
        <source>Leave for a while; the others talk on</source>
        <translation>المغادرة مؤقتًا مع استمرار الآخرين</translation>
    </message>
    <message>
        <source>Call somebody else into the talk (P)</source>
        <translation>استدعاء مشارك آخر إلى المقابلة (P)</translation>
    </message>
    <message>
        <source>The talk goes on without them. You can call them in again.</source>
        <translation>تستمر المقابلة من دونه، ويمكنكم استدعاؤه مرة أخرى.</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>إخراج</translation>
    </message>
    <message>
        <source>One large</source>
        <translation>متحدث كبير</translation>
    </message>
    <message>
        <source>Take {name} out of the talk?</source>
        <translation>هل تريدون إخراج {name} من المقابلة؟</translation>
    </message>
</context>
<context>
    <name>CallKeys</name>
    <message>
        <source>Microphone on or off</source>
        <translation>تشغيل الميكروفون أو كتمه</translation>
    </message>
    <message>
        <source>Camera on or off</source>
        <translation>تشغيل الكاميرا أو إيقافها</translation>
    </message>
    <message>
        <source>Blur what is behind you, or no longer</source>
        <translation>تمويه ما خلفكم أو إظهاره</translation>
    </message>
    <message>
        <source>Show a screen or window, or stop</source>
        <translation>عرض شاشة أو نافذة، أو إيقاف العرض</translation>
    </message>
    <message>
        <source>Hold the talk, or come back</source>
        <translation>تعليق المقابلة أو العودة إليها</translation>
    </message>
    <message>
        <source>Record the talk, or end the recording</source>
        <translation>تسجيل المقابلة أو إنهاء التسجيل</translation>
    </message>
    <message>
        <source>Five more minutes, where nobody else comes then</source>
        <translation>خمس دقائق أخرى، إن لم يكن بعدها موعد</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>الرسائل</translation>
    </message>
    <message>
        <source>Write what the visitor reads large</source>
        <translation>كتابة ما يقرؤه المراجع بخط كبير</translation>
    </message>
    <message>
        <source>Give the visitor a document</source>
        <translation>تسليم المراجع مستندًا</translation>
    </message>
    <message>
        <source>Show or hide the brief</source>
        <translation>إظهار الملخص أو إخفاؤه</translation>
    </message>
    <message>
        <source>Write the minutes, or put them away</source>
        <translation>كتابة المحضر أو إخفاؤه</translation>
    </message>
    <message>
        <source>Choose camera, microphone and loudspeaker</source>
        <translation>اختيار الكاميرا والميكروفون ومكبر الصوت</translation>
    </message>
    <message>
        <source>Private word among the officials, or come back</source>
        <translation>كلمة خاصة بين المسؤولين، أو العودة إلى المراجع</translation>
    </message>
    <message>
        <source>Hand the talk over to another office</source>
        <translation>تسليم المقابلة إلى مكتب آخر</translation>
    </message>
    <message>
        <source>Figures of the line</source>
        <translation>أرقام الخط</translation>
    </message>
    <message>
        <source>Send the visitor back to waiting</source>
        <translation>إعادة المراجع إلى الانتظار</translation>
    </message>
    <message>
        <source>End the audience</source>
        <translation>إنهاء المقابلة</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>هذه القائمة</translation>
    </message>
    <message>
        <source>Be heard while muted</source>
        <translation>التحدث أثناء كتم الصوت</translation>
    </message>
    <message>
        <source>Hold the space bar</source>
        <translation>استمرار الضغط على مفتاح المسافة</translation>
    </message>
    <message>
        <source>Leave the talk</source>
        <translation>مغادرة المقابلة</translation>
    </message>
    <message>
        <source>Keys of the talk</source>
        <translation>مفاتيح المقابلة</translation>
    </message>
    <message>
        <source>Letters work while you are not writing.</source>
        <translation>تعمل الحروف ما دمتم لا تكتبون.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Call somebody else in</source>
        <translation>استدعاء مشارك آخر</translation>
    </message>
    <message>
        <source>One large, or all side by side</source>
        <translation>صورة كبيرة واحدة، أو الجميع جنبًا إلى جنب</translation>
    </message>
</context>
<context>
    <name>CallPage</name>
    <message>
        <source>You</source>
        <translation>أنتم</translation>
    </message>
    <message>
        <source>End the talk?</source>
        <translation>هل تريدون إنهاء المقابلة؟</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>ردّكم</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>{official} goes on with your talk from here. Please stay.</source>
        <translation>يُكمل المقابلة معكم من الآن: {official}. يُرجى البقاء.</translation>
    </message>
    <message>
        <source>Answer in writing</source>
        <translation>الرد كتابةً</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>الرسائل</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>نداء الموظف</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>تقديم مستند</translation>
    </message>
    <message>
        <source>The staff of this hall have been called. The talk goes on.</source>
        <translation>تم نداء موظف الصالة، والمقابلة مستمرة.</translation>
    </message>
    <message>
        <source>The operator of this hall is on the way.</source>
        <translation>مشغّل هذه الصالة في طريقه إليكم.</translation>
    </message>
    <message>
        <source>The official will no longer see and hear you. You can return while they are still there.</source>
        <translation>لن يراكم المسؤول ولن يسمعكم بعدها، ويمكنكم العودة ما دام حاضرًا.</translation>
    </message>
    <message>
        <source>The official has given you more time.</source>
        <translation>مُدّد لكم وقت المقابلة.</translation>
    </message>
    <message>
        <source>Office delegate</source>
        <translation>مدير المكتب</translation>
    </message>
    <message>
        <source>End the talk</source>
        <translation>إنهاء المقابلة</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>البقاء</translation>
    </message>
</context>
<context>
    <name>CallQuality</name>
    <message>
        <source>The line is too weak for your picture at the moment. Your voice goes on being heard.</source>
        <translation>الاتصال أضعف من أن يحمل صورتكم في هذه اللحظة، وصوتكم ما زال مسموعًا.</translation>
    </message>
    <message>
        <source>The line is good</source>
        <translation>الاتصال جيد</translation>
    </message>
    <message>
        <source>The line is uneven</source>
        <translation>الاتصال متذبذب</translation>
    </message>
    <message>
        <source>The line is weak</source>
        <translation>الاتصال ضعيف</translation>
    </message>
    <message>
        <source>The line is interrupted</source>
        <translation>الاتصال منقطع</translation>
    </message>
    <message>
        <source>You may see and hear each other badly at the moment.</source>
        <translation>قد لا يرى كلٌّ منكما الآخر ولا يسمعه بوضوح في هذه اللحظة.</translation>
    </message>
    <message>
        <source>The other side may see and hear you badly at the moment.</source>
        <translation>قد لا يراكم الطرف الآخر ولا يسمعكم بوضوح في هذه اللحظة.</translation>
    </message>
    <message>
        <source>You may see and hear the other side badly at the moment.</source>
        <translation>قد لا ترون الطرف الآخر ولا تسمعونه بوضوح في هذه اللحظة.</translation>
    </message>
</context>
<context>
    <name>CallSharing</name>
    <message>
        <source>What you were showing was closed. The other side sees you again.</source>
        <translation>أُغلق ما كنتم تعرضونه، وعاد الطرف الآخر يراكم.</translation>
    </message>
    <message>
        <source>There is no screen that could be shown.</source>
        <translation>لا توجد شاشة يمكن عرضها.</translation>
    </message>
    <message>
        <source>This desktop (Wayland) lets no program show the screen. Sign in with X11 instead.</source>
        <translation>سطح المكتب هذا (⁦Wayland⁩) لا يسمح لأي برنامج بعرض الشاشة. سجّلوا الدخول بـ⁦X11⁩ بدلًا منه.</translation>
    </message>
    <message>
        <source>The screen of this computer cannot be shown.</source>
        <translation>لا يمكن عرض شاشة هذا الجهاز.</translation>
    </message>
    <message>
        <source>The screen could not be shown any longer. The other side sees you again.</source>
        <translation>تعذّر الاستمرار في عرض الشاشة، وعاد الطرف الآخر يراكم.</translation>
    </message>
</context>
<context>
    <name>CallStatus</name>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>The server does not answer at the moment. We keep trying; please stay here.</source>
        <translation>الخدمة لا تستجيب الآن. نواصل المحاولة، ونرجو البقاء هنا.</translation>
    </message>
    <message>
        <source>Entering the room</source>
        <translation>جارٍ الدخول إلى المقابلة</translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation>لحظة من فضلكم.</translation>
    </message>
    <message>
        <source>Waiting for the other side</source>
        <translation>في انتظار الطرف الآخر</translation>
    </message>
    <message>
        <source>The talk begins as soon as they come in.</source>
        <translation>تبدأ المقابلة فور دخوله.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>جارٍ الاتصال</translation>
    </message>
    <message>
        <source>Picture and sound will be there in a moment.</source>
        <translation>ستصل الصورة والصوت بعد لحظة.</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>جارٍ إعادة الاتصال</translation>
    </message>
    <message>
        <source>The line was interrupted. Please stay: the talk goes on.</source>
        <translation>انقطع الاتصال لحظات. نرجو البقاء، فالمقابلة مستمرة.</translation>
    </message>
    <message>
        <source>The line of the other side was cut</source>
        <translation>انقطع اتصال الطرف الآخر</translation>
    </message>
    <message>
        <source>We keep your place. The talk goes on as soon as they are back.</source>
        <translation>مكانكم محفوظ، وتُستأنف المقابلة فور عودته.</translation>
    </message>
    <message>
        <source>The other side has left the talk</source>
        <translation>غادر الطرف الآخر المقابلة</translation>
    </message>
    <message>
        <source>They can come back as long as you stay here.</source>
        <translation>يمكنه العودة ما دمتم هنا.</translation>
    </message>
    <message>
        <source>The other side could not be verified</source>
        <translation>تعذّر التحقق من هوية الطرف الآخر</translation>
    </message>
    <message>
        <source>For your safety the talk was not connected: it is not certain that nobody stands between you and the other side. Your place is kept. Please try again, or ask a member of staff.</source>
        <translation>حرصًا على سلامتكم لم يُجرَ توصيل المقابلة، إذ لا يمكن التأكد من أنه لا أحد يقف بينكم وبين الطرف الآخر. مكانكم محفوظ. يُرجى إعادة المحاولة أو الاستعانة بأحد الموظفين.</translation>
    </message>
    <message>
        <source>The talk could not be connected</source>
        <translation>تعذر الاتصال بالطرف الآخر</translation>
    </message>
    <message>
        <source>Nothing is lost: your place is kept. Please try again.</source>
        <translation>لم يُفقد شيء، ومكانكم محفوظ. نرجو إعادة المحاولة.</translation>
    </message>
    <message>
        <source>The talk has ended</source>
        <translation>انتهت المقابلة</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>شكرًا لكم.</translation>
    </message>
</context>
<context>
    <name>CallView</name>
    <message>
        <source>Your camera is switched off</source>
        <translation>الكاميرا متوقفة</translation>
    </message>
    <message>
        <source>The server is away for a moment; the talk goes on.</source>
        <translation>انقطع الاتصال بالخدمة مؤقتًا، والمقابلة مستمرة.</translation>
    </message>
    <message>
        <source>Code {code}</source>
        <translation>الرمز {code}</translation>
    </message>
    <message>
        <source>The planned time is over. The talk goes on until the official ends it.</source>
        <translation>انتهى الوقت المقرر، وتستمر المقابلة إلى أن ينهيها المسؤول.</translation>
    </message>
    <message>
        <source>About two minutes are left. Please say what matters most to you.</source>
        <translation>بقي نحو دقيقتين. يُرجى ذكر أهم ما لديكم.</translation>
    </message>
    <message>
        <source>The other side sees your screen, and not your camera.</source>
        <translation>يرى الطرف الآخر شاشتكم بدلًا من صورتكم.</translation>
    </message>
    <message>
        <source>Video audience · {name}</source>
        <translation>مقابلة مرئية · {name}</translation>
    </message>
    <message>
        <source>Encrypted call</source>
        <translation>اتصال مشفّر</translation>
    </message>
</context>
<context>
    <name>Called</name>
    <message>
        <source>Now called</source>
        <translation>يُنادى الآن</translation>
    </message>
    <message>
        <source>Number {number}. Please come to this kiosk.</source>
        <translation>الرقم {number}. تفضلوا إلى هذا الكشك.</translation>
    </message>
    <message>
        <source>the operator&apos;s desk</source>
        <translation>مكتب المشغّل</translation>
    </message>
    <message>
        <source>this kiosk</source>
        <translation>هذا الكشك</translation>
    </message>
    <message>
        <source>kiosk {number}</source>
        <translation>الكشك {number}</translation>
    </message>
</context>
<context>
    <name>CalledBar</name>
    <message>
        <source>it rings at their desk</source>
        <translation>يرن التنبيه على مكتبه</translation>
    </message>
    <message>
        <source>has said yes</source>
        <translation>قبل الاستدعاء</translation>
    </message>
    <message>
        <source>cannot come now</source>
        <translation>يعتذر عن الحضور الآن</translation>
    </message>
    <message>
        <source>has left</source>
        <translation>غادر</translation>
    </message>
    <message>
        <source>was taken out</source>
        <translation>أُخرج من المقابلة</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>إخراج</translation>
    </message>
    <message>
        <source>Take the call back</source>
        <translation>سحب الاستدعاء</translation>
    </message>
</context>
<context>
    <name>CalledPage</name>
    <message>
        <source>You are in a talk, and leave it with this.</source>
        <translation>أنتم في مقابلة، وبهذا تغادرونها.</translation>
    </message>
    <message>
        <source>Nobody calls you at the moment</source>
        <translation>لا يستدعيكم أحد في الوقت الحالي</translation>
    </message>
    <message>
        <source>When an office needs you in a talk, it rings here. Please leave this window open.</source>
        <translation>عندما يحتاج مكتبٌ إلى مشاركتكم في مقابلة يرن التنبيه هنا. نرجو إبقاء هذه النافذة مفتوحة.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>مغادرة</translation>
    </message>
    <message>
        <source>Leave the talk (Ctrl+Shift+E)</source>
        <translation>مغادرة المقابلة (Ctrl+Shift+E)</translation>
    </message>
    <message>
        <source>Leave the talk?</source>
        <translation>هل تريدون مغادرة المقابلة؟</translation>
    </message>
    <message>
        <source>The others talk on. You come back when the office calls you again.</source>
        <translation>تستمر المقابلة بين الآخرين، وتعودون إليها إذا استدعاكم المكتب مرة أخرى.</translation>
    </message>
    <message>
        <source>You were taken out of the talk. It goes on without you.</source>
        <translation>أُنهيت مشاركتكم في المقابلة، وهي مستمرة.</translation>
    </message>
    <message>
        <source>The talk is over. Thank you for taking part.</source>
        <translation>انتهت المقابلة. شكرًا لمشاركتكم.</translation>
    </message>
    <message numerus="yes">
        <source>The talk was extended by %Ln minutes.</source>
        <translation>
            <numerusform>لم تُمدّد المقابلة.</numerusform>
            <numerusform>مُدّدت المقابلة دقيقة واحدة.</numerusform>
            <numerusform>مُدّدت المقابلة دقيقتين.</numerusform>
            <numerusform>مُدّدت المقابلة %Ln دقائق.</numerusform>
            <numerusform>مُدّدت المقابلة %Ln دقيقة.</numerusform>
            <numerusform>مُدّدت المقابلة %Ln دقيقة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Case</name>
    <message>
        <source>Answered already</source>
        <translation>ما سبقت الإجابة عنه</translation>
    </message>
    <message>
        <source>The case so far</source>
        <translation>مسار الملف</translation>
    </message>
    <message>
        <source>Nothing came before: this is the first time.</source>
        <translation>لا سابقة: هذه أول مرة.</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>عرض أقل</translation>
    </message>
    <message numerus="yes">
        <source>Show all: %Ln</source>
        <translation>
            <numerusform>عرض الكل: لا شيء</numerusform>
            <numerusform>عرض الواحد</numerusform>
            <numerusform>عرض الاثنين كليهما</numerusform>
            <numerusform>عرض الكل: %Ln</numerusform>
            <numerusform>عرض الكل: %Ln</numerusform>
            <numerusform>عرض الكل: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>التوصية</translation>
    </message>
    <message>
        <source>From those who worked on it</source>
        <translation>ممن عملوا على الطلب</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>المعاملات</translation>
    </message>
    <message>
        <source>Another case</source>
        <translation>ملف آخر</translation>
    </message>
    <message>
        <source>Task overdue since {day}: {text} ({owner})</source>
        <translation>إجراء متأخر منذ {day}: {text} ({owner})</translation>
    </message>
    <message>
        <source>Task until {day}: {text} ({owner})</source>
        <translation>إجراء حتى {day}: {text} ({owner})</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>طلب</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>موعد</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>مقابلة</translation>
    </message>
    <message>
        <source>nothing was decided</source>
        <translation>لم يتقرر شيء</translation>
    </message>
    <message>
        <source>A word to {unit}</source>
        <translation>ملاحظة إلى {unit}</translation>
    </message>
    <message>
        <source>Declined: {reason}</source>
        <translation>اعتُذر عنه: {reason}</translation>
    </message>
    <message>
        <source>Next step: {step}</source>
        <translation>الخطوة التالية: {step}</translation>
    </message>
    <message>
        <source>Answered: {text}</source>
        <translation>أُجيب: {text}</translation>
    </message>
    <message>
        <source>Another visitor</source>
        <translation>مراجع آخر</translation>
    </message>
</context>
<context>
    <name>ChangePage</name>
    <message>
        <source>Another time</source>
        <translation>موعد آخر</translation>
    </message>
    <message>
        <source>Your appointment stays until you have chosen and confirmed</source>
        <translation>يبقى موعدكم محفوظًا حتى تختاروا غيره وتؤكدوه</translation>
    </message>
    <message>
        <source>Cancel the appointment</source>
        <translation>إلغاء الموعد</translation>
    </message>
    <message>
        <source>Its time becomes free for somebody else</source>
        <translation>يصبح وقته متاحًا لغيركم</translation>
    </message>
    <message>
        <source>What would you like to change?</source>
        <translation>ما الذي تودّون تغييره؟</translation>
    </message>
    <message>
        <source>This is possible until {day}, {time}.</source>
        <translation>يمكن ذلك حتى {day}، {time}.</translation>
    </message>
    <message>
        <source>Cancel this appointment?</source>
        <translation>أتودّون إلغاء هذا الموعد؟</translation>
    </message>
    <message>
        <source>It is too late to change it here. The operator in this hall will help you.</source>
        <translation>فات وقت التغيير من هنا. سيساعدكم مشغّل هذه القاعة.</translation>
    </message>
    <message>
        <source>Yes, cancel it</source>
        <translation>نعم، ألغوه</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>أبقوه</translation>
    </message>
</context>
<context>
    <name>Chat</name>
    <message>
        <source>Messages</source>
        <translation>الرسائل</translation>
    </message>
    <message>
        <source>Nothing has been written yet. What is written stays with the case.</source>
        <translation>لم يُكتب شيء بعد. ما يُكتب هنا يُحفظ مع الملف.</translation>
    </message>
    <message>
        <source>Write to the visitor</source>
        <translation>اكتبوا إلى المراجع</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>You</source>
        <translation>أنتم</translation>
    </message>
    <message>
        <source>The official</source>
        <translation>المسؤول</translation>
    </message>
    <message>
        <source>Office delegate</source>
        <translation>مدير المكتب</translation>
    </message>
</context>
<context>
    <name>CheckLine</name>
    <message>
        <source>I hear them</source>
        <translation>أسمعهما</translation>
    </message>
    <message>
        <source>I hear nothing</source>
        <translation>لا أسمع شيئًا</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>You are not seen</source>
        <translation>لا تظهر صورتكم</translation>
    </message>
    <message>
        <source>The operator of this hall has been told. You can go on meanwhile.</source>
        <translation>أُبلغ مشغّل هذه القاعة. ويمكنكم المتابعة في هذه الأثناء.</translation>
    </message>
    <message>
        <source>Go on without a picture</source>
        <translation>المتابعة دون صورة</translation>
    </message>
    <message>
        <source>Go on anyway</source>
        <translation>المتابعة على أي حال</translation>
    </message>
    <message>
        <source>Please say</source>
        <translation>نرجو أن تقولوا</translation>
    </message>
    <message>
        <source>“Peace be upon you”</source>
        <translation>«السلام عليكم»</translation>
    </message>
    <message>
        <source>How loud you are</source>
        <translation>مستوى صوتكم</translation>
    </message>
    <message>
        <source>Call the operator</source>
        <translation>استدعاء المشغّل</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>إعادة الفحص</translation>
    </message>
    <message>
        <source>You</source>
        <translation>أنتم</translation>
    </message>
    <message>
        <source>The operator is on the way to you.</source>
        <translation>المشغّل في طريقه إليكم.</translation>
    </message>
    <message>
        <source>Something does not work yet</source>
        <translation>هناك ما لا يعمل كما يجب</translation>
    </message>
    <message>
        <source>You keep your place in the line. Nothing is lost.</source>
        <translation>مكانكم في الدور محفوظ، ولم يُفقد شيء.</translation>
    </message>
    <message>
        <source>You can be seen and heard</source>
        <translation>صورتكم ظاهرة وصوتكم مسموع</translation>
    </message>
    <message>
        <source>You go on to the waiting room by yourself in a moment.</source>
        <translation>تنتقلون إلى غرفة الانتظار تلقائيًا بعد لحظة.</translation>
    </message>
    <message>
        <source>We are checking picture and sound</source>
        <translation>نتحقق من الصورة والصوت</translation>
    </message>
    <message>
        <source>It takes a few seconds. You are checked in already.</source>
        <translation>لن يستغرق ذلك سوى ثوانٍ، وقد سُجّل حضوركم.</translation>
    </message>
</context>
<context>
    <name>CheckWords</name>
    <message>
        <source>Please call the operator.</source>
        <translation>نرجو استدعاء المشغّل.</translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation>بانتظاركم</translation>
    </message>
    <message>
        <source>Call the operator, or go on with your voice alone.</source>
        <translation>يمكنكم استدعاء المشغّل، أو المتابعة بالصوت فقط.</translation>
    </message>
    <message>
        <source>Brightness: {number} %</source>
        <translation>الإضاءة: {number}٪</translation>
    </message>
    <message>
        <source>Loudest: {number} dBFS</source>
        <translation>أعلى مستوى: {number} dBFS</translation>
    </message>
    <message>
        <source>Round trip: {number} ms</source>
        <translation>زمن الذهاب والإياب: {number} مللي ثانية</translation>
    </message>
    <message>
        <source>Relays that serve: {serving} of {asked}</source>
        <translation>خوادم الترحيل العاملة: {serving} من {asked}</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>قيد الفحص</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>جيد</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>ضعيف</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>لا يعمل</translation>
    </message>
    <message>
        <source>The camera does not work at the moment: you are heard, but not seen.</source>
        <translation>الكاميرا لا تعمل حاليًا: صوتكم مسموع، وصورتكم لا تظهر.</translation>
    </message>
    <message>
        <source>The microphone does not work at the moment: you are not heard.</source>
        <translation>الميكروفون لا يعمل حاليًا: صوتكم غير مسموع.</translation>
    </message>
    <message>
        <source>The loudspeaker does not work at the moment: you hear nothing.</source>
        <translation>السماعة لا تعمل حاليًا: لن تسمعوا الطرف الآخر.</translation>
    </message>
    <message>
        <source>The camera sees you.</source>
        <translation>صورتكم ظاهرة في الكاميرا.</translation>
    </message>
    <message>
        <source>The picture is too dark. Please take away what covers the camera, or step into the light.</source>
        <translation>الصورة معتمة جدًا. نرجو إزالة ما يحجب الكاميرا، أو الوقوف في مكان مضيء.</translation>
    </message>
    <message>
        <source>No picture comes from the camera: you are heard, but not seen.</source>
        <translation>لا تصل صورة من الكاميرا: صوتكم مسموع، وصورتكم لا تظهر.</translation>
    </message>
    <message>
        <source>We are looking at the camera.</source>
        <translation>نتحقق من الكاميرا.</translation>
    </message>
    <message>
        <source>The microphone hears you.</source>
        <translation>الميكروفون يلتقط صوتكم بوضوح.</translation>
    </message>
    <message>
        <source>The microphone is listening. Please greet us aloud.</source>
        <translation>الميكروفون ينصت الآن. نرجو إلقاء السلام بصوت واضح.</translation>
    </message>
    <message>
        <source>We have not heard you yet. Please come closer and greet us a little louder.</source>
        <translation>لم نسمعكم بعد. نرجو الاقتراب وإلقاء السلام بصوت أعلى قليلًا.</translation>
    </message>
    <message>
        <source>The microphone hears nothing at all. The staff in the hall can put it right.</source>
        <translation>الميكروفون لا يلتقط أي صوت. يستطيع موظفو القاعة إصلاحه.</translation>
    </message>
    <message>
        <source>The microphone comes next.</source>
        <translation>الميكروفون هو التالي.</translation>
    </message>
    <message>
        <source>The loudspeaker can be heard.</source>
        <translation>صوت السماعة مسموع.</translation>
    </message>
    <message>
        <source>Two notes are played again and again. Do you hear them?</source>
        <translation>تتكرر نغمتان من السماعة. هل تسمعونهما؟</translation>
    </message>
    <message>
        <source>You hear nothing. The staff in the hall can put the loudspeaker right.</source>
        <translation>لا تسمعون شيئًا. يستطيع موظفو القاعة إصلاح السماعة.</translation>
    </message>
    <message>
        <source>Two notes are being played to you.</source>
        <translation>نُسمعكم الآن نغمتين.</translation>
    </message>
    <message>
        <source>The connection to the office is good.</source>
        <translation>الاتصال بالمكتب جيد.</translation>
    </message>
    <message>
        <source>The connection is weak: your voice goes first, and the picture may stand still.</source>
        <translation>الاتصال ضعيف: الأولوية لصوتكم، وقد تتوقف الصورة أحيانًا.</translation>
    </message>
    <message>
        <source>The connection is weak: the talk may take longer to begin.</source>
        <translation>الاتصال ضعيف: قد يتأخر بدء المقابلة قليلًا.</translation>
    </message>
    <message>
        <source>There is no connection to the office. You keep your place, and we keep trying.</source>
        <translation>لا يوجد اتصال بالمكتب. مكانكم محفوظ، وما زلنا نحاول.</translation>
    </message>
    <message>
        <source>We are looking at the connection to the office.</source>
        <translation>نتحقق من الاتصال بالمكتب.</translation>
    </message>
</context>
<context>
    <name>ClosedScreen</name>
    <message>
        <source>This kiosk is closed</source>
        <translation>هذا الكشك مغلق</translation>
    </message>
    <message>
        <source>Please use another one, or ask the staff of the hall.</source>
        <translation>نرجو استخدام كشك آخر، أو سؤال موظفي القاعة.</translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>Code</source>
        <translation>رمز التحقق</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>We have sent a code by SMS to {mobile}</source>
        <translation>أرسلنا رمزًا في رسالة نصية إلى {mobile}</translation>
    </message>
    <message>
        <source>Six digits; after the last one it goes on by itself</source>
        <translation>ستة أرقام، وبعد آخر رقم ننتقل تلقائيًا</translation>
    </message>
    <message>
        <source>No code came: another way</source>
        <translation>لم يصل الرمز؟ طريقة أخرى</translation>
    </message>
    <message>
        <source>Enter the code</source>
        <translation>أدخلوا رمز التحقق</translation>
    </message>
    <message>
        <source>The code is valid for {time}</source>
        <translation>ينتهي الرمز بعد {time}</translation>
    </message>
    <message>
        <source>The code has expired; ask for a new one.</source>
        <translation>انتهت صلاحية الرمز، ونرجو طلب رمز جديد.</translation>
    </message>
    <message>
        <source>Send a new code (in {time})</source>
        <translation>إرسال رمز جديد (بعد {time})</translation>
    </message>
    <message>
        <source>Send a new code</source>
        <translation>إرسال رمز جديد</translation>
    </message>
</context>
<context>
    <name>ColleagueQuestion</name>
    <message>
        <source>Whoever comes in is recorded as well, picture and voice. You can withdraw at any time while it runs.</source>
        <translation>من ينضم إليها يُسجَّل صوتًا وصورة أيضًا. ويمكنكم سحب موافقتكم في أي وقت ما دام التسجيل مستمرًا.</translation>
    </message>
    <message>
        <source>The official asks to record everybody in this talk, your picture and your voice too. If you say no, it is not recorded, and the talk goes on just the same.</source>
        <translation>يطلب المسؤول تسجيل جميع من في هذه المقابلة، وأنتم منهم، صوتًا وصورة. وإن لم توافقوا فلن تُسجَّل، وتستمر المقابلة كما هي.</translation>
    </message>
    <message>
        <source>This talk is recorded</source>
        <translation>هذه المقابلة مسجَّلة</translation>
    </message>
    <message>
        <source>Agree and join</source>
        <translation>أوافق وأنضم</translation>
    </message>
    <message>
        <source>Do not join now</source>
        <translation>لا أنضم الآن</translation>
    </message>
</context>
<context>
    <name>ConsolePage</name>
    <message>
        <source>The hall&apos;s console</source>
        <translation>لوحة تشغيل القاعة</translation>
    </message>
</context>
<context>
    <name>ConsoleRail</name>
    <message numerus="yes">
        <source>Waiting for you: %Ln</source>
        <translation>
            <numerusform>ما ينتظركم: %Ln</numerusform>
            <numerusform>ما ينتظركم: %Ln</numerusform>
            <numerusform>ما ينتظركم: %Ln</numerusform>
            <numerusform>ما ينتظركم: %Ln</numerusform>
            <numerusform>ما ينتظركم: %Ln</numerusform>
            <numerusform>ما ينتظركم: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>الأقسام</translation>
    </message>
</context>
<context>
    <name>CropEditor</name>
    <message>
        <source>Corner at the top left</source>
        <translation>الزاوية العليا اليسرى</translation>
    </message>
    <message>
        <source>Corner at the top right</source>
        <translation>الزاوية العليا اليمنى</translation>
    </message>
    <message>
        <source>Corner at the bottom right</source>
        <translation>الزاوية السفلى اليمنى</translation>
    </message>
    <message>
        <source>Corner at the bottom left</source>
        <translation>الزاوية السفلى اليسرى</translation>
    </message>
    <message>
        <source>Drag it, or move it with the arrow keys</source>
        <translation>اسحبوها أو حرّكوها بمفاتيح الأسهم</translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message numerus="yes">
        <source>Running late: %Ln min</source>
        <translation>
            <numerusform>التأخر أقل من دقيقة</numerusform>
            <numerusform>التأخر دقيقة واحدة</numerusform>
            <numerusform>التأخر دقيقتان</numerusform>
            <numerusform>التأخر %Ln دقائق</numerusform>
            <numerusform>التأخر %Ln دقيقة</numerusform>
            <numerusform>التأخر %Ln دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>Next: {name}, {time}</source>
        <translation>التالي: {name}، {time}</translation>
    </message>
    <message>
        <source>Turn {place}, in {earliest} to {latest} min</source>
        <translation>الدور {place}، بعد {earliest} إلى {latest} دقيقة</translation>
    </message>
    <message numerus="yes">
        <source>Running late: more than %Ln hours</source>
        <translation>
            <numerusform>التأخر أكثر من ساعة</numerusform>
            <numerusform>التأخر أكثر من ساعة</numerusform>
            <numerusform>التأخر أكثر من ساعتين</numerusform>
            <numerusform>التأخر أكثر من %Ln ساعات</numerusform>
            <numerusform>التأخر أكثر من %Ln ساعة</numerusform>
            <numerusform>التأخر أكثر من %Ln ساعة</numerusform>
        </translation>
    </message>
    <message>
        <source>Next in line</source>
        <translation>الدور التالي</translation>
    </message>
    <message>
        <source>This computer stood still for a moment.</source>
        <translation>توقف هذا الجهاز لحظات.</translation>
    </message>
    <message numerus="yes">
        <source>This computer was asleep for %Ln minutes.</source>
        <translation>
            <numerusform>لم يدخل هذا الجهاز في وضع السكون.</numerusform>
            <numerusform>كان هذا الجهاز في وضع السكون دقيقة واحدة.</numerusform>
            <numerusform>كان هذا الجهاز في وضع السكون دقيقتين.</numerusform>
            <numerusform>كان هذا الجهاز في وضع السكون %Ln دقائق.</numerusform>
            <numerusform>كان هذا الجهاز في وضع السكون %Ln دقيقة.</numerusform>
            <numerusform>كان هذا الجهاز في وضع السكون %Ln دقيقة.</numerusform>
        </translation>
    </message>
    <message>
        <source>The talk is connected again by itself; nothing was lost.</source>
        <translation>تُوصل المقابلة من جديد تلقائيًا، ولم يضع شيء.</translation>
    </message>
    <message>
        <source>Everything is read again.</source>
        <translation>تُحدَّث البيانات كلها الآن.</translation>
    </message>
    <message>
        <source>Their page does not answer</source>
        <translation>صفحتهم لا تستجيب</translation>
    </message>
    <message>
        <source>Their page is open no more</source>
        <translation>لم تعد صفحتهم مفتوحة</translation>
    </message>
    <message>
        <source>Their line is weak</source>
        <translation>الاتصال بهم ضعيف</translation>
    </message>
    <message>
        <source>Their kiosk does not answer</source>
        <translation>الكشك لا يستجيب</translation>
    </message>
    <message>
        <source>They have left the kiosk</source>
        <translation>غادر المراجع الكشك</translation>
    </message>
    <message>
        <source>Their place is kept.</source>
        <translation>مكان المراجع محفوظ.</translation>
    </message>
</context>
<context>
    <name>DaysPage</name>
    <message>
        <source>Which days suit you?</source>
        <translation>ما الأيام التي تناسبكم؟</translation>
    </message>
    <message>
        <source>Choose as many as you like, or none. Nothing is booked by this.</source>
        <translation>اختاروا ما شئتم من الأيام أو لا تختاروا شيئاً، ولا يُحجز بذلك موعد.</translation>
    </message>
    <message numerus="yes">
        <source>Times that were free: %Ln</source>
        <translation>
            <numerusform>لم يكن أي وقت متاحًا</numerusform>
            <numerusform>كان وقت واحد متاحًا</numerusform>
            <numerusform>كان وقتان متاحين</numerusform>
            <numerusform>كانت %Ln أوقات متاحة</numerusform>
            <numerusform>كان %Ln وقتًا متاحًا</numerusform>
            <numerusform>كان %Ln وقت متاحًا</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was free</source>
        <translation>لم تكن هناك أوقات متاحة</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Any day suits me</source>
        <translation>يناسبني أي يوم</translation>
    </message>
</context>
<context>
    <name>Decision</name>
    <message>
        <source>Granted</source>
        <translation>الموافقة</translation>
    </message>
    <message>
        <source>The request is met.</source>
        <translation>أُجيب الطلب.</translation>
    </message>
    <message>
        <source>Your request has been granted. The unit named below will carry it out and inform you.</source>
        <translation>تمت الموافقة على طلبكم، وستتولى الجهة المذكورة أدناه التنفيذ وإفادتكم.</translation>
    </message>
    <message>
        <source>Directed</source>
        <translation>توجيه</translation>
    </message>
    <message>
        <source>A unit is told to act.</source>
        <translation>إحالة إلى جهة لاتخاذ اللازم.</translation>
    </message>
    <message>
        <source>The unit named below has been directed to deal with your request and to answer you.</source>
        <translation>وُجّهت الجهة المذكورة أدناه بمعالجة طلبكم وإفادتكم بما يتم.</translation>
    </message>
    <message>
        <source>Further study</source>
        <translation>مزيد من الدراسة</translation>
    </message>
    <message>
        <source>It is examined first.</source>
        <translation>يُدرس الطلب قبل البت فيه.</translation>
    </message>
    <message>
        <source>Your request is being studied by the unit named below. You will be told of the result.</source>
        <translation>طلبكم قيد الدراسة لدى الجهة المذكورة أدناه، وستُبلَّغون بالنتيجة.</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>الاعتذار</translation>
    </message>
    <message>
        <source>With the reason and the way on.</source>
        <translation>مع بيان السبب والجهة البديلة.</translation>
    </message>
    <message>
        <source>Your request could not be granted, because … You can turn to … for …</source>
        <translation>نعتذر عن تعذر إجابة طلبكم، وذلك بسبب … ويمكنكم مراجعة … بشأن …</translation>
    </message>
    <message>
        <source>Advice given</source>
        <translation>إرشاد</translation>
    </message>
    <message>
        <source>Nothing more is needed.</source>
        <translation>لا يلزم إجراء آخر.</translation>
    </message>
    <message>
        <source>You were advised in the talk as follows: …</source>
        <translation>تم إرشادكم خلال المقابلة إلى ما يلي: …</translation>
    </message>
</context>
<context>
    <name>DecisionWords</name>
    <message>
        <source>Your request is granted</source>
        <translation>أُجيب طلبكم</translation>
    </message>
    <message>
        <source>The unit below carries it out.</source>
        <translation>تتولى الجهة المذكورة أدناه التنفيذ.</translation>
    </message>
    <message>
        <source>Your request has been passed on with a directive</source>
        <translation>صدر توجيه بشأن طلبكم</translation>
    </message>
    <message>
        <source>The unit below acts on it and contacts you.</source>
        <translation>تتولى الجهة المذكورة أدناه متابعته والتواصل معكم.</translation>
    </message>
    <message>
        <source>Your request is being studied further</source>
        <translation>طلبكم قيد مزيد من الدراسة</translation>
    </message>
    <message>
        <source>The unit below studies it and tells you the result.</source>
        <translation>تدرسه الجهة المذكورة أدناه وتبلغكم بالنتيجة.</translation>
    </message>
    <message>
        <source>Your request cannot be met</source>
        <translation>تعذّرت إجابة طلبكم</translation>
    </message>
    <message>
        <source>The reason and the way on are written below.</source>
        <translation>تجدون أدناه السبب وما يمكنكم فعله بعد ذلك.</translation>
    </message>
    <message>
        <source>You were given advice</source>
        <translation>قُدّم لكم الإرشاد</translation>
    </message>
    <message>
        <source>It is written below for you to keep.</source>
        <translation>تجدونه مكتوبًا أدناه للرجوع إليه.</translation>
    </message>
</context>
<context>
    <name>Deputies</name>
    <message>
        <source>Leave them this</source>
        <translation>منح هذه الصلاحيات</translation>
    </message>
    <message>
        <source>What may {name} do?</source>
        <translation>ما صلاحيات {name}؟</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Change what {name} may do?</source>
        <translation>هل تُغيَّر صلاحيات {name}؟</translation>
    </message>
    <message>
        <source>Now: {rights}</source>
        <translation>الآن: {rights}</translation>
    </message>
    <message>
        <source>Then: {rights}</source>
        <translation>بعد التغيير: {rights}</translation>
    </message>
    <message>
        <source>Who acts for the office</source>
        <translation>الإنابة والتفويض</translation>
    </message>
    <message>
        <source>They are signed out, and what they do is noted under their own name.</source>
        <translation>يُسجَّل خروجه، وما يفعله يُقيَّد باسمه هو.</translation>
    </message>
    <message>
        <source>Enter the stand-in</source>
        <translation>تسجيل الإنابة</translation>
    </message>
    <message>
        <source>End this stand-in</source>
        <translation>إنهاء هذه الإنابة</translation>
    </message>
    <message>
        <source>The roster is changed.</source>
        <translation>تغير جدول المناوبة.</translation>
    </message>
    <message>
        <source>Take everything away</source>
        <translation>سحب الصلاحيات</translation>
    </message>
    <message numerus="yes">
        <source>Audiences to be moved: %Ln</source>
        <translation>
            <numerusform>لا مواعيد تُنقل</numerusform>
            <numerusform>موعد واحد ينبغي نقله</numerusform>
            <numerusform>موعدان ينبغي نقلهما</numerusform>
            <numerusform>%Ln مواعيد ينبغي نقلها</numerusform>
            <numerusform>%Ln موعدًا ينبغي نقلها</numerusform>
            <numerusform>%Ln موعد ينبغي نقلها</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: {rights}</source>
        <translation>{name}: {rights}</translation>
    </message>
    <message>
        <source>Have {office} stand in?</source>
        <translation>هل ينوب {office}؟</translation>
    </message>
    <message>
        <source>Audiences booked on these days stand, and lose their slot: move them in the calendar.</source>
        <translation>المواعيد المحجوزة في هذه الأيام تبقى قائمة خارج أوقاتها، فانقلوها من التقويم.</translation>
    </message>
    <message>
        <source>End the standing in of {office}?</source>
        <translation>هل تنتهي إنابة {office}؟</translation>
    </message>
    <message>
        <source>Visitors of these days are received by the other office, and are shown its name.</source>
        <translation>يستقبل المكتب الآخر مراجعي هذه الأيام، ويظهر لهم اسمه.</translation>
    </message>
    <message>
        <source>Office managers</source>
        <translation>مديرو المكتب</translation>
    </message>
    <message>
        <source>Stand-in for some days</source>
        <translation>إنابة لأيام محددة</translation>
    </message>
    <message>
        <source>Office manager</source>
        <translation>مدير المكتب</translation>
    </message>
    <message>
        <source>Take everything away now</source>
        <translation>سحب جميع الصلاحيات الآن</translation>
    </message>
    <message>
        <source>Who stands in</source>
        <translation>من ينوب</translation>
    </message>
    <message>
        <source>Who stands in already</source>
        <translation>الإنابات المسجلة</translation>
    </message>
    <message>
        <source>Your office has no manager with an account: an administrator makes one.</source>
        <translation>ليس لمكتبكم مدير له حساب، ويُنشئه مدير النظام.</translation>
    </message>
    <message>
        <source>Deputies</source>
        <translation>الإنابة</translation>
    </message>
    <message>
        <source>What was left to you for the office ended with {last}.</source>
        <translation>انتهى ما فُوِّض إليكم في المكتب بنهاية {last}.</translation>
    </message>
    <message>
        <source>May do nothing in the name of the office</source>
        <translation>بلا صلاحيات باسم المكتب</translation>
    </message>
    <message>
        <source>Everything that an office manager may</source>
        <translation>جميع صلاحيات مدير المكتب</translation>
    </message>
    <message>
        <source>What was left to you for the office has ended.</source>
        <translation>انتهى ما فُوِّض إليكم في المكتب.</translation>
    </message>
    <message>
        <source>See the calendar</source>
        <translation>الاطلاع على التقويم</translation>
    </message>
    <message>
        <source>Manage bookings</source>
        <translation>إدارة المواعيد</translation>
    </message>
    <message>
        <source>Run the waiting room</source>
        <translation>إدارة غرفة الانتظار</translation>
    </message>
    <message>
        <source>Record outcomes</source>
        <translation>تسجيل النتائج</translation>
    </message>
    <message>
        <source>Until it is changed</source>
        <translation>حتى تتغير</translation>
    </message>
    <message>
        <source>From {first} until {last}</source>
        <translation>من {first} إلى {last}</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile. Please look at it again.</source>
        <translation>غيَّرها شخص آخر في هذه الأثناء. يُرجى مراجعتها من جديد.</translation>
    </message>
    <message>
        <source>Somebody stands in on one of these days already.</source>
        <translation>يوجد من ينوب في أحد هذه الأيام.</translation>
    </message>
    <message>
        <source>These days end before they begin, or the office would stand in for itself in the end.</source>
        <translation>هذه الأيام تنتهي قبل أن تبدأ، أو أن المكتب سينوب في النهاية عن نفسه.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>From {first} on</source>
        <translation>ابتداءً من {first}</translation>
    </message>
    <message>
        <source>Until {last}</source>
        <translation>حتى {last}</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>أول يوم</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>آخر يوم</translation>
    </message>
</context>
<context>
    <name>DeskCall</name>
    <message>
        <source>Brief</source>
        <translation>الملخص</translation>
    </message>
    <message>
        <source>Back to waiting</source>
        <translation>إعادة للانتظار</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>كتابة</translation>
    </message>
    <message>
        <source>Write something that the visitor reads large (T)</source>
        <translation>كتابة ما يقرؤه المراجع بخط كبير (T)</translation>
    </message>
    <message>
        <source>What the visitor is to read</source>
        <translation>ما سيقرؤه المراجع</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>End</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Microphone on or off (M)</source>
        <translation>تشغيل الميكروفون أو كتمه (M)</translation>
    </message>
    <message>
        <source>Camera on or off (V)</source>
        <translation>تشغيل الكاميرا أو إيقافها (V)</translation>
    </message>
    <message>
        <source>Show or hide the brief (B)</source>
        <translation>إظهار الملخص أو إخفاؤه (B)</translation>
    </message>
    <message>
        <source>Send the visitor back to waiting (Ctrl+Shift+B)</source>
        <translation>إعادة المراجع إلى الانتظار (Ctrl+Shift+B)</translation>
    </message>
    <message>
        <source>Show a screen or window, or stop (S)</source>
        <translation>عرض شاشة أو نافذة، أو إيقاف العرض (S)</translation>
    </message>
    <message>
        <source>Show or hide the figures of the line (Ctrl+Shift+D)</source>
        <translation>إظهار أرقام الاتصال أو إخفاؤها (⁦Ctrl+Shift+D⁩)</translation>
    </message>
    <message>
        <source>End the audience (Ctrl+Shift+E)</source>
        <translation>إنهاء المقابلة (Ctrl+Shift+E)</translation>
    </message>
    <message>
        <source>End the audience?</source>
        <translation>هل تريدون إنهاء المقابلة؟</translation>
    </message>
    <message>
        <source>The talk ends for both of you, and you write what was decided. The visitor reads it then.</source>
        <translation>تنتهي المقابلة لدى الطرفين، ثم تكتبون ما تقرر ليقرأه المراجع.</translation>
    </message>
    <message>
        <source>End and write the outcome</source>
        <translation>إنهاء وكتابة النتيجة</translation>
    </message>
    <message>
        <source>Send the visitor back to waiting?</source>
        <translation>هل تريدون إعادة المراجع إلى الانتظار؟</translation>
    </message>
    <message>
        <source>Their place is kept, and you can admit them again.</source>
        <translation>يبقى دوره محفوظًا، ويمكنكم السماح له بالدخول مرة أخرى.</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>إعادة إلى الانتظار</translation>
    </message>
    <message>
        <source>Have a word that the visitor neither hears nor sees, or come back (H)</source>
        <translation>حديث جانبي لا يسمعه المراجع ولا يراه، أو العودة إليه (H)</translation>
    </message>
    <message>
        <source>Write and read beside the talk (C)</source>
        <translation>الكتابة والقراءة أثناء المقابلة (C)</translation>
    </message>
    <message>
        <source>Stop showing</source>
        <translation>إيقاف العرض</translation>
    </message>
    <message>
        <source>Show screen</source>
        <translation>عرض شاشة</translation>
    </message>
    <message>
        <source>Hide figures</source>
        <translation>إخفاء الأرقام</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Keep talking</source>
        <translation>متابعة المقابلة</translation>
    </message>
    <message>
        <source>Come back</source>
        <translation>العودة إليه</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>تعليق</translation>
    </message>
    <message numerus="yes">
        <source>Extended by %Ln minutes.</source>
        <translation>
            <numerusform>لم تُمدّد المقابلة.</numerusform>
            <numerusform>مُدّدت المقابلة دقيقة واحدة.</numerusform>
            <numerusform>مُدّدت المقابلة دقيقتين.</numerusform>
            <numerusform>مُدّدت المقابلة %Ln دقائق.</numerusform>
            <numerusform>مُدّدت المقابلة %Ln دقيقة.</numerusform>
            <numerusform>مُدّدت المقابلة %Ln دقيقة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>الأجهزة</translation>
    </message>
    <message>
        <source>Choose camera, microphone and loudspeaker (D)</source>
        <translation>اختيار الكاميرا والميكروفون ومكبر الصوت (D)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>الرسائل</translation>
    </message>
    <message>
        <source>You</source>
        <translation>أنتم</translation>
    </message>
    <message>
        <source>The talk ends for everybody, and you write what was decided. The visitor reads it then.</source>
        <translation>تنتهي المقابلة لجميع المشاركين، ثم تكتبون ما تقرر، ويقرؤه المراجع بعد ذلك.</translation>
    </message>
</context>
<context>
    <name>DeskHeader</name>
    <message>
        <source>Majlis</source>
        <translation>مجلس</translation>
    </message>
    <message>
        <source>Video audiences</source>
        <translation>المقابلات المرئية</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>التسجيلات</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>الوارد</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>لا يوجد اتصال</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>The day</source>
        <translation>مواعيد اليوم</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>التقويم</translation>
    </message>
</context>
<context>
    <name>DeskOutcome</name>
    <message>
        <source>What is decided</source>
        <translation>ما تقرر</translation>
    </message>
    <message>
        <source>Responsible unit</source>
        <translation>الجهة المسؤولة</translation>
    </message>
    <message>
        <source>Who acts on it; a refusal names who refuses.</source>
        <translation>من يتولى التنفيذ، وعند الاعتذار تُذكر الجهة المعتذرة.</translation>
    </message>
    <message>
        <source>This lies in the work list of that office once saved</source>
        <translation>يُدرَج هذا في قائمة أعمال تلك الجهة عند الحفظ</translation>
    </message>
    <message>
        <source>Begin with a usual wording</source>
        <translation>البدء بصياغة معتادة</translation>
    </message>
    <message>
        <source>Back to the day</source>
        <translation>العودة إلى المواعيد</translation>
    </message>
    <message>
        <source>Action item {number}: what is to be done</source>
        <translation>إجراء المتابعة {number}: المطلوب تنفيذه</translation>
    </message>
    <message>
        <source>Action item {number}: the office or department that does it</source>
        <translation>إجراء المتابعة {number}: المكتب أو الإدارة المنفّذة</translation>
    </message>
    <message>
        <source>Remove action item {number}</source>
        <translation>حذف إجراء المتابعة {number}</translation>
    </message>
    <message>
        <source>Days until the deadline</source>
        <translation>عدد الأيام حتى الموعد النهائي</translation>
    </message>
    <message>
        <source>days: by {day}</source>
        <translation>يومًا: حتى {day}</translation>
    </message>
    <message>
        <source>Directive</source>
        <translation>توجيه</translation>
    </message>
    <message>
        <source>Action item</source>
        <translation>إجراء متابعة</translation>
    </message>
    <message>
        <source>Follow-up audience</source>
        <translation>موعد متابعة</translation>
    </message>
    <message>
        <source>Transaction number</source>
        <translation>رقم المعاملة</translation>
    </message>
    <message>
        <source>Directive to a department</source>
        <translation>توجيه إلى إدارة</translation>
    </message>
    <message>
        <source>Remove the directive</source>
        <translation>حذف التوجيه</translation>
    </message>
    <message>
        <source>Action items</source>
        <translation>إجراءات المتابعة</translation>
    </message>
    <message>
        <source>A follow-up audience is wanted</source>
        <translation>موعد متابعة مطلوب</translation>
    </message>
    <message>
        <source>Remove the follow-up</source>
        <translation>حذف موعد المتابعة</translation>
    </message>
    <message>
        <source>Transaction number in the emirate&apos;s system</source>
        <translation>رقم المعاملة في نظام الإمارة</translation>
    </message>
    <message>
        <source>Remove the transaction number</source>
        <translation>حذف رقم المعاملة</translation>
    </message>
    <message>
        <source>weeks at most</source>
        <translation>أسابيع على الأكثر</translation>
    </message>
    <message>
        <source>Department that is directed</source>
        <translation>الإدارة الموجَّه إليها</translation>
    </message>
    <message>
        <source>What it is directed to do</source>
        <translation>المطلوب منها</translation>
    </message>
    <message>
        <source>Office of the follow-up</source>
        <translation>مكتب موعد المتابعة</translation>
    </message>
    <message>
        <source>Within how many weeks</source>
        <translation>خلال كم أسبوع</translation>
    </message>
    <message>
        <source>Save the outcome</source>
        <translation>حفظ النتيجة</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>هل تريدون الخروج دون حفظ؟</translation>
    </message>
    <message>
        <source>The visitor does not see it yet. What you wrote is kept until you sign out.</source>
        <translation>لن يراها المراجع بعد، ويبقى ما كتبتموه محفوظًا حتى تسجلوا الخروج.</translation>
    </message>
    <message>
        <source>Keep writing</source>
        <translation>متابعة الكتابة</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Office or department that does it</source>
        <translation>المكتب أو الإدارة المنفّذة</translation>
    </message>
    <message>
        <source>{count} of {most} letters</source>
        <translation>{count} من {most} حرف</translation>
    </message>
    <message>
        <source>In words, as the visitor reads it</source>
        <translation>نص النتيجة كما يقرؤه المراجع</translation>
    </message>
    <message>
        <source>Outcome of the audience</source>
        <translation>نتيجة المقابلة</translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message>
        <source>The outcome is saved. The visitor can read it now.</source>
        <translation>حُفظت النتيجة، ويمكن للمراجع قراءتها الآن.</translation>
    </message>
    <message>
        <source>A talk is running. It ends for the visitor as well.</source>
        <translation>هناك مقابلة جارية، وستنتهي لدى المراجع أيضًا.</translation>
    </message>
    <message>
        <source>An outcome is not saved. What you wrote will be lost.</source>
        <translation>هناك نتيجة لم تُحفظ، وستفقدون ما كتبتموه.</translation>
    </message>
    <message>
        <source>A step is not taken yet. What you wrote will be lost.</source>
        <translation>هناك إجراء لم يُنفَّذ بعد، وسيضيع ما كتبتموه.</translation>
    </message>
    <message>
        <source>You entered the talk elsewhere, at another desk or in a browser. It goes on there.</source>
        <translation>دخلتم المقابلة من مكان آخر: مكتب آخر أو متصفح. المقابلة مستمرة هناك.</translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation>هل تريدون تسجيل الخروج؟</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>البقاء</translation>
    </message>
    <message>
        <source>Close the program?</source>
        <translation>هل تريدون إغلاق البرنامج؟</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Majlis · the desk</source>
        <translation>مجلس · المكتب</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Your appointment stands, but these documents could not be sent: {names}. {why}.</source>
        <translation>موعدكم قائم، لكن تعذّر إرسال هذه المستندات: {names}. {why}.</translation>
    </message>
    <message>
        <source>Your documents are being sent: {sent} of {all}</source>
        <translation>يجري إرسال مستنداتكم: {sent} من {all}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message numerus="yes">
        <source>Documents with your appointment: %Ln</source>
        <translation>
            <numerusform>عدد المستندات المرفقة بموعدكم: %Ln</numerusform>
            <numerusform>عدد المستندات المرفقة بموعدكم: %Ln</numerusform>
            <numerusform>عدد المستندات المرفقة بموعدكم: %Ln</numerusform>
            <numerusform>عدد المستندات المرفقة بموعدكم: %Ln</numerusform>
            <numerusform>عدد المستندات المرفقة بموعدكم: %Ln</numerusform>
            <numerusform>عدد المستندات المرفقة بموعدكم: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} ميغابايت</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size} كيلوبايت</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>قيد الإرسال</translation>
    </message>
    <message>
        <source>With your appointment</source>
        <translation>مرفق بموعدكم</translation>
    </message>
    <message>
        <source>Not sent.</source>
        <translation>لم يُرسل.</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>Continue without a document</source>
        <translation>متابعة دون مستند</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Would you like to bring a document?</source>
        <translation>هل تودّون إرفاق مستند؟</translation>
    </message>
    <message>
        <source>A letter, a deed, a photo: the official sees it before the talk. You need not.</source>
        <translation>خطاب أو صك أو صورة: يطّلع عليه المسؤول قبل المقابلة. هذه الخطوة اختيارية.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Send the documents</source>
        <translation>إرسال المستندات</translation>
    </message>
    <message>
        <source>Back to the talk</source>
        <translation>العودة إلى المقابلة</translation>
    </message>
    <message>
        <source>Photograph a paper</source>
        <translation>تصوير ورقة</translation>
    </message>
    <message>
        <source>With the camera of this kiosk</source>
        <translation>بكاميرا هذا الكشك</translation>
    </message>
    <message>
        <source>From a USB stick or the scanner</source>
        <translation>من ذاكرة USB أو الماسح الضوئي</translation>
    </message>
    <message>
        <source>PDF documents and photos</source>
        <translation>مستندات PDF وصور</translation>
    </message>
    <message>
        <source>From your phone</source>
        <translation>من هاتفكم</translation>
    </message>
    <message>
        <source>Scan a code and choose files there</source>
        <translation>امسحوا رمزاً واختاروا الملفات من الهاتف</translation>
    </message>
    <message>
        <source>Hand the official a document</source>
        <translation>تقديم مستند إلى المسؤول</translation>
    </message>
    <message>
        <source>The talk goes on: you hear each other. The official sees what you send at once.</source>
        <translation>المقابلة مستمرة وتسمعون بعضكم. يرى المسؤول ما ترسلونه في الحال.</translation>
    </message>
</context>
<context>
    <name>Elapsed</name>
    <message>
        <source>{time} left</source>
        <translation>متبقٍّ {time}</translation>
    </message>
</context>
<context>
    <name>ElsewherePages</name>
    <message>
        <source>There is time for {time}. We go on by ourselves.</source>
        <translation>الوقت المتبقي {time}. وسنتابع تلقائيًا.</translation>
    </message>
    <message>
        <source>Choose this number in Nafath</source>
        <translation>اختاروا هذا الرقم في نفاذ</translation>
    </message>
    <message>
        <source>Tell the operator this kiosk&apos;s number</source>
        <translation>أخبروا المشغّل برقم هذا الكشك</translation>
    </message>
    <message>
        <source>Open the Nafath app on your mobile.</source>
        <translation>افتحوا تطبيق نفاذ في جوالكم.</translation>
    </message>
    <message>
        <source>Open the request from Majlis, and choose this number.</source>
        <translation>افتحوا الطلب الوارد من مجلس، ثم اختاروا هذا الرقم.</translation>
    </message>
    <message>
        <source>Confirm it with your face, finger or code.</source>
        <translation>أكّدوه بالوجه أو البصمة أو الرمز.</translation>
    </message>
    <message>
        <source>Confirm it in Nafath</source>
        <translation>أكّدوا هويتكم في نفاذ</translation>
    </message>
    <message>
        <source>Never give this number to anybody who calls you.</source>
        <translation>لا تعطوا هذا الرقم لأي شخص يتصل بكم.</translation>
    </message>
    <message>
        <source>Take your ID or passport to the operator&apos;s desk.</source>
        <translation>توجّهوا بالهوية أو الجواز إلى مكتب المشغّل.</translation>
    </message>
    <message>
        <source>The operator looks at it and confirms you.</source>
        <translation>يطّلع المشغّل عليها ويؤكد هويتكم.</translation>
    </message>
    <message>
        <source>Then come back: this kiosk is kept for you.</source>
        <translation>ثم عودوا إلى هنا: هذا الكشك محجوز لكم.</translation>
    </message>
    <message>
        <source>Please go to the operator&apos;s desk</source>
        <translation>نأمل التوجّه إلى مكتب المشغّل</translation>
    </message>
    <message>
        <source>Your papers are enough; no mobile is needed.</source>
        <translation>تكفي وثيقتكم، ولا حاجة إلى جوال.</translation>
    </message>
    <message>
        <source>The time is over</source>
        <translation>انتهى الوقت</translation>
    </message>
    <message>
        <source>Nothing is lost. You can try again, or go back and choose another way.</source>
        <translation>لم يضِع شيء. يمكنكم المحاولة مرة أخرى، أو العودة واختيار طريقة أخرى.</translation>
    </message>
    <message>
        <source>Another way</source>
        <translation>طريقة أخرى</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>You could not be let in</source>
        <translation>تعذّر إدخالكم</translation>
    </message>
    <message>
        <source>Please ask the operator at the desk.</source>
        <translation>نأمل مراجعة المشغّل في مكتبه.</translation>
    </message>
</context>
<context>
    <name>FarewellPage</name>
    <message>
        <source>Thank you for coming</source>
        <translation>شكرًا لزيارتكم</translation>
    </message>
    <message>
        <source>Everything you entered has been removed from this kiosk.</source>
        <translation>أُزيل من هذا الكشك كل ما أدخلتموه من بيانات.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message numerus="yes">
        <source>Files that are not shown, since they are of another kind or too large: %Ln</source>
        <translation>
            <numerusform>ملفات لا تظهر لأن نوعها غير مقبول أو حجمها كبير: %Ln</numerusform>
            <numerusform>ملفات لا تظهر لأن نوعها غير مقبول أو حجمها كبير: %Ln</numerusform>
            <numerusform>ملفات لا تظهر لأن نوعها غير مقبول أو حجمها كبير: %Ln</numerusform>
            <numerusform>ملفات لا تظهر لأن نوعها غير مقبول أو حجمها كبير: %Ln</numerusform>
            <numerusform>ملفات لا تظهر لأن نوعها غير مقبول أو حجمها كبير: %Ln</numerusform>
            <numerusform>ملفات لا تظهر لأن نوعها غير مقبول أو حجمها كبير: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Added: {name}</source>
        <translation>أُضيف: {name}</translation>
    </message>
    <message>
        <source>Which documents would you like to bring?</source>
        <translation>أي المستندات تودّون إرفاقها؟</translation>
    </message>
    <message>
        <source>Touch each one. Nothing on your stick is changed.</source>
        <translation>المسوا كل مستند تريدونه. لا يتغير شيء في ذاكرتكم.</translation>
    </message>
    <message>
        <source>The stick was pulled out. What you had already chosen is still here.</source>
        <translation>نُزعت ذاكرة USB. ما اخترتموه من قبل ما زال محفوظاً هنا.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Looking for files</source>
        <translation>يجري البحث عن ملفات</translation>
    </message>
    <message>
        <source>The file cannot be read any more. Please plug the stick in again.</source>
        <translation>تعذّرت قراءة الملف. نرجو إدخال ذاكرة USB مرة أخرى.</translation>
    </message>
    <message>
        <source>There is no document on the stick</source>
        <translation>لا توجد مستندات في ذاكرة USB</translation>
    </message>
    <message>
        <source>PDF documents and photos (JPEG, PNG) can be brought.</source>
        <translation>يمكن إرفاق مستندات PDF وصور JPEG أو PNG.</translation>
    </message>
    <message>
        <source>Please plug in your USB stick</source>
        <translation>نرجو إدخال ذاكرة USB</translation>
    </message>
    <message>
        <source>Or lay the paper on the scanner and press its button. Files appear here by themselves.</source>
        <translation>أو ضعوا الورقة على الماسح الضوئي واضغطوا زره. تظهر الملفات هنا تلقائياً.</translation>
    </message>
</context>
<context>
    <name>FindPage</name>
    <message>
        <source>Help a person</source>
        <translation>مساعدة مستفيد</translation>
    </message>
    <message>
        <source>First look at their papers, then find them here.</source>
        <translation>اطلعوا على وثيقته أولًا، ثم ابحثوا عنه هنا.</translation>
    </message>
    <message>
        <source>ID number, mobile or name</source>
        <translation>رقم الهوية أو الجوال أو الاسم</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>جواز سفر</translation>
    </message>
    <message>
        <source>ID, mobile or name</source>
        <translation>بالهوية أو الجوال أو الاسم</translation>
    </message>
    <message>
        <source>Border number</source>
        <translation>رقم حدود</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>الجنسية</translation>
    </message>
    <message>
        <source>The country&apos;s name, or its two letters</source>
        <translation>اسم الدولة، أو حرفاها اللاتينيان</translation>
    </message>
    <message>
        <source>Nobody is known by that</source>
        <translation>لا يوجد أحد بهذه البيانات</translation>
    </message>
    <message>
        <source>Digits in any form; of a name some words are enough</source>
        <translation>الأرقام بأي صورة، وتكفي بعض كلمات الاسم</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Please compare it once more. Whoever is here for the first time is known by their papers.</source>
        <translation>يرجى المطابقة مرة أخرى. من يأتي أول مرة يُعرف بوثيقته.</translation>
    </message>
    <message>
        <source>Take down their papers</source>
        <translation>تسجيل وثيقته</translation>
    </message>
    <message>
        <source>Without a name yet</source>
        <translation>بلا اسم حتى الآن</translation>
    </message>
    <message>
        <source>Number as it stands in the papers</source>
        <translation>الرقم كما في الوثيقة</translation>
    </message>
    <message>
        <source>Please type whom to look for.</source>
        <translation>يرجى كتابة من تبحثون عنه.</translation>
    </message>
</context>
<context>
    <name>FirstFreePage</name>
    <message>
        <source>Nobody is free in the coming weeks</source>
        <translation>لا يوجد وقت متاح في الأسابيع القادمة</translation>
    </message>
    <message>
        <source>Please come back in a few days, or meet another way.</source>
        <translation>نرجو العودة بعد أيام، أو اختيار طريقة أخرى للمقابلة.</translation>
    </message>
    <message>
        <source>Whoever is free first</source>
        <translation>أول من يتاح له وقت</translation>
    </message>
</context>
<context>
    <name>GivenNumber</name>
    <message>
        <source>given here, while the server is away</source>
        <translation>أُعطي هنا أثناء غياب الخادم</translation>
    </message>
    <message>
        <source>Given just now</source>
        <translation>أُعطي الآن</translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>طباعة مرة أخرى</translation>
    </message>
    <message>
        <source>The printer has no paper. Please tell the number.</source>
        <translation>لا ورق في الطابعة. يرجى إبلاغ الرقم شفهيًا.</translation>
    </message>
    <message>
        <source>No printer here. Please tell the number.</source>
        <translation>لا طابعة هنا. يرجى إبلاغ الرقم شفهيًا.</translation>
    </message>
    <message>
        <source>The printer did not print. Please tell the number.</source>
        <translation>لم تطبع الطابعة. يرجى إبلاغ الرقم شفهيًا.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>الغرض</translation>
    </message>
    <message>
        <source>Before them</source>
        <translation>قبله</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>المتوقع</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>The number is being printed.</source>
        <translation>تجري طباعة الرقم.</translation>
    </message>
    <message>
        <source>The number is printed.</source>
        <translation>طُبع الرقم.</translation>
    </message>
</context>
<context>
    <name>GivenPaper</name>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>The document is being printed. One moment, please.</source>
        <translation>تجري طباعة المستند. لحظة من فضلكم.</translation>
    </message>
    <message>
        <source>Please take the paper from below the screen.</source>
        <translation>يُرجى أخذ الورقة من أسفل الشاشة.</translation>
    </message>
    <message>
        <source>The document stays with your file.</source>
        <translation>يبقى المستند محفوظًا مع ملفكم.</translation>
    </message>
    <message>
        <source>The official has taken the document back.</source>
        <translation>سحب المسؤول المستند.</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>المستند</translation>
    </message>
    <message>
        <source>The official gives you a document.</source>
        <translation>يسلّمكم المسؤول مستندًا.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>This document cannot be shown here</source>
        <translation>تعذّر عرض هذا المستند هنا</translation>
    </message>
    <message>
        <source>It stays with your file. The official can show it to you.</source>
        <translation>يبقى محفوظًا مع ملفكم، ويمكن للمسؤول أن يعرضه عليكم.</translation>
    </message>
    <message>
        <source>The document is being fetched</source>
        <translation>جارٍ إحضار المستند</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>الصفحة {number} من {count}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Other document</source>
        <translation>مستند آخر</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>A page of the document</source>
        <translation>صفحة من المستند</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>الصفحة كاملة</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>تكبير</translation>
    </message>
</context>
<context>
    <name>HallForms</name>
    <message>
        <source>This one is guessed at once. Choose another.</source>
        <translation>هذا الرقم يسهل تخمينه. اختاروا رقمًا آخر.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>الرقمان غير متطابقين.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>الرسالة</translation>
    </message>
    <message numerus="yes">
        <source>Letters left: %Ln</source>
        <translation>
            <numerusform>الأحرف المتبقية: %Ln</numerusform>
            <numerusform>الأحرف المتبقية: %Ln</numerusform>
            <numerusform>الأحرف المتبقية: %Ln</numerusform>
            <numerusform>الأحرف المتبقية: %Ln</numerusform>
            <numerusform>الأحرف المتبقية: %Ln</numerusform>
            <numerusform>الأحرف المتبقية: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>الرقم السري الجديد</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>الرقم نفسه مرة أخرى</translation>
    </message>
</context>
<context>
    <name>HallOrders</name>
    <message>
        <source>This kiosk closes after your visit. You can finish what you are doing.</source>
        <translation>سيُغلق هذا الكشك بعد زيارتكم. يمكنكم إتمام ما بدأتموه.</translation>
    </message>
    <message>
        <source>From the staff of the hall</source>
        <translation>من موظفي القاعة</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>قرأتها</translation>
    </message>
    <message numerus="yes">
        <source>A picture of this place is taken for them in %Ln s.</source>
        <translation>
            <numerusform>تُلتقط لهم صورة لهذا المكان الآن.</numerusform>
            <numerusform>تُلتقط لهم صورة لهذا المكان بعد ثانية.</numerusform>
            <numerusform>تُلتقط لهم صورة لهذا المكان بعد ثانيتين.</numerusform>
            <numerusform>تُلتقط لهم صورة لهذا المكان بعد %Ln ثوانٍ.</numerusform>
            <numerusform>تُلتقط لهم صورة لهذا المكان بعد %Ln ثانية.</numerusform>
            <numerusform>تُلتقط لهم صورة لهذا المكان بعد %Ln ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture is being taken.</source>
        <translation>تُلتقط الصورة الآن.</translation>
    </message>
    <message>
        <source>The staff of the hall ask to see this kiosk&apos;s camera</source>
        <translation>يطلب موظفو القاعة رؤية ما تراه كاميرا هذا الكشك</translation>
    </message>
    <message>
        <source>No, do not take it</source>
        <translation>لا، لا تلتقطوها</translation>
    </message>
</context>
<context>
    <name>HallSection</name>
    <message>
        <source>The hall</source>
        <translation>القاعة</translation>
    </message>
    <message numerus="yes">
        <source>Kiosks: %Ln</source>
        <translation>
            <numerusform>الأكشاك: %Ln</numerusform>
            <numerusform>الأكشاك: %Ln</numerusform>
            <numerusform>الأكشاك: %Ln</numerusform>
            <numerusform>الأكشاك: %Ln</numerusform>
            <numerusform>الأكشاك: %Ln</numerusform>
            <numerusform>الأكشاك: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To be looked after: %Ln</source>
        <translation>
            <numerusform>تحتاج إلى متابعة: %Ln</numerusform>
            <numerusform>تحتاج إلى متابعة: %Ln</numerusform>
            <numerusform>تحتاج إلى متابعة: %Ln</numerusform>
            <numerusform>تحتاج إلى متابعة: %Ln</numerusform>
            <numerusform>تحتاج إلى متابعة: %Ln</numerusform>
            <numerusform>تحتاج إلى متابعة: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left at the kiosks, and not done: %Ln</source>
        <translation>
            <numerusform>إدخالات تُركت في الأكشاك ولم تُنجز: %Ln</numerusform>
            <numerusform>إدخالات تُركت في الأكشاك ولم تُنجز: %Ln</numerusform>
            <numerusform>إدخالات تُركت في الأكشاك ولم تُنجز: %Ln</numerusform>
            <numerusform>إدخالات تُركت في الأكشاك ولم تُنجز: %Ln</numerusform>
            <numerusform>إدخالات تُركت في الأكشاك ولم تُنجز: %Ln</numerusform>
            <numerusform>إدخالات تُركت في الأكشاك ولم تُنجز: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>See to it</source>
        <translation>عرضها</translation>
    </message>
    <message>
        <source>The PIN is set. It holds at every kiosk of this hall.</source>
        <translation>عُيّن الرقم السري، وهو ساري في جميع أكشاك هذه القاعة.</translation>
    </message>
    <message>
        <source>PIN of the kiosks</source>
        <translation>الرقم السري للأكشاك</translation>
    </message>
    <message>
        <source>This hall has no PIN yet: nobody gets past the screen of its kiosks. Give it one.</source>
        <translation>ليس لهذه القاعة رقم سري بعد، فلا يستطيع أحد تجاوز شاشات أكشاكها. عيّنوا لها رقمًا.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>A message to whoever stands there</source>
        <translation>رسالة إلى من يقف أمام الكشك</translation>
    </message>
    <message>
        <source>It is shown at once. Write nothing about a person.</source>
        <translation>تظهر فورًا. لا تكتبوا فيها شيئًا عن أي شخص.</translation>
    </message>
    <message>
        <source>A PIN for the kiosks of this hall</source>
        <translation>رقم سري لأكشاك هذه القاعة</translation>
    </message>
    <message>
        <source>Six to twelve digits. Whoever knows it gets past a kiosk&apos;s screen; the old one ends.</source>
        <translation>من ستة أرقام إلى اثني عشر رقمًا. من يعرفه يتجاوز شاشة الكشك، وينتهي العمل بالرقم السابق.</translation>
    </message>
    <message>
        <source>Somebody is being helped at the moment. Please finish that first, or go back there.</source>
        <translation>تجري الآن مساعدة شخص آخر. يُرجى إتمام ذلك أولًا، أو الرجوع عنه هناك.</translation>
    </message>
    <message>
        <source>End the visit</source>
        <translation>إنهاء الزيارة</translation>
    </message>
    <message>
        <source>Their visit ends at once: a talk is cut off, and what they have entered and not sent is lost.</source>
        <translation>تنتهي الزيارة فورًا، فتنقطع المقابلة إن كانت جارية، ويضيع ما أُدخل ولم يُرسل.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>عرض الرسالة</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Set it</source>
        <translation>تعيين</translation>
    </message>
    <message>
        <source>Has it been dealt with?</source>
        <translation>هل تمت معالجته؟</translation>
    </message>
    <message>
        <source>It goes off the list, and the kiosk keeps it no longer. Your name stands for it.</source>
        <translation>يُرفع من القائمة ولا يحتفظ به الكشك بعد ذلك. ويُسجَّل ذلك باسمكم.</translation>
    </message>
    <message>
        <source>The picture cannot be shown.</source>
        <translation>تعذّر عرض الصورة.</translation>
    </message>
    <message>
        <source>What the camera of kiosk {number} saw</source>
        <translation>ما رأته كاميرا الكشك {number}</translation>
    </message>
    <message>
        <source>It is kept nowhere, and gone once you close it.</source>
        <translation>لا تُحفظ هذه الصورة في أي مكان، وتزول بمجرد إغلاقها.</translation>
    </message>
    <message>
        <source>This is the hall as it was {span} ago: the server cannot be reached.</source>
        <translation>هذه حال القاعة قبل {span}، إذ تعذّر الوصول إلى الخادم.</translation>
    </message>
    <message>
        <source>No kiosks in this hall</source>
        <translation>لا توجد أكشاك في هذه القاعة</translation>
    </message>
    <message>
        <source>An administrator adds them; they then appear here.</source>
        <translation>يضيفها مدير النظام، ثم تظهر هنا.</translation>
    </message>
    <message>
        <source>Restart it</source>
        <translation>إعادة التشغيل</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>إبقاء الأمر كما هو</translation>
    </message>
    <message>
        <source>Yes, it is dealt with</source>
        <translation>نعم، تمت معالجته</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>ليس بعد</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Somebody is using kiosk {number}</source>
        <translation>الكشك {number} قيد الاستخدام</translation>
    </message>
</context>
<context>
    <name>HallWords</name>
    <message numerus="yes">
        <source>%Ln d</source>
        <translation>
            <numerusform>%Ln يوم</numerusform>
            <numerusform>يوم</numerusform>
            <numerusform>يومين</numerusform>
            <numerusform>%Ln أيام</numerusform>
            <numerusform>%Ln يومًا</numerusform>
            <numerusform>%Ln يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln s</source>
        <translation>
            <numerusform>لحظات</numerusform>
            <numerusform>ثانية</numerusform>
            <numerusform>ثانيتين</numerusform>
            <numerusform>%Ln ثوانٍ</numerusform>
            <numerusform>%Ln ثانية</numerusform>
            <numerusform>%Ln ثانية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <translation>
            <numerusform>%Ln دقيقة</numerusform>
            <numerusform>دقيقة</numerusform>
            <numerusform>دقيقتين</numerusform>
            <numerusform>%Ln دقائق</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h</source>
        <translation>
            <numerusform>%Ln ساعة</numerusform>
            <numerusform>ساعة</numerusform>
            <numerusform>ساعتين</numerusform>
            <numerusform>%Ln ساعات</numerusform>
            <numerusform>%Ln ساعة</numerusform>
            <numerusform>%Ln ساعة</numerusform>
        </translation>
    </message>
    <message>
        <source>The window ended by itself and came back</source>
        <translation>توقفت النافذة من تلقاء نفسها ثم عادت</translation>
    </message>
    <message>
        <source>An unforeseen fault of the program</source>
        <translation>خلل غير متوقع في البرنامج</translation>
    </message>
    <message>
        <source>The server could not be reached for a while</source>
        <translation>تعذّر الوصول إلى الخادم مدةً من الوقت</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>سليم</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>يحتاج إلى متابعة</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>لا يستجيب</translation>
    </message>
    <message>
        <source>Not heard of yet</source>
        <translation>لم يتصل بعد</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>متاح</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>قيد الاستخدام</translation>
    </message>
    <message>
        <source>A visitor waits to be received</source>
        <translation>مراجع في انتظار المقابلة</translation>
    </message>
    <message>
        <source>In a talk</source>
        <translation>في مقابلة</translation>
    </message>
    <message>
        <source>Closed to visitors</source>
        <translation>مغلق أمام المراجعين</translation>
    </message>
    <message>
        <source>The staff is at it</source>
        <translation>يعمل عليه أحد الموظفين</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>يبدأ التشغيل</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>microphone</source>
        <translation>الميكروفون</translation>
    </message>
    <message>
        <source>loudspeaker</source>
        <translation>السماعة</translation>
    </message>
    <message>
        <source>network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>The camera does not serve</source>
        <translation>الكاميرا لا تعمل</translation>
    </message>
    <message>
        <source>The microphone does not serve</source>
        <translation>الميكروفون لا يعمل</translation>
    </message>
    <message>
        <source>The loudspeaker does not serve</source>
        <translation>السماعة لا تعمل</translation>
    </message>
    <message>
        <source>The network is weak</source>
        <translation>الشبكة ضعيفة</translation>
    </message>
    <message>
        <source>The printer has no paper</source>
        <translation>نفد ورق الطابعة</translation>
    </message>
    <message>
        <source>The printer does not print</source>
        <translation>الطابعة لا تطبع</translation>
    </message>
    <message>
        <source>Something went wrong a moment ago</source>
        <translation>حدث خلل قبل قليل</translation>
    </message>
    <message>
        <source>Entries wait to be sent</source>
        <translation>إدخالات تنتظر الإرسال</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>جاهزة</translation>
    </message>
    <message>
        <source>Out of paper</source>
        <translation>نفد الورق</translation>
    </message>
    <message>
        <source>Does not print</source>
        <translation>لا تطبع</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>إعادة التشغيل</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>الإغلاق</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>إعادة الفتح</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>Test of the devices</source>
        <translation>فحص الأجهزة</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>sent; the kiosk has not answered yet</source>
        <translation>أُرسل الطلب، ولم يستجب الكشك بعد</translation>
    </message>
    <message>
        <source>the kiosk is doing it</source>
        <translation>يجري التنفيذ</translation>
    </message>
    <message>
        <source>done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>the kiosk did not answer in time; nothing was done</source>
        <translation>لم يستجب الكشك في الوقت المحدد</translation>
    </message>
    <message>
        <source>not now: the kiosk is in use</source>
        <translation>تعذّر الآن لأن الكشك قيد الاستخدام</translation>
    </message>
    <message>
        <source>not now: a visitor is signing in or in a talk</source>
        <translation>تعذّر الآن لأن مراجعًا يثبت هويته أو في مقابلة</translation>
    </message>
    <message>
        <source>the visitor said no</source>
        <translation>لم يوافق المراجع</translation>
    </message>
    <message>
        <source>the camera gives no picture</source>
        <translation>لا تصل صورة من الكاميرا</translation>
    </message>
    <message>
        <source>no window shows at the kiosk; restart it</source>
        <translation>لا تظهر نافذة على الكشك، أعيدوا تشغيله</translation>
    </message>
    <message>
        <source>the kiosk could not do it</source>
        <translation>لم يستطع الكشك التنفيذ</translation>
    </message>
    <message>
        <source>everything serves</source>
        <translation>كل شيء يعمل</translation>
    </message>
    <message>
        <source>does not serve: {parts}</source>
        <translation>لا يعمل: {parts}</translation>
    </message>
</context>
<context>
    <name>Halls</name>
    <message>
        <source>Not enrolled yet</source>
        <translation>لم يُسجَّل بعد</translation>
    </message>
    <message>
        <source>Retire it</source>
        <translation>إخراجه من الخدمة</translation>
    </message>
    <message>
        <source>Search by hall or governorate</source>
        <translation>البحث بالقاعة أو المحافظة</translation>
    </message>
    <message>
        <source>A code that was made before and not used yet is void.</source>
        <translation>يبطل كل رمز أُصدر من قبل ولم يُستعمل.</translation>
    </message>
    <message>
        <source>The kiosk is enrolled already: whoever uses the code puts another in its place.</source>
        <translation>الكشك مسجّل من قبل، ومن يستعمل الرمز يضع جهازًا آخر مكانه.</translation>
    </message>
    <message>
        <source>Type it at the kiosk, once. It is good until {when}.</source>
        <translation>يُكتب عند الكشك مرة واحدة، ويصلح حتى {when}.</translation>
    </message>
    <message>
        <source>It closes at once, with whoever stands at it.</source>
        <translation>يُغلق فورًا، ولو كان عنده أحد.</translation>
    </message>
    <message>
        <source>To serve again it has to be enrolled anew.</source>
        <translation>ولا يعود إلى الخدمة إلا بتسجيل جديد.</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>خارج الخدمة</translation>
    </message>
    <message>
        <source>In service</source>
        <translation>في الخدمة</translation>
    </message>
    <message>
        <source>Take it back into service</source>
        <translation>إعادته إلى الخدمة</translation>
    </message>
    <message>
        <source>A kiosk is enrolled with a code that is typed at it once.</source>
        <translation>يُسجَّل الكشك برمز يُكتب عنده مرة واحدة.</translation>
    </message>
    <message>
        <source>Make an enrolment code</source>
        <translation>إصدار رمز تسجيل</translation>
    </message>
    <message>
        <source>Change the PIN of the hall</source>
        <translation>تغيير الرقم السري للقاعة</translation>
    </message>
    <message>
        <source>Retire {kiosk}?</source>
        <translation>إخراج {kiosk} من الخدمة؟</translation>
    </message>
    <message>
        <source>Take {kiosk} back into service?</source>
        <translation>إعادة {kiosk} إلى الخدمة؟</translation>
    </message>
    <message>
        <source>The old one is good no more at any kiosk of the hall.</source>
        <translation>لا يصلح الرقم القديم بعد ذلك عند أي كشك في القاعة.</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>القاعة</translation>
    </message>
    <message>
        <source>Governorate</source>
        <translation>المحافظة</translation>
    </message>
    <message>
        <source>Another governorate</source>
        <translation>محافظة أخرى</translation>
    </message>
    <message>
        <source>In degrees, as a map shows them: 16.8892.</source>
        <translation>بالدرجات كما تظهر في الخريطة، مثل 16.8892.</translation>
    </message>
    <message>
        <source>Governorate&apos;s name in Arabic</source>
        <translation>اسم المحافظة بالعربية</translation>
    </message>
    <message>
        <source>Governorate&apos;s name in English</source>
        <translation>اسم المحافظة بالإنجليزية</translation>
    </message>
    <message>
        <source>Address in Arabic</source>
        <translation>العنوان بالعربية</translation>
    </message>
    <message>
        <source>Address in English</source>
        <translation>العنوان بالإنجليزية</translation>
    </message>
    <message>
        <source>Telephone of the hall</source>
        <translation>هاتف القاعة</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>خط العرض</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>خط الطول</translation>
    </message>
    <message>
        <source>Open on</source>
        <translation>أيام العمل</translation>
    </message>
    <message>
        <source>And on, at other hours</source>
        <translation>وأيام أخرى بساعات مختلفة</translation>
    </message>
    <message>
        <source>New hall</source>
        <translation>قاعة جديدة</translation>
    </message>
    <message>
        <source>Add a kiosk</source>
        <translation>إضافة كشك</translation>
    </message>
    <message>
        <source>There is no hall yet</source>
        <translation>لا توجد قاعات بعد</translation>
    </message>
    <message>
        <source>Begin with one: its kiosks are added to it.</source>
        <translation>أضيفوا قاعة أولًا، ثم أضيفوا أكشاكها إليها.</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>الكشك</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>This kiosk is not there any more. The list is new.</source>
        <translation>لم يعد هذا الكشك موجودًا، وقد حُدّثت القائمة.</translation>
    </message>
    <message>
        <source>This PIN is guessed at once. Please choose another.</source>
        <translation>هذا الرقم يُخمَّن فورًا. يُرجى اختيار غيره.</translation>
    </message>
    <message>
        <source>The hall has a PIN for its kiosks.</source>
        <translation>للقاعة رقم سري لأكشاكها.</translation>
    </message>
    <message>
        <source>The hall has no PIN yet: its operator cannot open a kiosk.</source>
        <translation>ليس للقاعة رقم سري بعد، فلا يستطيع مشغّلها فتح كشك.</translation>
    </message>
    <message>
        <source>Code for {kiosk}</source>
        <translation>رمز {kiosk}</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>تغيير الرقم</translation>
    </message>
    <message>
        <source>The new PIN is in force.</source>
        <translation>صار الرقم الجديد ساريًا.</translation>
    </message>
    <message>
        <source>Make this hall?</source>
        <translation>هل تُنشأ هذه القاعة؟</translation>
    </message>
    <message>
        <source>The hall is made. Add its kiosks now.</source>
        <translation>أُنشئت القاعة. أضيفوا أكشاكها الآن.</translation>
    </message>
    <message>
        <source>The kiosk is added.</source>
        <translation>أُضيف الكشك.</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>إنشاء</translation>
    </message>
    <message>
        <source>The code is made.</source>
        <translation>صدر الرمز.</translation>
    </message>
    <message>
        <source>Another PIN for {hall}?</source>
        <translation>رقم سري آخر لـ{hall}؟</translation>
    </message>
    <message>
        <source>It gets the next number, and is enrolled with a code.</source>
        <translation>يأخذ الكشك الرقم التالي، ويُسجَّل برمز.</translation>
    </message>
    <message>
        <source>The kiosk is retired.</source>
        <translation>أُخرج الكشك من الخدمة.</translation>
    </message>
    <message>
        <source>The kiosk is in service again.</source>
        <translation>عاد الكشك إلى الخدمة.</translation>
    </message>
    <message>
        <source>Add a kiosk to {hall}?</source>
        <translation>هل يُضاف كشك إلى {hall}؟</translation>
    </message>
    <message>
        <source>Make a code for {kiosk}?</source>
        <translation>إصدار رمز لـ{kiosk}؟</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>No note was written.</source>
        <translation>لم تُكتب ملاحظة.</translation>
    </message>
    <message>
        <source>Handed over by {office}</source>
        <translation>سلّمها: {office}</translation>
    </message>
    <message>
        <source>Hand over and leave</source>
        <translation>التسليم والمغادرة</translation>
    </message>
    <message>
        <source>The talk is theirs from then on (O)</source>
        <translation>تصبح المقابلة لديهم من تلك اللحظة (O)</translation>
    </message>
    <message>
        <source>to take the talk over</source>
        <translation>لتولّي المقابلة</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>تسليم</translation>
    </message>
    <message>
        <source>Hand the talk over to another office (O)</source>
        <translation>تسليم المقابلة إلى مكتب آخر (O)</translation>
    </message>
    <message>
        <source>You leave. They talk on, and write what is decided. The visitor stays, and is told.</source>
        <translation>تغادرون أنتم، ويُكمل المكتب الآخر المقابلة ويكتب ما يتقرر. يبقى المراجع في مكانه ويُبلَّغ بذلك.</translation>
    </message>
    <message>
        <source>They are not in the talk at the moment. It stays with you, and goes on.</source>
        <translation>من طُلب منه تولّي المقابلة ليس فيها الآن. تبقى المقابلة معكم وتستمر.</translation>
    </message>
    <message>
        <source>Nobody has answered yet. The talk stays with you; you may take the call back and ask another.</source>
        <translation>لم يُجب أحد بعد. تبقى المقابلة معكم، ويمكنكم سحب الدعوة ودعوة مكتب آخر.</translation>
    </message>
    <message>
        <source>Please end the recording first: the visitor agreed to it with your office alone.</source>
        <translation>يُرجى إنهاء التسجيل أولًا: وافق المراجع عليه مع مكتبكم وحده.</translation>
    </message>
    <message>
        <source>Hand the talk over to {name}?</source>
        <translation>تسليم المقابلة إلى {name}؟</translation>
    </message>
    <message>
        <source>Somebody is asked already: see above the picture.</source>
        <translation>طُلب ذلك من مكتب بالفعل: انظروا أعلى الصورة.</translation>
    </message>
    <message>
        <source>{name} has the talk now. The visitor was told.</source>
        <translation>المقابلة الآن لدى {name}، وقد أُبلغ المراجع.</translation>
    </message>
    <message>
        <source>The talk is yours now: you end it, and write what was decided. {name} has left.</source>
        <translation>المقابلة لديكم الآن: أنتم من ينهيها ويكتب ما تقرر. غادر {name}.</translation>
    </message>
    <message>
        <source>You join; both of you talk with the visitor, then it is yours.</source>
        <translation>تنضمون، وتتحدثان معًا مع المراجع، ثم تصبح المقابلة لديكم.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Back to the question</source>
        <translation>العودة إلى السؤال</translation>
    </message>
    <message>
        <source>{caller} asks you to take a talk over</source>
        <translation>يطلب منكم {caller} تولّي مقابلة</translation>
    </message>
    <message>
        <source>What you should know first · {left}</source>
        <translation>ما ينبغي معرفته أولًا · {left}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes left</source>
        <translation>
            <numerusform>لم يبق وقت</numerusform>
            <numerusform>بقيت دقيقة واحدة</numerusform>
            <numerusform>بقيت دقيقتان</numerusform>
            <numerusform>بقيت %Ln دقائق</numerusform>
            <numerusform>بقيت %Ln دقيقة</numerusform>
            <numerusform>بقيت %Ln دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>its time is over</source>
        <translation>انتهى وقتها</translation>
    </message>
    <message>
        <source>is asked to take the talk over. Until then it stays with you.</source>
        <translation>دُعي لتولّي المقابلة، وتبقى معكم حتى ذلك الحين.</translation>
    </message>
    <message>
        <source>is here to take the talk over. Hand over once you have spoken.</source>
        <translation>انضم لتولّي المقابلة. سلّموها بعد أن تتحدثوا معًا.</translation>
    </message>
    <message>
        <source>has said yes and is joining</source>
        <translation>وافق وينضم الآن</translation>
    </message>
    <message>
        <source>cannot take the talk over. It stays with you.</source>
        <translation>يعتذر عن تولّي المقابلة، فتبقى معكم.</translation>
    </message>
    <message>
        <source>has left. The talk stays with you.</source>
        <translation>غادر، فتبقى المقابلة معكم.</translation>
    </message>
    <message>
        <source>is not asked any more. The talk stays with you.</source>
        <translation>سُحبت الدعوة، وتبقى المقابلة معكم.</translation>
    </message>
    <message>
        <source>free now</source>
        <translation>متاح الآن</translation>
    </message>
    <message>
        <source>in a talk</source>
        <translation>في مقابلة</translation>
    </message>
    <message>
        <source>on a break</source>
        <translation>في استراحة</translation>
    </message>
    <message>
        <source>busy by the calendar</source>
        <translation>مشغول بحسب التقويم</translation>
    </message>
    <message>
        <source>Read first</source>
        <translation>الاطلاع أولًا</translation>
    </message>
    <message>
        <source>Note, brief and documents (Ctrl+Shift+I)</source>
        <translation>الملاحظة والملخص والوثائق (Ctrl+Shift+I)</translation>
    </message>
    <message>
        <source>What should they know first?</source>
        <translation>ما الذي ينبغي أن يعرفوه أولًا؟</translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting there</source>
        <translation>
            <numerusform>لا ينتظر أحد هناك</numerusform>
            <numerusform>ينتظر شخص واحد هناك</numerusform>
            <numerusform>ينتظر شخصان هناك</numerusform>
            <numerusform>ينتظر %Ln أشخاص هناك</numerusform>
            <numerusform>ينتظر %Ln شخصًا هناك</numerusform>
            <numerusform>ينتظر %Ln شخص هناك</numerusform>
        </translation>
    </message>
    <message>
        <source>Hand the talk over</source>
        <translation>تسليم المقابلة</translation>
    </message>
    <message>
        <source>It rings at their desk. They read your note, the brief and the documents, and join; then you leave. Whoever waits for them keeps their turn.</source>
        <translation>يرنّ عندهم، فيقرؤون ملاحظتكم والملخص والوثائق وينضمون، ثم تغادرون. ومن ينتظر عندهم يحتفظ بدوره.</translation>
    </message>
    <message>
        <source>Who can take the talk over</source>
        <translation>من يمكنه تولّي المقابلة</translation>
    </message>
    <message>
        <source>Nobody who could take it is at their desk now.</source>
        <translation>لا يوجد على مكتبه الآن من يمكنه تولّيها.</translation>
    </message>
    <message>
        <source>Ask them</source>
        <translation>دعوة</translation>
    </message>
</context>
<context>
    <name>Held</name>
    <message>
        <source>Identity: document, name, mobile, e-mail</source>
        <translation>الهوية: الوثيقة والاسم والجوال والبريد</translation>
    </message>
    <message>
        <source>Sign-ins</source>
        <translation>مرات الدخول</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>الموافقات</translation>
    </message>
    <message>
        <source>Requests and what was answered</source>
        <translation>الطلبات وما أُجيب عنها</translation>
    </message>
    <message>
        <source>Audiences that were booked</source>
        <translation>المواعيد المحجوزة</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>ما تقرر فيها</translation>
    </message>
    <message>
        <source>Answers to surveys</source>
        <translation>إجابات الاستبيانات</translation>
    </message>
    <message>
        <source>Documents that they brought</source>
        <translation>الوثائق التي أرفقوها</translation>
    </message>
    <message>
        <source>Places on waiting lists</source>
        <translation>أماكن في قوائم الانتظار</translation>
    </message>
    <message>
        <source>That talks took place, without what was said</source>
        <translation>حصول المقابلات، دون ما قيل فيها</translation>
    </message>
    <message>
        <source>Notes of the office</source>
        <translation>ملاحظات المكتب</translation>
    </message>
    <message>
        <source>What was written in talks</source>
        <translation>ما كُتب أثناء المقابلات</translation>
    </message>
    <message>
        <source>Recorded talks</source>
        <translation>المقابلات المسجّلة</translation>
    </message>
    <message>
        <source>Calls that were owed</source>
        <translation>المكالمات المستحقة</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>الرسائل</translation>
    </message>
    <message>
        <source>Records in the audit trail</source>
        <translation>قيود في سجل التدقيق</translation>
    </message>
    <message>
        <source>Who looked at their data</source>
        <translation>من اطّلع على بياناتهم</translation>
    </message>
    <message>
        <source>is deleted</source>
        <translation>يُحذف</translation>
    </message>
    <message>
        <source>is emptied: only that it was stays</source>
        <translation>يُفرَّغ: لا يبقى إلا أنه كان</translation>
    </message>
    <message>
        <source>stays, as the law asks, and names nobody</source>
        <translation>يبقى كما يقتضي النظام، ولا يدل على أحد</translation>
    </message>
    <message numerus="yes">
        <source>Audiences that are still to take place: %Ln. They have to be cancelled before an erasure, since others have set time aside for them.</source>
        <translation>
            <numerusform>لا مواعيد قادمة.</numerusform>
            <numerusform>لهذا الشخص موعد قادم واحد. يجب إلغاؤه قبل المحو، لأن غيره خصص له وقتًا.</numerusform>
            <numerusform>لهذا الشخص موعدان قادمان. يجب إلغاؤهما قبل المحو، لأن غيره خصص لهما وقتًا.</numerusform>
            <numerusform>لهذا الشخص %Ln مواعيد قادمة. يجب إلغاؤها قبل المحو، لأن غيره خصص لها وقتًا.</numerusform>
            <numerusform>لهذا الشخص %Ln موعدًا قادمًا. يجب إلغاؤها قبل المحو، لأن غيره خصص لها وقتًا.</numerusform>
            <numerusform>لهذا الشخص %Ln موعد قادم. يجب إلغاؤها قبل المحو، لأن غيره خصص لها وقتًا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Requests that are still open, and are withdrawn with it: %Ln.</source>
        <translation>
            <numerusform>لا طلبات مفتوحة.</numerusform>
            <numerusform>له طلب مفتوح واحد يُسحب مع المحو.</numerusform>
            <numerusform>له طلبان مفتوحان يُسحبان مع المحو.</numerusform>
            <numerusform>له %Ln طلبات مفتوحة تُسحب مع المحو.</numerusform>
            <numerusform>له %Ln طلبًا مفتوحًا تُسحب مع المحو.</numerusform>
            <numerusform>له %Ln طلب مفتوح تُسحب مع المحو.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>HelpSection</name>
    <message>
        <source>Help a person</source>
        <translation>مساعدة مستفيد</translation>
    </message>
    <message>
        <source>Somebody is being helped. What was begun will be lost.</source>
        <translation>تجري مساعدة مستفيد، وسيضيع ما بدأ.</translation>
    </message>
    <message>
        <source>{kiosk}: somebody waits for their papers to be seen</source>
        <translation>{kiosk}: شخص ينتظر الاطلاع على وثائقه</translation>
    </message>
</context>
<context>
    <name>HelpServicePage</name>
    <message>
        <source>Whom do they want to meet, and what about?</source>
        <translation>من يريد أن يقابل، وفي أي شأن؟</translation>
    </message>
    <message>
        <source>Official or service</source>
        <translation>المسؤول أو الخدمة</translation>
    </message>
    <message>
        <source>Type a part of it; Enter takes the first</source>
        <translation>اكتبوا جزءًا منه، ومفتاح الإدخال يختار الأول</translation>
    </message>
</context>
<context>
    <name>HelpSummaryPage</name>
    <message>
        <source>Is everything right?</source>
        <translation>هل كل شيء صحيح؟</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>ما الموضوع؟</translation>
    </message>
    <message>
        <source>In their own words; it may stay empty</source>
        <translation>بكلماته، ويجوز تركه فارغًا</translation>
    </message>
    <message>
        <source>Please read this to them first:</source>
        <translation>يرجى قراءة هذا عليه أولًا:</translation>
    </message>
    <message>
        <source>Move it to this time</source>
        <translation>نقل الموعد إلى هذا الوقت</translation>
    </message>
    <message>
        <source>There are signs in it that cannot be printed.</source>
        <translation>فيه علامات لا يمكن طباعتها.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>المراجع</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>المسؤول</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>They agree: book it</source>
        <translation>موافق: تأكيد الحجز</translation>
    </message>
    <message>
        <source>Book it</source>
        <translation>تأكيد الحجز</translation>
    </message>
</context>
<context>
    <name>HelpTicketPage</name>
    <message>
        <source>Print it again</source>
        <translation>طباعة مرة أخرى</translation>
    </message>
    <message>
        <source>Done, next person</source>
        <translation>تم، المراجع التالي</translation>
    </message>
    <message>
        <source>It is noted</source>
        <translation>سُجّلت الرغبة</translation>
    </message>
    <message>
        <source>They are on the waitlist</source>
        <translation>أُضيف إلى قائمة الانتظار</translation>
    </message>
    <message>
        <source>Moved: the ticket stays good</source>
        <translation>نُقل الموعد، والتذكرة صالحة كما هي</translation>
    </message>
    <message>
        <source>It is booked</source>
        <translation>تم الحجز</translation>
    </message>
    <message>
        <source>The same was sent to their mobile by SMS.</source>
        <translation>أُرسل ذلك إلى جواله في رسالة نصية.</translation>
    </message>
    <message>
        <source>They have no mobile: please give them the paper, or write number and code down.</source>
        <translation>ليس لديه جوال: يرجى إعطاؤه الورقة، أو كتابة الرقم والرمز له.</translation>
    </message>
    <message>
        <source>The printer has no paper. Put some in, and print it again.</source>
        <translation>لا ورق في الطابعة. ضعوا ورقًا ثم اطبعوا مرة أخرى.</translation>
    </message>
    <message>
        <source>The printer did not print. Print it again, or write number and code down.</source>
        <translation>لم تطبع الطابعة. اطبعوا مرة أخرى، أو اكتبوا الرقم والرمز.</translation>
    </message>
    <message>
        <source>As soon as a time is free they are told by SMS.</source>
        <translation>يُبلَّغ برسالة نصية حالما يتوفر وقت.</translation>
    </message>
    <message>
        <source>They have no mobile: please ask them to come by again in a few days.</source>
        <translation>ليس لديه جوال: يرجى أن تطلبوا منه المرور بعد أيام.</translation>
    </message>
    <message>
        <source>The ticket is being printed.</source>
        <translation>تجري طباعة التذكرة.</translation>
    </message>
    <message>
        <source>The ticket is printed.</source>
        <translation>طُبعت التذكرة.</translation>
    </message>
</context>
<context>
    <name>HelpTimePage</name>
    <message>
        <source>The nearest one that is free is chosen now.</source>
        <translation>اختير أقرب وقت متاح إليه.</translation>
    </message>
    <message>
        <source>When does it suit them?</source>
        <translation>متى يناسبه الموعد؟</translation>
    </message>
    <message>
        <source>None suits: onto the waitlist</source>
        <translation>لا وقت مناسب: إلى قائمة الانتظار</translation>
    </message>
    <message>
        <source>No time is free in the coming weeks</source>
        <translation>لا وقت متاح في الأسابيع القادمة</translation>
    </message>
    <message>
        <source>Put them on the waitlist, or choose another official.</source>
        <translation>أضيفوه إلى قائمة الانتظار، أو اختاروا مسؤولًا آخر.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>بحث مرة أخرى</translation>
    </message>
    <message>
        <source>Take this time</source>
        <translation>اختيار هذا الوقت</translation>
    </message>
</context>
<context>
    <name>Holidays</name>
    <message>
        <source>Holiday</source>
        <translation>إجازة</translation>
    </message>
    <message>
        <source>worked out</source>
        <translation>محسوب</translation>
    </message>
    <message>
        <source>New day</source>
        <translation>يوم جديد</translation>
    </message>
    <message>
        <source>Enter this day?</source>
        <translation>إضافة هذا اليوم؟</translation>
    </message>
    <message>
        <source>Working day all the same</source>
        <translation>يوم عمل مع ذلك</translation>
    </message>
    <message>
        <source>The feasts are worked out by the Umm al-Qura calendar; a day of your own wins over them.</source>
        <translation>تُحسب الأعياد بتقويم أم القرى، واليوم الذي تضيفونه يُقدَّم عليها.</translation>
    </message>
    <message>
        <source>Remove this day</source>
        <translation>حذف هذا اليوم</translation>
    </message>
    <message>
        <source>There is no holiday</source>
        <translation>لا إجازات</translation>
    </message>
    <message>
        <source>This day is there already.</source>
        <translation>هذا اليوم مضاف من قبل.</translation>
    </message>
    <message>
        <source>This day is worked out. Saved, it is one of your own.</source>
        <translation>هذا اليوم محسوب، وبحفظه يصير من الأيام التي أضفتموها.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Year, month and day, as 2026-09-23.</source>
        <translation>السنة والشهر واليوم، مثل ⁦2026-09-23⁩.</translation>
    </message>
    <message>
        <source>Name in Arabic</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>الاسم بالإنجليزية</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>ما هو</translation>
    </message>
    <message>
        <source>Remove this day?</source>
        <translation>حذف هذا اليوم؟</translation>
    </message>
    <message>
        <source>By the Hijri calendar</source>
        <translation>بالتقويم الهجري</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message numerus="yes">
        <source>The days are changed. Bookings that do not fit them: %Ln.</source>
        <translation>
            <numerusform>عُدّلت الأيام، ولا حجز يخالفها.</numerusform>
            <numerusform>عُدّلت الأيام. حجز واحد لا يوافقها.</numerusform>
            <numerusform>عُدّلت الأيام. حجزان لا يوافقانها.</numerusform>
            <numerusform>عُدّلت الأيام. %Ln حجوزات لا توافقها.</numerusform>
            <numerusform>عُدّلت الأيام. %Ln حجزًا لا توافقها.</numerusform>
            <numerusform>عُدّلت الأيام. %Ln حجز لا توافقها.</numerusform>
        </translation>
    </message>
    <message>
        <source>The days are changed.</source>
        <translation>عُدّلت الأيام.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Enter it</source>
        <translation>إضافة</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Welcome</source>
        <translation>أهلًا وسهلًا بكم</translation>
    </message>
    <message>
        <source>Meet the official you need, face to face, from your governorate</source>
        <translation>قابلوا المسؤول وجهًا لوجه من محافظتكم</translation>
    </message>
    <message>
        <source>Find a service point</source>
        <translation>البحث عن نقطة خدمة</translation>
    </message>
    <message>
        <source>The nearest halls, and when they are open</source>
        <translation>أقرب الصالات وأوقات عملها</translation>
    </message>
    <message>
        <source>Talk to the operator</source>
        <translation>التحدث مع مشغّل الصالة</translation>
    </message>
    <message>
        <source>Somebody comes to you and helps</source>
        <translation>يأتي إليكم من يساعدكم</translation>
    </message>
    <message>
        <source>Leave a request</source>
        <translation>تقديم طلب</translation>
    </message>
    <message>
        <source>Not an appointment: it is sent as soon as the line is back</source>
        <translation>ليس موعداً، ويُرسل حال عودة الاتصال</translation>
    </message>
    <message>
        <source>Check in with your ticket</source>
        <translation>تسجيل الحضور بالتذكرة</translation>
    </message>
    <message>
        <source>It is kept here, and sent as soon as the line is back</source>
        <translation>يُحفظ هنا، ويُرسل حال عودة الاتصال</translation>
    </message>
    <message>
        <source>Book an audience</source>
        <translation>حجز مقابلة</translation>
    </message>
    <message>
        <source>My appointments and requests</source>
        <translation>مواعيدي وطلباتي</translation>
    </message>
    <message>
        <source>Check in, change, cancel, or read an answer</source>
        <translation>تسجيل الحضور، أو التغيير، أو الإلغاء، أو قراءة الرد</translation>
    </message>
    <message>
        <source>Your appointments, requests and answers can be read again as soon as the line is back.</source>
        <translation>تُتاح قراءة مواعيدكم وطلباتكم وردودها حال عودة الاتصال.</translation>
    </message>
    <message>
        <source>By video, in person or at your home</source>
        <translation>مرئيًا أو حضوريًا أو في منزلكم</translation>
    </message>
    <message>
        <source>Not at this kiosk at the moment</source>
        <translation>غير متاح في هذا الكشك الآن</translation>
    </message>
</context>
<context>
    <name>IdentityPages</name>
    <message>
        <source>Your ID number</source>
        <translation>رقم الهوية</translation>
    </message>
    <message>
        <source>National ID or Iqama, as it is printed on your card</source>
        <translation>رقم الهوية الوطنية أو الإقامة كما هو في البطاقة</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>رقم الهوية أو الإقامة</translation>
    </message>
    <message>
        <source>Ten digits; the first is 1 or 2</source>
        <translation>عشرة أرقام تبدأ بالرقم 1 أو 2</translation>
    </message>
    <message>
        <source>For somebody else, or with a passport</source>
        <translation>نيابةً عن غيري، أو بجواز سفر</translation>
    </message>
    <message>
        <source>I have my ticket</source>
        <translation>معي تذكرتي</translation>
    </message>
    <message>
        <source>I have an offer code</source>
        <translation>لديّ رمز عرض</translation>
    </message>
    <message>
        <source>What you leave is sealed at once: nobody can read it here.</source>
        <translation>ما تقدمونه يُشفَّر فوراً، ولا يستطيع أحد قراءته هنا.</translation>
    </message>
    <message>
        <source>Everything you enter is wiped from this kiosk when you leave.</source>
        <translation>كل ما تدخلونه يُمحى من هذا الكشك عند مغادرتكم.</translation>
    </message>
    <message>
        <source>Without a mobile, or another way</source>
        <translation>بلا جوال، أو طريقة أخرى</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Your mobile number</source>
        <translation>رقم الجوال</translation>
    </message>
    <message>
        <source>The one that is registered with your ID</source>
        <translation>الرقم المرتبط بهويتكم</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>رقم الجوال</translation>
    </message>
    <message>
        <source>Ten digits that begin with 05</source>
        <translation>عشرة أرقام تبدأ بـ 05</translation>
    </message>
    <message>
        <source>We send an SMS when your request has arrived.</source>
        <translation>نرسل إليكم رسالة نصية عند وصول طلبكم.</translation>
    </message>
    <message>
        <source>We send a code by SMS, to make sure that it is you.</source>
        <translation>سنرسل إليكم رمزًا في رسالة نصية للتحقق من هويتكم.</translation>
    </message>
    <message>
        <source>Send the code</source>
        <translation>إرسال الرمز</translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>This request is yours now.</source>
        <translation>أصبح هذا الطلب في عهدتكم.</translation>
    </message>
    <message>
        <source>Your colleague has it now.</source>
        <translation>انتقل الطلب إلى زميلكم.</translation>
    </message>
    <message>
        <source>It is a request of its own again.</source>
        <translation>عاد طلبًا مستقلًا.</translation>
    </message>
    <message>
        <source>Merged, and the person is being told.</source>
        <translation>تم الضم، ويجري إشعار صاحب الطلب.</translation>
    </message>
    <message>
        <source>Done, and the person is being told.</source>
        <translation>تم، ويجري إشعار صاحب الطلب.</translation>
    </message>
    <message>
        <source>{name} is told that there is an answer, and reads it:

{words}</source>
        <translation>سيُشعَر {name} بصدور الرد، وسيقرؤه كما هو:

{words}</translation>
    </message>
    <message>
        <source>{name} is told that the request is with:

{to}</source>
        <translation>سيُشعَر {name} بأن الطلب أُحيل إلى:

{to}</translation>
    </message>
    <message>
        <source>{name} is told with whom the request is then. Your recommendation is read by staff alone.</source>
        <translation>سيُشعَر {name} بالجهة التي صار الطلب لديها. أما توصيتكم فلا يقرؤها إلا الموظفون.</translation>
    </message>
    <message>
        <source>{name} is told to choose a time for:

{to}</source>
        <translation>سيُشعَر {name} بأن له أن يختار موعدًا لـ:

{to}</translation>
    </message>
    <message>
        <source>{name} is told:

Unit: {unit}
Reason: {reason}
Next step: {next}</source>
        <translation>سيُشعَر {name} بما يلي:

الجهة: {unit}
السبب: {reason}
الخطوة التالية: {next}</translation>
    </message>
    <message>
        <source>{name} is told once that both are answered as one. The other request keeps the thread.</source>
        <translation>سيُشعَر {name} مرة واحدة بأن الطلبين سيُردّ عليهما معًا، ويُتابَع الموضوع في الطلب الآخر.</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>الوارد</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>Further requests</source>
        <translation>طلبات أخرى</translation>
    </message>
    <message>
        <source>Requests, what is due first on top</source>
        <translation>الطلبات، الأقرب استحقاقًا أولًا</translation>
    </message>
    <message>
        <source>Put this away?</source>
        <translation>صرف النظر عن هذا الإجراء؟</translation>
    </message>
    <message>
        <source>What you wrote will be lost.</source>
        <translation>سيضيع ما كتبتموه.</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>صرف النظر</translation>
    </message>
    <message>
        <source>This request has changed meanwhile. Nothing was done; please look at it again.</source>
        <translation>تغيّر هذا الطلب في الأثناء ولم يُنفَّذ شيء. نرجو الاطلاع عليه من جديد.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>{step}?</source>
        <translation>تأكيد: {step}</translation>
    </message>
    <message>
        <source>Alt+{number}</source>
        <translation>Alt+{number}</translation>
    </message>
    <message>
        <source>What was done so far</source>
        <translation>ما تم حتى الآن</translation>
    </message>
    <message>
        <source>Choose a request</source>
        <translation>اختاروا طلبًا</translation>
    </message>
    <message>
        <source>The arrow keys walk the list, Enter opens, Ctrl and a number takes a step.</source>
        <translation>تنقّلوا في القائمة بالأسهم، وافتحوا بمفتاح Enter، ونفّذوا الإجراء بمفتاح Ctrl مع رقمه.</translation>
    </message>
    <message>
        <source>What they want</source>
        <translation>ما يطلبه المراجع</translation>
    </message>
    <message>
        <source>Proved by a code, or by papers that staff have seen</source>
        <translation>مثبتة برمز، أو بوثائق اطّلع عليها الموظف</translation>
    </message>
    <message>
        <source>Not proved: told at a kiosk without a line</source>
        <translation>غير مثبتة: أُدخلت في كشك انقطع اتصاله</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>National ID</source>
        <translation>الهوية الوطنية</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>إثبات الهوية</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>تاريخ الطلب</translation>
    </message>
    <message>
        <source>Answer due</source>
        <translation>موعد استحقاق الرد</translation>
    </message>
    <message>
        <source>Lies with</source>
        <translation>لدى</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>المستلم</translation>
    </message>
    <message>
        <source>Ctrl+{number}</source>
        <translation>Ctrl+{number}</translation>
    </message>
    <message>
        <source>Choose the department. It lies there untaken until somebody does.</source>
        <translation>اختاروا الإدارة. ويبقى الطلب هناك دون مستلم حتى يستلمه أحد موظفيها.</translation>
    </message>
    <message>
        <source>It goes one rung up the ladder.</source>
        <translation>يُرفع الطلب درجة واحدة في التسلسل.</translation>
    </message>
    <message>
        <source>Choose the colleague whose it shall be.</source>
        <translation>اختاروا الزميل الذي يستلم الطلب.</translation>
    </message>
    <message>
        <source>Choose with whom, and when.</source>
        <translation>اختاروا الجهة والوقت.</translation>
    </message>
    <message>
        <source>All three are told to the person.</source>
        <translation>تُذكر الثلاثة جميعها لصاحب الطلب.</translation>
    </message>
    <message>
        <source>Choose the request that keeps the thread.</source>
        <translation>اختاروا الطلب الذي يُتابَع فيه الموضوع.</translation>
    </message>
    <message>
        <source>Please choose one first.</source>
        <translation>نرجو الاختيار أولًا.</translation>
    </message>
    <message>
        <source>Choose a service to see its free times.</source>
        <translation>اختاروا خدمة لعرض أوقاتها المتاحة.</translation>
    </message>
    <message>
        <source>The free times are being read …</source>
        <translation>تجري قراءة الأوقات المتاحة …</translation>
    </message>
    <message>
        <source>They choose a time themselves</source>
        <translation>يختار صاحب الطلب الوقت بنفسه</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>نرجو تعبئة هذا الحقل.</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>الرد</translation>
    </message>
    <message>
        <source>The citizen reads it word by word.</source>
        <translation>يقرؤه المراجع كما هو.</translation>
    </message>
    <message>
        <source>A word for the department</source>
        <translation>كلمة للإدارة</translation>
    </message>
    <message>
        <source>Read by staff alone; may be left empty.</source>
        <translation>لا يقرؤها إلا الموظفون، ويجوز تركها فارغة.</translation>
    </message>
    <message>
        <source>What you recommend</source>
        <translation>توصيتكم</translation>
    </message>
    <message>
        <source>Read by staff alone.</source>
        <translation>لا يقرؤها إلا الموظفون.</translation>
    </message>
    <message>
        <source>Which unit declines</source>
        <translation>الجهة المعتذرة</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Where the person goes next</source>
        <translation>الخطوة التالية لصاحب الطلب</translation>
    </message>
    <message numerus="yes">
        <source>%Ln d ago</source>
        <translation>
            <numerusform>اليوم</numerusform>
            <numerusform>قبل يوم</numerusform>
            <numerusform>قبل يومين</numerusform>
            <numerusform>قبل %Ln أيام</numerusform>
            <numerusform>قبل %Ln يومًا</numerusform>
            <numerusform>قبل %Ln يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <translation>
            <numerusform>قبل أقل من دقيقة</numerusform>
            <numerusform>قبل دقيقة</numerusform>
            <numerusform>قبل دقيقتين</numerusform>
            <numerusform>قبل %Ln دقائق</numerusform>
            <numerusform>قبل %Ln دقيقة</numerusform>
            <numerusform>قبل %Ln دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h ago</source>
        <translation>
            <numerusform>قبل أقل من ساعة</numerusform>
            <numerusform>قبل ساعة</numerusform>
            <numerusform>قبل ساعتين</numerusform>
            <numerusform>قبل %Ln ساعات</numerusform>
            <numerusform>قبل %Ln ساعة</numerusform>
            <numerusform>قبل %Ln ساعة</numerusform>
        </translation>
    </message>
    <message>
        <source>No reply yet</source>
        <translation>لم يصل رد</translation>
    </message>
    <message>
        <source>{name} is sent a link to this question, and the request waits for the reply:

{words}</source>
        <translation>سيُرسل إلى {name} رابط هذا السؤال، وينتظر الطلب إجابته:

{words}</translation>
    </message>
    <message>
        <source>{name} is sent a ticket for:

{to}
{when}
{how}</source>
        <translation>ستُرسل إلى {name} تذكرة موعد لدى:

{to}
{when}
{how}</translation>
    </message>
    <message>
        <source>This request is with {name} meanwhile. Nothing was done; what you wrote is kept.</source>
        <translation>صار هذا الطلب في عهدة {name}. لم يُنفَّذ شيء، وما كتبتموه محفوظ.</translation>
    </message>
    <message>
        <source>The question</source>
        <translation>السؤال</translation>
    </message>
    <message>
        <source>The citizen reads it word by word, and answers by a link.</source>
        <translation>يقرؤه المراجع كما هو، ويجيب عنه من رابط.</translation>
    </message>
    <message>
        <source>How they are received:</source>
        <translation>طريقة الاستقبال:</translation>
    </message>
    <message>
        <source>Earlier times</source>
        <translation>أوقات أسبق</translation>
    </message>
    <message>
        <source>Later times</source>
        <translation>أوقات لاحقة</translation>
    </message>
    <message>
        <source>Free from {day} on:</source>
        <translation>المتاح ابتداءً من {day}:</translation>
    </message>
    <message>
        <source>Nothing is free in the two weeks from {day} on.</source>
        <translation>لا يوجد وقت متاح خلال أسبوعين من {day}.</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>Nobody has taken it</source>
        <translation>لم يستلمه أحد</translation>
    </message>
    <message>
        <source>With you</source>
        <translation>في عهدتكم</translation>
    </message>
    <message>
        <source>A request without a service</source>
        <translation>طلب دون خدمة محددة</translation>
    </message>
    <message>
        <source>What was decided in the audience</source>
        <translation>ما تقرَّر في المقابلة</translation>
    </message>
    <message>
        <source>New</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>With a department</source>
        <translation>لدى إدارة</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>مرفوع</translation>
    </message>
    <message>
        <source>Waiting for the citizen</source>
        <translation>بانتظار المراجع</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>مضموم</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>تم الرد</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>معتذَر عنه</translation>
    </message>
    <message>
        <source>Slot given</source>
        <translation>مُنح موعدًا</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>مسحوب</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>متأخر</translation>
    </message>
    <message>
        <source>With {name}</source>
        <translation>لدى {name}</translation>
    </message>
    <message>
        <source>A directive from an audience</source>
        <translation>توجيه صادر عن مقابلة</translation>
    </message>
    <message>
        <source>An action item from an audience</source>
        <translation>إجراء متابعة صادر عن مقابلة</translation>
    </message>
    <message>
        <source>A follow-up audience is to be given</source>
        <translation>مقابلة متابعة مطلوب تحديد موعدها</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>في عهدتي</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>غير مستلم</translation>
    </message>
    <message>
        <source>With nobody there</source>
        <translation>بلا موظف</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>استلام</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>تسليم لزميل</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>رد</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>إحالة</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>رفع</translation>
    </message>
    <message>
        <source>Give a slot</source>
        <translation>منح موعد</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>اعتذار</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>ضم</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>فصل</translation>
    </message>
    <message>
        <source>Ask back</source>
        <translation>استيضاح</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>استُلم</translation>
    </message>
    <message>
        <source>Handed to {to}</source>
        <translation>سُلِّم إلى {to}</translation>
    </message>
    <message>
        <source>Routed to {to}</source>
        <translation>أُحيل إلى {to}</translation>
    </message>
    <message>
        <source>Escalated to {to}</source>
        <translation>رُفع إلى {to}</translation>
    </message>
    <message>
        <source>Merged with another request of the same person</source>
        <translation>ضُمّ إلى طلب آخر لصاحبه</translation>
    </message>
    <message>
        <source>Taken apart again</source>
        <translation>فُصل من جديد</translation>
    </message>
    <message>
        <source>The citizen was asked</source>
        <translation>سُئل المراجع</translation>
    </message>
    <message>
        <source>The citizen replied</source>
        <translation>أجاب المراجع</translation>
    </message>
    <message>
        <source>Withdrawn by the citizen</source>
        <translation>سحبه المراجع</translation>
    </message>
    <message>
        <source>Nothing is yours at the moment</source>
        <translation>لا طلبات في عهدتكم حاليًا</translation>
    </message>
    <message>
        <source>What you take, or a colleague hands to you, lies here.</source>
        <translation>هنا يظهر ما تستلمونه، وما يسلّمه إليكم زميل.</translation>
    </message>
    <message>
        <source>Everything has been taken</source>
        <translation>جميع الطلبات مستلمة</translation>
    </message>
    <message>
        <source>As soon as somebody sends a request, it appears here by itself.</source>
        <translation>يظهر هنا كل طلب جديد فور وصوله.</translation>
    </message>
    <message>
        <source>Somebody works at every desk</source>
        <translation>لكل طلب من يتولاه</translation>
    </message>
    <message>
        <source>A request that is sent to a department without staff appears here, so that it is seen.</source>
        <translation>يظهر هنا كل طلب أُحيل إلى إدارة لا موظف فيها، حتى لا يغيب عن النظر.</translation>
    </message>
    <message>
        <source>No open requests</source>
        <translation>لا توجد طلبات مفتوحة</translation>
    </message>
</context>
<context>
    <name>Incidents</name>
    <message>
        <source>Kiosk {number} calls for help</source>
        <translation>الكشك {number} يطلب المساعدة</translation>
    </message>
    <message>
        <source>The server was away</source>
        <translation>انقطاع الخادم</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>The power</source>
        <translation>الكهرباء</translation>
    </message>
    <message>
        <source>A kiosk</source>
        <translation>أحد الأكشاك</translation>
    </message>
    <message>
        <source>An office did not receive</source>
        <translation>مكتب لم يستقبل</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>سبب آخر</translation>
    </message>
    <message>
        <source>A kiosk calls for help</source>
        <translation>أحد الأكشاك يطلب المساعدة</translation>
    </message>
    <message>
        <source>Going on</source>
        <translation>مستمر</translation>
    </message>
    <message>
        <source>I am on my way</source>
        <translation>أنا في الطريق إليكم</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>انتهى</translation>
    </message>
    <message>
        <source>I have seen to it</source>
        <translation>تمت المعالجة</translation>
    </message>
    <message>
        <source>It is over</source>
        <translation>انتهى العطل</translation>
    </message>
    <message>
        <source>A kiosk called for help</source>
        <translation>طلب أحد الأكشاك المساعدة</translation>
    </message>
    <message>
        <source>Record as our fault</source>
        <translation>تسجيله خللًا منّا</translation>
    </message>
    <message>
        <source>Somebody is on the way</source>
        <translation>هناك من في الطريق</translation>
    </message>
    <message>
        <source>Does not serve: {parts}</source>
        <translation>لا يعمل: {parts}</translation>
    </message>
</context>
<context>
    <name>IncidentsSection</name>
    <message>
        <source>Incidents</source>
        <translation>الأعطال</translation>
    </message>
    <message>
        <source>An incident has not reached the server yet. It is lost if the program ends.</source>
        <translation>لم يصل أحد الأعطال إلى الخادم بعد، وسيضيع إذا أُغلق البرنامج.</translation>
    </message>
    <message numerus="yes">
        <source>Kept here and sent as soon as the server answers: %Ln</source>
        <translation>
            <numerusform>محفوظ هنا إلى أن يستجيب الخادم: %Ln</numerusform>
            <numerusform>محفوظ هنا إلى أن يستجيب الخادم: %Ln</numerusform>
            <numerusform>محفوظ هنا إلى أن يستجيب الخادم: %Ln</numerusform>
            <numerusform>محفوظ هنا إلى أن يستجيب الخادم: %Ln</numerusform>
            <numerusform>محفوظ هنا إلى أن يستجيب الخادم: %Ln</numerusform>
            <numerusform>محفوظ هنا إلى أن يستجيب الخادم: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>إرسال الآن</translation>
    </message>
    <message>
        <source>What is wrong in the hall now?</source>
        <translation>ما العطل في القاعة الآن؟</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Nothing is wrong</source>
        <translation>لا توجد أعطال</translation>
    </message>
    <message>
        <source>Calls for help from the kiosks appear here.</source>
        <translation>تظهر هنا طلبات المساعدة من الأكشاك.</translation>
    </message>
</context>
<context>
    <name>IncomingCall</name>
    <message>
        <source>You are called into a talk</source>
        <translation>استدعاء إلى مقابلة</translation>
    </message>
    <message>
        <source>Somebody waits for your answer.</source>
        <translation>هناك من ينتظر ردكم.</translation>
    </message>
    <message>
        <source>The call is over: you are not needed any more.</source>
        <translation>انتهى الاستدعاء، ولم تعد هناك حاجة إلى مشاركتكم.</translation>
    </message>
    <message>
        <source>You are in another talk; answer when it is over.</source>
        <translation>أنتم في مقابلة أخرى؛ يمكنكم الرد بعد انتهائها.</translation>
    </message>
    <message>
        <source>Join the talk (Ctrl+Shift+Y)</source>
        <translation>الانضمام إلى المقابلة (Ctrl+Shift+Y)</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>Say that you cannot come (Ctrl+Shift+N)</source>
        <translation>الاعتذار عن الحضور (Ctrl+Shift+N)</translation>
    </message>
    <message>
        <source>Go back in</source>
        <translation>العودة إلى المقابلة</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>انضمام</translation>
    </message>
    <message>
        <source>{caller} calls you into a talk</source>
        <translation>{caller} يستدعيكم إلى مقابلة</translation>
    </message>
    <message>
        <source>Audience of {visitor}</source>
        <translation>مقابلة {visitor}</translation>
    </message>
    <message>
        <source>as: {capacity}</source>
        <translation>بصفة: {capacity}</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Shift</source>
        <translation>تبديل الحروف</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>إدخال</translation>
    </message>
    <message>
        <source>Hide the keyboard</source>
        <translation>إخفاء لوحة المفاتيح</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>تأكيد</translation>
    </message>
</context>
<context>
    <name>KindPage</name>
    <message>
        <source>How would you like to meet?</source>
        <translation>كيف تودّون أن تكون المقابلة؟</translation>
    </message>
    <message>
        <source>By video, from this kiosk</source>
        <translation>مرئي من هذا الكشك</translation>
    </message>
    <message>
        <source>You see and hear each other here, in this hall</source>
        <translation>ترون بعضكم وتسمعون هنا في هذه الصالة</translation>
    </message>
    <message>
        <source>By video, from your own phone or computer</source>
        <translation>مرئي، من جوالكم أو حاسوبكم</translation>
    </message>
    <message>
        <source>A link comes to your mobile before the appointment</source>
        <translation>يصلكم رابط على جوالكم قبل الموعد</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>حضوري</translation>
    </message>
    <message>
        <source>You come to the office itself</source>
        <translation>تحضرون إلى المكتب نفسه</translation>
    </message>
    <message>
        <source>At your home</source>
        <translation>في منزلكم</translation>
    </message>
    <message>
        <source>A team comes to your address</source>
        <translation>يأتيكم فريق إلى عنوانكم</translation>
    </message>
</context>
<context>
    <name>KioskCard</name>
    <message>
        <source>Out of service</source>
        <translation>خارج الخدمة</translation>
    </message>
    <message>
        <source>No program has been enrolled for it yet.</source>
        <translation>لم يُسجَّل له برنامج بعد.</translation>
    </message>
    <message numerus="yes">
        <source>answers in %Ln ms</source>
        <translation>
            <numerusform>يستجيب فورًا</numerusform>
            <numerusform>يستجيب خلال %Ln مللي ثانية</numerusform>
            <numerusform>يستجيب خلال %Ln مللي ثانية</numerusform>
            <numerusform>يستجيب خلال %Ln مللي ثانية</numerusform>
            <numerusform>يستجيب خلال %Ln مللي ثانية</numerusform>
            <numerusform>يستجيب خلال %Ln مللي ثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>good, {span} ago</source>
        <translation>سليمة، قبل {span}</translation>
    </message>
    <message>
        <source>{parts}, {span} ago</source>
        <translation>لا يعمل: {parts}، قبل {span}</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>رسالة</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>فحص</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>صورة</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>إعادة التشغيل</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>إعادة الفتح</translation>
    </message>
    <message>
        <source>End the visit</source>
        <translation>إنهاء الزيارة</translation>
    </message>
    <message>
        <source>Kiosk {number}</source>
        <translation>الكشك {number}</translation>
    </message>
    <message>
        <source>{use}, for {span}</source>
        <translation>{use}، منذ {span}</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>الأجهزة</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>الطابعة</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>Last fault</source>
        <translation>آخر خلل</translation>
    </message>
    <message>
        <source>Silent for {span}</source>
        <translation>لا يستجيب منذ {span}</translation>
    </message>
    <message>
        <source>closes after this visit</source>
        <translation>يُغلق بعد هذه الزيارة</translation>
    </message>
    <message>
        <source>When last heard of: {use}</source>
        <translation>عند آخر اتصال: {use}</translation>
    </message>
    <message>
        <source>{version}, running for {span}</source>
        <translation>{version}، يعمل منذ {span}</translation>
    </message>
</context>
<context>
    <name>KioskHeader</name>
    <message>
        <source>Majlis</source>
        <translation>مجلس</translation>
    </message>
    <message>
        <source>Kiosk {number}</source>
        <translation>كشك رقم {number}</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>تكبير الخط</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>الخط المعتاد</translation>
    </message>
    <message>
        <source>Other colours</source>
        <translation>تغيير الألوان</translation>
    </message>
    <message>
        <source>End the visit</source>
        <translation>إنهاء الزيارة</translation>
    </message>
    <message>
        <source>Everything as usual</source>
        <translation>العرض المعتاد</translation>
    </message>
    <message>
        <source>Everything further down, within reach</source>
        <translation>إنزال كل شيء ليكون في متناول اليد</translation>
    </message>
    <message>
        <source>Stop reading aloud</source>
        <translation>إيقاف القراءة</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>قراءة بصوت مسموع</translation>
    </message>
    <message>
        <source>End</source>
        <translation>إنهاء</translation>
    </message>
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>End the visit?</source>
        <translation>هل تريدون إنهاء الزيارة؟</translation>
    </message>
    <message>
        <source>End the visit</source>
        <translation>إنهاء الزيارة</translation>
    </message>
    <message>
        <source>Continue here</source>
        <translation>المتابعة هنا</translation>
    </message>
    <message>
        <source>Your appointment stays. You can come back to it at any kiosk with your ID.</source>
        <translation>يبقى موعدكم قائمًا، ويمكنكم العودة إليه من أي كشك برقم هويتكم.</translation>
    </message>
    <message>
        <source>Nothing has been booked yet; what you entered is removed.</source>
        <translation>لم يتم أي حجز بعد، وسيُمحى ما أدخلتموه.</translation>
    </message>
    <message>
        <source>Your appointment stays. Documents that have not been sent yet are removed.</source>
        <translation>يبقى موعدكم قائماً، وتُزال المستندات التي لم تُرسل بعد.</translation>
    </message>
    <message>
        <source>Nothing has been changed: your appointment stays as it is.</source>
        <translation>لم يتغير شيء: يبقى موعدكم كما هو.</translation>
    </message>
    <message>
        <source>Your answer has not been sent, and is removed. Your request stays as it is.</source>
        <translation>لم يُرسل جوابكم، وسيُحذف. ويبقى طلبكم كما هو.</translation>
    </message>
    <message>
        <source>Majlis</source>
        <translation>مجلس</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>الهوية</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>المسؤول</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الموعد</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>التأكيد</translation>
    </message>
</context>
<context>
    <name>LastResort</name>
    <message>
        <source>The office will call you by phone</source>
        <translation>سيتصل بكم المكتب هاتفيًا</translation>
    </message>
    <message>
        <source>The line does not hold. The office is told as soon as it can be reached; please stay here.</source>
        <translation>الخط لا يصمد. سيُبلَّغ المكتب حالما يمكن الوصول إليه؛ يُرجى البقاء هنا.</translation>
    </message>
    <message>
        <source>The talk goes on by phone</source>
        <translation>تستمر المقابلة عبر الهاتف</translation>
    </message>
    <message>
        <source>The office has called. When you have finished, what was decided appears here.</source>
        <translation>اتصل بكم المكتب. وعند الفراغ يظهر هنا ما تقرر.</translation>
    </message>
    <message>
        <source>The line does not hold. The official knows, and calls your mobile; please keep it at hand. If the line comes back first, the talk goes on here.</source>
        <translation>الخط لا يصمد. المسؤول على علم بذلك وسيتصل بجوالكم؛ يُرجى إبقاؤه في متناولكم. وإن عاد الخط قبل ذلك استمرت المقابلة هنا.</translation>
    </message>
    <message>
        <source>The line does not hold. The official knows, and calls the phone of this hall; the staff will bring you to it. If the line comes back first, the talk goes on here.</source>
        <translation>الخط لا يصمد. المسؤول على علم بذلك وسيتصل بهاتف هذه الصالة، وسيرافقكم الموظف إليه. وإن عاد الخط قبل ذلك استمرت المقابلة هنا.</translation>
    </message>
    <message>
        <source>You are being booked again</source>
        <translation>يُحجز لكم موعد جديد</translation>
    </message>
    <message>
        <source>The talk could not be held today, and that was no fault of yours. We are looking for the next free time; you come first.</source>
        <translation>تعذّر عقد المقابلة اليوم دون تقصير منكم. نبحث عن أقرب وقت متاح، ولكم الأولوية.</translation>
    </message>
</context>
<context>
    <name>LeaveOffer</name>
    <message>
        <source>Leave it as a request instead</source>
        <translation>تقديمه طلباً بدلاً من ذلك</translation>
    </message>
</context>
<context>
    <name>LeavePage</name>
    <message>
        <source>Leave this request?</source>
        <translation>هل تقدمون هذا الطلب؟</translation>
    </message>
    <message>
        <source>It is a request, not an appointment. It is sent as soon as the line is back.</source>
        <translation>هذا طلب وليس موعداً، ويُرسل حال عودة الاتصال.</translation>
    </message>
    <message>
        <source>I agree, and leave the request</source>
        <translation>أوافق وأقدم الطلب</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>رقم الجوال</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>المسؤول</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Days that suit</source>
        <translation>الأيام المناسبة</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>أي يوم</translation>
    </message>
</context>
<context>
    <name>ListedPage</name>
    <message>
        <source>As soon as a time becomes free you receive an SMS. Answer it at any kiosk, under “My appointments and requests”.</source>
        <translation>حالما يتوفر وقت تصلكم رسالة نصية، ويمكنكم الرد عليها في أي كشك من «مواعيدي وطلباتي».</translation>
    </message>
    <message>
        <source>Until then the appointment that you have stays as it is.</source>
        <translation>وحتى ذلك الحين يبقى موعدكم الحالي كما هو.</translation>
    </message>
    <message>
        <source>You are on the waiting list</source>
        <translation>أنتم على قائمة الانتظار</translation>
    </message>
    <message>
        <source>In the morning</source>
        <translation>صباحًا</translation>
    </message>
    <message>
        <source>In the afternoon</source>
        <translation>بعد الظهر</translation>
    </message>
    <message>
        <source>At any time of the day</source>
        <translation>في أي وقت من اليوم</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>المسؤول</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>Opened an audience</source>
        <translation>فتح موعدًا</translation>
    </message>
    <message>
        <source>Saw it in the day&apos;s list</source>
        <translation>رآه في قائمة اليوم</translation>
    </message>
    <message>
        <source>Read the brief</source>
        <translation>قرأ الملخص</translation>
    </message>
    <message>
        <source>Read a request</source>
        <translation>قرأ طلبًا</translation>
    </message>
    <message>
        <source>Opened a document</source>
        <translation>فتح وثيقة</translation>
    </message>
    <message>
        <source>Saw the marks on a document</source>
        <translation>رأى علامات على وثيقة</translation>
    </message>
    <message>
        <source>Saw that a talk was recorded</source>
        <translation>رأى أن مقابلة سُجّلت</translation>
    </message>
    <message>
        <source>Played a recording</source>
        <translation>شغّل تسجيلًا</translation>
    </message>
    <message>
        <source>Read what was decided</source>
        <translation>قرأ ما تقرر</translation>
    </message>
    <message>
        <source>Read what was written in the talk</source>
        <translation>قرأ ما كُتب أثناء المقابلة</translation>
    </message>
    <message>
        <source>Read the office&apos;s notes</source>
        <translation>قرأ ملاحظات المكتب</translation>
    </message>
    <message>
        <source>Was called into the talk</source>
        <translation>استُدعي إلى المقابلة</translation>
    </message>
    <message>
        <source>Found the person</source>
        <translation>عثر على الشخص</translation>
    </message>
    <message>
        <source>Searched who looked at them</source>
        <translation>بحث عمن اطّلع على بياناته</translation>
    </message>
    <message>
        <source>Saved all of their data</source>
        <translation>حفظ بياناته كلها</translation>
    </message>
</context>
<context>
    <name>LostLine</name>
    <message>
        <source>We keep making a new connection by ourselves; there is nothing you need to do. If it does not come back soon, the office goes on by phone. Nothing is lost.</source>
        <translation>نعيد الاتصال تلقائيًا باستمرار، ولا يلزمكم فعل شيء. وإن لم يعد قريبًا أكمل المكتب المقابلة هاتفيًا. لم يضِع شيء.</translation>
    </message>
    <message>
        <source>The line is too weak for the picture. You hear each other, and the picture comes back.</source>
        <translation>الخط أضعف من أن ينقل الصورة. الصوت مستمر بينكما، وستعود الصورة.</translation>
    </message>
    <message>
        <source>So that you hear each other well, your picture rests. It comes back by itself.</source>
        <translation>ليبقى الصوت واضحًا بينكما أُوقفت صورتكم مؤقتًا، وستعود تلقائيًا.</translation>
    </message>
    <message>
        <source>Interrupted for {time}</source>
        <translation>منقطع منذ {time}</translation>
    </message>
    <message>
        <source>Heard, not seen: the line is weak</source>
        <translation>صوت بلا صورة: الخط ضعيف</translation>
    </message>
    <message>
        <source>The camera is switched off</source>
        <translation>الكاميرا مغلقة</translation>
    </message>
    <message>
        <source>Your picture rests for now</source>
        <translation>صورتكم متوقفة مؤقتًا</translation>
    </message>
</context>
<context>
    <name>MarkList</name>
    <message>
        <source>What the note says</source>
        <translation>نص الملاحظة</translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation>حفظ الملاحظة</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Nothing is marked yet. Marks are seen at the offices&apos; desks alone, never by the visitor.</source>
        <translation>لا علامات بعد. تُرى العلامات على مكاتب المسؤولين وحدها، ولا يراها المراجع.</translation>
    </message>
    <message numerus="yes">
        <source>Marks: %Ln</source>
        <translation>
            <numerusform>لا علامات</numerusform>
            <numerusform>علامة واحدة</numerusform>
            <numerusform>علامتان</numerusform>
            <numerusform>%Ln علامات</numerusform>
            <numerusform>%Ln علامة</numerusform>
            <numerusform>%Ln علامة</numerusform>
        </translation>
    </message>
    <message>
        <source>Put back: {mark}</source>
        <translation>إعادة: {mark}</translation>
    </message>
    <message>
        <source>Take away: {mark}</source>
        <translation>إزالة: {mark}</translation>
    </message>
    <message>
        <source>Show: {mark}</source>
        <translation>عرض: {mark}</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>This ID number is not right</source>
        <translation>رقم الهوية غير صحيح</translation>
    </message>
    <message>
        <source>Please compare the ten digits with your card; the first is 1 or 2.</source>
        <translation>نرجو مطابقة الأرقام العشرة مع بطاقتكم، وأولها 1 أو 2.</translation>
    </message>
    <message>
        <source>This e-mail address is not right</source>
        <translation>عنوان البريد الإلكتروني غير صحيح</translation>
    </message>
    <message>
        <source>Please type it as it is written, with its @ sign.</source>
        <translation>نرجو كتابته كما هو، مع علامة @.</translation>
    </message>
    <message>
        <source>This mobile number is not right</source>
        <translation>رقم الجوال غير صحيح</translation>
    </message>
    <message>
        <source>Please type ten digits that begin with 05.</source>
        <translation>نرجو كتابة عشرة أرقام تبدأ بـ 05.</translation>
    </message>
    <message>
        <source>This name cannot be read</source>
        <translation>تعذّرت قراءة الاسم</translation>
    </message>
    <message>
        <source>Please type your full name in letters, at least three of them.</source>
        <translation>نرجو كتابة الاسم كاملًا بالحروف، ثلاثة أحرف على الأقل.</translation>
    </message>
    <message>
        <source>The subject is too long</source>
        <translation>نص الموضوع طويل</translation>
    </message>
    <message>
        <source>Please say it in fewer words.</source>
        <translation>نرجو اختصاره.</translation>
    </message>
    <message>
        <source>Something in this step is not right</source>
        <translation>في هذه الخطوة ما يحتاج إلى تصحيح</translation>
    </message>
    <message>
        <source>Please look at what you entered and try again.</source>
        <translation>نرجو مراجعة ما أدخلتموه ثم إعادة المحاولة.</translation>
    </message>
    <message>
        <source>This code can no longer be used</source>
        <translation>لم يعد هذا الرمز صالحًا</translation>
    </message>
    <message>
        <source>Please ask for a new code.</source>
        <translation>نرجو طلب رمز جديد.</translation>
    </message>
    <message>
        <source>The code is not right</source>
        <translation>الرمز غير صحيح</translation>
    </message>
    <message>
        <source>Please compare it with the message on your mobile.</source>
        <translation>نرجو مطابقته مع الرسالة التي وصلت إلى جوالكم.</translation>
    </message>
    <message>
        <source>The code has expired</source>
        <translation>انتهت صلاحية الرمز</translation>
    </message>
    <message>
        <source>Too many tries</source>
        <translation>محاولات كثيرة</translation>
    </message>
    <message>
        <source>For your safety this was stopped. Please ask for a new code, or speak to the staff.</source>
        <translation>أوقفنا المحاولة حفاظًا على أمانكم. نرجو طلب رمز جديد أو مراجعة الموظف.</translation>
    </message>
    <message>
        <source>Please wait a little</source>
        <translation>نرجو الانتظار قليلًا</translation>
    </message>
    <message>
        <source>There were many tries in a short time. Please try again in a moment.</source>
        <translation>جرت محاولات كثيرة في وقت قصير. نرجو إعادة المحاولة بعد لحظات.</translation>
    </message>
    <message>
        <source>User name or password is not right</source>
        <translation>اسم المستخدم أو كلمة المرور غير صحيحة</translation>
    </message>
    <message>
        <source>Please type both again.</source>
        <translation>نرجو كتابتهما من جديد.</translation>
    </message>
    <message>
        <source>You are not signed in</source>
        <translation>لم يُسجَّل دخولكم</translation>
    </message>
    <message>
        <source>Please sign in and continue.</source>
        <translation>نرجو تسجيل الدخول ثم المتابعة.</translation>
    </message>
    <message>
        <source>Your session has ended</source>
        <translation>انتهت جلستكم</translation>
    </message>
    <message>
        <source>For your safety it ends after some time. Please sign in again.</source>
        <translation>تنتهي الجلسة بعد مدة حفاظًا على أمانكم. نرجو تسجيل الدخول من جديد.</translation>
    </message>
    <message>
        <source>This enrolment code cannot be used</source>
        <translation>رمز تسجيل الكشك غير صالح</translation>
    </message>
    <message>
        <source>Please ask the administrator for a new code.</source>
        <translation>نرجو طلب رمز جديد من مدير النظام.</translation>
    </message>
    <message>
        <source>It was declined in your sign-in app. You can try again, or sign in another way.</source>
        <translation>رُفض الطلب في تطبيق تسجيل الدخول لديكم. يمكنكم المحاولة مرة أخرى أو الدخول بطريقة أخرى.</translation>
    </message>
    <message>
        <source>The sign-in service does not answer</source>
        <translation>خدمة تسجيل الدخول لا تستجيب</translation>
    </message>
    <message>
        <source>Please sign in another way, or try again in a moment.</source>
        <translation>نرجو الدخول بطريقة أخرى، أو المحاولة مرة أخرى بعد لحظات.</translation>
    </message>
    <message>
        <source>This needs to be read again first</source>
        <translation>تلزم قراءة هذا من جديد أولًا</translation>
    </message>
    <message>
        <source>Please open it anew, then change it.</source>
        <translation>نرجو فتحه من جديد ثم تعديله.</translation>
    </message>
    <message>
        <source>Somebody else has changed this meanwhile</source>
        <translation>عدّله شخص آخر في هذه الأثناء</translation>
    </message>
    <message>
        <source>Please look at what it says now, then decide again.</source>
        <translation>نرجو الاطلاع على ما فيه الآن، ثم اتخاذ القرار من جديد.</translation>
    </message>
    <message>
        <source>This time has just been taken</source>
        <translation>حُجز هذا الوقت قبل لحظات</translation>
    </message>
    <message>
        <source>Somebody else was a moment faster. Please choose another time; everything else is kept.</source>
        <translation>سبقكم إليه مراجع آخر. نرجو اختيار وقت آخر، وكل ما أدخلتموه محفوظ.</translation>
    </message>
    <message>
        <source>This time is no longer offered</source>
        <translation>لم يعد هذا الوقت متاحًا</translation>
    </message>
    <message>
        <source>Please choose another time; everything else is kept.</source>
        <translation>نرجو اختيار وقت آخر، وكل ما أدخلتموه محفوظ.</translation>
    </message>
    <message>
        <source>The time is no longer held for you</source>
        <translation>انتهت مدة حجز الوقت لكم</translation>
    </message>
    <message>
        <source>Please choose a time again; everything else is kept.</source>
        <translation>نرجو اختيار الوقت من جديد، وكل ما أدخلتموه محفوظ.</translation>
    </message>
    <message>
        <source>It is too early to check in</source>
        <translation>لم يحن وقت تسجيل الحضور بعد</translation>
    </message>
    <message numerus="yes">
        <source>Please compare it with the message. Tries left: %Ln.</source>
        <translation>
            <numerusform>نرجو مطابقته مع الرسالة. لم تبقَ أي محاولة.</numerusform>
            <numerusform>نرجو مطابقته مع الرسالة. بقيت محاولة واحدة.</numerusform>
            <numerusform>نرجو مطابقته مع الرسالة. بقيت محاولتان.</numerusform>
            <numerusform>نرجو مطابقته مع الرسالة. بقيت %Ln محاولات.</numerusform>
            <numerusform>نرجو مطابقته مع الرسالة. بقيت %Ln محاولة.</numerusform>
            <numerusform>نرجو مطابقته مع الرسالة. بقيت %Ln محاولة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For your safety, please wait. Seconds left: %Ln.</source>
        <translation>
            <numerusform>حفاظًا على أمانكم نرجو الانتظار قليلًا.</numerusform>
            <numerusform>حفاظًا على أمانكم نرجو الانتظار ثانية واحدة.</numerusform>
            <numerusform>حفاظًا على أمانكم نرجو الانتظار ثانيتين.</numerusform>
            <numerusform>حفاظًا على أمانكم نرجو الانتظار %Ln ثوانٍ.</numerusform>
            <numerusform>حفاظًا على أمانكم نرجو الانتظار %Ln ثانية.</numerusform>
            <numerusform>حفاظًا على أمانكم نرجو الانتظار %Ln ثانية.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You can try again soon. Seconds left: %Ln.</source>
        <translation>
            <numerusform>يمكنكم إعادة المحاولة الآن.</numerusform>
            <numerusform>يمكنكم إعادة المحاولة بعد ثانية واحدة.</numerusform>
            <numerusform>يمكنكم إعادة المحاولة بعد ثانيتين.</numerusform>
            <numerusform>يمكنكم إعادة المحاولة بعد %Ln ثوانٍ.</numerusform>
            <numerusform>يمكنكم إعادة المحاولة بعد %Ln ثانية.</numerusform>
            <numerusform>يمكنكم إعادة المحاولة بعد %Ln ثانية.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Please type both again. Tries left: %Ln.</source>
        <translation>
            <numerusform>نرجو كتابتهما من جديد. لم تبقَ أي محاولة.</numerusform>
            <numerusform>نرجو كتابتهما من جديد. بقيت محاولة واحدة.</numerusform>
            <numerusform>نرجو كتابتهما من جديد. بقيت محاولتان.</numerusform>
            <numerusform>نرجو كتابتهما من جديد. بقيت %Ln محاولات.</numerusform>
            <numerusform>نرجو كتابتهما من جديد. بقيت %Ln محاولة.</numerusform>
            <numerusform>نرجو كتابتهما من جديد. بقيت %Ln محاولة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Please come back shortly before your appointment.</source>
        <translation>نرجو العودة قبيل موعدكم.</translation>
    </message>
    <message numerus="yes">
        <source>Check-in opens soon. Minutes left: %Ln.</source>
        <translation>
            <numerusform>يُفتح تسجيل الحضور بعد لحظات.</numerusform>
            <numerusform>يُفتح تسجيل الحضور بعد دقيقة واحدة.</numerusform>
            <numerusform>يُفتح تسجيل الحضور بعد دقيقتين.</numerusform>
            <numerusform>يُفتح تسجيل الحضور بعد %Ln دقائق.</numerusform>
            <numerusform>يُفتح تسجيل الحضور بعد %Ln دقيقة.</numerusform>
            <numerusform>يُفتح تسجيل الحضور بعد %Ln دقيقة.</numerusform>
        </translation>
    </message>
    <message>
        <source>The time of this appointment has passed</source>
        <translation>انقضى وقت هذا الموعد</translation>
    </message>
    <message>
        <source>Please book another appointment, or speak to the staff in the hall.</source>
        <translation>نرجو حجز موعد آخر أو مراجعة الموظف في الصالة.</translation>
    </message>
    <message>
        <source>This is not open to you</source>
        <translation>هذا الإجراء غير متاح لكم</translation>
    </message>
    <message>
        <source>Files of this kind cannot be taken</source>
        <translation>لا يمكن قبول ملفات من هذا النوع</translation>
    </message>
    <message>
        <source>Please choose a PDF document, or a photo.</source>
        <translation>نرجو اختيار مستند بصيغة «بي دي إف» أو صورة.</translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation>حجم الملف أكبر من المسموح</translation>
    </message>
    <message>
        <source>A file may have up to ten megabytes. Please choose a smaller one.</source>
        <translation>الحد الأعلى للملف عشرة ميغابايت. نرجو اختيار ملف أصغر.</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>تعذرت قراءة الملف</translation>
    </message>
    <message>
        <source>It seems to be damaged or locked by a password. Please save it anew and try again.</source>
        <translation>يبدو أنه تالف أو محمي بكلمة مرور. نرجو حفظه من جديد ثم المحاولة مرة أخرى.</translation>
    </message>
    <message>
        <source>The file is not safe</source>
        <translation>الملف غير آمن</translation>
    </message>
    <message>
        <source>Harmful content was found in it, and it was not kept. Please choose another file.</source>
        <translation>وُجد فيه محتوى ضار فلم يُحفظ. نرجو اختيار ملف آخر.</translation>
    </message>
    <message>
        <source>No more files can be added</source>
        <translation>لا يمكن إضافة ملفات أخرى</translation>
    </message>
    <message>
        <source>Please remove one of the files first.</source>
        <translation>نرجو حذف أحد الملفات أولًا.</translation>
    </message>
    <message>
        <source>Files cannot be checked at the moment</source>
        <translation>يتعذر فحص الملفات في الوقت الحالي</translation>
    </message>
    <message>
        <source>A file is only taken once it has been checked. Please try again in a moment.</source>
        <translation>لا يُقبل الملف إلا بعد فحصه. نرجو المحاولة مرة أخرى بعد لحظات.</translation>
    </message>
    <message>
        <source>If you believe that it should be, please speak to the staff.</source>
        <translation>إن كنتم ترون خلاف ذلك فنرجو مراجعة الموظف.</translation>
    </message>
    <message>
        <source>This could not be found</source>
        <translation>لم نجد المطلوب</translation>
    </message>
    <message>
        <source>It may have been changed meanwhile. Please go back and look again.</source>
        <translation>ربما تغيّر في هذه الأثناء. نرجو الرجوع والنظر من جديد.</translation>
    </message>
    <message>
        <source>This is not possible any more</source>
        <translation>لم يعد هذا ممكنًا</translation>
    </message>
    <message>
        <source>The appointment has changed meanwhile. What you see is being renewed.</source>
        <translation>تغيّر الموعد في هذه الأثناء، ويجري تحديث ما ترونه.</translation>
    </message>
    <message>
        <source>The room is not open yet</source>
        <translation>لم تُفتح المقابلة بعد</translation>
    </message>
    <message>
        <source>Please wait a moment: you will be let in by the office.</source>
        <translation>نرجو الانتظار لحظات، وسيأذن لكم المكتب بالدخول.</translation>
    </message>
    <message>
        <source>That office receives nobody today</source>
        <translation>هذا المكتب لا يستقبل أحدًا اليوم</translation>
    </message>
    <message>
        <source>It is closed, or somebody stands in for it. Please choose another.</source>
        <translation>المكتب مغلق، أو ينوب عنه غيره. يُرجى اختيار مكتب آخر.</translation>
    </message>
    <message>
        <source>The outcome is not written yet</source>
        <translation>لم تُكتب النتيجة بعد</translation>
    </message>
    <message>
        <source>Please wait a moment: it will appear here.</source>
        <translation>نرجو الانتظار لحظات، وستظهر هنا.</translation>
    </message>
    <message>
        <source>This is there already</source>
        <translation>هذا موجود من قبل</translation>
    </message>
    <message>
        <source>Please choose another name, or change the one that is there.</source>
        <translation>نرجو اختيار اسم آخر، أو تعديل الموجود.</translation>
    </message>
    <message>
        <source>This document number is not right</source>
        <translation>رقم الوثيقة غير صحيح</translation>
    </message>
    <message>
        <source>Please type the letters and digits as they stand in your passport, or your border number.</source>
        <translation>نرجو كتابة الحروف والأرقام كما هي في جواز السفر، أو كتابة رقم الحدود.</translation>
    </message>
    <message>
        <source>The nationality is missing</source>
        <translation>الجنسية غير محددة</translation>
    </message>
    <message>
        <source>Please choose the country that issued your passport.</source>
        <translation>نرجو اختيار الدولة التي أصدرت جواز السفر.</translation>
    </message>
    <message>
        <source>The power of attorney is not complete</source>
        <translation>بيانات الوكالة غير مكتملة</translation>
    </message>
    <message>
        <source>Please say for whom you have come, and type the number of the power of attorney.</source>
        <translation>نرجو ذكر اسم من حضرتم نيابة عنه، وكتابة رقم الوكالة.</translation>
    </message>
    <message>
        <source>The address is not complete</source>
        <translation>العنوان غير مكتمل</translation>
    </message>
    <message>
        <source>A home visit needs the district, the street and the building.</source>
        <translation>تلزم للزيارة المنزلية معرفة الحي والشارع والمبنى.</translation>
    </message>
    <message>
        <source>A rejection needs its reason</source>
        <translation>لا بد للرفض من بيان سببه</translation>
    </message>
    <message>
        <source>Please name the unit that rejects, the reason, and where the person goes next.</source>
        <translation>نرجو ذكر الجهة الرافضة وسبب الرفض والجهة التي يتوجه إليها المراجع بعد ذلك.</translation>
    </message>
    <message>
        <source>This password is too easy to guess</source>
        <translation>كلمة المرور هذه سهلة التخمين</translation>
    </message>
    <message>
        <source>Please choose a longer one; a few words that do not belong together are good.</source>
        <translation>نرجو اختيار كلمة مرور أطول، ومن الجيد أن تكون بضع كلمات لا صلة بينها.</translation>
    </message>
    <message>
        <source>A second code is needed</source>
        <translation>يلزم رمز تحقق ثانٍ</translation>
    </message>
    <message>
        <source>Please type the code that your authenticator app shows now.</source>
        <translation>نرجو كتابة الرمز الظاهر الآن في تطبيق المصادقة.</translation>
    </message>
    <message>
        <source>The sign-in was declined</source>
        <translation>رُفض تسجيل الدخول</translation>
    </message>
    <message>
        <source>Your consent is needed first</source>
        <translation>تلزم موافقتكم أولًا</translation>
    </message>
    <message>
        <source>Please read what your data is used for, and agree to it if you wish to continue.</source>
        <translation>نرجو قراءة أغراض استخدام بياناتكم، والموافقة عليها إن رغبتم في المتابعة.</translation>
    </message>
    <message>
        <source>No booking has this number and code</source>
        <translation>لا يوجد حجز بهذا الرقم والرمز</translation>
    </message>
    <message>
        <source>Please compare the ticket number and the code with your message.</source>
        <translation>نرجو مطابقة رقم التذكرة والرمز مع الرسالة التي وصلتكم.</translation>
    </message>
    <message>
        <source>The PIN is not right</source>
        <translation>الرقم السري غير صحيح</translation>
    </message>
    <message>
        <source>No PIN has been set for this hall</source>
        <translation>لم يُحدَّد رقم سري لهذا الموقع</translation>
    </message>
    <message>
        <source>Please ask the administrator to set one.</source>
        <translation>نرجو أن تطلبوا من مدير النظام تحديده.</translation>
    </message>
    <message>
        <source>Please type it again.</source>
        <translation>نرجو كتابته من جديد.</translation>
    </message>
    <message numerus="yes">
        <source>Please type it again. Tries left: %Ln.</source>
        <translation>
            <numerusform>نرجو كتابته من جديد. لم تبقَ أي محاولة.</numerusform>
            <numerusform>نرجو كتابته من جديد. بقيت محاولة واحدة.</numerusform>
            <numerusform>نرجو كتابته من جديد. بقيت محاولتان.</numerusform>
            <numerusform>نرجو كتابته من جديد. بقيت %Ln محاولات.</numerusform>
            <numerusform>نرجو كتابته من جديد. بقيت %Ln محاولة.</numerusform>
            <numerusform>نرجو كتابته من جديد. بقيت %Ln محاولة.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is too much at once</source>
        <translation>المُدخل أكبر من المسموح</translation>
    </message>
    <message>
        <source>Please make it shorter and try again.</source>
        <translation>نرجو اختصاره ثم إعادة المحاولة.</translation>
    </message>
    <message>
        <source>This was asked for before in another form</source>
        <translation>سبق إرسال هذا الطلب بصيغة أخرى</translation>
    </message>
    <message>
        <source>Please go one step back and try again.</source>
        <translation>نرجو الرجوع خطوة ثم إعادة المحاولة.</translation>
    </message>
    <message>
        <source>This device needs an update</source>
        <translation>هذا الجهاز يحتاج إلى تحديث</translation>
    </message>
    <message>
        <source>Please tell the staff in the hall. Nothing of yours is lost.</source>
        <translation>نرجو إبلاغ الموظف في الصالة. لم يُفقد شيء من بياناتكم.</translation>
    </message>
    <message>
        <source>There is no connection at the moment</source>
        <translation>لا يوجد اتصال بالخدمة الآن</translation>
    </message>
    <message>
        <source>Nothing you entered is lost. Please try again.</source>
        <translation>لم يُفقد شيء مما أدخلتموه. نرجو إعادة المحاولة.</translation>
    </message>
    <message>
        <source>The answer takes longer than usual</source>
        <translation>تأخّر الرد أكثر من المعتاد</translation>
    </message>
    <message>
        <source>Nothing you entered is lost, and nothing is done twice. Please try again.</source>
        <translation>لم يُفقد شيء مما أدخلتموه، ولن يتكرر أي إجراء. نرجو إعادة المحاولة.</translation>
    </message>
    <message>
        <source>Something went wrong on our side</source>
        <translation>حدث خلل من جانبنا</translation>
    </message>
    <message>
        <source>Nothing you entered is lost. Please try again, or speak to the staff.</source>
        <translation>لم يُفقد شيء مما أدخلتموه. نرجو إعادة المحاولة أو مراجعة الموظف.</translation>
    </message>
    <message>
        <source>This way of meeting is not offered</source>
        <translation>طريقة المقابلة هذه غير متاحة</translation>
    </message>
    <message>
        <source>Please choose another way of meeting for this service; everything else is kept.</source>
        <translation>نرجو اختيار طريقة مقابلة أخرى لهذه الخدمة، وسائر ما أدخلتموه محفوظ.</translation>
    </message>
    <message>
        <source>It is too late to change this appointment</source>
        <translation>انتهت مهلة تعديل هذا الموعد</translation>
    </message>
    <message>
        <source>So shortly before it begins only the office can change it. Please speak to the staff.</source>
        <translation>مع قرب بدء الموعد لا يمكن تعديله إلا من المكتب. نرجو مراجعة الموظف.</translation>
    </message>
    <message>
        <source>You have as many bookings as one may have</source>
        <translation>بلغت حجوزاتكم الحد الأعلى المسموح</translation>
    </message>
    <message>
        <source>Please attend or cancel one of them first; then you can book again.</source>
        <translation>نرجو حضور أحدها أو إلغاءه أولًا، ثم يمكنكم الحجز من جديد.</translation>
    </message>
    <message>
        <source>You are on the waiting list already</source>
        <translation>أنتم مسجلون في قائمة الانتظار</translation>
    </message>
    <message>
        <source>As soon as an earlier time becomes free you will receive a message.</source>
        <translation>ستصلكم رسالة فور توفر موعد أقرب.</translation>
    </message>
    <message>
        <source>The offer of an earlier time has ended</source>
        <translation>انتهت مهلة عرض الموعد الأقرب</translation>
    </message>
    <message>
        <source>Your appointment stands as it was, and you keep your place on the waiting list.</source>
        <translation>موعدكم باقٍ كما هو، ومكانكم محفوظ في قائمة الانتظار.</translation>
    </message>
    <message>
        <source>This offer was answered already</source>
        <translation>سبق الرد على هذا العرض</translation>
    </message>
    <message>
        <source>Sign in with your ID to see which appointments you have, and where you wait.</source>
        <translation>ادخلوا برقم هويتكم لتروا مواعيدكم وأين أنتم في قوائم الانتظار.</translation>
    </message>
    <message>
        <source>The room is full</source>
        <translation>المقابلة مكتملة العدد</translation>
    </message>
    <message>
        <source>Two people were called into this talk already. One of them has to leave first.</source>
        <translation>استُدعي إلى هذه المقابلة شخصان من قبل. يلزم أن يغادر أحدهما أولًا.</translation>
    </message>
    <message>
        <source>Nobody can be called into this talk</source>
        <translation>لا يمكن استدعاء أحد إلى هذه المقابلة</translation>
    </message>
    <message>
        <source>The visitor&apos;s program is older and shows one person alone. Nobody talks to them unseen.</source>
        <translation>برنامج المراجع أقدم ولا يعرض إلا شخصًا واحدًا، ولا يخاطبه أحد دون أن يراه.</translation>
    </message>
    <message>
        <source>Your first password has to be changed</source>
        <translation>يجب تغيير كلمة المرور الأولى</translation>
    </message>
    <message>
        <source>Please sign in at the desk and choose one that nobody else knows.</source>
        <translation>يُرجى تسجيل الدخول في برنامج المكتب واختيار كلمة مرور لا يعرفها غيركم.</translation>
    </message>
</context>
<context>
    <name>Minutes</name>
    <message>
        <source>Keep both, one below the other</source>
        <translation>إبقاء النصين معًا</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>إبقاء نصهم</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>إبقاء نصي</translation>
    </message>
    <message>
        <source>(everything was taken out)</source>
        <translation>(حُذف النص كله)</translation>
    </message>
    <message>
        <source>Please choose what is to stand; nothing is lost until then.</source>
        <translation>يُرجى اختيار النص المعتمد؛ ولن يضيع شيء قبل ذلك.</translation>
    </message>
    <message>
        <source>At another desk of yours was written:</source>
        <translation>كُتب من مكتب آخر بحسابكم:</translation>
    </message>
    <message>
        <source>Not kept yet, since the server is away. It is tried again by itself.</source>
        <translation>لم يُحفظ بعد لتعذر الاتصال بالخادم، وستُعاد المحاولة تلقائيًا.</translation>
    </message>
    <message>
        <source>The outcome is recorded already: this is kept nowhere but here.</source>
        <translation>سُجلت النتيجة من قبل، فهذا النص غير محفوظ في غير هذه الصفحة.</translation>
    </message>
    <message>
        <source>Being kept</source>
        <translation>جارٍ الحفظ</translation>
    </message>
    <message>
        <source>Kept as you write.</source>
        <translation>يُحفظ ما تكتبون أولًا بأول.</translation>
    </message>
    <message>
        <source>{name} wrote at the same time:</source>
        <translation>كتب {name} في الوقت نفسه:</translation>
    </message>
    <message>
        <source>Kept. {name} wrote last.</source>
        <translation>محفوظ. آخر من كتب: {name}.</translation>
    </message>
    <message>
        <source>Somebody else of the office wrote meanwhile</source>
        <translation>كتب غيركم من المكتب في هذه الأثناء</translation>
    </message>
    <message>
        <source>Please read their words, choose what is to stand, and save again.</source>
        <translation>يُرجى قراءة ما كتب، واختيار النص المعتمد، ثم الحفظ من جديد.</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>المحضر</translation>
    </message>
    <message>
        <source>Write the minutes, or put them away (N)</source>
        <translation>كتابة المحضر أو إخفاؤه (N)</translation>
    </message>
    <message>
        <source>The outcome begins with these words. The visitor sees nothing of them until it is recorded.</source>
        <translation>تبدأ النتيجة بهذا النص، ولا يراه المراجع قبل تسجيلها.</translation>
    </message>
</context>
<context>
    <name>MinutesPaper</name>
    <message>
        <source>Minutes of an audience</source>
        <translation>محضر مقابلة</translation>
    </message>
    <message>
        <source>Name and signature: ……………………………………………</source>
        <translation>الاسم والتوقيع: ……………………………………………</translation>
    </message>
    <message>
        <source>Scan to see whether this decision still stands.</source>
        <translation>امسحوا الرمز للتحقق من سريان هذا القرار.</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>المكتب</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>المراجع</translation>
    </message>
    <message>
        <source>National ID</source>
        <translation>رقم الهوية</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>تاريخ تدوين النتيجة</translation>
    </message>
    <message>
        <source>Confirmed by the visitor</source>
        <translation>تأكيد المراجع للاطلاع</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>لم يؤكد بعد</translation>
    </message>
    <message>
        <source>Decision: {decision}</source>
        <translation>القرار: {decision}</translation>
    </message>
</context>
<context>
    <name>MonthGrid</name>
    <message>
        <source>{day}, {free}</source>
        <translation>{day}، {free}</translation>
    </message>
    <message>
        <source>no free times</source>
        <translation>لا توجد أوقات متاحة</translation>
    </message>
    <message numerus="yes">
        <source>free times: %Ln</source>
        <translation>
            <numerusform>لا توجد أوقات متاحة</numerusform>
            <numerusform>وقت واحد متاح</numerusform>
            <numerusform>وقتان متاحان</numerusform>
            <numerusform>%Ln أوقات متاحة</numerusform>
            <numerusform>%Ln وقتًا متاحًا</numerusform>
            <numerusform>%Ln وقت متاح</numerusform>
        </translation>
    </message>
    <message>
        <source>has free times</source>
        <translation>توجد أوقات متاحة</translation>
    </message>
    <message>
        <source>Earlier weeks</source>
        <translation>الأسابيع السابقة</translation>
    </message>
    <message>
        <source>Later weeks</source>
        <translation>الأسابيع التالية</translation>
    </message>
</context>
<context>
    <name>MovePage</name>
    <message>
        <source>Move the appointment?</source>
        <translation>أتودّون نقل الموعد؟</translation>
    </message>
    <message>
        <source>Ticket number and code stay the same</source>
        <translation>يبقى رقم التذكرة ورمزها كما هما</translation>
    </message>
    <message>
        <source>Until you confirm, your appointment stays as it is.</source>
        <translation>يبقى موعدكم كما هو إلى أن تؤكدوا.</translation>
    </message>
    <message>
        <source>Choose another time</source>
        <translation>اختيار وقت آخر</translation>
    </message>
    <message>
        <source>Move the appointment</source>
        <translation>نقل الموعد</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>المسؤول</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Until now</source>
        <translation>كان</translation>
    </message>
    <message>
        <source>From now on</source>
        <translation>يصبح</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
</context>
<context>
    <name>NamePage</name>
    <message>
        <source>Your name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>This is how the official will address you; we ask only once</source>
        <translation>بهذا الاسم يخاطبكم المسؤول، ونسألكم عنه مرة واحدة فقط</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>الاسم الكامل</translation>
    </message>
    <message>
        <source>As on your ID</source>
        <translation>كما في الهوية</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
</context>
<context>
    <name>NewPasswordPage</name>
    <message>
        <source>Choose your own password</source>
        <translation>اختاروا كلمة مرور خاصة بكم</translation>
    </message>
    <message>
        <source>The one that you signed in with was set by an administrator. Before you begin, please choose one that nobody but you knows.</source>
        <translation>كلمة المرور التي دخلتم بها وضعها مدير النظام. قبل أن تبدؤوا، يُرجى اختيار كلمة مرور لا يعرفها أحد غيركم.</translation>
    </message>
</context>
<context>
    <name>NoteBox</name>
    <message>
        <source>A word to who waits</source>
        <translation>كلمة لمن ينتظر</translation>
    </message>
    <message>
        <source>One moment, you are about to be received</source>
        <translation>لحظة واحدة، ستُستقبلون حالًا</translation>
    </message>
    <message>
        <source>Sorry, ten minutes</source>
        <translation>نعتذر، عشر دقائق</translation>
    </message>
    <message>
        <source>Sorry, about half an hour</source>
        <translation>نعتذر، نحو نصف ساعة</translation>
    </message>
    <message>
        <source>Your own words</source>
        <translation>عبارة من عندكم</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Sent: it is on their screen.</source>
        <translation>أُرسلت، وهي الآن على شاشته.</translation>
    </message>
</context>
<context>
    <name>NoteWords</name>
    <message>
        <source>One more moment, please: you are about to be received.</source>
        <translation>لحظة من فضلكم: ستُستقبلون حالًا.</translation>
    </message>
    <message>
        <source>We are sorry: about ten minutes more. Your turn is kept.</source>
        <translation>نعتذر: نحو عشر دقائق أخرى. دوركم محفوظ.</translation>
    </message>
    <message numerus="yes">
        <source>We are sorry: about %Ln more minutes. Your turn is kept.</source>
        <translation>
            <numerusform>نعتذر: نحو أقل من دقيقة إضافية. دوركم محفوظ.</numerusform>
            <numerusform>نعتذر: نحو دقيقة واحدة إضافية. دوركم محفوظ.</numerusform>
            <numerusform>نعتذر: نحو دقيقتان إضافية. دوركم محفوظ.</numerusform>
            <numerusform>نعتذر: نحو %Ln دقائق إضافية. دوركم محفوظ.</numerusform>
            <numerusform>نعتذر: نحو %Ln دقيقة إضافية. دوركم محفوظ.</numerusform>
            <numerusform>نعتذر: نحو %Ln دقيقة إضافية. دوركم محفوظ.</numerusform>
        </translation>
    </message>
    <message>
        <source>We are sorry: it takes longer today, about half an hour. Your turn is kept.</source>
        <translation>نعتذر: سيطول الانتظار اليوم نحو نصف ساعة. دوركم محفوظ.</translation>
    </message>
</context>
<context>
    <name>OfferCard</name>
    <message>
        <source>A time from the waiting list is kept for you until {time}</source>
        <translation>وقت من قائمة الانتظار محفوظ لكم حتى {time}</translation>
    </message>
    <message>
        <source>Take this time</source>
        <translation>أقبل هذا الموعد</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation>لا، شكرًا</translation>
    </message>
</context>
<context>
    <name>OfferCodePage</name>
    <message>
        <source>The code of the offer</source>
        <translation>رمز العرض</translation>
    </message>
    <message>
        <source>You see what is offered before you take it</source>
        <translation>ترون الموعد المعروض قبل أن تقبلوه</translation>
    </message>
    <message>
        <source>Offer code</source>
        <translation>رمز العرض</translation>
    </message>
    <message>
        <source>Eight digits</source>
        <translation>ثمانية أرقام</translation>
    </message>
    <message>
        <source>It is in the SMS that told you of a time that has become free.</source>
        <translation>تجدونه في الرسالة النصية التي أبلغتكم بموعد أصبح متاحًا.</translation>
    </message>
    <message>
        <source>Show the offer</source>
        <translation>عرض الموعد المتاح</translation>
    </message>
</context>
<context>
    <name>OfferPage</name>
    <message>
        <source>A time has become free for you</source>
        <translation>أصبح موعد متاحًا لكم</translation>
    </message>
    <message>
        <source>Nothing is changed before you take it</source>
        <translation>لا يتغير شيء قبل أن تقبلوه</translation>
    </message>
    <message>
        <source>If you take it, it replaces the appointment that you wanted to have earlier.</source>
        <translation>إن قبلتموه حلّ محل الموعد الذي أردتم تقديمه.</translation>
    </message>
    <message>
        <source>The time is yours</source>
        <translation>أصبح الموعد لكم</translation>
    </message>
    <message>
        <source>The code of your ticket comes by SMS</source>
        <translation>يصلكم رمز التذكرة برسالة نصية</translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation>رقم التذكرة</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Come back on the day, and check in with your ID or your ticket.</source>
        <translation>عودوا في يوم الموعد وسجّلوا حضوركم بالهوية أو بالتذكرة.</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>المكتب</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>The time was left to others</source>
        <translation>تُرك الموعد لغيركم</translation>
    </message>
    <message>
        <source>Thank you for telling us</source>
        <translation>شكرًا لإخبارنا</translation>
    </message>
    <message>
        <source>You keep your place on the waiting list, and the appointment that you have.</source>
        <translation>يبقى مكانكم في قائمة الانتظار ويبقى موعدكم الحالي.</translation>
    </message>
</context>
<context>
    <name>OfficePage</name>
    <message>
        <source>Whom would you like to meet?</source>
        <translation>من تودّون مقابلته؟</translation>
    </message>
    <message>
        <source>Touch the office of the official</source>
        <translation>المسوا بطاقة المسؤول</translation>
    </message>
    <message>
        <source>No office receives visitors at the moment</source>
        <translation>لا توجد مكاتب تستقبل المواعيد حاليًا</translation>
    </message>
    <message>
        <source>Please try again later, or speak to the staff in the hall.</source>
        <translation>نرجو إعادة المحاولة لاحقًا أو مراجعة الموظف في الصالة.</translation>
    </message>
</context>
<context>
    <name>OfflineBanner</name>
    <message>
        <source>No connection to the service. Nothing you entered is lost; we keep trying.</source>
        <translation>انقطع الاتصال بالخدمة. لم يُفقد شيء مما أدخلتموه، ونواصل المحاولة.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>المحاولة الآن</translation>
    </message>
</context>
<context>
    <name>OperatorMenu</name>
    <message>
        <source>Close the kiosk program?</source>
        <translation>هل تريدون إغلاق برنامج الكشك؟</translation>
    </message>
    <message>
        <source>The visit ends, and this kiosk serves nobody until the program is started again.</source>
        <translation>تنتهي الزيارة، ويبقى هذا الكشك متوقفًا حتى يُعاد تشغيل البرنامج.</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>ماذا تودّون أن تفعلوا؟</translation>
    </message>
    <message>
        <source>Everything that the visitor entered is still there.</source>
        <translation>كل ما أدخله المراجع ما زال محفوظًا.</translation>
    </message>
    <message>
        <source>Back to the visitor</source>
        <translation>العودة إلى المراجع</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>بدء زيارة جديدة</translation>
    </message>
    <message>
        <source>Close the kiosk program</source>
        <translation>إغلاق برنامج الكشك</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>إغلاق البرنامج</translation>
    </message>
    <message>
        <source>Leave it open</source>
        <translation>إبقاؤه مفتوحًا</translation>
    </message>
</context>
<context>
    <name>OperatorPage</name>
    <message>
        <source>Cancel the call</source>
        <translation>إلغاء النداء</translation>
    </message>
    <message>
        <source>Other service points</source>
        <translation>نقاط خدمة أخرى</translation>
    </message>
    <message>
        <source>Talk to the operator</source>
        <translation>التحدث مع مشغّل الصالة</translation>
    </message>
    <message>
        <source>Called {time} ago</source>
        <translation>مضى على النداء {time}</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>النداء مرة أخرى</translation>
    </message>
    <message>
        <source>The operator is on the way to you</source>
        <translation>المشغّل في طريقه إليكم</translation>
    </message>
    <message>
        <source>Please stay at this kiosk.</source>
        <translation>نرجو البقاء عند هذا الكشك.</translation>
    </message>
    <message>
        <source>Nobody has answered yet</source>
        <translation>لم يُجب أحد بعد</translation>
    </message>
    <message>
        <source>Your call still stands. You can also speak to the staff at the entrance of the hall, or go on by yourself: everything here can be done without the operator.</source>
        <translation>ما زال نداؤكم قائمًا. يمكنكم أيضًا التحدث مع الموظفين عند مدخل الصالة، أو المتابعة بأنفسكم: كل ما هنا يمكن إنجازه دون المشغّل.</translation>
    </message>
    <message>
        <source>The call has ended</source>
        <translation>انتهى النداء</translation>
    </message>
    <message>
        <source>If you still need somebody, call again.</source>
        <translation>إن كنتم ما زلتم بحاجة إلى مساعدة فأعيدوا النداء.</translation>
    </message>
    <message>
        <source>The operator of this hall has been called</source>
        <translation>تم نداء مشغّل هذه الصالة</translation>
    </message>
    <message>
        <source>Please stay at this kiosk; somebody comes to you.</source>
        <translation>نرجو البقاء عند هذا الكشك، وسيأتي إليكم من يساعدكم.</translation>
    </message>
    <message>
        <source>The staff of the hall are at its entrance as well.</source>
        <translation>تجدون موظفي الصالة عند مدخلها أيضًا.</translation>
    </message>
    <message>
        <source>Calling the operator…</source>
        <translation>جارٍ نداء المشغّل…</translation>
    </message>
    <message>
        <source>The call could not be made</source>
        <translation>تعذّر إجراء النداء</translation>
    </message>
</context>
<context>
    <name>OperatorSheet</name>
    <message>
        <source>For the kiosk&apos;s operator</source>
        <translation>لمشغّل الكشك</translation>
    </message>
    <message>
        <source>The visit below stays as it is until you decide.</source>
        <translation>تبقى الزيارة الجارية كما هي حتى تختاروا.</translation>
    </message>
    <message>
        <source>Operator&apos;s PIN</source>
        <translation>الرقم السري للمشغّل</translation>
    </message>
    <message>
        <source>Six to twelve digits</source>
        <translation>من ستة أرقام إلى اثني عشر رقمًا</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>There were too many wrong tries. The kiosk takes a PIN again in {time}.</source>
        <translation>تكررت المحاولات غير الصحيحة. يُقبل الرقم السري من جديد بعد {time}.</translation>
    </message>
    <message>
        <source>The server, which alone knows the PIN, does not answer. Please try again in a moment.</source>
        <translation>الخادم الذي يتحقق من الرقم السري لا يستجيب الآن. نرجو المحاولة بعد قليل.</translation>
    </message>
</context>
<context>
    <name>OthersPages</name>
    <message>
        <source>What is different for you?</source>
        <translation>ما الذي ينطبق عليكم؟</translation>
    </message>
    <message>
        <source>Then we ask for your own ID, or for your passport instead</source>
        <translation>ثم نسألكم عن هويتكم أنتم، أو عن جواز سفركم بدلًا منها</translation>
    </message>
    <message>
        <source>I am a visitor, with a passport</source>
        <translation>أنا زائر، ومعي جواز سفر</translation>
    </message>
    <message>
        <source>Its number, and the country that issued it</source>
        <translation>رقمه، والدولة التي أصدرته</translation>
    </message>
    <message>
        <source>I have a border number</source>
        <translation>لديّ رقم حدود</translation>
    </message>
    <message>
        <source>Visitors are given it when they enter the Kingdom</source>
        <translation>يُعطى للزائر عند دخوله المملكة</translation>
    </message>
    <message>
        <source>I come for somebody else</source>
        <translation>حضرتُ نيابةً عن غيري</translation>
    </message>
    <message>
        <source>As their representative, with a power of attorney</source>
        <translation>وكيلًا عنه، بوكالة</translation>
    </message>
    <message>
        <source>Somebody is with me</source>
        <translation>معي مرافق</translation>
    </message>
    <message>
        <source>How many stand beside you</source>
        <translation>عدد من يقفون بجانبكم</translation>
    </message>
    <message>
        <source>I come alone and for myself after all</source>
        <translation>حضرتُ وحدي وعن نفسي</translation>
    </message>
    <message>
        <source>How many people are with you?</source>
        <translation>كم شخصًا معكم؟</translation>
    </message>
    <message>
        <source>Those who will stand beside you during the talk</source>
        <translation>من سيقفون بجانبكم أثناء المقابلة</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>لا أحد</translation>
    </message>
    <message numerus="yes">
        <source>People with you: %Ln.</source>
        <translation>
            <numerusform>لا أحد معكم.</numerusform>
            <numerusform>معكم شخص واحد.</numerusform>
            <numerusform>معكم شخصان.</numerusform>
            <numerusform>معكم %Ln أشخاص.</numerusform>
            <numerusform>معكم %Ln شخصًا.</numerusform>
            <numerusform>معكم %Ln شخص.</numerusform>
        </translation>
    </message>
    <message>
        <source>You come for {name}.</source>
        <translation>تحضرون نيابةً عن {name}.</translation>
    </message>
</context>
<context>
    <name>OutcomeBox</name>
    <message>
        <source>Take the outcome back</source>
        <translation>التراجع عن النتيجة</translation>
    </message>
    <message>
        <source>Amend the outcome</source>
        <translation>تعديل النتيجة</translation>
    </message>
    <message>
        <source>Save the minutes</source>
        <translation>حفظ المحضر</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>مستندات PDF (*.pdf)</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>محضر</translation>
    </message>
    <message>
        <source>The minutes are being printed.</source>
        <translation>جارٍ طباعة المحضر.</translation>
    </message>
    <message>
        <source>The minutes are printed on {printer}.</source>
        <translation>طُبع المحضر على {printer}.</translation>
    </message>
    <message>
        <source>The minutes could not be printed.</source>
        <translation>تعذّرت طباعة المحضر.</translation>
    </message>
    <message>
        <source>The minutes are saved.</source>
        <translation>حُفظ المحضر.</translation>
    </message>
    <message>
        <source>The minutes could not be saved there.</source>
        <translation>تعذّر حفظ المحضر في هذا المكان.</translation>
    </message>
    <message>
        <source>Print the minutes</source>
        <translation>طباعة المحضر</translation>
    </message>
    <message>
        <source>Add the amendment</source>
        <translation>إضافة التعديل</translation>
    </message>
    <message>
        <source>Do not amend</source>
        <translation>عدم التعديل</translation>
    </message>
    <message>
        <source>It can be taken back until {time}, for another {left}.</source>
        <translation>يمكن التراجع عنها حتى {time}، والمتبقي {left}.</translation>
    </message>
    <message>
        <source>It stands. What is added needs a reason; the visitor is told.</source>
        <translation>النتيجة سارية. كل إضافة تحتاج إلى سبب، ويُبلَّغ بها المراجع.</translation>
    </message>
    <message>
        <source>The five minutes are over</source>
        <translation>انتهت الدقائق الخمس</translation>
    </message>
    <message>
        <source>The outcome stands. You can amend it, with a reason.</source>
        <translation>النتيجة سارية، ويمكنكم تعديلها مع ذكر السبب.</translation>
    </message>
    <message>
        <source>It can still be taken back</source>
        <translation>لا يزال التراجع عنها ممكنًا</translation>
    </message>
    <message>
        <source>Within the first five minutes an outcome is written anew.</source>
        <translation>خلال الدقائق الخمس الأولى تُكتب النتيجة من جديد.</translation>
    </message>
    <message>
        <source>It was amended as often as it can be</source>
        <translation>بلغ عدد التعديلات حدّه</translation>
    </message>
    <message>
        <source>Please receive the visitor again, and decide anew.</source>
        <translation>نأمل استقبال المراجع مجددًا واتخاذ قرار جديد.</translation>
    </message>
    <message>
        <source>What is added; what was decided stays as it is</source>
        <translation>نص الإضافة، ويبقى القرار كما هو</translation>
    </message>
    <message>
        <source>Why it is amended</source>
        <translation>سبب التعديل</translation>
    </message>
    <message>
        <source>Outcome: {decision}</source>
        <translation>النتيجة: {decision}</translation>
    </message>
</context>
<context>
    <name>OutcomeFacts</name>
    <message>
        <source>Action item {number}</source>
        <translation>إجراء المتابعة {number}</translation>
    </message>
    <message>
        <source>{owner}, by {day}</source>
        <translation>{owner}، حتى {day}</translation>
    </message>
    <message>
        <source>With {office}, weeks at most: {weeks}</source>
        <translation>لدى {office}، خلال أسابيع لا تتجاوز: {weeks}</translation>
    </message>
    <message>
        <source>Amended</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>الجهة المسؤولة</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>موعد المتابعة</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>رقم المعاملة</translation>
    </message>
    <message>
        <source>Directive</source>
        <translation>توجيه</translation>
    </message>
    <message>
        <source>Done by {unit}, {day}: {answer}</source>
        <translation>أُنجز لدى {unit} بتاريخ {day}: {answer}</translation>
    </message>
    <message>
        <source>Declined by {unit}, {day}: {answer}</source>
        <translation>اعتذار من {unit} بتاريخ {day}: {answer}</translation>
    </message>
    <message>
        <source>An audience was given, {day}</source>
        <translation>حُدِّد موعد المقابلة بتاريخ {day}</translation>
    </message>
    <message>
        <source>With {unit}, still to be done</source>
        <translation>لدى {unit}، ولم يُنجز بعد</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>السبب: {reason}</translation>
    </message>
</context>
<context>
    <name>OutcomePage</name>
    <message>
        <source>Return to the talk</source>
        <translation>العودة إلى المقابلة</translation>
    </message>
    <message>
        <source>Finish now, read it later</source>
        <translation>الإنهاء الآن والاطلاع لاحقًا</translation>
    </message>
    <message>
        <source>The official is writing down what was decided. Please wait here: it appears by itself. You can also read it later, at any kiosk, with your ID.</source>
        <translation>يكتب المسؤول الآن ما تقرر. نرجو الانتظار هنا، وستظهر النتيجة تلقائيًا. ويمكنكم أيضًا الاطلاع عليها لاحقًا من أي كشك برقم هويتكم.</translation>
    </message>
    <message>
        <source>The official took the outcome back to put it right. What you read no longer counts. Please wait here: the new one appears by itself.</source>
        <translation>تراجع المسؤول عن النتيجة لتصحيحها، ولم يعد ما قرأتموه ساريًا. نأمل الانتظار هنا، وستظهر النتيجة الجديدة تلقائيًا.</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>قرأتُ النتيجة</translation>
    </message>
    <message>
        <source>Thank you for the talk</source>
        <translation>شكرًا لكم على المقابلة</translation>
    </message>
    <message>
        <source>The outcome of your audience</source>
        <translation>نتيجة مقابلتكم</translation>
    </message>
</context>
<context>
    <name>OutcomePaper</name>
    <message>
        <source>Majlis · Outcome of your audience</source>
        <translation>مجلس · نتيجة مقابلتكم</translation>
    </message>
    <message>
        <source>You can read this at any kiosk with your ID.</source>
        <translation>يمكنكم قراءتها في أي كشك برقم هويتكم.</translation>
    </message>
    <message>
        <source>Scan to see whether this paper is genuine and still stands.</source>
        <translation>امسحوا الرمز للتحقق من صحة هذه الورقة وسريانها.</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>المكتب</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>التذكرة</translation>
    </message>
</context>
<context>
    <name>OutcomePrinting</name>
    <message>
        <source>Print the outcome</source>
        <translation>طباعة النتيجة</translation>
    </message>
    <message>
        <source>The outcome is being printed. One moment, please.</source>
        <translation>تجري طباعة النتيجة. لحظة من فضلكم.</translation>
    </message>
    <message>
        <source>Please take the paper from below the screen.</source>
        <translation>يُرجى أخذ الورقة من أسفل الشاشة.</translation>
    </message>
    <message>
        <source>You can read the outcome again at any kiosk.</source>
        <translation>يمكنكم قراءة النتيجة مجددًا في أي كشك.</translation>
    </message>
</context>
<context>
    <name>Oversight</name>
    <message>
        <source>Document</source>
        <translation>الوثيقة</translation>
    </message>
    <message>
        <source>Number of the document</source>
        <translation>رقم الوثيقة</translation>
    </message>
    <message>
        <source>Nationality (two letters, as EG)</source>
        <translation>الجنسية (حرفان، مثل EG)</translation>
    </message>
    <message>
        <source>National ID or Iqama</source>
        <translation>هوية وطنية أو إقامة</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>جواز سفر</translation>
    </message>
    <message>
        <source>Border number</source>
        <translation>رقم حدود</translation>
    </message>
    <message>
        <source>The file is a locked ZIP archive. Its password is shown to you once; hand it over apart from the file.</source>
        <translation>الملف أرشيف ZIP مقفل، وتظهر لكم كلمة مروره مرة واحدة؛ سلّموها منفصلة عن الملف.</translation>
    </message>
    <message>
        <source>ZIP archives (*.zip)</source>
        <translation>أرشيفات ZIP (*.zip)</translation>
    </message>
    <message>
        <source>It is shown this once and kept nowhere. Without it nobody opens the file.</source>
        <translation>تظهر هذه المرة فقط ولا تُحفظ في أي مكان. ولا يُفتح الملف من دونها.</translation>
    </message>
    <message>
        <source>The person concerned asked for it</source>
        <translation>طلبه صاحب الشأن</translation>
    </message>
    <message>
        <source>A court or an authority ordered it</source>
        <translation>أمرت به محكمة أو جهة مختصة</translation>
    </message>
    <message>
        <source>Inspection of our own work</source>
        <translation>مراجعة أعمالنا</translation>
    </message>
    <message>
        <source>An incident is cleared up</source>
        <translation>التحقق من حادثة</translation>
    </message>
    <message>
        <source>On which grounds?</source>
        <translation>ما المسوّغ؟</translation>
    </message>
    <message>
        <source>They stand in the audit trail, with your name.</source>
        <translation>يُقيَّد في سجل التدقيق مع اسمكم.</translation>
    </message>
    <message>
        <source>It is being gathered and locked…</source>
        <translation>يجري جمع البيانات وقفل الملف…</translation>
    </message>
    <message>
        <source>Choose where to save it</source>
        <translation>اختيار مكان الحفظ</translation>
    </message>
    <message>
        <source>The password of {file}</source>
        <translation>كلمة مرور {file}</translation>
    </message>
    <message>
        <source>It is saved as {file}.</source>
        <translation>حُفظ باسم {file}.</translation>
    </message>
    <message>
        <source>There is a file of that name. Please choose a new name.</source>
        <translation>يوجد ملف بهذا الاسم. يُرجى اختيار اسم جديد.</translation>
    </message>
    <message>
        <source>The file could not be written. Is there room, and may you write there?</source>
        <translation>تعذّر حفظ الملف. تأكدوا من وجود مساحة ومن صلاحية الكتابة في هذا المكان.</translation>
    </message>
    <message>
        <source>That is too much for one file. Please search for a person, a kind or a day first.</source>
        <translation>هذا أكبر من أن يسعه ملف واحد. يُرجى تضييق البحث أولًا بشخص أو نوع أو يوم.</translation>
    </message>
</context>
<context>
    <name>PageKeys</name>
    <message>
        <source>Search in the list</source>
        <translation>البحث في القائمة</translation>
    </message>
    <message>
        <source>Keys of this page</source>
        <translation>مفاتيح هذه الصفحة</translation>
    </message>
    <message>
        <source>Walk through the list</source>
        <translation>التنقل في القائمة</translation>
    </message>
    <message>
        <source>Open the brief</source>
        <translation>فتح الملخص</translation>
    </message>
    <message>
        <source>Admit, or write the outcome</source>
        <translation>استقبال المراجع، أو كتابة النتيجة</translation>
    </message>
    <message>
        <source>Save the outcome</source>
        <translation>حفظ النتيجة</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>الرجوع</translation>
    </message>
    <message>
        <source>Walk through the calendar</source>
        <translation>التنقل في التقويم</translation>
    </message>
    <message>
        <source>Open the audience or the day, block or unblock</source>
        <translation>فتح المقابلة أو اليوم، أو حجب الوقت أو إتاحته</translation>
    </message>
    <message>
        <source>Move the audience</source>
        <translation>نقل المقابلة</translation>
    </message>
    <message>
        <source>Choose more time, or less</source>
        <translation>زيادة الوقت المختار أو إنقاصه</translation>
    </message>
    <message>
        <source>Turn to the weeks before or after</source>
        <translation>الأسابيع السابقة أو التالية</translation>
    </message>
    <message>
        <source>Leave what was begun</source>
        <translation>ترك ما بدأتموه</translation>
    </message>
    <message>
        <source>Carry out the step that was begun</source>
        <translation>تنفيذ الخطوة التي بدأتموها</translation>
    </message>
    <message>
        <source>Put away the step that was begun</source>
        <translation>طيّ الخطوة التي بدأتموها</translation>
    </message>
    <message>
        <source>Larger or smaller</source>
        <translation>تكبير أو تصغير</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>ملاءمة العرض</translation>
    </message>
    <message>
        <source>To the beginning, or the end</source>
        <translation>إلى البداية أو النهاية</translation>
    </message>
    <message>
        <source>Move the cross of a tool</source>
        <translation>تحريك مؤشر الأداة</translation>
    </message>
    <message>
        <source>Mark what the cross is at</source>
        <translation>وضع العلامة عند المؤشر</translation>
    </message>
    <message>
        <source>Undo the last mark</source>
        <translation>التراجع عن آخر علامة</translation>
    </message>
    <message>
        <source>Lay the tool down, or go back</source>
        <translation>ترك الأداة، أو الرجوع</translation>
    </message>
    <message>
        <source>Play, or stand still</source>
        <translation>تشغيل أو إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Ten seconds back or on</source>
        <translation>عشر ثوانٍ إلى الوراء أو الأمام</translation>
    </message>
    <message>
        <source>A minute back or on, in the time bar</source>
        <translation>دقيقة إلى الوراء أو الأمام، في شريط الوقت</translation>
    </message>
    <message>
        <source>Answer who calls you in</source>
        <translation>إجابة من يدعوكم إلى مقابلته</translation>
    </message>
    <message>
        <source>Decline who calls you in</source>
        <translation>الاعتذار لمن يدعوكم إلى مقابلته</translation>
    </message>
    <message>
        <source>Read what is handed over first</source>
        <translation>قراءة ما يُحال إليكم أولًا</translation>
    </message>
    <message>
        <source>Call the next number</source>
        <translation>نداء الرقم التالي</translation>
    </message>
    <message>
        <source>The first number was served</source>
        <translation>إتمام خدمة الرقم الأول</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>{name} has marked page {number}.</source>
        <translation>وضع {name} علامة في الصفحة {number}.</translation>
    </message>
    <message>
        <source>The document cannot be opened</source>
        <translation>تعذّر فتح المستند</translation>
    </message>
    <message>
        <source>It asks for more than it may take here, or is damaged.</source>
        <translation>يتطلب من موارد الجهاز أكثر من المسموح، أو هو تالف.</translation>
    </message>
    <message>
        <source>Highlight, page {number}</source>
        <translation>تظليل، صفحة {number}</translation>
    </message>
    <message>
        <source>Taken away by {name}</source>
        <translation>أزالها {name}</translation>
    </message>
    <message>
        <source>The document is empty</source>
        <translation>المستند فارغ</translation>
    </message>
    <message>
        <source>There is nothing in it. Please ask the visitor to send it again.</source>
        <translation>لا شيء فيه. يُرجى أن تطلبوا من المراجع إرساله مرة أخرى.</translation>
    </message>
    <message>
        <source>This kind of document is not shown</source>
        <translation>لا يُعرض هذا النوع من المستندات</translation>
    </message>
    <message>
        <source>PDF documents and photos (JPEG, PNG) are.</source>
        <translation>تُعرض مستندات PDF والصور (JPEG وPNG).</translation>
    </message>
    <message>
        <source>The document is too large</source>
        <translation>المستند كبير جدًا</translation>
    </message>
    <message>
        <source>It has more pages or pixels than are shown here.</source>
        <translation>صفحاته أو نقاط صورته أكثر مما يُعرض هنا.</translation>
    </message>
    <message>
        <source>The document is damaged</source>
        <translation>المستند تالف</translation>
    </message>
    <message>
        <source>It cannot be read. Please ask the visitor to send it again.</source>
        <translation>لا يمكن قراءته. يُرجى أن تطلبوا من المراجع إرساله مرة أخرى.</translation>
    </message>
    <message>
        <source>The document is locked with a password</source>
        <translation>المستند مقفل بكلمة مرور</translation>
    </message>
    <message>
        <source>Please ask the visitor to send it without one.</source>
        <translation>يُرجى أن تطلبوا من المراجع إرساله بلا كلمة مرور.</translation>
    </message>
    <message>
        <source>The document has no pages</source>
        <translation>المستند بلا صفحات</translation>
    </message>
    <message>
        <source>Please ask the visitor to send it again.</source>
        <translation>يُرجى أن تطلبوا من المراجع إرساله مرة أخرى.</translation>
    </message>
    <message>
        <source>This page has a size that no paper has</source>
        <translation>مقاس هذه الصفحة لا يوافق أي ورق</translation>
    </message>
    <message>
        <source>The other pages are shown.</source>
        <translation>تُعرض الصفحات الأخرى.</translation>
    </message>
    <message>
        <source>This page is damaged</source>
        <translation>هذه الصفحة تالفة</translation>
    </message>
    <message>
        <source>This page cannot be drawn</source>
        <translation>تعذّر رسم هذه الصفحة</translation>
    </message>
    <message>
        <source>Drawing this takes too long</source>
        <translation>يستغرق الرسم وقتًا أطول من اللازم</translation>
    </message>
    <message>
        <source>It was stopped, so that the program goes on.</source>
        <translation>أُوقف ليستمر البرنامج في العمل.</translation>
    </message>
    <message>
        <source>Documents cannot be shown on this computer</source>
        <translation>لا يمكن عرض المستندات على هذا الجهاز</translation>
    </message>
    <message>
        <source>Please tell your technical support: a part is missing.</source>
        <translation>يُرجى إبلاغ الدعم الفني: ينقص البرنامجَ جزءٌ منه.</translation>
    </message>
    <message>
        <source>The document has as many marks as it can have</source>
        <translation>بلغ المستند الحد الأعلى من العلامات</translation>
    </message>
    <message>
        <source>Nothing that was marked before is lost.</source>
        <translation>لم يُفقد شيء مما عُلّم من قبل.</translation>
    </message>
    <message>
        <source>The document is no longer here</source>
        <translation>لم يعد المستند هنا</translation>
    </message>
    <message>
        <source>The visitor took it away, or the audience was passed on.</source>
        <translation>سحبه المراجع، أو أُحيلت المقابلة.</translation>
    </message>
    <message>
        <source>Note, page {number}</source>
        <translation>ملاحظة، صفحة {number}</translation>
    </message>
</context>
<context>
    <name>PaperViewer</name>
    <message>
        <source>The note is not saved yet.</source>
        <translation>لم تُحفظ الملاحظة بعد.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Discard it and go back</source>
        <translation>تجاهلها والعودة</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>المحاولة مرة أخرى</translation>
    </message>
    <message>
        <source>The mark was taken away.</source>
        <translation>أُزيلت العلامة.</translation>
    </message>
    <message>
        <source>Back to the brief</source>
        <translation>العودة إلى الملخص</translation>
    </message>
    <message>
        <source>Pages of the document</source>
        <translation>صفحات المستند</translation>
    </message>
    <message>
        <source>Back to the request</source>
        <translation>العودة إلى الطلب</translation>
    </message>
    <message>
        <source>With a tool taken up, arrows move the cross, Enter marks and Escape lays it down.</source>
        <translation>عند اختيار أداة تحرّك الأسهم المؤشر، ويضع مفتاح الإدخال العلامة، ويلغي مفتاح الهروب الأداة.</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>إعادتها</translation>
    </message>
    <message>
        <source>The document is being fetched</source>
        <translation>يجري جلب المستند</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>صفحة {number}</translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message>
        <source>What stands in their papers?</source>
        <translation>ما المدوّن في وثيقته؟</translation>
    </message>
    <message>
        <source>You answer with your name for having seen them.</source>
        <translation>يُسجَّل باسمكم أنكم اطلعتم عليها.</translation>
    </message>
    <message>
        <source>The country&apos;s name, or its two letters</source>
        <translation>اسم الدولة، أو حرفاها اللاتينيان</translation>
    </message>
    <message>
        <source>ID or Iqama</source>
        <translation>هوية أو إقامة</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>جواز سفر</translation>
    </message>
    <message>
        <source>Border number</source>
        <translation>رقم حدود</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>الجنسية</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>الاسم الكامل</translation>
    </message>
    <message>
        <source>I have seen the papers</source>
        <translation>اطلعت على الوثيقة</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Search by name, role or place</source>
        <translation>البحث بالاسم أو الدور أو المكان</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>حساب جديد</translation>
    </message>
    <message>
        <source>Latin letters and digits, at least two.</source>
        <translation>أحرف لاتينية وأرقام، اثنان على الأقل.</translation>
    </message>
    <message>
        <source>They are signed out everywhere.</source>
        <translation>تُنهى جميع جلساته.</translation>
    </message>
    <message>
        <source>They are signed out at once, and cannot sign in any more.</source>
        <translation>تُنهى جلساته فورًا، ولا يستطيع الدخول بعد ذلك.</translation>
    </message>
    <message>
        <source>They can sign in again as before.</source>
        <translation>يستطيع الدخول من جديد كما كان.</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>فعّال</translation>
    </message>
    <message>
        <source>Enable the account</source>
        <translation>تفعيل الحساب</translation>
    </message>
    <message>
        <source>Signs in with: {ways}</source>
        <translation>طريقة الدخول: {ways}</translation>
    </message>
    <message>
        <source>Whoever works here, as what, and where. A change signs them out.</source>
        <translation>من يعمل هنا، وبأي دور، وأين. وكل تعديل يُخرج صاحبه من جلساته.</translation>
    </message>
    <message>
        <source>Give a new password</source>
        <translation>إصدار كلمة مرور جديدة</translation>
    </message>
    <message>
        <source>Take the second factor away</source>
        <translation>إلغاء عامل التحقق الثاني</translation>
    </message>
    <message>
        <source>What they may do for the office</source>
        <translation>صلاحياته في المكتب</translation>
    </message>
    <message>
        <source>Nobody works here yet</source>
        <translation>لا يعمل أحد هنا بعد</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>اسم المستخدم</translation>
    </message>
    <message>
        <source>Name in Arabic</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>الاسم بالإنجليزية</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>الدور</translation>
    </message>
    <message>
        <source>Disable the account of {name}?</source>
        <translation>تعطيل حساب {name}؟</translation>
    </message>
    <message>
        <source>Enable the account of {name}?</source>
        <translation>تفعيل حساب {name}؟</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>معطّل</translation>
    </message>
    <message>
        <source>Disable the account</source>
        <translation>تعطيل الحساب</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>مكان العمل</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>This is you: another administrator has to change it.</source>
        <translation>هذا حسابك، ويعدّله مدير نظام آخر.</translation>
    </message>
    <message>
        <source>Password of {name}</source>
        <translation>كلمة مرور {name}</translation>
    </message>
    <message>
        <source>a password</source>
        <translation>كلمة مرور</translation>
    </message>
    <message>
        <source>no password</source>
        <translation>بلا كلمة مرور</translation>
    </message>
    <message>
        <source>a second factor</source>
        <translation>عامل تحقق ثانٍ</translation>
    </message>
    <message>
        <source>the organisation&apos;s sign-on</source>
        <translation>الدخول الموحّد للجهة</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>The account is changed.</source>
        <translation>عُدّل الحساب.</translation>
    </message>
    <message>
        <source>Make this account?</source>
        <translation>إنشاء هذا الحساب؟</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>إنشاء</translation>
    </message>
    <message>
        <source>The account is made.</source>
        <translation>أُنشئ الحساب.</translation>
    </message>
    <message>
        <source>The new password is in force.</source>
        <translation>صارت كلمة المرور الجديدة سارية.</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>إلغاء العامل</translation>
    </message>
    <message>
        <source>The second factor is taken away.</source>
        <translation>أُلغي عامل التحقق الثاني.</translation>
    </message>
    <message>
        <source>The account is disabled.</source>
        <translation>عُطّل الحساب.</translation>
    </message>
    <message>
        <source>The account is enabled.</source>
        <translation>فُعّل الحساب.</translation>
    </message>
    <message>
        <source>The old one is good no more. They are signed out.</source>
        <translation>لا تصلح الكلمة القديمة بعد ذلك، وتُنهى جلساته.</translation>
    </message>
    <message>
        <source>This cannot be undone; the new one is shown once.</source>
        <translation>لا يمكن التراجع عن ذلك، وتُعرض الكلمة الجديدة مرة واحدة.</translation>
    </message>
    <message>
        <source>Their password alone lets them in until they have set up another.</source>
        <translation>تكفي كلمة المرور وحدها لدخوله إلى أن يُعدّ عاملًا آخر.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>لا يمكن التراجع عن ذلك.</translation>
    </message>
    <message>
        <source>Change the account of {name}?</source>
        <translation>تعديل حساب {name}؟</translation>
    </message>
    <message>
        <source>Give {name} a new password?</source>
        <translation>إصدار كلمة مرور جديدة لـ{name}؟</translation>
    </message>
    <message>
        <source>Take the second factor of {name} away?</source>
        <translation>إلغاء عامل التحقق الثاني لـ{name}؟</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>مسؤول</translation>
    </message>
    <message>
        <source>Office manager</source>
        <translation>مدير مكتب</translation>
    </message>
    <message>
        <source>Specialist</source>
        <translation>مختص</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>منسّق</translation>
    </message>
    <message>
        <source>Head of an agency</source>
        <translation>رئيس جهة</translation>
    </message>
    <message>
        <source>Operator of a hall</source>
        <translation>مشغّل قاعة</translation>
    </message>
    <message>
        <source>Leadership of the emirate</source>
        <translation>قيادة الإمارة</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>مدير النظام</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>الكشك</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>مراجع</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>المكتب</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>الجهة</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>القاعة</translation>
    </message>
    <message>
        <source>This user name is taken. Please choose another.</source>
        <translation>اسم المستخدم هذا مأخوذ. يُرجى اختيار غيره.</translation>
    </message>
    <message>
        <source>Nobody changes their own role or shuts themselves out: another administrator has to do it. So there is always one left.</source>
        <translation>لا يغيّر أحد دوره ولا يعطّل حسابه بنفسه، بل يفعل ذلك مدير نظام آخر؛ فلا يخلو النظام من مدير.</translation>
    </message>
    <message>
        <source>This account is not there any more. The list is new.</source>
        <translation>لم يعد هذا الحساب موجودًا، وقد حُدّثت القائمة.</translation>
    </message>
    <message>
        <source>Please look at user name, role and place again: they do not go together.</source>
        <translation>يُرجى مراجعة اسم المستخدم والدور والمكان، فهي غير متوافقة.</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>مترجم</translation>
    </message>
    <message>
        <source>It is shown this once. Hand it over in person; they choose their own when they sign in.</source>
        <translation>تظهر هذه المرة فقط. سلّموها باليد؛ وسيُطلب من صاحبها اختيار كلمة مرور خاصة به عند أول دخول.</translation>
    </message>
    <message>
        <source>a first password, which they have yet to change</source>
        <translation>كلمة مرور أولى لم تُغيَّر بعد</translation>
    </message>
</context>
<context>
    <name>PeopleInTalk</name>
    <message>
        <source>Visitor</source>
        <translation>المراجع</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>المسؤول</translation>
    </message>
    <message>
        <source>Takes the minutes</source>
        <translation>يدوّن المحضر</translation>
    </message>
    <message>
        <source>Department head</source>
        <translation>مدير الإدارة</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>مترجم</translation>
    </message>
    <message>
        <source>Sign-language interpreter</source>
        <translation>مترجم لغة الإشارة</translation>
    </message>
    <message>
        <source>{who} has joined the talk</source>
        <translation>انضم إلى المقابلة: {who}</translation>
    </message>
    <message>
        <source>{who} has left the talk</source>
        <translation>غادر المقابلة: {who}</translation>
    </message>
    <message>
        <source>{who} has joined the talk and takes it over. Please stay: nothing is lost.</source>
        <translation>انضم إلى المقابلة ليتولّاها: {who}. يُرجى البقاء، فلن يُفقد شيء.</translation>
    </message>
    <message>
        <source>Could not be connected</source>
        <translation>تعذّر الاتصال</translation>
    </message>
    <message>
        <source>Could not be verified: not connected</source>
        <translation>تعذّر التحقق، فلم يتم الاتصال</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>What do they want?</source>
        <translation>ماذا يريد؟</translation>
    </message>
    <message>
        <source>Their audiences in this hall</source>
        <translation>مواعيده في هذه القاعة</translation>
    </message>
    <message>
        <source>None is ahead.</source>
        <translation>لا موعد قادم.</translation>
    </message>
    <message>
        <source>They get an SMS.</source>
        <translation>تصله رسالة نصية.</translation>
    </message>
    <message>
        <source>None: everything is given to them on paper.</source>
        <translation>لا يوجد: يُعطى كل شيء على ورق.</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>وقت آخر</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>إلغاؤه</translation>
    </message>
    <message>
        <source>Cancel this audience?</source>
        <translation>إلغاء هذا الموعد؟</translation>
    </message>
    <message>
        <source>Book an audience for them</source>
        <translation>حجز مقابلة له</translation>
    </message>
    <message>
        <source>Yes, cancel it</source>
        <translation>نعم، ألغوه</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>إبقاؤه</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>الجوال</translation>
    </message>
</context>
<context>
    <name>Persons</name>
    <message>
        <source>Without a name</source>
        <translation>بلا اسم</translation>
    </message>
    <message>
        <source>Type the number of their document once more, to be sure:</source>
        <translation>للتأكيد، اكتبوا رقم وثيقة صاحب الشأن مرة أخرى:</translation>
    </message>
    <message>
        <source>Their data is erased. What is left leads to nobody.</source>
        <translation>مُحيت البيانات، وما بقي لا يدل على أحد.</translation>
    </message>
    <message>
        <source>For whoever asks what is held about them, or that it is erased. Look at their papers first: they read in their own register that you did this.</source>
        <translation>لمن يطلب معرفة ما نحتفظ به عنه أو محوه. اطّلعوا على وثيقته أولًا، وسيرى في سجل الاطلاع الخاص به أنكم فعلتم ذلك.</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Save their data</source>
        <translation>حفظ بياناته</translation>
    </message>
    <message>
        <source>Erase their data</source>
        <translation>محو بياناته</translation>
    </message>
    <message>
        <source>Nobody is chosen</source>
        <translation>لم يُحدَّد أحد</translation>
    </message>
    <message>
        <source>Type the number as it stands in the papers of whoever asks.</source>
        <translation>اكتبوا الرقم كما هو في وثيقة صاحب الطلب.</translation>
    </message>
    <message>
        <source>Save everything that is held about this person?</source>
        <translation>حفظ كل ما نحتفظ به عن هذا الشخص؟</translation>
    </message>
    <message>
        <source>Erase this person&apos;s data for good?</source>
        <translation>محو بيانات هذا الشخص نهائيًا؟</translation>
    </message>
    <message>
        <source>What is held</source>
        <translation>ما نحتفظ به</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>With an erasure it</source>
        <translation>عند المحو</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>محو نهائي</translation>
    </message>
    <message>
        <source>Nothing is held about anybody with this document.</source>
        <translation>لا نحتفظ بشيء عن صاحب هذه الوثيقة.</translation>
    </message>
    <message>
        <source>The number that you typed is not this person&apos;s. Nothing was erased.</source>
        <translation>الرقم الذي كتبتموه ليس لهذا الشخص. لم يُمحَ شيء.</translation>
    </message>
    <message>
        <source>An audience of theirs is still to take place, or is being booked: cancel it first.</source>
        <translation>لهذا الشخص موعد قادم أو حجز جارٍ: ألغوه أولًا.</translation>
    </message>
    <message>
        <source>{person}. It cannot be taken back, and they are signed out. Backups from before hold the data until they are cleared away in their turn.</source>
        <translation>{person}. لا يمكن التراجع عن المحو، ويُسجَّل خروج صاحبه. وتبقى البيانات في النسخ الاحتياطية السابقة إلى أن يحين حذفها.</translation>
    </message>
</context>
<context>
    <name>PhonePage</name>
    <message>
        <source>Waiting for your phone</source>
        <translation>في انتظار هاتفكم</translation>
    </message>
    <message>
        <source>Scan this code with your phone</source>
        <translation>امسحوا هذا الرمز بهاتفكم</translation>
    </message>
    <message>
        <source>Your phone needs the internet. Nothing has to be installed.</source>
        <translation>يحتاج هاتفكم إلى الإنترنت، ولا يلزم تثبيت أي تطبيق.</translation>
    </message>
    <message>
        <source>A code for your phone’s camera</source>
        <translation>رمز لكاميرا هاتفكم</translation>
    </message>
    <message>
        <source>A new code</source>
        <translation>رمز جديد</translation>
    </message>
    <message>
        <source>1. Open your phone’s camera and point it at the code.
2. Choose files, or photograph the paper.
3. Come back here and confirm that they are yours.</source>
        <translation>١. افتحوا كاميرا هاتفكم ووجّهوها إلى الرمز.
٢. اختاروا الملفات أو صوّروا الورقة.
٣. عودوا إلى هنا وأكّدوا أنها لكم.</translation>
    </message>
    <message>
        <source>Good for another {time}</source>
        <translation>صالح لمدة {time}</translation>
    </message>
    <message numerus="yes">
        <source>Files from your phone: %Ln</source>
        <translation>
            <numerusform>عدد الملفات الواردة من هاتفكم: %Ln</numerusform>
            <numerusform>عدد الملفات الواردة من هاتفكم: %Ln</numerusform>
            <numerusform>عدد الملفات الواردة من هاتفكم: %Ln</numerusform>
            <numerusform>عدد الملفات الواردة من هاتفكم: %Ln</numerusform>
            <numerusform>عدد الملفات الواردة من هاتفكم: %Ln</numerusform>
            <numerusform>عدد الملفات الواردة من هاتفكم: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Your phone is connected. Choose files there.</source>
        <translation>هاتفكم متصل. اختاروا الملفات منه.</translation>
    </message>
    <message>
        <source>Yes, these are mine: bring them</source>
        <translation>نعم، هذه ملفاتي: أرفقوها</translation>
    </message>
    <message>
        <source>The code is no longer good.</source>
        <translation>انتهت صلاحية الرمز.</translation>
    </message>
</context>
<context>
    <name>PhotoPage</name>
    <message>
        <source>Another photo</source>
        <translation>صورة أخرى</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>تدوير</translation>
    </message>
    <message>
        <source>In three seconds</source>
        <translation>بعد ثلاث ثوانٍ</translation>
    </message>
    <message>
        <source>What the camera sees</source>
        <translation>ما تراه الكاميرا</translation>
    </message>
    <message>
        <source>The page as it is sent</source>
        <translation>الصفحة كما تُرسل</translation>
    </message>
    <message>
        <source>The camera cannot be used</source>
        <translation>لا يمكن استخدام الكاميرا</translation>
    </message>
    <message>
        <source>You can bring it on a USB stick or from your phone, or show it to the operator.</source>
        <translation>يمكنكم إحضار المستند على ذاكرة USB أو من هاتفكم، أو عرضه على مشغّل الكشك.</translation>
    </message>
    <message>
        <source>This kiosk has no camera.</source>
        <translation>لا توجد كاميرا في هذا الكشك.</translation>
    </message>
    <message>
        <source>The camera of this kiosk does not answer.</source>
        <translation>كاميرا هذا الكشك لا تستجيب.</translation>
    </message>
    <message>
        <source>Colours as photographed</source>
        <translation>الألوان كما صُوّرت</translation>
    </message>
    <message>
        <source>White paper, dark ink</source>
        <translation>ورق أبيض وحبر داكن</translation>
    </message>
    <message>
        <source>Photo {number}</source>
        <translation>صورة {number}</translation>
    </message>
    <message>
        <source>Hold still: {seconds}</source>
        <translation>اثبتوا: {seconds}</translation>
    </message>
    <message>
        <source>Hold the paper before the camera</source>
        <translation>ضعوا الورقة أمام الكاميرا</translation>
    </message>
    <message>
        <source>Flat and whole within the picture, in good light</source>
        <translation>مستوية وكاملة داخل الصورة، وفي ضوء جيد</translation>
    </message>
    <message>
        <source>Take the photo</source>
        <translation>التقاط الصورة</translation>
    </message>
    <message>
        <source>Is the whole paper inside the frame?</source>
        <translation>هل الورقة كلها داخل الإطار؟</translation>
    </message>
    <message>
        <source>You can drag the corners</source>
        <translation>يمكنكم سحب الزوايا</translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation>نعم، متابعة</translation>
    </message>
    <message>
        <source>Can everything be read?</source>
        <translation>هل كل شيء مقروء؟</translation>
    </message>
    <message>
        <source>This is how the official sees it</source>
        <translation>هكذا يراها المسؤول</translation>
    </message>
    <message>
        <source>Bring this page</source>
        <translation>إرفاق هذه الصفحة</translation>
    </message>
    <message>
        <source>The edges of the paper were not found. Drag the four corners to it, or keep it all.</source>
        <translation>لم تُعرف حدود الورقة. اسحبوا الزوايا الأربع إليها، أو أبقوا الصورة كاملة.</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Name in Arabic</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>الاسم بالإنجليزية</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>إنشاء</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>It is changed.</source>
        <translation>تم التغيير.</translation>
    </message>
    <message>
        <source>Change “{name}”?</source>
        <translation>هل تُغيَّر بيانات «{name}»؟</translation>
    </message>
    <message>
        <source>Search by name, kind or agency</source>
        <translation>البحث بالاسم أو النوع أو الجهة</translation>
    </message>
    <message>
        <source>It receives nobody before it has services, and hours.</source>
        <translation>لا يستقبل المكتب أحدًا قبل أن تكون له خدمات وساعات.</translation>
    </message>
    <message>
        <source>It is booked on the usual terms, in its office&apos;s hours; its schedule changes that.</source>
        <translation>تُحجز بالشروط المعتادة وفي ساعات مكتبها، ويُغيَّر ذلك من الجداول.</translation>
    </message>
    <message>
        <source>There is no agency yet</source>
        <translation>لا توجد جهات بعد</translation>
    </message>
    <message>
        <source>Begin with one: offices belong to it, services to these.</source>
        <translation>أضيفوا جهة أولًا، فالمكاتب تتبع الجهة والخدمات تتبع المكاتب.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>جهة</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>مكتب</translation>
    </message>
    <message>
        <source>Honorific in Arabic</source>
        <translation>اللقب بالعربية</translation>
    </message>
    <message>
        <source>Honorific in English</source>
        <translation>اللقب بالإنجليزية</translation>
    </message>
    <message>
        <source>Who holds it, in Arabic</source>
        <translation>شاغل المنصب بالعربية</translation>
    </message>
    <message>
        <source>Who holds it, in English</source>
        <translation>شاغل المنصب بالإنجليزية</translation>
    </message>
    <message>
        <source>Rung on the ladder of requests</source>
        <translation>الدرجة في سلم تصعيد الطلبات</translation>
    </message>
    <message>
        <source>How people come</source>
        <translation>طريقة المقابلة</translation>
    </message>
    <message>
        <source>Group (optional)</source>
        <translation>المجموعة (اختياري)</translation>
    </message>
    <message>
        <source>The same word for the same service of several offices: whoever is free first.</source>
        <translation>كلمة واحدة للخدمة نفسها في عدة مكاتب، فيستقبل من يتفرغ أولًا.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>التبعية</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Make this?</source>
        <translation>هل يتم الإنشاء؟</translation>
    </message>
    <message>
        <source>It is made.</source>
        <translation>تم الإنشاء.</translation>
    </message>
    <message>
        <source>First day on which it is closed</source>
        <translation>أول أيام الإغلاق</translation>
    </message>
    <message numerus="yes">
        <source>Offices of it that are open, and close first: %Ln</source>
        <translation>
            <numerusform>لا مكاتب مفتوحة فيها</numerusform>
            <numerusform>فيها مكتب مفتوح يُغلق أولًا</numerusform>
            <numerusform>فيها مكتبان مفتوحان يُغلقان أولًا</numerusform>
            <numerusform>فيها %Ln مكاتب مفتوحة تُغلق أولًا</numerusform>
            <numerusform>فيها %Ln مكتبًا مفتوحًا تُغلق أولًا</numerusform>
            <numerusform>فيها %Ln مكتب مفتوح تُغلق أولًا</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Booked audiences called off, each person being told: %Ln</source>
        <translation>
            <numerusform>لا يُلغى أي موعد</numerusform>
            <numerusform>يُلغى موعد واحد ويُبلَّغ صاحبه</numerusform>
            <numerusform>يُلغى موعدان ويُبلَّغ صاحباهما</numerusform>
            <numerusform>تُلغى %Ln مواعيد ويُبلَّغ أصحابها</numerusform>
            <numerusform>يُلغى %Ln موعدًا ويُبلَّغ أصحابها</numerusform>
            <numerusform>يُلغى %Ln موعد ويُبلَّغ أصحابها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Places on the waiting list that end, each person being told: %Ln</source>
        <translation>
            <numerusform>لا ينتهي انتظار أحد</numerusform>
            <numerusform>ينتهي انتظار شخص واحد ويُبلَّغ</numerusform>
            <numerusform>ينتهي انتظار شخصين ويُبلَّغان</numerusform>
            <numerusform>ينتهي انتظار %Ln أشخاص ويُبلَّغون</numerusform>
            <numerusform>ينتهي انتظار %Ln شخصًا ويُبلَّغون</numerusform>
            <numerusform>ينتهي انتظار %Ln شخص ويُبلَّغون</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Audiences of other offices that it would have received, as these will see: %Ln</source>
        <translation>
            <numerusform>لا مواعيد لمكاتب أخرى كان سيستقبلها</numerusform>
            <numerusform>موعد واحد لمكتب آخر كان سيستقبله، وسيظهر ذلك لمكتبه</numerusform>
            <numerusform>موعدان لمكاتب أخرى كان سيستقبلهما، وسيظهر ذلك لمكتبيهما</numerusform>
            <numerusform>%Ln مواعيد لمكاتب أخرى كان سيستقبلها، وسيظهر ذلك لمكاتبها</numerusform>
            <numerusform>%Ln موعدًا لمكاتب أخرى كان سيستقبلها، وسيظهر ذلك لمكاتبها</numerusform>
            <numerusform>%Ln موعد لمكاتب أخرى كان سيستقبلها، وسيظهر ذلك لمكاتبها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Entries of the duty roster that need another stand-in: %Ln</source>
        <translation>
            <numerusform>لا مناوبات تحتاج إلى بديل</numerusform>
            <numerusform>مناوبة واحدة تحتاج إلى بديل آخر</numerusform>
            <numerusform>مناوبتان تحتاجان إلى بديل آخر</numerusform>
            <numerusform>%Ln مناوبات تحتاج إلى بديل آخر</numerusform>
            <numerusform>%Ln مناوبة تحتاج إلى بديل آخر</numerusform>
            <numerusform>%Ln مناوبة تحتاج إلى بديل آخر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open requests, which stay with those who work there, else with its agency: %Ln</source>
        <translation>
            <numerusform>لا طلبات مفتوحة</numerusform>
            <numerusform>طلب مفتوح واحد يبقى لدى العاملين فيه، وإلا فلدى جهته</numerusform>
            <numerusform>طلبان مفتوحان يبقيان لدى العاملين فيه، وإلا فلدى جهته</numerusform>
            <numerusform>%Ln طلبات مفتوحة تبقى لدى العاملين فيه، وإلا فلدى جهته</numerusform>
            <numerusform>%Ln طلبًا مفتوحًا تبقى لدى العاملين فيه، وإلا فلدى جهته</numerusform>
            <numerusform>%Ln طلب مفتوح تبقى لدى العاملين فيه، وإلا فلدى جهته</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accounts of those who work there, to be moved or disabled under “People”: %Ln</source>
        <translation>
            <numerusform>لا حسابات للعاملين فيه</numerusform>
            <numerusform>حساب واحد للعاملين فيه يُنقل أو يُعطَّل من «الأشخاص والأدوار»</numerusform>
            <numerusform>حسابان للعاملين فيه يُنقلان أو يُعطَّلان من «الأشخاص والأدوار»</numerusform>
            <numerusform>%Ln حسابات للعاملين فيه تُنقل أو تُعطَّل من «الأشخاص والأدوار»</numerusform>
            <numerusform>%Ln حسابًا للعاملين فيه تُنقل أو تُعطَّل من «الأشخاص والأدوار»</numerusform>
            <numerusform>%Ln حساب للعاملين فيه تُنقل أو تُعطَّل من «الأشخاص والأدوار»</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Services whose questions lead here, where visitors will find nothing: %Ln</source>
        <translation>
            <numerusform>لا أسئلة خدمات أخرى تقود إليه</numerusform>
            <numerusform>أسئلة خدمة أخرى تقود إليه، ولن يجد الزوار فيه شيئًا</numerusform>
            <numerusform>أسئلة خدمتين أخريين تقود إليه، ولن يجد الزوار فيه شيئًا</numerusform>
            <numerusform>أسئلة %Ln خدمات أخرى تقود إليه، ولن يجد الزوار فيه شيئًا</numerusform>
            <numerusform>أسئلة %Ln خدمة أخرى تقود إليه، ولن يجد الزوار فيه شيئًا</numerusform>
            <numerusform>أسئلة %Ln خدمة أخرى تقود إليه، ولن يجد الزوار فيه شيئًا</numerusform>
        </translation>
    </message>
    <message>
        <source>The day proposed is the first on which nobody is booked there.</source>
        <translation>اليوم المقترح هو أول يوم لا موعد فيه لأحد.</translation>
    </message>
    <message>
        <source>Close it from a day on …</source>
        <translation>إغلاق ابتداءً من يوم …</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>إعادة الفتح</translation>
    </message>
    <message>
        <source>See what that touches</source>
        <translation>معرفة ما يتأثر</translation>
    </message>
    <message>
        <source>Close “{name}” from which day on?</source>
        <translation>من أي يوم يُغلق «{name}»؟</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>It is open again.</source>
        <translation>أُعيد الفتح.</translation>
    </message>
    <message>
        <source>It is offered again at once, in its former hours.</source>
        <translation>يُتاح للحجز فورًا في ساعاته السابقة.</translation>
    </message>
    <message>
        <source>Close “{name}” from {day} on?</source>
        <translation>هل يُغلق «{name}» ابتداءً من {day}؟</translation>
    </message>
    <message>
        <source>Nobody is booked, and nothing waits there.</source>
        <translation>لا مواعيد فيه ولا أحد ينتظر.</translation>
    </message>
    <message>
        <source>It closes on {day}.</source>
        <translation>موعد الإغلاق {day}.</translation>
    </message>
    <message>
        <source>Open “{name}” again?</source>
        <translation>هل يُعاد فتح «{name}»؟</translation>
    </message>
    <message>
        <source>End from a day on …</source>
        <translation>إنهاء العمل من يوم …</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>إعادة إلى العمل</translation>
    </message>
    <message>
        <source>End “{name}” from which day on?</source>
        <translation>من أي يوم ينتهي عمل «{name}»؟</translation>
    </message>
    <message>
        <source>First day on which nobody is sent any more</source>
        <translation>أول يوم لا يُرسَل فيه أحد بعده</translation>
    </message>
    <message>
        <source>Nobody is booked with them from that day on.</source>
        <translation>لا حجوزات معهم من ذلك اليوم فصاعدًا.</translation>
    </message>
    <message>
        <source>End “{name}” from {day} on?</source>
        <translation>إنهاء عمل «{name}» من {day}؟</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>إنهاء العمل</translation>
    </message>
    <message>
        <source>It ends on {day}.</source>
        <translation>ينتهي العمل في {day}.</translation>
    </message>
    <message>
        <source>Bring “{name}” back?</source>
        <translation>إعادة «{name}» إلى العمل؟</translation>
    </message>
    <message>
        <source>They are booked again at once.</source>
        <translation>يُحجز معهم من جديد فورًا.</translation>
    </message>
    <message>
        <source>They are at work again.</source>
        <translation>عادوا إلى العمل.</translation>
    </message>
    <message>
        <source>Who receives, about what, who visits homes and who interprets. Hours and lengths are in schedules.</source>
        <translation>من يستقبل وفي أي شأن، ومن يزور المنازل، ومن يترجم. أما الساعات والمدد ففي جداول العمل.</translation>
    </message>
    <message>
        <source>Make something new</source>
        <translation>إضافة جديدة</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Those of sign language are booked with an audience, where asked for.</source>
        <translation>يُحجز مترجم لغة الإشارة مع الموعد متى طُلب.</translation>
    </message>
    <message>
        <source>Where its transactions are found (optional)</source>
        <translation>عنوان معاملاتها (اختياري)</translation>
    </message>
    <message>
        <source>An https address in which {number} stands for the number: officials open it from an outcome.</source>
        <translation>عنوان آمن (https) يحلّ فيه {number} محلّ رقم المعاملة، ويفتحه المسؤولون من النتيجة.</translation>
    </message>
    <message>
        <source>Sign language</source>
        <translation>لغة الإشارة</translation>
    </message>
    <message>
        <source>English</source>
        <translation>الإنجليزية</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>الأردية</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>الهندية</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>البنغالية</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>الإندونيسية</translation>
    </message>
    <message>
        <source>Filipino</source>
        <translation>الفلبينية</translation>
    </message>
    <message>
        <source>Amharic</source>
        <translation>الأمهرية</translation>
    </message>
    <message>
        <source>Somali</source>
        <translation>الصومالية</translation>
    </message>
    <message>
        <source>French</source>
        <translation>الفرنسية</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>قيد العمل</translation>
    </message>
    <message>
        <source>Closed since {day}</source>
        <translation>الإغلاق منذ {day}</translation>
    </message>
    <message>
        <source>Closes on {day}</source>
        <translation>الإغلاق في {day}</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>على رأس العمل</translation>
    </message>
    <message>
        <source>Ended on {day}</source>
        <translation>انتهى في {day}</translation>
    </message>
    <message>
        <source>Ends on {day}</source>
        <translation>ينتهي في {day}</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>خدمة</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>قاعة</translation>
    </message>
    <message>
        <source>Visiting team</source>
        <translation>فريق زيارات</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>مترجم</translation>
    </message>
    <message>
        <source>Specialist</source>
        <translation>مختص</translation>
    </message>
    <message>
        <source>Head of a department</source>
        <translation>مدير إدارة</translation>
    </message>
    <message>
        <source>Mayor</source>
        <translation>أمين المنطقة</translation>
    </message>
    <message>
        <source>Deputy emir</source>
        <translation>نائب أمير المنطقة</translation>
    </message>
    <message>
        <source>Emir</source>
        <translation>أمير المنطقة</translation>
    </message>
    <message>
        <source>This address is too long.</source>
        <translation>هذا العنوان أطول مما يُقبل.</translation>
    </message>
    <message>
        <source>An address has no spaces, and only Latin letters, digits and the usual signs.</source>
        <translation>لا مسافات في العنوان، ولا يُقبل فيه إلا الحروف اللاتينية والأرقام والعلامات المعتادة.</translation>
    </message>
    <message>
        <source>The name of the computer in this address is not right.</source>
        <translation>اسم الخادم في هذا العنوان غير صحيح.</translation>
    </message>
    <message>
        <source>No user and no password may stand in the address.</source>
        <translation>لا يُكتب في العنوان اسم مستخدم ولا كلمة مرور.</translation>
    </message>
    <message>
        <source>{number} stands in the address once, and behind the name of the computer.</source>
        <translation>يُكتب {number} في العنوان مرة واحدة، بعد اسم الخادم.</translation>
    </message>
    <message>
        <source>The address begins with {start}</source>
        <translation>يبدأ العنوان بـ {start}</translation>
    </message>
    <message>
        <source>By video, from a kiosk</source>
        <translation>مرئي من الكشك</translation>
    </message>
    <message>
        <source>By video, from their own device</source>
        <translation>مرئي من أجهزتهم</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>حضوري</translation>
    </message>
    <message>
        <source>At their home</source>
        <translation>زيارة منزلية</translation>
    </message>
    <message numerus="yes">
        <source>Booked audiences that another takes over, at the same time: %Ln</source>
        <translation>
            <numerusform>لا مواعيد ينتقل أمرها إلى غيرهم</numerusform>
            <numerusform>موعد واحد يتولاه غيرهم في وقته</numerusform>
            <numerusform>موعدان يتولاهما غيرهم في وقتيهما</numerusform>
            <numerusform>%Ln مواعيد يتولاها غيرهم في أوقاتها</numerusform>
            <numerusform>%Ln موعدًا يتولاها غيرهم في أوقاتها</numerusform>
            <numerusform>%Ln موعد يتولاها غيرهم في أوقاتها</numerusform>
        </translation>
    </message>
    <message>
        <source>Its kiosks stay enrolled until each is retired.</source>
        <translation>تبقى أكشاكها مسجلة إلى أن يُخرَج كل منها من الخدمة.</translation>
    </message>
    <message>
        <source>Its hours and services are kept for when it opens again.</source>
        <translation>تُحفظ ساعاته وخدماته إلى أن يُفتح من جديد.</translation>
    </message>
    <message>
        <source>Opening again books nobody: whoever was called off stays so.</source>
        <translation>إعادة الفتح لا تعيد المواعيد الملغاة.</translation>
    </message>
    <message>
        <source>An open one has this Arabic name already.</source>
        <translation>هذا الاسم العربي مستعمل لدى آخر مفتوح.</translation>
    </message>
    <message>
        <source>It is not there any more, or what it belongs to is closed. The list is new.</source>
        <translation>لم يعد موجودًا، أو أن ما يتبعه مغلق. حُدِّثت القائمة.</translation>
    </message>
    <message>
        <source>An agency closes after its offices, and opens before them; a service opens after its office.</source>
        <translation>تُغلق الجهة بعد مكاتبها وتُفتح قبلها، وتُفتح الخدمة بعد مكتبها.</translation>
    </message>
    <message>
        <source>This day is over. Please choose today or a later one.</source>
        <translation>هذا اليوم قد مضى. يُرجى اختيار اليوم أو ما بعده.</translation>
    </message>
    <message>
        <source>This is not the number of a Saudi telephone.</source>
        <translation>هذا ليس رقم هاتف سعودي.</translation>
    </message>
    <message>
        <source>A place on the map has both degrees, or none.</source>
        <translation>يُكتب خطا العرض والطول معًا، أو يُتركان معًا.</translation>
    </message>
    <message>
        <source>These hours end before they begin, or stand there twice.</source>
        <translation>هذه الساعات تنتهي قبل أن تبدأ، أو أنها مكررة.</translation>
    </message>
</context>
<context>
    <name>PointPaper</name>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>المسافة</translation>
    </message>
    <message>
        <source>Majlis · Service point</source>
        <translation>مجلس · نقطة خدمة</translation>
    </message>
    <message>
        <source>When it is open</source>
        <translation>أوقات العمل</translation>
    </message>
</context>
<context>
    <name>PointPrinting</name>
    <message>
        <source>It is being printed. One moment, please.</source>
        <translation>تجري الطباعة. لحظة من فضلكم.</translation>
    </message>
    <message>
        <source>Everything stands on the screen, and your phone can take the way from the code.</source>
        <translation>كل المعلومات على الشاشة، ويمكن لهاتفكم أخذ الطريق من الرمز.</translation>
    </message>
</context>
<context>
    <name>PointWords</name>
    <message>
        <source>{closed} · opens {day}: {times}</source>
        <translation>{closed} · تفتح {day}: {times}</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلقة</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>مغلقة اليوم</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>أنتم هنا</translation>
    </message>
    <message>
        <source>Open now, until {time}</source>
        <translation>مفتوحة الآن حتى {time}</translation>
    </message>
    <message>
        <source>Opens today: {times}</source>
        <translation>تفتح اليوم: {times}</translation>
    </message>
    <message>
        <source>Closed: a holiday</source>
        <translation>مغلقة: إجازة رسمية</translation>
    </message>
    <message>
        <source>Closed for today</source>
        <translation>انتهى دوام اليوم</translation>
    </message>
    <message>
        <source>Closed today: a holiday</source>
        <translation>مغلقة اليوم: إجازة رسمية</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>غدًا</translation>
    </message>
    <message>
        <source>{km} km from here, in a straight line</source>
        <translation>على بعد {km} كم من هنا في خط مستقيم</translation>
    </message>
    <message>
        <source>Opening hours are not known; please ask there</source>
        <translation>أوقات العمل غير معروفة، نرجو السؤال هناك</translation>
    </message>
</context>
<context>
    <name>PrinterWords</name>
    <message>
        <source>{printer} has no paper. Put some in, and try again.</source>
        <translation>لا ورق في {printer}. أضيفوا ورقًا ثم أعيدوا المحاولة.</translation>
    </message>
    <message>
        <source>{printer} did not print it. Please look after it.</source>
        <translation>لم تطبع {printer} الصفحة. يُرجى تفقّدها.</translation>
    </message>
    <message>
        <source>{printer} is not to be found. Please look at “Printing” in the settings.</source>
        <translation>لم يُعثر على الطابعة {printer}. يُرجى مراجعة «الطباعة» في الإعدادات.</translation>
    </message>
    <message>
        <source>The system has no printer of its own choice. Please choose one in the settings.</source>
        <translation>لم تُحدَّد للنظام طابعة افتراضية. يُرجى اختيار طابعة من الإعدادات.</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Language of the visitor</source>
        <translation>لغة المراجع</translation>
    </message>
    <message>
        <source>From the beginning</source>
        <translation>من البداية</translation>
    </message>
    <message>
        <source>Nothing more is asked: “{name}” is booked.</source>
        <translation>لا سؤال بعد ذلك: تُحجز خدمة «{name}».</translation>
    </message>
    <message>
        <source>In Arabic</source>
        <translation>بالعربية</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>بالإنجليزية</translation>
    </message>
    <message>
        <source>In Urdu; where it is missing, Arabic</source>
        <translation>بالأردية، وبالعربية حيث لا نص أرديًّا</translation>
    </message>
    <message>
        <source>Question {number}: {text}</source>
        <translation>السؤال {number}: {text}</translation>
    </message>
    <message>
        <source>To the booking</source>
        <translation>إلى الحجز</translation>
    </message>
    <message>
        <source>Not received here: elsewhere, with the reason</source>
        <translation>لا يُستقبل هنا: إلى جهة أخرى مع السبب</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>السؤال {number}</translation>
    </message>
    <message>
        <source>– Answer {number}</source>
        <translation>– الجواب {number}</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>نعم أو لا</translation>
    </message>
    <message>
        <source>One of several answers</source>
        <translation>جواب من عدة أجوبة</translation>
    </message>
    <message>
        <source>To another service: {name}</source>
        <translation>إلى خدمة أخرى: {name}</translation>
    </message>
    <message>
        <source>It needs two to six answers, each leading to one place; yes and no where that is asked.</source>
        <translation>يلزم جوابان إلى ستة أجوبة، يقود كل منها إلى موضع واحد، ولسؤال «نعم أو لا» جواباه.</translation>
    </message>
    <message>
        <source>An answer leads to a question that is not there.</source>
        <translation>أحد الأجوبة يقود إلى سؤال غير موجود.</translation>
    </message>
    <message>
        <source>An answer leads to a service that is closed, or not there.</source>
        <translation>أحد الأجوبة يقود إلى خدمة مغلقة أو غير موجودة.</translation>
    </message>
    <message>
        <source>The answers lead in a circle: nobody would come to an end.</source>
        <translation>تدور الأجوبة في حلقة، فلا يصل أحد إلى نهاية.</translation>
    </message>
    <message>
        <source>It goes through: {names}.</source>
        <translation>تمر الحلقة عبر: {names}.</translation>
    </message>
    <message>
        <source>On one way, questions and answers have more than {most} letters together: the visitor&apos;s own words need the rest.</source>
        <translation>تتجاوز الأسئلة والأجوبة في أحد المسارات {most} حرفًا، وما يبقى لازم لكلام المراجع نفسه.</translation>
    </message>
    <message>
        <source>No answer leads to it: nobody would be asked. Let one lead here, or take it away.</source>
        <translation>لا جواب يقود إليه، فلن يُطرح على أحد. وجّهوا إليه جوابًا أو احذفوه.</translation>
    </message>
    <message>
        <source>Its words are missing in Arabic or in English; of a way elsewhere all three are needed.</source>
        <translation>ينقصه النص العربي أو الإنجليزي، وللتوجيه إلى جهة أخرى تلزم النصوص الثلاثة كلها.</translation>
    </message>
    <message>
        <source>These are too many questions for one service.</source>
        <translation>هذه الأسئلة أكثر مما تتسع له خدمة واحدة.</translation>
    </message>
    <message>
        <source>{name} · asks</source>
        <translation>{name} · لها أسئلة</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message numerus="yes">
        <source>Questions then: %Ln</source>
        <translation>
            <numerusform>لا أسئلة بعد التغيير</numerusform>
            <numerusform>سؤال واحد بعد التغيير</numerusform>
            <numerusform>سؤالان بعد التغيير</numerusform>
            <numerusform>%Ln أسئلة بعد التغيير</numerusform>
            <numerusform>%Ln سؤالًا بعد التغيير</numerusform>
            <numerusform>%Ln سؤال بعد التغيير</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is asked any more: it is booked at once.</source>
        <translation>لن يُطرح أي سؤال: تُحجز الخدمة مباشرة.</translation>
    </message>
    <message>
        <source>Whoever stands at a kiosk now is asked on as they began.</source>
        <translation>من يقف أمام كشك الآن يُكمل بالأسئلة التي بدأ بها.</translation>
    </message>
    <message>
        <source>A region&apos;s file that is loaded later does not change it.</source>
        <translation>ولا يغيّره ملف المنطقة إذا حُمّل لاحقًا.</translation>
    </message>
    <message>
        <source>As the region&apos;s file has it.</source>
        <translation>كما ورد في ملف المنطقة.</translation>
    </message>
    <message>
        <source>Where there is none, Arabic is shown.</source>
        <translation>إن تُرك فارغًا عُرض النص العربي.</translation>
    </message>
    <message>
        <source>What a visitor is asked before a service is booked. A change is for visits that begin later.</source>
        <translation>ما يُسأل عنه المراجع قبل حجز الخدمة. يسري التغيير على الزيارات التي تبدأ بعده.</translation>
    </message>
    <message>
        <source>New question</source>
        <translation>سؤال جديد</translation>
    </message>
    <message>
        <source>As a visitor is asked</source>
        <translation>كما يُسأل المراجع</translation>
    </message>
    <message>
        <source>Add an answer</source>
        <translation>إضافة جواب</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>تقديم</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>تأخير</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>There is no service yet</source>
        <translation>لا توجد خدمات بعد</translation>
    </message>
    <message>
        <source>Make one under “Offices and services”.</source>
        <translation>أضيفوا خدمة من قسم «المكاتب والخدمات».</translation>
    </message>
    <message>
        <source>Nothing is asked: it is booked at once.</source>
        <translation>لا أسئلة: تُحجز الخدمة مباشرة.</translation>
    </message>
    <message>
        <source>Set here; a region&apos;s file does not change it.</source>
        <translation>مضبوطة من هذه الشاشة، ولا يغيّرها ملف المنطقة.</translation>
    </message>
    <message>
        <source>How it is answered</source>
        <translation>طريقة الجواب</translation>
    </message>
    <message>
        <source>Where this answer leads</source>
        <translation>إلى أين يقود هذا الجواب</translation>
    </message>
    <message>
        <source>Whose matter it is</source>
        <translation>الجهة المختصة</translation>
    </message>
    <message>
        <source>Why it is not received here</source>
        <translation>سبب عدم الاستقبال هنا</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>الخطوة التالية</translation>
    </message>
    <message>
        <source>in Arabic</source>
        <translation>بالعربية</translation>
    </message>
    <message>
        <source>in English</source>
        <translation>بالإنجليزية</translation>
    </message>
    <message>
        <source>in Urdu (optional)</source>
        <translation>بالأردية (اختياري)</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>الخطوة</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>يقود إلى</translation>
    </message>
    <message>
        <source>Question in Arabic</source>
        <translation>السؤال بالعربية</translation>
    </message>
    <message>
        <source>Question in English</source>
        <translation>السؤال بالإنجليزية</translation>
    </message>
    <message>
        <source>Question in Urdu (optional)</source>
        <translation>السؤال بالأردية (اختياري)</translation>
    </message>
    <message>
        <source>Answer in Arabic</source>
        <translation>الجواب بالعربية</translation>
    </message>
    <message>
        <source>Answer in English</source>
        <translation>الجواب بالإنجليزية</translation>
    </message>
    <message>
        <source>Answer in Urdu (optional)</source>
        <translation>الجواب بالأردية (اختياري)</translation>
    </message>
    <message>
        <source>Ask so from now on</source>
        <translation>اعتماد الأسئلة</translation>
    </message>
    <message>
        <source>Visits that begin now are asked so.</source>
        <translation>تُطرح هذه الأسئلة على الزيارات التي تبدأ الآن.</translation>
    </message>
    <message>
        <source>Ask this before “{name}” is booked?</source>
        <translation>هل تُطرح هذه الأسئلة قبل حجز «{name}»؟</translation>
    </message>
</context>
<context>
    <name>RebookedPage</name>
    <message>
        <source>The talk could not be held today</source>
        <translation>تعذّر عقد المقابلة اليوم</translation>
    </message>
    <message>
        <source>The fault was ours, and we are sorry. It is not held against you.</source>
        <translation>الخلل من جانبنا ونعتذر لكم، ولا يُحسب عليكم.</translation>
    </message>
    <message>
        <source>You come first: this appointment has priority.</source>
        <translation>لكم الأولوية في هذا الموعد.</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>وقت آخر</translation>
    </message>
    <message>
        <source>Where we have your mobile, you receive this by SMS too.</source>
        <translation>إن كان جوالكم مسجلًا لدينا فستصلكم رسالة نصية بذلك.</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>You are the first in the line: as soon as a time becomes free you receive an SMS.</source>
        <translation>أنتم أول المنتظرين: ستصلكم رسالة نصية حالما يتاح وقت.</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>المسؤول</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
</context>
<context>
    <name>Recording</name>
    <message>
        <source>Recording</source>
        <translation>يجري التسجيل</translation>
    </message>
    <message>
        <source>Recording paused</source>
        <translation>التسجيل متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>The visitor does not agree to the recording. Nothing is kept of it; the talk goes on.</source>
        <translation>لم يوافق المراجع على التسجيل. لا يُحفظ منه شيء، وتستمر المقابلة.</translation>
    </message>
    <message>
        <source>Somebody who was called in does not agree to the recording. Nothing is kept of it; the talk goes on.</source>
        <translation>أحد المستدعَين لا يوافق على التسجيل. لم يُحفظ منه شيء، والمقابلة مستمرة.</translation>
    </message>
    <message>
        <source>The recording has ended: another office has taken the talk over. The talk goes on.</source>
        <translation>انتهى التسجيل لأن مكتبًا آخر تولّى المقابلة. والمقابلة مستمرة.</translation>
    </message>
    <message>
        <source>The recording has ended: the official&apos;s computer has no more room. What was recorded until then is kept, and the talk goes on.</source>
        <translation>انتهى التسجيل: لم تبقَ مساحة في جهاز المسؤول. ما سُجِّل حتى الآن محفوظ، وتستمر المقابلة.</translation>
    </message>
    <message>
        <source>The recording has ended: the official&apos;s computer could not go on with it. What was recorded until then is kept, and the talk goes on.</source>
        <translation>انتهى التسجيل: تعذّر على جهاز المسؤول متابعته. ما سُجِّل حتى الآن محفوظ، وتستمر المقابلة.</translation>
    </message>
    <message>
        <source>The recording has ended. The talk goes on.</source>
        <translation>انتهى التسجيل، وتستمر المقابلة.</translation>
    </message>
    <message>
        <source>This talk cannot be recorded: the visitor does not agree to it.</source>
        <translation>لا يمكن تسجيل هذه المقابلة: لم يوافق المراجع على التسجيل.</translation>
    </message>
    <message>
        <source>Record this talk?</source>
        <translation>هل تريدون تسجيل هذه المقابلة؟</translation>
    </message>
    <message>
        <source>The visitor is asked first. Only your office can play the recording, each playing is noted, and the visitor can withdraw at any time: then all of it is deleted.</source>
        <translation>يُسأل المراجع أولًا. لا يستطيع تشغيل التسجيل إلا مكتبكم، ويُقيَّد كل تشغيل، وللمراجع أن يسحب موافقته في أي وقت فيُحذف التسجيل كله.</translation>
    </message>
    <message>
        <source>Asked whether the talk may be recorded, no answer yet: {who}</source>
        <translation>طُلبت الموافقة على تسجيل المقابلة، ولم يُجب بعد: {who}</translation>
    </message>
    <message>
        <source>This talk cannot be recorded while {who} is in it: no agreement.</source>
        <translation>لا يمكن تسجيل هذه المقابلة ما دام فيها من لم يوافق: {who}</translation>
    </message>
    <message>
        <source>Everybody in the talk is asked first. Only your office can play the recording, and each playing is noted. Each of them can withdraw while it runs, the visitor also later: then all of it is deleted.</source>
        <translation>يُسأل جميع من في المقابلة أولًا. ولا يشغّل التسجيل إلا مكتبكم، ويُدوَّن كل تشغيل. ولكل منهم سحب موافقته أثناء التسجيل، وللمراجع بعده أيضًا، فيُحذف كله.</translation>
    </message>
    <message>
        <source>This office does not record talks.</source>
        <translation>هذا المكتب لا يسجّل المقابلات.</translation>
    </message>
    <message>
        <source>the visitor</source>
        <translation>المراجع</translation>
    </message>
    <message>
        <source>End recording</source>
        <translation>إنهاء التسجيل</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>تسجيل</translation>
    </message>
    <message>
        <source>Record the talk once all in it agree, or end the recording (R)</source>
        <translation>تسجيل المقابلة بعد موافقة جميع من فيها، أو إنهاء التسجيل (R)</translation>
    </message>
    <message>
        <source>The disk of this computer is too slow: parts of the recording are missing.</source>
        <translation>قرص هذا الجهاز بطيء: أجزاء من التسجيل مفقودة.</translation>
    </message>
    <message>
        <source>Ask everybody</source>
        <translation>سؤال الجميع</translation>
    </message>
    <message>
        <source>Ask the visitor</source>
        <translation>سؤال المراجع</translation>
    </message>
    <message>
        <source>Do not record</source>
        <translation>عدم التسجيل</translation>
    </message>
    <message>
        <source>The visitor is asked whether the talk may be recorded.</source>
        <translation>يُسأل المراجع الآن عن موافقته على تسجيل المقابلة.</translation>
    </message>
    <message>
        <source>The question was taken back. Nothing was recorded; the talk goes on.</source>
        <translation>سُحب طلب التسجيل ولم يُسجَّل شيء، وتستمر المقابلة.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>سحب الطلب</translation>
    </message>
</context>
<context>
    <name>RecordingQuestion</name>
    <message>
        <source>Stop the recording</source>
        <translation>إيقاف التسجيل</translation>
    </message>
    <message>
        <source>The recording was stopped, and all that was recorded is deleted. The talk goes on.</source>
        <translation>أُوقف التسجيل، وحُذف كل ما سُجِّل، وتستمر المقابلة.</translation>
    </message>
    <message>
        <source>The talk is not recorded.</source>
        <translation>لا تُسجَّل المقابلة.</translation>
    </message>
    <message>
        <source>May this talk be recorded?</source>
        <translation>هل توافقون على تسجيل هذه المقابلة؟</translation>
    </message>
    <message>
        <source>The official asks to record your picture and your voice. If you say no, the talk goes on just the same.</source>
        <translation>يستأذنكم المسؤول في تسجيل صورتكم وصوتكم. وإن لم توافقوا فإن المقابلة تستمر كما هي.</translation>
    </message>
    <message>
        <source>Read this to me</source>
        <translation>قراءة هذا السؤال بصوت مسموع</translation>
    </message>
    <message>
        <source>Only the official&apos;s office sees the recording, and it is deleted when its time is over. You can stop it at any time; then all that was recorded is deleted.</source>
        <translation>لا يطّلع على التسجيل إلا مكتب المسؤول، ويُحذف عند انتهاء مدته. ويمكنكم إيقافه في أي وقت، فيُحذف كل ما سُجِّل.</translation>
    </message>
    <message>
        <source>Stop the recording?</source>
        <translation>هل تريدون إيقاف التسجيل؟</translation>
    </message>
    <message>
        <source>All that was recorded of this talk is deleted and cannot be brought back. The talk goes on.</source>
        <translation>يُحذف كل ما سُجِّل من هذه المقابلة ولا يمكن استرجاعه، وتستمر المقابلة.</translation>
    </message>
    <message>
        <source>Yes, I agree</source>
        <translation>نعم، أوافق</translation>
    </message>
    <message>
        <source>No, do not record</source>
        <translation>لا، لا تسجّلوا</translation>
    </message>
    <message>
        <source>Stop and delete</source>
        <translation>إيقاف التسجيل وحذفه</translation>
    </message>
    <message>
        <source>Go on recording</source>
        <translation>متابعة التسجيل</translation>
    </message>
    <message>
        <source>The talk is recorded from now on. You can stop that at any time.</source>
        <translation>تُسجَّل المقابلة من الآن، ويمكنكم إيقاف التسجيل في أي وقت.</translation>
    </message>
</context>
<context>
    <name>RecordingRules</name>
    <message>
        <source>A number of days, one at least; or nothing.</source>
        <translation>عدد أيام لا يقل عن يوم واحد، أو اتركوه فارغًا.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>لا يُسجَّل شيء</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>أقل من يوم</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومان</numerusform>
            <numerusform>%Ln أيام</numerusform>
            <numerusform>%Ln يومًا</numerusform>
            <numerusform>%Ln يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>Talks are recorded only where this allows it and each visitor agrees. The office alone plays them.</source>
        <translation>لا تُسجَّل المقابلات إلا حيث يُسمح بذلك هنا ويوافق كل مراجع، ولا يشغّلها إلا المكتب نفسه.</translation>
    </message>
    <message>
        <source>There is no office yet</source>
        <translation>لا يوجد مكتب بعد</translation>
    </message>
    <message>
        <source>Are talks recorded?</source>
        <translation>هل تُسجَّل المقابلات؟</translation>
    </message>
    <message>
        <source>Keep them for so many days</source>
        <translation>عدد أيام الاحتفاظ بها</translation>
    </message>
    <message numerus="yes">
        <source>Empty: for as long as the house keeps any, %Ln days.</source>
        <translation>
            <numerusform>فارغ: لا تُحفظ.</numerusform>
            <numerusform>فارغ: المدة القصوى، وهي يوم واحد.</numerusform>
            <numerusform>فارغ: المدة القصوى، وهي يومان.</numerusform>
            <numerusform>فارغ: المدة القصوى، وهي %Ln أيام.</numerusform>
            <numerusform>فارغ: المدة القصوى، وهي %Ln يومًا.</numerusform>
            <numerusform>فارغ: المدة القصوى، وهي %Ln يوم.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is asked, and nothing is recorded. What runs now ends at once. What is kept stays until its time is over, and can be played by the office.</source>
        <translation>لا يُسأل أحد ولا يُسجَّل شيء، وينتهي فورًا ما يجري تسجيله الآن. أما المحفوظ فيبقى إلى انتهاء مدته، وللمكتب أن يشغّله.</translation>
    </message>
    <message numerus="yes">
        <source>The office may ask the visitor in a talk. What is recorded from now on is deleted after %Ln days; what was recorded before keeps its day.</source>
        <translation>
            <numerusform>للمكتب أن يطلب موافقة المراجع أثناء المقابلة. ويُحذف ما يُسجَّل من الآن فورًا، وما سُجّل من قبل يبقى على موعده.</numerusform>
            <numerusform>للمكتب أن يطلب موافقة المراجع أثناء المقابلة. ويُحذف ما يُسجَّل من الآن بعد يوم واحد، وما سُجّل من قبل يبقى على موعده.</numerusform>
            <numerusform>للمكتب أن يطلب موافقة المراجع أثناء المقابلة. ويُحذف ما يُسجَّل من الآن بعد يومين، وما سُجّل من قبل يبقى على موعده.</numerusform>
            <numerusform>للمكتب أن يطلب موافقة المراجع أثناء المقابلة. ويُحذف ما يُسجَّل من الآن بعد %Ln أيام، وما سُجّل من قبل يبقى على موعده.</numerusform>
            <numerusform>للمكتب أن يطلب موافقة المراجع أثناء المقابلة. ويُحذف ما يُسجَّل من الآن بعد %Ln يومًا، وما سُجّل من قبل يبقى على موعده.</numerusform>
            <numerusform>للمكتب أن يطلب موافقة المراجع أثناء المقابلة. ويُحذف ما يُسجَّل من الآن بعد %Ln يوم، وما سُجّل من قبل يبقى على موعده.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where the visitor agrees</source>
        <translation>إذا وافق المراجع</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>المكتب</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>التسجيل</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>مدة الاحتفاظ</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>It holds from now on.</source>
        <translation>يسري ذلك من الآن.</translation>
    </message>
    <message>
        <source>Change what {office} records?</source>
        <translation>تغيير ما يسجّله {office}؟</translation>
    </message>
</context>
<context>
    <name>Recordings</name>
    <message>
        <source>Recordings</source>
        <translation>التسجيلات</translation>
    </message>
    <message>
        <source>Each playing is noted with your name and the time, which also stand across the picture.</source>
        <translation>يُقيَّد كل تشغيل باسمكم ووقته، ويظهران كذلك فوق الصورة.</translation>
    </message>
    <message>
        <source>Allow recording in this office?</source>
        <translation>هل تسمحون بالتسجيل في هذا المكتب؟</translation>
    </message>
    <message>
        <source>A talk is recorded only after the visitor has agreed to it, and they can withdraw at any time. What is recorded is sealed, seen by this office alone, and deleted when its time is over.</source>
        <translation>لا تُسجَّل مقابلة إلا بعد موافقة المراجع، وله أن يسحبها في أي وقت. ويُحفظ التسجيل مشفّرًا لا يطّلع عليه إلا هذا المكتب، ويُحذف عند انتهاء مدته.</translation>
    </message>
    <message>
        <source>Allow recording</source>
        <translation>السماح بالتسجيل</translation>
    </message>
    <message>
        <source>Delete this recording?</source>
        <translation>هل تريدون حذف هذا التسجيل؟</translation>
    </message>
    <message>
        <source>It is destroyed for good and cannot be brought back.</source>
        <translation>يُتلف نهائيًا ولا يمكن استرجاعه.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>حذف نهائي</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Choose a recording to play it</source>
        <translation>اختاروا تسجيلًا لتشغيله</translation>
    </message>
    <message>
        <source>Nothing is recorded</source>
        <translation>لا توجد تسجيلات</translation>
    </message>
    <message>
        <source>Record no longer</source>
        <translation>إيقاف السماح بالتسجيل</translation>
    </message>
    <message>
        <source>Allow recording in this office</source>
        <translation>السماح بالتسجيل في هذا المكتب</translation>
    </message>
    <message>
        <source>A recording is made ready and sent: {percent} %</source>
        <translation>يُجهَّز تسجيل ويُرسَل: {percent}٪</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message numerus="yes">
        <source>Talks may be recorded where the visitor agrees. They are kept for %Ln days.</source>
        <translation>
            <numerusform>يجوز تسجيل المقابلات بموافقة المراجع. ولا تُحفظ أي يوم (%Ln).</numerusform>
            <numerusform>يجوز تسجيل المقابلات بموافقة المراجع. وتُحفظ يومًا واحدًا (%Ln).</numerusform>
            <numerusform>يجوز تسجيل المقابلات بموافقة المراجع. وتُحفظ يومين (%Ln).</numerusform>
            <numerusform>يجوز تسجيل المقابلات بموافقة المراجع. وتُحفظ %Ln أيام.</numerusform>
            <numerusform>يجوز تسجيل المقابلات بموافقة المراجع. وتُحفظ %Ln يومًا.</numerusform>
            <numerusform>يجوز تسجيل المقابلات بموافقة المراجع. وتُحفظ %Ln يوم.</numerusform>
        </translation>
    </message>
    <message>
        <source>This office does not record talks.</source>
        <translation>هذا المكتب لا يسجّل المقابلات.</translation>
    </message>
    <message>
        <source>A recording waits at this desk to be sent; it is tried again by itself.</source>
        <translation>في هذا الجهاز تسجيل ينتظر الإرسال، وستُعاد المحاولة تلقائيًا.</translation>
    </message>
    <message>
        <source>Place in the recording</source>
        <translation>الموضع في التسجيل</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>The recording cannot be played on. Open it again in a moment.</source>
        <translation>تعذّرت متابعة تشغيل التسجيل. يُرجى فتحه مرة أخرى بعد لحظات.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>{length} · kept until {date}</source>
        <translation>{length} · محفوظ حتى {date}</translation>
    </message>
    <message>
        <source>Still at the desk that recorded it</source>
        <translation>لا يزال في الجهاز الذي سجّله</translation>
    </message>
</context>
<context>
    <name>ReferralPage</name>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Continue there</source>
        <translation>المتابعة هناك</translation>
    </message>
    <message>
        <source>This is not received here</source>
        <translation>هذا الأمر لا يُستقبل هنا</translation>
    </message>
    <message>
        <source>Somebody else can help you with this</source>
        <translation>جهة أخرى تخدمكم في هذا الأمر</translation>
    </message>
    <message>
        <source>You can go on right here; nothing is lost.</source>
        <translation>يمكنكم المتابعة من هنا، ولا يضيع شيء.</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>الجهة المختصة</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>الخطوة التالية</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>المسؤول</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>Who opened whose file, document or recording, the latest first. People read the same about themselves.</source>
        <translation>من فتح ملف مَن أو وثيقته أو تسجيله، الأحدث أولًا. ويقرأ الأشخاص مثله عن أنفسهم.</translation>
    </message>
    <message>
        <source>number of the ID</source>
        <translation>رقم الهوية</translation>
    </message>
    <message>
        <source>as apt_…</source>
        <translation>مثل apt_…</translation>
    </message>
    <message>
        <source>Breach report</source>
        <translation>بلاغ تسرّب</translation>
    </message>
    <message>
        <source>Nobody looked</source>
        <translation>لم يطّلع أحد</translation>
    </message>
    <message>
        <source>Nothing is held about anybody with this number.</source>
        <translation>لا نحتفظ بشيء عن صاحب هذا الرقم.</translation>
    </message>
    <message>
        <source>Save the register?</source>
        <translation>حفظ سجل الاطلاع؟</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>من اطّلع</translation>
    </message>
    <message>
        <source>Whose data</source>
        <translation>بيانات مَن</translation>
    </message>
    <message>
        <source>Which case</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>In which case</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Whose data: {text}</source>
        <translation>بيانات مَن: {text}</translation>
    </message>
    <message>
        <source>What was opened: {text}</source>
        <translation>ما فُتح: {text}</translation>
    </message>
    <message>
        <source>Number in the register: {text}</source>
        <translation>الرقم في السجل: {text}</translation>
    </message>
    <message>
        <source>This is no number of an ID.</source>
        <translation>هذا ليس رقم هوية صحيحًا.</translation>
    </message>
</context>
<context>
    <name>ReplyPage</name>
    <message>
        <source>Your answer</source>
        <translation>جوابكم</translation>
    </message>
    <message>
        <source>Send the answer</source>
        <translation>إرسال الجواب</translation>
    </message>
    <message>
        <source>Your answer to {unit}</source>
        <translation>جوابكم إلى {unit}</translation>
    </message>
</context>
<context>
    <name>RepresentedPages</name>
    <message>
        <source>For whom do you come?</source>
        <translation>عمّن تنوبون؟</translation>
    </message>
    <message>
        <source>It is noted with your appointment</source>
        <translation>يُدوَّن ذلك مع موعدكم</translation>
    </message>
    <message>
        <source>Their full name</source>
        <translation>اسمه الكامل</translation>
    </message>
    <message>
        <source>As on their ID</source>
        <translation>كما في هويته</translation>
    </message>
    <message>
        <source>Their ID number</source>
        <translation>رقم هويته</translation>
    </message>
    <message>
        <source>National ID or Iqama of the person for whom you come</source>
        <translation>الهوية الوطنية أو الإقامة لمن تنوبون عنه</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>رقم الهوية</translation>
    </message>
    <message>
        <source>Ten digits; the first is 1 or 2</source>
        <translation>عشرة أرقام، أولها ١ أو ٢</translation>
    </message>
    <message>
        <source>The number of the power of attorney</source>
        <translation>رقم الوكالة</translation>
    </message>
    <message>
        <source>It stands at the top of the deed</source>
        <translation>تجدونه أعلى صك الوكالة</translation>
    </message>
    <message>
        <source>Power of attorney</source>
        <translation>رقم الوكالة</translation>
    </message>
    <message>
        <source>Digits only</source>
        <translation>أرقام فقط</translation>
    </message>
    <message>
        <source>Then we ask for your own ID. Please have the deed at hand.</source>
        <translation>ثم نسألكم عن هويتكم أنتم. نأمل أن يكون صك الوكالة معكم.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
</context>
<context>
    <name>RequestPage</name>
    <message>
        <source>What you asked</source>
        <translation>ما طلبتموه</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>ما تم بشأنه</translation>
    </message>
    <message>
        <source>Withdraw this request</source>
        <translation>سحب هذا الطلب</translation>
    </message>
    <message>
        <source>You asked it.</source>
        <translation>قدّمتم الطلب.</translation>
    </message>
    <message>
        <source>Withdraw this request?</source>
        <translation>هل تسحبون هذا الطلب؟</translation>
    </message>
    <message>
        <source>Nobody works on it any more. You can ask anew at any time.</source>
        <translation>لن يُنظر فيه بعد ذلك. ويمكنكم تقديم طلب جديد في أي وقت.</translation>
    </message>
    <message>
        <source>Answer the question</source>
        <translation>الإجابة عن السؤال</translation>
    </message>
    <message>
        <source>Choose a time</source>
        <translation>اختيار موعد</translation>
    </message>
    <message>
        <source>Go to my appointments</source>
        <translation>الانتقال إلى مواعيدي</translation>
    </message>
    <message>
        <source>Open the other request</source>
        <translation>فتح الطلب الآخر</translation>
    </message>
    <message>
        <source>Yes, withdraw it</source>
        <translation>نعم، أسحبه</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>إبقاؤه</translation>
    </message>
    <message>
        <source>Who decided</source>
        <translation>الجهة</translation>
    </message>
    <message>
        <source>Where to go next</source>
        <translation>الخطوة التالية</translation>
    </message>
</context>
<context>
    <name>RequestWords</name>
    <message>
        <source>See how they stand</source>
        <translation>الاطلاع على ما وصلت إليه</translation>
    </message>
    <message>
        <source>An appointment was given</source>
        <translation>حُدد لكم موعد</translation>
    </message>
    <message>
        <source>It stands among your appointments.</source>
        <translation>تجدونه ضمن مواعيدكم.</translation>
    </message>
    <message>
        <source>Follow-up of your audience</source>
        <translation>متابعة لمقابلتكم</translation>
    </message>
    <message>
        <source>There is a question for you</source>
        <translation>هناك سؤال لكم</translation>
    </message>
    <message>
        <source>You may choose a time</source>
        <translation>يمكنكم اختيار موعد</translation>
    </message>
    <message>
        <source>Read the answers</source>
        <translation>الاطلاع على الردود</translation>
    </message>
    <message>
        <source>You are received about it: choose when.</source>
        <translation>تقرر استقبالكم بشأنه: اختاروا الوقت المناسب.</translation>
    </message>
    <message>
        <source>It was passed on to {unit}.</source>
        <translation>أُحيل إلى {unit}.</translation>
    </message>
    <message>
        <source>It was brought before {unit}.</source>
        <translation>رُفع إلى {unit}.</translation>
    </message>
    <message>
        <source>{unit} asked you:</source>
        <translation>سؤال من {unit}:</translation>
    </message>
    <message>
        <source>You answered:</source>
        <translation>جوابكم:</translation>
    </message>
    <message>
        <source>{unit} answered it.</source>
        <translation>ورد الرد من {unit}.</translation>
    </message>
    <message>
        <source>{unit} could not meet it.</source>
        <translation>تعذرت تلبيته لدى {unit}.</translation>
    </message>
    <message>
        <source>{unit} receives you about it.</source>
        <translation>تقرر استقبالكم لدى {unit}.</translation>
    </message>
    <message>
        <source>It was joined with another request of yours.</source>
        <translation>ضُم إلى طلب آخر لكم.</translation>
    </message>
    <message>
        <source>It is worked on by itself again.</source>
        <translation>فُصل عن الطلب الآخر، ويُنظر فيه وحده.</translation>
    </message>
    <message>
        <source>You withdrew it.</source>
        <translation>سحبتم الطلب.</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>ورد طلبكم</translation>
    </message>
    <message>
        <source>It is looked at. We send an SMS once it is answered.</source>
        <translation>هو قيد النظر، وتصلكم رسالة نصية عند الرد عليه.</translation>
    </message>
    <message>
        <source>It works on it. We send an SMS once it is answered.</source>
        <translation>يجري العمل عليه، وتصلكم رسالة نصية عند الرد عليه.</translation>
    </message>
    <message>
        <source>With the office concerned</source>
        <translation>لدى الجهة المختصة</translation>
    </message>
    <message>
        <source>The work goes on as soon as you have answered.</source>
        <translation>يُستأنف النظر في طلبكم حالما تجيبون.</translation>
    </message>
    <message>
        <source>Joined with another request of yours</source>
        <translation>ضُم إلى طلب آخر لكم</translation>
    </message>
    <message>
        <source>Both are about the same, and are answered together.</source>
        <translation>كلاهما في الموضوع نفسه، ويصدر بشأنهما رد واحد.</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>تم الرد</translation>
    </message>
    <message>
        <source>The answer is written below.</source>
        <translation>تجدون الرد أدناه.</translation>
    </message>
    <message>
        <source>Your request cannot be met</source>
        <translation>تعذرت تلبية طلبكم</translation>
    </message>
    <message>
        <source>The reason and the way on are written below.</source>
        <translation>تجدون أدناه السبب والخطوة التالية.</translation>
    </message>
    <message>
        <source>You withdrew it</source>
        <translation>سحبتم الطلب</translation>
    </message>
    <message>
        <source>Nobody works on it any more.</source>
        <translation>لم يعد قيد النظر.</translation>
    </message>
</context>
<context>
    <name>RequestsPage</name>
    <message>
        <source>Your requests</source>
        <translation>طلباتكم</translation>
    </message>
    <message>
        <source>Your request about “{subject}” was withdrawn.</source>
        <translation>سُحب طلبكم بشأن «{subject}».</translation>
    </message>
    <message>
        <source>Touch one to read what became of it</source>
        <translation>المسوا طلبًا لقراءة ما تم بشأنه</translation>
    </message>
    <message>
        <source>You have no requests</source>
        <translation>لا طلبات لكم</translation>
    </message>
    <message>
        <source>Nothing was asked in your name.</source>
        <translation>لم يُقدَّم طلب باسمكم.</translation>
    </message>
    <message>
        <source>Your requests cannot be read at the moment</source>
        <translation>تتعذر قراءة طلباتكم حاليًا</translation>
    </message>
    <message>
        <source>There is no connection to the service. Your requests and their answers are kept there: they appear here as soon as the line is back.</source>
        <translation>لا اتصال بالخدمة الآن. طلباتكم وردودها محفوظة لديها، وتظهر هنا حال عودة الاتصال.</translation>
    </message>
    <message>
        <source>Asked on {day}</source>
        <translation>قُدم في {day}</translation>
    </message>
</context>
<context>
    <name>ReservedWords</name>
    <message>
        <source>Kiosk {number} is free until {time}.</source>
        <translation>الكشك {number} متاح حتى {time}.</translation>
    </message>
    <message>
        <source>This kiosk is reserved for an audience from {time}.</source>
        <translation>هذا الكشك محجوز لمقابلة من {time}.</translation>
    </message>
    <message>
        <source>This kiosk is reserved for an audience now.</source>
        <translation>هذا الكشك محجوز لمقابلة الآن.</translation>
    </message>
    <message>
        <source>Somebody has an audience at this kiosk at {time}. Please finish by then.</source>
        <translation>لأحد الزوار مقابلة في هذا الكشك عند {time}. نرجو الانتهاء قبلها.</translation>
    </message>
    <message>
        <source>Somebody’s audience at this kiosk begins now. Please finish soon.</source>
        <translation>تبدأ الآن مقابلة لأحد الزوار في هذا الكشك. نرجو الانتهاء قريبًا.</translation>
    </message>
    <message>
        <source>No other kiosk is free now; the staff in the hall will help.</source>
        <translation>لا يوجد كشك آخر متاح الآن، وموظفو الصالة يساعدونكم.</translation>
    </message>
    <message>
        <source>Kiosk {number} is free.</source>
        <translation>الكشك {number} متاح.</translation>
    </message>
</context>
<context>
    <name>Retention</name>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>بلا أيام</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومان</numerusform>
            <numerusform>%Ln أيام</numerusform>
            <numerusform>%Ln يومًا</numerusform>
            <numerusform>%Ln يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>by you</source>
        <translation>بقرار الإدارة</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>المعتاد</translation>
    </message>
    <message numerus="yes">
        <source>Records that then go with the next round, and do not come back: %Ln</source>
        <translation>
            <numerusform>لا يُحذف بذلك أي سجل.</numerusform>
            <numerusform>يُحذف بذلك سجل واحد في الجولة القادمة ولا يعود.</numerusform>
            <numerusform>يُحذف بذلك سجلان في الجولة القادمة ولا يعودان.</numerusform>
            <numerusform>تُحذف بذلك %Ln سجلات في الجولة القادمة ولا تعود.</numerusform>
            <numerusform>يُحذف بذلك %Ln سجلًا في الجولة القادمة ولا تعود.</numerusform>
            <numerusform>يُحذف بذلك %Ln سجل في الجولة القادمة ولا تعود.</numerusform>
        </translation>
    </message>
    <message>
        <source>{what}: {new} (was: {old})</source>
        <translation>{what}: {new} (كانت: {old})</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hours</source>
        <translation>
            <numerusform>بلا ساعات</numerusform>
            <numerusform>ساعة واحدة</numerusform>
            <numerusform>ساعتان</numerusform>
            <numerusform>%Ln ساعات</numerusform>
            <numerusform>%Ln ساعة</numerusform>
            <numerusform>%Ln ساعة</numerusform>
        </translation>
    </message>
    <message>
        <source>Answers kept for what is asked twice</source>
        <translation>ردود محفوظة لما يُطلب مرتين</translation>
    </message>
    <message>
        <source>Word between servers that something changed</source>
        <translation>إشعارات التغيير بين الخوادم</translation>
    </message>
    <message>
        <source>Sign-ins that were begun</source>
        <translation>محاولات دخول بُدئت</translation>
    </message>
    <message>
        <source>Enrolment codes</source>
        <translation>رموز تسجيل الأكشاك</translation>
    </message>
    <message>
        <source>Messages that were sent</source>
        <translation>رسائل أُرسلت</translation>
    </message>
    <message>
        <source>Messages that were given up</source>
        <translation>رسائل لم تصل</translation>
    </message>
    <message>
        <source>Sessions that are over</source>
        <translation>جلسات انتهت</translation>
    </message>
    <message>
        <source>Places on waiting lists</source>
        <translation>مواضع قوائم الانتظار</translation>
    </message>
    <message>
        <source>Audiences that did not take place</source>
        <translation>مقابلات لم تتم</translation>
    </message>
    <message>
        <source>Audiences with what was decided</source>
        <translation>مقابلات وقراراتها</translation>
    </message>
    <message>
        <source>Requests that are closed</source>
        <translation>طلبات أُغلقت</translation>
    </message>
    <message>
        <source>What people brought with them</source>
        <translation>مرفقات المراجعين</translation>
    </message>
    <message>
        <source>Recorded talks</source>
        <translation>المقابلات المسجّلة</translation>
    </message>
    <message>
        <source>Files of which not everything came</source>
        <translation>ملفات لم تكتمل</translation>
    </message>
    <message>
        <source>Who looked at what</source>
        <translation>سجل الاطلاع</translation>
    </message>
    <message>
        <source>People of whom nothing else is held</source>
        <translation>أشخاص لا يُحفظ عنهم غير ذلك</translation>
    </message>
    <message>
        <source>How long what is kept. Nothing that is open ever goes, and the audit trail is kept.</source>
        <translation>مدة حفظ كل نوع. ولا يُحذف ما لم يُغلق بعد، ويبقى سجل التدقيق.</translation>
    </message>
    <message>
        <source>Keep it as long as usual</source>
        <translation>العودة إلى المدة المعتادة</translation>
    </message>
    <message>
        <source>Nothing is kept</source>
        <translation>لا شيء محفوظ</translation>
    </message>
    <message>
        <source>Keep it for so many days</source>
        <translation>عدد أيام الحفظ</translation>
    </message>
    <message>
        <source>One day at least.</source>
        <translation>يوم واحد على الأقل.</translation>
    </message>
    <message numerus="yes">
        <source>Records that go with the next round: %Ln</source>
        <translation>
            <numerusform>لا سجلات تُحذف في الجولة القادمة</numerusform>
            <numerusform>سجل واحد يُحذف في الجولة القادمة</numerusform>
            <numerusform>سجلان يُحذفان في الجولة القادمة</numerusform>
            <numerusform>%Ln سجلات تُحذف في الجولة القادمة</numerusform>
            <numerusform>%Ln سجلًا تُحذف في الجولة القادمة</numerusform>
            <numerusform>%Ln سجل تُحذف في الجولة القادمة</numerusform>
        </translation>
    </message>
    <message>
        <source>What</source>
        <translation>البيان</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>مدة الحفظ</translation>
    </message>
    <message>
        <source>Laid down</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Goes next</source>
        <translation>يُحذف قريبًا</translation>
    </message>
    <message>
        <source>Keep it for another time?</source>
        <translation>تعديل مدة الحفظ؟</translation>
    </message>
    <message>
        <source>Keep it so</source>
        <translation>اعتماد</translation>
    </message>
    <message>
        <source>It is kept so from now on.</source>
        <translation>تسري المدة من الآن.</translation>
    </message>
    <message>
        <source>Keep it as long as usual?</source>
        <translation>العودة إلى المدة المعتادة؟</translation>
    </message>
</context>
<context>
    <name>RoomView</name>
    <message>
        <source>Group audience</source>
        <translation>مقابلة جماعية</translation>
    </message>
    <message>
        <source>The connection is weak. One moment please</source>
        <translation>الاتصال ضعيف، لحظات من فضلكم</translation>
    </message>
    <message>
        <source>{name} (you)</source>
        <translation>{name} (أنتم)</translation>
    </message>
    <message>
        <source>Joining shortly</source>
        <translation>بانتظار الانضمام</translation>
    </message>
    <message>
        <source>Has left the audience</source>
        <translation>تمت مغادرة المقابلة</translation>
    </message>
</context>
<context>
    <name>SatisfactionWords</name>
    <message>
        <source>Not satisfied at all</source>
        <translation>غير راضٍ إطلاقًا</translation>
    </message>
    <message>
        <source>Not satisfied</source>
        <translation>غير راضٍ</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>محايد</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>راضٍ</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>راضٍ جدًا</translation>
    </message>
    <message>
        <source>Treated with respect</source>
        <translation>عوملتُ باحترام</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>فُهم طلبي</translation>
    </message>
    <message>
        <source>Clear answer</source>
        <translation>كان الرد واضحًا</translation>
    </message>
    <message>
        <source>Matter settled</source>
        <translation>أُنجز موضوعي</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>كانت الخدمة سريعة</translation>
    </message>
    <message>
        <source>Not treated with respect</source>
        <translation>لم أُعامَل باحترام</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>لم يُفهم طلبي</translation>
    </message>
    <message>
        <source>Unclear answer</source>
        <translation>لم يكن الرد واضحًا</translation>
    </message>
    <message>
        <source>Matter not settled</source>
        <translation>لم يُنجز موضوعي</translation>
    </message>
    <message>
        <source>Waited long</source>
        <translation>انتظرتُ طويلًا</translation>
    </message>
    <message>
        <source>Good picture and sound</source>
        <translation>الصورة والصوت جيدان</translation>
    </message>
    <message>
        <source>Poor picture or sound</source>
        <translation>ضعف الصورة أو الصوت</translation>
    </message>
</context>
<context>
    <name>ScanPage</name>
    <message>
        <source>This ticket is over, or from elsewhere. You may show another, or go back and enter your ID.</source>
        <translation>انتهت هذه التذكرة، أو هي من جهة أخرى. يمكنكم إبراز تذكرة أخرى، أو العودة وإدخال رقم الهوية.</translation>
    </message>
    <message>
        <source>We know no mobile of yours. Please go back and enter your ID; the operator will help you.</source>
        <translation>لا نعرف لكم رقم جوال. نأمل العودة وإدخال رقم الهوية، وسيساعدكم المشغّل.</translation>
    </message>
    <message>
        <source>The camera is starting</source>
        <translation>يجري تشغيل الكاميرا</translation>
    </message>
    <message>
        <source>Hold your ticket before the camera</source>
        <translation>ضعوا تذكرتكم أمام الكاميرا</translation>
    </message>
    <message>
        <source>The square code at its end, on paper or on your mobile</source>
        <translation>الرمز المربّع في آخرها، على الورق أو في جوالكم</translation>
    </message>
    <message>
        <source>A hand&apos;s breadth away, flat and still.</source>
        <translation>على بُعد شبر، مستوية وثابتة.</translation>
    </message>
    <message>
        <source>Into the light; smooth it if it is creased.</source>
        <translation>في الضوء، وابسطوها إن كانت مجعّدة.</translation>
    </message>
    <message>
        <source>Then we send a code to your mobile. No picture is kept.</source>
        <translation>ثم نرسل رمزًا إلى جوالكم. ولا تُحفظ أي صورة.</translation>
    </message>
    <message>
        <source>Type the number instead</source>
        <translation>إدخال الرقم بدلًا من ذلك</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>Your ticket was read. One moment, please.</source>
        <translation>قُرئت تذكرتكم. لحظة من فضلكم.</translation>
    </message>
    <message>
        <source>This is another code. Please show the one on your ticket.</source>
        <translation>هذا رمز آخر. نأمل إبراز الرمز الذي على تذكرتكم.</translation>
    </message>
    <message>
        <source>It is too dark. Please hold the ticket into the light.</source>
        <translation>الإضاءة ضعيفة. نأمل وضع التذكرة في الضوء.</translation>
    </message>
</context>
<context>
    <name>Schedules</name>
    <message numerus="yes">
        <source>Bookings that would not fit any more: %Ln. They stand, and the office decides.</source>
        <translation>
            <numerusform>لا حجز يخالف هذا الجدول.</numerusform>
            <numerusform>حجز واحد لا يوافق هذا الجدول. يبقى قائمًا، والقرار للمكتب.</numerusform>
            <numerusform>حجزان لا يوافقان هذا الجدول. يبقيان قائمين، والقرار للمكتب.</numerusform>
            <numerusform>%Ln حجوزات لا توافق هذا الجدول. تبقى قائمة، والقرار للمكتب.</numerusform>
            <numerusform>%Ln حجزًا لا توافق هذا الجدول. تبقى قائمة، والقرار للمكتب.</numerusform>
            <numerusform>%Ln حجز لا توافق هذا الجدول. تبقى قائمة، والقرار للمكتب.</numerusform>
        </translation>
    </message>
    <message>
        <source>every day</source>
        <translation>كل يوم</translation>
    </message>
    <message>
        <source>Weekly hours</source>
        <translation>ساعات الأسبوع</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>موسم</translation>
    </message>
    <message>
        <source>Pause for prayer</source>
        <translation>وقفة الصلاة</translation>
    </message>
    <message>
        <source>Closed or open once</source>
        <translation>إغلاق أو فتح لمرة</translation>
    </message>
    <message>
        <source>Duty roster</source>
        <translation>جدول المناوبة</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>خدمة</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>مفتوح</translation>
    </message>
    <message numerus="yes">
        <source>%Ln min each</source>
        <translation>
            <numerusform>بلا مدة</numerusform>
            <numerusform>دقيقة لكل موعد</numerusform>
            <numerusform>دقيقتان لكل موعد</numerusform>
            <numerusform>%Ln دقائق لكل موعد</numerusform>
            <numerusform>%Ln دقيقة لكل موعد</numerusform>
            <numerusform>%Ln دقيقة لكل موعد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Slots: %Ln</source>
        <translation>
            <numerusform>لا مواعيد</numerusform>
            <numerusform>موعد واحد</numerusform>
            <numerusform>موعدان</numerusform>
            <numerusform>%Ln مواعيد</numerusform>
            <numerusform>%Ln موعدًا</numerusform>
            <numerusform>%Ln موعد</numerusform>
        </translation>
    </message>
    <message>
        <source>These hours do not go together: look whether they overlap, end before they begin, or share a day.</source>
        <translation>لا تتوافق هذه الأوقات: يُرجى النظر هل تتداخل، أو تنتهي قبل أن تبدأ، أو تشترك في يوم.</translation>
    </message>
    <message>
        <source>On one of these days somebody stands in already.</source>
        <translation>في أحد هذه الأيام من ينوب من قبل.</translation>
    </message>
    <message>
        <source>This office is not there any more.</source>
        <translation>لم يعد هذا المكتب موجودًا.</translation>
    </message>
    <message>
        <source>nobody is received</source>
        <translation>لا استقبال</translation>
    </message>
    <message>
        <source>No slot in this week.</source>
        <translation>لا مواعيد في هذا الأسبوع.</translation>
    </message>
    <message>
        <source>Ramadan {year}</source>
        <translation>رمضان {year}</translation>
    </message>
    <message>
        <source>by its days</source>
        <translation>بتحديد الأيام</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>قيد جديد</translation>
    </message>
    <message>
        <source>Remove this from the schedule of {office}?</source>
        <translation>حذف هذا من جدول {office}؟</translation>
    </message>
    <message>
        <source>None chosen: every day.</source>
        <translation>بلا اختيار: كل يوم.</translation>
    </message>
    <message>
        <source>None chosen: nobody is received.</source>
        <translation>بلا اختيار: لا استقبال.</translation>
    </message>
    <message>
        <source>Hours and minutes, as 09:30.</source>
        <translation>الساعات والدقائق، مثل 09:30.</translation>
    </message>
    <message>
        <source>In minutes, a multiple of five.</source>
        <translation>بالدقائق، من مضاعفات الخمس.</translation>
    </message>
    <message>
        <source>Year, month and day, as 2026-03-15.</source>
        <translation>السنة والشهر واليوم، مثل ⁦2026-03-15⁩.</translation>
    </message>
    <message>
        <source>When an office receives. A change touches no booking; what no longer fits is told.</source>
        <translation>متى يستقبل المكتب. لا يمسّ التعديل حجزًا قائمًا، ويُذكر ما لم يعد موافقًا.</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>المكتب</translation>
    </message>
    <message>
        <source>Remove this entry</source>
        <translation>حذف هذا القيد</translation>
    </message>
    <message>
        <source>The slots of a week that this makes</source>
        <translation>مواعيد أسبوع بحسب هذا الجدول</translation>
    </message>
    <message>
        <source>This office has no hours yet</source>
        <translation>لا ساعات لهذا المكتب بعد</translation>
    </message>
    <message>
        <source>Begin with the hours of its week.</source>
        <translation>ابدأ بساعات الأسبوع.</translation>
    </message>
    <message>
        <source>Change the schedule of {office}?</source>
        <translation>تعديل جدول {office}؟</translation>
    </message>
    <message>
        <source>Kind of entry</source>
        <translation>نوع القيد</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>ما هو</translation>
    </message>
    <message>
        <source>Who stands in</source>
        <translation>من ينوب</translation>
    </message>
    <message>
        <source>Name in Arabic</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>الاسم بالإنجليزية</translation>
    </message>
    <message>
        <source>Which days</source>
        <translation>أي الأيام</translation>
    </message>
    <message>
        <source>Days of the week</source>
        <translation>أيام الأسبوع</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>أول يوم</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>آخر يوم</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Length of an audience</source>
        <translation>مدة المقابلة</translation>
    </message>
    <message>
        <source>Kept free after it</source>
        <translation>فراغ بعدها</translation>
    </message>
    <message>
        <source>Received at the same time</source>
        <translation>عدد من يُستقبلون معًا</translation>
    </message>
    <message>
        <source>Least notice</source>
        <translation>أقل مهلة قبل الموعد</translation>
    </message>
    <message>
        <source>Can be cancelled until so long before it</source>
        <translation>يمكن الإلغاء قبله بمدة لا تقل عن</translation>
    </message>
    <message>
        <source>Can be moved until so long before it</source>
        <translation>يمكن تغيير الموعد قبله بمدة لا تقل عن</translation>
    </message>
    <message>
        <source>Open bookings of one person</source>
        <translation>المواعيد المفتوحة للشخص الواحد</translation>
    </message>
    <message>
        <source>Days that can be booked ahead</source>
        <translation>أيام الحجز المقدّم</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>القيد</translation>
    </message>
    <message>
        <source>What</source>
        <translation>البيان</translation>
    </message>
    <message>
        <source>When</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>The schedule is changed.</source>
        <translation>عُدّل الجدول.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>تعديل</translation>
    </message>
</context>
<context>
    <name>ScreenChoice</name>
    <message>
        <source>What should the other side see?</source>
        <translation>ماذا تريدون أن يرى الطرف الآخر؟</translation>
    </message>
    <message>
        <source>They see it instead of your camera, with everything that appears on it, until you stop.</source>
        <translation>سيراه بدلًا من صورتكم، مع كل ما يظهر عليه، إلى أن توقفوا العرض.</translation>
    </message>
    <message>
        <source>Show nothing</source>
        <translation>عدم عرض شيء</translation>
    </message>
    <message>
        <source>Screen {number}</source>
        <translation>الشاشة {number}</translation>
    </message>
</context>
<context>
    <name>ServicePage</name>
    <message numerus="yes">
        <source>Length in minutes: %Ln</source>
        <translation>
            <numerusform>مدة المقابلة: %Ln دقيقة</numerusform>
            <numerusform>مدة المقابلة: دقيقة واحدة</numerusform>
            <numerusform>مدة المقابلة: دقيقتان</numerusform>
            <numerusform>مدة المقابلة: %Ln دقائق</numerusform>
            <numerusform>مدة المقابلة: %Ln دقيقة</numerusform>
            <numerusform>مدة المقابلة: %Ln دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>ما موضوع المقابلة؟</translation>
    </message>
</context>
<context>
    <name>ServicePointsPage</name>
    <message>
        <source>Kiosks: {number}</source>
        <translation>الأكشاك: {number}</translation>
    </message>
    <message>
        <source>Print: {place}</source>
        <translation>طباعة: {place}</translation>
    </message>
    <message>
        <source>The way to {place}, for your phone</source>
        <translation>الطريق إلى {place} على جوالكم</translation>
    </message>
    <message>
        <source>No service point is known</source>
        <translation>لا توجد نقاط خدمة معروفة</translation>
    </message>
    <message>
        <source>Please ask the staff in the hall.</source>
        <translation>نرجو سؤال موظفي الصالة.</translation>
    </message>
    <message>
        <source>Service points</source>
        <translation>نقاط الخدمة</translation>
    </message>
    <message>
        <source>The nearest first. From each of them you can meet the same officials by video.</source>
        <translation>الأقرب أولًا. ومن أيٍّ منها يمكنكم مقابلة المسؤولين أنفسهم مرئيًا.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>The way, for your phone</source>
        <translation>الطريق على جوالكم</translation>
    </message>
    <message>
        <source>Telephone: {number}</source>
        <translation>الهاتف: {number}</translation>
    </message>
    <message>
        <source>Received here: {agencies}</source>
        <translation>تستقبلكم هنا: {agencies}</translation>
    </message>
    <message>
        <source>Nothing can be printed at this kiosk. Your phone’s camera takes the way from the code.</source>
        <translation>لا تتوفر الطباعة في هذا الكشك. كاميرا هاتفكم تأخذ الطريق من الرمز.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>What is in the file</source>
        <translation>محتوى الملف</translation>
    </message>
    <message>
        <source>Save the diagnostics file</source>
        <translation>حفظ ملف التشخيص</translation>
    </message>
    <message>
        <source>ZIP files (*.zip)</source>
        <translation>ملفات ZIP ‏(*.zip)</translation>
    </message>
    <message>
        <source>About this desk</source>
        <translation>عن هذا البرنامج</translation>
    </message>
    <message>
        <source>Where something does not work, a diagnostics file helps who looks after this desk. It holds nothing about any person, and is sent nowhere by itself.</source>
        <translation>إذا تعطل شيء، ساعد ملف التشخيص فريق الدعم على معرفة السبب. لا يحوي الملف أي معلومة عن أي شخص، ولا يُرسل تلقائيًا إلى أي جهة.</translation>
    </message>
    <message>
        <source>Make a diagnostics file</source>
        <translation>إنشاء ملف تشخيص</translation>
    </message>
    <message>
        <source>Plain texts, which you can read yourself. No names, numbers, messages or passwords.</source>
        <translation>نصوص واضحة يمكنكم قراءتها، بلا أسماء ولا أرقام شخصية ولا رسائل ولا كلمات مرور.</translation>
    </message>
    <message>
        <source>The program: release, memory, how long it runs</source>
        <translation>البرنامج: إصداره وذاكرته ومدة تشغيله</translation>
    </message>
    <message>
        <source>Libraries and their releases</source>
        <translation>المكتبات البرمجية وإصداراتها</translation>
    </message>
    <message>
        <source>The operating system</source>
        <translation>نظام التشغيل</translation>
    </message>
    <message>
        <source>Screens: how many, how large</source>
        <translation>الشاشات: عددها وأحجامها</translation>
    </message>
    <message>
        <source>Devices: kinds and how many, no serial numbers</source>
        <translation>الأجهزة: أنواعها وأعدادها، بلا أرقام تسلسلية</translation>
    </message>
    <message>
        <source>Settings, without passwords and addresses</source>
        <translation>الإعدادات، بلا كلمات مرور ولا عناوين</translation>
    </message>
    <message>
        <source>Whether the server answers, and how soon</source>
        <translation>استجابة الخادم وسرعتها</translation>
    </message>
    <message>
        <source>What this computer has and lacks</source>
        <translation>ما يتوفر في هذا الجهاز وما ينقصه</translation>
    </message>
    <message>
        <source>The program&apos;s last notes, without names and numbers</source>
        <translation>آخر سجلات البرنامج، بلا أسماء ولا أرقام شخصية</translation>
    </message>
    <message>
        <source>Majlis {release}</source>
        <translation>مجلس {release}</translation>
    </message>
    <message>
        <source>Save it…</source>
        <translation>حفظ…</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>عدم الحفظ</translation>
    </message>
    <message>
        <source>The diagnostics file is saved.</source>
        <translation>حُفظ ملف التشخيص.</translation>
    </message>
    <message>
        <source>The file could not be saved there.</source>
        <translation>تعذر حفظ الملف في ذلك المكان.</translation>
    </message>
    <message>
        <source>Nothing could be gathered just now. Please try again.</source>
        <translation>تعذر جمع المعلومات الآن. يُرجى المحاولة مرة أخرى.</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>حسابكم</translation>
    </message>
    <message>
        <source>Change your password</source>
        <translation>تغيير كلمة المرور</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>كلمة المرور الحالية</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>كلمة المرور الجديدة</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>كلمة المرور الجديدة مرة أخرى</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>إبقاء الحالية</translation>
    </message>
    <message>
        <source>Your password is changed, and you are signed out wherever else you were signed in.</source>
        <translation>غُيِّرت كلمة المرور، وسُجِّل خروجكم من أي جهاز آخر كنتم قد دخلتم منه.</translation>
    </message>
    <message>
        <source>The present password is not right.</source>
        <translation>كلمة المرور الحالية غير صحيحة.</translation>
    </message>
    <message>
        <source>The new password was typed in two different ways.</source>
        <translation>كلمتا المرور الجديدتان غير متطابقتين.</translation>
    </message>
    <message>
        <source>Join from a browser</source>
        <translation>المشاركة من متصفح</translation>
    </message>
    <message>
        <source>Receive those of today from a telephone or another computer, without installing anything. The link is for you alone: it opens once, within five minutes.</source>
        <translation>استقبلوا أصحاب مواعيد اليوم من جوال أو حاسب آخر دون تثبيت أي برنامج. الرابط لكم وحدكم: يُفتح مرة واحدة خلال خمس دقائق.</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>نسخ الرابط</translation>
    </message>
    <message>
        <source>The link as a QR code</source>
        <translation>الرابط على شكل رمز استجابة سريعة</translation>
    </message>
    <message>
        <source>The link</source>
        <translation>الرابط</translation>
    </message>
    <message>
        <source>The link is over. Nobody opened it.</source>
        <translation>انتهت صلاحية الرابط دون أن يفتحه أحد.</translation>
    </message>
    <message>
        <source>Sign the browser out?</source>
        <translation>هل تريدون تسجيل خروج المتصفح؟</translation>
    </message>
    <message>
        <source>A talk that runs there ends there. The visitor stays in the room, and you go on at this desk.</source>
        <translation>تنتهي هناك المقابلة الجارية فيه. ويبقى المراجع في الغرفة، وتواصلون معه من هذا المكتب.</translation>
    </message>
    <message>
        <source>Browsers do not reach this server yet. Its administrator sets the address under which they do.</source>
        <translation>لا تصل المتصفحات إلى هذا الخادم بعد. يحدّد مدير النظام العنوان الذي تصل إليه منه.</translation>
    </message>
    <message>
        <source>Make a link for another browser</source>
        <translation>إنشاء رابط لمتصفح آخر</translation>
    </message>
    <message>
        <source>Make a link</source>
        <translation>إنشاء رابط</translation>
    </message>
    <message>
        <source>Sign the browser out</source>
        <translation>تسجيل خروج المتصفح</translation>
    </message>
    <message>
        <source>Take the link back</source>
        <translation>إلغاء الرابط</translation>
    </message>
    <message>
        <source>The link is copied.</source>
        <translation>نُسخ الرابط.</translation>
    </message>
    <message>
        <source>Sign it out</source>
        <translation>تسجيل خروجه</translation>
    </message>
    <message>
        <source>Leave it in</source>
        <translation>إبقاؤه</translation>
    </message>
    <message>
        <source>The browser is signed out.</source>
        <translation>سُجّل خروج المتصفح.</translation>
    </message>
    <message>
        <source>The link opens nothing any more.</source>
        <translation>أُلغي الرابط ولم يعد يفتح شيئاً.</translation>
    </message>
    <message>
        <source>Scan the code, or open the link. It is good until {time}.</source>
        <translation>امسحوا الرمز بكاميرا الجوال أو افتحوا الرابط. وهو صالح حتى الساعة {time}.</translation>
    </message>
    <message>
        <source>A browser is signed in for you since {time}. What it does stands in your name.</source>
        <translation>حسابكم مفتوح في متصفح منذ الساعة {time}، وما يُفعل فيه يُسجّل باسمكم.</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>كما كان</translation>
    </message>
    <message>
        <source>Back to: {value}</source>
        <translation>العودة إلى: {value}</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>On</source>
        <translation>مفعّل</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>Two soft notes</source>
        <translation>نغمتان هادئتان</translation>
    </message>
    <message>
        <source>At an arrival and before an audience; never in a talk.</source>
        <translation>عند وصول مراجع وقبل المقابلة، ولا تُسمعان أثناء المقابلات.</translation>
    </message>
    <message>
        <source>A notification of the desktop</source>
        <translation>إشعار على سطح المكتب</translation>
    </message>
    <message>
        <source>While you work in another window. It names nobody.</source>
        <translation>أثناء عملكم في نافذة أخرى، ولا يذكر اسم أحد.</translation>
    </message>
    <message>
        <source>A reminder before each audience</source>
        <translation>تذكير قبل كل مقابلة</translation>
    </message>
    <message>
        <source>Ten minutes and one minute before it begins.</source>
        <translation>قبل بدئها بعشر دقائق وبدقيقة واحدة.</translation>
    </message>
    <message>
        <source>Begin with the microphone off</source>
        <translation>بدء المقابلة والميكروفون مكتوم</translation>
    </message>
    <message>
        <source>You are heard once you unmute.</source>
        <translation>يُسمع صوتكم بعد إلغاء الكتم.</translation>
    </message>
    <message>
        <source>Be heard while the space bar is held</source>
        <translation>التحدث باستمرار الضغط على مفتاح المسافة</translation>
    </message>
    <message>
        <source>While you are muted and are not writing.</source>
        <translation>أثناء كتم الصوت وما دمتم لا تكتبون.</translation>
    </message>
    <message>
        <source>A small window while this one is minimised</source>
        <translation>نافذة صغيرة عند تصغير النافذة الرئيسة</translation>
    </message>
    <message>
        <source>With the visitor&apos;s picture, the time left, and your microphone.</source>
        <translation>فيها صورة المراجع والوقت المتبقي وزر الميكروفون.</translation>
    </message>
    <message>
        <source>Language and looks</source>
        <translation>اللغة والمظهر</translation>
    </message>
    <message>
        <source>When somebody comes</source>
        <translation>عند وصول مراجع</translation>
    </message>
    <message>
        <source>In a talk</source>
        <translation>أثناء المقابلة</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>حسب النظام</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>عادي</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>كبير</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>الأكبر</translation>
    </message>
    <message>
        <source>As in the desktop&apos;s sound settings</source>
        <translation>حسب إعدادات الصوت في النظام</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>الميكروفون</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>مكبر الصوت</translation>
    </message>
    <message>
        <source>Your camera is not connected. {device} is used until it is back.</source>
        <translation>الكاميرا التي اخترتموها غير موصولة. تُستخدم {device} إلى أن تعود.</translation>
    </message>
    <message>
        <source>Your microphone is not connected. {device} is used until it is back.</source>
        <translation>الميكروفون الذي اخترتموه غير موصول. يُستخدم {device} إلى أن يعود.</translation>
    </message>
    <message>
        <source>Your loudspeaker is not connected. {device} is used until it is back.</source>
        <translation>مكبر الصوت الذي اخترتموه غير موصول. يُستخدم {device} إلى أن يعود.</translation>
    </message>
    <message>
        <source>Blur what is behind you</source>
        <translation>تمويه ما خلفكم</translation>
    </message>
    <message>
        <source>This computer finds you by itself; no picture leaves it for that. The edge of a veil or a dark robe may be blurred, and what is close beside you may stay visible: please put away what nobody may read.</source>
        <translation>يحدّد هذا الجهاز مكانكم في الصورة بنفسه، ولا تخرج منه صورة لأجل ذلك. قد تتموّه أطراف الطرحة أو الثوب الداكن، وقد يبقى ما هو بجانبكم مباشرة ظاهرًا؛ فيُرجى إبعاد ما لا ينبغي أن يُقرأ.</translation>
    </message>
    <message>
        <source>Not connected: {device}</source>
        <translation>غير موصول: {device}</translation>
    </message>
    <message>
        <source>The test page came out of {printer}.</source>
        <translation>خرجت الصفحة التجريبية من {printer}.</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>الطباعة</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>طباعة صفحة تجريبية</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>صفحة تجريبية</translation>
    </message>
    <message>
        <source>If you can read this, papers of this desk come out here.</source>
        <translation>إن كنتم تقرؤون هذا فأوراق هذا المكتب تُطبع هنا.</translation>
    </message>
    <message>
        <source>The test page is being printed.</source>
        <translation>تُطبع الصفحة التجريبية الآن.</translation>
    </message>
    <message>
        <source>None: this desk was set up without a printer</source>
        <translation>بلا طابعة، وفق إعداد هذا المكتب</translation>
    </message>
    <message>
        <source>As this desk was set up: {printer}</source>
        <translation>وفق إعداد هذا المكتب: {printer}</translation>
    </message>
    <message>
        <source>The system&apos;s own printer</source>
        <translation>الطابعة الافتراضية للنظام</translation>
    </message>
    <message>
        <source>This computer&apos;s printing service does not answer: nothing can be printed at present.</source>
        <translation>خدمة الطباعة في هذا الجهاز لا تستجيب، ولا يمكن طباعة شيء الآن.</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>الطابعة</translation>
    </message>
    <message>
        <source>Looking for printers…</source>
        <translation>جارٍ البحث عن الطابعات…</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Not there: {printer}</source>
        <translation>غير موجودة: {printer}</translation>
    </message>
    <message>
        <source>What you print goes to {printer}.</source>
        <translation>تُطبع أوراقكم على {printer}.</translation>
    </message>
    <message>
        <source>There is no printer on this computer. Whoever looks after it can add one.</source>
        <translation>لا توجد طابعة على هذا الجهاز. يمكن للمسؤول عنه إضافة طابعة.</translation>
    </message>
    <message>
        <source>{printer} is no longer on this computer. Nothing is printed until it is back, or you choose another.</source>
        <translation>لم تعد {printer} موجودة على هذا الجهاز. لن يُطبع شيء إلى أن تعود أو تختاروا غيرها.</translation>
    </message>
    <message>
        <source>The system has no printer of its own choice. Nothing is printed until you choose one.</source>
        <translation>لم تُحدَّد للنظام طابعة افتراضية. لن يُطبع شيء إلى أن تختاروا طابعة.</translation>
    </message>
    <message>
        <source>Nothing is printed until you choose a printer.</source>
        <translation>لن يُطبع شيء إلى أن تختاروا طابعة.</translation>
    </message>
    <message>
        <source>Your camera is back and is used again.</source>
        <translation>عادت الكاميرا التي اخترتموها، وهي تعمل الآن.</translation>
    </message>
    <message>
        <source>Your microphone is back and is used again.</source>
        <translation>عاد الميكروفون الذي اخترتموه، وهو يعمل الآن.</translation>
    </message>
    <message>
        <source>Your loudspeaker is back and is used again.</source>
        <translation>عاد مكبر الصوت الذي اخترتموه، وهو يعمل الآن.</translation>
    </message>
    <message>
        <source>Your picture, as in a mirror</source>
        <translation>صورتكم كما في المرآة</translation>
    </message>
    <message>
        <source>How loud the microphone hears you</source>
        <translation>مستوى صوتكم في الميكروفون</translation>
    </message>
    <message>
        <source>Play a test sound</source>
        <translation>تشغيل صوت تجريبي</translation>
    </message>
    <message>
        <source>What the system chooses</source>
        <translation>ما يختاره النظام</translation>
    </message>
    <message>
        <source>Two notes sound now.</source>
        <translation>تُسمع الآن نغمتان.</translation>
    </message>
    <message>
        <source>The microphone heard the two notes: both serve.</source>
        <translation>التقط الميكروفون النغمتين: الجهازان يعملان.</translation>
    </message>
    <message>
        <source>Did you hear two notes? The microphone did not: with headphones that is as it should be.</source>
        <translation>هل سمعتم نغمتين؟ لم يلتقطهما الميكروفون، وهذا طبيعي مع سماعات الرأس.</translation>
    </message>
    <message>
        <source>Until it is connected again, {device} is used.</source>
        <translation>يُستخدم {device} إلى أن يُوصل من جديد.</translation>
    </message>
    <message>
        <source>In use: {device}</source>
        <translation>المستخدم الآن: {device}</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Each applies at once, on this computer, for you alone.</source>
        <translation>يسري كل تغيير فورًا، على هذا الجهاز، ولحسابكم وحدكم.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>الأجهزة</translation>
    </message>
    <message>
        <source>Your settings could not be read: the file was damaged. Everything is as usual, and a copy of the damaged file is kept beside it.</source>
        <translation>تعذرت قراءة إعداداتكم لأن ملفها تالف. عاد كل شيء إلى المعتاد، وحُفظت نسخة من الملف التالف بجانبه.</translation>
    </message>
    <message>
        <source>Some of your settings could not be read and are as usual; all others are kept, and so is a copy of the file as it was.</source>
        <translation>تعذرت قراءة بعض إعداداتكم فعادت إلى المعتاد، وبقيت الإعدادات الأخرى كما هي، وحُفظت نسخة من الملف كما كان.</translation>
    </message>
    <message>
        <source>Your settings could not be read: the system does not allow it. Everything is as usual.</source>
        <translation>تعذرت قراءة إعداداتكم لأن النظام لا يسمح بذلك. كل شيء على المعتاد.</translation>
    </message>
    <message>
        <source>Your settings could not be saved. What you choose holds until the program is closed.</source>
        <translation>تعذر حفظ إعداداتكم. يبقى ما تختارونه ساريًا إلى أن يُغلق البرنامج.</translation>
    </message>
    <message>
        <source>The password that you were given</source>
        <translation>كلمة المرور التي سُلّمت إليكم</translation>
    </message>
    <message numerus="yes">
        <source>At least %Ln characters, other than before, without your user name, and none that everybody uses. A few words that do not belong together are good.</source>
        <translation>
            <numerusform>كلمة غير السابقة، بلا اسم المستخدم، وغير شائعة. وتصلح بضع كلمات لا صلة بينها.</numerusform>
            <numerusform>حرف واحد على الأقل، غير السابقة، بلا اسم المستخدم، وغير شائعة. وتصلح بضع كلمات لا صلة بينها.</numerusform>
            <numerusform>حرفان على الأقل، غير السابقة، بلا اسم المستخدم، وغير شائعة. وتصلح بضع كلمات لا صلة بينها.</numerusform>
            <numerusform>%Ln أحرف على الأقل، غير السابقة، بلا اسم المستخدم، وغير شائعة. وتصلح بضع كلمات لا صلة بينها.</numerusform>
            <numerusform>%Ln حرفًا على الأقل، غير السابقة، بلا اسم المستخدم، وغير شائعة. وتصلح بضع كلمات لا صلة بينها.</numerusform>
            <numerusform>%Ln حرف على الأقل، غير السابقة، بلا اسم المستخدم، وغير شائعة. وتصلح بضع كلمات لا صلة بينها.</numerusform>
        </translation>
    </message>
    <message>
        <source>The password that you were given is another.</source>
        <translation>كلمة المرور التي سُلّمت إليكم غير هذه.</translation>
    </message>
</context>
<context>
    <name>ShareStrip</name>
    <message>
        <source>The visitor sees your screen now</source>
        <translation>يرى المراجع شاشتكم الآن</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>إظهار كلمة المرور</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>إخفاء كلمة المرور</translation>
    </message>
    <message>
        <source>Capital letters are locked (Caps Lock).</source>
        <translation>الأحرف الكبيرة مقفلة (Caps Lock).</translation>
    </message>
    <message>
        <source>Please type the code that your authenticator app shows now.</source>
        <translation>يُرجى كتابة الرمز الظاهر الآن في تطبيق التحقق.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>With the name and password of your office.</source>
        <translation>باسم المستخدم وكلمة المرور الخاصين بمكتبكم.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>اسم المستخدم</translation>
    </message>
    <message>
        <source>Code of the second factor</source>
        <translation>رمز التحقق الثاني</translation>
    </message>
    <message>
        <source>From your authenticator app, or a recovery code.</source>
        <translation>من تطبيق التحقق، أو أحد رموز الاسترداد.</translation>
    </message>
</context>
<context>
    <name>SlipPage</name>
    <message>
        <source>Number of this slip</source>
        <translation>رقم هذا الإيصال</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Kept here, and sent as soon as the line is back</source>
        <translation>محفوظ هنا، ويُرسل حال عودة الاتصال</translation>
    </message>
    <message>
        <source>This is not an appointment</source>
        <translation>هذا ليس موعداً</translation>
    </message>
</context>
<context>
    <name>SlipPaper</name>
    <message>
        <source>Request, not confirmed yet</source>
        <translation>طلب، لم يُؤكد بعد</translation>
    </message>
    <message>
        <source>Check-in, not sent yet</source>
        <translation>تسجيل حضور، لم يُرسل بعد</translation>
    </message>
    <message>
        <source>No appointment is booked. Your request is sent as soon as the line is back.</source>
        <translation>لم يُحجز أي موعد، ويُرسل طلبكم حال عودة الاتصال.</translation>
    </message>
    <message>
        <source>You receive an SMS when it has arrived, and another with the answer.</source>
        <translation>تصلكم رسالة نصية عند وصوله، وأخرى عند الرد عليه.</translation>
    </message>
    <message>
        <source>Number of this slip</source>
        <translation>رقم هذا الإيصال</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>المسؤول</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Days that suit</source>
        <translation>الأيام المناسبة</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>التذكرة</translation>
    </message>
    <message>
        <source>Left here</source>
        <translation>قُدّم هنا</translation>
    </message>
    <message>
        <source>That you are here is kept, and sent as soon as the line is back. The hour on this slip counts.</source>
        <translation>حُفظ حضوركم، ويُرسل حال عودة الاتصال، والعبرة بالساعة المبينة في هذا الإيصال.</translation>
    </message>
    <message>
        <source>Please stay in the hall, and tell the staff that you are here.</source>
        <translation>نرجو البقاء في الصالة وإبلاغ الموظفين بحضوركم.</translation>
    </message>
</context>
<context>
    <name>SlipPrinting</name>
    <message>
        <source>Print the slip</source>
        <translation>طباعة الإيصال</translation>
    </message>
    <message>
        <source>Your slip is being printed. One moment, please.</source>
        <translation>تجري طباعة الإيصال، لحظة من فضلكم.</translation>
    </message>
    <message>
        <source>Please take your slip from below the screen.</source>
        <translation>تفضلوا باستلام الإيصال من أسفل الشاشة.</translation>
    </message>
    <message>
        <source>Please write the number down.</source>
        <translation>نرجو تدوين الرقم.</translation>
    </message>
</context>
<context>
    <name>SlotGrid</name>
    <message>
        <source>Not available</source>
        <translation>غير متاح</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>صباحًا</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation>بعد الظهر</translation>
    </message>
</context>
<context>
    <name>SmallWindow</name>
    <message>
        <source>The talk goes on</source>
        <translation>المقابلة مستمرة</translation>
    </message>
    <message>
        <source>Back to the desk</source>
        <translation>عودة إلى البرنامج</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>كتم الصوت</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>إلغاء الكتم</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Step {number} of {count}: {name}</source>
        <translation>الخطوة {number} من {count}: {name}</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>هل ما زلتم هنا؟</translation>
    </message>
    <message>
        <source>For your privacy this visit ends by itself, and what you entered is removed.</source>
        <translation>حفاظًا على خصوصيتكم تنتهي هذه الزيارة تلقائيًا ويُمحى ما أدخلتموه.</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>نعم، ما زلت هنا</translation>
    </message>
    <message>
        <source>End the visit</source>
        <translation>إنهاء الزيارة</translation>
    </message>
</context>
<context>
    <name>SubjectPage</name>
    <message>
        <source>What would you like to talk about?</source>
        <translation>عمّ تودّون الحديث؟</translation>
    </message>
    <message>
        <source>You may leave this empty. The official reads it before the talk.</source>
        <translation>يمكنكم ترك هذا الحقل فارغًا. يقرؤه المسؤول قبل المقابلة.</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>الموضوع</translation>
    </message>
    <message numerus="yes">
        <source>Letters left: %Ln</source>
        <translation>
            <numerusform>لم يبقَ أي حرف</numerusform>
            <numerusform>بقي حرف واحد</numerusform>
            <numerusform>بقي حرفان</numerusform>
            <numerusform>بقيت %Ln أحرف</numerusform>
            <numerusform>بقي %Ln حرفًا</numerusform>
            <numerusform>بقي %Ln حرف</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue without a subject</source>
        <translation>المتابعة دون موضوع</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Is everything right?</source>
        <translation>هل البيانات صحيحة؟</translation>
    </message>
    <message>
        <source>Confirm the booking</source>
        <translation>تأكيد الحجز</translation>
    </message>
    <message>
        <source>I agree, and confirm the booking</source>
        <translation>أوافق وأؤكد الحجز</translation>
    </message>
    <message>
        <source>Choose another time</source>
        <translation>اختيار وقت آخر</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>المراجع</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>المسؤول</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>This time is held for you for another {time}</source>
        <translation>هذا الوقت محجوز لكم مؤقتًا لمدة {time}</translation>
    </message>
    <message>
        <source>The time is no longer held for you. Choose another; everything else is kept.</source>
        <translation>انتهت مدة حجز الوقت لكم. نرجو اختيار وقت آخر، وكل ما أدخلتموه محفوظ.</translation>
    </message>
</context>
<context>
    <name>SurveyPage</name>
    <message>
        <source>How satisfied are you with your audience?</source>
        <translation>ما مدى رضاكم عن مقابلتكم؟</translation>
    </message>
    <message>
        <source>The office reads only what many people answered together, never who gave which answer.</source>
        <translation>لا يطّلع المكتب إلا على مجموع إجابات كثيرين، ولا يعرف أبدًا من أجاب بماذا.</translation>
    </message>
    <message>
        <source>What were the reasons? Choose as many as you like.</source>
        <translation>ما الأسباب؟ يمكنكم اختيار أكثر من سبب.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>تخطّي</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Please touch the face that fits.</source>
        <translation>نرجو لمس الوجه المناسب.</translation>
    </message>
    <message>
        <source>How satisfied you are</source>
        <translation>مدى رضاكم</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>الأسباب</translation>
    </message>
</context>
<context>
    <name>TalkPapers</name>
    <message>
        <source>Give a document</source>
        <translation>تسليم مستند</translation>
    </message>
    <message>
        <source>PDF documents and pictures (*.pdf *.jpg *.jpeg *.png)</source>
        <translation>مستندات PDF وصور (*.pdf *.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <source>They see it at once and may print it; it stays with the case.</source>
        <translation>يراه في الحال ويمكنه طباعته، ويبقى محفوظًا مع الملف.</translation>
    </message>
    <message>
        <source>{name} has handed over a document: {document}</source>
        <translation>سلّم {name} مستندًا: {document}</translation>
    </message>
    <message>
        <source>Give this to the visitor?</source>
        <translation>هل تريدون تسليم هذا إلى المراجع؟</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>ولا غير ذلك</numerusform>
            <numerusform>ومستند آخر</numerusform>
            <numerusform>ومستندان آخران</numerusform>
            <numerusform>و%Ln مستندات أخرى</numerusform>
            <numerusform>و%Ln مستندًا آخر</numerusform>
            <numerusform>و%Ln مستند آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>Give it</source>
        <translation>تسليم</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>It is being called back</source>
        <translation>جارٍ إلغاء التسليم</translation>
    </message>
    <message>
        <source>{document} is on its way: {percent}%</source>
        <translation>جارٍ إرسال {document}: {percent}٪</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>{document} has arrived and is being looked through</source>
        <translation>وصل {document} إلى الخادم ويجري فحصه</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>The talk is over</source>
        <translation>انتهت المقابلة</translation>
    </message>
    <message>
        <source>Documents are given and taken back while one talks.</source>
        <translation>تُسلَّم المستندات وتُسحب أثناء المقابلة.</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>تعذّرت قراءة الملف</translation>
    </message>
    <message>
        <source>It is gone, or no file. Please choose another one.</source>
        <translation>لم يعد موجودًا، أو ليس ملفًا. يُرجى اختيار ملف آخر.</translation>
    </message>
    <message>
        <source>It was taken back. The visitor sees it no more.</source>
        <translation>سُحب المستند، ولم يعد المراجع يراه.</translation>
    </message>
    <message>
        <source>It was not given.</source>
        <translation>لم يُسلَّم المستند.</translation>
    </message>
    <message>
        <source>The visitor has it: {document}</source>
        <translation>وصل إلى المراجع: {document}</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>المستندات</translation>
    </message>
    <message>
        <source>Nothing lies beside this talk yet.</source>
        <translation>لا مستندات مع هذه المقابلة بعد.</translation>
    </message>
    <message>
        <source>Give the visitor a PDF or a picture (F), or drop it on the talk</source>
        <translation>تسليم المراجع ملف PDF أو صورة (F)، أو إفلات الملف على المقابلة</translation>
    </message>
    <message>
        <source>Given to the visitor · {size}</source>
        <translation>سُلِّم إلى المراجع · {size}</translation>
    </message>
    <message>
        <source>Take back: {name}</source>
        <translation>سحب: {name}</translation>
    </message>
</context>
<context>
    <name>TicketEntry</name>
    <message>
        <source>The number of your ticket</source>
        <translation>رقم تذكرتكم</translation>
    </message>
    <message>
        <source>With number and code you need not enter ID and mobile</source>
        <translation>بالرقم والرمز لا حاجة إلى إدخال الهوية والجوال</translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation>رقم التذكرة</translation>
    </message>
    <message>
        <source>Eight digits</source>
        <translation>ثمانية أرقام</translation>
    </message>
    <message>
        <source>It is on the printed ticket and in the SMS about your appointment.</source>
        <translation>تجدونه في التذكرة المطبوعة وفي الرسالة النصية الخاصة بموعدكم.</translation>
    </message>
    <message>
        <source>The code of your ticket</source>
        <translation>رمز تذكرتكم</translation>
    </message>
    <message>
        <source>It stands below the number</source>
        <translation>تجدونه تحت الرقم</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Six digits</source>
        <translation>ستة أرقام</translation>
    </message>
    <message>
        <source>Your check-in is sealed and kept here, and sent as soon as the line is back.</source>
        <translation>يُشفَّر تسجيل حضوركم ويُحفظ هنا، ويُرسل حال عودة الاتصال.</translation>
    </message>
    <message>
        <source>Then we send a code to your mobile, so that nobody else can use your ticket.</source>
        <translation>ثم نرسل رمزًا إلى جوالكم، كي لا يستعمل تذكرتكم أحد غيركم.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Keep my check-in</source>
        <translation>حفظ تسجيل حضوري</translation>
    </message>
    <message>
        <source>Send the code</source>
        <translation>إرسال الرمز</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Your appointment is booked</source>
        <translation>تم حجز موعدكم</translation>
    </message>
    <message>
        <source>Please keep number and code: with them it is found again</source>
        <translation>نرجو الاحتفاظ بالرقم والرمز، فبهما يُستدل على موعدكم</translation>
    </message>
    <message>
        <source>The same was sent to your mobile by SMS.</source>
        <translation>أُرسلت هذه البيانات إلى جوالكم في رسالة نصية.</translation>
    </message>
    <message>
        <source>Check in now</source>
        <translation>تسجيل الحضور الآن</translation>
    </message>
    <message>
        <source>I come back later</source>
        <translation>سأعود لاحقًا</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation>رقم التذكرة</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Your appointment was moved</source>
        <translation>نُقل موعدكم</translation>
    </message>
    <message>
        <source>Number and code of your ticket are still good</source>
        <translation>يبقى رقم تذكرتكم ورمزها صالحين</translation>
    </message>
    <message>
        <source>The new time was sent to your mobile by SMS.</source>
        <translation>أُرسل الموعد الجديد إلى جوالكم برسالة نصية.</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>المكتب</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>The time is yours</source>
        <translation>الموعد لكم</translation>
    </message>
    <message>
        <source>The code of your ticket comes by SMS</source>
        <translation>يصلكم رمز التذكرة برسالة نصية</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Check-in is open: you can begin here and now.</source>
        <translation>تسجيل الحضور مفتوح، ويمكنكم البدء هنا الآن.</translation>
    </message>
</context>
<context>
    <name>TicketPaper</name>
    <message>
        <source>Please have your ID, your Iqama or your passport with you.</source>
        <translation>نرجو إحضار الهوية الوطنية أو الإقامة أو جواز السفر.</translation>
    </message>
    <message>
        <source>Keep this ticket: its number leads back to your appointment.</source>
        <translation>نرجو الاحتفاظ بهذه التذكرة، فبرقمها يُستدل على موعدكم.</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>المكتب</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>نوع المقابلة</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Majlis · Appointment ticket</source>
        <translation>مجلس · تذكرة موعد</translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation>رقم التذكرة</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Scan with your phone: the appointment in your calendar. When you come, hold it before the kiosk&apos;s camera.</source>
        <translation>امسحوا الرمز بهاتفكم لإضافة الموعد إلى تقويمكم. وعند حضوركم ضعوه أمام كاميرا الكشك.</translation>
    </message>
    <message>
        <source>By video, at a kiosk</source>
        <translation>مرئي، من الكشك</translation>
    </message>
    <message>
        <source>By video, from your own phone or computer</source>
        <translation>مرئي، من جوالكم أو حاسوبكم</translation>
    </message>
    <message>
        <source>Open the link that comes to your mobile on the day; check-in opens at {time}.</source>
        <translation>نرجو فتح الرابط الذي يصل إلى جوالكم في يوم الموعد، ويُفتح تسجيل الحضور الساعة {time}.</translation>
    </message>
    <message>
        <source>In person, at the office</source>
        <translation>حضوري، في المكتب</translation>
    </message>
    <message>
        <source>At your home</source>
        <translation>زيارة في منزلكم</translation>
    </message>
    <message>
        <source>Come to any kiosk of this service on the day; check-in opens at {time}.</source>
        <translation>نرجو الحضور في يوم الموعد إلى أي كشك من أكشاك الخدمة، ويُفتح تسجيل الحضور الساعة {time}.</translation>
    </message>
    <message>
        <source>Come to the office on the day; check-in opens at {time}.</source>
        <translation>نرجو الحضور إلى المكتب في يوم الموعد، ويُفتح تسجيل الحضور الساعة {time}.</translation>
    </message>
    <message>
        <source>Our team comes to your home at this time.</source>
        <translation>يزوركم فريقنا في منزلكم في هذا الوقت.</translation>
    </message>
</context>
<context>
    <name>TicketPrinting</name>
    <message>
        <source>Your number was sent by SMS too, and you may write it down.</source>
        <translation>موعدكم قائم: أُرسل رقم التذكرة إلى جوالكم في رسالة نصية، ويمكنكم كذلك تدوينه.</translation>
    </message>
    <message>
        <source>Print the ticket</source>
        <translation>طباعة التذكرة</translation>
    </message>
    <message>
        <source>The printer cannot be reached.</source>
        <translation>تعذر الوصول إلى طابعة هذا الكشك.</translation>
    </message>
    <message>
        <source>The printer has no paper.</source>
        <translation>نفد الورق من الطابعة.</translation>
    </message>
    <message>
        <source>The printer could not print.</source>
        <translation>تعذرت طباعة تذكرتكم.</translation>
    </message>
    <message>
        <source>Your ticket is being printed. One moment, please.</source>
        <translation>تُطبع تذكرتكم الآن، لحظة من فضلكم.</translation>
    </message>
    <message>
        <source>Please take your ticket from below the screen.</source>
        <translation>تفضلوا باستلام تذكرتكم من أسفل الشاشة.</translation>
    </message>
</context>
<context>
    <name>TimeBar</name>
    <message>
        <source>No more time</source>
        <translation>لا حاجة إلى التمديد</translation>
    </message>
    <message>
        <source>The next audience begins before that: it cannot be extended.</source>
        <translation>تبدأ المقابلة التالية قبل ذلك، فلا يمكن التمديد.</translation>
    </message>
    <message>
        <source>Your calendar is blocked from then on: it cannot be extended.</source>
        <translation>الوقت بعد ذلك محجوز في تقويمكم، فلا يمكن التمديد.</translation>
    </message>
    <message>
        <source>It has been extended by half an hour already: no more is given.</source>
        <translation>مُدّدت المقابلة نصف ساعة، ولا يمكن تمديدها أكثر.</translation>
    </message>
    <message>
        <source>The planned time is over.</source>
        <translation>انتهى الوقت المقرر.</translation>
    </message>
    <message>
        <source>About two minutes are left.</source>
        <translation>بقي نحو دقيقتين.</translation>
    </message>
    <message numerus="yes">
        <source>Extend by %Ln minutes</source>
        <translation>
            <numerusform>دون تمديد</numerusform>
            <numerusform>تمديد دقيقة</numerusform>
            <numerusform>تمديد دقيقتين</numerusform>
            <numerusform>تمديد %Ln دقائق</numerusform>
            <numerusform>تمديد %Ln دقيقة</numerusform>
            <numerusform>تمديد %Ln دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>TimePage</name>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>When would you like to come?</source>
        <translation>متى تودّون الحضور؟</translation>
    </message>
    <message>
        <source>None of these suits me</source>
        <translation>لا يناسبني أي منها</translation>
    </message>
    <message>
        <source>No time is free in the coming weeks</source>
        <translation>لا توجد أوقات متاحة في الأسابيع القادمة</translation>
    </message>
    <message>
        <source>Tell me when a time becomes free</source>
        <translation>أبلغوني حين يتوفر وقت</translation>
    </message>
    <message>
        <source>Your appointment stays as it is. Please look again in a few days.</source>
        <translation>يبقى موعدكم كما هو. يُرجى المحاولة مرة أخرى بعد أيام.</translation>
    </message>
    <message>
        <source>Please choose another office, or come back in a few days.</source>
        <translation>نرجو اختيار مكتب آخر أو العودة بعد أيام.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>تحديث</translation>
    </message>
    <message numerus="yes">
        <source>Free times: %Ln</source>
        <translation>
            <numerusform>لا توجد أوقات متاحة</numerusform>
            <numerusform>وقت واحد متاح</numerusform>
            <numerusform>وقتان متاحان</numerusform>
            <numerusform>%Ln أوقات متاحة</numerusform>
            <numerusform>%Ln وقتًا متاحًا</numerusform>
            <numerusform>%Ln وقت متاح</numerusform>
        </translation>
    </message>
    <message>
        <source>Next free: {day}, {time}</source>
        <translation>أقرب وقت متاح: {day}، {time}</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>Audiences: %Ln</source>
        <translation>
            <numerusform>المقابلات: %Ln</numerusform>
            <numerusform>المقابلات: %Ln</numerusform>
            <numerusform>المقابلات: %Ln</numerusform>
            <numerusform>المقابلات: %Ln</numerusform>
            <numerusform>المقابلات: %Ln</numerusform>
            <numerusform>المقابلات: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting: %Ln</source>
        <translation>
            <numerusform>في الانتظار: %Ln</numerusform>
            <numerusform>في الانتظار: %Ln</numerusform>
            <numerusform>في الانتظار: %Ln</numerusform>
            <numerusform>في الانتظار: %Ln</numerusform>
            <numerusform>في الانتظار: %Ln</numerusform>
            <numerusform>في الانتظار: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Today&apos;s audiences</source>
        <translation>مقابلات اليوم</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>تحديث</translation>
    </message>
    <message>
        <source>No audiences today</source>
        <translation>لا توجد مقابلات اليوم</translation>
    </message>
    <message>
        <source>As soon as somebody books a time, it appears here by itself.</source>
        <translation>متى حُجز موعد ظهر هنا تلقائيًا.</translation>
    </message>
    <message>
        <source>Choose an audience</source>
        <translation>اختاروا مقابلة</translation>
    </message>
    <message>
        <source>Its brief opens here.</source>
        <translation>يُفتح ملخصها هنا.</translation>
    </message>
    <message>
        <source>Nothing is left to you at present</source>
        <translation>لا صلاحيات لكم حاليًّا</translation>
    </message>
    <message>
        <source>The official says what you may do for the office, and from which day on.</source>
        <translation>يحدد المسؤول ما يمكنكم القيام به عن المكتب، ومن أي يوم.</translation>
    </message>
    <message>
        <source>Briefs are not left to you</source>
        <translation>لم تُفوَّضوا بالاطلاع على الملفات</translation>
    </message>
    <message>
        <source>You see the day and the calendar. The official says what else you may do.</source>
        <translation>ترون مواعيد اليوم والتقويم. والمسؤول هو من يحدد ما عدا ذلك.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Open the brief</source>
        <translation>فتح الملخص</translation>
    </message>
    <message>
        <source>A note on a document is not saved. It will be lost.</source>
        <translation>ملاحظة على مستند لم تُحفظ بعد، وستُفقد.</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>{percent}%</source>
        <translation>{percent}٪</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>تظليل</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Page number</source>
        <translation>رقم الصفحة</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>الصفحة السابقة</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>الصفحة التالية</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>تصغير (-)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>تكبير (+)</translation>
    </message>
    <message>
        <source>Fit the width (0)</source>
        <translation>ملء العرض (0)</translation>
    </message>
    <message>
        <source>Turn the pages</source>
        <translation>تدوير الصفحات</translation>
    </message>
    <message>
        <source>Undo the last mark (Ctrl+Z)</source>
        <translation>التراجع عن آخر علامة (Ctrl+Z)</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>من {count}</translation>
    </message>
</context>
<context>
    <name>Trail</name>
    <message>
        <source>Everybody</source>
        <translation>الجميع</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>كل شيء</translation>
    </message>
    <message>
        <source>Search in what is shown</source>
        <translation>البحث فيما هو معروض</translation>
    </message>
    <message>
        <source>Year, month and day, as 2026-03-15.</source>
        <translation>السنة والشهر واليوم، مثل ⁦2026-03-15⁩.</translation>
    </message>
    <message>
        <source>Who did what, the latest first. Nobody can change what stands here.</source>
        <translation>من فعل ماذا، والأحدث أولًا. ولا يستطيع أحد تغيير ما هنا.</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>من</translation>
    </message>
    <message>
        <source>What</source>
        <translation>البيان</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>as 2026-03-15</source>
        <translation>مثل ⁦2026-03-15⁩</translation>
    </message>
    <message>
        <source>Show what came before</source>
        <translation>عرض ما قبله</translation>
    </message>
    <message>
        <source>Nothing like this stands in the trail</source>
        <translation>لا شيء من هذا في السجل</translation>
    </message>
    <message>
        <source>Search for another day, or for everything.</source>
        <translation>يُرجى البحث في يوم آخر، أو في كل شيء.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>على ماذا</translation>
    </message>
    <message>
        <source>Who: {text}</source>
        <translation>من: {text}</translation>
    </message>
    <message>
        <source>In the role: {text}</source>
        <translation>بدور: {text}</translation>
    </message>
    <message>
        <source>Asked of a kiosk: {order}</source>
        <translation>طُلب من كشك: {order}</translation>
    </message>
    <message>
        <source>Done at a kiosk: {order}</source>
        <translation>نُفّذ في كشك: {order}</translation>
    </message>
    <message>
        <source>Not done at a kiosk: {order}</source>
        <translation>تعذّر في كشك: {order}</translation>
    </message>
    <message>
        <source>Called somebody into a talk: {as_what}</source>
        <translation>استدعاء إلى مقابلة: {as_what}</translation>
    </message>
    <message>
        <source>Removed by age: {what}</source>
        <translation>إزالة بانقضاء المدة: {what}</translation>
    </message>
    <message>
        <source>Moved an audience</source>
        <translation>تغيير موعد</translation>
    </message>
    <message>
        <source>Reminded of an audience</source>
        <translation>تذكير بموعد</translation>
    </message>
    <message>
        <source>Began to wait</source>
        <translation>بدء الانتظار</translation>
    </message>
    <message>
        <source>Admitted</source>
        <translation>سماح بالدخول</translation>
    </message>
    <message>
        <source>Sent back to waiting</source>
        <translation>إعادة للانتظار</translation>
    </message>
    <message>
        <source>Transferred to another office</source>
        <translation>تحويل إلى مكتب آخر</translation>
    </message>
    <message>
        <source>Handed a talk over</source>
        <translation>تسليم مقابلة</translation>
    </message>
    <message>
        <source>Declined to receive</source>
        <translation>اعتذار عن الاستقبال</translation>
    </message>
    <message>
        <source>Made a break in a talk</source>
        <translation>إيقاف مقابلة مؤقتًا</translation>
    </message>
    <message>
        <source>Went on after a break</source>
        <translation>استئناف مقابلة</translation>
    </message>
    <message>
        <source>Ended a talk</source>
        <translation>إنهاء مقابلة</translation>
    </message>
    <message>
        <source>Recorded an outcome</source>
        <translation>تسجيل نتيجة</translation>
    </message>
    <message>
        <source>Took an outcome back</source>
        <translation>التراجع عن نتيجة</translation>
    </message>
    <message>
        <source>Amended an outcome</source>
        <translation>تعديل نتيجة</translation>
    </message>
    <message>
        <source>Confirmed an outcome</source>
        <translation>تأكيد نتيجة</translation>
    </message>
    <message>
        <source>Cancelled an audience</source>
        <translation>إلغاء موعد</translation>
    </message>
    <message>
        <source>Marked as not come</source>
        <translation>تسجيل عدم حضور</translation>
    </message>
    <message>
        <source>Marked as not held, by a fault of ours</source>
        <translation>تسجيل تعذّر المقابلة بخلل من جهتنا</translation>
    </message>
    <message>
        <source>Made good that somebody was marked as not come</source>
        <translation>رفع عدم الحضور</translation>
    </message>
    <message>
        <source>Opened a booking by its ticket</source>
        <translation>فتح حجز بالتذكرة</translation>
    </message>
    <message>
        <source>Answered how satisfied they were</source>
        <translation>إجابة استبيان الرضا</translation>
    </message>
    <message>
        <source>Let the next in line wait</source>
        <translation>تخطّي صاحب الدور</translation>
    </message>
    <message>
        <source>Received somebody first: elderly</source>
        <translation>تقديم الدور: كبير سن</translation>
    </message>
    <message>
        <source>Received somebody first: unwell</source>
        <translation>تقديم الدور: حالة صحية</translation>
    </message>
    <message>
        <source>Received somebody first: from afar</source>
        <translation>تقديم الدور: قادم من بعيد</translation>
    </message>
    <message>
        <source>Received somebody first: urgent</source>
        <translation>تقديم الدور: أمر عاجل</translation>
    </message>
    <message>
        <source>Received somebody first: a fault of ours</source>
        <translation>تقديم الدور: خلل من جهتنا</translation>
    </message>
    <message>
        <source>Began a break of the office</source>
        <translation>بدء استراحة المكتب</translation>
    </message>
    <message>
        <source>Ended a break of the office</source>
        <translation>إنهاء استراحة المكتب</translation>
    </message>
    <message>
        <source>Told somebody that their turn has moved</source>
        <translation>إشعار بتغيّر الدور</translation>
    </message>
    <message>
        <source>Offered a time to somebody on the waiting list</source>
        <translation>عرض موعد من قائمة الانتظار</translation>
    </message>
    <message>
        <source>Accepted a time that was offered</source>
        <translation>قبول موعد معروض</translation>
    </message>
    <message>
        <source>Declined a time that was offered</source>
        <translation>رفض موعد معروض</translation>
    </message>
    <message>
        <source>A time that was offered was not taken</source>
        <translation>انتهاء مهلة موعد معروض</translation>
    </message>
    <message>
        <source>Joined the waiting list</source>
        <translation>الانضمام إلى قائمة الانتظار</translation>
    </message>
    <message>
        <source>Left the waiting list</source>
        <translation>مغادرة قائمة الانتظار</translation>
    </message>
    <message>
        <source>Brought a place on the waiting list back</source>
        <translation>إعادة مكان في قائمة الانتظار</translation>
    </message>
    <message>
        <source>Sent a link to a guest</source>
        <translation>إرسال رابط لضيف</translation>
    </message>
    <message>
        <source>Came in as a guest</source>
        <translation>دخول ضيف</translation>
    </message>
    <message>
        <source>Blocked time in the calendar</source>
        <translation>حجب وقت في التقويم</translation>
    </message>
    <message>
        <source>Freed time in the calendar</source>
        <translation>إتاحة وقت في التقويم</translation>
    </message>
    <message>
        <source>Took in times from another calendar</source>
        <translation>استيراد أوقات من تقويم آخر</translation>
    </message>
    <message>
        <source>Removed times of another calendar</source>
        <translation>إزالة أوقات تقويم آخر</translation>
    </message>
    <message>
        <source>Made a calendar link</source>
        <translation>إنشاء رابط تقويم</translation>
    </message>
    <message>
        <source>Made a calendar link that shows names</source>
        <translation>إنشاء رابط تقويم يُظهر الأسماء</translation>
    </message>
    <message>
        <source>Ended a calendar link</source>
        <translation>إنهاء رابط تقويم</translation>
    </message>
    <message>
        <source>Extended a talk by 5 minutes</source>
        <translation>تمديد مقابلة ٥ دقائق</translation>
    </message>
    <message>
        <source>Extended a talk by 10 minutes</source>
        <translation>تمديد مقابلة ١٠ دقائق</translation>
    </message>
    <message>
        <source>Extended a talk by 15 minutes</source>
        <translation>تمديد مقابلة ١٥ دقيقة</translation>
    </message>
    <message>
        <source>Joined a talk into which they were called</source>
        <translation>الانضمام إلى مقابلة بعد استدعاء</translation>
    </message>
    <message>
        <source>Did not join a talk into which they were called</source>
        <translation>الاعتذار عن استدعاء إلى مقابلة</translation>
    </message>
    <message>
        <source>Took somebody out of a talk</source>
        <translation>إخراج مشارك من مقابلة</translation>
    </message>
    <message>
        <source>Asked another office to take a talk over</source>
        <translation>طلب تسلّم مقابلة</translation>
    </message>
    <message>
        <source>Began a private word among officials</source>
        <translation>بدء حديث جانبي بين المسؤولين</translation>
    </message>
    <message>
        <source>Ended a private word among officials</source>
        <translation>إنهاء حديث جانبي بين المسؤولين</translation>
    </message>
    <message>
        <source>Wrote the minutes</source>
        <translation>كتابة المحضر</translation>
    </message>
    <message>
        <source>Wrote to somebody who waits</source>
        <translation>كتابة رسالة لمنتظر</translation>
    </message>
    <message>
        <source>Wrote in a talk</source>
        <translation>كتابة في مقابلة</translation>
    </message>
    <message>
        <source>Told how the line of a talk was</source>
        <translation>ملخص اتصال مقابلة</translation>
    </message>
    <message>
        <source>Asked to be called back</source>
        <translation>طلب معاودة الاتصال</translation>
    </message>
    <message>
        <source>Called somebody back</source>
        <translation>معاودة الاتصال</translation>
    </message>
    <message>
        <source>Called back, and reached nobody</source>
        <translation>معاودة الاتصال دون رد</translation>
    </message>
    <message>
        <source>Asked whether a talk may be recorded</source>
        <translation>طلب تسجيل مقابلة</translation>
    </message>
    <message>
        <source>Agreed to a recording</source>
        <translation>موافقة على تسجيل</translation>
    </message>
    <message>
        <source>Did not agree to a recording</source>
        <translation>رفض تسجيل</translation>
    </message>
    <message>
        <source>A recording was asked for</source>
        <translation>تسجيل: طُلبت الموافقة</translation>
    </message>
    <message>
        <source>A recording did not come about</source>
        <translation>تسجيل: لم يتم</translation>
    </message>
    <message>
        <source>Everybody agreed to a recording</source>
        <translation>تسجيل: وافق الجميع</translation>
    </message>
    <message>
        <source>A recording ran</source>
        <translation>تسجيل: جارٍ</translation>
    </message>
    <message>
        <source>A recording was paused</source>
        <translation>تسجيل: توقف مؤقت</translation>
    </message>
    <message>
        <source>A recording ended</source>
        <translation>تسجيل: انتهى</translation>
    </message>
    <message>
        <source>A recording was handed in whole</source>
        <translation>تسجيل: حُفظ كاملًا</translation>
    </message>
    <message>
        <source>A recording was destroyed</source>
        <translation>تسجيل: أُتلف</translation>
    </message>
    <message>
        <source>Destroyed a recording: it was stopped</source>
        <translation>إتلاف تسجيل: أُوقف</translation>
    </message>
    <message>
        <source>Destroyed a recording: the talk was over</source>
        <translation>إتلاف تسجيل: انتهت المقابلة</translation>
    </message>
    <message>
        <source>Destroyed a recording: no more room</source>
        <translation>إتلاف تسجيل: امتلاء القرص</translation>
    </message>
    <message>
        <source>Destroyed a recording: it failed</source>
        <translation>إتلاف تسجيل: خلل في التسجيل</translation>
    </message>
    <message>
        <source>Destroyed a recording: the visitor withdrew their consent</source>
        <translation>إتلاف تسجيل: سحب المراجع موافقته</translation>
    </message>
    <message>
        <source>Destroyed a recording: somebody in the talk did not agree</source>
        <translation>إتلاف تسجيل: لم يوافق أحد المشاركين</translation>
    </message>
    <message>
        <source>Destroyed a recording: the talk was handed over</source>
        <translation>إتلاف تسجيل: سُلّمت المقابلة</translation>
    </message>
    <message>
        <source>Destroyed a recording: the person&apos;s data were erased</source>
        <translation>إتلاف تسجيل: محو بيانات الشخص</translation>
    </message>
    <message>
        <source>Destroyed a recording: its time was over</source>
        <translation>إتلاف تسجيل: انتهاء مدة الحفظ</translation>
    </message>
    <message>
        <source>Destroyed a recording: the office removed it</source>
        <translation>إتلاف تسجيل: أزاله المكتب</translation>
    </message>
    <message>
        <source>Destroyed a recording: it was never handed in</source>
        <translation>إتلاف تسجيل: لم يُسلَّم</translation>
    </message>
    <message>
        <source>Handed a document in</source>
        <translation>تقديم مستند</translation>
    </message>
    <message>
        <source>Gave a document in a talk</source>
        <translation>تسليم مستند في مقابلة</translation>
    </message>
    <message>
        <source>Removed a document</source>
        <translation>إزالة مستند</translation>
    </message>
    <message>
        <source>Refused a document that is not safe</source>
        <translation>رفض مستند غير آمن</translation>
    </message>
    <message>
        <source>Made a link for documents</source>
        <translation>إنشاء رابط مستندات</translation>
    </message>
    <message>
        <source>Ended a link for documents</source>
        <translation>إنهاء رابط مستندات</translation>
    </message>
    <message>
        <source>Marked a document</source>
        <translation>التأشير على مستند</translation>
    </message>
    <message>
        <source>Removed a mark on a document</source>
        <translation>إزالة تأشير عن مستند</translation>
    </message>
    <message>
        <source>Brought a mark on a document back</source>
        <translation>إعادة تأشير على مستند</translation>
    </message>
    <message>
        <source>A talk was not believed: not signed</source>
        <translation>مقابلة غير موثوقة: بلا توقيع</translation>
    </message>
    <message>
        <source>A talk was not believed: an unknown key</source>
        <translation>مقابلة غير موثوقة: مفتاح غير معروف</translation>
    </message>
    <message>
        <source>A talk was not believed: a false signature</source>
        <translation>مقابلة غير موثوقة: توقيع غير صحيح</translation>
    </message>
    <message>
        <source>A talk was not believed: signed for another talk</source>
        <translation>مقابلة غير موثوقة: توقيع مقابلة أخرى</translation>
    </message>
    <message>
        <source>A talk was not believed: signed for another moment</source>
        <translation>مقابلة غير موثوقة: توقيع من وقت آخر</translation>
    </message>
    <message>
        <source>A talk was not believed: signed for another party</source>
        <translation>مقابلة غير موثوقة: توقيع طرف آخر</translation>
    </message>
    <message>
        <source>A talk was not believed: somebody may sit in between</source>
        <translation>مقابلة غير موثوقة: احتمال وجود طرف بينهما</translation>
    </message>
    <message>
        <source>A talk was not believed: signed too long ago</source>
        <translation>مقابلة غير موثوقة: توقيع منتهي الصلاحية</translation>
    </message>
    <message>
        <source>Answered a request</source>
        <translation>الرد على طلب</translation>
    </message>
    <message>
        <source>Passed a request on</source>
        <translation>إحالة طلب</translation>
    </message>
    <message>
        <source>Escalated a request</source>
        <translation>تصعيد طلب</translation>
    </message>
    <message>
        <source>Gave an audience for a request</source>
        <translation>منح موعد لطلب</translation>
    </message>
    <message>
        <source>Declined a request</source>
        <translation>الاعتذار عن طلب</translation>
    </message>
    <message>
        <source>Withdrew a request</source>
        <translation>سحب طلب</translation>
    </message>
    <message>
        <source>Took a request on</source>
        <translation>تولّي طلب</translation>
    </message>
    <message>
        <source>Handed a request to a colleague</source>
        <translation>تسليم طلب إلى زميل</translation>
    </message>
    <message>
        <source>Asked the person about their request</source>
        <translation>استفسار عن طلب</translation>
    </message>
    <message>
        <source>Replied about a request</source>
        <translation>إجابة استفسار عن طلب</translation>
    </message>
    <message>
        <source>Put two requests together</source>
        <translation>دمج طلبين</translation>
    </message>
    <message>
        <source>Parted two requests again</source>
        <translation>فصل طلبين</translation>
    </message>
    <message>
        <source>Added to a request</source>
        <translation>إضافة إلى طلب</translation>
    </message>
    <message>
        <source>Found earlier requests of somebody</source>
        <translation>ربط طلبات سابقة بصاحبها</translation>
    </message>
    <message>
        <source>Passed a directive on</source>
        <translation>إحالة توجيه</translation>
    </message>
    <message>
        <source>Passed an action item on</source>
        <translation>إحالة إجراء متابعة</translation>
    </message>
    <message>
        <source>Passed a follow-up audience on</source>
        <translation>إحالة موعد متابعة</translation>
    </message>
    <message>
        <source>Took in what was left without a line</source>
        <translation>استلام ما تُرك دون اتصال</translation>
    </message>
    <message>
        <source>Dealt with what was left without a line</source>
        <translation>معالجة ما تُرك دون اتصال</translation>
    </message>
    <message>
        <source>Gave their name</source>
        <translation>إدخال الاسم</translation>
    </message>
    <message>
        <source>Changed their e-mail address</source>
        <translation>تغيير البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Gave a number</source>
        <translation>إعطاء رقم</translation>
    </message>
    <message>
        <source>Handed in a number that was given without a line</source>
        <translation>تسجيل رقم أُعطي دون اتصال</translation>
    </message>
    <message>
        <source>Set numbers aside</source>
        <translation>حجز أرقام</translation>
    </message>
    <message>
        <source>Called a number</source>
        <translation>نداء رقم</translation>
    </message>
    <message>
        <source>Called a number again</source>
        <translation>إعادة نداء رقم</translation>
    </message>
    <message>
        <source>Put a number back into the line</source>
        <translation>إعادة رقم إلى الدور</translation>
    </message>
    <message>
        <source>Served a number</source>
        <translation>خدمة رقم</translation>
    </message>
    <message>
        <source>A number left the line</source>
        <translation>مغادرة رقم للدور</translation>
    </message>
    <message>
        <source>Went to somebody who called for help</source>
        <translation>تلبية طلب مساعدة</translation>
    </message>
    <message>
        <source>Needed help no more</source>
        <translation>إلغاء طلب مساعدة</translation>
    </message>
    <message>
        <source>Made a link to join from a browser</source>
        <translation>إنشاء رابط دخول من المتصفح</translation>
    </message>
    <message>
        <source>Signed a browser out</source>
        <translation>تسجيل خروج المتصفح</translation>
    </message>
    <message>
        <source>To what: {text}</source>
        <translation>على: {text}</translation>
    </message>
    <message>
        <source>Number in the trail: {text}</source>
        <translation>الرقم في السجل: {text}</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>دخول</translation>
    </message>
    <message>
        <source>Made an account</source>
        <translation>إنشاء حساب</translation>
    </message>
    <message>
        <source>Changed an account</source>
        <translation>تعديل حساب</translation>
    </message>
    <message>
        <source>Disabled an account</source>
        <translation>تعطيل حساب</translation>
    </message>
    <message>
        <source>Enabled an account</source>
        <translation>تفعيل حساب</translation>
    </message>
    <message>
        <source>Gave a new password</source>
        <translation>إصدار كلمة مرور</translation>
    </message>
    <message>
        <source>Changed their own password</source>
        <translation>تغيير كلمة المرور</translation>
    </message>
    <message>
        <source>Took a second factor away</source>
        <translation>إلغاء عامل تحقق</translation>
    </message>
    <message>
        <source>Set up a second factor</source>
        <translation>إعداد عامل تحقق</translation>
    </message>
    <message>
        <source>Linked the organisation&apos;s sign-on</source>
        <translation>ربط الدخول الموحّد</translation>
    </message>
    <message>
        <source>Unlinked the organisation&apos;s sign-on</source>
        <translation>فك ربط الدخول الموحّد</translation>
    </message>
    <message>
        <source>Signed somebody out</source>
        <translation>إنهاء جلسات</translation>
    </message>
    <message>
        <source>Shut a person out</source>
        <translation>منع شخص</translation>
    </message>
    <message>
        <source>Let a person in again</source>
        <translation>السماح لشخص من جديد</translation>
    </message>
    <message>
        <source>Made an enrolment code</source>
        <translation>إصدار رمز تسجيل</translation>
    </message>
    <message>
        <source>Enrolled a kiosk</source>
        <translation>تسجيل كشك</translation>
    </message>
    <message>
        <source>Retired a kiosk</source>
        <translation>إخراج كشك من الخدمة</translation>
    </message>
    <message>
        <source>Took a kiosk back into service</source>
        <translation>إعادة كشك إلى الخدمة</translation>
    </message>
    <message>
        <source>Changed a hall&apos;s PIN</source>
        <translation>تغيير الرقم السري لقاعة</translation>
    </message>
    <message>
        <source>Opened a kiosk by PIN</source>
        <translation>فتح كشك بالرقم السري</translation>
    </message>
    <message>
        <source>Wrong PIN at a kiosk</source>
        <translation>رقم سري خاطئ عند كشك</translation>
    </message>
    <message>
        <source>Worded a message</source>
        <translation>صياغة رسالة</translation>
    </message>
    <message>
        <source>Brought a message back to its usual words</source>
        <translation>إعادة رسالة إلى نصها الأصلي</translation>
    </message>
    <message>
        <source>Sent a message again</source>
        <translation>إعادة إرسال رسالة</translation>
    </message>
    <message>
        <source>Settled a message</source>
        <translation>إنهاء رسالة</translation>
    </message>
    <message>
        <source>Made an agency</source>
        <translation>أنشأ جهة</translation>
    </message>
    <message>
        <source>Changed an agency</source>
        <translation>غيّر جهة</translation>
    </message>
    <message>
        <source>Closed an agency</source>
        <translation>أغلق جهة</translation>
    </message>
    <message>
        <source>Opened an agency again</source>
        <translation>أعاد فتح جهة</translation>
    </message>
    <message>
        <source>Made an office</source>
        <translation>أنشأ مكتبًا</translation>
    </message>
    <message>
        <source>Changed an office</source>
        <translation>غيّر مكتبًا</translation>
    </message>
    <message>
        <source>Closed an office</source>
        <translation>أغلق مكتبًا</translation>
    </message>
    <message>
        <source>Opened an office again</source>
        <translation>أعاد فتح مكتب</translation>
    </message>
    <message>
        <source>Made a service</source>
        <translation>أنشأ خدمة</translation>
    </message>
    <message>
        <source>Changed a service</source>
        <translation>غيّر خدمة</translation>
    </message>
    <message>
        <source>Closed a service</source>
        <translation>أغلق خدمة</translation>
    </message>
    <message>
        <source>Opened a service again</source>
        <translation>أعاد فتح خدمة</translation>
    </message>
    <message>
        <source>Changed a service&apos;s questions</source>
        <translation>غيّر أسئلة خدمة</translation>
    </message>
    <message>
        <source>Changed the wordings of a service&apos;s outcomes</source>
        <translation>غيّر صيغ نتائج خدمة</translation>
    </message>
    <message>
        <source>Made a visiting team</source>
        <translation>أضاف فريق زيارات</translation>
    </message>
    <message>
        <source>Changed a visiting team</source>
        <translation>غيّر فريق زيارات</translation>
    </message>
    <message>
        <source>Ended a visiting team</source>
        <translation>أنهى عمل فريق زيارات</translation>
    </message>
    <message>
        <source>Brought a visiting team back</source>
        <translation>أعاد فريق زيارات إلى العمل</translation>
    </message>
    <message>
        <source>Entered an interpreter</source>
        <translation>أضاف مترجمًا</translation>
    </message>
    <message>
        <source>Changed an interpreter</source>
        <translation>غيّر بيانات مترجم</translation>
    </message>
    <message>
        <source>Ended an interpreter&apos;s work</source>
        <translation>أنهى عمل مترجم</translation>
    </message>
    <message>
        <source>Brought an interpreter back</source>
        <translation>أعاد مترجمًا إلى العمل</translation>
    </message>
    <message>
        <source>Sent another team or interpreter</source>
        <translation>كلّف فريقًا أو مترجمًا آخر</translation>
    </message>
    <message>
        <source>Made a hall</source>
        <translation>أنشأ قاعة</translation>
    </message>
    <message>
        <source>Changed a hall</source>
        <translation>غيّر قاعة</translation>
    </message>
    <message>
        <source>Closed a hall</source>
        <translation>أغلق قاعة</translation>
    </message>
    <message>
        <source>Opened a hall again</source>
        <translation>أعاد فتح قاعة</translation>
    </message>
    <message>
        <source>Added a kiosk</source>
        <translation>أضاف كشكًا</translation>
    </message>
    <message>
        <source>Ended a place on the waiting list</source>
        <translation>أنهى انتظارًا</translation>
    </message>
    <message>
        <source>Said what an office manager may do</source>
        <translation>حدد صلاحيات مدير مكتب</translation>
    </message>
    <message>
        <source>Took everything away from an office manager</source>
        <translation>سحب صلاحيات مدير مكتب</translation>
    </message>
    <message>
        <source>Had a backup taken</source>
        <translation>طلب نسخة احتياطية</translation>
    </message>
    <message>
        <source>Had a backup tried</source>
        <translation>طلب تجربة نسخة احتياطية</translation>
    </message>
    <message>
        <source>Changed a schedule</source>
        <translation>تعديل جدول</translation>
    </message>
    <message>
        <source>Changed the holidays</source>
        <translation>تعديل الإجازات</translation>
    </message>
    <message>
        <source>Changed how long data is kept</source>
        <translation>تعديل مدة الحفظ</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>حجز</translation>
    </message>
    <message>
        <source>Held a time</source>
        <translation>تثبيت وقت</translation>
    </message>
    <message>
        <source>Let a held time go</source>
        <translation>ترك وقت مثبّت</translation>
    </message>
    <message>
        <source>Made a request</source>
        <translation>تقديم طلب</translation>
    </message>
    <message>
        <source>Gave a consent</source>
        <translation>منح موافقة</translation>
    </message>
    <message>
        <source>Withdrew a consent</source>
        <translation>سحب موافقة</translation>
    </message>
    <message>
        <source>Took their data away</source>
        <translation>أخذ نسخة من البيانات</translation>
    </message>
    <message>
        <source>Erased a person&apos;s data</source>
        <translation>محو بيانات شخص</translation>
    </message>
    <message>
        <source>Recorded an incident</source>
        <translation>تسجيل عطل</translation>
    </message>
    <message>
        <source>Ended an incident</source>
        <translation>إنهاء عطل</translation>
    </message>
    <message>
        <source>Called for help</source>
        <translation>طلب مساعدة</translation>
    </message>
    <message>
        <source>Saw a number to call back</source>
        <translation>الاطلاع على رقم للاتصال</translation>
    </message>
    <message>
        <source>Saw somebody&apos;s papers</source>
        <translation>الاطلاع على أوراق ثبوتية</translation>
    </message>
    <message>
        <source>Saw a kiosk&apos;s picture</source>
        <translation>الاطلاع على صورة كشك</translation>
    </message>
    <message>
        <source>Helped somebody sign in</source>
        <translation>مساعدة على الدخول</translation>
    </message>
    <message>
        <source>Save what was found</source>
        <translation>حفظ النتائج</translation>
    </message>
    <message>
        <source>Save the audit trail?</source>
        <translation>حفظ سجل التدقيق؟</translation>
    </message>
    <message>
        <source>Everything that fits what is searched for above, the oldest first.</source>
        <translation>كل ما يوافق البحث أعلاه، الأقدم أولًا.</translation>
    </message>
    <message>
        <source>Checked in for an audience</source>
        <translation>تسجيل حضور</translation>
    </message>
    <message>
        <source>Played a talk&apos;s recording</source>
        <translation>تشغيل تسجيل</translation>
    </message>
    <message>
        <source>{act}: {grounds}</source>
        <translation>{act}: {grounds}</translation>
    </message>
    <message>
        <source>Had the audit trail verified</source>
        <translation>طلب التحقق من سجل التدقيق</translation>
    </message>
    <message>
        <source>Allowed an office to record</source>
        <translation>سمح لمكتب بالتسجيل</translation>
    </message>
    <message>
        <source>Had an office record no longer</source>
        <translation>أوقف التسجيل في مكتب</translation>
    </message>
    <message>
        <source>Saved a person&apos;s data</source>
        <translation>حفظ بيانات شخص</translation>
    </message>
    <message>
        <source>Saved a book of the house</source>
        <translation>حفظ نسخة من سجل</translation>
    </message>
    <message>
        <source>Made a breach report</source>
        <translation>أعدّ بلاغ تسرّب</translation>
    </message>
</context>
<context>
    <name>Transactions</name>
    <message>
        <source>Open in the browser</source>
        <translation>فتح في المتصفح</translation>
    </message>
    <message>
        <source>Open the brief</source>
        <translation>فتح الملخص</translation>
    </message>
    <message>
        <source>No browser opened on this computer. Copy the address, and open it where there is one.</source>
        <translation>لم يُفتح متصفح على هذا الجهاز. نأمل نسخ العنوان وفتحه حيث يوجد متصفح.</translation>
    </message>
    <message>
        <source>No browser opened on this computer. The address is copied: open it where there is one.</source>
        <translation>لم يُفتح متصفح على هذا الجهاز. نُسخ العنوان، ونأمل فتحه حيث يوجد متصفح.</translation>
    </message>
    <message>
        <source>Open transaction {number} in the browser</source>
        <translation>فتح المعاملة {number} في المتصفح</translation>
    </message>
    <message>
        <source>Outcomes that name it:</source>
        <translation>نتائج ورد فيها هذا الرقم:</translation>
    </message>
    <message>
        <source>It is copied.</source>
        <translation>تم النسخ.</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>نسخ الرقم</translation>
    </message>
    <message>
        <source>Copy the number of transaction {number}</source>
        <translation>نسخ رقم المعاملة {number}</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>نسخ العنوان</translation>
    </message>
    <message>
        <source>Copy the address of transaction {number}</source>
        <translation>نسخ عنوان المعاملة {number}</translation>
    </message>
</context>
<context>
    <name>TriagePage</name>
    <message>
        <source>So that you meet the one who can help</source>
        <translation>لتلتقوا بمن يمكنه خدمتكم</translation>
    </message>
    <message>
        <source>Your answer before</source>
        <translation>إجابتكم السابقة</translation>
    </message>
</context>
<context>
    <name>VisitPage</name>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>VisitorPages</name>
    <message>
        <source>Your nationality</source>
        <translation>جنسيتكم</translation>
    </message>
    <message>
        <source>The country that issued your passport</source>
        <translation>الدولة التي أصدرت جواز سفركم</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>الدولة</translation>
    </message>
    <message>
        <source>Type the first letters, then touch the country</source>
        <translation>اكتبوا الأحرف الأولى، ثم المسوا الدولة</translation>
    </message>
    <message>
        <source>No country is called so. Fewer letters may help, or its name in another language.</source>
        <translation>لا توجد دولة بهذا الاسم. قد يفيد عدد أقل من الأحرف، أو اسمها بلغة أخرى.</translation>
    </message>
    <message>
        <source>Your passport number</source>
        <translation>رقم جواز سفركم</translation>
    </message>
    <message>
        <source>On the page with your photograph</source>
        <translation>في الصفحة التي فيها صورتكم</translation>
    </message>
    <message>
        <source>Passport number</source>
        <translation>رقم الجواز</translation>
    </message>
    <message>
        <source>Latin letters and digits, as they are printed</source>
        <translation>أحرف لاتينية وأرقام، كما هي مطبوعة</translation>
    </message>
    <message>
        <source>Your border number</source>
        <translation>رقم الحدود</translation>
    </message>
    <message>
        <source>On your visa, or stamped into your passport at the border</source>
        <translation>في تأشيرتكم، أو في ختم الدخول على جوازكم</translation>
    </message>
    <message>
        <source>Border number</source>
        <translation>رقم الحدود</translation>
    </message>
    <message>
        <source>Ten digits; the first is 3 or 4</source>
        <translation>عشرة أرقام، أولها ٣ أو ٤</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
</context>
<context>
    <name>WaitingBar</name>
    <message>
        <source>A break until {time}. Those who wait see it.</source>
        <translation>استراحة حتى الساعة {time}. يراها المنتظرون على شاشاتهم.</translation>
    </message>
    <message>
        <source>End the break</source>
        <translation>إنهاء الاستراحة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>A word to all who wait</source>
        <translation>كلمة إلى جميع المنتظرين</translation>
    </message>
    <message>
        <source>A break</source>
        <translation>استراحة</translation>
    </message>
    <message>
        <source>It is on their screens at once, and read aloud where they wish so.</source>
        <translation>تظهر على شاشاتهم في الحال، وتُقرأ لمن اختار القراءة الصوتية.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Take a break</source>
        <translation>أخذ استراحة</translation>
    </message>
    <message>
        <source>Those who wait see until when, and their waiting time with it. It ends by itself.</source>
        <translation>يرى المنتظرون متى تنتهي وكم يبقى على دورهم. وتنتهي الاستراحة من تلقاء نفسها.</translation>
    </message>
    <message>
        <source>Begin the break</source>
        <translation>بدء الاستراحة</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>المحاولة مرة أخرى</translation>
    </message>
    <message numerus="yes">
        <source>It is on the screens of %Ln who wait.</source>
        <translation>
            <numerusform>لا أحد في الانتظار الآن.</numerusform>
            <numerusform>ظهرت على شاشة منتظر واحد.</numerusform>
            <numerusform>ظهرت على شاشتي منتظرَين.</numerusform>
            <numerusform>ظهرت على شاشات %Ln منتظرين.</numerusform>
            <numerusform>ظهرت على شاشات %Ln منتظرًا.</numerusform>
            <numerusform>ظهرت على شاشات %Ln منتظر.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody waits any more.</source>
        <translation>لم يعد أحد في الانتظار.</translation>
    </message>
</context>
<context>
    <name>WaitingCalm</name>
    <message>
        <source>What happens next</source>
        <translation>ما الذي سيحدث</translation>
    </message>
    <message>
        <source>The official greets you by picture and sound, here on the screen.</source>
        <translation>يرحب بكم المسؤول بالصوت والصورة هنا على الشاشة.</translation>
    </message>
    <message>
        <source>Have your ID and your papers at hand, and what matters most in mind.</source>
        <translation>ليكن معكم هويتكم وأوراقكم، واستحضروا أهم ما لديكم.</translation>
    </message>
    <message>
        <source>What is decided is written down, and you read it here afterwards.</source>
        <translation>يُكتب ما يتقرر وتقرؤونه هنا بعد ذلك.</translation>
    </message>
</context>
<context>
    <name>WaitingDoing</name>
    <message>
        <source>If you admit them now, the room stays empty until they come back.</source>
        <translation>وعند السماح بالدخول الآن تبقى الغرفة خالية حتى العودة.</translation>
    </message>
    <message>
        <source>Admit all the same</source>
        <translation>السماح بالدخول</translation>
    </message>
    <message>
        <source>They read it at once on their screen, and may print it.</source>
        <translation>يقرؤه المراجع في الحال على شاشته، وله أن يطبعه.</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>الاعتذار عن استقباله</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>The others wait longer. Why is kept in the trail.</source>
        <translation>يطول انتظار الآخرين، ويُحفظ السبب في سجل التدقيق.</translation>
    </message>
    <message>
        <source>Receive first</source>
        <translation>استقباله أولًا</translation>
    </message>
    <message>
        <source>Admit {name} although they have left?</source>
        <translation>السماح بدخول {name} بعد مغادرة الجهاز؟</translation>
    </message>
    <message>
        <source>Decline to receive {name}?</source>
        <translation>الاعتذار عن استقبال {name}؟</translation>
    </message>
    <message>
        <source>Receive {name} first?</source>
        <translation>استقبال {name} أولًا؟</translation>
    </message>
</context>
<context>
    <name>WaitingForms</name>
    <message>
        <source>One moment: you are about to be received</source>
        <translation>لحظة من فضلكم: سنستقبلكم الآن</translation>
    </message>
    <message>
        <source>Or in your own words</source>
        <translation>أو بكلماتكم</translation>
    </message>
    <message>
        <source>Who declines</source>
        <translation>الجهة المعتذرة</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Where they go next</source>
        <translation>إلى أين يتوجه بعد ذلك</translation>
    </message>
    <message>
        <source>An office, a number or a day: not only &quot;not ours&quot;.</source>
        <translation>جهة أو رقم أو يوم: لا يكفي القول «ليس من اختصاصنا».</translation>
    </message>
    <message>
        <source>Elderly, or hard on their feet</source>
        <translation>كبير في السن أو يشق عليه الوقوف</translation>
    </message>
    <message>
        <source>Unwell</source>
        <translation>متوعك صحيًا</translation>
    </message>
    <message>
        <source>Came from afar</source>
        <translation>قدم من مكان بعيد</translation>
    </message>
    <message>
        <source>The matter does not wait</source>
        <translation>أمره لا يحتمل التأخير</translation>
    </message>
    <message>
        <source>Waited too long through our fault</source>
        <translation>طال انتظاره بسبب منا</translation>
    </message>
    <message numerus="yes">
        <source>Sorry, %Ln more minutes</source>
        <translation>
            <numerusform>نعتذر، أقل من دقيقة</numerusform>
            <numerusform>نعتذر، دقيقة واحدة</numerusform>
            <numerusform>نعتذر، دقيقتان</numerusform>
            <numerusform>نعتذر، %Ln دقائق</numerusform>
            <numerusform>نعتذر، %Ln دقيقة</numerusform>
            <numerusform>نعتذر، %Ln دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes</source>
        <translation>
            <numerusform>أقل من دقيقة</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتان</numerusform>
            <numerusform>%Ln دقائق</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingList</name>
    <message>
        <source>Kiosk {number}</source>
        <translation>كشك {number}</translation>
    </message>
    <message>
        <source>Waits until {time}</source>
        <translation>ينتظر حتى {time}</translation>
    </message>
    <message>
        <source>Number as it stands in the papers</source>
        <translation>الرقم كما في الوثيقة</translation>
    </message>
    <message>
        <source>I have seen the papers</source>
        <translation>اطلعت على الوثيقة</translation>
    </message>
    <message numerus="yes">
        <source>And more after them: %Ln</source>
        <translation>
            <numerusform>وبعدهم آخرون: %Ln</numerusform>
            <numerusform>وبعدهم آخرون: %Ln</numerusform>
            <numerusform>وبعدهم آخرون: %Ln</numerusform>
            <numerusform>وبعدهم آخرون: %Ln</numerusform>
            <numerusform>وبعدهم آخرون: %Ln</numerusform>
            <numerusform>وبعدهم آخرون: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>At a kiosk, waiting for their papers to be seen</source>
        <translation>ينتظرون عند الأكشاك الاطلاع على وثائقهم</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>You are checked in</source>
        <translation>سُجّل حضوركم</translation>
    </message>
    <message>
        <source>Please stay here. The talk begins by itself.</source>
        <translation>نرجو البقاء هنا، وستبدأ المقابلة تلقائيًا.</translation>
    </message>
    <message>
        <source>The office has been told that you are here and will let you in.</source>
        <translation>أُبلغ المكتب بحضوركم، وسيأذن لكم بالدخول.</translation>
    </message>
    <message>
        <source>This is how you will be seen</source>
        <translation>هكذا سيراكم المسؤول</translation>
    </message>
    <message>
        <source>You</source>
        <translation>أنتم</translation>
    </message>
    <message>
        <source>The camera works</source>
        <translation>الكاميرا تعمل</translation>
    </message>
    <message>
        <source>The microphone works</source>
        <translation>الميكروفون يعمل</translation>
    </message>
    <message>
        <source>Your place in the line: {number}</source>
        <translation>ترتيبكم في الانتظار: {number}</translation>
    </message>
    <message>
        <source>Expected waiting time in minutes: {earliest} to {latest}</source>
        <translation>الوقت المتوقع للانتظار بالدقائق: من {earliest} إلى {latest}</translation>
    </message>
    <message>
        <source>The office has a short break until {time}. Your turn is kept.</source>
        <translation>المكتب في استراحة قصيرة حتى الساعة {time}. دوركم محفوظ.</translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>دوركم هو التالي</translation>
    </message>
    <message>
        <source>Expected waiting time: less than a minute</source>
        <translation>الوقت المتوقع للانتظار: أقل من دقيقة</translation>
    </message>
    <message>
        <source>The talk takes place all the same; the staff in the hall can help.</source>
        <translation>ستتم المقابلة على كل حال، ويمكن للموظف في الصالة مساعدتكم.</translation>
    </message>
    <message>
        <source>From the office, at {time}: {text}</source>
        <translation>من المكتب، الساعة {time}: {text}</translation>
    </message>
    <message>
        <source>Connecting to the office… You keep your place; there is nothing you need to do.</source>
        <translation>جارٍ الاتصال بالمكتب… مكانكم محفوظ، وليس عليكم فعل شيء.</translation>
    </message>
</context>
<context>
    <name>WaitingSteps</name>
    <message>
        <source>Skip</source>
        <translation>تخطٍّ</translation>
    </message>
    <message>
        <source>Receive first</source>
        <translation>تقديمه</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>إعادته للانتظار</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>اعتذار</translation>
    </message>
</context>
<context>
    <name>WaitlistPage</name>
    <message>
        <source>At any time of the day</source>
        <translation>في أي وقت من اليوم</translation>
    </message>
    <message>
        <source>In the morning, before noon</source>
        <translation>صباحًا، قبل الظهر</translation>
    </message>
    <message>
        <source>In the afternoon, from noon on</source>
        <translation>بعد الظهر</translation>
    </message>
    <message>
        <source>When a time becomes free it is kept for you for a while, and you are told by SMS. Nothing is booked before you agree to it.</source>
        <translation>إذا توفر وقت حُفظ لكم مدة قصيرة وأُبلغتم برسالة نصية، ولا يُحجز شيء قبل موافقتكم.</translation>
    </message>
    <message>
        <source>When would an earlier time suit you?</source>
        <translation>متى يناسبكم موعد أقرب؟</translation>
    </message>
    <message>
        <source>When would a time suit you?</source>
        <translation>متى يناسبكم الموعد؟</translation>
    </message>
    <message>
        <source>I agree: put me on the waiting list</source>
        <translation>أوافق، أضيفوني إلى قائمة الانتظار</translation>
    </message>
    <message>
        <source>Put me on the waiting list</source>
        <translation>أضيفوني إلى قائمة الانتظار</translation>
    </message>
</context>
<context>
    <name>WalkInPaper</name>
    <message>
        <source>within {latest} minutes</source>
        <translation>خلال {latest} دقيقة</translation>
    </message>
    <message>
        <source>in {earliest} to {latest} minutes</source>
        <translation>بعد {earliest} إلى {latest} دقيقة</translation>
    </message>
    <message>
        <source>For</source>
        <translation>الغرض</translation>
    </message>
    <message>
        <source>Before you</source>
        <translation>قبلكم</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>المتوقع</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>القاعة</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Majlis · Your number</source>
        <translation>مجلس · رقمكم</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Please wait in the hall until your number is called.</source>
        <translation>نرجو الانتظار في القاعة حتى يُنادى رقمكم.</translation>
    </message>
</context>
<context>
    <name>WalkInSection</name>
    <message>
        <source>Call to</source>
        <translation>النداء إلى</translation>
    </message>
    <message>
        <source>Without appointment</source>
        <translation>بلا موعد</translation>
    </message>
    <message>
        <source>Numbers that were given while the server was away are not handed in yet.</source>
        <translation>أرقام أُعطيت أثناء غياب الخادم لم تُسلَّم إليه بعد.</translation>
    </message>
    <message>
        <source>Call the next</source>
        <translation>نداء التالي</translation>
    </message>
    <message>
        <source>given here, not handed in yet</source>
        <translation>أُعطي هنا ولم يُسلَّم بعد</translation>
    </message>
    <message>
        <source>The server is away. Numbers are given here all the same, {count} are left; only they can be called, and they are handed in when it is back.</source>
        <translation>الخادم غير متاح. تُعطى الأرقام هنا مع ذلك، وبقي منها {count}، وهي وحدها التي يمكن نداؤها، وتُسلَّم إلى الخادم عند عودته.</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>خُدم</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>إعادة إلى الدور</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>غير موجود</translation>
    </message>
    <message>
        <source>served</source>
        <translation>خُدم</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>غادر</translation>
    </message>
    <message>
        <source>Give a number for</source>
        <translation>إعطاء رقم لغرض</translation>
    </message>
    <message>
        <source>Priority: old, or with a disability</source>
        <translation>أولوية: كبير سن أو ذو إعاقة</translation>
    </message>
    <message>
        <source>Nobody waits.</source>
        <translation>لا أحد ينتظر.</translation>
    </message>
    <message numerus="yes">
        <source>Waiting: %Ln</source>
        <translation>
            <numerusform>لا أحد ينتظر</numerusform>
            <numerusform>ينتظر: شخص واحد</numerusform>
            <numerusform>ينتظر: شخصان</numerusform>
            <numerusform>ينتظر: %Ln أشخاص</numerusform>
            <numerusform>ينتظر: %Ln شخصًا</numerusform>
            <numerusform>ينتظر: %Ln شخص</numerusform>
        </translation>
    </message>
    <message>
        <source>With you now</source>
        <translation>لديكم الآن</translation>
    </message>
    <message>
        <source>In the order of their turns</source>
        <translation>بحسب الدور</translation>
    </message>
    <message>
        <source>With your colleagues</source>
        <translation>لدى زملائكم</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>انتهى</translation>
    </message>
    <message>
        <source>Goes</source>
        <translation>يغادر</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>نداء مرة أخرى</translation>
    </message>
    <message>
        <source>Kiosk {number}</source>
        <translation>كشك {number}</translation>
    </message>
    <message>
        <source>My desk</source>
        <translation>مكتبي</translation>
    </message>
    <message>
        <source>At another desk</source>
        <translation>عند مكتب آخر</translation>
    </message>
    <message>
        <source>called {count} times</source>
        <translation>نودي {count} مرات</translation>
    </message>
    <message>
        <source>Book an audience</source>
        <translation>حجز مقابلة</translation>
    </message>
    <message>
        <source>Help at a kiosk</source>
        <translation>مساعدة عند كشك</translation>
    </message>
    <message>
        <source>Service inquiry</source>
        <translation>استفسار عن خدمة</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>أولوية</translation>
    </message>
    <message>
        <source>{earliest}–{latest} min</source>
        <translation>{earliest}–{latest} دقيقة</translation>
    </message>
    <message>
        <source>up to {latest} min</source>
        <translation>حتى {latest} دقيقة</translation>
    </message>
    <message>
        <source>None of those waits who were given a number here. The others are called when the server is back.</source>
        <translation>لا ينتظر أحد ممن أُعطوا أرقامهم هنا. يُنادى الآخرون عند عودة الخادم.</translation>
    </message>
    <message>
        <source>Nobody waits any more.</source>
        <translation>لم يعد أحد ينتظر.</translation>
    </message>
    <message>
        <source>Please call the number once more before you let it go.</source>
        <translation>يرجى نداء الرقم مرة أخرى قبل إنهائه.</translation>
    </message>
    <message>
        <source>Somebody else has just dealt with this number. The list is new.</source>
        <translation>تولّى غيركم هذا الرقم قبل لحظات. القائمة محدّثة الآن.</translation>
    </message>
    <message>
        <source>All numbers of today are given.</source>
        <translation>أُعطيت أرقام اليوم كلها.</translation>
    </message>
    <message>
        <source>The server is away, and this program has no number of its own left. Please write numbers by hand until it is back.</source>
        <translation>الخادم غير متاح، ولم يبق لدى هذا البرنامج أرقام. يرجى كتابة الأرقام يدويًا حتى يعود.</translation>
    </message>
</context>
<context>
    <name>WayPage</name>
    <message>
        <source>How shall we recognise you?</source>
        <translation>كيف نتحقق من هويتكم؟</translation>
    </message>
    <message>
        <source>What you have entered is kept</source>
        <translation>ما أدخلتموه محفوظ</translation>
    </message>
    <message>
        <source>With the Nafath app</source>
        <translation>عبر تطبيق نفاذ</translation>
    </message>
    <message>
        <source>A number appears here; you choose it on your mobile</source>
        <translation>يظهر هنا رقم، وتختارونه في جوالكم</translation>
    </message>
    <message>
        <source>At the operator&apos;s desk</source>
        <translation>لدى مكتب المشغّل</translation>
    </message>
    <message>
        <source>You show your ID or passport; no mobile is needed</source>
        <translation>تبرزون الهوية أو الجواز، ولا حاجة إلى جوال</translation>
    </message>
    <message>
        <source>With a code by SMS</source>
        <translation>برمز في رسالة نصية</translation>
    </message>
    <message>
        <source>To the mobile that is registered with your ID</source>
        <translation>إلى الجوال المسجّل باسمكم</translation>
    </message>
</context>
<context>
    <name>WithWhomPage</name>
    <message>
        <source>Does it have to be this official?</source>
        <translation>هل تودّون هذا المسؤول بعينه؟</translation>
    </message>
    <message>
        <source>Whoever is free first</source>
        <translation>أول من يتاح له وقت</translation>
    </message>
</context>
<context>
    <name>Wordings</name>
    <message>
        <source>Search by service, decision or name</source>
        <translation>البحث بالخدمة أو القرار أو الاسم</translation>
    </message>
    <message>
        <source>Retire this wording?</source>
        <translation>هل تُسحب هذه الصيغة؟</translation>
    </message>
    <message>
        <source>It is offered no more; outcomes that were written with it stay.</source>
        <translation>لن تُعرض على المسؤولين، وتبقى النتائج التي كُتبت بها.</translation>
    </message>
    <message>
        <source>A region&apos;s file that is loaded later does not change it.</source>
        <translation>ولا يغيّرها ملف المنطقة إذا حُمّل لاحقًا.</translation>
    </message>
    <message>
        <source>As the region&apos;s file has it.</source>
        <translation>كما وردت في ملف المنطقة.</translation>
    </message>
    <message>
        <source>Put … where the official is to say something.</source>
        <translation>ضعوا … حيث يُكمل المسؤول بكلامه.</translation>
    </message>
    <message>
        <source>With what officials may begin an outcome. What was decided already keeps its words.</source>
        <translation>ما يمكن للمسؤولين أن يبدؤوا به نص النتيجة. وما صدر من قبل يبقى بنصه.</translation>
    </message>
    <message>
        <source>New wording</source>
        <translation>صيغة جديدة</translation>
    </message>
    <message>
        <source>So the visitor hears and reads it</source>
        <translation>هكذا يسمعها المراجع ويقرؤها</translation>
    </message>
    <message>
        <source>Retire this wording</source>
        <translation>سحب هذه الصيغة</translation>
    </message>
    <message>
        <source>No service has wordings of its own</source>
        <translation>لا توجد صيغ خاصة بأي خدمة</translation>
    </message>
    <message>
        <source>Officials begin with the usual ones, or write freely.</source>
        <translation>يبدأ المسؤولون بالصيغ المعتادة أو يكتبون بحرية.</translation>
    </message>
    <message>
        <source>Offer this wording to officials?</source>
        <translation>هل تُعرض هذه الصيغة على المسؤولين؟</translation>
    </message>
    <message>
        <source>Change this wording?</source>
        <translation>هل تُغيَّر هذه الصيغة؟</translation>
    </message>
    <message>
        <source>Set here; a region&apos;s file does not change it.</source>
        <translation>مضبوطة من هذه الشاشة، ولا يغيّرها ملف المنطقة.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>القرار</translation>
    </message>
    <message>
        <source>Name in Arabic</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>الاسم بالإنجليزية</translation>
    </message>
    <message>
        <source>Text in Arabic</source>
        <translation>النص بالعربية</translation>
    </message>
    <message>
        <source>Text in English</source>
        <translation>النص بالإنجليزية</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message numerus="yes">
        <source>Places marked … that the official completes: %Ln</source>
        <translation>
            <numerusform>لا مواضع يُكملها المسؤول</numerusform>
            <numerusform>موضع واحد (…) يُكمله المسؤول</numerusform>
            <numerusform>موضعان (…) يُكملهما المسؤول</numerusform>
            <numerusform>%Ln مواضع (…) يُكملها المسؤول</numerusform>
            <numerusform>%Ln موضعًا (…) يُكملها المسؤول</numerusform>
            <numerusform>%Ln موضع (…) يُكملها المسؤول</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left open for the official: mark it with … if it is.</source>
        <translation>لا موضع متروك للمسؤول: ضعوا … إن كان هناك ما يُكمله.</translation>
    </message>
    <message>
        <source>At most {most} stand beside each other for one decision of a service. Retire one first.</source>
        <translation>لا تُعرض لقرار واحد من خدمة أكثر من {most} صيغ معًا. اسحبوا إحداها أولًا.</translation>
    </message>
    <message>
        <source>This decision has a wording of this name already.</source>
        <translation>لهذا القرار صيغة بهذا الاسم من قبل.</translation>
    </message>
    <message>
        <source>A name or a text is missing, or too long.</source>
        <translation>ينقص اسم أو نص، أو هو أطول من المسموح.</translation>
    </message>
    <message>
        <source>It is so from the next outcome on.</source>
        <translation>يسري ذلك من النتيجة القادمة.</translation>
    </message>
    <message>
        <source>Retire it</source>
        <translation>سحب الصيغة</translation>
    </message>
    <message>
        <source>Offer it so</source>
        <translation>اعتماد الصيغة</translation>
    </message>
</context>
</TS>
