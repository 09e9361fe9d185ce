import { address } from "./address/address.ts";
import { agency } from "./agency/agency.ts";
import { audit } from "./audit/audit.ts";
import { client } from "./client/client.ts";
import { completion } from "./completion/completion.ts";
import { delivery } from "./delivery/delivery.ts";
import { destination } from "./destination/destination.ts";
import { shape } from "./shape/shape.ts";
import { dlq } from "./dlq/dlq.ts";
import { doctor } from "./doctor/doctor.ts";
import { event } from "./event/event.ts";
import { form } from "./form/form.ts";
import { key } from "./key/key.ts";
import { lead } from "./lead/lead.ts";
import { login } from "./login/login.ts";
import { logout } from "./logout/logout.ts";
import { migrate } from "./migrate/migrate.ts";
import type { Noun } from "./noun.ts";
import { operator } from "./operator/operator.ts";
import { queue } from "./queue/queue.ts";
import { route } from "./route/route.ts";
import { send } from "./send/send.ts";
import { sign } from "./sign/sign.ts";
import { source } from "./source/source.ts";
import { stats } from "./stats/stats.ts";
import { submission } from "./submission/submission.ts";
import { today } from "./today/today.ts";
import { unsent } from "./unsent/unsent.ts";
import { whoami } from "./whoami/whoami.ts";

/** Every noun, in the order in which help lists them. */
export const nouns: readonly Noun[] = [
  login,
  logout,
  whoami,
  today,
  lead,
  dlq,
  queue,
  stats,
  doctor,
  submission,
  unsent,
  event,
  delivery,
  agency,
  client,
  form,
  source,
  destination,
  route,
  shape,
  address,
  operator,
  key,
  audit,
  send,
  sign,
  migrate,
  completion,
];
