import type { Html } from "./html.ts";

/** What a form's own page has beside what every page of ours has. */
export const hostedStyle: Html = {
  text: ".agency{margin:0 0 1rem;font-size:.875rem;font-weight:600;color:var(--brand)}textarea{resize:vertical}.optional{font-weight:400;color:var(--soft)}.tick{display:flex;gap:.6rem;align-items:flex-start;font-weight:400}.tick input{width:1.25rem;height:1.25rem;margin:.15rem 0 0;flex:none;accent-color:var(--brand)}.away{position:absolute;left:-10000px;width:1px;height:1px;overflow:hidden}h1,p,label{overflow-wrap:anywhere}",
};
