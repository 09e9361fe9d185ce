import { html, raw } from "hono/html";
import { page, pageHeadersOf } from "./page.ts";
import type { LinkPage } from "./token-link.ts";

/** Takes the token out of the address, also of the browser's history, and posts it. */
const script = `
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  if (token) {
    history.replaceState(null, "", location.pathname);
    const form = document.getElementById("open");
    form.elements.token.value = token;
    form.submit();
  }
`;

/** Where a link leads first: the server has not seen its token yet. Its one script may run, by its hash; nothing else may. */
export async function respondWithOpener(at: LinkPage): Promise<Response> {
  const text = (await opener(at)).toString();
  return new Response(text, { headers: await pageHeadersOf(text, script) });
}

/** Whole: a space more, and its hash is another. */
const scriptAsHashed = raw(`<script>${script}</script>`);

const opener = (at: LinkPage) =>
  page(
    "Open your link",
    html`<div class="card">
      <h1>Open your link</h1>
      <p>
        If this page stays, your browser runs no scripts, or the link was cut off: paste the whole link that
        you were given, and open it by hand.
      </p>
      <form id="open" method="post" action="${at}">
        <label for="token">Your link</label>
        <input id="token" name="token" maxlength="1000" required autocomplete="off" />
        <button>Open</button>
      </form>
      ${scriptAsHashed}
    </div>`,
  );
