/* Whether the reader moves by keyboard. An arrival focuses its sentence as well, and a browser then draws the frame of
   the keyboard round it: too much for who only followed a link, and the sentence is marked anyway. */
import { around } from "./dom.js";

let isUsed = false;
document.addEventListener("keydown", () => (isUsed = true), true);
document.addEventListener("pointerdown", () => (isUsed = false), true);

/** Whether it was a key that brought the focus here. @param {EventTarget | null} target */
export const isByKey = (target) => isUsed && around(target, ":focus-visible") !== null;
