import { layout } from "./layout.ts";
import { siteHeader } from "./site-header.ts";

/** Where the demo form's callers are sent. */
export const thankYouPage = () =>
  layout(
    "Thank you · LeadRelay demo",
    `${siteHeader()}
<main class="narrow">
  <h1>Thank you. We have it.</h1>
  <p class="soft">The edge acknowledged your request before it sent you here. By now it is on its way to the CRM.</p>
  <p><a class="button" href="/inbox">See it arrive</a> &nbsp; <a href="/">Send another</a></p>
</main>`,
  );

export const notFoundPage = () =>
  layout(
    "Not found · LeadRelay demo",
    `${siteHeader()}
<main class="narrow">
  <h1>There is nothing here.</h1>
  <p>Try the <a href="/">landing page</a> or the <a href="/inbox">inbox</a>.</p>
</main>`,
  );
