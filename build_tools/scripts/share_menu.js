/* The part of sharing that is loaded when the menu is first opened. */
import { ShareMenu } from "./page/share_menu.js";

document.dispatchEvent(new CustomEvent("share-menu", { detail: ShareMenu }));
