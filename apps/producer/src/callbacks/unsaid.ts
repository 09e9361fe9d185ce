/** Why a callback is not kept, in words that its sender can act on; never with what it said. */
export interface Unsaid {
  unsaid: string;
}
