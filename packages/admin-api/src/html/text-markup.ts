import { html } from "hono/html";
import type { Markup } from "./page.ts";

/** A sentence in which what stands between backticks is code. */
export const textMarkup = (text: string): Markup =>
  html`${text.split("`").map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
