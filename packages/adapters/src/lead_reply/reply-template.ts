import { parseTemplate } from "@leadrelay/core/templates/parse-template";
import { renderTemplate, type TemplateValues } from "@leadrelay/core/templates/render-template";
import { nearestNames } from "@leadrelay/core/wording/nearest-names";
import { samplePayload } from "../make/sample-payload.ts";

/** What is wrong with a template of a reply, without a subject; undefined: nothing. */
export function templateProblem(text: string): string | undefined {
  const parsed = parseTemplate(text);
  if (!parsed.ok) return parsed.error;
  const unknown = parsed.names.map(([name = ""]) => name).find((name) => !Object.hasOwn(samplePayload, name));
  if (unknown === undefined) return undefined;
  const near = nearestNames(unknown, Object.keys(samplePayload));
  const hint = near.length === 0 ? "" : `; did you mean ${near.join(" or ")}?`;
  return `names ${unknown.slice(0, 40)}, which no lead has${hint}`;
}

/** The text that comes of it. Throws in words where it breaks. @param nowMs what "now" is: the same at every try */
export function fillTemplate(text: string, values: TemplateValues, nowMs: number): string {
  const parsed = parseTemplate(text);
  const filled = parsed.ok ? renderTemplate(parsed, values, nowMs) : parsed;
  if (!filled.ok) throw new Error(`The template of the reply ${filled.error}`);
  return filled.text;
}
