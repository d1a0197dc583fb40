/* What only the pages of comparison need: filters above the rows, and old addresses of rows that moved to a part. */
import { startRowFilter } from "./page/row_filter.js";
import { startRowParts } from "./page/row_parts.js";
import { startTakerList } from "./page/taker_list.js";

startRowFilter();
startRowParts();
startTakerList();
