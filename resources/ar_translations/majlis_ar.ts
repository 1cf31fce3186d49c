<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_SA" sourcelanguage="en">
<context>
    <name>AgeNotice</name>
    <message>
        <source>As it was on {day} at {time}; it may have changed since.</source>
        <translation>كما كان يوم {day} في {time}، وقد يكون تغيّر منذ ذلك الحين.</translation>
    </message>
</context>
<context>
    <name>AgendaList</name>
    <message>
        <source>Here now</source>
        <translation>حاضرون الآن</translation>
    </message>
    <message>
        <source>Today by time</source>
        <translation>مواعيد اليوم حسب الوقت</translation>
    </message>
</context>
<context>
    <name>AppointmentsPage</name>
    <message>
        <source>Your appointment with {office} was cancelled.</source>
        <translation>أُلغي موعدكم لدى {office}.</translation>
    </message>
    <message>
        <source>Your appointments</source>
        <translation>مواعيدكم</translation>
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
        <source>Nothing is booked under your ID. You can book an audience from the first page.</source>
        <translation>لا يوجد حجز مسجّل برقم هويتكم. يمكنكم حجز مقابلة من الصفحة الأولى.</translation>
    </message>
    <message>
        <source>Change or cancel</source>
        <translation>تغيير أو إلغاء</translation>
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
        <translation>المسوا الشاشة للقاء المسؤول الذي تحتاجون إليه</translation>
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
    <name>Brief</name>
    <message>
        <source>National ID and a code by SMS</source>
        <translation>رقم الهوية ورمز برسالة نصية</translation>
    </message>
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
        <source>Earlier audiences</source>
        <translation>مقابلات سابقة</translation>
    </message>
    <message>
        <source>This is their first audience.</source>
        <translation>هذه أول مقابلة للمراجع.</translation>
    </message>
    <message>
        <source>Not held, through a fault of ours; they are booked again.</source>
        <translation>لم يُعقد الموعد لسبب من جهتنا، وسيُحجز للمستفيد موعد آخر بأولوية.</translation>
    </message>
    <message>
        <source>A break: the talk goes on when you call them back.</source>
        <translation>استراحة: يُستأنف اللقاء عند دعوتكم المستفيد.</translation>
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
        <source>The brief</source>
        <translation>ملخص الطلب</translation>
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
        <source>The official will no longer see and hear you. You can return while they are still there.</source>
        <translation>لن يراكم المسؤول ولن يسمعكم بعدها، ويمكنكم العودة ما دام حاضرًا.</translation>
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
        <source>Waiting for you</source>
        <translation>بانتظاركم</translation>
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
    <name>CodePage</name>
    <message>
        <source>Code</source>
        <translation>رمز التحقق</translation>
    </message>
    <message>
        <source>Six digits</source>
        <translation>ستة أرقام</translation>
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
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>You</source>
        <translation>أنتم</translation>
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
        <source>No connection</source>
        <translation>لا يوجد اتصال</translation>
    </message>
    <message>
        <source>Larger or usual text</source>
        <translation>نص أكبر أو معتاد</translation>
    </message>
    <message>
        <source>Light, dark or high contrast</source>
        <translation>فاتح أو داكن أو عالي التباين</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
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
        <source>Begin with a usual wording</source>
        <translation>البدء بصياغة معتادة</translation>
    </message>
    <message>
        <source>Back to the day</source>
        <translation>العودة إلى المواعيد</translation>
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
        <source>Book an audience</source>
        <translation>حجز مقابلة</translation>
    </message>
    <message>
        <source>Choose an official and a time</source>
        <translation>اختاروا المسؤول والوقت المناسب</translation>
    </message>
    <message>
        <source>I have an appointment</source>
        <translation>لديّ موعد</translation>
    </message>
    <message>
        <source>Check in and begin your audience</source>
        <translation>سجّلوا حضوركم وابدؤوا مقابلتكم</translation>
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
        <source>I have my ticket</source>
        <translation>معي تذكرتي</translation>
    </message>
    <message>
        <source>Everything you enter is wiped from this kiosk when you leave.</source>
        <translation>كل ما تدخلونه يُمحى من هذا الكشك عند مغادرتكم.</translation>
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
        <source>What you leave is sealed at once: nobody can read it here.</source>
        <translation>ما تقدمونه يُشفَّر فوراً، ولا يستطيع أحد قراءته هنا.</translation>
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
        <source>Nothing has been changed: your appointment stays as it is.</source>
        <translation>لم يتغير شيء: يبقى موعدكم كما هو.</translation>
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
        <source>As soon as a time becomes free you receive an SMS. Answer it at any kiosk, under “I have an appointment”.</source>
        <translation>حالما يتوفر وقت تصلكم رسالة نصية، ويمكنكم الرد عليها في أي كشك من «لديّ موعد».</translation>
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
        <source>The room is in use elsewhere</source>
        <translation>المقابلة مفتوحة في مكان آخر</translation>
    </message>
    <message>
        <source>The call is open on another device. Please close it there first.</source>
        <translation>المقابلة مفتوحة على جهاز آخر. نرجو إغلاقها هناك أولًا.</translation>
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
        <translation>نرجو ذكر الجهة الرافضة وسبب الرفض والجهة التي يتوجه إليها المستفيد بعد ذلك.</translation>
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
        <translation>طريقة اللقاء هذه غير متاحة</translation>
    </message>
    <message>
        <source>Please choose another way of meeting for this service; everything else is kept.</source>
        <translation>نرجو اختيار طريقة لقاء أخرى لهذه الخدمة، وسائر ما أدخلتموه محفوظ.</translation>
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
</context>
<context>
    <name>MonthGrid</name>
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
    <message>
        <source>Responsible</source>
        <translation>الجهة المسؤولة</translation>
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
    <message>
        <source>Come to any kiosk of this service on the day; check-in opens at {time}.</source>
        <translation>نرجو الحضور في يوم الموعد إلى أي كشك من أكشاك الخدمة، ويُفتح تسجيل الحضور الساعة {time}.</translation>
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
        <translation>نوع اللقاء</translation>
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
        <source>Scan with your phone: the appointment in your calendar</source>
        <translation>امسحوا الرمز بهاتفكم لإضافة الموعد إلى تقويمكم</translation>
    </message>
    <message>
        <source>By video, at a kiosk</source>
        <translation>مرئي، من الكشك</translation>
    </message>
    <message>
        <source>By video, from your own computer</source>
        <translation>مرئي، من جهازكم</translation>
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
        <source>Sign in on your own computer on the day; check-in opens at {time}.</source>
        <translation>نرجو تسجيل الدخول من جهازكم في يوم الموعد، ويُفتح تسجيل الحضور الساعة {time}.</translation>
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
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Open the brief</source>
        <translation>فتح الملخص</translation>
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
        <source>Connecting to the office… You keep your place; there is nothing you need to do.</source>
        <translation>جارٍ الاتصال بالمكتب… مكانكم محفوظ، وليس عليكم فعل شيء.</translation>
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
</TS>
