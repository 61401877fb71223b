/** The medium of an event at which nobody is where the other is. A video conference may have a place. */
const APART = "phone";
/** The medium of those who are in one place. */
const TOGETHER = "in person";

/** What an event says of whether people are there in person. */
export interface Presence {
  readonly medium: string | undefined;
  /** Whether its type or a place says that they are. */
  readonly there: boolean;
}

/** Whether one of two events is by phone and the other at a place, so that they are never one. */
export function differInPresence(a: Presence, b: Presence): boolean {
  return (a.medium === APART && b.there) || (b.medium === APART && a.there);
}

/** Whether a medium is one for people who are apart: by phone, by video. */
export function isRemote(medium: string | undefined): boolean {
  return medium !== undefined && medium !== TOGETHER;
}
