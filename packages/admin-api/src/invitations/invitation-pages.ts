import type { Problem } from "@leadrelay/contracts/problem";
import type { Invitation } from "@leadrelay/db/invitations/invitations";
import { html } from "hono/html";
import { page, type Markup } from "../html/page.ts";
import { passwordField } from "../html/password-field.ts";

const roleWords: Record<Invitation["role"], string> = {
  agency_owner: "an owner",
  agency_operator: "an operator",
  client_admin: "an administrator of its client",
  client_viewer: "a viewer of its client",
};

/** Asks whoever is invited for a name and a password; whoever has an account, only for a yes. */
export const invitationPage = (
  invitation: Invitation,
  token: string,
  { hasAccount, problem, name = "" }: { hasAccount: boolean; problem?: Problem; name?: string },
): Markup =>
  page(
    `Join ${invitation.agency_name}`,
    html`<div class="card">
      <h1>Join ${invitation.agency_name}</h1>
      <p>${invitation.invited_by} invites you as ${roleWords[invitation.role]}.</p>
      ${problem === undefined ? "" : html`<p class="bad" role="alert">${problem.detail}</p>`}
      <form method="post" action="/invitation">
        <input type="hidden" name="token" value="${token}" />
        <label for="email">E-mail</label>
        <input id="email" type="email" value="${invitation.email}" autocomplete="username" readonly />
        ${hasAccount ? ownAccount() : newAccount(name)}
        <button>Accept</button>
      </form>
    </div>`,
  );

const ownAccount = (): Markup =>
  html`<label for="password">Your password</label>
    <input
      id="password"
      name="password"
      type="password"
      autocomplete="current-password"
      aria-describedby="own"
    />
    <p id="own" class="soft">
      You have an account here, so show that it is yours. With a second factor, or if you forgot the password,
      sign in at the terminal instead, then run
      <code>leadrelay operator accept</code> with this link.
    </p>`;

const newAccount = (name: string): Markup =>
  html`<label for="name">Your name</label>
    <input id="name" name="name" value="${name}" maxlength="200" autocomplete="name" />
    ${passwordField()}`;

export const acceptedPage = (
  { email, agency_name }: { email: string; agency_name: string },
  server: string,
) =>
  page(
    "You are in",
    html`<div class="card">
      <h1>You are in</h1>
      <p>You belong to ${agency_name} now. Sign in as ${email}:</p>
      <pre>leadrelay login --url ${server}</pre>
      <p class="soft">This link is used up; you can close the page.</p>
    </div>`,
  );
