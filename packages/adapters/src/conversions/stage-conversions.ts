import * as z from "zod/mini";
import { list } from "../settings/fields.ts";
import type { SettingField } from "../settings/setting-field.ts";

const most = 20;
const longest = 200;

/** Which stages are conversions. @param conversion what the platform calls one, with the pattern of its name and an example */
export function stageConversions(conversion: {
  label: string;
  said: string;
  pattern: RegExp;
  example: string;
}): SettingField<z.ZodMiniArray<z.ZodMiniType<string>>> {
  const { label, said, pattern, example } = conversion;
  const wrong = `should hold pairs such as won=${example}: a stage, then ${said}`;
  const isPair = (text: string) => {
    const read = readPair(text);
    return read !== undefined && pattern.test(read.name);
  };
  return list({
    label,
    help: `stages of the client's pipeline, or outcomes that the CRM tells, each as \`stage=${said}\`: \`won=${example}\`; other stages are not told`,
    example: [`won=${example}`],
    most,
    each: z.string(wrong).check(z.maxLength(longest, wrong), z.refine(isPair, wrong)),
  });
}

/** A stage in small letters, and what the platform is told of it. */
export interface StageConversion {
  stage: string;
  name: string;
}

/** undefined for what is no pair. Stages may hold `=`, names of conversions may not. */
export function readPair(text: string): StageConversion | undefined {
  const at = text.lastIndexOf("=");
  const stage = text.slice(0, Math.max(at, 0)).trim().toLowerCase();
  const name = text.slice(at + 1).trim();
  return at === -1 || stage === "" || name === "" ? undefined : { stage, name };
}
