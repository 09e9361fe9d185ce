import { html } from "hono/html";
import { shortestPassword } from "@leadrelay/contracts/password-length";
import type { Markup } from "./page.ts";

/** Where a new password is chosen, with its rule. */
export const passwordField = (): Markup =>
  html`<label for="password">Choose a password</label>
    <input
      id="password"
      name="password"
      type="password"
      minlength="${shortestPassword}"
      required
      autocomplete="new-password"
      aria-describedby="rule"
    />
    <p id="rule" class="soft">At least ${shortestPassword} characters. Long beats complicated.</p>`;
