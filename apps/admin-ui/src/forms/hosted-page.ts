import type { Schemas } from "../api.ts";

/** The page at a form's own address. */
export type HostedPage = NonNullable<Schemas["Form"]["hosted_page"]>;
