/** What a bank's label says besides free text. Null where it says nothing. */
export interface LabelParts {
  readonly counterpartyName: string | null;
  readonly counterpartyIban: string | null;
  readonly remittance: string;
  readonly reference: string | null;
  readonly endToEndId: string | null;
  readonly mandateId: string | null;
}

/** The label as it stands. */
export function plainLabel(text: string): LabelParts {
  return { counterpartyName: null, counterpartyIban: null, remittance: text, reference: null, endToEndId: null, mandateId: null };
}
