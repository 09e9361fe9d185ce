import { html } from "hono/html";
import type { Markup } from "../html/page.ts";
import { textMarkup } from "../html/text-markup.ts";
import { referredName, schemaAnchor, type Schema } from "./read-document.ts";

/** A schema as a table of its fields, or as one line. */
export function schemaMarkup(schema: Schema): Markup {
  const parts = [schema, ...(schema.allOf ?? [])];
  const fields = parts.flatMap((part) => Object.entries(part.properties ?? {}));
  const required = new Set(parts.flatMap((part) => part.required ?? []));
  if (fields.length === 0) return html`<p>${typeMarkup(schema)}</p>`;
  return html`<table>
    ${fields.map(
      ([name, field]) =>
        html`<tr>
          <td><code>${name}</code>${required.has(name) ? "" : html` <span class="soft">optional</span>`}</td>
          <td>
            ${typeMarkup(field)}
            ${field.description === undefined ? "" : html`<p class="soft">${textMarkup(field.description)}</p>`}
            ${nested(field)}
          </td>
        </tr>`,
    )}
  </table>`;
}

function nested(schema: Schema): Markup | "" {
  const inner = schema.type === "array" ? schema.items : schema;
  return inner?.properties === undefined ? "" : schemaMarkup(inner);
}

/** The type in a few words, with a link where it has a name of its own. */
function typeMarkup(schema: Schema): Markup {
  if (schema.$ref !== undefined) {
    const name = referredName(schema.$ref);
    return html`<a href="#${schemaAnchor(name)}">${name}</a>`;
  }
  if (schema.enum !== undefined)
    return html`${schema.enum.map((value) => html`<code>${String(value)}</code> `)}`;
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined)
    return html`${choices.map((choice, index) => html`${index === 0 ? "" : " or "}${typeMarkup(choice)}`)}`;
  if (schema.type === "array") return html`list of ${typeMarkup(schema.items ?? {})}`;
  const type = [schema.type ?? "anything"].flat().join(" or ");
  return html`${type}${bounds(schema)}`;
}

function bounds({ minimum, maximum, minLength, maxLength, format, default: usual }: Schema): string {
  const safe = (bound: number | undefined) =>
    bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
  const said = [
    format,
    safe(minimum) ? `from ${minimum}` : undefined,
    safe(maximum) ? `to ${maximum}` : undefined,
    minLength === undefined ? undefined : `${minLength} characters or more`,
    maxLength === undefined ? undefined : `at most ${maxLength} characters`,
    usual === undefined ? undefined : `usually ${JSON.stringify(usual)}`,
  ].filter((text) => text !== undefined);
  return said.length === 0 ? "" : ` (${said.join(", ")})`;
}
