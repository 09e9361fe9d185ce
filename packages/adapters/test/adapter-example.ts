import type { Classification, Kept } from "../src/adapter.ts";

/** What the contract has to be told of a kind, because only its receiver's documentation knows it. */
export interface AdapterExample {
  /** Settings with every secret that there can be. */
  settings: Record<string, unknown>;
  /** The parts of `settings` that nobody is ever shown; each is in some of `wrong`, too. */
  secrets: readonly string[];
  /** Settings that are wrong, each with the setting that has to be named. */
  wrong: readonly (readonly [settings: unknown, setting: string])[];
  /** The body with which the receiver says that it took a lead. */
  takenBody: string;
  /** What that comes to, where the receiver tells its own id. */
  taken?: Classification;
  /** With which of its answers that body comes; the usual 200, 201, 202 and 204 unless said. */
  takenStatuses?: readonly number[];
  /** Bodies by which steps before the last go on, by the step's name; all come with 200. */
  onward?: Readonly<Record<string, string>>;
  /** What is known of a delivery of which every step but the token's was made, for the steps that are not needed at first. */
  kept?: Kept;
  /** The step that carries the person; absent: the last of a try that goes well. */
  leadStep?: string;
  /** Steps whose bodies people are shown each under its name, where a lead goes there in several; absent: the last body alone is shown. */
  shownBySteps?: readonly string[];
  /** Names in those bodies that only steps before it know, and people are not shown. */
  fromSteps?: readonly string[];
  /** Statuses that mean something of their own at this receiver, whatever stands in the body. */
  own?: Readonly<Record<number, Classification["outcome"]>>;
  /** The longest body that it reads. */
  mostBodyBytes: number;
  /** What of the sample lead must be found in its body, written as it is sent; name, e-mail and phone as in the payload unless said. */
  tells?: readonly string[];
}
