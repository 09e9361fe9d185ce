import { demoOwner } from "./seed/demo-owner.ts";
import type { StackSettings } from "./settings/stack-settings.ts";

/** What a person reads once the stack is ready. */
export function announce({ ports, stateDir, stateDirGiven, demoMakeUrl }: StackSettings): string {
  const site = `http://127.0.0.1:${ports.receiver}`;
  const form = `http://127.0.0.1:${ports.producer}/f/frm_demo`;
  const api = `http://127.0.0.1:${ports.consumer}`;
  const owner = demoOwner(stateDir);
  return `
LeadRelay is running.

  Admin UI       ${api}/
                 ${owner.email}, password ${owner.password}
  Landing page   ${site}/
  Inbox          ${site}/inbox
  Form           ${form}
  API            ${api}/api/docs
  Leads go to    ${demoMakeUrl}
  State          ${stateDirGiven}

  Send a lead    curl -i ${form} -d name=Asha -d email=asha@example.com -d phone=9820012345 -d project=Lakeside
  In a terminal  ./leadrelay login --url ${api}
  Find the lead  ./leadrelay lead find asha@example.com

  Ctrl-C stops it.
`;
}
