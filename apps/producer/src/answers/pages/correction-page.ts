import type { KnownField } from "@leadrelay/contracts/submission-fields";
import { comparableName } from "@leadrelay/core/fields/aliases";
import { textOf, type BodyEntry } from "@leadrelay/core/fields/extract-fields";
import { findField, type FieldMapping } from "@leadrelay/core/fields/field-mapping";
import { referrerField } from "../../request/find-referrer.ts";
import { hiddenInput, isReplaced, quoted } from "./correction-parts.ts";
import { html, type Html } from "./html.ts";
import { page } from "./page.ts";

interface Correction {
  entries: readonly BodyEntry[];
  mapping: FieldMapping;
  redirectUrl: string;
  referrer: string | null;
}

interface Input {
  field: "email" | "phone";
  label: string;
  hint: string;
  /** What is wrong with something typed, after its quotation. */
  wrong: string;
  type: "email" | "tel";
  autocomplete: string;
}

interface ShownInput extends Input {
  entry: BodyEntry | undefined;
  typed: string;
}

const inputs: readonly Input[] = [
  {
    field: "email",
    label: "E-mail address",
    hint: "For example anna@example.com.",
    wrong: "is not a complete e-mail address.",
    type: "email",
    autocomplete: "email",
  },
  {
    field: "phone",
    label: "Phone number",
    hint: "At least 6 digits. One of the two is enough.",
    wrong: "is not a complete phone number.",
    type: "tel",
    autocomplete: "tel",
  },
];

/** Asks for a way to reach the person. Keeps all that was sent and posts it back to the same address. */
export function correctionPage(
  { entries, mapping, redirectUrl, referrer }: Correction,
  action: string,
): Html {
  const shown = inputs.map((input): ShownInput => {
    const entry = findEntry(input.field, entries, mapping);
    return { ...input, entry, typed: textOf(entry?.[1]) };
  });
  const visible = new Set(shown.map(({ entry }) => entry));
  const hidden = entries.filter((entry) => !visible.has(entry) && !isReplaced(entry, mapping));
  if (!entries.some(([name]) => comparableName(name) === "_next")) hidden.push(["_next", redirectUrl]);
  if (referrer !== null) hidden.push([referrerField, referrer]);
  // Neither can be reached, or we would not be here: wrong is what was typed, or both for want of it.
  const typed = shown.filter((input) => input.typed !== "");
  const wrong = typed.length > 0 ? typed : shown;
  return page(
    "Error: please check your details",
    html`<h1>Please check your details</h1>
      <div class="summary" role="alert" id="summary">
        ${typed.length > 0 ? typed.map(wrongInput) : nothingTyped}
        <p>Everything else you typed is kept.</p>
      </div>
      <form method="post" action="${action}" accept-charset="utf-8" novalidate>
        ${hidden.map(hiddenInput)}${shown.map((input) => visibleInput(input, wrong))}<button type="submit">
          Send
        </button>
      </form>`,
  );
}

const nothingTyped = html`<p>
  <a href="#email">We need an e-mail address or a phone number to reach you.</a>
</p>`;

const wrongInput = ({ field, typed, wrong }: ShownInput) =>
  html`<p id="${field}-error"><a href="#${field}">${quoted(typed)} ${wrong}</a></p> `;

/** What was typed into it, else the first of its names, so that the answer comes back under the form's own name. */
function findEntry(field: KnownField, entries: readonly BodyEntry[], mapping: FieldMapping) {
  const named = entries.filter(([name]) => findField(name, mapping) === field);
  return named.find(([, value]) => textOf(value) !== "") ?? named[0];
}

/** The first wrong one has the focus; a screen reader is told there what is wrong with it. */
function visibleInput(input: ShownInput, wrong: readonly ShownInput[]): Html {
  const { field, label, hint, type, autocomplete, entry, typed } = input;
  const error = typed === "" ? "summary" : `${field}-error`;
  const describedBy = wrong.includes(input) ? `${error} ${field}-hint` : `${field}-hint`;
  const invalid = wrong.includes(input) ? html` aria-invalid="true"` : html``;
  const focus = input === wrong[0] ? html` autofocus` : html``;
  return html`<label for="${field}">${label}</label>
    <input
      id="${field}"
      name="${entry?.[0] ?? field}"
      type="${type}"
      autocomplete="${autocomplete}"
      value="${typed}"
      aria-describedby="${describedBy}"
      ${invalid}${focus}
    />
    <p class="hint" id="${field}-hint">${hint}</p> `;
}
