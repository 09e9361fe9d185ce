import { flush, record } from "./record.ts";

const scrollPauseMs = 250;
const longestWhat = 100;

const here = () => location.pathname.slice(0, longestWhat);

/** Follows what a person does on the page, until it is left. @param moved Told of each further page that a script shows. */
export function listen(moved: () => void): void {
  let shown = location.href;
  const opened = () => {
    record("page_view", { what: here() });
    moved();
  };
  const navigated = () => {
    if (location.href.split("#")[0] === shown.split("#")[0]) return;
    shown = location.href;
    record("navigation", { what: here() });
    opened();
  };
  opened();
  for (const name of ["pushState", "replaceState"] as const) {
    const push = history[name];
    history[name] = function (...given) {
      push.apply(this, given);
      navigated();
    };
  }
  addEventListener("popstate", navigated);
  addEventListener("click", ({ target }) => record("click", { what: selectorOf(target) }), true);
  addEventListener("scroll", throttled(scrolled), { capture: true, passive: true });
  addEventListener("visibilitychange", () => {
    record("visibility", { what: document.visibilityState });
    if (document.visibilityState === "hidden") flush();
  });
  addEventListener("pagehide", flush);
}

let deepest = 0;

function scrolled(): void {
  const { scrollHeight, clientHeight } = document.documentElement;
  const percent = Math.min(100, Math.round((scrollY / Math.max(1, scrollHeight - clientHeight)) * 100));
  if (percent > deepest) record("scroll", { percent });
  deepest = Math.max(deepest, percent);
}

function throttled(run: () => void): () => void {
  let waits = false;
  return () => {
    if (waits) return;
    waits = true;
    setTimeout(() => {
      waits = false;
      run();
    }, scrollPauseMs);
  };
}

/** What was clicked, by its name in the page and never by what people read on it. */
function selectorOf(target: EventTarget | null): string {
  if (!(target instanceof Element)) return "page";
  const element = target.closest("a,button,input,select,textarea,label,summary,[role]") ?? target;
  const name =
    element.id === "" ? [...element.classList].slice(0, 1).map((one) => `.${one}`) : [`#${element.id}`];
  return [element.localName, ...name].join("").slice(0, longestWhat);
}
