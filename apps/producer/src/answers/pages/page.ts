import { pageStyle } from "@leadrelay/look/page-style";
import { html, type Html } from "./html.ts";

const own: Html = {
  text: ".hint{margin:.25rem 0 0}.summary{padding:.75rem 1rem;border:2px solid var(--bad);border-radius:.5rem}.summary p{margin:0;overflow-wrap:anywhere}",
};

/**
 * Every page of ours: one card, light and dark, nothing loaded from elsewhere; with the hue of whose form it is, where that is known.
 * @param more style that only this page needs
 */
export const page = (title: string, content: Html, hue: number | null = null, more: Html = html``): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <style>
          ${{ text: pageStyle(hue) }}${own}${more}
        </style>
      </head>
      <body>
        <main class="card">${content}</main>
      </body>
    </html> `;
