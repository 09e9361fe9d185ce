import { maskedIf, type Contact } from "../masking/mask-contact.ts";
import { maskId } from "../masking/mask-id.ts";
import { maskText } from "../masking/mask-text.ts";
import { maskUrl } from "../masking/mask-url.ts";
import type { CallbackDetail } from "./callback-plan.ts";

/**
 * What somebody said of a lead, for those who see contacts masked: a receiver may call a lead by its e-mail address, and its words may quote
 * anything. Texts are left out. @param contact of its lead, where it has one
 */
export const maskedDetail = (detail: CallbackDetail, contact?: Contact): CallbackDetail => ({
  ...detail,
  word: maskedIf(true, detail.word, (text) => maskText(text, contact)),
  text: null,
  by: null,
  crm_lead_id: maskedIf(true, detail.crm_lead_id, (id) => maskId(id, contact)),
  url: maskedIf(true, detail.url, (url) => maskId(maskUrl(url), contact)),
  stage: maskedIf(true, detail.stage, (text) => maskText(text, contact)),
});
