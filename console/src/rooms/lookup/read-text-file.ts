const MAX_BYTES = 1_000_000;

/** Reads a file of text on this machine; one that is too large or no text is not read. */
export async function readTextFile(
  file: File,
): Promise<{ text: string; lines: number } | { problem: "too-large" | "binary" }> {
  if (file.size > MAX_BYTES) return { problem: "too-large" };
  const text = await file.text();
  if (text.includes("\0")) return { problem: "binary" };
  return { text, lines: text.split("\n").filter((line) => line.trim() !== "").length };
}
