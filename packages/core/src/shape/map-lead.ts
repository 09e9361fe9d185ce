import { shapeLimits } from "@leadrelay/contracts/shape";
import { renderTemplate } from "../templates/render-template.ts";
import type { LeadValues } from "./lead-values.ts";
import type { ReadRow } from "./read-row.ts";
import type { ReadShape } from "./read-shape.ts";
import { putAt } from "./target-path.ts";

/** What a mapping makes of a lead; `named` by its targets as they were written, for receivers that have no paths. */
export interface MappedLead {
  only: boolean;
  body: Record<string, unknown>;
  named: readonly (readonly [target: string, value: unknown])[];
}

/** Throws, with the row at fault, where a template cannot be rendered or more comes of it than is allowed: nothing is half mapped. */
export function mapLead(
  { only, rows }: NonNullable<ReadShape["mapping"]>,
  lead: LeadValues,
  nowMs: number,
): MappedLead {
  const body: Record<string, unknown> = {};
  const named = rows.map((row): [string, unknown] => [row.target, valueOf(row, lead, nowMs)]);
  rows.forEach(({ path }, index) => putAt(body, path, named[index]?.[1]));
  if (JSON.stringify(body).length > shapeLimits.body)
    throw new Error(`the mapping makes more than ${shapeLimits.body} characters`);
  return { only, body, named };
}

function valueOf({ target, from, default: usual = null }: ReadRow, lead: LeadValues, nowMs: number): unknown {
  if ("constant" in from) return from.constant;
  if ("field" in from) return lead.of(from.field) ?? usual;
  const rendered = renderTemplate(from.template, lead.all(), nowMs, shapeLimits.made);
  if (!rendered.ok) throw new Error(`the mapping's template for ${target} ${rendered.error}`);
  return rendered.text === "" && usual !== null ? usual : rendered.text;
}
