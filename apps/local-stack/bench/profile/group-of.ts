import type { CallFrame } from "./cpu-profile.ts";
import type { SourceOf } from "./source-lines.ts";

const ofV8 = new Map([
  ["(program)", "native code of workerd"],
  ["(garbage collector)", "garbage collection"],
  ["(idle)", "native code of workerd"],
]);

/**
 * To whom a function's time belongs: a folder of ours, a package, or workerd with its bindings. A binding that optimised
 * code calls is part of its caller.
 */
export function groupOf({ functionName, url, lineNumber }: CallFrame, sourceOf: SourceOf): string {
  const native = ofV8.get(functionName);
  if (native !== undefined) return native;
  if (url === "") return `V8 and bindings: ${functionName || "without a name"}`;
  if (url.startsWith("node:") || url.includes("internal:")) return `workerd: ${url}`;
  const file = sourceOf(lineNumber);
  if (file === undefined) return `script ${url.split("/").at(-1)}`;
  const [, modulePackage] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file) ?? [];
  if (modulePackage !== undefined) return `package ${modulePackage}`;
  const [, ours] = /((?:apps|packages)\/[^/]+(?:\/src\/[^/.]+(?=\/))?)/.exec(file) ?? [];
  return `ours: ${ours?.replace("/src/", "/") ?? file}`;
}
