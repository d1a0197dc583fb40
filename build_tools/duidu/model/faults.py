"""What can be wrong with the sources: the codes, what they mean, and how a fault is printed.

Checks yield ``Fault`` values, so that all faults of a run are listed, not the first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class Code:
    """What a code stands for, for ``explain``."""

    meaning: str
    explanation: str


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong at one place. A warning is shown and stops nothing."""

    path: PurePosixPath
    line: int
    column: int
    code: str
    message: str
    """What is wrong, as it stands there."""
    remedy: str
    """What to do about it."""
    warning: bool = False
    cell: str = ""
    """Of a workbook the place as one finds it there, 对四川省委决定!G12; the line counts the rows of all sheets."""

    def __str__(self) -> str:
        kind = "警告：" if self.warning else ""
        return f"{self.path}:{self.cell or f'{self.line}:{self.column}'}: {self.code} {kind}{self.message}。{self.remedy}。"


class CallError(Exception):
    """The call itself is wrong (exit 2): a document that does not exist, a folder without sources."""


def stopping(faults: Iterable[Fault]) -> list[Fault]:
    """Those that stop the build."""
    return [fault for fault in faults if not fault.warning]


CODES = {
    "SRC001": Code("找不到原文文件", "document.yml 的 text.file 指向的文件不在文档文件夹里。把文件放进去，或改正文件名。"),
    "SRC002": Code(
        "编码与声明不符",
        "原文的字节不是 document.yml 里 text.encoding 声明的编码。能认出 utf-8、utf-8-sig（带 BOM）、utf-16（带 BOM）、gb18030、big5；"
        "按提示改声明，不要转换原文文件：原文须与取得时逐字节相同。若说有字节不全或损坏，多半是下载或转存时截断了，重新取得。",
    ),
    "SRC003": Code(
        "原文已改动",
        "原文文件的 sha256 与 document.yml 所记不同，即有字节变了。若是有意更换文本，运行 accept：它先列出哪些地址会变动，再记下新值；"
        "若不是有意，从版本库取回原文件。",
    ),
    "SRC004": Code("原文是空的", "文件里没有任何可见字符。多半是下载或转存时丢了内容，请重新取得。"),
    "SRC005": Code("含有控制字符", "原文里有不可见的控制字符，网页不能收录。请换用没有这些字符的转录本。"),
    "SRC006": Code(
        "这种文件读不了",
        "能读的是纯文本、Markdown、存下的网页、Word 文档（.docx）和有文字层的 PDF，凭内容认，不凭文件名。"
        "旧式的 .doc、.wps 先另存为 .docx；扫描件先做文字识别；整页存成一个文件的网页（.mht）改存为“仅 HTML”。",
    ),
    "SRC007": Code(
        "乱码",
        "文字曾被当作另一种编码打开，又存了下来，每个字都成了别的字。原文已经不在这份文件里，重新取得最可靠；"
        "提示里给出按原来的编码读第一行是什么，凭它可以认出是哪份文件。",
    ),
    "SRC008": Code(
        "读出的行与所记的不同",
        "Word 文档和 PDF 的文字是程序读出来的，读出的行记在旁边的 text.read.txt 里，行号都指它。今天读出的与所记的不同：换了原文件，或程序的读法变了。"
        "有意如此就运行 accept：它先列出哪些地址会变动，再记下；不是有意就从版本库取回。",
    ),
    "SRC009": Code(
        "读的时候有拿不准的",
        "图片、文本框、修订、页下的小字、按线认出的表格等，读出的行说不全或说不准。对照原件看一看；这是提醒，加入时也会列出。",
    ),
    "SRC010": Code(
        "source/ 或 docs/ 里有通到别处的链接", "这两个文件夹里的文件都会公开，所以只读放在里面的文件，不跟着链接到别处去。换成文件本身。"
    ),
    "SRC011": Code(
        "原文文件的名字用不得", "原文文件不能叫 document.yml、notes.yml、anchors.tsv 或 links，大写也不行，也不能以 .read.txt 结尾。"
    ),
    "OUT001": Code(
        "编号层级错乱",
        "同一层里并列着两种编号（如“1.”与“（一）”）。公文编号依次为第一章、第一节、第一条、一、（一）1.（1）；可以跳级，不可倒置。"
        "若原文如此，在 document.yml 的 accepted 里写上 OUT001@行号；若是认错了行，用 lines 指定该行的身份。",
    ),
    "OUT002": Code(
        "编号不连续",
        "同一层的编号跳号或重号。先核对原文是否缺行；若原文如此，在 document.yml 的 accepted 里写上 OUT002@行号。",
    ),
    "OUT003": Code(
        "找不到标题",
        "正文之前没有像标题的行（以“决定、意见、通知”等结尾，或含“关于”，或与 document.yml 的 title 相同）。"
        "在 lines 里指明哪一行是标题，如 lines: {5: title}。",
    ),
    "OUT004": Code(
        "正文之外有不认识的行",
        "这一行在正文之前（网页则或在正文所在的元素之外），不是标题，也不合任何一条已知的网页外壳规则。"
        "为了不悄悄丢字，须由人决定：在 document.yml 的 lines 里写明 drop、title、paragraph 等。",
    ),
    "OUT005": Code(
        "lines 所指的行不合用", "document.yml 的 lines 用行号指原文的行；该行不存在、是空行、与前面的行连成了一行，或没有编号而要当标题。"
    ),
    "OUT006": Code("标题不一致", "document.yml 的 title 与原文标题（折叠空白与全半角之后）不同。两者须一致，改其中写错的一个。"),
    "OUT007": Code("没有正文", "标题之后没有任何正文。"),
    "OUT008": Code("accepted 多余", "accepted 里列的问题已不存在，可以删去。"),
    "OUT009": Code("正文里有像网页外壳的行", "打印、字体、分享到、来源之类的行夹在正文里。不是正文就用 lines 指定 drop；确是正文就接受。"),
    "OUT010": Code(
        "标题又出现一次", "正文里有一行与标题完全相同，多半是网页把标题重复印了。不是正文就用 lines 指定 drop；确是正文就接受。"
    ),
    "OUT011": Code(
        "几段连成一行", "一段特别长，或段中有编号，多半是转载时丢了换行。核对原文的分段，换用分段完好的转录本；原文如此就接受。"
    ),
    "OUT012": Code(
        "看不见的字符", "文字里有零宽、书写方向或私用区的字符：读者看不见，检索和核对却会出错。换用没有这种字符的转录本；确是原文就接受。"
    ),
    "OUT013": Code("残留的标记", "文字里有网页或 Markdown 的标记没有去掉。换用没有标记的转录本；确是正文就接受。"),
    "OUT014": Code("专栏连成一行", "专栏里的表格、分段在转载时连成了一行，只能按其中的编号分开。找到有表格的原文最好；就用这一份则接受。"),
    "OUT015": Code(
        "图片没有文字", "正文里有一幅图片，程序读不出其中的文字。找到有文字的原文最好；就用这一份则接受，页面上注明此处是图片。"
    ),
    "OUT017": Code(
        "专栏的范围认不准",
        "纯文本里看不出专栏到哪一行为止：算到下一个标题，或接着专栏之前编号的那一行。核对末行；不对就改用有表格的原文（网页、Word），如此就接受。",
    ),
    "OUT016": Code(
        "文件太长", "行数超出一份文件所能有的，多半是许多文件拼在一起，或转换时出了错。拆成一份一份的文件再添加；超出的行没有收。"
    ),
    "ANC001": Code(
        "地址重复", "两个单位得到同一个地址，多因编号重复。地址从不加后缀区分；请核对编号，或用 document.yml 的 lines 指定该行的身份。"
    ),
    "ANC002": Code(
        "已发布的地址无所归",
        "anchors.tsv 里曾经发布的一个单位，在改动后的原文里找不到了。运行 retire，写明由哪个地址代替（--by），或不写表示没有代替："
        "登记、对应、注释一并改好，所改逐条列出。旧地址从此引到代替它的地方，或说明已删。"
        "若这份文件是新加的，网站还没有发布过，删去 anchors.tsv 和 source/published.tsv 里它的一行，重新生成即可。",
    ),
    "ANC003": Code("地址不存在", "所写的地址在该文档里没有。核对地址；提示里给出最接近的一个。"),
    "ANC004": Code(
        "anchors.tsv 格式不对",
        "每行三栏，以制表符分开：地址、发布时的文字（折叠后）、代替它的地址（仍在用的留空，没有代替的写 -）。地址不可重复。",
    ),
    "ANC005": Code("废错了地址", "anchors.tsv 里标为已废的单位，文字还在正文里。照那样生成，同样的文字会换一个新地址。把第三栏清空即可。"),
    "ANC006": Code(
        "地址的登记不见了",
        "source/published.tsv 记着每份文件登记过多少个地址，只会多，不会少。anchors.tsv 不见了或少了行，照样生成，旧地址就会落到别的句子上。"
        "请从版本库或备份取回。网站从没有发布过的，删去 published.tsv 里它的一行，地址重新编。",
    ),
    "DOC001": Code(
        "YAML 写法有误", "文件不是合法的 YAML，或同一个字段写了两次。常见原因：缩进不齐、冒号后缺空格、文字里有冒号或井号而未加引号。"
    ),
    "DOC002": Code("缺少字段", "必填的字段没有写。"),
    "DOC003": Code("取值不对", "字段的类型或取值不合要求。"),
    "DOC004": Code("不认识的字段", "字段名写错了，或不属于这个文件。提示里给出最接近的字段名。"),
    "DOC005": Code("文档与目录不符", "corpus.yml 列出的文档没有对应的文件夹，或文件夹没有列入 corpus.yml。"),
    "DOC006": Code("所落实的文档不存在", "implements 里写的文档不在 corpus.yml 的目录里。"),
    "DOC007": Code("互相落实", "几份文档的 implements 首尾相接成了圈。下级落实上级，须有尽头。"),
    "DOC009": Code(
        "还有一项待填",
        "新加入的文件里，认不准的各项写着“待填”。查明之后把这两个字换成内容；行末的说明讲这一项写什么。",
    ),
    "DOC013": Code("上级文件晚于落实它的文件", "所落实的文件比本文件还晚，多半是日期或 implements 写错了。核对两份文件的 date。"),
    "DOC010": Code(
        "写法是别的版本的",
        "corpus.yml 的 format 写明 source 里的文件照第几版的写法。旧的运行 duidu migrate 改成新的；比程序新的，要换上更新的 duidu。",
    ),
    "LNK001": Code("对应重复", "同一对单位在 links 里写了两次。删去一条；两条的佐证和说明若都有用，并成一条。"),
    "LNK002": Code("佐证不在句子里", "evidence 里的词语须逐字出自所连的句子（全角与半角视为相同）：前一个出自本文件，后一个出自上级文件。"),
    "LNK003": Code("既有对应又说没有", "一个单位要么有对应，要么列在 none 里，不能两样都有。"),
    "LNK004": Code("对应文件放错了地方", "links 文件夹里的文件以所落实的上级文件命名，该文件须写在 document.yml 的 implements 里。"),
    "LNK005": Code("这个单位不参加对照", "对照以句子和标题为单位，不用段落；题名和通过说明不参加对照。none 里只能列这一对文件。"),
    "LNK008": Code(
        "下级文件没有这一种",
        "none 里的 topic（段首语）和 other（专指他地或上级事项）只用于上级文件的句子和标题；下级文件里没有对应的，一律写 open。",
    ),
    "LNK009": Code("不取的又取了", "rejected 里是读过之后不取的建议，links 里是取了的对应；同一对单位只能在其中一处。"),
    "LNK006": Code(
        "对应待复核",
        "核对之后，一端的文字改动了。对应仍在，网站上标明“待复核”。核对今天的两句，仍成立就运行 confirm，不成立就改或删；这是提醒，不妨碍生成网站。",
    ),
    "LNK007": Code(
        "还有单位没有判读",
        "links 文件里，有的句子或标题既没有对应也没有列入 none。程序会给出有把握的自动匹配，标明“自动匹配，未判读”；判读之后补上即可。",
    ),
    "LNK010": Code(
        "佐证断在当中",
        "佐证里的引号、书名号、括号须成对；佐证不可在一个数（连同小数和百分号）或外文词的中间起止，免得读者看到半个引文、半个数。",
    ),
    "LNK011": Code(
        "写作同文而没有相同的分句",
        "same 指除地名和层级外整句一字不差，或者至少有一个分句（逗号、分号、冒号、句号之间）一字不差地见于对方。只有词语相同的，是 adapt 或 echo；这是提醒，不妨碍生成网站。",
    ),
    "SYN001": Code("近义词落空", "synonyms.yml 里一个日常说法所指的各个词，在各份文件里都没有，搜它找不到东西。这是提醒。"),
    "LNK012": Code(
        "抽样的数目不合", "precision 记的是抽样核对的结果：sample 是抽了几条，right 是其中对了几条，right 不会多于 sample。改正写错的一个。"
    ),
    "REV001": Code(
        "判定不在单子里",
        "判读表的“判定”栏只能是单子里的一项：同文、落实、呼应、不对应、仅见于；上级文件的那张表是段首语、专指他地或上级事项、其他。拿不准的留空。",
    ),
    "REV002": Code(
        "单元格里是公式",
        "判读表里只收文字。以等号、加减号开头的内容，表格程序会当成公式。在前面加一个英文单引号，或改写成文字。",
    ),
    "REV003": Code(
        "地址不对",
        "“本文件地址”“上级地址”两栏是程序用来认出这一行的，不要改。这一行的地址在文件里没有，或不属于这份文件。删去这一行，或从原表复制回来。",
    ),
    "REV004": Code(
        "这一行的原文改动过",
        "生成表格之后，两端有一端的文字变了，判定是按旧文字做的。重新运行 duidu review 另出一份表格，按今天的文字判读这一行。",
    ),
    "REV005": Code(
        "依据不在句子里",
        "“依据”栏里的词语须逐字出自两句（全角与半角视为相同），一行一对；两边不同的写作 本文件的词语＝上级文件的词语。",
    ),
    "REV006": Code(
        "表里前后不一",
        "同一句，一行说有对应，另一行说仅见于；或同一对，两行的判定不同。改掉其中一行，或把它的判定留空。",
    ),
    "REV007": Code(
        "没有说对应哪一句",
        "没有建议的行要选同文、落实、呼应，须先在“上级位置”栏写明是上级文件的哪一处：照网站上的写法，如 二（二）第2段第3句，或写地址，如 h2-k2-p2-t3。",
    ),
    "REV008": Code(
        "读不了这份表格",
        "只收 duidu review 生成、填好后仍存为 .xlsx 的表格。WPS 存成 .et 的，另存为 .xlsx。各栏的名称和灰色的栏不要改。",
    ),
    "REV009": Code(
        "备注没有地方记",
        "备注记在对应或不取的建议里。判定留空的行，和仅见于的行，备注不会记下。这是提醒，不妨碍其余各行。",
    ),
    "REV010": Code(
        "与已判读的不同",
        "links 文件里已有判读，与表里的不一样。程序不替人定：照表里的改，重来一次并加上 --prefer-file；照原来的，不用做什么。这是提醒。",
    ),
    "REV011": Code("备注里有控制字符", "备注里混进了看不见的控制字符，网页不能收录。把这个单元格的内容删去重写。"),
    "TRM001": Code("两个术语争一种写法", "同一种写法只能属于一个术语。把它留给更确切的那个；若在不同上下文里意思不同，用 not_in 排除。"),
    "TRM002": Code("参见的术语不存在", "related、distinct_from 里写的是术语的 id，须在 glossary.yml 里，且不能是它自己。"),
    "TRM003": Code("术语的 id 重复", "id 是术语的地址，不可重复。"),
    "TRM004": Code(
        "把握与依据不符",
        "certainty 为 uncertain 的，须在 remark 里写明什么不能确定；为 sourced 的，须列出 sources。不能确定的不可当作确定的来写。",
    ),
    "TRM006": Code("写法没有出现", "这个术语的各种写法在所有文本里都没有出现。核对写法；可能是文本改动了，或写法里的标点不同。这是提醒。"),
    "NOT001": Code("注释失所", "注释的 quote 须逐字在所注的单位里（全角与半角视为相同）。文本改动后，照提示改 unit 或 quote。"),
    "NOT003": Code(
        "注释待复核",
        "核对之后，所注的那一句改动了，或者还没有核对过。注释仍显示，标明“待复核”。核对今天的这一句，仍成立就运行 confirm，不成立就改或删；"
        "这是提醒，不妨碍生成网站。",
    ),
    "NOT002": Code("注释的 id 重复", "注释的 id 是它的地址，在全部文档里不可重复。"),
    "DOC008": Code(
        "编号是保留的",
        "compare、taken-up、glossary、figures、about、guide、data、search、assets 是网站自己的文件夹；con、aux、nul 等在 Windows 上是设备；"
        "null、true、false 在 YAML 里不是文字。文件不能用它们作编号。给文件夹换个名字。",
    ),
    "PRV001": Code(
        "页面与原文不符",
        "写出之前，把页面还原成文字，与原文逐字比对，发现不同。这是转换程序的毛病，不是原文的；页面没有写出。请把这一行报给开发者。",
    ),
    "PRV002": Code("网站与原文不符", "从建成的网页里取出的正文与原文不同。重新运行 duidu site；若仍不同，请把这一行报给开发者。"),
    "PRV003": Code("网站缺页或多页", "应有的网页不在建成的网站里，或有一页不是由项目里的页面生成的。重新运行 duidu site。"),
    "PRV004": Code(
        "网站的文件与清单不符",
        "生成网站时，每个文件的 sha256 都记在网站的 data/manifest.json 里。有文件后来改了、少了，或是别处来的。重新运行 duidu site。",
    ),
    "PRV005": Code(
        "网上的与建成的不同",
        "duidu check --site 网址 拿网上的每个文件与 site/ 比对，也看响应头。文件不同，多半是没有传全，或者网上是另一版：重新发布。响应头不同，照部署页改服务器的设置。",
    ),
    "PRV006": Code(
        "来源的网址没有应答",
        "duidu check --sources 逐个打开 source/ 里写的网址（术语的出处、原文的来处）。没有应答，也许只是对方一时有故障，或者不接受程序访问：用浏览器再看一次。网页真的没有了，换一个网址，或者删去网址、只留名称。",
    ),
}
