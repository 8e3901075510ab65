/** What a host can change, by the names of the deal service's contract. */
const FIELDS = [
  'title',
  'description',
  'category',
  'productUrl',
  'keywords',
  'images',
  'totalPrice',
  'shares',
  'hostShares',
  'unit',
  'unitQuantity',
  'deadline',
  'pickup',
] as const

export type ChangedField = (typeof FIELDS)[number]

/** A field that can be told of; none for one that this version of the app does not know. */
export const changedField = (name: string): ChangedField | undefined =>
  FIELDS.find((field) => field === name)
