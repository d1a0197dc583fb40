/* What the pages gain with JavaScript; without it links are links and everything is readable. */
import { startFilter } from "./page/list_filter.js";
import { startGlosses } from "./page/gloss_tip.js";
import { startLayers } from "./page/layer_switches.js";
import { startScheme } from "./page/scheme.js";
import { startSorting } from "./page/sorting.js";

startScheme();
startGlosses();
startLayers();
startFilter();
startSorting();
