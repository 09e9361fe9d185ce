import { shortestPassword } from "@leadrelay/contracts/password-length";
import type { Problem } from "@leadrelay/contracts/problem";
import type { NamedInvitation } from "@leadrelay/db/invitations/invitations";
import { html } from "hono/html";
import { page, type Markup } from "../html/page.ts";

const roleWords: Record<NamedInvitation["role"], string> = {
  agency_owner: "an owner",
  agency_operator: "an operator",
  client_admin: "an administrator",
  client_viewer: "a viewer",
};

/** ` of Hilltop Villas and Lakeside`. */
const ofClients = ({ client_names }: NamedInvitation) =>
  client_names.length === 0 ? "" : ` of ${client_names.join(" and ")}`;

/** Asks whoever is invited for a name and a password: the same of everybody, because whoever invites sees it too. */
export const invitationPage = (
  invitation: NamedInvitation,
  token: string,
  { problem, name = "" }: { problem?: Problem; name?: string },
): Markup =>
  page(
    `Join ${invitation.agency_name}`,
    html`<div class="card">
      <h1>Join ${invitation.agency_name}</h1>
      <p>${invitation.invited_by} invites you as ${roleWords[invitation.role]}${ofClients(invitation)}.</p>
      ${problem === undefined ? "" : html`<p class="bad" role="alert">${problem.detail}</p>`}
      <form method="post" action="/invitation">
        <input type="hidden" name="token" value="${token}" />
        <label for="email">E-mail</label>
        <input id="email" type="email" value="${invitation.email}" autocomplete="username" readonly />
        <label for="name">Your name</label>
        <input id="name" name="name" value="${name}" maxlength="200" autocomplete="name" />
        <label for="password">Password</label>
        <input
          id="password"
          name="password"
          type="password"
          minlength="${shortestPassword}"
          required
          autocomplete="off"
          aria-describedby="which"
        />
        <p id="which" class="soft">
          New here? Choose one of at least ${shortestPassword} characters. If you have an account under this
          address, give its password and it keeps its name. With a second factor, or if you forgot the
          password, sign in at the terminal instead, then run <code>leadrelay operator accept</code> with this
          link.
        </p>
        <button>Accept</button>
      </form>
    </div>`,
  );

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
