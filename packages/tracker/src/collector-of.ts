/** `/t.js` and `/t-<hash>.js` tell `/t/collect`; under a path of one's own, `/assets/site.js` tells `/assets/site`. */
export const collectorOf = (src: string): string =>
  src.replace(/(-[0-9a-f]{12})?\.js([?#].*)?$/, "").replace(/\/t$/, "/t/collect");
