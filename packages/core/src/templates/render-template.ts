import { Context, toValueSync } from "liquidjs";
import type { ParsedTemplate } from "./parse-template.ts";
import { RefusedTemplate } from "./refused-template.ts";
import { saysOf } from "./says-of.ts";
import { nowRegister, templateEngine } from "./template-engine.ts";
import { templateLimits } from "./template-limits.ts";

/** What a template may name: texts and numbers, and objects of such. Only own properties are read. */
export type TemplateValues = Readonly<Record<string, unknown>>;

type Rendered = { ok: true; text: string } | { ok: false; error: string };

/**
 * The text that comes of a template. What it names and is not there is "". Refused is what takes more steps or text than is allowed, or
 * makes more than `most` characters: counted, not timed, so that it is so everywhere. The error says what is wrong, without a subject.
 * @param nowMs what "now" and "today" are
 */
export function renderTemplate(
  { templates }: ParsedTemplate,
  values: TemplateValues,
  nowMs: number,
  most: number = templateLimits.output,
): Rendered {
  const engine = templateEngine();
  const context = new Context(
    Object.assign(Object.create(null), values),
    engine.options,
    { sync: true },
    { liquid: engine },
  );
  context.setRegister(nowRegister, new Date(nowMs));
  let steps = 0;
  context.renderLimit.check = () => {
    steps += 1;
    if (steps > templateLimits.steps)
      throw new RefusedTemplate(`takes more than ${templateLimits.steps} steps`);
  };
  const written = cappedText(most);
  try {
    toValueSync(engine.renderer.renderTemplates(templates, context, written));
    return { ok: true, text: written.buffer };
  } catch (error) {
    return { ok: false, error: saysOf(error) };
  }
}

/** What is rendered, as far as it may go. */
function cappedText(most: number) {
  const parts = { buffer: "" };
  return {
    get buffer() {
      return parts.buffer;
    },
    write(piece: unknown) {
      const text = textOf(piece);
      if (parts.buffer.length + text.length > most)
        throw new RefusedTemplate(`makes more than ${most} characters`);
      parts.buffer += text;
    },
  };
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(textOf).join("");
  if (typeof value === "object" && value !== null)
    throw new RefusedTemplate("puts in several values at once: name one of them");
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
