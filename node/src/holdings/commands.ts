import type { AnyCommand } from "#database";
import { deleteHeld } from "./delete-held.ts";
import { admitPosted, recordPost } from "./post-objects.ts";
import { createToken, revokeToken } from "./tokens.ts";

export { fillHoldings } from "./fill-holdings.ts";

export const holdingsCommands: readonly AnyCommand[] = [admitPosted, recordPost, deleteHeld, createToken, revokeToken];
