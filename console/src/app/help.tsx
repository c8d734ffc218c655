import { useT } from "../languages/index.ts";
import { Dialog } from "../parts/index.ts";
import { ROOMS } from "./rooms.ts";

export function KeysLine({ onAll }: { onAll: () => void }) {
  const t = useT();
  return (
    <div className="foot-keys">
      <span>
        <kbd>/</kbd> {t("keys.search")}
      </span>
      <span>
        <kbd>g s</kbd> {t("room.sessions")}
      </span>
      <span>
        <kbd>j k</kbd> {t("keys.along")}
      </span>
      <span>
        <kbd>o</kbd> {t("keys.open")}
      </span>
      <button type="button" className="plain" onClick={onAll}>
        <kbd>?</kbd> {t("keys.all")}
      </button>
    </div>
  );
}

export function Help({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT();
  const keys: [string, string][] = [
    ["/", t("keys.search")],
    ["j", t("keys.next")],
    ["k", t("keys.previous")],
    ["o", t("keys.open")],
    ["Esc", t("dialog.close")],
    ["?", t("keys.all")],
    ...ROOMS.map(({ key, name }): [string, string] => [`g ${key}`, t(name)]),
  ];
  return (
    <Dialog title={t("keys.title")} open={open} onClose={onClose}>
      <dl className="facts keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
