import type { ToldOutcome } from "@leadrelay/contracts/delivery-status";
import { causeWords } from "./cause-words.ts";
import { inBrackets, settingAtFault } from "./refusal-words.ts";
import type { LetterWords } from "./letter-words.ts";
import { takenUnrun } from "./taken-unrun.ts";

/** How a test of a destination ended. */
interface TestFacts {
  id: string;
  kind: string;
  enabled: boolean;
  takes_test: boolean;
  outcome: ToldOutcome;
  status_code: number | null;
}

/** A test in the words in which a lead's story says the same, and what to type next. */
export function testWords(facts: TestFacts): LetterWords {
  const { outcome, id } = facts;
  const { happened, next } = outcome === "delivered" ? taken(facts) : notTaken(facts);
  return {
    happened,
    next: [next, ...notes(facts)].filter((one) => one !== "").join(" ") || `Nothing: ${id} works.`,
  };
}

const taken = ({ id, kind, status_code }: TestFacts): LetterWords => ({
  happened: `The receiver took it (HTTP ${status_code}).`,
  next: `Look there for “LeadRelay Test”${behind(takenUnrun(kind))}. What is dead here is sent again by \`leadrelay queue replay --destination ${id} --status dead\`.`,
});

const behind = (words: string) => (words === "" ? "" : `: ${words}`);

function notTaken({ id, outcome, status_code }: TestFacts): LetterWords {
  const again = `test it again: \`leadrelay destination test ${id}\``;
  const answered = inBrackets(status_code);
  if (outcome === "retry")
    return {
      happened: `The receiver did not take it (${status_code === null ? "no answer" : `HTTP ${status_code}`}). A lead is tried again after such a failure.`,
      next: `Mend the receiver, or where its host is wrong the address (\`leadrelay destination change ${id} --address\`), then ${again}.`,
    };
  if (outcome === "hold")
    return {
      happened: `The receiver takes nothing for a while${answered}: a quota is spent. A lead waits until it takes them again, and loses no attempt.`,
      next: `Wait until the quota is there again, or raise it at the receiver, then ${again}.`,
    };
  if (outcome === "duplicate_at_receiver")
    return {
      happened: `The receiver has the test lead's person already, and did not take it${answered}. What is so of a lead becomes no dead letter.`,
      next: `Delete “LeadRelay Test” there, then ${again}.`,
    };
  const cause = outcome === "gone" ? "gone" : "refused";
  const setting = settingAtFault(cause, status_code);
  const flag = setting === "key" ? "--api-key" : "--address";
  const command = setting === undefined ? "" : ` That is \`leadrelay destination change ${id} ${flag}\`.`;
  if (outcome === "gone")
    return {
      happened:
        "The receiver said that its address is gone (410): such an answer to a lead switches the destination off.",
      next: `Give the destination a new address, then ${again}.${command}`,
    };
  const { happened, mend } = causeWords(cause, status_code);
  return { happened, next: `${mend(again)}.${command}` };
}

const notes = ({ id, enabled, takes_test, outcome }: TestFacts): string[] => [
  ...(enabled
    ? []
    : [
        `It is disabled: what is for it is held until \`leadrelay destination enable ${id}\`. This test went there all the same.`,
      ]),
  ...(takes_test || outcome !== "delivered"
    ? []
    : [
        `It takes no test leads (\`leadrelay destination change ${id} --tests on\`); this went there because you asked, and says \`test_lead\` yes: what its receiver made of it may have to be deleted.`,
      ]),
];
