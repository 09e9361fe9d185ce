import { collectorOf } from "./collector-of.ts";
import { flush, init, track } from "./index.ts";

const defaultKept = "Saved, and sent once you are online.";

Object.assign(window, { leadrelay: { init, track, flush } });

const script = document.currentScript;
if (script instanceof HTMLScriptElement && script.dataset["form"] !== undefined) {
  const { form, privacy, fetch, kept = defaultKept } = script.dataset;
  init({
    form,
    to: collectorOf(script.src),
    forms: `${new URL(script.src).origin}/f/`,
    privacy: privacy !== undefined,
    fetch: fetch !== undefined,
    kept,
  });
}
