import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

/** What `hono/html` makes: escaped text, safe to put into a page. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Scripts never run on these pages, and nothing is loaded from anywhere. */
export const pageHeaders = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
};

/** A whole page of ours, served without the app: readable on a phone, in the dark, and without a script. */
export const page = (title: string, body: Markup): Markup =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · LeadRelay</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`;

const style = `
  :root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --paper: #fff; --back: #f6f8fa; --strong: #0b5fff; --bad: #b42318; }
  @media (prefers-color-scheme: dark) {
    :root { --ink: #e6edf3; --soft: #9aa4af; --line: #343b44; --paper: #161b22; --back: #0d1117; --strong: #6ea8ff; --bad: #ff8a80; }
  }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--back); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
  main { max-width: 62rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
  h1 { font-size: 1.6rem; margin: 0 0 0.5rem; }
  a { color: var(--strong); }
  code, pre { font: 0.9em/1.5 ui-monospace, monospace; }
  pre { overflow-x: auto; background: var(--back); border: 1px solid var(--line); border-radius: 6px; padding: 0.75rem; }
  .card { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 1.5rem; max-width: 30rem; margin: 2rem auto; }
  .soft { color: var(--soft); }
  .bad { color: var(--bad); }
  label { display: block; margin-top: 1rem; font-weight: 600; }
  input { width: 100%; font: inherit; padding: 0.55rem; border: 1px solid var(--line); border-radius: 6px; background: var(--paper); color: inherit; }
  input:focus-visible, button:focus-visible, a:focus-visible, summary:focus-visible { outline: 3px solid var(--strong); outline-offset: 2px; }
  button { margin-top: 1.25rem; font: inherit; font-weight: 600; padding: 0.6rem 1.1rem; border: 0; border-radius: 6px; background: var(--strong); color: var(--paper); cursor: pointer; }
  .columns { display: grid; grid-template-columns: 13rem 1fr; gap: 2rem; }
  @media (max-width: 50rem) { .columns { grid-template-columns: 1fr; } nav { position: static !important; max-height: none !important; } }
  nav { position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem); overflow-y: auto; }
  nav ul { list-style: none; margin: 0; padding: 0; }
  nav a { display: block; padding: 0.15rem 0; text-decoration: none; }
  details { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; margin: 0.5rem 0; }
  summary { cursor: pointer; padding: 0.6rem 0.8rem; display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: baseline; }
  details > div { padding: 0 1rem 1rem; border-top: 1px solid var(--line); }
  details > div[id] { scroll-margin-top: 4rem; }
  .verb { font: 700 0.8rem ui-monospace, monospace; min-width: 3.6rem; color: var(--strong); }
  table { border-collapse: collapse; width: 100%; margin: 0.5rem 0; }
  th, td { text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); padding: 0.35rem 0.5rem 0.35rem 0; }
  h3 { font-size: 1rem; margin: 1.25rem 0 0.25rem; }
  td p, div > p { margin: 0.5rem 0; }
`;
