import type { AdapterExample } from "./adapter-example.ts";

const token = "pit-9f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a";
const location_id = "AbCdEfGhIjKlMnOpQrSt";
const contact = "ocQHyuzHvysMo5N5VsXc";

/** A sub-account that tags its leads. */
export const gohighlevelExample: AdapterExample = {
  settings: {
    token,
    location_id,
    tags: ["leadrelay", "website"],
    custom_fields: ["enquired_project=project_name", "6dvNaf7VhkQ9snc5vnjJ=lead_public_id"],
  },
  secrets: [token],
  wrong: [
    [{ token: `${token} `, location_id }, "token"],
    [{ token, location_id: "https://app.gohighlevel.com/location/x" }, "location_id"],
    [{ token, location_id, tags: [] }, "tags"],
    [{ token, location_id, custom_fields: ["contact.project=project_name"] }, "custom_fields"],
  ],
  takenBody: JSON.stringify({ new: true, contact: { id: contact, locationId: location_id }, traceId: "t" }),
  taken: { outcome: "delivered", receiverId: contact },
  kept: { known_as: contact },
  leadStep: "contact",
  shownBySteps: ["contact", "tags"],
  mostBodyBytes: 1024 * 1024,
  tells: ["Asha", "Rao", "asha@example.com", "+919999999999"],
};
