/* The part that is loaded when a reader wants to compare a file of his own. */
import { startPanel } from "./own_file/panel.js";
import { byId } from "./page/dom.js";

const place = byId("about-own-file");
if (place && !place.querySelector("input")) {
  const opener = place.querySelector("button");
  startPanel(place);
  opener?.remove();
}
