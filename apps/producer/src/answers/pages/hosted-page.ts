import type { HostedField, HostedPageAtEdge } from "@leadrelay/contracts/hosted-page";
import { comparableName } from "@leadrelay/core/fields/aliases";
import { textOf, type BodyEntry } from "@leadrelay/core/fields/extract-fields";
import { findField, type FieldMapping } from "@leadrelay/core/fields/field-mapping";
import { hiddenInput, isReplaced, quoted } from "./correction-parts.ts";
import { html, type Html } from "./html.ts";
import { hostedStyle } from "./hosted-style.ts";
import { page } from "./page.ts";

/** Where our own pages have their trap. */
const honeypot = "__pg_website";

/** A form's own page, and what it knows of who looks at it. */
export interface Shown {
  hosted: HostedPageAtEdge;
  mapping: FieldMapping;
  /** What is sent along unseen. */
  hidden: readonly BodyEntry[];
  /** What was posted before, where that reached nobody. */
  typed?: readonly BodyEntry[];
}

/** The form as a page of its own. It has no action: it posts to the address it stands at, and what its query says comes along. */
export function hostedPage({ hosted, mapping, hidden, typed }: Shown): Html {
  const { page: said, agency, hue } = hosted;
  const reach = said.fields.filter(({ name }) => isReach(name, mapping));
  const given = typed === undefined ? [] : reach.filter(({ name }) => valueOf(name, typed) !== "");
  const wrong = typed === undefined ? [] : given.length > 0 ? given : reach;
  const shown = new Set([...said.fields.map(({ name }) => comparableName(name)), honeypot, "consent"]);
  const kept = [...hidden, ...(typed ?? []).filter((entry) => !isReplaced(entry, mapping))].filter(
    ([name]) => !shown.has(comparableName(name)),
  );
  const fields = said.fields.map((field) => fieldOf(field, typed, wrong));
  return page(
    typed === undefined ? said.title : `Error: ${said.title}`,
    html`<p class="agency">${agency}</p>
      <h1>${said.title}</h1>
      ${paragraphs(said.intro)}${typed === undefined ? html`` : summary(wrong, typed)}
      <form method="post" accept-charset="utf-8" ${typed === undefined ? html`` : html` novalidate`}>
        ${kept.map(hiddenInput)}${fields}${said.consent === null ? html`` : consentOf(said.consent, typed)}
        <div class="away" aria-hidden="true">
          <label
            >Leave this empty
            <input name="${honeypot}" tabindex="-1" autocomplete="off" value="${valueOf(honeypot, typed)}"
          /></label>
        </div>
        <button type="submit">${said.button}</button>
      </form>`,
    hue,
    hostedStyle,
  );
}

/** What whoever sent the form reads, where it has no page of its own for that. */
export const hostedThanks = ({ page: { title, thanks }, agency, hue }: HostedPageAtEdge): Html =>
  page(
    title,
    html`<p class="agency">${agency}</p>
      <h1>${title}</h1>
      <div role="status">${paragraphs(thanks)}</div>`,
    hue,
    hostedStyle,
  );

const isReach = (name: string, mapping: FieldMapping) => {
  const field = findField(name, mapping);
  return field === "email" || field === "phone";
};

const valueOf = (name: string, typed: readonly BodyEntry[] = []): string => {
  const named = typed.filter(([other]) => comparableName(other) === comparableName(name));
  return textOf((named.find(([, value]) => textOf(value) !== "") ?? named[0])?.[1]);
};

const paragraphs = (text: string): Html[] =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => html`<p>${line}</p> `);

function summary(wrong: readonly HostedField[], typed: readonly BodyEntry[]): Html {
  const lines = wrong.map(({ name, label }) => {
    const value = valueOf(name, typed);
    return html`<p>
      <a href="#${idOf(name)}"
        >${value === "" ? `${label}: we need this to reach you.` : `${label}: ${quoted(value)} is not complete.`}</a
      >
    </p> `;
  });
  const oneIsEnough = wrong.length > 1 ? html`<p>One of these is enough.</p>` : html``;
  return html`<div class="summary" role="alert" id="summary">
    ${lines}${oneIsEnough}
    <p>Everything else you typed is kept.</p>
  </div>`;
}

/** Names may hold anything, half a character too; ids no blanks. */
const idOf = (name: string) => `f-${encodeURIComponent(name.toWellFormed())}`;

function fieldOf(
  field: HostedField,
  typed: readonly BodyEntry[] | undefined,
  wrong: readonly HostedField[],
): Html {
  const { name, label, kind, is_required } = field;
  const id = idOf(name);
  const required = is_required ? html` required` : html``;
  const value = valueOf(name, typed);
  if (kind === "checkbox")
    return html`<label class="tick" for="${id}"
      ><input
        type="checkbox"
        id="${id}"
        name="${name}"
        value="yes"
        ${required}${value === "" ? html`` : html` checked`}
      />
      <span>${label}</span></label
    > `;
  const invalid = wrong.includes(field)
    ? html` aria-invalid="true" aria-describedby="summary"${field === wrong[0] ? html` autofocus` : html``}`
    : html``;
  const attributes = html`id="${id}" name="${name}"${required}${invalid}`;
  return html`<label for="${id}">${label}${mark(is_required)}</label> ${inputOf(field, attributes, value)} `;
}

const mark = (isRequired: boolean) => (isRequired ? html`` : html` <span class="optional">(optional)</span>`);

const complete: Readonly<Record<string, string>> = { email: "email", tel: "tel" };

function inputOf({ kind, name, options }: HostedField, attributes: Html, value: string): Html {
  if (kind === "textarea") return html`<textarea rows="4" ${attributes}>${`\n${value}`}</textarea>`;
  if (kind === "select")
    return html`<select ${attributes}>
      <option value=""></option>
      ${options.map((option) => html`<option${option === value ? html` selected` : html``}>${option}</option> `)}
    </select>`;
  const autocomplete = complete[kind] ?? (/name/i.test(name) ? "name" : "on");
  return html`<input type="${kind}" ${attributes} autocomplete="${autocomplete}" value="${value}" />`;
}

const consentOf = (consent: string, typed: readonly BodyEntry[] | undefined): Html =>
  html`<label class="tick" for="f-consent"
    ><input
      type="checkbox"
      id="f-consent"
      name="consent"
      value="${consent}"
      required${valueOf("consent", typed) === "" ? html`` : html` checked`}
    />
    <span>${consent}</span></label
  > `;
