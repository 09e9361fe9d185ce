import { html } from "hono/html";
import { page, type Markup } from "../html/page.ts";
import { textMarkup } from "../html/text-markup.ts";
import { problemTypes, problemUri } from "../problems/problem-types.ts";
import { operationMarkup } from "./operation-markup.ts";
import type { openapiDocument } from "./openapi-document.ts";
import { schemaMarkup } from "./schema-markup.ts";
import { anchor, operationsByTag, schemaAnchor, type Schema } from "./read-document.ts";

/** The reference as a person browses it: made from the document itself, without a script, with nothing from elsewhere. */
export function docsPage(document: ReturnType<typeof openapiDocument>): Markup {
  const groups = operationsByTag(document);
  const schemas = Object.entries((document.components?.schemas ?? {}) as Record<string, Schema>);
  return page(
    "API reference",
    html`<h1>LeadRelay API</h1>
      ${(document.info.description ?? "").split("\n\n").map((text) => html`<p>${textMarkup(text)}</p>`)}
      <p>
        The same for programs: <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI
        ${document.openapi}).
      </p>
      <div class="columns">
        <nav aria-label="Operations">
          ${groups.map(
            ([tag, operations]) =>
              html`<h3><a href="#${anchor(tag)}">${tag}</a></h3>
                <ul>
                  ${operations.map(
                    ({ operationId, summary }) =>
                      html`<li><a href="#${operationId}">${textMarkup(summary)}</a></li>`,
                  )}
                </ul>`,
          )}
          <h3><a href="#schemas">Schemas</a></h3>
          <h3><a href="#problems">Problems</a></h3>
        </nav>
        <div>
          ${groups.map(
            ([tag, operations]) =>
              html`<h2 id="${anchor(tag)}">${tag}</h2>
                ${operations.map(operationMarkup)}`,
          )}
          <h2 id="schemas">Schemas</h2>
          ${schemas.map(
            ([name, schema]) =>
              html`<details>
                <summary><strong>${name}</strong></summary>
                <div id="${schemaAnchor(name)}">${schemaMarkup(schema)}</div>
              </details>`,
          )}
          <h2 id="problems">Problems</h2>
          <table>
            <tr>
              <th>Status</th>
              <th>Type</th>
              <th>Meaning</th>
            </tr>
            ${Object.entries(problemTypes).map(
              ([type, [status, title]]) =>
                html`<tr>
                  <td>${status}</td>
                  <td><code>${problemUri(type)}</code></td>
                  <td>${title}</td>
                </tr>`,
            )}
          </table>
        </div>
      </div>`,
  );
}
