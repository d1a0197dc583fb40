/* The page of a document: its apparatus, and what is copied and shared of its text. */
import { startCopying } from "./page/copying.js";
import { startReading } from "./page/reading.js";
import { startMark } from "./page/sentence_mark.js";
import { startOwnFile } from "./page/own_file_opener.js";
import { MenuOpener } from "./page/menu_opener.js";
import { article, page } from "./page/unit_page.js";

if (page && article) {
  startCopying();
  const menu = new MenuOpener(page);
  startMark(menu);
  startReading(menu);
  startOwnFile();
}
