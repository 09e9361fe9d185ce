import type { CountingReceiver } from "../receiver/start-counting-receiver.ts";

/** Where leads are posted, and who receives them, told apart by their e-mail addresses. */
export interface Intake {
  port: number;
  /** Such as `/f/frm_demo`. */
  path: string;
  receiver: CountingReceiver;
}

/** The origin of the page that the demo form stands on. */
export const demoSite = "http://127.0.0.1";
