"""How a date is said in Swedish and in English, as patterns, and which day each of them means.

A day and month outrank a weekday beside them, which people often get wrong.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from enum import IntEnum

from knowledge.meetings.calendar import EVES, FEAST_WEEKS, FRIDAY, HOLIDAYS, MONTHS, WEEKDAYS
from knowledge.meetings.numbers import CARDINAL, cardinal

A_DAY = timedelta(days=1)
A_WEEK = timedelta(weeks=1)
_LONG_PAST = timedelta(days=90)  # a day and month further back than this are next year's


class Precision(IntEnum):
    """How firmly a date was named: what is higher outranks what is lower beside it."""

    MONTH = 1
    WEEK = 2
    PART_OF_WEEK = 3
    WEEKDAY = 4
    RELATIVE = 5
    HOLIDAY = 6
    DAY = 7
    EXPLICIT = 8


_WD = rf"(?P<weekday>{'|'.join(WEEKDAYS)})(?:en)?"
_SPOKEN_WD = rf"(?:(?:{'|'.join(WEEKDAYS)})(?:en)?,? )?"
_MONTHS = "|".join(sorted(MONTHS, key=len, reverse=True))
_M = rf"(?P<month>{_MONTHS})\.?(?!\w)"
_Y = r"(?:,? (?P<year>20\d\d)\b)?"
_D = r"(?P<day>\d{1,2})"
_N = rf"(?P<number>{CARDINAL})(?P<half> och en halv)?"
_SOME = "(?:precis|ungefar|cirka|typ|kanske|hogst|max|drygt|knappt)"
_UNIT = r"(?:(?:knapp|dryg) )?(?P<unit>da(?:g|gar|r)|veck(?:a|or)|manad(?:er)?|days?|weeks?|months?)"
_WEEK = (
    rf"(?:(?P<second>om fjorton da(?:ga)?r|(?:in|within) a fortnight|nastnasta vecka"
    r"|veckan efter nasta(?! (?:gang|traff|mote|natverk|samman))"
    rf"|the week after next)|nasta vecka|next week|kommande vecka|veckan som kommer"
    rf"|veckan efter den har|till veckan(?! (?:darpa|efter|innan|fore))|om {_N} veckor|om en vecka"
    rf"|(?:vecka|v\.?(?= ?\d)) ?(?P<iso>{CARDINAL})|(?P<feast>{'|'.join(FEAST_WEEKS)}))"
)
_MONTH = rf"(?:{_M}|(?P<next>nasta manad|next month)|(?:den har |denna )?manaden|denna manad|the month|this month)"
# A time of day tells no day beside one: *i morgon före lunch*.
_BY_ITSELF = r"(?<!_ )(?<!dag )(?<!dan )(?<!_, )(?<!dag, )(?<!dan, )"
# So much before or after a date that follows: *två dagar innan*, *fredagen efter*.
SHIFT = (
    rf"(?:(?:(?P<s_number>{CARDINAL}) |(?=dagen|dan |klamda|morgonen |kvallen |veckan|manaden|day |week |month ))"
    rf"(?P<s_unit>dag|dan|dar|klamdan?g?|morgon|kvall|veck|manad|day|week|month)(?:en|an|ar|or|er|s|a)?"
    rf"|(?P<s_weekday>{'|'.join(WEEKDAYS)})(?:en)?) "
    r"(?:direkt |strax |narmast )?(?P<s_way>innan|fore|dessforinnan|tidigare|efter(?:at)?|darpa|senare"
    r"|till(?=$|[.,!?])|before|after|later)"
)

EARLIER = ("innan", "fore", "dessforinnan", "tidigare", "before")  # of the ways of `SHIFT`

# *Inte nu på fredag utan nästa*; *på onsdag, inte i morgon utan den efter*.
_BUT_NEXT = r"utan (?:nasta|den (?:efter|darpa)|veckan (?:efter|darpa))"

# Not so long after something else: *en vecka efter det*, *två veckor från att jag får den*.
_FROM_NOW = r"(?! (?:efter|innan|fore|after|before|from (?!now|today)|fran (?!nu|i ?dag)))"

_ONE_DAY = re.compile(r"(?:da(?:g|gen|n)|afton|advent|lucia)$")  # names of holidays that are one day

Resolve = Callable[[re.Match[str], date], date]


def _in_year(month: int, day: int, today: date) -> date:
    """That day of the month which is to come, or not long past."""
    this = date(today.year, month, day)
    if this < today - _LONG_PAST:
        return date(today.year + 1, month, day)
    return this


def _explicit(found: re.Match[str], today: date) -> date:
    groups = found.groupdict()
    month = MONTHS.get(groups["month"]) or int(groups["month"])
    if groups.get("year"):
        return date(2000 + int(groups["year"]) % 100, month, int(groups["day"]))
    return _in_year(month, int(groups["day"]), today)


def day_of_month(found: re.Match[str], today: date) -> date:
    """The next month's, where this month's is past or today; a month without that day is passed over."""
    day = int(found["day"])
    month = today.replace(day=1)
    while (day <= today.day and month == today.replace(day=1)) or day > monthrange(month.year, month.month)[1]:
        if day > 31:
            raise ValueError(day)
        month = month_end(month) + A_DAY
    return month.replace(day=day)


def month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def monday(day: date) -> date:
    return day - day.weekday() * A_DAY


def friday(day: date) -> date:
    return monday(day) + FRIDAY * A_DAY


def _coming(of: Callable[[int], date], today: date) -> date:
    """That day of this year, or of the next where it is past."""
    return next(each for year in (today.year, today.year + 1) if (each := of(year)) >= today)


def _week(found: re.Match[str], today: date) -> date:
    """The Monday of the week that was named."""
    if found["iso"]:
        year, week = today.isocalendar().year, cardinal(found["iso"])
        first = date.fromisocalendar(year, week, 1)
        return first if first + A_WEEK > today else date.fromisocalendar(year + 1, week, 1)
    if found["feast"]:
        return monday(_coming(FEAST_WEEKS[found["feast"]], today))
    weeks = 2 if found["second"] else cardinal(found["number"]) if found["number"] else 1
    return monday(today) + weeks * A_WEEK


def _weekday_of_week(found: re.Match[str], today: date) -> date:
    return _week(found, today) + WEEKDAYS[found["weekday"]] * A_DAY


def _next_weekday(found: re.Match[str], today: date) -> date:
    """*Nästa fredag* is that of next week; *på fredag* is the first one."""
    return monday(today) + A_WEEK + WEEKDAYS[found["weekday"]] * A_DAY


def _weekday(found: re.Match[str], today: date) -> date:
    return today + ((WEEKDAYS[found["weekday"]] - today.weekday() - 1) % 7 + 1) * A_DAY


def _a_week_from(found: re.Match[str], today: date) -> date:
    if found["weekday"]:
        return _weekday(found, today - A_DAY) + A_WEEK
    return today + A_WEEK + bool(found["tomorrow"]) * A_DAY


def _weekday_after_next(found: re.Match[str], today: date) -> date:
    return _weekday(found, today) + A_WEEK


def later(day: date, number: int, unit: str) -> date:
    """So many days, weeks or months later; earlier where the number is negative."""
    if unit.startswith(("manad", "month")):
        year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    return day + number * (A_WEEK if unit.startswith(("veck", "week")) else A_DAY)


def shifted(found: re.Match[str], day: date) -> date:
    """So much before or after that day as a match of `SHIFT` says."""
    way = -1 if found["s_way"] in EARLIER else 1
    if found["s_weekday"]:
        days = (way * (WEEKDAYS[found["s_weekday"]] - day.weekday()) - 1) % 7 + 1
        return day + way * days * A_DAY
    return later(day, way * (cardinal(found["s_number"]) if found["s_number"] else 1), found["s_unit"])


_HALF = {"v": 3 * A_DAY, "w": 3 * A_DAY, "m": 15 * A_DAY, "d": timedelta()}


def _span(found: re.Match[str], today: date) -> date:
    half = _HALF[found["unit"][0]] if found["half"] else timedelta()
    return later(today, cardinal(found["number"]), found["unit"]) + half


def _week_end(found: re.Match[str], today: date) -> date:
    day = friday(today)
    return day + A_WEEK if "nasta" in found[0] or "next" in found[0] or day < today else day


def _first_of_month(found: re.Match[str], today: date) -> date:
    if found["month"]:
        return _in_year(MONTHS[found["month"]], 1, today)
    return month_end(today) + A_DAY if found["next"] else today.replace(day=1)


def _part(found: re.Match[str], today: date) -> date:
    first = _first_of_month(found, today)
    days = {"bor": 9, "beg": 9, "mit": 14, "mid": 14, "hal": 14}.get(found["part"][:3])
    return month_end(first) if days is None else first + days * A_DAY


def _day_of_next_month(found: re.Match[str], today: date) -> date:
    return (month_end(today) + A_DAY).replace(day=int(found["day"]))


def _nth_weekday(found: re.Match[str], today: date) -> date:
    """*Sista fredagen i mars*; the week of a month is its Friday."""
    first = _first_of_month(found, today)
    weekday = WEEKDAYS[found["weekday"]] if found["weekday"] else FRIDAY
    if found["which"].endswith(("sista", "last")):
        last = month_end(first)
        return last - ((last.weekday() - weekday) % 7 + 7 * found["which"].startswith("nast")) * A_DAY
    return first + ((weekday - first.weekday()) % 7 + 7 * (int(found["which"][0]) - 1)) * A_DAY


def _quarter_end(_: re.Match[str], today: date) -> date:
    return month_end(date(today.year, (today.month + 2) // 3 * 3, 1))


def _weekday_before(day: date) -> date:
    day -= A_DAY
    return min(day, friday(day))


def _holiday(name: str, of: Callable[[int], date]) -> tuple[str, Resolve]:
    """By *innan påsk* and *till påsk* the last weekday before it is meant, but *till luciadagen* is that day.

    The eve of May Day and of the new year are the last days before they begin.
    """

    def resolve(found: re.Match[str], today: date) -> date:
        day = _coming(of, today)
        by_itself = not found["before"] or (found["before"] == "till " and _ONE_DAY.search(found[0]))
        return day if by_itself or of in EVES else _weekday_before(day)

    return rf"(?P<before>(?:sista (?:\w*dagen|dan) )?(?:innan|fore|till|before) )?(?:{name})", resolve


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w:/.-])(?:{pattern})(?![\w/]|-\w)")


# In order: what an earlier one has taken, a later one does not see.
_SAID: tuple[tuple[Precision, str, Resolve], ...] = (
    (Precision.EXPLICIT, rf"{_SPOKEN_WD}(?P<year>20\d\d)-(?P<month>\d\d)-{_D}", _explicit),
    (Precision.EXPLICIT, rf"{_SPOKEN_WD}{_D}[./](?P<month>\d{{1,2}})[./ -]+(?P<year>(?:20)?\d\d)", _explicit),
    (Precision.EXPLICIT, rf"{_SPOKEN_WD}(?:the |den )?{_D}(?::e)?(?: i| of)? {_M}{_Y}", _explicit),
    (Precision.EXPLICIT, rf"{_SPOKEN_WD}{_M} (?:the )?{_D}(?::e)?{_Y}", _explicit),
    (Precision.EXPLICIT, rf"{_SPOKEN_WD}(?:den )?{_D}:e (?:i )?(?P<month>\d{{1,2}}):e(?! (?:{_MONTHS})\b)", _explicit),
    (Precision.EXPLICIT, rf"{_SPOKEN_WD}(?:den )?{_D}/(?P<month>\d{{1,2}})", _explicit),
    (Precision.EXPLICIT, rf"i {_M} (?:ar|blir|tar vi|ses vi) (?:den )?{_D}:e", _explicit),
    (Precision.DAY, rf"{_WD},? (?:the |den )?{_D}:e(?! thing)", day_of_month),
    (Precision.DAY, rf"(?:den )?{_D}:e (?:i )?nasta manad", _day_of_next_month),
    (Precision.DAY, rf"(?P<which>[1-4]:e|(?:nast )?sista|last) {_WD} (?:i|in|of) {_MONTH}", _nth_weekday),
    (Precision.MONTH, rf"(?P<which>[1-4]:e|(?:nast )?sista) (?P<weekday>)veckan i {_MONTH}", _nth_weekday),
    (
        Precision.RELATIVE,
        rf"(?:{_WD}|i ?(?P<tomorrow>morgon)|i ?dag) (?:(?:om )?atta da(?:ga)?r|om en vecka)",
        _a_week_from,
    ),
    (
        Precision.RELATIVE,
        rf"{_WD} (?:innan|fore) {_WEEK}",
        lambda found, today: _weekday_of_week(found, today) - A_WEEK,
    ),
    (Precision.RELATIVE, rf"{_WD}(?: i| pa| den)? {_WEEK}", _weekday_of_week),
    *((Precision.HOLIDAY, *_holiday(name, of)) for name, of in HOLIDAYS.items()),
    (Precision.RELATIVE, rf"inte (?:nu |den har )?(?:pa )?{_WD}(?: \w+)?,? {_BUT_NEXT}", _weekday_after_next),
    (
        Precision.RELATIVE,
        rf"{_WD},? inte (?:i ?morgon|nu|den har(?: veckan)?|nu i veckan)(?: alltsa)?,? {_BUT_NEXT}",
        _weekday_after_next,
    ),
    (Precision.RELATIVE, rf"{_WEEK},?(?: pa| on)? {_WD}", _weekday_of_week),
    (Precision.RELATIVE, rf"(?:nasta|next) {_WD}", _next_weekday),
    (
        Precision.PART_OF_WEEK,
        rf"(?:borjan (?:pa|av)|tidigt (?:i |under )?) ?{_WEEK}",
        lambda found, today: _week(found, today) + A_DAY,
    ),
    (
        Precision.RELATIVE,
        rf"(?:(?:om|inom)(?: {_SOME})?|in|within|(?:ge|give) (?:mig|oss|me|us)|behover) {_N} {_UNIT}{_FROM_NOW}",
        _span,
    ),
    (
        Precision.RELATIVE,
        rf"{_N} {_UNIT} (?:pa (?:mig|oss|er|dig)|(?:raknat )?fran (?:nu|i ?dag)|framat|sa har|from (?:now|today))",
        _span,
    ),
    (Precision.RELATIVE, r"i ?overmorr?(?:go|o)n|the day after tomorrow", lambda _, today: today + 2 * A_DAY),
    (Precision.RELATIVE, r"i ?(?:morr?(?:go)?n|morron|marn)|morgondagen|tomorrow", lambda _, today: today + A_DAY),
    (
        Precision.RELATIVE,
        r"i ?dag|i ?kvall|i ?natt|i ?afton|i ?(?:for|efter)middag|i ?eftermiddan?|under eftermiddagen"
        r"|(?:fore|innan) midnatt"
        r"|(?:direkt |strax |(?<!dagen )(?<!dan ))efter (?:det har )?motet(?! (?:i|den|pa)\b)|direkt efter det har"
        r"|under motet"
        r"|nu (?:medan|under|nar (?:vi|ni) (?:pratar|sitter|talar))"
        r"|medan (?:ni|vi) (?:pratar|sitter|talar|fikar|fortsatter)"
        r"|(?:nar|sa (?:fort|snart)|efter att) (?:vi|motet) (?:har |ar )?(?:slutat|slutar|slut|klara|klart|lagt pa)"
        r"|(?:innan|fore) (?:(?:vi|jag) (?:slutar|har slutat|bryter|rundar av|skiljs|sticker)|motet(?:s| ar) slut)"
        r"|(?:har|nu) i chatten|om en (?:minut|stund)|under dagen|innan dagen ar slut"
        r"|pa (?:vag hem|hemvagen)(?! (?:pa|i|nu)\b)"
        r"|innan jag (?:kliver av|stiger av|stamplar ut|ater lunch|lagger mig)"
        r"|today|tonight|this (?:afternoon|evening)",
        lambda _, today: today,
    ),
    (
        Precision.RELATIVE,
        r"(?:i|pa|under) (?:(?:kaffe|fika|lunch)?rasten|lunchen|pausen)|(?:in|during) the break",
        lambda _, today: today,
    ),
    (
        Precision.PART_OF_WEEK,
        r"(?:nu )?(?:med|pa) en gang|med ?detsamma|pa studs|omgaende|nu direkt|genast"
        rf"|{_BY_ITSELF}(?:(?:efter|fore|innan) lunch|innan jag gar hem)(?! (?:_|pa\b))",
        lambda _, today: today,
    ),
    (Precision.PART_OF_WEEK, r"efter helg(?:en|a)|after the weekend", lambda _, today: monday(today) + A_WEEK),
    (Precision.PART_OF_WEEK, r"(?:i|over) helg(?:en|a)|this weekend", lambda _, today: monday(today) + 6 * A_DAY),
    (Precision.PART_OF_WEEK, r"nasta helg|next weekend", lambda _, today: monday(today) + 13 * A_DAY),
    (
        Precision.PART_OF_WEEK,
        rf"(?:mitten (?:pa|av)|mitt i) {_WEEK}",
        lambda found, today: _week(found, today) + 2 * A_DAY,
    ),
    (Precision.PART_OF_WEEK, rf"slutet (?:pa|av) {_WEEK}", lambda found, today: friday(_week(found, today))),
    (
        Precision.PART_OF_WEEK,
        r"(?:innan|fore|till|before) (?:the week ?end|helgen)|veckan ut|veckoslutet"
        r"|(?:innan|fore) (?:veckan ar (?:slut|over)|veckans slut)"
        r"|(?:slutet|the end) (?:pa|av|of) (?:nasta |den har |next |this |the )?(?:veckan?|week)",
        _week_end,
    ),
    (Precision.WEEKDAY, _WD, _weekday),
    (
        Precision.WEEK,
        rf"(?:innan|fore|before) (?:\w+,? (?:(?:och )?det ar|som ar|alltsa) )?{_WEEK}",
        lambda found, today: _weekday_before(_week(found, today)),
    ),
    (Precision.WEEK, _WEEK, lambda found, today: friday(_week(found, today))),
    (Precision.WEEK, r"(?:i|under) veckan|(?:under |i )?(?:den har veckan|denna vecka)|this week", _week_end),
    (
        Precision.MONTH,
        rf"(?P<part>borjan|mitten|slutet|utgangen|beginning|middle|end) (?:pa|av|i|of) {_MONTH}",
        _part,
    ),
    (Precision.MONTH, rf"{_MONTH}(?: manad)?s? (?:ar |a |is )?(?P<part>slut|ut|utgang|over)", _part),
    (Precision.MONTH, rf"(?P<month>{_MONTHS})s (?P<part>slut|utgang)", _part),
    (Precision.MONTH, rf"(?P<part>under|halva) {_M}", _part),
    (Precision.MONTH, rf"(?:nagon|nan) gang (?P<part>i) {_M}", _part),
    (Precision.MONTH, rf"(?P<part>i) {_M}(?= (?:nagon gang|(?:blir|kommer) (?:den|det)|far (?:ni|du|alla)))", _part),
    (
        Precision.MONTH,
        rf"(?:innan|fore|before) (?P<next>){_M}",
        lambda found, today: _first_of_month(found, today) - A_DAY,
    ),
    (Precision.MONTH, r"(?:den har|denna) manad(?:en)?|this month", lambda _, today: month_end(today)),
    (Precision.MONTH, rf"(?P<part>manadsskiftet) {_M}(?:[ -](?:{_MONTHS}))?", _part),
    (Precision.MONTH, r"manadsskiftet", lambda _, today: month_end(today)),
    (Precision.MONTH, r"kvartalsskiftet|kvartalets? (?:slut|ut)|slutet (?:pa|av) kvartalet", _quarter_end),
    (Precision.MONTH, r"nasta manad|next month", lambda _, today: month_end(month_end(today) + A_DAY)),
    (
        Precision.MONTH,
        r"arets? (?:ar )?(?:slut|ut)|ars slut|slutet (?:pa|av) aret",
        lambda _, today: date(today.year, 12, 31),
    ),
    (Precision.HOLIDAY, rf"(?:den )?(?P<part>sista?e?) (?:dagen )?(?:i )?{_MONTH}", _part),
    (
        Precision.HOLIDAY,
        rf"(?P<part>sista) (?:var|arbets)dagen i {_MONTH}",
        lambda found, today: _weekday_before(_part(found, today) + A_DAY),
    ),
)
RULES = tuple(
    (precision, _whole(rf"(?:{SHIFT} )?{said}" if precision >= Precision.HOLIDAY else said), resolve)
    for precision, said, resolve in _SAID
)
# Finds something in what any of them does, in a sixth of the time: most sentences name no day.
ANY = _whole("|".join(re.sub(r"\(\?P<\w+>", "(?:", said) for _, said, _ in _SAID))
