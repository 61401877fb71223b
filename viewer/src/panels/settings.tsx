import type { VNode } from "preact";
import { ownLanguageName } from "../format.ts";
import { THEMES, URDU_STYLES } from "../state/preferences.ts";
import { INTERFACE_LANGUAGES, locale, strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { MenuButton } from "./menu.tsx";

/** What a reader likes, whatever the graph is. */
export function Settings(): VNode {
  const { preferences, prefer } = useViewer();
  return (
    <MenuButton
      icon="globe"
      label={strings.settings.label}
      groups={[
        {
          label: strings.settings.language,
          items: INTERFACE_LANGUAGES.map((language) => ({
            label: ownLanguageName(language),
            lang: language,
            checked: locale === language,
            onChoose: () => prefer({ language }),
          })),
        },
        {
          label: strings.settings.theme,
          items: THEMES.map((theme) => ({
            label: strings.settings.themes[theme],
            checked: preferences.theme === theme,
            onChoose: () => prefer({ theme }),
          })),
        },
        {
          label: strings.settings.urdu,
          items: URDU_STYLES.map((urdu) => ({
            label: strings.settings.urduStyles[urdu],
            checked: preferences.urdu === urdu,
            onChoose: () => prefer({ urdu }),
          })),
        },
      ]}
    />
  );
}
