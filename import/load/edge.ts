/** A relationship to be written. */

export type Props = Readonly<Record<string, unknown>>

/** A relationship between two nodes by their ids. */
export interface Edge {
  readonly from: string
  readonly to: string
  readonly props: Props
}
