"""What the name of an organ ends in, and what it says of its place and its level.

>>> places("四川省遂宁市蓬溪县")
['四川省', '遂宁市', '蓬溪县']
>>> [level_of(name) for name in ("四川省", "重庆市", "重庆市万州区", "凉山彝族自治州", "遂宁市蓬溪县", "四川天府新区")]
['province', 'province', 'county', 'city', 'county', '']
"""

from __future__ import annotations

import re

from ..text.fold import fold

ENDS = "委会府厅局部院署"
"""What the name of an organ ends in, for use in a class of characters: 省委, 委员会, 人民政府, 办公厅, 教育局, 海关总署."""
BODIES = "公司|中心|大学"
"""What else signs, issues or calls a meeting, as a pattern."""
SIGNS = rf"(?:[{ENDS}办行社]|{BODIES})"
"""What the name of one ends in that signs, as a pattern."""
CAPITALS = frozenset({"北京市", "天津市", "上海市", "重庆市"})
"""Cities that are provinces."""
_MINISTRIES = (
    "外交|国防|国家发展和改革委员会|教育|科学技术|科技|工业和信息化|信息产业|公安|国家安全|民政|司法|财政|人力资源(?:和)?社会保障|人事|劳动|自然资源|国土资源|生态环境|环境保护|"
    "住房(?:和)?城乡建设|建设|交通运输|交通|铁道|水利|农业农村|农业|商务|文化和旅游|文化|卫生|退役军人事务|应急管理"
)
_CENTRAL = re.compile(
    r"(中共中央|中国共产党中央|国务院|全国人民代表大会|全国人大|中央|中华人民共和国|最高人民法院|最高人民检察院|中国人民银行|海关总署|审计署|"
    rf"国家[\u4e00-\u9fff]{{1,12}}?(?:委员会|总局|[委局署])(?![\u4e00-\u9fff]*[省市县区]分)|(?:{_MINISTRIES})部(?!门))"
)
"""The constitution's organs, and those of the State Council: 国务院机构设置."""
_SUFFIX = (
    r"特别行政区|特別行政區|自治区|自治州|自治县|自治旗|地区|林区|新区|省|市(?!区|场)|县(?!区|域)|区(?!域)|州(?!市|区|县)|盟(?!市)|旗(?!区)"
)
_PLACE = re.compile(rf".+?(?:{_SUFFIX})")
_NO_PLACE = re.compile(
    r"(?:[全本各我]|城|都|[社小园景城山老库矿灾牧湾辖片街校厂学])[省市县区州]|超市|.*(?:保护|示范|试验|实验|功能|工业|保税|自贸|风景名胜|旅游度假)区"
)
"""What ends as the name of a place does and is none: 城市, 社区, 自然保护区."""
_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|"
    "仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各"
)
_PEOPLE = re.compile(rf"(?:(?:{_PEOPLES})族)+$|(?<=..)(?:维吾尔|蒙古|哈萨克|柯尔克孜|锡伯|塔吉克)$")
_LEVELS = {
    **dict.fromkeys(("省", "自治区", "特别行政区", "特別行政區"), "province"),
    **dict.fromkeys(("自治州", "州", "地区", "盟", "市"), "city"),
}
"""By the last word of a place's name; all others are county."""


def places(name: str) -> list[str]:
    """The steps of an organ's name that are places, from the highest down."""
    found: list[str] = []
    rest = name
    while match := _PLACE.match(rest):
        if len(match[0]) > 12 or _NO_PLACE.fullmatch(match[0]):
            break
        found.append(match[0])
        rest = rest[match.end() :]
    return found


def place_of(name: str) -> str:
    """四川 for 中共四川省委, 凉山 for 凉山彝族自治州, 全国 for 国务院; the whole name where a single character would be left."""
    if _CENTRAL.match(name):
        return "全国"
    last = next(reversed(places(bare(name))), "")
    suffix = _suffix(last)
    short = _PEOPLE.sub("", last.removesuffix(suffix))
    return short if len(short) > 1 else last


def level_of(name: str) -> str:
    """central, province, city or county; "" where the name does not say."""
    if _CENTRAL.match(name):
        return "central"
    steps = places(bare(name))
    if not steps or _suffix(steps[-1]) == "新区" or "开发区" in steps[-1] or "高新" in steps[-1]:
        return ""
    if steps[-1] in CAPITALS:
        return "province"
    level = _LEVELS.get(_suffix(steps[-1]), "county")
    return "county" if level == "city" and any(_LEVELS.get(_suffix(step)) == "city" for step in steps[:-1]) else level


_CODES = (
    "11北京 12天津 13河北 14山西 15内蒙古 21辽宁 22吉林 23黑龙江 31上海 32江苏 33浙江 34安徽 35福建 36江西 37山东 41河南 42湖北 43湖南 44广东 45广西 46海南 "
    "50重庆 51四川 52贵州 53云南 54西藏 61陕西 62甘肃 63青海 64宁夏 65新疆"
)
"""GB/T 2260: what the figures behind DB stand for."""
_OWNER = re.compile(r"DB(?P<province>\d{2})(?P<city>\d{2})?")


def owner_of(code: str) -> tuple[str, str]:
    """Place and level of a standard by the code of its number, "" where it does not say: ("全国", "central") for GB and the ministries'.

    >>> owner_of("GB"), owner_of("DB51"), owner_of("DB5101"), owner_of("T")
    (('全国', 'central'), ('四川', 'province'), ('', 'city'), ('', ''))
    """
    if local := _OWNER.fullmatch(code):
        names = {entry[:2]: entry[2:] for entry in _CODES.split()}
        return ("", "city") if local["city"] else (names.get(local["province"], ""), "province")
    return ("全国", "central") if re.fullmatch("[A-Z]{2,3}", code) and code != "DB" else ("", "")


def bare(name: str) -> str:
    """The first of several organs, without the party's name before it, folded."""
    return re.sub("^(?:中国共产党|中共)", "", fold(name.split(maxsplit=1)[0] if name.split() else ""))


def _suffix(place: str) -> str:
    match = re.search(rf"(?:{_SUFFIX})$", place)
    return match[0] if match else ""
