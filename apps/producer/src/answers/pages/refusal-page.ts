import type { Refusal } from "../../refusal.ts";
import { html, type Html } from "./html.ts";
import { page } from "./page.ts";

const adviceFor: Partial<Record<Refusal["status"], string>> = {
  400: "If you filled in a form, please go back and try again, or tell the owner of the page what is written above.",
  404: "Please tell the owner of the page that you came from.",
  405: "If you came here by a link or reloaded this page, go back to the form and send it from there.",
  413: "Please go back, leave out attached files, and send the form again.",
  415: "If you filled in a form, please tell the owner of the page what is written above.",
};

/** Says why nothing was taken and what to do next. What only a form's author understands comes after the advice. */
export function refusalPage({ status, title, detail, advice = adviceFor[status] }: Refusal): Html {
  const lines = status === 405 ? [advice, `For the form's author: ${detail}`] : [detail, advice];
  const [first, second] = lines.filter((line) => line !== undefined);
  return page(
    title,
    html`<h1>${title}</h1>
      <p role="alert">${first ?? ""}</p>
      ${second === undefined ? html`` : html`<p>${second}</p>`}`,
  );
}
