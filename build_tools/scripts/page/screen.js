/* What kind of screen it is: where there is a margin, the apparatus stands in it; elsewhere it comes in a sheet. */

export const desk = matchMedia("screen and (min-width: 60em)");

/** Once in the next frame, however often it is asked for. @param {() => void} act */
export const soon = (act) => {
  let due = 0;
  return () => {
    due ||= requestAnimationFrame(() => {
      due = 0;
      act();
    });
  };
};
