import type { Refusal } from "../../refusal.ts";
import { html } from "./html.ts";
import { page } from "./page.ts";

const advice: Record<Refusal["status"], string> = {
  400: "If you filled in a form, please go back and try again, or tell the owner of the page what is written above.",
  404: "If you followed a form here, please tell the owner of the page.",
  405: "If you came here by a link or reloaded this page, go back to the form and send it from there.",
  413: "Please go back, shorten what you entered or leave out attached files, and send the form again.",
  415: "If you filled in a form, please tell the owner of the page what is written above.",
  503: "Please wait a moment, then reload this page or go back and send the form again.",
};

/** Says why nothing was taken and what to do next. */
export const refusalPage = ({ status, title, detail }: Refusal) =>
  page(
    title,
    html`<h1>${title}</h1>
      <p role="alert">${detail}</p>
      <p>${advice[status]}</p>`,
  );
