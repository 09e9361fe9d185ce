import { html } from "./html.ts";
import { page } from "./page.ts";

/** Where a submission leads when neither the caller nor the form names an allowed page. */
export const thankYouPage = () =>
  page(
    "Thank you",
    html`<h1>Thank you</h1>
      <p>Your details have arrived. We will be in touch soon.</p>`,
  );
