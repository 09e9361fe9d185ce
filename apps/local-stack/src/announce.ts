import { relative } from "node:path";
import { repositoryRoot } from "./settings/repository-root.ts";
import type { StackSettings } from "./settings/stack-settings.ts";

/** What a person reads once the stack is ready. */
export function announce({ ports, stateDir, demoMakeUrl }: StackSettings): string {
  const site = `http://127.0.0.1:${ports.receiver}`;
  const form = `http://127.0.0.1:${ports.producer}/f/frm_demo`;
  const state = relative(process.cwd(), stateDir) || ".";
  const wrangler = `npx wrangler d1 execute leadrelay --local -c wrangler.consumer.toml${persistTo(stateDir)}`;
  return `
LeadRelay is running.

  Landing page   ${site}/
  Inbox          ${site}/inbox
  Form           ${form}
  Consumer       http://127.0.0.1:${ports.consumer}/healthz
  Leads go to    ${demoMakeUrl}
  State          ${state}

  Send a lead    curl -i ${form} -d name=Asha -d email=asha@example.com -d phone=9999999999
  Look at it     ${wrangler} --command "SELECT * FROM leads"

  Ctrl-C stops it.
`;
}

const persistTo = (stateDir: string) => {
  const folder = relative(repositoryRoot, stateDir);
  return folder === ".wrangler/state" ? "" : ` --persist-to ${stateDir}`;
};
