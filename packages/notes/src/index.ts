export {
  ACT_NAMES,
  type Act,
  type ActName,
  type ActState,
  actNote,
  actText,
  parseActText,
  signAct,
  verifyAct,
} from "./accord/act.ts";
export { canonicalText, textOf } from "./accord/canonical-text.ts";
export type { Finding } from "./accord/findings.ts";
export { type AccordText, type FolderInput, folderOf } from "./accord/folder.ts";
export type { FolderFile } from "./accord/folder-file.ts";
export {
  ACCORD_KINDS,
  type Manifest,
  type ManifestAnnex,
  type ManifestText,
  manifestSha256,
  PRECEDENCES,
  SINGLE_COPY,
  textFileName,
} from "./accord/manifest.ts";
export { manifestText, parseManifest } from "./accord/manifest-text.ts";
export { commandsIn, type KeyPage, verifyFileName } from "./accord/verify-document.ts";
export { verifyFolder } from "./accord/verify-folder.ts";
export { VERIFY_LANGUAGES, type VerifyLanguage } from "./accord/verify-words.ts";
export {
  type Checkpoint,
  checkpointText,
  parseCheckpoint,
  signCheckpoint,
  verifyCheckpoint,
} from "./checkpoint.ts";
export {
  NOTES_ERROR_KINDS,
  NotesError,
  type NotesErrorCode,
  type NotesErrorKind,
  type TextPosition,
} from "./error.ts";
export { type NodeCard, parseCard, signCard, verifyCard } from "./ledger/card.ts";
export {
  ENTRY_KINDS,
  type EntryKind,
  entryBytes,
  entryHash,
  entryOf,
  type LedgerEntry,
  parseEntry,
} from "./ledger/entry.ts";
export { isPartyId, isReader, logOrigin, type PartyKey, PUBLIC } from "./ledger/party.ts";
export { parseReceipt, type Receipt, receiptText } from "./ledger/receipt.ts";
export {
  cardSubject,
  type ObjectSubject,
  type ReferenceSet,
  receivedSubject,
  setDigest,
  setSubject,
  subjectOf,
} from "./ledger/subject.ts";
export { type ProvenRelease, verifyReceipt } from "./ledger/verify-receipt.ts";
export {
  appendLeaf,
  EMPTY_FRONTIER,
  type Frontier,
  parseFrontier,
  rootOf,
  rootOfLeaves,
} from "./merkle/frontier.ts";
export { EMPTY_ROOT, isHash, leafHash, nodeHash } from "./merkle/hash.ts";
export { consistencyProof, inclusionProof } from "./merkle/proofs.ts";
export {
  type ConsistencyClaim,
  type InclusionClaim,
  verifyConsistency,
  verifyInclusion,
} from "./merkle/verify-proofs.ts";
export {
  generateSigningKey,
  keyFingerprint,
  privateKeyFromPem,
  privateKeyFromSeed,
  privateKeyPem,
  publicKeyFromPem,
  publicKeyOf,
  publicKeyPem,
  seedOf,
} from "./note/key.ts";
export {
  type NoteSignature,
  type ParsedNote,
  parseNote,
  parseSignatureLine,
} from "./note/parse-note.ts";
export { addSignature, noteOf, type Signer, signatureLine, signNote } from "./note/sign-note.ts";
export {
  parseVerifierKey,
  type Verifier,
  verifierKeyText,
  verifierOf,
} from "./note/verifier.ts";
export { type VerifiedNote, verifyNote } from "./note/verify-note.ts";
