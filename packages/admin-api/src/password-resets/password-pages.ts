import type { Problem } from "@leadrelay/contracts/problem";
import { html } from "hono/html";
import type { toLook } from "../brands/brand-schema.ts";
import { page, type Markup } from "../html/page.ts";
import { passwordField } from "../html/password-field.ts";

type Look = ReturnType<typeof toLook>;

/** Asks for the new password. */
export const passwordPage = (
  { email, token, look }: { email: string; token: string; look: Look | null },
  problem?: Problem,
): Markup =>
  page(
    "Choose a new password",
    html`<div class="card">
      <h1>Choose a new password</h1>
      ${problem === undefined ? "" : html`<p class="bad" role="alert">${problem.detail}</p>`}
      <form method="post" action="/password">
        <input type="hidden" name="token" value="${token}" />
        <label for="email">E-mail</label>
        <input id="email" type="email" value="${email}" autocomplete="username" readonly />
        ${passwordField()}
        <button>Save</button>
      </form>
    </div>`,
    look,
  );

export const passwordChosenPage = (email: string, look: Look | null): Markup =>
  page(
    "Saved",
    html`<div class="card">
      <h1>Saved</h1>
      <p>${email} signs in with the new password from now on. Every other session was ended.</p>
      <p><a class="button" href="/sign-in">Sign in</a></p>
    </div>`,
    look,
  );
