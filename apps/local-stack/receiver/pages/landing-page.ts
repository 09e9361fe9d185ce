import { layout } from "./layout.ts";
import { siteHeader } from "./site-header.ts";

/** A campaign page such as an agency would build: a plain HTML form that works without any script of ours. */
export const landingPage = (formUrl: string, adminUrl: string) =>
  layout(
    "Lakeside Residences · LeadRelay demo",
    `${siteHeader("/", adminUrl)}
<main class="split">
  <section>
    <h1>Homes by the lake, from ₹1.2 crore</h1>
    <p class="soft">A made-up project on a page that stands for any of yours. The form posts to LeadRelay's edge, which answers in milliseconds and sends you on; the lead is then stored, recognised and delivered.</p>
    <ul class="facts">
      <li>Send it once: the lead appears in the <a href="/inbox">inbox</a> within about a second, and in the <a href="${adminUrl}">admin UI</a>: the terminal says what to sign in with.</li>
      <li>Send it again: the same person is stored, and not sent twice.</li>
      <li>Leave out e-mail and phone: the answer says what is missing and keeps what you typed.</li>
    </ul>
  </section>
  <section class="card" aria-labelledby="ask">
    <h2 id="ask">Ask for the brochure</h2>
    <form action="${formUrl}" method="post" accept-charset="utf-8">
      <label>Name <input name="name" autocomplete="name" required></label>
      <label>E-mail <input name="email" type="email" autocomplete="email"></label>
      <div class="pair">
        <label>Country
          <select name="countrycode" autocomplete="tel-country-code">
            <option value="+91">India +91</option>
            <option value="+971">UAE +971</option>
            <option value="+44">UK +44</option>
            <option value="+49">Germany +49</option>
            <option value="+1">USA +1</option>
          </select>
        </label>
        <label>Phone <input name="phone" type="tel" autocomplete="tel-national" inputmode="tel"></label>
      </div>
      <label>Project
        <select name="project">
          <option>Lakeside Residences</option>
          <option>Hilltop Villas</option>
        </select>
      </label>
      <label>Message <textarea name="message" rows="3"></textarea></label>
      <div class="off-screen" aria-hidden="true">
        <label>Website <input name="__pg_website" tabindex="-1" autocomplete="off"></label>
      </div>
      <input type="hidden" name="__pg_tts">
      <input type="hidden" name="page_url">
      <button>Send me the brochure</button>
    </form>
  </section>
</main>
<script>
const form = document.querySelector("form"), rendered = Date.now();
form.elements.page_url.value = location.href;
form.addEventListener("submit", () => { form.elements.__pg_tts.value = Math.round((Date.now() - rendered) / 1000); });
</script>`,
  );
