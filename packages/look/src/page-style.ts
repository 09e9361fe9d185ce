import { ownHue, tokens } from "./tokens.ts";

/** The sheet of a page that is served without the admin UI: its colours with a brand's hue, and how cards, forms and links look. */
export const pageStyle = (hue: number | null = null): string =>
  `:root{color-scheme:light dark;--brand-hue:${hue ?? ownHue};${colours}}${parts}`;

const colours = Object.entries(tokens)
  .map(([name, [light, dark]]) => `--${name}:light-dark(${light},${dark})`)
  .join(";");

const parts =
  "*{box-sizing:border-box}" +
  "body{margin:0;background:var(--canvas);color:var(--ink);font:1rem/1.5 Inter,system-ui,sans-serif}" +
  ".card{width:min(30rem,100% - 2rem);margin:max(1rem,8vh) auto;padding:2rem;background:var(--surface);border:1px solid var(--line);border-radius:.75rem}" +
  "h1{margin:0 0 .75rem;font-size:1.375rem;line-height:1.25}" +
  "label{display:block;margin-top:1.25rem;font-weight:600}" +
  "input,select,textarea{width:100%;margin-top:.25rem;padding:.6rem .75rem;font:inherit;color:inherit;background:var(--surface);border:1px solid var(--soft);border-radius:.5rem}" +
  "[aria-invalid]{border-color:var(--bad)}" +
  "a{color:var(--brand)}" +
  "button,.button{display:inline-block;margin-top:1.5rem;padding:.65rem 1.25rem;font:inherit;font-weight:600;color:var(--brand-ink);background:var(--brand);border:0;border-radius:.5rem;text-decoration:none;cursor:pointer}" +
  ":focus-visible{outline:2px solid var(--brand);outline-offset:2px}" +
  "code{overflow-wrap:anywhere}" +
  ".soft{color:var(--soft)}";
