const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * The part of an input that is still needed: what was received and not yet let go. Places are byte offsets in the whole
 * input. Memory is bounded by what is kept and by the newest chunk, whatever the length of the input.
 */
export class ByteWindow {
  /** The bytes held, the first of them at place `base`; those beyond `end` mean nothing. */
  bytes: Uint8Array;
  base = 0;
  /** The place after the last byte received. */
  end: number;
  /** Nothing follows any more. */
  complete: boolean;

  /** An input that is there in whole; without one, an input that comes in chunks. */
  constructor(whole?: Uint8Array) {
    this.bytes = whole ?? new Uint8Array(0);
    this.end = this.bytes.length;
    this.complete = whole !== undefined;
  }

  /** The byte at a place, undefined beyond what was received. */
  at(place: number): number | undefined {
    return place < this.end ? this.bytes[place - this.base] : undefined;
  }

  /** The bytes between two places: a view that holds until the next chunk is added. */
  view(start: number, end: number): Uint8Array {
    return this.bytes.subarray(start - this.base, end - this.base);
  }

  /** The place of the first quote from `from` on that no backslash escapes; -1 when none was received. */
  closingQuote(from: number): number {
    const { bytes, base, end } = this;
    for (let at = bytes.indexOf(QUOTE, from - base); at !== -1; at = bytes.indexOf(QUOTE, at + 1)) {
      if (at + base >= end) return -1;
      let backslashes = 0;
      while (bytes[at - 1 - backslashes] === BACKSLASH) backslashes += 1;
      if (backslashes % 2 === 0) return at + base;
    }
    return -1;
  }

  /** Adds a chunk and lets go of everything before `keep`. The chunk is copied: its owner may use it again. */
  add(chunk: Uint8Array, keep: number): void {
    const kept = this.view(keep, this.end);
    if (kept.length + chunk.length > this.bytes.length) {
      // Doubled, so that a large object in small chunks is copied a few times only, not once for each chunk.
      const larger = new Uint8Array(Math.max(2 * kept.length, kept.length + chunk.length));
      larger.set(kept);
      this.bytes = larger;
    } else if (keep > this.base) this.bytes.set(kept);
    this.bytes.set(chunk, kept.length);
    this.base = keep;
    this.end += chunk.length;
  }
}
