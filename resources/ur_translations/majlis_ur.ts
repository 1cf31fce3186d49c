<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ur_PK" sourcelanguage="en">
<context>
    <name>AddressPage</name>
    <message>
        <source>Where shall the team come to?</source>
        <translation>ٹیم کہاں آئے؟</translation>
    </message>
    <message>
        <source>It is used for this visit alone.</source>
        <translation>یہ صرف اس دورے کے لیے استعمال ہوتا ہے۔</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>پتہ</translation>
    </message>
    <message>
        <source>Town or village, street, house, and what is near it</source>
        <translation>شہر یا گاؤں، گلی، مکان اور آس پاس کی نشانی</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>جاری رکھیں</translation>
    </message>
</context>
<context>
    <name>AgeNotice</name>
    <message>
        <source>As it was on {day} at {time}; it may have changed since.</source>
        <translation>{day} کو {time} کی صورتِ حال؛ اس کے بعد تبدیلی ممکن ہے۔</translation>
    </message>
</context>
<context>
    <name>Announcing</name>
    <message>
        <source>It is your turn. The talk begins in a moment.</source>
        <translation>آپ کی باری آ گئی ہے۔ گفتگو ابھی شروع ہوتی ہے۔</translation>
    </message>
</context>
<context>
    <name>AnswerPaper</name>
    <message>
        <source>Majlis · Answer to your request</source>
        <translation>مجلس · آپ کی درخواست کا جواب</translation>
    </message>
    <message>
        <source>You can read this at any kiosk, where you sign in.</source>
        <translation>آپ یہ جواب کسی بھی کیوسک پر شناخت کے بعد پڑھ سکتے ہیں۔</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>جواب دینے والا ادارہ</translation>
    </message>
    <message>
        <source>About</source>
        <translation>موضوع</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>درخواست کی تاریخ</translation>
    </message>
</context>
<context>
    <name>AnswerPrinting</name>
    <message>
        <source>Print the answer</source>
        <translation>جواب پرنٹ کریں</translation>
    </message>
    <message>
        <source>The answer is being printed. One moment, please.</source>
        <translation>جواب پرنٹ ہو رہا ہے۔ براہ کرم ایک لمحہ انتظار کریں۔</translation>
    </message>
    <message>
        <source>Please take the paper from below the screen.</source>
        <translation>براہ کرم اسکرین کے نیچے سے کاغذ لے لیں۔</translation>
    </message>
    <message>
        <source>You can read the answer again at any kiosk.</source>
        <translation>آپ جواب کسی بھی کیوسک پر دوبارہ پڑھ سکتے ہیں۔</translation>
    </message>
</context>
<context>
    <name>AppointmentsPage</name>
    <message>
        <source>Your appointment with {office} was cancelled.</source>
        <translation>{office} کے ساتھ آپ کی ملاقات منسوخ کر دی گئی۔</translation>
    </message>
    <message>
        <source>Your appointments and requests</source>
        <translation>آپ کی ملاقاتیں اور درخواستیں</translation>
    </message>
    <message>
        <source>Check in, and the office knows that you are here</source>
        <translation>اپنی آمد درج کریں، تاکہ دفتر کو معلوم ہو کہ آپ تشریف لے آئے ہیں</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>ختم کریں</translation>
    </message>
    <message>
        <source>You have no appointment</source>
        <translation>آپ کی کوئی ملاقات طے نہیں ہے</translation>
    </message>
    <message>
        <source>Nothing is booked under your ID. You can book an audience now.</source>
        <translation>آپ کے شناختی نمبر پر کوئی ملاقات بُک نہیں ہے۔ آپ ابھی ملاقات بُک کر سکتے ہیں۔</translation>
    </message>
    <message>
        <source>Nothing is booked under your ID.</source>
        <translation>آپ کے شناختی نمبر پر کوئی ملاقات بُک نہیں ہے۔</translation>
    </message>
    <message>
        <source>Add a document</source>
        <translation>دستاویز شامل کریں</translation>
    </message>
    <message>
        <source>Change or cancel</source>
        <translation>تبدیل یا منسوخ کریں</translation>
    </message>
</context>
<context>
    <name>Aside</name>
    <message>
        <source>Private word</source>
        <translation>نجی گفتگو</translation>
    </message>
    <message>
        <source>The visitor reads “One moment, please”. They neither see nor hear you, and you do not see or hear them.</source>
        <translation>ملاقاتی کو «براہِ کرم ایک لمحہ» نظر آ رہا ہے۔ وہ آپ کو نہ دیکھ سکتے ہیں نہ سن سکتے ہیں، اور آپ بھی انہیں نہ دیکھ سکتے ہیں نہ سن سکتے ہیں۔</translation>
    </message>
    <message>
        <source>The officials are having a short word with each other. Until they are back they neither see nor hear you, and you do not see or hear them.</source>
        <translation>حکام آپس میں مختصر مشورہ کر رہے ہیں۔ ان کی واپسی تک وہ آپ کو نہ دیکھ سکتے ہیں نہ سن سکتے ہیں، اور آپ بھی انہیں نہ دیکھ سکتے ہیں نہ سن سکتے ہیں۔</translation>
    </message>
</context>
<context>
    <name>Attending</name>
    <message>
        <source>Received by</source>
        <translation>آپ سے ملاقات کریں گے</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message>
        <source>Welcome to the Majlis</source>
        <translation>مجلس میں خوش آمدید</translation>
    </message>
    <message>
        <source>Touch the screen to meet the official you need</source>
        <translation>جس افسر سے ملنا ہو، اس کے لیے اسکرین کو چھوئیں</translation>
    </message>
</context>
<context>
    <name>AudienceWords</name>
    <message>
        <source>Check-in opens on {day} at {time}.</source>
        <translation>آمد کا اندراج {day} کو {time} بجے شروع ہوگا۔</translation>
    </message>
    <message>
        <source>Its time has passed.</source>
        <translation>اس کا وقت گزر چکا ہے۔</translation>
    </message>
    <message>
        <source>Back to my place</source>
        <translation>میری باری پر واپس</translation>
    </message>
    <message>
        <source>Read the outcome</source>
        <translation>نتیجہ پڑھیں</translation>
    </message>
    <message>
        <source>Being booked</source>
        <translation>بُکنگ جاری ہے</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>بُک ہو چکی ہے</translation>
    </message>
    <message>
        <source>Booked, and coming soon</source>
        <translation>بُک ہو چکی ہے اور وقت قریب ہے</translation>
    </message>
    <message>
        <source>You are checked in</source>
        <translation>آپ کی آمد درج ہو گئی ہے</translation>
    </message>
    <message>
        <source>The official is waiting for you</source>
        <translation>افسر آپ کے منتظر ہیں</translation>
    </message>
    <message>
        <source>A short break; please stay near</source>
        <translation>مختصر وقفہ ہے؛ براہِ کرم قریب ہی رہیں</translation>
    </message>
    <message>
        <source>The outcome is being written</source>
        <translation>نتیجہ تحریر کیا جا رہا ہے</translation>
    </message>
    <message>
        <source>The outcome is ready for you</source>
        <translation>آپ کے لیے نتیجہ تیار ہے</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>مکمل</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>منسوخ</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>حاضری نہیں ہوئی</translation>
    </message>
    <message>
        <source>Not held, through a fault of ours</source>
        <translation>ہماری خرابی کے باعث نہ ہو سکی</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>آمد درج کریں</translation>
    </message>
    <message>
        <source>Check-in opens at {time}.</source>
        <translation>آمد کا اندراج {time} بجے شروع ہوگا۔</translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>What is behind you is seen again.</source>
        <translation>آپ کے پیچھے کا منظر دوبارہ نظر آ رہا ہے۔</translation>
    </message>
    <message>
        <source>What is behind you is blurred from now on.</source>
        <translation>اب سے آپ کے پیچھے کا منظر دھندلا دکھائی دے گا۔</translation>
    </message>
    <message>
        <source>You are being looked for in the picture; until then all of it is blurred.</source>
        <translation>تصویر میں آپ کو تلاش کیا جا رہا ہے؛ تب تک پوری تصویر دھندلی رہے گی۔</translation>
    </message>
    <message>
        <source>This computer is too slow to blur only what is behind you: your whole picture is blurred. Switch blurring off to be seen.</source>
        <translation>یہ کمپیوٹر صرف پیچھے کا منظر دھندلا کرنے کے لیے سست ہے، اس لیے آپ کی پوری تصویر دھندلی ہے۔ نظر آنے کے لیے براہ کرم دھندلاہٹ بند کریں۔</translation>
    </message>
    <message>
        <source>What finds you in the picture is not installed on this computer: your whole picture is blurred. Switch blurring off to be seen.</source>
        <translation>تصویر میں آپ کو پہچاننے والا پروگرام اس کمپیوٹر پر نصب نہیں، اس لیے آپ کی پوری تصویر دھندلی ہے۔ نظر آنے کے لیے براہ کرم دھندلاہٹ بند کریں۔</translation>
    </message>
    <message>
        <source>You could not be told from what is behind you: your whole picture is hidden. Switch blurring off to be seen, or off and on to try it again.</source>
        <translation>آپ کو پیچھے کے منظر سے الگ نہیں کیا جا سکا، اس لیے آپ کی پوری تصویر چھپی ہوئی ہے۔ نظر آنے کے لیے براہ کرم دھندلاہٹ بند کریں، یا دوبارہ کوشش کے لیے بند کر کے پھر چلائیں۔</translation>
    </message>
</context>
<context>
    <name>CallBar</name>
    <message>
        <source>No sound</source>
        <translation>آواز نہیں</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>مائیک بند کریں</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>مائیک کھولیں</translation>
    </message>
    <message>
        <source>Stop camera</source>
        <translation>کیمرا بند کریں</translation>
    </message>
    <message>
        <source>Start camera</source>
        <translation>کیمرا چلائیں</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>رخصت ہوں</translation>
    </message>
</context>
<context>
    <name>CallDevices</name>
    <message>
        <source>The other side may hear an echo of its own voice. Headphones help, or speaking in turn.</source>
        <translation>ممکن ہے دوسری جانب اپنی ہی آواز کی گونج سنائی دے۔ ہیڈ فون لگانے یا باری باری بولنے سے مدد ملتی ہے۔</translation>
    </message>
    <message>
        <source>You are muted and are not heard. Unmute to be heard.</source>
        <translation>آپ کا مائیک بند ہے اور آپ کی آواز نہیں جا رہی۔ آواز پہنچانے کے لیے مائیک کھولیں۔</translation>
    </message>
    <message>
        <source>You are muted and are not heard. Unmute, or hold the space bar while you speak.</source>
        <translation>آپ کی آواز بند ہے اور سنائی نہیں دے رہی۔ آواز کھولیں، یا بولتے وقت اسپیس بار دبائے رکھیں۔</translation>
    </message>
    <message>
        <source>No camera was found: you are heard, but not seen.</source>
        <translation>کوئی کیمرا نہیں ملا: آپ کی آواز سنی جا رہی ہے، مگر آپ نظر نہیں آ رہے۔</translation>
    </message>
    <message>
        <source>Another program is using the camera. Close it, and you will be seen.</source>
        <translation>کوئی دوسرا پروگرام کیمرا استعمال کر رہا ہے۔ اسے بند کریں تو آپ نظر آئیں گے۔</translation>
    </message>
    <message>
        <source>The camera was disconnected. Check its cable.</source>
        <translation>کیمرا الگ ہو گیا ہے۔ اس کی تار دیکھیں۔</translation>
    </message>
    <message>
        <source>This program is not allowed to use the camera.</source>
        <translation>اس پروگرام کو کیمرا استعمال کرنے کی اجازت نہیں ہے۔</translation>
    </message>
    <message>
        <source>No microphone was found: you are not heard.</source>
        <translation>کوئی مائیک نہیں ملا: آپ کی آواز نہیں جا رہی۔</translation>
    </message>
    <message>
        <source>Another program is using the microphone. Close it, and you will be heard.</source>
        <translation>کوئی دوسرا پروگرام مائیک استعمال کر رہا ہے۔ اسے بند کریں تو آپ کی آواز سنی جائے گی۔</translation>
    </message>
    <message>
        <source>The microphone was disconnected. Check its cable.</source>
        <translation>مائیک الگ ہو گیا ہے۔ اس کی تار دیکھیں۔</translation>
    </message>
    <message>
        <source>This program is not allowed to use the microphone.</source>
        <translation>اس پروگرام کو مائیک استعمال کرنے کی اجازت نہیں ہے۔</translation>
    </message>
    <message>
        <source>No speaker was found: you hear nothing.</source>
        <translation>کوئی اسپیکر نہیں ملا: آپ کو آواز نہیں آئے گی۔</translation>
    </message>
    <message>
        <source>Another program is using the speaker. Close it, and you will hear.</source>
        <translation>کوئی دوسرا پروگرام اسپیکر استعمال کر رہا ہے۔ اسے بند کریں تو آپ کو آواز آئے گی۔</translation>
    </message>
    <message>
        <source>The speaker was disconnected. Check its cable.</source>
        <translation>اسپیکر الگ ہو گیا ہے۔ اس کی تار دیکھیں۔</translation>
    </message>
    <message>
        <source>This program is not allowed to use the speaker.</source>
        <translation>اس پروگرام کو اسپیکر استعمال کرنے کی اجازت نہیں ہے۔</translation>
    </message>
</context>
<context>
    <name>CallHold</name>
    <message>
        <source>One moment, please</source>
        <translation>ایک لمحہ، براہ کرم</translation>
    </message>
    <message>
        <source>The other side will be back with you shortly. Until then you neither see nor hear them; they may still see and hear you.</source>
        <translation>عہدے دار تھوڑی دیر میں آپ کے پاس واپس آئیں گے۔ اس وقت تک آپ انہیں نہ دیکھ سکتے ہیں نہ سن سکتے ہیں؛ وہ آپ کو دیکھ اور سن سکتے ہیں۔</translation>
    </message>
    <message>
        <source>On hold: you are neither seen nor heard</source>
        <translation>ملاقات روکی ہوئی ہے: نہ آپ کو دیکھا جا رہا ہے نہ سنا جا رہا ہے</translation>
    </message>
    <message>
        <source>On hold: the other side neither sees nor hears you, and you still see and hear them.</source>
        <translation>ملاقات روکی ہوئی ہے: دوسرا فریق نہ آپ کو دیکھ رہا ہے نہ سن رہا ہے، اور آپ انہیں دیکھ اور سن رہے ہیں۔</translation>
    </message>
</context>
<context>
    <name>CallPage</name>
    <message>
        <source>Your answer</source>
        <translation>آپ کا جواب</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>بھیجیں</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بند کریں</translation>
    </message>
    <message>
        <source>{official} goes on with your talk from here. Please stay.</source>
        <translation>اب آپ کی ملاقات {official} جاری رکھیں گے۔ براہِ کرم تشریف رکھیں۔</translation>
    </message>
    <message>
        <source>Answer in writing</source>
        <translation>لکھ کر جواب دیں</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>پیغامات</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>عملہ بلائیں</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>دستاویز دیں</translation>
    </message>
    <message>
        <source>The staff of this hall have been called. The talk goes on.</source>
        <translation>ہال کے عملے کو بلا لیا گیا ہے۔ گفتگو جاری ہے۔</translation>
    </message>
    <message>
        <source>The operator of this hall is on the way.</source>
        <translation>اس ہال کا آپریٹر آپ کے پاس آ رہا ہے۔</translation>
    </message>
    <message>
        <source>End the talk?</source>
        <translation>کیا گفتگو ختم کرنی ہے؟</translation>
    </message>
    <message>
        <source>The official will no longer see and hear you. You can return while they are still there.</source>
        <translation>افسر آپ کو مزید دیکھ اور سن نہیں سکیں گے۔ جب تک وہ موجود ہیں، آپ واپس آ سکتے ہیں۔</translation>
    </message>
    <message>
        <source>The official has given you more time.</source>
        <translation>عہدے دار نے آپ کو مزید وقت دیا ہے۔</translation>
    </message>
    <message>
        <source>Office delegate</source>
        <translation>دفتر کے منتظم</translation>
    </message>
    <message>
        <source>End the talk</source>
        <translation>گفتگو ختم کریں</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>یہیں رہیں</translation>
    </message>
    <message>
        <source>You</source>
        <translation>آپ</translation>
    </message>
</context>
<context>
    <name>CallQuality</name>
    <message>
        <source>The line is too weak for your picture at the moment. Your voice goes on being heard.</source>
        <translation>اس وقت رابطہ آپ کی تصویر کے لیے بہت کمزور ہے۔ آپ کی آواز بدستور سنی جا رہی ہے۔</translation>
    </message>
    <message>
        <source>The line is good</source>
        <translation>رابطہ اچھا ہے</translation>
    </message>
    <message>
        <source>The line is uneven</source>
        <translation>رابطہ ہموار نہیں ہے</translation>
    </message>
    <message>
        <source>The line is weak</source>
        <translation>رابطہ کمزور ہے</translation>
    </message>
    <message>
        <source>The line is interrupted</source>
        <translation>رابطہ منقطع ہے</translation>
    </message>
    <message>
        <source>You may see and hear each other badly at the moment.</source>
        <translation>ممکن ہے اس وقت آپ دونوں ایک دوسرے کو صاف دیکھ اور سن نہ سکیں۔</translation>
    </message>
    <message>
        <source>The other side may see and hear you badly at the moment.</source>
        <translation>ممکن ہے اس وقت دوسری جانب آپ کو صاف دیکھا اور سنا نہ جا سکے۔</translation>
    </message>
    <message>
        <source>You may see and hear the other side badly at the moment.</source>
        <translation>ممکن ہے اس وقت آپ دوسری جانب کو صاف دیکھ اور سن نہ سکیں۔</translation>
    </message>
</context>
<context>
    <name>CallSharing</name>
    <message>
        <source>What you were showing was closed. The other side sees you again.</source>
        <translation>جو آپ دکھا رہے تھے وہ بند ہو گیا۔ دوسری جانب اب پھر آپ نظر آ رہے ہیں۔</translation>
    </message>
    <message>
        <source>There is no screen that could be shown.</source>
        <translation>ایسی کوئی اسکرین نہیں جو دکھائی جا سکے۔</translation>
    </message>
    <message>
        <source>This desktop (Wayland) lets no program show the screen. Sign in with X11 instead.</source>
        <translation>یہ ڈیسک ٹاپ (Wayland) کسی پروگرام کو اسکرین دکھانے نہیں دیتا۔ اس کے بجائے X11 سے داخل ہوں۔</translation>
    </message>
    <message>
        <source>The screen of this computer cannot be shown.</source>
        <translation>اس کمپیوٹر کی اسکرین نہیں دکھائی جا سکتی۔</translation>
    </message>
    <message>
        <source>The screen could not be shown any longer. The other side sees you again.</source>
        <translation>اسکرین مزید نہیں دکھائی جا سکی۔ دوسری جانب اب پھر آپ نظر آ رہے ہیں۔</translation>
    </message>
</context>
<context>
    <name>CallStatus</name>
    <message>
        <source>Try again</source>
        <translation>دوبارہ کوشش کریں</translation>
    </message>
    <message>
        <source>The server does not answer at the moment. We keep trying; please stay here.</source>
        <translation>اس وقت سرور جواب نہیں دے رہا۔ ہم کوشش کر رہے ہیں؛ براہِ کرم یہیں رہیں۔</translation>
    </message>
    <message>
        <source>Entering the room</source>
        <translation>کمرے میں داخلہ</translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation>براہِ کرم ایک لمحہ۔</translation>
    </message>
    <message>
        <source>Waiting for the other side</source>
        <translation>دوسری جانب کا انتظار ہے</translation>
    </message>
    <message>
        <source>The talk begins as soon as they come in.</source>
        <translation>ان کے آتے ہی گفتگو شروع ہو جائے گی۔</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>رابطہ قائم ہو رہا ہے</translation>
    </message>
    <message>
        <source>Picture and sound will be there in a moment.</source>
        <translation>تصویر اور آواز ابھی آ جائے گی۔</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>دوبارہ رابطہ قائم ہو رہا ہے</translation>
    </message>
    <message>
        <source>The line was interrupted. Please stay: the talk goes on.</source>
        <translation>رابطہ منقطع ہو گیا تھا۔ براہِ کرم یہیں رہیں: گفتگو جاری رہے گی۔</translation>
    </message>
    <message>
        <source>The line of the other side was cut</source>
        <translation>دوسری جانب کا رابطہ کٹ گیا ہے</translation>
    </message>
    <message>
        <source>We keep your place. The talk goes on as soon as they are back.</source>
        <translation>آپ کی جگہ محفوظ ہے۔ ان کے واپس آتے ہی گفتگو جاری ہو جائے گی۔</translation>
    </message>
    <message>
        <source>The other side has left the talk</source>
        <translation>دوسری جانب گفتگو سے رخصت ہو گئی ہے</translation>
    </message>
    <message>
        <source>They can come back as long as you stay here.</source>
        <translation>جب تک آپ یہاں ہیں، وہ واپس آ سکتے ہیں۔</translation>
    </message>
    <message>
        <source>The other side could not be verified</source>
        <translation>دوسری جانب کی تصدیق نہ ہو سکی</translation>
    </message>
    <message>
        <source>For your safety the talk was not connected: it is not certain that nobody stands between you and the other side. Your place is kept. Please try again, or ask a member of staff.</source>
        <translation>آپ کی حفاظت کے لیے گفتگو نہیں جوڑی گئی: یہ یقینی نہیں کہ آپ کے اور دوسری جانب کے درمیان کوئی نہیں ہے۔ آپ کی جگہ محفوظ ہے۔ براہِ کرم دوبارہ کوشش کریں، یا عملے کے کسی رکن سے پوچھیں۔</translation>
    </message>
    <message>
        <source>The talk could not be connected</source>
        <translation>گفتگو جوڑی نہ جا سکی</translation>
    </message>
    <message>
        <source>Nothing is lost: your place is kept. Please try again.</source>
        <translation>کچھ ضائع نہیں ہوا: آپ کی جگہ محفوظ ہے۔ براہِ کرم دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>The talk has ended</source>
        <translation>گفتگو ختم ہو گئی</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>شکریہ۔</translation>
    </message>
</context>
<context>
    <name>CallView</name>
    <message>
        <source>The server is away for a moment; the talk goes on.</source>
        <translation>سرور کچھ دیر کے لیے دستیاب نہیں؛ گفتگو جاری ہے۔</translation>
    </message>
    <message>
        <source>The other side sees your screen, and not your camera.</source>
        <translation>دوسری جانب آپ کی اسکرین نظر آ رہی ہے، کیمرا نہیں۔</translation>
    </message>
    <message>
        <source>The planned time is over. The talk goes on until the official ends it.</source>
        <translation>مقررہ وقت ختم ہو گیا ہے۔ گفتگو تب تک جاری رہے گی جب تک عہدیدار اسے ختم نہ کریں۔</translation>
    </message>
    <message>
        <source>About two minutes are left. Please say what matters most to you.</source>
        <translation>تقریباً دو منٹ باقی ہیں۔ براہِ کرم اپنی سب سے اہم بات کہہ دیں۔</translation>
    </message>
    <message>
        <source>Your camera is switched off</source>
        <translation>آپ کا کیمرا بند ہے</translation>
    </message>
    <message>
        <source>Code {code}</source>
        <translation>کوڈ {code}</translation>
    </message>
    <message>
        <source>Encrypted call</source>
        <translation>محفوظ (خفیہ کاری شدہ) کال</translation>
    </message>
    <message>
        <source>Video audience · {name}</source>
        <translation>ویڈیو ملاقات · {name}</translation>
    </message>
</context>
<context>
    <name>Called</name>
    <message>
        <source>Now called</source>
        <translation>اب بلایا جا رہا ہے</translation>
    </message>
    <message>
        <source>Number {number}. Please come to this kiosk.</source>
        <translation>نمبر {number}۔ براہِ کرم اس کیوسک پر تشریف لائیں۔</translation>
    </message>
    <message>
        <source>the operator&apos;s desk</source>
        <translation>آپریٹر کی میز</translation>
    </message>
    <message>
        <source>this kiosk</source>
        <translation>یہ کیوسک</translation>
    </message>
    <message>
        <source>kiosk {number}</source>
        <translation>کیوسک {number}</translation>
    </message>
</context>
<context>
    <name>ChangePage</name>
    <message>
        <source>Another time</source>
        <translation>کوئی اور وقت</translation>
    </message>
    <message>
        <source>Your appointment stays until you have chosen and confirmed</source>
        <translation>جب تک آپ نیا وقت چن کر تصدیق نہ کریں، آپ کی ملاقات برقرار رہے گی</translation>
    </message>
    <message>
        <source>Cancel the appointment</source>
        <translation>ملاقات منسوخ کریں</translation>
    </message>
    <message>
        <source>Its time becomes free for somebody else</source>
        <translation>اس کا وقت کسی اور کے لیے خالی ہو جائے گا</translation>
    </message>
    <message>
        <source>What would you like to change?</source>
        <translation>آپ کیا تبدیل کرنا چاہتے ہیں؟</translation>
    </message>
    <message>
        <source>This is possible until {day}, {time}.</source>
        <translation>یہ {day}، {time} تک ممکن ہے۔</translation>
    </message>
    <message>
        <source>Cancel this appointment?</source>
        <translation>کیا یہ ملاقات منسوخ کر دی جائے؟</translation>
    </message>
    <message>
        <source>It is too late to change it here. The operator in this hall will help you.</source>
        <translation>یہاں سے تبدیلی کا وقت گزر چکا ہے۔ اس ہال کے آپریٹر آپ کی مدد کریں گے۔</translation>
    </message>
    <message>
        <source>Yes, cancel it</source>
        <translation>جی ہاں، منسوخ کریں</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>برقرار رکھیں</translation>
    </message>
</context>
<context>
    <name>Chat</name>
    <message>
        <source>Messages</source>
        <translation>پیغامات</translation>
    </message>
    <message>
        <source>Nothing has been written yet. What is written stays with the case.</source>
        <translation>ابھی کچھ نہیں لکھا گیا۔ جو لکھا جائے گا وہ فائل کے ساتھ محفوظ رہے گا۔</translation>
    </message>
</context>
<context>
    <name>CheckLine</name>
    <message>
        <source>I hear them</source>
        <translation>جی، سنائی دیتے ہیں</translation>
    </message>
    <message>
        <source>I hear nothing</source>
        <translation>کچھ سنائی نہیں دیتا</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Go on</source>
        <translation>آگے چلیں</translation>
    </message>
    <message>
        <source>You are not seen</source>
        <translation>آپ نظر نہیں آ رہے</translation>
    </message>
    <message>
        <source>The operator of this hall has been told. You can go on meanwhile.</source>
        <translation>اس ہال کے آپریٹر کو بتا دیا گیا ہے۔ اس دوران آپ آگے بڑھ سکتے ہیں۔</translation>
    </message>
    <message>
        <source>Go on without a picture</source>
        <translation>تصویر کے بغیر آگے چلیں</translation>
    </message>
    <message>
        <source>Go on anyway</source>
        <translation>پھر بھی آگے چلیں</translation>
    </message>
    <message>
        <source>Please say</source>
        <translation>براہِ کرم کہیے</translation>
    </message>
    <message>
        <source>“Peace be upon you”</source>
        <translation>”السلام علیکم“</translation>
    </message>
    <message>
        <source>How loud you are</source>
        <translation>آپ کی آواز کی سطح</translation>
    </message>
    <message>
        <source>Call the operator</source>
        <translation>آپریٹر کو بلائیں</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>دوبارہ جانچیں</translation>
    </message>
    <message>
        <source>You</source>
        <translation>آپ</translation>
    </message>
    <message>
        <source>The operator is on the way to you.</source>
        <translation>آپریٹر آپ کے پاس آ رہا ہے۔</translation>
    </message>
    <message>
        <source>Something does not work yet</source>
        <translation>ابھی کچھ کام نہیں کر رہا</translation>
    </message>
    <message>
        <source>You keep your place in the line. Nothing is lost.</source>
        <translation>قطار میں آپ کی جگہ محفوظ ہے۔ کچھ ضائع نہیں ہوا۔</translation>
    </message>
    <message>
        <source>You can be seen and heard</source>
        <translation>آپ نظر آ رہے ہیں اور آپ کی آواز سنی جا رہی ہے</translation>
    </message>
    <message>
        <source>You go on to the waiting room by yourself in a moment.</source>
        <translation>ایک لمحے میں آپ خود بخود انتظار گاہ میں پہنچ جائیں گے۔</translation>
    </message>
    <message>
        <source>We are checking picture and sound</source>
        <translation>ہم تصویر اور آواز جانچ رہے ہیں</translation>
    </message>
    <message>
        <source>It takes a few seconds. You are checked in already.</source>
        <translation>اس میں چند سیکنڈ لگتے ہیں۔ آپ کی حاضری لگ چکی ہے۔</translation>
    </message>
</context>
<context>
    <name>CheckWords</name>
    <message>
        <source>Please call the operator.</source>
        <translation>براہِ کرم آپریٹر کو بلائیں۔</translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation>آپ کا انتظار ہے</translation>
    </message>
    <message>
        <source>Call the operator, or go on with your voice alone.</source>
        <translation>آپریٹر کو بلائیں، یا صرف آواز کے ساتھ آگے بڑھیں۔</translation>
    </message>
    <message>
        <source>Brightness: {number} %</source>
        <translation>روشنی: {number}٪</translation>
    </message>
    <message>
        <source>Loudest: {number} dBFS</source>
        <translation>سب سے بلند: {number} dBFS</translation>
    </message>
    <message>
        <source>Round trip: {number} ms</source>
        <translation>آنے جانے کا وقت: {number} ملی سیکنڈ</translation>
    </message>
    <message>
        <source>Relays that serve: {serving} of {asked}</source>
        <translation>کام کرنے والے ریلے: {asked} میں سے {serving}</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>جانچ ہو رہی ہے</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>ٹھیک</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>کمزور</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>کام نہیں کر رہا</translation>
    </message>
    <message>
        <source>The camera does not work at the moment: you are heard, but not seen.</source>
        <translation>کیمرا اس وقت کام نہیں کر رہا: آپ کی آواز سنی جا رہی ہے، مگر آپ نظر نہیں آ رہے۔</translation>
    </message>
    <message>
        <source>The microphone does not work at the moment: you are not heard.</source>
        <translation>مائیک اس وقت کام نہیں کر رہا: آپ کی آواز نہیں سنی جا رہی۔</translation>
    </message>
    <message>
        <source>The loudspeaker does not work at the moment: you hear nothing.</source>
        <translation>اسپیکر اس وقت کام نہیں کر رہا: آپ کو کچھ سنائی نہیں دے گا۔</translation>
    </message>
    <message>
        <source>The camera sees you.</source>
        <translation>کیمرا آپ کو دیکھ رہا ہے۔</translation>
    </message>
    <message>
        <source>The picture is too dark. Please take away what covers the camera, or step into the light.</source>
        <translation>تصویر بہت تاریک ہے۔ براہِ کرم کیمرے کے سامنے سے رکاوٹ ہٹائیں یا روشنی میں آ جائیں۔</translation>
    </message>
    <message>
        <source>No picture comes from the camera: you are heard, but not seen.</source>
        <translation>کیمرے سے کوئی تصویر نہیں آ رہی: آپ کی آواز سنی جا رہی ہے، مگر آپ نظر نہیں آ رہے۔</translation>
    </message>
    <message>
        <source>We are looking at the camera.</source>
        <translation>ہم کیمرا دیکھ رہے ہیں۔</translation>
    </message>
    <message>
        <source>The microphone hears you.</source>
        <translation>مائیک آپ کی آواز سن رہا ہے۔</translation>
    </message>
    <message>
        <source>The microphone is listening. Please greet us aloud.</source>
        <translation>مائیک سن رہا ہے۔ براہِ کرم بلند آواز سے سلام کہیے۔</translation>
    </message>
    <message>
        <source>We have not heard you yet. Please come closer and greet us a little louder.</source>
        <translation>ہم نے ابھی آپ کی آواز نہیں سنی۔ براہِ کرم قریب آ کر ذرا بلند آواز سے سلام کہیے۔</translation>
    </message>
    <message>
        <source>The microphone hears nothing at all. The staff in the hall can put it right.</source>
        <translation>مائیک کو کچھ بھی سنائی نہیں دے رہا۔ ہال کا عملہ اسے ٹھیک کر سکتا ہے۔</translation>
    </message>
    <message>
        <source>The microphone comes next.</source>
        <translation>اب مائیک کی باری ہے۔</translation>
    </message>
    <message>
        <source>The loudspeaker can be heard.</source>
        <translation>اسپیکر کی آواز سنائی دے رہی ہے۔</translation>
    </message>
    <message>
        <source>Two notes are played again and again. Do you hear them?</source>
        <translation>دو سُر بار بار بجائے جا رہے ہیں۔ کیا آپ کو سنائی دیتے ہیں؟</translation>
    </message>
    <message>
        <source>You hear nothing. The staff in the hall can put the loudspeaker right.</source>
        <translation>آپ کو کچھ سنائی نہیں دے رہا۔ ہال کا عملہ اسپیکر ٹھیک کر سکتا ہے۔</translation>
    </message>
    <message>
        <source>Two notes are being played to you.</source>
        <translation>آپ کو دو سُر سنائے جا رہے ہیں۔</translation>
    </message>
    <message>
        <source>The connection to the office is good.</source>
        <translation>دفتر سے رابطہ اچھا ہے۔</translation>
    </message>
    <message>
        <source>The connection is weak: your voice goes first, and the picture may stand still.</source>
        <translation>رابطہ کمزور ہے: آپ کی آواز کو ترجیح ہے، اور تصویر کبھی رک سکتی ہے۔</translation>
    </message>
    <message>
        <source>The connection is weak: the talk may take longer to begin.</source>
        <translation>رابطہ کمزور ہے: گفتگو شروع ہونے میں کچھ دیر لگ سکتی ہے۔</translation>
    </message>
    <message>
        <source>There is no connection to the office. You keep your place, and we keep trying.</source>
        <translation>دفتر سے رابطہ نہیں ہے۔ آپ کی جگہ محفوظ ہے، اور ہم کوشش جاری رکھے ہوئے ہیں۔</translation>
    </message>
    <message>
        <source>We are looking at the connection to the office.</source>
        <translation>ہم دفتر سے رابطہ دیکھ رہے ہیں۔</translation>
    </message>
</context>
<context>
    <name>ClosedScreen</name>
    <message>
        <source>This kiosk is closed</source>
        <translation>یہ کیوسک بند ہے</translation>
    </message>
    <message>
        <source>Please use another one, or ask the staff of the hall.</source>
        <translation>براہِ کرم دوسرا کیوسک استعمال کریں، یا ہال کے عملے سے پوچھیں۔</translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>We have sent a code by SMS to {mobile}</source>
        <translation>ہم نے {mobile} پر ایس ایم ایس سے ایک کوڈ بھیجا ہے</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>کوڈ</translation>
    </message>
    <message>
        <source>Six digits; after the last one it goes on by itself</source>
        <translation>چھ ہندسے؛ آخری ہندسے کے بعد خود بخود آگے بڑھ جائے گا</translation>
    </message>
    <message>
        <source>No code came: another way</source>
        <translation>کوڈ نہیں آیا؟ دوسرا طریقہ</translation>
    </message>
    <message>
        <source>Enter the code</source>
        <translation>کوڈ درج کریں</translation>
    </message>
    <message>
        <source>The code is valid for {time}</source>
        <translation>یہ کوڈ {time} تک کارآمد ہے</translation>
    </message>
    <message>
        <source>Send a new code (in {time})</source>
        <translation>نیا کوڈ بھیجیں ({time} بعد)</translation>
    </message>
    <message>
        <source>Send a new code</source>
        <translation>نیا کوڈ بھیجیں</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>آگے بڑھیں</translation>
    </message>
    <message>
        <source>The code has expired; ask for a new one.</source>
        <translation>کوڈ کی مدت ختم ہو گئی؛ نیا کوڈ منگوائیں۔</translation>
    </message>
</context>
<context>
    <name>CropEditor</name>
    <message>
        <source>Corner at the top left</source>
        <translation>اوپر بائیں کونا</translation>
    </message>
    <message>
        <source>Corner at the top right</source>
        <translation>اوپر دائیں کونا</translation>
    </message>
    <message>
        <source>Corner at the bottom right</source>
        <translation>نیچے دائیں کونا</translation>
    </message>
    <message>
        <source>Corner at the bottom left</source>
        <translation>نیچے بائیں کونا</translation>
    </message>
    <message>
        <source>Drag it, or move it with the arrow keys</source>
        <translation>اسے کھینچیں، یا تیر والی کلیدوں سے ہلائیں</translation>
    </message>
</context>
<context>
    <name>DaysPage</name>
    <message>
        <source>Which days suit you?</source>
        <translation>آپ کے لیے کون سے دن مناسب ہیں؟</translation>
    </message>
    <message>
        <source>Choose as many as you like, or none. Nothing is booked by this.</source>
        <translation>جتنے چاہیں دن منتخب کریں یا کوئی بھی نہیں۔ اس سے کوئی ملاقات بک نہیں ہوتی۔</translation>
    </message>
    <message numerus="yes">
        <source>Times that were free: %Ln</source>
        <translation>
            <numerusform>خالی اوقات: %Ln</numerusform>
            <numerusform>خالی اوقات: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was free</source>
        <translation>کوئی وقت خالی نہیں تھا</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>جاری رکھیں</translation>
    </message>
    <message>
        <source>Any day suits me</source>
        <translation>مجھے کوئی بھی دن مناسب ہے</translation>
    </message>
</context>
<context>
    <name>DecisionWords</name>
    <message>
        <source>Your request is granted</source>
        <translation>آپ کی درخواست منظور کر لی گئی ہے</translation>
    </message>
    <message>
        <source>The unit below carries it out.</source>
        <translation>نیچے درج شعبہ اس پر عمل کرے گا۔</translation>
    </message>
    <message>
        <source>Your request has been passed on with a directive</source>
        <translation>آپ کی درخواست ہدایت کے ساتھ آگے بھیج دی گئی ہے</translation>
    </message>
    <message>
        <source>The unit below acts on it and contacts you.</source>
        <translation>نیچے درج شعبہ اس پر کارروائی کرے گا اور آپ سے رابطہ کرے گا۔</translation>
    </message>
    <message>
        <source>Your request is being studied further</source>
        <translation>آپ کی درخواست پر مزید غور کیا جا رہا ہے</translation>
    </message>
    <message>
        <source>The unit below studies it and tells you the result.</source>
        <translation>نیچے درج شعبہ اس کا جائزہ لے کر آپ کو نتیجہ بتائے گا۔</translation>
    </message>
    <message>
        <source>Your request cannot be met</source>
        <translation>آپ کی درخواست منظور نہیں کی جا سکتی</translation>
    </message>
    <message>
        <source>The reason and the way on are written below.</source>
        <translation>وجہ اور آگے کا راستہ نیچے لکھا ہے۔</translation>
    </message>
    <message>
        <source>You were given advice</source>
        <translation>آپ کو مشورہ دیا گیا ہے</translation>
    </message>
    <message>
        <source>It is written below for you to keep.</source>
        <translation>یہ نیچے لکھا ہے تاکہ آپ کے پاس رہے۔</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Remove</source>
        <translation>ہٹائیں</translation>
    </message>
    <message>
        <source>Your appointment stands, but these documents could not be sent: {names}. {why}.</source>
        <translation>آپ کی ملاقات طے ہے، لیکن یہ دستاویزات نہیں بھیجی جا سکیں: {names}۔ {why}۔</translation>
    </message>
    <message>
        <source>Your documents are being sent: {sent} of {all}</source>
        <translation>آپ کی دستاویزات بھیجی جا رہی ہیں: {all} میں سے {sent}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message numerus="yes">
        <source>Documents with your appointment: %Ln</source>
        <translation>
            <numerusform>آپ کی ملاقات کے ساتھ دستاویزات: %Ln</numerusform>
            <numerusform>آپ کی ملاقات کے ساتھ دستاویزات: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} میگابائٹ</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size} کلوبائٹ</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>بھیجی جا رہی ہے</translation>
    </message>
    <message>
        <source>With your appointment</source>
        <translation>آپ کی ملاقات کے ساتھ ہے</translation>
    </message>
    <message>
        <source>Not sent.</source>
        <translation>نہیں بھیجی گئی۔</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>Continue without a document</source>
        <translation>دستاویز کے بغیر جاری رکھیں</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>مکمل</translation>
    </message>
    <message>
        <source>Would you like to bring a document?</source>
        <translation>کیا آپ کوئی دستاویز دینا چاہتے ہیں؟</translation>
    </message>
    <message>
        <source>A letter, a deed, a photo: the official sees it before the talk. You need not.</source>
        <translation>خط، دستاویزِ ملکیت یا تصویر: افسر اسے ملاقات سے پہلے دیکھ لیتے ہیں۔ یہ ضروری نہیں۔</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>جاری رکھیں</translation>
    </message>
    <message>
        <source>Send the documents</source>
        <translation>دستاویزات بھیجیں</translation>
    </message>
    <message>
        <source>Back to the talk</source>
        <translation>گفتگو پر واپس جائیں</translation>
    </message>
    <message>
        <source>Photograph a paper</source>
        <translation>کاغذ کی تصویر لیں</translation>
    </message>
    <message>
        <source>With the camera of this kiosk</source>
        <translation>اس کیوسک کے کیمرے سے</translation>
    </message>
    <message>
        <source>From a USB stick or the scanner</source>
        <translation>یو ایس بی یا اسکینر سے</translation>
    </message>
    <message>
        <source>PDF documents and photos</source>
        <translation>پی ڈی ایف دستاویزات اور تصاویر</translation>
    </message>
    <message>
        <source>From your phone</source>
        <translation>آپ کے فون سے</translation>
    </message>
    <message>
        <source>Scan a code and choose files there</source>
        <translation>کوڈ اسکین کریں اور وہاں فائلیں چنیں</translation>
    </message>
    <message>
        <source>Hand the official a document</source>
        <translation>افسر کو دستاویز دیں</translation>
    </message>
    <message>
        <source>The talk goes on: you hear each other. The official sees what you send at once.</source>
        <translation>گفتگو جاری ہے اور آپ ایک دوسرے کو سن رہے ہیں۔ آپ جو بھیجیں گے افسر فوراً دیکھیں گے۔</translation>
    </message>
</context>
<context>
    <name>Elapsed</name>
    <message>
        <source>{time} left</source>
        <translation>باقی {time}</translation>
    </message>
</context>
<context>
    <name>ElsewherePages</name>
    <message>
        <source>There is time for {time}. We go on by ourselves.</source>
        <translation>{time} باقی ہیں۔ آگے ہم خود بڑھ جائیں گے۔</translation>
    </message>
    <message>
        <source>Choose this number in Nafath</source>
        <translation>نفاذ میں یہ نمبر چنیں</translation>
    </message>
    <message>
        <source>Tell the operator this kiosk&apos;s number</source>
        <translation>آپریٹر کو اس کیوسک کا نمبر بتائیں</translation>
    </message>
    <message>
        <source>Open the Nafath app on your mobile.</source>
        <translation>اپنے موبائل پر نفاذ ایپ کھولیں۔</translation>
    </message>
    <message>
        <source>Open the request from Majlis, and choose this number.</source>
        <translation>مجلس کی طرف سے آئی درخواست کھولیں اور یہ نمبر چنیں۔</translation>
    </message>
    <message>
        <source>Confirm it with your face, finger or code.</source>
        <translation>چہرے، انگلی یا کوڈ سے اس کی تصدیق کریں۔</translation>
    </message>
    <message>
        <source>Confirm it in Nafath</source>
        <translation>نفاذ میں تصدیق کریں</translation>
    </message>
    <message>
        <source>Never give this number to anybody who calls you.</source>
        <translation>یہ نمبر کسی ایسے شخص کو نہ بتائیں جو آپ کو فون کرے۔</translation>
    </message>
    <message>
        <source>Take your ID or passport to the operator&apos;s desk.</source>
        <translation>اپنا شناختی کارڈ یا پاسپورٹ آپریٹر کی میز پر لے جائیں۔</translation>
    </message>
    <message>
        <source>The operator looks at it and confirms you.</source>
        <translation>آپریٹر اسے دیکھ کر آپ کی تصدیق کریں گے۔</translation>
    </message>
    <message>
        <source>Then come back: this kiosk is kept for you.</source>
        <translation>پھر واپس آئیں: یہ کیوسک آپ کے لیے رکھا گیا ہے۔</translation>
    </message>
    <message>
        <source>Please go to the operator&apos;s desk</source>
        <translation>براہِ کرم آپریٹر کی میز پر تشریف لے جائیں</translation>
    </message>
    <message>
        <source>Your papers are enough; no mobile is needed.</source>
        <translation>آپ کے کاغذات کافی ہیں؛ موبائل کی ضرورت نہیں۔</translation>
    </message>
    <message>
        <source>The time is over</source>
        <translation>وقت ختم ہو گیا</translation>
    </message>
    <message>
        <source>Nothing is lost. You can try again, or go back and choose another way.</source>
        <translation>کچھ ضائع نہیں ہوا۔ آپ دوبارہ کوشش کر سکتے ہیں، یا واپس جا کر دوسرا طریقہ چن سکتے ہیں۔</translation>
    </message>
    <message>
        <source>Another way</source>
        <translation>دوسرا طریقہ</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>دوبارہ کوشش کریں</translation>
    </message>
    <message>
        <source>You could not be let in</source>
        <translation>آپ کو داخل نہیں کیا جا سکا</translation>
    </message>
    <message>
        <source>Please ask the operator at the desk.</source>
        <translation>براہِ کرم میز پر آپریٹر سے پوچھیں۔</translation>
    </message>
</context>
<context>
    <name>FarewellPage</name>
    <message>
        <source>Thank you for coming</source>
        <translation>تشریف لانے کا شکریہ</translation>
    </message>
    <message>
        <source>Everything you entered has been removed from this kiosk.</source>
        <translation>آپ نے جو کچھ درج کیا تھا، اس کیوسک سے مٹا دیا گیا ہے۔</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>ٹھیک ہے</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message numerus="yes">
        <source>Files that are not shown, since they are of another kind or too large: %Ln</source>
        <translation>
            <numerusform>فائلیں جو قسم یا حجم کی وجہ سے نہیں دکھائی گئیں: %Ln</numerusform>
            <numerusform>فائلیں جو قسم یا حجم کی وجہ سے نہیں دکھائی گئیں: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Added: {name}</source>
        <translation>شامل ہو گئی: {name}</translation>
    </message>
    <message>
        <source>Which documents would you like to bring?</source>
        <translation>آپ کون سی دستاویزات دینا چاہتے ہیں؟</translation>
    </message>
    <message>
        <source>Touch each one. Nothing on your stick is changed.</source>
        <translation>ہر ایک کو چھوئیں۔ آپ کی یو ایس بی میں کچھ نہیں بدلتا۔</translation>
    </message>
    <message>
        <source>The stick was pulled out. What you had already chosen is still here.</source>
        <translation>یو ایس بی نکال لی گئی۔ جو آپ چن چکے ہیں وہ محفوظ ہے۔</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>مکمل</translation>
    </message>
    <message>
        <source>Looking for files</source>
        <translation>فائلیں تلاش کی جا رہی ہیں</translation>
    </message>
    <message>
        <source>The file cannot be read any more. Please plug the stick in again.</source>
        <translation>فائل پڑھی نہیں جا سکی۔ براہِ کرم یو ایس بی دوبارہ لگائیں۔</translation>
    </message>
    <message>
        <source>There is no document on the stick</source>
        <translation>یو ایس بی میں کوئی دستاویز نہیں</translation>
    </message>
    <message>
        <source>PDF documents and photos (JPEG, PNG) can be brought.</source>
        <translation>پی ڈی ایف دستاویزات اور تصاویر (JPEG، PNG) دی جا سکتی ہیں۔</translation>
    </message>
    <message>
        <source>Please plug in your USB stick</source>
        <translation>براہِ کرم اپنی یو ایس بی لگائیں</translation>
    </message>
    <message>
        <source>Or lay the paper on the scanner and press its button. Files appear here by themselves.</source>
        <translation>یا کاغذ اسکینر پر رکھ کر اس کا بٹن دبائیں۔ فائلیں یہاں خود بخود ظاہر ہوتی ہیں۔</translation>
    </message>
</context>
<context>
    <name>FirstFreePage</name>
    <message>
        <source>Nobody is free in the coming weeks</source>
        <translation>آئندہ ہفتوں میں کوئی فارغ نہیں</translation>
    </message>
    <message>
        <source>Please come back in a few days, or meet another way.</source>
        <translation>براہِ کرم چند دن بعد آئیں، یا ملاقات کا دوسرا طریقہ چنیں۔</translation>
    </message>
    <message>
        <source>Whoever is free first</source>
        <translation>جو سب سے پہلے فارغ ہو</translation>
    </message>
</context>
<context>
    <name>GivenPaper</name>
    <message>
        <source>Print</source>
        <translation>پرنٹ کریں</translation>
    </message>
    <message>
        <source>The document is being printed. One moment, please.</source>
        <translation>دستاویز پرنٹ ہو رہی ہے۔ براہِ کرم ایک لمحہ۔</translation>
    </message>
    <message>
        <source>Please take the paper from below the screen.</source>
        <translation>براہِ کرم اسکرین کے نیچے سے کاغذ لے لیں۔</translation>
    </message>
    <message>
        <source>The document stays with your file.</source>
        <translation>دستاویز آپ کی فائل میں محفوظ رہے گی۔</translation>
    </message>
    <message>
        <source>The official has taken the document back.</source>
        <translation>افسر نے دستاویز واپس لے لی ہے۔</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>دستاویز</translation>
    </message>
    <message>
        <source>The official gives you a document.</source>
        <translation>افسر آپ کو ایک دستاویز دے رہے ہیں۔</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>دوبارہ کوشش کریں</translation>
    </message>
    <message>
        <source>This document cannot be shown here</source>
        <translation>یہ دستاویز یہاں نہیں دکھائی جا سکتی</translation>
    </message>
    <message>
        <source>It stays with your file. The official can show it to you.</source>
        <translation>یہ آپ کی فائل میں محفوظ رہے گی، اور افسر آپ کو دکھا سکتے ہیں۔</translation>
    </message>
    <message>
        <source>The document is being fetched</source>
        <translation>دستاویز لائی جا رہی ہے</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>صفحہ {number} از {count}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بند کریں</translation>
    </message>
    <message>
        <source>Other document</source>
        <translation>دوسری دستاویز</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>پچھلا</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>اگلا</translation>
    </message>
    <message>
        <source>A page of the document</source>
        <translation>دستاویز کا ایک صفحہ</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>پورا صفحہ</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>بڑا کریں</translation>
    </message>
</context>
<context>
    <name>HallOrders</name>
    <message>
        <source>This kiosk closes after your visit. You can finish what you are doing.</source>
        <translation>آپ کی آمد مکمل ہونے کے بعد یہ کیوسک بند ہو جائے گا۔ آپ اپنا کام مکمل کر سکتے ہیں۔</translation>
    </message>
    <message>
        <source>From the staff of the hall</source>
        <translation>ہال کے عملے کی طرف سے</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>میں نے پڑھ لیا</translation>
    </message>
    <message numerus="yes">
        <source>A picture of this place is taken for them in %Ln s.</source>
        <translation>
            <numerusform>%Ln سیکنڈ میں ان کے لیے اس جگہ کی تصویر لی جائے گی۔</numerusform>
            <numerusform>%Ln سیکنڈ میں ان کے لیے اس جگہ کی تصویر لی جائے گی۔</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture is being taken.</source>
        <translation>تصویر لی جا رہی ہے۔</translation>
    </message>
    <message>
        <source>The staff of the hall ask to see this kiosk&apos;s camera</source>
        <translation>ہال کا عملہ اس کیوسک کا کیمرا دیکھنا چاہتا ہے</translation>
    </message>
    <message>
        <source>No, do not take it</source>
        <translation>نہیں، تصویر نہ لیں</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Welcome</source>
        <translation>خوش آمدید</translation>
    </message>
    <message>
        <source>Meet the official you need, face to face, from your governorate</source>
        <translation>اپنی گورنری ہی سے مطلوبہ افسر سے روبرو ملاقات کریں</translation>
    </message>
    <message>
        <source>Find a service point</source>
        <translation>خدمت کا مرکز تلاش کریں</translation>
    </message>
    <message>
        <source>The nearest halls, and when they are open</source>
        <translation>قریب ترین ہال اور ان کے اوقات</translation>
    </message>
    <message>
        <source>Talk to the operator</source>
        <translation>آپریٹر سے بات کریں</translation>
    </message>
    <message>
        <source>Somebody comes to you and helps</source>
        <translation>کوئی آپ کے پاس آ کر مدد کرے گا</translation>
    </message>
    <message>
        <source>Leave a request</source>
        <translation>درخواست چھوڑیں</translation>
    </message>
    <message>
        <source>Not an appointment: it is sent as soon as the line is back</source>
        <translation>یہ ملاقات نہیں ہے؛ رابطہ بحال ہوتے ہی بھیج دی جائے گی</translation>
    </message>
    <message>
        <source>Check in with your ticket</source>
        <translation>ٹکٹ سے حاضری درج کریں</translation>
    </message>
    <message>
        <source>It is kept here, and sent as soon as the line is back</source>
        <translation>یہ یہاں محفوظ رہے گی اور رابطہ بحال ہوتے ہی بھیج دی جائے گی</translation>
    </message>
    <message>
        <source>Book an audience</source>
        <translation>ملاقات بُک کریں</translation>
    </message>
    <message>
        <source>My appointments and requests</source>
        <translation>میری ملاقاتیں اور درخواستیں</translation>
    </message>
    <message>
        <source>Check in, change, cancel, or read an answer</source>
        <translation>حاضری، تبدیلی، منسوخی، یا جواب پڑھنا</translation>
    </message>
    <message>
        <source>Your appointments, requests and answers can be read again as soon as the line is back.</source>
        <translation>آپ کی ملاقاتیں، درخواستیں اور جواب رابطہ بحال ہوتے ہی دوبارہ پڑھے جا سکیں گے۔</translation>
    </message>
    <message>
        <source>By video, in person or at your home</source>
        <translation>ویڈیو پر، بالمشافہ یا آپ کے گھر پر</translation>
    </message>
    <message>
        <source>Not at this kiosk at the moment</source>
        <translation>اس وقت اس کیوسک پر نہیں</translation>
    </message>
</context>
<context>
    <name>IdentityPages</name>
    <message>
        <source>Your ID number</source>
        <translation>آپ کا شناختی نمبر</translation>
    </message>
    <message>
        <source>National ID or Iqama, as it is printed on your card</source>
        <translation>قومی شناخت یا اقامہ نمبر، جیسا آپ کے کارڈ پر چھپا ہے</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>شناختی نمبر</translation>
    </message>
    <message>
        <source>Ten digits; the first is 1 or 2</source>
        <translation>دس ہندسے؛ پہلا 1 یا 2</translation>
    </message>
    <message>
        <source>For somebody else, or with a passport</source>
        <translation>کسی اور کے لیے، یا پاسپورٹ کے ساتھ</translation>
    </message>
    <message>
        <source>I have my ticket</source>
        <translation>میرے پاس ٹکٹ ہے</translation>
    </message>
    <message>
        <source>I have an offer code</source>
        <translation>میرے پاس پیشکش کا کوڈ ہے</translation>
    </message>
    <message>
        <source>What you leave is sealed at once: nobody can read it here.</source>
        <translation>آپ جو چھوڑتے ہیں وہ فوراً مہر بند ہو جاتا ہے؛ یہاں کوئی اسے نہیں پڑھ سکتا۔</translation>
    </message>
    <message>
        <source>Everything you enter is wiped from this kiosk when you leave.</source>
        <translation>آپ جو کچھ درج کریں گے، آپ کے جاتے ہی اس کیوسک سے مٹا دیا جائے گا۔</translation>
    </message>
    <message>
        <source>Your mobile number</source>
        <translation>آپ کا موبائل نمبر</translation>
    </message>
    <message>
        <source>The one that is registered with your ID</source>
        <translation>وہی جو آپ کی شناخت کے ساتھ رجسٹرڈ ہے</translation>
    </message>
    <message>
        <source>Without a mobile, or another way</source>
        <translation>موبائل کے بغیر، یا دوسرا طریقہ</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>موبائل نمبر</translation>
    </message>
    <message>
        <source>Ten digits that begin with 05</source>
        <translation>دس ہندسے جو 05 سے شروع ہوں</translation>
    </message>
    <message>
        <source>We send an SMS when your request has arrived.</source>
        <translation>آپ کی درخواست پہنچنے پر ہم ایس ایم ایس بھیجیں گے۔</translation>
    </message>
    <message>
        <source>We send a code by SMS, to make sure that it is you.</source>
        <translation>یہ یقینی بنانے کے لیے کہ یہ آپ ہی ہیں، ہم ایس ایم ایس سے ایک کوڈ بھیجتے ہیں۔</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>آگے بڑھیں</translation>
    </message>
    <message>
        <source>Send the code</source>
        <translation>کوڈ بھیجیں</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Shift</source>
        <translation>شفٹ</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>مٹائیں</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>خالی جگہ</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>درج کریں</translation>
    </message>
    <message>
        <source>Hide the keyboard</source>
        <translation>کی بورڈ چھپائیں</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Delete</source>
        <translation>مٹائیں</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>تصدیق کریں</translation>
    </message>
</context>
<context>
    <name>KindPage</name>
    <message>
        <source>How would you like to meet?</source>
        <translation>آپ کیسے ملنا چاہیں گے؟</translation>
    </message>
    <message>
        <source>By video, from this kiosk</source>
        <translation>ویڈیو پر، اسی کیوسک سے</translation>
    </message>
    <message>
        <source>You see and hear each other here, in this hall</source>
        <translation>آپ یہیں، اسی ہال میں ایک دوسرے کو دیکھیں اور سنیں گے</translation>
    </message>
    <message>
        <source>By video, from your own phone or computer</source>
        <translation>ویڈیو کے ذریعے، اپنے فون یا کمپیوٹر سے</translation>
    </message>
    <message>
        <source>A link comes to your mobile before the appointment</source>
        <translation>ملاقات سے پہلے آپ کے موبائل پر لنک آئے گا</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>بالمشافہ</translation>
    </message>
    <message>
        <source>You come to the office itself</source>
        <translation>آپ خود دفتر آتے ہیں</translation>
    </message>
    <message>
        <source>At your home</source>
        <translation>آپ کے گھر پر</translation>
    </message>
    <message>
        <source>A team comes to your address</source>
        <translation>ایک ٹیم آپ کے پتے پر آتی ہے</translation>
    </message>
</context>
<context>
    <name>KioskHeader</name>
    <message>
        <source>End the visit</source>
        <translation>کارروائی ختم کریں</translation>
    </message>
    <message>
        <source>Majlis</source>
        <translation>مجلس</translation>
    </message>
    <message>
        <source>Other colours</source>
        <translation>دوسرے رنگ</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>رابطہ قائم ہے</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>رابطہ نہیں ہے</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>بڑا متن</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>معمول کا متن</translation>
    </message>
    <message>
        <source>Everything as usual</source>
        <translation>معمول کے مطابق</translation>
    </message>
    <message>
        <source>Everything further down, within reach</source>
        <translation>سب کچھ نیچے، پہنچ کے اندر</translation>
    </message>
    <message>
        <source>Stop reading aloud</source>
        <translation>پڑھنا بند کریں</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>بلند آواز میں پڑھیں</translation>
    </message>
    <message>
        <source>End</source>
        <translation>ختم</translation>
    </message>
    <message>
        <source>Kiosk {number}</source>
        <translation>کیوسک {number}</translation>
    </message>
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>Nothing has been booked yet; what you entered is removed.</source>
        <translation>ابھی کچھ بُک نہیں ہوا؛ جو آپ نے درج کیا وہ مٹا دیا جائے گا۔</translation>
    </message>
    <message>
        <source>End the visit?</source>
        <translation>کیا کارروائی ختم کرنی ہے؟</translation>
    </message>
    <message>
        <source>Nothing has been changed: your appointment stays as it is.</source>
        <translation>کچھ نہیں بدلا: آپ کی ملاقات جوں کی توں ہے۔</translation>
    </message>
    <message>
        <source>Your appointment stays. Documents that have not been sent yet are removed.</source>
        <translation>آپ کی ملاقات برقرار ہے۔ جو دستاویزات ابھی نہیں بھیجی گئیں وہ ہٹا دی جائیں گی۔</translation>
    </message>
    <message>
        <source>Your answer has not been sent, and is removed. Your request stays as it is.</source>
        <translation>آپ کا جواب نہیں بھیجا گیا اور حذف ہو جائے گا۔ آپ کی درخواست جوں کی توں رہے گی۔</translation>
    </message>
    <message>
        <source>Your appointment stays. You can come back to it at any kiosk with your ID.</source>
        <translation>آپ کی ملاقات برقرار ہے۔ آپ اپنے شناختی نمبر کے ساتھ کسی بھی کیوسک پر اس پر واپس آ سکتے ہیں۔</translation>
    </message>
    <message>
        <source>Majlis</source>
        <translation>مجلس</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>شناخت</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>افسر</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>وقت</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>تصدیق</translation>
    </message>
    <message>
        <source>End the visit</source>
        <translation>کارروائی ختم کریں</translation>
    </message>
    <message>
        <source>Continue here</source>
        <translation>یہیں جاری رکھیں</translation>
    </message>
</context>
<context>
    <name>LastResort</name>
    <message>
        <source>The office will call you by phone</source>
        <translation>دفتر آپ کو فون کرے گا</translation>
    </message>
    <message>
        <source>The line does not hold. The office is told as soon as it can be reached; please stay here.</source>
        <translation>لائن قائم نہیں رہ رہی۔ رابطہ ہوتے ہی دفتر کو بتا دیا جائے گا؛ براہِ کرم یہیں رہیں۔</translation>
    </message>
    <message>
        <source>The talk goes on by phone</source>
        <translation>گفتگو فون پر جاری ہے</translation>
    </message>
    <message>
        <source>The office has called. When you have finished, what was decided appears here.</source>
        <translation>دفتر نے فون کر لیا ہے۔ بات مکمل ہونے پر فیصلہ یہاں ظاہر ہو جائے گا۔</translation>
    </message>
    <message>
        <source>The line does not hold. The official knows, and calls your mobile; please keep it at hand. If the line comes back first, the talk goes on here.</source>
        <translation>لائن قائم نہیں رہ رہی۔ عہدیدار کو معلوم ہے اور وہ آپ کے موبائل پر فون کریں گے؛ براہِ کرم اسے پاس رکھیں۔ اگر لائن پہلے بحال ہو گئی تو گفتگو یہیں جاری رہے گی۔</translation>
    </message>
    <message>
        <source>The line does not hold. The official knows, and calls the phone of this hall; the staff will bring you to it. If the line comes back first, the talk goes on here.</source>
        <translation>لائن قائم نہیں رہ رہی۔ عہدیدار کو معلوم ہے اور وہ اس ہال کے فون پر کال کریں گے؛ عملہ آپ کو وہاں لے جائے گا۔ اگر لائن پہلے بحال ہو گئی تو گفتگو یہیں جاری رہے گی۔</translation>
    </message>
    <message>
        <source>You are being booked again</source>
        <translation>آپ کے لیے نیا وقت محفوظ کیا جا رہا ہے</translation>
    </message>
    <message>
        <source>The talk could not be held today, and that was no fault of yours. We are looking for the next free time; you come first.</source>
        <translation>آج گفتگو نہ ہو سکی، اور اس میں آپ کا کوئی قصور نہیں۔ ہم اگلا خالی وقت تلاش کر رہے ہیں؛ آپ کو ترجیح حاصل ہے۔</translation>
    </message>
</context>
<context>
    <name>LeaveOffer</name>
    <message>
        <source>Leave it as a request instead</source>
        <translation>اس کے بجائے بطور درخواست چھوڑیں</translation>
    </message>
</context>
<context>
    <name>LeavePage</name>
    <message>
        <source>Leave this request?</source>
        <translation>کیا یہ درخواست چھوڑی جائے؟</translation>
    </message>
    <message>
        <source>It is a request, not an appointment. It is sent as soon as the line is back.</source>
        <translation>یہ درخواست ہے، ملاقات نہیں۔ رابطہ بحال ہوتے ہی بھیج دی جائے گی۔</translation>
    </message>
    <message>
        <source>I agree, and leave the request</source>
        <translation>میں متفق ہوں، درخواست چھوڑیں</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>موبائل نمبر</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>افسر</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>خدمت</translation>
    </message>
    <message>
        <source>Days that suit</source>
        <translation>مناسب دن</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>موضوع</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>کوئی بھی دن</translation>
    </message>
</context>
<context>
    <name>ListedPage</name>
    <message>
        <source>As soon as a time becomes free you receive an SMS. Answer it at any kiosk, under “My appointments and requests”.</source>
        <translation>جیسے ہی کوئی وقت خالی ہوگا آپ کو ایس ایم ایس ملے گا۔ اس کا جواب کسی بھی کیوسک پر «میری ملاقاتیں اور درخواستیں» میں دیں۔</translation>
    </message>
    <message>
        <source>Until then the appointment that you have stays as it is.</source>
        <translation>تب تک آپ کی موجودہ ملاقات جوں کی توں رہے گی۔</translation>
    </message>
    <message>
        <source>You are on the waiting list</source>
        <translation>آپ انتظار کی فہرست میں ہیں</translation>
    </message>
    <message>
        <source>In the morning</source>
        <translation>صبح</translation>
    </message>
    <message>
        <source>In the afternoon</source>
        <translation>دوپہر کے بعد</translation>
    </message>
    <message>
        <source>At any time of the day</source>
        <translation>دن کے کسی بھی وقت</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>ختم کریں</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>افسر</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>خدمت</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>وقت</translation>
    </message>
</context>
<context>
    <name>LostLine</name>
    <message>
        <source>We keep making a new connection by ourselves; there is nothing you need to do. If it does not come back soon, the office goes on by phone. Nothing is lost.</source>
        <translation>ہم خود بخود دوبارہ رابطہ قائم کر رہے ہیں؛ آپ کو کچھ کرنے کی ضرورت نہیں۔ اگر جلد بحال نہ ہوا تو دفتر فون پر بات جاری رکھے گا۔ کچھ ضائع نہیں ہوا۔</translation>
    </message>
    <message>
        <source>The line is too weak for the picture. You hear each other, and the picture comes back.</source>
        <translation>لائن تصویر کے لیے کمزور ہے۔ آپ ایک دوسرے کو سن رہے ہیں، اور تصویر واپس آ جائے گی۔</translation>
    </message>
    <message>
        <source>So that you hear each other well, your picture rests. It comes back by itself.</source>
        <translation>تاکہ آپ ایک دوسرے کو اچھی طرح سن سکیں، آپ کی تصویر عارضی طور پر بند ہے۔ وہ خود واپس آ جائے گی۔</translation>
    </message>
    <message>
        <source>Interrupted for {time}</source>
        <translation>رابطہ منقطع: {time}</translation>
    </message>
    <message>
        <source>Heard, not seen: the line is weak</source>
        <translation>آواز ہے، تصویر نہیں: لائن کمزور ہے</translation>
    </message>
    <message>
        <source>The camera is switched off</source>
        <translation>کیمرا بند ہے</translation>
    </message>
    <message>
        <source>Your picture rests for now</source>
        <translation>آپ کی تصویر فی الحال بند ہے</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Files of this kind cannot be taken</source>
        <translation>اس قسم کی فائل قبول نہیں کی جا سکتی</translation>
    </message>
    <message>
        <source>Please choose a PDF document, or a photo.</source>
        <translation>براہِ کرم پی ڈی ایف دستاویز یا تصویر منتخب کریں۔</translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation>فائل بہت بڑی ہے</translation>
    </message>
    <message>
        <source>A file may have up to ten megabytes. Please choose a smaller one.</source>
        <translation>فائل زیادہ سے زیادہ دس میگا بائٹ کی ہو سکتی ہے۔ براہِ کرم چھوٹی فائل منتخب کریں۔</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>فائل پڑھی نہیں جا سکتی</translation>
    </message>
    <message>
        <source>It seems to be damaged or locked by a password. Please save it anew and try again.</source>
        <translation>لگتا ہے فائل خراب ہے یا پاس ورڈ سے بند ہے۔ براہِ کرم اسے نئے سرے سے محفوظ کر کے دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>The file is not safe</source>
        <translation>فائل محفوظ نہیں ہے</translation>
    </message>
    <message>
        <source>Harmful content was found in it, and it was not kept. Please choose another file.</source>
        <translation>اس میں نقصان دہ مواد ملا، اس لیے اسے نہیں رکھا گیا۔ براہِ کرم دوسری فائل منتخب کریں۔</translation>
    </message>
    <message>
        <source>No more files can be added</source>
        <translation>مزید فائلیں شامل نہیں کی جا سکتیں</translation>
    </message>
    <message>
        <source>Please remove one of the files first.</source>
        <translation>براہِ کرم پہلے کوئی ایک فائل ہٹائیں۔</translation>
    </message>
    <message>
        <source>Files cannot be checked at the moment</source>
        <translation>اس وقت فائلوں کی جانچ نہیں ہو سکتی</translation>
    </message>
    <message>
        <source>A file is only taken once it has been checked. Please try again in a moment.</source>
        <translation>فائل جانچ کے بعد ہی قبول کی جاتی ہے۔ براہِ کرم کچھ دیر بعد دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>This is not open to you</source>
        <translation>آپ کو اس کی اجازت نہیں ہے</translation>
    </message>
    <message>
        <source>If you believe that it should be, please speak to the staff.</source>
        <translation>اگر آپ کے خیال میں ہونی چاہیے تو براہِ کرم عملے سے بات کریں۔</translation>
    </message>
    <message>
        <source>This could not be found</source>
        <translation>یہ نہیں مل سکا</translation>
    </message>
    <message>
        <source>It may have been changed meanwhile. Please go back and look again.</source>
        <translation>ممکن ہے اس دوران اس میں تبدیلی ہوئی ہو۔ براہِ کرم واپس جا کر دوبارہ دیکھیں۔</translation>
    </message>
    <message>
        <source>This is not possible any more</source>
        <translation>اب یہ ممکن نہیں ہے</translation>
    </message>
    <message>
        <source>The appointment has changed meanwhile. What you see is being renewed.</source>
        <translation>اس دوران ملاقات میں تبدیلی ہو گئی ہے۔ جو آپ دیکھ رہے ہیں اسے تازہ کیا جا رہا ہے۔</translation>
    </message>
    <message>
        <source>The room is not open yet</source>
        <translation>کمرہ ابھی نہیں کھلا</translation>
    </message>
    <message>
        <source>Please wait a moment: you will be let in by the office.</source>
        <translation>براہِ کرم ایک لمحہ انتظار کریں: دفتر آپ کو اندر آنے دے گا۔</translation>
    </message>
    <message>
        <source>The room is full</source>
        <translation>گفتگو میں مزید گنجائش نہیں</translation>
    </message>
    <message>
        <source>Two people were called into this talk already. One of them has to leave first.</source>
        <translation>اس گفتگو میں پہلے ہی دو افراد بلائے جا چکے ہیں۔ پہلے ان میں سے ایک کو جانا ہوگا۔</translation>
    </message>
    <message>
        <source>That office receives nobody today</source>
        <translation>یہ دفتر آج کسی سے ملاقات نہیں کر رہا</translation>
    </message>
    <message>
        <source>It is closed, or somebody stands in for it. Please choose another.</source>
        <translation>دفتر بند ہے، یا کوئی اور اس کی جگہ ملاقات کر رہا ہے۔ براہِ کرم کوئی دوسرا دفتر منتخب کریں۔</translation>
    </message>
    <message>
        <source>Nobody can be called into this talk</source>
        <translation>اس گفتگو میں کسی کو نہیں بلایا جا سکتا</translation>
    </message>
    <message>
        <source>The visitor&apos;s program is older and shows one person alone. Nobody talks to them unseen.</source>
        <translation>ملاقاتی کا پروگرام پرانا ہے اور صرف ایک شخص کو دکھاتا ہے۔ کوئی ان سے نظر آئے بغیر بات نہیں کرتا۔</translation>
    </message>
    <message>
        <source>The outcome is not written yet</source>
        <translation>نتیجہ ابھی تحریر نہیں ہوا</translation>
    </message>
    <message>
        <source>Please wait a moment: it will appear here.</source>
        <translation>براہِ کرم ایک لمحہ انتظار کریں: یہ یہیں ظاہر ہوگا۔</translation>
    </message>
    <message>
        <source>This is there already</source>
        <translation>یہ پہلے سے موجود ہے</translation>
    </message>
    <message>
        <source>Please choose another name, or change the one that is there.</source>
        <translation>براہِ کرم دوسرا نام منتخب کریں، یا جو موجود ہے اسے تبدیل کریں۔</translation>
    </message>
    <message>
        <source>This ID number is not right</source>
        <translation>یہ شناختی نمبر درست نہیں ہے</translation>
    </message>
    <message>
        <source>Please compare the ten digits with your card; the first is 1 or 2.</source>
        <translation>براہِ کرم دسوں ہندسے اپنے کارڈ سے ملا کر دیکھیں؛ پہلا 1 یا 2 ہوتا ہے۔</translation>
    </message>
    <message>
        <source>This mobile number is not right</source>
        <translation>یہ موبائل نمبر درست نہیں ہے</translation>
    </message>
    <message>
        <source>Please type ten digits that begin with 05.</source>
        <translation>براہِ کرم دس ہندسے لکھیں جو 05 سے شروع ہوں۔</translation>
    </message>
    <message>
        <source>This e-mail address is not right</source>
        <translation>یہ ای میل پتہ درست نہیں ہے</translation>
    </message>
    <message>
        <source>Please type it as it is written, with its @ sign.</source>
        <translation>براہِ کرم اسے @ کے نشان سمیت ویسے ہی لکھیں جیسے لکھا جاتا ہے۔</translation>
    </message>
    <message>
        <source>This name cannot be read</source>
        <translation>یہ نام پڑھا نہیں جا سکتا</translation>
    </message>
    <message>
        <source>Please type your full name in letters, at least three of them.</source>
        <translation>براہِ کرم اپنا پورا نام حروف میں لکھیں، کم از کم تین حروف۔</translation>
    </message>
    <message>
        <source>The subject is too long</source>
        <translation>موضوع بہت طویل ہے</translation>
    </message>
    <message>
        <source>Please say it in fewer words.</source>
        <translation>براہِ کرم اسے کم الفاظ میں لکھیں۔</translation>
    </message>
    <message>
        <source>Something in this step is not right</source>
        <translation>اس مرحلے میں کچھ درست نہیں ہے</translation>
    </message>
    <message>
        <source>Please look at what you entered and try again.</source>
        <translation>براہِ کرم اپنے اندراج کو دیکھ کر دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>This document number is not right</source>
        <translation>دستاویز کا یہ نمبر درست نہیں ہے</translation>
    </message>
    <message>
        <source>Please type the letters and digits as they stand in your passport, or your border number.</source>
        <translation>براہِ کرم حروف اور ہندسے ویسے ہی لکھیں جیسے آپ کے پاسپورٹ میں ہیں، یا اپنا سرحدی نمبر لکھیں۔</translation>
    </message>
    <message>
        <source>The nationality is missing</source>
        <translation>قومیت درج نہیں ہے</translation>
    </message>
    <message>
        <source>Please choose the country that issued your passport.</source>
        <translation>براہِ کرم وہ ملک منتخب کریں جس نے آپ کا پاسپورٹ جاری کیا۔</translation>
    </message>
    <message>
        <source>The power of attorney is not complete</source>
        <translation>وکالت نامہ مکمل نہیں ہے</translation>
    </message>
    <message>
        <source>Please say for whom you have come, and type the number of the power of attorney.</source>
        <translation>براہِ کرم بتائیں کہ آپ کس کی طرف سے آئے ہیں، اور وکالت نامے کا نمبر لکھیں۔</translation>
    </message>
    <message>
        <source>The address is not complete</source>
        <translation>پتہ مکمل نہیں ہے</translation>
    </message>
    <message>
        <source>A home visit needs the district, the street and the building.</source>
        <translation>گھر پر ملاقات کے لیے محلہ، گلی اور عمارت درج کرنا ضروری ہے۔</translation>
    </message>
    <message>
        <source>A rejection needs its reason</source>
        <translation>نامنظوری کے لیے وجہ درکار ہے</translation>
    </message>
    <message>
        <source>Please name the unit that rejects, the reason, and where the person goes next.</source>
        <translation>براہِ کرم نامنظور کرنے والا شعبہ، وجہ، اور یہ کہ شخص آگے کہاں جائے، درج کریں۔</translation>
    </message>
    <message>
        <source>This password is too easy to guess</source>
        <translation>اس پاس ورڈ کا اندازہ لگانا بہت آسان ہے</translation>
    </message>
    <message>
        <source>Please choose a longer one; a few words that do not belong together are good.</source>
        <translation>براہِ کرم لمبا پاس ورڈ منتخب کریں؛ چند بے ربط الفاظ اچھے رہتے ہیں۔</translation>
    </message>
    <message>
        <source>Your first password has to be changed</source>
        <translation>آپ کا پہلا پاس ورڈ بدلنا ضروری ہے</translation>
    </message>
    <message>
        <source>Please sign in at the desk and choose one that nobody else knows.</source>
        <translation>براہِ کرم دفتر کے پروگرام میں سائن اِن کریں اور ایسا پاس ورڈ چنیں جو کوئی اور نہ جانتا ہو۔</translation>
    </message>
    <message>
        <source>This code can no longer be used</source>
        <translation>یہ کوڈ اب استعمال نہیں ہو سکتا</translation>
    </message>
    <message>
        <source>Please ask for a new code.</source>
        <translation>براہِ کرم نیا کوڈ منگوائیں۔</translation>
    </message>
    <message>
        <source>The code is not right</source>
        <translation>کوڈ درست نہیں ہے</translation>
    </message>
    <message>
        <source>The code has expired</source>
        <translation>کوڈ کی مدت ختم ہو گئی ہے</translation>
    </message>
    <message>
        <source>Too many tries</source>
        <translation>بہت زیادہ کوششیں</translation>
    </message>
    <message>
        <source>Please wait a little</source>
        <translation>براہِ کرم کچھ دیر انتظار کریں</translation>
    </message>
    <message>
        <source>User name or password is not right</source>
        <translation>صارف نام یا پاس ورڈ درست نہیں ہے</translation>
    </message>
    <message>
        <source>You are not signed in</source>
        <translation>آپ داخل نہیں ہوئے ہیں</translation>
    </message>
    <message>
        <source>Please sign in and continue.</source>
        <translation>براہِ کرم داخل ہو کر جاری رکھیں۔</translation>
    </message>
    <message>
        <source>Your session has ended</source>
        <translation>آپ کا سیشن ختم ہو گیا ہے</translation>
    </message>
    <message>
        <source>For your safety it ends after some time. Please sign in again.</source>
        <translation>آپ کی حفاظت کے لیے یہ کچھ وقت بعد ختم ہو جاتا ہے۔ براہِ کرم دوبارہ داخل ہوں۔</translation>
    </message>
    <message>
        <source>This enrolment code cannot be used</source>
        <translation>یہ اندراجی کوڈ استعمال نہیں ہو سکتا</translation>
    </message>
    <message>
        <source>Please ask the administrator for a new code.</source>
        <translation>براہِ کرم منتظم سے نیا کوڈ لیں۔</translation>
    </message>
    <message>
        <source>A second code is needed</source>
        <translation>ایک اور کوڈ درکار ہے</translation>
    </message>
    <message>
        <source>Please type the code that your authenticator app shows now.</source>
        <translation>براہِ کرم وہ کوڈ لکھیں جو اس وقت آپ کی تصدیقی ایپ دکھا رہی ہے۔</translation>
    </message>
    <message>
        <source>The sign-in was declined</source>
        <translation>داخلہ مسترد کر دیا گیا</translation>
    </message>
    <message>
        <source>It was declined in your sign-in app. You can try again, or sign in another way.</source>
        <translation>آپ کی شناختی ایپ میں اسے مسترد کر دیا گیا۔ آپ دوبارہ کوشش کر سکتے ہیں، یا کسی اور طریقے سے داخل ہو سکتے ہیں۔</translation>
    </message>
    <message>
        <source>The sign-in service does not answer</source>
        <translation>شناختی سروس جواب نہیں دے رہی</translation>
    </message>
    <message>
        <source>Please sign in another way, or try again in a moment.</source>
        <translation>براہِ کرم کسی اور طریقے سے داخل ہوں، یا کچھ دیر بعد دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>Your consent is needed first</source>
        <translation>پہلے آپ کی رضامندی درکار ہے</translation>
    </message>
    <message>
        <source>Please read what your data is used for, and agree to it if you wish to continue.</source>
        <translation>براہِ کرم پڑھیں کہ آپ کی معلومات کس کام آتی ہیں، اور اگر جاری رکھنا چاہیں تو رضامندی دیں۔</translation>
    </message>
    <message>
        <source>No booking has this number and code</source>
        <translation>اس نمبر اور کوڈ کی کوئی بُکنگ نہیں ہے</translation>
    </message>
    <message>
        <source>Please compare the ticket number and the code with your message.</source>
        <translation>براہِ کرم ٹکٹ نمبر اور کوڈ اپنے پیغام سے ملا کر دیکھیں۔</translation>
    </message>
    <message>
        <source>The PIN is not right</source>
        <translation>پن درست نہیں</translation>
    </message>
    <message>
        <source>No PIN has been set for this hall</source>
        <translation>اس ہال کے لیے کوئی پن مقرر نہیں</translation>
    </message>
    <message>
        <source>Please ask the administrator to set one.</source>
        <translation>براہِ کرم منتظم سے پن مقرر کرنے کو کہیں۔</translation>
    </message>
    <message>
        <source>Please compare it with the message on your mobile.</source>
        <translation>براہِ کرم اسے اپنے موبائل کے پیغام سے ملا کر دیکھیں۔</translation>
    </message>
    <message numerus="yes">
        <source>Please compare it with the message. Tries left: %Ln.</source>
        <translation>
            <numerusform>براہِ کرم اسے پیغام سے ملا کر دیکھیں۔ باقی کوشش: %Ln۔</numerusform>
            <numerusform>براہِ کرم اسے پیغام سے ملا کر دیکھیں۔ باقی کوششیں: %Ln۔</numerusform>
        </translation>
    </message>
    <message>
        <source>For your safety this was stopped. Please ask for a new code, or speak to the staff.</source>
        <translation>آپ کی حفاظت کے لیے اسے روک دیا گیا ہے۔ براہِ کرم نیا کوڈ منگوائیں، یا عملے سے بات کریں۔</translation>
    </message>
    <message numerus="yes">
        <source>For your safety, please wait. Seconds left: %Ln.</source>
        <translation>
            <numerusform>آپ کی حفاظت کے لیے براہِ کرم انتظار کریں۔ باقی سیکنڈ: %Ln۔</numerusform>
            <numerusform>آپ کی حفاظت کے لیے براہِ کرم انتظار کریں۔ باقی سیکنڈ: %Ln۔</numerusform>
        </translation>
    </message>
    <message>
        <source>There were many tries in a short time. Please try again in a moment.</source>
        <translation>تھوڑے وقت میں بہت سی کوششیں ہوئیں۔ براہِ کرم کچھ دیر بعد دوبارہ کوشش کریں۔</translation>
    </message>
    <message numerus="yes">
        <source>You can try again soon. Seconds left: %Ln.</source>
        <translation>
            <numerusform>آپ جلد دوبارہ کوشش کر سکیں گے۔ باقی سیکنڈ: %Ln۔</numerusform>
            <numerusform>آپ جلد دوبارہ کوشش کر سکیں گے۔ باقی سیکنڈ: %Ln۔</numerusform>
        </translation>
    </message>
    <message>
        <source>Please type both again.</source>
        <translation>براہِ کرم دونوں دوبارہ لکھیں۔</translation>
    </message>
    <message numerus="yes">
        <source>Please type both again. Tries left: %Ln.</source>
        <translation>
            <numerusform>براہِ کرم دونوں دوبارہ لکھیں۔ باقی کوشش: %Ln۔</numerusform>
            <numerusform>براہِ کرم دونوں دوبارہ لکھیں۔ باقی کوششیں: %Ln۔</numerusform>
        </translation>
    </message>
    <message>
        <source>Please type it again.</source>
        <translation>براہِ کرم دوبارہ لکھیں۔</translation>
    </message>
    <message numerus="yes">
        <source>Please type it again. Tries left: %Ln.</source>
        <translation>
            <numerusform>براہِ کرم دوبارہ لکھیں۔ باقی کوشش: %Ln۔</numerusform>
            <numerusform>براہِ کرم دوبارہ لکھیں۔ باقی کوششیں: %Ln۔</numerusform>
        </translation>
    </message>
    <message>
        <source>This is too much at once</source>
        <translation>یہ ایک ساتھ بہت زیادہ ہے</translation>
    </message>
    <message>
        <source>Please make it shorter and try again.</source>
        <translation>براہِ کرم اسے مختصر کر کے دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>This was asked for before in another form</source>
        <translation>یہ درخواست پہلے کسی اور شکل میں کی جا چکی ہے</translation>
    </message>
    <message>
        <source>Please go one step back and try again.</source>
        <translation>براہِ کرم ایک قدم پیچھے جا کر دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>This device needs an update</source>
        <translation>اس آلے کو اپ ڈیٹ کی ضرورت ہے</translation>
    </message>
    <message>
        <source>Please tell the staff in the hall. Nothing of yours is lost.</source>
        <translation>براہِ کرم ہال میں عملے کو بتائیں۔ آپ کا کچھ ضائع نہیں ہوا۔</translation>
    </message>
    <message>
        <source>There is no connection at the moment</source>
        <translation>اس وقت رابطہ نہیں ہے</translation>
    </message>
    <message>
        <source>Nothing you entered is lost. Please try again.</source>
        <translation>آپ کا درج کیا ہوا کچھ ضائع نہیں ہوا۔ براہِ کرم دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>The answer takes longer than usual</source>
        <translation>جواب میں معمول سے زیادہ دیر لگ رہی ہے</translation>
    </message>
    <message>
        <source>Nothing you entered is lost, and nothing is done twice. Please try again.</source>
        <translation>آپ کا درج کیا ہوا کچھ ضائع نہیں ہوا، اور کوئی کام دو بار نہیں ہوگا۔ براہِ کرم دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>Something went wrong on our side</source>
        <translation>ہماری جانب سے کچھ خرابی ہو گئی</translation>
    </message>
    <message>
        <source>Nothing you entered is lost. Please try again, or speak to the staff.</source>
        <translation>آپ کا درج کیا ہوا کچھ ضائع نہیں ہوا۔ براہِ کرم دوبارہ کوشش کریں، یا عملے سے بات کریں۔</translation>
    </message>
    <message>
        <source>This needs to be read again first</source>
        <translation>پہلے اسے دوبارہ پڑھنا ضروری ہے</translation>
    </message>
    <message>
        <source>Please open it anew, then change it.</source>
        <translation>براہِ کرم اسے نئے سرے سے کھولیں، پھر تبدیل کریں۔</translation>
    </message>
    <message>
        <source>Somebody else has changed this meanwhile</source>
        <translation>اس دوران کسی اور نے اسے تبدیل کر دیا ہے</translation>
    </message>
    <message>
        <source>Please look at what it says now, then decide again.</source>
        <translation>براہِ کرم دیکھیں کہ اب کیا لکھا ہے، پھر دوبارہ فیصلہ کریں۔</translation>
    </message>
    <message numerus="yes">
        <source>Check-in opens soon. Minutes left: %Ln.</source>
        <translation>
            <numerusform>آمد کا اندراج جلد شروع ہوگا۔ باقی منٹ: %Ln۔</numerusform>
            <numerusform>آمد کا اندراج جلد شروع ہوگا۔ باقی منٹ: %Ln۔</numerusform>
        </translation>
    </message>
    <message>
        <source>Please come back shortly before your appointment.</source>
        <translation>براہِ کرم اپنی ملاقات سے کچھ دیر پہلے تشریف لائیں۔</translation>
    </message>
    <message>
        <source>This time has just been taken</source>
        <translation>یہ وقت ابھی ابھی کسی اور نے لے لیا ہے</translation>
    </message>
    <message>
        <source>Somebody else was a moment faster. Please choose another time; everything else is kept.</source>
        <translation>کوئی اور ایک لمحہ پہلے تھا۔ براہِ کرم دوسرا وقت منتخب کریں؛ باقی سب محفوظ ہے۔</translation>
    </message>
    <message>
        <source>This time is no longer offered</source>
        <translation>یہ وقت اب دستیاب نہیں ہے</translation>
    </message>
    <message>
        <source>Please choose another time; everything else is kept.</source>
        <translation>براہِ کرم دوسرا وقت منتخب کریں؛ باقی سب محفوظ ہے۔</translation>
    </message>
    <message>
        <source>The time is no longer held for you</source>
        <translation>یہ وقت اب آپ کے لیے محفوظ نہیں ہے</translation>
    </message>
    <message>
        <source>Please choose a time again; everything else is kept.</source>
        <translation>براہِ کرم دوبارہ وقت منتخب کریں؛ باقی سب محفوظ ہے۔</translation>
    </message>
    <message>
        <source>It is too early to check in</source>
        <translation>آمد درج کرنے کا وقت ابھی نہیں ہوا</translation>
    </message>
    <message>
        <source>The time of this appointment has passed</source>
        <translation>اس ملاقات کا وقت گزر چکا ہے</translation>
    </message>
    <message>
        <source>Please book another appointment, or speak to the staff in the hall.</source>
        <translation>براہِ کرم دوسری ملاقات بُک کریں، یا ہال میں عملے سے بات کریں۔</translation>
    </message>
    <message>
        <source>This way of meeting is not offered</source>
        <translation>ملاقات کا یہ طریقہ دستیاب نہیں ہے</translation>
    </message>
    <message>
        <source>Please choose another way of meeting for this service; everything else is kept.</source>
        <translation>براہِ کرم اس خدمت کے لیے ملاقات کا دوسرا طریقہ منتخب کریں؛ باقی سب محفوظ ہے۔</translation>
    </message>
    <message>
        <source>It is too late to change this appointment</source>
        <translation>اس ملاقات میں تبدیلی کا وقت گزر چکا ہے</translation>
    </message>
    <message>
        <source>So shortly before it begins only the office can change it. Please speak to the staff.</source>
        <translation>شروع ہونے سے اتنی دیر پہلے صرف دفتر ہی اسے تبدیل کر سکتا ہے۔ براہِ کرم عملے سے بات کریں۔</translation>
    </message>
    <message>
        <source>You have as many bookings as one may have</source>
        <translation>آپ کی بُکنگ کی حد پوری ہو چکی ہے</translation>
    </message>
    <message>
        <source>Please attend or cancel one of them first; then you can book again.</source>
        <translation>براہِ کرم پہلے ان میں سے کسی ایک میں حاضر ہوں یا اسے منسوخ کریں؛ پھر آپ دوبارہ بُک کر سکیں گے۔</translation>
    </message>
    <message>
        <source>You are on the waiting list already</source>
        <translation>آپ پہلے سے انتظار کی فہرست میں ہیں</translation>
    </message>
    <message>
        <source>As soon as an earlier time becomes free you will receive a message.</source>
        <translation>جیسے ہی اس سے پہلے کا کوئی وقت خالی ہوگا، آپ کو پیغام ملے گا۔</translation>
    </message>
    <message>
        <source>The offer of an earlier time has ended</source>
        <translation>پہلے وقت کی پیشکش ختم ہو چکی ہے</translation>
    </message>
    <message>
        <source>Your appointment stands as it was, and you keep your place on the waiting list.</source>
        <translation>آپ کی ملاقات جوں کی توں برقرار ہے، اور انتظار کی فہرست میں آپ کی جگہ بھی محفوظ ہے۔</translation>
    </message>
    <message>
        <source>This offer was answered already</source>
        <translation>اس پیشکش کا جواب پہلے ہی دیا جا چکا ہے</translation>
    </message>
    <message>
        <source>Sign in with your ID to see which appointments you have, and where you wait.</source>
        <translation>اپنی شناخت سے داخل ہوں تاکہ اپنی ملاقاتیں اور انتظار کی فہرستیں دیکھ سکیں۔</translation>
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
        <translation>کوئی وقت خالی نہیں</translation>
    </message>
    <message numerus="yes">
        <source>free times: %Ln</source>
        <translation>
            <numerusform>خالی اوقات: %Ln</numerusform>
            <numerusform>خالی اوقات: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>has free times</source>
        <translation>خالی اوقات موجود ہیں</translation>
    </message>
    <message>
        <source>Earlier weeks</source>
        <translation>پہلے کے ہفتے</translation>
    </message>
    <message>
        <source>Later weeks</source>
        <translation>بعد کے ہفتے</translation>
    </message>
</context>
<context>
    <name>MovePage</name>
    <message>
        <source>Move the appointment?</source>
        <translation>کیا ملاقات کا وقت بدل دیا جائے؟</translation>
    </message>
    <message>
        <source>Ticket number and code stay the same</source>
        <translation>ٹکٹ نمبر اور کوڈ وہی رہیں گے</translation>
    </message>
    <message>
        <source>Until you confirm, your appointment stays as it is.</source>
        <translation>جب تک آپ تصدیق نہ کریں، آپ کی ملاقات جوں کی توں رہے گی۔</translation>
    </message>
    <message>
        <source>Choose another time</source>
        <translation>کوئی اور وقت چنیں</translation>
    </message>
    <message>
        <source>Move the appointment</source>
        <translation>ملاقات کا وقت بدلیں</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>افسر</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>خدمت</translation>
    </message>
    <message>
        <source>Until now</source>
        <translation>پہلے</translation>
    </message>
    <message>
        <source>From now on</source>
        <translation>اب</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>مقام</translation>
    </message>
</context>
<context>
    <name>NamePage</name>
    <message>
        <source>Your name</source>
        <translation>آپ کا نام</translation>
    </message>
    <message>
        <source>This is how the official will address you; we ask only once</source>
        <translation>افسر آپ کو اسی نام سے مخاطب کریں گے؛ ہم صرف ایک بار پوچھتے ہیں</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>پورا نام</translation>
    </message>
    <message>
        <source>As on your ID</source>
        <translation>جیسا آپ کی شناخت پر ہے</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>آگے بڑھیں</translation>
    </message>
</context>
<context>
    <name>NoteWords</name>
    <message>
        <source>One more moment, please: you are about to be received.</source>
        <translation>ایک لمحہ اور، براہِ کرم: آپ کو ابھی بلایا جا رہا ہے۔</translation>
    </message>
    <message>
        <source>We are sorry: about ten minutes more. Your turn is kept.</source>
        <translation>معذرت: تقریباً دس منٹ اور۔ آپ کی باری محفوظ ہے۔</translation>
    </message>
    <message numerus="yes">
        <source>We are sorry: about %Ln more minutes. Your turn is kept.</source>
        <translation>
            <numerusform>معذرت: تقریباً %Ln منٹ مزید۔ آپ کی باری محفوظ ہے۔</numerusform>
            <numerusform>معذرت: تقریباً %Ln منٹ مزید۔ آپ کی باری محفوظ ہے۔</numerusform>
        </translation>
    </message>
    <message>
        <source>We are sorry: it takes longer today, about half an hour. Your turn is kept.</source>
        <translation>معذرت: آج تقریباً آدھا گھنٹہ زیادہ لگے گا۔ آپ کی باری محفوظ ہے۔</translation>
    </message>
</context>
<context>
    <name>OfferCard</name>
    <message>
        <source>A time from the waiting list is kept for you until {time}</source>
        <translation>انتظار کی فہرست سے ایک وقت {time} تک آپ کے لیے رکھا گیا ہے</translation>
    </message>
    <message>
        <source>Take this time</source>
        <translation>یہ وقت قبول ہے</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation>نہیں، شکریہ</translation>
    </message>
</context>
<context>
    <name>OfferCodePage</name>
    <message>
        <source>The code of the offer</source>
        <translation>پیشکش کا کوڈ</translation>
    </message>
    <message>
        <source>You see what is offered before you take it</source>
        <translation>قبول کرنے سے پہلے آپ دیکھیں گے کہ کیا پیش کیا گیا ہے</translation>
    </message>
    <message>
        <source>Offer code</source>
        <translation>پیشکش کا کوڈ</translation>
    </message>
    <message>
        <source>Eight digits</source>
        <translation>آٹھ ہندسے</translation>
    </message>
    <message>
        <source>It is in the SMS that told you of a time that has become free.</source>
        <translation>یہ اس ایس ایم ایس میں ہے جس نے آپ کو خالی ہونے والے وقت کی اطلاع دی۔</translation>
    </message>
    <message>
        <source>Show the offer</source>
        <translation>پیشکش دکھائیں</translation>
    </message>
</context>
<context>
    <name>OfferPage</name>
    <message>
        <source>A time has become free for you</source>
        <translation>آپ کے لیے ایک وقت خالی ہوا ہے</translation>
    </message>
    <message>
        <source>Nothing is changed before you take it</source>
        <translation>آپ کے قبول کرنے سے پہلے کچھ نہیں بدلے گا</translation>
    </message>
    <message>
        <source>If you take it, it replaces the appointment that you wanted to have earlier.</source>
        <translation>اگر آپ اسے قبول کریں تو یہ اس ملاقات کی جگہ لے گا جسے آپ پہلے کرانا چاہتے تھے۔</translation>
    </message>
    <message>
        <source>The time is yours</source>
        <translation>یہ وقت آپ کا ہے</translation>
    </message>
    <message>
        <source>The code of your ticket comes by SMS</source>
        <translation>آپ کے ٹکٹ کا کوڈ ایس ایم ایس سے آئے گا</translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation>ٹکٹ نمبر</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>کوڈ</translation>
    </message>
    <message>
        <source>Come back on the day, and check in with your ID or your ticket.</source>
        <translation>مقررہ دن واپس آئیں اور اپنی شناخت یا ٹکٹ سے حاضری لگائیں۔</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>ختم کریں</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>دفتر</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>دن</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>وقت</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>مقام</translation>
    </message>
    <message>
        <source>The time was left to others</source>
        <translation>یہ وقت دوسروں کے لیے چھوڑ دیا گیا</translation>
    </message>
    <message>
        <source>Thank you for telling us</source>
        <translation>ہمیں بتانے کا شکریہ</translation>
    </message>
    <message>
        <source>You keep your place on the waiting list, and the appointment that you have.</source>
        <translation>انتظار کی فہرست میں آپ کی جگہ اور آپ کی موجودہ ملاقات برقرار ہیں۔</translation>
    </message>
</context>
<context>
    <name>OfficePage</name>
    <message>
        <source>Whom would you like to meet?</source>
        <translation>آپ کس سے ملنا چاہتے ہیں؟</translation>
    </message>
    <message>
        <source>Touch the office of the official</source>
        <translation>افسر کے دفتر کو چھوئیں</translation>
    </message>
    <message>
        <source>No office receives visitors at the moment</source>
        <translation>اس وقت کوئی دفتر ملاقاتیں نہیں کر رہا</translation>
    </message>
    <message>
        <source>Please try again later, or speak to the staff in the hall.</source>
        <translation>براہِ کرم بعد میں دوبارہ کوشش کریں، یا ہال میں عملے سے بات کریں۔</translation>
    </message>
</context>
<context>
    <name>OfflineBanner</name>
    <message>
        <source>No connection to the service. Nothing you entered is lost; we keep trying.</source>
        <translation>سروس سے رابطہ نہیں ہے۔ آپ کا درج کیا ہوا کچھ ضائع نہیں ہوا؛ ہم کوشش کر رہے ہیں۔</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>ابھی کوشش کریں</translation>
    </message>
</context>
<context>
    <name>OperatorMenu</name>
    <message>
        <source>Close the kiosk program?</source>
        <translation>کیا کیوسک کا پروگرام بند کرنا ہے؟</translation>
    </message>
    <message>
        <source>The visit ends, and this kiosk serves nobody until the program is started again.</source>
        <translation>کارروائی ختم ہو جائے گی، اور پروگرام دوبارہ چلانے تک کوئی یہ کیوسک استعمال نہیں کر سکے گا۔</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>آپ کیا کرنا چاہتے ہیں؟</translation>
    </message>
    <message>
        <source>Everything that the visitor entered is still there.</source>
        <translation>آنے والے نے جو کچھ درج کیا، سب موجود ہے۔</translation>
    </message>
    <message>
        <source>Back to the visitor</source>
        <translation>آنے والے کی طرف واپس</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>نئے سرے سے شروع کریں</translation>
    </message>
    <message>
        <source>Close the kiosk program</source>
        <translation>کیوسک کا پروگرام بند کریں</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>پروگرام بند کریں</translation>
    </message>
    <message>
        <source>Leave it open</source>
        <translation>کھلا رہنے دیں</translation>
    </message>
</context>
<context>
    <name>OperatorPage</name>
    <message>
        <source>Cancel the call</source>
        <translation>بلاوا منسوخ کریں</translation>
    </message>
    <message>
        <source>Other service points</source>
        <translation>خدمت کے دوسرے مراکز</translation>
    </message>
    <message>
        <source>Talk to the operator</source>
        <translation>آپریٹر سے بات کریں</translation>
    </message>
    <message>
        <source>Called {time} ago</source>
        <translation>بلائے ہوئے {time} ہوئے</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>دوبارہ بلائیں</translation>
    </message>
    <message>
        <source>The operator is on the way to you</source>
        <translation>آپریٹر آپ کی طرف آ رہا ہے</translation>
    </message>
    <message>
        <source>Please stay at this kiosk.</source>
        <translation>براہِ کرم اسی کیوسک پر رہیں۔</translation>
    </message>
    <message>
        <source>Nobody has answered yet</source>
        <translation>ابھی تک کسی نے جواب نہیں دیا</translation>
    </message>
    <message>
        <source>Your call still stands. You can also speak to the staff at the entrance of the hall, or go on by yourself: everything here can be done without the operator.</source>
        <translation>آپ کا بلاوا قائم ہے۔ آپ ہال کے دروازے پر موجود عملے سے بھی بات کر سکتے ہیں، یا خود جاری رکھ سکتے ہیں: یہاں سب کچھ آپریٹر کے بغیر ہو سکتا ہے۔</translation>
    </message>
    <message>
        <source>The call has ended</source>
        <translation>بلاوا ختم ہو گیا</translation>
    </message>
    <message>
        <source>If you still need somebody, call again.</source>
        <translation>اگر آپ کو اب بھی کسی کی ضرورت ہو تو دوبارہ بلائیں۔</translation>
    </message>
    <message>
        <source>The operator of this hall has been called</source>
        <translation>اس ہال کے آپریٹر کو بلا لیا گیا ہے</translation>
    </message>
    <message>
        <source>Please stay at this kiosk; somebody comes to you.</source>
        <translation>براہِ کرم اسی کیوسک پر رہیں؛ کوئی آپ کے پاس آ رہا ہے۔</translation>
    </message>
    <message>
        <source>The staff of the hall are at its entrance as well.</source>
        <translation>ہال کا عملہ دروازے پر بھی موجود ہے۔</translation>
    </message>
    <message>
        <source>Calling the operator…</source>
        <translation>آپریٹر کو بلایا جا رہا ہے…</translation>
    </message>
    <message>
        <source>The call could not be made</source>
        <translation>بلاوا نہیں بھیجا جا سکا</translation>
    </message>
</context>
<context>
    <name>OperatorSheet</name>
    <message>
        <source>For the kiosk&apos;s operator</source>
        <translation>کیوسک کے آپریٹر کے لیے</translation>
    </message>
    <message>
        <source>The visit below stays as it is until you decide.</source>
        <translation>جاری کارروائی آپ کے فیصلے تک جوں کی توں رہے گی۔</translation>
    </message>
    <message>
        <source>Operator&apos;s PIN</source>
        <translation>آپریٹر کا پن</translation>
    </message>
    <message>
        <source>Six to twelve digits</source>
        <translation>چھ سے بارہ ہندسے</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>واپس</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>کھولیں</translation>
    </message>
    <message>
        <source>There were too many wrong tries. The kiosk takes a PIN again in {time}.</source>
        <translation>غلط کوششیں بہت ہو گئیں۔ کیوسک {time} بعد پن دوبارہ قبول کرے گا۔</translation>
    </message>
    <message>
        <source>The server, which alone knows the PIN, does not answer. Please try again in a moment.</source>
        <translation>پن کی تصدیق کرنے والا سرور اس وقت جواب نہیں دے رہا۔ براہِ کرم تھوڑی دیر بعد کوشش کریں۔</translation>
    </message>
</context>
<context>
    <name>OthersPages</name>
    <message>
        <source>What is different for you?</source>
        <translation>آپ پر کون سی بات صادق آتی ہے؟</translation>
    </message>
    <message>
        <source>Then we ask for your own ID, or for your passport instead</source>
        <translation>پھر ہم آپ کی اپنی شناخت پوچھیں گے، یا اس کی جگہ پاسپورٹ</translation>
    </message>
    <message>
        <source>I am a visitor, with a passport</source>
        <translation>میں مہمان ہوں، میرے پاس پاسپورٹ ہے</translation>
    </message>
    <message>
        <source>Its number, and the country that issued it</source>
        <translation>اس کا نمبر، اور جاری کرنے والا ملک</translation>
    </message>
    <message>
        <source>I have a border number</source>
        <translation>میرے پاس بارڈر نمبر ہے</translation>
    </message>
    <message>
        <source>Visitors are given it when they enter the Kingdom</source>
        <translation>مملکت میں داخلے پر مہمانوں کو دیا جاتا ہے</translation>
    </message>
    <message>
        <source>I come for somebody else</source>
        <translation>میں کسی اور کی طرف سے آیا ہوں</translation>
    </message>
    <message>
        <source>As their representative, with a power of attorney</source>
        <translation>ان کے وکیل کے طور پر، وکالت نامے کے ساتھ</translation>
    </message>
    <message>
        <source>Somebody is with me</source>
        <translation>میرے ساتھ کوئی ہے</translation>
    </message>
    <message>
        <source>How many stand beside you</source>
        <translation>آپ کے ساتھ کتنے لوگ کھڑے ہیں</translation>
    </message>
    <message>
        <source>I come alone and for myself after all</source>
        <translation>میں اکیلا اور اپنے لیے آیا ہوں</translation>
    </message>
    <message>
        <source>How many people are with you?</source>
        <translation>آپ کے ساتھ کتنے لوگ ہیں؟</translation>
    </message>
    <message>
        <source>Those who will stand beside you during the talk</source>
        <translation>جو ملاقات کے دوران آپ کے ساتھ کھڑے ہوں گے</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>کوئی نہیں</translation>
    </message>
    <message numerus="yes">
        <source>People with you: %Ln.</source>
        <translation>
            <numerusform>آپ کے ساتھ %Ln شخص ہے۔</numerusform>
            <numerusform>آپ کے ساتھ %Ln لوگ ہیں۔</numerusform>
        </translation>
    </message>
    <message>
        <source>You come for {name}.</source>
        <translation>آپ {name} کی طرف سے آئے ہیں۔</translation>
    </message>
</context>
<context>
    <name>OutcomeFacts</name>
    <message>
        <source>Action item {number}</source>
        <translation>پیروی کا کام {number}</translation>
    </message>
    <message>
        <source>{owner}, by {day}</source>
        <translation>{owner}، {day} تک</translation>
    </message>
    <message>
        <source>With {office}, weeks at most: {weeks}</source>
        <translation>{office} کے ساتھ، زیادہ سے زیادہ ہفتے: {weeks}</translation>
    </message>
    <message>
        <source>Amended</source>
        <translation>ترمیم</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>ذمہ دار محکمہ</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>اگلی ملاقات</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>معاملہ نمبر</translation>
    </message>
    <message>
        <source>Directive</source>
        <translation>ہدایت</translation>
    </message>
    <message>
        <source>Done by {unit}, {day}: {answer}</source>
        <translation>{unit} نے {day} کو مکمل کیا: {answer}</translation>
    </message>
    <message>
        <source>Declined by {unit}, {day}: {answer}</source>
        <translation>{unit} نے {day} کو معذرت کی: {answer}</translation>
    </message>
    <message>
        <source>An audience was given, {day}</source>
        <translation>{day} کو ملاقات کا وقت دیا گیا</translation>
    </message>
    <message>
        <source>With {unit}, still to be done</source>
        <translation>{unit} کے پاس ہے، ابھی مکمل نہیں ہوا</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>وجہ: {reason}</translation>
    </message>
</context>
<context>
    <name>OutcomePage</name>
    <message>
        <source>Return to the talk</source>
        <translation>گفتگو پر واپس جائیں</translation>
    </message>
    <message>
        <source>Finish now, read it later</source>
        <translation>ابھی ختم کریں، بعد میں پڑھیں</translation>
    </message>
    <message>
        <source>The official is writing down what was decided. Please wait here: it appears by itself. You can also read it later, at any kiosk, with your ID.</source>
        <translation>افسر فیصلہ تحریر کر رہے ہیں۔ براہِ کرم یہیں انتظار کریں: یہ خود بخود ظاہر ہو جائے گا۔ آپ اسے بعد میں بھی کسی بھی کیوسک پر اپنے شناختی نمبر کے ساتھ پڑھ سکتے ہیں۔</translation>
    </message>
    <message>
        <source>The official took the outcome back to put it right. What you read no longer counts. Please wait here: the new one appears by itself.</source>
        <translation>افسر نے نتیجہ درست کرنے کے لیے واپس لے لیا ہے۔ جو آپ نے پڑھا وہ اب معتبر نہیں۔ براہِ کرم یہیں انتظار کریں، نیا نتیجہ خود بخود ظاہر ہو گا۔</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>میں نے پڑھ لیا ہے</translation>
    </message>
    <message>
        <source>Thank you for the talk</source>
        <translation>گفتگو کا شکریہ</translation>
    </message>
    <message>
        <source>The outcome of your audience</source>
        <translation>آپ کی ملاقات کا نتیجہ</translation>
    </message>
</context>
<context>
    <name>OutcomePaper</name>
    <message>
        <source>Majlis · Outcome of your audience</source>
        <translation>مجلس · آپ کی ملاقات کا نتیجہ</translation>
    </message>
    <message>
        <source>You can read this at any kiosk with your ID.</source>
        <translation>آپ اسے کسی بھی کیوسک پر اپنی شناخت سے پڑھ سکتے ہیں۔</translation>
    </message>
    <message>
        <source>Scan to see whether this paper is genuine and still stands.</source>
        <translation>یہ جاننے کے لیے کوڈ اسکین کریں کہ یہ کاغذ اصلی ہے اور اب بھی مؤثر ہے۔</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>دفتر</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>دن</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>ٹکٹ</translation>
    </message>
</context>
<context>
    <name>OutcomePrinting</name>
    <message>
        <source>Print the outcome</source>
        <translation>نتیجہ پرنٹ کریں</translation>
    </message>
    <message>
        <source>The outcome is being printed. One moment, please.</source>
        <translation>نتیجہ پرنٹ ہو رہا ہے۔ ایک لمحہ، براہِ کرم۔</translation>
    </message>
    <message>
        <source>Please take the paper from below the screen.</source>
        <translation>براہِ کرم اسکرین کے نیچے سے کاغذ لے لیں۔</translation>
    </message>
    <message>
        <source>You can read the outcome again at any kiosk.</source>
        <translation>آپ نتیجہ کسی بھی کیوسک پر دوبارہ پڑھ سکتے ہیں۔</translation>
    </message>
</context>
<context>
    <name>PeopleInTalk</name>
    <message>
        <source>Visitor</source>
        <translation>ملاقاتی</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>افسر</translation>
    </message>
    <message>
        <source>Takes the minutes</source>
        <translation>روداد لکھتے ہیں</translation>
    </message>
    <message>
        <source>Department head</source>
        <translation>شعبے کے سربراہ</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>مترجم</translation>
    </message>
    <message>
        <source>Sign-language interpreter</source>
        <translation>اشاروں کی زبان کے مترجم</translation>
    </message>
    <message>
        <source>{who} has joined the talk</source>
        <translation>گفتگو میں شامل ہوئے: {who}</translation>
    </message>
    <message>
        <source>{who} has left the talk</source>
        <translation>گفتگو سے چلے گئے: {who}</translation>
    </message>
    <message>
        <source>{who} has joined the talk and takes it over. Please stay: nothing is lost.</source>
        <translation>{who} ملاقات سنبھالنے کے لیے شامل ہو گئے ہیں۔ براہِ کرم تشریف رکھیں: کچھ ضائع نہیں ہوگا۔</translation>
    </message>
    <message>
        <source>Could not be connected</source>
        <translation>رابطہ نہیں ہو سکا</translation>
    </message>
    <message>
        <source>Could not be verified: not connected</source>
        <translation>تصدیق نہیں ہو سکی، اس لیے رابطہ نہیں کیا گیا</translation>
    </message>
</context>
<context>
    <name>PhonePage</name>
    <message>
        <source>Waiting for your phone</source>
        <translation>آپ کے فون کا انتظار ہے</translation>
    </message>
    <message>
        <source>Scan this code with your phone</source>
        <translation>یہ کوڈ اپنے فون سے اسکین کریں</translation>
    </message>
    <message>
        <source>Your phone needs the internet. Nothing has to be installed.</source>
        <translation>آپ کے فون کو انٹرنیٹ چاہیے۔ کچھ انسٹال کرنے کی ضرورت نہیں۔</translation>
    </message>
    <message>
        <source>A code for your phone’s camera</source>
        <translation>آپ کے فون کے کیمرے کے لیے کوڈ</translation>
    </message>
    <message>
        <source>A new code</source>
        <translation>نیا کوڈ</translation>
    </message>
    <message>
        <source>1. Open your phone’s camera and point it at the code.
2. Choose files, or photograph the paper.
3. Come back here and confirm that they are yours.</source>
        <translation>1. اپنے فون کا کیمرا کھول کر کوڈ کی طرف کریں۔
2. فائلیں چنیں، یا کاغذ کی تصویر لیں۔
3. یہاں واپس آ کر تصدیق کریں کہ وہ آپ کی ہیں۔</translation>
    </message>
    <message>
        <source>Good for another {time}</source>
        <translation>مزید {time} تک کارآمد</translation>
    </message>
    <message numerus="yes">
        <source>Files from your phone: %Ln</source>
        <translation>
            <numerusform>آپ کے فون سے فائلیں: %Ln</numerusform>
            <numerusform>آپ کے فون سے فائلیں: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Your phone is connected. Choose files there.</source>
        <translation>آپ کا فون جڑ گیا ہے۔ وہاں فائلیں چنیں۔</translation>
    </message>
    <message>
        <source>Yes, these are mine: bring them</source>
        <translation>جی ہاں، یہ میری ہیں: شامل کریں</translation>
    </message>
    <message>
        <source>The code is no longer good.</source>
        <translation>کوڈ کی میعاد ختم ہو گئی۔</translation>
    </message>
</context>
<context>
    <name>PhotoPage</name>
    <message>
        <source>Another photo</source>
        <translation>ایک اور تصویر</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>گھمائیں</translation>
    </message>
    <message>
        <source>In three seconds</source>
        <translation>تین سیکنڈ میں</translation>
    </message>
    <message>
        <source>What the camera sees</source>
        <translation>کیمرا جو دیکھتا ہے</translation>
    </message>
    <message>
        <source>The page as it is sent</source>
        <translation>صفحہ جیسا بھیجا جائے گا</translation>
    </message>
    <message>
        <source>The camera cannot be used</source>
        <translation>کیمرا استعمال نہیں ہو سکتا</translation>
    </message>
    <message>
        <source>You can bring it on a USB stick or from your phone, or show it to the operator.</source>
        <translation>آپ اسے یو ایس بی یا اپنے فون سے دے سکتے ہیں، یا آپریٹر کو دکھا سکتے ہیں۔</translation>
    </message>
    <message>
        <source>This kiosk has no camera.</source>
        <translation>اس کیوسک میں کیمرا نہیں ہے۔</translation>
    </message>
    <message>
        <source>The camera of this kiosk does not answer.</source>
        <translation>اس کیوسک کا کیمرا جواب نہیں دے رہا۔</translation>
    </message>
    <message>
        <source>Colours as photographed</source>
        <translation>رنگ جیسے تصویر میں ہیں</translation>
    </message>
    <message>
        <source>White paper, dark ink</source>
        <translation>سفید کاغذ، گہری سیاہی</translation>
    </message>
    <message>
        <source>Photo {number}</source>
        <translation>تصویر {number}</translation>
    </message>
    <message>
        <source>Hold still: {seconds}</source>
        <translation>ساکن رہیں: {seconds}</translation>
    </message>
    <message>
        <source>Hold the paper before the camera</source>
        <translation>کاغذ کیمرے کے سامنے رکھیں</translation>
    </message>
    <message>
        <source>Flat and whole within the picture, in good light</source>
        <translation>سیدھا اور پورا تصویر کے اندر، اچھی روشنی میں</translation>
    </message>
    <message>
        <source>Take the photo</source>
        <translation>تصویر لیں</translation>
    </message>
    <message>
        <source>Is the whole paper inside the frame?</source>
        <translation>کیا پورا کاغذ فریم کے اندر ہے؟</translation>
    </message>
    <message>
        <source>You can drag the corners</source>
        <translation>آپ کونے کھینچ سکتے ہیں</translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation>جی ہاں، جاری رکھیں</translation>
    </message>
    <message>
        <source>Can everything be read?</source>
        <translation>کیا سب کچھ پڑھا جا سکتا ہے؟</translation>
    </message>
    <message>
        <source>This is how the official sees it</source>
        <translation>افسر اسے اسی طرح دیکھیں گے</translation>
    </message>
    <message>
        <source>Bring this page</source>
        <translation>یہ صفحہ شامل کریں</translation>
    </message>
    <message>
        <source>The edges of the paper were not found. Drag the four corners to it, or keep it all.</source>
        <translation>کاغذ کے کنارے نہیں ملے۔ چاروں کونے اس پر لائیں، یا پوری تصویر رکھیں۔</translation>
    </message>
</context>
<context>
    <name>PointPaper</name>
    <message>
        <source>Address</source>
        <translation>پتہ</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>ٹیلیفون</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>فاصلہ</translation>
    </message>
    <message>
        <source>Majlis · Service point</source>
        <translation>مجلس · خدمت کا مرکز</translation>
    </message>
    <message>
        <source>When it is open</source>
        <translation>اوقاتِ کار</translation>
    </message>
</context>
<context>
    <name>PointPrinting</name>
    <message>
        <source>It is being printed. One moment, please.</source>
        <translation>پرنٹ ہو رہا ہے۔ ایک لمحہ، براہِ کرم۔</translation>
    </message>
    <message>
        <source>Everything stands on the screen, and your phone can take the way from the code.</source>
        <translation>تمام معلومات اسکرین پر موجود ہیں، اور آپ کا فون کوڈ سے راستہ لے سکتا ہے۔</translation>
    </message>
</context>
<context>
    <name>PointWords</name>
    <message>
        <source>{closed} · opens {day}: {times}</source>
        <translation>{closed} · {day} کو کھلے گا: {times}</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>بند</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>آج بند ہے</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>آپ یہاں ہیں</translation>
    </message>
    <message>
        <source>Open now, until {time}</source>
        <translation>ابھی کھلا ہے، {time} تک</translation>
    </message>
    <message>
        <source>Opens today: {times}</source>
        <translation>آج کھلے گا: {times}</translation>
    </message>
    <message>
        <source>Closed: a holiday</source>
        <translation>بند: سرکاری تعطیل</translation>
    </message>
    <message>
        <source>Closed for today</source>
        <translation>آج کا وقت ختم ہو گیا</translation>
    </message>
    <message>
        <source>Closed today: a holiday</source>
        <translation>آج بند ہے: تعطیل</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>کل</translation>
    </message>
    <message>
        <source>{km} km from here, in a straight line</source>
        <translation>یہاں سے {km} کلومیٹر، سیدھی لکیر میں</translation>
    </message>
    <message>
        <source>Opening hours are not known; please ask there</source>
        <translation>اوقاتِ کار معلوم نہیں؛ براہِ کرم وہاں پوچھیں</translation>
    </message>
</context>
<context>
    <name>RebookedPage</name>
    <message>
        <source>The talk could not be held today</source>
        <translation>آج گفتگو نہ ہو سکی</translation>
    </message>
    <message>
        <source>The fault was ours, and we are sorry. It is not held against you.</source>
        <translation>غلطی ہماری تھی اور ہم معذرت خواہ ہیں۔ یہ آپ کے خلاف شمار نہیں ہو گا۔</translation>
    </message>
    <message>
        <source>You come first: this appointment has priority.</source>
        <translation>آپ کو ترجیح حاصل ہے: یہ ملاقات مقدم ہے۔</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>کوئی اور وقت</translation>
    </message>
    <message>
        <source>Where we have your mobile, you receive this by SMS too.</source>
        <translation>اگر آپ کا موبائل ہمارے پاس درج ہے تو آپ کو ایس ایم ایس بھی ملے گا۔</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>مکمل کریں</translation>
    </message>
    <message>
        <source>You are the first in the line: as soon as a time becomes free you receive an SMS.</source>
        <translation>آپ قطار میں سب سے پہلے ہیں: وقت خالی ہوتے ہی آپ کو ایس ایم ایس ملے گا۔</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>عہدیدار</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>دن</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>وقت</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>جگہ</translation>
    </message>
</context>
<context>
    <name>Recording</name>
    <message>
        <source>Recording</source>
        <translation>ریکارڈنگ جاری ہے</translation>
    </message>
    <message>
        <source>Recording paused</source>
        <translation>ریکارڈنگ عارضی طور پر رکی ہوئی ہے</translation>
    </message>
    <message>
        <source>The visitor does not agree to the recording. Nothing is kept of it; the talk goes on.</source>
        <translation>ریکارڈنگ کی اجازت نہیں دی گئی۔ اس میں سے کچھ محفوظ نہیں کیا گیا، گفتگو جاری ہے۔</translation>
    </message>
    <message>
        <source>Somebody who was called in does not agree to the recording. Nothing is kept of it; the talk goes on.</source>
        <translation>بلائے گئے افراد میں سے کوئی ریکارڈنگ پر راضی نہیں۔ اس میں سے کچھ محفوظ نہیں رکھا گیا؛ گفتگو جاری ہے۔</translation>
    </message>
    <message>
        <source>The recording has ended: another office has taken the talk over. The talk goes on.</source>
        <translation>ریکارڈنگ ختم ہو گئی: گفتگو اب دوسرے دفتر نے سنبھال لی ہے۔ گفتگو جاری ہے۔</translation>
    </message>
    <message>
        <source>The recording has ended: the official&apos;s computer has no more room. What was recorded until then is kept, and the talk goes on.</source>
        <translation>ریکارڈنگ ختم ہو گئی: افسر کے کمپیوٹر میں مزید جگہ نہیں۔ اب تک جو ریکارڈ ہوا وہ محفوظ ہے، اور گفتگو جاری ہے۔</translation>
    </message>
    <message>
        <source>The recording has ended: the official&apos;s computer could not go on with it. What was recorded until then is kept, and the talk goes on.</source>
        <translation>ریکارڈنگ ختم ہو گئی: افسر کا کمپیوٹر اسے جاری نہیں رکھ سکا۔ اب تک جو ریکارڈ ہوا وہ محفوظ ہے، اور گفتگو جاری ہے۔</translation>
    </message>
    <message>
        <source>The question was taken back. Nothing was recorded; the talk goes on.</source>
        <translation>ریکارڈنگ کی درخواست واپس لے لی گئی۔ کچھ ریکارڈ نہیں ہوا، گفتگو جاری ہے۔</translation>
    </message>
    <message>
        <source>The recording has ended. The talk goes on.</source>
        <translation>ریکارڈنگ ختم ہو گئی۔ گفتگو جاری ہے۔</translation>
    </message>
</context>
<context>
    <name>RecordingQuestion</name>
    <message>
        <source>Stop the recording</source>
        <translation>ریکارڈنگ روکیں</translation>
    </message>
    <message>
        <source>The recording was stopped, and all that was recorded is deleted. The talk goes on.</source>
        <translation>ریکارڈنگ روک دی گئی، اور جو کچھ ریکارڈ ہوا سب حذف کر دیا گیا۔ گفتگو جاری ہے۔</translation>
    </message>
    <message>
        <source>The talk is not recorded.</source>
        <translation>گفتگو ریکارڈ نہیں کی جا رہی۔</translation>
    </message>
    <message>
        <source>May this talk be recorded?</source>
        <translation>کیا اس گفتگو کو ریکارڈ کیا جا سکتا ہے؟</translation>
    </message>
    <message>
        <source>The official asks to record your picture and your voice. If you say no, the talk goes on just the same.</source>
        <translation>افسر آپ کی تصویر اور آواز ریکارڈ کرنے کی اجازت چاہتے ہیں۔ آپ انکار کریں تو بھی گفتگو اسی طرح جاری رہے گی۔</translation>
    </message>
    <message>
        <source>Read this to me</source>
        <translation>یہ مجھے پڑھ کر سنائیں</translation>
    </message>
    <message>
        <source>Only the official&apos;s office sees the recording, and it is deleted when its time is over. You can stop it at any time; then all that was recorded is deleted.</source>
        <translation>ریکارڈنگ صرف افسر کا دفتر دیکھ سکتا ہے، اور مدت ختم ہونے پر اسے حذف کر دیا جاتا ہے۔ آپ اسے کسی بھی وقت روک سکتے ہیں، تب جو کچھ ریکارڈ ہوا سب حذف کر دیا جائے گا۔</translation>
    </message>
    <message>
        <source>Stop the recording?</source>
        <translation>کیا ریکارڈنگ روک دی جائے؟</translation>
    </message>
    <message>
        <source>All that was recorded of this talk is deleted and cannot be brought back. The talk goes on.</source>
        <translation>اس گفتگو کا جو حصہ ریکارڈ ہوا وہ سب حذف ہو جائے گا اور واپس نہیں لایا جا سکے گا۔ گفتگو جاری رہے گی۔</translation>
    </message>
    <message>
        <source>Yes, I agree</source>
        <translation>جی ہاں، میں متفق ہوں</translation>
    </message>
    <message>
        <source>No, do not record</source>
        <translation>نہیں، ریکارڈ نہ کریں</translation>
    </message>
    <message>
        <source>Stop and delete</source>
        <translation>روکیں اور حذف کریں</translation>
    </message>
    <message>
        <source>Go on recording</source>
        <translation>ریکارڈنگ جاری رکھیں</translation>
    </message>
    <message>
        <source>The talk is recorded from now on. You can stop that at any time.</source>
        <translation>اب سے گفتگو ریکارڈ کی جا رہی ہے۔ آپ اسے کسی بھی وقت روک سکتے ہیں۔</translation>
    </message>
</context>
<context>
    <name>ReferralPage</name>
    <message>
        <source>Finish</source>
        <translation>ختم کریں</translation>
    </message>
    <message>
        <source>Continue there</source>
        <translation>وہاں جاری رکھیں</translation>
    </message>
    <message>
        <source>This is not received here</source>
        <translation>یہ معاملہ یہاں نہیں لیا جاتا</translation>
    </message>
    <message>
        <source>Somebody else can help you with this</source>
        <translation>اس معاملے میں کوئی اور آپ کی مدد کر سکتا ہے</translation>
    </message>
    <message>
        <source>You can go on right here; nothing is lost.</source>
        <translation>آپ یہیں سے جاری رکھ سکتے ہیں؛ کچھ ضائع نہیں ہوگا۔</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>متعلقہ شعبہ</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>وجہ</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>اگلا قدم</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>خدمت</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>عہدیدار</translation>
    </message>
</context>
<context>
    <name>ReplyPage</name>
    <message>
        <source>Your answer</source>
        <translation>آپ کا جواب</translation>
    </message>
    <message>
        <source>Send the answer</source>
        <translation>جواب بھیجیں</translation>
    </message>
    <message>
        <source>Your answer to {unit}</source>
        <translation>{unit} کو آپ کا جواب</translation>
    </message>
</context>
<context>
    <name>RepresentedPages</name>
    <message>
        <source>For whom do you come?</source>
        <translation>آپ کس کی طرف سے آئے ہیں؟</translation>
    </message>
    <message>
        <source>It is noted with your appointment</source>
        <translation>یہ بات آپ کی ملاقات کے ساتھ درج کی جاتی ہے</translation>
    </message>
    <message>
        <source>Their full name</source>
        <translation>ان کا پورا نام</translation>
    </message>
    <message>
        <source>As on their ID</source>
        <translation>جیسا ان کے شناختی کارڈ پر ہے</translation>
    </message>
    <message>
        <source>Their ID number</source>
        <translation>ان کا شناختی نمبر</translation>
    </message>
    <message>
        <source>National ID or Iqama of the person for whom you come</source>
        <translation>جس کی طرف سے آپ آئے ہیں، اس کی قومی شناخت یا اقامہ</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>شناختی نمبر</translation>
    </message>
    <message>
        <source>Ten digits; the first is 1 or 2</source>
        <translation>دس ہندسے؛ پہلا ۱ یا ۲ ہے</translation>
    </message>
    <message>
        <source>The number of the power of attorney</source>
        <translation>وکالت نامے کا نمبر</translation>
    </message>
    <message>
        <source>It stands at the top of the deed</source>
        <translation>یہ وکالت نامے کے اوپر لکھا ہے</translation>
    </message>
    <message>
        <source>Power of attorney</source>
        <translation>وکالت نامہ</translation>
    </message>
    <message>
        <source>Digits only</source>
        <translation>صرف ہندسے</translation>
    </message>
    <message>
        <source>Then we ask for your own ID. Please have the deed at hand.</source>
        <translation>پھر ہم آپ کی اپنی شناخت پوچھیں گے۔ براہِ کرم وکالت نامہ ساتھ رکھیں۔</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>آگے بڑھیں</translation>
    </message>
</context>
<context>
    <name>RequestPage</name>
    <message>
        <source>What you asked</source>
        <translation>آپ نے کیا درخواست کی</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>اس پر کیا ہوا</translation>
    </message>
    <message>
        <source>Withdraw this request</source>
        <translation>یہ درخواست واپس لیں</translation>
    </message>
    <message>
        <source>You asked it.</source>
        <translation>آپ نے درخواست دی۔</translation>
    </message>
    <message>
        <source>Withdraw this request?</source>
        <translation>کیا آپ یہ درخواست واپس لیتے ہیں؟</translation>
    </message>
    <message>
        <source>Nobody works on it any more. You can ask anew at any time.</source>
        <translation>اس پر مزید کام نہیں ہوگا۔ آپ کسی بھی وقت نئی درخواست دے سکتے ہیں۔</translation>
    </message>
    <message>
        <source>Answer the question</source>
        <translation>سوال کا جواب دیں</translation>
    </message>
    <message>
        <source>Choose a time</source>
        <translation>وقت منتخب کریں</translation>
    </message>
    <message>
        <source>Go to my appointments</source>
        <translation>میری ملاقاتوں پر جائیں</translation>
    </message>
    <message>
        <source>Open the other request</source>
        <translation>دوسری درخواست کھولیں</translation>
    </message>
    <message>
        <source>Yes, withdraw it</source>
        <translation>جی ہاں، واپس لیں</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>برقرار رکھیں</translation>
    </message>
    <message>
        <source>Who decided</source>
        <translation>ادارہ</translation>
    </message>
    <message>
        <source>Where to go next</source>
        <translation>اگلا قدم</translation>
    </message>
</context>
<context>
    <name>RequestWords</name>
    <message>
        <source>See how they stand</source>
        <translation>دیکھیں کہ وہ کہاں تک پہنچیں</translation>
    </message>
    <message>
        <source>An appointment was given</source>
        <translation>آپ کے لیے ملاقات مقرر ہوئی</translation>
    </message>
    <message>
        <source>It stands among your appointments.</source>
        <translation>یہ آپ کی ملاقاتوں میں موجود ہے۔</translation>
    </message>
    <message>
        <source>Follow-up of your audience</source>
        <translation>آپ کی ملاقات کی پیروی</translation>
    </message>
    <message>
        <source>There is a question for you</source>
        <translation>آپ کے لیے ایک سوال ہے</translation>
    </message>
    <message>
        <source>You may choose a time</source>
        <translation>آپ وقت منتخب کر سکتے ہیں</translation>
    </message>
    <message>
        <source>Read the answers</source>
        <translation>جوابات پڑھیں</translation>
    </message>
    <message>
        <source>You are received about it: choose when.</source>
        <translation>اس بارے میں آپ سے ملاقات ہوگی: وقت منتخب کریں۔</translation>
    </message>
    <message>
        <source>It was passed on to {unit}.</source>
        <translation>{unit} کو بھیجی گئی۔</translation>
    </message>
    <message>
        <source>It was brought before {unit}.</source>
        <translation>{unit} کے سامنے پیش کی گئی۔</translation>
    </message>
    <message>
        <source>{unit} asked you:</source>
        <translation>{unit} کا سوال:</translation>
    </message>
    <message>
        <source>You answered:</source>
        <translation>آپ کا جواب:</translation>
    </message>
    <message>
        <source>{unit} answered it.</source>
        <translation>{unit} کی طرف سے جواب آیا۔</translation>
    </message>
    <message>
        <source>{unit} could not meet it.</source>
        <translation>{unit} کی طرف سے پوری نہ ہو سکی۔</translation>
    </message>
    <message>
        <source>{unit} receives you about it.</source>
        <translation>{unit} میں آپ سے ملاقات طے ہوئی۔</translation>
    </message>
    <message>
        <source>It was joined with another request of yours.</source>
        <translation>آپ کی ایک اور درخواست کے ساتھ ملا دی گئی۔</translation>
    </message>
    <message>
        <source>It is worked on by itself again.</source>
        <translation>دوسری درخواست سے الگ کر دی گئی، اور اس پر الگ کام ہو رہا ہے۔</translation>
    </message>
    <message>
        <source>You withdrew it.</source>
        <translation>آپ نے درخواست واپس لی۔</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>موصول ہوئی</translation>
    </message>
    <message>
        <source>It is looked at. We send an SMS once it is answered.</source>
        <translation>اس کا جائزہ لیا جا رہا ہے۔ جواب آنے پر ایس ایم ایس بھیجا جائے گا۔</translation>
    </message>
    <message>
        <source>It works on it. We send an SMS once it is answered.</source>
        <translation>اس پر کام ہو رہا ہے۔ جواب آنے پر ایس ایم ایس بھیجا جائے گا۔</translation>
    </message>
    <message>
        <source>With the office concerned</source>
        <translation>متعلقہ ادارے کے پاس</translation>
    </message>
    <message>
        <source>The work goes on as soon as you have answered.</source>
        <translation>آپ کے جواب دیتے ہی کام آگے بڑھے گا۔</translation>
    </message>
    <message>
        <source>Joined with another request of yours</source>
        <translation>آپ کی ایک اور درخواست کے ساتھ ملا دی گئی</translation>
    </message>
    <message>
        <source>Both are about the same, and are answered together.</source>
        <translation>دونوں ایک ہی بارے میں ہیں، اور جواب ایک ساتھ آئے گا۔</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>جواب آ گیا</translation>
    </message>
    <message>
        <source>The answer is written below.</source>
        <translation>جواب نیچے لکھا ہے۔</translation>
    </message>
    <message>
        <source>Your request cannot be met</source>
        <translation>آپ کی درخواست پوری نہیں ہو سکتی</translation>
    </message>
    <message>
        <source>The reason and the way on are written below.</source>
        <translation>وجہ اور اگلا قدم نیچے لکھا ہے۔</translation>
    </message>
    <message>
        <source>You withdrew it</source>
        <translation>آپ نے واپس لے لی</translation>
    </message>
    <message>
        <source>Nobody works on it any more.</source>
        <translation>اس پر اب کام نہیں ہو رہا۔</translation>
    </message>
</context>
<context>
    <name>RequestsPage</name>
    <message>
        <source>Your requests</source>
        <translation>آپ کی درخواستیں</translation>
    </message>
    <message>
        <source>Your request about “{subject}” was withdrawn.</source>
        <translation>«{subject}» کے بارے میں آپ کی درخواست واپس لے لی گئی۔</translation>
    </message>
    <message>
        <source>Touch one to read what became of it</source>
        <translation>کسی درخواست کو چھو کر پڑھیں کہ اس پر کیا ہوا</translation>
    </message>
    <message>
        <source>You have no requests</source>
        <translation>آپ کی کوئی درخواست نہیں</translation>
    </message>
    <message>
        <source>Nothing was asked in your name.</source>
        <translation>آپ کے نام سے کوئی درخواست نہیں دی گئی۔</translation>
    </message>
    <message>
        <source>Your requests cannot be read at the moment</source>
        <translation>آپ کی درخواستیں اس وقت نہیں پڑھی جا سکتیں</translation>
    </message>
    <message>
        <source>There is no connection to the service. Your requests and their answers are kept there: they appear here as soon as the line is back.</source>
        <translation>اس وقت سروس سے رابطہ نہیں۔ آپ کی درخواستیں اور ان کے جواب وہاں محفوظ ہیں: رابطہ بحال ہوتے ہی یہاں ظاہر ہوں گے۔</translation>
    </message>
    <message>
        <source>Asked on {day}</source>
        <translation>{day} کو دی گئی</translation>
    </message>
</context>
<context>
    <name>ReservedWords</name>
    <message>
        <source>Kiosk {number} is free until {time}.</source>
        <translation>کیوسک {number} {time} تک خالی ہے۔</translation>
    </message>
    <message>
        <source>This kiosk is reserved for an audience from {time}.</source>
        <translation>یہ کیوسک {time} سے ایک ملاقات کے لیے مخصوص ہے۔</translation>
    </message>
    <message>
        <source>This kiosk is reserved for an audience now.</source>
        <translation>یہ کیوسک اس وقت ایک ملاقات کے لیے مخصوص ہے۔</translation>
    </message>
    <message>
        <source>Somebody has an audience at this kiosk at {time}. Please finish by then.</source>
        <translation>کسی کی اس کیوسک پر {time} پر ملاقات ہے۔ براہِ کرم اس سے پہلے مکمل کر لیں۔</translation>
    </message>
    <message>
        <source>Somebody’s audience at this kiosk begins now. Please finish soon.</source>
        <translation>کسی کی ملاقات اس کیوسک پر ابھی شروع ہو رہی ہے۔ براہِ کرم جلد مکمل کریں۔</translation>
    </message>
    <message>
        <source>No other kiosk is free now; the staff in the hall will help.</source>
        <translation>اس وقت کوئی دوسرا کیوسک خالی نہیں؛ ہال کا عملہ مدد کرے گا۔</translation>
    </message>
    <message>
        <source>Kiosk {number} is free.</source>
        <translation>کیوسک {number} خالی ہے۔</translation>
    </message>
</context>
<context>
    <name>RoomView</name>
    <message>
        <source>The connection is weak. One moment please</source>
        <translation>رابطہ کمزور ہے۔ براہ کرم ایک لمحہ</translation>
    </message>
    <message>
        <source>Joining shortly</source>
        <translation>جلد شامل ہوں گے</translation>
    </message>
</context>
<context>
    <name>SatisfactionWords</name>
    <message>
        <source>Not satisfied at all</source>
        <translation>بالکل مطمئن نہیں</translation>
    </message>
    <message>
        <source>Not satisfied</source>
        <translation>غیر مطمئن</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>درمیانہ</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>مطمئن</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>بہت مطمئن</translation>
    </message>
    <message>
        <source>Treated with respect</source>
        <translation>احترام سے پیش آیا گیا</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>میری بات سمجھی گئی</translation>
    </message>
    <message>
        <source>Clear answer</source>
        <translation>جواب واضح تھا</translation>
    </message>
    <message>
        <source>Matter settled</source>
        <translation>میرا معاملہ طے ہو گیا</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>کام جلدی ہوا</translation>
    </message>
    <message>
        <source>Not treated with respect</source>
        <translation>احترام سے پیش نہیں آیا گیا</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>میری بات نہیں سمجھی گئی</translation>
    </message>
    <message>
        <source>Unclear answer</source>
        <translation>جواب واضح نہیں تھا</translation>
    </message>
    <message>
        <source>Matter not settled</source>
        <translation>میرا معاملہ طے نہیں ہوا</translation>
    </message>
    <message>
        <source>Waited long</source>
        <translation>دیر تک انتظار کرنا پڑا</translation>
    </message>
    <message>
        <source>Good picture and sound</source>
        <translation>تصویر اور آواز اچھی تھی</translation>
    </message>
    <message>
        <source>Poor picture or sound</source>
        <translation>تصویر یا آواز خراب تھی</translation>
    </message>
</context>
<context>
    <name>ScanPage</name>
    <message>
        <source>This ticket is over, or from elsewhere. You may show another, or go back and enter your ID.</source>
        <translation>یہ ٹکٹ ختم ہو چکا ہے، یا کہیں اور کا ہے۔ آپ دوسرا ٹکٹ دکھا سکتے ہیں، یا واپس جا کر شناختی نمبر درج کریں۔</translation>
    </message>
    <message>
        <source>We know no mobile of yours. Please go back and enter your ID; the operator will help you.</source>
        <translation>ہمارے پاس آپ کا کوئی موبائل نمبر نہیں۔ براہِ کرم واپس جا کر شناختی نمبر درج کریں؛ آپریٹر آپ کی مدد کریں گے۔</translation>
    </message>
    <message>
        <source>The camera is starting</source>
        <translation>کیمرا شروع ہو رہا ہے</translation>
    </message>
    <message>
        <source>Hold your ticket before the camera</source>
        <translation>اپنا ٹکٹ کیمرے کے سامنے رکھیں</translation>
    </message>
    <message>
        <source>The square code at its end, on paper or on your mobile</source>
        <translation>اس کے آخر میں چوکور کوڈ، کاغذ پر یا آپ کے موبائل پر</translation>
    </message>
    <message>
        <source>A hand&apos;s breadth away, flat and still.</source>
        <translation>ایک بالشت دور، سیدھا اور بغیر ہلائے۔</translation>
    </message>
    <message>
        <source>Into the light; smooth it if it is creased.</source>
        <translation>روشنی میں؛ شکن ہو تو سیدھا کر لیں۔</translation>
    </message>
    <message>
        <source>Then we send a code to your mobile. No picture is kept.</source>
        <translation>پھر ہم آپ کے موبائل پر کوڈ بھیجیں گے۔ کوئی تصویر محفوظ نہیں کی جاتی۔</translation>
    </message>
    <message>
        <source>Type the number instead</source>
        <translation>اس کی جگہ نمبر درج کریں</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>کیمرا</translation>
    </message>
    <message>
        <source>Your ticket was read. One moment, please.</source>
        <translation>آپ کا ٹکٹ پڑھ لیا گیا۔ براہِ کرم ایک لمحہ۔</translation>
    </message>
    <message>
        <source>This is another code. Please show the one on your ticket.</source>
        <translation>یہ کوئی اور کوڈ ہے۔ براہِ کرم اپنے ٹکٹ والا کوڈ دکھائیں۔</translation>
    </message>
    <message>
        <source>It is too dark. Please hold the ticket into the light.</source>
        <translation>روشنی کم ہے۔ براہِ کرم ٹکٹ روشنی میں رکھیں۔</translation>
    </message>
</context>
<context>
    <name>ServicePage</name>
    <message numerus="yes">
        <source>Length in minutes: %Ln</source>
        <translation>
            <numerusform>دورانیہ (منٹ): %Ln</numerusform>
            <numerusform>دورانیہ (منٹ): %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>یہ کس بارے میں ہے؟</translation>
    </message>
</context>
<context>
    <name>ServicePointsPage</name>
    <message>
        <source>Kiosks: {number}</source>
        <translation>کیوسک: {number}</translation>
    </message>
    <message>
        <source>Print: {place}</source>
        <translation>پرنٹ کریں: {place}</translation>
    </message>
    <message>
        <source>The way to {place}, for your phone</source>
        <translation>{place} کا راستہ، آپ کے فون کے لیے</translation>
    </message>
    <message>
        <source>No service point is known</source>
        <translation>خدمت کا کوئی مرکز معلوم نہیں</translation>
    </message>
    <message>
        <source>Please ask the staff in the hall.</source>
        <translation>براہِ کرم ہال کے عملے سے پوچھیں۔</translation>
    </message>
    <message>
        <source>Service points</source>
        <translation>خدمت کے مراکز</translation>
    </message>
    <message>
        <source>The nearest first. From each of them you can meet the same officials by video.</source>
        <translation>قریب ترین پہلے۔ ہر مرکز سے آپ انہی حکام سے ویڈیو پر مل سکتے ہیں۔</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>پرنٹ کریں</translation>
    </message>
    <message>
        <source>The way, for your phone</source>
        <translation>راستہ، آپ کے فون کے لیے</translation>
    </message>
    <message>
        <source>Telephone: {number}</source>
        <translation>ٹیلیفون: {number}</translation>
    </message>
    <message>
        <source>Received here: {agencies}</source>
        <translation>یہاں ملاقات: {agencies}</translation>
    </message>
    <message>
        <source>Nothing can be printed at this kiosk. Your phone’s camera takes the way from the code.</source>
        <translation>اس کیوسک پر پرنٹ کی سہولت نہیں۔ آپ کے فون کا کیمرہ کوڈ سے راستہ لے سکتا ہے۔</translation>
    </message>
</context>
<context>
    <name>SlipPage</name>
    <message>
        <source>Number of this slip</source>
        <translation>اس پرچی کا نمبر</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>ختم کریں</translation>
    </message>
    <message>
        <source>Kept here, and sent as soon as the line is back</source>
        <translation>یہاں محفوظ ہے، رابطہ بحال ہوتے ہی بھیج دی جائے گی</translation>
    </message>
    <message>
        <source>This is not an appointment</source>
        <translation>یہ ملاقات کا وقت نہیں ہے</translation>
    </message>
</context>
<context>
    <name>SlipPaper</name>
    <message>
        <source>Request, not confirmed yet</source>
        <translation>درخواست، ابھی تصدیق نہیں ہوئی</translation>
    </message>
    <message>
        <source>Check-in, not sent yet</source>
        <translation>حاضری، ابھی بھیجی نہیں گئی</translation>
    </message>
    <message>
        <source>No appointment is booked. Your request is sent as soon as the line is back.</source>
        <translation>کوئی ملاقات بک نہیں ہوئی۔ رابطہ بحال ہوتے ہی آپ کی درخواست بھیج دی جائے گی۔</translation>
    </message>
    <message>
        <source>You receive an SMS when it has arrived, and another with the answer.</source>
        <translation>پہنچنے پر آپ کو ایس ایم ایس ملے گا، اور جواب آنے پر دوسرا۔</translation>
    </message>
    <message>
        <source>Number of this slip</source>
        <translation>اس پرچی کا نمبر</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>افسر</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>خدمت</translation>
    </message>
    <message>
        <source>Days that suit</source>
        <translation>مناسب دن</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>ٹکٹ</translation>
    </message>
    <message>
        <source>Left here</source>
        <translation>یہاں چھوڑا گیا</translation>
    </message>
    <message>
        <source>That you are here is kept, and sent as soon as the line is back. The hour on this slip counts.</source>
        <translation>آپ کی حاضری محفوظ ہے اور رابطہ بحال ہوتے ہی بھیج دی جائے گی۔ اس پرچی پر درج وقت شمار ہوگا۔</translation>
    </message>
    <message>
        <source>Please stay in the hall, and tell the staff that you are here.</source>
        <translation>براہِ کرم ہال میں رہیں اور عملے کو بتائیں کہ آپ آ گئے ہیں۔</translation>
    </message>
</context>
<context>
    <name>SlipPrinting</name>
    <message>
        <source>Print the slip</source>
        <translation>پرچی چھاپیں</translation>
    </message>
    <message>
        <source>Your slip is being printed. One moment, please.</source>
        <translation>آپ کی پرچی چھپ رہی ہے۔ ایک لمحہ۔</translation>
    </message>
    <message>
        <source>Please take your slip from below the screen.</source>
        <translation>براہِ کرم اسکرین کے نیچے سے اپنی پرچی لے لیں۔</translation>
    </message>
    <message>
        <source>Please write the number down.</source>
        <translation>براہِ کرم نمبر لکھ لیں۔</translation>
    </message>
</context>
<context>
    <name>SlotGrid</name>
    <message>
        <source>Not available</source>
        <translation>دستیاب نہیں</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>صبح</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation>دوپہر کے بعد</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Step {number} of {count}: {name}</source>
        <translation>مرحلہ {number} از {count}: {name}</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>کیا آپ ابھی یہیں ہیں؟</translation>
    </message>
    <message>
        <source>For your privacy this visit ends by itself, and what you entered is removed.</source>
        <translation>آپ کی رازداری کے لیے یہ کارروائی خود بخود ختم ہو جائے گی، اور جو آپ نے درج کیا وہ مٹا دیا جائے گا۔</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>میں یہیں ہوں</translation>
    </message>
    <message>
        <source>End the visit</source>
        <translation>کارروائی ختم کریں</translation>
    </message>
</context>
<context>
    <name>SubjectPage</name>
    <message>
        <source>What would you like to talk about?</source>
        <translation>آپ کس بارے میں بات کرنا چاہتے ہیں؟</translation>
    </message>
    <message>
        <source>You may leave this empty. The official reads it before the talk.</source>
        <translation>آپ اسے خالی چھوڑ سکتے ہیں۔ افسر گفتگو سے پہلے اسے پڑھتے ہیں۔</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>موضوع</translation>
    </message>
    <message numerus="yes">
        <source>Letters left: %Ln</source>
        <translation>
            <numerusform>باقی حروف: %Ln</numerusform>
            <numerusform>باقی حروف: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue without a subject</source>
        <translation>موضوع کے بغیر آگے بڑھیں</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>آگے بڑھیں</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Choose another time</source>
        <translation>دوسرا وقت منتخب کریں</translation>
    </message>
    <message>
        <source>This time is held for you for another {time}</source>
        <translation>یہ وقت مزید {time} تک آپ کے لیے محفوظ ہے</translation>
    </message>
    <message>
        <source>The time is no longer held for you. Choose another; everything else is kept.</source>
        <translation>یہ وقت اب آپ کے لیے محفوظ نہیں ہے۔ دوسرا منتخب کریں؛ باقی سب محفوظ ہے۔</translation>
    </message>
    <message>
        <source>Is everything right?</source>
        <translation>کیا سب درست ہے؟</translation>
    </message>
    <message>
        <source>Confirm the booking</source>
        <translation>بُکنگ کی تصدیق کریں</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>افسر</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>خدمت</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>دن</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>وقت</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>مقام</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>موضوع</translation>
    </message>
    <message>
        <source>I agree, and confirm the booking</source>
        <translation>مجھے منظور ہے، بُکنگ کی تصدیق کرتا/کرتی ہوں</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>ملاقاتی</translation>
    </message>
</context>
<context>
    <name>SurveyPage</name>
    <message>
        <source>How satisfied are you with your audience?</source>
        <translation>آپ اپنی ملاقات سے کتنے مطمئن ہیں؟</translation>
    </message>
    <message>
        <source>The office reads only what many people answered together, never who gave which answer.</source>
        <translation>دفتر صرف بہت سے لوگوں کے مجموعی جوابات دیکھتا ہے، یہ کبھی نہیں کہ کس نے کیا جواب دیا۔</translation>
    </message>
    <message>
        <source>What were the reasons? Choose as many as you like.</source>
        <translation>اس کی وجوہات کیا تھیں؟ آپ ایک سے زیادہ چن سکتے ہیں۔</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>چھوڑ دیں</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>بھیجیں</translation>
    </message>
    <message>
        <source>Please touch the face that fits.</source>
        <translation>براہِ کرم مناسب چہرے کو چھوئیں۔</translation>
    </message>
    <message>
        <source>How satisfied you are</source>
        <translation>آپ کتنے مطمئن ہیں</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>وجوہات</translation>
    </message>
</context>
<context>
    <name>TicketEntry</name>
    <message>
        <source>The number of your ticket</source>
        <translation>آپ کے ٹکٹ کا نمبر</translation>
    </message>
    <message>
        <source>With number and code you need not enter ID and mobile</source>
        <translation>نمبر اور کوڈ کے ساتھ شناختی نمبر اور موبائل درج کرنے کی ضرورت نہیں</translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation>ٹکٹ نمبر</translation>
    </message>
    <message>
        <source>Eight digits</source>
        <translation>آٹھ ہندسے</translation>
    </message>
    <message>
        <source>It is on the printed ticket and in the SMS about your appointment.</source>
        <translation>یہ چھپے ہوئے ٹکٹ پر اور آپ کی ملاقات کے ایس ایم ایس میں ہے۔</translation>
    </message>
    <message>
        <source>The code of your ticket</source>
        <translation>آپ کے ٹکٹ کا کوڈ</translation>
    </message>
    <message>
        <source>It stands below the number</source>
        <translation>یہ نمبر کے نیچے لکھا ہے</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>کوڈ</translation>
    </message>
    <message>
        <source>Six digits</source>
        <translation>چھ ہندسے</translation>
    </message>
    <message>
        <source>Your check-in is sealed and kept here, and sent as soon as the line is back.</source>
        <translation>آپ کی حاضری مہر بند کر کے یہاں محفوظ کی جاتی ہے اور رابطہ بحال ہوتے ہی بھیج دی جاتی ہے۔</translation>
    </message>
    <message>
        <source>Then we send a code to your mobile, so that nobody else can use your ticket.</source>
        <translation>پھر ہم آپ کے موبائل پر ایک کوڈ بھیجتے ہیں تاکہ کوئی اور آپ کا ٹکٹ استعمال نہ کر سکے۔</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>آگے بڑھیں</translation>
    </message>
    <message>
        <source>Keep my check-in</source>
        <translation>میری حاضری محفوظ کریں</translation>
    </message>
    <message>
        <source>Send the code</source>
        <translation>کوڈ بھیجیں</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Your appointment is booked</source>
        <translation>آپ کی ملاقات بُک ہو گئی ہے</translation>
    </message>
    <message>
        <source>Please keep number and code: with them it is found again</source>
        <translation>براہِ کرم نمبر اور کوڈ سنبھال کر رکھیں: انہی سے یہ دوبارہ ملے گی</translation>
    </message>
    <message>
        <source>The same was sent to your mobile by SMS.</source>
        <translation>یہی معلومات ایس ایم ایس سے آپ کے موبائل پر بھیج دی گئی ہیں۔</translation>
    </message>
    <message>
        <source>Check in now</source>
        <translation>ابھی آمد درج کریں</translation>
    </message>
    <message>
        <source>I come back later</source>
        <translation>میں بعد میں آؤں گا/گی</translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation>ٹکٹ نمبر</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>کوڈ</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>مقام</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>ختم کریں</translation>
    </message>
    <message>
        <source>Check-in is open: you can begin here and now.</source>
        <translation>آمد کا اندراج کھلا ہے: آپ یہیں اور ابھی شروع کر سکتے ہیں۔</translation>
    </message>
    <message>
        <source>Your appointment was moved</source>
        <translation>آپ کی ملاقات کا وقت بدل دیا گیا</translation>
    </message>
    <message>
        <source>Number and code of your ticket are still good</source>
        <translation>آپ کے ٹکٹ کا نمبر اور کوڈ اب بھی کارآمد ہیں</translation>
    </message>
    <message>
        <source>The new time was sent to your mobile by SMS.</source>
        <translation>نیا وقت آپ کے موبائل پر ایس ایم ایس سے بھیج دیا گیا ہے۔</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>دفتر</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>دن</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>وقت</translation>
    </message>
    <message>
        <source>The time is yours</source>
        <translation>یہ وقت آپ کا ہے</translation>
    </message>
    <message>
        <source>The code of your ticket comes by SMS</source>
        <translation>ٹکٹ کا کوڈ ایس ایم ایس سے آئے گا</translation>
    </message>
</context>
<context>
    <name>TicketPaper</name>
    <message>
        <source>Please have your ID, your Iqama or your passport with you.</source>
        <translation>براہِ کرم شناختی کارڈ، اقامہ یا پاسپورٹ ساتھ لائیں۔</translation>
    </message>
    <message>
        <source>Keep this ticket: its number leads back to your appointment.</source>
        <translation>یہ ٹکٹ سنبھال کر رکھیں: اس کے نمبر سے آپ کی ملاقات مل جاتی ہے۔</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>دفتر</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>خدمت</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>مقام</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>دن</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>وقت</translation>
    </message>
    <message>
        <source>Majlis · Appointment ticket</source>
        <translation>مجلس · ملاقات کا ٹکٹ</translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation>ٹکٹ نمبر</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>کوڈ</translation>
    </message>
    <message>
        <source>Scan with your phone: the appointment in your calendar. When you come, hold it before the kiosk&apos;s camera.</source>
        <translation>فون سے اسکین کریں: ملاقات آپ کے کیلنڈر میں۔ آنے پر اسے کیوسک کے کیمرے کے سامنے رکھیں۔</translation>
    </message>
    <message>
        <source>By video, at a kiosk</source>
        <translation>ویڈیو کے ذریعے، کیوسک پر</translation>
    </message>
    <message>
        <source>By video, from your own phone or computer</source>
        <translation>ویڈیو کے ذریعے، اپنے فون یا کمپیوٹر سے</translation>
    </message>
    <message>
        <source>Open the link that comes to your mobile on the day; check-in opens at {time}.</source>
        <translation>ملاقات کے دن اپنے موبائل پر آنے والا لنک کھولیں؛ حاضری {time} سے شروع ہوتی ہے۔</translation>
    </message>
    <message>
        <source>In person, at the office</source>
        <translation>بالمشافہ، دفتر میں</translation>
    </message>
    <message>
        <source>At your home</source>
        <translation>آپ کے گھر پر</translation>
    </message>
    <message>
        <source>Come to any kiosk of this service on the day; check-in opens at {time}.</source>
        <translation>مقررہ دن اس سروس کے کسی بھی کیوسک پر تشریف لائیں؛ آمد کا اندراج {time} بجے شروع ہوگا۔</translation>
    </message>
    <message>
        <source>Come to the office on the day; check-in opens at {time}.</source>
        <translation>اُس دن دفتر تشریف لائیں؛ حاضری {time} سے درج ہو گی۔</translation>
    </message>
    <message>
        <source>Our team comes to your home at this time.</source>
        <translation>ہماری ٹیم اس وقت آپ کے گھر آئے گی۔</translation>
    </message>
</context>
<context>
    <name>TicketPrinting</name>
    <message>
        <source>Your number was sent by SMS too, and you may write it down.</source>
        <translation>ٹکٹ نمبر ایس ایم ایس سے بھی بھیجا گیا ہے، اور آپ اسے لکھ بھی سکتے ہیں۔</translation>
    </message>
    <message>
        <source>Print the ticket</source>
        <translation>ٹکٹ پرنٹ کریں</translation>
    </message>
    <message>
        <source>The printer cannot be reached.</source>
        <translation>اس کیوسک کے پرنٹر تک رسائی نہیں ہو رہی۔</translation>
    </message>
    <message>
        <source>The printer has no paper.</source>
        <translation>پرنٹر میں کاغذ ختم ہو گیا ہے۔</translation>
    </message>
    <message>
        <source>The printer could not print.</source>
        <translation>پرنٹر آپ کا ٹکٹ پرنٹ نہ کر سکا۔</translation>
    </message>
    <message>
        <source>Your ticket is being printed. One moment, please.</source>
        <translation>آپ کا ٹکٹ پرنٹ ہو رہا ہے، براہِ کرم ایک لمحہ۔</translation>
    </message>
    <message>
        <source>Please take your ticket from below the screen.</source>
        <translation>براہِ کرم اسکرین کے نیچے سے اپنا ٹکٹ لے لیں۔</translation>
    </message>
</context>
<context>
    <name>TimePage</name>
    <message>
        <source>When would you like to come?</source>
        <translation>آپ کب آنا چاہیں گے؟</translation>
    </message>
    <message>
        <source>Next free: {day}, {time}</source>
        <translation>اگلا خالی وقت: {day}، {time}</translation>
    </message>
    <message>
        <source>None of these suits me</source>
        <translation>ان میں سے کوئی وقت مناسب نہیں</translation>
    </message>
    <message>
        <source>No time is free in the coming weeks</source>
        <translation>آنے والے ہفتوں میں کوئی وقت خالی نہیں ہے</translation>
    </message>
    <message>
        <source>Tell me when a time becomes free</source>
        <translation>وقت خالی ہونے پر مجھے بتائیں</translation>
    </message>
    <message>
        <source>Your appointment stays as it is. Please look again in a few days.</source>
        <translation>آپ کی ملاقات جوں کی توں رہے گی۔ براہِ کرم چند دن بعد دوبارہ دیکھیں۔</translation>
    </message>
    <message>
        <source>Please choose another office, or come back in a few days.</source>
        <translation>براہِ کرم دوسرا دفتر منتخب کریں، یا چند دن بعد تشریف لائیں۔</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>دوبارہ دیکھیں</translation>
    </message>
    <message numerus="yes">
        <source>Free times: %Ln</source>
        <translation>
            <numerusform>خالی وقت: %Ln</numerusform>
            <numerusform>خالی اوقات: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>آگے بڑھیں</translation>
    </message>
</context>
<context>
    <name>TriagePage</name>
    <message>
        <source>So that you meet the one who can help</source>
        <translation>تاکہ آپ اسی سے ملیں جو مدد کر سکے</translation>
    </message>
    <message>
        <source>Your answer before</source>
        <translation>آپ کا پچھلا جواب</translation>
    </message>
</context>
<context>
    <name>VisitPage</name>
    <message>
        <source>Try again</source>
        <translation>دوبارہ کوشش کریں</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>واپس</translation>
    </message>
</context>
<context>
    <name>VisitorPages</name>
    <message>
        <source>Your nationality</source>
        <translation>آپ کی قومیت</translation>
    </message>
    <message>
        <source>The country that issued your passport</source>
        <translation>وہ ملک جس نے آپ کا پاسپورٹ جاری کیا</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>ملک</translation>
    </message>
    <message>
        <source>Type the first letters, then touch the country</source>
        <translation>پہلے حروف لکھیں، پھر ملک کو چھوئیں</translation>
    </message>
    <message>
        <source>No country is called so. Fewer letters may help, or its name in another language.</source>
        <translation>اس نام کا کوئی ملک نہیں ملا۔ کم حروف لکھیں، یا کسی اور زبان میں اس کا نام لکھیں۔</translation>
    </message>
    <message>
        <source>Your passport number</source>
        <translation>آپ کا پاسپورٹ نمبر</translation>
    </message>
    <message>
        <source>On the page with your photograph</source>
        <translation>اس صفحے پر جہاں آپ کی تصویر ہے</translation>
    </message>
    <message>
        <source>Passport number</source>
        <translation>پاسپورٹ نمبر</translation>
    </message>
    <message>
        <source>Latin letters and digits, as they are printed</source>
        <translation>لاطینی حروف اور ہندسے، جیسے چھپے ہیں</translation>
    </message>
    <message>
        <source>Your border number</source>
        <translation>آپ کا بارڈر نمبر</translation>
    </message>
    <message>
        <source>On your visa, or stamped into your passport at the border</source>
        <translation>آپ کے ویزے پر، یا سرحد پر پاسپورٹ میں لگی مہر پر</translation>
    </message>
    <message>
        <source>Border number</source>
        <translation>بارڈر نمبر</translation>
    </message>
    <message>
        <source>Ten digits; the first is 3 or 4</source>
        <translation>دس ہندسے؛ پہلا ۳ یا ۴ ہے</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>آگے بڑھیں</translation>
    </message>
</context>
<context>
    <name>WaitingCalm</name>
    <message>
        <source>What happens next</source>
        <translation>آگے کیا ہو گا</translation>
    </message>
    <message>
        <source>The official greets you by picture and sound, here on the screen.</source>
        <translation>عہدیدار یہیں اسکرین پر آواز اور تصویر کے ساتھ آپ کا استقبال کریں گے۔</translation>
    </message>
    <message>
        <source>Have your ID and your papers at hand, and what matters most in mind.</source>
        <translation>اپنی شناخت اور کاغذات پاس رکھیں، اور اپنی سب سے اہم بات ذہن میں رکھیں۔</translation>
    </message>
    <message>
        <source>What is decided is written down, and you read it here afterwards.</source>
        <translation>جو فیصلہ ہو گا وہ لکھا جائے گا، اور آپ بعد میں اسے یہیں پڑھیں گے۔</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>From the office, at {time}: {text}</source>
        <translation>دفتر کی طرف سے، {time}: {text}</translation>
    </message>
    <message>
        <source>The talk takes place all the same; the staff in the hall can help.</source>
        <translation>گفتگو پھر بھی ہوگی؛ ہال میں موجود عملہ مدد کر سکتا ہے۔</translation>
    </message>
    <message>
        <source>Connecting to the office… You keep your place; there is nothing you need to do.</source>
        <translation>دفتر سے رابطہ ہو رہا ہے… آپ کی جگہ محفوظ ہے؛ آپ کو کچھ کرنے کی ضرورت نہیں۔</translation>
    </message>
    <message>
        <source>You are checked in</source>
        <translation>آپ کی آمد درج ہو گئی ہے</translation>
    </message>
    <message>
        <source>Please stay here. The talk begins by itself.</source>
        <translation>براہِ کرم یہیں رہیں۔ گفتگو خود بخود شروع ہو جائے گی۔</translation>
    </message>
    <message>
        <source>The office has been told that you are here and will let you in.</source>
        <translation>دفتر کو بتا دیا گیا ہے کہ آپ یہاں ہیں، وہ آپ کو اندر بلا لے گا۔</translation>
    </message>
    <message>
        <source>This is how you will be seen</source>
        <translation>آپ اس طرح نظر آئیں گے</translation>
    </message>
    <message>
        <source>You</source>
        <translation>آپ</translation>
    </message>
    <message>
        <source>The camera works</source>
        <translation>کیمرا کام کر رہا ہے</translation>
    </message>
    <message>
        <source>The microphone works</source>
        <translation>مائیک کام کر رہا ہے</translation>
    </message>
    <message>
        <source>Your place in the line: {number}</source>
        <translation>قطار میں آپ کا نمبر: {number}</translation>
    </message>
    <message>
        <source>Expected waiting time in minutes: {earliest} to {latest}</source>
        <translation>متوقع انتظار منٹوں میں: {earliest} سے {latest} تک</translation>
    </message>
    <message>
        <source>The office has a short break until {time}. Your turn is kept.</source>
        <translation>دفتر میں {time} تک مختصر وقفہ ہے۔ آپ کی باری محفوظ ہے۔</translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>اب آپ کی باری ہے</translation>
    </message>
    <message>
        <source>Expected waiting time: less than a minute</source>
        <translation>متوقع انتظار: ایک منٹ سے کم</translation>
    </message>
</context>
<context>
    <name>WaitlistPage</name>
    <message>
        <source>At any time of the day</source>
        <translation>دن کے کسی بھی وقت</translation>
    </message>
    <message>
        <source>In the morning, before noon</source>
        <translation>صبح، دوپہر سے پہلے</translation>
    </message>
    <message>
        <source>In the afternoon, from noon on</source>
        <translation>دوپہر کے بعد</translation>
    </message>
    <message>
        <source>When a time becomes free it is kept for you for a while, and you are told by SMS. Nothing is booked before you agree to it.</source>
        <translation>جب کوئی وقت خالی ہو تو وہ کچھ دیر آپ کے لیے رکھا جاتا ہے اور آپ کو ایس ایم ایس سے بتایا جاتا ہے۔ آپ کی رضامندی سے پہلے کچھ بک نہیں ہوتا۔</translation>
    </message>
    <message>
        <source>When would an earlier time suit you?</source>
        <translation>پہلے کا وقت آپ کے لیے کب مناسب ہوگا؟</translation>
    </message>
    <message>
        <source>When would a time suit you?</source>
        <translation>کون سا وقت آپ کے لیے مناسب ہوگا؟</translation>
    </message>
    <message>
        <source>I agree: put me on the waiting list</source>
        <translation>مجھے منظور ہے: انتظار کی فہرست میں شامل کریں</translation>
    </message>
    <message>
        <source>Put me on the waiting list</source>
        <translation>مجھے انتظار کی فہرست میں شامل کریں</translation>
    </message>
</context>
<context>
    <name>WayPage</name>
    <message>
        <source>How shall we recognise you?</source>
        <translation>ہم آپ کو کیسے پہچانیں؟</translation>
    </message>
    <message>
        <source>What you have entered is kept</source>
        <translation>آپ کا درج کیا ہوا محفوظ ہے</translation>
    </message>
    <message>
        <source>With the Nafath app</source>
        <translation>نفاذ ایپ سے</translation>
    </message>
    <message>
        <source>A number appears here; you choose it on your mobile</source>
        <translation>یہاں ایک نمبر ظاہر ہو گا؛ اسے اپنے موبائل پر چنیں</translation>
    </message>
    <message>
        <source>At the operator&apos;s desk</source>
        <translation>آپریٹر کی میز پر</translation>
    </message>
    <message>
        <source>You show your ID or passport; no mobile is needed</source>
        <translation>شناختی کارڈ یا پاسپورٹ دکھائیں؛ موبائل کی ضرورت نہیں</translation>
    </message>
    <message>
        <source>With a code by SMS</source>
        <translation>ایس ایم ایس کوڈ سے</translation>
    </message>
    <message>
        <source>To the mobile that is registered with your ID</source>
        <translation>اس موبائل پر جو آپ کی شناخت کے ساتھ درج ہے</translation>
    </message>
</context>
<context>
    <name>WithWhomPage</name>
    <message>
        <source>Does it have to be this official?</source>
        <translation>کیا اسی عہدیدار سے ملنا ضروری ہے؟</translation>
    </message>
    <message>
        <source>Whoever is free first</source>
        <translation>جو سب سے پہلے فارغ ہو</translation>
    </message>
</context>
</TS>
