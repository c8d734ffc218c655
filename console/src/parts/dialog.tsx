import { type ReactNode, useId } from "react";
import { Dialog as AriaDialog, Modal, ModalOverlay } from "react-aria-components";
import { useT } from "../languages/index.ts";

interface DialogProps {
  title: string;
  open: boolean;
  onClose: () => void;
  wide?: boolean;
  children: ReactNode;
}

/** A dialog over the page: holds focus, closes by Escape or its button, gives focus back. */
export function Dialog({ title, open, onClose, wide, children }: DialogProps) {
  const t = useT();
  const id = useId();
  return (
    <ModalOverlay className="overlay" isOpen={open} onOpenChange={(now) => !now && onClose()} isDismissable>
      <Modal className={wide ? "modal wide" : "modal"}>
        <AriaDialog className="dialog" aria-labelledby={id}>
          <header>
            <h2 id={id}>{title}</h2>
            <button type="button" className="sm" onClick={onClose}>
              {t("dialog.close")}
            </button>
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
