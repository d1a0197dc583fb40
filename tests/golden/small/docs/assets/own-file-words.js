/* 由 duidu 从 zh.toml 和 source/words.yml 生成，请勿手改 */
Object.assign(window.words.entries, {
 "own_choose": "选择文件（纯文本、网页、Word）：",
 "own_paste": "或把全文粘贴在这里：",
 "own_compare": "核对",
 "own_equal": "一致：本页 {count} 句（含标题）都在您的文件里，次序相同，别无文字。",
 "own_all_and_more": "一致：本页 {count} 句（含标题）都在您的文件里，次序相同。另有 {more} 处文字，多是网页附带的：",
 "own_result": "本页 {count} 句（含标题），{same} 句一致；文字不同 {differs} 处，缺 {lacks} 处、多出 {more} 处，次序不同 {moved} 句。全角半角、空格、换行不算不同。",
 "own_differs": "文字不同",
 "own_lacks": "您的文件里没有",
 "own_more": "您的文件里多出",
 "own_moved": "在您的文件里是另外的次序",
 "own_ours": "本页：{text}",
 "own_theirs": "您的文件：",
 "own_here": "此处",
 "own_pdf": "PDF 在浏览器里读不准：打开它，全选、复制，粘贴在下面。",
 "own_unknown": "读不出这个文件。能读纯文本、网页、Word（.docx）；也可把文字粘贴在下面。"
});
