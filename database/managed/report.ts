/** What the managed database tells about long work, for a terminal to show. */

export type Progress =
  | { readonly kind: 'begin'; readonly task: string }
  | { readonly kind: 'progress'; readonly done: number; readonly of: number | null; readonly unit: string }
  | { readonly kind: 'end' }

export type Report = (progress: Progress) => void
