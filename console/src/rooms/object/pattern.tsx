import { defang } from "../../parts/index.ts";

/** A detection pattern: what it quotes is shown defanged; whoever copies the whole gets it as it is. */
export function Pattern({ pattern }: { pattern: string }) {
  const shown = pattern.replace(/'((?:[^'\\]|\\.)*)'/g, (_, quoted: string) => `'${defang(quoted)}'`);
  return (
    <code
      className="observable"
      onCopy={(event) => {
        if (window.getSelection()?.toString().trim() !== shown) return;
        event.clipboardData.setData("text/plain", pattern);
        event.preventDefault();
      }}
    >
      {shown}
    </code>
  );
}
