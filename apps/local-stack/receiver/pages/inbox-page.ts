import { inboxScript } from "./inbox-script.ts";
import { layout } from "./layout.ts";
import { siteHeader } from "./site-header.ts";

/** What arrived at the hook, newest first; the page asks for news by itself. */
export const inboxPage = (formUrl: string) =>
  layout(
    "Inbox · LeadRelay demo",
    `${siteHeader("/inbox")}
<main>
  <h1>Inbox</h1>
  <p class="soft" role="status" id="count"></p>
  <section class="card" id="empty" hidden aria-labelledby="nothing">
    <h2 id="nothing">Nothing has arrived yet</h2>
    <p>Send a lead from the <a href="/">landing page</a>, or from a terminal:</p>
    <pre>curl -i ${formUrl} -d name=Asha -d email=asha@example.com -d phone=9820012345</pre>
    <p class="soft">This page stands for the CRM: it lists what LeadRelay delivers to <code>/hook</code>. To see a retry, let the hook fail twice first:</p>
    <pre id="behave"></pre>
  </section>
  <ol class="deliveries" id="deliveries"></ol>
</main>
<noscript><p>This page needs JavaScript; <a href="/hook/_received">/hook/_received</a> has the same as JSON.</p></noscript>
<script>${inboxScript}</script>`,
  );
