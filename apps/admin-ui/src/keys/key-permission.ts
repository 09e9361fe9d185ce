import type { Schemas } from "../api.ts";
import { keysTexts } from "../texts/keys.ts";

/** What a key may be given. */
export type KeyPermission = Schemas["AccessKey"]["permissions"][number];

/** Whether a permission of people's is one that a key may have. */
export const isKeyPermission = (word: string): word is KeyPermission => word in keysTexts.permissions;
