import { admitObjects } from "./admit-objects.ts";
import { initialise } from "./initialise.ts";

export { type Admission, type Admitted, admitInto, admitObjects } from "./admit-objects.ts";
export { type AfterAdmission, afterAdmission, type JustAdmitted } from "./after-admission.ts";
export { displayOf, textsOf } from "./display.ts";
export { highestLabel, highestLevel } from "./highest-label.ts";
export { type Initial, initialise } from "./initialise.ts";
export { normalisedHost, normalisedObservable, type Observable } from "./normalise.ts";
export { fromPeer, fromSource, type Origin, OWN, peerOf, sourceOf } from "./origin.ts";
export { writeNewVersion, writeOwnObject } from "./own-object.ts";
export { quarantineObject } from "./quarantine.ts";
export { assignedMarkings, levelOf, type ReadObject, readObject, readOwnObject } from "./read-object.ts";
export { sessionName } from "./session-name.ts";
export { type OwnParty, ownParty, setting } from "./settings.ts";
export { slices } from "./slices.ts";
export {
  headOf,
  headsOf,
  headsOfType,
  headsReferringTo,
  type Objects,
  objectOf,
  referencesFrom,
  type Version,
  versionById,
  versionsOf,
} from "./store.ts";
export { titlesOf } from "./title.ts";

export const objectsCommands = [admitObjects, initialise];
