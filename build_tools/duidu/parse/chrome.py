"""Page chrome: lines that a website put around the text. Each rule has a name and a sample line from a real page.

Rules hold only before the title's end and after the text's last line, never in the text itself. To add one, add
it to ``RULES``; the name is what ``outline`` and the page about the texts give as the reason for dropping.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ..model.reading import SITE_DATA
from ..text.fold import fold


@dataclass(frozen=True, slots=True)
class ChromeRule:
    """A named rule: ``pattern`` must match the whole folded line."""

    name: str
    sample: str
    pattern: re.Pattern[str]


def _rule(name: str, sample: str, pattern: str) -> ChromeRule:
    return ChromeRule(name, sample, re.compile(pattern))


IMPRINT = "版记"
"""What closes an official document: 抄送, 主题词."""

SOURCE = "来源与时间"
"""What a site says below the page's heading."""

INFORMATION = SITE_DATA
"""What an office's site says of a text: 索引号, 发文字号."""

COLLECTION = "法规库信息"
"""What a collection of laws says of a text."""

FOOT = "网页页脚"
"""What a page has at its foot: who runs it, its licence."""

BUTTONS = "网页按钮"

RELATED = "相关链接"
"""What a page says above its links to other pages."""

BEHIND_TEXT = "正文之后"
"""Between the text and the page's foot: a person has to say what it is."""

DOWNLOADS = "docx?|wps|pdf|ofd|xlsx?|zip|rar"
"""The endings of files that a page offers, as a pattern."""
RULES = (
    _rule("网页导航", "机构设置 · 党委办公室 · 学习交流 · 正文", r"[>›»→|/×]|.+[·>›»→/].+[·>›»→/](正文|详情|内容|浏览文章)|(您?当前|您的|所在)位置.*|(?:网站)?首页(?:[>›»→][^>›»→。]{1,16}){1,6}"),
    _rule(SOURCE, "来源:本站 2024/6/5 16:00:36 浏览次数:[]",
          r"\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?(?:\d{1,2}:\d{2}(?::\d{2})?|[\u3400-\u9fff]{2,10}(?<!发布)(?<!实施)(?<!施行)(?<!通过)(?<!公布))|[•·]?(?:\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?(?:\d{1,2}:\d{2}(?::\d{2})?)?)?((文章|信息|稿件)?来源|发布(时间|日期|人|单位|机构)|发文日期|更新时间|时间|日期|作者|编辑|责任?编辑|责编|校对|[初一二三终]审|审核|浏览(次数|量)|阅读(次数|量)?|点击(数|量)?):.*"),
    _rule("来源说明", "（来源：新华网）", r"\((?:文章|稿件|信息|资料)?来源:.{1,30}\)|\((?:新华社|中新社|人民日报).{0,20}(?:电|讯)\)|(?:新华社|中新社)[\u3400-\u9fff]{2,8}?(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:电|讯)(?:\(记者[^()]{1,20}\))?"),
    _rule(INFORMATION, "发文机关：	国务院	成文日期：	2023年08月31日",
          r"[•·]?(?:(?:信息)?索引号|主题分类|组配分类|信息分类|发文机关|发文机构|发文日期|发布机构|发文字号|文号|成文日期|生成日期|生效(?:时间|日期)|废止(?:时间|日期)|公文种类|效力状态|有效性|内容概述|关键词)"
          r":[^。]{0,60}(?:(?:主题分类|发文字号|成文日期|发布日期|发布机构|公开方式|公文种类|有效性|文号|主题词|体裁分类|服务对象|公开日期|分类|废止日期|生效日期):[^。]{0,60}){0,5}"),
    _rule(INFORMATION, "索引号	0012/2024	主题分类	水利",
          r"(?:(?:信息)?索引号|主题分类|信息分类|发文机关|发文机构|发布机构|发文字号|文号|成文日期|发布日期|名称|标题)[^。:]{1,60}"
          r"(?:主题分类|信息分类|成文日期|生成日期|发布日期|发文日期|发文字号|文号|有效性|公文种类|公开方式|发布机构|发文机关|体裁分类|废止日期)[^。:]{0,60}"),
    _rule("附件下载", "某政发〔2024〕7号.pdf", rf"附件下载:?|下载附件:?|(?:附件\d{{0,2}}:?)?[^。;]{{1,80}}\.(?:{DOWNLOADS})(?:\([^()]{{0,20}}\))?"),
    _rule("公开说明", "（此件公开发布）", r"\(?此件.{1,12}\)?"),
    _rule(IMPRINT, "抄送：某某办公室", r"(?:抄送|分送|主题词|印发单位):.*|.{2,30}\d{4}年\d{1,2}月\d{1,2}日印发"),
    _rule(BUTTONS, "【关闭】",
          r"[\[【(]?((关闭|打印|返回|收藏|分享|下载|字号|字体|扫一扫|大|中|小|顶部|首页|上一[篇条]|下一[篇条]|窗口|本页|正文|到|微信|微博|页面|此页|关于我们|联系我们|网站地图|:|[\]】)][\[【(])+"
          r"|(上一[篇条]|下一[篇条]|分享到|字号|字体):.*)[\]】)]?"),
    _rule("标准分类号", "ICS 13.060.01", r"ICS\d{2}(?:\.\d{2,3}){0,2}(?:CCS[A-Z]\d{2})?|(?:CCS)?[A-Z]\d{2}|DB\d{2}(?:\d{2})?(?:/T)?"),
    _rule("外文题名", "Standard for design of building water supply", r"[A-Za-z][A-Za-z,.'’()\-—–:/&]{11,}"),
    _rule("分隔线", "★", r"[★☆]{1,8}"),
    _rule(COLLECTION, "生效狀態：※本法規部分或全部條文尚未生效", r"(?:生效[狀状][態态]|法[規规][類类]别|法[規规]類別|附檔|附档|時效性|时效性|效力级别|效力位阶|法律效力位阶|制定机关|批准部门|批准日期):.*|【?(?:颁布|公布|实施|施行|生效)日期】?:\d{4}-\d{1,2}-\d{1,2}|【?(?:颁布|发布)(?:单位|部门)】?:[^。]{2,40}|(?:(?:修正|公發?布|發布|制定)日期|沿革|法[規规]名[稱称]):?"),
    _rule(BUTTONS, "下载地址: 点击此处下载", r"(?:下载地址|附件下载):?.{0,20}下载|【?阅读全文】?|点击(?:进入|查看|下载|阅读|打开|访问).{2,20}|扫一扫在手机(?:上)?(?:打开|查看).{0,10}"),
    _rule(RELATED, "相关政策与解读", r"相关(?:文章|链接|阅读|政策|解读|文件|附件|文档|信息|新闻|报道|内容|稿件)(?:[与和及、](?:政策|解读|文件|链接|阅读))?(?::.{0,70})?|延伸阅读:?|推荐阅读:?|更多(?:内容|信息|>*)"),
    _rule("网页代码", "-->", r"-->|<!--.{0,40}|(?:var|function|\$\().{0,60}[;{})]"),
    _rule(FOOT, "版权所有:某某网", r"(版权所有|主办(单位)?:|承办(单位)?:|运行维护(单位)?:|技术支持|网站标识码|Copyright|©|.{0,4}ICP备|.{0,4}公网安备).*"
          r"|(?:联系我们|网站地图|网站声明|网站纠错|网站首页|站点地图|关于我们|关于本[网站]|法律声明|隐私声明|主编信箱|返回顶部|用户登录|(?:手机|电脑|移动|无障碍)版?|登录|登陆|注册|退出|.{0,6}客户端(?:小程序)?|小程序|公众号|(?:政务|官方)?(?:微博|微信)(?:公众号)?|头条号|无障碍(?:浏览|阅读)|长者模式|我要纠错)"),
)  # fmt: skip

EDITORS = (
    _rule("页码", "- 12 -", r"[-—–－]{1,2}\d{1,3}[-—–－]{1,2}"),
    _rule("编者附注", "被引用條文: 國家機密保護法 第三十三條", r"被?引用[條条]文:.*"),
)  # fmt: skip
"""What a collection adds between the provisions; these hold inside the text, so only what no provision can be is here."""

COLUMN = "栏目名"
"""A line that repeats one step of the navigation line: 学习交流."""
HEADING = "网页标题"
"""A line that repeats the document's title as the page's heading."""
OUTSIDE = "网页正文之外"
"""A whole sentence outside the element of a web page that holds the text: a person has to say what it is."""
PERSON = "人工指定"
"""A line that a person dropped in document.yml."""

LONGEST = 120
"""A longer line, or one with a whole sentence in it, is never chrome: the whole page may stand in one line."""

_COPIES = re.compile(r"(?:抄送|分送|主题词):[^。]*。")
"""The one kind of chrome that ends as sentences do."""
_SIGN = re.compile(r"[>›»→]")
LONGEST_STEP = 12
_SEPARATORS = re.compile(r"[·>›»→/]")


@lru_cache(maxsize=1 << 15)
def chrome_rule(text: str) -> str | None:
    """The name of the rule that takes this line for chrome, or None."""
    if len(text) > 4 * LONGEST:
        return None
    folded = fold(text)
    if len(folded) > LONGEST or ("。" in folded and not _COPIES.fullmatch(folded)):
        return None
    return next((rule.name for rule in RULES if rule.pattern.fullmatch(folded)), None)


@lru_cache(maxsize=1 << 15)
def editors_rule(text: str) -> str | None:
    """The name of the rule that takes a line inside the text for an editor's note, or None."""
    if len(text) > 4 * LONGEST:
        return None
    folded = fold(text)
    return next((rule.name for rule in EDITORS if rule.pattern.fullmatch(folded)), None)


def crumbs_of(lines: Sequence[str]) -> frozenset[str]:
    """The steps of all navigation lines among ``lines``, folded; a step may have a line of its own, between two signs: 首页 / > / 政策."""
    folded = [fold(line) for line in lines]
    navigation = [line for line in folded if chrome_rule(line) == RULES[0].name and not _SIGN.fullmatch(line)]
    behind = {step for sign, step in pairwise(folded) if _SIGN.fullmatch(sign) and len(step) <= LONGEST_STEP}
    return frozenset(step for line in navigation for step in _SEPARATORS.split(line)) | behind
