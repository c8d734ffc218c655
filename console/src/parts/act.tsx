import type { Possible } from "@entente/node/api";
import { type ReactNode, useId } from "react";
import { useT } from "../languages/index.ts";
import { useReason } from "./reason.ts";

interface ActProps {
  children: ReactNode;
  onPress?: () => void;
  /** Impossible: the button stays, cannot be pressed, and says why. */
  possible?: Possible;
  primary?: boolean;
  small?: boolean;
  /** While the deed is under way. */
  busy?: boolean;
  type?: "button" | "submit";
  /** Show the reason below the button (default), or only to be read with it. */
  quiet?: boolean;
}

/** A button for a deed. An impossible one stays in its place and says what would make it possible. */
export function Act({ children, onPress, possible = { can: true }, primary, small, busy, type, quiet }: ActProps) {
  const t = useT();
  const reason = useReason();
  const whyId = useId();
  const stopped = !possible.can || busy;
  const why = possible.can ? null : reason(possible.why);
  return (
    <span className="act">
      <button
        type={type ?? "button"}
        className={[primary && possible.can && "primary", small && "sm"].filter(Boolean).join(" ") || undefined}
        aria-disabled={stopped || undefined}
        aria-describedby={why ? whyId : undefined}
        onClick={(event) => {
          if (stopped) event.preventDefault();
          else onPress?.();
        }}
      >
        {busy ? t("act.busy") : children}
      </button>
      {why && (
        <span id={whyId} className={quiet ? "vh" : "why"}>
          {why}
        </span>
      )}
    </span>
  );
}
