import { timestampOf } from "@entente/stix";
import type { PostedObject, PostStatus } from "./collection.ts";

/** The status resource of TAXII 4.3.1: counts, and each object under what became of it. */
export function statusResource({ id, requestMicros, objects }: PostStatus): object {
  const request_timestamp = timestampOf(requestMicros);
  const of = (wanted: PostedObject["outcome"]) =>
    objects
      .filter(({ outcome }) => outcome === wanted)
      .map(({ id: objectId = "unknown", version, message }) => ({
        id: objectId,
        // TAXII wants one always: for what has none of its own, the time that its date added can't be before.
        version: version ?? request_timestamp,
        ...(message !== undefined && { message }),
      }));
  const [successes, failures, pendings] = [of("success"), of("failure"), of("pending")];
  return {
    id,
    status: pendings.length > 0 ? "pending" : "complete",
    request_timestamp,
    total_count: objects.length,
    success_count: successes.length,
    ...(successes.length > 0 && { successes }),
    failure_count: failures.length,
    ...(failures.length > 0 && { failures }),
    pending_count: pendings.length,
    ...(pendings.length > 0 && { pendings }),
  };
}
