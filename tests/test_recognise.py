"""What a text says of itself: issuer, place, level, dates."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duidu.model.levels import DEFAULT
from duidu.parse.dates import parsed_date
from duidu.parse.metadata import proposed_id, recognise
from duidu.parse.organs import level_of, place_of
from tests.small_texts import parsed_of, raw_of


@pytest.mark.parametrize(
    ("name", "place", "level", "identity"),
    [
        ("中共四川省委", "四川", "province", "sichuan-2024"),
        ("重庆市人民政府", "重庆", "province", "chongqing-2024"),
        ("重庆市万州区人民政府", "万州", "county", "wanzhou-2024"),
        ("中共遂宁市委", "遂宁", "city", "suining-2024"),
        ("内江市市中区人民政府", "市中", "county", "shizhong-2024"),
        ("四川省市场监督管理局", "四川", "province", "sichuan-2024"),
        ("郴州市人民政府", "郴州", "city", "chenzhou-2024"),
        ("凉山彝族自治州人民政府", "凉山", "city", "liangshan-2024"),
        ("西双版纳傣族自治州人民政府", "西双版纳", "city", "xishuangbanna-2024"),
        ("北川羌族自治县人民政府", "北川", "county", "beichuan-2024"),
        ("德宏傣族景颇族自治州人民政府", "德宏", "city", "dehong-2024"),
        ("新疆维吾尔自治区人民政府", "新疆", "province", "xinjiang-2024"),
        ("内蒙古自治区党委", "内蒙古", "province", "neimenggu-2024"),
        ("中共某县委", "某县", "county", "mouxian-2024"),
        ("中共某区委", "某区", "county", "mouqu-2024"),
        ("国务院办公厅", "全国", "central", "quanguo-2024"),
        ("四川天府新区管委会", "四川天府", "", "sichuantianfu-2024"),
        ("国家发展改革委", "全国", "central", "quanguo-2024"),
        ("国家市场监督管理总局", "全国", "central", "quanguo-2024"),
        ("财政部", "全国", "central", "quanguo-2024"),
        ("财政部四川监管局", "全国", "central", "quanguo-2024"),
        ("住房城乡建设部办公厅", "全国", "central", "quanguo-2024"),
        ("财政部门", "", "", ""),
        ("城市绿地养护规范", "", "", ""),
        ("社区工作办法", "", "", ""),
        ("四川省城市供水条例", "四川", "province", "sichuan-2024"),
        ("水源保护区管理办法", "", "", ""),
        ("本市市场管理办法", "", "", ""),
        ("澳門特別行政區立法會", "澳門", "province", "aomen-2024"),
        ("某公司", "", "", ""),
    ],
)
def test_place_level_and_number_by_the_name_of_the_issuer(name: str, place: str, level: str, identity: str) -> None:
    assert (place_of(name), level_of(name), proposed_id(place_of(name), "2024-07-01")) == (place, level, identity)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("（2024年5月13日某会通过）", "2024-05-13"),
        ("二〇二四年十一月二十日", "2024-11-20"),
        ("2024 年 5 月 3 日", "2024-05-03"),
        ("年月日某会通过", ""),
        ("2024年13月1日", ""),
        ("2024年2月30日", ""),
        ("二〇二四年百十月一日", ""),
    ],
)
def test_dates(text: str, date: str) -> None:
    assert parsed_date(text) == date


_LINES = st.lists(
    st.text(st.sampled_from("中共某省市县区州委关于的决定通过第一届（）()2024年5月13日二〇二四、。：《》 　"), max_size=40), max_size=8
)


@settings(deadline=None)
@given(_LINES)
def test_whatever_a_text_looks_like_what_is_recognised_fits_the_schema(lines: list[str]) -> None:
    found = recognise(parsed_of(raw_of("\n".join(lines))))
    assert found.level is None or found.level.value in {level.id for level in DEFAULT}
    assert found.date is None or str(date.fromisoformat(found.date.value)) == found.date.value
    assert found.short_title is None or 2 <= len(found.short_title.value) <= 20
    assert re.fullmatch(
        r"([a-z]+(-\d{4})?)?", proposed_id(found.place.value if found.place else "", found.date.value if found.date else "")
    )


@pytest.mark.parametrize(
    ("lines", "issuer", "day"),
    [
        (("石州市人民政府", "会 议 纪 要", "〔2024〕12号", "石州市人民政府办公室　　　　　　　　2024年3月15日", "关于停车管理的会议纪要", "会议议定如下。"), "石州市人民政府", "2024-03-15"),
        (("关于某条例的说明", "——2023年8月28日在某市人大常委会会议上", "现作说明如下。"), "", "2023-08-28"),
        (("某市第3次會議紀錄", "時間：2021年7月20日上午9時", "地點：視訊會議", "壹、確定紀錄。"), "", "2021-07-20"),
        (("房屋租赁合同", "合同编号：1", "甲方：某公司", "第一条 房屋完好。", "签订日期：2023年6月20日"), "某公司", "2023-06-20"),
        (("房屋租赁合同", "甲方：______", "第一条 房屋完好。", "签订日期：____年__月__日"), "", ""),
        (("石州市人民政府常务会议纪要", "2023年6月20日下午，市长主持召开会议，纪要如下：", "一、甲"), "石州市人民政府", "2023-06-20"),
        (("澳門特別行政區", "第5/2023號法律", "節水", "立法會根據《某法》，制定本法律。", "第一條　標的", "第二條　生效", "二零二三年三月二十日通過。", "立法會主席　高某某"), "澳門特別行政區立法會", "2023-03-20"),
        (("中华人民共和国国家标准", "GB/T 99999—2023", "节水评价规范", "2023-05-23发布", "2023-12-01实施", "国家市场监督管理总局", "1　范围", "1.1　适用于社区。"), "国家市场监督管理总局", "2023-05-23"),
        (("第999章", "《綠地條例》", "版本日期：1.7.2021", "由立法會制定。", "第1部", "導言", "1.　簡稱", "可稱綠地條例。"), "香港特別行政區立法會", "2021-07-01"),
        (("关于绿地的规则", "由立法會制定。", "一、甲"), "", ""),
        (("海关总署关于某类货物查验的公告", "一、甲。", "特此公告。", "海关总署", "2023年5月6日"), "海关总署", "2023-05-06"),
        (("某市城市绿地规范", "2023-05-06 发布　2023-10-01 实施", "1　范围", "1.1　适用于社区。"), "", "2023-05-06"),
        (("中国共产党某市委员会工作规则", "（2023年5月6日某市委常委会会议审议批准　2023年5月10日中共某市委发布）", "第一条　甲。"), "中共某市委", "2023-05-06"),
        (("某党印发《某工作条例》", "近日印发了《某工作条例》。", "某工作条例", "（2022年12月26日某党中央发布）", "第一条　为了工作，制定本条例。", "第二条　即日施行。"), "", "2022-12-26"),
    ],
)  # fmt: skip
def test_issuer_and_date_stand_in_the_head_of_minutes_speeches_and_contracts(lines: tuple[str, ...], issuer: str, day: str) -> None:
    found = recognise(parsed_of(raw_of("\n".join(lines))))
    assert (found.issuer.value if found.issuer else "") == issuer
    assert (found.date.value if found.date else "") == day


@pytest.mark.parametrize(
    ("lines", "place", "level", "title"),
    [
        (("GB 99999—2023", "绿地卫生标准"), "全国", "central", "绿地卫生标准"),
        (("HJ 99.9—2023", "绿地评价技术 大气"), "全国", "central", "绿地评价技术 大气"),
        (("中华人民共和国国家环境保护标准", "HJ 99.9—2023", "绿地评价", "第1部分：要求"), "全国", "central", "绿地评价第1部分：要求"),
        (("DB51", "DB51/T 9999—2023", "绿地养护规范"), "四川", "province", "绿地养护规范"),
        (("四川省地方标准", "DB51/T 9999—2023", "绿地养护规范"), "四川", "province", "绿地养护规范"),
        (("DB5101/T 99—2023", "绿地养护规范"), "", "city", "绿地养护规范"),
        (("T/ABC 99—2023", "绿地养护规范"), "", "", "绿地养护规范"),
    ],
)
def test_whose_a_standard_is_its_number_says(lines: tuple[str, ...], place: str, level: str, title: str) -> None:
    found = recognise(parsed_of(raw_of("\n".join((*lines, "1　范围", "适用于绿地。", "2　要求", "2.1　适时浇水。")))))
    said = [finding.value if finding else "" for finding in (found.place, found.level, found.title)]
    assert said == [place, level, title]


def test_a_sound_that_ascii_lacks_is_written_with_v() -> None:
    assert proposed_id("吕梁", "2024-07-01") == "lvliang-2024"
