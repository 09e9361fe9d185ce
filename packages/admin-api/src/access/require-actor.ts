import type { Access } from "./access.ts";
import type { Actor } from "./caller.ts";

/** Who asks, where the operation's rule lets nobody else through. */
export function requireActor({ actor }: Access): Actor {
  if (actor.kind === "nobody") throw new Error("This operation is for everyone: it has no actor");
  return actor;
}
