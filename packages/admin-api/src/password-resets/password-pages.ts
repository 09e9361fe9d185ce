import type { Problem } from "@leadrelay/contracts/problem";
import { html } from "hono/html";
import { page, type Markup } from "../html/page.ts";
import { passwordField } from "../html/password-field.ts";

/** Asks for the new password. */
export const passwordPage = (email: string, token: string, problem?: Problem): Markup =>
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
  );

export const passwordChosenPage = (email: string) =>
  page(
    "Saved",
    html`<div class="card">
      <h1>Saved</h1>
      <p>${email} signs in with the new password from now on. Every other session was ended.</p>
    </div>`,
  );
