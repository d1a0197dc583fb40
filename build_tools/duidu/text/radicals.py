"""Radicals that have a code of their own, and the characters that look like them: fonts draw both with one sign, and PDFs take one for the other."""

RADICALS = dict(
    zip(
        "⺁⺂⺃⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺕⺖⺘⺙⺛⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "厂乛乚亻冂几刀刂卜㔾小小兀尣尢巳幺彑彐忄扌攵旡月歺母民氵氺灬爫爫丬犭王疋罒示礻竹糹纟罓罒㓁网羊羊羊耂肀聿肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
        strict=True,
    )
)
"""Those of Unicode's supplement (2E80–2EF3), by EquivalentUnifiedIdeograph, as Source Han and Noto CJK draw them; NFKC knows the others."""
