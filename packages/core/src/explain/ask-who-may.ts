/** The API's texts name our commands so, and the command line as they must be typed there. */
const commandOfOurs = /`leadrelay ([^`]+)`/g;

/** Where a sentence ends and another begins: no stop within a command, and none of an abbreviation in small letters. */
const between = /(?<=[.!?]) (?=(?:[^`]*`[^`]*`)*[^`]*$)(?=[A-Z`“])/;

/**
 * A text of ours as whoever reads it may use it: a sentence with a command that is not theirs begins with whom to ask; of several in a row the first does.
 * @param whoMay of a command without its `leadrelay`: whom to ask, such as `an owner`; null where the reader may
 */
export function askWhoMay(text: string, whoMay: (command: string) => string | null): string {
  if (isAsking(text)) return text;
  let asked: string | null = null;
  const sentences = text.split(between).map((sentence) => {
    const who = [...sentence.matchAll(commandOfOurs)]
      .map(([, command = ""]) => whoMay(command))
      .find((one) => one !== null);
    const before = asked;
    asked = who ?? null;
    return who === undefined || who === null || who === before ? sentence : ask(who, sentence);
  });
  return sentences.join(" ");
}

/** `Ask an owner: …`; what says so already stays. */
export const ask = (who: string, text: string): string =>
  text === "" || isAsking(text) ? text : `Ask ${who}: ${text}`;

const isAsking = (text: string) => text.startsWith("Ask an owner");
