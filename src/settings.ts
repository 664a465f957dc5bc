/** The settings of the service, as plain values. */

export interface ServiceSettings {
  readonly host: string
  readonly port: number
  /** Whether browsers get the playground, and whether the schema can be asked for. */
  readonly playground: boolean
  readonly introspection: boolean
  /** The folder with the bundle of the playground, and the one with the operations for its tabs. */
  readonly playgroundBundle: string
  readonly examples: string
  /** Token by name of the editor. Empty: mutations are off. */
  readonly editors: ReadonlyMap<string, string>
  /** Whether reading is open without a token where the service does not listen on loopback. */
  readonly publicRead: boolean
  /** Origins whose pages may ask from a browser; `*` is every origin, empty none. */
  readonly corsOrigins: readonly string[]
}
