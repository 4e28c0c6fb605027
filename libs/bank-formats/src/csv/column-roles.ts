/** What a column of a bank's CSV can mean. */
export type Role =
  | 'bookingDate'
  | 'valueDate'
  | 'amount'
  | 'debit'
  | 'credit'
  | 'balance'
  | 'currency'
  | 'direction'
  | 'status'
  | 'fee'
  | 'reference'
  | 'label'
  | 'party'
  | 'payer'
  | 'payee'
  | 'partyAccount'
  | 'account'
  | 'originalAmount'
  | 'originalCurrency'
  | 'endToEndId'
  | 'mandateId'
  | 'structuredReference'
  | 'code'
  | 'returnReason'
  | 'ignored';

/** Roles of which a file may have several columns, joined from left to right. */
export const repeatable: ReadonlySet<Role> = new Set<Role>(['label', 'structuredReference', 'ignored']);

/**
 * Column titles of European exports in their normal form (lower case, no accents, no signs, no currency), the surest first:
 * where two columns claim one role, the one further to the left in this table has it.
 */
const titles: Readonly<Record<Exclude<Role, 'ignored'>, string>> = {
  bookingDate:
    'date de comptabilisation|date comptabilisation|date comptable|date operation|date de l operation|date d operation|date op|dateop|date ecriture|booking date|booked date|booked|date processed|posting date|posted date|post date|completed date|date completed utc|date completed|settlement date utc|settlement date|date de reglement utc|buchungstag|buchungsdatum|buchung|boekingsdatum|boekdatum|datum verrichting|datum provedeni|datum zauctovani|tranzakcio datuma|konyvelesi datum|fecha operacion|fecha contable|data contabile|data operazione|data ksiegowania|data operacji|transaction date|transaction date utc|transaktionsdatum|date transaction|date|datum|fecha|data|dato|paiva|created|datetime|date started utc|started date|belegdatum',
  valueDate: 'date de valeur|date de la valeur|date valeur|dateval|date val|valeur|value date|wertstellung valuta|wertstellung|valutadatum|valuta|rentedatum|erteknap|fecha valor|data valuta|datum verrekening|execution date|valutadato',
  amount:
    'montant de l operation|montant operation|montant operation en|montant net|montant|montant total ttc|montant ttc|amount|total amount|total amount incl vat|transaction amount|betrag|umsatz|umsatz in|buchungsbetrag|bedrag|bedrag in|castka|objem|zauctovana castka|tranzakcio osszege|osszeg|importe|importo|kwota|kwota operacji|belopp|belob|maara|cash flow|valor',
  debit: 'debit|debits|montant debit|debit amount|withdrawals|withdrawal|withdrawal amount|soll|debet|af|paid out|money out|outflow|sorties|sortie|ausgabe|ausgaben|belastung|cargo|addebito|dare|uscite|obciazenia|lastschrift',
  credit: 'credit|credits|montant credit|credit amount|deposits|deposit|deposit amount|haben|bij|paid in|money in|inflow|entrees|entree|einnahme|einnahmen|gutschrift|abono|accredito|avere|entrate|uznania',
  balance: 'solde|solde apres operation|balance|running balance|balance after|saldo|saldo nach buchung|saldo na trn|saldo na mutatie|kontostand|egyenleg|zustatek|saldo po operacji|accountbalance',
  currency: 'devise|currency|account currency|payment currency|wahrung|waehrung|munt|muntsoort|mena uctu|mena|devizanem|tranzakcio devizaneme|buchungswahrung|moneda|divisa|waluta|curr|ccy|devise du compte',
  direction: 'sens|debit credit|credit debit|dc|d c|cr dr|debit credit indicator|credit debit indicator|af bij|bij af|bevetel kiadas|soll haben|direction|mouvement',
  status: 'statut|status|state|etat|info',
  fee: 'fee|fees|frais|commission|poplatek|kosten op verrichting|gebuhr',
  reference:
    'reference|reference operation|reference de l operation|reference de la transaction|reference bancaire|numero d operation|numero operation|transaction id|identifiant de transaction|id de transaction|transaction reference number|transaction reference|referencni cislo transakce|zkb reference|buchungsreferenz|transactiereferentie|id transakce|entry reference|bank reference|ref|id|volgnr|reference number',
  label:
    'libelle complet operation|libelle operation|libelle de l operation|libelle|libelles|libelle simplifie|libelle court|detail de l ecriture|details de l operation|informations complementaires|motif|communication|communications|label|description|details|narrative|memo|verwendungszweck|vorgang verwendungszweck|buchungsdetails|booking text|payment purpose|payment reference|transaction description|transaktionsbeschreibung|transaktionsbeschreibung zusatz|omschrijving|omschrijving 1|omschrijving 2|omschrijving 3|vrije mededeling|mededelingen|message for payee|message for me|zprava|zprava pro prijemce|zprava pro me|poznamka|kozlemeny|reszletek|subject|concepto|descrizione|causale|opis|tytul|notes|toelichting|variable symbol 1|variabilni symbol 1|vs|item|polozka|bank account details|message|text|remittance information|remittance|detail',
  party:
    'nom de la contrepartie|contrepartie|tiers|beneficiaire emetteur|counterparty name|counterparty|counteraccount name|naam tegenpartij|naam|name zahlungsbeteiligter|beguenstigter zahlungspflichtiger|begunstigter zahlungspflichtiger|auftraggeber empfanger|auftraggeber begunstigter|empfanger auftraggeber|nazev protiuctu|partner name|partner neve|name|handelaar|merchant|supplierfound|empfanger|kontrahent',
  payer: 'zahlungspflichtige r|zahlungspflichtiger|auftraggeber|payer|emetteur|donneur d ordre|debtor|ordenante|ordinante',
  payee: 'zahlungsempfanger in|zahlungsempfanger|payee|beneficiaire|destinataire|creditor|beneficiary|beneficiario',
  partyAccount:
    'iban zahlungsbeteiligter|beneficiary iban|kontonummer iban|iban contrepartie|iban de la contrepartie|counterparty iban|partner iban|partner szamlaszama|tegenrekening iban bban|tegenrekening|rekeningnummer tegenpartij|cislo protiuctu|kontonummer|iban',
  account: 'iban auftragskonto|iban auftraggeberkonto|auftragskonto|auftraggeberkonto|iban bban|rekeningnummer|rekening|account number|account|numero de compte|compte|cislo uctu|szamlaszam|iban du compte|own account|konto|accountnum',
  originalAmount: 'original amount|montant d origine|montant original|originalbetrag|oorspr bedrag|orig amount|local amount|betrag fremdwahrung|montant en devise',
  originalCurrency: 'original currency|devise d origine|devise originale|originalwahrung|oorspr munt|orig currency|local currency|fremdwahrung',
  endToEndId: 'kundenreferenz end to end|kundenreferenz|end to end id|end to end reference|end to end|reference end to end|betalingskenmerk',
  mandateId: 'mandatsreferenz|machtigingskenmerk|mandate reference|mandate id|reference de mandat|reference mandat|rum',
  structuredReference: 'gestructureerde mededeling|communication structuree|structured reference|creditor reference',
  code: 'type operation|type d operation|nature de l operation|operation|umsatzart|transaction type|transaktionstyp|typ transakce|tranzakcio tipusa|vorgang|buchungstext|type|categorie operation',
  returnReason: 'reden retour|motif de rejet|return reason',
};

const byTitle = new Map<string, { role: Role; rank: number }>();
for (const [role, list] of Object.entries(titles)) list.split('|').forEach((title, rank) => byTitle.set(title, { role: role as Role, rank }));

export interface Title {
  /** In the normal form of the table above. */
  readonly text: string;
  /** Currency that the title names, as in `Betrag (EUR)`. */
  readonly currency: string | null;
}

const currencyWords: Readonly<Record<string, string>> = { '€': 'EUR', euro: 'EUR', euros: 'EUR', '£': 'GBP', $: 'USD' };

/** Takes a column title apart into words and a currency. */
export function readTitle(cell: string, isCurrency: (code: string) => boolean): Title {
  let currency: string | null = null;
  const words: string[] = [];
  for (const word of cell.normalize('NFKD').replace(/\p{M}/gu, '').split(/[^\p{L}\p{N}€£$]+/u)) {
    const named = currencyWords[word.toLowerCase()] ?? (/^[A-Z]{3}$/.test(word) && isCurrency(word) ? word : undefined);
    if (named !== undefined) currency = named;
    else if (word !== '') words.push(word.toLowerCase().replace(/ß/g, 'ss'));
  }
  return { text: words.join(' '), currency };
}

/** The role that a title usually has; null for a title that is not known. */
export function usualRole(title: string): { role: Role; rank: number } | null {
  return byTitle.get(title) ?? null;
}
