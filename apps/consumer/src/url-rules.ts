import type { GuardRules } from "@leadrelay/delivery/guarded-fetch/judge-url";
import type { Dependencies } from "./dependencies.ts";

/** Which addresses this installation may call. */
export const urlRules = ({
  config,
  lookUpHost,
}: Pick<Dependencies, "config" | "lookUpHost">): GuardRules => ({
  allowPrivate: config.allowPrivateDestinations,
  ownHosts: [config.publicUrl, config.intakeUrl].flatMap((url) => (url === null ? [] : [new URL(url).host])),
  lookUpHost,
});
