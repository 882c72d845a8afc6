/** A decimal as text: `"200000"`, `"0.5"`. */
export type Decimal = string;
/** A day: `"2026-11-22"`. */
export type Day = string;
/** What was said of a fact: a value, `null` for *don't know*, or a range. A fact left out was not asked. */
export type Answer = boolean | number | string | string[] | null | { min?: number | Decimal; max?: number | Decimal };
/** Answers by fact; `received` lists awards already had. */
export type Answers = { [fact: string]: Answer } & { received?: string[] };

export type Verdict = "eligible" | "undetermined" | "needs-review" | "ineligible" | "received";
export type Status = "met" | "unmet" | "open" | "review";
export type Selection = "automatic" | "selective" | "competitive" | "case-by-case";
export type Standing = "in-force" | "not-yet" | "expired" | "draft" | "expiry-not-stated" | "possibly-superseded";

/** Yuan, both ends inclusive; `max` is null where nothing bounds it. */
export interface Amounts { min: Decimal; max: Decimal | null }
/** Where something stands in the law. */
export interface Citation { document: string; article: string; [detail: string]: unknown }
/** One change of one fact, and how far it is from there. */
export interface Step { fact: string; to: unknown; distance?: Decimal }

export interface Determination {
  award: string;
  verdict: Verdict;
  selection: Selection;
  standing: Standing[];
  amount: Amounts;
  /** The facts that can still change the verdict or the amount. */
  missing: string[];
  criteria: Status[];
  near_misses: { sets: Step[][]; truncated: boolean };
  cite: Citation;
}
/** One part of what may be had. */
export interface Total { amount: Amounts; awards: string[]; doubtful: string[] }
export interface Totals {
  certain: Total;
  bounded: Total;
  discretionary: Total;
  automatic: Amounts;
  unspecified: string[];
  tax: string[];
  left_out: string[];
}
export interface Assessment {
  rules: string;
  as_of: Day;
  jurisdiction: string;
  determinations: Determination[];
  totals: Totals;
}
/** The next question, and those of its facts that still matter. */
export interface Next { question: string; facts: string[] }
export interface Report extends Assessment { next: Next | null }

/** How one or several facts are asked, as a pack lists it under `questions`. */
export interface Question { id: string; section: string; facts: string[]; form: "single" | "checklist" | "fields"; after?: string[]; effort?: number }
export interface Bounds { min?: Decimal; max?: Decimal; decimals?: number }
/** A fact with its type, as a pack lists it under `facts`. */
export interface Fact {
  id: string;
  kind: "yes-no" | "date" | "jurisdiction" | { [kind: string]: string[] | Bounds };
  period?: string;
  changeable?: boolean;
  [detail: string]: unknown;
}

/** A part of a criterion and how it stands. */
export interface Part {
  status: Status;
  /** In words, where texts were loaded. */
  text?: string;
  parts: Part[];
  facts: { fact: string; answer: Answer }[];
}
export interface Criterion extends Part { cite: Citation; implied: boolean }
