import { html, type Html } from "./html.ts";

const style = html`
  :root { color-scheme: light dark; --line: light-dark(#c9ced6, #4a5260); --accent: light-dark(#1a56b8,
  #8ab4ff); --bad: light-dark(#b3261e, #ff9a91); --back: light-dark(#f6f7f9, #14171c); --card:
  light-dark(#fff, #1d2128); } body { margin: 0; min-height: 100vh; display: grid; place-items: center;
  background: var(--back); color: CanvasText; font: 1.0625rem/1.55 system-ui, sans-serif; } main { box-sizing:
  border-box; width: min(32rem, 100% - 2rem); margin: 2rem 0; padding: 2rem; background: var(--card); border:
  1px solid var(--line); border-radius: .75rem; } h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height:
  1.25; } label { display: block; margin-top: 1.25rem; font-weight: 600; } input { box-sizing: border-box;
  width: 100%; margin-top: .25rem; padding: .6rem .75rem; font: inherit; color: inherit; background:
  transparent; border: 1px solid var(--line); border-radius: .5rem; } input[aria-invalid] { border-color:
  var(--bad); } :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; } .hint { margin:
  .25rem 0 0; } .summary { padding: .75rem 1rem; border: 2px solid var(--bad); border-radius: .5rem; }
  .summary p { margin: 0; overflow-wrap: anywhere; } a { color: var(--accent); } button { margin-top: 1.5rem;
  padding: .65rem 1.5rem; font: inherit; font-weight: 600; color: light-dark(#fff, #10131a); background:
  var(--accent); border: 0; border-radius: .5rem; cursor: pointer; } code { overflow-wrap: anywhere; }
`;

/** Every page of ours: one card, light and dark, nothing loaded from elsewhere. */
export const page = (title: string, content: Html): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html> `;
