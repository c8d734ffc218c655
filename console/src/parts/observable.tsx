import { defang } from "./defang.ts";

/** An observable: shown defanged, copied as it is. */
export function Observable({ value }: { value: string }) {
  return (
    <code
      className="observable"
      onCopy={(event) => {
        const chosen = window.getSelection()?.toString().trim();
        // Only a selection of the whole value is put right; a part of it is copied as it stands.
        if (chosen !== defang(value)) return;
        event.clipboardData.setData("text/plain", value);
        event.preventDefault();
      }}
    >
      {defang(value)}
    </code>
  );
}
