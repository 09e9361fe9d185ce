import type { Template } from "liquidjs";
import { checkTags } from "./check-tags.ts";
import { saysOf } from "./says-of.ts";
import { templateEngine } from "./template-engine.ts";
import { templateLimits } from "./template-limits.ts";

/** A template that was read: it may be rendered, however often. */
export interface ParsedTemplate {
  templates: Template[];
  /** What it asks for of the lead, part by part: `["fields", "budget"]`. What it assigns itself is none of it. */
  names: readonly (readonly string[])[];
}

type Parsed = ({ ok: true } & ParsedTemplate) | { ok: false; error: string };

/**
 * Reads a Liquid template. Refused is what is too long, is no Liquid, or uses a tag or filter that is not among those allowed: what would
 * evaluate code, read files, or go round in a loop is not among them. The error says what is wrong, without a subject.
 */
export function parseTemplate(text: string): Parsed {
  if (text.length > templateLimits.characters)
    return { ok: false, error: `is longer than ${templateLimits.characters} characters` };
  try {
    const error = checkTags(text);
    if (error !== undefined) return { ok: false, error };
    const templates = templateEngine().parse(text);
    const segments = templateEngine().globalVariableSegmentsSync(templates);
    return { ok: true, templates, names: segments.map((path) => path.map(String)) };
  } catch (error) {
    return { ok: false, error: saysOf(error) };
  }
}
