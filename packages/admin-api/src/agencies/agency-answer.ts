import type { Agency } from "@leadrelay/db/agencies/agencies";
import { logoUrl } from "../brands/brand-schema.ts";

/** An agency as it is shown. */
export const agencyAnswer = ({ logo_id, ...agency }: Agency) => ({ ...agency, logo_url: logoUrl(logo_id) });
