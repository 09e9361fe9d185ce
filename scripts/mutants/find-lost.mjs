import { isSame } from "./list-mutants.mjs";
import { folderNamed, isWithin } from "./patterns-of.mjs";

/**
 * Those listed as equivalent, in the folders that ran, that no mutant is any more: their line has changed, or a test notices
 * them now. One that timed out may be a busy machine's.
 */
export function findLost(folders, mutants, equivalents) {
  const unnoticed = mutants.filter(({ outcome }) => outcome !== "killed");
  return equivalents
    .filter(({ file }) => isWithin(folders, folderNamed(file)))
    .filter((known) => !unnoticed.some((mutant) => isSame(known, mutant)));
}
