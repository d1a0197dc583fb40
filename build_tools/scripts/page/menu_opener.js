/* Opens the menu of a unit. The menu itself is loaded when it is first wanted: most readers share nothing. */
import { make } from "./dom.js";

/** @typedef {import("./share_menu.js").ShareMenu} ShareMenu */
/** @typedef {import("./unit_page.js").PageCitation} PageCitation */

const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
/** Where the site's folder of scripts lies. */
export const BASE = new URL("../", src).href;
const PART = `${BASE}assets/share-menu.js`;

export class MenuOpener {
  box = make("div", { id: "share", tabIndex: 0, hidden: true });
  /** @type {Promise<ShareMenu> | null} */
  loading = null;

  /** @param {PageCitation} page */
  constructor(page) {
    this.page = page;
    document.body.append(this.box);
  }

  /** The menu's script hands over its class in an event. @returns {Promise<ShareMenu>} */
  menu() {
    return (this.loading ??= new Promise((done) => {
      const take = (/** @type {Event} */ event) => {
        const { detail: Menu } = /** @type {CustomEvent<typeof import("./share_menu.js").ShareMenu>} */ (event);
        done(new Menu(this.page, this.box));
      };
      document.addEventListener("share-menu", take, { once: true });
      const forget = () => (this.loading = null);
      document.head.append(make("script", { src: PART, onerror: forget }));
    }));
  }

  /** @param {HTMLElement} trigger @param {HTMLElement} unit */
  async open(trigger, unit) {
    const menu = await this.menu();
    if (!this.box.hidden && menu.opener === trigger) menu.close(true);
    else menu.open(trigger, unit);
  }

  /**
   * A button or link that opens the menu of a unit.
   * @param {HTMLElement} trigger
   * @param {() => HTMLElement | null} unit
   */
  opensFrom(trigger, unit) {
    trigger.setAttribute("aria-haspopup", "menu");
    trigger.setAttribute("aria-expanded", "false");
    trigger.addEventListener("click", (event) => {
      const target = unit();
      if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.open(trigger, target);
    });
  }
}
