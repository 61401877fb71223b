import type { VNode } from "preact";
import { ownLanguageName } from "../format.ts";
import type { LabelLanguage } from "../state/preferences.ts";
import { strings } from "../strings/index.ts";

interface LabelSelectProps {
  /** Those in which nodes have names. */
  readonly languages: readonly string[];
  readonly chosen: LabelLanguage;
  readonly onChange: (language: LabelLanguage) => void;
}

/** The language in which nodes are named, wherever they have a name in it. */
export function LabelSelect({ languages, chosen, onChange }: LabelSelectProps): VNode | null {
  if (languages.length < 2) return null;
  return (
    <label class="names-in quiet">
      {strings.names.label}{" "}
      <select
        value={languages.includes(chosen ?? "") ? chosen : ""}
        onChange={({ currentTarget: { value } }) => onChange(value === "" ? undefined : value)}
      >
        <option value="">{strings.names.usual}</option>
        {languages.map((language) => (
          <option key={language} value={language} lang={language}>
            {ownLanguageName(language)}
          </option>
        ))}
      </select>
    </label>
  );
}
