"""The messages as they are worded until an administrator words them otherwise.

Short, for each part is paid for: an Arabic or Urdu one aims at one or two parts, an English one stays in the GSM
alphabet.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from desk_client.i18n.language import Language
from desk_client.server.notify.templates import TemplateKey

_ARABIC: Final[Mapping[TemplateKey, str]] = {
    TemplateKey.SIGN_IN_CODE: "مجلس: رمز الدخول {code} صلاحيته بالدقائق: {minutes}. لا تخبر به أحداً.",
    TemplateKey.TICKET: "مجلس: موعدكم لدى {office}\n{day}، {time}\nالمكان: {place}\nالتذكرة {number} الرمز {code}",
    TemplateKey.REMINDER_DAY: "مجلس: نذكركم بموعدكم لدى {office}\n{day}، {time}\nالمكان: {place}\nالتذكرة {number}",
    TemplateKey.REMINDER_HOUR: "مجلس: موعدكم لدى {office} اليوم {time}\nالمكان: {place}",
    TemplateKey.CANCELLED_BY_OFFICE: (
        "مجلس: نعتذر إليكم، فقد ألغى المكتب موعدكم لدى {office}\n{day}، {time}\nيمكنكم حجز موعد آخر في أي كشك."
    ),
    TemplateKey.CANCELLED_BY_YOU: "مجلس: أُلغي موعدكم بناءً على طلبكم\n{day}، {time}\nالتذكرة {number}",
    TemplateKey.MOVED: "مجلس: أصبح موعدكم لدى {office}\n{day}، {time}\nالمكان: {place}\nالتذكرة {number}",
    TemplateKey.WAITLIST_OFFER: (
        "مجلس: توفر موعد أقرب لدى {office}\n{day}، {time}\nللقبول أدخلوا الرمز {code} خلال {minutes} دقائق."
    ),
    TemplateKey.OUTCOME_READY: "مجلس: صدرت نتيجة موعدكم رقم {number}. يمكنكم الاطلاع عليها وتأكيدها في أي كشك.",
    TemplateKey.QUEUE_MOVED: "مجلس: تغير الوقت المتوقع لدخولكم: بين {earliest} و{latest}. نشكر لكم صبركم.",
    TemplateKey.REQUEST_ARRIVED: "مجلس: وصل طلبكم إلى {unit}، ولم يُحجز موعد بعد. ستصلكم رسالة عند الرد عليه.",
    TemplateKey.REQUEST_ROUTED: "مجلس: أُحيل طلبكم إلى {unit}، وستصلكم رسالة عند الرد عليه.",
    TemplateKey.REQUEST_ASKED: (
        "مجلس: لدى {unit} سؤال عن طلبكم. اقرؤوه وأجيبوا عنه من هذا الرابط، ولا ترسلوه إلى أحد:\n{link}"
    ),
    TemplateKey.WAITLIST_ENDED: "مجلس: انتهى انتظاركم لموعد أقرب لدى {unit} لتوقف الخدمة، ويسعدنا خدمتكم في أي كشك.",
    TemplateKey.REQUEST_MERGED: "مجلس: ضُمت طلباتكم في الموضوع نفسه لدى {unit} في طلب واحد، وسيصلكم رد واحد عليها.",
    TemplateKey.REQUEST_ANSWERED: "مجلس: ردت {unit} على طلبكم. يمكنكم الاطلاع على الرد في أي كشك.",
    TemplateKey.REQUEST_DECLINED: "مجلس: تعذر قبول طلبكم لدى {unit}\nالسبب: {reason}\nالخطوة التالية: {next}",
    TemplateKey.NO_SHOW: "مجلس: لم يُسجل حضوركم لموعدكم لدى {office}\n{day}، {time}\nيمكنكم حجز موعد آخر في أي كشك.",
    TemplateKey.FAULT_REBOOKED: (
        "مجلس: نعتذر عن العطل، فقد حجزنا لكم موعداً بديلاً لدى {office}\n{day}، {time}\nالمكان: {place}\nالتذكرة {number}"
    ),
    TemplateKey.GUEST_LINK: (
        "مجلس: موعدكم لدى {office} {time}\nللانضمام من جهازكم افتحوا هذا الرابط، ولا ترسلوه إلى أحد:\n{link}"
    ),
}

_ENGLISH: Final[Mapping[TemplateKey, str]] = {
    TemplateKey.SIGN_IN_CODE: "Majlis: your sign-in code is {code}, good for {minutes} minutes. Tell it to nobody.",
    TemplateKey.TICKET: (
        "Majlis: your appointment with {office}\n{day}, {time}\nPlace: {place}\nTicket {number}, code {code}"
    ),
    TemplateKey.REMINDER_DAY: (
        "Majlis: a reminder of your appointment with {office}\n{day}, {time}\nPlace: {place}\nTicket {number}"
    ),
    TemplateKey.REMINDER_HOUR: "Majlis: your appointment with {office} is today at {time}\nPlace: {place}",
    TemplateKey.CANCELLED_BY_OFFICE: (
        "Majlis: we are sorry, the office had to cancel your appointment with {office}\n{day}, {time}\n"
        "You can book another one at any kiosk."
    ),
    TemplateKey.CANCELLED_BY_YOU: (
        "Majlis: your appointment is cancelled, as you asked\n{day}, {time}\nTicket {number}"
    ),
    TemplateKey.MOVED: (
        "Majlis: your appointment with {office} is now on\n{day}, {time}\nPlace: {place}\nTicket {number}"
    ),
    TemplateKey.WAITLIST_OFFER: (
        "Majlis: an earlier time with {office} is free\n{day}, {time}\n"
        "To accept it, enter code {code} within {minutes} minutes."
    ),
    TemplateKey.OUTCOME_READY: (
        "Majlis: the outcome of your appointment {number} is ready. You can read and confirm it at any kiosk."
    ),
    TemplateKey.QUEUE_MOVED: (
        "Majlis: you are now expected to enter between {earliest} and {latest}. Thank you for your patience."
    ),
    TemplateKey.REQUEST_ARRIVED: (
        "Majlis: your request has reached {unit}. No appointment is booked yet; you will receive a message when it is "
        "answered."
    ),
    TemplateKey.REQUEST_ROUTED: (
        "Majlis: your request was passed to {unit}. You will receive a message when it is answered."
    ),
    TemplateKey.REQUEST_ASKED: (
        "Majlis: {unit} has a question about your request. Read and answer it by this link, and send it to nobody:\n"
        "{link}"
    ),
    TemplateKey.WAITLIST_ENDED: (
        "Majlis: {unit} closes this service, so your place on its waiting list has ended. Any kiosk will help you."
    ),
    TemplateKey.REQUEST_MERGED: (
        "Majlis: {unit} handles your requests about the same matter as one; you will receive one answer to them."
    ),
    TemplateKey.REQUEST_ANSWERED: "Majlis: {unit} has answered your request. You can read the answer at any kiosk.",
    TemplateKey.REQUEST_DECLINED: (
        "Majlis: your request could not be accepted by {unit}\nReason: {reason}\nNext step: {next}"
    ),
    TemplateKey.NO_SHOW: (
        "Majlis: you were not seen at your appointment with {office}\n{day}, {time}\n"
        "You can book another one at any kiosk."
    ),
    TemplateKey.FAULT_REBOOKED: (
        "Majlis: we are sorry for the fault. We booked another time for you with {office}\n{day}, {time}\n"
        "Place: {place}\nTicket {number}"
    ),
    TemplateKey.GUEST_LINK: (
        "Majlis: your appointment with {office}, {time}\nTo join from your own device open this link, and send it to "
        "nobody:\n{link}"
    ),
}

_URDU: Final[Mapping[TemplateKey, str]] = {
    TemplateKey.SIGN_IN_CODE: "مجلس: داخلے کا کوڈ {code}، مدت (منٹ): {minutes}۔ یہ کسی کو نہ بتائیں۔",
    TemplateKey.TICKET: "مجلس: آپ کی ملاقات: {office}\n{day}، {time}\nمقام: {place}\nٹکٹ {number} کوڈ {code}",
    TemplateKey.REMINDER_DAY: "مجلس: یاد دہانی، آپ کی ملاقات: {office}\n{day}، {time}\nمقام: {place}\nٹکٹ {number}",
    TemplateKey.REMINDER_HOUR: "مجلس: آج آپ کی ملاقات: {office}، {time}\nمقام: {place}",
    TemplateKey.CANCELLED_BY_OFFICE: (
        "مجلس: معذرت، دفتر نے آپ کی ملاقات منسوخ کر دی ہے: {office}\n{day}، {time}\n"
        "آپ کسی بھی کیوسک پر دوسری ملاقات بک کر سکتے ہیں۔"
    ),
    TemplateKey.CANCELLED_BY_YOU: "مجلس: آپ کی درخواست پر ملاقات منسوخ کر دی گئی\n{day}، {time}\nٹکٹ {number}",
    TemplateKey.MOVED: "مجلس: آپ کی ملاقات اب ہوگی: {office}\n{day}، {time}\nمقام: {place}\nٹکٹ {number}",
    TemplateKey.WAITLIST_OFFER: (
        "مجلس: پہلے کا وقت دستیاب ہے: {office}\n{day}، {time}\nقبول کرنے کے لیے {minutes} منٹ میں کوڈ {code} درج کریں۔"
    ),
    TemplateKey.OUTCOME_READY: "مجلس: آپ کی ملاقات {number} کا نتیجہ تیار ہے۔ کسی بھی کیوسک پر دیکھ کر تصدیق کریں۔",
    TemplateKey.QUEUE_MOVED: "مجلس: آپ کی باری کا متوقع وقت اب {earliest} تا {latest} ہے۔ صبر کا شکریہ۔",
    TemplateKey.REQUEST_ARRIVED: "مجلس: آپ کی درخواست {unit} کو مل گئی۔ ملاقات ابھی طے نہیں۔ جواب پر پیغام ملے گا۔",
    TemplateKey.REQUEST_ROUTED: "مجلس: آپ کی درخواست {unit} کو بھیج دی گئی۔ جواب آنے پر پیغام ملے گا۔",
    TemplateKey.REQUEST_ASKED: (
        "مجلس: {unit} کو آپ کی درخواست پر ایک سوال ہے۔ اس لنک پر پڑھ کر جواب دیں، کسی کو نہ بھیجیں:\n{link}"
    ),
    TemplateKey.WAITLIST_ENDED: "مجلس: {unit} میں یہ خدمت بند ہے، آپ کا انتظار ختم ہوا۔ کسی بھی کیوسک پر مدد لیں۔",
    TemplateKey.REQUEST_MERGED: "مجلس: {unit} میں ایک ہی معاملے پر آپ کی درخواستیں یکجا کر دی گئیں۔ جواب ایک ہی ہوگا۔",
    TemplateKey.REQUEST_ANSWERED: "مجلس: {unit} نے آپ کی درخواست کا جواب دے دیا ہے۔ کسی بھی کیوسک پر دیکھیں۔",
    TemplateKey.REQUEST_DECLINED: "مجلس: {unit} آپ کی درخواست قبول نہ کر سکا\nوجہ: {reason}\nاگلا قدم: {next}",
    TemplateKey.NO_SHOW: (
        "مجلس: آپ کی حاضری درج نہیں ہوئی: {office}\n{day}، {time}\nآپ کسی بھی کیوسک پر دوسری ملاقات بک کر سکتے ہیں۔"
    ),
    TemplateKey.FAULT_REBOOKED: (
        "مجلس: خرابی پر معذرت، ہم نے آپ کے لیے دوسرا وقت بک کیا ہے: {office}\n{day}، {time}\n"
        "مقام: {place}\nٹکٹ {number}"
    ),
    TemplateKey.GUEST_LINK: (
        "مجلس: آپ کی ملاقات: {office}، {time}\nاپنے آلے سے شامل ہونے کے لیے یہ لنک کھولیں، کسی کو نہ بھیجیں:\n{link}"
    ),
}

DEFAULTS: Final[Mapping[Language, Mapping[TemplateKey, str]]] = MappingProxyType(
    {
        Language.ARABIC: MappingProxyType(_ARABIC),
        Language.ENGLISH: MappingProxyType(_ENGLISH),
        Language.URDU: MappingProxyType(_URDU),
    }
)

_SUBJECTS: Final[Mapping[Language, Mapping[TemplateKey, str]]] = {
    Language.ARABIC: {
        TemplateKey.SIGN_IN_CODE: "رمز الدخول إلى مجلس",
        TemplateKey.TICKET: "موعدكم في مجلس",
        TemplateKey.REMINDER_DAY: "تذكير بموعدكم",
        TemplateKey.REMINDER_HOUR: "موعدكم اليوم",
        TemplateKey.CANCELLED_BY_OFFICE: "إلغاء موعدكم",
        TemplateKey.CANCELLED_BY_YOU: "إلغاء موعدكم بطلبكم",
        TemplateKey.MOVED: "تغيير موعدكم",
        TemplateKey.WAITLIST_OFFER: "موعد أقرب متاح لكم",
        TemplateKey.OUTCOME_READY: "نتيجة موعدكم",
        TemplateKey.QUEUE_MOVED: "تغير وقت دخولكم المتوقع",
        TemplateKey.REQUEST_ARRIVED: "وصول طلبكم",
        TemplateKey.REQUEST_ROUTED: "إحالة طلبكم",
        TemplateKey.REQUEST_ASKED: "سؤال عن طلبكم",
        TemplateKey.WAITLIST_ENDED: "انتهاء انتظاركم",
        TemplateKey.REQUEST_MERGED: "ضم طلباتكم",
        TemplateKey.REQUEST_ANSWERED: "الرد على طلبكم",
        TemplateKey.REQUEST_DECLINED: "بشأن طلبكم",
        TemplateKey.NO_SHOW: "بشأن موعدكم",
        TemplateKey.FAULT_REBOOKED: "موعد بديل لكم",
        TemplateKey.GUEST_LINK: "رابط موعدكم",
    },
    Language.ENGLISH: {
        TemplateKey.SIGN_IN_CODE: "Your sign-in code for Majlis",
        TemplateKey.TICKET: "Your appointment at Majlis",
        TemplateKey.REMINDER_DAY: "A reminder of your appointment",
        TemplateKey.REMINDER_HOUR: "Your appointment today",
        TemplateKey.CANCELLED_BY_OFFICE: "Your appointment is cancelled",
        TemplateKey.CANCELLED_BY_YOU: "Your appointment is cancelled, as you asked",
        TemplateKey.MOVED: "Your appointment has moved",
        TemplateKey.WAITLIST_OFFER: "An earlier time is free for you",
        TemplateKey.OUTCOME_READY: "The outcome of your appointment",
        TemplateKey.QUEUE_MOVED: "When you are expected to enter",
        TemplateKey.REQUEST_ARRIVED: "Your request has arrived",
        TemplateKey.REQUEST_ROUTED: "Your request was passed on",
        TemplateKey.REQUEST_ASKED: "A question about your request",
        TemplateKey.WAITLIST_ENDED: "Your place on the waiting list has ended",
        TemplateKey.REQUEST_MERGED: "Your requests are handled as one",
        TemplateKey.REQUEST_ANSWERED: "Your request is answered",
        TemplateKey.REQUEST_DECLINED: "About your request",
        TemplateKey.NO_SHOW: "About your appointment",
        TemplateKey.FAULT_REBOOKED: "Another time for you",
        TemplateKey.GUEST_LINK: "The link to your appointment",
    },
    Language.URDU: {
        TemplateKey.SIGN_IN_CODE: "مجلس میں داخلے کا کوڈ",
        TemplateKey.TICKET: "مجلس میں آپ کی ملاقات",
        TemplateKey.REMINDER_DAY: "آپ کی ملاقات کی یاد دہانی",
        TemplateKey.REMINDER_HOUR: "آج آپ کی ملاقات",
        TemplateKey.CANCELLED_BY_OFFICE: "آپ کی ملاقات منسوخ",
        TemplateKey.CANCELLED_BY_YOU: "آپ کی درخواست پر ملاقات منسوخ",
        TemplateKey.MOVED: "آپ کی ملاقات کا نیا وقت",
        TemplateKey.WAITLIST_OFFER: "آپ کے لیے پہلے کا وقت دستیاب",
        TemplateKey.OUTCOME_READY: "آپ کی ملاقات کا نتیجہ",
        TemplateKey.QUEUE_MOVED: "آپ کی باری کا متوقع وقت",
        TemplateKey.REQUEST_ARRIVED: "آپ کی درخواست مل گئی",
        TemplateKey.REQUEST_ROUTED: "آپ کی درخواست آگے بھیج دی گئی",
        TemplateKey.REQUEST_ASKED: "آپ کی درخواست پر سوال",
        TemplateKey.WAITLIST_ENDED: "آپ کا انتظار ختم ہوا",
        TemplateKey.REQUEST_MERGED: "آپ کی درخواستیں یکجا",
        TemplateKey.REQUEST_ANSWERED: "آپ کی درخواست کا جواب",
        TemplateKey.REQUEST_DECLINED: "آپ کی درخواست کے بارے میں",
        TemplateKey.NO_SHOW: "آپ کی ملاقات کے بارے میں",
        TemplateKey.FAULT_REBOOKED: "آپ کے لیے دوسرا وقت",
        TemplateKey.GUEST_LINK: "آپ کی ملاقات کا لنک",
    },
}


def subject_of(key: TemplateKey, language: Language) -> str:
    """What an e-mail of this kind is headed with."""
    return _SUBJECTS[language][key]
