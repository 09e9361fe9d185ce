import { timesIn } from "../format/times-in.ts";
import { When } from "./when.tsx";

/** A sentence of the API, its times told by the clocks of the client that is looked at. */
export const Said = ({ text }: { text: string }) =>
  timesIn(text).map((part, index) => (typeof part === "number" ? <When key={index} at={part} /> : part));
