import { type ReactNode, useId } from "react";

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
  /** BCP 47 tag of what is to be typed, where it is not the language of the interface. */
  lang?: string;
}

/** The label above, a hint, then the field; `children` gets the attributes that bind them. */
function Field({
  label,
  hint,
  children,
}: {
  label: ReactNode;
  hint?: ReactNode;
  children: (bound: { id: string; "aria-describedby"?: string }) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children(hint ? { id, "aria-describedby": `${id}-hint` } : { id })}
    </div>
  );
}

export function TextField({ label, hint, value, onChange, ...rest }: FieldProps & { type?: "text" | "email" }) {
  return (
    <Field label={label} hint={hint}>
      {(bound) => (
        <input type="text" {...bound} {...rest} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  value,
  onChange,
  mono,
  ...rest
}: FieldProps & { rows?: number; mono?: boolean; placeholder?: string }) {
  return (
    <Field label={label} hint={hint}>
      {(bound) => (
        <textarea
          rows={3}
          {...bound}
          {...rest}
          className={mono ? "mono" : undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

interface Option {
  value: string;
  label: string;
}

export function Select({ label, hint, value, onChange, options }: FieldProps & { options: Option[] }) {
  return (
    <Field label={label} hint={hint}>
      {(bound) => (
        <select {...bound} value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function Check({
  label,
  checked,
  onChange,
}: {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label className="opt">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}
