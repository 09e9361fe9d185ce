import { fieldsOf, keyOf, membersOf } from "../../read-value.ts";
import { fits, isNear } from "../hmac.ts";
import type { Preset } from "../preset.ts";

/** Webflow: signed over its time, in milliseconds, and the body. */
export const webflow: Preset = {
  name: "webflow",
  async isSigned({ headers, body }, { secret, nowMs }) {
    const timestamp = headers.get("x-webflow-timestamp") ?? "";
    if (!/^\d{1,16}$/.test(timestamp) || !isNear(Number(timestamp), nowMs)) return false;
    return fits(headers.get("x-webflow-signature") ?? "", "hex", secret, [`${timestamp}:`, body]);
  },
  split(value) {
    const payload = membersOf(membersOf(value).get("payload"));
    const data = membersOf(payload.get("data"));
    if (data.size === 0)
      return {
        kind: "unreadable",
        detail: "There is no payload with data: this is no form submission of Webflow's.",
      };
    const fields = fieldsOf([...data, ["webflow_form", payload.get("name")]]);
    return { kind: "items", items: [{ key: keyOf(payload.get("id")), fields }] };
  },
};
