import { html } from "hono/html";
import type { Markup } from "../html/page.ts";
import { textMarkup } from "../html/text-markup.ts";
import type { DescribedOperation } from "./read-document.ts";
import { schemaMarkup } from "./schema-markup.ts";

/** One operation: a line to scan, and all of it when it is opened. */
export const operationMarkup = (operation: DescribedOperation): Markup =>
  html`<details>
    <summary>
      <span class="verb">${operation.method}</span> <code>${operation.path}</code>
      <span>${operation.summary}</span>
    </summary>
    <div id="${operation.operationId}">
      ${operation.description.split("\n\n").map((text) => html`<p>${textMarkup(text)}</p>`)}
      <p class="soft">Operation <code>${operation.operationId}</code></p>
      ${parametersMarkup(operation.parameters)}
      ${
        operation.body === null
          ? ""
          : html`<h3>Body</h3>
              ${schemaMarkup(operation.body)}`
      }
      ${operation.answers.map(({ status, description, schema }) =>
        status.startsWith("2") && schema !== null
          ? html`<h3>${status} ${description}</h3>
              ${schemaMarkup(schema)}`
          : "",
      )}
      <p class="soft">
        Refused with
        ${operation.answers
          .filter(({ status }) => !status.startsWith("2"))
          .map(({ status, description }) => `${status} (${description})`)
          .join(", ")}.
      </p>
    </div>
  </details>`;

function parametersMarkup(parameters: DescribedOperation["parameters"]): Markup | "" {
  if (parameters.length === 0) return "";
  const properties = Object.fromEntries(parameters.map(({ name, schema }) => [name, schema]));
  const required = parameters.filter((parameter) => parameter.required).map(({ name }) => name);
  return html`<h3>Path, query and headers</h3>
    ${schemaMarkup({ properties, required })}`;
}
