import type { KnownField } from "@leadrelay/contracts/submission-fields";
import type { ContactProblem } from "@leadrelay/core/fields/contact";
import { comparableName } from "@leadrelay/core/fields/aliases";
import { textOf, type BodyEntry } from "@leadrelay/core/fields/extract-fields";
import { findField, type FieldMapping } from "@leadrelay/core/fields/field-mapping";
import { referrerField } from "../../intake/find-referrer.ts";
import { html, type Html } from "./html.ts";
import { page } from "./page.ts";

interface Correction {
  problems: readonly ContactProblem[];
  entries: readonly BodyEntry[];
  mapping: FieldMapping;
  redirectUrl: string;
  referrer: string | null;
}

interface Input {
  field: ContactProblem["field"];
  label: string;
  type: "email" | "tel";
  autocomplete: string;
}

const inputs: readonly Input[] = [
  { field: "email", label: "E-mail address", type: "email", autocomplete: "email" },
  { field: "phone", label: "Phone number", type: "tel", autocomplete: "tel" },
];

/** Asks for a way to reach the person. Keeps all that was sent and posts it back to the same address. */
export function correctionPage(
  { problems, entries, mapping, redirectUrl, referrer }: Correction,
  action: string,
): Html {
  const shown = inputs.map((input) => ({ ...input, entry: findEntry(input.field, entries, mapping) }));
  const visible = new Set(shown.map(({ entry }) => entry));
  const hidden = entries.filter((entry) => !visible.has(entry) && !isReplaced(entry, mapping));
  if (!entries.some(([name]) => comparableName(name) === "_next")) hidden.push(["_next", redirectUrl]);
  if (referrer !== null) hidden.push([referrerField, referrer]);
  return page(
    "Error: please check your details",
    html`<h1>Please check your details</h1>
      <div class="summary" role="alert">
        We need an e-mail address or a phone number to reach you.
        <ul>
          ${problems.map(({ field, detail }) => html`<li><a href="#${field}">${labelOf(field)}: ${detail}</a></li> `)}
        </ul>
      </div>
      <form method="post" action="${action}" accept-charset="utf-8" novalidate>
        ${hidden.map(hiddenInput)}${shown.map((input, index) => visibleInput(input, problems, index === 0))}<button
          type="submit"
        >
          Send
        </button>
      </form>`,
  );
}

/**
 * What the page does not send back as it came: the referrer, which is ours to say, and the time to submit, which
 * nobody measures here. The first one would make a person who corrects a form look as fast as a bot.
 */
const isReplaced = ([name]: BodyEntry, mapping: FieldMapping) =>
  comparableName(name) === referrerField || findField(name, mapping) === "time_to_submit";

const labelOf = (wanted: KnownField) => inputs.find(({ field }) => field === wanted)?.label ?? wanted;

/** What was typed into it, else the first of its names, so that the answer comes back under the form's own name. */
function findEntry(field: KnownField, entries: readonly BodyEntry[], mapping: FieldMapping) {
  const named = entries.filter(([name]) => findField(name, mapping) === field);
  return named.find(([, value]) => textOf(value) !== "") ?? named[0];
}

function visibleInput(
  { field, label, type, autocomplete, entry }: Input & { entry: BodyEntry | undefined },
  problems: readonly ContactProblem[],
  first: boolean,
): Html {
  const problem = problems.find((candidate) => candidate.field === field)?.detail ?? "";
  const focus = first ? html` autofocus` : html``;
  return html`<label for="${field}">${label}</label>
    <input
      id="${field}"
      name="${entry?.[0] ?? field}"
      type="${type}"
      autocomplete="${autocomplete}"
      value="${textOf(entry?.[1])}"
      aria-invalid="true"
      aria-describedby="${field}-error"
      ${focus}
    />
    <p class="error" id="${field}-error">${problem}</p> `;
}

/** Nested values cannot be in a form. */
const hiddenInput = ([name, value]: BodyEntry): Html =>
  value !== null && typeof value === "object"
    ? html``
    : html`<input
        type="hidden"
        name="${name}"
        value="${typeof value === "string" ? value : textOf(value)}"
      /> `;
