import { eventually } from "./eventually.ts";
import type { TestStack } from "./start-stack.ts";

/** What the stack tells whoever starts it, a moment after it is ready. */
export async function demoOwnerOf(
  stack: Pick<TestStack, "output">,
): Promise<{ email: string; password: string }> {
  const told = await eventually(() => /(\S+@\S+), password (\S+)/.exec(stack.output()) ?? undefined);
  const [, email = "", password = ""] = told;
  return { email, password };
}
