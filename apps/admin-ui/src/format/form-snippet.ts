/** How somebody answers a field of a form. */
type FieldKind = "text" | "email" | "tel" | "textarea" | "select" | "checkbox" | "hidden";

/** One field of a form as a page has it. */
export interface SnippetField {
  name: string;
  label: string;
  kind: FieldKind;
  isRequired: boolean;
  /** What there is to choose from, where it is a select. */
  options: readonly string[];
  autocomplete?: string | undefined;
}

/** A form to write out. */
export interface Snippet {
  /** The address that it posts to. */
  action: string;
  fields: readonly SnippetField[];
  /** The name of the field that a person leaves empty, because it is out of sight, and a bot fills. */
  honeypot: string;
  /** Without: the labels stand in the fields, and are read out all the same. */
  withLabels: boolean;
  button: string;
  /** What a person must agree to; it is posted as they agreed to it. */
  consent?: string | null | undefined;
}

/** A form as HTML to paste into a page: no script, no frame, nothing that is loaded from elsewhere. */
export const formSnippet = ({ action, fields, honeypot, withLabels, button, consent }: Snippet): string =>
  [
    `<form method="post" action="${escaped(action)}" accept-charset="utf-8">`,
    ...fields.map((field) => `  ${fieldHtml(field, withLabels)}`),
    ...(consent ? [`  ${consentHtml(consent)}`] : []),
    `  <div style="position: absolute; left: -10000px" aria-hidden="true">`,
    `    <label>Leave this empty <input name="${escaped(honeypot)}" tabindex="-1" autocomplete="off"></label>`,
    "  </div>",
    `  <button>${escaped(button)}</button>`,
    "</form>",
    "",
  ].join("\n");

function fieldHtml(field: SnippetField, withLabels: boolean): string {
  const { name, label, kind, isRequired } = field;
  const named = `name="${escaped(name)}"`;
  if (kind === "hidden") return `<input type="hidden" ${named}>`;
  const required = isRequired ? " required" : "";
  if (kind === "checkbox")
    return `<label><input type="checkbox" ${named} value="yes"${required}> ${escaped(label)}</label>`;
  const spoken = withLabels ? "" : ` aria-label="${escaped(label)}"`;
  const input = inputHtml(field, `${named}${spoken}${required}`, withLabels);
  return withLabels ? `<label>${escaped(label)} ${input}</label>` : input;
}

function inputHtml({ label, kind, options, autocomplete }: SnippetField, said: string, withLabels: boolean) {
  const placeholder = withLabels ? "" : ` placeholder="${escaped(label)}"`;
  const complete = autocomplete === undefined ? "" : ` autocomplete="${escaped(autocomplete)}"`;
  if (kind === "textarea") return `<textarea ${said}${placeholder}></textarea>`;
  if (kind !== "select")
    return `<input${kind === "text" ? "" : ` type="${kind}"`} ${said}${complete}${placeholder}>`;
  const first = `<option value="">${withLabels ? "" : escaped(label)}</option>`;
  return `<select ${said}>${first}${options.map((option) => `<option>${escaped(option)}</option>`).join("")}</select>`;
}

const consentHtml = (consent: string) =>
  `<label><input type="checkbox" name="consent" value="${escaped(consent)}" required> ${escaped(consent)}</label>`;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" };

const escaped = (text: string) => text.replaceAll(/[&"<>]/g, (sign) => entities[sign] ?? sign);
