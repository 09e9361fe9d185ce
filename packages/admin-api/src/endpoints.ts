import type { Endpoint } from "./endpoint/endpoint.ts";
import { accessKeyEndpoints } from "./access-keys/access-key-endpoints.ts";
import { addressEndpoints } from "./addresses/address-endpoints.ts";
import { agencyEndpoints } from "./agencies/agency-endpoints.ts";
import { getBranding } from "./brands/get-branding.ts";
import { callbackEndpoints } from "./callbacks/callback-endpoints.ts";
import { clientEndpoints } from "./clients/client-endpoints.ts";
import { destinationEndpoints } from "./destinations/destination-endpoints.ts";
import { eventEndpoints } from "./events/event-endpoints.ts";
import { formEndpoints } from "./forms/form-endpoints.ts";
import { invitationEndpoints } from "./invitations/invitation-endpoints.ts";
import { leadEndpoints } from "./leads/lead-endpoints.ts";
import { operatorEndpoints } from "./operators/operator-endpoints.ts";
import { operatingEndpoints } from "./operating-endpoints.ts";
import { listOutageSummaries } from "./outage-summaries/list-outage-summaries.ts";
import { createPasswordReset } from "./password-resets/create-password-reset.ts";
import { routeEndpoints } from "./routes/route-endpoints.ts";
import { viewEndpoints } from "./saved-views/view-endpoints.ts";
import { shapeEndpoints } from "./shapes/shape-endpoints.ts";
import { sourceEndpoints } from "./sources/source-endpoints.ts";
import { splitEndpoints } from "./splits/split-endpoints.ts";
import { submissionEndpoints } from "./submissions/submission-endpoints.ts";
import { unsentEndpoints } from "./unsent/unsent-endpoints.ts";
import { whereEndpoints } from "./where/where-is-my-lead.ts";
import { whoAmI } from "./you/who-am-i.ts";

/** Every operation there is, in the reference's order. One that is not listed here is not served. */
export const endpoints: readonly Endpoint[] = [
  whoAmI,
  getBranding,
  ...agencyEndpoints,
  ...clientEndpoints,
  ...callbackEndpoints,
  ...operatorEndpoints,
  ...invitationEndpoints,
  createPasswordReset,
  ...accessKeyEndpoints,
  ...formEndpoints,
  ...sourceEndpoints,
  ...destinationEndpoints,
  ...routeEndpoints,
  ...shapeEndpoints,
  ...addressEndpoints,
  ...whereEndpoints,
  ...leadEndpoints,
  ...viewEndpoints,
  ...splitEndpoints,
  ...submissionEndpoints,
  ...unsentEndpoints,
  ...eventEndpoints,
  listOutageSummaries,
  ...operatingEndpoints,
];
