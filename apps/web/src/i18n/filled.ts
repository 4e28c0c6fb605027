/** The same keys with any texts: what another language fills. */
export type Filled<Tree> = { [Key in keyof Tree]: Tree[Key] extends string ? string : Filled<Tree[Key]> };
