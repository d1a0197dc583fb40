/* Runs in the head, before the page is drawn: scripts work, and what the reader chose of light and dark. */
import { recall } from "./page/memory.js";

const root = document.documentElement;
root.classList.replace("no-js", "js");
root.dataset.scheme = recall("scheme") ?? "";
