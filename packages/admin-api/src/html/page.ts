import { pageStyle } from "@leadrelay/look/page-style";
import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { toLook } from "../brands/brand-schema.ts";

/** What `hono/html` makes: escaped text, safe to put into a page. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/**
 * What a page of ours is sent with: its own sheet counts, by its hash, and nothing is loaded from anywhere. Of a script that may run the
 * text is named. @param text the whole page, whose first `<style>` is `page`'s
 */
export async function pageHeadersOf(
  text: string,
  script: string | null = null,
): Promise<Record<string, string>> {
  const sheet = /<style>([^]*?)<\/style>/.exec(text)?.[1] ?? "";
  const policy = [
    "default-src 'none'",
    `style-src ${await hashSource(sheet)}`,
    "img-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    ...(script === null ? [] : [`script-src ${await hashSource(script)}`]),
  ];
  return {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy.join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
  };
}

async function hashSource(text: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return `'sha256-${btoa(String.fromCharCode(...hash))}'`;
}

/** Whose page it is; null is ours. */
type Look = ReturnType<typeof toLook>;

/** A whole page of ours, served without the app: readable on a phone, in the dark, and without a script. In an agency's look where it is hers. */
export const page = (title: string, body: Markup, look: Look | null = null): Markup =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${look?.name ?? "LeadRelay"}</title>
        <style>
          ${raw(pageStyle(look?.hue))}${raw(ownStyle)}
        </style>
      </head>
      <body>
        ${look === null ? "" : whose(look)}
        <main>${body}</main>
      </body>
    </html>`;

const whose = ({ name, logo_url }: Look): Markup =>
  html`<p class="whose">${logo_url === null ? "" : html`<img src="${logo_url}" alt="" />`}${name}</p>`;

/** What the reference has beside cards. */
const ownStyle = `
  main { max-width: 62rem; margin: 0 auto; padding: 1rem 1rem 4rem; }
  code, pre { font: 0.9em/1.5 ui-monospace, monospace; }
  pre { overflow-x: auto; background: var(--canvas); border: 1px solid var(--line); border-radius: 6px; padding: 0.75rem; }
  .whose { display: flex; align-items: center; justify-content: center; gap: 0.6rem; margin: 8vh 1rem 0; font-weight: 600; }
  .whose img { max-height: 2.5rem; max-width: 10rem; }
  .whose + main > .card { margin-top: 1rem; }
  .bad { color: var(--bad); }
  .columns { display: grid; grid-template-columns: 13rem 1fr; gap: 2rem; }
  @media (max-width: 50rem) { .columns { grid-template-columns: 1fr; } nav { position: static !important; max-height: none !important; } }
  nav { position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem); overflow-y: auto; }
  nav ul { list-style: none; margin: 0; padding: 0; }
  nav a { display: block; padding: 0.15rem 0; text-decoration: none; }
  details { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; margin: 0.5rem 0; }
  summary { cursor: pointer; padding: 0.6rem 0.8rem; display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: baseline; }
  details > div { padding: 0 1rem 1rem; border-top: 1px solid var(--line); }
  details > div[id] { scroll-margin-top: 4rem; }
  .verb { font: 700 0.8rem ui-monospace, monospace; min-width: 3.6rem; color: var(--brand); }
  table { border-collapse: collapse; width: 100%; margin: 0.5rem 0; }
  th, td { text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); padding: 0.35rem 0.5rem 0.35rem 0; }
  h3 { font-size: 1rem; margin: 1.25rem 0 0.25rem; }
  td p, div > p { margin: 0.5rem 0; }
`;
