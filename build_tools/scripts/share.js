/* Sharing: what is copied of the text, by selection or from a menu at every paragraph and sentence. */
import { startCopying } from "./page/copying.js";
import { startMark } from "./page/sentence_mark.js";
import { ShareMenu } from "./page/share_menu.js";
import { article, page } from "./page/unit_page.js";

if (page && article) {
  startCopying();
  startMark(new ShareMenu(page));
}
