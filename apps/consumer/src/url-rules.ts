import type { UrlRules } from "@leadrelay/delivery/guarded-fetch/check-url";
import type { Config } from "./config.ts";

/** Which addresses this installation may call. */
export const urlRules = ({ allowPrivateDestinations, publicUrl }: Config): UrlRules => ({
  allowPrivate: allowPrivateDestinations,
  ownHost: publicUrl === null ? null : new URL(publicUrl).host,
});
