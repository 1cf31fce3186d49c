"""Passwords that guessers try first, as far as they are long enough to be taken at all (NIST SP 800-63B, 5.1.1.2).

Besides a list, whatever is made of one of the words by adding digits and signs, and what repeats or counts.
"""

from typing import Final

_FEWEST_DIFFERENT: Final = 5
_LEAST_OF_ITS_OWN: Final = 4
"""A word with fewer letters says nothing about the rest."""

_WORDS: Final = frozenset(
    """
    abc abcd abcde abcdef abcdefg abcdefgh admin administrator alahli albaha allah amanah amir angel apple arabia asdf
    asdfg asdfgh asdfghjkl baseball batman bismillah changeit changeme computer default desk dragon emarah emir
    emirate football freedom ghost google guest hajj hello helloworld hilal hunter iloveyou internet islam ittihad
    jazan jeddah jizan kingdom ksa letmein login love madina majlis makkah manager master medina mecca michael microsoft
    mohamed mohammad mohammed monkey muhammad municipality mustang mypassword najran nassr nothing office official
    operator passw passwd password passwort pass princess qazwsx qazwsxedc qwer qwert qwerty qwertyuiop qwertz ramadan
    riyadh root sabya saudi saudia saudiarabia secret secure security service shadow starwars summer sunshine superman
    system temp temppassword test testing tester trustno trustnoone user username welcome welcometo whatever winter
    zxcvbn zxcvbnm
    """.split()  # noqa: SIM905 - a column of two hundred quoted words would hide what they are
)

_LIST: Final = frozenset(
    """
    0000000000 00000000000 0102030405 0123456789 0987654321 1111111111 11111111111 1112223334 1122334455 1212121212
    123123123123 1231231231 1234512345 12345678900 1234567890 12345678901 123456789012 1234567891 1234567899 123456789a
    123456789abc 123456789q 123456789s 123456789z 1234567qwe 12344321qq 12345qwert 123456qwerty 123qwe123qwe 123qweasd
    123qweasdzxc 1357924680 147258369 1472583690 159753456852 1a2b3c4d5e 1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r5t6y7u
    1qaz1qaz1qaz 1qaz2wsx3e 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw23edc 2222222222 3333333333 4444444444 5555555555
    5544332211 6666666666 7777777777 789456123 7894561230 8888888888 987654321 9876543210 98765432100 9999999999
    a123456789 a1b2c3d4e5 a1s2d3f4g5 aa123456789 aa12345678 aaaaaaaaaa abc123456789 abc1234567 abcd123456 abcd12345678
    abcdefghij abcdefghijk access14all adgjmptw12 admin123456 alexander1 allahakbar alhamdulillah andromeda1
    aqswdefrgt asd123asd123 asdasdasdasd asdfasdfasdf asdfghjkl1 asdfghjkl123 assalamualaikum astonvilla
    barcelona1 basketball beautiful1 billabong1 blackberry1 bonjour123 butterfly1 california1 charlie123 cheesecake
    chocolate1 christina1 christopher cinderella computer123 constantine correcthorse correcthorsebatterystaple
    d1d2d3d4d5 destination diamond123 dragonball dragonball1 elizabeth1 evangelion everything excalibur1 fernando123
    fingerprint firebird123 footballer forgetmenot freedom123 gabriella1 generation gfhjkmgfhjkm goodmorning
    greenapple halamadrid helloworld1 heyhey123456 homesweethome iloveallah iloveyou12 iloveyou123 iloveyou1234
    imthebest1 insallah123 inshallah1 inshallah123 jennifer123 jesuschrist killer1234 kingkong123 ksa123456 leicester1
    leonardo123 letmein123 letmein1234 liverpool1 liverpool123 loveforever lovelovelove loveyou123 manchester
    manchesterunited mashallah1 mashallah123 masterchief metallica1 microsoft1 mohamed123 mohamed1234 mohammed123
    mohammed1234 motherlode mypassword1 mypassword123 newpassword newpassword1 newyork123 nottingham passw0rd12
    passw0rd123 password00 password01 password10 password11 password12 password123 password1234 password12345
    passwordpassword p@ssw0rd12 p@ssw0rd123 p@ssw0rd1234 p@ssword123 playstation playstation1 portsmouth princess123
    protection q1w2e3r4t5 q1w2e3r4t5y6 qazqazqazqaz qazwsx123456 qazwsxedc1 qazwsxedc123 qazwsxedcrfv qqww1122qqww
    qwaszx123456 qwe123qwe123 qweasdzxc1 qweasdzxc123 qweqweqweqwe qwer123456 qwert12345 qwerty1234 qwerty12345
    qwerty123456 qwertyqwerty qwertyuiop1 qwertyuiop123 realmadrid realmadrid1 rockstar123 samsung123 saudi12345
    scoobydoo1 september1 shadow1234 skateboard slipknot666 snowball123 spiderman1 starwars123 stephanie1 strawberry
    strawberry1 subhanallah summer2024 summer2025 summer2026 sunshine12 sunshine123 superman12 superman123
    teddybear123 test123456 test12345678 thebeatles thomas1234 tottenham1 trustno1trustno1 undertaker university
    unbelievable valentina1 volleyball washington watermelon welcome123 welcome1234 welcome2024 welcome2025 welcome2026
    whatever123 winter2024 winter2025 winter2026 wolverhampton wonderland xxxxxxxxxx yamaha1234 yourmother zaq12wsxcde3
    zaq1zaq1zaq1 zaqxswcde3 zinedine123 zxcvbnm123 zxcvbnm1234 zxcvbnmzxcvbnm zzzzzzzzzz
    """.split()  # noqa: SIM905 - a column of two hundred quoted words would hide what they are
)

_LOOKS: Final = str.maketrans("@4301!$5", "aaeoiiss")
_ROWS: Final = ("01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz")


def is_common(password: str, username: str) -> bool:
    """Whether a guesser who knows the user name would try this password among the first."""
    plain = password.strip().casefold()
    core = plain.strip("".join({letter for letter in plain if not letter.isalpha()}))
    letters = "".join(letter for letter in core.translate(_LOOKS) if letter.isalpha())
    bare = "".join(letter for letter in plain if letter.isalpha())
    own = "".join(letter for letter in username.casefold() if letter.isalpha())
    return (
        plain in _LIST
        or len(set(plain)) < _FEWEST_DIFFERENT
        or bare in _WORDS
        or letters in _WORDS
        or (len(own) >= _LEAST_OF_ITS_OWN and bare in {own, own[::-1], own * 2})
        or _counts(plain)
    )


def _counts(plain: str) -> bool:
    """Whether it walks along a row of keys or of the alphabet, once or several times."""
    steps = sum(
        any(pair in row or pair[::-1] in row for row in _ROWS)
        for pair in (plain[at : at + 2] for at in range(len(plain) - 1))
    )
    return steps >= len(plain) - 2
