import { shortestPassword } from "@leadrelay/contracts/password-length";
import type { Problem } from "@leadrelay/contracts/problem";
import type { NamedInvitation } from "@leadrelay/db/invitations/invitations";
import { html } from "hono/html";
import { toLook } from "../brands/brand-schema.ts";
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

/** What stands on the page besides the invitation. `isYours`: whoever opened it is signed in to the account it is for. */
interface Shown {
  problem?: Problem;
  name?: string;
  isYours: boolean;
}

/** Asks whoever is invited for a name and a password: the same of everybody who is not signed in, because whoever invites sees it too. */
export const invitationPage = (
  invitation: NamedInvitation,
  token: string,
  { problem, name = "", isYours }: Shown,
): Markup =>
  page(
    `Join ${invitation.agency_name}`,
    html`<div class="card">
      <h1>Join ${invitation.agency_name}</h1>
      <p>${invitation.invited_by} invites you as ${roleWords[invitation.role]}${ofClients(invitation)}.</p>
      ${problem === undefined ? "" : html`<p class="bad" role="alert">${problem.detail}</p>`}
      <form method="post" action="/invitation">
        <input type="hidden" name="token" value="${token}" />
        ${isYours ? signedInAs(invitation.email) : askWho(invitation.email, name)}
        <button>Accept</button>
      </form>
    </div>`,
    lookOf(invitation),
  );

const signedInAs = (email: string): Markup =>
  html`<p>You are signed in as ${email}.</p>
    <input type="hidden" name="signed-in" value="yes" />`;

const askWho = (email: string, name: string): Markup =>
  html`<label for="email">E-mail</label>
    <input id="email" type="email" value="${email}" autocomplete="username" readonly />
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
      address, give its password and it keeps its name. With a second factor,
      <a href="/sign-in">sign in</a> first and then open this link again. If you forgot the password, ask
      whoever runs this installation for a link to choose a new one.
    </p>`;

const lookOf = ({ agency_name, hue, logo_id }: NamedInvitation) =>
  toLook({ name: agency_name, hue, logo_id });

export const acceptedPage = (invitation: NamedInvitation, isSignedIn: boolean): Markup =>
  page(
    "You are in",
    html`<div class="card">
      <h1>You are in</h1>
      <p>
        You belong to ${invitation.agency_name} now, as ${roleWords[invitation.role]}${ofClients(invitation)}.
      </p>
      ${
        isSignedIn
          ? html`<p><a class="button" href="/">Open it</a></p>`
          : html`<p>Sign in as ${invitation.email} with the password that you have just given.</p>
              <p><a class="button" href="/sign-in">Sign in</a></p>`
      }
      <p class="soft">This link is used up; you can close the page.</p>
    </div>`,
    lookOf(invitation),
  );
