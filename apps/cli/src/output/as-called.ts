import type { Outside } from "../outside/outside.ts";
import { ourCommand } from "../text/kept-text.ts";

/** The text with every command of ours as it must be typed here, the API's texts too: it names `leadrelay` alone. */
export const asCalled = (text: string, { calledAs }: Pick<Outside, "calledAs">): string =>
  text.replaceAll(ourCommand, () => calledAs);
