/** Something that was measured, and whether it is as it should be. */
export interface Finding {
  what: string;
  found: string;
  wanted: string;
  isRight: boolean;
}
