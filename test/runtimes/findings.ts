/** Something that was measured, and whether it is as it should be. */
export interface Finding {
  what: string;
  found: string;
  wanted: string;
  isRight: boolean;
  /** What would have to be installed to measure it. */
  missing?: string;
}

/** What a part has measured, and the table for its page in docs/. */
export interface Measured {
  findings: Finding[];
  table?: string;
}
